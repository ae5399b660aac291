"""Which groups of a table to put together, so that no filter that a reader may set ever leaves a small group.

The table of every filter and every group is published as a whole: whatever can be worked out from it by adding and
subtracting is a union of its cells. So it gives no small group away once none of its cells is small - a group too small
under some filter joins the others that are, or the table is not told under that filter.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, combinations

import numpy as np
from numpy.typing import NDArray

Bases = NDArray[np.int64]
Mask = NDArray[np.bool_]
Together = frozenset[int]
"""Filters that are set at the same time, by number."""

WORTH = 0.25
"""A view counts for a quarter as much for each filter that is set in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooling:
    """How a table of filters and groups may be told."""

    filters: tuple[Mask, ...]
    """Of each filter the values under which it is told; the others are one value."""
    groups: tuple[Mask, ...]
    """Of each dimension the groups that stand alone; the others are one group."""
    together: frozenset[Together]
    """Which filters may be set at the same time; none at all is always among them."""
    is_safe: bool
    """False where even the whole is too small."""


def every_set(filters: int) -> frozenset[Together]:
    """All sets of so many filters."""
    numbers = range(filters)
    return frozenset(map(frozenset, chain.from_iterable(combinations(numbers, n) for n in range(filters + 1))))


def pooled(
    bases: Bases,
    shown_from: int,
    filters: Iterable[Mask],
    groups: Iterable[Mask],
    together: frozenset[Together],
    *,
    is_rigid: bool = False,
) -> Pooling:
    """What to put together so that every cell has a base of 0 or at least `shown_from`.

    `bases` has several kinds of base along its first axis, then an axis for each filter, then one for each dimension of
    groups; a cell is small if any of its bases is. The masks say which values may stand alone at all. In every step that
    goes first which mends most small cells for what it takes away; with `is_rigid` no filter is told to stand back alone.
    """
    search = _Search(
        bases,
        shown_from,
        [mask.copy() for mask in filters],
        [mask.copy() for mask in groups],
        set(together),
        is_rigid=is_rigid,
    )
    while (small := search.first_small()) is not None and search.mend(*small):
        pass
    return Pooling(
        filters=tuple(search.filters),
        groups=tuple(search.groups),
        together=frozenset(search.together),
        is_safe=small is None,
    )


def is_told_safely(bases: Bases, shown_from: int, told: Pooling) -> bool:
    """Whether every cell of other `bases` of the same table has 0 or at least `shown_from`, told in this way."""
    search = _Search(bases, shown_from, list(told.filters), list(told.groups), set(told.together), is_rigid=True)
    return search.first_small() is None


class _Search:
    """The choices so far; every step takes one away, so it ends."""

    def __init__(
        self,
        bases: Bases,
        shown_from: int,
        filters: list[Mask],
        groups: list[Mask],
        together: set[Together],
        *,
        is_rigid: bool,
    ) -> None:
        self.bases, self.shown_from, self.is_rigid = bases, shown_from, is_rigid
        self.filters, self.groups, self.together = filters, groups, together
        self.parts = [self._parts(axis) for axis in range(1, bases.ndim)]

    def _parts(self, axis: int) -> NDArray[np.float64]:
        """Each value's part of all responses."""
        other = tuple(at for at in range(self.bases.ndim) if at not in (0, axis))
        sizes = self.bases.sum(axis=other)[0].astype(float)
        return np.asarray(sizes / max(1.0, sizes.sum()), dtype=float)

    def _cells(self, chosen: Together) -> Bases:
        """The cells while the filters `chosen` are set: what stands alone in order, the rest of each axis last."""
        cells = self.bases
        for number, kept in enumerate(self.filters):
            cells = _folded(cells, number + 1, kept) if number in chosen else cells.sum(axis=number + 1, keepdims=True)
        for number, kept in enumerate(self.groups):
            cells = _folded(cells, len(self.filters) + 1 + number, kept)
        return cells

    def first_small(self) -> tuple[Together, Mask] | None:
        """The fewest filters with a small cell, and where those cells are; None where there is none."""
        for chosen in sorted(self.together, key=lambda each: (len(each), sorted(each))):
            cells = self._cells(chosen)
            small: Mask = np.asarray(((cells > 0) & (cells < self.shown_from)).any(axis=0))
            if small.any():
                return chosen, small
        return None

    def mend(self, chosen: Together, small: Mask) -> bool:
        """Whether there was anything left to put together; the best of it was."""
        best = max(self._offers(chosen, small), key=lambda offer: offer[0], default=None)
        if best is None:
            return False
        _, axis, values = best
        if axis is None:
            self.together = {each for each in self.together if not each >= chosen}
        else:
            kept = self.filters[axis] if axis < len(self.filters) else self.groups[axis - len(self.filters)]
            kept[values] = False
        return True

    def _offers(self, chosen: Together, small: Mask) -> Iterator[tuple[float, int | None, NDArray[np.int64]]]:
        """For each way how many small cells it mends per thing lost, the axis (None: these filters), and its values."""
        looked = {each: WORTH ** len(each) for each in self.together}
        if chosen and not self.is_rigid:
            lost = sum(worth for each, worth in looked.items() if each >= chosen)
            yield small.sum() / lost, None, np.array([], dtype=np.int64)
        for axis, kept in enumerate((*self.filters, *self.groups)):
            is_filter = axis < len(self.filters)
            if not kept.any() or (is_filter and axis not in chosen):
                continue
            worth = sum(w for each, w in looked.items() if not is_filter or axis in each)
            found = small.sum(axis=tuple(at for at in range(small.ndim) if at != axis)).astype(float)
            standing = np.flatnonzero(kept)
            order = np.argsort(self.parts[axis][standing], kind="stable")
            alone = np.flatnonzero(found[:-1] > 0)
            mended = found[:-1]
            mended[order[0]] += found[-1]  # a small rest grows by the smallest that stands alone
            score = mended / (worth * (self.parts[axis][standing] + 1e-6))
            best = int(score.argmax())
            if score[best] > 0:
                # where nothing else could be done about them, all that are small themselves go at once
                at_once = (not chosen and len(self.groups) == 1) or (self.is_rigid and len(chosen) == 1)
                yield float(score[best]), axis, standing[alone if at_once and len(alone) else np.array([best])]


def _folded(cells: Bases, axis: int, kept: Mask) -> Bases:
    """The values that are `kept` along `axis`, and all others as one behind them."""
    rest = np.compress(~kept, cells, axis=axis).sum(axis=axis, keepdims=True)
    return np.concatenate([np.compress(kept, cells, axis=axis), rest], axis=axis)
