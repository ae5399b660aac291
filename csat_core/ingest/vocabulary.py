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
    VERBATIM = "verbatim"
    PERSONAL = "personal"
    WEIGHT = "weight"
    REVENUE = "revenue"
    CHURNED = "churned"
    INVITED = "invited"
    TOUCHPOINT = "touchpoint"


PARTS: dict[str, dict[str, str]] = {
    "en": {
        "<id>": "id | ids | uuid | guid | number | no | nr | key | ref | reference | code",
        "<date>": "date | time | datetime | timestamp | day | at | on",
        "<unit>": """
            second | seconds | sec | secs | minute | minutes | min | mins | hour | hours | hrs | days | weeks | months
            years | yrs | km | miles | usd | eur
        """,
        "<person>": """
            customer | client | user | account | member | requester | contact | person | panelist | panellist
            passenger | guest | patient | subscriber | household | visitor | student | buyer | shopper | respondent
        """,
        "<case>": """
            survey | record | answer | feedback | review | rating | ticket | case | conversation | interaction | chat
            call | entry | session | order | transaction
        """,
        "<answered>": """
            survey | response | responded | submitted | submit | recorded | record | completed | completion | answered
            answer | feedback | review | reviewed | rated | rating | created | filled
        """,
        "<server>": """
            agent | agents | assignee | advisor | adviser | representative | rep | operator | handler | consultant
            salesperson | technician | clerk | employee | staff member | served by | handled by | answered by
        """,
    }
}
"""For each language lists of words that the names below use."""

