"""Outcomes under short names, and the same question asked more than once: outcomes each, and said."""

from dataclasses import replace

import pytest

from csat_core.ingest.detection import Described
from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import decide, propose
from tests.ingest.handmade import profiles

FIVE, ELEVEN = [*"12345"] * 22, [*map(str, range(11))] * 10


def outcomes(*names: str) -> list[str]:
    """The outcomes of a file with these questions, NPS on its scale, beside a driver."""
    table = {name: ELEVEN if name == "NPS" else FIVE for name in names} | {"Friendliness": FIVE}
    columns = propose(profiles(table), ".").columns
    assert next(each for each in columns if each.name == "Friendliness").role.value == "driver"
    return [each.name for each in columns if each.role.value == "outcome"]


@pytest.mark.parametrize(
    "name", ["OSAT", "osat_score", "sat", "CSAT", "Overall sat", "Customer sat", "Overall", "O-SAT", "ovsat"]
)
def test_short_names_of_the_outcome_go_before_a_recommendation_and_both_are_outcomes(name):
    assert outcomes(name, "NPS") == [name, "NPS"]
    assert outcomes("NPS", name) == [name, "NPS"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Satisfaction before", "Satisfaction after"),
        ("Satisfaction 2024", "Satisfaction 2025"),
        ("Overall satisfaction (wave 1)", "Overall satisfaction (wave 2)"),
        ("Satisfaction Q1 2025", "Satisfaction Q2 2025"),
        ("Zufriedenheit vorher", "Zufriedenheit nachher"),
        ("Satisfaction avant", "Satisfaction après"),
        ("Satisfacción antes", "Satisfacción después"),
        ("Soddisfazione prima", "Soddisfazione dopo"),
        ("Satisfação antes", "Satisfação depois"),
        ("Tevredenheid vooraf", "Tevredenheid achteraf"),
        ("Zadowolenie przed", "Zadowolenie po"),
        ("Nöjdhet före", "Nöjdhet efter"),
        ("Ικανοποίηση πριν", "Ικανοποίηση μετά"),
        ("去年满意度", "今年满意度"),
        ("前回の満足度", "今回の満足度"),
        ("OSAT", "CSAT"),
        ("Overall satisfaction (Visit 1)", "Overall satisfaction (Visit 2)"),
        ("CSAT Q1", "CSAT Q2"),
        ("Overall satisfaction (Store A)", "Overall satisfaction (Store B)"),
        ("Overall satisfaction", "CSAT after"),
        ("Overall satisfaction 1", "Overall satisfaction 2"),
        ("CSAT", "CSAT.1"),
        ("Zufriedenheit gesamt (Besuch 1)", "Zufriedenheit gesamt (Besuch 2)"),
        ("Satisfaction globale - visite 1", "Satisfaction globale - visite 2"),
        ("Satisfacción general (tienda A)", "Satisfacción general (tienda B)"),
        ("総合満足度（第1回）", "総合満足度（第2回）"),
    ],
)
def test_the_same_question_twice_is_two_outcomes_and_said(first, second):
    table = profiles({first: FIVE, second: FIVE, "Friendliness": FIVE})
    mapping = propose(table, ".")
    assert [each.role.value for each in mapping.columns] == ["outcome", "outcome", "driver"]
    said = [problem for problem in doubts_of(table, mapping) if problem.code == "several_outcomes"]
    assert len(said) == 1
    assert f"'{first}'" in said[0].message
    assert f"'{second}'" in said[0].message


def test_numbers_of_questions_and_other_things_to_rate_are_no_occasions():
    assert outcomes("Overall satisfaction", "Q1_1", "Q2_1", "Q3_1") == ["Overall satisfaction"]
    assert outcomes("Overall satisfaction", "Satisfaction with staff", "Store A quality") == ["Overall satisfaction"]


def test_questions_that_only_their_texts_name_like_the_outcome_are_said_as_well():
    texts = {
        "Q1": "How satisfied were you with the clarity of the instructions?",
        "Q2": "How satisfied were you with the speed of the website?",
    }
    columns = tuple(
        replace(each, described=Described(label=texts.get(each.name)))
        for each in profiles(dict.fromkeys([*texts, "Food"], FIVE))
    )
    (said,) = [each for each in doubts_of(columns, propose(columns, ".")) if each.code == "other_outcomes"]
    assert said.column == "Q2"


