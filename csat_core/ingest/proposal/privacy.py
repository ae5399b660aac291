"""Personal data in a file: found by name and content, and left out, kept as a code, or kept, as a person decides."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal.cell_facts import is_many_valued, only_holds
from csat_core.ingest.proposal.clues import flag_words
from csat_core.ingest.proposal.companies import holds_companies
from csat_core.ingest.proposal.people import names_people, seem_people
from csat_core.ingest.texts import contacts
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.personal_cells import (
    ADDRESSES,
    EMAILS,
    NETWORK,
    PHONES,
    PLACES,
    PLATES,
    is_bare_number,
    kind_of_cell,
    may_be_dialled,
    words_beside,
)
from csat_core.ingest.texts.vocabulary import YES_NO, Meaning
from csat_core.ingest.texts.wordings import LONGEST_NAME, says
from csat_core.model.dataset import Role
from csat_core.model.sensitive import Sensitive

__all__ = [
    "EMAILS",
    "PHONES",
    "NETWORK",
    "NAMES",
    "BIRTHS",
    "KEYS",
    "personal_kind",
    "kind_of_cells",
    "covered",
    "protected",
]

NAMES, BIRTHS = "names, addresses or other personal data", "days of birth"
KEYS = (EMAILS, PHONES)
"""What can tell customers apart; names repeat, and one network address serves many people."""
TELLS_NOTHING = "left out, as its codes would tell nothing."
"""Why a column stays out that is no key, where the others are kept as codes."""
LOOKED_AT = 100
MANY, SOME = 0.5, 0.2
"""Of the different texts so many are personal data, and of the cells so many, where a column holds some."""
MOST_BIRTHS = 50
"""Texts of birth that are more than these are days and places that single people out."""
OLDEST = 120
MOST_LEVELS = 11
"""Whole numbers up to 10 are answers or codes, whatever the column is called."""
_VERSION = re.compile(
    r"\bver(?:s|sion|sao|sione|sie)\w*\b|\bwersj|\bεκδοσ|\brelease|\bbuild|\bfirmware|版本|バージョン"
)
"""Four numbers with points between are those of an app, too."""
_YES_NO = frozenset(flag_words(YES_NO))
"""Whether somebody ticked `Phone` is no telephone number."""
_KEYS_AND_SUMS = (
    Meaning.OTHER_ID,
    Meaning.RESPONSE_ID,
    Meaning.CUSTOMER,
    Meaning.GROUP,
    Meaning.COUNTED,
    Meaning.METRIC,
    Meaning.REVENUE,
)


def personal_kind(profile: ColumnProfile) -> str | None:
    """What personal data the column holds, in words; None where it seems to hold none."""
    kind = kind_of_cells(profile)
    if kind is not None:
        return kind
    if _is_named_birth(profile):
        return BIRTHS
    return NAMES if _is_named_personal(profile) or names_people(profile) else None


def kind_of_cells(profile: ColumnProfile) -> str | None:
    """What personal data the cells are by the way they are written, names of people apart; None where they seem to be none."""
    top = profile.top[:LOOKED_AT]
    is_dialled = says(profile.wording, Meaning.PHONE) and not says(profile.wording, Meaning.METRIC, Meaning.REVENUE)
    is_key = says(profile.wording, *_KEYS_AND_SUMS)
    kinds = [kind_of_cell(text) or _as_number(text, is_dialled=is_dialled, is_key=is_key) for text, _ in top]
    found = Counter(kind for kind in kinds if kind)
    if not found or sum(found.values()) < MANY * len(top):
        return None
    cells = sum(count for (_, count), kind in zip(top, kinds, strict=True) if kind)
    kind = found.most_common(1)[0][0]
    return kind if cells >= SOME * sum(count for _, count in top) and _may_hold(profile, kind) else None


def _as_number(text: str, *, is_dialled: bool, is_key: bool) -> str | None:
    """Whether digits without signs are those of a telephone: the column is called so, or they begin so and are no keys."""
    return PHONES if (is_dialled and may_be_dialled(text)) or (not is_key and is_bare_number(text)) else None


def _may_hold(profile: ColumnProfile, kind: str) -> bool:
    """Whether the name of a column lets its cells be what they look like."""
    if kind == PHONES:
        is_named = says(profile.wording, Meaning.PHONE)
        return is_named or not (
            any(map(contacts.names_thing, profile.wording))
            or profile.dates
            or says(profile.wording, Meaning.METRIC, Meaning.REVENUE, Meaning.COUNTED)
        )
    if kind == EMAILS and says(profile.wording, Meaning.COMMENT):
        # `please write to ann@example.org` is what somebody says, and not who
        return sum(not words_beside(text) for text, _ in profile.top[:LOOKED_AT]) >= MANY * len(profile.top[:LOOKED_AT])
    if kind == NETWORK:
        return not _VERSION.search(bare_words(profile.name))
    # shops have addresses, places and codes of their own
    if kind in (ADDRESSES, PLACES):
        return not says(profile.wording, Meaning.GROUP)
    return kind != PLATES or not says(profile.wording, Meaning.GROUP, Meaning.OTHER_ID)


def _is_named_birth(profile: ColumnProfile) -> bool:
    is_many = is_many_valued(profile) or bool(profile.dates) or profile.distinct > MOST_BIRTHS
    # `age at the last birthday`
    are_ages = profile.numeric == profile.filled > 0 and (profile.highest or 0) <= OLDEST
    return is_many and not are_ages and says(profile.wording, Meaning.BIRTH)


def _is_named_personal(profile: ColumnProfile) -> bool:
    """Whether the name says personal data, and the cells can be some: no yes and no, no answers of a scale."""
    # a whole question may speak of an e-mail and ask something else
    is_many = is_many_valued(profile)
    told = tuple(text for text in profile.wording if is_many or len(text.split()) <= LONGEST_NAME)
    are_codes = bool(profile.described.value_labels) or only_holds(profile, _YES_NO)
    if not says(told, Meaning.PERSONAL) or are_codes or holds_companies(profile):
        return False
    are_answers = 0 < profile.filled == profile.whole and profile.distinct <= MOST_LEVELS
    return not (are_answers and 0 <= (profile.lowest or 0) <= (profile.highest or 0) < MOST_LEVELS)


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


def with_write_ins_covered(column: ColumnMapping, profile: ColumnProfile) -> ColumnMapping:
    """The column; where it is groups and some cells name a person's address or number, these are covered: they are no groups."""
    is_text = column.role in (Role.SEGMENT, Role.TOUCHPOINT) and not column.personal and column.protect is None
    return replace(column, protect="mask") if is_text and names_people_in_text(profile) else column


