"""Names that stand in two rows, and names that are times: months with a column for each."""

import pytest

from csat_core.ingest.formats.merged import laid_out, merges_by_blanks
from csat_core.ingest.layouts import generic
from csat_core.ingest.proposal.mapping import decide, propose
from csat_core.ingest.proposal.undecidable import ManyTimesError
from tests.ingest.handmade import profiles

GROUPS = ["Date", "Shop", "Staff", "", "Store", ""]
PARTS = ["", "", "Friendliness", "Speed", "Tidiness", "Range"]
ROWS = [[f"2026-02-{day}", "NS"[day % 2], *(str((day + at) % 5 + 1) for at in range(4))] for day in range(10, 20)]
TOGETHER = ("Date", "Shop", "Staff [Friendliness]", "Staff [Speed]", "Store [Tidiness]", "Store [Range]")


@pytest.mark.parametrize(
    ("head", "at"),
    [
        ([GROUPS, PARTS], 0), ([["Survey of 2026", *[""] * 5], [""] * 6, GROUPS, PARTS], 2), ([GROUPS, ["Date", "Shop", *PARTS[2:]]], 0),
        ([["", "", *GROUPS[2:]], ["Date", "Shop", *PARTS[2:]]], 0), ([GROUPS[:5], PARTS], 0),
    ],
)  # fmt: skip
def test_names_that_were_merged_once_are_put_together_from_both_rows(head, at):
    found = laid_out([*head, *ROWS], (), None)
    assert (found.names, found.first_record) == (TOGETHER, at + 2)
    assert found.evidence[-1] == (
        f"Names in row {at + 1} group the columns below them: names are put together from rows {at + 1} and {at + 2}."
    )


def test_below_a_few_names_of_one_column_may_stand_their_scale():
    head = [[*GROUPS, "Recommendation", "Comment"], [*PARTS, "(0-10)", ""], *([*row, "9", "fine"] for row in ROWS)]
    assert laid_out(head, (), None).names == (*TOGETHER, "Recommendation [(0-10)]", "Comment")
    assert merges_by_blanks([head[0], ["North", "South", *PARTS[2:], "good", "fine"], *head[2:]]) == ()


@pytest.mark.parametrize(
    "head",
    [
        [["Shop", "Staff", "", "Comment"], *[["North", "good", "bad", "ok"], ["South", "bad", "good", "no"]] * 4],
        [["Shop", "Staff", ""], *[["North", "4", "5"], ["South", "3", "2"]] * 4],
        [["Shop", "Staff", "", "Store"], ["", "01.05.2026", "02.05.2026", ""], *[["North", "4", "5", "3"]] * 4],
        [["Report", "", ""], ["Shop", "Staff", "Store"], ["North", "4", "5"]],
        [["Region", "Answer"], ["North", "4"]], [[], []], [["Only"]],
    ],
)  # fmt: skip
def test_a_row_of_answers_and_a_title_are_no_second_row_of_names(head):
    assert merges_by_blanks(head) == ()


@pytest.mark.parametrize(
    "header",
    [
        ["Shop", "2026-01", "2026-02", "2026-03"], ["Shop", "01/02/2026", "02/02/2026", "03/02/2026"], ["2024", "2025", "2026"],
        ["Shop", "Region", "Q1 2026", "Q2 2026"], ["id", "1", "2", "3", "4"],
    ],
)  # fmt: skip
def test_a_row_of_times_above_answers_is_the_row_of_names(header):
    words = sum(not cell[:1].isdigit() and cell[:1] != "Q" for cell in header)
    rows = [
        [*["x"] * words, *(str((row + 2 * at) % 5 + 1) for at in range(len(header) - words))] for row in range(3, 9)
    ]
    found = generic.recognise([header, *rows])
    assert found is not None
    assert (found.names, found.first_record) == (tuple(header), 1)


@pytest.mark.parametrize(
    "rows",
    [[["a", "2026-01", "2026-02"], ["b", "2026-02", "2026-03"]] * 4, [["x", "1", "2", "3", "4"]] * 3, [["1", "2", "3", "4"], ["2", "3", "4", "5"]] * 3],
)  # fmt: skip
def test_times_and_numbers_that_come_again_below_are_no_names(rows):
    found = generic.recognise(rows)
    assert found is not None
    assert found.header_rows == 0


def test_a_column_for_each_month_is_asked_about_and_settled_by_a_scale():
    months = {f"2026-0{month}": [str((row + month) % 5 + 1) for row in range(40)] for month in range(1, 5)}
    columns = profiles({"Shop": [f"S{row % 8}" for row in range(40)], **months})
    proposed = propose(columns, ".")
    assert [column.question for column in proposed.columns if column.question] == [
        "'2026-01', '2026-02' and 2 more columns are named like times: each row then holds the answers or the averages of many "
        "times, and would pass for one response. Bring the file with a row for each answer, its date in one column and the answer "
        'in another; say --scale "2026-01=1-5" where each row is one response all the same.'
    ]
    settled = decide(proposed, columns, roles={}, scales={"2026-01": "1-5"})
    assert not settled.open_questions
    dated = profiles({"Date": ["2026-01-01", "2026-02-03"] * 20, **months})
    (asked,) = propose(dated, ".").open_questions
    assert asked.startswith("Which question is the outcome is not settled: '2026-01', '2026-02'")


def test_averages_of_months_are_refused_as_what_they_are():
    months = {f"Jan 202{year}": [f"{4 + row / 100}" for row in range(40)] for year in range(3, 6)}
    columns = profiles({"Question": [f"Q{row}" for row in range(40)], **months})
    with pytest.raises(ManyTimesError, match="'Jan 2023', 'Jan 2024' and 1 more column are named like times"):
        decide(propose(columns, "."), columns, roles={}, scales={})


def test_a_row_of_groups_with_blanks_above_names_of_all_columns_is_no_row_of_names():
    names = ["Response ID", "Date", "Overall satisfaction", "Revenue", "Region"]
    rows = [[f"R{at}", f"2026-01-{at:02}", str(at % 5 + 1), f"{at}.5", "North"] for at in range(10, 20)]
    found = laid_out([["", "", "Satisfaction", "Money", "Place"], names, *rows], (), None)
    assert (found.names, found.first_record) == (tuple(names), 2)
    nameless = laid_out([["ID", "", "CSAT"], *[[f"R{at}", "North", str(at % 5 + 1)] for at in range(10)]], (), None)
    assert nameless.first_record == 1
