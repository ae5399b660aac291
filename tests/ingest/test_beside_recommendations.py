"""A recommendation is asked from 0 to 10 by definition: beside one, other questions keep the scale of their own answers."""

import pytest

from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.proposal.questions_alike import open_between
from csat_core.ingest.proposal.recommendations import recommendations_beside
from tests.ingest.handmade import profile, profiles
from tests.ingest.test_settled_spans import counted, found_in, spread

THREE_TO_FIVE = counted(30, 50, 70, lowest=3)
TEN = spread(0, 10, 12)
EASE = counted(2, 3, 15, 29, 49, 49, 13)


def groups_of(cells, detractor="Detractor", passive="Passive", promoter="Promoter"):
    return [promoter if int(cell) > 8 else passive if int(cell) > 6 else detractor for cell in cells]


@pytest.mark.parametrize(
    "recommend", ["NPS", "LTR", "How likely are you to recommend us?", "Weiterempfehlung", "推奨度"]
)
@pytest.mark.parametrize(
    ("cells", "scale"),
    [
        (THREE_TO_FIVE, "1-5"), (counted(60, 60, lowest=4), "1-5"), (counted(10, 12, 18, lowest=3), "1-5"),
        (counted(20, 40, 50, 60, 60, lowest=3), "1-7"), (spread(1, 10, 16), "1-10"), (spread(1, 7), "1-7"),
    ],
)  # fmt: skip
def test_beside_a_recommendation_answers_lie_on_their_own_scale(recommend, cells, scale):
    found = found_in(**{"Overall_satisfaction": cells, "Quality": cells, recommend: TEN})
    assert [found[name].scale.name for name in ("Overall satisfaction", "Quality")] == [scale, scale]
    assert found[recommend].scheme == "nps"
    assert found["Overall satisfaction"].question is None


@pytest.mark.parametrize(
    "name", ["l2r", "LTR", "WTR", "Q5_LTR", "wtr_score", "likelihood2recommend", "recommend_0_10", "ENPS", "Promoter score", "Likely to refer a friend"]
)  # fmt: skip
def test_a_recommendation_is_known_by_its_abbreviations(name):
    found = propose(profiles({name: spread(6, 10), "Region": ["N", "S"] * 50}), ".").columns[0]
    assert (found.role, found.scale.name, found.scheme, found.question) == ("outcome", "0-10", "nps", None)


def test_what_only_the_recommendation_would_settle_is_asked():
    found = found_in(Overall_satisfaction=spread(6, 10), NPS=TEN)["Overall satisfaction"]
    assert (found.ways, found.question is not None) == (("1-10", "0-10"), True)


@pytest.mark.parametrize(
    ("longer", "cells", "ways"),
    [
        (("Loyalty", spread(1, 7)), THREE_TO_FIVE, ("1-5", "1-7")),
        (("How easy was it? (1-7)", spread(1, 7)), THREE_TO_FIVE, ("1-5", "1-7")),
        (("Quality", TEN), THREE_TO_FIVE, ("1-5", "0-10")),
        (("Quality", TEN), counted(20, 40, 50, 60, 60, lowest=3), ("1-7", "0-10")),
        # thin at the end: the longer one is the likelier, and said all the same
        (("Quality", TEN), counted(60, 50, 3, lowest=3), ("0-10", "1-5")),
    ],
)
def test_the_longer_scale_of_one_other_question_is_never_taken_unsaid(longer, cells, ways):
    name, others = longer
    found = found_in(**{"Overall_satisfaction": cells, name: others})["Overall satisfaction"]
    assert (found.ways, found.question is not None) == (ways, True), found.reason
    assert "another question shows" in found.reason
    driver = found_in(**{"Overall_satisfaction": others, "Speed rating": cells})["Speed rating"]
    assert (driver.ways, driver.question, driver.doubt is not None) == (ways, None, True), driver.reason


