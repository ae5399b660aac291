"""Drivers as a document. Loaded with the command that needs it: it brings pandas and scipy along."""

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from csat_core.analyses.association import MEASURES, TESTS
from csat_core.analyses.drivers import Drivers, candidates, drivers, uncertainty, usual_choice, with_uncertainty
from csat_core.analyses.priorities import EFFECTS, IMPORTANCE, MONEY
from csat_core.analyses.scorecard import scorecard
from csat_core.cli.asked import asked
from csat_core.cli.calls import Document
from csat_core.cli.choices import Typed
from csat_core.cli.numbers import codes, number
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset
from csat_core.model.plan import MissingRule
from csat_core.store import Store
from csat_core.store.catalogue import find_dataset

LIMITS = tuple(f"{name}{end}" for name in (*MEASURES, "performance") for end in ("", "_low", "_high"))
NUMBERS = (*LIMITS, *TESTS, *IMPORTANCE, *EFFECTS, *MONEY)


def of_dataset(
    store: Store, named: str, typed: Typed, chosen: Sequence[str], *, is_binary: bool, missing: MissingRule | None
) -> Document:
    """The drivers of a dataset's outcome: what goes together with it, and what to do first."""
    dataset = find_dataset(store, named)
    its = asked(store, dataset, typed)
    choice = replace(usual_choice(dataset, its.view), is_binary=is_binary)
    if missing is not None:
        choice = replace(choice, missing=missing)
    if chosen:
        found = [dataset.find(name, candidates(dataset, its.view)).id for name in chosen]
        choice = replace(choice, drivers=tuple(dict.fromkeys(found)))
    result = drivers(its.engine, dataset, its.view, its.policy, choice)
    known = with_uncertainty(result, uncertainty(its.engine, dataset, its.view, result))
    if scorecard(its.engine, dataset, its.view, its.policy).last_round is not None:
        known = replace(known, caveats=(*known.caveats, Caveat.SEVERAL_ROUNDS))  # of customers and money kept
    return document_of(dataset, known)


def document_of(dataset: Dataset, found: Drivers) -> Document:
    """What was found, exact and unrounded; every number of a hidden driver is null."""
    target = found.target
    return {
        "dataset": dataset.name,
        "dataset_id": dataset.id,
        "outcome": target.question.name,
        "outcome_id": target.question.id,
        "scheme": target.scheme.id,
        "binary": target.is_binary,
        "missing": found.choice.missing.value,
        "method": None if found.method is None else found.method.value,
        "base": found.base or None,
        "r_squared": number(found.r_squared),
        "logistic_r_squared": number(found.logistic.r_squared) if found.logistic else None,
        "refused": found.refused,
        "spend": number(found.spend.value),
        "together": [
            {"first": pair.first.name, "second": pair.second.name, "pearson": pair.correlation}
            for pair in found.together
        ],
        "rows": [_row(dataset, row) for row in found.table.to_dict("records")],
        "caveats": codes(found.caveats),
    }


def _row(dataset: Dataset, row: Mapping[Hashable, Any]) -> Document:
    column = dataset.column(row["driver"])
    found: Document = {"driver": column.name, "driver_id": column.id, "role": column.role.value}
    found["base"] = number(row["base"], whole=True)
    found |= {name: number(row[name]) for name in NUMBERS}
    found["degrees_of_freedom"] = number(row["degrees_of_freedom"], whole=True)
    found |= {name: None if _is_nothing(row[name]) else str(row[name]) for name in ("kind", "quadrant")}
    found |= {"quadrant_is_sure": bool(row["quadrant_is_sure"]), "hidden": bool(row["hidden"])}
    return found | {"caveats": codes(row["caveats"])}


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))
