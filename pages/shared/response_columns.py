"""The columns of single responses: which come first, and what they are called when they are taken away."""

import pandas as pd

from csat_core.model.dataset import Column, Dataset, Role

_RANKS = {
    Role.OUTCOME: 0,
    Role.COMMENT: 1,
    Role.TIME: 2,
    Role.DRIVER: 4,
    Role.CUSTOMER: 5,
    Role.RESPONSE_ID: 6,
    Role.DETAIL: 7,
}


def in_order(dataset: Dataset) -> list[Column]:
    """The columns as a reader wants them: the outcome, the comment, the day; identities last."""
    return sorted(dataset.columns, key=lambda column: (_RANKS.get(column.role, 3), column.position))


def named(dataset: Dataset, rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` in that order, under the names that people gave the columns."""
    columns = in_order(dataset)
    return rows[[column.id for column in columns]].set_axis([column.name for column in columns], axis=1)
