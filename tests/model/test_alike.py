"""Texts that are the same but for how files write them, in SQL and in Python alike."""

import duckdb
import pytest

from csat_core.model.alike import alike, as_alike


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("00042", "42", True), ("A-7", "a-7 ", True), ("A 7", "a\u00a07", True), ("1042.0", "1042", True), ("0", "000", True), ("ÄB", "äb", True),
        ("42", "420", False), ("2.10", "2.1", False), ("A7", "A-7", False),
    ],
)  # fmt: skip
def test_what_spreadsheets_and_people_change_is_not_looked_at(one, other, same):
    assert (as_alike(one) == as_alike(other)) is same
    told = duckdb.sql(f"SELECT {alike('id')} FROM (VALUES ('{one}'), ('{other}'), (NULL)) AS t(id)").fetchall()
    assert [row[0] for row in told] == [as_alike(one), as_alike(other), None]
