"""Bands: where to cut a number so that its bands hold about as many answers each."""

import numpy as np

from csat_core.engine import ScopedEngine
from csat_core.model.dataset import Column, Dataset
from csat_core.model.derived import Bands, banded
from csat_core.model.view import View

ROUND_CUTS = (0, 1, 3, 5, 10, 30, 60, 100, 300, 1_000, 10_000, 100_000)
"""What people say: minutes, contacts, dollars. Whoever wants others types them."""
QUARTERS = (0.25, 0.5, 0.75)


def proposed_cuts(engine: ScopedEngine, dataset: Dataset, view: View, number: Column) -> tuple[float, ...]:
    """Up to three round cuts near the quartiles of `number` in view; one at 0 where nothing is known. One request."""
    fine = banded(number, tuple(map(float, ROUND_CUTS)))
    found = engine.counts(dataset.id, [fine.id], view.where).to_pylist()
    by_level = {row[fine.id]: row["n"] for row in found if row[fine.id] is not None}
    counts = np.array(
        [by_level.get(level, 0) for level in Bands(number=number.id, cuts=tuple(map(float, ROUND_CUTS))).levels]
    )
    if not counts.sum():
        return (0.0,)
    reached = counts.cumsum()[:-1] / counts.sum()
    inside = np.flatnonzero((reached > 0) & (reached < 1))
    if not len(inside):
        return (0.0,)
    nearest = {int(inside[np.argmin(np.abs(reached[inside] - quarter))]) for quarter in QUARTERS}
    return tuple(float(ROUND_CUTS[at]) for at in sorted(nearest))
