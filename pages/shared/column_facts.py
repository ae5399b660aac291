"""What is known of each column of a file that is not stored yet: its use, its scale, its cells, and why."""

from dataclasses import dataclass

from csat_core import words
from csat_core.ingest.checks import Checked
from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Mapping, called
from csat_core.ingest.proposal.cuts import cuts_text
from csat_core.ingest.scales.given_scales import near, spelled_out, without_near
from csat_core.model.dataset import Column, Role
from csat_core.model.formats import count
from pages.shared.draft import Draft

USES = {
    Role.OUTCOME: "Outcome, the score",
    Role.DRIVER: "Drivers of the score",
    Role.SEGMENT: "Segments to compare",
    Role.TOUCHPOINT: "Touchpoints, the stages of a journey",
    Role.TIME: "Time, the day of an answer",
    Role.COMMENT: "Comments",
    Role.RESPONSE_ID: "Ids of responses",
    Role.CUSTOMER: "Customers",
    Role.AGENT: "Agents",
    Role.WEIGHT: "Weights",
    Role.REVENUE: "Revenue",
    Role.CHURNED: "Left or stayed",
    Role.INVITED: "Invited or not",
    Role.METRIC: "Numbers to hold beside the score",
    Role.DETAIL: "Kept beside each answer",
    Role.IGNORE: "Left out",
}
"""What the columns of a role are for."""
EXAMPLES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One column as it is read."""

    named: str
    """`#position`, by which decisions are kept."""
    name: str
    asks: str
    """The text of the question, where the file has one beside the name."""
    role: str
    scale: str
    """As it would be typed, with the codes that mean no answer."""
    examples: str
    cells: str
    """How many cells are answered and how many say nothing, each kind for itself."""
    reason: str
    cuts: str = ""
    """Where a number is cut into bands, as it would be typed."""


def use_of(role: object) -> str:
    """What a role is called on the page."""
    return called(Role(str(role)))


def facts_of(draft: Draft, mapping: Mapping, checked: Checked | None = None) -> tuple[Facts, ...]:
    """The columns in the order of the mapping; `checked` knows the cells better than the file alone."""
    profiles = {profile.position: profile for profile in draft.staged.columns}
    kept = {column.position: column for column in checked.columns} if checked else {}
    not_asked = checked.not_asked if checked else {}
    return tuple(
        Facts(
            named=f"#{column.position}",
            name=words.straight(column.name),
            asks=words.straight(column.label),
            role=column.role.value,
            scale=words.straight(_typed(draft.scales.get(f"#{column.position}", ""), column)),
            examples=words.shortened(", ".join(value for value, _ in profiles[column.position].top[:EXAMPLES])),
            cells=_cells(kept.get(column.position), profiles[column.position], not_asked),
            reason=words.straight(column.reason),
            cuts=cuts_text(column.cuts),
        )
        for column in mapping.columns
    )


def _cells(column: Column | None, profile: ColumnProfile, not_asked: dict[str, int]) -> str:
    """The cells by what they say; what a file settles is told apart: a blank that was not asked is none."""
    if column is None:
        kinds: tuple[tuple[int, str], ...] = ((profile.filled, "filled"), (profile.blank, "blank"))
    else:
        filled = "answered" if column.role.storage == "question" else "filled"
        kinds = (
            (column.answered, filled), (column.blank, "blank"), (column.not_applicable, "not applicable"),
            (column.dont_know, "don't know"), (not_asked.get(column.id, 0), "not asked"),
        )  # fmt: skip
    return ", ".join(f"{count(many)} {kind}" for many, kind in kinds if many) or "all blank"


def _typed(decided: str, column: ColumnMapping) -> str:
    """The scale as it was typed, else as it would be."""
    if without_near(decided):
        return decided
    return near(_scale(column)) if decided else _scale(column)


def _scale(column: ColumnMapping) -> str:
    """The scale as it would be typed."""
    if column.scale is None:
        return ""
    codes = [(code, "na") for code in column.not_applicable] + [(code, "dk") for code in column.dont_know]
    # words such as "not applicable" are known without being declared
    return spelled_out(
        column.scale.name + "".join(f",{code}={kind}" for code, kind in codes if code.lstrip("-").isdigit())
    )
