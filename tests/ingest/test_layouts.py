"""Layouts: where the names and the data are, judged by the first rows."""

from collections.abc import Sequence

import pytest

from csat_core.ingest.detection import Described
from csat_core.ingest.layouts import LAYOUTS, freshdesk, generic, names_and_texts, recognised
from csat_core.ingest.layouts.layout import Layout, Recognised
from csat_core.ingest.refusals import NotATableError

HEADER = ["Date", "Region", "Overall satisfaction"]
DATA = [["2025-01-03", "North", "4"], ["2025-01-04", "South", "5"], ["2025-01-05", "North", "2"]]


def found(head: Sequence[Sequence[str]]) -> Recognised:
    layout = generic.recognise(head)
    assert layout is not None
    return layout


def test_the_first_row_of_words_names_the_columns() -> None:
    layout = found([HEADER, *DATA])
    assert (layout.names, layout.header_rows, layout.first_record) == (tuple(HEADER), 1, 1)
    assert layout.evidence == ("Row 1 holds 3 column names.",)


@pytest.mark.parametrize(
    "above",
    [
        [["Satisfaction report 2025"], []],
        [["Satisfaction report 2025", "", ""], ["", "", ""]],
        [["Reporting period", "", ""], [], ["Exported by us"]],
    ],
)
def test_lines_of_title_and_blank_lines_above_the_header_are_passed_over(above: list[list[str]]) -> None:
    layout = found([*above, HEADER, *DATA])
    assert (layout.names, layout.first_record) == (tuple(HEADER), len(above) + 1)


def test_a_title_above_two_columns_is_not_their_header() -> None:
    layout = found([["Survey of March", ""], ["", ""], ["Region", "Score"], ["North", "4"], ["South", "5"]])
    assert (layout.names, layout.first_record) == (("Region", "Score"), 3)


def test_rows_of_numbers_without_names_are_all_data_under_numbered_columns() -> None:
    layout = found([["1", "4", "5"], ["2", "3", "5"], ["3", "5", "1"]])
    assert (layout.names, layout.header_rows, layout.first_record) == (("", "", ""), 0, 0)
    assert layout.evidence == ("No row of column names was found, so the columns are numbered.",)


def test_words_that_come_again_below_as_values_are_data_and_no_names() -> None:
    rows = [
        ["North", "Good"],
        ["South", "Bad"],
        ["North", "Good"],
        ["South", "Good"],
        ["North", "Bad"],
        ["South", "Bad"],
    ]
    assert found(rows).header_rows == 0
    assert found([["Region", "Answer"], *rows]).names == ("Region", "Answer")


def test_choices_named_by_their_own_ticks_keep_their_header() -> None:
    header = ["Region", "E-mail", "Telephone", "Letter"]
    rows = [["North", "E-mail", "", "Letter"], ["South", "", "Telephone", ""], ["East", "E-mail", "Telephone", ""]] * 3
    assert found([header, *rows]).names == tuple(header)


def test_a_header_repeated_further_down_is_still_the_header() -> None:
    assert found([HEADER, *DATA, HEADER, *DATA]).names == tuple(HEADER)


def test_years_beside_words_are_names() -> None:
    layout = found([["Region", "2023", "2024", "2025"], ["North", "4", "5", "3"], ["South", "2", "1", "3"]])
    assert layout.names == ("Region", "2023", "2024", "2025")


def test_a_header_that_lacks_the_name_of_its_row_numbers_is_used() -> None:
    layout = found([["region", "score"], ["1", "North", "4"], ["2", "South", "5"], ["3", "East", "5"]])
    assert (layout.names, layout.first_record) == (("", "region", "score"), 1)


def test_rows_split_by_the_commas_of_their_comments_do_not_hide_the_header() -> None:
    head = [["id", "score", "comment"], ["1", "5", "well", " really"], ["2", "4", "fine"], ["3", "4", "nice", " clean"]]
    layout = found([*head, ["4", "2", "loud", " cold"]])
    assert (layout.names, layout.first_record) == (("id", "score", "comment"), 1)


def test_a_stray_cell_far_to_the_right_does_not_hide_the_table() -> None:
    head = [[*row, *[""] * 27] for row in [HEADER, *DATA]]
    head[2][29] = "ask Ann"
    layout = found(head)
    assert (layout.names, layout.first_record) == (tuple(HEADER), 1)


