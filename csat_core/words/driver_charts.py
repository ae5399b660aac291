"""The drivers as charts: each with its name and what it is, ready to be drawn."""

import pandas as pd

from csat_core.analyses.drivers import Drivers
from csat_core.analyses.priorities import first_things, mean_lines, weighed
from csat_core.figures.drivers import importance, quadrants
from csat_core.figures.style import Figure
from csat_core.model.dataset import Dataset
from csat_core.stats.asymmetry import Kind
from csat_core.words.drivers import KINDS, MOST_FIRST, QUADRANTS, name

MOST_SHOWN = 15
CHART_KINDS = {kind: said for kind, said in KINDS.items() if kind is not Kind.CANNOT_TELL}


def importance_figure(found: Drivers, dataset: Dataset) -> Figure:
    """The drivers in the model, the most important first."""
    known = weighed(found.table).head(MOST_SHOWN)
    rows = pd.DataFrame(
        {
            "key": known["driver"],
            "label": [name(dataset, driver) for driver in known["driver"]],
            "value": known["share_of_r_squared"],
            "low": known["share_of_r_squared_low"],
            "high": known["share_of_r_squared_high"],
            "base": float(found.base),
            "tone": ["below" if sign < 0 else "ours" for sign in known["sign"]],
            "note": [
                "opposite" if s < 0 else CHART_KINDS.get(k, "")
                for s, k in zip(known["sign"], known["kind"], strict=True)
            ],
        }
    )
    return importance(rows)


def quadrant_figure(found: Drivers, dataset: Dataset) -> Figure:
    """Importance against performance; what is to be done first carries its number."""
    known = weighed(found.table).head(MOST_SHOWN)
    first = {driver: f"{rank}. " for rank, driver in enumerate(first_things(found.table)["driver"].head(MOST_FIRST), 1)}
    labelled = known.assign(label=[f"{first.get(driver, '')}{name(dataset, driver)}" for driver in known["driver"]])
    return quadrants(labelled, mean_lines(found.table), QUADRANTS)
