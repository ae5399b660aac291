"""Scores as documents. Loaded with the first command that needs them: they bring pandas and scipy along."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from csat_core.analyses.breakdown import breakdown
from csat_core.analyses.coverage import Coverage
from csat_core.analyses.scorecard import scorecard
from csat_core.analyses.scoring import NUMBERS
from csat_core.cli.asked import Asked, asked
from csat_core.cli.calls import Document
from csat_core.cli.choices import Typed
from csat_core.cli.numbers import number, numbers_of
from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.period import Grain, periods_between
from csat_core.store import Store
from csat_core.store.catalogue import find_dataset

MOST_CELLS = 1_000_000
MOST_LISTED = 1_000
"""The catalogue lists so many levels of a column, the most frequent ones."""
OWN_KEYS = frozenset({*NUMBERS, "period", "nps", "hidden", "caveats"})


class TooManyGroupsError(CsatError):
    """Groups that cross to more rows than anyone reads."""

    def __init__(self, cells: int) -> None:
        super().__init__(
            f"These groups cross to as many as {cells:,} rows; ask for fewer columns or longer periods, "
            "or narrow them with --where, --since and --until."
        )


def score(store: Store, named: str, typed: Typed, by: Sequence[str], grain: Grain | None) -> Document:
    """The scores of a dataset: one row for all answers, or one for each group, period, or both crossed."""
    dataset = find_dataset(store, named)
    its = asked(store, dataset, typed, grain)
    columns = tuple(dict.fromkeys(dataset.find(name, dataset.segments) for name in by))
    require_readable(its, columns, grain)
    table = breakdown(its.engine, dataset, its.view, its.policy, columns, grain)
    names = keys_of(columns)
    document: Document = its.head | {
        "by": list(names.values()),
        "rows": [_row(row, names, its) for row in table.to_dict("records")],
    }
    if not columns and grain is None and _may_have_coverage(dataset):
        found = scorecard(its.engine, dataset, its.view, its.policy).coverage
        if found is not None:
            document["coverage"] = _coverage(found)
    return document


def require_readable(its: Asked, columns: Sequence[Column], grain: Grain | None) -> None:
    """Nothing; raises TooManyGroupsError."""
    dataset, view = its.dataset, its.view
    chosen = {each.column: len(each.values) for each in view.filters}
    cells = 1
    for column in columns:
        levels = len(column.levels) + 1
        if levels > MOST_LISTED:
            levels = its.engine.counts(dataset.id, [column.id]).num_rows
        cells *= chosen.get(column.id, levels)
    first, last = view.since or dataset.since, view.until or dataset.until
    if grain and dataset.since and dataset.until and first and last:
        cells *= len(periods_between(grain, max(first, dataset.since), min(last, dataset.until))) or 1
    if cells > MOST_CELLS:
        raise TooManyGroupsError(cells)


def keys_of(columns: Sequence[Column]) -> dict[str, str]:
    """What each column of `columns` is called in a row: its name, with its id behind it where that is taken."""
    named = [column.name for column in columns]
    return {
        column.id: f"{column.name} ({column.id})"
        if column.name in OWN_KEYS or named.count(column.name) > 1
        else column.name
        for column in columns
    }


def _row(row: Mapping[Hashable, Any], names: Mapping[str, str], its: Asked) -> Document:
    found: Document = {"period": row["period"]} if "period" in row else {}
    found |= {name: None if pd.isna(row[key]) else str(row[key]) for key, name in names.items()}
    return found | numbers_of(row, its.scheme, its.always)


def _may_have_coverage(dataset: Dataset) -> bool:
    return bool(dataset.with_role(Role.INVITED) or dataset.invited or dataset.customers)


def _coverage(found: Coverage) -> Document:
    return {
        "answered": found.answered,
        "population": found.population,
        "population_is": "invited" if found.is_invited else "customers",
        "rate": number(found.rate.value),
        "low": number(found.share.low),
        "high": number(found.share.high),
        "worst": number(found.worst),
        "best": number(found.best),
    }
