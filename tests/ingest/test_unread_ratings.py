"""Ratings in words that nobody taught the import are said, and more families of words are known in twelve languages."""

import pytest

from csat_core.ingest.plan import Problem
from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import decide, propose
from tests.ingest.handmade import profiles

ODD = ["Awful", "Meh", "Decent", "Nice", "Superb"]


def said(columns: dict[str, list[str]], **chosen: dict[str, str]) -> list[Problem]:
    """What is said of unread ratings beside a plain outcome."""
    table = profiles({name: cells * 20 for name, cells in columns.items()} | {"Overall satisfaction": [*"12345"] * 20})
    mapping = decide(propose(table, "."), table, roles=chosen.get("roles", {}), scales={})
    return [problem for problem in doubts_of(table, mapping) if problem.code == "unread_rating"]


@pytest.mark.parametrize(
    "name", ["Satisfaction with delivery", "Quality of the food", "Likelihood to stay", "Zufriedenheit mit dem Preis", "配送の満足度"]
)  # fmt: skip
def test_words_nobody_knows_under_the_name_of_a_rating_are_said_with_the_way_out(name):
    (problem,) = said({name: ODD})
    assert (problem.column, problem.count) == (name, 100)
    assert "'Awful' (20)" in problem.message
    assert f'--scale "{name}=WORST|...|BEST"' in problem.message
    assert "--scale" not in (problem.on_page or "--scale")


def test_a_neighbour_with_the_same_answers_is_said_as_well():
    found = said({"Satisfaction with delivery": ODD, "Opening": ODD, "Colour": ["Red", "Green", "Blue"]})
    assert [problem.column for problem in found] == ["Satisfaction with delivery", "Opening"]


def test_words_half_of_which_a_question_that_is_read_has_are_said_as_well():
    known = ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Completely satisfied"]
    found = said(
        {
            "Food": known,
            "Staff": ["Dissatisfied", "Neutral", "Satisfied", "Mostly satisfied"],
            "Tariff": ["Neutral", "Dear", "Cheap"],
        }
    )
    assert [problem.column for problem in found] == ["Staff"]


def test_words_all_but_one_of_which_are_of_one_family_are_said_under_any_name():
    assert [
        problem.column
        for problem in said(
            {"Provider": ["No", "Yes, somewhat", "Yes, mostly", "Yes, big time"], "Tariff": ["Good", "Gold", "Top"]}
        )
    ] == ["Provider"]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Region", ["North", "South", "West", "East"]),
        ("Satisfaction level group", ["Gold", "Silver", "Bronze"]),
        ("Reason for your rating", ["Price", "Staff", "Hours"]),
        ("Quality team", ["A team", "B team", "C team"]),
        ("Satisfaction with delivery", ["Bad", "Ok", "Good"]),
    ],
)
def test_groups_and_known_words_leave_no_doubt(name, cells):
    assert said({name: cells}) == []


def test_what_a_person_chose_as_groups_is_not_said_again():
    chosen = {"Satisfaction with delivery": "segment"}
    assert said({"Satisfaction with delivery": ODD}, roles=chosen) == []


WORST_FIRST = [
    "Helemaal niet tevreden|Niet zo tevreden|Enigszins tevreden|Zeer tevreden|Uiterst tevreden",
    "Extremely bad|Somewhat bad|Neither good nor bad|Somewhat good|Extremely good",
    "Extremely bad|Moderately bad|Slightly bad|Neither good nor bad|Slightly good|Moderately good|Extremely good",
    "Äußerst schlecht|Etwas schlecht|Weder gut noch schlecht|Etwas gut|Äußerst gut",
    "Extrêmement mauvais|Un peu mauvais|Ni bon ni mauvais|Un peu bon|Extrêmement bon",
    "Extremadamente malo|Algo malo|Ni bueno ni malo|Algo bueno|Extremadamente bueno",
    "Estremamente scarso|Leggermente scarso|Né buono né cattivo|Leggermente buono|Estremamente buono",
    "Extremamente ruim|Um pouco ruim|Nem bom nem ruim|Um pouco bom|Extremamente bom",
    "Uiterst slecht|Enigszins slecht|Niet goed, niet slecht|Enigszins goed|Uiterst goed",
    "Extremt dålig|Något dålig|Varken bra eller dålig|Något bra|Extremt bra",
    "Nada satisfeito|Pouco satisfeito|Satisfeito|Muito satisfeito|Totalmente satisfeito",
    "Not at all satisfied|Not very satisfied|Satisfied|Very satisfied|Completely satisfied",
    "Gar nicht zufrieden|Wenig zufrieden|Zufrieden|Sehr zufrieden|Vollkommen zufrieden",
    "Pas du tout satisfait|Peu satisfait|Satisfait|Très satisfait|Totalement satisfait",
    "Nada satisfecho|Poco satisfecho|Satisfecho|Muy satisfecho|Totalmente satisfecho",
    "Per niente soddisfatto|Poco soddisfatto|Soddisfatto|Molto soddisfatto|Totalmente soddisfatto",
    "Wcale nie zadowolony|Mało zadowolony|Zadowolony|Bardzo zadowolony|W pełni zadowolony",
    "Inte alls nöjd|Inte särskilt nöjd|Nöjd|Mycket nöjd|Extremt nöjd",
    "Καθόλου ικανοποιημένος|Λίγο ικανοποιημένος|Ικανοποιημένος|Πολύ ικανοποιημένος|Απόλυτα ικανοποιημένος",
    "完全不满意|不太满意|满意|很满意|极其满意",
    "全く薦めたくない|あまり薦めたくない|どちらともいえない|薦めたい|ぜひ薦めたい",
    "まったく勧めたくない|あまり勧めたくない|やや勧めたい|とても勧めたい",
    "一定不会推荐|可能不会推荐|可能会推荐|一定会推荐",
]  # fmt: skip


@pytest.mark.parametrize("labels", WORST_FIRST)
def test_further_families_are_read_in_their_order(labels):
    words = labels.split("|")
    table = profiles({"Rating of the service": words[::-1] * 20, "Overall satisfaction": [*"12345"] * 20})
    column = next(each for each in propose(table, ".").columns if each.position == 1)
    assert column.scale
    assert column.scale.labels == tuple(words)
    assert (column.role.value, column.doubt) == ("driver", None)


def test_a_scale_that_is_given_in_words_goes_for_all_columns_that_say_the_same() -> None:
    labels = ["Hiç", "Az", "Orta", "Çok", "Pek çok"]
    table = profiles({
        "Memnuniyet": [labels[at % 5] for at in range(60)],
        "Personel": [labels[at % 4] for at in range(60)],
        "Fiyat": [labels[at % 2] for at in range(60)],
        "Bölge": [("Ankara", "İzmir", "Bursa")[at % 3] for at in range(60)],
        "Temizlik": [labels[at % 5] for at in range(60)],
    })  # fmt: skip
    given = "|".join(labels)
    roles = {"Memnuniyet": "outcome", "Temizlik": "segment"}
    decided = decide(propose(table, "."), table, roles=roles, scales={"Memnuniyet": given})
    assert {column.name: column.role.value for column in decided.columns} == {
        "Memnuniyet": "outcome", "Personel": "driver", "Fiyat": "segment", "Bölge": "segment", "Temizlik": "segment",
    }  # fmt: skip
    (staff,) = (column for column in decided.columns if column.name == "Personel")
    assert staff.reason == f"Read as 'Memnuniyet', for which {given} was given."
    assert dict(staff.positions)["orta"] == 3
