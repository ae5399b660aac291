"""Names that say groups, keys, money or time, of columns that hold the same few numbers or codes."""

import pytest

from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

ROWS = 120
FEW = [str(at % 5 + 1) for at in range(ROWS)]
SPREAD = [str((at * 7) % 5 + 1) for at in range(ROWS)]


def role(name: str, cells: list[str]) -> str:
    columns = profiles({"Overall satisfaction": SPREAD, name: cells})
    return next(each.role.value for each in propose(columns, ".").columns if each.name == name)


@pytest.mark.parametrize(
    "name",
    [
        "Section",
        "Batch",
        "Route",
        "Table",
        "agegrp",
        "income",
        "Einkommen",
        "年収",
        "Income quintile",
        "Hotel class (stars)",
        "LoyaltyLevel",
        "Treuestufe",
        "Nivel de fidelidad",
    ],
)
def test_codes_of_what_sorts_people_or_things_are_groups(name: str):
    assert role(name, FEW) == "segment"


@pytest.mark.parametrize(
    "name", ["loyalty_member", "Loyalty card", "Has loyalty card", "Loyalty programme", "Recommended by a friend"]
)
@pytest.mark.parametrize("beside", ["Newsletter", "Clean room"])
def test_whether_somebody_is_a_member_or_was_sent_by_a_friend_rates_nothing(name: str, beside: str):
    table = {"Overall satisfaction": [*"12345"] * 12, name: ["yes", "no"] * 30, beside: ["no", "yes", "yes"] * 20}
    assert next(each.role for each in propose(profiles(table), ".").columns if each.name == name) == "segment"


@pytest.mark.parametrize(
    "name",
    [
        "Are you happy for us to contact you about your feedback?", "I agree to the privacy policy", "Do you agree to take part in this survey?",
        "Sind Sie mit einer Kontaktaufnahme einverstanden?", "Êtes-vous d'accord pour être recontacté ?", "¿Está de acuerdo con el aviso de privacidad?",
        "Concorda em ser contatado?", "È d'accordo a essere contattato?", "Gaat u akkoord met de privacyverklaring?", "Samtycker du till att bli kontaktad?",
        "Czy zgadza się Pan na kontakt?", "Συμφωνείτε να επικοινωνήσουμε μαζί σας;", "您是否同意我们与您联系？", "個人情報の取り扱いに同意しますか",
        "Recommandé par un ami", "Recomendado por un amigo", "Aanbevolen door vriend", "朋友推荐",
    ],
)  # fmt: skip
def test_what_people_allow_and_who_sent_them_rates_nothing(name: str):
    assert role(name, ["yes", "no"] * (ROWS // 2)) == "segment"


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("Weekday|Wochentag|Jour de la semaine|Día de la semana|Weekdag|Veckodag|Dzień tygodnia|Ημέρα της εβδομάδας|星期|曜日", "segment"),
        ("Wave|Welle|Vague|Ola|Onda|Ondata|Meting|Mätning|Fala|Κύμα|波次|調査回", "segment"),
        ("Household size|Haushaltsgröße|Taille du foyer|Tamaño del hogar|Huishoudgrootte|Hushållsstorlek|Wielkość gospodarstwa|子女数|子どもの数", "metric"),
    ],
)  # fmt: skip
def test_days_of_the_week_waves_and_households_are_known_in_other_languages_as_well(names: str, told: str):
    assert {name: role(name, FEW) for name in names.split("|")} == dict.fromkeys(names.split("|"), told)


@pytest.mark.parametrize("name", ["Sentiment", "sentiment_label", "Sentimiento", "Sentyment", "情感倾向"])
def test_how_a_comment_sounds_sorts_answers_beside_a_rating_and_is_the_outcome_alone(name: str):
    sounding = ["Negative", "Neutral", "Positive"] * (ROWS // 3)
    assert role(name, sounding) == "segment"
    (alone,) = propose(profiles({name: sounding}), ".").columns
    assert alone.role == "outcome"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Agent team", "segment"),
        ("Agent Shift", "segment"),
        ("Agent location", "segment"),
        ("Agent name", "agent"),
        ("Agent code", "agent"),
    ],
)
def test_what_is_said_of_who_served_is_not_who_served(name: str, told: str):
    assert role(name, [f"X{at % 6}" for at in range(ROWS)]) == told