def protected(mapping: Mapping, sensitive: Sensitive, *, mask: bool) -> Mapping:
    """`mapping` with what a person decided about personal data; with `mask`, e-mail and phone in comments are covered.

    Of the columns that were left out for being personal the surest key becomes the customer, where there is none; of the
    others those that are kept as they stand stay beside each answer.
    """
    kept = list(mapping.columns)
    if mask:
        kept = [replace(each, protect="mask") if each.role is Role.COMMENT else each for each in kept]
    if sensitive is Sensitive.DROP:
        return replace(mapping, columns=tuple(kept))
    protect = "hash" if sensitive is Sensitive.HASH else None
    kept = [_as_wished(each, protect) if each.role is not Role.IGNORE else each for each in kept]
    out = [each for each in kept if each.role is Role.IGNORE and each.personal]
    keys = [each for each in out if each.personal in KEYS]
    key = None
    if keys and not any(column.role is Role.CUSTOMER for column in kept):
        key = min(keys, key=lambda column: (KEYS.index(str(column.personal)), column.position))
    told = {each.position: _kept(each, protect, is_key=each is key) for each in out}
    return replace(mapping, columns=tuple(told.get(each.position, each) for each in kept))


def _as_wished(column: ColumnMapping, protect: str | None) -> ColumnMapping:
    """A column that is used; what is kept as it stands is kept so in groups, too."""
    if column.personal and column.protect != "mask":
        return replace(column, protect=protect)
    return replace(column, protect=None) if protect is None and column.role is not Role.COMMENT else column


def _kept(column: ColumnMapping, protect: str | None, *, is_key: bool) -> ColumnMapping:
    """A column that was left out, kept: as the customer, else beside each answer; people are no groups and say nothing.

    A code that tells no customers apart stays out.
    """
    if protect and not is_key:
        return replace(column, reason=f"Seems to hold {column.personal}: {TELLS_NOTHING}")
    role = Role.CUSTOMER if is_key else Role.DETAIL
    how = "as a code" if protect else "as they stand"
    reason = f"Seems to hold {column.personal}: kept {how}{', to tell customers apart' if is_key else ''}."
    return replace(column, role=role, reason=reason, protect=protect)
