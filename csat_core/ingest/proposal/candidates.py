"""The columns that come nearest to an outcome where none is one, so that a refusal can name them."""

from collections.abc import Iterable
from dataclasses import dataclass

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.cell_facts import only_holds
from csat_core.ingest.proposal.clues import flag_words
from csat_core.ingest.scales.answers import Answers, answers_of
from csat_core.ingest.texts.vocabulary import YES_NO, Meaning
from csat_core.ingest.texts.wordings import asks_rating, outcome_strength, says, sounds_rated
from csat_core.model.dataset import Role
from csat_core.model.scale import MOST_POINTS, number_text

MOST_NAMED, MOST_ANSWERS, SHOWN = 3, 11, 4
FEWEST, PERCENT = 2, 100
_FLAGS = frozenset(flag_words(YES_NO))
_POSSIBLE = (Role.SEGMENT, Role.METRIC, Role.IGNORE)
_OTHERS = (
    Meaning.GROUP,
    Meaning.AGENT,
    Meaning.PLACE_CODE,
    Meaning.AGE,
    Meaning.INCOME,
    Meaning.CUSTOMER,
    Meaning.OTHER_ID,
    Meaning.BIRTH,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A column that may be the outcome."""

    position: int
    name: str
    answers: str
    """Its most frequent answers, in words for a sentence."""
    scale: str
    """Its scale as it would be typed, with the words for the ends where it is not known."""

    @property
    def is_in_words(self) -> bool:
        """Whether its answers are words, of which a person knows the order."""
        return "|" in self.scale


def candidates_in(columns: Iterable[ColumnMapping], profiles: Iterable[ColumnProfile]) -> tuple[Candidate, ...]:
    """The likeliest columns first: by what their names say, then by how few answers they hold; none of keys, dates and texts."""
    by_position = {profile.position: profile for profile in profiles}
    ranked = []
    for column in columns:
        profile = by_position[column.position]
        answers = answers_of(profile)
        numbers = profile.numeric == profile.filled and profile.whole == profile.filled
        most = MOST_POINTS if numbers else MOST_ANSWERS
        named = (
            outcome_strength(column.wording) or 30 * asks_rating(column.wording) or 20 * sounds_rated(column.wording)
        )
        # what a layout knows is something else, and so are ticks, whatever the question says
        known = profile.described.hint is not None or (not named and only_holds(profile, _FLAGS))
        few = not answers.unseen and FEWEST <= len(answers.texts) <= most
        if known or not few or column.role not in _POSSIBLE or column.personal:
            continue
        other = says(column.wording, *_OTHERS) or (numbers and profile.distinct == 2)
        if named or not other:
            ranked.append(
                (-named, other, len(answers.texts), column.position, _candidate(column, profile, answers, numbers))
            )
    return tuple(found for *_, found in sorted(ranked, key=lambda rank: rank[:4])[:MOST_NAMED])


def averages_in(columns: Iterable[ColumnMapping], profiles: Iterable[ColumnProfile]) -> tuple[str, ...]:
    """What columns named like an outcome hold that are no single answers, `'csat' numbers from 3.39 to 5`; empty without one."""
    by_position = {profile.position: profile for profile in profiles}
    named = [(column, by_position[column.position]) for column in columns if column.role is Role.METRIC]
    return tuple(
        f"'{column.name}' numbers from {number_text(profile.lowest)} to {number_text(profile.highest)}"
        for column, profile in named
        if outcome_strength(column.wording) and profile.lowest is not None and profile.highest is not None
        if profile.whole < profile.numeric and 0 <= profile.lowest <= profile.highest <= PERCENT
    )[:MOST_NAMED]


def _candidate(column: ColumnMapping, profile: ColumnProfile, answers: Answers, numbers: bool) -> Candidate:
    shown = ", ".join(f"'{answers.written[text][:40]}'" for text, _ in answers.texts[:SHOWN])
    more = len(answers.texts) - SHOWN
    scale = "WORST|BEST" if len(answers.texts) == FEWEST else "WORST|...|BEST"
    if numbers and profile.lowest is not None and profile.highest is not None:
        scale = f"{number_text(profile.lowest)}-{number_text(profile.highest)}"
    return Candidate(
        position=column.position,
        name=column.name,
        answers=f"{shown} and {more} more" if more > 0 else shown,
        scale=scale,
    )
