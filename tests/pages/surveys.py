"""Small surveys whose numbers can be worked out by hand."""

from dataclasses import replace
from typing import Any

import pyarrow.dataset as pads

from csat_core.model.dataset import Dataset, Role
from csat_core.store import Store, catalogue, imports
from tests.conftest import REJECTED, days, make_dataset, new_import, numbers, question, segment, texts

NORTH = [5] * 30 + [4] * 12 + [3] * 9 + [2] * 6 + [1] * 3
"""42 of 60 satisfied: 70 %."""

SOUTH = [5] * 10 + [4] * 8 + [3] * 11 + [2] * 6 + [1] * 5
"""18 of 40 satisfied: 45 %."""

HOSTILE = (
    "![x](http://e.invalid/a.png)", "<b>", ":red[x]", "$a$", "=cmd", "**bold**", "_slanted_", "`code`",
    "[x](http://e.invalid)", "# head", ":material/delete:", "~~gone~~", "<img src=x onerror=alert(1)>",
)  # fmt: skip
"""Texts that Markdown, HTML or a spreadsheet would do something with."""


def regions(store: Store, name: str = "Regions", **changes: Any) -> Dataset:
    """100 answers, 60 satisfied, 20 neutral, 20 dissatisfied, at $500 a year; North 70 % of 60, South 45 % of 40."""
    given = {
        "Overall": question(NORTH + SOUTH),
        "Speed": question([4] * 75 + [1] * 25, role=Role.DRIVER),
        "Region": segment(["North"] * 60 + ["South"] * 40),
        "Spend": numbers([500.0] * 100, Role.REVENUE),
        "Comment": texts([f"comment {at}" for at in range(100)]),
    }
    return make_dataset(store, given, name, **changes)


def two_months(store: Store, name: str = "Months") -> Dataset:
    """January 2026: 60 of 100 satisfied; February, complete to its last day: 80 of 100."""
    given = {
        "Overall": question([5] * 60 + [1] * 40 + [5] * 80 + [1] * 20),
        "Day": days(["2026-01-15"] * 100 + ["2026-02-10"] * 99 + ["2026-02-28"]),
        "Region": segment(["North", "South"] * 100),
    }
    return make_dataset(store, given, name)


def plain(store: Store, positions: list[int | None], name: str = "Plain", scale: str = "1-5") -> Dataset:
    """A question and nothing else: no dates, no segments, no revenue, no comments."""
    return make_dataset(store, {"Overall": question(positions, scale)}, name)


def same_names(store: Store) -> Dataset:
    """A question and two more that share a name: all 5s, then all 1s."""
    new, accepted = new_import(
        {
            "Overall": question([3] * 20),
            "Speed": question([5] * 20, role=Role.DRIVER),
            "Speed again": question([1] * 20, role=Role.DRIVER),
        }
    )
    columns = tuple(replace(column, name=column.name.removesuffix(" again")) for column in new.columns)
    nothing = pads.dataset(REJECTED.empty_table())
    dataset_id, _ = imports.store_import(store, replace(new, columns=columns), pads.dataset(accepted), nothing)
    return catalogue.dataset(store, dataset_id)


def hostile(store: Store) -> Dataset:
    """A dataset whose name, columns, answers, levels and comments all try something."""
    size = 30 * len(HOSTILE)
    scale = "|".join(HOSTILE[:5])
    given = {f"{HOSTILE[0]} {HOSTILE[1]}": question([1 + at % 5 for at in range(size)], scale)}
    given[HOSTILE[2]] = question([1 + at % 5 for at in range(size)], role=Role.DRIVER)
    given["Day"] = days([f"2026-0{1 + at % 3}-15" for at in range(size)])
    for at, name in enumerate(HOSTILE):
        given[f"{name} group"] = segment([HOSTILE[(row // 30 + at) % len(HOSTILE)] for row in range(size)])
    given[HOSTILE[6]] = texts([HOSTILE[row % len(HOSTILE)] for row in range(size)])
    return make_dataset(store, given, " ".join(HOSTILE[:4]))
