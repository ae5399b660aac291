"""Texts from a file that Markdown, HTML or Plotly could read as more than text appear letter by letter everywhere."""

import json

import pandas as pd
import pytest

from csat_core import words
from csat_core.store import Store
from csat_core.words.headings import Text, Whole
from pages.shared import render
from tests.pages.opened import FILES, Opened, markdown, open_page
from tests.pages.surveys import HOSTILE, hostile

DIGESTED = tuple(text for text in HOSTILE if text not in ("=cmd", "# head"))
"""A formula is a matter of the CSV, and a heading ends where it does not begin the line."""


@pytest.fixture
def page(store: Store) -> Opened:
    """The overview of a dataset that tries everything."""
    hostile(store)
    return open_page()


@pytest.mark.parametrize("name", FILES)
def test_no_label_heading_or_message_holds_the_bare_text(page: Opened, name: str) -> None:
    found = markdown(page.turn_to(name).app)
    assert len(found) > 20
    assert [text for text in found for bad in DIGESTED if bad in text] == []


def test_a_label_shows_the_text_with_every_sign_switched_off(page: Opened) -> None:
    labels = [box.label for box in page.app.sidebar.multiselect]
    assert labels[0] == "\\!\\[x\\](http\\:\u2060//e.invalid/a.png) group"
    assert labels[1:4] == [r"\<b\> group", "\\:\u2060red\\[x\\] group", r"\$a\$ group"]
    assert labels[6] == r"\_slanted\_ group"


def test_a_button_shows_the_name_of_the_dataset_with_every_sign_switched_off(page: Opened) -> None:
    (choice,) = page.turn_to("roi").app.segmented_control
    assert choice.options[0] == words.literal(" ".join(HOSTILE[:4]))


def test_plain_text_shows_the_name_as_it_is(page: Opened) -> None:
    assert page.texts[1].startswith("'![x](http://e.invalid/a.png) <b>', ")
    assert page.turn_to("data").texts[1] == " ".join(HOSTILE[:4])


def test_a_list_of_choices_holds_the_levels_as_they_are(page: Opened) -> None:
    assert set(page.app.sidebar.multiselect[0].options) == set(HOSTILE)


def test_a_filter_by_such_a_level_counts_its_thirty_answers(page: Opened) -> None:
    for box in page.app.sidebar.multiselect[:1]:
        box.set_value([HOSTILE[0]])
    # 30 answers, 6 of each of 5 points
    assert page.run().texts[0] == "CSAT is 40.0 % (30 answers)."
    assert page.app.query_params["s01"] == HOSTILE[0]


def test_tables_hold_comments_and_levels_as_they_are(page: Opened) -> None:
    comments = page.tables[-1]["t01"]
    assert list(comments.iloc[: len(HOSTILE)]) == list(HOSTILE)
    groups = page.choose("overview-numbers", "Groups").tables[0]
    assert set(groups["level"]) == set(HOSTILE)


def test_the_heading_of_a_column_is_its_name_without_any_backslash(page: Opened) -> None:
    headings = json.loads(page.app.dataframe[-1].proto.columns)
    assert headings["q01"]["label"] == f"{HOSTILE[0]} {HOSTILE[1]}"
    assert headings["q02"]["label"] == ":red[x]"
    assert headings["s12"]["label"] == "~~gone~~ group"


def test_charts_hold_no_tag_of_a_file(page: Opened) -> None:
    spec = next(
        json.loads(chart.proto.spec) for chart in page.app.get("plotly_chart") if "orientation" in chart.proto.spec
    )
    assert spec["layout"]["yaxis"]["ticktext"] == [
        "![x](http://e.invalid/a.png)", "&lt;b&gt;", ":red[x]", "$a$", "=cmd",
    ]  # fmt: skip
    assert spec["data"][0]["hovertext"][1].startswith("<b>&lt;b&gt;</b>, counted as dissatisfied")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("North", "North"),
        ("Zoë & Søn", r"Zoë \& Søn"),
        ("a\n# b", r"a \# b"),
        ("1. first", r"1\. first"),
        ("- first", r"\- first"),
        ("snake_case", r"snake\_case"),
        ("Why? (18-25, or older)", "Why? (18-25, or older)"),
        (":home:", "\\:\u2060home\\:\u2060"),
        ("www.e.invalid", "www\u2060.e.invalid"),
        ("a@e.invalid", "a@\u2060e.invalid"),
        ("right\u202eleft", "rightleft"),
        ("x" * 100, "x" * 79 + "…"),
        ("日本語", "日本語"),
    ],
)
def test_a_literal_label_escapes_signs_and_leaves_letters_alone(text: str, label: str) -> None:
    assert words.literal(text) == label


def test_no_table_shows_signs_that_turn_the_writing_around() -> None:
    frame = pd.DataFrame({"level": ["Order\u202eing", "\u2067Return", None], "answers": [3, 2, 1]})
    sent = render._sent(frame, (("level", Text), ("answers", Whole)))
    assert sent.column("level").to_pylist() == ["Ordering", "Return", None]
    assert sent.column("answers").to_pylist() == [3, 2, 1]
