"""A column of one sign and blanks is a tick: yes where it stands, no where it does not."""

from pathlib import Path

import pytest

from csat_core.ingest.load import import_file
from csat_core.ingest.proposal.mapping import propose
from csat_core.store import Store, catalogue
from tests.ingest.made_files import read_here


def columns_of(folder: Path, ticks: str, name: str = "Repeat caller"):
    """The columns of a file with a column that holds these signs, one row after the other."""
    lines = [f"CSAT,Region,{name}", *(f"{at % 5 + 1},{'NS'[at % 2]},{ticks.split('|')[at % 3]}" for at in range(60))]
    staged = read_here(folder, "\n".join(lines), "answers.csv")
    return staged, {column.name: column for column in propose(staged.columns, ".").columns}


@pytest.mark.parametrize("ticks", ["x||", "Yes||", "1||", "✓||x", "|ja|Ja"])
def test_a_sign_or_nothing_is_yes_or_no(tmp_path: Path, ticks: str):
    staged, columns = columns_of(tmp_path, ticks)
    several = ticks == "✓||x"
    texts = {text for text, _ in staged.columns[2].top}
    assert texts == ({"✓", "x"} if several else {"Yes", "No"})
    assert columns["Repeat caller"].role.value == "segment"
    assert ("'Repeat caller' is ticked or left blank: yes or no." in staged.detection.evidence) is not several


def test_who_left_is_told_by_a_tick(tmp_path: Path):
    assert columns_of(tmp_path, "x||", "Churned")[1]["Churned"].role.value == "churned"


def test_money_that_is_one_in_all_cells_is_a_tick(tmp_path: Path):
    assert columns_of(tmp_path, "1||", "Tag: billing")[1]["Tag: billing"].role.value == "segment"


def test_a_sign_in_every_cell_ticks_nothing(tmp_path: Path):
    staged, _ = columns_of(tmp_path, "x|x|x")
    assert staged.columns[2].top == (("x", 60),)


def test_a_rare_tick_is_known_beside_another_column_of_ticks(tmp_path: Path):
    lines = ["CSAT,VIP,Complaint,Note"]
    lines += [f"{at % 5 + 1},{'x' if at % 4 == 0 else ''},{'x' if at == 300 else ''}," for at in range(400)]
    staged = read_here(tmp_path, "\n".join(lines), "answers.csv")
    complaint, note = staged.columns[2:]
    assert dict(complaint.top) == {"No": 399, "Yes": 1}
    assert note.filled == 0


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize("last", ["x", ""])
def test_a_further_file_with_late_ticks_or_none_is_read_as_the_first_one(store: Store, tmp_path: Path, last: str):
    def brought(month: int, ticks: list[str]):
        rows = [f"R{month}-{at},2026-{month:02}-01,{at % 5 + 1},{tick}" for at, tick in enumerate(ticks)]
        path = tmp_path / f"{month}.csv"
        path.write_text("\n".join(["Response ID,Date,CSAT,VIP", *rows]))
        return import_file(store, path)

    brought(1, ["x", "", "", "x"] * 10)
    done = brought(2, [*[""] * 150, last])
    vip = catalogue.dataset(store, 1).find("VIP")
    with store.cursor() as cursor:
        found = dict(cursor.execute(f"SELECT {vip.id}, count(*) FROM responses_1 GROUP BY 1").fetchall())
    assert found == {"Yes": 20 + bool(last), "No": 20 + 151 - bool(last)}
    assert [problem.code for problem in done.checked.problems] == []


WORDS = ["Very bad", "Bad", "OK", "Good", "Very good"]


@pytest.mark.parametrize(("tick", "none"), [("x", ""), ("1", "0"), ("Yes", "No")])
def test_columns_named_like_the_answers_of_one_scale_with_one_tick_a_row_are_one_question(tmp_path: Path, tick, none):
    rows = [",".join(["N", *(tick if at % 5 == place else none for place in range(5))]) for at in range(40)]
    staged = read_here(tmp_path, "\n".join([",".join(["Store", *WORDS]), *rows]), "tally.csv")
    (store, rating) = propose(staged.columns, ".").columns
    assert (store.role.value, rating.name, rating.role.value) == ("segment", "Rating", "outcome")
    assert rating.scale is not None
    assert rating.scale.labels == tuple(WORDS)
    assert dict(staged.columns[1].top) == dict.fromkeys(WORDS, 8)
    assert "'Rating' is one question in 5 columns: no row has two of them filled." in staged.detection.evidence


@pytest.mark.parametrize(
    ("names", "second"), [(WORDS, "x"), (["Bad", "Very bad", "Good", "OK", "Very good"], ""), (["Food", "Bar", "Good", "Pool", "Staff"], "")]
)  # fmt: skip
def test_two_ticks_a_row_and_names_in_no_order_make_no_question(tmp_path: Path, names, second):
    rows = [
        ",".join([str(at % 5 + 1), *("x" if at % 5 == place else second if place == 0 else "" for place in range(5))])
        for at in range(40)
    ]
    staged = read_here(tmp_path, "\n".join([",".join(["CSAT", *names]), *rows]), "tally.csv")
    assert [column.name for column in staged.columns] == ["CSAT", *names]


COUNTED = ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(("tick", "none"), [("x", ""), ("1", "0")])
@pytest.mark.parametrize(
    ("above", "names", "called"),
    [
        ([], COUNTED, "Rating"),
        ([], [f"How was it? [{answer}]" for answer in COUNTED], "How was it?"),
        ([",How was it?,,,,"], COUNTED, "How was it?"),
    ],
)
def test_ticks_below_the_numbers_of_a_scale_are_one_question_on_it(tmp_path: Path, tick, none, above, names, called):
    rows = [
        ",".join(["NS"[at % 2], *(tick if at % 3 == place - 2 else none for place in range(5))]) for at in range(40)
    ]
    staged = read_here(tmp_path, "\n".join([*above, ",".join(["Store", *names]), *rows]), "tally.csv")
    (store, rating) = propose(staged.columns, ".").columns
    assert (store.role.value, rating.name, rating.role.value) == ("segment", called, "outcome")
    assert (rating.scale and rating.scale.name, rating.assumed) == ("1-5", False)
    assert dict(staged.columns[1].top) == {"3": 14, "4": 13, "5": 13}


def test_two_questions_in_numbers_below_a_row_of_their_headings_are_two(tmp_path: Path):
    rows = [",".join("x" if at % 5 == place % 5 else "" for place in range(10)) for at in range(40)]
    staged = read_here(tmp_path, "\n".join(["Staff,,,,,Price,,,,", ",".join(COUNTED * 2), *rows]), "tally.csv")
    assert [(each.name, each.top[0]) for each in staged.columns] == [("Staff", ("1", 8)), ("Price", ("1", 8))]


def test_codes_of_a_group_in_columns_of_their_own_stay_a_group(tmp_path: Path):
    names = [f"Region [{code}]" for code in COUNTED]
    rows = [",".join([str(at % 5 + 1), *("01"[at % 4 == place] for place in range(5))]) for at in range(40)]
    staged = read_here(tmp_path, "\n".join([",".join(["CSAT", *names]), *rows]), "tally.csv")
    region = propose(staged.columns, ".").columns[1]
    assert (region.name, region.role.value) == ("Region", "segment")
