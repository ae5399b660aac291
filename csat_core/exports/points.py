"""Points on two axes, as numbers for programs that draw their own: they stay editable there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from csat_core.figures.placing import Box
from csat_core.words.headings import Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A value with its 95 % interval; the limits are NaN where they are not known."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing on two axes."""

    label: str
    across: Reach
    up: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class PointGroup:
    """Points that look alike."""

    name: str
    tone: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Groups of points, and where the lines cross that divide them."""

    groups: tuple[PointGroup, ...]
    """Those that have points."""
    across: Heading
    """What the numbers are from left to right, with the words for the axis."""
    up: Heading
    meeting: tuple[float, float]
    """From the left, and from below."""

    @property
    def all(self) -> tuple[Point, ...]:
        """Every point, group by group."""
        return tuple(point for group in self.groups for point in group.points)

    @property
    def lines(self) -> tuple[tuple[str, tuple[tuple[float, float], ...]], ...]:
        """The name of each line that divides them, and both its ends."""
        (across, up), (left, below) = self.frame, self.meeting
        return (
            ("Average, from left to right", ((across.low, below), (across.high, below))),
            ("Average, from below", ((left, up.low), (left, up.high))),
        )

    @property
    def frame(self) -> tuple["Ends", "Ends"]:
        """Where both axes begin and end: in whole steps around every interval, shares within 0 and 1."""
        return (
            _ends([*_reached(point.across for point in self.all), self.meeting[0]]),
            _ends([*_reached(point.up for point in self.all), self.meeting[1]]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The ends of an axis of shares and the step of its marks."""

    low: float
    high: float
    step: float


class Side(StrEnum):
    """Where a label stands beside its point."""

    RIGHT = "right"
    LEFT = "left"
    ABOVE = "above"
    BELOW = "below"


LETTER, LINE, MARK, GAP = 5.6, 15.0, 6.0, 8.0
"""A letter and a line of a label, half a mark, and the middle of a mark to its label, in pixels of the plot below."""
PLOT = (780.0, 300.0)
"""The room that the points have in a workbook and on a slide, roughly."""


def sides(points: Points) -> tuple[Side, ...]:
    """Where the label of each point stands, in the order of `all`: the side where it covers fewest marks, labels and edges."""
    across, up = points.frame
    places = [
        (
            (point.across.value - across.low) / (across.high - across.low) * PLOT[0],
            (point.up.value - up.low) / (up.high - up.low) * PLOT[1],
        )
        for point in points.all
    ]
    taken = [Box(left=x - MARK, right=x + MARK, bottom=y - MARK, top=y + MARK) for x, y in places]
    area = Box(left=0, right=PLOT[0], bottom=0, top=PLOT[1])
    found = []
    for (x, y), point in zip(places, points.all, strict=True):
        rooms = {side: _room(side, x, y, LETTER * len(point.label)) for side in Side}
        best = min(Side, key=lambda side: _cost(rooms[side], taken, area))
        taken.append(rooms[best])
        found.append(best)
    return tuple(found)


def _room(side: Side, x: float, y: float, width: float) -> Box:
    """What a label covers."""
    match side:
        case Side.RIGHT:
            return Box(left=x + GAP, right=x + GAP + width, bottom=y - LINE / 2, top=y + LINE / 2)
        case Side.LEFT:
            return Box(left=x - GAP - width, right=x - GAP, bottom=y - LINE / 2, top=y + LINE / 2)
        case Side.ABOVE:
            return Box(left=x - width / 2, right=x + width / 2, bottom=y + GAP, top=y + GAP + LINE)
        case _:
            return Box(left=x - width / 2, right=x + width / 2, bottom=y - GAP - LINE, top=y - GAP)


def _cost(room: Box, taken: Sequence[Box], area: Box) -> int:
    return sum(room.overlaps(other) for other in taken) + 2 * room.leaves(area)


def _reached(reaches: Iterator[Reach]) -> Iterator[float]:
    for reach in reaches:
        yield from (each for each in (reach.value, reach.low, reach.high) if each == each)


def _ends(values: Sequence[float]) -> Ends:
    low, high = min(values), max(values)
    step = next(each for each in (0.01, 0.02, 0.05, 0.1, 0.2, 0.5) if (high - low) / each <= 8 or each == 0.5)
    bottom, top = (low // step) * step, -(-high // step) * step
    return Ends(low=max(0.0, round(bottom, 6)), high=min(1.0, round(max(top, bottom + step), 6)), step=step)
