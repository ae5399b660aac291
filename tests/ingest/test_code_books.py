"""A code book beside the table says what the codes of each column mean, in whatever shape people write it."""

from dataclasses import replace
from pathlib import Path

import pytest

from csat_core.ingest.detection import Described, Staged
from csat_core.ingest.formats.lists_below import ends_with_list
from csat_core.ingest.further.as_now import coded_as_now
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import decide, propose
from csat_core.ingest.scales.code_books import Book, book_of
from csat_core.ingest.scales.explained_names import Names
from csat_core.ingest.scales.unread_books import seems_code_book
from csat_core.model.dataset import Role
from csat_core.model.scale import numeric_scale
from tests.ingest.brought import Brought
from tests.ingest.handmade import profiles
from tests.ingest.made_files import cells, read_here, workbook

WORDS = ["Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied"]
BEST_FIRST = dict(enumerate(WORDS, 1))
LISTED = "1 = Very satisfied; 2 = Satisfied; 3 = Neutral; 4 = Dissatisfied; 5 = Very dissatisfied"
COLUMNS = ["ID", "Overall satisfaction", "Q5_1", "Q5_2", "Region"]
LONG = [[name, str(code), words] for name in ("Overall satisfaction", "Q5") for code, words in BEST_FIRST.items()]


def book(rows: list[list[str | None]]) -> Book:
    return book_of(rows, Names([[name] for name in COLUMNS]))


@pytest.mark.parametrize(
    "rows",
    [
        [["Variable", "Code", "Label"], *LONG],
        [["Variable", "Code", "Label"], *([name if code == "1" else None, code, words] for name, code, words in LONG)],
        [["Code", "Label", "Variable"], *([code, words, name] for name, code, words in LONG)],
        [["Variable", "Label", "Code"], *([name, words, code] for name, code, words in LONG)],
        [["#", "Name", "Text", "Code", "Label"], *([str(at), name, "How?", code, words] for at, (name, code, words) in enumerate(LONG))],
        [["Question", "1", "2", "3", "4", "5"], ["Overall satisfaction", *WORDS], ["Q5", *WORDS]],
        [["Code", "Overall satisfaction", "Q5"], *([str(code), words, words] for code, words in BEST_FIRST.items())],
        [["Question", "Values"], ["Overall satisfaction", LISTED], ["Q5_1, Q5_2", LISTED.replace("; ", "\n").replace(" =", ":")]],
        [["1", "Overall satisfaction", "radio", LISTED.replace(" =", ",").replace(";", " |")], ["2", "Q5", "radio", LISTED]],
        [["1. Overall satisfaction"], ["Q5. How about"], *([f"{code} - {words}"] for code, words in BEST_FIRST.items())],
        [["Q5_1"], ["Q5_2"], ["Overall satisfaction"], [], *([str(code), words] for code, words in BEST_FIRST.items())],
        [["Overall satisfaction - Q5_2", ", ".join(f"{words} = {code}" for code, words in BEST_FIRST.items())], ["Region", "North=1", "South=2"]],
    ],
)  # fmt: skip
def test_labels_go_to_the_columns_that_their_lines_name(rows):
    found = book(rows)
    assert {at: said.labels for at, said in found.columns.items() if at < 5} == dict.fromkeys((2, 3, 4), BEST_FIRST)
    assert found.lines == ()


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([["Code", "Meaning"], *([str(code), words] for code, words in BEST_FIRST.items())], ("1 = Very satisfied; 5 = Very dissatisfied",)),
        ([["Q9", "1", "Bad"], ["Q9", "2", "Good"], ["Q9", "9", "No answer"]], ("1 = Bad; 2 = Good",)),
        ([["Region", "1", "North"], ["Scale"], ["1 (best) to 5 (worst)"]], ("1 (best) to 5 (worst)",)),
        ([[words, str(7 * code)] for code, words in BEST_FIRST.items()], ()),
        ([["Question", "1", "2", "3"], ["Overall satisfaction", "40", "30", "20"]], ()),
    ],
)  # fmt: skip
def test_lines_that_name_no_column_go_for_all_and_counts_for_none(rows, lines):
    assert book(rows).lines == lines
    assert set(book(rows).columns) <= {5}


