"""How people answered: counted and said, never dropped."""

import random
from collections import Counter
from dataclasses import replace

import duckdb
import pandas as pd
import pyarrow as pa
import pytest

from csat_core.ingest.child import answered_again, summary
from csat_core.ingest.child.conduct import conduct_problems
from csat_core.ingest.child.flagged_rows import FLAGGED_COLUMNS, list_flagged
from csat_core.ingest.plan import Mapping, to_json
from csat_core.model.dataset import Role
from csat_core.model.scale import parse_scale, worded_scale
from tests.ingest.brought import Brought
from tests.ingest.test_convert import converted, other, question

WORDS = ("Disagree", "Neither", "Agree")


def test_the_same_answer_to_all_haste_and_repetition_are_said_and_kept():
    rows = 40
    flat = [["3" if i < 4 else str(1 + (i + k) % 5) for i in range(rows)] for k in range(5)]
    flat[0][0] = None  # four answers are too few to tell
    columns = [(question(1), flat[0]), *((question(k + 1, role=Role.DRIVER), flat[k]) for k in range(1, 5))]
    columns.append((other(6, "Duration (in seconds)", Role.METRIC), ["20" if i == 7 else "90" for i in range(rows)]))
    columns.append((other(7, "Customer", Role.CUSTOMER), ["a" if i in (1, 2, 30) else f"c{i}" for i in range(rows)]))
    answer = converted(columns).answer
    said = {p["code"]: (p["count"], p["example_row"], p["message"]) for p in answer["problems"]}
    assert answer["accepted"] == rows
    assert said["straight_line"][:2] == (3, 3)
    assert "3 of 39 people" in said["straight_line"][2]
    assert said["speeders"][:2] == (1, 9)
    assert said["repeated_respondents"][:2] == (3, 4)
    assert "1 customer in 'Customer'" in said["repeated_respondents"][2]
    assert "1 of these repeat" in said["repeated_respondents"][2]


def test_haste_is_told_however_the_duration_is_written():
    ways = {
        "Time to complete": ("00:06:36", "00:00:12"),
        "Duration": ("1 min 12 s", "12 s"),
        "Time taken (minutes)": ("6,5", "0.2"),
        "Total time": ("1m12s", "9s"),
        "Completion time": ("1 h 3 min", "2:30"),
    }
    rows = 40
    for name, (usual, fast) in ways.items():
        cells = [fast if i == 7 else usual for i in range(rows)]
        found = converted([(question(1), ["4"] * rows), (other(2, name, Role.IGNORE), cells)]).problems
        assert (found["speeders"]["count"], found["speeders"]["example_row"]) == (1, 9), name
    assert (
        "median 390 seconds in"
        in converted(
            [(question(1), ["4"] * rows), (other(2, "Time taken (minutes)", Role.IGNORE), ["6.5"] * 39 + ["0.1"])]
        ).problems["speeders"]["message"]
    )


def test_haste_is_told_from_start_to_end():
    rows = 40
    ended = [f"03/14/2026 12:0{0 if i == 7 else 5}:12 PM" for i in range(rows)]
    columns = [
        (question(1), ["4"] * rows),
        (other(2, "Start Date", Role.TIME, date_order="mdy"), ["03/14/2026 11:59:50 AM"] * rows),
        (other(3, "End Date", Role.IGNORE), ended),
    ]
    found = converted(columns).problems["speeders"]
    assert (found["count"], found["example_row"], found["column"]) == (1, 9, None)
    assert "from 'Start Date' to 'End Date'" in found["message"]