def test_columns_at_the_right_that_are_always_blank_do_not_hide_a_header_without_them() -> None:
    layout = found([HEADER, *([*row, ""] for row in DATA)])
    assert (layout.names, layout.first_record) == (tuple(HEADER), 1)


def test_a_long_cell_of_digits_is_judged_at_once() -> None:
    assert found([["a", "b"], ["1" * 1_000_000 + "x", "2"]]).names == ("a", "b")


def test_blank_rows_alone_are_no_table() -> None:
    assert generic.recognise([[], ["", " "]]) is None
    with pytest.raises(NotATableError, match="no row of column names"):
        recognised([[], ["", " "]])


class Pets:
    """A layout of the test."""

    ID, TITLE = "pets", "Pets"

    @staticmethod
    def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
        """Two rows of header, the second with the questions."""
        if head[0][0] != "Pet survey":
            return None
        return Recognised(
            layout="pets",
            names=tuple(head[1]),
            described=tuple(Described(label=text) for text in head[2]),
            header_rows=2,
            first_record=3,
            evidence=("Pets.",),
        )


def test_a_further_layout_goes_before_the_generic_one_and_hands_on_what_is_not_its_kind() -> None:
    layouts: tuple[Layout, ...] = (Pets(), *LAYOUTS)
    head = [["Pet survey", ""], ["q1", "q2"], ["How is the cat?", "How is the dog?"], ["4", "5"]]
    assert [said.label for said in recognised(head, layouts).described] == ["How is the cat?", "How is the dog?"]
    assert recognised([HEADER, *DATA], layouts).layout == "generic"


def test_tickets_of_freshdesk_without_the_time_of_their_end_have_that_of_the_nearest_step() -> None:
    names = ["Ticket ID", "Survey results", "Agent", "Created time"]
    rows = [[str(at), "Happy", "Ann", f"2026-01-0{at} 10:00:00"] for at in range(1, 6)]
    several: list[tuple[list[str], str]] = [([], "time"), (["Resolved time"], "ignore")]
    for more, role in several:
        layout = freshdesk.recognise([[*names, *more], *([*row, *row[3:4] * len(more)] for row in rows)])
        assert layout is not None
        hint = layout.described[3].hint
        assert hint is not None
        assert hint.role == role


NAMES = ["respid", "Q1", "Q2_1", "Q3"]
TEXTS = ["Respondent", "How satisfied are you overall?", "Satisfaction with: Price", "Why did you say so?"]
ANSWERED = [[str(at), str(at % 5 + 1), str(at % 4 + 1), "" if at % 2 else "Too slow"] for at in range(40, 50)]


def test_texts_of_questions_below_the_names_say_what_each_column_asks():
    layout = names_and_texts.recognise([["Survey 7"], NAMES, TEXTS, *ANSWERED])
    assert layout is not None
    assert (layout.names, layout.header_rows, layout.first_record) == (tuple(NAMES), 2, 3)
    assert [said.label for said in layout.described] == TEXTS
    assert layout.evidence == ("Row 2 holds the names, row 3 the texts of the questions.",)


@pytest.mark.parametrize(
    "head",
    [
        [NAMES, *ANSWERED],
        [NAMES, TEXTS, *ANSWERED[:4]],
        [TEXTS, NAMES, *ANSWERED],
        [NAMES, ["Respondent", "", "", "Why did you say so?"], *ANSWERED],
        [NAMES, ["r", "How was it?", "7", "Why did you say so?"], *ANSWERED],
        [["Name", "Shop", "Q1", "Q2"], ["Ann Lee", "Old Town", "Very good", "Too slow"], *[["Bob Ray", "New Town", "4", "Slow"]] * 8],
    ],
)  # fmt: skip
def test_without_a_text_for_each_name_above_numbers_there_are_none(head):
    assert names_and_texts.recognise(head) is None


ANSWERS = ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"]


@pytest.mark.parametrize(("options", "questions"), [(ANSWERS, ["How was it?"]), (["Phone", "E-mail", "Chat"], [])])
def test_ticked_answers_of_one_scale_under_a_common_heading_are_one_question(options, questions):
    header = ["Date", *(f"How was it? [{option}]" for option in options)]
    rows = [
        ["2025-01-03", *("x" if at % len(options) == place else "" for place in range(len(options)))]
        for at in range(20)
    ]
    choices = found([header, *rows]).wishes.choices
    assert [each.name for each in choices if len(each.options) > 1] == questions
    assert [option.text for each in choices if each.single for option in each.options] == (options if questions else [])
    assert len(choices) == len(questions or options)
