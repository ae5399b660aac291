"""Companies as customers: never left out as personal data, and the customer where one sum of money belongs to each."""

import pytest

from csat_core.ingest.proposal.companies import holds_companies
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.proposal.privacy import NAMES, personal_kind
from csat_core.model.dataset import Role
from tests.ingest.handmade import profile, profiles

FIRMS = ["Acme GmbH", "Nordwind Ltd", "Blue Sky Inc.", "Orion Labs"]


@pytest.mark.parametrize(
    "name", ["Account", "Company", "Customer", "Client", "Account name", "Client name", "Kundenname", "顧客名"]
)
def test_companies_that_repeat_beside_one_sum_for_each_are_the_customer(name):
    table = {name: FIRMS * 12, "ARR": ["100000", "50000", "20000", "30000"] * 12, "Satisfaction": [*"12345453"] * 6}
    column = propose(profiles(table), ".").columns[0]
    assert (column.role, column.personal) == (Role.CUSTOMER, None)
    assert "4 companies" in column.reason


@pytest.mark.parametrize(
    "money", [{}, {"ARR": [str(1000 + 7 * i) for i in range(48)]}], ids=["no money", "money of each answer"]
)
def test_companies_without_a_sum_for_each_are_groups(money):
    table = {"Account name": FIRMS * 12, **money, "Satisfaction": [*"12345453"] * 6}
    column = propose(profiles(table), ".").columns[0]
    assert (column.role, column.personal) == (Role.SEGMENT, None)


@pytest.mark.parametrize(
    "text",
    ["Acme AG", "Ferrari S.p.A.", "Danone S.A.", "Philips N.V.", "Coolblue B.V.", "Volvo AB", "Nokia Oyj", "Orlen Sp. z o.o.", "株式会社山田", "上海有限公司"],
)  # fmt: skip
def test_legal_forms_are_known(text):
    assert holds_companies(profile(1, "Client name", [text] * 3))


def test_people_stay_personal_whatever_a_few_cells_are():
    people = ["Anna Smith", "Peter Miller", "Maria Weber"]
    assert personal_kind(profile(1, "Client name", [*people, "Acme GmbH"])) == NAMES
    assert personal_kind(profile(1, "Client name", people)) == NAMES
    assert personal_kind(profile(1, "Client name", FIRMS)) is None
