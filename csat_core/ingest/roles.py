"""What a column is for, told from its name and from what it holds; one rule after the other, the first that speaks."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from csat_core.ingest import names
from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.privacy import KEYS, personal_kind
from csat_core.ingest.reading import fold, words_of
from csat_core.ingest.recognition import (
    MOSTLY,
    counts_the_rows,
    date_orders,
    date_share,
    holds_links,
    how_written,
    is_many_valued,
    is_mostly,
    is_unique,
    is_wordy,
    numeric_share,
    only_holds,
)
from csat_core.ingest.scales import FoundScale, answers_of
from csat_core.ingest.vocabulary import STAYED_LEFT, YES_NO, Meaning
from csat_core.ingest.wordings import Wording, says, sounds_rated
from csat_core.model.dataset import Role

MOST_GROUPS = 200
"""A column with more different values than this is no proposed segment."""
FEW_GROUPS = 12
MOST_AGENTS = 1_000

_MEASURED = (Meaning.COUNTED, Meaning.METRIC, Meaning.REVENUE, Meaning.WEIGHT)

Table = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What is known of one column while its role is looked for."""

    profile: ColumnProfile
    found: FoundScale | None
    numeric: float
    """The share (0-1) of cells that read as numbers."""

    @property
    def name(self) -> str:
        """The name of the column."""
        return self.profile.name

    @property
    def wording(self) -> Wording:
        """The name, and the text of the question where the file has one."""
        return self.profile.wording

    @property
    def is_number(self) -> bool:
        """Whether nearly all cells read as numbers."""
        named = self.says(*_MEASURED)
        return is_mostly(round(self.numeric * self.profile.filled), self.profile.filled, named)

    def says(self, *meanings: Meaning) -> bool:
        """Whether the name or the text of the question says any of `meanings`."""
        return says(self.wording, *meanings)

    def as_role(self, role: Role, reason: str) -> ColumnMapping:
        """The column in `role`, for `reason`."""
        return ColumnMapping(
            position=self.profile.position, name=self.name, label=self.profile.described.label, role=role, reason=reason
        )


def role_of(profile: ColumnProfile, found: FoundScale | None, decimal: str) -> ColumnMapping:
    """The column as it would be read on its own, before columns compete for a role that only one can have."""
    clues = Clues(profile=profile, found=found, numeric=numeric_share(profile, decimal))
    mapping = next(mapping for rule in _RULES if (mapping := rule(clues)) is not None)
    kind = personal_kind(profile) if mapping.role is Role.CUSTOMER else None
    return _left_out(clues, kind) if kind in KEYS else mapping


def as_question(profile: ColumnProfile, found: FoundScale, role: Role) -> ColumnMapping:
    """The column as a rated question on the scale `found`."""
    return ColumnMapping(
        position=profile.position,
        name=profile.name,
        label=profile.described.label,
        role=role,
        reason=found.reason,
        scale=found.scale,
        positions=found.positions,
        not_applicable=found.not_applicable,
        dont_know=found.dont_know,
        assumed=found.assumed,
        rival=found.rival,
        question=_contradiction(profile.name, found),
    )


def _contradiction(name: str, found: FoundScale) -> str | None:
    """What a person must settle where the file says two things of the direction of a scale; None otherwise."""
    if found.contradicts is None:
        return None
    backwards = "|".join(reversed(found.scale.labels))
    return (
        f"Which answer of '{name}' is the best is not settled: {found.contradicts}; "
        f'say --scale "{name}={found.scale.name}" or --scale "{name}={backwards}", worst answer first.'
    )


def as_number(profile: ColumnProfile, role: Role, reason: str) -> ColumnMapping:
    """The column as a number in `role`; where its cells are words such as yes and no, they count 1 and 0."""
    answers = answers_of(profile)
    table = STAYED_LEFT if role is Role.CHURNED else YES_NO
    is_flag = only_holds(profile, frozenset(flag_words(table))) and not only_holds(profile, frozenset(("0", "1")))
    flags = tuple(flag_words(table).items()) if is_flag else ()
    return ColumnMapping(
        position=profile.position,
        name=profile.name,
        label=profile.described.label,
        role=role,
        reason=reason,
        positions=flags,
        not_applicable=answers.not_applicable,
        dont_know=answers.dont_know,
    )


