"""Columns of customers and stages under the names that twelve languages have for them."""

import pytest

from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

CUSTOMERS = [
    "Numéro client", "N° client", "Nº client", "Code client", "Identifiant du client", "Número de cliente", "Código del cliente",
    "ID de cliente", "Nº de cliente", "Codice cliente", "Numero cliente", "ID cliente", "Código do cliente", "Número do cliente",
    "Αριθμός πελάτη", "Κωδικός πελάτη", "Numer klienta", "ID klienta", "Klantnummer", "Klantcode", "Kundnummer",
    "Kundennummer", "Kunden-Nr.", "Customer number", "客户编号", "顧客番号",
]  # fmt: skip
STAGES = [
    "Contactmoment", "Punkt kontaktu", "Punkt styku", "Kontaktpunkt", "Point de contact", "Punto de contacto", "Punto di contatto",
    "Ponto de contato", "Kontaktpunkter", "Σημείο επαφής", "触点", "接点", "Touchpoint",
]  # fmt: skip


def roles(names: list[str], cells: list[str]) -> dict[str, str]:
    """The role of a column of these cells under each name."""
    found = {}
    for name in names:
        table = profiles({name: cells, "Overall satisfaction": [*"12345"] * 30})
        found[name] = propose(table, ".").columns[0].role.value
    return found


def test_keys_of_customers_who_answered_twice_are_customers():
    cells = [f"C{i:03}" for i in range(75)] * 2
    assert roles(CUSTOMERS, cells) == dict.fromkeys(CUSTOMERS, "customer")


@pytest.mark.parametrize(
    "cells", [[str(300 + i) for i in range(150)], [str(51_000 + 3 * (i % 75)) for i in range(150)]]
)
def test_keys_in_plain_numbers_are_customers_and_counts_by_customer_are_not(cells):
    names = [
        "Member #", "Customer #", "Acct #", "Cust_No", "CustNum", "KdNr", "Kd-Nr.", "Kunden #", "Mitgliedsnummer", "Lidnummer", "Lid nr",
        "Medlemsnr", "Nr członka", "Nº de cliente", "N° de socio", "Núm. cliente", "Número de cliente", "Nº de sócio", "Num. client",
        "N. cliente", "Αριθμός πελάτη", "Αριθμός μέλους", "客户号", "会員番号", "MRN",
    ]  # fmt: skip
    assert roles(names, cells) == dict.fromkeys(names, "customer")
    assert roles(["Número de visitas por cliente"], cells) == {"Número de visitas por cliente": "metric"}


def test_stages_of_the_journey_are_touchpoints():
    assert roles(STAGES, ["A", "B", "C"] * 50) == dict.fromkeys(STAGES, "touchpoint")


@pytest.mark.parametrize("name", ["Client", "Type de client", "Cliente nuevo", "Número de visitas", "Respons"])
def test_groups_of_customers_are_no_keys(name):
    assert roles([name], ["A", "B", "C"] * 50) == {name: "segment"}


def test_codes_in_several_parts_are_no_comments():
    codes = [f"{at:08x}-7b85-4e39-ab0a-{at * 7919:012x}" for at in range(300)]
    column = propose(profiles({"mood_rating": [*"12345"] * 60, "user": codes}), ".").columns[1]
    assert column.role.value in ("customer", "response_id")


@pytest.mark.parametrize("name", ["Date of contact", "Date de contact", "Datum contact", "Contact"])
def test_days_are_no_customers_whatever_the_name_ends_with(name):
    days = [f"2026-{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 21)]
    columns = propose(profiles({name: days, "Overall satisfaction": [*"12345"] * 12}), ".").columns
    assert columns[0].role == "time"
