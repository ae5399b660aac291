"""Customers of a further file who answered before: in a survey that asks again that is as it should be, within one wave it is not."""

from dataclasses import dataclass
from datetime import date

from csat_core.model.dataset import Dataset, Role
from csat_core.store.catalogue import table_of
from csat_core.store.connection import Store
from csat_core.store.incoming import Incoming, loaded, names_in


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierAnswers:
    """How many customers of a further file the dataset knows."""

    customers: int
    """In the file."""
    before: int
    """Of these, who have answers in the dataset."""
    same_days: int
    """Of these, who have one there within the days of the file."""
    column: str
    """The id of the column of customers."""


def earlier_answers(
    store: Store, dataset: Dataset, accepted: Incoming, since: date | None, until: date | None
) -> EarlierAnswers | None:
    """How many customers in `accepted`, whose days go from `since` to `until`, have answers in the dataset; None where none has."""
    keys = [column.id for column in dataset.with_role(Role.CUSTOMER) if column.id in names_in(accepted)]
    if not keys:
        return None
    key = keys[0]
    among = f"day BETWEEN DATE '{since.isoformat()}' AND DATE '{until.isoformat()}'" if since and until else "false"
    statement = (
        f"WITH came AS MATERIALIZED (SELECT DISTINCT {key} FROM incoming WHERE {key} IS NOT NULL), "
        f"before AS (SELECT {key}, bool_or({among}) AS same FROM {table_of(dataset.id)} SEMI JOIN came USING ({key}) GROUP BY {key}) "
        "SELECT (SELECT count(*) FROM came), count(*), count(*) FILTER (same) FROM before"
    )
    with store.cursor() as cursor:
        customers, before, same = loaded(cursor, statement, accepted)[0]
    return EarlierAnswers(customers=customers, before=before, same_days=same, column=key) if before else None
