"""Money of a customer beside each of their answers counts once, whatever comes in and goes afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest

from csat_core.ingest.joins.join_plan import Wish
from csat_core.ingest.joins.joining import join_file
from csat_core.ingest.load import Imported, import_file
from csat_core.model.dataset import Role
from csat_core.store import Store, catalogue, imports
from csat_core.store.catalogue import Details
from csat_core.store.erasures import erase

pytestmark = pytest.mark.usefixtures("in_this_process")
MONEY = {f"K{at}": 100 * (at + 1) for at in range(12)}
Bring = Callable[..., Imported]


@pytest.fixture
def bring(store: Store, tmp_path: Path) -> Bring:
    """Imports answers `(id, day, customer)` as one more file of a dataset; `amounts` are the money of customers."""

    def brought(
        name: str, rows: list[tuple[str, str, str]], role: str = "", amounts: dict[str, int] = MONEY, **wishes: object
    ) -> Imported:
        lines = [f"{id},{day},{1 + len(id) % 5},{who},{amounts[who]}" for id, day, who in rows]
        path = tmp_path / f"{name}.csv"
        path.write_text("\n".join(["Response ID,Date,Satisfaction (1-5),Customer ID,Revenue", *lines]))
        roles = ({"Revenue": role}, {}) if role else ({}, {})
        wish = {"details": Details(name="D"), **({"overrides": lambda _: roles} if role else {}), **wishes}
        return import_file(store, path, **wish)

    return brought


def rows(month: int, times: int = 1, many: int = 12) -> list[tuple[str, str, str]]:
    return [
        (f"R{month}-{at}-{who}", f"2026-{month:02}-{1 + at:02}", who) for at in range(times) for who in [*MONEY][:many]
    ]


def summed(store: Store) -> float:
    """The money of the dataset, all answers together."""
    (money,) = catalogue.dataset(store, 1).with_role(Role.REVENUE)
    with store.cursor() as cursor:
        return float(cursor.execute(f"SELECT sum({money.id}) FROM responses_1").fetchall()[0][0])


def told(done: Imported) -> list[str]:
    return [problem.code for problem in done.checked.problems if problem.code.startswith("money")]


@pytest.mark.parametrize(("role", "times", "code"), [("", 1, "money_once"), ("revenue:answer", 3, "money_each_time")])
def test_money_that_stands_beside_every_answer_counts_once_unless_it_is_of_each_answer(
    store: Store, bring: Bring, role: str, times: int, code: str
) -> None:
    done = bring("march", rows(3, times=3), role)
    assert (told(done), summed(store)) == ([code], pytest.approx(times * sum(MONEY.values())))
    columns = {column.name: column.role for column in catalogue.dataset(store, 1).columns if column.id[0] == "n"}
    once = {"Revenue": Role.METRIC, "Revenue (once a customer)": Role.REVENUE}
    assert columns == (once if times == 1 else {"Revenue": Role.REVENUE})


def test_files_that_bring_customers_again_leave_the_sum_as_it_is_and_so_do_their_undoing_and_an_erasure(
    store: Store, bring: Bring
) -> None:
    everything = pytest.approx(sum(MONEY.values()))
    assert (told(bring("january", rows(1))), summed(store)) == ([], everything)
    # only now anything says that the money is the customer's
    assert (told(bring("february", rows(2, many=8))), summed(store)) == (["money_once"], everything)
    assert (told(bring("march", rows(3, times=2))), summed(store)) == (["money_once"], everything)
    moved = [(id, day, "K11") if id == "R2-0-K1" else (id, day, who) for id, day, who in rows(2, many=8)]
    assert bring("later", moved, replaces=True).checked.replaced == 1
    assert summed(store) == everything
    for import_id in (4, 1, 2):
        imports.undo(store, import_id)
        assert summed(store) == everything
    erase(store, 1, "K11")
    assert summed(store) == pytest.approx(sum(MONEY.values()) - MONEY["K11"])
    (money,) = catalogue.dataset(store, 1).with_role(Role.REVENUE)
    assert (money.answered, money.blank) == (22, 0)


def test_customers_who_answer_in_two_rounds_are_worth_their_money_in_each(store: Store, bring: Bring) -> None:
    bring("both", [*rows(1, times=2), *rows(9, times=2)])
    assert summed(store) == pytest.approx(2 * sum(MONEY.values()))


def test_orders_of_a_customer_are_money_of_each_answer(store: Store, bring: Bring) -> None:
    bring("january", rows(1))
    done = bring("february", rows(2), amounts={who: money + 7 for who, money in MONEY.items()})
    assert (told(done), summed(store)) == ([], 2 * sum(MONEY.values()) + 7 * 12)


def test_a_person_may_say_that_money_is_the_customers_before_anybody_answers_again(store: Store, bring: Bring) -> None:
    done = bring("january", rows(1), "revenue:customer")
    assert (told(done), summed(store)) == (["money_once"], sum(MONEY.values()))
    other = {who: money + 7 for who, money in MONEY.items()}
    bring("february", rows(2), amounts=other)
    # the answers of a round share what they say on average
    assert summed(store) == pytest.approx(sum(MONEY.values()) + 3.5 * 12)


def test_who_was_asked_and_did_not_answer_has_no_part_in_the_money(store: Store, tmp_path: Path) -> None:
    header = "Response ID,Date,Satisfaction (1-5),Customer ID,Revenue"
    lines = [
        f"R{at}-{n},2026-03-{1 + n:02},{'' if n else 1 + at % 5},K{at},{100 * (at + 1)}"
        for at in range(24)
        for n in range(3)
    ]
    (tmp_path / "asked.csv").write_text("\n".join([header, *lines]))
    done = import_file(store, tmp_path / "asked.csv", details=Details(name="D"))
    (money,) = catalogue.dataset(store, 1).with_role(Role.REVENUE)
    with store.cursor() as cursor:
        paid = cursor.execute(
            f"SELECT q01 > 0, count({money.id}), sum({money.id}) FROM responses_1 GROUP BY 1 ORDER BY 1"
        ).fetchall()
    assert (told(done), paid) == (["money_once"], [(False, 0, None), (True, 24, sum(range(100, 2500, 100)))])


def test_newer_money_of_a_second_file_goes_on_counting_where_that_of_the_answers_is_shared_from_now_on(
    store: Store, bring: Bring, tmp_path: Path
) -> None:
    bring("january", rows(1))
    path = tmp_path / "newer.csv"
    path.write_text("\n".join(["Customer ID,Revenue", *(f"{who},7" for who in MONEY)]))
    wish = Wish(keys=("Customer ID",), roles=(("Revenue", "revenue"),))
    join_file(store, catalogue.dataset(store, 1), path, wish, dry_run=False)
    assert told(bring("march", rows(3, times=3))) == ["money_once"]
    money = catalogue.dataset(store, 1).money
    assert money is not None
    assert money.name == "Revenue (newer.csv)"
    imports.undo(store, 2)
    assert summed(store) == pytest.approx(sum(MONEY.values()))
