"""How people answered: counted and said, never dropped."""

from csat_core.model.dataset import Role
from tests.ingest.test_convert import converted, other, question


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
