"""Rows to mend: what was set aside goes out as it came, comes back corrected, and is added exactly."""

import csv
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest

from csat_core.errors import CsatError
from csat_core.exports.mending import mending_csv, mending_xlsx
from csat_core.ingest.further.append_refusals import NothingMendedError
from csat_core.ingest.further.mending import stored
from csat_core.ingest.further.origins import Origin, origins
from csat_core.ingest.further.still_out import no_longer_out, set_aside
from csat_core.ingest.load import Imported, import_file
from csat_core.store import Store, catalogue, imports
from csat_core.store.catalogue import Details
from tests.ingest.made_files import open_document, workbook

HEADER = "Response ID,Submitted at,Rating,Rating,Comment"
GOOD = [f"R{at},2026-01-{1 + at % 28:02},{1 + at % 5},{1 + at % 4},it took {at} days to get it" for at in range(60)]
BAD = [
    "R100,2026-02-01,6,1,=cmd|'/c calc'!A1",
    "R101,2026-02-30,4,2,+1 of us",
    "R102,2026-02-03,4,2,@here,too,many",
    'R103,2026-02-04,nonsense,3,"-2 for, the\nqueue"',
]


pytestmark = pytest.mark.usefixtures("in_this_process")


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


def test_of_rows_with_an_id_the_newest_waits_and_none_that_came_in_otherwise(
    store: Store, bring: Callable[..., Imported]
) -> None:
    bring("january.csv", "\n".join([HEADER, *GOOD, *BAD]) + "\n")
    later = [row.replace("2026-01", "2026-03").replace("R", "S", 1) for row in GOOD]
    # the source still has both bad rows, one of them mended there, one of them changed
    bring(
        "february.csv", "\n".join([HEADER, *later, BAD[0].replace(",6,", ",3,"), BAD[1].replace(",4,", ",9,")]) + "\n"
    )
    origin, content = to_mend(store)
    assert origin.import_ids == (2, 1)
    assert [row[:3] for row in cells(content)[1:]] == [
        ["R102", "2026-02-03", "4"], ["R103", "2026-02-04", "nonsense"], ["R101", "2026-02-30", "9"],
    ]  # fmt: skip


def test_files_with_another_header_go_out_by_themselves(store: Store, bring: Callable[..., Imported]) -> None:
    bring("january.csv", "\n".join([HEADER, *GOOD, *BAD]) + "\n")
    later = [row.replace("R", "S", 1) + ",web" for row in GOOD] + ["S200,2026-02-01,8,1,slow,web"]
    bring("february.csv", "\n".join([HEADER + ",Channel", *later]) + "\n")
    found = origins(imports.imports(store, 1))
    assert [(each.import_ids, each.file, each.rows) for each in found] == [
        ((2,), "february.csv", 1),
        ((1,), "january.csv", 4),
    ]
    assert cells(to_mend(store)[1]) == [
        [*HEADER.split(","), "Channel"],
        ["S200", "2026-02-01", "8", "1", "slow", "web"],
    ]


def test_rows_of_a_workbook_and_of_a_statistics_file_come_back_as_csv(store: Store, tmp_path: Path) -> None:
    rows = pd.DataFrame(
        {
            "ref": [f"R{at}" for at in range(40)],
            "seen": [datetime(2026, 1, 1 + at % 28) for at in range(40)],
            "satisfaction": [17.0 if at == 3 else 1.0 + at % 3 for at in range(40)],
            "region": [1.0 + at % 2 for at in range(40)],
        }
    )
    labels = {"satisfaction": {1.0: "Bad", 2.0: "Fair", 3.0: "Good"}, "region": {1.0: "North", 2.0: "South"}}
    pyreadstat.write_sav(rows, str(tmp_path / "a.sav"), variable_value_labels=labels)
    rows.assign(ref=rows["ref"].str.replace("R", "X"), region=rows["region"].map(labels["region"])).to_excel(
        tmp_path / "b.xlsx", index=False
    )
    for dataset_id, (file, good) in enumerate((("a.sav", "Good"), ("b.xlsx", "3")), 1):
        import_file(
            store, tmp_path / file, details=Details(name=file), overrides=lambda _: ({"ref": "response_id"}, {})
        )
        content = to_mend(store, dataset_id)[1].decode("utf-8-sig")
        assert content.count("17") == 1
        (tmp_path / f"{file}.csv").write_text(content.replace("17", good))
        mended = import_file(store, tmp_path / f"{file}.csv", details=Details(name=file))
        assert (mended.appended, mended.checked.accepted, mended.checked.rejected) == (True, 1, 0)
        with store.cursor() as cursor:
            table = catalogue.table_of(dataset_id)
            row = f"SELECT day, q01, s01 FROM {table} WHERE import_id = {mended.import_id}"
            assert cursor.execute(row).fetchall() == [(date(2026, 1, 4), 3, "South")]