@pytest.mark.parametrize(
    ("own", "others", "open_ones"),
    [
        ("How satisfied are you with the staff?", ["How satisfied are you with the food?"], ()),
        ("Staff rating", ["Food rating", "Room rating", "Price rating"], ()),
        ("Staff rating", ["Food rating"], ((1, 5), (0, 10))),
        ("CSAT", ["Ease"], ((1, 5), (0, 10))),
        ("CSAT", ["Staff", "Food", "Room"], ((0, 10), (1, 5))),
    ],
)
def test_questions_of_equal_wording_are_a_grid_on_one_scale(own, others, open_ones):
    column = profile(1, own, THREE_TO_FIVE)
    beside = [profile(position, name, TEN) for position, name in enumerate(others, 2)]
    assert open_between(column, (1, 5), (0, 10), beside) == open_ones


def test_an_effort_given_from_1_to_7_beside_a_recommendation_is_asked_in_both_directions():
    found = found_in(csat=spread(1, 5), nps=TEN, ces=EASE, ease_of_use=EASE)
    assert '"ces=1-7" or --scale "ces=7-1"' in found["ces"].question
    assert (found["ease of use"].scale.name, found["ease of use"].doubt) == ("1-7", None)


def test_an_effort_whose_span_is_open_is_asked_in_both_directions_as_well():
    found = found_in(csat=spread(1, 5), ces=counted(30, 60, 70, 80, 60, 9, lowest=2))["ces"]
    assert found.ways[:2] == ("1-7", "7-1"), found.reason


@pytest.mark.parametrize(
    "words",
    [
        (), ("detractors", "passives", "promoters"), ("Kritiker", "Indifferente", "Promotoren"), ("Détracteur", "Passif", "Promoteur"),
        ("Detractor", "Pasivo", "Promotor"), ("Detrator", "Neutro", "Promotor"), ("Detrattore", "Passivo", "Promotore"),
        ("Criticaster", "Passief", "Promotor"), ("Kritiker", "Passiv", "Ambassadör"), ("Krytyk", "Pasywny", "Promotor"),
        ("Επικριτής", "Παθητικός", "Υποστηρικτής"), ("贬损者", "被动者", "推荐者"), ("批判者", "中立者", "推奨者"),
    ],
)  # fmt: skip
def test_a_score_that_another_column_sorts_into_promoters_is_a_recommendation(words):
    found = found_in(Score=TEN, Category=groups_of(TEN, *words), Speed_rating=spread(1, 5))
    assert (found["Score"].scheme, found["Score"].scale.name) == ("nps", "0-10")
    assert "'Category' sorts these answers into promoters" in found["Score"].reason
    assert found["Category"].role.value == "segment"
    assert found["Speed rating"].scheme == "top2-of-5"


@pytest.mark.parametrize(
    ("name", "kind"), [("Score", "nps"), ("Score", "Net Promoter Score"), ("Score", "eNPS"), ("answer", "nps")]
)
def test_a_score_whose_every_row_is_called_nps_is_a_recommendation(name, kind):
    found = found_in(**{name: counted(20, 30, 40, lowest=6)}, Survey_Type=[kind])[name]
    assert (found.scheme, found.scale.name) == ("nps", "0-10")
    assert f"'Survey Type' says '{kind}' in every row" in found.reason


@pytest.mark.parametrize(
    "table",
    [
        {"Score": TEN, "Kind": ["nps"] * 131 + ["csat"]},
        {"Score": TEN, "Kind": ["nps"] * 131 + [None]},
        {"Score": TEN, "Category": groups_of(TEN[50:] + TEN[:20] * 3 + TEN[:2])},
        {"Score": TEN, "Rating": TEN, "Category": groups_of(TEN)},
        {"Score": TEN, "Mood": ["neutral"] * 132},
        {"Satisfaction": TEN, "Kind": ["nps"] * 132},
        {"Score": spread(1, 5), "Kind": ["nps"] * 200},
    ],
)
def test_a_score_that_nothing_calls_so_plainly_is_none(table):
    assert recommendations_beside(profiles(table)) == {}


def test_the_recommendation_itself_takes_the_groups_beside_it():
    found = {column.name: column for column in propose(profiles({
        "NPS": TEN, "Service score": list(reversed(TEN)), "NPS category": groups_of(TEN),
    }), ".").columns}  # fmt: skip
    assert (found["NPS"].scheme, found["Service score"].scheme) == ("nps", "top3-of-0-10")