def test_what_is_not_whole_is_a_line_about_its_column_and_two_labels_of_one_code_are_no_label():
    ends = book([["Overall satisfaction", "1 = best to 5 = worst"]]).columns[2]
    assert ends.as_lines[-1] == "1 = best to 5 = worst"
    assert not book([["Q5_1", "1", "Good"], ["Q5_1", "2", "Bad"], ["Q5_1", "1", "Bad"]]).columns[3].is_distinct


@pytest.mark.parametrize(
    ("sheet", "rows", "seems"),
    [
        ("Codebook 2026", [["best first"]], True),
        ("Werte", [["die beste zuerst"]], True),
        ("Sheet2", [["Overall satisfaction", "Satisfied", "Dissatisfied"]], True),
        ("Sheet2", [["Satisfied", "Dissatisfied"]], False),
        ("Codes", [["1", "2"]], False),
        ("Contacts", [["Overall satisfaction", "Anna"]], False),
    ],
)
def test_a_sheet_seems_a_code_book_by_its_name_or_by_columns_beside_good_and_bad_answers(sheet, rows, seems):
    assert seems_code_book(sheet, rows, Names([[name] for name in COLUMNS])) is seems


def rows_of(*names: str) -> list[list[object]]:
    return [["ID", *names], *([n, *[1 + (n + at) % 5 for at in range(len(names))]] for n in range(60))]


def read_with(folder: Path, names: list[str], sheets: dict[str, list[list[object]]], **wishes: str) -> Staged:
    return read_here(folder, workbook({"Data": rows_of(*names), **sheets}), "survey.xlsx", **wishes)


def proposed(staged: Staged) -> dict[str, ColumnMapping]:
    return {column.name: column for column in propose(staged.columns, ".").columns}


def test_codes_become_their_labels_as_those_of_spss_do_whether_the_sheet_was_named_or_not(tmp_path: Path):
    sheets = {
        "Codebook": [["Variable", "Code", "Label"], *([n, c, w] for n in ("Q1", "Area") for c, w in BEST_FIRST.items())]
    }
    sheets["Codebook"] += [["Gone", code, f"More {code}"] for code in range(90)]  # longer than the answers are
    for wishes in ({}, {"sheet": "Data"}):
        staged = read_with(tmp_path, ["Q1", "Area"], sheets, **wishes)
        assert staged.columns[1].described.value_labels == tuple(
            (str(code), words) for code, words in BEST_FIRST.items()
        )
        assert cells(staged.folder)[0] == ["0", "Very satisfied", "Satisfied"]
        assert "The sheet 'Codebook' says what the codes of 'Q1' and 1 more mean." in staged.detection.evidence
        assert staged.detection.other_sheets == ()
        assert proposed(staged)["Q1"].scale.labels == tuple(reversed(WORDS))
        assert "so 1 is the best" in proposed(staged)["Area"].reason
    given = {
        column.name: column
        for column in decide(propose(staged.columns, "."), staged.columns, roles={}, scales={"Q1": "1-5"}).columns
    }
    assert dict(given["Q1"].positions)["very satisfied"] == 1


def test_ends_turn_their_column_a_silent_one_follows_with_a_doubt_and_what_does_not_fit_is_asked(tmp_path: Path):
    names = ["Overall satisfaction", "Speed", "Price", "Staff"]
    ends = [
        ["Overall satisfaction", "1 = best, 5 = worst"],
        ["Speed", "1 = worst, 5 = best"],
        ["Staff", "0 = best, 4 = worst"],
    ]
    found = proposed(read_with(tmp_path, names, {"Scale": [["Question", "Codes"], *ends]}))
    assert [found[name].scale.name for name in names] == ["5-1", "1-5", "1-5", "1-5"]
    assert (found["Overall satisfaction"].doubt, found["Speed"].doubt) == (None, None)
    assert "'Overall satisfaction' beside it is best where it is low" in found["Price"].doubt
    assert "the file says '0 = best, 4 = worst' of it, which does not fit" in found["Staff"].doubt
    del ends[1]
    assert proposed(read_with(tmp_path, names, {"Scale": ends}))["Price"].scale.name == "5-1"


