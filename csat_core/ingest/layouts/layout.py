"""What a layout is: it knows one kind of export by its first rows and says where names and data are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from csat_core.ingest.detection import Described
from csat_core.ingest.layouts.shape import NO_WISHES, Wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """Where the names and the data are in the first rows of a file."""

    layout: str
    """The id of the layout."""
    names: tuple[str, ...]
    """One for each column, as the file has it; empty where it has none."""
    header_rows: int
    """How many rows hold names and what belongs to them; 0 where the columns have none."""
    first_record: int
    """The index of the first row of data, counted from 0; blank lines count."""
    evidence: tuple[str, ...]
    described: tuple[Described, ...] = ()
    """What the file says of each column beside its name; empty where it says nothing of any."""
    header: tuple[tuple[str, ...], ...] = ()
    """The rows of names letter by letter, so that rows set aside can go out below them and be known again."""
    above: tuple[tuple[str, ...], ...] = ()
    """The rows above the names."""
    wishes: Wishes = NO_WISHES
    """What should become of rows and columns once the whole table is read."""


class Layout(Protocol):
    """One kind of export, in a module of its own."""

    ID: str
    """As documents and the command line say it: `surveymonkey`."""
    TITLE: str
    """As people call it: `SurveyMonkey`."""

    def recognise(self, head: Sequence[Sequence[str]]) -> Recognised | None:
        """Where names and data are in these rows; None where they are not of this kind."""
