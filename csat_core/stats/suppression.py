"""Which cells of a table to hide, so that small groups stay hidden from subtraction too."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def hidden_cells(bases: ArrayLike, shown_from: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Two masks over a table of bases of any number of dimensions: hidden for a small base, hidden as the complement.

    Along every line of every dimension that hides exactly one group, the next smallest is hidden as well,
    until no line hides exactly one. Groups without answers protect nobody, so they do not count.
    """
    bases = np.asarray(bases)
    small = bases < shown_from
    hidden = small.copy()
    changed = True
    while changed:
        changed = False
        for axis in range(bases.ndim):
            lines, masks = np.moveaxis(bases, axis, -1), np.moveaxis(hidden, axis, -1)
            for index in np.ndindex(lines.shape[:-1]):
                changed |= _complete_line(lines[index], masks[index])
    return small, hidden & ~small


def _complete_line(bases: NDArray[np.int64], hidden: NDArray[np.bool_]) -> bool:
    """Whether a second group of the line had to be hidden; `hidden` is changed in place."""
    filled = bases > 0
    candidates = np.flatnonzero(filled & ~hidden)
    if np.count_nonzero(hidden & filled) != 1 or not len(candidates):
        return False
    hidden[candidates[np.argmin(bases[candidates])]] = True
    return True
