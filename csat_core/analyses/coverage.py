"""Coverage: how many of those asked answered, and how far could the silent ones move the score?"""

from dataclasses import dataclass

import pandas as pd

from csat_core.model.dataset import Dataset, Role
from csat_core.model.estimate import Estimate
from csat_core.stats.proportions import finite_wilson, wilson


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The silent ones in view."""

    answered: int
    population: int
    """All who were asked; all customers where only those are known."""
    is_invited: bool
    """True where the population was asked, so that the rate is a response rate."""
    from_column: bool
    """True where the file says who was invited, False where a total was typed in."""
    rate: Estimate
    share: Estimate
    """The satisfied share with its interval narrowed for the part of the population that answered."""
    worst: float
    """The share if all the silent ones were dissatisfied."""
    best: float
    """The share if all the silent ones were satisfied."""


def coverage(table: pd.DataFrame, dataset: Dataset, headline: pd.Series, *, is_whole: bool) -> Coverage | None:
    """The coverage of the view; None where nobody knows how many were asked.

    Typed totals speak of the whole dataset, so they are used only where the view `is_whole`: nothing narrows it.
    """
    population, is_invited, from_column = _population(table, dataset, is_whole)
    base, satisfied = int(headline["base"]), int(headline["satisfied"])
    if not population or population < base:
        return None
    silent = population - base
    return Coverage(
        answered=base,
        population=population,
        is_invited=is_invited,
        from_column=from_column,
        rate=wilson(base, population),
        share=finite_wilson(satisfied, base, population),
        worst=satisfied / population,
        best=(satisfied + silent) / population,
    )


def _population(table: pd.DataFrame, dataset: Dataset, is_whole: bool) -> tuple[int, bool, bool]:
    columns = dataset.with_role(Role.INVITED)
    if columns:
        return round(float(table[f"{columns[0].id}_sum"].sum())), True, True
    if not is_whole:
        return 0, False, False
    if dataset.invited:
        return dataset.invited, True, False
    return dataset.customers or 0, False, False
