"""What a layout can wish of the rows and columns of a file; `reshaping` fulfils it over the whole table.

Columns are named by their number in the file, from 1. A wish is only fulfilled where the cells bear it out.
"""

from dataclasses import dataclass
from enum import StrEnum

from csat_core.ingest.detection import PLAIN, Described


class Code(StrEnum):
    """Why a whole row is no response."""

    PREVIEW = "preview"
    UNFINISHED = "unfinished"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Rows that are no responses: those with one of some texts in a column, or with nothing in it."""

    code: Code
    reason: str
    """In words a person can check; kept beside each row."""
    column: int
    texts: tuple[str, ...] = ()
    """Folded; without any it is the blank cells that tell."""
    unless: bool = False
    """Whether the rows with any other text are meant."""
    kept: bool = False
    """Whether such rows stay unless a person asks for the contrary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footer:
    """The last row of the file, where it is a note: a row with nothing but its first cell."""

    reason: str


TICKS = frozenset(
    ("1", "x", "y", "yes", "true", "on", "selected", "checked", "ticked", "\u2713", "\u2714", "\u2611", "\u2612", "\u25cf",
     "ja", "oui", "s\u00ed", "si", "sim", "tak", "quoted")
)  # fmt: skip
"""Folded signs that a choice was ticked, in exports that do not repeat its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a question that has a column for each."""

    column: int
    text: str
    name: str
    """Of the column where it stays one of its own."""
    described: Described = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Columns that may be the answers of one question: a ticked cell holds the answer, or a sign."""

    name: str
    """Of the one column that holds the answer where nobody ticked two."""
    options: tuple[Option, ...]
    described: Described = PLAIN
    other: int | None = None
    """The column where people wrote an answer of their own; it stays as it is."""
    other_text: str = ""
    single: bool = True
    """Whether the answers may become one column."""
    blank_is_no: bool = False
    """Whether a row without a tick in any of the columns says no to all of them."""
    is_known: bool = False
    """Whether earlier files tell that the columns are ticked, so that nobody need have ticked them in this one."""
    unticked: tuple[str, ...] = ()
    """Folded texts, of our own words, that are no tick where they stand: 0 and no."""


def ticks_in(column: int, name: str, *, is_known: bool = False) -> Choices:
    """A column that is ticked or left blank: yes or no."""
    option = Option(column=column, text=name, name=name)
    return Choices(name=name, options=(option,), single=False, blank_is_no=True, is_known=is_known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A column whose cells may hold several choices."""

    column: int
    separators: tuple[str, ...] = (", ", ";")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """A column that may hold the answers of several questions; another column says of which."""

    column: int
    by: int
    scales: tuple[tuple[str, str], ...] = ()
    """The scale of each kind of question that has one of its own, as a person would type it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A column of yes and no made from another one."""

    name: str
    column: int
    no: tuple[str, ...]
    """Folded texts that mean no; a blank means no, too."""
    needs: tuple[str, ...] = ()
    """Folded texts of which one must occur: without them the column would say yes to everybody."""
    described: Described = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """A column in which some texts say that there is no answer: they come out blank."""

    column: int
    texts: tuple[str, ...]
    """Folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A column in which some texts say the same answer as another one."""

    column: int
    texts: tuple[tuple[str, str], ...]
    """Folded text, and the answer it stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nested:
    """A column whose cells may hold JSON objects: each part becomes a column."""

    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Everything a layout wishes of a file."""

    aside: tuple[Aside, ...] = ()
    footer: Footer | None = None
    choices: tuple[Choices, ...] = ()
    joined: tuple[Joined, ...] = ()
    parted: tuple[Parted, ...] = ()
    flags: tuple[Flag, ...] = ()
    silent: tuple[Silent, ...] = ()
    alike: tuple[Alike, ...] = ()
    nested: tuple[Nested, ...] = ()

    @property
    def remakes(self) -> bool:
        """Whether columns may come out otherwise than they are in the file."""
        return bool(
            self.choices or self.joined or self.parted or self.flags or self.silent or self.alike or self.nested
        )


NO_WISHES = Wishes()
