"""Money of orders or months: what was paid once, or in some time, and is no spend of a year before somebody says so."""

from collections.abc import Iterable

from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.texts.names import says
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.model.dataset import Role

PART = "of a part of a year, as its name says"


def money_of_orders(columns: Iterable[ColumnMapping], is_of: str) -> list[Problem]:
    """The problem of money whose name says orders; `is_of` what each sum is of, as a part of a sentence."""
    return [_problem(each, is_of) for each in _money(columns, Meaning.PAID)]


def money_of_months(columns: Iterable[ColumnMapping], is_of: str = PART) -> list[Problem]:
    """The problem of money whose name says months or other parts of a year; `is_of` as that of `money_of_orders`."""
    return [_problem(each, is_of) for each in _money(columns, Meaning.PART_OF_YEAR)]


def _money(columns: Iterable[ColumnMapping], meaning: Meaning) -> Iterable[ColumnMapping]:
    return (each for each in columns if each.role is Role.REVENUE and says(each.name, meaning))


def _problem(column: ColumnMapping, is_of: str) -> Problem:
    found = (
        f"'{column.name}' is money {is_of}, and stands for what a customer spends in a year. Where that is another sum, "
        "give it"
    )
    return Problem(
        code="money_of_orders", column=column.name, count=1,
        message=f"{found} to roi with --spend.", on_page=f"{found} on ROI.",
    )  # fmt: skip