def test_one_of_them_can_be_put_first_and_the_others_stay_outcomes():
    table = profiles({"Satisfaction before": FIVE, "Satisfaction after": FIVE, "Friendliness": FIVE})
    decided = decide(propose(table, "."), table, roles={"Satisfaction after": "outcome"}, scales={})
    assert [(each.name, each.role.value) for each in decided.columns][:2] == [
        ("Satisfaction after", "outcome"),
        ("Satisfaction before", "outcome"),
    ]


@pytest.mark.parametrize("other", ["Satisfaction with delivery", "Price satisfaction", "Satisfaction of the staff"])
def test_satisfaction_with_something_else_stays_a_driver(other):
    assert outcomes("Overall satisfaction", other) == ["Overall satisfaction"]


@pytest.mark.parametrize(
    ("aspect", "whole"),
    [
        ("Satisfaction with {}", "Q9_overall"),
        ("Satisfaction with {}", "Final rating"),
        ("{} satisfaction", "Overall assessment"),
        ("How satisfied were you with {}?", "How satisfied are you overall?"),
        ("How satisfied were you with {}?", "How was your overall experience?"),
        ("How satisfied were you with {}?", "How would you rate your stay?"),
        ("Overall {}", "How would you rate your visit today?"),
        ("Zufriedenheit mit {}", "Alles in allem: wie zufrieden sind Sie?"),
        ("Satisfaction {}", "Impression générale"),
        ("Satisfacción con {}", "Impresión general"),
        ("Satisfação com {}", "Impressão geral"),
        ("Soddisfazione per {}", "Impressione generale"),
        ("Tevredenheid over {}", "Totaaloordeel"),
        ("Nöjdhet med {}", "Totalt sett"),
        ("Zadowolenie z {}", "Ocena całościowa"),
        ("Ικανοποίηση με {}", "Συνολικά"),
        ("{}满意度", "总评"),
        ("{}満足度", "全般"),
        ("How satisfied were you with {}?", "How was your stay with us?"),
        ("Satisfaction - {}", "What is your opinion of our company as a whole?"),
        ("How satisfied are you with {}?", "How satisfied are you with us?"),
        ("Zufriedenheit mit {}", "Wie war Ihr Besuch?"),
        ("Wie zufrieden waren Sie mit {}?", "Wie hat es Ihnen bei uns gefallen?"),
        ("Satisfaction {}", "Comment s'est passé votre séjour ?"),
        ("Satisfacción con {}", "¿Cómo califica a nuestra empresa?"),
        ("Satisfação com {}", "Que nota você dá para o evento?"),
        ("È soddisfatto di {}?", "Come è andata la tua visita?"),
        ("Hoe tevreden was u over {}?", "Hoe was uw verblijf?"),
        ("Tevredenheid {}", "Algemeen rapportcijfer"),
        ("Hur nöjd var du med {}?", "Hur var din vistelse?"),
        ("Nöjdhet med {}", "Övergripande betyg"),
        ("Zadowolenie z {}", "Jak minął pobyt?"),
        ("Ικανοποίηση με {}", "Πώς ήταν η διαμονή σας;"),
        ("您对{}满意吗？", "您对本次入住的评价如何？"),
        ("{}に満足しましたか？", "今回のご宿泊はいかがでしたか？"),
        ("How satisfied were you with {}?", "How would you rate your onboarding experience?"),
        ("Tevredenheid {}", "Welk cijfer geeft u de zorg als geheel?"),
        ("Satisfação com {}", "Como você avalia a sua experiência?"),
        ("Satisfaction {}", "Votre avis général"),
        ("Satisfaction with {}", "Your general impression"),
    ],
)
def test_a_rating_of_the_whole_is_the_outcome_before_satisfaction_with_each_of_several_things(aspect, whole):
    names = [
        aspect.format(thing) for thing in (("价格", "人员") if "足" in aspect or "满" in aspect else ("Staff", "Price"))
    ]
    table = profiles({names[0]: FIVE, names[1]: FIVE, whole: FIVE})
    mapping = propose(table, ".")
    assert [each.name for each in mapping.columns if each.role.value == "outcome"] == [whole]
    assert "other_outcomes" not in {problem.code for problem in doubts_of(table, mapping)}


