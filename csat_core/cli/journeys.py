"""The journey as a document. Loaded with the command: it brings pandas and scipy along."""

from collections.abc import Hashable, Mapping
from typing import Any

from csat_core.analyses.contrast import AGAINST
from csat_core.analyses.journey import Journey, journey
from csat_core.analyses.metric_bands import Met, MetricBands, metric_bands, metrics
from csat_core.analyses.scorecard import Change
from csat_core.cli.calls import Document
from csat_core.cli.choices import Typed
from csat_core.cli.scores import always_said, number, numbers_of, view_typed
from csat_core.engine import DuckEngine
from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.estimate import Estimate
from csat_core.model.period import Grain
from csat_core.model.scheme import Scheme, find_scheme
from csat_core.store import Store, settings
from csat_core.store.catalogue import find_dataset


class NoStagesError(CsatError):
    """A journey was asked of responses that name no stage and carry no number."""

    def __init__(self, dataset: Dataset) -> None:
        named = ", ".join(f"{column.id} '{column.name}'" for column in dataset.segments)
        way = f"choose a column that stands in for them with --stages: {named}" if named else "it has no groups at all"
        super().__init__(f"'{dataset.name}' has no touchpoints; {way}.")


def journey_of(store: Store, named: str, typed: Typed, stages: str | None, grain: Grain | None) -> Document:
    """The stages of a dataset in order and the bands of its numbers; what it has not is absent.

    Raises NoStagesError, and as `view_typed`.
    """
    dataset = find_dataset(store, named)
    engine, policy = DuckEngine(store).within(), settings.policy_for(store, dataset)
    view = view_typed(store, engine, dataset, typed, grain)
    question, scheme = dataset.column(view.question), find_scheme(view.scheme)
    column = _stages_of(dataset, stages)
    numbers = metrics(dataset)
    if column is None and not numbers:
        raise NoStagesError(dataset)
    document: Document = {
        "dataset": dataset.name,
        "dataset_id": dataset.id,
        "question": question.name,
        "question_id": question.id,
        "scheme": scheme.id,
    }
    caveats = list(always_said(dataset, question, scheme))
    if column is not None:
        found = journey(engine, dataset, view, policy, column)
        document |= {
            "by": column.name,
            "overall": numbers_of(found.overall.to_dict(), scheme),
            "stages": _stages(found),
        }
        caveats += found.caveats
    if numbers:
        bands = [metric_bands(engine, dataset, view, policy, each) for each in numbers]
        document["bands"] = [_bands(each) for each in bands]
        caveats += [caveat for each in bands for caveat in each.caveats]
    return document | {"caveats": [caveat.value for caveat in dict.fromkeys(caveats)]}


def _stages_of(dataset: Dataset, named: str | None) -> Column | None:
    if named is not None:
        return dataset.find(named, dataset.segments)
    return next(iter(dataset.with_role(Role.TOUCHPOINT)), None)


def _stages(found: Journey) -> list[Document]:
    return [
        {"stage": row["stage"]}
        | _against(row, found.scheme)
        | {"mark": None if row["mark"] is None else row["mark"].value, "change": None if change is None else _change(change)}
        for row, change in zip(found.table.to_dict("records"), found.changes, strict=True)
    ]  # fmt: skip


def _against(row: Mapping[Hashable, Any], scheme: Scheme) -> Document:
    """The numbers of a row and its distance from the others."""
    found = numbers_of(row, scheme) | {name: number(row[name]) for name in AGAINST}
    return found | {"verdict": None if row["verdict"] is None else row["verdict"].value}


def _change(change: Change) -> Document:
    return {
        "current": change.current.label,
        "previous": change.previous.label,
        **_estimate("difference", change.difference),
        "verdict": change.verdict.value,
    }


def _estimate(name: str, found: Estimate) -> Document:
    return {name: number(found.value), f"{name}_low": number(found.low), f"{name}_high": number(found.high)}


def _bands(found: MetricBands) -> Document:
    document: Document = {
        "column": found.metric.name,
        "column_id": found.metric.id,
        "cuts": list(found.cuts),
        "rows": [
            {"band": row["band"], "part": number(row["part"])} | _against(row, found.scheme)
            for row in found.table.to_dict("records")
        ],
        **_estimate("spread", found.spread),
        "verdict": found.verdict.value if found.spread.is_defined else None,
        "trend_z": number(found.trend.z),
        "p_value": number(found.trend.p_value),
    }
    return document | {"within_expectation": [_met(each) for each in found.met]} if found.met else document


def _met(met: Met) -> Document:
    return {
        "expectation": met.expectation.words,
        "limit": met.expectation.limit,
        **_estimate("within", met.within),
        **_estimate("inside", met.inside),
        **_estimate("beyond", met.beyond),
        **_estimate("difference", met.difference),
        "verdict": met.verdict.value if met.difference.is_defined else None,
    }