NAMES: dict[str, dict[Meaning, str]] = {
    "en": {
        Meaning.OVERALL: "overall | in general | all in all | general satisfaction | total satisfaction",
        Meaning.SATISFACTION: "satisf* | dissatisf* | unsatisf* | csat | happy | happiness",
        Meaning.SCORE: "rating* | rated | score | scores | star | stars | smiley* | grade | thumb* | evaluation",
        Meaning.RECOMMEND: "nps | net promoter | recommend* | referral likelihood",
        Meaning.EFFORT: """
            ces | effort | how easy | how difficult | made it easy | make it easy | easy to | easy was it to
        """,
        Meaning.RATING: """
            quality | ease | easy | easily | convenien* | comfort* | clean* | courte* | friendl* | helpful* | polite*
            professional* | responsive* | reliab* | usab* | likel* | agree* | experience | value for money
            expectation* | opinion | enjoy* | trust | loyalty | perception | impression | knowledgeab* | accura*
            opening hours | importance | rate | how well | how good | how was | how were | how would | how do | how did
            ^q | ^q1* | ^q2* | ^q3* | ^q4* | ^q5* | ^q6* | ^q7* | ^q8* | ^q9* | ^question | ^item
        """,
        Meaning.COUNTED: """
            number of | no of | nr of | num | how many | count of | amount of | # of | size$ | count$ | counts$ | qty$
            quantity$ | <unit>$ | ^<unit> to | ^<unit> of | ^<unit> since | ^<unit> until | ^<unit> on | ^<unit> in
            ^<unit> per | ^<unit> spent | ^<unit> worked | ^<unit> waited
        """,
        Meaning.METRIC: """
            age | tenure | distance | delay* | duration | elapsed | visits | orders | nights | stops | calls | contacts
            transfers | replies | employees | children | kids | tickets | items | pages | click | clicks | progress
            latency | income | salary | price paid | cost | fee | mileage | temperature | height | count
        """,
        Meaning.GROUP: """
            type$ | category$ | class$ | group$ | segment$ | region$ | country$ | city$ | state$ | province$ | county$
            gender$ | sex$ | language$ | locale$ | device$ | browser$ | store$ | branch$ | department$ | dept$ | team$
            division$ | tier$ | wave$ | round$ | code$ | zip$ | postcode$ | year$ | quarter$ | month$ | week$ | weekday$
            hour$ | status$ | version$ | channel$ | cohort$ | band$ | bracket$ | education$ | occupation$ | industry$
            sector$ | currency$ | platform$ | source$ | campaign$ | collector id$ | queue$ | ^type of | ^class of
            ^kind of | ^category of
        """,
        Meaning.RESPONSE_ID: """
            ^#$ | ^id$ | ^uuid$ | ^guid$ | ^respondent$ | ^token$ | responseid | response <id>$ | respondent <id>$
            submission <id>$ | token <id>$ | <case> <id>$
        """,
        Meaning.CUSTOMER: "<person>$ | <person> <id>$ | ^external reference$ | ^loyalty <id>$ | ^cust id$ | ^custid$",
        Meaning.AGENT: "<server>$ | <server> name$ | <server> <id>$",
        Meaning.OTHER_ID: "<id>$ | permalink$ | url$ | link$ | hash$ | ^row | ^index | ^unnamed",
        Meaning.RESPONSE_TIME: """
            ^<answered>$ | <answered> <date> | <answered> in <date> | <answered> on | submitted | recorded | completed
        """,
        Meaning.TIME: "^date | ^day$ | ^time | ^datetime | ^timestamp | ^when | timestamp$ | end date | enddate",
        Meaning.OTHER_TIME: "<date> | month | week | since | start | started | updated | modified | sent",
        Meaning.BIRTH: "birth* | dob | born",
        Meaning.COMMENT: """
            comment | comments | feedback | remark* | verbatim | suggestion* | note | notes | open ended | free text
            message | tell us | why | reason | explain | describe | improve | what could | what did | what do
            what would | what was | what is | anything else | text | words | opinion
        """,
        Meaning.VERBATIM: """
            comment | comments | remark* | verbatim* | free text | open ended
        """,
        Meaning.PERSONAL: """
            email* | e mail* | phone | mobile | telephone | fax | ip | ipaddress | ip address | first name | firstname
            last name | lastname | full name | fullname | surname | forename | given name | family name | <person> name
            recipient* | street | address | latitude | longitude | ssn | passport | iban | dob | birthday | ^name$
        """,
        Meaning.WEIGHT: """
            ^weight$ | ^weights$ | ^wt$ | ^wgt$ | ^<answered> weight* | ^sample weight* | ^sampling weight*
            ^case weight* | ^respondent weight* | ^design weight* | ^final weight* | ^poststrat* weight* | weight factor
            weighting factor
        """,
        Meaning.REVENUE: """
            revenue | spend | spending | spent | turnover | mrr | arr | ltv | clv | lifetime value | contract value
            order value | basket value | annual value | sales | purchase amount | amount paid | billing
        """,
        Meaning.CHURNED: """
            churn* | cancelled | canceled | attrition | attrited | exited | left us | has left | is lost | lapsed
            defected | ^left$
        """,
        Meaning.INVITED: "invited | invitation* | survey sent | was asked | asked to answer",
        Meaning.TOUCHPOINT: "touchpoint* | touch point* | journey* | stage | moment of truth",
    }
}
"""For each language and meaning the phrases that say it, divided by bars or lines, over the lower-case words of a name.

A phrase counts wherever it stands as whole words; `^` holds it to the beginning and `$` to the end, `*` stands for any
letters or digits and `<id>` for one of the list above.
"""

OUTCOMES: dict[str, tuple[tuple[str, int], ...]] = {
    "en": (
        (r"^(?:overall|general|total) (?:customer )?(?:satisfaction|csat)\b|^(?:satisfaction|csat) overall$", 100),
        (r"\boverall\b.*\bsatisf|\bsatisf.*\boverall\b", 97),
        (r"^(?:csat|customer satisfaction|satisfaction|satisfied)(?: (?:score|rating|level|index|survey))?$", 95),
        (r"\bcsat\b", 90),
        (r"^overall$|^overall (?:rating|score|experience|quality|evaluation|impression|opinion)\b", 88),
        (r"\bhow (?:\w+ )?satisfied\b|\bsatisfaction (?:rating|score|level)\b", 80),
        (r"\boverall\b|\bin general\b|\ball in all\b", 78),
        (r"\b(?:dis|un)?satisf", 75),
        (r"^(?:\w+ )?(?:rating|score|stars?|smiley|thumbs?)$", 70),
        (r"\bnps\b|\bnet promoter\b|\brecommend", 60),
        (r"\bces\b|\beffort\b|\bhow easy\b", 55),
        (r"\b(?:rating|score|stars?|rate|rated)\b", 50),
        (r"\b(?:experience|happy|happiness)\b", 40),
    )
}
"""Names of an outcome with how strongly each says so; the first pattern that fits counts."""

