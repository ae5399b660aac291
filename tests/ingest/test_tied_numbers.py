"""The words that the name of a column ties to the numbers of its scale: understood they say its best end, not understood they are a doubt."""

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.scales.open_directions import recoded_in
from csat_core.ingest.scales.stated_ends import silent_numbers, stated_end, stated_ends, unknown_ends
from tests.ingest.handmade import profiles

FIVE = [str(1 + n % 5) for n in range(100)]


def best(name: str) -> int | None:
    """The end of 1-5 that the name calls the best; None where it calls none so."""
    if ends := stated_ends(name):
        return 1 if ends.is_reversed else 5
    reverses = (end := stated_end(name)) and end.reverses((1, 5))
    return None if reverses is None or end is None else 1 if reverses else 5


FIRST_IS_BEST = """
    Satisfaction (lowest score is best) · Service: low numbers are good · Smallest value = best · Higher scores are worse
    Rating (1st best - 5th worst) · Speed (1st = best) · Overall rating (A1=excellent) · Satisfaction - 1 Delighted / 5 Angry
    How well did we do? 1 = very well 5 = not well at all · Satisfaction 1=v. satisfied 5=v. dissatisfied
    Satisfaction (1 → very satisfied, 5 → very dissatisfied) · Satisfaction (1/very satisfied - 5/very dissatisfied)
    Service 1=best..5=worst · Service 1(high)-5(low) · Service, 1 stands for the best · Satisfaction (very satisfied 1 2 3 4 5 very dissatisfied)
    Overall: 1=👍 5=👎 · Satisfaction (5=😞) · Service (1 friendly, 5 unfriendly) · Rank 1-5 (1 being top) · Score where lower means happier
    How do you like it? 1 = like most, 5 = like least · Cleanliness: 1 = clean, 5 = dirty · Price (1 = cheap, 5 = expensive) · Noise (1 = quiet, 5 = loud)
    Note (de 1 à 5, 1 étant la meilleure note) · Note (1 = la meilleure) · Satisfaction : 1 correspond à très satisfait
    Évaluez de 1 à 5 où 1 signifie très satisfait · Satisfaction (du meilleur 1 au pire 5) · Note : la note la plus basse est la meilleure
    Zufriedenheit, wobei 1 sehr zufrieden ist · Freundlichkeit, 1 ist die beste Note · Service (1 steht für sehr gut) · Der niedrigste Wert ist der beste
    Califique de 1 a 5, siendo 1 la mejor nota · Satisfacción siendo 1 muy satisfecho · La puntuación más baja es la mejor · Amabilidad (siendo 1 lo mejor)
    Nota (1 é a melhor nota) · Nota, sendo 1 a melhor · A nota mais baixa é a melhor
    Soddisfazione (dove 1 è molto soddisfatto e 5 per niente) · Voto (1 è il migliore) · Il voto più basso è il migliore
    Tevredenheid (waarbij 1 zeer tevreden is) · Cijfer (1 betekent uitstekend) · De laagste score is de beste
    Nöjdhet, där 1 är bäst · Betyg (1 betyder mycket nöjd) · Lägsta betyg är bäst
    Ocena (1 oznacza najlepsza) · Zadowolenie, gdzie 1 to bardzo zadowolony · Najniższa ocena jest najlepsza
    Ικανοποίηση όπου 1 είναι πολύ ικανοποιημένος · Βαθμός (1 σημαίνει άριστα)
    满意度(1最高,5最低) · 满意度（1代表非常满意） · 满意度（分数越低越好）
    満足度 1.とても満足 2.満足 3.普通 4.不満 5.とても不満 · 満足度（1は最高） · 評価（1点 → とても良い）
"""
LAST_IS_BEST = """
    Service (5 means the best) · Note (5 étant la meilleure) · Zufriedenheit, wobei 5 sehr zufrieden ist · Cleanliness: 1 = dirty, 5 = clean
    Satisfaction 1(low)-5(high) · Voto (1 è il peggiore) · 满意度(1最低,5最高) · From 1 (bad) to 5 (good) · Rate (not at all satisfied 1 2 3 4 5 very satisfied)
"""
SAYS_NOTHING = """
    Speed · Top 5 · Question 1 · 2. Good service · Rating 3 · Rate from 1 to 5: speed · On a scale of 1-5: how good was the service?
    Visit 1: quality · Rating (1 of 5 questions) · Service (1-5) · 1 to 5 stars · The 5 best offers · Satisfaction: is shop 1 the best? (1-5)
    Rate 1 to 5 · Shop 3 / Speed · 1. Lieferung · Gate 5 - friendliness · Low prices are good
"""


