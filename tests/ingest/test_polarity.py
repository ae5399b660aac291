"""Which way a question is put, in twelve languages, and what becomes of its scale."""

import pytest

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.plan import ColumnMapping, from_json, to_json
from csat_core.ingest.proposal.mapping import decide, propose
from csat_core.ingest.texts.excesses import both_ways_bad
from csat_core.ingest.texts.polarity import burden_in, denial_in, polarity_of
from tests.ingest.handmade import profiles

BAD = {
    "en": """
        Were you dissatisfied with our service?
        The waiting time was too long
        Did you have any problems?
        Did you have any complaints?
        It was difficult to find the right page
        I had to repeat myself
        Have you considered leaving us?
        How likely are you to cancel your contract?
        How likely are you to leave us?
        How likely are you to switch to another provider?
        My issue was not resolved
        I would not recommend you
        The app is slow to load
        Did you face problems when ordering?
    """,
    "fr": """
        Étiez-vous insatisfait de notre service ?
        Le temps d'attente était trop long
        Avez-vous rencontré des problèmes ?
        Il était difficile de trouver l'information
        J'ai dû me répéter
        Quelle est la probabilité de résilier votre contrat ?
        Mon problème n'a pas été résolu
    """,
    "de": """
        Waren Sie mit uns unzufrieden?
        Die Wartezeit war zu lang
        Hatten Sie Probleme?
        Gab es Probleme bei der Lieferung?
        Es war schwierig, die Seite zu finden
        Ich musste mein Anliegen mehrfach wiederholen
        Wie wahrscheinlich ist es, dass Sie kündigen?
        Haben Sie darüber nachgedacht, den Anbieter zu wechseln?
        Mein Problem wurde nicht gelöst
    """,
    "es": """
        ¿Estuvo insatisfecho con el servicio?
        El tiempo de espera fue demasiado largo
        ¿Tuvo algún problema?
        Fue difícil encontrar la información
        Tuve que repetir mi problema varias veces
        ¿Qué probabilidad hay de cancelar el contrato?
        Mi problema no se resolvió
    """,
    "pt": """
        Ficou insatisfeito com o serviço?
        O tempo de espera foi demasiado longo
        Teve algum problema?
        Foi difícil encontrar a informação
        Tive de repetir o meu problema
        Qual a probabilidade de cancelar o contrato?
        O meu problema não foi resolvido
    """,
    "it": """
        È rimasto insoddisfatto?
        Il tempo di attesa era troppo lungo
        Ha avuto problemi con la consegna?
        È stato difficile trovare le informazioni
        Ho dovuto ripetere tutto più volte
        Quanto è probabile che decida di disdire il contratto?
        Il mio problema non è stato risolto
    """,
    "nl": """
        Was u ontevreden over onze dienst?
        De wachttijd was te lang
        Had u problemen?
        Het was moeilijk om de informatie te vinden
        Ik moest mijn vraag herhalen
        Hoe waarschijnlijk is het dat u gaat opzeggen?
        Mijn probleem is niet opgelost
    """,
    "sv": """
        Var du missnöjd med vår service?
        Väntetiden var för lång
        Hade du några problem?
        Det var svårt att hitta informationen
        Jag behövde upprepa mig
        Hur troligt är det att du kommer att säga upp avtalet?
        Mitt problem blev inte löst
    """,
    "pl": """
        Czy był Pan niezadowolony z obsługi?
        Czas oczekiwania był zbyt długi
        Czy miał Pan jakieś problemy?
        Trudno było znaleźć informacje
        Musiałem powtarzać swoje pytanie
        Jak prawdopodobne jest, zrezygnować z usług?
        Mój problem nie został rozwiązany
    """,
    "el": """
        Ήσασταν δυσαρεστημένοι με την εξυπηρέτηση;
        Ο χρόνος αναμονής ήταν πολύ μεγάλος
        Αντιμετωπίσατε προβλήματα;
        Ήταν δύσκολο να βρω πληροφορίες
        Χρειάστηκε να επαναλάβω το αίτημά μου
        Πόσο πιθανό είναι να ακυρώσετε τη συνδρομή;
        Το πρόβλημά μου δεν επιλύθηκε
    """,
    "zh": """
        您对我们的服务不满意吗？
        等待时间太长
        您是否遇到任何问题？
        很难找到信息
        我不得不重复说明我的问题
        您有多大可能取消服务？
        我的问题没有解决
    """,
    "ja": """
        サービスに不満でしたか？
        待ち時間が長すぎた
        問題がありましたか
        情報を見つけるのが難しかった
        同じことを何度も説明した
        解約する可能性はどのくらいですか
        私の問題は解決しなかった
    """,
}