def flag_words(table: Table) -> dict[str, int]:
    """The folded words of every language that mean 0 or 1."""
    return {fold(word): value for zeros_ones in table.values() for value in (0, 1) for word in zeros_ones[value]}


def _empty(clues: Clues) -> ColumnMapping | None:
    return clues.as_role(Role.IGNORE, "The column is empty.") if clues.profile.filled == 0 else None


def _known(clues: Clues) -> ColumnMapping | None:
    """The column in the role that the layout of the file knows it to have, where its cells fit."""
    hint = clues.profile.described.hint
    if hint is None:
        return None
    found = _as_known(clues, Role(hint.role))
    if found is None:
        return None
    reason = hint.reason if found.reason == hint.reason else f"{hint.reason} {found.reason}".strip()
    personal = personal_kind(clues.profile) if found.role is Role.IGNORE else None
    return replace(found, reason=reason, personal=personal)


def _as_known(clues: Clues, role: Role) -> ColumnMapping | None:
    profile = clues.profile
    if role is Role.TIME:
        time = _time(clues)
        return time if time and time.role is Role.TIME else None
    fits = True
    match role.storage:
        case "question":
            return as_question(profile, clues.found, role) if clues.found else None
        case "number":
            is_flag = only_holds(profile, frozenset(flag_words(YES_NO)))
            return as_number(profile, role, "") if is_flag or clues.is_number else None
        case "segment":
            most = MOST_AGENTS if role is Role.AGENT else MOST_GROUPS
            fits = 2 <= profile.distinct <= most
        case "text":
            fits = role is not Role.RESPONSE_ID or is_unique(profile) or is_many_valued(profile)
    return clues.as_role(role, "") if fits else None


def _time(clues: Clues) -> ColumnMapping | None:
    orders = date_orders(clues.profile)
    if not orders:
        return None
    if clues.says(Meaning.BIRTH):
        return clues.as_role(Role.IGNORE, "Dates of birth are personal data and are not kept.")
    name, position = clues.name, clues.profile.position
    question = None
    if len(orders) > 1:
        example = clues.profile.top[0][0] if clues.profile.top else ""
        options = " or ".join(f'--map "{name}={Role.TIME}:{order}"' for order in orders)
        question = (
            f"Nothing in '{name}' says whether dates such as {example} begin with the day or the month; say {options}."
        )
    share = date_share(clues.profile)
    is_partly = 0 < share < MOSTLY
    many = f"{100 * share:.0f} % of the cells" if is_partly else "Nearly all cells"
    words = "" if question else f", {how_written(clues.profile, orders[0])}"
    reason = f"{many} are dates{words}{'; the others are set aside' if is_partly else ''}."
    return ColumnMapping(
        position=position,
        name=name,
        label=clues.profile.described.label,
        role=Role.TIME,
        reason=reason,
        date_order=orders[0],
        assumed=is_partly,
        question=question,
    )


def _agent(clues: Clues) -> ColumnMapping | None:
    rated = clues.found is not None and not clues.found.needs_name and sounds_rated(clues.wording)
    if not clues.says(Meaning.AGENT) or rated or clues.profile.distinct < 2:
        return None
    if is_unique(clues.profile) and clues.profile.distinct > FEW_GROUPS:
        return None
    return clues.as_role(Role.AGENT, "The name says who served the customer.")


def _personal(clues: Clues) -> ColumnMapping | None:
    kind = personal_kind(clues.profile)
    if kind is None or (clues.found and sounds_rated(clues.wording)):
        return None
    return _left_out(clues, kind)


def _left_out(clues: Clues, kind: str | None) -> ColumnMapping:
    left_out = clues.as_role(Role.IGNORE, f"Seems to hold {kind}: personal data is not kept.")
    return replace(left_out, personal=kind)


