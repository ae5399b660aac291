"""The key of a response: told from its name, and from codes of which no two rows have the same."""

import re
from collections.abc import Mapping, Sequence

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.proposal.cell_facts import (
    are_numbered,
    counts_up,
    holds_links,
    is_many_valued,
    is_unique,
    is_wordy,
)
from csat_core.ingest.proposal.clues import MEASURED, Clues
from csat_core.ingest.proposal.companies import names_companies
from csat_core.ingest.proposal.date_orders import date_orders
from csat_core.ingest.proposal.privacy import EMAILS, personal_kind
from csat_core.ingest.texts import names
from csat_core.ingest.texts.reading import words_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import says
from csat_core.model.dataset import Role

LOOKED_AT = 100
FEWEST, FEWEST_NUMBERS, SHORTEST, CLOSE = 5, 20, 4, 0.1
"""Under a name that says no response, such as `Stay`: so many codes, or so many plain numbers of so many digits (or any that
something was numbered with), or as few as of codes where the highest is hardly a tenth more than the lowest."""
RUNNING = "Only counts the rows, and the next file may count from 1 again."
_SAME = "Every row has another code, and the name says"
OF_SOMETHING = f"{_SAME} a key, though not of what: taken for the key of the response."
AT_FIRST = "Every row has another code, and no other column stands before it: taken for the key of the response."
_WHOSE = (Meaning.PERSONS, Meaning.CUSTOMER, Meaning.AGENT, Meaning.PERSONAL)
_NO_KEYS = (*MEASURED, Meaning.GROUP, Meaning.PLACE_CODE, Meaning.AGE)
_CODE = re.compile(r"(?=.{1,40}$)[\w.#:/-]*\d[\w.#:/-]*")
_AMOUNT = re.compile(r"\d+[.,]\d+")


def response_id(clues: Clues) -> ColumnMapping | None:
    """The key of a response, where the name says so and few of its values repeat. None for any other column."""
    if _only_counts(clues):
        return clues.as_role(Role.IGNORE, RUNNING)
    if not clues.says(Meaning.RESPONSE_ID) or _holds_something_else(clues.profile):
        return None
    unique = is_unique(clues.profile)
    # somebody may answer twice: a value that repeats is a response that came twice only where the name leaves no doubt
    if unique or (surely_names_responses(clues.name) and is_many_valued(clues.profile)):
        said = f"The name says so and {'no value repeats' if unique else 'few repeat'}.{_counted(clues.profile)}"
        return clues.as_role(Role.RESPONSE_ID, said)
    return None


def with_codes_as_response_id(
    drafts: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile]
) -> list[ColumnMapping]:
    """The columns with codes that no two rows share as the key of the response: under the name of what a response is of
    (a case, a stay), else under that of any key but of a person or a company, else before all others under a name that says nothing.

    Unchanged where another column is the key, or none is like that.
    """
    if any(draft.role is Role.RESPONSE_ID for draft in drafts):
        return list(drafts)
    free = [draft for draft in drafts if _is_free(draft, profiles[draft.position])]
    kinds = (
        (_is_of_response, f"{_SAME} of what: the key of the response."),
        (_is_of_something, OF_SOMETHING),
        (_stands_first, AT_FIRST),
    )
    for found, said in ((draft, said) for fits, said in kinds for draft in free if fits(profiles[draft.position])):
        reason = f"{said}{_counted(profiles[found.position])}"
        key = ColumnMapping(
            position=found.position, name=found.name, label=found.label, role=Role.RESPONSE_ID, reason=reason
        )
        return [key if draft is found else draft for draft in drafts]
    return list(drafts)


def doubtful_key(column: ColumnMapping, profile: ColumnProfile) -> Problem | None:
    """The problem of a key that may be of something else than the response; None of any other column."""
    if column.role is not Role.RESPONSE_ID or not column.reason.startswith((OF_SOMETHING, AT_FIRST)):
        return None
    found = (
        f"'{column.name}' is taken for the response id, as each of its {profile.filled:,} rows has another code: of later files "
        "rows with a code that is there already are left out. If it is the key of something else"
    )
    return Problem(
        code="perhaps_response_id", column=column.name, count=profile.filled,
        message=f'{found}, say --map "{column.name}={Role.IGNORE}".',
        on_page=f"{found}, leave it out under Columns.",
    )  # fmt: skip


