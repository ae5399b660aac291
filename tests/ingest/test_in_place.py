"""Large text is read where it lies; what comes of it is what comes of the same text when it is stored first."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from csat_core.ingest.child import in_columns, staging, survey
from csat_core.ingest.child.convert import convert, opened
from csat_core.ingest.detection import profile_of
from csat_core.ingest.formats import in_place
from csat_core.ingest.plan import Mapping, to_json
from csat_core.ingest.proposal import mapping as mappings
from csat_core.ingest.refusals import ChangedFileError

ROWS = 400
LIMITS = {"engine_mb": 200}
Cell = Callable[[int, random.Random], str]


def quiet(share: float | None, text: str) -> None:
    """Nobody waits."""


def text(columns: dict[str, Cell], rows: int = ROWS, delimiter: str = ",", line: str = "\n") -> str:
    """A file of these columns, always the same."""
    rng = random.Random(rows)
    lines = [delimiter.join(columns), *(delimiter.join(c(i, rng) for c in columns.values()) for i in range(rows))]
    return line.join(lines) + line


def looked_at(folder: Path, path: Path, overrides: dict[str, str] | None = None) -> dict[str, Any]:
    """Everything that is found in a file, kept of it and set aside, and whether it was read in place."""
    folder.mkdir()
    staged = staging.stage({"path": str(path), "folder": str(folder), **LIMITS}, quiet)
    columns = tuple(map(profile_of, staged["columns"]))
    mapping = mappings.propose(columns, staged["detection"]["decimal"])
    mapping = mappings.decide(mapping, columns, roles=overrides or {}, scales={})
    request = {"folder": str(folder), "header": [c.name for c in columns], "salt": "s", **LIMITS}
    converted = convert({**request, "mapping": to_json(mapping)}, quiet)
    with duckdb.connect() as connection:
        accepted = kept(connection, folder, mapping, converted.pop("lying"))
        rejected = connection.execute(f"FROM '{folder}/rejected.parquet'").fetchall()
    accepted.insert(
        0, "response_no", accepted.pop("response_no") if "response_no" in accepted else range(1, len(accepted) + 1)
    )
    with opened(folder, LIMITS) as connection:
        lies = in_place.read_in_place(connection) is not None
        lines = connection.execute("FROM lines").fetchall()
    rows = accepted.astype(str).values.tolist(), list(accepted.columns)
    return {
        "lies": lies,
        "staged": staged,
        "converted": converted,
        "accepted": rows,
        "rejected": rejected,
        "lines": lines,
    }


def kept(connection: duckdb.DuckDBPyConnection, folder: Path, mapping: Mapping, lying: dict[str, Any] | None) -> Any:
    """The rows that are kept, as the store takes them."""
    read = in_columns.as_stored(lying, mapping, "s", folder)
    if read is None:
        return connection.execute(f"FROM '{folder}/accepted.parquet'").df()
    in_columns.view(connection, "rows_kept", read)
    return connection.execute("SELECT * EXCLUDE (row) FROM rows_kept ORDER BY row").df()


def id_of(i: int, rng: random.Random) -> str:
    return f"R-{i:06}"


def customer(i: int, rng: random.Random) -> str:
    return f"C{rng.randrange(ROWS):05}"


def day(i: int, rng: random.Random) -> str:
    return f"2024-0{1 + i % 9}-1{i % 10} 0{i % 10}:00:00"


def rating(i: int, rng: random.Random) -> str:
    return rng.choice(("", "1", "2", "3", "4", "5"))


def region(i: int, rng: random.Random) -> str:
    return rng.choice(("North", "South", "Øst", "West side"))


def minutes(i: int, rng: random.Random) -> str:
    return f"{rng.random() * 100:.2f}"


PLAIN: dict[str, Cell] = {
    "Response ID": id_of, "Date": day, "Customer ID": customer, "Region": region, "How satisfied are you?": rating,
    "Ease": rating, "Speed": rating, "Advice": rating, "Staff": rating, "Minutes to reply": minutes,
}  # fmt: skip


def now_and_then(usual: Cell, odd: str, every: int = 97) -> Cell:
    """Cells as usual, but for a few."""
    return lambda i, rng: odd if i % every == every - 1 else usual(i, rng)


def comment(i: int, rng: random.Random) -> str:
    return f'"“{"so " * rng.randrange(9)}” good, ""{i}"" ☺"'


def with_comma(i: int, rng: random.Random) -> str:
    return minutes(i, rng).replace(".", ",")


FILES: dict[str, str] = {
    "plain": text(PLAIN),
    "cells that set their rows aside, and others that do not": text(
        {
            **PLAIN,
            "Response ID": now_and_then(id_of, "R-000003"), "Date": now_and_then(day, "2024-02-31", 89),
            "Customer ID": now_and_then(customer, " x"), "Region": now_and_then(region, " North  west ", 83),
            "How satisfied are you?": now_and_then(rating, "9", 79), "Ease": now_and_then(rating, "n/a", 73),
            "Speed": now_and_then(rating, "4/5", 71), "Minutes to reply": now_and_then(minutes, "soon", 67),
        }
    ),
    "decimal commas, days first, no last line break": text(
        {**PLAIN, "Date": lambda i, rng: f"{1 + i % 28:02}/0{1 + i % 9}/2024", "Minutes to reply": with_comma},
        delimiter=";", line="\r\n",
    ).rstrip(),
    "no keys, days and numbers of two kinds": text(
        {name: cell for name, cell in PLAIN.items() if not name.endswith("ID")}
        | {"Date": now_and_then(day, "3 May 2024"), "Minutes to reply": now_and_then(minutes, '"1,234.50"')}
    ),
    "blanks and comments": text(
        {
            **PLAIN,
            "Response ID": lambda i, rng: "" if i % 97 == 0 else str(10_000 + i), "Region": now_and_then(region, "   "),
            "Customer ID": now_and_then(customer, "", 5), "Comment": comment,
        }
    ),
}  # fmt: skip
STORED: dict[str, str] = {
    "a line break in a cell": text({**PLAIN, "Region": now_and_then(region, '"North\nwest"')}),
    "a blank line": text(PLAIN) + "\n" + text(PLAIN).partition("\n")[2],
    "a row too long": text(PLAIN) + ",".join("x" * 11) + "\n",
    "a row of blanks": text(PLAIN) + "," * 9 + "\n" + text(PLAIN).partition("\n")[2],
    "a total": text(PLAIN) + "Total,,,,4,,,,,\n",
}


@pytest.fixture
def everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small files are read in place too, the samples are nearly all of their rows, and columns have many values soon."""
    monkeypatch.setattr(in_place, "LARGE", 0)
    monkeypatch.setattr(in_place, "STRETCHES", 2)
    monkeypatch.setattr(survey, "MOST_DISTINCT", 100)