def _response_id(clues: Clues) -> ColumnMapping | None:
    if not clues.says(Meaning.RESPONSE_ID):
        return None
    unique = is_unique(clues.profile)
    if unique or (names_responses(clues.name) and is_many_valued(clues.profile)):
        return clues.as_role(
            Role.RESPONSE_ID, "The name says so and " + ("no value repeats." if unique else "few repeat.")
        )
    return None


def names_responses(name: str) -> bool:
    """Whether `name` can hardly mean anything but the key of a response."""
    own = re.search(r"\b(?:response|responseid|submission|respondent)\b|^(?:id|#)$", words_of(name))
    return own is not None and names.says(name, Meaning.RESPONSE_ID)


def _customer(clues: Clues) -> ColumnMapping | None:
    profile = clues.profile
    repeated_respondent = clues.says(Meaning.RESPONSE_ID) and "respondent" in words_of(clues.name)
    if not (clues.says(Meaning.CUSTOMER) or repeated_respondent) or is_wordy(profile):
        return None
    if sounds_rated(clues.wording) or clues.says(Meaning.COUNTED, Meaning.METRIC, Meaning.REVENUE):
        return None
    if not (is_many_valued(profile) or profile.distinct > MOST_GROUPS or clues.says(Meaning.OTHER_ID)):
        return None
    return clues.as_role(Role.CUSTOMER, f"The name says so: {_many(profile.distinct)} different customers.")


def _other_id(clues: Clues) -> ColumnMapping | None:
    profile = clues.profile
    if counts_the_rows(profile) and not clues.says(Meaning.COUNTED, Meaning.METRIC, Meaning.REVENUE):
        return clues.as_role(Role.IGNORE, "Only counts the rows.")
    if holds_links(profile):
        return clues.as_role(Role.IGNORE, "Holds web addresses.")
    named = clues.says(Meaning.OTHER_ID, Meaning.RESPONSE_ID) and not clues.says(Meaning.GROUP)
    if named and (is_many_valued(profile) or profile.distinct > MOST_GROUPS):
        return clues.as_role(Role.IGNORE, "A key that names neither the response nor the customer.")
    if names_responses(profile.name):
        return clues.as_role(Role.IGNORE, "The name says a response id, but most of its values repeat.")
    return None


def _flag(clues: Clues) -> ColumnMapping | None:
    for meaning, role, table in (
        (Meaning.CHURNED, Role.CHURNED, STAYED_LEFT),
        (Meaning.INVITED, Role.INVITED, YES_NO),
    ):
        if clues.says(meaning) and only_holds(clues.profile, frozenset(flag_words(table))):
            said = "who left" if role is Role.CHURNED else "who was asked"
            return as_number(clues.profile, role, f"The name says {said}, the cells yes or no.")
    if clues.says(Meaning.INVITED) and clues.is_number:
        return as_number(clues.profile, Role.INVITED, "The name says how many were asked.")
    return None


def _money(clues: Clues) -> ColumnMapping | None:
    if not clues.is_number or clues.profile.filled == 0 or sounds_rated(clues.wording):
        return None
    if clues.says(Meaning.WEIGHT) and (clues.profile.highest or 0) <= 100:
        return as_number(clues.profile, Role.WEIGHT, "The name says it weights the answers.")
    if clues.says(Meaning.REVENUE):
        return as_number(clues.profile, Role.REVENUE, "The name says what the customer is worth.")
    return None


def _rated(clues: Clues) -> ColumnMapping | None:
    found = clues.found
    if found is None:
        return None
    rated = sounds_rated(clues.wording)
    if not rated and clues.says(Meaning.RESPONSE_ID, Meaning.OTHER_ID):
        return None
    if found.needs_name and not rated:
        return None
    if found.numeric and clues.says(Meaning.COUNTED):
        return None
    if found.numeric and not rated and clues.says(Meaning.METRIC, Meaning.GROUP, Meaning.TOUCHPOINT):
        return None
    return as_question(clues.profile, found, Role.DRIVER)