def test_of_satisfaction_with_several_things_alone_the_first_is_taken_and_that_is_said_and_it_goes_before_a_recommendation():
    table = profiles({"NPS": ELEVEN, "Satisfaction with staff": FIVE, "Satisfaction with price": FIVE})
    mapping = propose(table, ".")
    assert [each.name for each in mapping.columns if each.role.value == "outcome"] == ["Satisfaction with staff", "NPS"]
    assert "other_outcomes" in {problem.code for problem in doubts_of(table, mapping)}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("How satisfied are you with the following? [{}]", 0),
        ("How satisfied are you? - {}", 0),
        ("Zufriedenheit mit {}", 1),
    ],
)
def test_of_the_rows_of_a_grid_beside_a_recommendation_none_is_the_outcome(name, said):
    names = [name.format(thing) for thing in ("Quality", "Support", "Price")]
    table = profiles({"NPS": ELEVEN, **dict.fromkeys(names, FIVE)})
    mapping = propose(table, ".")
    assert [each.name for each in mapping.columns if each.role.value == "outcome"] == ["NPS"]
    assert sum(problem.code == "other_outcomes" for problem in doubts_of(table, mapping)) == said


def test_of_whole_questions_beside_a_recommendation_the_first_is_an_outcome_and_that_is_said():
    names = [f"How satisfied are you with {thing}?" for thing in ("Acme", "our support", "our prices")]
    table = profiles({"NPS": ELEVEN, **dict.fromkeys(names, FIVE)})
    mapping = propose(table, ".")
    assert [each.name for each in mapping.columns if each.role.value == "outcome"] == [names[0], "NPS"]
    assert "other_outcomes" in {problem.code for problem in doubts_of(table, mapping)}


def test_a_question_before_satisfaction_with_several_things_is_taken_for_the_whole_and_that_is_said():
    names = ("How happy are you with Acme?", "Satisfaction with staff", "Satisfaction with price")
    found = {each.name: each for each in propose(profiles(dict.fromkeys(names, FIVE)), ".").columns}
    whole = found["How happy are you with Acme?"]
    assert (whole.role.value, whole.assumed, found["Satisfaction with staff"].role.value) == ("outcome", True, "driver")
    assert "It is asked before the parts, such as 'Satisfaction with staff'" in whole.reason


def test_a_lone_question_beside_a_recommendation_may_ask_for_the_whole_and_that_is_said():
    table = profiles({"How was it at Acme?": FIVE, "Staff": FIVE, "Price": FIVE, "NPS": ELEVEN})
    said = [problem for problem in doubts_of(table, propose(table, ".")) if problem.code == "other_outcomes"]
    assert [problem.column for problem in said] == ["How was it at Acme?"]
    assert "may ask for the whole: now it is a driver of 'NPS'" in said[0].message


@pytest.mark.parametrize(
    "name",
    ["Rate us", "Bewerten Sie uns", "Notez-nous", "Califícanos", "Avalie-nos", "Valutaci", "Beoordeel ons", "Betygsätt oss", "Oceń nas",
     "Αξιολογήστε μας", "请给我们打分", "当店を評価してください"],
)  # fmt: skip
def test_who_is_asked_to_rate_us_is_asked_for_the_outcome_before_an_effort(name):
    table = profiles({"How easy was it to sign up?": FIVE, name: FIVE, "Friendliness": FIVE})
    found = [(each.name, each.role.value) for each in propose(table, ".").columns]
    assert found[:2] == [(name, "outcome"), ("How easy was it to sign up?", "outcome")]


@pytest.mark.parametrize(
    "name", ["イベント全体の評価をお願いします", "总体来说您的评价如何", "How was your visit?", "Hoe was uw verblijf?"]
)
def test_a_rating_of_the_whole_is_an_outcome_beside_a_recommendation(name):
    assert outcomes(name, "NPS") == [name, "NPS"]


@pytest.mark.parametrize(
    "name",
    ["De modo geral, como você avalia o curso?", "Hoe beoordeelt u onze dienstverlening in het algemeen?",
     "De manière générale, comment jugez-vous le service ?", "En términos generales, ¿cómo califica el servicio?"],
)  # fmt: skip
def test_what_is_asked_in_general_is_an_outcome_beside_a_recommendation(name):
    assert outcomes(name, "NPS") == [name, "NPS"]


