"""Columns of numbers that no name calls a rating and that stand among ratings on their scale, or go with them: `Salary`, 1 to 5."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.aspects import Frame, framed
from csat_core.ingest.proposal.clues import as_question
from csat_core.ingest.proposal.going_together import AS_RATINGS_DO, CHANCE, alone_in, goes_along, is_with
from csat_core.ingest.proposal.questions_alike import GRID
from csat_core.ingest.proposal.roles import BY_GROUPS, NO_RATINGS, TEXTS_AS_GROUPS
from csat_core.ingest.scales.answers import FoundScale, answers_of
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.scales.shown_spans import TAIL
from csat_core.ingest.scales.stated_range import stated_range
from csat_core.ingest.texts.names import only_says
from csat_core.ingest.texts.reading import number_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import LONGEST_NAME, asks_rating, says, says_groups, states
from csat_core.model.dataset import Role
from csat_core.model.scale import Scale

AMONG_RATINGS = "it stands between ratings on this scale."
NO_MONEY = "its numbers are all the answers of a rating of the file, and neither money nor weights."
STATED_ALIKE = "its name says the scale as that of another rating does."
STATEMENT = "it states something, and its answers are those of a rating of the file."
NAMED_ALIKE = "its name begins or ends as that of another rating does."
"""What ends the reason of a column that its place, its numbers or its name make one of the ratings around it."""
REACHED = 0.6
"""How much of the span of a scale numbers reach over that may be answers on it."""
OTHERWISE = (
    Meaning.METRIC, Meaning.COUNTED, Meaning.AGE, Meaning.INCOME, Meaning.GROUP, Meaning.REVENUE, Meaning.WEIGHT, Meaning.RANK,
    Meaning.OTHER_ID, Meaning.RESPONSE_ID, Meaning.CUSTOMER, Meaning.PLACE_CODE,
)  # fmt: skip
"""What a name says that the numbers are besides ratings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The ends of the scales of the ratings of a file, by position, and of the numbers beside them that fill such a scale."""

    rated: Mapping[int, Bounds]
    others: Mapping[int, Bounds]

    def are_between(self, position: int) -> bool:
        """Whether the numbers of a column, and whatever like them is beside it, stand between ratings on their scale."""
        own = self.others.get(position)
        return own is not None and all(self._rated_from(position, step) == own for step in (-1, 1))

    def show(self, position: int) -> int:
        """How many ratings of the file are on the scale that the numbers of a column fill."""
        return Counter(self.rated.values())[self.others[position]]

    def _rated_from(self, position: int, step: int) -> Bounds | None:
        own, at = self.others[position], position + step
        while self.others.get(at) == own:
            at += step
        return self.rated.get(at)


def surroundings_in(columns: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile]) -> Surroundings:
    """The ratings in numbers among `columns`, and the numbers and groups that hold every answer of some scale and no others."""
    rated = {each.position: _ends(each.scale.values) for each in columns if each.scale and not each.positions}
    filled = {each.position: _filled(profiles[each.position]) for each in columns if each.position not in rated}
    return Surroundings(rated=rated, others={at: ends for at, ends in filled.items() if ends})


def with_runs_rated(
    drafts: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile], scales: Mapping[int, FoundScale]
) -> list[ColumnMapping]:
    """The columns, numbers between ratings on their scale as drivers, unless they get few towards its end, as counts do.

    Under a name that says nothing numbers are drivers where they are on the scale of a rating and go with the ratings.
    What is called money or a weight, and would change every sum or every score, need not stand between them.
    Groups written as numbers are drivers where their names say the scale as that of a rating does, or rate one thing of several
    as that of a rating does: `sat_region` beside `sat_price`; or where they, or numbers of any name, go with the ratings on their scale as these go with each other.
    """
    around, alone = surroundings_in(drafts, profiles), alone_in(profiles)
    stated = Counter(around.rated[each.position] for each in drafts if _states(each, around.rated))
    may_be_alike = any(each.position in around.others and each.reason.startswith(BY_GROUPS) for each in drafts)
    alike = Counter(
        (frame, around.rated[each.position])
        for each in (drafts if may_be_alike else ())
        if each.position in around.rated
        for frame in _frames(each)
    )

    def read(draft: ColumnMapping) -> ColumnMapping:
        found, ends = scales.get(draft.position), around.others.get(draft.position)
        rated = _going_along(draft, found, drafts, profiles) or _lettered_alike(draft, found, drafts, profiles)
        if rated := rated or _stated_alike(draft, drafts, profiles[draft.position]):
            return rated
        if found is None or not found.numeric:
            return draft
        if _goes_as_ratings(draft, found, around, profiles):
            rated = as_question(profiles[draft.position], found, Role.DRIVER)
            return replace(rated, reason=f"{rated.reason.removesuffix('.')}; {AS_RATINGS_DO}")
        if ends is None or _ends(found.scale.values) != ends:
            return draft
        is_one = around.are_between(draft.position) and around.show(draft.position) >= GRID
        if _is_number(draft) and is_one and not _falls_off(profiles[draft.position], ends):
            said = AMONG_RATINGS
        elif _changes_all(draft, profiles[draft.position], ends) and around.show(draft.position):
            said = NO_MONEY
        elif _is_statement(draft) and around.show(draft.position) and draft.position not in alone:
            said = STATEMENT
        elif draft.reason.startswith(BY_GROUPS) and stated[ends] and _states(draft, around.others):
            said = STATED_ALIKE
        elif draft.reason.startswith(BY_GROUPS) and any(alike[frame, ends] for frame in _frames(draft)):
            said = NAMED_ALIKE
        else:
            return draft
        rated = as_question(profiles[draft.position], found, Role.DRIVER)
        return replace(rated, reason=f"{rated.reason.removesuffix('.')}; {said}")

    return [read(draft) for draft in drafts]


def says_nothing(draft: ColumnMapping) -> bool:
    """Whether a column is kept as a number and its name does not say what its numbers are, but perhaps that people state something."""
    if draft.role is not Role.METRIC or draft.reason != NO_RATINGS:
        return False
    is_tallied = any(only_says(text, Meaning.TALLIED) for text in draft.wording)
    return states(draft.wording) or not (is_tallied or says(draft.wording, *OTHERWISE))


def _going_along(
    draft: ColumnMapping,
    found: FoundScale | None,
    drafts: Sequence[ColumnMapping],
    profiles: Mapping[int, ColumnProfile],
) -> ColumnMapping | None:
    """Numbers without a telling name as answers on the scale of a rating with which they go; None where there is none."""
    profile = profiles[draft.position]
    if not says_nothing(draft) or not goes_along(profile):
        return None
    for other in drafts:
        if other.scale is None or other.positions or not is_with(profile, profiles[other.position]):
            continue
        if fills(profile, other.scale, "."):
            same = found and _ends(found.scale.values) == _ends(other.scale.values)
            rated = as_question(profile, found if found and same else answers_on(other.scale, profile), Role.DRIVER)
            said = f"its answers are on the scale of '{other.name}' and go with those of the ratings of the file."
            return replace(rated, reason=f"{rated.reason.removesuffix('.')}; {said}")
    return None


def _stated_alike(
    draft: ColumnMapping, drafts: Sequence[ColumnMapping], profile: ColumnProfile
) -> ColumnMapping | None:
    """Numbers as answers on the scale that their name says as that of a rating does, `Support (0-100)`; None elsewhere.

    The rest of the name says nothing, or what would be money or who served: `Sales consultant 0-100`.
    """
    span = stated_range(draft.name) if says_nothing(draft) or draft.role in (Role.REVENUE, Role.AGENT) else None
    for other in drafts if span else ():
        if other.scale is None or other.positions or stated_range(other.name) != span:
            continue
        if profile.whole == profile.numeric == profile.filled and _is_within(profile, other.scale):
            rated = as_question(profile, answers_on(other.scale, profile), Role.DRIVER)
            return replace(rated, reason=f"{rated.reason.removesuffix('.')}; {STATED_ALIKE}")
    return None


def answers_on(scale: Scale, profile: ColumnProfile) -> FoundScale:
    """The numbers of a column as answers on a scale that another one has."""
    answers, plain = answers_of(profile), scale.backwards if scale.is_reversed else scale
    return FoundScale(
        scale=scale,
        reason=f"The answers are whole numbers from {plain.name}.",
        not_applicable=answers.not_applicable,
        dont_know=answers.dont_know,
        numeric=True,
    )


def _lettered_alike(
    draft: ColumnMapping,
    found: FoundScale | None,
    drafts: Sequence[ColumnMapping],
    profiles: Mapping[int, ColumnProfile],
) -> ColumnMapping | None:
    """Groups in words or letters under the name of a rating as one on the scale that a rating has, `Driver grade`; None elsewhere.

    So are numbers in equal parts, such as the 2.5, 5, 7.5 and 10 of four faces, under a name that says nothing.
    """
    is_group = draft.role is Role.SEGMENT and draft.reason.endswith(TEXTS_AS_GROUPS) and asks_rating(draft.wording)
    if found is None or found.numeric or found.scale.points == 2 or not (is_group or says_nothing(draft)):
        return None  # yes and no stand below any name
    alike = any(each.scale == found.scale and asks_rating(each.wording) for each in drafts)
    return as_question(profiles[draft.position], found, Role.DRIVER) if alike else None


def fills(profile: ColumnProfile, scale: Scale, decimal: str) -> bool:
    """Whether the numbers of a column are answers of a scale, and reach over most of it."""
    if profile.lowest is None or profile.highest is None or not _is_within(profile, scale):
        return False
    low, high = min(scale.values), max(scale.values)
    numbers = {number_of(text, profile.mark or decimal) for text, _ in profile.top}
    return numbers <= set(scale.values) and profile.highest - profile.lowest >= REACHED * (high - low)


def _is_within(profile: ColumnProfile, scale: Scale) -> bool:
    low, high = min(scale.values), max(scale.values)
    return (
        profile.lowest is not None and profile.highest is not None and low <= profile.lowest <= profile.highest <= high
    )


def _goes_as_ratings(
    draft: ColumnMapping, found: FoundScale, around: Surroundings, profiles: Mapping[int, ColumnProfile]
) -> bool:
    """Whether numbers under another name go with several ratings on their scale, and not surely less closely than each of these does."""
    profile, ends = profiles[draft.position], _ends(found.scale.values)
    if not draft.reason.startswith((BY_GROUPS, NO_RATINGS)) or says_groups(draft.wording) or not goes_along(profile):
        return False
    sisters = [profiles[at] for at, own in around.rated.items() if own == ends and goes_along(profiles[at])]
    if len(sisters) < GRID or not _is_within(profile, found.scale):
        return False
    least = min(abs(each.described.company or 0) for each in sisters)
    by_chance = CHANCE * (1 - least**2) / sqrt(profile.filled)
    return abs(profile.described.company or 0) >= least - by_chance and all(is_with(profile, each) for each in sisters)


def _is_number(draft: ColumnMapping) -> bool:
    """Whether a column is kept as a number, as incomes or as money, and its name does not say in so many words that something is counted."""
    asks_count = says(draft.wording, Meaning.COUNTED) and not any(
        only_says(text, Meaning.COUNTED) for text in draft.wording
    )
    is_metric = draft.role is Role.METRIC and draft.reason == NO_RATINGS
    are_incomes = draft.reason.startswith(BY_GROUPS) and says(draft.wording, Meaning.INCOME)
    return not asks_count and (is_metric or are_incomes or draft.role is Role.REVENUE)


def _is_statement(draft: ColumnMapping) -> bool:
    """Whether numbers or groups stand under a whole sentence in which people speak of themselves."""
    is_kept = draft.role is Role.METRIC and draft.reason == NO_RATINGS
    long = any(len(text.split()) > LONGEST_NAME for text in draft.wording)
    return (is_kept or draft.reason.startswith(BY_GROUPS)) and long and states(draft.wording)


def _changes_all(draft: ColumnMapping, profile: ColumnProfile, ends: Bounds) -> bool:
    """Whether a column is kept as money or as a weight; weights that get few stand for that many responses."""
    return draft.role is Role.REVENUE or (draft.role is Role.WEIGHT and not _falls_off(profile, ends))


def _states(draft: ColumnMapping, ends: Mapping[int, Bounds]) -> bool:
    """Whether the name says the span on which its answers lie."""
    said = stated_range(draft.name)
    return said is not None and (said.low, said.high) == ends.get(draft.position)


def _frames(draft: ColumnMapping) -> set[Frame]:
    """The words at either end of the name that rate what stands beside them: `sat` of `sat_price`."""
    return {frame for frame, _ in framed(draft.name)}


def _filled(profile: ColumnProfile) -> Bounds | None:
    """The lowest and the highest of the whole numbers of a column that has all between them; None for any other column."""
    low, high = profile.lowest, profile.highest
    if low is None or high is None or not profile.whole == profile.numeric == profile.filled:
        return None
    return (int(low), int(high)) if low < high and profile.distinct == high - low + 1 else None


def _falls_off(profile: ColumnProfile, ends: Bounds) -> bool:
    """Whether few gave the highest answer, compared with the commonest one."""
    counts = dict(profile.top)
    return counts.get(str(ends[1]), 0) < TAIL * max(counts.values())


def _ends(values: Sequence[float]) -> Bounds:
    return int(min(values)), int(max(values))
