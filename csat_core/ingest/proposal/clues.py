"""What is known of one column while its role is looked for, and what becomes of it in a role."""

from dataclasses import dataclass

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.cell_facts import is_mostly, only_holds
from csat_core.ingest.scales.answers import FoundScale, answers_of
from csat_core.ingest.texts.names import only_says
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import STAYED_LEFT, YES_NO, Meaning
from csat_core.ingest.texts.wordings import Wording, says, says_groups
from csat_core.model.dataset import Role
from csat_core.model.scale import Scale

MOST_GROUPS = 200
"""A column with more different values than this is no proposed segment."""
FEW_GROUPS = 12
MOST_AGENTS = 1_000

MEASURED = (Meaning.COUNTED, Meaning.METRIC, Meaning.REVENUE, Meaning.WEIGHT)

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
        named = self.says(*MEASURED)
        return is_mostly(round(self.numeric * self.profile.filled), self.profile.filled, named)

    def says(self, *meanings: Meaning) -> bool:
        """Whether the name or the text of the question says any of `meanings`."""
        return says(self.wording, *meanings)

    @property
    def says_groups(self) -> bool:
        """Whether the name says that it sorts people or answers into groups."""
        return says_groups(self.wording)

    @property
    def is_tallied(self) -> bool:
        """Whether the name is that of something people count, such as `Adults` or `Days open`, and nothing else."""
        return any(only_says(text, Meaning.TALLIED) for text in self.wording)

    def as_role(self, role: Role, reason: str) -> ColumnMapping:
        """The column in `role`, for `reason`."""
        return ColumnMapping(
            position=self.profile.position, name=self.name, label=self.profile.described.label, role=role, reason=reason
        )


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
        doubt=_doubt(profile.name, found),
        ways=found.ways,
        question=_contradiction(profile.name, found),
    )


def _doubt(name: str, found: FoundScale) -> str | None:
    """What a person must settle where the column is an outcome; None where nothing leaves direction or scale open."""
    if found.doubt is None:
        return None
    if found.ways:
        ways = [f'--scale "{name}={way}"' for way in found.ways]
        options = f"{', '.join(ways[:-1])} or {ways[-1]}"
        return f"On which scale the answers of '{name}' lie is not settled: {found.doubt}; say {options}, worst answer first."
    return direction_asked(name, found.scale, found.doubt)


def direction_asked(name: str, scale: Scale, why: str) -> str:
    """What a person must settle where `why` leaves open which end of `scale` is the best."""
    return (
        f"Which answer of '{name}' is the best is not settled: {why}; "
        f'say --scale "{name}={scale.name}" or --scale "{name}={scale.backwards.name}", worst answer first.'
    )


def _contradiction(name: str, found: FoundScale) -> str | None:
    """What a person must settle where the file says two things of the direction of a scale; None otherwise."""
    return found.contradicts and direction_asked(name, found.scale, found.contradicts)


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


def many(distinct: int) -> str:
    """How many different values, as a profile counts them."""
    return "more than 10,000" if distinct > 10_000 else f"{distinct:,}"


TOO_MANY = "too many to group by"
"""Stands in the reason of a column of texts that is left out for that."""
