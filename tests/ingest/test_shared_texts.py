"""Texts that a file keeps once for many rows: what the rows hold of them is known before they are read."""

import io
from pathlib import Path
from typing import Literal

import duckdb
import pandas as pd
import pyarrow as pa
import pytest

from csat_core.ingest import refusals
from csat_core.ingest.formats import stata_texts, statistics_files
from csat_core.ingest.formats.staged_rows import insert_table
from csat_core.ingest.formats.stata_texts import letters_beside
from tests.ingest.made_files import cells, read_here

SAID = ["The same for many", "Only mine", "The same for many", "", "The same for many"]
FRAME = pd.DataFrame({"score": [1, 2, 3, 4, 5], "said": SAID, "shop": list("abcde"), "more": SAID[::-1]})


def stata(beside: list[str], order: Literal["little", "big"] = "little", version: int = 118) -> bytes:
    """A file whose texts in these columns are kept beside the rows."""
    made = io.BytesIO()
    FRAME.to_stata(made, write_index=False, byteorder=order, version=version, convert_strl=beside)
    return made.getvalue()


@pytest.mark.parametrize("order", ["little", "big"])
@pytest.mark.parametrize("version", [117, 118, 119])
def test_the_letters_that_rows_name_are_counted_as_often_as_they_are_named(
    tmp_path: Path, order: Literal["little", "big"], version: int
) -> None:
    path = tmp_path / "a.dta"
    path.write_bytes(stata(["said", "more"], order, version))
    # a text ends with a zero byte; the empty one is not kept
    assert letters_beside(path) == 2 * sum(len(said) + 1 for said in SAID if said)
    for plain in (stata([], order, version), b"<stata_dta>", path.read_bytes()[:400]):
        path.write_bytes(plain)
        assert letters_beside(path) == 0


def test_a_stata_file_whose_rows_share_long_texts_is_refused_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = stata(["said"])
    read_here(tmp_path, content)
    assert [row[1] for row in cells(tmp_path)] == [said or None for said in SAID]
    monkeypatch.setattr(stata_texts, "MOST_LETTERS", -len(content))
    with pytest.raises(refusals.BombError, match="letters of texts that it keeps once"):
        read_here(tmp_path, content)


def test_rows_with_labels_are_staged_part_by_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statistics_files, "CHUNK_BYTES", 1)
    scores = [at % 5 + 1 for at in range(120)]
    made = io.BytesIO()
    labels = {"score": {score: f"Label {score}" for score in scores}}
    pd.DataFrame({"score": scores}).to_stata(made, write_index=False, value_labels=labels)
    read_here(tmp_path, made.getvalue())
    assert cells(tmp_path) == [[f"Label {score}"] for score in scores]


def test_a_transaction_holds_nothing_of_the_rows_that_were_staged() -> None:
    with duckdb.connect() as engine:
        engine.execute('CREATE TABLE staged ("row" BIGINT, c1 VARCHAR)')
        engine.begin()
        before = pa.total_allocated_bytes()
        for at in range(3):
            insert_table(engine, "staged", pa.table({"row": [at], "c1": [" " if at else "x" * 100_000]}))
        assert pa.total_allocated_bytes() == before
        engine.commit()
        assert engine.execute('SELECT count(c1), max(length(c1)), max("row") FROM staged').fetchone() == (1, 100_000, 2)
