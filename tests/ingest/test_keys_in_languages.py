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


def test_stages_of_the_journey_are_touchpoints():
    assert roles(STAGES, ["A", "B", "C"] * 50) == dict.fromkeys(STAGES, "touchpoint")


@pytest.mark.parametrize("name", ["Client", "Type de client", "Cliente nuevo", "Número de visitas", "Respons"])
def test_groups_of_customers_are_no_keys(name):
    assert roles([name], ["A", "B", "C"] * 50) == {name: "segment"}
