"""Joining: columns of a second file stand beside the responses by a key, and no response is ever multiplied."""

import random
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from csat_core.cli import run
from csat_core.errors import CsatError
from csat_core.ingest.child.gather import GATHERED
from csat_core.ingest.joins.attachment import Attachment
from csat_core.ingest.joins.join_findings import LatestUnknownError
from csat_core.ingest.joins.join_keys import likely_keys
from csat_core.ingest.joins.join_plan import Wish, offered, roles_for
from csat_core.ingest.joins.joining import attach, join_file
from csat_core.ingest.load import import_file
from csat_core.ingest.private import private_folder
from csat_core.ingest.reader import stage
from csat_core.model.dataset import Role
from csat_core.store import Store, catalogue, imports, open_store

EVIL = '"; DROP TABLE datasets; --'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A survey of 300 answers by 240 customers, their 700 orders, three agents."""
    folder, dice = tmp_path_factory.mktemp("join"), random.Random(7)
    answers = [
        (f"C{i % 240:03}", f"2026-01-{1 + i // 12:02}", 1 + i % 5, ["Ann", "Bob", "Cid"][i % 3]) for i in range(300)
    ]
    orders = [
        (f"C{dice.randrange(300):03}", f"2025-11-{1 + dice.randrange(28):02}", dice.randrange(1, 99), dice.choice(["Gold", "Silver"]))
        for _ in range(700)
    ]  # fmt: skip
    agents = [("Ann", 4.5, "A", "yes"), ("Bob", 3.1, "B", "no"), ("Cid", 3.9, "A", "no")]
    pd.DataFrame(answers, columns=["Customer ID", "Date", "Satisfaction", "Agent"]).to_csv(
        folder / "survey.csv", index=False
    )
    pd.DataFrame(orders, columns=["Customer", "Order date", "Amount paid", EVIL]).to_csv(
        folder / "orders.csv", index=False
    )
    pd.DataFrame(agents, columns=["Agent", "Satisfaction", "Team", "Churned"]).to_csv(
        folder / "agents.csv", index=False
    )
    return folder


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[Store]:
    opened = open_store(folder / "csat.duckdb")
    import_file(opened, folder / "survey.csv")
    yield opened
    opened.close()


def join(store: Store, path: Path, key: str, *takes: tuple[str, str]) -> tuple[Attachment, int | None]:
    return join_file(store, catalogue.dataset(store, 1), path, Wish(keys=(key,), takes=takes), dry_run=False)


def test_orders_and_agents_stand_beside_the_answers_and_can_be_taken_off(store: Store, folder: Path) -> None:
    before = catalogue.dataset(store, 1)
    orders, answers = pd.read_csv(folder / "orders.csv"), pd.read_csv(folder / "survey.csv")
    takes = (("Amount paid", "sum"), (EVIL, "latest"))
    done, import_id = join(store, folder / "orders.csv", "Customer ID=Customer", *takes)
    merged = answers.merge(orders, left_on="Customer ID", right_on="Customer")
    in_orders = answers["Customer ID"].isin(orders["Customer"])
    assert (done.match.matched, done.match.unmatched) == (in_orders.sum(), (~in_orders).sum())
    assert done.match.fan_out == pytest.approx(len(merged) / in_orders.sum())
    assert done.match.unused == (~orders["Customer"].drop_duplicates().isin(answers["Customer ID"])).sum()
    assert done.counts["repeated"] == (orders["Customer"].value_counts() > 1).sum()
    after = catalogue.dataset(store, 1)
    assert (after.responses, after.version) == (300, before.version + 1)
    paid, tier = after.find("Amount paid"), after.find(EVIL)
    assert (paid.id, paid.role, tier.id, sorted(tier.levels)) == ("n01", Role.REVENUE, "s02", ["Gold", "Silver"])
    with store.cursor() as cursor:
        table = catalogue.table_of(1)
        total = cursor.execute(f"SELECT sum(n01) FROM {table}").fetchall()[0][0]
        of_first = cursor.execute(f"SELECT response_no, n01, s02 FROM {table} WHERE t01 = 'C000' ORDER BY 1").fetchall()
    # money counts once for a customer who answered twice: half of it beside each answer
    mine = orders[orders["Customer"].isin(answers["Customer ID"])]
    assert total == mine["Amount paid"].sum()
    assert [row[0] for row in of_first] == [1, 241]
    own = orders[orders["Customer"] == "C000"]
    newest = own[own["Order date"] == own["Order date"].max()].iloc[-1]
    assert [row[1:] for row in of_first] == 2 * [(own["Amount paid"].sum() / 2, newest[EVIL])]

    # a unique key needs no choice; a role the dataset has once stays there once; a score of employees is a number
    second, second_id = join(store, folder / "agents.csv", "Agent")
    assert (second.match.matched, second.match.fan_out, second.counts["repeated"]) == (300, 1.0, 0)
    added = {each.column.name: each.column for each in second.columns}
    assert {name: column.role for name, column in added.items()} == {
        "Satisfaction (agents.csv)": Role.METRIC, "Team": Role.SEGMENT, "Churned": Role.CHURNED,
    }  # fmt: skip
    with store.cursor() as cursor:
        score = cursor.execute(f"SELECT s01, max(n02), sum(n03) FROM {table} GROUP BY 1 ORDER BY 1").fetchall()
    assert score == [("Ann", 4.5, 100.0), ("Bob", 3.1, 0.0), ("Cid", 3.9, 0.0)]

    assert import_id is not None
    assert second_id is not None
    # new responses have nothing there yet, and the columns go with the join that brought them
    more = folder / "more.csv"
    more.write_text((folder / "survey.csv").read_text().replace("2026-01", "2026-02"))
    added = import_file(store, more)
    assert added.appended
    said = [(p.count, p.message) for p in added.checked.problems if p.code == "not_joined"]
    assert [(count, message[:75]) for count, message in said] == [
        (300, f"The 300 answers that are added have nothing in 'Amount paid', '{EVIL}'"[:75]),
        (300, "The 300 answers that are added have nothing in 'Satisfaction (agents.csv)', 'Team'"[:75]),
    ]
    assert catalogue.dataset(store, 1).find("Team").blank == 300
    assert imports.undo(store, import_id) == 0
    left = catalogue.dataset(store, 1)
    assert (left.responses, [column.id for column in left.columns if column.id in ("n01", "s02")]) == (600, [])
    assert left.find("Team").answered == 300


@pytest.mark.usefixtures("in_this_process")
def test_the_date_says_what_is_the_latest_whether_it_is_taken_or_not_and_its_clock_counts(
    store: Store, folder: Path
) -> None:
    visits = folder / "stays.csv"
    rows = [
        (f"C{at:03}", f"{day:02}/11/2025 {hour}", f"{tier} {at % 7}")
        for at in range(60)
        for day, hour, tier in ((28, "9:30 PM", "Gold"), (28, "10:05 AM", "Silver"), (13, "11:59 PM", "Iron"))
    ]
    random.Random(3).shuffle(rows)
    pd.DataFrame(rows, columns=["Customer ID", "Visit date", "Tier"]).to_csv(visits, index=False)
    takes = (("Tier", "latest"), ("Visit date", "latest"))
    roles: tuple[tuple[str, str], ...]
    for taken, roles, told in (
        (takes, (), ["Visit date", "Tier"]),
        (takes, (("Visit date", "time:dmy"),), ["Visit date", "Tier"]),
        (takes[:1], (("Visit date", "segment"),), ["Visit date", "Tier"]),
        (takes[:1], (("Visit date", "time"),), ["Tier"]),
    ):
        wish = Wish(keys=("Customer ID",), takes=taken, roles=roles)
        with private_folder() as private:
            done = attach(store, catalogue.dataset(store, 1), visits, private, wish)
            found = pd.read_parquet(private / GATHERED)
        assert [each.column.name for each in done.columns] == told
        assert done.problems == ()
        levels = {each.column.name: set(found[each.source]) for each in done.columns}
        assert levels["Tier"] == {f"Gold {at}" for at in range(7)}
        assert levels.get("Visit date", {"28/11/2025 9:30 PM"}) == {"28/11/2025 9:30 PM"}


@pytest.mark.usefixtures("in_this_process")
def test_the_latest_is_refused_without_a_date_where_values_differ_and_equal_dates_are_said(
    store: Store, folder: Path
) -> None:
    plans, dated, same = (folder / f"{name}.csv" for name in ("plans", "dated", "same"))
    ids = [f"C{at // 2:03}" for at in range(80)]
    plans.write_text("Customer ID,Plan,Seats\n" + "".join(f"{id},{'AB'[i % 2]},{i}\n" for i, id in enumerate(ids)))
    dated.write_text(
        "Customer ID,Plan,Day\n,A,2026-01-01\n"
        + "".join(f"{id},{'AB'[i % 3 % 2]},2026-01-13\n" for i, id in enumerate(ids))
    )
    same.write_text("Customer ID,Plan\n" + "".join(f"{id},{'AB'[i // 2 % 2]}\n" for i, id in enumerate(ids)))
    with pytest.raises(
        LatestUnknownError, match=r"Under 40 keys of 'plans.csv' 'Plan' has several values, as do 'Seats', and no"
    ):
        join(store, plans, "Customer ID", ("Plan", "latest"), ("Seats", "latest"))
    with pytest.raises(LatestUnknownError, match=r'take a sum or a mean \(--take "Seats=sum"\)') as refused:
        join(store, plans, "Customer ID", ("Seats", "latest"))
    assert refused.value.on_page is not None
    assert "--" not in refused.value.on_page
    wish = Wish(keys=("Customer ID",), takes=(("Plan", "latest"),))
    assert join_file(store, catalogue.dataset(store, 1), same, wish, dry_run=True)[0].problems == ()
    done, _ = join_file(store, catalogue.dataset(store, 1), dated, wish, dry_run=True)
    assert [(p["code"], p["column"], p["count"]) for p in done.problems] == [
        ("without_key", "Customer ID", 1), ("latest_open", "Plan", 27),
    ]  # fmt: skip


@pytest.mark.usefixtures("in_this_process")
def test_money_that_stands_beside_every_answer_or_beside_other_money_is_said(store: Store, folder: Path) -> None:
    bills, more = folder / "bills.csv", folder / "more_bills.csv"
    for path, name in ((bills, "Bill"), (more, "Revenue")):
        path.write_text(f"Customer ID;{name}\n" + "".join(f"C{i // 2:03};€ {i},50\n" for i in range(80)))
    dataset = catalogue.dataset(store, 1)
    wish = Wish(keys=("Customer ID",), takes=(("Bill", "sum"),))
    done, _ = join_file(store, dataset, bills, wish, dry_run=True)
    assert [(p["code"], '--map "Bill=revenue"' in str(p["message"])) for p in done.problems] == [
        ("money_repeated", True)
    ]
    done, import_id = join_file(
        store,
        dataset,
        bills,
        Wish(keys=("Customer ID",), takes=wish.takes, roles=(("Bill", "revenue"),)),
        dry_run=False,
    )
    assert done.problems == ()
    dataset = catalogue.dataset(store, 1)
    done, _ = join_file(store, dataset, more, Wish(keys=("Customer ID",), takes=(("Revenue", "sum"),)), dry_run=True)
    (said,) = done.problems
    assert (said["code"], done.columns[0].column.role) == ("money_there", Role.METRIC)
    assert "'Bill' from 'bills.csv'" in str(said["message"])
    assert '--map "Revenue=revenue"' in str(said["message"])
    imports.undo(store, int(import_id or 0))


@pytest.mark.usefixtures("in_this_process")
def test_money_of_orders_is_said_to_stand_for_the_spend_of_a_year(store: Store, folder: Path) -> None:
    path = folder / "invoices.csv"
    path.write_text("Customer ID,Order total\n" + "".join(f"C{i // 2:03},{i}.50\n" for i in range(80)))
    dataset, wish = catalogue.dataset(store, 1), Wish(keys=("Customer ID",), takes=(("Order total", "sum"),))
    done, _ = join_file(store, dataset, path, wish, dry_run=True)
    (said,) = done.problems
    assert (said["code"], done.columns[0].column.role) == ("money_of_orders", Role.REVENUE)
    assert (
        "money of all orders of a customer in this file, added up, and stands for what a customer spends in a year"
        in str(said["message"])
    )


@pytest.mark.usefixtures("in_this_process")
def test_what_cannot_be_joined_is_said_with_the_way_out_and_stores_nothing(store: Store, folder: Path) -> None:
    strangers = folder / "strangers.csv"
    strangers.write_text("Customer ID,Amount paid\n" + "".join(f"X{i},{i}\n" for i in range(9)))
    before = imports.imports(store)
    for path, key, takes, sentence in (
        ("orders.csv", "Customer ID=Customer", (), "'Customer' repeats in 'orders.csv': 700 rows have "),
        ("orders.csv", "Customer ID=Customer", (("Amount paid", "most"),), "choose one of sum, mean, latest"),
        ("orders.csv", "Customer ID=Customer", ((EVIL, "sum"),), "it holds no numbers; take the latest"),
        ("orders.csv", "Customer ID=Nobody", (), "The file has no column 'Nobody'"),
        ("orders.csv", "Satisfaction=Customer", (), "has no column 'Satisfaction' that fits here"),
        ("strangers.csv", "Customer ID", (), "Not one 'Customer ID' of the responses of 'survey' stands under 'Customer ID' in 'strangers.csv'"),
    ):  # fmt: skip
        with pytest.raises(CsatError, match=sentence):
            join(store, folder / path, key, *takes)
    assert imports.imports(store) == before


@pytest.mark.usefixtures("in_this_process")
def test_keys_written_otherwise_are_counted_and_met_only_if_it_is_wished(store: Store, folder: Path) -> None:
    dataset, ours = catalogue.dataset(store, 1), pd.read_csv(folder / "survey.csv")["Customer ID"]
    lower = folder / "lower.csv"
    lower.write_text("Customer ID,Amount paid\n" + "".join(f"00c {n:03},{n}\n" for n in range(230)))
    said = "0 of 240 keys meet letter for letter, 230 would if upper and lower case, spaces, leading zeros and a .0 at the end were ignored"
    with pytest.raises(CsatError, match=f"{said}: say --alike") as refused:
        join(store, lower, "Customer ID")
    assert refused.value.on_page is not None
    assert refused.value.on_page.endswith(f"{said}.")

    some = folder / "some.csv"
    some.write_text("Customer ID,Amount paid\nC001,1\n" + "".join(f"c{n:03},{n}\n" for n in range(2, 9)))
    done, _ = join_file(store, dataset, some, Wish(keys=("Customer ID",)), dry_run=True)
    (problem,) = done.problems
    assert (problem["code"], problem["count"]) == ("keys_nearly", 7)
    assert str(problem["message"]).startswith("1 of 240 keys meet letter for letter, 8 would if ")

    # two keys of the file that differ in nothing else are one, of which a choice must be made
    twice = folder / "twice.csv"
    twice.write_text("Customer ID,Amount paid\nC001,1\nc001,5\nC002,7\n")
    with pytest.raises(CsatError, match=r"'Customer ID' repeats in 'twice\.csv': 3 rows have 2 keys"):
        join_file(store, dataset, twice, Wish(keys=("Customer ID",), alike=True), dry_run=True)
    wish = Wish(keys=("Customer ID",), takes=(("Amount paid", "sum"),), alike=True)
    done, _ = join_file(store, dataset, twice, wish, dry_run=True)
    problem, orders = done.problems
    assert orders["code"] == "money_of_orders"
    assert problem["message"] == (
        "Keys are compared without upper and lower case, spaces, leading zeros and a .0 at the end. In the file 1 key differs from another in that "
        "alone and is taken with it."
    )

    done, import_id = join_file(store, dataset, lower, Wish(keys=("Customer ID",), alike=True), dry_run=False)
    assert done.match.matched == 2 * (ours < "C230").sum()  # another month was added above
    assert [each["code"] for each in done.problems] == ["keys_alike"]
    paid = catalogue.dataset(store, 1).find("Amount paid")
    with store.cursor() as cursor:
        total, money = cursor.execute(
            f"SELECT sum({paid.id}), count({paid.id}) FROM {catalogue.table_of(1)}"
        ).fetchall()[0]
    assert (total, money) == (sum(range(230)), done.match.matched)  # money once for each customer
    imports.undo(store, int(import_id or 0))


@pytest.mark.usefixtures("in_this_process")
def test_columns_of_a_second_file_are_offered_with_their_roles_and_the_order_of_its_dates_can_be_given(
    store: Store, folder: Path
) -> None:
    visits = folder / "visits.csv"
    rows = [
        f"C{at % 240:03},0{1 + at // 100}/0{1 + at // 60}/2026,{at},Shop {at % 3},note {at} of many"
        for at in range(300)
    ]
    visits.write_text("\n".join(["Customer ID,Visit date,Minutes,Shop,Remark", *rows]))
    dataset = catalogue.dataset(store, 1)
    with private_folder() as private:
        found = offered(dataset, stage(visits, private), ["Customer ID=#1"])
    assert [(column.name, column.role, take) for column, take in found] == [
        ("Minutes", Role.METRIC, "mean"), ("Shop", Role.SEGMENT, "latest"), ("Remark", Role.IGNORE, "latest"),
    ]  # fmt: skip
    assert Role.AGENT not in roles_for(dataset)
    assert {Role.METRIC, Role.REVENUE, Role.SEGMENT, Role.IGNORE} <= set(roles_for(dataset))
    latest = (("Minutes", "latest"), ("Remark", "latest"))
    with pytest.raises(CsatError, match="time:dmy"):
        join_file(store, dataset, visits, Wish(keys=("Customer ID",), takes=latest), dry_run=True)
    wish = Wish(
        keys=("Customer ID",),
        takes=latest,
        roles=(("Visit date", "time:dmy"), ("Minutes", "revenue"), ("Remark", "segment")),
    )
    done, _ = join_file(store, dataset, visits, wish, dry_run=True)
    assert [(each.column.name, each.column.role) for each in done.columns] == [
        ("Minutes", Role.REVENUE),
        ("Remark", Role.SEGMENT),
    ]


def test_a_dataset_goes_with_its_last_responses_and_takes_joined_columns_along(store: Store, folder: Path) -> None:
    for record in imports.imports(store):
        if not record.joined:
            imports.undo(store, record.import_id)
    assert catalogue.datasets(store) == ()
    assert imports.imports(store) == ()
    assert import_file(store, folder / "survey.csv").dataset_id == 2


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize("alike", [False, True])
def test_money_goes_to_the_other_answers_of_its_key_where_the_import_of_some_is_undone(
    tmp_path: Path, alike: bool
) -> None:
    def rows(first: int, month: str) -> str:
        return "".join(f"R{first + n},C{n:02},2026-{month}-{1 + n % 28:02},{1 + n % 5}\n" for n in range(30))

    header = "Response ID,Customer ID,Date,Satisfaction\n"
    files = {
        "jan.csv": header + rows(0, "01"),
        "feb.csv": header + rows(100, "02") + "R200,C99,2026-02-03,4\n",
        "money.csv": "Customer ID,Amount paid,Tier\n"
        + "".join(f"{'c' if alike else 'C'}{n:02},{n},A\n" for n in (*range(20), 99)),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    opened = open_store(tmp_path / "own.duckdb")
    try:
        for name in ("jan.csv", "feb.csv"):
            import_file(opened, tmp_path / name)
        dataset = catalogue.dataset(opened, 1)
        join_file(opened, dataset, tmp_path / "money.csv", Wish(keys=("Customer ID",), alike=alike), dry_run=False)

        def money() -> tuple[int, ...]:
            with opened.cursor() as cursor:
                counts = "sum(n01)::INT, count(n01), count(n01) FILTER (import_id = 1)"
                sql = f"SELECT {counts} FROM {catalogue.table_of(1)}"
                return cursor.execute(sql).fetchall()[0]  # type: ignore[no-any-return]

        assert money() == (190 + 99, 41, 20)
        imports.undo(opened, 2)
        assert money() == (190, 20, 20)  # what belongs to nobody any more is gone
        assert catalogue.dataset(opened, 1).find("Amount paid").answered == 20
        import_file(opened, tmp_path / "feb.csv")
        assert money() == (190, 20, 20)
    finally:
        opened.close()


@pytest.mark.usefixtures("in_this_process")
def test_answers_of_one_company_share_its_money_in_each_round_so_that_no_more_is_at_risk_than_there_is(
    tmp_path: Path,
) -> None:
    """20 companies worth 100 a year each, with 5 answers in January and 2 in June; half of the answers are bad."""
    months = (("01", 5), ("06", 2))
    rows = [
        f"F{company},2026-{month}-{1 + at:02},{(1, 5)[(company + at) % 2]}"
        for company in range(20)
        for month, many in months
        for at in range(many)
    ]
    (tmp_path / "all.csv").write_text("\n".join(["Firm,Date,Satisfaction (1-5)", *rows]))
    (tmp_path / "money.csv").write_text("\n".join(["Firm,Yearly revenue", *(f"F{at},100" for at in range(20))]))
    opened = open_store(tmp_path / "csat.duckdb")
    try:
        import_file(opened, tmp_path / "all.csv", overrides=lambda _: ({"Firm": "segment"}, {}))
        dataset = catalogue.dataset(opened, 1)
        join_file(opened, dataset, tmp_path / "money.csv", Wish(keys=("Firm",)), dry_run=False)
        with opened.cursor() as cursor:
            shares = (
                f"SELECT month(day), sum(n01), min(n01), max(n01) FROM {catalogue.table_of(1)} GROUP BY 1 ORDER BY 1"
            )
            assert cursor.execute(shares).fetchall() == [(1, 2000.0, 20.0, 20.0), (6, 2000.0, 50.0, 50.0)]
        _, found = run(["roi", "all", "--until", "2026-01-31"], opened)
        assert found["before"]["at_risk"] == pytest.approx(0.5 * 0.92 * 2000)
        _, last = run(["roi", "all"], opened)
        assert (last["round"]["of"], last["before"]["at_risk"]) == (2, pytest.approx(0.5 * 0.92 * 2000))
    finally:
        opened.close()


@pytest.mark.usefixtures("in_this_process")
def test_a_key_that_was_left_out_at_import_is_named_with_the_way_to_have_it(tmp_path: Path) -> None:
    rows = [f"R{at},{1 + at % 5},x{at}" for at in range(60)]
    (tmp_path / "august.csv").write_text("\n".join(["Response ID,Satisfaction,Voucher", *rows]))
    (tmp_path / "orders.csv").write_text("\n".join(["Voucher,Amount", *(f"x{at},{at * 7 % 50}" for at in range(60))]))
    opened = open_store(tmp_path / "csat.duckdb")
    import_file(opened, tmp_path / "august.csv")
    out = (
        "'Voucher' was left out when the responses were imported: undo import 1 and import 'august.csv' again with "
        '--map "Voucher=customer".'
    )
    with pytest.raises(CsatError) as named:
        join(opened, tmp_path / "orders.csv", "Voucher=Voucher")
    assert (str(named.value), "'Voucher' as customer" in (named.value.on_page or "")) == (out, True)
    with pytest.raises(CsatError, match=r"ignored\. 'Voucher' was left out when .* --map") as unmet:
        join(opened, tmp_path / "orders.csv", "Response ID=Voucher")
    assert "--map" not in (unmet.value.on_page or "--map")
    opened.close()


@pytest.mark.usefixtures("in_this_process")
def test_an_address_is_a_key_in_any_case_and_named_where_it_was_left_out(tmp_path: Path) -> None:
    rows = [f"{at},{1 + at % 5},c{at}@shop.example" for at in range(60)]
    (tmp_path / "tickets.csv").write_text("\n".join(["Ticket ID,Satisfaction,Requester email", *rows]))
    orders = [f"#{at + 900},C{at}@Shop.example,{at * 7 % 50}" for at in range(50)]
    (tmp_path / "orders.csv").write_text("\n".join(["Order ID,Customer Email,Amount", *orders]))
    opened = open_store(tmp_path / "csat.duckdb")
    import_file(opened, tmp_path / "tickets.csv")
    with pytest.raises(CsatError, match=r"'Requester email' was left out .* --map \"Requester email=customer\""):
        join(opened, tmp_path / "orders.csv", "Ticket ID=Order ID")
    imports.undo(opened, 1)
    import_file(opened, tmp_path / "tickets.csv", overrides=lambda _: ({"Requester email": "customer"}, {}))
    (dataset,) = catalogue.datasets(opened)
    (tmp_path / "stage").mkdir()
    (key,) = likely_keys(dataset, stage(tmp_path / "orders.csv", tmp_path / "stage"))
    assert (key.ours.name, key.theirs.name) == ("Requester email", "Customer Email")
    wish = Wish(keys=("Requester email=Customer Email",))
    done, _ = join_file(opened, dataset, tmp_path / "orders.csv", wish, dry_run=True)
    assert (done.match.matched, done.match.unmatched) == (50, 10)
    opened.close()
