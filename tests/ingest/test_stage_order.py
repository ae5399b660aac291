"""Stage order: names with leading numbers and the usual stages tell it, others do not."""

import pytest

from csat_core.ingest.texts.stage_order import told_order


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        (["Step 10 pay", "Step 2 pick"], ["Step 2 pick", "Step 10 pay"]),
        (["Returns", "Delivery", "Browsing"], ["Browsing", "Delivery", "Returns"]),
        (["Returns", "Blue"], None),
        ([], None),
    ],
)
def test_the_names_of_stages_tell_their_order_or_nothing(levels: list[str], told: list[str] | None) -> None:
    assert told_order(levels) == told
