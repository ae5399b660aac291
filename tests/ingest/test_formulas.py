"""Workbooks of programs that write formulas and leave their results to a spreadsheet."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from csat_core.ingest.detection import Detection
from csat_core.ingest.formulas import formulas_in
from csat_core.ingest.load import import_file
from csat_core.ingest.proposal.undecidable import NoUsableRatingError
from csat_core.ingest.refusals import FormulasError
from csat_core.store import Store
from tests.ingest.made_files import open_document, read_here, with_part, workbook

SHEET, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
ANSWERS = [["Shop", "Satisfaction"], *[["NS"[at % 2], at % 5 + 1] for at in range(10)]]


def generated(result: str, rows: list[list[str | int]] = ANSWERS, *, left: bool = True, kind: str = "") -> bytes:
    """A workbook with a formula in place of every number, `result` beside it; with `left` they are to be worked out."""
    book = workbook({"Answers": rows})
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        sheet, head = parts.read(SHEET).decode(), parts.read(BOOK).decode()
    sheet = re.sub(r'<c r="(\w+)"><v>\d+</v></c>', rf'<c r="\1"{kind}><f>SUM(A1,"&lt;")</f>{result}</c>', sheet)
    head = head if left else head.replace('fullCalcOnLoad="1"', "")
    return with_part(with_part(book, SHEET, sheet.encode()), BOOK, head.encode())


def formulas(folder: Path, content: bytes) -> int:
    found: Detection = read_here(folder, content).detection
    return found.formulas


@pytest.mark.parametrize("result", ["", "<v></v>", "<v/>", "<v />", "<v>0</v>"])
def test_formulas_without_results_are_counted_and_said(tmp_path: Path, result: str) -> None:
    found = read_here(tmp_path, generated(result)).detection
    (problem,) = formulas_in(found)
    assert (found.formulas, problem.code, problem.count) == (10, "formulas", 10)
    assert "hold formulas without results" in problem.message
    assert "open and save it once in a spreadsheet" in problem.message


def test_formulas_with_results_and_those_whose_result_is_no_text_are_read(tmp_path: Path) -> None:
    assert formulas(tmp_path, generated("<v>4</v>")) == 0
    assert formulas(tmp_path, generated("<v>0</v>", left=False)) == 0
    assert formulas(tmp_path, generated("<v></v>", kind=' t="str"')) == 0
    assert formulas(tmp_path, workbook({"Answers": ANSWERS})) == 0


def test_a_file_without_a_rating_for_its_formulas_is_told_so(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(generated("<v></v>"))
    with pytest.raises(NoUsableRatingError, match="10 cells of the workbook hold formulas without results"):
        import_file(store, path)
    path.write_bytes(generated("<v></v>", [["Shop", "Satisfaction"], [3, 4]]))
    with pytest.raises(FormulasError, match="2 formulas without results, and no rows beside them"):
        read_here(tmp_path, path.read_bytes())


def test_errors_of_formulas_and_what_is_hidden_are_counted_and_said(tmp_path: Path) -> None:
    book = workbook({"Answers": ANSWERS, "More": ANSWERS[:5]})
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        sheet = parts.read(SHEET).decode()
    sheet = re.sub(r'<c r="(B[56])"><v>\d+</v></c>', r'<c r="\1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', sheet)
    sheet = re.sub(r'<row r="([789])"', r'<row r="\1" hidden="1"', sheet)
    sheet = sheet.replace("<sheetData>", '<cols><col min="1" max="1" hidden="1"/></cols><sheetData>')
    book = with_part(book, SHEET, sheet.encode())
    other = read_here(tmp_path, book, sheet="More").detection
    assert (other.errors, other.hidden_rows, other.hidden_columns) == (0, 0, 0)
    found = read_here(tmp_path, book).detection
    assert (found.errors, found.hidden_rows, found.hidden_columns, found.formulas) == (2, 3, 1, 0)
    assert [(each.code, each.count) for each in formulas_in(found)] == [("formula_errors", 2), ("hidden_cells", 4)]
    assert formulas_in(found)[1].message.startswith("The sheet has 3 hidden rows and 1 hidden run of columns")


def test_the_same_is_said_of_open_documents(tmp_path: Path) -> None:
    error = {"formula": "of:=NA()", "text": "#N/A"}
    book = open_document({"Notes": [*ANSWERS[:3], ["a", error]], "Answers": [*ANSWERS, ["N", error]]})
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        content = parts.read("content.xml").decode()
    content = content.replace('table:formula="of:=NA()"', 'table:formula="of:=NA()" calcext:value-type="error"')
    notes, rows = content.split('<table:table table:name="Answers">')
    first, second, *others = rows.split("<table:table-row>")
    rows = f'<table:table-column table:visibility="collapse"/>{first}<table:table-row>{second}'
    hidden = " table:visibility='filter'"
    rows += "".join(f"<table:table-row{hidden * (at < 4)}>{each}" for at, each in enumerate(others))
    made = with_part(book, "content.xml", f'{notes}<table:table table:name="Answers">{rows}'.encode())
    found = read_here(tmp_path, made, sheet="Answers").detection
    assert (found.errors, found.hidden_rows, found.hidden_columns) == (1, 4, 1)
    found = read_here(tmp_path, made, sheet="Notes").detection
    assert (found.errors, found.hidden_rows, found.hidden_columns) == (1, 0, 0)