GOOD = {
    "en": """
        There were no problems with delivery
        The wait was not too long
        Were your problems solved?
        Did we resolve your issue?
        How satisfied were you with the handling of your complaint?
        I did not have to wait too long
        The staff were friendly
        I had no difficulties
        The agent understood my problem
        Delivery was never late
        Would you buy again?
        Did you get an answer without having to repeat yourself?
        I would recommend it to friends
        How likely are you to recommend us? (0 = not at all likely, 10 = extremely likely)
    """,
    "fr": """
        L'attente n'était pas trop longue
        Vos problèmes ont-ils été résolus ?
        Je n'ai rencontré aucun problème
        Je recommanderais ce service
        Quelle est la probabilité que vous nous recommandiez ?
        Le personnel était aimable
        Êtes-vous satisfait du traitement de votre réclamation ?
    """,
    "de": """
        Die Wartezeit war nicht zu lang
        Wurde Ihr Problem gelöst?
        Ich hatte keine Probleme
        Ich würde Sie weiterempfehlen
        Wie zufrieden sind Sie mit der Bearbeitung Ihrer Beschwerde?
        Die Mitarbeiter waren freundlich
        Es war einfach, uns zu erreichen
    """,
    "es": """
        La espera no fue demasiado larga
        ¿Se resolvió su problema?
        No tuve ningún problema
        Recomendaría este servicio
        ¿Está satisfecho con la gestión de su queja?
        El personal fue amable
    """,
    "pt": """
        A espera não foi demasiado longa
        O seu problema foi resolvido?
        Não tive nenhum problema
        Recomendaria este serviço
        Está satisfeito com o tratamento da sua reclamação?
        Os funcionários foram simpáticos
    """,
    "it": """
        L'attesa non è stata troppo lunga
        Il suo problema è stato risolto?
        Non ho avuto problemi con la consegna
        Consiglierei questo servizio
        È soddisfatto della gestione del reclamo?
        Il personale era cortese
    """,
    "nl": """
        De wachttijd was niet te lang
        Is uw probleem opgelost?
        Ik had geen problemen
        Ik zou u aanbevelen
        Bent u tevreden over de afhandeling van uw klacht?
        Het personeel was vriendelijk
    """,
    "sv": """
        Väntetiden var inte för lång
        Blev ditt problem löst?
        Jag hade inga problem
        Jag skulle rekommendera er
        Är du nöjd med hanteringen av ditt klagomål?
        Personalen var trevlig
    """,
    "pl": """
        Czas oczekiwania nie był zbyt długi
        Czy Pana problem został rozwiązany?
        Nie miałem żadnych problemów
        Poleciłbym tę firmę
        Czy jest Pan zadowolony z rozpatrzenia reklamacji?
        Obsługa była miła
    """,
    "el": """
        Ο χρόνος αναμονής δεν ήταν πολύ μεγάλος
        Λύθηκε το πρόβλημά σας;
        Δεν είχα κανένα πρόβλημα
        Θα σας συνιστούσα
        Είστε ικανοποιημένοι από τη διαχείριση του παραπόνου σας;
        Το προσωπικό ήταν ευγενικό
    """,
    "zh": """
        等待时间不太长
        您的问题是否解决？
        没有遇到任何问题
        我会推荐给朋友
        您对投诉的处理满意吗？
        员工很友好
    """,
    "ja": """
        待ち時間は長すぎませんでした
        問題は解決しましたか
        問題はありませんでした
        友人に勧めたい
        苦情への対応に満足していますか
        スタッフは親切だった
    """,
}