@pytest.mark.parametrize("has_ids", [True, False])
def test_of_a_half_mended_file_what_fits_comes_in_and_the_rest_waits_on(
    store: Store, bring: Callable[..., Imported], has_ids: bool
) -> None:
    def lines(rows: Sequence[str]) -> list[str]:
        return [row if has_ids else row.partition(",")[2] for row in rows]

    bring("survey.csv", "\n".join(lines([HEADER, *GOOD, BAD[0], BAD[1], BAD[3]])) + "\n")
    rows = cells(to_mend(store)[1])
    at = rows[0].index("Rating")
    assert len(rows) == 4
    rows[1][at] = "5"
    second = bring("mended.csv", as_csv(rows), details=Details(name="survey"))
    assert (second.appended, second.checked.accepted, second.checked.rejected) == (True, 1, 2)
    assert catalogue.dataset(store, 1).responses == 61
    left = cells(to_mend(store)[1])[1:]
    known = [row[at] for row in left]
    assert known == ["4", "nonsense"]
    strange = "\n".join(lines([HEADER, *(row.replace("R", "T", 1).replace(",2026-01", ",2027-01") for row in GOOD[:3]),
        "T90,2027-01-09,77,1,x", "T91,2027-01-09,78,1,x"])) + "\n"  # fmt: skip
    with pytest.raises(CsatError, match="no longer fits the way"):
        bring("strange.csv", strange, details=Details(name="survey"))


SURVEYMONKEY = (
    "Respondent ID,Collector ID,Start Date,End Date,How satisfied are you?,,,How easy was it?\n"
    ",,,,Bad,Fair,Good,Response\n"
) + "".join(
    f"{1000 + at},7,01/{13 + at % 15}/2026,01/{13 + at % 15}/2026,{'Bad' if at % 3 == 0 else ''},"
    f"{'Fair' if at % 3 == 1 else ''},{'Good' if at % 3 == 2 else ''},{1 + at % 5}\n"
    for at in range(40)
)  # fmt: skip
QUALTRICS = (
    "StartDate,EndDate,Status,Progress,Finished,RecordedDate,ResponseId,Q1,Q2\n"
    "Start Date,End Date,Response Type,Progress,Finished,Recorded Date,Response ID,How satisfied are you?,Comments\n"
    + ",".join('"{""ImportId"":""' + name + '""}"' for name in ["startDate", "endDate", "status", "progress", "finished", "recordedDate", "_recordId", "QID1", "QID2_TEXT"]) + "\n"
) + "".join(
    f"2026-01-{1 + at % 28:02} 10:00:00,2026-01-{1 + at % 28:02} 10:05:00,IP Address,100,True,"
    f"2026-01-{1 + at % 28:02} 10:05:01,R_{at:04},{1 + at % 5},said {at} words\n"
    for at in range(40)
)  # fmt: skip
GERMAN = "Nummer;Datum;Zufriedenheit;Umsatz\n" + "".join(
    f"{at};{1 + at % 28:02}.01.2026;{1 + at % 5};{at + 1},5\n" for at in range(40)
)
LAYOUTS = [
    (SURVEYMONKEY + "2000,7,01/20/2026,01/40/2026,,,Good,4\n", "01/40/2026", "01/20/2026", ",", 3),
    (QUALTRICS.replace("R_0039,5,", "R_0039,17,"), "17", "5", ",", 4),
    (GERMAN + "90;03.01.2026;8;1.234,5\n", "8", "4", ";", 2),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "bad", "good", "delimiter", "lines"), LAYOUTS, ids=("surveymonkey", "qualtrics", "german")
)
def test_the_mended_file_of_a_layout_is_read_as_the_first_one(
    store: Store, bring: Callable[..., Imported], content: str, bad: str, good: str, delimiter: str, lines: int
) -> None:
    first = bring("first.csv", content)
    assert first.checked.rejected == 1
    _, written = to_mend(store)
    rows = cells(written, delimiter)
    assert len(rows) == lines
    assert bad in rows[-1]
    rows[-1][rows[-1].index(bad)] = good
    second = bring("mended.csv", as_csv(rows, delimiter), details=Details(name="first"))
    assert (second.appended, second.checked.accepted, second.checked.rejected) == (True, 1, 0)
    assert [problem.code for problem in second.checked.problems if problem.code.startswith("column")] == []
    assert second.staged.detection.layout == first.staged.detection.layout
    if first.mapping.decimal == ",":
        number = next(column.id for column in catalogue.dataset(store, 1).columns if column.name == "Umsatz")
        with store.cursor() as cursor:
            table = catalogue.table_of(1)
            assert cursor.execute(f"SELECT {number} FROM {table} WHERE import_id = 2").fetchall() == [(1234.5,)]


