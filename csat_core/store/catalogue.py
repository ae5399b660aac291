"""The catalogue: datasets, their columns and what is typed in beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import duckdb

from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.plan import UNPLANNED
from csat_core.model.scale import Scale
from csat_core.store.connection import Store
from csat_core.store.events import read_events
from csat_core.store.plans import plan_from, write_plan

KINDS = ("relationship", "touchpoint")


class DatasetNotFoundError(CsatError):
    """A dataset was named that is not in the store."""

    def __init__(self, named: str, known: Sequence[str]) -> None:
        names = ", ".join(f"'{name}'" for name in known)
        there = f"there are: {names}" if known else "the store is empty; import a file first"
        super().__init__(f"There is no dataset '{named}'; {there}.")


class DatasetNameError(CsatError):
    """A name that cannot be given to a dataset."""


class InvalidDetailsError(CsatError):
    """Typed-in details of a dataset that cannot be true."""


class LevelsChangedError(CsatError):
    """An order that leaves out levels of a column, or names others."""

    def __init__(self, column: Column) -> None:
        super().__init__(
            f"This order does not hold the {len(column.levels)} levels of '{column.name}', each once; "
            "look at the page again and order those that are there now."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a person types in beside a dataset; None where it is not known."""

    name: str
    kind: str = "relationship"
    industry: str | None = None
    owner: str | None = None
    customers: int | None = None
    invited: int | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise DatasetNameError("A dataset needs a name; type one that says which survey it is.")
        if self.kind not in KINDS:
            raise InvalidDetailsError(f"The kind '{self.kind}' is not known; choose one of: {', '.join(KINDS)}.")
        for words, total in (("customers", self.customers), ("invited", self.invited)):
            if total is not None and total < 1:
                raise InvalidDetailsError(
                    f"The total of {words} is {total}; give a whole number from 1, or leave it empty."
                )
        if self.customers and self.invited and self.invited > self.customers:
            raise InvalidDetailsError(
                f"{self.invited:,} invited is more than {self.customers:,} customers; mend one of the two totals."
            )


def datasets(store: Store) -> tuple[Dataset, ...]:
    """Every dataset, by name."""
    with store.cursor() as cursor:
        return _read(cursor, "TRUE", [])


def dataset(store: Store, dataset_id: int) -> Dataset:
    """The dataset with this id; raises DatasetNotFoundError."""
    with store.cursor() as cursor:
        found = _read(cursor, "dataset_id = ?", [dataset_id])
    if not found:
        raise DatasetNotFoundError(str(dataset_id), [known.name for known in datasets(store)])
    return found[0]


def find_dataset(store: Store, named: str) -> Dataset:
    """The dataset with this name, else with this id; raises DatasetNotFoundError listing what there is."""
    known = datasets(store)
    folded = named.strip().casefold()
    exact = [each for each in known if each.name == named]
    by_name = exact or [each for each in known if each.name.strip().casefold() == folded]
    found = by_name or [each for each in known if str(each.id) == named.strip()]
    if len(found) != 1:
        raise DatasetNotFoundError(named, [each.name for each in known])
    return found[0]


_HEAD = ("name", "version", "kind", "industry", "owner", "customers", "invited", "responses", "since", "until")


def _read(cursor: duckdb.DuckDBPyConnection, condition: str, values: list[Any]) -> tuple[Dataset, ...]:
    cursor.begin()  # one snapshot for all tables, or a dataset that is undone meanwhile would come without columns
    heads = cursor.execute(
        f"SELECT dataset_id, {', '.join(_HEAD)} FROM datasets WHERE {condition} ORDER BY lower(name), dataset_id",
        values,
    ).fetchall()
    columns = cursor.execute(
        "SELECT dataset_id, column_id, name, role, position, scale_values, scale_labels, scheme, levels, answered, "
        f"blank, not_applicable, dont_know, label FROM columns WHERE {condition} ORDER BY is_primary DESC, position",
        values,
    ).fetchall()
    plans = dict(cursor.execute(f"SELECT dataset_id, plan FROM plans WHERE {condition}", values).fetchall())
    happened = read_events(cursor, condition, values)
    by_dataset: dict[int, list[Column]] = {}
    for dataset_id, *rest in columns:
        by_dataset.setdefault(dataset_id, []).append(_column(rest))
    cursor.commit()
    return tuple(
        Dataset(
            id=dataset_id,
            columns=tuple(by_dataset.get(dataset_id, ())),
            plan=plan_from(plans[dataset_id]) if dataset_id in plans else UNPLANNED,
            events=happened.get(dataset_id, ()),
            **dict(zip(_HEAD, head, strict=True)),
        )
        for dataset_id, *head in heads
    )


def _column(fields: list[Any]) -> Column:
    column_id, name, role, position, values, labels, scheme, levels, *counts, label = fields
    answered, blank, not_applicable, dont_know = counts
    return Column(
        id=column_id,
        name=name,
        label=label or "",
        role=Role(role),
        position=position,
        scale=Scale(values=tuple(values), labels=tuple(labels)) if values else None,
        scheme=scheme,
        levels=tuple(levels or ()),
        answered=answered,
        blank=blank,
        not_applicable=not_applicable,
        dont_know=dont_know,
    )


