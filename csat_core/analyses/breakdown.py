"""Breakdown: the score of each level of a segment, of each period, or of both crossed."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csat_core.analyses import answers
from csat_core.analyses.scoring import governed, measured, no_rows
from csat_core.engine import ScopedEngine
from csat_core.model.dataset import Column, Dataset
from csat_core.model.period import Grain
from csat_core.model.policy import BasePolicy
from csat_core.model.scheme import find_scheme
from csat_core.model.view import View


def breakdown(
    engine: ScopedEngine,
    dataset: Dataset,
    view: View,
    policy: BasePolicy,
    by: Sequence[Column] = (),
    grain: Grain | None = None,
) -> pd.DataFrame:
    """One governed row for each combination in the data: `period` (with a grain), each column id of `by`, the numbers.

    A blank level is None. Rows are hidden along every margin. One request to the engine.
    """
    question, scheme = answers.question_of(dataset, view), find_scheme(view.scheme)
    assert question.scale is not None
    keys = [column.id for column in by]
    table = answers.counted(engine, view, [*(["day"] if grain else []), *keys])
    if grain:
        table = table[table["day"].notna()].reset_index(drop=True)
        table.insert(0, "period", answers.period_starts(table["day"], grain))
        keys = ["period", *keys]
    if table.empty and keys:
        return no_rows(*keys)
    codes, levels = _codes(table, keys)
    shape = tuple(len(values) for values in levels) or (1,)
    flat = np.ravel_multi_index(codes, shape) if keys else np.zeros(len(table), dtype=np.int64)
    cells, row_of = np.unique(flat, return_inverse=True)
    if not keys:
        cells, row_of = np.zeros(1, dtype=np.int64), np.zeros(len(table), dtype=np.int64)
    counts = answers.matrix(table, row_of, len(cells), question)
    frame = governed(measured(counts, question.scale, scheme), policy, shape, cells)
    where = np.unravel_index(cells, shape)
    for at, (key, values, index) in enumerate(zip(keys, levels, where, strict=False)):
        frame.insert(at, key, pd.Series([values[i] for i in index], dtype=object))
    if grain:
        frame["period"] = [grain.label(start) for start in frame["period"]]
    return frame


def _codes(table: pd.DataFrame, keys: Sequence[str]) -> tuple[tuple[NDArray[np.int64], ...], list[list[object]]]:
    """For each key the code of every line and the values the codes stand for, in order, blank last."""
    codes, levels = [], []
    for key in keys:
        code, values = pd.factorize(table[key], sort=True, use_na_sentinel=True)
        is_blank = code < 0
        found: list[object] = list(values)
        if is_blank.any():
            code = np.where(is_blank, len(found), code)
            found.append(None)
        codes.append(code.astype(np.int64))
        levels.append(found)
    return tuple(codes), levels
