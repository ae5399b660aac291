"""Joining by day: what was so on a day, or in a shop on a day, stands beside the answers of that day."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import pytest

from csat_core.errors import CsatError
from csat_core.ingest.checks import UnsettledMappingError
from csat_core.ingest.joins.attachment import Attachment
from csat_core.ingest.joins.join_findings import LatestUnknownError
from csat_core.ingest.joins.join_keys import likely_keys
from csat_core.ingest.joins.join_plan import Wish
from csat_core.ingest.joins.joining import join_file
from csat_core.ingest.load import import_file
from csat_core.ingest.private import private_folder
from csat_core.ingest.reader import stage
from csat_core.model.dataset import Role
from csat_core.store import Store, catalogue, imports
from csat_core.store.joined_money import keys_of

pytestmark = pytest.mark.usefixtures("in_this_process")
SHOPS = ("Berlin", "Paris", "Rom")
DAYS = [f"2026-01-{day:02}" for day in range(1, 29)]
Join = Callable[..., Attachment]


@pytest.fixture
def answers(store: Store, tmp_path: Path) -> pd.DataFrame:
    """A survey of 300 answers in three shops on 28 days, imported."""
    rows = [(f"C{at % 90}", DAYS[at % 28], 1 + at * 7 % 5, SHOPS[at // 28 % 3]) for at in range(300)]
    made = pd.DataFrame(rows, columns=["Customer ID", "Date", "Satisfaction (1-5)", "Shop"])
    made.to_csv(tmp_path / "survey.csv", index=False)
    import_file(store, tmp_path / "survey.csv")
    return made


@pytest.fixture
def join(store: Store, tmp_path: Path, answers: pd.DataFrame) -> Join:
    def joined(file: str, keys: Sequence[str], *, dry_run: bool = True, **wish: object) -> Attachment:
        wished = Wish(keys=tuple(keys), **wish)  # type: ignore[arg-type]
        return join_file(store, catalogue.dataset(store, 1), tmp_path / file, wished, dry_run=dry_run)[0]

    assert len(answers) == 300
    return joined


def daily(path: Path, day: str = "{}", days: Sequence[str] = DAYS[:20], shops: Sequence[str] = SHOPS) -> pd.DataFrame:
    """A row for each shop and day, written to `path`."""
    rows = [(day.format(on), shop, 3 * at + len(shop), 100 * at + 50) for at, on in enumerate(days) for shop in shops]
    made = pd.DataFrame(rows, columns=["Day", "Shop", "Wait (min)", "Sales"])
    made.to_csv(path, index=False)
    return made


def test_numbers_of_a_shop_on_a_day_stand_beside_its_answers_of_that_day(
    store: Store, answers: pd.DataFrame, join: Join, tmp_path: Path
) -> None:
    there = daily(tmp_path / "daily.csv")
    done = join("daily.csv", ("Date", "Shop"), dry_run=False)
    assert (done.key, done.match.unmatched, done.match.fan_out, done.counts["keys"]) == (
        "Date + Shop", (~answers["Date"].isin(DAYS[:20])).sum(), 1.0, 60,
    )  # fmt: skip
    assert [(each.column.name, each.column.role) for each in done.columns] == [
        ("Wait (min)", Role.METRIC), ("Sales", Role.METRIC),
    ]  # fmt: skip
    assert [problem["code"] for problem in done.problems] == ["money_of_days"]
    waits = answers.merge(there, how="left", left_on=["Date", "Shop"], right_on=["Day", "Shop"])["Wait (min)"]
    with store.cursor() as cursor:
        stored = cursor.execute("SELECT n01 FROM responses_1 ORDER BY response_no").df()["n01"]
    pd.testing.assert_series_equal(stored, waits.astype(float), check_names=False)
    # as money it is shared among the answers of the day, and no more than there is
    imports.undo(store, 2)
    join("daily.csv", ("Date=Day", "Shop"), dry_run=False, takes=(("Sales", "sum"),), roles=(("Sales", "revenue"),))
    met = there.merge(answers[["Date", "Shop"]].drop_duplicates(), left_on=["Day", "Shop"], right_on=["Date", "Shop"])
    with store.cursor() as cursor:
        assert cursor.execute("SELECT sum(n01) FROM responses_1").fetchall() == [(pytest.approx(met["Sales"].sum()),)]


def test_days_that_were_left_out_at_import_are_named_with_the_way_to_have_them(store: Store, tmp_path: Path) -> None:
    rows = [f"R{at},{DAYS[at % 28]},{DAYS[at * 5 % 28]},{1 + at % 5}" for at in range(60)]
    (tmp_path / "survey.csv").write_text("\n".join(["Response ID,Answered on,Created,Satisfaction (1-5)", *rows]))
    import_file(store, tmp_path / "survey.csv")
    daily(tmp_path / "daily.csv")
    with pytest.raises(CsatError, match='again with --map "Created=time"'):
        join_file(store, catalogue.dataset(store, 1), tmp_path / "daily.csv", Wish(keys=("Created=Day",)), dry_run=True)


def test_several_rows_of_a_day_become_one_and_none_of_them_is_the_latest(join: Join, tmp_path: Path) -> None:
    daily(tmp_path / "daily.csv")
    with pytest.raises(CsatError, match='or what else is in the key: --key "Shop"'):
        join("daily.csv", ("Date=Day",))
    done = join("daily.csv", ("Date=Day",), takes=(("Wait (min)", "mean"),))
    assert (done.counts["repeated"], done.counts["most"], done.match.fan_out) == (20, 3, 3.0)
    with pytest.raises(LatestUnknownError, match="Under 20 keys of"):
        join("daily.csv", ("Date=Day",), takes=(("Wait (min)", "latest"),))


def test_the_order_of_the_days_is_asked_and_can_be_given(answers: pd.DataFrame, join: Join, tmp_path: Path) -> None:
    short = [f"{on[8:]}/{on[5:7]}/2026" for on in DAYS[:12]]
    daily(tmp_path / "daily.csv", days=short, shops=SHOPS[:1])
    with pytest.raises(UnsettledMappingError, match="Day=time:dmy"):
        join("daily.csv", ("Date=Day",))
    done = join("daily.csv", ("Date=Day",), roles=(("Day", "time:dmy"),))
    assert done.match.matched == answers["Date"].isin(DAYS[:12]).sum()


@pytest.mark.parametrize(
    ("file", "keys", "sentence"),
    [
        ("daily.csv", ("Date=Shop",), "'Shop' cannot be taken as 'time': it holds no dates"),
        ("months.csv", ("Date=Day",), "'Day' cannot be taken as 'time': it holds months, not days"),
        ("daily.csv", ("Date=Day", "Shop=Day"), "'Day' \\+ 'Day': each column"),
        ("later.csv", ("Date=Day", "Shop"), "Not one 'Date' \\+ 'Shop' of the responses of 'survey' stands under 'Day' \\+ 'Shop' in"),
    ],
)  # fmt: skip
def test_a_key_that_does_not_fit_is_said(
    join: Join, tmp_path: Path, file: str, keys: tuple[str, ...], sentence: str
) -> None:
    days = {"months.csv": ["2026-01", "2026-02"], "later.csv": ["2027-01-01", "2027-01-02"]}.get(file, DAYS)
    daily(tmp_path / file, days=days)
    with pytest.raises(CsatError, match=sentence):
        join(file, keys)


def test_parts_of_a_key_that_are_written_otherwise_meet_if_it_is_wished(join: Join, tmp_path: Path) -> None:
    daily(tmp_path / "daily.csv", shops=[f" {shop.upper()} " for shop in SHOPS])
    with pytest.raises(CsatError, match="0 of 84 keys meet letter for letter, 60 would") as refused:
        join("daily.csv", ("Date=Day", "Shop"))
    assert "--alike" in str(refused.value)
    assert join("daily.csv", ("Date=Day", "Shop"), alike=True).match.unused == 0


@pytest.mark.parametrize(
    ("header", "row", "keys"),
    [
        ("Day,Shop,Wait", "{},Rom,3", [("Date", "Day"), ("Shop", "Shop")]),
        ("Shop,Customer No,Order date,Paid", "Rom,C1,{},5", [("Customer ID", "Customer No")]),
        ("Shop,Manager", "Rom,Ann", [("Shop", "Shop")]),
        ("Nothing,Known", "{},1", [("Date", "Nothing")]),
        ("Nothing,Known", "x,1", [("Customer ID", "Nothing")]),
    ],
)
def test_the_key_that_is_proposed_is_who_answered_else_the_day_with_the_groups_of_the_same_name(
    store: Store, answers: pd.DataFrame, tmp_path: Path, header: str, row: str, keys: list[tuple[str, str]]
) -> None:
    path = tmp_path / "second.csv"
    path.write_text("\n".join([header, *(row.format(day).replace("C1", f"C{at}") for at, day in enumerate(DAYS))]))
    with private_folder() as private:
        parts = likely_keys(catalogue.dataset(store, 1), stage(path, private))
    assert [(part.ours.name, part.theirs.name) for part in parts] == keys
    assert len(answers) == 300


def test_a_key_of_one_column_is_known_from_stores_that_keep_it_as_a_text() -> None:
    assert [keys_of(join) for join in ({"key": "t01"}, {"key": ["day", "s01"]}, {"columns": ["s02"]})] == [
        ["t01"], ["day", "s01"], [],
    ]  # fmt: skip
