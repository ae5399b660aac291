"""The journey as a document. Loaded with the command: it brings pandas and scipy along."""

from collections.abc import Hashable, Mapping
from typing import Any

from csat_core.analyses.contrast import AGAINST
from csat_core.analyses.journey import MOST_STAGES, Journey, is_list_of_names, journey
from csat_core.analyses.metric_bands import Met, MetricBands, metric_bands, metrics
from csat_core.analyses.scorecard import Change
from csat_core.cli.asked import asked
from csat_core.cli.calls import Document
from csat_core.cli.choices import Typed
from csat_core.cli.numbers import codes, limited, number, numbers_of
from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.period import Grain
from csat_core.model.scheme import Scheme
from csat_core.store import Store
from csat_core.store.catalogue import find_dataset


class NoStagesError(CsatError):
    """A journey was asked of responses that name no stage and carry no number."""

    def __init__(self, dataset: Dataset) -> None:
        named = ", ".join(f"{column.id} '{column.name}'" for column in dataset.segments)
        way = f"choose a column that stands in for them with --stages: {named}" if named else "it has no groups at all"
        super().__init__(f"'{dataset.name}' has no touchpoints; {way}.")


class NotStagesError(CsatError):
    """A list of names was to stand in for the stages."""

    def __init__(self, column: Column) -> None:
        super().__init__(
            f"'{column.name}' has {len(column.levels)} levels, and more than {MOST_STAGES} are a list of names rather than "
            "stages. Compare them with the command segments, or mark the column as a touchpoint on the Data page."
        )


def journey_of(store: Store, named: str, typed: Typed, stages: str | None, grain: Grain | None) -> Document:
    """The stages of a dataset in order and the bands of its numbers; what it has not is absent.

    Raises NoStagesError, NotStagesError, and as `asked`.
    """
    dataset = find_dataset(store, named)
    its = asked(store, dataset, typed, grain)
    column = _stages_of(dataset, stages)
    numbers = metrics(dataset)
    if column is None and not numbers:
        raise NoStagesError(dataset)
    document, caveats = its.head, list(its.always)
    if column is not None:
        found = journey(its.engine, dataset, its.view, its.policy, column)
        document |= {
            "by": column.name,
            "overall": numbers_of(found.overall.to_dict(), its.scheme),
            "stages": _stages(found),
        }
        caveats += found.caveats
    if numbers:
        bands = [metric_bands(its.engine, dataset, its.view, its.policy, each) for each in numbers]
        document["bands"] = [_bands(each) for each in bands]
        caveats += [caveat for each in bands for caveat in each.caveats]
    return document | {"caveats": codes(dict.fromkeys(caveats))}


def _stages_of(dataset: Dataset, named: str | None) -> Column | None:
    if named is not None:
        column = dataset.find(named, dataset.segments)
        if is_list_of_names(column):
            raise NotStagesError(column)
        return column
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
        **limited(change.difference, "difference"),
        "verdict": change.verdict.value,
    }


def _bands(found: MetricBands) -> Document:
    document: Document = {
        "column": found.metric.name,
        "column_id": found.metric.id,
        "cuts": list(found.cuts),
        "rows": [
            {"band": row["band"], "part": number(row["part"])} | _against(row, found.scheme)
            for row in found.table.to_dict("records")
        ],
        **limited(found.spread, "spread"),
        "verdict": found.verdict.value if found.spread.is_defined else None,
        "trend_z": number(found.trend.z),
        "p_value": number(found.trend.p_value),
    }
    return document | {"within_expectation": [_met(each) for each in found.met]} if found.met else document


def _met(met: Met) -> Document:
    return {
        "expectation": met.expectation.words,
        "limit": met.expectation.limit,
        **limited(met.within, "within"),
        **limited(met.inside, "inside"),
        **limited(met.beyond, "beyond"),
        **limited(met.difference, "difference"),
        "verdict": met.verdict.value if met.difference.is_defined else None,
    }