def as_workbook(rows: Sequence[Sequence[str]]) -> bytes:
    return mending_xlsx(map(tuple, rows))


@pytest.mark.parametrize("has_ids", [True, False])
@pytest.mark.parametrize("write", [as_csv, as_workbook])
def test_a_file_in_which_nothing_was_mended_is_told_so(
    store: Store, bring: Callable[..., Imported], has_ids: bool, write: Callable[[Any], Any]
) -> None:
    rows = [HEADER, *GOOD, *BAD]
    bring("survey.csv", "\n".join(row if has_ids else row.partition(",")[2] for row in rows) + "\n")
    content = write(cells(to_mend(store)[1]))
    with pytest.raises(NothingMendedError) as caught:
        bring("mended", content, details=Details(name="survey"))
    assert str(caught.value) == (
        "Nothing in 'mended' was mended yet. Its 4 rows wait for 'survey' and would be set aside again: 2 answers off "
        "their scale in 'Rating', the first in row 2 (off_scale); 1 date that cannot be read in 'Submitted at', row 3 "
        "(bad_date); 1 row with too many or too few cells, row 4 (wrong_shape). Nothing was stored; correct the cells that "
        "are named, save the file and bring it again."
    )
    assert "off_scale" not in caught.value.on_page
    assert (len(imports.imports(store, 1)), catalogue.dataset(store, 1).responses) == (1, 60)


PADDED = "Response ID,Customer ID,Order,Submitted at,Rating,Spend,Comment"
OF_PADDED = [
    f"{at:05},{at % 9:04},{90000000000000000 + at},2026-01-{1 + at % 28:02} 10:0{at % 10}:00,{1 + at % 5},{at}.5,said {at}"
    for at in range(60)
]
SPOILED = [
    "00142,0007,90000000000000142,2026-02-01 10:05:00,6,1234.5,=cmd|'/c calc'!A1",
    "00143,0008,90000000000000143,2026-02-30,4,0.50,+1 of us",
]
ASIDE = (datetime(2026, 2, 1, 10, 5), date(2026, 2, 28), "\u00a0=cmd|'/c calc'!A1", "\u00a0+1 of us")


def opened_and_saved(kind: str) -> bytes:
    """The CSV of the two rows as a spreadsheet saves it, corrected: seen with LibreOffice 7.4."""
    first, second, run, plus = ASIDE
    rows: list[list[Any]] = [
        PADDED.split(","),
        [142, 7, 90000000000000100, first, 5, 1234.5, run],
        [143, 8, 90000000000000100, second, 4, 0.5, plus],
    ]
    if kind == "ods":
        return open_document({"rows-to-mend": rows})
    if kind == "xlsx":
        return workbook({"rows-to-mend": rows})
    excel = [
        ["142", "7", "9E+16", "2026-02-01 10:05", "5", "1234,5", run],
        ["143", "8", "9E+16", "28.02.2026", "4", "0,5", plus],
    ]
    delimiter = "\t" if kind == "utf-16" else ";"
    excel[1][3] = "2026-02-28"
    return "\r\n".join(delimiter.join(row) for row in [PADDED.split(","), *excel]).encode(kind)