DOUBTFUL = """
    Problems
    How likely are you to leave a review?
    I only had to explain my problem once
    Any problem you had was solved
    Were you satisfied or dissatisfied?
    Is the price too high, too low or right?
    Ist der Preis zu hoch, zu niedrig oder angemessen?
    Le prix est-il trop élevé ou trop bas ?
    价格太高还是太低？
    価格は高すぎますか、低すぎますか
"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def test_every_language_has_words_for_questions_that_are_put_the_other_way():
    assert {language.code for language in LANGUAGES if language.polarity} == set(BAD) == set(GOOD)


@pytest.mark.parametrize("code", BAD)
def test_a_question_to_which_it_is_bad_to_agree_is_known(code):
    found = {text: polarity_of((text,), numbers=False, denials=True) for text in lines(BAD[code])}
    assert {text: each for text, each in found.items() if each is None or not each.is_clear} == {}


@pytest.mark.parametrize("code", GOOD)
def test_a_negated_or_mended_trouble_is_good_to_agree_with(code):
    found = {text: polarity_of((text,), numbers=False, denials=True) for text in lines(GOOD[code])}
    assert {text: each for text, each in found.items() if each is not None} == {}


@pytest.mark.parametrize("text", lines(DOUBTFUL))
def test_a_word_whose_role_is_not_clear_leaves_a_doubt(text):
    found = polarity_of((text,), numbers=False, denials=True)
    assert found is not None
    assert not found.is_clear


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("The waiting time was too long", True), ("Dissatisfaction", True), ("Did you have any problems?", False), ("Problems", False),
        ("How satisfied or dissatisfied are you with the price?", None), ("Rate the handling of your complaint", None),
        ("How easy or difficult was it to order?", None), ("Complaint handling", None), ("Friendliness", None),
        ("I would not buy again", True), ("Ich würde nicht wieder kaufen", True), ("Je ne rachèterais pas", True), ("I would not recommend this shop", True),
        ("Would you not recommend us?", False), ("From 0 to 10, where 0 is not recommended at all", False), ("I can't wait to come back", False),
        ("I would not hesitate to recommend you", None), ("It was very loud", True), ("Es war laut", True), ("Es war sehr laut", True),
        ("The staff did not smile", None), ("Error messages are clear", None), ("The price is too high, too low or right", False), ("Rate us from 1 (too slow) to 5 (very fast)", None),
    ],
)  # fmt: skip
def test_numbers_rate_more_often_than_they_agree(text, clear):
    found = polarity_of((text,), numbers=True, denials=False)
    assert (found and found.is_clear) == clear


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("Too slow|Just right|Too fast", ("Too slow", "Too fast")), ("Zu langsam|Genau richtig|Zu schnell", ("Zu langsam", "Zu schnell")),
        ("Much too short|A little too short|Just right|A little too long|Much too long", ("A little too short", "Much too long")),
        ("Trop lent|Bien|Trop rapide", ("Trop lent", "Trop rapide")), ("太慢|刚好|太快", ("太慢", "太快")), ("遅すぎる|ちょうどいい|速すぎる", ("遅すぎる", "速すぎる")),
        ("Too slow|Much too slow|Fine", None), ("Zu Hause|Zu Fuß|Im Auto", None), ("Too slow|Too fast", None), ("North|South|West", None),
    ],
)  # fmt: skip
def test_answers_that_are_bad_in_two_ways_are_known_by_their_too(answers, said):
    assert both_ways_bad(answers.split("|")) == said


def test_groups_say_why_answers_that_are_bad_in_two_ways_are_no_scale():
    found = column("Pace", ["Too slow", "Just right", "Too fast", "Just right"])
    assert found.role.value == "segment"
    assert found.reason.startswith(
        "'Too slow' and 'Too fast' are both bad, so that no end of a scale would be the best."
    )


AGREE = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]
LIKELY = ["Very unlikely", "Unlikely", "Likely", "Very likely"]
NUMBERS = list("12345")


def table(**columns: list[str]) -> dict[str, ColumnMapping]:
    most = max(map(len, columns.values()))
    cells = {name: values * (200 // len(values)) for name, values in columns.items()}
    assert most <= 200
    return {column.name: column for column in propose(profiles(cells), ".").columns}


def column(name: str, cells: list[str]) -> ColumnMapping:
    return table(**{name: cells, "Overall satisfaction": ["Yes", "No"]})[name]


@pytest.mark.parametrize(
    ("name", "cells", "scale", "rival"),
    [
        ("The waiting time was too long", AGREE, "|".join(AGREE[::-1]), "|".join(AGREE)),
        ("Die Wartezeit war zu lang", NUMBERS, "5-1", "1-5"),
        ("How likely are you to cancel?", LIKELY, "|".join(LIKELY[::-1]), "|".join(LIKELY)),
        ("How likely are you to cancel?", [*list("0123456789"), "10"], "10-0", "0-10"),
        ("The wait was too long (1 = strongly disagree, 5 = strongly agree)", NUMBERS, "5-1", "1-5"),
        ("The wait was too long (1 = strongly agree, 5 = strongly disagree)", NUMBERS, "1-5", "5-1"),
        ("The wait was too long", ["1 - Strongly disagree", "2", "3", "4", "5 - Strongly agree"],
         "5 - Strongly agree|4|3|2|1 - Strongly disagree", "1 - Strongly disagree|2|3|4|5 - Strongly agree"),
    ],
)  # fmt: skip
def test_a_question_put_the_other_way_is_read_backwards_and_that_is_said(name, cells, scale, rival):
    found = column(name, cells)
    assert (found.role.value, found.scale.name, found.assumed, found.rival, found.question) == (
        "driver", scale, True, rival, None,
    )  # fmt: skip
    assert "is bad, so the scale is read backwards" in found.reason
    assert found.scale.labels[0] in found.reason


def test_answers_in_words_stand_at_the_positions_of_the_scale_that_is_read_backwards():
    found = column("The waiting time was too long", AGREE)
    assert [dict(found.positions)[label.lower()] for label in AGREE] == [5, 4, 3, 2, 1]
    assert found.scale.values == (1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Did you have problems with the delivery?", ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"]),
        ("Handling of my problem: the wait was too long", ["Poor", "Fair", "Good", "Excellent"]),
        ("It was difficult to order", ["Very difficult", "Difficult", "Neutral", "Easy", "Very easy"]),
        ("The wait was too long (1 = very dissatisfied, 5 = very satisfied)", NUMBERS),
        ("The wait was not too long", AGREE),
        ("My problem was solved", NUMBERS),
    ],
)  # fmt: skip
def test_words_that_name_what_is_good_are_never_turned(name, cells):
    found = column(name, cells)
    assert (found.rival, found.assumed, found.question) == (None, False, None)


def test_yes_to_a_bad_outcome_is_the_worst_answer():
    columns = table(**{"Were you dissatisfied with our service?": ["Yes", "No"], "Region": ["North", "South"]})
    found = columns["Were you dissatisfied with our service?"]
    assert (found.role.value, found.scale.name, found.rival, found.question) == ("outcome", "Yes|No", "No|Yes", None)
    assert found.reason.endswith(
        "'dissatisfied': saying yes is bad, so the scale is read backwards, from 'Yes' as the worst to 'No' as the best."
    )


THINGS = """
    sales marketing finance billing support service staff team agent branch store shop region area product channel
    order orders delivery shipping return returns refund price pricing value quality speed food drink room rooms bed
    bar pool spa gym wifi parking location lobby reception front desk check in checkout cleaning clean housekeeping
    breakfast lunch dinner menu waiter host kitchen table app website portal mobile site page search login account
    contract renewal onboarding training setup install installation repair visit technician driver fleet fuel car
    bus train flight gate seat crew boarding bags luggage lounge ticket event session speaker venue agenda course
    teacher lecturer materials library campus dorm canteen doctor nurse ward clinic hospital pharmacy care relief
    dose treatment therapy claim claims policy insurance premium loan mortgage card bank advisor broker fund rate
    rates fee fees terms network coverage signal data call calls phone chat email letter post parcel courier rider
    pick pack stock range choice size fit style color colour design brand logo packaging label smell taste portion
    heat light air power gas water meter bill tariff ease effort help helpful advice info information news report
    reports docs documentation manual code api sdk release bugs uptime performance latency security privacy trust
    loyalty reward rewards points offer offers deal deals promo ad ads social community forum blog video demo
    trial plan plans tier upgrade license seats users admin hr it legal ops rd lab plant line shift safety health
    pay salary benefits manager boss leader leadership culture growth career mission vision values diversity
    inclusion remote office desk chair tools equipment commute hours schedule holidays weight age tenure income
    gender education country city state zip language