def test_a_key_of_employees_that_never_repeats_is_of_whoever_answered():
    assert role("Employee ID", [f"E{at * 37 % 1000:04}" for at in range(ROWS)]) == "customer"
    assert role("Employee ID", [f"E{at % 9:04}" for at in range(ROWS)]) == "agent"


@pytest.mark.parametrize("name", ["Resp", "uniqid", "avis_id", "id_avaliacao", "Bewertungs-ID", "id_opinii"])
def test_a_key_under_a_short_name_is_that_of_the_response(name: str):
    assert role(name, [f"P{at + 100}" for at in range(ROWS)]) == "response_id"


@pytest.mark.parametrize("name", ["HourSpendOnApp", "Spend time", "MinutesSpend"])
def test_hours_that_somebody_spends_are_no_money(name: str):
    assert role(name, [str(at % 60 + 3) for at in range(ROWS)]) == "metric"


@pytest.mark.parametrize(
    "cell",
    ["202502{:02}130102", "202502{:02}", "202502{:02} 13:01:02", "202502{:02}T131501Z", "{:02}Feb2025:21:22:05",
     "Fri Feb {:02} 2025 13:01:02 GMT+0100 (Central European Standard Time)"],
)  # fmt: skip
def test_days_without_signs_between_are_read_whatever_the_column_is_called(cell: str):
    assert role("rec_dt", [cell.format(at % 28 + 1) for at in range(ROWS)]) == "time"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("CSAT last 30 days", "outcome"),
        ("Overall satisfaction (last 12 months)", "outcome"),
        ("How satisfied were you with us in the last 3 months?", "outcome"),
        ("Visits in the last 12 months", "metric"),
        ("Visits per week", "metric"),
        ("Besuche pro Woche", "metric"),
    ],
)
def test_a_span_of_time_behind_a_rating_counts_no_months(name: str, told: str):
    columns = profiles({"Staff": SPREAD, "Price": SPREAD, name: FEW})
    assert next(each.role.value for each in propose(columns, ".").columns if each.name == name) == told


@pytest.mark.parametrize(
    "name",
    ["Marital", "Familienstand", "Estado civil", "Stato civile", "Burgerlijke staat", "婚姻状況", "Type de logement", "Access mode",
     "Where did you hear about us?", "How long have you been a customer?", "Wie lange sind Sie bei uns?", "Renda familiar"],
)  # fmt: skip
def test_codes_of_how_people_live_and_came_here_are_groups(name: str):
    assert role(name, FEW) == "segment"


@pytest.mark.parametrize("cells", [("1 - High", "2 - Medium", "3 - Low"), ("1 - Critical", "2 - High", "4 - Low")])
def test_numbered_levels_of_a_ticket_are_groups(cells: tuple[str, ...]):
    assert role("Urgency", [cells[at % 3] for at in range(ROWS)]) == "segment"


def test_numbers_under_a_name_of_who_served_measure_or_count_and_name_nobody():
    assert role("Agent handle time", [str(at * 7 % 90 + 3) for at in range(ROWS)]) == "metric"
    assert role("Years lived in city", [str(at % 60) for at in range(ROWS)]) == "metric"


@pytest.mark.parametrize("name", ["csat_id", "ces_id", "nps_uuid"])
def test_what_ends_in_id_is_a_key_whatever_stands_before(name: str):
    assert role(name, [str(at + 3) for at in range(ROWS)]) == "response_id"
    assert role(name, [str(at % 5 + 1) for at in range(ROWS)]) == "segment"


@pytest.mark.parametrize("name", ["cliente_id", "id_cliente", "usuário id", "EmpID", "pid"])
def test_customers_are_known_on_either_side_of_the_word_for_a_key(name: str):
    assert role(name, [f"C{at % 90:03}" for at in range(ROWS)]) == "customer"


