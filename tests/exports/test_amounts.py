"""Amounts: a cell of a workbook shows what the page says, sign, digits and unit, and holds a number."""

import math
from collections.abc import Iterator

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csat_core.exports.amounts import held, number_format
from csat_core.exports.cells import number_format as column_format
from csat_core.exports.cells import written
from csat_core.exports.csv import to_csv
from csat_core.model import formats
from csat_core.model.amount import NOTHING, Amount, Unit
from csat_core.model.formats import NumberFormat
from csat_core.words.headings import Apart, Decimal, Fine, Measured, Money, Probability, Share, Tenth, Whole
from tests.exports.spreadsheet import shown

SAID = (
    (Unit.SHARE, 0.7241, None, "72.4 %"),
    (Unit.SHARE, 129 / 400, None, "32.2 %"),  # 32.25: a page rounds to even, a spreadsheet up
    (Unit.SHARE, -0.05, None, "-5.0 %"),
    (Unit.POINTS, 0.021, None, "+2.1 points"),
    (Unit.POINTS, -0.01, None, "−1.0 point"),
    (Unit.POINTS, -0.0001, None, "+0.0 points"),
    (Unit.INDEX_POINTS, -3.25, 1, "−3.2 points"),
    (Unit.CHANGE, 12.345, 2, "+12.35"),
    (Unit.CHANGE, -0.04, 1, "+0.0"),
    (Unit.NUMBER, 8311, None, "8,311"),
    (Unit.NUMBER, 4.125, 2, "4.12"),
    (Unit.NUMBER, -5.5, 1, "-5.5"),
    (Unit.MONEY, 172_000.4, None, "$172,000"),
    (Unit.MONEY, -999.6, None, "−$1,000"),
    (Unit.MONEY, -0.3, None, "$0"),
    (Unit.MONEY_SAID, 9_999.4, None, "$9,999"),
    (Unit.MONEY_SAID, 172_499, None, "$172k"),
    (Unit.MONEY_SAID, 999_500, None, "$1.00M"),
    (Unit.MONEY_SAID, -1_725_000, None, "−$1.73M"),
    (Unit.MONEY_SAID, 2_345_000_000, None, "$2.35B"),
)  # fmt: skip


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """Numbers are written as usual again afterwards."""
    formats.use(formats.USUAL)
    yield
    formats.use(formats.USUAL)


@pytest.mark.parametrize(("unit", "value", "decimals", "text"), SAID)
def test_a_cell_shows_what_the_page_says(unit: Unit, value: float, decimals: int | None, text: str) -> None:
    amount = Amount(value=value, unit=unit, decimals=decimals)
    assert (amount.written, shown(held(amount), number_format(amount))) == (text, text)


@given(
    st.sampled_from(Unit), st.integers(-200_000, 200_000), st.sampled_from((1, 3, 7, 40, 400, 2_000)), st.integers(0, 3)
)
def test_no_number_is_shown_with_other_digits_and_none_is_moved_further_than_its_last(
    unit: Unit, count: int, base: int, digits: int
) -> None:
    formats.use(NumberFormat(digits=digits, currency="CHF"))
    amount = Amount(value=count / base, unit=unit, decimals=digits if unit is not Unit.POINTS else None)
    assert shown(held(amount), number_format(amount)) == amount.written
    inside = held(amount) / (100 if unit is Unit.POINTS else 1)
    said = unit is Unit.MONEY_SAID
    assert math.isclose(
        inside, amount.value, rel_tol=1e-2 if said else 1e-9, abs_tol=0 if said else 0.5 * 10**-digits + 1e-9
    )


def test_a_currency_of_letters_stands_apart_and_one_that_is_a_sign_of_formats_is_read_literally() -> None:
    for currency, text in (("CHF", "CHF 1,200"), ('"', '"1,200'), ("\\", "\\1,200"), ("%", "%1,200")):
        formats.use(NumberFormat(currency=currency))
        amount = Amount(value=1_200.0, unit=Unit.MONEY)
        assert amount.written == text
        assert shown(held(amount), number_format(amount)) == text
        assert shown(1_200.0, column_format(Money("Spend"))) == text


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        (Share("s"), 0.7241), (Whole("w"), 8311.0), (Money("m"), -1_234.0), (Decimal("d"), 4.126), (Fine("f"), 0.1234),
        (Tenth("t"), 74.44), (Apart("a"), -2.13), (Probability("p"), 0.03126), (Probability("p"), 0.00003), (Probability("p"), 1.0),
    ],
)  # fmt: skip
def test_a_column_of_a_workbook_shows_what_a_table_says(heading: object, cell: float) -> None:
    assert shown(cell, column_format(heading)) == written(heading, cell)  # type: ignore[arg-type]


def test_an_amount_is_written_in_its_unit_and_is_a_number_in_a_csv() -> None:
    assert written(Measured("Theirs"), Amount(value=0.5, unit=Unit.SHARE)) == "50.0 %"
    assert NOTHING.written == "–"
    table = pd.DataFrame({"theirs": [Amount(value=0.5, unit=Unit.SHARE), NOTHING]})
    assert to_csv(table).decode("utf-8-sig").splitlines() == ["theirs", "0.5", '""']