def table_of(dataset_id: int) -> str:
    """The name of the table that holds a dataset's responses."""
    return f"responses_{int(dataset_id)}"


def require_free_name(cursor: duckdb.DuckDBPyConnection, name: str, besides: int | None = None) -> None:
    """Nothing; raises DatasetNameError where another dataset has this name, letter case ignored."""
    taken = cursor.execute(
        "SELECT name FROM datasets WHERE lower(name) = lower(?) AND dataset_id IS DISTINCT FROM ?", [name, besides]
    ).fetchall()
    if taken:
        raise DatasetNameError(
            f"There is already a dataset '{taken[0][0]}'; choose another name, or undo its import first."
        )


def add_dataset(
    cursor: duckdb.DuckDBPyConnection,
    details: Details,
    columns: Sequence[Column],
    *,
    responses: int,
    since: date | None,
    until: date | None,
) -> int:
    """The id of a new dataset; the first outcome of `columns` becomes the primary one. Raises DatasetNameError."""
    require_free_name(cursor, details.name)
    # ids are never given twice, or an old link would show another person's data
    highest = cursor.execute("SELECT coalesce(max(dataset_id), 0) FROM imports").fetchall()[0][0]
    dataset_id = int(highest) + 1
    cursor.execute(
        "INSERT INTO datasets VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, now()::TIMESTAMP)",
        [dataset_id, *_typed_in(details), responses, since, until],
    )
    primary = next((column.id for column in columns if column.role is Role.OUTCOME), None)
    add_columns(cursor, dataset_id, columns, primary)
    return dataset_id


def free_ids(columns: Sequence[Column], letters: Sequence[str]) -> list[str]:
    """An id that none of `columns` has for each letter, in order."""
    highest = dict.fromkeys(letters, 0)
    for column in columns:
        if column.id[0] in highest and column.id != "day":
            highest[column.id[0]] = max(highest[column.id[0]], int(column.id[1:]))
    ids = []
    for letter in letters:
        highest[letter] += 1
        ids.append(f"{letter}{highest[letter]:02}")
    return ids


def add_columns(
    cursor: duckdb.DuckDBPyConnection, dataset_id: int, columns: Sequence[Column], primary: str | None = None
) -> None:
    """Nothing; a dataset has these columns beside those it has, `primary` being the id of its primary outcome."""
    if not columns:
        return
    fields = list(zip(*(_column_row(dataset_id, column, column.id == primary) for column in columns), strict=True))
    # a list of each field: to bind every value by itself takes ten times as long
    cursor.execute(f"INSERT INTO columns SELECT {', '.join(['unnest(?)'] * len(fields))}", list(map(list, fields)))


def _column_row(dataset_id: int, column: Column, is_primary: bool) -> tuple[object, ...]:
    scale = column.scale
    return (
        *(dataset_id, column.id, column.position, column.name, column.role.value, is_primary),
        *(list(scale.values) if scale else None, list(scale.labels) if scale else None, column.scheme),
        *(list(column.levels), column.answered, column.blank, column.not_applicable, column.dont_know),
        column.label,
    )


def change_details(store: Store, dataset_id: int, details: Details) -> None:
    """Nothing; the dataset has these details at a new version. Raises DatasetNameError, DatasetNotFoundError."""
    known = dataset(store, dataset_id)
    with store.write() as cursor:
        require_free_name(cursor, details.name, besides=known.id)
        cursor.execute(
            "UPDATE datasets SET name = ?, kind = ?, industry = ?, owner = ?, customers = ?, invited = ?, "
            "version = version + 1 WHERE dataset_id = ?",
            [*_typed_in(details), dataset_id],
        )


def reorder_levels(store: Store, dataset_id: int, column_id: str, levels: Sequence[str]) -> None:
    """Nothing; the levels of a segment, such as the stages of a journey, stand in this order at a new version, and the
    plan knows that it was chosen.

    Raises LevelsChangedError unless `levels` are those of the column, each once; ColumnNotFoundError.
    """
    known = dataset(store, dataset_id)
    column, plan = known.column(column_id), known.plan
    if sorted(levels) != sorted(column.levels):
        raise LevelsChangedError(column)
    with store.write() as cursor:
        cursor.execute(
            "UPDATE columns SET levels = ? WHERE dataset_id = ? AND column_id = ?",
            [list(levels), dataset_id, column_id],
        )
        if column_id not in plan.ordered:
            write_plan(cursor, dataset_id, replace(plan, ordered=(*plan.ordered, column_id)))
        cursor.execute("UPDATE datasets SET version = version + 1 WHERE dataset_id = ?", [dataset_id])


def _typed_in(details: Details) -> tuple[str | int | None, ...]:
    """The details in the order of the table."""
    return details.name, details.kind, details.industry, details.owner, details.customers, details.invited


def has_name(store: Store, name: str) -> bool:
    """Whether a dataset has this name, letter case ignored."""
    return any(known.name.casefold() == name.casefold() for known in datasets(store))
