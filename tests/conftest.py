"""What tests share: a store of their own, and datasets put into it without a file.

`from tests.conftest import question, segment, days, make_dataset` says a dataset column by column:

    make_dataset(store, {"Overall": question([5, 4, None]), "Region": segment(["North", "South", None])})
"""

import json
import shutil
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import narwhals.stable.v2 as nw
import pyarrow as pa
import pyarrow.dataset as pads
import pytest
from hypothesis import settings

from csat_core.engine import DuckEngine, ScopedEngine
from csat_core.engine.measures import Frame
from csat_core.ingest import demo, reader, sandbox
from csat_core.ingest.child import worker
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.scale import BLANK, DONT_KNOW, NOT_APPLICABLE, Scale, parse_scale
from csat_core.model.scope import EVERYTHING, Scope
from csat_core.store import Store, catalogue, imports, open_store

settings.register_profile("ours", deadline=None)  # how long an example takes says how busy the machine is
settings.load_profile("ours")

FIRST_LETTERS = {"question": "q", "segment": "s", "number": "n", "text": "t"}
TYPES = {
    "question": pa.int16(),
    "segment": pa.string(),
    "number": pa.float64(),
    "text": pa.string(),
    "day": pa.date32(),
}
REJECTED = pa.schema(
    [("row", pa.int64()), *((name, pa.string()) for name in ("column", "value", "code", "reason", "raw"))]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One column of a dataset to be: its role and its values, one for each response."""

    role: Role
    values: tuple[Any, ...]
    scale: Scale | None = None
    scheme: str | None = None


def question(
    positions: Sequence[int | None], scale: str | Scale = "1-5", role: Role = Role.OUTCOME, scheme: str | None = None
) -> Given:
    """A rated question: positions on the scale from 1, None for blank, or one of the four codes for a non-answer."""
    on = parse_scale(scale) if isinstance(scale, str) else scale
    return Given(role=role, values=tuple(BLANK if at is None else at for at in positions), scale=on, scheme=scheme)


def segment(levels: Sequence[str | None], role: Role = Role.SEGMENT) -> Given:
    """A column that divides the customers; None is the blank level."""
    return Given(role=role, values=tuple(levels))


def numbers(values: Sequence[float | None], role: Role = Role.METRIC) -> Given:
    """A column of numbers."""
    return Given(role=role, values=tuple(values))


def texts(values: Sequence[str | None], role: Role = Role.COMMENT) -> Given:
    """A column of texts."""
    return Given(role=role, values=tuple(values))


def days(values: Sequence[date | str | None]) -> Given:
    """The day of each response, as a date or written 2026-03-09."""
    return Given(
        role=Role.TIME, values=tuple(date.fromisoformat(day) if isinstance(day, str) else day for day in values)
    )


def new_import(given: Mapping[str, Given], name: str = "Survey", **changes: Any) -> tuple[imports.NewImport, pa.Table]:
    """What `store_import` needs for these columns, and the table of accepted responses; `changes` to the import."""
    columns, arrays = [], {}
    for position, (title, one) in enumerate(given.items(), 1):
        letter = FIRST_LETTERS.get(one.role.storage)
        number = 1 + sum(column.id.startswith(letter) for column in columns) if letter else 0
        column_id = f"{letter}{number:02d}" if letter else "day"
        columns.append(_described(Column(id=column_id, name=title, role=one.role, position=position), one))
        arrays[column_id] = pa.array(one.values, TYPES[one.role.storage])
    size = len(next(iter(given.values())).values)
    arrays.setdefault("day", pa.nulls(size, pa.date32()))
    keys = {
        "response_no": pa.array(range(1, size + 1), pa.int64()),
        "bucket": pa.array([row * 7_919 % 1_000_000 for row in range(size)], pa.int32()),
    }
    known = [day for day in arrays["day"].to_pylist() if day is not None]
    new = imports.NewImport(
        details=catalogue.Details(name=name), columns=tuple(columns), file=f"{name}.csv", hash=f"hash of {name}",
        rows_read=size, accepted=size, rejected=0, duplicates=0,
        since=min(known, default=None), until=max(known, default=None), detection={}, mapping={}, problems=[],
    )  # fmt: skip
    return replace(new, **changes), pa.table(keys | arrays)


def _described(column: Column, given: Given) -> Column:
    found = Counter(given.values)
    if given.scale is not None:
        return replace(
            column,
            scale=given.scale,
            scheme=given.scheme,
            answered=sum(n for at, n in found.items() if at > 0),
            blank=found[BLANK],
            not_applicable=found[NOT_APPLICABLE],
            dont_know=found[DONT_KNOW],
        )
    is_segment = given.role.storage == "segment"
    levels = tuple(level for level, _ in found.most_common() if level is not None) if is_segment else ()
    return replace(column, levels=levels, answered=len(given.values) - found[None], blank=found[None])


def make_dataset(
    store: Store,
    given: Mapping[str, Given],
    name: str = "Survey",
    rejected: Sequence[Mapping[str, Any]] = (),
    **changes: Any,
) -> Dataset:
    """A dataset of these columns, stored as an import; `changes` to the import, such as `details`."""
    new, accepted = new_import(given, name, rejected=len(rejected), **changes)
    aside = pads.dataset(pa.Table.from_pylist([dict(row) for row in rejected], schema=REJECTED))
    dataset_id, _ = imports.store_import(store, new, pads.dataset(accepted), aside)
    return catalogue.dataset(store, dataset_id)


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a child would do is done here: what limits it is tested elsewhere, and a child takes half a second."""

    def run(
        task: str, request: dict[str, Any], *, progress: sandbox.Progress | None = None, **_: Any
    ) -> dict[str, Any]:
        here = threading.get_ident()

        def report(share: float | None, text: str) -> None:
            # a child's heart beats in a thread of its own; no page is to be written from there
            if progress and threading.get_ident() == here:
                progress(share, text)

        answer = worker._work(task)({**request, "engine_mb": 500}, report)
        plain: dict[str, Any] = json.loads(json.dumps(answer))
        return plain

    monkeypatch.setattr(reader, "run", run)
    monkeypatch.setattr(sandbox, "run", run)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without datasets, closed; tests open copies of it, which takes half the time of making one."""
    path = tmp_path_factory.mktemp("empty") / "empty.duckdb"
    open_store(path).close()
    return path


@pytest.fixture
def store(empty_file: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file of its own, closed and forgotten by the process afterwards."""
    opened = open_store(Path(shutil.copy(empty_file, tmp_path / "csat.duckdb")))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demo datasets, closed; tests open copies of it."""
    path = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    opened = open_store(path)
    demo.load(opened)
    opened.close()
    return path


def asked(store: Store, scope: Scope = EVERYTHING) -> ScopedEngine:
    """The embedded engine on `store`, within `scope`."""
    return DuckEngine(store).within(scope)


@pytest.fixture
def engine(store: Store) -> ScopedEngine:
    """The embedded engine on the test's store, without limits."""
    return asked(store)


class ArrowEngine:
    """A second engine, as small as can be: tables in memory, columns in another order, rows backwards, no SQL."""

    def __init__(self, tables: Mapping[int, pa.Table]) -> None:
        self._tables = dict(tables)
        self._stamps: dict[int, object] = {}

    def facts(self, dataset_id: int) -> Frame:
        """The responses of a dataset, unread."""
        table = self._tables[dataset_id]
        backwards = table.take(pa.array(range(table.num_rows)[::-1], pa.int64())).select(table.column_names[::-1])
        return nw.from_native(backwards).lazy()

    def fetch(self, frame: Frame) -> pa.Table:
        """The result of `frame`."""
        return frame.collect("pyarrow").to_native()

    def stamp(self, dataset_id: int) -> object:
        """The table itself: it never changes."""
        return self._stamps.setdefault(dataset_id, object())


def in_memory(given: Mapping[str, Given], scope: Scope = EVERYTHING) -> tuple[ScopedEngine, Dataset]:
    """An engine and a dataset of these columns without a store: for laws that are tried on hundreds of datasets."""
    new, table = new_import(given)
    dataset = Dataset(
        id=1, name="Survey", version=1, columns=new.columns, responses=new.accepted, since=new.since, until=new.until
    )
    return ScopedEngine(ArrowEngine({1: table}), scope), dataset