def _place(clues: Clues) -> ColumnMapping | None:
    """Codes of places: groups where they are few, and never a number, though they are written as one."""
    if not clues.says(Meaning.PLACE_CODE) or sounds_rated(clues.wording):
        return None
    if 2 <= clues.profile.distinct <= MOST_GROUPS and not is_many_valued(clues.profile):
        return clues.as_role(Role.SEGMENT, f"The name says codes of places: {clues.profile.distinct} of them.")
    return clues.as_role(Role.IGNORE, "Codes of places, too many to group by.")


def _touchpoint(clues: Clues) -> ColumnMapping | None:
    if not clues.says(Meaning.TOUCHPOINT) or clues.is_number or not 2 <= clues.profile.distinct <= MOST_GROUPS:
        return None
    return clues.as_role(Role.TOUCHPOINT, f"The name says stages of the journey: {clues.profile.distinct} of them.")


def _numbers(clues: Clues) -> ColumnMapping | None:
    profile = clues.profile
    if not clues.is_number:
        return None
    groups = clues.says(Meaning.GROUP) and not clues.says(Meaning.COUNTED) and 2 <= profile.distinct <= MOST_GROUPS
    keys = clues.says(Meaning.OTHER_ID, Meaning.RESPONSE_ID) and not clues.says(*_MEASURED)
    if keys and not groups and not 2 <= profile.distinct <= MOST_GROUPS:
        return clues.as_role(Role.IGNORE, "The name says a key, and its numbers measure nothing.")
    if (groups or keys) and not is_unique(profile):
        return clues.as_role(Role.SEGMENT, f"The name says groups, written as {profile.distinct} numbers.")
    flags = only_holds(profile, frozenset(("0", "1")))
    if flags and profile.distinct == 2:
        return clues.as_role(Role.SEGMENT, "Holds 0 and 1: two groups.")
    return as_number(profile, Role.METRIC, "Holds numbers that are no ratings.")


def _comment(clues: Clues) -> ColumnMapping | None:
    profile = clues.profile
    varied = profile.distinct > MOST_GROUPS or is_many_valued(profile)
    if clues.says(Meaning.COMMENT) and (varied or (is_wordy(profile) and profile.distinct > 20)):
        return clues.as_role(Role.COMMENT, "The name says so, and the texts differ.")
    # few and repeated, as in a small file or where people answer with one word: the name weighs more than that
    flags = only_holds(profile, frozenset(flag_words(YES_NO)))
    if clues.says(Meaning.VERBATIM) and not clues.says(Meaning.GROUP) and not flags:
        return clues.as_role(Role.COMMENT, "The name says so.")
    if varied and is_wordy(profile):
        return clues.as_role(Role.COMMENT, f"Sentences of {profile.mean_length:.0f} characters on average.")
    return None


def _segment(clues: Clues) -> ColumnMapping | None:
    profile = clues.profile
    # in a file of a few rows most values of any column are different ones
    few = profile.distinct <= FEW_GROUPS and (not is_unique(profile) or clues.says(Meaning.GROUP))
    if not 2 <= profile.distinct <= MOST_GROUPS or (is_many_valued(profile) and not few):
        return None
    return clues.as_role(Role.SEGMENT, f"Holds {profile.distinct} different texts: groups to compare.")


def _leftover(clues: Clues) -> ColumnMapping:
    profile = clues.profile
    if profile.distinct == 1:
        return clues.as_role(Role.IGNORE, "Holds one value only: nothing to compare.")
    return clues.as_role(Role.IGNORE, f"{_many(profile.distinct)} different texts: too many to group by.")


def _many(distinct: int) -> str:
    return "more than 10,000" if distinct > 10_000 else f"{distinct:,}"


_RULES: tuple[Callable[[Clues], ColumnMapping | None], ...] = (
    _empty, _known, _response_id, _customer, _time, _agent, _personal, _flag, _money, _place, _rated, _touchpoint, _other_id, _numbers,
    _comment, _segment, _leftover,
)  # fmt: skip
