"""Altered values: what is stored otherwise than it stands is counted by column and reason, with the first examples."""

from pathlib import Path
from typing import Any

import pandas as pd

from csat_core.ingest.child.altered_cells import COLUMNS, list_altered
from csat_core.ingest.plan import to_json
from tests.ingest.brought import Brought


def told(folder: Path, content: str, decide: dict[str, str] | None = None) -> dict[tuple[str, str | None], list[Any]]:
    """Count and examples (row, before, after), by code and column."""
    found = Brought(folder, content, decide).answer["altered"]
    return {
        (each["code"], each["column"]): [each["count"], [tuple(example.values()) for example in each["examples"]]]
        for each in found
    }


def test_what_is_stored_as_it_stands_is_no_alteration(tmp_path: Path) -> None:
    rows = [f"R{at},2026-01-{1 + at % 28:02},{1 + at % 5},{at}.5,North" for at in range(40)]
    assert told(tmp_path, "\n".join(["Response ID,Date,Satisfaction,Revenue,Region", *rows])) == {}


def test_times_commas_marks_and_spaces_are_counted_with_examples(tmp_path: Path) -> None:
    rows = [
        f"R{at};2026-01-{1 + at % 28:02} 23:30:00+02:00;{1 + at % 5};{at},5;{('North', 'South')[at % 2]}"
        for at in range(40)
    ]
    rows[3] = "R3;2026-01-04;4;€ 1.234,50; North  West "
    rows[5] = "R5;2026-01-06 08:00;4;7;South"
    assert told(tmp_path, "\n".join(["Response ID;Date;Satisfaction;Revenue;Region", *rows])) == {
        ("time_not_kept", "Date"): [39, [
            (2, "2026-01-01 23:30:00+02:00", "2026-01-01"), (3, "2026-01-02 23:30:00+02:00", "2026-01-02"),
            (4, "2026-01-03 23:30:00+02:00", "2026-01-03"),
        ]],
        ("decimal_comma", "Revenue"): [38, [(2, "0,5", "0.5"), (3, "1,5", "1.5"), (4, "2,5", "2.5")]],
        ("text_cleaned", "Region"): [1, [(5, " North  West ", "North West")]],
        ("number_marks", "Revenue"): [1, [(5, "€ 1.234,50", "1234.5")]],
    }  # fmt: skip


def test_months_stand_for_their_first_day_and_seconds_for_their_day(tmp_path: Path) -> None:
    rows = [f"R{at},{('2026-01', '2026 Q2', '2026-W07')[at % 3]},{1 + at % 5}" for at in range(30)]
    found = told(tmp_path, "\n".join(["Response ID,Date,Satisfaction", *rows]), {"Date": "time:ymd"})
    assert found["period_as_day", "Date"] == [30, [
        (2, "2026-01", "2026-01-01"), (3, "2026 Q2", "2026-04-01"), (4, "2026-W07", "2026-02-09"),
    ]]  # fmt: skip
    rows = [f"R{at},{1767225600 + 3600 * at},{1 + at % 5}" for at in range(30)]
    (tmp_path / "second").mkdir()
    found = told(tmp_path / "second", "\n".join(["Response ID,Date,Satisfaction", *rows]))
    assert found["time_not_kept", "Date"][0] == 30
    assert found["time_not_kept", "Date"][1][0] == (2, "1767225600", "2026-01-01")


def test_codes_taken_as_no_answer_are_counted_and_listed(tmp_path: Path) -> None:
    rows = [f"R{at},{1 + at % 5},{(1 + at % 5, '99', 'N/A')[(at % 10 == 3) + 2 * (at % 10 == 4)]}" for at in range(60)]
    brought = Brought(tmp_path, "\n".join(["Response ID,Overall satisfaction,How satisfied with speed", *rows]))
    (found,) = brought.answer["altered"]
    assert (found["code"], found["column"], found["count"]) == ("code_of_no_answer", "How satisfied with speed", 6)
    assert found["examples"][0] == {"row": 5, "value": "99", "became": "don't know"}
    answer, cells = every(tmp_path, brought)
    assert answer == {"count": 6, "listed": 6}
    assert list(cells["row"]) == [5, 15, 25, 35, 45, 55]
    assert set(cells["became"]) == {"don't know"}


