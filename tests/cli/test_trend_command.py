"""`trend`: the numbers of the page as a document, digit for digit."""

import math
from datetime import date
from typing import Any

import pytest

from csat_core.analyses.scoring import NUMBERS
from csat_core.analyses.trend import Looked, trend
from csat_core.cli import run
from csat_core.model.dataset import Role
from csat_core.model.event import Event, EventKind
from csat_core.model.measure import Measure
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.view import first_view
from csat_core.store import Store, catalogue, events
from tests.cli.test_cli_tables import shown
from tests.conftest import asked as engine_on
from tests.conftest import days, make_dataset, numbers, question, segment, texts

MONTHS = [f"2025-{month:02d}-28" for month in range(1, 13)]
POSITIONS = [5, 5, 5, 4, 3, 2, 1] * 10
"""40 of 70 satisfied."""


@pytest.fixture
def survey(store: Store) -> None:
    """70 answers a month of 2025; in the last month all but ten are satisfied. A release on 1 December."""
    good = [5] * 60 + [1] * 10
    given = {
        "Overall": question([*(POSITIONS * 11), *good]),
        "Day": days([day for day in [*MONTHS[:-1], "2025-12-31"] for _ in range(70)]),
        "Channel": segment(["App", "Web"] * 420),
        "Spend": numbers([50.0] * 840, Role.REVENUE),
        "Comment": texts(["slow"] * 840),
    }
    dataset = make_dataset(store, given)
    events.add_event(store, dataset.id, Event(day=date(2025, 12, 1), name="Release", kind=EventKind.RELEASE))


def asked(store: Store, *argv: str) -> dict[str, Any]:
    code, document = run(["trend", "Survey", *argv], store)
    assert code == 0, document
    return document


def same(found: float | None, expected: float) -> bool:
    return math.isnan(expected) if found is None else found == expected


@pytest.mark.parametrize("measure", Measure)
def test_every_number_is_that_of_the_page(store: Store, survey: None, measure: Measure) -> None:
    document = asked(store, "--measure", measure.value, "--by", "Channel", "--period", "month")
    dataset = catalogue.datasets(store)[0]
    looked = Looked(measure=measure, by="s01")
    found = trend(engine_on(store), dataset, first_view(dataset), DEFAULT_POLICY, looked)
    for row, expected in zip(document["rows"], found.periods.to_dict("records"), strict=True):
        assert row["period"] == expected["label"]
        assert all(same(row[key], expected[key]) for key in NUMBERS)
        assert (row["limits"] is None) == math.isnan(expected["limit_low"])
        if row["limits"]:
            assert (row["limits"]["low"], row["limits"]["high"]) == (expected["limit_low"], expected["limit_high"])
        assert row["signal"] == expected["signal"]
    assert found.previous is not None
    assert document["previous"] == {
        "period": "2025-12", "against": "2025-11", "difference": found.previous.difference.value,
        "low": found.previous.difference.low, "high": found.previous.difference.high,
        "verdict": found.previous.verdict.value,
    }  # fmt: skip
    (event,) = document["events"]
    comparison = found.events[0].comparison
    assert comparison is not None
    assert (event["difference"], event["low"], event["high"]) == (
        comparison.difference.value, comparison.difference.low, comparison.difference.high,
    )  # fmt: skip
    assert found.money[0] is not None
    assert event["saved"] == found.money[0].saved
    assert [level["level"] for level in document["levels"]] == [level.level for level in found.levels]


def test_the_keys_are_the_documented_ones(store: Store, survey: None) -> None:
    document = asked(store)
    assert list(document) == [
        "dataset", "dataset_id", "question", "question_id", "scheme", "period", "measure", "rows", "limits", "latest",
        "previous", "last_year", "baseline", "target", "events", "caveats",
    ]  # fmt: skip
    assert document["last_year"] is None
    assert document["limits"]["center"] == pytest.approx((11 * 40 + 60) / 840)
    assert list(document["baseline"]) == ["start", "end", "value", "difference", "low", "high", "verdict"]
    (event,) = document["events"]
    assert {key: event[key] for key in ("name", "day", "until", "kind", "verdict")} == {
        "name": "Release", "day": "2025-12-01", "until": None, "kind": "release", "verdict": "up",
    }  # fmt: skip
    assert (event["before"]["base"], event["before"]["satisfied"], event["after"]["share"]) == (70, 40, 60 / 70)


def test_rolling_windows_say_both_of_their_days(store: Store, survey: None) -> None:
    document = asked(store, "--rolling", "--since", "2025-10-01")
    assert document["period"] == "rolling 30 days"
    assert document["rows"][-1]["period"] == "2025-12-02/2025-12-31"
    assert (document["limits"], document["rows"][-1]["limits"]) == (None, None)
    assert "rolling_overlaps" in document["caveats"]


def test_a_change_of_the_wording_has_no_verdict(store: Store, survey: None) -> None:
    events.add_event(store, 1, Event(day=date(2025, 11, 1), name="New scale", kind=EventKind.WORDING))
    (wording, _) = asked(store)["events"]
    assert (wording["verdict"], wording["difference"], wording["before"]) == (None, None, None)


def test_it_reads_as_a_table(store: Store, survey: None) -> None:
    lines = shown(store, "trend", "Survey", "--by", "Channel")
    assert lines[0] == "Survey: Overall (top2-of-5), CSAT by month"
    assert any(line.startswith("Against previous period (2025-11): 28.6 (") for line in lines)
    assert any(line.startswith("2025-12-01 Release (release): 28.6 (") and line.endswith(", up.") for line in lines)


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["Survey", "--by", "Nothing"], "has no column 'Nothing'"),
        (["Survey", "--measure", "height"], "height"),
        (["Survey", "--since", "soon"], "is not a day"),
        (["Plain"], "'Plain' has no dates, so it has no trend"),
    ],
)
def test_a_bad_call_is_one_sentence(store: Store, survey: None, argv: list[str], sentence: str) -> None:
    make_dataset(store, {"Overall": question([5, 4])}, "Plain")
    code, document = run(["trend", *argv], store)
    assert code == 2
    assert sentence in document["error"]
    assert "\n" not in document["error"]
