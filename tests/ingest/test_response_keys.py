"""Keys of responses: codes that no two rows share under the name of what a response is of, and what only counts the rows."""

import pytest

from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.proposal.response_keys import AT_FIRST, OF_SOMETHING
from tests.ingest.handmade import Cell, profiles

ROWS = 60
CODES = [f"K{1000 + 7 * n}" for n in range(ROWS)]
NUMBERS = [str(4000 + n) for n in range(ROWS)]
COUNTED = [str(n + 1) for n in range(ROWS)]
RUNNING_ON = [str(101 + n) for n in range(ROWS)]
WITH_GAPS = [str(n + 1 + n // 5) for n in range(ROWS)]
THINGS = [
    "Stay",
    "Work order",
    "Support ticket",
    "Case",
    "Case #",
    "participant",
    "Interview",
    "Nr.",
    "Lfd. Nr.",
    "Ticket",
    "Respondent",
    "Booking",
    "Vorgang",
    "Teilnehmer",
    "Buchung",
    "Fall",
    "Séjour",
    "Dossier",
    "Caso",
    "Entrevista",
    "Número",
    "Atendimento",
    "Intervista",
    "Prenotazione",
    "Nr",
    "Boeking",
    "Deelnemer",
    "Ärende",
    "Löpnummer",
    "Lp.",
    "Wywiad",
    "Rezerwacja",
    "Κράτηση",
    "α/α",
    "序号",
    "工单",
    "番号",
    "予約",
    "Bogen",
    "Fiche",
    "Formulario",
    "Ficha",
    "Scheda",
    "Formulier",
    "Formulär",
    "Kwestionariusz",
    "Έντυπο",
    "答卷",
    "答卷序号",
    "調査票",
]
KEYS = [
    "Participant ID",
    "Interview ID",
    "Ticket No",
    "Fragebogen-Nr",
    "Fallnummer",
    "Teilnehmer-Nr.",
    "Vorgangsnummer",
    "N° de dossier",
    "Código de caso",
    "Numero di ticket",
    "Boekingsnummer",
    "Ärendenummer",
    "Numer zgłoszenia",
    "Κωδικός κράτησης",
    "工单编号",
    "予約番号",
]

UNSAID = [
    "Issue key", "Issue id", "sys_id", "Engagement ID", "Transcript ID", "Serial Number", "Versand-Nr.", "Código de envío",
    "Identifiant de livraison", "Leveringsnummer", "配送番号", "serial",
]  # fmt: skip
OTHERS = [
    "Employee ID", "Owner ID", "Mitarbeiter-Nr.", "Company ID", "Firmennummer", "Account number", "Kundennummer", "Product code",
    "Postal code", "Passport number", "Number of visits", "Revenue key",
]  # fmt: skip


def proposed(name: str, cells: list[Cell], **others: list[Cell]):
    table = {name: cells, **others, "Overall satisfaction": [*"54321"] * (len(cells) // 5)}
    return {column.name: column for column in propose(profiles(table), ".").columns}


@pytest.mark.parametrize("name", [*THINGS, *KEYS])
def test_codes_of_which_every_row_has_another_are_the_response_id_under_the_name_of_what_a_response_is_of(name):
    for cells in (CODES, NUMBERS, RUNNING_ON):
        column = proposed(name, cells)[name]
        assert column.role.value == "response_id", (name, cells[:2], column.reason)
    assert "no value repeats" in column.reason or "Every row has another code" in column.reason


@pytest.mark.parametrize("name", UNSAID)
def test_codes_under_the_name_of_a_key_of_something_are_the_response_id_with_that_doubt(name):
    table = {name: CODES, "Overall satisfaction": [*"54321"] * (ROWS // 5)}
    columns = profiles(table)
    mapping = propose(columns, ".")
    assert (mapping.columns[0].role.value, mapping.columns[0].reason) == ("response_id", OF_SOMETHING)
    (said,) = [problem for problem in doubts_of(columns, mapping) if problem.code == "perhaps_response_id"]
    assert (said.column, said.count) == (name, ROWS)
    assert said.message.endswith(f'If it is the key of something else, say --map "{name}=ignore".')


@pytest.mark.parametrize("cells", [CODES, NUMBERS, RUNNING_ON], ids=["codes", "numbers", "running on"])
@pytest.mark.parametrize("name", ["V1", "Engagement", "Barcode"])
def test_codes_before_all_other_columns_are_the_response_id_with_that_doubt_whatever_they_are_called(name, cells):
    table = {name: cells, "Overall satisfaction": [*"54321"] * (ROWS // 5)}
    columns, behind = profiles(table), profiles(dict(reversed(table.items())))
    mapping = propose(columns, ".")
    assert (mapping.columns[0].role.value, mapping.columns[0].reason) == ("response_id", AT_FIRST)
    assert [said.code for said in doubts_of(columns, mapping)] == ["perhaps_response_id"]
    assert all(column.role.value != "response_id" for column in propose(behind, ".").columns)


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Order value", NUMBERS),
        ("Seconds", NUMBERS),
        ("V1", [str(300 + 7 * n % 800) for n in range(ROWS)]),
        ("V1", COUNTED),
        ("V1", [f"{4000 + n}.5" for n in range(ROWS)]),
        ("V1", NUMBERS[:10] + NUMBERS[:10]),
        ("V1", [str(1000 + 97 * n) for n in range(10)]),
    ],
    ids=["money", "time", "far apart", "counted", "fractions", "repeated", "too few"],
)
def test_numbers_before_all_other_columns_that_may_measure_something_are_no_response_id(name, cells):
    assert proposed(name, cells)[name].role.value != "response_id"


@pytest.mark.parametrize(("step", "role"), [(1, "response_id"), (4, "response_id"), (9, "metric")])
def test_short_numbers_are_codes_where_measured_ones_would_repeat(step, role):
    assert proposed("Case", [str(10 + step * n) for n in range(ROWS)])["Case"].role.value == role


@pytest.mark.parametrize("name", OTHERS)
def test_codes_of_people_companies_groups_and_things_measured_are_no_response_id(name):
    for cells in (CODES, NUMBERS):
        assert proposed(name, cells)[name].role.value != "response_id", cells[0]


def test_the_key_of_the_response_comes_before_that_of_something_which_stands_before_it():
    columns = proposed("Engagement ID", CODES, Ticket=NUMBERS)
    assert (columns["Engagement ID"].role.value, columns["Ticket"].role.value) == ("ignore", "response_id")
    assert proposed("Engagement ID", COUNTED)["Engagement ID"].role.value == "ignore"


@pytest.mark.parametrize("name", THINGS)
def test_what_only_counts_the_rows_is_no_response_id_because_the_next_file_counts_from_one_again(name):
    for cells in (COUNTED, WITH_GAPS):
        column = proposed(name, cells)[name]
        assert (column.role.value, column.reason) == (
            "ignore",
            "Only counts the rows, and the next file may count from 1 again.",
        )


@pytest.mark.parametrize("name", ["ID", "Response ID", *KEYS])
def test_a_key_that_counts_from_one_is_taken_with_the_doubt_said(name):
    column = proposed(name, COUNTED)[name]
    assert column.role.value == "response_id"
    assert "counts from 1: if the next file does so again" in column.reason


@pytest.mark.parametrize(
    "cells",
    [
        [f"guest {n} was here and liked it rather well" for n in range(ROWS)],
        [f"2026-01-{1 + n % 28:02}T{n // 28:02}:15" for n in range(ROWS)],
        [f"{100 + n}.{n % 90 + 10}" for n in range(ROWS)],
        [f"€{100 + n}" for n in range(ROWS)],
        [f"p{n}@example.org" for n in range(ROWS)],
        [f"+49 170 1234{n:03}" for n in range(ROWS)],
        [*(f"K{n}" for n in range(ROWS - 1)), None],
        [*(f"K{n}" for n in range(ROWS - 1)), "K1"],
        [chr(0x4E00 + n) for n in range(ROWS)],
    ],
    ids=["sentences", "days", "amounts", "money", "addresses", "telephones", "one blank", "one again", "no digit"],
)
def test_what_is_no_code_or_not_of_every_row_is_no_response_id(cells):
    for name in ("Case", "Booking ID"):
        assert proposed(name, cells)[name].role.value != "response_id"


@pytest.mark.parametrize("name", ["Respondent", "ID", "Response ID"])
def test_days_addresses_and_sentences_are_no_response_id_whatever_the_name_says(name):
    for cells in (
        [f"p{n}@example.org" for n in range(ROWS)],
        [f"{1 + n % 28}/{1 + n // 28}/2026 10:00" for n in range(ROWS)],
    ):
        assert proposed(name, cells)[name].role.value != "response_id"


def test_a_key_that_says_so_comes_before_one_that_is_found_by_its_codes():
    columns = proposed("Ticket", CODES, **{"Response ID": [f"R{n}" for n in range(ROWS)]})
    assert (columns["Ticket"].role.value, columns["Response ID"].role.value) == ("ignore", "response_id")
    assert proposed("Ticket", CODES, Stay=NUMBERS)["Stay"].role.value == "ignore"


@pytest.mark.parametrize(
    ("name", "cells"),
    [("Stay", [str(n % 14 + 1) for n in range(ROWS)]), ("Call", ["3", "7", "12", "5", "9"]), ("Visit", ["A1"] * 3)],
)
def test_nights_and_minutes_under_such_a_name_are_no_keys(name, cells):
    assert proposed(name, cells)[name].role.value != "response_id"


@pytest.mark.parametrize(
    ("name", "cells", "role"),
    [
        ("Ticket", [str(70_000 + n % 300) for n in range(ROWS)] + [None, "70001"], "ignore"),
        ("Vorgang", [str(2_026_000 + 7 * n) for n in range(ROWS)], "response_id"),
        ("Stay", [str(n % 14 + 1) for n in range(ROWS)], "metric"),
        ("Order", [f"{100 + n % 300}.{n % 90 + 10}" for n in range(ROWS)], "metric"),
    ],
)
def test_numbers_of_cases_are_a_key_or_nothing_and_what_is_counted_of_them_is_a_number(name, cells, role):
    assert proposed(name, cells)[name].role.value == role


def test_few_numbers_that_were_given_one_after_the_other_are_keys_already():
    def role(cells: list[str]) -> str:
        columns = propose(profiles({"Ticket": cells, "CSAT (1-5)": [*"12345"] * 2}), ".").columns
        return next(each.role.value for each in columns if each.name == "Ticket")

    assert role([str(48_211 + 31 * n) for n in range(10)]) == "response_id"
    assert role([str(1_100 + 131 * n) for n in range(10)]) == "metric"