@pytest.mark.parametrize("name", ["Año de estudios", "Studienjahr", "Mesa", "Tisch", "年级", "Class level"])
def test_years_of_study_and_tables_are_groups_in_every_language(name: str):
    assert role(name, FEW) == "segment"


def test_years_of_experience_are_no_percent():
    assert role("Experience", [str(at % 14 + 1) for at in range(ROWS)]) == "metric"


@pytest.mark.parametrize("name", ["Notes", "Invoice", "Ticket"])
def test_texts_that_differ_are_not_outvoted_by_numbers_that_recur(name: str):
    cells = [f"see ticket {at}" if at % 3 else str(100_000 + at) for at in range(900)]
    columns = profiles({"Overall satisfaction": (SPREAD * 8)[:900], name: cells})
    assert next(each.role.value for each in propose(columns, ".").columns if each.name == name) in ("comment", "ignore")


def test_what_people_wrote_beside_many_cells_without_a_text_is_a_comment():
    said = [f"The queue at till {at} was far too long for a morning" if at % 12 == 0 else "NA" for at in range(ROWS)]
    assert role("explication", said) == "comment"


@pytest.mark.parametrize(
    "name",
    ["Where do you live?", "Q6: What is your role?", "Who did you travel with?", "How did you contact us?", "Wo wohnen Sie?",
     "Avec qui avez-vous voyagé ?", "¿Cómo nos contactó?", "Onde você mora?", "Con chi ha viaggiato?", "Waar woont u?", "Var bor du?",
     "Gdzie Pan/Pani mieszka?", "Πού μένετε;", "您住在哪里", "お住まいはどちらですか"],
)  # fmt: skip
def test_what_admits_no_degree_asks_for_groups(name: str):
    assert role(name, FEW) == "segment"


@pytest.mark.parametrize(
    "name",
    [
        "How did you find our service?",
        "Which rating would you give us?",
        "What is your opinion of us?",
        "How did we do?",
    ],
)
def test_questions_for_a_rating_stay_ratings_whatever_they_begin_with(name: str):
    assert role(name, FEW) in ("driver", "outcome")


def test_a_single_word_asks_for_nothing():
    assert role("qual", FEW) == "driver"
    assert role("Qual é o seu bairro?", FEW) == "segment"


def test_a_span_of_time_behind_a_count_makes_no_groups_of_it():
    assert [role(name, FEW) for name in ("Appointments this year", "Region last year", "year")] == [
        "driver",
        "segment",
        "segment",
    ]


def test_codes_of_ages_are_groups_beside_a_code_of_no_answer():
    ages = [*[str(each) for each in range(1, 6)] * 20, *["-99"] * 3]
    columns = propose(
        profiles({"Overall satisfaction": [*SPREAD[:99], *["5"] * 4], "How old are you?": ages}), "."
    ).columns
    assert columns[1].role.value == "segment"


@pytest.mark.parametrize("name", ["ID_Rating", "votes_up", "Share of wallet (%)", "sentiment score"])
def test_what_is_a_key_a_count_or_a_part_in_percent_rates_nothing(name: str):
    hundred = [str(each % 101) for each in range(ROWS)]
    columns = propose(profiles({"Overall satisfaction": SPREAD, name: hundred if "%" in name else FEW}), ".").columns
    assert columns[1].role.value in ("metric", "segment")
    assert columns[0].role.value == "outcome"


def test_numbers_from_one_to_the_last_row_count_the_rows():
    columns = propose(
        profiles({"persona": [str(each) for each in range(1, 11)], "Rating": [*"1234554321"]}), "."
    ).columns
    assert [column.role.value for column in columns] == ["ignore", "outcome"]


@pytest.mark.parametrize(("each", "said"), [(3, ["employee_id"]), (10, [])])
def test_keys_of_employees_with_few_answers_each_may_be_of_who_answered(each: int, said: list[str]):
    keys = [f"E{at // each:03}" for at in range(ROWS)]
    columns = profiles({"employee_id": keys, "Satisfaction": SPREAD})
    mapping = propose(columns, ".")
    assert mapping.columns[0].role.value == "agent"
    assert [problem.column for problem in doubts_of(columns, mapping) if problem.code == "perhaps_customer"] == said
