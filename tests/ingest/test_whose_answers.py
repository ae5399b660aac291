"""Files of one dataset whose names tell them apart: that nothing in them does is said, and only then."""

from datetime import date

import pytest

from csat_core.ingest.whose_answers import Coming, untold

AUGUST = (date(2026, 8, 1), date(2026, 8, 31))
SEPTEMBER = (date(2026, 9, 1), date(2026, 9, 30))


def a_file(name: str, *levels: str, span: tuple[date, date] | None = AUGUST, into: str = "shops") -> Coming:
    since, until = span or (None, None)
    columns = (("channel", frozenset(("web", "till"))), ("shop", frozenset(levels)))
    return Coming(into=into, file=name, since=since, until=until, levels=columns)


@pytest.mark.parametrize(
    ("files", "named"),
    [
        ([a_file("u_Leeds.csv"), a_file("u_York.csv")], "'u_Leeds.csv' and 'u_York.csv'"),
        ([a_file("shops.xlsx, sheet Leeds", span=None), a_file("shops.xlsx, sheet York", span=None)], "'shops.xlsx, sheet Leeds' and 'shops.xlsx, sheet York'"),
        ([a_file(f"{shop} {month} 2026.csv") for shop in ("Leeds", "York") for month in ("Jan", "February")], "'Leeds Jan 2026.csv' and 'York Jan 2026.csv'"),
        ([a_file(f"Shop_{shop}.CSV.gz") for shop in "ABCDE"], "'Shop_A.CSV.gz', 'Shop_B.CSV.gz', 'Shop_C.CSV.gz' and 2 more"),
        ([a_file("Leeds.csv", "Leeds", "both"), a_file("York.csv", "York", "both")], "'Leeds.csv' and 'York.csv'"),
    ],
)  # fmt: skip
def test_files_that_only_their_names_tell_apart_are_named(files: list[Coming], named: str) -> None:
    way = "says which answers are whose: to compare them, give each a column, such as Shop, first."
    assert untold(files) == (f"Nothing in {named} {way}",)


@pytest.mark.parametrize(
    "files",
    [
        [a_file("Leeds.csv")],
        [a_file("csat 2026-08.csv"), a_file("csat_September.csv"), a_file("csat (2).csv"), a_file("CSAT Q3 2026 final.xlsx")],
        [a_file("juillet.csv"), a_file("août.csv"), a_file("10月.csv")],
        [a_file("Leeds.csv", "Leeds"), a_file("York.csv", "York", "Selby")],
        [a_file("Leeds.csv", span=AUGUST), a_file("York.csv", span=SEPTEMBER)],
        [a_file("Leeds.csv"), a_file("York.csv", into="others")],
    ],
)  # fmt: skip
def test_months_parts_columns_days_and_datasets_tell_files_apart(files: list[Coming]) -> None:
    assert untold(files) == ()
