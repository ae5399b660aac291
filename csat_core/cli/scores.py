"""Scores as documents. Loaded with the first command that needs them: they bring pandas and scipy along."""

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from csat_core.analyses.breakdown import breakdown
from csat_core.analyses.coverage import Coverage
from csat_core.analyses.scorecard import scorecard
from csat_core.analyses.scoring import NUMBERS
from csat_core.cli.calls import Document
from csat_core.cli.choices import Typed, view_of
from csat_core.engine import DuckEngine, ScopedEngine
from csat_core.errors import CsatError
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.period import Grain, periods_between
from csat_core.model.predicate import OneOf
from csat_core.model.scheme import Scheme, find_scheme
from csat_core.model.view import View
from csat_core.store import Store, settings
from csat_core.store.catalogue import find_dataset

COUNTS = frozenset({"base", "satisfied", "neutral", "dissatisfied"})
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
    engine, policy = DuckEngine(store).within(), settings.policy_for(store, dataset)
    view = view_typed(store, engine, dataset, typed, grain)
    columns = tuple(dict.fromkeys(dataset.find(name, dataset.segments) for name in by))
    require_readable(engine, dataset, view, columns, grain)
    table = breakdown(engine, dataset, view, policy, columns, grain)
    question, scheme = dataset.column(view.question), find_scheme(view.scheme)
    always = always_said(dataset, question, scheme)
    names = keys_of(columns)
    document: Document = {
        "dataset": dataset.name,
        "dataset_id": dataset.id,
        "question": question.name,
        "question_id": question.id,
        "scheme": scheme.id,
        "by": list(names.values()),
        "rows": [_row(row, names, scheme, always) for row in table.to_dict("records")],
    }
    if not columns and grain is None and _may_have_coverage(dataset):
        found = scorecard(engine, dataset, view, policy).coverage
        if found is not None:
            document["coverage"] = _coverage(found)
    return document


def view_typed(store: Store, engine: ScopedEngine, dataset: Dataset, typed: Typed, grain: Grain | None) -> View:
    """The view of `dataset` that was typed; raises as `view_of`."""

    def has_level(column: Column, level: str) -> bool:
        found = engine.counts(dataset.id, [], (OneOf(column=column.id, values=(level,)),))
        return bool(found.column("n")[0].as_py())

    return view_of(dataset, typed, grain, settings.scheme_names(store), has_level)


def require_readable(
    engine: ScopedEngine, dataset: Dataset, view: View, columns: Sequence[Column], grain: Grain | None
) -> None:
    """Nothing; raises TooManyGroupsError."""
    chosen = {each.column: len(each.values) for each in view.filters}
    cells = 1
    for column in columns:
        levels = len(column.levels) + 1
        if levels > MOST_LISTED:
            levels = engine.counts(dataset.id, [column.id]).num_rows
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


def always_said(dataset: Dataset, question: Column, scheme: Scheme) -> tuple[Caveat, ...]:
    """What is to be said of every row."""
    assert question.scale is not None
    found = (Caveat.UNWEIGHTED,) if dataset.with_role(Role.WEIGHT) else ()
    return (*found, Caveat.NO_DISSATISFIED_BAND) if scheme.bands(question.scale).dissatisfied_to is None else found


def _row(row: Mapping[Hashable, Any], names: Mapping[str, str], scheme: Scheme, always: tuple[Caveat, ...]) -> Document:
    found: Document = {"period": row["period"]} if "period" in row else {}
    found |= {name: None if pd.isna(row[key]) else str(row[key]) for key, name in names.items()}
    return found | numbers_of(row, scheme, always)


def numbers_of(row: Mapping[Hashable, Any], scheme: Scheme, always: tuple[Caveat, ...] = ()) -> Document:
    """The numbers of a governed row, `always` added to its caveats; every number of a hidden one is None."""
    found: Document = {key: number(row[key], whole=key in COUNTS) for key in NUMBERS}
    if scheme.id == "nps":
        found["nps"] = found["net"]
    found["hidden"] = bool(row["hidden"])
    found["caveats"] = [caveat.value for caveat in (*row["caveats"], *always)]
    return found


def number(value: float, *, whole: bool = False) -> float | int | None:
    """`value` for JSON: NaN is None, a count is an integer."""
    if math.isnan(value):
        return None
    return round(value) if whole else float(value)


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
