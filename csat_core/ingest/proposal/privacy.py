"""Personal data in a file: found by name and content, and left out, kept as a code, or kept, as a person decides."""

import re
from collections.abc import Iterable
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal.clues import flag_words
from csat_core.ingest.proposal.companies import holds_companies
from csat_core.ingest.proposal.people import names_people, seem_people
from csat_core.ingest.proposal.recognition import is_many_valued, only_holds
from csat_core.ingest.texts import contacts
from csat_core.ingest.texts.vocabulary import YES_NO, Meaning
from csat_core.ingest.texts.wordings import LONGEST_NAME, says
from csat_core.model.dataset import Role
from csat_core.model.sensitive import Sensitive

EMAILS, PHONES, NETWORK, NAMES = (
    "e-mail addresses", "telephone numbers", "network addresses", "names, addresses or other personal data",
)  # fmt: skip
KEYS = (EMAILS, PHONES)
"""What can tell customers apart; names repeat, and one network address serves many people."""
LOOKED_AT = 100
MOST_BIRTHS = 50
"""Texts of birth that are more than these are days and places that single people out."""
_YES_NO = frozenset(flag_words(YES_NO))
"""Whether somebody ticked `Phone` is no telephone number."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}\)?$", re.IGNORECASE)
_PHONE = re.compile(r"^(?:\+|00|\()[0-9][0-9 ()./-]{7,}$|^[0-9]{2,5}[ /-][0-9]{3,}[ -][0-9]{3,}$")
_NETWORK = re.compile(
    r"^(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?: *\(.*\))?$|^(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}$", re.IGNORECASE
)


def personal_kind(profile: ColumnProfile) -> str | None:
    """What personal data the column holds, in words; None where it seems to hold none."""
    texts = [text for text, _ in profile.top[:LOOKED_AT]]
    for kind, pattern in ((EMAILS, _EMAIL), (NETWORK, _NETWORK), (PHONES, _PHONE)):
        many = texts and sum(bool(pattern.search(text)) for text in texts) >= len(texts) / 2
        if many and not (kind == PHONES and profile.dates):
            return kind
    return NAMES if _is_named_personal(profile) or names_people(profile) else None


def _is_named_personal(profile: ColumnProfile) -> bool:
    """Whether the name says personal data, and the cells can be some: no yes and no, no groups of years of birth."""
    is_many = is_many_valued(profile)
    if says(profile.wording, Meaning.BIRTH) and (is_many or profile.dates or profile.distinct > MOST_BIRTHS):
        return True
    # a whole question may speak of an e-mail and ask something else
    told = tuple(text for text in profile.wording if is_many or len(text.split()) <= LONGEST_NAME)
    return says(told, Meaning.PERSONAL) and not only_holds(profile, _YES_NO) and not holds_companies(profile)


def names_people_in_text(profile: ColumnProfile) -> bool:
    """Whether one of the texts that were looked at holds an e-mail address or a telephone number."""
    return any(contacts.is_in(text) for text, _ in profile.top)


def covered(mapping: Mapping, columns: Iterable[ColumnProfile]) -> Mapping:
    """`mapping` as the rows that are set aside are kept: of a column that is not used nothing personal may stay in them.

    That holds whoever left it out and for whatever reason, and for texts in which people are named as well.
    """
    profiles = {profile.position: profile for profile in columns}
    return replace(mapping, columns=tuple(_covered(each, profiles.get(each.position)) for each in mapping.columns))


def _covered(column: ColumnMapping, profile: ColumnProfile | None) -> ColumnMapping:
    if column.role is not Role.IGNORE or column.personal or profile is None:
        return column
    kind = personal_kind(profile) or (NAMES if seem_people(profile) else None)
    return replace(column, personal=kind or (EMAILS if names_people_in_text(profile) else None))


def protected(mapping: Mapping, sensitive: Sensitive, *, mask: bool) -> Mapping:
    """`mapping` with what a person decided about personal data; with `mask`, e-mail and phone in comments are covered.

    Of the columns that were left out for being personal the surest key becomes the customer, where there is none.
    """
    columns = list(mapping.columns)
    if sensitive is not Sensitive.DROP:
        protect = "hash" if sensitive is Sensitive.HASH else None
        columns = [
            replace(column, protect=protect) if column.personal and column.role is not Role.IGNORE else column
            for column in columns
        ]
        keys = [each for each in columns if each.role is Role.IGNORE and each.personal in KEYS]
        if keys and not any(column.role is Role.CUSTOMER for column in columns):
            key = min(keys, key=lambda column: (KEYS.index(str(column.personal)), column.position))
            columns[columns.index(key)] = _as_customer(key, protect)
    if mask:
        columns = [replace(each, protect="mask") if each.role is Role.COMMENT else each for each in columns]
    return replace(mapping, columns=tuple(columns))


def _as_customer(column: ColumnMapping, protect: str | None) -> ColumnMapping:
    how = "as a code" if protect else "as they stand"
    reason = f"Seems to hold {column.personal}: kept {how}, to tell customers apart."
    return replace(column, role=Role.CUSTOMER, reason=reason, protect=protect)
