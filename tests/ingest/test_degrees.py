"""Degrees of one thing, `Not at all helpful` to `Extremely helpful`, are a scale whatever the thing is."""

from dataclasses import replace

import pytest

from csat_core.ingest.detection import Described
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

SO_FAR = ["Not at all", "Not so", "Somewhat", "Very", "Extremely"]


def read(name: str, cells: list[str], labels: tuple[tuple[str, str], ...] = ()) -> ColumnMapping:
    """How a question is read beside a plain outcome."""
    column, outcome = profiles({name: cells, "Overall satisfaction": [*"12345"] * (len(cells) // 5 + 1)})
    described = Described(value_labels=labels)
    columns = (replace(column, described=described), outcome)
    return next(each for each in propose(columns, ".").columns if each.name == name)


def labels_of(column: ColumnMapping) -> tuple[str, ...]:
    assert column.scale
    return column.scale.labels


@pytest.mark.parametrize(
    ("name", "worst_first"),
    [
        ("How organized was the event?", [f"{degree} organized" for degree in SO_FAR]),
        ("How well do our products meet your needs?", [f"{degree} well" for degree in SO_FAR]),
        ("Staff", [f"{degree} responsive" for degree in ("Not at all", "Slightly", "Moderately", "Very", "Extremely")]),
        ("Staff", [f"{degree} helpful" for degree in ("Not at all", "Not too", "Somewhat", "Very")]),
        ("Article", ["Not useful", "Somewhat useful", "Useful", "Very useful"]),
        ("Personal", [f"{degree} freundlich" for degree in ("Gar nicht", "Wenig", "Mittelmäßig", "Ziemlich", "Sehr")]),
        ("Personnel", [f"{degree} utile" for degree in ("Pas du tout", "Peu", "Moyennement", "Très", "Extrêmement")]),
        ("Utilidad", [f"{degree} útil" for degree in ("Nada", "Poco", "Algo", "Muy", "Extremadamente")]),
        ("Utilità", [f"{degree} utile" for degree in ("Per niente", "Poco", "Abbastanza", "Molto", "Estremamente")]),
        ("Bediening", [f"{degree} vriendelijk" for degree in ("Helemaal niet", "Niet zo", "Redelijk", "Zeer")]),
        ("Personal", [f"{degree} hjälpsam" for degree in ("Inte alls", "Inte så", "Ganska", "Mycket", "Extremt")]),
        ("员工", ["非常不友好", "不友好", "一般", "友好", "非常友好"]),
        ("スタッフ", ["とても不親切", "不親切", "どちらともいえない", "親切", "とても親切"]),
    ],
)
def test_known_degrees_of_any_thing_are_a_scale_in_their_order(name, worst_first):
    column = read(name, worst_first * 20)
    assert labels_of(column)[: len(worst_first)] == tuple(worst_first)
    assert (column.role, column.doubt) == ("driver", None)


@pytest.mark.parametrize("thing", ["difficult", "noisy"])
def test_degrees_of_something_bad_are_read_backwards(thing):
    words = [f"{degree} {thing}" for degree in SO_FAR]
    codes = tuple((str(code), label) for code, label in enumerate(words, 1))
    for column in (read("The order", words * 20), read("The order", words * 20, codes)):
        assert labels_of(column) == tuple(words[::-1])
        assert f"'Extremely {thing}'" in column.reason


def test_what_is_neither_good_nor_bad_is_a_rating_by_its_name_alone_and_doubted():
    words = [f"{degree} formal" for degree in SO_FAR]
    assert read("Atmosphere", words * 20).role == "segment"
    column = read("Rate the atmosphere", words * 20)
    assert column.doubt
    assert "whether 'Extremely formal' is good or bad is not known" in column.doubt


def test_numbers_before_the_degrees_and_degrees_that_nobody_gave_are_read_with_them():
    column = read("Staff", ["5 - Extremely helpful", "4 - Very helpful", "3 - Somewhat helpful"] * 20)
    assert labels_of(column)[0] == "1 - Not at all helpful"
    assert len(labels_of(read("Staff", ["Somewhat helpful", "Very helpful", "Extremely helpful"] * 20))) == 5


@pytest.mark.parametrize(
    ("name", "scale"),
    [
        ("How helpful was the staff?", "Not at all|A little|Quite|Very"), ("The wait was too long", "Very|Quite|A little|Not at all"),
        ("Interest in sports", None),
    ],
)  # fmt: skip
def test_degrees_of_what_the_question_alone_names_rate_where_it_names_good_or_bad(name, scale):
    column = read(name, ["Not at all", "A little", "Quite", "Very"] * 20)
    assert (column.scale and column.scale.name) == scale
    assert column.role == ("driver" if scale else "segment")


@pytest.mark.parametrize("cells", [["Helpful", "Very helpful"], ["Very helpful", "Very friendly", "Very quick"]])
def test_two_degrees_and_one_degree_of_several_things_are_no_scale(cells):
    assert read("Staff", cells * 20).role == "segment"


def around(middle: str, bad: str, good: str, *degrees: str) -> list[str]:
    """The labels from the strongest degree of `bad` to that of `good`."""
    below, above = ([f"{degree} {thing}".strip() for degree in degrees] for thing in (bad, good))
    return [*below, *([middle] if middle else []), *above[::-1]]


@pytest.mark.parametrize(
    "worst_first",
    [
        around("Neither satisfied nor dissatisfied", "dissatisfied", "satisfied", "Extremely", "Very", "Somewhat"),
        around("Neutral", "dissatisfied", "satisfied", "Very", "Somewhat", "Slightly"),
        around("", "dissatisfied", "satisfied", "Totally", "Quite", "A bit"),
        around("Neutral", "dissatisfied", "satisfied", "Extremely", "Very", "", "Somewhat"),
        around("Neutral", "unlikely", "likely", "Extremely", "Very", "Somewhat"),
        around("Neutral", "dissatisfied", "satisfied", "Strongly", "Partly"),
        around("Neutral", "dissatisfied", "satisfied", "Fully", ""),
        around("Neutral", "unzufrieden", "zufrieden", "Äußerst", "Ziemlich", "Etwas"),
        around("Neutro", "insoddisfatto", "soddisfatto", "Estremamente", "Molto", "Abbastanza"),
        around("Neutral", "insatisfecho", "satisfecho", "Totalmente", "Muy", "Algo"),
        ["极其不满意", "非常不满意", "有点不满意", "一般", "有点满意", "非常满意", "极其满意"],
        ["Not satisfied", "Somewhat satisfied", "Satisfied", "Very satisfied", "Extremely satisfied"],
        ["very_dissatisfied", "dissatisfied", "neutral", "satisfied", "very_satisfied"],
        ["rated_bad", "rated_good"],
    ],
)
def test_degrees_of_a_thing_and_of_its_opposite_are_a_scale_by_how_strong_they_are(worst_first):
    column = read("Rate the service", [*worst_first * 20, *["not_rated"] * 5])
    assert tuple(map(str.lower, labels_of(column))) == tuple(map(str.lower, worst_first))
    assert (column.role in ("driver", "outcome"), column.doubt) == (True, None)
    assert "not_rated" in column.not_applicable


def test_a_degree_of_which_nobody_knows_how_strong_it_is_makes_no_scale():
    labels = around("Neutral", "dissatisfied", "satisfied", "Immensely", "Somewhat")
    assert read("Rate the service", labels * 20).scale is None


@pytest.mark.parametrize(
    ("cells", "best"),
    [
        (["Very poor value", "Poor value", "Fair value", "Good value", "Very good value"], -1),
        (["Definitely would not buy", "Probably would not buy", "Might or might not buy", "Probably would buy", "Definitely would buy"], -1),
        (["Würde ich bestimmt kaufen", "Würde ich wahrscheinlich kaufen", "Würde ich wahrscheinlich nicht kaufen",
          "Würde ich bestimmt nicht kaufen"], 0),
    ],
)  # fmt: skip
def test_words_that_all_answers_repeat_change_nothing(cells: list[str], best: int):
    found = read("Purchase intent", cells * 20)
    assert found.scale is not None
    assert found.scale.labels[-1] == cells[best]
    assert read("Side", ["North side", "South side", "East side"] * 20).role.value == "segment"


@pytest.mark.parametrize(
    ("name", "first", "last", "falls"),
    [
        ("q2", "Extremely helpful", "Not at all helpful", True),
        ("q3", "Extremely expensive", "Not at all expensive", False),
        ("q4", "Not at all noisy", "Extremely noisy", True),
        ("Waiting time", "Very short", "Very long", True),
        ("q5", "Do not trust at all", "Trust completely", False),
    ],
)
def test_two_ends_of_a_run_of_numbers_are_a_scale_that_says_its_direction(name, first, last, falls):
    column = read(name, [first, "2", "3", "4", last] * 20, (("1", first), ("5", last)))
    assert labels_of(column) == ((last, "4", "3", "2", first) if falls else (first, "2", "3", "4", last))
    assert (column.role, column.doubt) == ("driver", None)


def test_a_long_scale_of_something_bad_or_unknown_is_not_read_as_if_much_of_it_were_good():
    def long(first: str, last: str) -> ColumnMapping:
        return read("q", [first, *map(str, range(2, 10)), last] * 10, (("1", first), ("10", last)))

    assert labels_of(long("Not at all noisy", "Extremely noisy"))[-1] == "1"
    assert labels_of(long("Not at all helpful", "Extremely helpful"))[-1] == "10"
    assert long("Not very close to ideal", "Very close to ideal").doubt


def test_ends_that_nobody_knows_are_a_scale_with_a_doubt_unless_the_name_counts_or_sorts():
    ends = ("Very far from my ideal", "Very close to my ideal")
    cells, labels = [ends[0], "2", "3", "4", ends[1]] * 20, (("1", ends[0]), ("5", ends[1]))
    column = read("v4", cells, labels)
    assert (column.role, labels_of(column)[-1]) == ("driver", ends[1])
    assert column.doubt
    assert "the words of its codes are not known" in column.doubt
    assert read("Number of rooms", cells, labels).role == "segment"


@pytest.mark.parametrize(
    "worst_first",
    [
        ["No", "Yes, to some extent", "Yes, completely"],
        ["Nein", "Ja, teilweise", "Ja, vollständig"],
        ["Non, pas du tout", "Oui, en partie", "Oui, tout à fait"],
        ["No", "Sí, en parte", "Sí, totalmente"],
        ["No", "Sì, in parte", "Sì, del tutto"],
        ["Nee", "Ja, enigszins", "Ja, helemaal"],
        ["Nee, helemaal niet", "Een beetje", "Grotendeels", "Ja, helemaal"],
        ["Nie", "Tak, częściowo", "Tak, w pełni"],
        ["Nej", "Delvis", "Ja, helt och hållet"],
        ["Não", "Sim, em parte", "Sim, totalmente"],
        ["Όχι", "Ναι, εν μέρει", "Ναι, πλήρως"],
        ["没有", "部分", "完全"],
        ["いいえ", "はい、ある程度", "はい、完全に"],
    ],
)
def test_a_yes_in_degrees_is_a_rating_in_every_language(worst_first):
    found = read("Did they explain everything?", worst_first * 10)
    assert (found.role, labels_of(found)) == ("driver", tuple(worst_first))


@pytest.mark.parametrize(
    "name",
    ["To what extent were you helped?", "In welchem Maß fühlten Sie sich informiert?", "À quel point le personnel était-il aimable ?",
     "Dans quelle mesure le personnel a-t-il été disponible ?", "¿En qué medida le ayudaron?", "Em que medida foi ajudado?",
     "In che misura è stato aiutato?", "In welke mate bent u geholpen?", "I vilken grad fick du hjälp?", "W jakim stopniu otrzymano pomoc?",
     "Σε ποιο βαθμό σας βοήθησαν;", "Πόσο χρήσιμες ήταν οι πληροφορίες;", "您对清洁的满意程度是多少？", "清潔さの満足度はいくつですか"],
)  # fmt: skip
def test_to_what_extent_asks_for_no_kind_and_counts_nothing(name):
    column, outcome = profiles({name: [*"12345"] * 20, "Overall satisfaction": [*"12345"] * 20})
    alone = replace(column, described=Described(company=0.02))
    found = next(each for each in propose((alone, outcome), ".").columns if each.name == name)
    assert (found.role in ("driver", "outcome"), found.scale and found.scale.name) == (True, "1-5")


@pytest.mark.parametrize(
    ("name", "best"),
    [
        ("How would you feel if you could no longer use Acme?", "Very disappointed"),
        ("How did you feel after your visit?", "Not at all disappointed"),
    ],
)
def test_who_would_miss_a_thing_likes_it(name, best):
    found = read(name, ["Not at all disappointed", "Somewhat disappointed", "Very disappointed"] * 20)
    assert labels_of(found)[-1] == best


@pytest.mark.parametrize(
    "worst_first",
    [["Nie", "Selten", "Manchmal", "Meistens", "Immer"], ["Jamais", "Rarement", "Parfois", "La plupart du temps", "Toujours"],
     ["Nooit", "Zelden", "Soms", "Meestal", "Altijd"], ["Aldrig", "Sällan", "Ibland", "Oftast", "Alltid"], ["Never", "Rarely", "Sometimes", "Mostly", "Always"]],
)  # fmt: skip
def test_most_of_the_time_is_often_on_five_answers_as_well(worst_first):
    found = read("The staff listened to me", worst_first * 10)
    assert (found.role, labels_of(found)) == ("driver", tuple(worst_first))
