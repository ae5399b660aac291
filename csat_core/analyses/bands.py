"""Bands: where to cut a number before anybody chose, the same wherever it is put into bands."""

import math

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csat_core.analyses import answers
from csat_core.engine import ScopedEngine
from csat_core.model.dataset import Column, Dataset
from csat_core.model.derived import MOST_CUTS, banded
from csat_core.model.expectations import usual_cuts
from csat_core.model.scope import OutOfScopeError
from csat_core.model.view import View

QUARTERS = (0.25, 0.5, 0.75)


def proposed_cuts(engine: ScopedEngine, dataset: Dataset, view: View, number: Column) -> tuple[float, ...]:
    """Where `number` is cut as the plan of the dataset says, as is usual for it, else into quarters of the answers in view.

    No request where its name tells, else two. A guarded scope has one set of bands; raises OutOfScopeError without.
    """
    if engine.scope.is_guarded:
        return shared_cuts(engine, number)
    usual = dataset.plan.cuts_of(number.id) or usual_cuts(number)
    if usual:
        return usual
    fine = grid(engine, view, number)
    table = answers.counted(engine, view, (banded(number, fine).id,))
    counts = by_band(table, number, fine, answers.question_of(dataset, view))
    return quarters(counts[:-1].sum(axis=1), fine)


def shared_cuts(engine: ScopedEngine, number: Column) -> tuple[float, ...]:
    """Where a guarded scope cuts `number`; raises OutOfScopeError where it does not."""
    cuts = engine.scope.bands_of(number.id)
    if not cuts:
        raise OutOfScopeError
    return cuts


def grid(engine: ScopedEngine, view: View, number: Column) -> tuple[float, ...]:
    """Cuts narrow enough to find quarters between: evenly over three standard deviations around the mean, rounded."""
    found = engine.moments(view.dataset_id, [number.id], view.where).to_pylist()[0]
    base = found["n"]
    if not base:
        return (0.0,)
    mean = found[number.id] / base
    deviation = math.sqrt(max(0.0, found[f"{number.id}*{number.id}"] / base - mean**2))
    if deviation <= 1e-9 * max(1.0, abs(mean)):
        return (float(f"{mean:.6g}"),)
    digits = 1 - math.floor(math.log10(3 * deviation / (MOST_CUTS - 1)))
    even = np.linspace(mean - 1.5 * deviation, mean + 1.5 * deviation, MOST_CUTS)
    return tuple(sorted({round(float(cut), digits - 1) + 0.0 for cut in even}))


def quarters(bases: NDArray[np.int64], fine: tuple[float, ...]) -> tuple[float, ...]:
    """The cuts of `fine` that come nearest to dividing the answers into quarters, none of them leaving a band empty."""
    reached = bases.cumsum()[:-1] / max(1, bases.sum())
    nearest = {int(np.abs(reached - quarter).argmin()) for quarter in QUARTERS}
    dividing = [at for at in sorted(nearest) if 0 < reached[at] < 1]
    return tuple(fine[at] for at in dividing) or fine[:1]


def by_band(table: pd.DataFrame, number: Column, fine: tuple[float, ...], question: Column) -> NDArray[np.int64]:
    """Answer counts by band and position, the answers without a number in the last row."""
    column = banded(number, fine)
    row_of = {level: row for row, level in enumerate(column.levels)}
    keys = [len(row_of) if pd.isna(level) else row_of[level] for level in table[column.id]]
    return answers.matrix(table, np.array(keys, dtype=np.int64), len(row_of) + 1, question)
