"""Joining on: the daily file of the next month goes on with the columns of the last one, and each can be taken back."""

from pathlib import Path

import pytest

from csat_core.cli import run
from csat_core.ingest.joins.attachment import Attachment
from csat_core.ingest.joins.join_plan import TakeError, Wish
from csat_core.ingest.joins.joining import join_file
from csat_core.ingest.load import import_file
from csat_core.store import Store, catalogue, imports
from csat_core.store.erasures import erase
from csat_core.store.imports import AlreadyImportedError

pytestmark = pytest.mark.usefixtures("in_this_process")


class Desk:
    """A store with surveys and daily files of months: in month m the wait of a day is 100 * m + day."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.folder = store, folder

    def survey(self, month: int) -> int:
        rows = [f"R{month}-{at},2026-{month:02}-{1 + at:02},K{at},{1 + at % 5}" for at in range(20)]
        path = self.folder / f"survey{month}.csv"
        path.write_text("\n".join(["Response ID,Date,Customer ID,Satisfaction (1-5)", *rows]))
        return int(import_file(self.store, path).import_id or 0)

    def daily(self, *months: int, plus: int = 0) -> tuple[Attachment, int]:
        rows = [f"2026-{m:02}-{day:02},{100 * m + day + plus}" for m in months for day in range(1, 21)]
        path = self.folder / f"daily{months}{plus}.csv"
        path.write_text("\n".join(["Date,Wait", *rows]))
        dataset = catalogue.dataset(self.store, 1)
        done, import_id = join_file(self.store, dataset, path, Wish(keys=("Date",)), dry_run=False)
        return done, int(import_id or 0)

    def waits(self) -> dict[int, float]:
        """The sum of the waits that the answers of a month have, where they have any."""
        waits = [column.id for column in catalogue.dataset(self.store, 1).columns if column.name.startswith("Wait")]
        assert len(waits) < 2
        with self.store.cursor() as cursor:
            found = cursor.execute(
                f"SELECT month(day), sum({waits[0] if waits else 'NULL'}) FROM responses_1 GROUP BY 1"
            )
            return {month: total for month, total in found.fetchall() if total is not None}


def total(month: int) -> int:
    return 20 * 100 * month + 210


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    made = Desk(store, tmp_path)
    made.survey(1)
    return made


def test_the_file_of_the_next_month_fills_in_what_its_answers_have_not_and_keeps_the_rest(desk: Desk) -> None:
    desk.daily(1)
    desk.survey(2)
    assert desk.waits() == {1: total(1)}
    done, _ = desk.daily(1, 2, plus=5)
    assert [(each.column.name, each.continues) for each in done.columns] == [("Wait", True)]
    (said,) = [problem for problem in done.problems if problem["code"] == "joined_before"]
    assert (said["count"], said["message"]) == (
        20,
        "'Wait' is there from 'daily(1,)0.csv': 20 responses that have nothing there get a value. The other 20 keep what "
        "they have; to take it from this file, undo import 2 first.",
    )
    assert desk.waits() == {1: total(1), 2: total(2) + 100}
    assert catalogue.dataset(desk.store, 1).find("Wait").answered == 40


@pytest.mark.parametrize(
    ("undone", "left"),
    [
        (("january",), {2: total(2)}),
        (("february",), {1: total(1)}),
        (("january", "february"), {}),
        (("february", "january"), {}),
        (("january", "survey"), {}),
    ],
)
def test_each_of_them_takes_its_own_values_back(desk: Desk, undone: tuple[str, ...], left: dict[int, int]) -> None:
    ids = {"january": desk.daily(1)[1], "survey": desk.survey(2), "february": desk.daily(2)[1]}
    for name in undone:
        imports.undo(desk.store, ids[name])
    assert desk.waits() == left
    # numbers of answers that are gone are given anew, and what was known of the old ones is not
    desk.survey(3)
    assert desk.waits() == left


def test_an_erased_customer_and_a_dataset_that_goes_leave_nothing_of_it(desk: Desk) -> None:
    desk.daily(1)
    desk.survey(2)
    desk.daily(2)
    erase(desk.store, 1, "K3")
    with desk.store.cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM filled_1").fetchall() == [(19,)]
    for import_id in (3, 1):
        imports.undo(desk.store, import_id)
    with desk.store.cursor() as cursor:
        assert not cursor.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'filled_1'").fetchall()


def test_a_newer_file_with_the_same_money_counts_in_place_of_the_former_until_it_is_taken_back(desk: Desk) -> None:
    def attached(each: int, *roles: tuple[str, str], name: str = "Revenue") -> tuple[list[object], int]:
        path = desk.folder / f"{name}{each}.csv"
        path.write_text(f"Customer ID,{name}\n" + "".join(f"K{at},{each}\n" for at in range(20)))
        wish = Wish(keys=("Customer ID",), roles=roles)
        done, import_id = join_file(desk.store, catalogue.dataset(desk.store, 1), path, wish, dry_run=False)
        return [problem["code"] for problem in done.problems], int(import_id or 0)

    def at_risk() -> float:
        return float(run(["roi", "1", "--round", "all"], desk.store)[1]["spend"])

    attached(100)
    desk.survey(2)
    said, newer = attached(300)
    assert (said, at_risk()) == (["money_newer"], 150)  # two answers of a customer share it, in both months
    assert attached(7, name="Turnover")[0] == ["money_there"]
    assert at_risk() == 150
    said, other = attached(9, ("Turnover", "revenue"), name="Turnover")
    assert (said, at_risk()) == (["money_newer"], 4.5)
    for import_id, left in ((other, 150), (newer, 100)):
        imports.undo(desk.store, import_id)
        assert at_risk() == left
    assert attached(200, ("Revenue", "metric"))[0] == ["money_there"]
    assert at_risk() == 100


def test_amounts_are_written_in_the_currency_of_the_money_that_counts(desk: Desk) -> None:
    def attached(file: str, name: str, *cells: str) -> tuple[str, str]:
        """The currency of the amounts, and what was said of the money."""
        rows = [f"K{at // 2};0{1 + at % 3}.04.2026;{cells[at % len(cells)]}" for at in range(40)]
        (desk.folder / file).write_text("\n".join([f"Customer ID;Order date;{name}", *rows]))
        wish = Wish(keys=("Customer ID",), takes=((name, "sum"), ("Order date", "latest")))
        done, _ = join_file(desk.store, catalogue.dataset(desk.store, 1), desk.folder / file, wish, dry_run=False)
        return currency(), str(done.problems[-1]["message"])

    def currency() -> str:
        return catalogue.dataset(desk.store, 1).plan.numbers.currency

    assert currency() == "$"
    written, said = attached("euros.csv", "Amount", "1.234,50 EUR", "-34,50 EUR")
    assert written == "€"
    assert "all orders of a customer in this file (1 to 3 Apr 2026), added up" in said
    assert attached("pounds.csv", "Amount", "£1,234.50")[0] == "£"
    with pytest.raises(TakeError, match="mixes € and £: no sum or mean of them means anything"):
        attached("both.csv", "Amount", "1 EUR", "2 GBP")
    imports.undo(desk.store, 3)
    assert currency() == "€"


def test_a_second_file_stands_beside_later_answers_too_and_beside_those_of_other_datasets(desk: Desk) -> None:
    who = desk.folder / "who.csv"
    who.write_text("Customer ID,Revenue,Site\n" + "".join(f"K{at},{100 + at},{'AB'[at % 2]}\n" for at in range(20)))

    def attached(dataset_id: int) -> Attachment:
        return join_file(
            desk.store, catalogue.dataset(desk.store, dataset_id), who, Wish(keys=("Customer ID",)), dry_run=False
        )[0]

    attached(1)
    with pytest.raises(AlreadyImportedError):
        attached(1)
    done = desk.survey(2)
    assert done == 3
    again = attached(1)
    assert [(each.column.name, each.continues) for each in again.columns] == [
        ("Site", True), ("Revenue (who.csv)", False)
    ]  # fmt: skip
    now = catalogue.dataset(desk.store, 1)
    assert (now.find("Site").answered, now.money.answered if now.money else 0) == (40, 40)
    desk.survey(3)
    assert attached(1).columns[1].column.name == "Revenue (who.csv, 2)"
    other = desk.folder / "other.csv"
    other.write_text("Customer ID,Recommend (0-10)\n" + "".join(f"K{at},{at % 11}\n" for at in range(20)))
    assert import_file(desk.store, other).dataset_id == 2
    assert attached(2).match.matched == 20


def test_numbers_in_another_unit_do_not_go_on_with_those_of_an_earlier_file(desk: Desk) -> None:
    def attached(name: str, unit: str) -> Attachment:
        path = desk.folder / name
        path.write_text("Date,Hold\n" + "".join(f"2026-01-{at:02},{at + 3} {unit}\n" for at in range(1, 21)))
        return join_file(desk.store, catalogue.dataset(desk.store, 1), path, Wish(keys=("Date",)), dry_run=False)[0]

    attached("minutes.csv", "min")
    desk.survey(2)
    with pytest.raises(
        TakeError, match="'Hold' cannot be taken as 'metric': it has seconds where earlier files had minutes"
    ):
        attached("seconds.csv", "s")
    assert attached("again.csv", "minutes").columns[0].continues
