"""Spending: what a customer is worth in a year, from the revenue column of the file."""

import pandas as pd

from csat_core.model.dataset import Dataset
from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.stats.means import mean_from_sums


def average_revenue(answered: pd.DataFrame, dataset: Dataset, fewest: int = 2) -> Estimate:
    """Average revenue over the respondents with one, from the sums of a table of counts, with a t interval.

    Undefined without a revenue column, and below `fewest` of them.
    """
    if dataset.money is None:
        return UNDEFINED
    base, total, squares = (float(answered[f"{dataset.money.id}_{part}"].sum()) for part in ("n", "sum", "squares"))
    return mean_from_sums(int(base), total, squares) if base >= fewest else UNDEFINED
