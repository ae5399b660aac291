"""Plans: kept with their dataset, as JSON."""

import json
from dataclasses import asdict, replace
from typing import Any

import duckdb

from csat_core.model.dataset import Dataset
from csat_core.model.formats import NumberFormat
from csat_core.model.plan import Goal, MissingRule, Plan, QuestionPlan
from csat_core.model.policy import BasePolicy
from csat_core.store.connection import Store

CURRENCY = "currency"
"""The place in the log of an import: that of the money it brought."""


def keep_plan(store: Store, dataset_id: int, plan: Plan) -> None:
    """Nothing; the dataset has this plan, at a new version. Raises DatasetNotFoundError."""
    from csat_core.store import catalogue  # which reads plans

    catalogue.dataset(store, dataset_id)
    with store.write() as cursor:
        write_plan(cursor, dataset_id, plan)
        cursor.execute("UPDATE datasets SET version = version + 1 WHERE dataset_id = ?", [dataset_id])


def write_plan(cursor: duckdb.DuckDBPyConnection, dataset_id: int, plan: Plan) -> None:
    """Nothing; the plan stands in the store once the transaction of `cursor` does."""
    cursor.execute("INSERT OR REPLACE INTO plans VALUES (?, ?)", [dataset_id, json.dumps(asdict(plan))])


def in_currency_of_money(cursor: duckdb.DuckDBPyConnection, dataset: Dataset) -> None:
    """Nothing; amounts are written in the currency that the money of `dataset` has, where the file that brought it says one."""
    if dataset.money is None:
        return
    log = "SELECT detection FROM imports WHERE dataset_id = ? AND undone_at IS NULL ORDER BY import_id"
    told = [json.loads(text) for (text,) in cursor.execute(log, [dataset.id]).fetchall()]
    joined = (each for each in told if dataset.money.id in each.get("join", {}).get("columns", ()))
    currency = next(joined, told[0]).get(CURRENCY)
    if currency:
        write_plan(cursor, dataset.id, replace(dataset.plan, numbers=replace(dataset.plan.numbers, currency=currency)))


def plan_from(text: str) -> Plan:
    """The plan that was kept as `text`."""
    kept: dict[str, Any] = json.loads(text)
    return Plan(
        **kept
        | {
            "goals": tuple(Goal(**each) for each in kept["goals"]),
            "questions": tuple(Goal(**each) for each in kept["questions"]),
            "drivers": tuple(kept["drivers"]),
            "segments": tuple(kept["segments"]),
            "cuts": tuple((column_id, tuple(at)) for column_id, at in kept.get("cuts", ())),
            "ordered": tuple(kept.get("ordered", ())),
            "missing": MissingRule(kept["missing"]),
            "policy": BasePolicy(**kept["policy"]) if kept["policy"] else None,
            "numbers": NumberFormat(**kept["numbers"]),
            "asked": tuple(QuestionPlan(**each) for each in kept["asked"]),
        }
    )
