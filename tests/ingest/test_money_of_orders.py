"""Money of orders: taken as money under its commonest names in all languages, and said to be no spend of a year."""

import pytest

from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.proposal.roles import role_of
from tests.ingest.handmade import profile, profiles

PAID = [f"{20 + 7 * n}.{n % 90 + 10}" for n in range(60)]
RATED = [*"12345"] * 12
NAMES = [
    "Amount", "Order total", "Total paid", "Net amount", "Invoice amount (EUR)", "Order value", "Betrag", "Rechnungsbetrag", "Montant",
    "Montant de la commande", "Importe total", "Importo", "Factuurbedrag", "Valor do pedido", "Belopp", "Kwota", "Ποσό", "注文金額", "金额",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_what_was_paid_is_money_that_may_be_of_one_order(name):
    columns = profiles({"CSAT score": RATED, name: PAID})
    mapping = propose(columns, ".")
    assert mapping.columns[1].role.value == "revenue"
    (said,) = [problem for problem in doubts_of(columns, mapping) if problem.code == "money_of_orders"]
    assert said.message == (
        f"'{name}' is money of one order, as its name says, and stands for what a customer spends in a year. Where that is "
        "another sum, give it to roi with --spend."
    )


@pytest.mark.parametrize(
    "name", ["Refund amount", "Amount of calls", "Discount amount", "Total", "Total amount of time"]
)
def test_what_was_not_paid_is_none(name):
    assert role_of(profile(1, name, PAID), None, ".").role.value != "revenue"


@pytest.mark.parametrize("name", ["Annual revenue", "Jahresumsatz", "ARR", "Spend"])
def test_other_money_is_taken_without_that_doubt(name):
    columns = profiles({"CSAT score": RATED, name: PAID})
    mapping = propose(columns, ".")
    assert mapping.columns[1].role.value == "revenue"
    assert not [problem for problem in doubts_of(columns, mapping) if problem.code == "money_of_orders"]


@pytest.mark.parametrize(
    "name",
    [
        "MRR", "Monthly revenue", "Revenue per month", "Spend last quarter", "Monatlicher Umsatz", "Umsatz pro Monat", "Chiffre d'affaires mensuel",
        "Facturación mensual", "Faturamento mensal", "Fatturato mensile", "Omzet per maand", "Omsättning per månad",
        "Miesięczny przychód", "Μηνιαία έσοδα", "每月销售额", "月間売上",
    ],
)  # fmt: skip
def test_money_of_a_month_is_said_to_be_no_spend_of_a_year(name):
    columns = profiles({"CSAT score": RATED, name: PAID})
    mapping = propose(columns, ".")
    assert mapping.columns[1].role.value == "revenue"
    (said,) = [each for each in doubts_of(columns, mapping) if each.code == "money_of_orders"]
    assert said.message.startswith(
        f"'{name}' is money of a part of a year, as its name says, and stands for what a customer"
    )