"""


def test_what_people_rate_is_not_bad_because_it_is_a_word_of_another_language():
    turned = {
        thing: found.words
        for thing in THINGS.split()
        if (found := polarity_of((f"{thing}_rating",), numbers=True, denials=True))
    }
    assert turned == {}


@pytest.mark.parametrize("name", ["Rude staff", "Confusing signage", "Unfreundliches Personal", "待ち時間長すぎ"])
def test_a_name_that_is_no_statement_is_read_backwards_as_a_driver_and_asked_about_as_the_outcome(name):
    asked = table(**{name: NUMBERS, "Region": ["North", "South"]})[name]
    assert (column(name, NUMBERS).scale.name, column(name, NUMBERS).question) == ("5-1", None)
    assert f'say --scale "{name}=5-1" or --scale "{name}=1-5"' in asked.question


def doubtful_file():
    return profiles({"Problem score": NUMBERS * 40, "Region": ["North", "South"] * 100})


def test_a_doubtful_outcome_is_asked_about_with_both_directions():
    (question,) = propose(doubtful_file(), ".").open_questions
    assert question == (
        "Which answer of 'Problem score' is the best is not settled: 'problem' stands in the question, and whether a high "
        'number is good or bad is not clear; say --scale "Problem score=1-5" or --scale "Problem score=5-1", worst answer '
        "first."
    )


def test_a_scale_that_is_given_settles_the_doubt_and_the_question_survives_json():
    columns = doubtful_file()
    mapping = propose(columns, ".")
    assert from_json(to_json(mapping)) == mapping
    decided = decide(mapping, columns, roles={}, scales={"Problem score": "5-1"})
    assert decided.open_questions == ()
    assert decided.columns[0].scale.name == "5-1"


def test_a_doubtful_driver_loads_with_the_doubt_said_and_is_asked_about_as_an_outcome():
    columns = profiles({"Problems": AGREE * 40, "Overall satisfaction": NUMBERS * 40})
    mapping = propose(columns, ".")
    found = next(each for each in mapping.columns if each.name == "Problems")
    assert (found.role.value, found.assumed, found.question) == ("driver", True, None)
    assert "whether agreeing is good or bad is not clear: 'Strongly agree' is taken as the best" in found.reason
    assert len(decide(mapping, columns, roles={"Problems": "outcome"}, scales={}).open_questions) == 1
    assert decide(mapping, columns, roles={"Problems": "segment"}, scales={}).open_questions == ()


@pytest.mark.parametrize(
    "name",
    ["Waiting time", "Wartezeit", "Temps d'attente", "Tiempo de espera", "Tempo de espera", "Tempi di attesa", "Wachttijd", "Väntetid",
     "Czas oczekiwania", "Χρόνος αναμονής", "等待时间", "待ち時間", "Resolução de problemas", "Problem-free delivery", "The information was clear and not confusing"],
)  # fmt: skip
def test_what_is_rated_in_every_survey_leaves_no_doubt(name):
    found = polarity_of((name,), numbers=True, denials=False)
    assert found is None


COMPLAINTS = {
    "en": "Nobody listened to me | I feel cheated | The wait was long | Hidden fees | I was not greeted",
    "de": "Ich würde nicht wiederkommen | Ich fühlte mich nicht ernst genommen | Die Preise sind überhöht | Die App ist unübersichtlich | Niemand half mir",
    "fr": "Je ne reviendrais pas | Le conseiller ne m'a pas écouté | Le site est lent | Personne ne sourit",
    "es": "No volvería a comprar | Los precios son altos | Nunca me saludan",
    "pt": "Não compraria novamente | O atendimento foi péssimo | Ninguém me saudou",
    "it": "Non tornerei | I prezzi sono alti | Nessuno saluta",
    "nl": "Ik zou niet terugkomen | Verborgen kosten | Niemand groet",
    "sv": "Jag skulle inte komma tillbaka | Dolda avgifter",
    "pl": "Nie wróciłbym | Ukryte opłaty",
    "el": "Δεν θα ξαναέρθω | Το προσωπικό ήταν αγενές | Περίμενα πολύ",
    "zh": "我不会再来 | 隐藏费用",
    "ja": "二度と利用しない | ひどい対応だった",
}

NO_COMPLAINTS = """
    Friendliness of staff | No-show policy | Wi-Fi (not at all good - very good) | There were no problems | The wait was not too long
    Staff attitude (1 = not at all, 5 = very) | Satisfaction with the no-claims bonus | How would you rate us, if not satisfied? | Why did you not buy?
    Speed of service | Value for money | Store No | Long-term reliability | Preis-Leistung | Ich hatte keine Probleme | Serviço no restaurante | Tempo no caixa
    Einkauf ohne Anmeldung | Accueil | Atención | Netheid | Bemötande | Cena | Τιμή | 产品不错 | 价格 | No geral
