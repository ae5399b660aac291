"""Companies as customers: told by their legal forms, never taken for personal data, and the customer where money is theirs."""

import re
from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.languages.language import bare
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.people import Like, like_of
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import LONGEST_NAME, says
from csat_core.model.dataset import Role

LOOKED_AT = 100
SOME, HARDLY = 0.25, 0.1
"""Of the cells so many must have a legal form, and fewer may be names of people."""
_FORMS = """
gmbh mbh ag kg kgaa ohg ug ltd limited inc incorporated llc llp plc corp corporation sa sas sarl srl srls spa snc sl slu lda ltda bv nv vof ab oy oyj
as asa aps sro doo zoo kft se pty pte sae ae ike epe
"""
_LEGAL = frozenset(_FORMS.split())
_SIGNS = re.compile("株式会社|有限会社|合同会社|有限公司|股份公司|集团")
_NAMED = re.compile(
    r"\b(?:company|companies|firm|firma|unternehmen|organi[sz]ation|entreprise|societe|empresa|azienda|societa|bedrijf|foretag|εταιρεια)\b"
    r"|\b(?:firmen|unternehmens|bedrijfs|foretags)|会社|公司|企業|企业"
)


def holds_companies(profile: ColumnProfile) -> bool:
    """Whether many cells have a legal form, such as `Ltd` or `S.p.A.`, and hardly any is the name of a person."""
    texts = [text for text, _ in profile.top[:LOOKED_AT]]
    legal = sum(map(_has_form, texts))
    if not legal or legal < SOME * len(texts):
        return False
    return sum(like_of(text) is Like.KNOWN for text in texts) < HARDLY * len(texts)


def with_companies_as_customers(
    columns: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]
) -> list[ColumnMapping]:
    """The columns with companies that repeat as the customer, where money beside them may be one sum for each of them.

    Unchanged where another column is the customer already, and where there is no such money.
    """
    money = [profiles[each.position] for each in columns if each.role is Role.REVENUE]
    if len(money) != 1 or any(each.role is Role.CUSTOMER for each in columns):
        return list(columns)
    found = next((each for each in columns if _may_be_customer(each, profiles[each.position], money[0])), None)
    if found is None:
        return list(columns)
    count = profiles[found.position].distinct
    reason = (
        f"Holds {count:,} companies, and '{money[0].name}' has no more different values than that: the customers, each maybe "
        "several times. As a segment they are groups to compare."
    )
    return [replace(each, role=Role.CUSTOMER, reason=reason) if each is found else each for each in columns]


def _may_be_customer(column: ColumnMapping, profile: ColumnProfile, money: ColumnProfile) -> bool:
    if column.role not in (Role.SEGMENT, Role.IGNORE) or column.personal or not holds_companies(profile):
        return False
    told = tuple(text for text in profile.wording if len(text.split()) <= LONGEST_NAME)
    named = says(told, Meaning.CUSTOMER, Meaning.PERSONAL) or any(map(names_companies, told))
    return named and 2 <= profile.distinct < profile.filled and money.distinct <= profile.distinct


def names_companies(name: str) -> bool:
    """Whether the name of a column says companies."""
    return _NAMED.search(bare_words(name)) is not None


def _has_form(text: str) -> bool:
    if _SIGNS.search(text):
        return True
    words = re.sub(r"[.,]", "", bare(text.lower())).split()
    return len(words) > 1 and (words[-1] in _LEGAL or words[-2:] == ["z", "oo"])
