"""Text of several shapes in stretches: what the engine reads of it is what is read row by row."""

from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csat_core.ingest.formats import delimited, stretches
from csat_core.ingest.formats.dialect import Dialect
from csat_core.ingest.formats.encodings import as_utf8
from csat_core.ingest.formats.staged_rows import StagedRows
from csat_core.ingest.formats.table import Source
from csat_core.ingest.layouts.layout import Recognised
from tests.ingest.made_files import lines, misfits, read_here

LINES = [
    "North,4,fine", "South,5,good", 'East,3,"said ""no"""', 'West,2,"over\ntwo lines"', 'West,2,"a, b\r\nc"', "North,4", "North,4,x,",
    "North,4,x,y", 'East,3,"open', 'East,"3,fine', 'East,3,fi"ne', "", ",,", "Süd, 4 , ", '"North","4","fine"', 'x,"1"2,"z"',
]  # fmt: skip
"""Plain ones, and all that goes wrong with others."""


def found(path: Path) -> tuple[list[Any], list[Any]]:
    """The rows that are not blank, and those set aside."""
    with duckdb.connect() as engine:
        source = Source(path=path, folder=path.parent, engine=engine)
        commas = Dialect(delimiter=",", head=[], head_lines=(), declared=False, spaced=False, evidence="")
        names = ("Region", "Score", "Comment")
        layout = Recognised(layout="generic", names=names, header_rows=1, first_record=1, evidence=(), header=(names,))
        delimited._store(source, as_utf8(path, path.parent), commas, layout, StagedRows(engine, 3), None)
        rows = engine.execute("SELECT * FROM staged WHERE coalesce(c1, c2, c3) IS NOT NULL").fetchall()
        return rows, engine.execute("SELECT * FROM misfits").fetchall()


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(LINES), min_size=3, max_size=40), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_it_makes_no_difference_who_reads_a_row(tmp_path: Path, rows: list[str], end: str, is_marked: bool) -> None:
    text = end.join(["Region,Score,Comment", *LINES[:2] * 3, *rows, ""])
    path = tmp_path / "text"
    path.write_bytes(text.encode("utf-8-sig" if is_marked else "utf-8"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretches, "SMALLEST", 40)
        patch.setattr(stretches, "LARGEST", 160)
        in_stretches = found(path)
        patch.setattr(stretches, "MOST_COLUMNS", 0)
        assert in_stretches == found(path)


def test_only_the_rows_around_an_open_mark_go_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow: list[int] = []

    def told(records: Any, *others: Any) -> Any:
        for record in records:
            slow.append(record[0])
            yield record

    monkeypatch.setattr(delimited, "_together", told)
    body = b"North,4,fine\nSouth,5,good\n" * 40_000
    staged = read_here(tmp_path, b"Region,Score,Comment\n" + body + b'East,3,"never closed\n' + body)
    assert (staged.rows, staged.misfits) == (160_001, 1)
    assert misfits(tmp_path)[0][:2] == (80_002, "a quotation mark is opened and not closed")
    assert 80_002 in slow
    assert len(slow) < 30_000
    assert lines(tmp_path)[-1] == (160_002, "South", "5", "good")