@pytest.mark.parametrize(
    "name",
    ["Quality of product recommendations", "The staff recommended suitable products", "Was our service recommended to you by a friend?",
     "Passende Empfehlungen", "Qualität der Produktempfehlungen", "Pertinence des recommandations", "Calidad de las recomendaciones",
     "Qualidade das recomendações", "Qualità delle raccomandazioni", "Kwaliteit van de aanbevelingen", "Kvalitet på rekommendationer",
     "Jakość rekomendacji produktów", "Οι συστάσεις του συμβούλου ήταν χρήσιμες", "推荐的产品很合适", "おすすめ商品の提案は適切でしたか",
     "Facilité de retour", "Satisfactory answers to my questions", "Zufriedenstellende Antworten auf meine Fragen", "Respuestas satisfactorias", "Réponses satisfaisantes"],
)  # fmt: skip
def test_what_was_recommended_to_people_and_what_was_satisfying_are_no_outcomes(name):
    assert outcomes("NPS", name) == ["NPS"]


@pytest.mark.parametrize(
    "name", ["Recommendations", "Would recommend", "In hoeverre beveelt u de cursus aan?", "Recommended", "Skłonność do rekomendacji"]
)  # fmt: skip
def test_who_recommends_is_asked_for_an_outcome(name):
    assert outcomes(name) == [name]


def test_a_recommendation_in_greek_is_an_outcome():
    columns = propose(profiles({"Ικανοποίηση": FIVE, "Σύσταση": ELEVEN}), ".").columns
    assert [each.role.value for each in columns] == ["outcome", "outcome"]


@pytest.mark.parametrize(
    ("satisfied", "other"),
    [
        ("Course satisfaction", "Final grade"),
        ("How satisfied are you with the course?", "Final score"),
        ("Satisfacción con el curso", "Nota final"),
        ("Soddisfazione per il corso", "Voto finale"),
        ("How satisfied are you with us?", "Overall view of the economy"),
        ("Satisfaction with the service", "Overall assessment of your finances"),
    ],
)
def test_satisfaction_with_one_thing_goes_before_a_mark_and_before_a_view_of_something_else(satisfied, other):
    for names in ((satisfied, other), (other, satisfied)):
        mapping = propose(profiles(dict.fromkeys(names, FIVE)), ".")
        assert [each.name for each in mapping.columns if each.role.value == "outcome"] == [satisfied]


@pytest.mark.parametrize("other", ["Test score", "Credit rating", "Overall health", "Overall stress", "Final grade"])
def test_beside_satisfaction_with_several_things_a_score_of_something_else_is_no_outcome(other):
    mapping = propose(profiles(dict.fromkeys((other, "Satisfaction with staff", "Satisfaction with price"), FIVE)), ".")
    assert [each.name for each in mapping.columns if each.role.value == "outcome"] == ["Satisfaction with staff"]


@pytest.mark.parametrize(
    "name",
    ["How likely are you to renew?", "Purchase intent", "Would you visit us again?", "Würden Sie wieder bei uns kaufen?", "¿Volvería a comprar?"],
)  # fmt: skip
def test_what_people_intend_is_an_outcome_of_its_own_and_no_driver(name: str):
    assert outcomes("Overall satisfaction", name) == ["Overall satisfaction", name]


def test_waves_before_short_names_are_occasions_of_one_question():
    assert outcomes("w1_osat", "w2_osat") == ["w1_osat", "w2_osat"]


@pytest.mark.parametrize(
    "stated",
    ["La renovación fue fácil", "Le renouvellement a été facile", "A renovação foi fácil", "Il rinnovo è stato facile", "The renewal was easy"],
)  # fmt: skip
def test_that_something_was_easy_is_a_statement_among_others_and_no_outcome(stated: str):
    assert outcomes("Satisfaction", stated) == ["Satisfaction"]
    assert outcomes("Satisfaction", "¿Qué tan fácil fue la renovación?") == [
        "Satisfaction",
        "¿Qué tan fácil fue la renovación?",
    ]


def test_where_somebody_waited_in_french_nothing_was_expected():
    waited = "Satisfaction : l'endroit où vous avez attendu"
    assert outcomes("Satisfaction globale", waited, "Satisfaction attendue") == [
        "Satisfaction globale",
        "Satisfaction attendue",
    ]
