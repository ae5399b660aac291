"""Laws of the reader: whatever table is written, in whatever way, comes back cell by cell."""

import csv
import io
import json
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from csat_core.ingest.child.staging import stage
from csat_core.ingest.formats.table import SPACES
from csat_core.ingest.texts.calendar_orders import orders_of
from csat_core.ingest.texts.marks import decimal_marks
from tests.ingest.made_files import Row, lines, misfits

LATIN = st.characters(codec="cp1252", exclude_categories=("Cc", "Cf", "Zs", "Zl", "Zp"))
CELL = st.text(st.one_of(LATIN, st.sampled_from(' ,;\t|"\n')), max_size=12) | st.integers(-99, 999).map(str)
TABLE = st.integers(2, 6).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=30)
)
WIDE = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])


def staged(content: bytes, **wishes: str) -> tuple[list[Row], list[Row]]:
    """The rows and the misfits of a file, read in this process: no limits are needed here."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "file").write_bytes(content)
        request = {"path": str(folder / "file"), "folder": name, "engine_mb": 300, **wishes}
        stage(request, lambda _share, _text: None)
        return lines(folder), misfits(folder)


def seen(cell: str) -> str | None:
    """The cell as the staged table has it."""
    return cell if cell.strip(SPACES) else None


@WIDE
@given(
    TABLE,
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_a_table_comes_back_cell_by_cell(
    rows: list[list[str]], delimiter: str, end: str, quoting: int, encoding: str
) -> None:
    assume(any(seen(cell) for row in rows for cell in row))
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    header = [f"Question {position}" for position in range(1, len(rows[0]) + 1)]
    writer.writerow(header)
    writer.writerows(rows)
    found, aside = staged(buffer.getvalue().encode(encoding), delimiter=delimiter, encoding=encoding)
    expected = [(row, *map(seen, cells)) for row, cells in enumerate(rows, 2) if any(seen(cell) for cell in cells)]
    assert found == expected
    assert aside == []


@WIDE
@given(st.lists(st.lists(CELL, max_size=6), min_size=1, max_size=25), st.sampled_from([",", ";"]))
def test_no_row_is_ever_lost(rows: list[list[str]], delimiter: str) -> None:
    """Ragged rows: each is staged as written or set aside, under its own number."""
    rows = [["1", "2", "3", "4"], *(["0", *row] for row in rows)]
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(["Question 1", "Question 2", "Question 3", "Question 4"])
    writer.writerows(rows)
    found, aside = staged(buffer.getvalue().encode(), delimiter=delimiter)
    assert sorted([*(row[0] for row in found), *(row[0] for row in aside)]) == list(range(2, len(rows) + 2))
    for row, *cells in found:
        assert cells == [*map(seen, rows[row - 2]), *[None] * 4][:4]
    for row, _, raw in aside:
        assert json.loads(raw) == rows[row - 2]


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from("-/."), st.sampled_from(["", " 10:05", "T10:05:07+02:00"]))
def test_a_date_reads_in_the_order_it_was_written_in(day: date, sign: str, clock: str) -> None:
    written = {
        "ymd": f"{day:%Y}{sign}{day:%m}{sign}{day:%d}{clock}",
        "dmy": f"{day:%d}{sign}{day:%m}{sign}{day:%Y}{clock}",
        "mdy": f"{day:%m}{sign}{day:%d}{sign}{day:%Y}{clock}",
    }
    year, number = int(f"{day:%Y}"), int(f"{day:%d}")
    for order, text in written.items():
        read = orders_of(text)
        assert (order in read) == (1900 <= year <= 2099)
        if number > 12 and read:
            assert read == (order,)


def test_dates_that_settle_nothing_read_in_both_orders_and_nonsense_in_none() -> None:
    assert orders_of("03/04/2025") == ("dmy", "mdy")
    assert orders_of("13/04/2025 9:15 PM") == ("dmy",)
    assert orders_of("04-13-25") == ("mdy",)
    for text in ("31/02/2025", "2025-13-01", "10.12.14.3", "1/2-2025", "12/10/2025 was a bad day", "10:05:07", "4", ""):
        assert orders_of(text) == ()


def _mark(columns: list[dict[str, int]], delimiter: str) -> tuple[str, tuple[str, ...]]:
    found = decimal_marks(columns, delimiter)
    return found.decimal, found.evidence


def test_the_decimal_mark_is_settled_by_columns_of_numbers_alone() -> None:
    assert _mark([{"4,5": 3, "4": 2}], ";")[0] == ","
    assert _mark([{"1.234,50": 1}], ";")[0] == ","
    assert _mark([{"1,234.5": 1, "20": 4}], ",")[0] == "."
    assert _mark([{"1,3": 5, "1,2,4": 4, "2": 1}], ";") == (".", ())
    assert _mark([{"4,5": 1, "good": 9}], ";") == (".", ())
    assert _mark([{"1,234": 5, "2,500": 1}], ";")[0] == ","
    assert _mark([{"1,234": 5, "2,500": 1}], ",") == (".", ())
    assert _mark([{"0,125": 1}], ",")[0] == ","
