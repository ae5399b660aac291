"""Predicates: what narrows the responses a number is computed from. Frozen, so that they are cache keys too."""

from dataclasses import dataclass
from datetime import date

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """The column holds one of `values`; None stands for blank."""

    column: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """The column lies between `low` and `high`, both included; None leaves a side open."""

    column: str
    low: int | float | date | None = None
    high: int | float | date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contains:
    """The text of the column holds `text`, letter case ignored; nothing in it is a pattern."""

    column: str
    text: str


Predicate = OneOf | Between | Contains
