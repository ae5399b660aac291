"""What a column of dates is named: days of the answer, of what it is about, or of something else; and in which order they stand."""

from datetime import date, timedelta

import duckdb
import pytest

from csat_core.ingest.proposal.date_names import Kind, kind_of
from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import decide, propose
from csat_core.ingest.texts.calendar_orders import names_day
from csat_core.ingest.texts.days import day
from csat_core.ingest.texts.stated_orders import order_stated
from csat_core.ingest.texts.zones import time_zone
from csat_core.model.dataset import Role
from tests.ingest.handmade import profiles

DAYS = [date(2025, 11, 3) + timedelta(days=5 * at) for at in range(30)]
ISO = [each.isoformat() for each in DAYS]
OPEN = [date(2026, month, at) for month in range(1, 11) for at in (1, 5, 9)]


def read(table: dict[str, list[str]]):
    """The time of a file with these columns beside an outcome, and what is said of dates."""
    columns = profiles({**table, "CSAT (1-5)": [*"12345"] * 6})
    mapping = propose(columns, ".")
    said = {
        each.code: each.message for each in doubts_of(columns, mapping) if "date" in each.code or "fiscal" in each.code
    }
    return next(each for each in mapping.columns if each.role is Role.TIME), said


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (Kind.RATED, ["Satisfaction date", "Custom field (Satisfaction date)", "CSAT date", "Rating date", "Datum der Zufriedenheit"]),
        (Kind.ANSWERED, ["回答日時", "Antwortdatum", "Svarsdatum", "Responded at", "Surveyed", "Survey complete date", "Date de la réponse"]),
        (Kind.RECORDED, ["提交时间", "Date de l'enquête", "Data ankiety", "Completed", "created_at", "調査日", "Fecha de envío", "First response at"]),
        (Kind.PLAIN, ["Date", "Datum", "Fecha", "Ημερομηνία", "日付", "日期", "Timestamp", "ts", "KW", "Month", "Trimestre", "Date (UTC)", "Date dmy"]),
        (Kind.ENDED, ["End Date", "enddate", "Ende", "Fin"]),
        (Kind.STARTED, ["Start Date", "Beginn", "Inizio"]),
        (Kind.OCCURRED, ["Date de visite", "Besuchsdatum", "Data do pedido", "Data wizyty", "Datum bezoek", "Besökdatum", "ご来店日", "到店日期", "Opened", "Closed", "interaction_date", "taken_on", "Return date", "Date published", "Posted at",
                         "Entlassdatum", "Date de sortie", "Fecha de egreso", "Data dimissione", "Data wypisu", "办理日期", "返却日"]),
        (Kind.ELSEWHEN, ["Contract end", "Renewal date", "Next appointment", "Hire date", "Warranty until", "Customer since", "Kunde seit", "Client depuis",
                         "Vertragsende", "Due date", "Deadline", "Last login", "Export date", "Fecha de vencimiento", "Data rinnovo", "Contractdatum",
                         "Avtalsdatum", "Data umowy", "Ημερομηνία λήξης συμβολαίου", "合同到期日期", "契約終了日"]),
        (Kind.UNKNOWN, ["x", "Wann genau war das noch"]),
    ],
)  # fmt: skip
def test_a_name_says_what_the_dates_are_days_of(kind, found):
    assert {name: kind_of((name,)) for name in found} == dict.fromkeys(found, kind)


def test_the_day_of_the_satisfaction_comes_before_that_on_which_something_was_created():
    time, said = read({"Created": ISO, "Satisfaction date": ISO, "Updated": ISO})
    assert (time.name, said) == ("Satisfaction date", {})


@pytest.mark.parametrize(
    ("name", "doubted"), [("Contract end", True), ("x", True), ("Visit date", False), ("Date", False)]
)
def test_dates_of_something_else_are_used_with_a_doubt_that_a_choice_takes_away(name, doubted):
    _, said = read({name: ISO})
    assert ("doubtful_date" in said) is doubted
    columns = profiles({name: ISO, "CSAT (1-5)": [*"12345"] * 6})
    chosen = decide(propose(columns, "."), columns, roles={name: "time"}, scales={})
    assert not [each for each in doubts_of(columns, chosen) if each.code == "doubtful_date"]


@pytest.mark.parametrize(
    ("first", "second", "taken", "named"),
    [
        ("Date de visite", "Date de l'enquête", "Date de l'enquête", False), ("Opened", "Closed", "Opened", True),
        ("Start Date", "End Date", "End Date", False), ("Contract end", "Visit date", "Visit date", False),
        ("Ticket created at", "Survey answered at", "Survey answered at", False), ("Survey sent at", "Survey scored at", "Survey scored at", False),
        ("Fecha de envío", "Fecha de respuesta", "Fecha de respuesta", False), ("Data de envio", "Data de resposta", "Data de resposta", False),
        ("Data di invio", "Data risposta", "Data risposta", False), ("Verzonden op", "Ingevuld op", "Ingevuld op", False),
        ("Date d'envoi", "Date de réponse", "Date de réponse", False), ("Versanddatum", "Beantwortet am", "Beantwortet am", False),
        ("Skickat datum", "Svarsdatum", "Svarsdatum", False), ("Data wysłania", "Data odpowiedzi", "Data odpowiedzi", False),
        ("Ημερομηνία αποστολής", "Ημερομηνία απάντησης", "Ημερομηνία απάντησης", False), ("发送时间", "填写时间", "填写时间", False),
        ("送信日時", "回答日時", "回答日時", False), ("created_at", "updated_at", "created_at", False), ("Last order date", "Timestamp", "Timestamp", False),
        ("Visit date", "Order date", "Visit date", True), ("Date", "Timestamp", "Date", True),
    ],
)  # fmt: skip
def test_of_two_dates_that_of_the_answer_is_taken_and_one_that_would_do_as_well_is_named(first, second, taken, named):
    time, said = read({first: ISO, second: ISO[::-1]})
    assert time.name == taken
    assert ("other_dates" in said) is named


