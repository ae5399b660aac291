"""Workbooks of several sheets: which is read, what is said of the others, and how each of them comes in."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from csat_core.ingest import refusals
from csat_core.ingest.formats import sheets
from csat_core.ingest.formats.sheets import best_of
from csat_core.ingest.load import import_file
from csat_core.ingest.other_sheets import other_sheets_in
from csat_core.ingest.proposal.undecidable import NoUsableRatingError
from csat_core.ingest.reader import Reading
from csat_core.store import Store, imports
from csat_core.store.imports import AlreadyImportedError
from tests.ingest.made_files import open_document, read_here, workbook

pytestmark = pytest.mark.usefixtures("in_this_process")

CODEBOOK = [["Column", "Meaning"], *[[f"Q{at}", "asked"] for at in range(5)]]
YEAR = [["Date", "Satisfaction", "Shop"], *[[f"2025-01-0{at}", at % 5 + 1, "Nr"[at % 2] + "x"] for at in range(1, 9)]]
ORDERS = [["Order", "Customer", "Amount"], *[[f"A{at}", f"k{at}", 10.5 * at] for at in range(1, 30)]]
NEXT = [YEAR[0], *[[row[0].replace("2025", "2026"), *row[1:]] for row in YEAR[1:5]]]


@dataclass
class Made:
    names: tuple[str, ...]
    rows: int
    cells: int = 10
    sought: bool = False
    book: bool = False

    def explains(self) -> bool:
        return self.book

    def is_sought(self) -> bool:
        return self.sought

    def filled_rows(self) -> int:
        return self.rows


def test_the_sheet_best_of_is_read_the_first_among_equals_and_a_hidden_one_last() -> None:
    two, other = ("a", "b"), ("c", "d")
    there = {"Note": Made(("a",), 90), "Short": Made(two, 3), "Long": Made(other, 7), "Same": Made(("C", "d"), 7), "Old": Made(two, 50)}  # fmt: skip
    asked = []

    def table(name: str) -> Made:
        asked.append(name)
        if name == "Empty":
            raise refusals.EmptyFileError
        if name == "Vast":
            raise refusals.BombError(found="it")
        return there[name]

    choice = best_of(["Old", "Note", "Empty", "Vast", "Short", "Long", "Same"], {"Old"}, table)
    assert choice.table is there["Long"]
    assert choice.others == (
        ("Note", 90, False), ("Vast", None, False), ("Short", 3, False), ("Same", 7, True), ("Old", 50, False),
    )  # fmt: skip
    assert len(asked) == 7
    assert best_of(["Old"], {"Old"}, table).others == ()
    with pytest.raises(refusals.BombError):
        best_of(["Empty", "Vast"], set(), table)


def test_a_sheet_too_large_to_be_kept_beside_another_is_read_again() -> None:
    asked = []

    def table(name: str) -> Made:
        asked.append(name)
        return Made(("a", name), 9 if name == "Large" else 2, sheets.MOST_KEPT + 1)

    assert best_of(["Large", "Small"], set(), table).table.names == ("a", "Large")
    assert asked == ["Large", "Small", "Large"]


def test_a_sheet_with_what_is_looked_for_comes_before_longer_ones_and_a_hidden_one_last_all_the_same() -> None:
    there = {
        "Orders": Made(("a", "b"), 90),
        "Answers": Made(("a", "b"), 7, sought=True),
        "More": Made(("a", "b"), 9, sought=True),
        "Raw": Made(("a", "b"), 99, sought=True),
    }
    assert best_of(list(there), {"Raw"}, there.__getitem__).table is there["More"]
    there["Codebook"] = Made(("a", "b"), 900, book=True)
    assert best_of(["Codebook", "Orders"], set(), there.__getitem__).table is there["Orders"]
    assert best_of(["Orders", "Answers"], set(), there.__getitem__).others == (("Orders", 90, True),)


def test_answers_are_read_before_a_longer_sheet_of_orders_and_a_key_is_looked_for_where_one_is_named(
    tmp_path: Path,
) -> None:
    content = workbook({"Orders": ORDERS, "Answers": [[*row, f"k{at}"] for at, row in enumerate(YEAR)]})
    found = read_here(tmp_path, content).detection
    assert (found.sheet, found.other_sheets) == ("Answers", (("Orders", 29, False),))
    assert read_here(tmp_path, content, keys=("customer",)).detection.sheet == "Orders"
    title = [["Our questions"], ["Question", "Meaning"], *[[f"How satisfied are you? {at}", "1-5"] for at in range(20)]]
    assert read_here(tmp_path, workbook({"Codebook": title, "Answers": YEAR})).detection.sheet == "Answers"


@pytest.mark.parametrize("made", [workbook, open_document])
def test_what_stands_before_the_answers_is_not_taken_for_them_and_is_said(tmp_path: Path, made: type) -> None:
    content = made({"Codebook": CODEBOOK, "Read me": [["Ask Ann."]], "2026": NEXT, "2025": YEAR})
    found = read_here(tmp_path, content).detection
    assert (found.sheet, found.other_sheets) == ("2025", (("Codebook", 5, False), ("2026", 4, True)))
    (problem,) = other_sheets_in(found)
    said = (
        "Only the sheet '2025' is read; the workbook also has 'Codebook' (5 rows) and '2026' (4 rows). The same columns "
        "are in '2026': bring the file in once more for it."
    )
    assert problem.message == f'{said} --sheet "2026" reads it.'
    assert problem.on_page == f"{said} Another can be chosen in the list of sheets."
    named = read_here(tmp_path, content, sheet="Codebook")
    assert (named.rows, named.detection.other_sheets, other_sheets_in(named.detection)) == (5, (), ())


def test_each_sheet_comes_in_once_and_a_sheet_without_a_rating_names_the_others(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "years.xlsx"
    path.write_bytes(workbook({"2025": YEAR, "2026": NEXT}))
    first = import_file(store, path)
    assert [problem.code for problem in first.checked.problems if problem.count == 1][-1] == "other_sheets"
    for sheet in (None, "2025"):
        with pytest.raises(AlreadyImportedError):
            import_file(store, path, reading=Reading(sheet=sheet))
    second = import_file(store, path, reading=Reading(sheet="2026"))
    assert (first.checked.accepted, second.checked.accepted, second.appended) == (8, 4, True)
    with pytest.raises(AlreadyImportedError):
        imports.require_new_file(store, "years.xlsx", first.staged.hash)
    path = tmp_path / "other.xlsx"
    path.write_bytes(workbook({"Codebook": CODEBOOK, "Orders": ORDERS[:4]}))
    with pytest.raises(
        NoUsableRatingError, match="also has 'Codebook' \\(5 rows\\)\\. --sheet \"Codebook\" reads another"
    ):
        import_file(store, path)