def _only_counts(clues: Clues) -> bool:
    """Whether the column numbers the rows from 1 under a name that says no more, such as `Nr.` or `Case`."""
    is_bare = clues.says(Meaning.CASE) and not clues.says(Meaning.RESPONSE_ID, Meaning.CASE_ID)
    return (is_bare or clues.says(Meaning.RUNNING)) and counts_up(clues.profile)


def _is_free(draft: ColumnMapping, profile: ColumnProfile) -> bool:
    """Whether nothing else is known of a column, and every row has another code in it."""
    is_free = draft.role in (Role.IGNORE, Role.METRIC, Role.SEGMENT) and draft.reason != RUNNING
    is_known = bool(draft.personal or profile.described.hint)
    return is_free and not is_known and not profile.blank and is_unique(profile) and holds_codes(profile)


def _is_of_response(profile: ColumnProfile) -> bool:
    """Whether the name says what a response is of, and the cells are no counts."""
    if says(profile.wording, Meaning.CASE_ID):
        return True
    return says(profile.wording, Meaning.CASE) and not says(profile.wording, *MEASURED) and _are_many_codes(profile)


def _is_of_something(profile: ColumnProfile) -> bool:
    """Whether the name says a key of something that is no person and no company, and the cells are no counts."""
    first, *others = words_of(profile.name).split() or [""]
    is_key = names.says(profile.name, Meaning.OTHER_ID, Meaning.RUNNING) or names.says(first, Meaning.OTHER_ID)
    if not is_key or says(profile.wording, *_NO_KEYS):
        return False
    of_what = (" ".join(others), " ".join([first, *others[:-1]]))
    is_whose = says((profile.name, *of_what), *_WHOSE) or names_companies(profile.name)
    return not is_whose and not counts_up(profile) and _are_many_codes(profile)


def _stands_first(profile: ColumnProfile) -> bool:
    """Whether the column stands before all others under a name that says nothing known, such as `V1` or `Barcode`."""
    is_known = any(map(names.meanings_of, profile.wording)) or names_companies(profile.name)
    return profile.position == 1 and not is_known and not counts_up(profile) and _are_many_codes(profile)


def _are_many_codes(profile: ColumnProfile) -> bool:
    if profile.numeric < profile.filled:
        return profile.filled >= FEWEST
    few = FEWEST if _lie_close(profile) else FEWEST_NUMBERS
    return are_numbered(profile) or (profile.filled >= few and profile.mean_length >= SHORTEST)


def _lie_close(profile: ColumnProfile) -> bool:
    """Whether numbers lie so close to each other and so far from 0 as those that are given one after the other do."""
    low, high = profile.lowest or 0, profile.highest or 0
    return high - low < CLOSE * low


def numbers_things(profile: ColumnProfile) -> bool:
    """Whether plain numbers are codes of things, such as of tickets, rather than a measure of them."""
    return profile.whole == profile.filled and _are_many_codes(profile) and holds_codes(profile)


def _counted(profile: ColumnProfile) -> str:
    """A doubt about keys that count from 1, which the next file may do again; empty for others."""
    if not counts_up(profile):
        return ""
    return " It counts from 1: if the next file does so again, its rows would be taken for these; leave it out then."


def holds_codes(profile: ColumnProfile) -> bool:
    """Whether every cell that was looked at is a code with a digit, and none an amount, a day, an address or a link."""
    texts = [text for text, _ in profile.top[:LOOKED_AT]]
    codes = all(_CODE.fullmatch(text) and not _AMOUNT.fullmatch(text) for text in texts)
    return codes and not (holds_links(profile) or date_orders(profile)) and personal_kind(profile) is None


def _holds_something_else(profile: ColumnProfile) -> bool:
    """Whether the cells are sentences, days or e-mail addresses, whatever the name says."""
    return is_wordy(profile) or personal_kind(profile) == EMAILS or bool(profile.dates and date_orders(profile))


def names_responses(name: str) -> bool:
    """Whether `name` can hardly mean anything but the key of a response."""
    own = re.search(r"\b(?:response|responseid|submission|respondent)\b|^(?:id|#)$", words_of(name))
    return own is not None and names.says(name, Meaning.RESPONSE_ID)


def surely_names_responses(name: str) -> bool:
    """Whether `name` says a response and not, as `ID` or `Respondent` may, whoever gave it."""
    return re.search(r"\b(?:response|responseid|submission)\b", words_of(name)) is not None and names_responses(name)


def may_name_people(name: str) -> bool:
    """Whether `name` may be the key of a response or of whoever gave it: `ID`, `#`, `Respondent`."""
    return names_responses(name) and not surely_names_responses(name)