def test_rows_that_were_made_to_fit_are_counted(tmp_path: Path) -> None:
    rows = [f"R{at},{1 + at % 5},North,x" for at in range(20)]
    rows[2], rows[4], rows[6] = "R2,4,North", "R4,5", "R6,5,North,x,,"
    found = told(tmp_path, "\n".join(["Response ID,Satisfaction,Region,Note", *rows]))
    assert found == {
        ("short_row_filled", None): [2, [(4, None, None)]], ("empty_cells_cut", None): [1, [(8, None, None)]],
    }  # fmt: skip


def test_personal_columns_show_nothing(tmp_path: Path) -> None:
    rows = [f"{at},{1 + at % 5}, Ann  Smith{at} ,ann{at}@example.com " for at in range(20)]
    found = told(tmp_path, "\n".join(["id,Satisfaction,Customer name,E-mail", *rows]))
    assert "Smith" not in str(found)
    assert "example.com" not in str(found)


def every(folder: Path, brought: Brought, most: int = 1_000) -> tuple[dict[str, Any], pd.DataFrame]:
    """What the child answers, and its list."""
    request = {
        "folder": str(folder), "mapping": to_json(brought.mapping), "most": most, "engine_mb": 300,
        "header": [column.name for column in brought.columns],
    }  # fmt: skip
    return list_altered(request, lambda _share, _text: None), pd.read_parquet(folder / "altered.parquet")


def test_every_altered_value_is_listed_with_its_row_as_it_came(tmp_path: Path) -> None:
    rows = [
        f"R{at};2026-01-{1 + at % 28:02};{1 + at % 5};{at};{('North', 'South')[at % 2]};ann{at}@example.com"
        for at in range(20)
    ]
    rows[3] = "R3;2026-01-04 08:00;4;€ 1.234,50; North ;bob@example.com"
    rows[4] = "R4;2026-02-31 08:00;4;7,5;North;bob@example.com"
    rows[9] = "R9;2026-01-05;4;5;South"
    content = "\n".join(["Response ID;Date;Satisfaction;Revenue;Region;E-mail", *rows])
    brought = Brought(tmp_path, content)
    answer, found = every(tmp_path, brought)
    assert tuple(found.columns) == COLUMNS
    assert [tuple(row) for row in found[["row", "column", "value", "became", "code"]].astype(object).fillna("").to_numpy()] == [
        (5, "Date", "2026-01-04 08:00", "2026-01-04", "time_not_kept"),
        (5, "Revenue", "€ 1.234,50", "1234.5", "number_marks"),
        (5, "Region", " North ", "North", "text_cleaned"),
        (6, "Revenue", "7,5", "7.5", "decimal_comma"),
        (11, "", "", "", "short_row_filled"),
    ]  # fmt: skip
    assert answer == {"count": 5, "listed": 5}
    assert '"Region":" North "' in found["raw"][0]
    assert "example.com" not in found["raw"].str.cat()
    assert set(found["reason"]) >= {"The comma is read as the decimal mark."}
    answer, found = every(tmp_path, brought, most=3)
    assert answer == {"count": 6, "listed": 3}  # as counted before: the cell that set its row aside, too
    assert list(found["row"]) == [5, 5, 5]


def test_of_many_altered_values_the_first_are_listed_wherever_they_stand(tmp_path: Path) -> None:
    def row(at: int) -> str:
        return f"R{at};2026-01-{1 + at % 28:02};{1 + at % 5};{f'{at},5' if at % 7 == 0 or at > 150 else at}"

    brought = Brought(tmp_path, "\n".join(["Response ID;Date;Satisfaction;Revenue", *map(row, range(200))]))
    answer, found = every(tmp_path, brought, most=20)
    assert answer == {"count": 71 - 7 + 7, "listed": 20}
    assert list(found["row"]) == [2 + 7 * at for at in range(20)]
