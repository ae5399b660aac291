"""Percent beside shares, several currencies, another unit than before: such numbers are never added up in silence."""

from dataclasses import replace

import pytest

from csat_core.ingest.child.currencies_beside import with_currencies
from csat_core.ingest.further.append_refusals import OtherUnitError
from csat_core.ingest.further.appending import require_same_units
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.units_of_numbers import currency_of, mixed_in, unit_of
from csat_core.ingest.texts.expressions import unit
from csat_core.ingest.texts.units import unit_in, units_of
from csat_core.model.dataset import Role
from tests.ingest.brought import Brought
from tests.ingest.handmade import profile, staged
from tests.ingest.test_convert import read_in_sql


def written(*texts):
    """The profile of a column with these cells."""
    made = profile(1, "Amount", list(texts))
    numbers = [
        number for text in texts if (number := float(text) if text.replace(".", "").isdigit() else None) is not None
    ]
    return replace(
        made, units=units_of(dict.fromkeys(texts, 1), "."), numeric=len(texts), whole=sum(map(float.is_integer, numbers)),
        lowest=min(numbers, default=0.0), highest=max(numbers, default=9.0),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "of_column", "mixed"),
    [
        (("5%", "0.15", "20 %"), "%", ("%", "share")), (("5%", "15", "20 %"), "%", ()), (("5%", "0"), "%", ()),
        (("0.15", "0.2", "1"), "share", ()), (("0", "1", "1"), "", ()), (("0.5", "3"), "", ()),
        (("$10", "€11", "£12"), "$", ("$", "€", "£")), (("$10", "12 USD", "7"), "$", ()), (("€5", "5 EUR"), "€", ()),
    ],
)  # fmt: skip
def test_numbers_of_a_column_have_one_unit_or_are_mixed(texts, of_column, mixed):
    found = written(*texts)
    assert (unit_of(found), mixed_in(found)) == (of_column, mixed)


def test_a_currency_has_one_name_in_python_and_in_sql():
    cells = ["5 EUR", "€5", "US$ 3", "USD 3", "3", "10 %", "kr 5", "GBP 1", "R$ 2", "3,200円", "￥5", "12元", "RMB 7"]
    assert read_in_sql([unit("c1")], cells) == [(unit_in(cell),) for cell in cells]


def test_columns_of_mixed_units_are_left_out_and_said_and_every_response_is_kept(tmp_path):
    rows = [
        f"R{at},2026-01-{at % 28 + 1:02},{at % 5 + 1},{'$€£'[at % 3]}{at},{('5%', '0.15')[at % 2]}" for at in range(60)
    ]
    found = Brought(tmp_path, "\n".join(["Response ID,Date,CSAT,Revenue,Discount", *rows]))
    assert (len(found.accepted), found.codes()) == (60, {})
    assert {"Revenue", "Discount"}.isdisjoint(found.roles())
    said = [each.message for each in doubts_of(found.columns, found.mapping) if each.code == "mixed_units"]
    assert said == [
        "'Revenue' is left out, because its numbers are in different units: 20 in $ and 20 in € and 20 in £. Nobody can add them up; "
        "bring them in one unit, or each in a column of its own.",
        "'Discount' is left out, because its numbers are in different units: 30 in percent and 30 in shares from 0 to 1. Nobody can add "
        "them up; bring them in one unit, or each in a column of its own.",
    ]


@pytest.mark.parametrize(
    ("before", "texts", "found"),
    [
        ("share", ("10 %", "20 %"), "has percent where earlier files had shares from 0 to 1"), ("$", ("€5", "€6"), "has € where earlier files had $"),
        ("%", ("0.1", "0.25"), "has shares from 0 to 1 where earlier files had percent"), ("%", ("5%", "0.15"), "mixes percent and shares from 0 to 1"),
        ("$", ("5", "6"), None), ("", ("$5", "$6"), None), (None, ("$5", "€6"), None), ("$", ("5 USD", "6 USD"), None),
    ],
)  # fmt: skip
def test_a_further_file_in_another_unit_is_refused(tmp_path, before, texts, found):
    column = ColumnMapping(position=1, name="Amount", role=Role.METRIC, reason="", unit=before)
    file = replace(staged(tmp_path, ["Amount"], [list(texts)]), columns=(written(*texts),))
    if found is None:
        require_same_units(file, Mapping(columns=(column,)), "shop")
    else:
        with pytest.raises(OtherUnitError, match=f"its column 'Amount' {found}".replace("$", r"\$")):
            require_same_units(file, Mapping(columns=(column,)), "shop")


@pytest.mark.parametrize(
    ("name", "unit", "found"),
    [
        ("Revenue", "€", "€"), ("Revenue (USD)", "", "$"), ("Umsatz in EUR", "", "€"), ("Spend £", None, "£"), ("Revenue", "", ""),
        ("Krone EURO", "", ""), ("Intäkt (kr)", "", "kr"), ("Revenue", "%", ""), ("Revenue in USD", "£", "£"),
    ],
)  # fmt: skip
def test_the_currency_of_money_is_in_its_cells_or_else_in_its_name(name, unit, found):
    money = ColumnMapping(position=1, name=name, role=Role.REVENUE, reason="", unit=unit)
    assert currency_of(Mapping(columns=(money,))) == found
    assert currency_of(Mapping(columns=(replace(money, role=Role.METRIC),))) == ""


@pytest.mark.parametrize(
    ("beside", "mixed", "of_column"),
    [
        (["EUR"] * 97 + ["USD"] * 3, ("€", "$"), "€"), (["eur", "EUR"] * 50, (), "€"), (["USD", "$"] * 50, (), "$"),
        (["EUR", "ZAR"] * 50, (), ""), (["EUR", "EUR", "ZAR", "EUR"] * 25, ("€", "ZAR"), "€"), (["EUR", "none"] * 50, (), ""),
    ],
)  # fmt: skip
def test_currencies_in_a_column_of_their_own_are_those_of_the_money_beside_it(beside, mixed, of_column):
    bare = [profile(1, "Amount", [str(20 + at) for at in range(100)]), profile(2, "Tickets", ["3", "7"] * 50)]
    money, tickets, _ = with_currencies([*bare, profile(3, "Currency", beside)])
    assert (mixed_in(money), unit_of(money), unit_of(tickets)) == (mixed, of_column, "")
    signed = replace(bare[0], units=(("£", 100, 119.0),))
    assert with_currencies([signed, profile(3, "Currency", beside)])[0] == signed
