"""What the name of a column says of its scale: one end, the span, school grades - and levels and codes without a name."""

from collections import Counter

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.scales.stated_ends import stated_end, stated_ends
from csat_core.ingest.scales.stated_range import stated_range
from tests.ingest.handmade import profiles


def column(name: str, cells: list[str]) -> ColumnMapping:
    rows = (cells * (200 // len(cells) + 1))[:200]
    columns = propose(profiles({name: rows, "Overall satisfaction": ["Yes", "No"] * 100}), ".").columns
    return next(each for each in columns if each.name == name)


def numbers(low: int, high: int) -> list[str]:
    return [str(number) for number in range(low, high + 1)]


@pytest.mark.parametrize(
    "name",
    [
        "Service (1=best)", "Service [1 is best]", "Service, 1 being the best", "Service (5=worst)", "Service (best = 1)",
        "Zufriedenheit (1 = sehr zufrieden)", "Satisfaction (5 = pas du tout satisfait)", "Satisfacción (1 = muy satisfecho)", "Tevredenheid (1 = zeer tevreden)",
        "Nöjdhet (1 = mycket nöjd)", "Soddisfazione (1 = molto soddisfatto)", "满意度（1=非常满意）", "満足度（1=とても満足）",
        "Grade (1 to 5, 1 is the best)", "Rang (1 = meilleur)", "Service 1 (best) ... 5 (worst)", "评分（1=最好，5=最差）", "評価（1：最高、5：最低）",
        "Service (5 = not at all, 1 = completely)", "Betyg (1 = bäst, 5 = sämst)", "Ocena (1 = najlepsza, 5 = najgorsza)",
        "Voto (1 = ottimo, 5 = pessimo)", "Βαθμός (1 = άριστα, 5 = χείριστο)",
        "Service score (lower is better)", "Service: higher = worse", "Bewertung (je niedriger, desto besser)", "Ponctualité (plus c'est bas, mieux c'est)",
        "Servicio (cuanto menor, mejor)", "Atendimento (menor é melhor)", "Servizio (più basso è meglio)", "Service (hoe lager, hoe beter)",
        "Bemötande (lägre är bättre)", "Obsługa (im niżej, tym lepiej)", "Εξυπηρέτηση (χαμηλότερο είναι καλύτερο)", "评分（越低越好）", "評価（低いほど良い）",
        "Satisfaction (5 worst)", "How satisfied (1-5, 5 worst)", "Service, 1 best", "Service (worst 5)", "Zufriedenheit (1 am besten)", "Note (5 pire)",
        "评分（5 最差）", "満足度（1が最高）", "满意度（1分最满意）", "满意度（1分最满意，5分最不满意）",
        "Rating [1 A+ ... 5 F]", "Queue length (1 = short, 5 = long)", "Service 1=A 2=B 3=C 4=D 5=F", "Service [1: A, 5: E]", "満足度 1点=とても満足 5点=とても不満",
    ],
)  # fmt: skip
def test_one_end_that_the_name_explains_is_enough_to_turn_a_scale_around(name):
    found = column(name, numbers(1, 5))
    assert (found.scale.name, found.assumed, found.rival) == ("5-1", True, "1-5"), found.reason
    assert "1 is taken as the best" in found.reason


@pytest.mark.parametrize(
    "name",
    ["Wartezeit (1 = kurz, 5 = lang)", "Wartezeit von 1 (sehr kurz) bis 5 (sehr lang)", "Workload (1 = light, 5 = heavy)", "Stress (1 = none, 5 = extreme)",
     "Schmerzen (1 = keine, 5 = sehr starke)", "Temps d'attente (1 = court, 5 = long)", "Tiempo de espera (1 = corto, 5 = largo)", "Tempo de espera (1 = curto, 5 = longo)",
     "Tempo di attesa (1 = breve, 5 = lungo)", "Wachttijd (1 = kort, 5 = lang)", "Väntetid (1 = kort, 5 = lång)", "Czas oczekiwania (1 = krótki, 5 = długi)",
     "Χρόνος αναμονής (1 = σύντομος, 5 = μεγάλος)", "等待时间（1=短，5=长）", "待ち時間（1＝短い、5＝長い）"],
)  # fmt: skip
def test_little_of_what_is_good_where_it_is_low_is_its_best_and_says_nothing_of_the_question_beside(name):
    found = {each.name: each for each in propose(profiles({name: numbers(1, 5), "Staff": numbers(1, 5)}), ".").columns}
    assert (found[name].scale.name, found[name].doubt) == ("5-1", None), found[name].reason
    assert (found["Staff"].scale.name, found["Staff"].doubt) == ("1-5", None)


@pytest.mark.parametrize(
    "name",
    ["Service (5 = best)", "Service (1=worst)", "Service (lowest = 1, highest = 5)", "Nota (1 = peor, 5 = mejor)",
     "Satisfaction (1 = pas du tout, 5 = tout à fait)", "Service (2 = best)", "Service (5 best)", "Service (1=F, 5=A+)", "Service (5 stars)", "満足度（5点が最高）", "满意度（1分最不满意，5分最满意）", "5点満点の評価"],
)  # fmt: skip
def test_an_end_that_says_the_usual_direction_changes_nothing(name):
    found = column(name, numbers(1, 5))
    assert (found.scale.name, found.assumed) == ("1-5", False)


@pytest.mark.parametrize(
    ("lowest", "highest", "best"),
    [("1 (best)", "5 (worst)", 1), ("1 = best", "5 = worst", 1), ("1 best", "5 worst", 1), ("1 (am besten)", "5 (am schlechtesten)", 1),
     ("1 (lowest)", "5 (highest)", 5), ("1 (pire)", "5 (meilleur)", 5)],
)  # fmt: skip
def test_words_for_best_and_worst_at_the_ends_of_the_cells_say_the_direction(lowest, highest, best):
    found = column("Satisfaction", [lowest, "2", "3", "4", highest])
    assert (found.scale.values[-1], found.assumed) == (best, False), found.reason
    assert found.scale.labels[-1] == (lowest if best == 1 else highest)


def test_degrees_at_the_ends_agree_with_the_question_and_turn_with_it():
    found = column("The wait was too long (1 = not at all, 5 = completely)", numbers(1, 5))
    assert (found.scale.name, found.rival) == ("5-1", "1-5")


@pytest.mark.parametrize("name", ["Grade", "Overall grade (1-5)", "Satisfaction rank"])
def test_english_grades_and_ranks_leave_open_which_end_is_the_best(name):
    found = column(name, numbers(1, 5))
    assert (found.scale.name, found.assumed, found.rival) == ("1-5", True, "5-1"), found.reason


@pytest.mark.parametrize("cells", [numbers(1, 6), numbers(1, 5), numbers(1, 4)])
@pytest.mark.parametrize("name", ["Schulnote (1-6)", "Gesamtnote (Schulnoten von 1 bis 6)"])
def test_the_best_school_grade_is_1_even_where_nobody_gave_a_6(name, cells):
    assert column(name, cells).scale.name == "6-1"


SPANS = {
    (1, 10): ["Rate us from 1 to 10", "rate 1-10", "Bewertung von 1 bis 10", "Noter de 1 à 10", "Califique del 1 al 10",
              "Valuti da 1 a 10", "Beoordeel van 1 tot 10", "Betyg 1 till 10", "Oceń w skali 1-10", "Βαθμολογήστε από 1 έως 10",
              "评分（1到10）", "評価（1から10）", "Rating 1..10", "Rapportcijfer dienstverlening"],
    (0, 10): ["Avalie de 0 a 10", "Score 0-10", "11-point rating"],
    (1, 7): ["On a scale of 1 to 7", "Score (1-7)"],
    (0, 5): ["Rate between 0 and 5", "Service rating 0-5", "Rated 0 (worst) to 5"],
    (None, 10): ["Rating (out of 10)", "Rating / 10", "Note sur 10", "10段階評価", "10-point rating"],
    None: ["Rating", "Rating 2024-05", "Rating 3", "Wave 12-15 rating", "Rating (1 of 5 questions)", "Q1-5 rating", "Rating 10.5-1"],
}  # fmt: skip


@pytest.mark.parametrize(("span", "name"), [(span, name) for span, names in SPANS.items() for name in names])
def test_the_span_is_read_from_the_name(span, name):
    found = stated_range(name)
    assert (found and (found.low, found.high)) == span


@pytest.mark.parametrize(("name", "scale"), [(n, f"{span[0] or 1}-{span[1]}") for span in SPANS if span and span[0] != 0 for n in SPANS[span]])  # fmt: skip
def test_a_few_answers_are_read_on_the_span_that_the_name_says(name, scale):
    found = column(name, ["3", "4", "5"])
    assert (found.scale.name, found.assumed) == (scale, False)


@pytest.mark.parametrize(
    "name", ["Service from 0 (worst) to 5 (best)", "Between 0 (worst) and 5 (best)", "Service rating 0-5"]
)
def test_a_stated_0_is_an_answer(name):
    found = column(name, numbers(0, 5))
    assert (found.scale.name, found.not_applicable, found.assumed) == ("0-5", (), False)


def test_a_span_that_the_answers_contradict_is_not_believed():
    assert column("Service rating (1-5)", numbers(0, 10)).scale.name == "0-10"


@pytest.mark.parametrize(
    ("cells", "scale"), [(numbers(0, 4), "0-4"), (numbers(0, 3), "0-3"), (["0", "1", "2", "4"], "0-4")]
)
def test_every_level_from_0_on_is_a_scale_of_its_own(cells, scale):
    assert column("Service rating", cells).scale.name == scale


@pytest.mark.parametrize(("low", "high"), [(16, 20), (11, 15), (21, 27)])
def test_consecutive_codes_are_never_taken_for_percent(low, high):
    found = column("Service rating", numbers(low, high))
    assert (found.scale.name, found.rival, found.assumed) == (f"{low}-{high}", f"{high}-{low}", True)
    columns = propose(profiles({"Overall satisfaction": numbers(low, high) * 40}), ".").columns
    assert columns[0].question.startswith(
        f"Which answer of 'Overall satisfaction' is the best is not settled: its answers are the consecutive codes {low} to {high}"
    )


def test_percent_are_percent_still():
    assert column("Service rating", ["15", "40", "60", "80", "100"]).scale.name == "0-100"


def test_ends_that_contradict_each_other_say_nothing():
    assert stated_end("Service (1 = best, 5 = best)") is None
    assert stated_ends("Service (1 = best, 5 = best)") is None
    assert Counter(stated_end(name) for name in ("Speed", "Top 5", "Question 1", "2. Good service")) == {None: 4}


@pytest.mark.parametrize(
    ("name", "scale"),
    [("sat_1best_5worst", "5-1"), ("CSAT_1_low_5_high", "1-5"), ("Q7_1", "1-5"), ("score_1_10", "1-10")],
)
def test_names_of_programs_say_ends_between_underscores(name, scale):
    columns = propose(profiles({name: [*"12345"] * 20, "Region": ["North", "South"] * 50}), ".").columns
    assert next(each.scale.name for each in columns if each.scale) == scale
