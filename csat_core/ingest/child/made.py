"""A column of the reshaped table, as an expression over the cells of `file_cells`."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from csat_core.ingest.detection import PLAIN, Described, Hint
from csat_core.ingest.texts.expressions import Bindings

YES, NO = "Yes", "No"
Expression = Callable[[Bindings], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One column of the reshaped table."""

    name: str
    expression: Expression
    described: Described = PLAIN
    full_name: str = ""
    """The longer name it takes where another column has the same one."""
    source: int | None = None
    """The column of the file that it is, cell by cell."""
    is_ticked: bool = False
    """Whether it is one that people ticked or left blank."""


def as_choice(described: Described) -> Described:
    """What is said of a column of yes and no: a group, unless the layout knows better."""
    hint = Hint(role="segment", reason="One of several choices that could be ticked together.")
    return replace(described, hint=described.hint or hint)


def short(name: str) -> str:
    """A name as evidence quotes it."""
    return name if len(name) <= 80 else f"{name[:79]}\u2026"
