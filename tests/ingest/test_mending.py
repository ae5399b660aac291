"""Rows to mend: what was set aside goes out as it came, comes back corrected, and is added exactly."""

import csv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from csat_core.exports.mending import mending_csv
from csat_core.ingest.load import Imported, import_file
from csat_core.ingest.mending import Origin, origins, stored
from csat_core.store import Store, catalogue, imports
from csat_core.store.catalogue import Details

HEADER = "Response ID,Submitted at,Rating,Rating,Comment"
GOOD = [f"R{at},2026-01-{1 + at % 28:02},{1 + at % 5},{1 + at % 4},it took {at} days to get it" for at in range(60)]
BAD = [
    "R100,2026-02-01,6,1,=cmd|'/c calc'!A1",
    "R101,2026-02-30,4,2,+1 of us",
    "R102,2026-02-03,4,2,@here,too,many",
    'R103,2026-02-04,nonsense,3,"-2 for, the\nqueue"',
]


@pytest.fixture
def bring(store: Store, tmp_path: Path) -> Callable[..., Imported]:
    """Imports a file of these bytes."""

    def bring(file: str, content: str | bytes, **wishes: object) -> Imported:
        path = tmp_path / file
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return import_file(store, path, **wishes)  # type: ignore[arg-type]

    return bring


def to_mend(store: Store, dataset_id: int = 1) -> tuple[Origin, bytes]:
    """The newest origin and its file."""
    origin = origins(imports.imports(store, dataset_id))[0]
    return origin, b"".join(mending_csv(stored(store, catalogue.dataset(store, dataset_id), origin), origin.delimiter))


def cells(content: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(content.decode("utf-8-sig").splitlines(keepends=True), delimiter=delimiter))


def test_rows_go_out_as_they_came_and_come_back_mended(store: Store, bring: Callable[..., Imported]) -> None:
    first = bring("survey.csv", "\n".join([HEADER, *GOOD, *BAD]) + "\n")
    assert (first.checked.accepted, first.checked.rejected) == (60, 4)
    origin, content = to_mend(store)
    rows = cells(content)
    assert rows[0] == HEADER.split(",")
    assert [row[0] for row in rows[1:]] == ["R100", "R101", "R102", "R103"]
    assert rows[1][4] == "\u00a0=cmd|'/c calc'!A1"
    assert rows[3] == ["R102", "2026-02-03", "4", "2", "\u00a0@here", "too", "many"]
    assert rows[4][4] == "\u00a0-2 for, the\nqueue"
    assert (origin.import_ids, origin.rows, origin.delimiter) == ((1,), 4, ",")
    mended = [rows[0], *rows[1:]]
    mended[1][2], mended[2][1], mended[4][2] = "5", "2026-02-28", "4"
    del mended[3][5:]
    second = bring("mended.csv", as_csv(mended), details=Details(name=first.dataset))
    assert (second.appended, second.checked.accepted, second.checked.rejected) == (True, 4, 0)
    dataset = catalogue.dataset(store, 1)
    comment = next(column.id for column in dataset.columns if column.name == "Comment")
    with store.cursor() as cursor:
        table = catalogue.table_of(1)
        found = cursor.execute(f"SELECT {comment} FROM {table} WHERE import_id = 2 ORDER BY response_no").fetchall()
    assert [text for (text,) in found] == ["=cmd|'/c calc'!A1", "+1 of us", "@here", "-2 for, the\nqueue"]
    assert to_mend(store)[1] == b""


def as_csv(rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    return "".join(part.decode() for part in mending_csv(map(tuple, rows), delimiter))
