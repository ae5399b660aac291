"""What words mean in survey files. English now; another language is another entry beside `en` in each table."""

from enum import StrEnum


class Meaning(StrEnum):
    """What the name of a column can say."""

    OVERALL = "overall"
    SATISFACTION = "satisfaction"
    SCORE = "score"
    RECOMMEND = "recommend"
    EFFORT = "effort"
    RATING = "rating"
    COUNTED = "counted"
    METRIC = "metric"
    GROUP = "group"
    RESPONSE_ID = "response_id"
    CUSTOMER = "customer"
    AGENT = "agent"
    OTHER_ID = "other_id"
    RESPONSE_TIME = "response_time"
    TIME = "time"
    OTHER_TIME = "other_time"
    BIRTH = "birth"
    COMMENT = "comment"
    PERSONAL = "personal"
    WEIGHT = "weight"
    REVENUE = "revenue"
    CHURNED = "churned"
    INVITED = "invited"
    TOUCHPOINT = "touchpoint"


_ID = r"(?:id|ids|uuid|guid|number|no|nr|key|ref|reference|code)"
_DATE = r"(?:date|time|datetime|timestamp|day|at|on)"
_UNITS = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs|days|weeks|months|years|yrs|km|miles|usd|eur)"

NAMES: dict[str, dict[Meaning, str]] = {
    "en": {
        Meaning.OVERALL: r"\b(?:overall|in general|all in all|general satisfaction|total satisfaction)\b",
        Meaning.SATISFACTION: r"\b(?:dis|un)?satisf\w*\b|\bcsat\b|\bhappy\b|\bhappiness\b",
        Meaning.SCORE: r"\b(?:ratings?|rated|score|scores|stars?|smileys?|grade|thumbs?|evaluation)\b",
        Meaning.RECOMMEND: r"\bnps\b|\bnet promoter\b|\brecommend\w*\b|\breferral likelihood\b",
        Meaning.EFFORT: r"\bces\b|\beffort\b|\bhow easy\b|\bhow difficult\b|\b(?:made|make) it easy\b|\beasy (?:was it )?to\b",
        Meaning.RATING: (
            r"\b(?:quality|ease|easy|easily|convenien\w*|comfort\w*|clean\w*|courte\w*|friendl\w*|helpful\w*|polite\w*"
            r"|professional\w*|responsive\w*|reliab\w*|usab\w*|likel\w*|agree\w*|experience|value for money|expectations?"
            r"|opinion|enjoy\w*|trust|loyalty|perception|impression|knowledgeab\w*|accura\w*|opening hours|importance"
            r"|how (?:well|good|was|were|would|do|did|much do)|rate)\b|^(?:q|question|item)\s?\d+\b"
        ),
        Meaning.COUNTED: (
            rf"\b(?:number of|no of|nr of|num|how many|count of|amount of)\b|# of\b|\b(?:count|counts|qty|quantity)$"
            rf"|\bin {_UNITS}$|\b{_UNITS}$|^{_UNITS} (?:to|of|since|until|on|in|per|spent|worked|waited)\b"
        ),
        Meaning.METRIC: (
            r"\b(?:age|tenure|distance|delays?|duration|elapsed|visits|orders|nights|stops|calls|contacts|transfers|replies"
            r"|employees|children|kids|tickets|items|pages|clicks?|progress|latency|income|salary|price paid|cost|fee|mileage"
            r"|temperature|height|count)\b"
        ),
        Meaning.GROUP: (
            r"\b(?:type|category|class|group|segment|region|country|city|state|province|county|gender|sex|language|locale|device"
            r"|browser|store|branch|department|dept|team|division|tier|wave|round|code|zip|postcode|year|quarter|month|week"
            r"|weekday|hour|status|version|channel|cohort|band|bracket|education|occupation|industry|sector|currency|platform"
            r"|source|campaign|collector id|queue|survey type)$|^(?:type|class|kind|category) of\b"
        ),
        Meaning.RESPONSE_ID: (
            rf"^(?:#|id|uuid|guid)$|\b(?:response|responseid|respondent|submission|survey|record|answer|feedback|review|rating"
            rf"|ticket|case|conversation|interaction|chat|call|entry|session|order|transaction|token) ?{_ID}$|^(?:respondent|token)$"
        ),
        Meaning.CUSTOMER: (
            rf"\b(?:customer|client|user|account|member|requester|contact|person|panelist|panellist|passenger|guest|patient"
            rf"|subscriber|household|visitor|student|buyer|shopper)(?: {_ID})?$|^(?:external reference|loyalty {_ID}|cust ?id)$"
        ),
        Meaning.AGENT: (
            rf"\b(?:agents?|assignee|advis[eo]r|representative|rep|operator|handler|consultant|salesperson|technician|server|clerk"
            rf"|employee|staff member|served by|handled by|answered by)(?: (?:name|{_ID}))?$"
        ),
        Meaning.OTHER_ID: rf"\b(?:id|ids|uuid|guid|reference|ref|permalink|url|link|hash|key)$|^(?:row|index|unnamed)\b|\b{_ID}$",
        Meaning.RESPONSE_TIME: (
            rf"\b(?:survey|response|responded|submitted|submit|recorded|record|completed|completion|answered|answer|feedback"
            rf"|review|reviewed|rated|rating|created|filled)(?: (?:in|at|on|the))* ?{_DATE}?\b(?!.*\b(?:to|minutes|hours)\b)"
        ),
        Meaning.TIME: r"^(?:date|day|time|datetime|timestamp|when|date time|time stamp)\b|\b(?:timestamp|end date|enddate)\b",
        Meaning.OTHER_TIME: rf"\b(?:{_DATE}|month|week|since|start|started|updated|modified|sent)\b",
        Meaning.BIRTH: r"\b(?:birth\w*|dob|born)\b",
        Meaning.COMMENT: (
            r"\b(?:comments?|feedback|remarks?|verbatim|suggestions?|notes?|open ended|free text|message|tell us|why|reason"
            r"|explain|describe|improve|what (?:could|did|do|would|was|is)|anything else|review text|text|words|opinion)\b"
        ),
        Meaning.PERSONAL: (
            r"\b(?:e ?mails?|phone|mobile|telephone|fax|ip|ip ?address|first ?name|last ?name|full ?name|surname|forename"
            r"|given name|family name|(?:customer|contact|recipient|respondent|client|user|guest|patient|passenger) name"
            r"|recipient\w*|street|address|latitude|longitude|ssn|passport|iban|date of birth|dob|birthday)\b|^name$"
        ),
        Meaning.WEIGHT: r"^(?:(?:survey|sample|sampling|case|respondent|response|design|final|post ?strat\w*) )?(?:weights?|wt|wgt)$"
        r"|\bweight(?:ing)? factor\b",
        Meaning.REVENUE: (
            r"\b(?:revenue|spend|spending|spent|turnover|mrr|arr|ltv|clv|lifetime value|contract value|order value|basket value"
            r"|annual value|sales|purchase amount|amount paid|billing|income per customer)\b"
        ),
        Meaning.CHURNED: r"\b(?:churn\w*|cancell?ed|attrition|attrited|exited|left us|has left|is lost|lapsed|defected)\b|^left$",
        Meaning.INVITED: r"\b(?:invited|invitations?|survey sent|was asked|asked to answer)\b",
        Meaning.TOUCHPOINT: r"\b(?:touch ?points?|journey (?:stage|step|phase|moment)|stage|moment of truth|journey)\b",
    }
}
"""For each language and meaning a pattern over the lower-case words of a name (`reading.words_of`)."""