@pytest.mark.parametrize(
    "name", ["Fiscal quarter", "FY quarter", "Geschäftsjahr-Quartal", "Exercice fiscal (trimestre)"]
)
def test_periods_of_a_fiscal_year_are_said_not_to_be_those_of_the_calendar_for_sure(name):
    assert [*read({name: [f"Q{1 + at % 4} 2026" for at in range(30)]})[1]] == ["fiscal_periods"]
    assert read({"Quarter": [f"Q{1 + at % 4} 2026" for at in range(30)]})[1] == {}


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("Date (DD/MM/YYYY)", "dmy"), ("Date (MM/DD/YYYY)", "mdy"), ("Date (mm/dd/yy)", "mdy"), ("Datum (TT.MM.JJJJ)", "dmy"), ("Date (JJ/MM/AAAA)", "dmy"),
        ("Fecha (dd/mm/aaaa)", "dmy"), ("Data (GG/MM/AAAA)", "dmy"), ("Datum (DD-MM-JJJJ)", "dmy"), ("Data (DD.MM.RRRR)", "dmy"), ("Datum (ÅÅÅÅ-MM-DD)", "ymd"),
        ("Ημερομηνία (ΗΗ/ΜΜ/ΕΕΕΕ)", "dmy"), ("Date (d/m/y)", "dmy"), ("Date dmy", "dmy"), ("Date (US format)", "mdy"), ("Date (YYYY/DD/MM)", "ydm"),
        ("Date", None), ("Submitted (UTC)", None), ("Day", None), ("May", None),
    ],
)  # fmt: skip
def test_the_order_that_a_name_states_is_found(name, order):
    assert order_stated(name) == order
    assert time_zone(name) == ("UTC" if "UTC" in name else None)


@pytest.mark.parametrize(
    ("name", "written", "order", "asked"),
    [
        ("Date (MM/DD/YYYY)", "%m/%d/%Y", "mdy", False), ("Datum (TT.MM.JJJJ)", "%d.%m.%Y", "dmy", False), ("Date (YYYY/DD/MM)", "%Y/%d/%m", "ydm", False),
        ("Date (YYYY/MM/DD)", "%Y/%m/%d", "ymd", False), ("Datum", "%d.%m.%Y", "dmy", False), ("Date", "%d/%m/%Y", "dmy", True), ("Date", "%m/%m/%Y", "dmy", False),
    ],
)  # fmt: skip
def test_the_order_of_a_name_or_of_dots_settles_what_the_cells_leave_open(name, written, order, asked):
    time, _ = read({name: [each.strftime(written) for each in OPEN]})
    assert (time.date_order, bool(time.question)) == (order, asked)


def test_cells_against_the_name_or_against_each_other_are_asked_about():
    said, _ = read({"Date (MM/DD/YYYY)": [each.strftime("%d/%m/%Y") for each in DAYS]})
    mixed, _ = read({"Date": [each.strftime("%m/%d/%Y" if at % 2 else "%d/%m/%Y") for at, each in enumerate(DAYS)]})
    assert "says that the month comes first" in (said.question or "")
    assert "holds dates in two orders" in (mixed.question or "")


def serial(each: date) -> str:
    return str((each - date(1899, 12, 30)).days)


def test_days_that_a_spreadsheet_took_for_months_are_found_where_it_counts_them_too_and_can_be_turned_back():
    cells = [serial(date(each.year, each.day, each.month)) if each.day <= 12 else f"{each:%d/%m/%Y}" for each in DAYS]
    time, _ = read({"Date": cells})
    assert "took" in (time.question or "") or "taken days for months" in (time.question or "")
    with duckdb.connect() as connection:
        turned = connection.execute(f"SELECT list({day('c1', 'ydm')}::VARCHAR) FROM (SELECT unnest($1) AS c1)", [cells])
        assert turned.fetchall() == [(ISO,)]


def test_numbers_of_days_that_lie_among_the_others_as_they_are_were_not_turned():
    time, _ = read({"Date": [serial(each) if each.day <= 12 else f"{each:%d/%m/%Y}" for each in DAYS]})
    assert (time.date_order, time.question) == ("dmy", None)


def test_days_of_weeks_short_years_and_microseconds_are_days():
    cells = {
        "2025-W45-1": "2025-11-03",
        "05 Nov '25": "2025-11-05",
        "1762171200000000": "2025-11-03",
        "1762171200.123": "2025-11-03",
    }
    with duckdb.connect() as connection:
        found = connection.execute(
            f"SELECT list({day('c1', 'dmy')}::VARCHAR) FROM (SELECT unnest($1) AS c1)", [[*cells]]
        )
        assert found.fetchall() == [([*cells.values()],)]
    assert [names_day(cell) for cell in cells] == [True, True, False, False]
    assert not names_day("2025-W54-1")
    assert read({"ts": [f"17621{at:05}.5" for at in range(30)]})[0].name == "ts"


def test_weeks_under_a_name_that_says_no_time_are_named_without_contradicting_oneself():
    columns = profiles({"Lot": [f"KW {1 + at}/2025" for at in range(30)], "CSAT (1-5)": [*"12345"] * 6})
    said = next(each for each in doubts_of(columns, propose(columns, ".")) if each.code == "unused_dates")
    assert "30 of its 30 cells, such as KW 1/2025, name days or periods, but its name does not say" in said.message
    assert "60 %" not in said.message
    assert read({"KW": [f"KW {1 + at}/2025" for at in range(30)]})[0].name == "KW"
