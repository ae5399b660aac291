"""The middle of a scale of words: not invented where nobody gave it, not thrown away where it is called `not sure`."""

from dataclasses import replace

import pytest

from csat_core.ingest.detection import Described
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import decide, propose
from tests.ingest.handmade import profiles

MOOD = ["Very unhappy", "Unhappy", "Happy", "Very happy"]
LIKELY = ["Very unlikely", "Unlikely", "Likely", "Very likely"]


def driver(name: str, cells: list[str], described: Described | None = None) -> ColumnMapping:
    """How a column is read beside a plain outcome."""
    columns = profiles({name: cells, "Overall satisfaction": [*"12345"] * (len(cells) // 5 + 1)})
    if described:
        columns = (replace(columns[0], described=described), columns[1])
    return next(each for each in propose(columns, ".").columns if each.name == name)


def test_a_middle_that_none_of_many_gave_is_not_invented_and_that_is_said():
    column = driver("How happy are you?", MOOD * 25)
    assert column.scale
    assert column.scale.labels == tuple(MOOD)
    assert dict(column.positions)["very happy"] == 4
    assert column.assumed
    assert column.rival == "Very unhappy|Unhappy|Neutral|Happy|Very happy"
    assert "nobody of 100 gave the 'Neutral'" in column.reason


@pytest.mark.parametrize("cells", [MOOD * 4, [*MOOD[:3] * 15, *MOOD], [*MOOD * 25, "Neutral"], MOOD[:3] * 30])
def test_few_answers_rare_ones_and_a_single_middle_leave_the_scale_as_it_is(cells):
    column = driver("How happy are you?", cells)
    assert column.scale
    assert column.scale.points == 5


@pytest.mark.parametrize(
    ("plain", "denied"), [("Good", "Not good"), ("Gut", "Nicht gut"), ("Bon", "Pas bon"), ("好", "不好")]
)
def test_an_answer_and_its_denial_are_two_answers(plain, denied):
    column = driver("Service quality", [plain, denied, plain] * 30)
    assert column.scale
    assert column.scale.labels == (denied, plain)


@pytest.mark.parametrize(
    ("name", "cells", "unsure"),
    [
        ("Overall satisfaction", ["Very dissatisfied", "Dissatisfied", "Satisfied", "Very satisfied"], "Not sure"),
        ("Zufriedenheit mit dem Preis", ["Sehr unzufrieden", "Eher unzufrieden", "Eher zufrieden", "Sehr zufrieden"], "Unsicher"),
    ],
)  # fmt: skip
def test_not_sure_among_four_answers_is_the_middle_or_none_which_is_asked_of_an_outcome(name, cells, unsure):
    table = profiles({name: [*cells, unsure] * 20})
    column = propose(table, ".").columns[0]
    four, five = "|".join(cells), "|".join([*cells[:2], unsure, *cells[2:]])
    assert column.ways == (f"{four},{unsure}=dk", five)
    assert column.question == column.doubt
    for way, points, silent in ((five, 5, ()), (column.ways[0], 4, (unsure.lower(),))):
        settled = decide(propose(table, "."), table, roles={}, scales={name: way}).columns[0]
        assert (settled.question, settled.dont_know) == (None, silent)
        assert settled.scale
        assert settled.scale.points == points


@pytest.mark.parametrize(
    ("name", "cells", "unsure"),
    [
        ("How likely are you to recommend us?", LIKELY, "Not sure"),
        (
            "Czy jest Pan zadowolony z obsługi?",
            ["Zdecydowanie nie", "Raczej nie", "Raczej tak", "Zdecydowanie tak"],
            "Trudno powiedzieć",
        ),
        ("您向朋友推荐我们的可能性有多大？", ["非常不可能", "不太可能", "比较可能", "非常可能"], "不确定"),
    ],
)
def test_who_is_not_sure_stands_between_unlikely_and_likely_which_is_said(name, cells, unsure):
    table = profiles({name: [*cells, unsure] * 20})
    column = propose(table, ".").columns[0]
    five = (*cells[:2], unsure, *cells[2:])
    assert column.scale
    assert (column.scale.labels, column.dont_know, column.question, column.assumed) == (five, (), None, True)
    assert [dict(column.positions)[each.lower()] for each in five] == [1, 2, 3, 4, 5]
    assert column.rival == f"{'|'.join(cells)},{unsure}=dk"
    settled = decide(propose(table, "."), table, roles={}, scales={name: column.rival}).columns[0]
    assert (settled.dont_know, settled.scale and settled.scale.points) == ((unsure.lower(),), 4)


@pytest.mark.parametrize(
    ("name", "cells", "ways"),
    [
        ("Would you recommend us?", "Yes|Not sure|No", ("No|Yes,Not sure=dk", "No|Not sure|Yes")),
        ("I am satisfied with it", "Disagree|Unsure|Agree", ("Disagree|Agree,Unsure=dk", "Disagree|Unsure|Agree")),
        ("Quality", "Good|Not good|Not sure", ("Not good|Good,Not sure=dk", "Not good|Not sure|Good")),
        ("Did you have any problems?", "Yes|Not sure|No", ("Yes|No,Not sure=dk", "Yes|Not sure|No")),
        (
            "Overall satisfaction", "Not sure|Satisfied|Very satisfied",
            ("Very dissatisfied|Dissatisfied|Satisfied|Very satisfied,Not sure=dk",
             "Very dissatisfied|Dissatisfied|Not sure|Satisfied|Very satisfied"),
        ),
    ],
)  # fmt: skip
def test_so_it_is_beside_two_answers_and_where_others_were_not_given(name, cells, ways):
    column = propose(profiles({name: cells.split("|") * 20}), ".").columns[0]
    assert column.ways == ways
    assert column.question
    assert "(20 of 60)" in column.question


def test_groups_are_not_doubted_for_it():
    column = driver("Owns a car", ["Yes", "No", "Not sure"] * 20)
    assert (column.role, column.doubt, column.reason) == (
        "segment",
        None,
        "Holds 3 different texts: groups to compare.",
    )


def test_as_a_driver_the_doubt_is_said():
    column = driver("How happy are you?", [*MOOD, "Not sure"] * 20)
    assert column.assumed
    assert "'Not sure' (20 of 100) may be the answer in the middle" in column.reason


@pytest.mark.parametrize("more", ["Neutral", None])
@pytest.mark.parametrize("silent", ["Don't know", "Not sure"])
def test_another_middle_word_or_a_plain_dont_know_leaves_no_doubt(more, silent):
    if more is None and silent == "Not sure":
        return
    column = driver("How likely are you to recommend the app?", [*LIKELY, silent, *([more] if more else [])] * 20)
    assert column.doubt is None
    assert column.dont_know == (silent.lower(),)


@pytest.mark.parametrize("word", ["Not sure", "Don't know", "Weiß nicht"])
def test_the_code_in_the_middle_says_that_it_is_the_middle(word):
    words = [*LIKELY[:2], word, *LIKELY[2:]]
    described = Described(value_labels=tuple((str(code), label) for code, label in enumerate(words, 1)))
    numbered = [f"{code} - {label}" for code, label in enumerate(words, 1)]
    for cells, said in ((words, described), (numbered, None)):
        column = driver("Likelihood to stay", cells * 20, said)
        assert column.scale
        assert (column.scale.labels, column.dont_know) == (tuple(cells), ())


def test_a_code_at_the_end_says_that_it_is_none():
    words = [*LIKELY, "Not sure"]
    described = Described(value_labels=tuple((str(code), label) for code, label in enumerate(words, 1)))
    column = driver("Likelihood to stay", words * 20, described)
    assert (column.dont_know, column.doubt) == (("not sure",), None)
    assert "'Not sure' (20 of 100), which has no number between theirs, is taken as none" in column.reason


AGREE = ["Strongly disagree", "Disagree", "Agree", "Strongly agree"]


@pytest.mark.parametrize("refused", [(), (("Refused", "na"),)])
def test_the_middle_by_its_code_is_of_the_scale_where_nobody_gave_it_and_that_is_said(refused):
    words = [*AGREE[:2], "Not sure", *AGREE[2:]]
    labels = (*((str(code), label) for code, label in enumerate(words, 1)), ("9", "Refused"))
    column = driver("The staff was helpful", AGREE * 20, Described(value_labels=labels, missing=refused))
    assert column.scale
    assert column.scale.labels == tuple(words)
    assert "'Not sure' is the answer in the middle, as its code is" in column.reason


@pytest.mark.parametrize("times", [20, 0])
def test_not_sure_between_two_answers_is_never_a_number_without_words(times):
    words = ["Agree", "Not sure", "Disagree"]
    described = Described(value_labels=tuple((str(code), label) for code, label in enumerate(words, 1)))
    numbered = [f"{code} - {label}" for code, label in enumerate(words, 1)]
    for texts, said in ((words, described), (numbered, None)):
        column = driver("The staff was helpful", [*[texts[0], texts[2]] * 20, *[texts[1]] * times], said)
        assert column.scale
        assert column.scale.labels == ((texts[2], texts[0]) if times or said else (texts[2], "2 - Neutral", texts[0]))
        assert column.ways == ((f"{texts[2]}|{texts[0]},{texts[1]}=dk", "|".join(texts[::-1])) if times else ())
    assert "taken as none" in driver("The staff was helpful", words[::2] * 20, described).reason


FOURS = [
    ("Overall satisfaction", ["Very dissatisfied", "Dissatisfied", "Satisfied", "Very satisfied"]),
    ("The staff was helpful", ["Strongly disagree", "Disagree", "Agree", "Strongly agree"]),
    ("Zufriedenheit mit dem Preis", ["Sehr unzufrieden", "Unzufrieden", "Zufrieden", "Sehr zufrieden"]),
    ("How easy was it?", ["Very difficult", "Difficult", "Easy", "Very easy"]),
]


@pytest.mark.parametrize(("name", "cells"), FOURS)
def test_a_middle_that_few_left_out_is_kept_and_one_that_many_left_out_was_not_offered_in_every_family(name, cells):
    few, many = (propose(profiles({name: cells * times}), ".").columns[0] for times in (9, 10))
    assert few.scale
    assert many.scale
    assert (few.scale.points, few.rival) == (5, "|".join(cells))
    assert "nobody of 36 gave" in few.reason
    assert (many.scale.labels, many.assumed) == (tuple(cells), True)
    assert many.rival == few.scale.name
    assert "nobody of 40 gave" in many.reason


def test_four_answers_that_are_no_five_without_their_middle_stay_four():
    column = propose(profiles({"Quality": ["Poor", "Fair", "Good", "Excellent"] * 5}), ".").columns[0]
    assert column.scale
    assert column.scale.labels == ("Poor", "Fair", "Good", "Excellent")