NOT_APPLICABLE: dict[str, tuple[str, ...]] = {
    "en": (
        "n/a", "na", "n.a.", "n.a", "#n/a", "not applicable", "does not apply", "doesn't apply", "not relevant", "not used",
        "did not use", "didn't use", "have not used", "haven't used", "never used", "not experienced", "none", "null", "nan",
        "missing", "-", "--", "\u2013", "\u2014", ".",
    )
}  # fmt: skip
DONT_KNOW: dict[str, tuple[str, ...]] = {
    "en": (
        "don't know", "dont know", "do not know", "i don't know", "i do not know", "dk", "dk/na", "unsure", "not sure",
        "i'm not sure", "no opinion", "no answer", "can't say", "cannot say", "can't remember", "don't remember",
        "prefer not to say", "prefer not to answer", "rather not say", "refused", "declined", "unknown", "?",
    )
}  # fmt: skip
"""Folded whole texts; in a rated or numeric column they are non-answers, anywhere else they are ordinary values."""

YES_NO: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (("no", "n", "false", "0", "off"), ("yes", "y", "true", "1", "on")),
}
STAYED_LEFT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        ("no", "n", "false", "0", "stayed", "retained", "active", "current", "existing customer", "kept", "loyal"),
        ("yes", "y", "true", "1", "churned", "left", "lost", "cancelled", "canceled", "attrited", "attrited customer",
         "inactive", "closed", "exited", "lapsed"),
    ),
}  # fmt: skip
"""Words of a yes/no column and of a column that says who left: first those that mean 0, then those that mean 1."""

STAGES: dict[str, tuple[str, ...]] = {
    "en": (
        "awareness", "discovery", "research", "browsing", "search", "consideration", "comparison", "selection", "booking",
        "ordering", "order", "purchase", "buying", "checkout", "payment", "sign-up", "signup", "registration", "onboarding",
        "set-up", "setup", "installation", "shipping", "delivery", "arrival", "check-in", "stay", "usage", "use", "service",
        "support", "help", "complaint", "check-out", "billing", "returns", "return", "refund", "renewal", "loyalty", "advocacy",
        "cancellation", "exit",
    )
}  # fmt: skip
"""Stages of a customer journey in the order in which they usually come."""