def test_a_list_at_the_right_of_the_answers_is_a_code_book_too_and_no_answers(tmp_path: Path):
    listed = [["Code", "Overall satisfaction"], *([code, words] for code, words in BEST_FIRST.items())]
    rows = rows_of("Overall satisfaction")
    beside = [[*row, None, *(listed[at] if at < len(listed) else [])] for at, row in enumerate(rows)]
    staged = read_here(tmp_path, workbook({"Data": beside}), "survey.xlsx")
    assert dict(staged.columns[1].described.value_labels)["1"] == "Very satisfied"
    assert [column.role for column in propose(staged.columns, ".").columns if column.position > 2] == [Role.IGNORE] * 3
    summed = [[*row, None, *(["Sum", 180 + at] if at < 4 else [])] for at, row in enumerate(rows)]
    assert read_here(tmp_path, workbook({"Data": summed}), "sums.xlsx").columns[1].described == Described()


def test_a_code_book_that_is_not_understood_leaves_the_direction_open(tmp_path: Path):
    found = proposed(
        read_with(tmp_path, ["Overall satisfaction", "Speed"], {"Codebook": [["About"], ["the best answer first"]]})
    )
    assert "the sheet 'Codebook' is not understood" in found["Overall satisfaction"].question
    assert found["Speed"].doubt is not None


def test_labels_of_a_later_file_are_the_codes_of_the_scale_that_its_dataset_began_with():
    profile = profiles({"Q1": ["Good", "Bad"]})[0]
    coded = replace(profile, described=Described(value_labels=(("1", "Good"), ("2", "Bad"), ("x", "Gone"))))
    before = ColumnMapping(position=1, name="Q1", role=Role.OUTCOME, reason="", scale=numeric_scale(5, 1))
    assert coded_as_now(before, coded).positions == (("good", 5), ("bad", 4))
    worded = replace(before, positions=(("good", 2),))
    assert coded_as_now(worded, coded) is worded


LABELLED = [
    ["Variable", "Code", "Label"],
    *([name, str(code), words] for name in ("Q1", "Q2") for code, words in BEST_FIRST.items()),
]
ANSWERS = [
    ["ID", "Q1", "Q2", "Q3"],
    *([str(at), str(at % 5 + 1), str(at % 4 + 1), str(at % 5 + 1)] for at in range(101, 131)),
]


@pytest.mark.parametrize(
    ("listed", "are_told"),
    [
        (LABELLED, True), ([[*row, "x"] for row in LABELLED], True), ([["Q1", "1 = Very satisfied; 5 = Very dissatisfied"], ["Q2", "1 = Very satisfied; 5 = Very dissatisfied"]], False),
        ([LABELLED[0], ["Q1", *LABELLED[1][1:]], *(["", *row[1:]] for row in LABELLED[2:6])], True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_above", [True, False])
@pytest.mark.parametrize("between", [[], [[]]])
def test_a_code_book_in_the_columns_of_the_answers_above_or_below_them_is_none_of_them(
    tmp_path, listed, are_told, is_above, between
):
    rows = [*listed, *between, *ANSWERS] if is_above else [*ANSWERS, *between, *listed]
    found = Brought(tmp_path, "\n".join(",".join([*row, "", "", "", ""][:4]) for row in rows))
    assert ([column.name for column in found.columns], len(found.accepted)) == (ANSWERS[0], 30)
    question = found.column("Q1")
    assert question.scale
    assert question.scale.labels[-1] == ("Very satisfied" if are_told else "1")


@pytest.mark.parametrize(
    ("last", "is_one"),
    [([None, "2", "Bad"], True), (["q1", "2", "Bad"], True), (["ID", "2", "Bad"], False), (["7", "Q1", "Bad"], False)],
)
def test_a_large_text_that_ends_with_such_a_list_is_not_read_where_it_lies(last, is_one):
    assert ends_with_list([last, ["Q1", "1", "Good"], ["9", "4", "5"]], ["ID", "Q1", "Q2"]) == is_one
