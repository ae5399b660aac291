"""Placing: where labels stand beside their marks so that none covers another."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place or a distance in pixels, to the right and up."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Room in pixels, from the lower left."""

    left: float
    right: float
    bottom: float
    top: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share room."""
        is_beside = self.right <= other.left or other.right <= self.left
        return not (is_beside or self.top <= other.bottom or other.top <= self.bottom)

    def leaves(self, area: "Box") -> bool:
        """Whether a part lies outside of `area`."""
        return self.left < area.left or self.right > area.right or self.bottom < area.bottom or self.top > area.top


MARK = 8
"""Half a mark with its margin."""

GAPS = (14, 24, 38, 56, 78, 104, 134)
"""How far away a label may stand."""


def placed(
    marks: Sequence[Spot], widths: Sequence[float], line: float, area: Box, taken: Sequence[Box], bars: Sequence[Box]
) -> list[Spot]:
    """The distance of the middle of each label from its mark: the nearest place that covers nothing.

    Labels, marks and `taken` are never covered as long as there is room, `bars` rarely. Crowded marks choose first.
    """
    points = [Box(left=m.x - MARK, right=m.x + MARK, bottom=m.y - MARK, top=m.y + MARK) for m in marks]
    labels: dict[int, Box] = {}
    found: dict[int, Spot] = {}
    order = sorted(range(len(marks)), key=lambda at: -_neighbours(marks, at))
    for at in order:
        obstacles = [*taken, *labels.values(), *points]

        def cost(spot: Spot, at: int = at, obstacles: Sequence[Box] = obstacles) -> float:
            box = _box(marks[at], spot, widths[at], line)
            covered = sum(box.overlaps(other) for other in obstacles)
            crossed = sum(box.overlaps(bar) for bar in bars)
            crossed += 3 * sum(_passes(marks[at], spot, other) for other in marks if other is not marks[at])
            distance = abs(spot.y) + max(0.0, abs(spot.x) - widths[at] / 2)
            return 1_000 * covered + 2_000 * box.leaves(area) + 30 * crossed + distance

        found[at] = min(_spots(widths[at]), key=cost)
        labels[at] = _box(marks[at], found[at], widths[at], line)
    return [found[at] for at in range(len(marks))]


def _passes(mark: Spot, spot: Spot, other: Spot) -> bool:
    """Whether a line from `mark` to the middle of its label runs over another mark."""
    along = (0.25, 0.5, 0.75)
    return any(abs(mark.x + a * spot.x - other.x) < MARK and abs(mark.y + a * spot.y - other.y) < MARK for a in along)


def _neighbours(marks: Sequence[Spot], at: int) -> int:
    here = marks[at]
    return sum(abs(mark.x - here.x) < 120 and abs(mark.y - here.y) < 40 for mark in marks)


def _box(mark: Spot, spot: Spot, width: float, line: float) -> Box:
    x, y = mark.x + spot.x, mark.y + spot.y
    return Box(left=x - width / 2, right=x + width / 2, bottom=y - line / 2, top=y + line / 2)


def _spots(width: float) -> list[Spot]:
    """Right, left, above, below, and the corners, from near to far."""
    found = []
    for gap in GAPS:
        beside = width / 2 + gap
        found += [Spot(x=beside, y=0), Spot(x=-beside, y=0), Spot(x=0, y=gap), Spot(x=0, y=-gap)]
        found += [Spot(x=side * beside, y=up * 0.7 * gap) for side in (1, -1) for up in (1, -1)]
        found += [Spot(x=side * width / 3, y=up * gap) for side in (1, -1) for up in (1, -1)]
    return found