"""


HANDLED = """
    Care | Overall rating of care | Nursing care | Customer care | Patient care rating | Child care | Trouble shooting | Troubleshooting | Complaints process
    Complaint handling | Error handling | Pain management | Risk management | Parking costs rating | Wait time rating | Rating of the wait
    Beschwerdemanagement | Beschwerdebearbeitung | Schmerztherapie | Wartezeit Bewertung | Bewertung der Wartezeit | Gestion des réclamations
    Gestion de la douleur | Gestión de quejas | Gestión de reclamaciones | Gestión del dolor | Gestione dei reclami | Gestione del dolore | Gestão de reclamações
    Klachtenafhandeling | Afhandeling van klachten | Klagomålshantering | Hantering av klagomål | Rozpatrywanie skarg | Obsługa reklamacji
    Διαχείριση παραπόνων | 投诉处理 | クレーム対応 | 苦情対応
"""
NOT_HANDLED = "Wait time | Parking costs | Pain rating | Effort rating | Slow process | Lack of care | Missing care | Rude handling | Had issues handling returns | Did you have any issues handling the return? | The complaints process was difficult | Le camere sono care | Problems"


def test_what_rates_or_handles_a_bad_thing_is_good_where_it_is_high_and_other_names_stay_in_doubt():
    def is_open(name: str) -> bool:
        return bool(polarity_of((name,), numbers=True, denials=False) or burden_in((name,)) or denial_in((name,), None))

    names = [name.strip() for line in lines(HANDLED) for name in line.split("|")]
    assert [name for name in names if is_open(name)] == []
    others = [name.strip() for name in NOT_HANDLED.split("|")]
    assert [name for name in others if not is_open(name)] == []


@pytest.mark.parametrize("code", COMPLAINTS)
def test_a_complaint_in_plain_numbers_is_never_read_forward_in_silence(code):
    names = [name.strip() for name in COMPLAINTS[code].split("|")]
    columns = table(**dict.fromkeys(["Overall satisfaction", *names], NUMBERS))
    assert [name for name in names if columns[name].scale and not columns[name].assumed] == []


def test_names_that_complain_of_nothing_leave_no_doubt():
    names = [name.strip() for line in lines(NO_COMPLAINTS) for name in line.split("|")]
    found = [name for name in names if polarity_of((name,), numbers=True, denials=False) or denial_in((name,), None)]
    assert found == []


FREQUENCIES = ["Never", "Rarely", "Sometimes", "Often", "Always"]


@pytest.mark.parametrize(
    ("name", "scale", "assumed"),
    [
        ("How often did the app crash?", FREQUENCIES[::-1], True),
        ("How often does the app freeze?", FREQUENCIES[::-1], True),
        ("How often are you on hold for long?", FREQUENCIES[::-1], True),
        ("How often did you wait over 10 minutes?", FREQUENCIES, True),
        ("How often was the room not clean?", FREQUENCIES, True),
        ("How often did the lamp blink?", FREQUENCIES, True),
        ("How often were the staff polite?", FREQUENCIES, False),
        ("How often was the train on time?", FREQUENCIES, False),
        ("How often do we meet your needs?", FREQUENCIES, False),
    ],
)
def test_how_often_something_happens_is_good_only_where_it_is_known_to_be(name, scale, assumed):
    found = column(name, FREQUENCIES)
    assert (found.role.value, found.scale.name, found.assumed) == ("driver", "|".join(scale), assumed)


def test_how_often_the_app_crashes_is_told_in_german():
    found = column("Wie oft stürzt die App ab?", ["Nie", "Selten", "Manchmal", "Oft", "Immer"])
    assert (found.scale.name, found.rival) == ("Immer|Oft|Manchmal|Selten|Nie", "Nie|Selten|Manchmal|Oft|Immer")


SUS = {
    "en": "I found the system unnecessarily complex | I think that I would need the support of a technical person | There was too much inconsistency | I found the system very cumbersome to use | I needed to learn a lot of things before I could get going",
    "de": "Ich fand das System unnötig komplex | Ich glaube, ich würde die Hilfe einer technisch versierten Person benötigen | Das System enthielt zu viele Inkonsistenzen | Ich fand das System sehr umständlich | Ich musste eine Menge lernen, bevor ich anfangen konnte",
    "fr": "Je trouve ce service inutilement complexe | Je pense que j'aurai besoin de l'aide d'un technicien | Il y a trop d'incohérence dans ce service | J'ai trouvé ce service très lourd à utiliser | J'ai dû apprendre beaucoup de choses avant de pouvoir l'utiliser",
    "es": "Encontré el sistema innecesariamente complejo | Creo que necesitaría el apoyo de un técnico | Había demasiada inconsistencia | Encontré el sistema muy engorroso | Necesité aprender muchas cosas antes de poder usarlo",
}
HELPED = "I got the help I needed | When I needed help from the staff they were there | Cuando necesité ayuda, la recibí | Wenn ich Hilfe brauchte, bekam ich sie | Most people would learn to use this system very quickly | I felt very confident using the system"


@pytest.mark.parametrize("code", SUS)
def test_the_complaints_of_the_system_usability_scale_are_read_backwards(code):
    columns = profiles(dict.fromkeys(["CSAT", *(text.strip() for text in SUS[code].split("|"))], NUMBERS * 9))
    found = propose(columns, ".").columns[1:]
    assert [each.scale.name for each in found if each.scale] == ["5-1"] * 5
    assert [text for text in HELPED.split(" | ") if polarity_of((text,), numbers=True, denials=False)] == []


@pytest.mark.parametrize(("last", "second"), [(10, "5-1"), (9, "1-5")])
def test_of_all_ten_statements_without_their_texts_every_second_is_read_backwards_with_the_doubt_said(last, second):
    columns = profiles(dict.fromkeys(["CSAT", *(f"SUS_{number:02}" for number in range(1, last + 1))], NUMBERS * 9))
    found = {each.name: each for each in propose(columns, ".").columns}
    assert [found[name].scale.name for name in ("SUS_01", "SUS_02")] == ["1-5", second]
    assert (found["SUS_02"].doubt is not None) == (last == 10)