@pytest.mark.parametrize("kind", ["ods", "xlsx", "cp1252", "utf-16"])
def test_rows_come_back_from_a_spreadsheet_with_their_ids(
    store: Store, bring: Callable[..., Imported], kind: str
) -> None:
    first = bring("survey.csv", "\n".join([PADDED, *OF_PADDED, *SPOILED]) + "\n")
    assert first.checked.rejected == 2
    second = bring("mended", opened_and_saved(kind))
    assert (second.appended, second.checked.accepted, second.checked.rejected) == (True, 2, 0)
    assert [problem.count for problem in second.checked.problems if problem.code == "restored_cells"]
    dataset = catalogue.dataset(store, 1)
    ids = {column.name: column.id for column in dataset.columns}
    with store.cursor() as cursor:
        wanted = ", ".join(ids[name] for name in ("Response ID", "Customer ID", "Spend", "Comment"))
        table = f"{catalogue.table_of(1)} WHERE import_id = 2 ORDER BY response_no"
        assert cursor.execute(f"SELECT day, {wanted} FROM {table}").fetchall() == [
            (date(2026, 2, 1), "00142", "0007", 1234.5, "=cmd|'/c calc'!A1"),
            (date(2026, 2, 28), "00143", "0008", 0.5, "+1 of us"),
        ]
    assert to_mend(store)[1] == b""


@pytest.mark.parametrize("at", range(len(LAYOUTS)))
def test_a_workbook_of_rows_to_mend_is_read_as_the_first_file_was(
    store: Store, bring: Callable[..., Imported], at: int
) -> None:
    content, bad, good, delimiter, _ = LAYOUTS[at]
    first = bring("first.csv", content)
    rows = cells(to_mend(store)[1], delimiter)
    rows[-1][rows[-1].index(bad)] = good
    second = bring("mended.xlsx", as_workbook(rows), details=Details(name="first"))
    assert (second.appended, second.checked.accepted, second.checked.rejected) == (True, 1, 0)
    assert second.staged.detection.layout == first.staged.detection.layout
    assert second.mapping.decimal == first.mapping.decimal


def test_numbers_that_settle_no_decimal_mark_are_read_with_that_of_the_first_file(
    store: Store, bring: Callable[..., Imported]
) -> None:
    bring("first.csv", GERMAN + "90;03.01.2026;8;1.234\n")
    rows = cells(to_mend(store)[1], ";")
    rows[-1][2] = "4"
    mended = bring("mended.xlsx", as_workbook(rows), details=Details(name="first"))
    number = next(column.id for column in catalogue.dataset(store, 1).columns if column.name == "Umsatz")
    with store.cursor() as cursor:
        table = catalogue.table_of(1)
        found = cursor.execute(f"SELECT {number} FROM {table} WHERE import_id = {mended.import_id}").fetchall()
    assert found == [(1234.0,)]


def test_rows_say_whether_they_are_still_out_and_of_which_file(store: Store, bring: Callable[..., Imported]) -> None:
    bring("first.csv", "\n".join(["Response ID,Customer ID,Date,Rating,Speed", *_asked(range(60)), *BROKEN]))
    content = to_mend(store)[1].decode("utf-8-sig")
    assert [row[0] for row in cells(content.encode())[1:]] == ["R900", "R901"]  # once, however many cells are bad
    mended = content.replace("31.02.2026,7,nine", "2026-02-01,4,4")
    done = bring("mended.csv", mended, details=Details(name="first"))
    assert (done.checked.accepted, done.checked.rejected) == (1, 1)
    rows = [
        (row["file"], row["row"], row["column"], row["state"]) for row in set_aside(store, catalogue.dataset(store, 1))
    ]
    assert rows == [
        ("first.csv", 62, "Date", "in"), ("first.csv", 62, "Rating", "in"), ("first.csv", 62, "Speed", "in"),
        ("first.csv", 63, "Rating", "again"), ("mended.csv", 3, "Rating", "out"),
    ]  # fmt: skip
    assert no_longer_out(store, catalogue.dataset(store, 1), list(imports.imports(store, 1))) == 2


def test_customers_who_answered_in_an_earlier_file_are_counted(store: Store, bring: Callable[..., Imported]) -> None:
    header = "Response ID,Customer ID,Date,Rating,Speed"
    bring("first.csv", "\n".join([header, *_asked(range(60))]))
    again = [row.replace("R", "S").replace("2026-01", month) for month in ("2026-02",) for row in _asked(range(40))]
    later = bring("later.csv", "\n".join([header, *again, *_asked(range(200, 220))]), details=Details(name="first"))
    (said,) = (problem for problem in later.checked.problems if problem.code == "answered_before")
    assert (said.column, said.count) == ("Customer ID", 40)
    assert "40 of 60 customers" in said.message
    assert "32 of them within the days of this file" in said.message  # it begins on 5 January
    third = bring(
        "third.csv",
        "\n".join([header, *(row.replace("S", "T").replace("-02-", "-05-") for row in again)]),
        details=Details(name="first"),
    )
    (said,) = (problem for problem in third.checked.problems if problem.code == "answered_before")
    assert "none of them within the days of this file" in said.message


