"""Rows that lie in columns are stored as they lie there: what the store then holds is what it holds of the same text stored first."""

from pathlib import Path
from typing import Any

import pytest

from csat_core.ingest.child import survey
from csat_core.ingest.formats import in_place
from csat_core.ingest.load import import_file
from csat_core.store import Store, imports
from csat_core.store.catalogue import table_of
from csat_core.store.incoming import Columns
from tests.ingest.test_in_place import PLAIN as OF_FEW_DAYS
from tests.ingest.test_in_place import ROWS, Cell, now_and_then, text

pytestmark = pytest.mark.usefixtures("in_this_process")

PLAIN: dict[str, Cell] = OF_FEW_DAYS | {
    "Date": lambda i, rng: f"2024-0{1 + i % 9}-{10 + i % 19} {i % 24:02}:{i % 60:02}:07"
}
WORDS = ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied")
WORDED: dict[str, Cell] = PLAIN | {"How satisfied are you?": lambda i, rng: rng.choice(("", *WORDS))}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small files are read in place, and columns have many values soon."""
    monkeypatch.setattr(in_place, "STRETCHES", 2)
    monkeypatch.setattr(survey, "MOST_DISTINCT", 100)


def brought(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch, large: int, overrides: dict[str, str]
) -> tuple[list[Any], bool]:
    """The responses that are stored of a file that is read in place from `large` bytes on, and whether they lay in columns."""
    monkeypatch.setattr(in_place, "LARGE", large)
    imported = import_file(store, path, overrides=lambda _columns: (overrides, {}))
    assert imported.dataset_id is not None
    with store.cursor() as cursor:
        rows = cursor.execute(
            f"SELECT * EXCLUDE (import_id) FROM {table_of(imported.dataset_id)} ORDER BY response_no"
        ).fetchall()
    assert imported.import_id is not None
    imports.undo(store, imported.import_id)
    return rows, isinstance(imported.checked.accepted_rows, Columns)


LIES = {
    "numbers": (PLAIN, {}, True),
    "words": (WORDED, {}, True),
    "digits of which one is no answer": (
        PLAIN | {"Ease": lambda i, rng: rng.choice("012345"), "Speed": lambda i, rng: rng.choice("1234567")},
        {},
        True,
    ),
    "digits that are groups": (PLAIN | {"Shop": lambda i, rng: rng.choice("123")}, {"Shop": "segment"}, True),
    "digits that are numbers": (PLAIN | {"Visits": lambda i, rng: rng.choice("0123")}, {"Visits": "metric"}, True),
    "no keys": ({name: cell for name, cell in PLAIN.items() if not name.endswith("ID")}, {}, True),
    "the same id twice": (PLAIN | {"Response ID": now_and_then(PLAIN["Response ID"], "R-000003")}, {}, False),
    "a cell that sets its row aside": (PLAIN | {"Ease": now_and_then(PLAIN["Ease"], "44")}, {}, False),
    "days of two lengths": (PLAIN | {"Date": now_and_then(PLAIN["Date"], "2024-03-01")}, {}, True),
    "minutes are groups": (PLAIN, {"Minutes to reply": "segment"}, False),
    "days are groups": (PLAIN, {"Date": "segment"}, False),
}


@pytest.mark.parametrize("name", LIES)
def test_what_is_stored_is_what_would_be_stored(
    name: str, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns, overrides, expected = LIES[name]
    path = tmp_path / "answers.csv"
    path.write_text(text(columns), encoding="utf-8")
    there, lay = brought(store, path, monkeypatch, 0, overrides)
    stored, lay_there = brought(store, path, monkeypatch, 1 << 40, overrides)
    assert there == stored
    assert (lay, lay_there) == (expected, False)
    assert 0.9 * ROWS < len(there) <= ROWS


@pytest.mark.parametrize("column", ["Region", "Date", "Minutes to reply"])
def test_a_value_that_is_in_no_sample_is_read_as_what_it_is(
    column: str, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_place, "ROWS_EACH", 100)
    monkeypatch.setattr(in_place, "HEAD_ROWS", 100)
    odd = {"Region": "Overseas", "Date": "2 May 2024", "Minutes to reply": '"1,204.50"'}[column]
    cell = PLAIN[column]
    path = tmp_path / "answers.csv"
    path.write_text(text(PLAIN | {column: lambda i, rng: odd if i == 150 else cell(i, rng)}), encoding="utf-8")
    there, lay = brought(store, path, monkeypatch, 0, {})
    stored, _ = brought(store, path, monkeypatch, 1 << 40, {})
    assert (there, lay) == (stored, False)
    assert len(there) == ROWS