NOT_APPLICABLE: dict[str, tuple[str, ...]] = {
    "en": (
        "n/a", "na", "n.a.", "n.a", "#n/a", "not applicable", "does not apply", "doesn't apply", "not relevant",
        "not used", "did not use", "didn't use", "have not used", "haven't used", "never used", "not experienced",
        "none", "null", "nan", "missing", "offered", "unoffered", "unrated", "not rated", "no rating",
        "-", "--", "\u2013", "\u2014", ".",
    )
}  # fmt: skip
DONT_KNOW: dict[str, tuple[str, ...]] = {
    "en": (
        "don't know", "dont know", "do not know", "i don't know", "i do not know", "dk", "dk/na", "unsure",
        "not sure", "i'm not sure", "no opinion", "no answer", "can't say", "cannot say", "can't remember",
        "don't remember", "prefer not to say", "prefer not to answer", "rather not say", "refused", "declined",
        "unknown", "?",
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
        "awareness", "discovery", "research", "browsing", "search", "consideration", "comparison", "selection",
        "booking", "ordering", "order", "purchase", "buying", "checkout", "payment", "sign-up", "signup",
        "registration", "onboarding", "shipping", "delivery", "arrival", "set-up", "setup", "installation", "check-in",
        "stay", "usage", "use", "service", "support", "help", "complaint", "check-out", "billing", "returns",
        "return", "refund", "renewal", "loyalty", "advocacy", "cancellation", "exit",
    )
}  # fmt: skip
"""Stages of a customer journey in the order in which they usually come."""

BEST_END: dict[str, tuple[str, ...]] = {
    "en": (
        "best", "the best", "highest", "the highest", "high", "very high", "top", "perfect", "ideal", "excellent", "outstanding",
        "very good", "good", "great", "satisfied", "very satisfied", "extremely satisfied", "completely satisfied",
        "totally satisfied", "most satisfied", "fully satisfied", "happy", "very happy", "positive", "very positive",
        "strongly agree", "fully agree", "agree", "very easy", "extremely easy", "easy", "easiest", "always", "definitely",
        "very likely", "extremely likely", "likely",
    ),
}  # fmt: skip
WORST_END: dict[str, tuple[str, ...]] = {
    "en": (
        "worst", "the worst", "lowest", "the lowest", "low", "very low", "terrible", "awful", "very bad", "bad", "very poor", "poor",
        "unacceptable", "dissatisfied", "very dissatisfied", "extremely dissatisfied", "completely dissatisfied",
        "totally dissatisfied", "least satisfied", "not satisfied", "not at all satisfied", "unsatisfied", "very unsatisfied",
        "unhappy", "very unhappy", "negative", "very negative", "strongly disagree", "fully disagree", "disagree",
        "very difficult", "extremely difficult", "difficult", "very hard", "hard", "never", "definitely not",
        "very unlikely", "extremely unlikely", "unlikely", "not at all likely", "not at all",
    ),
}  # fmt: skip
"""Folded whole words that name the best and the worst end of a scale in the name of a column."""

JOINING: dict[str, tuple[str, ...]] = {
    "en": (
        "to",
        "and",
        "through",
        "up",
        "until",
        "from",
        "or",
        "where",
        "with",
        "scale",
        "of",
        "on",
        "a",
        "rate",
        "is",
        "means",
    ),
}
"""Words between the two ends; `1 = very satisfied to 5 = very dissatisfied` names ends without the `to`."""
