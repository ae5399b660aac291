"""Groups as documents. Loaded with the first command that needs them: they bring pandas and scipy along."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from csat_core.analyses.bands import proposed_cuts
from csat_core.analyses.contrast import AGAINST
from csat_core.analyses.crossing import Crossing, crossed
from csat_core.analyses.group_comparison import GroupComparison
from csat_core.analyses.segments import Segments, segments
from csat_core.cli.asked import Asked, asked
from csat_core.cli.calls import Document
from csat_core.cli.choices import Typed
from csat_core.cli.numbers import codes, number, scored
from csat_core.cli.scores import keys_of, require_readable
from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.derived import NEW_OR_EXISTING, Bands, FirstSeen, banded, customer_kinds, derived
from csat_core.stats.contingency import REST, Association, Trend
from csat_core.store import Store
from csat_core.store.catalogue import find_dataset

BESIDE = dict(zip(("difference", "difference_low", "difference_high"), AGAINST, strict=True))
TESTED = ("residual", "p_value", "p_value_holm")


class NoCustomersError(CsatError):
    """New and existing customers were asked for, and nobody knows who is who."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__(f"'{dataset.name}' has no column with the customer, so new ones cannot be told from existing.")


class InvalidCutsTypedError(CsatError):
    """Cuts that are not numbers, or cuts of something that is no number."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"'{found}' does not cut a number into bands; write it as --cuts \"3,10,60\", beside a metric."
        )


def groups(store: Store, named: str, typed: Typed, by: Sequence[str], cuts: str | None, roll_up: bool) -> Document:
    """The groups of one segment, or of two crossed, compared."""
    dataset = find_dataset(store, named)
    its = asked(store, dataset, typed)
    columns = tuple(dict.fromkeys(_dimension(its, name, cuts) for name in by))
    if cuts is not None and not any(isinstance(derived(column.id), Bands) for column in columns):
        raise InvalidCutsTypedError(cuts)
    require_readable(its, columns, None)
    found: Segments | Crossing
    if len(columns) == 1:
        found = segments(its.engine, dataset, its.view, its.policy, columns[0], roll_up=roll_up)
    else:
        found = crossed(its.engine, dataset, its.view, its.policy, *columns)
    names = keys_of(columns)
    rows = _Rows(found, names)
    document: Document = its.head | {
        "by": list(names.values()),
        "by_ids": list(names),
        "rows": rows.rows(),
        **_association(found.association),
        "residuals": rows.residuals(),
        "pairs": rows.pairs(),
        "total": number(found.total.value),
        "caveats": codes(found.caveats),
    }
    if isinstance(found, Segments):
        document["order"] = None if found.order is None else list(found.order)
        document["trend"] = _trend(found.trend)
    return document


def _dimension(its: Asked, named: str, cuts: str | None) -> Column:
    """The segment a person means: a column, `new_or_existing`, a metric in bands, or the id of a derived column."""
    dataset = its.dataset
    kinds = customer_kinds(dataset)
    if named.strip().casefold() == NEW_OR_EXISTING:
        if kinds is None:
            raise NoCustomersError(dataset)
        return kinds
    match derived(named.strip()):
        case FirstSeen() as definition if kinds is not None and kinds.id == definition.id:
            return kinds
        case Bands(number=number_id, cuts=at):
            return banded(dataset.find(number_id, dataset.with_role(Role.METRIC)), at)
    metrics = dataset.with_role(Role.METRIC)
    column = dataset.find(named, dataset.segments + metrics)
    if column not in metrics:
        return column
    if cuts is None:
        return banded(column, proposed_cuts(its.engine, dataset, its.view, column))
    try:
        return banded(column, tuple(float(part) for part in cuts.split(",")))
    except ValueError:
        raise InvalidCutsTypedError(cuts) from None


class _Rows:
    """The tables of a comparison, row by row."""

    def __init__(self, found: Segments | Crossing, names: Mapping[str, str]) -> None:
        self._found, self._names = found, names
        self._comparison: GroupComparison = found.comparison

    def _level(self, row: Mapping[Hashable, Any]) -> Any:
        """A group: its level, or both of its levels where two dimensions are crossed; blank is None."""
        if isinstance(self._found, Crossing):
            return [None if pd.isna(row[key]) else str(row[key]) for key in self._names]
        return None if pd.isna(row["level"]) else str(row["level"])

    def rows(self) -> list[Document]:
        """Every group with its numbers, null where hidden."""
        rows = []
        for row in self._comparison.table.to_dict("records"):
            level = self._level(row)
            levels = level if isinstance(level, list) else [level]
            found: Document = dict(zip(self._names.values(), levels, strict=True)) | {"level": level}
            found |= scored(row) | {key: number(row[name]) for key, name in BESIDE.items()}
            found |= {
                "verdict": None if row["hidden"] else str(row["verdict"]),
                "mark": str(row["mark"]),
                "hidden": bool(row["hidden"]),
            }
            if isinstance(self._found, Segments):
                found["rolled_up"] = int(row["rolled"])
            rows.append(found | {"caveats": codes(row["caveats"])})
        return rows

    def residuals(self) -> list[Document]:
        """The groups tested, with their adjusted residuals."""
        tested = self._comparison.table[self._comparison.table["residual"].notna()]
        return [
            {"level": self._level(row), **{key: number(row[key]) for key in TESTED}, "mark": str(row["mark"])}
            for row in tested.to_dict("records")
        ]

    def pairs(self) -> list[Document]:
        """The pairs tested; `against_rest` where the other side is everybody else and `second` is null."""
        groups = [self._level(row) for row in self._comparison.table.to_dict("records")]
        numbers = ("difference", "low", "high", "z", "p_value", "p_value_holm")
        return [
            {
                "first": groups[row["first"]],
                "second": None if row["second"] == REST else groups[row["second"]],
                "against_rest": row["second"] == REST,
                **{key: number(row[key]) for key in numbers},
                "differs": bool(row["differs"]),
            }
            for row in self._comparison.pairs.to_dict("records")
        ]


def _association(link: Association) -> Document:
    numbers = ("chi_square", "p_value", "p_value_exact", "cramers_v", "cramers_v_corrected", "lowest_expected")
    found: Document = {key: number(getattr(link, key)) for key in numbers}
    return found | {"degrees_of_freedom": link.degrees_of_freedom, "base": link.base}


def _trend(found: Trend | None) -> Document | None:
    if found is None:
        return None
    return {"z": number(found.z), "p_value": number(found.p_value), "base": found.base, "levels": found.levels}
