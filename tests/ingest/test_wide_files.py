"""Files of hundreds of columns are read in lists, and say exactly what they would say column by column."""

from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from csat_core.ingest.child import convert, findings, staging, straight_lines, summary, typed_rows
from csat_core.ingest.detection import Staged
from csat_core.ingest.plan import to_json
from csat_core.ingest.proposal import mapping
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.reader import stage
from tests.ingest.made_files import read_here

WORDS = ("sehr unzufrieden", "unzufrieden", "teils/teils", "zufrieden", "Sehr zufrieden")
HEADER = (
    "Zufriedenheit", "Datum", "Zufriedenheit mit A", "Zufriedenheit mit B", "Zufriedenheit mit C", "Zufriedenheit mit D",
    "Zufriedenheit mit E", "Wie zufrieden mit F", "Region", "Stadt", "Minuten", "Minuten G", "Kommentar", "Dauer", "Schulnote",
)  # fmt: skip
MODULES = (typed_rows, summary, findings, straight_lines)


def _row(n: int) -> str:
    rated = [str(1 + (n + k) % 5) for k in range(5)] if n % 4 else ["4"] * 5
    rated[0] = {7: "9", 11: "0", 13: "k. A."}.get(n, rated[0])
    cells = [
        str(1 + n % 5), f"{1 + n % 28:02d}.01.2026" if n != 17 else "31.02.2026", *rated[:4], f"{rated[4]}/5 ", WORDS[n % 5] if n != 7 else "zufriden",
        ("Köln ", "Bern", "  Zürich", "")[n % 4], ("a", "b")[n % 2], ("12,5", "1.234,5 €", "", "7")[n % 4],
        "3" if n != 19 else "viele", f"Nummer {n}: die Leute waren wirklich sehr nett", "60", "123456"[n % 6],
    ]  # fmt: skip
    return ";".join(cells)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Staged:
    folder = tmp_path_factory.mktemp("mixed")
    file = folder / "mixed.csv"
    file.write_text("\n".join([";".join(HEADER), *map(_row, range(40))]), encoding="utf-8")
    return stage(file, folder)


def _converted(staged: Staged) -> tuple[dict[str, Any], list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    mapping = to_json(propose(staged.columns, staged.detection.decimal))
    request = {"folder": str(staged.folder), "mapping": mapping, "header": HEADER, "salt": "x", "engine_mb": 400}
    told = convert.convert(request, lambda *_: None)
    with duckdb.connect() as engine:
        rows, aside = (
            engine.execute(f"FROM read_parquet('{staged.folder / name}') ORDER BY 1, 2").fetchall()
            for name in (convert.ACCEPTED, convert.REJECTED)
        )
    return told, rows, aside


def test_a_table_read_in_lists_gives_what_it_gives_column_by_column(
    mixed: Staged, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = _converted(mixed)
    for module in MODULES:
        monkeypatch.setattr(module, "WIDE", 1)
    assert _converted(mixed) == plain
    told, rows, aside = plain
    assert (len(rows), told["rejected"]) == (37, 3)
    assert len({row for row, *_ in aside}) == told["rejected"] < len(aside)
    assert {problem["code"] for problem in told["problems"]} >= {"off_scale", "near_label", "bad_date"}
    assert {each["code"] for each in told["altered"]} >= {"text_cleaned", "decimal_comma", "number_marks"}


def test_hundreds_of_columns_with_cells_that_need_patterns_come_in(tmp_path: Path) -> None:
    # an expression with patterns for each of 2,000 columns was planned for minutes
    file = tmp_path / "wide.csv"
    header = ["Zufriedenheit", *(f"Zufriedenheit mit {at}" for at in range(298)), "Ort"]
    file.write_text(
        "\n".join([";".join(header), *(";".join([str(n), *[f"{n}/5 "] * 298, "Köln "]) for n in range(1, 6))])
    )
    staged = stage(file, tmp_path)
    request = {
        "folder": str(tmp_path), "mapping": to_json(propose(staged.columns, ",")), "header": header, "engine_mb": 400,
    }  # fmt: skip
    told = convert.convert(request, lambda *_: None)
    assert (told["accepted"], told["columns"][-2]["answered"], len(told["columns"])) == (5, 5, 300)


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_breaks_and_lengths_of_more_cells_than_an_expression_is_deep_are_counted(tmp_path: Path, kind: str) -> None:
    names = [f"Question {at}" for at in range(1_100)]
    file = tmp_path / kind
    if kind == "csv":
        file.write_text("\n".join([",".join(names), '"2\n"' + ",1" * 1_099, " " + ",3" * 1_099]))
    else:
        pq.write_table(
            pa.table({name: ["2\n" if at == 0 else "1", " " if at == 0 else "3"] for at, name in enumerate(names)}),
            file,
        )
    staged = stage(file, tmp_path)
    assert (staged.rows, staged.misfits) == (2, 0)
    assert [(column.filled, column.blank) for column in staged.columns[:2]] == [(1, 1), (2, 0)]


def test_many_columns_are_proposed_for_in_the_child_as_they_would_be_here(
    tmp_path: Path, mixed: Staged, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mixed.proposed is None
    content = ";".join(HEADER) + "\n" + "\n".join(map(_row, range(40)))
    monkeypatch.setattr(staging, "FEW_COLUMNS", len(HEADER) - 1)
    many = read_here(tmp_path, content)
    assert many.columns == mixed.columns
    assert many.proposed == propose(mixed.columns, mixed.detection.decimal)
    monkeypatch.setattr(mapping, "propose", None)
    assert mapping.proposed_for(many) is many.proposed