def names(text: str) -> list[str]:
    return [name.strip() for line in text.strip().splitlines() for name in line.split("·")]


@pytest.mark.parametrize(("text", "end"), [(FIRST_IS_BEST, 1), (LAST_IS_BEST, 5), (SAYS_NOTHING, None)])
def test_the_best_end_is_read_from_whatever_ties_it_to_words(text, end):
    assert {name: found for name in names(text) if (found := best(name)) != end} == {}


def test_names_that_tie_nothing_leave_nothing_open():
    assert [name for name in names(SAYS_NOTHING) if unknown_ends(name)] == []


@pytest.mark.parametrize(
    ("name", "unknown"),
    [
        ("Service (1 = blurb, 5 = zorg)", ((1, "blurb"), (5, "zorg"))),
        ("Service (1 means crimson)", ((1, "crimson"),)),
        ("Service (1: blurb, 5: zorg)", ((1, "blurb"), (5, "zorg"))),
        ("Service (5 → turquoise)", ((5, "turquoise"),)),
        ("Service (1 = 1 point, 5 = 5 points)", ()),
        ("Service (6 = not used)", ()),
    ],
)
def test_words_that_are_not_understood_are_kept_with_their_numbers(name, unknown):
    assert unknown_ends(name) == unknown


RECODED = """
    Satisfaction_reversed · Satisfaction (reverse coded) · Satisfaction (inverted scale) · Satisfaction (R) · Q7_R · Zufriedenheit (umgepolt) · Satisfaction inversée
    Satisfacción (escala inversa) · Satisfação (invertida) · Soddisfazione (scala inversa) · Tevredenheid (omgekeerde schaal) · Nöjdhet (omvänd skala)
    Zadowolenie (skala odwrócona) · Ικανοποίηση (αντίστροφη κλίμακα) · 满意度（反向计分） · 満足度（逆転項目）
"""


def test_names_say_that_numbers_were_turned_around_in_every_language():
    assert [name for name in names(RECODED) if not recoded_in((name,))] == []
    assert [
        name
        for name in ("Satisfaction", "Reception", "Reversing camera", "Region_Nr", "Service R")
        if recoded_in((name,))
    ] == []


def column(name: str, cells: list[str] = FIVE) -> ColumnMapping:
    return propose(profiles({"Overall satisfaction": ["Yes", "No"] * 50, name: cells}), ".").columns[-1]


@pytest.mark.parametrize(
    ("name", "quoted"),
    [("Service (1 = blurb, 5 = zorg)", "'1 = blurb, 5 = zorg'"), ("Service (reverse coded)", "'reverse coded'"), ("Service (5 → turquoise)", "'5 = turquoise'")],
)  # fmt: skip
def test_what_is_not_understood_is_a_doubt_that_quotes_it(name, quoted):
    found = column(name)
    assert (found.scale.name, found.rival, found.assumed) == ("1-5", "5-1", True)
    assert quoted in found.doubt


@pytest.mark.parametrize(
    ("name", "silent", "kind"),
    [
        ("Speed (1-5, 6 = N/A)", "6", "na"), ("Speed (1-6, 6 = not used)", "6", "na"), ("Freundlichkeit (1-5, 6 = keine Angabe)", "6", "any"), ("Accueil (1 à 5, 6 = sans avis)", "6", "dk"),
        ("Speed (1=very poor, 5=very good, 6=N/A)", "6", "na"), ("Speed 0=N/A 1=Poor 5=Great", "0", "na"),
    ],
)  # fmt: skip
def test_a_number_that_the_name_says_to_be_no_answer_is_none(name, silent, kind):
    found = column(name, [*FIVE, *[silent] * 20])
    assert (found.scale.name, found.doubt, found.assumed) == ("1-5", None, False)
    assert (
        silent
        in {"na": found.not_applicable, "dk": found.dont_know, "any": found.not_applicable + found.dont_know}[kind]
    )
    assert silent_numbers(name)[0][0] == int(silent)


def test_how_much_effort_it_took_is_best_where_it_was_little():
    assert column("Effort (1 = none, 5 = a lot)").scale.name == "5-1"