def comparable(found: dict[str, Any]) -> dict[str, Any]:
    """All but how it was read; of many values the most frequent ones are those of a sample."""
    columns = [
        {**c, "top": (), "distinct": min(c["distinct"], 101), "mean_length": round(c["mean_length"], 6)}
        for c in found["staged"]["columns"]
    ]
    return {**found, "lies": None, "staged": {**found["staged"], "columns": columns}}


@pytest.mark.parametrize("name", FILES)
def test_what_comes_of_it_is_what_comes_of_the_stored_text(
    name: str, tmp_path: Path, everywhere: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(FILES[name], encoding="utf-8", newline="")
    there = looked_at(tmp_path / "there", path)
    monkeypatch.setattr(in_place, "LARGE", 1 << 40)
    stored = looked_at(tmp_path / "stored", path)
    assert (there["lies"], stored["lies"]) == (True, False)
    assert comparable(there) == comparable(stored)
    assert len(there["accepted"][0]) + len(there["rejected"]) == there["staged"]["rows"] == ROWS


@pytest.mark.parametrize("name", STORED)
def test_text_that_is_not_one_row_a_line_is_stored(name: str, tmp_path: Path, everywhere: None) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(STORED[name], encoding="utf-8", newline="")
    staged = staging.stage({"path": str(path), "folder": str(tmp_path), **LIMITS}, quiet)
    with opened(tmp_path, LIMITS) as connection:
        assert in_place.read_in_place(connection) is None
        rows, last = connection.execute("SELECT count(*), max(row) FROM lines").fetchall()[0]
    read = STORED[name].count("\n") - 1
    assert (rows + staged["misfits"], last) == {
        "a line break in a cell": (ROWS, ROWS + 1), "a blank line": (2 * ROWS, read + 1), "a row too long": (ROWS + 1, read),
        "a row of blanks": (2 * ROWS, read + 1), "a total": (ROWS + 1, read),
    }[name]  # fmt: skip


def test_a_file_that_changes_between_two_looks_is_refused(tmp_path: Path, everywhere: None) -> None:
    path, folder = tmp_path / "answers.csv", tmp_path / "there"
    path.write_text(FILES["plain"], encoding="utf-8")
    folder.mkdir()
    staging.stage({"path": str(path), "folder": str(folder), **LIMITS}, quiet)
    path.write_text(FILES["plain"] + "R-1,,,,5,,,,,\n", encoding="utf-8")
    with pytest.raises(ChangedFileError, match="changed while it was read"):
        opened(folder, LIMITS)
    path.unlink()
    with pytest.raises(ChangedFileError):
        opened(folder, LIMITS)
