"""What is known of a column of whole numbers beside its cells: by its name, by the text of its question, by its neighbours."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from csat_core.ingest.scales.grades import Grades
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.scales.stated_ends import StatedEnd, StatedEnds
from csat_core.ingest.scales.stated_range import TWENTY, StatedRange
from csat_core.model.scale import Scale

GRADE_RANGE: Bounds = (1, 6)
"""Grades where nothing says how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is known beside the cells of the column itself."""

    rated: bool = False
    """The name sounds like a rating."""
    recommend: bool = False
    """The name asks for a recommendation: 0-10 then, even where nobody gave a 0."""
    stars: bool = False
    """It speaks of stars, half of which is the fewest."""
    effort: bool = False
    """It asks for an effort: 1-5 or 1-7 then, where all of these answers were given."""
    siblings: Mapping[Bounds, int]
    """How many other columns of the file show each scale from end to end."""
    companions: Mapping[Bounds, int] = field(default_factory=dict)
    """The same where the answers of the column itself are to be believed first: they are compared with it."""
    between: tuple[Bounds, ...] = ()
    """The scale that the answers end on, and the longer one of other questions; empty where one of them is settled."""
    grid: tuple[Bounds, ...] = ()
    """The scale on which the answers to all questions in its words lie together, and the others that it may be."""
    stated: StatedEnds | None = None
    """What the name says of the ends: `(1 = best, 5 = worst)`."""

    end: StatedEnd | None = None
    """What it says of one end: `(1 = best)`."""
    unknown: tuple[tuple[int, str], ...] = ()
    """The numbers that it ties to words of which nobody knows whether they are good."""
    recoded: str | None = None
    """The words by which it says that its numbers were turned around, or have to be."""
    silent: tuple[tuple[int, str], ...] = ()
    """The numbers that it says to be no answers."""
    span: StatedRange | None = None
    """What it says of the span: `from 1 to 10`."""
    whether: bool = False
    """It asks for a yes or a no."""
    grades: Grades | None = None
    """The grades of a school that it speaks of."""
    language: str | None = None
    """The code of the language that the columns are named in, where one stands out."""
    offered: Mapping[str, str] = field(default_factory=dict)
    """Answers in words that nobody gave and that others in these words show: by folded text, as the file writes them."""
    without_zero: frozenset[Bounds] = frozenset()
    """The scales from end to end that other columns show without a 0 among many answers."""

    @property
    def stated_bounds(self) -> tuple[Bounds, ...]:
        """The bounds that the name says, the likelier ones first; empty where it says none."""
        if self.stated is not None:
            return (self.stated.ends,)
        if self.span is None:
            return (GRADE_RANGE,) if self.grades and self.grades.is_certain else ()
        if self.span.low is not None:
            return ((self.span.low, self.span.high),)
        lows = (1,) if self.span.high == 5 else (0,) if self.span.high == TWENTY else (1, 0)
        return tuple((low, self.span.high) for low in lows)

    @property
    def source(self) -> str:
        """What says the ends, as the subject of a sentence."""
        return self.stated.source if self.stated else "the name"

    @property
    def says_direction(self) -> bool:
        """Whether the name explains which end is the best, beyond speaking of grades."""
        by_word = self.grades is not None and self.end is not None and self.end.words == self.grades.word
        return self.stated is not None or (self.end is not None and not by_word)

    def says_lowest(self, scale: Scale) -> bool:
        """Whether the name says the lowest answer of this scale."""
        lowest = min(scale.values)
        spans = self.span is not None and self.span.low == lowest
        return spans or (self.stated is not None and self.stated.low == lowest)

    def says_span(self, bounds: Bounds) -> bool:
        """Whether the name says both ends of the scale, each as it is."""
        spans = self.span is not None and (self.span.low, self.span.high) == bounds
        return spans or (self.stated is not None and self.stated.ends == bounds)

    def best_is_lowest(self, bounds: Bounds) -> str | None:
        """The words of the name by which the lowest number of a scale is its best; None where it is not."""
        if self.stated is not None:
            return self.stated.words if self.stated.ends == bounds and self.stated.is_reversed else None
        return self.end.words if self.end is not None and self.end.reverses(bounds) else None

    def settle(self, bounds: Bounds) -> bool:
        """Whether the name or the neighbours say that the scale has these ends."""
        return bounds in self.siblings or bounds in self.stated_bounds or bounds in self.grid[:1]
