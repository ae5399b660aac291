"""Words that are not known and recur beside known ones: asked of an outcome, doubted of a driver, never thrown out as slips."""

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import decide, propose
from tests.ingest.brought import Brought
from tests.ingest.handmade import profiles

FIVE = ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"]


def asked(cells: list[str], name: str = "Overall satisfaction") -> ColumnMapping:
    return propose(profiles({name: cells}), ".").columns[0]


def doubted(cells: list[str], name: str = "Staff") -> ColumnMapping:
    """How a driver is read beside a plain outcome."""
    table = profiles({name: cells, "Overall satisfaction": [*"12345"] * (len(cells) // 5 + 1)})
    return next(each for each in propose(table, ".").columns if each.name == name)


@pytest.mark.parametrize(
    ("cells", "word", "ways"),
    [
        (["Unhappy", "Neutral", "Happy", "Very happy"] * 24, "Angry", (
            "Very unhappy|Unhappy|Neutral|Happy|Very happy,Angry=na", "Angry|Unhappy|Neutral|Happy|Very happy")),
        (FIVE * 20, "Delighted", (
            f"{'|'.join(FIVE)},Delighted=na", f"Delighted|{'|'.join(FIVE)}", f"{'|'.join(FIVE)}|Delighted")),
        (["Very poor", "Poor", "Good", "Very good"] * 20, "Middling", (
            "Very poor|Poor|Middling|Good|Very good", "Very poor|Poor|Good|Very good,Middling=na")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("count", [3, 20])
def test_a_word_that_recurs_is_asked_of_an_outcome_with_every_reading(cells, word, ways, count):
    cells = [*cells, *[word] * count]
    column = asked(cells)
    assert column.ways == ways
    assert column.question == column.doubt
    assert f"'{word}' ({count})" in str(column.doubt)
    table = profiles({"Overall satisfaction": cells})
    for way in ways:
        settled = decide(propose(table, "."), table, roles={}, scales={"Overall satisfaction": way}).columns[0]
        kept = {*dict(settled.positions), *settled.not_applicable}
        assert settled.question is None
        assert {cell.lower() for cell in cells} <= kept


def test_a_driver_is_read_with_the_doubt_said():
    column = doubted(["Very poor", "Poor", "Middling", "Good", "Very good"] * 20)
    assert column.scale
    assert (column.scale.labels[2], column.question, column.assumed) == ("Middling", None, True)
    assert "'Middling' (20)" in column.reason
    assert column.rival == "Very poor|Poor|Good|Very good,Middling=na"
    beside = doubted([*FIVE * 20, *["Skippd it"] * 9])
    assert (beside.scale and beside.scale.labels, beside.not_applicable) == (tuple(FIVE), ("skippd it",))


@pytest.mark.parametrize("cells", [[*FIVE * 20, "Angry", "Furious"], [*FIVE * 400, *["Angry"] * 4]])
def test_what_hardly_recurs_is_set_aside_and_nothing_is_asked(cells):
    column = asked(cells)
    assert column.scale
    assert (column.scale.labels, column.doubt, column.not_applicable) == (tuple(FIVE), None, ())


@pytest.mark.parametrize("strangers", [["Delighted"] * 3, ["Delighted"], []])
def test_what_any_scale_knows_stays_an_answer_beside_a_stranger(strangers):
    column = asked([*FIVE[1:4] * 30, *FIVE[:1] * 2, *strangers])
    assert column.scale
    assert column.scale.labels == tuple(FIVE)
    assert dict(column.positions)["very dissatisfied"] == 1


def test_a_slip_that_recurs_is_read_as_its_label_and_that_is_said():
    column = asked([*FIVE * 18, *["Very satsified"] * 10])
    assert dict(column.positions)["very satsified"] == 5
    assert (column.question, column.assumed) == (None, True)
    assert "'Very satsified' (10) is read as 'Very satisfied', a slip away from it" in column.reason
    assert column.ways == (f"{'|'.join(FIVE)},near", "|".join(FIVE))


@pytest.mark.parametrize("cells", [["Terrible", "Bad", "Good", "Amazing"], ["Sad", "Neutral", "Happy", "Very happy"]])
def test_words_that_do_not_say_what_stands_beside_them_take_no_frequent_stranger_in(cells):
    assert doubted([*cells, "Whatever"] * 20).role.value == "segment"
    assert "'Whatever' (4)" in doubted([*cells * 24, *["Whatever"] * 4]).reason


def test_another_degree_of_the_same_thing_is_never_taken_as_none_where_it_is_frequent():
    column = doubted([*FIVE * 20, *["Scarcely satisfied"] * 30])
    assert (column.role.value, column.not_applicable) == ("segment", ())


def test_unknown_words_that_are_most_or_many_make_no_scale():
    assert doubted([*FIVE * 4, *["Blue"] * 30]).role.value == "segment"
    assert doubted([*FIVE * 20, *["Red", "Green", "Blue", "Pink"] * 5]).role.value == "segment"


def test_the_way_to_settle_a_driver_keeps_what_was_read(tmp_path):
    rows = [*FIVE * 10, *["Passed over"] * 5]
    content = "Staff,Overall satisfaction\n" + "".join(f"{cell},{i % 5 + 1}\n" for i, cell in enumerate(rows))
    brought = Brought(tmp_path, content)
    (problem,) = [each for each in brought.answer["problems"] if each["code"] == "assumed_scale"]
    assert f'--scale "Staff={"|".join(FIVE)},Passed over=na"' in problem["message"]
    assert brought.codes() == {}


def test_beside_not_sure_the_older_doubt_stays_with_the_stranger_as_none():
    four = ["Very dissatisfied", "Dissatisfied", "Satisfied", "Very satisfied"]
    column = asked([*[*four, "Not sure"] * 20, *["Whatever"] * 4], "How satisfied are you with us?")
    named = "|".join(four)
    assert column.ways[0] == f"{named},Not sure=dk,Whatever=na"
    assert column.not_applicable == ("whatever",)
    assert "'Not sure' (20" in str(column.question)
