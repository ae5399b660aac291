"""Not asked is told from blank, and only where the file itself settles it."""

from pathlib import Path

import pytest

from csat_core.ingest.formats.code_texts import CodeTexts
from csat_core.ingest.unasked import with_unasked_as_before
from tests.ingest.brought import Brought
from tests.ingest.test_mending import QUALTRICS

QUESTION, NO_ANSWERS = "Satisfaction", ("not_applicable", "dont_know", "not_asked", "blank")


def counts(brought: Brought, name: str) -> list[int]:
    """Not applicable, don't know, not asked and blank cells of a column."""
    column = next(each for each in brought.answer["columns"] if each["name"] == name)
    return [column[kind] for kind in NO_ANSWERS]


def test_words_for_not_asked_are_no_blanks_and_no_answers(tmp_path: Path) -> None:
    silent = ["Not asked", "nicht gefragt", "Question non posée", "未询问", "", "n/a", "don't know", "  "]
    rows = [f"{at},{text}" for at, text in enumerate([*"1234554321" * 4, *silent])]
    brought = Brought(tmp_path, "\n".join(["id,Satisfaction", *rows]))
    assert brought.codes() == {}
    assert counts(brought, QUESTION) == [1, 1, 4, 2]
    assert brought.cells(QUESTION).tolist()[40:] == [-4, -4, -4, -4, -1, -2, -3, -1]
    (problem,) = [each for each in brought.answer["problems"] if each["code"] == "not_asked"]
    assert (problem["column"], problem["count"], problem["example_row"]) == (QUESTION, 4, 42)


def test_blank_cells_alone_are_blank_and_nothing_more(tmp_path: Path) -> None:
    rows = [f"{at},{text}" for at, text in enumerate([*"12345" * 8, *[""] * 9])]
    assert counts(Brought(tmp_path, "\n".join(["id,Satisfaction", *rows])), QUESTION) == [0, 0, 0, 9]


def qualtrics(mark: str, comment: str) -> str:
    """An export in which two people saw the question and left it out, and three did not see it."""
    text = QUALTRICS
    for at in (3, 4):
        text = text.replace(f"R_{at:04},{1 + at % 5},said {at} words", f"R_{at:04},{mark},{comment}")
    for at in (5, 6, 7):
        text = text.replace(f"R_{at:04},{1 + at % 5},said {at} words", f"R_{at:04},,")
    return text


def test_qualtrics_tells_seen_but_unanswered_where_the_mark_stands_among_texts(tmp_path: Path) -> None:
    assert counts(Brought(tmp_path, qualtrics("-99", "-99")), "Q1") == [0, 0, 3, 2]


def test_a_code_that_only_stands_among_numbers_settles_nothing(tmp_path: Path) -> None:
    assert counts(Brought(tmp_path, qualtrics("-99", "fine")), "Q1") == [0, 2, 0, 3]


def test_limesurvey_writes_not_shown_as_na_and_groups_keep_theirs(tmp_path: Path) -> None:
    header = '"id","submitdate","lastpage","startlanguage","Satisfaction","Region"'
    rows = [
        f'"{at}","2026-01-{1 + at % 28:02} 10:00:00","3","en","{text}","{("North", "N/A")[at % 2]}"'
        for at, text in enumerate([*"12345" * 8, "N/A", "N/A", ""])
    ]
    brought = Brought(tmp_path, "\n".join([header, *rows]))
    assert brought.detection["layout"] == "limesurvey"
    assert counts(brought, QUESTION) == [0, 0, 2, 1]
    assert set(brought.cells("Region")) == {"North", "N/A"}


@pytest.mark.parametrize(
    ("label", "kind"),
    [("Not asked", "not_asked"), ("Don't know", "dk"), ("Filtered", "na"), ("Nicht gestellt", "not_asked")],
)
def test_a_code_that_a_statistics_file_declares_is_what_its_label_says(label: str, kind: str) -> None:
    texts = CodeTexts({-1.0: label, 1.0: "Bad", 2.0: "Good"}, [(-1.0, -1.0)])
    assert texts[-1.0] == label
    assert texts[None] is None
    assert texts.described("").missing == ((label, kind),)


def test_in_a_later_file_the_mark_means_what_it_meant_and_blanks_what_that_file_says(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "later").mkdir()
    first = Brought(tmp_path / "first", qualtrics("-99", "-99")).column("Q1")
    assert (first.silent, first.not_asked) == (("-99",), ("",))
    for mark, blank in (("-99", ("",)), ("4", ())):
        later = Brought(tmp_path / "later", qualtrics(mark, "fine"))
        (now,) = with_unasked_as_before([first], later.columns)
        assert (now.silent, now.not_asked) == (("-99",), blank)