BROKEN = ("R900,C900,31.02.2026,7,nine", "R901,C901,2026-01-05,8,3")


def _asked(of: range) -> list[str]:
    return [f"R{at},C{at},2026-01-{1 + at % 28:02},{1 + at % 5},{1 + at % 4}" for at in of]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_without_ids_the_file_of_mended_rows_says_which_they_are(
    store: Store, bring: Callable[..., Imported], kind: str
) -> None:
    header = "Date,Shop,Satisfaction,Speed,Comment"
    good = [
        f"2026-01-{1 + at % 28:02},{'NS'[at % 2]},{1 + at % 5},{1 + at % 4},said {at} and so on" for at in range(60)
    ]
    bad = [
        "2026-01-05,N,9,1,a",
        "2026-01-05,N,9,1,a",
        "2026-01-06,S,8,2,b",
        "2026-01-40,S,4,2,c",
        "2026-01-07,S,4,2,d,e,f",
    ]
    first = bring("survey.csv", "\n".join([header, *good, *bad]) + "\n")
    assert (first.checked.accepted, first.checked.rejected) == (60, 5)
    _, content = to_mend(store)
    rows = cells(content)
    assert rows[0] == [*header.split(","), "Set aside as"]
    assert [row[-1] for row in rows[1:]] == [f"import 1, row {at}" for at in (62, 63, 64, 65, 66)]

    # one mended, one of another kind of bad, two left as they are, one deleted
    rows[1][2], rows[3][2] = "5", "7"
    back = [*rows[:4], rows[5]]
    sent = workbook({"Rows": back}) if kind == "xlsx" else as_csv(back)
    second = bring(f"mended.{kind}", sent)
    assert (second.appended, second.checked.accepted, second.checked.rejected) == (True, 1, 3)
    assert not [each.code for each in second.checked.problems if each.code in ("column_new", "rows_again")]
    dataset = catalogue.dataset(store, 1)
    states = {(each["import_id"], each["row"]): each["state"] for each in set_aside(store, dataset)}
    assert states == {(1, 62): "in", (1, 63): "again", (1, 64): "again", (1, 65): "out", (1, 66): "again",
                      (2, 3): "out", (2, 4): "out", (2, 5): "out"}  # fmt: skip
    assert no_longer_out(store, dataset, list(imports.imports(store, 1))) == 4

    # what waits now is told by where it was set aside last, and once all is mended nothing waits
    rows = cells(to_mend(store)[1])
    assert [row[-1] for row in rows[1:]] == [
        "import 1, row 65",
        "import 2, row 3",
        "import 2, row 4",
        "import 2, row 5",
    ]
    rows[1][0], rows[2][2], rows[3][2] = "2026-01-04", "4", "5"
    rows[4] = [*rows[4][:5], rows[4][-1]]
    third = bring("again.csv", as_csv(rows))
    assert (third.checked.accepted, third.checked.rejected) == (4, 0)
    assert to_mend(store)[1] == b""
    assert {each["state"] for each in set_aside(store, dataset)} == {"in", "again"}
    # with a file undone its rows wait again
    imports.undo(store, 3)
    assert len(cells(to_mend(store)[1])) == 5


def test_of_a_file_that_says_nothing_of_mended_rows_nobody_can_tell(
    store: Store, bring: Callable[..., Imported]
) -> None:
    header = "Date,Shop,Satisfaction,Speed"
    good = [f"2026-01-{1 + at % 28:02},{'NS'[at % 2]},{1 + at % 5},{1 + at % 4}" for at in range(60)]
    bring("survey.csv", "\n".join([header, *good, "2026-01-05,N,9,1"]) + "\n")
    bring("later.csv", "\n".join([header, *(row.replace("-01-", "-02-") for row in good)]) + "\n")
    assert [each["state"] for each in set_aside(store, catalogue.dataset(store, 1))] == ["untold"]
