"""Files of one dataset whose names tell them apart: that nothing in them does is said, and only then."""

from datetime import date
from pathlib import Path

import pytest

from csat_core.ingest.file_names import whose
from csat_core.ingest.load import Imported, import_file
from csat_core.ingest.whose_answers import Coming, untold, with_names_as_segment
from csat_core.model.dataset import Role
from csat_core.store import Store, catalogue, imports
from csat_core.store.by_file import ColumnNameError

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
    (found,) = untold(files)
    assert (found.into, found.sentence) == ("shops", f"Nothing in {named} says which answers are whose")


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


@pytest.mark.parametrize(
    ("file", "level"),
    [
        ("u_Leeds.csv", "u Leeds"),
        ("Leeds Jan 2026.csv", "Leeds"),
        ("CSAT_Leeds-York_2026-08-31 (2).xlsx", "CSAT Leeds York"),
        ("shops.xlsx, sheet Halle (Saale)", "Halle Saale"),
        ("Store 12.csv.gz", "Store 12"),
        ("Export_août_2026.csv", "Export août 2026"),
        ("Q3 2026.csv", "Q3 2026"),
        ("東京店 10月.csv", "東京店"),
    ],
)
def test_a_file_is_of_what_its_name_says_beside_days_and_months(file: str, level: str) -> None:
    assert whose(file) == level


@pytest.mark.usefixtures("in_this_process")
def test_a_segment_of_the_names_of_the_files_holds_for_later_ones_too_and_can_be_taken_back(
    store: Store, tmp_path: Path
) -> None:
    def bring(name: str, start: int) -> Imported:
        rows = [f"R{at},2026-08-{1 + at % 28:02},{1 + at % 5}" for at in range(start, start + 20)]
        (path := tmp_path / name).write_text("\n".join(["Response ID,Date,Satisfaction (1-5)", *rows]))
        return import_file(store, path)

    def levels() -> list[tuple[str, int]]:
        with store.cursor() as cursor:
            return cursor.execute("SELECT s01, count(*) FROM responses_1 GROUP BY 1 ORDER BY 1").fetchall()

    for at, name in enumerate(("Leeds Aug 2026.csv", "York.csv")):
        bring(name, 100 * at)
    added = with_names_as_segment(store, 1, "Shop")
    assert levels() == [("Leeds", 20), ("York", 20)]
    assert with_names_as_segment(store, 1, "Shop") is None
    later = [bring("Leeds Sep 2026.csv", 200), bring("Selby.csv", 300)]
    assert [each.checked.problems for each in later] == [(), ()]
    assert levels() == [("Leeds", 40), ("Selby", 20), ("York", 20)]
    shop = catalogue.dataset(store, 1).find("Shop")
    assert (shop.role, shop.answered, sorted(shop.levels)) == (Role.SEGMENT, 80, ["Leeds", "Selby", "York"])
    assert (
        untold(
            [a_file("Leeds.csv", into="Leeds Aug 2026"), a_file("Hull.csv", into="Leeds Aug 2026")],
            imports.imports(store),
        )
        == ()
    )
    assert imports.undo(store, added or 0) == 0
    assert [column.name for column in catalogue.dataset(store, 1).columns if column.role.storage == "segment"] == []
    with pytest.raises(ColumnNameError):
        with_names_as_segment(store, 1, "date")
