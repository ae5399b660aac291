"""Numbers of which one end alone has words, as where nobody gave the other, are read as the numbers they are."""

import pytest

from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles


def read(name: str, cells: list[str]):
    return next(each for each in propose(profiles({name: cells}), ".").columns)


@pytest.mark.parametrize(
    ("name", "cells", "scale", "best"),
    [
        ("How likely is it that you would recommend us?", [*"123456789", "10 - Extremely likely"], "0-10", "10 - extremely likely"),
        ("Satisfaction", [*"1234", "5 - Very satisfied"], "1-5", "5 - very satisfied"),
        ("Satisfaction", ["1 = excellent", *"23456"], "6-1", "1 = excellent"),
    ],
)  # fmt: skip
def test_plain_numbers_beside_an_end_with_words_keep_their_places(name, cells, scale, best):
    column = read(name, cells * 12)
    assert (column.role.value, column.scale.name) == ("outcome", scale)
    assert dict(column.positions)[best] == column.scale.points


@pytest.mark.parametrize("odd", ["3 - so-so", "7 shops", "ask later"])
def test_words_at_no_end_and_words_that_rate_nothing_make_no_scale(odd):
    assert read("Remark", [*"1245", odd] * 12).scale is None
