"""Datasets: what was imported, column by column, with the roles that say what each column is for."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from csat_core.errors import CsatError
from csat_core.model.event import Event
from csat_core.model.plan import UNPLANNED, Plan
from csat_core.model.scale import Scale


class Role(StrEnum):
    """What a column is used for."""

    OUTCOME = "outcome"
    DRIVER = "driver"
    SEGMENT = "segment"
    TOUCHPOINT = "touchpoint"
    TIME = "time"
    COMMENT = "comment"
    RESPONSE_ID = "response_id"
    CUSTOMER = "customer"
    AGENT = "agent"
    WEIGHT = "weight"
    REVENUE = "revenue"
    CHURNED = "churned"
    INVITED = "invited"
    METRIC = "metric"
    DETAIL = "detail"
    """Kept beside each answer and used for nothing else."""
    IGNORE = "ignore"

    @property
    def storage(self) -> str:
        """How the column is kept: question, segment, number, text, day, or nothing."""
        return _STORAGE[self]


_STORAGE = {
    **dict.fromkeys((Role.OUTCOME, Role.DRIVER), "question"),
    **dict.fromkeys((Role.SEGMENT, Role.TOUCHPOINT, Role.AGENT), "segment"),
    **dict.fromkeys((Role.WEIGHT, Role.REVENUE, Role.CHURNED, Role.INVITED, Role.METRIC), "number"),
    **dict.fromkeys((Role.COMMENT, Role.RESPONSE_ID, Role.CUSTOMER, Role.DETAIL), "text"),
    Role.TIME: "day",
    Role.IGNORE: "nothing",
}


class ColumnNotFoundError(CsatError):
    """A column was named that the dataset does not have, or has more than once."""


_CODE = re.compile(r"(?=\S*\d)\S+")
"""A name of one word with a digit in it."""
_ITEM = re.compile(r"(?P<question>.*\S)(?: - (?P<after>.{2,}?)|\s*\[(?P<within>[^\[\]]{2,})\])", re.DOTALL)
"""The text of one row of a grid, as survey tools write it."""
LONGEST_TITLE = 80


def titled(text: str) -> str:
    """`text`, where it is a long row of a grid with the row first and the question cut behind it."""
    found = _ITEM.fullmatch(text) if len(text) > LONGEST_TITLE else None
    if found is None:
        return text
    item = found["after"] or found["within"]
    room = LONGEST_TITLE - len(item) - 3
    return f"{item}: {found['question'][:room].rstrip()}\u2026" if room >= LONGEST_TITLE // 4 else item


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a dataset: its physical id and what the person calls it."""

    id: str
    """`q01` question, `s01` segment, `n01` number, `t01` text, `day`: the only name that ever meets SQL."""
    name: str
    """As the file writes it. Never an identifier, never trusted."""
    role: Role
    position: int
    """Where it stood in the file, counted from 1."""
    label: str = ""
    """The text of the question, where the file has one beside the name."""
    scale: Scale | None = None
    scheme: str | None = None
    """The scheme proposed for a question, by id."""
    levels: tuple[str, ...] = ()
    """The values of a segment, most frequent first; the stages in order for a touchpoint; No and Yes for a number whose
    0 and 1 the file writes in words."""
    answered: int = 0
    blank: int = 0
    not_applicable: int = 0
    dont_know: int = 0

    @property
    def divides(self) -> bool:
        """Whether a segment has groups to compare: a shop that is the only one so far has none, until a file brings others."""
        return len(self.levels) != 1 or bool(self.blank)

    @property
    def title(self) -> str:
        """What people are shown: the name, or the text of the question where the name is a code such as Q12_3.

        A long text begins with what it asks of: `Speed: How satisfied are you with ...`.
        """
        return titled(self.label if self.label and _CODE.fullmatch(self.name) else self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """What is known of a dataset without looking at a single response."""

    id: int
    name: str
    version: int
    columns: tuple[Column, ...]
    responses: int
    """Rows kept, answered or not."""
    since: date | None
    until: date | None
    """The first and last day in the file; None without dates."""
    kind: str = "relationship"
    """`relationship` (how are we doing) or `touchpoint` (how was this)."""
    industry: str | None = None
    owner: str | None = None
    customers: int | None = None
    """All customers, typed in; None where unknown."""
    invited: int | None = None
    """All customers asked, typed in; None where unknown."""
    plan: Plan = UNPLANNED
    events: tuple[Event, ...] = ()
    """What happened, by day."""
    withholds_days: bool = False
    """Whether responses carry days that are not told here, each period being too small to be shown."""

    def with_role(self, *roles: Role) -> tuple[Column, ...]:
        """The columns with any of `roles`, in the order of the file."""
        return tuple(column for column in self.columns if column.role in roles)

    @property
    def questions(self) -> tuple[Column, ...]:
        """The rated questions, outcomes first."""
        return self.with_role(Role.OUTCOME) + self.with_role(Role.DRIVER)

    @property
    def segments(self) -> tuple[Column, ...]:
        """Every column that divides the customers: segments, touchpoints, agents."""
        return self.with_role(Role.SEGMENT, Role.TOUCHPOINT, Role.AGENT)

    @property
    def outcome(self) -> Column:
        """The primary outcome: the first outcome of the mapping."""
        return self.with_role(Role.OUTCOME)[0]

    @property
    def first_question(self) -> Column:
        """The question that pages begin with: the planned outcome, else the primary one."""
        return next((column for column in self.questions if column.id == self.plan.outcome), self.outcome)

    @property
    def drivers(self) -> tuple[Column, ...]:
        """The drivers to look at: the planned ones that are there, else all."""
        found = self.with_role(Role.DRIVER)
        return tuple(column for column in found if column.id in self.plan.drivers) or found

    @property
    def segments_of_interest(self) -> tuple[Column, ...]:
        """The segments that have groups to compare, those of the plan first and in its order."""
        order = {column_id: at for at, column_id in enumerate(self.plan.segments)}
        there = (column for column in self.segments if column.divides)
        return tuple(sorted(there, key=lambda column: order.get(column.id, len(order))))

    @property
    def money(self) -> Column | None:
        """What customers are worth: of several columns the one that came last, as a second file brings a newer reading."""
        return next(iter(reversed(self.with_role(Role.REVENUE))), None)

    @property
    def answers(self) -> int:
        """Answers to the primary outcome."""
        return self.outcome.answered

    @property
    def has_days(self) -> bool:
        """Whether responses carry a day that is told here."""
        return self.since is not None

    @property
    def is_dated(self) -> bool:
        """Whether responses carry a day, told here or not."""
        return self.has_days or self.withholds_days

    @property
    def breaks(self) -> tuple[date, ...]:
        """The days on which a question changed its wording or scale: nothing is compared across them."""
        return tuple(sorted({event.day for event in self.events if event.is_break}))

    def column(self, column_id: str) -> Column:
        """The column called `column_id`; raises ColumnNotFoundError."""
        for column in self.columns:
            if column.id == column_id:
                return column
        raise ColumnNotFoundError(f"'{self.name}' has no column {column_id}.")

    def find(self, named: str, among: tuple[Column, ...] | None = None) -> Column:
        """The column a person means: by id, exact name, unique name or text ignoring case, or `#7` for the seventh.

        Raises ColumnNotFoundError listing the columns there are, or those that share the name.
        """
        columns = self.columns if among is None else among
        folded = named.strip().casefold()
        tries = (
            [column for column in columns if column.id == named],
            [column for column in columns if column.name == named],
            [column for column in columns if column.name.strip().casefold() == folded],
            [column for column in columns if folded and column.label.casefold() == folded],
            [column for column in columns if f"#{column.position}" == named.strip()],
        )
        for found in tries:
            if len(found) == 1:
                return found[0]
            if found:
                raise ColumnNotFoundError(
                    f"'{named}' names {len(found)} columns of '{self.name}': {_listed(tuple(found))}; "
                    "use an id or #number."
                )
        raise ColumnNotFoundError(
            f"'{self.name}' has no column '{named}' that fits here; there are: {_listed(columns)}."
        )


def _listed(columns: tuple[Column, ...]) -> str:
    return ", ".join(f"{column.id} '{column.name}' (#{column.position})" for column in columns) or "none"
