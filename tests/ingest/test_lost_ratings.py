"""Ratings among a few strange cells and in words nobody taught are named; what people count is no rating without a word."""

import pytest

from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

FIVE = [*"12345"] * 9


def read(name: str, cells: list[str]) -> tuple[str, dict[str, str]]:
    """The role of a column beside an outcome of 1-5, and what is said of it, by code."""
    columns = profiles({name: cells, "CSAT (1-5)": (FIVE * len(cells))[: len(cells)]})
    mapping = propose(columns, ".")
    role = next(each.role.value for each in mapping.columns if each.name == name)
    return role, {each.code: each.message for each in doubts_of(columns, mapping) if each.column == name}


@pytest.mark.parametrize("strange", ["see note", "x", "#ERR", "(leer)", "-66", "66", "96"])
def test_ratings_with_a_few_strange_cells_are_named_with_the_way_to_read_them(strange):
    _, said = read("Speed", [*FIVE, *[strange] * 5])
    assert f"'{strange}' (5)" in said["perhaps_rated"]
    assert f'--scale "Speed=1-5,{strange}=na"' in said["perhaps_rated"]


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("Waiting time", "Very long|Long|Acceptable|Short|Very short"), ("Compared with last year", "Much worse|Worse|Same|Better|Much better"),
        ("Noise", "Very noisy|Noisy|Normal|Quiet|Very quiet"), ("Price", "Far too expensive|Too expensive|About right|Cheap"),
        ("How long did you wait?", "Much too long|Too long|About right|Short"), ("Crowd", "Very crowded|Crowded|Normal|Calm|Very calm"),
    ],
)  # fmt: skip
def test_answers_in_degrees_that_are_on_no_known_scale_are_named(name, labels):
    role, said = read(name, labels.split("|") * 9)
    assert role == "segment"
    assert list(said) == ["unread_rating"]


@pytest.mark.parametrize(
    ("name", "labels"),
    [("Region", "York|New York|Leeds"), ("Income level", "Low|High|Very high"), ("Plan", "Member|Non member|Guest"), ("Shop", "Mall|Park|Center")],
)  # fmt: skip
def test_groups_are_named_as_no_ratings(name, labels):
    assert "unread_rating" not in read(name, labels.split("|") * 12)[1]


@pytest.mark.parametrize(
    "name",
    ["Adults", "Guests", "Bathrooms", "Escalations", "Days open", "Hold time", "Attempts to resolve", "Years as customer", "Numero ospiti", "Erwachsene", "人数"],
)  # fmt: skip
def test_what_people_count_is_a_number(name):
    assert read(name, FIVE)[0] in ("metric", "segment")


@pytest.mark.parametrize("name", ["Hotel stars", "Verdieping", "Piętro", "Våning", "Stockwerk"])
def test_floors_and_stars_of_a_hotel_are_groups(name):
    assert read(name, FIVE)[0] == "segment"


@pytest.mark.parametrize(
    "name",
    ["Speed", "Guest rating", "Satisfaction with returns", "Room", "Stars", "How would you rate the returns process?"],
)
def test_what_is_rated_stays_a_driver(name):
    assert read(name, FIVE)[0] in ("driver", "outcome")


@pytest.mark.parametrize(
    "name",
    ["Die Mitarbeiter waren freundlich [3]", "De medewerker was vriendelijk [2]", "The agent was very helpful [2]"],
)
def test_a_statement_on_who_served_is_no_agent(name):
    role, said = read(name, ["Jein", "Joa", "Nee", "Fei"] * 11)
    assert (role, list(said)) == ("segment", ["unread_rating"])
    assert read("Agent", ["Jein", "Joa", "Nee", "Fei"] * 11)[0] == "agent"


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("Provider listened", "No|Yes, somewhat|Yes, mostly|Yes, definitely"), ("Provider listened", "No, not at all|No, not really|Yes, to some extent|Yes, completely"),
        ("The staff was friendly", "Definitely disagree|Mostly disagree|Mostly agree|Definitely agree"), ("How easy was it?", "Very hard|Hard|OK|Easy|Very easy"),
        ("Le personnel était aimable", "Fortement en désaccord|En désaccord|Neutre|En accord|Fortement en accord"), ("Would you recommend us?", "No|Maybe|Yes"),
        ("Hur sannolikt är det?", "Mycket osannolikt|Osannolikt|Neutralt|Sannolikt|Mycket sannolikt"), ("获得帮助有多容易？", "很难|比较难|一般|比较容易|很容易"),
        ("Jakość", "niedostateczny|dopuszczający|dostateczny|dobry|bardzo dobry|celujący"), ("De medewerker was vriendelijk", "Helemaal oneens|Een beetje oneens|Een beetje eens|Helemaal eens"),
        ("友人に勧める可能性は？", "全く可能性がない|あまり可能性がない|どちらともいえない|やや可能性がある|非常に可能性が高い"),
        ("Die Mitarbeiter waren freundlich", "Trifft nicht zu|Trifft wenig zu|Trifft teilweise zu|Trifft überwiegend zu|Trifft völlig zu"),
        ("Satisfacción", "Totalmente insatisfecho|Muy insatisfecho|Algo insatisfecho|Neutral|Algo satisfecho|Muy satisfecho|Totalmente satisfecho"),
        ("Soddisfazione", "Estremamente insoddisfatto|Molto insoddisfatto|Abbastanza insoddisfatto|Neutrale|Abbastanza soddisfatto|Molto soddisfatto|Estremamente soddisfatto"),
        ("Zufriedenheit", "Äußerst unzufrieden|Ziemlich unzufrieden|Etwas unzufrieden|Weder noch|Etwas zufrieden|Ziemlich zufrieden|Äußerst zufrieden"),
    ],
)  # fmt: skip
def test_everyday_labels_are_a_scale(name, labels):
    columns = profiles({name: labels.split("|") * 12})
    (column,) = propose(columns, ".").columns
    assert column.scale
    assert column.scale.name == labels


def test_marks_out_of_twenty_are_a_scale_from_0_where_the_name_says_so():
    columns = profiles({"Note globale sur 20": ["11", "13", "15", "16", "9", "18", "17", "12"] * 6})
    (column,) = propose(columns, ".").columns
    assert column.scale
    assert (column.scale.name, column.question) == ("0-20", None)


def test_a_question_answered_in_few_texts_is_no_comment_though_it_begins_with_the_word_for_one():
    texts = ["Très mal", "Mal", "Moyennement", "Bien", "Très bien"]
    assert read("Comment s'est passé le paiement ?", texts * 9)[0] == "driver"
    assert read("Commentaires", ["Rien", "RAS", "Le bruit", "Les prix", "La file"] * 9)[0] == "comment"
    assert (
        read("Comment pouvons-nous nous améliorer ?", [f"Ouvrez plus tôt, à {at} h" for at in range(45)])[0]
        == "comment"
    )