def test_people_are_counted_by_an_address_that_is_not_kept_and_listed_without_it(tmp_path):
    answers = [",".join(str(1 + (at + at * k // 7 + k * k) % 5 if at else 3) for k in range(5)) for at in range(40)]
    rows = [f"R{at},{answers[at]},{'10' if at == 4 else '95'},p{at % 39}@x.org" for at in range(40)]
    header = "Response ID,Satisfaction,Speed,Price,Staff,Range,Duration (in seconds),E-mail"
    brought = Brought(tmp_path, "\n".join([header, *rows]))
    said = {problem["code"]: problem for problem in brought.answer["problems"]}
    assert said["repeated_respondents"]["count"] == 2
    assert said["repeated_respondents"]["example_row"] == 41
    request = {
        "folder": str(tmp_path), "mapping": to_json(brought.mapping), "most": 100, "engine_mb": 300,
        "header": [column.name for column in brought.columns],
    }  # fmt: skip
    given = [sum(1 + at % 5 == point if at else point == 3 for at in range(40)) for point in range(1, 6)]
    told = list_flagged(request, lambda _share, _text: None)
    assert (told["count"], told["listed"], told["answers"]["all"]) == (4, 4, given)
    without = {code: sum(given) - sum(counts) for code, counts in told["answers"].items()}
    assert without == {"all": 0, "straight_line": 1, "speeders": 1}
    assert [a - b for a, b in zip(given, told["answers"]["straight_line"], strict=True)] == [0, 0, 1, 0, 0]
    found = pd.read_parquet(tmp_path / "flagged.parquet")
    assert tuple(found.columns) == FLAGGED_COLUMNS
    assert [(row, code) for row, code in zip(found["row"], found["code"], strict=True)] == [
        (2, "repeated_respondents"), (2, "straight_line"), (6, "speeders"), (41, "repeated_respondents"),
    ]  # fmt: skip
    assert found["value"][2] == "10"
    assert "x.org" not in found["raw"].str.cat()


@pytest.mark.parametrize("looked_at", [1, 50_000])
def test_the_first_customer_who_answers_again_is_found_wherever_the_row_is(
    monkeypatch: pytest.MonkeyPatch, looked_at: int
) -> None:
    monkeypatch.setattr(answered_again, "FIRST_ROWS", looked_at)
    mapping = Mapping(columns=(question(1), other(2, "Customer", Role.CUSTOMER)), decimal=".")
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE kept AS SELECT i + 5 AS row, NULL::DATE AS day, i % 5 + 1 AS q01, "
            "CASE WHEN i > 3 THEN 'c' || i % 16 END AS t01 FROM range(40) t(i)"
        )
        (problem,) = conduct_problems(connection, mapping)
    assert (problem.code, problem.count, problem.example_row) == ("repeated_respondents", 36, 25)
    assert "16 customers in 'Customer' answered more than once" in problem.message


def test_who_was_asked_twice_and_answered_once_did_not_answer_more_than_once() -> None:
    mapping = Mapping(columns=(question(1), question(2), other(3, "Customer", Role.CUSTOMER)), decimal=".")
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE kept AS SELECT i AS row, NULL::DATE AS day, CASE WHEN i < 20 THEN -1 ELSE 3 END AS q01, "
            "CASE WHEN i < 18 THEN -2 ELSE 4 END AS q02, 'c' || i % 10 AS t01 FROM range(30) t(i)"
        )
        (problem,) = conduct_problems(connection, mapping)
    # c8 and c9 rated one thing, and then both
    assert problem.message.startswith("2 customers in 'Customer' answered more than once, 4 responses in all.")
    assert (problem.count, problem.example_row) == (4, 28)


def test_responses_that_say_the_same_again_are_counted_one_by_one() -> None:
    chance = random.Random(4)
    rows = [
        (at, f"c{int(chance.paretovariate(0.7)) % 900}", chance.randrange(9), chance.randrange(1, 5))
        for at in range(6_000)
    ]
    times = Counter(row[1:] for row in rows)
    customers = Counter(row[1] for row in rows)
    assert min(customers.values()) == 1
    assert max(customers.values()) > 64
    mapping = Mapping(columns=(question(1), other(2, "Customer", Role.CUSTOMER)), decimal=".")
    with duckdb.connect() as connection:
        connection.register(
            "given", pa.table(dict(zip(("row", "t01", "later", "q01"), zip(*rows, strict=True), strict=True)))
        )
        connection.execute(
            "CREATE TABLE kept AS SELECT row, t01, DATE '2026-01-01' + later::INTEGER AS day, q01 FROM given"
        )
        (problem,) = conduct_problems(connection, mapping)
    again = sum(n - 1 for n in times.values())
    assert 0 < again < problem.count == sum(n for n in customers.values() if n > 1)
    assert f"; {again:,} of these repeat an earlier one in every answer on the same day" in problem.message


def test_the_same_tick_in_a_question_read_backwards_is_the_same_answer():
    backwards = worded_scale(WORDS[::-1])
    scales = [worded_scale(WORDS)] * 4 + [backwards]
    columns = tuple(replace(question(k, role=Role.DRIVER), scale=scale) for k, scale in enumerate(scales, 1))
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE kept (row BIGINT, q01 TINYINT, q02 TINYINT, q03 TINYINT, q04 TINYINT, q05 TINYINT)"
        )
        # row 2 ticked Agree everywhere; row 3 agreed to what is good and disagreed with what is bad
        connection.execute("INSERT INTO kept VALUES (2, 3, 3, 3, 3, 1), (3, 3, 3, 3, 3, 3), (4, 1, 2, 3, 1, 2)")
        (problem,) = conduct_problems(connection, Mapping(columns=columns, decimal="."))
        assert (problem.count, problem.example_row) == (1, 2)
        numbers = tuple(
            replace(question(k, role=Role.DRIVER), scale=parse_scale("3-1" if k == 2 else "1-3")) for k in range(1, 6)
        )
        connection.execute("UPDATE kept SET q05 = q04, q02 = 4 - q01 WHERE row < 4")
        (problem,) = conduct_problems(connection, Mapping(columns=numbers, decimal="."))
        assert (problem.count, problem.example_row) == (2, 2)


def test_more_questions_than_one_sum_can_hold_are_looked_at_all_the_same():
    mapping = Mapping(columns=tuple(question(k, role=Role.DRIVER) for k in range(1, 1_102)), decimal=".")
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE kept (row BIGINT, {', '.join(f'q{k:02} TINYINT' for k in range(1, 1_102))})")
        connection.execute(f"INSERT INTO kept VALUES (7, {', '.join('3' for _ in range(1_101))})")
        (problem,) = conduct_problems(connection, mapping)
    assert (problem.code, problem.count, problem.example_row) == ("straight_line", 1, 7)


def test_the_levels_of_many_segments_are_those_of_each_alone():
    mapping = Mapping(columns=tuple(other(k, f"Group {k}", Role.SEGMENT) for k in range(1, 61)), decimal=".")
    cells = (f"CASE row % {k} WHEN 0 THEN NULL WHEN 1 THEN 'b' ELSE 'a' END AS s{k:02}" for k in range(1, 61))
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE kept AS SELECT row, {', '.join(cells)} FROM range(40) t(row)")
        levels = {each["id"]: each["levels"] for each in summary.counted_columns(connection, mapping, {})}
        alone = {id: summary._levels(connection, id) for id in levels}
    assert levels == alone
    assert (levels["s01"], levels["s02"], levels["s60"]) == ([], ["b"], ["a", "b"])


@pytest.mark.parametrize(
    ("amounts", "is_said"), [((100, 100, 100, 40, 40, 7), True), ((100, 20, 100, 40, 30, 7), False)]
)
def test_money_of_a_customer_beside_every_answer_is_said_with_both_sums(
    amounts: tuple[int, ...], is_said: bool
) -> None:
    customers = ["a", "a", "a", "b", "b", "c"]
    money, customer = other(2, "Annual revenue", Role.REVENUE), other(3, "Account", Role.CUSTOMER)
    columns = [(question(1), [*"123451"]), (money, [*map(str, amounts)]), (customer, customers)]
    said = {p["code"]: p["message"] for p in converted(columns).answer["problems"]}
    assert ("money_once" in said) is is_said
    if is_said:
        assert said["money_once"].startswith(
            "2 customers in 'Account' have the same 'Annual revenue' beside every answer, so it counts once for a customer"
        )
        assert "147 in all and not 387" in said["money_once"]
        assert '--map "Annual revenue=revenue:answer"' in said["money_once"]
