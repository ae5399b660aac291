"""Which of day and month comes first, where no cell tells and all of them together do."""

from datetime import date, timedelta

import pytest

from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.texts import narrower_orders
from tests.ingest.handmade import profiles


def times(days: list[str]):
    """How the dates of a file with an outcome are read: their order, whether it is asked, and why."""
    (column, _) = propose(profiles({"Date": days, "CSAT": [str(at % 5 + 1) for at in range(len(days))]}), ".").columns
    return column.date_order, column.question is not None, column.reason


FORTNIGHT = [date(2025, 3, 1) + timedelta(days=at) for at in range(12)]


@pytest.mark.parametrize(
    ("written", "order", "asked"),
    [
        ([f"{day:%d/%m/%Y}" for day in FORTNIGHT], "dmy", False),
        ([f"{day:%m/%d/%Y}" for day in FORTNIGHT], "mdy", False),
        # the first of every month, or the days of January: either may be meant
        ([f"{month:02}/01/2025" for month in range(1, 13)], "dmy", True),
        # but no report is of ten minutes past nine
        ([f"{month:02}/01/2025 09:{month:02}" for month in range(1, 13)], "dmy", False),
        ([f"{day:%d/%m/%Y}" for day in FORTNIGHT[:4]] * 3, "dmy", True),
        (["02/05/2025", "03/09/2025", "07/02/2025", "11/04/2025", "05/12/2025", "09/08/2025", "04/03/2025"], "dmy", True),
    ],
)  # fmt: skip
def test_days_that_would_be_spread_over_months_are_read_in_the_other_order(written, order, asked):
    found, is_asked, why = times(written)
    assert (found, is_asked) == (order, asked)
    assert ("spread over months" in why) is not asked


def test_days_that_would_lie_ahead_are_read_in_the_other_order(monkeypatch: pytest.MonkeyPatch):
    class InJune(date):
        @classmethod
        def today(cls):
            return cls(2026, 6, 15)

    monkeypatch.setattr(narrower_orders, "date", InJune)
    order, asked, why = times(["05/12/2025", "04/07/2026"] * 6)
    assert (order, asked) == ("mdy", False)
    assert "in another order they would lie ahead" in why
    assert times(["05/12/2025", "04/06/2026"] * 6)[1] is True
