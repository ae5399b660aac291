"""Plans are kept with their dataset and are what pages and commands begin with."""

from dataclasses import replace

import pytest

from csat_core.analyses.scorecard import scorecard
from csat_core.model.formats import NumberFormat
from csat_core.model.period import Grain
from csat_core.model.plan import Goal, InvalidPlanError, MissingRule, Plan, QuestionPlan
from csat_core.model.policy import BasePolicy
from csat_core.model.view import first_view
from csat_core.stats.proportions import Verdict
from csat_core.store import Store, catalogue, settings
from csat_core.store.catalogue import DatasetNotFoundError
from csat_core.store.imports import undo
from csat_core.store.plans import keep_plan
from tests.conftest import Role, asked, days, make_dataset, question, segment

WHOLE = Plan(
    goals=(Goal(text="Reach 80 %", owner="Ana"),),
    questions=(Goal(text="Why is the app weak?", owner="Ben"),),
    purpose="why",
    population="all who bought",
    sources="web shop",
    audience="the board",
    checks="bots",
    outcome="q02",
    drivers=("q02",),
    segments=("s02", "s01"),
    missing=MissingRule.PAIRWISE,
    smallest_difference=0.25,
    target=0.8,
    policy=BasePolicy(shown_from=5, tested_from=5, plain_from=5),
    numbers=NumberFormat(digits=2, currency="€"),
    asked=(QuestionPlan(column="q01", text="How satisfied?", purpose="headline", owner="Ana", method="top 2", against="last year"),),
)  # fmt: skip
GIVEN = {
    "Overall": question([5] * 60 + [1] * 40 + [5] * 80 + [1] * 20),
    "Speed": question([4] * 200, role=Role.DRIVER),
    "Day": days(["2026-01-15"] * 100 + ["2026-02-10"] * 99 + ["2026-02-28"]),
    "Region": segment(["North", "South"] * 100),
    "Channel": segment(["Web", "Shop"] * 100),
}


def test_a_plan_reads_back_as_it_was_kept_and_the_version_rises(store: Store) -> None:
    dataset = make_dataset(store, GIVEN)
    keep_plan(store, dataset.id, WHOLE)
    kept = catalogue.dataset(store, dataset.id)
    assert (kept.plan, kept.version) == (WHOLE, dataset.version + 1)


def test_the_planned_outcome_thresholds_and_order_are_what_one_begins_with(store: Store) -> None:
    dataset = make_dataset(store, GIVEN)
    keep_plan(store, dataset.id, WHOLE)
    kept = catalogue.dataset(store, dataset.id)
    assert first_view(kept).question == "q02"
    assert [column.name for column in kept.segments_of_interest] == ["Channel", "Region"]
    assert settings.policy_for(store, kept) == WHOLE.policy


def test_the_smallest_difference_of_the_plan_decides_the_verdict(store: Store) -> None:
    dataset = make_dataset(store, GIVEN)
    verdicts = []
    for smallest in (0.01, 0.4):
        keep_plan(store, dataset.id, Plan(smallest_difference=smallest))
        kept = catalogue.dataset(store, dataset.id)
        view = replace(first_view(kept), grain=Grain.MONTH)
        change = scorecard(asked(store), kept, view, BasePolicy()).change
        assert change is not None
        verdicts.append(change.verdict)
    assert verdicts == [Verdict.UP, Verdict.TOO_SMALL]


def test_an_undone_import_takes_its_plan_along(store: Store) -> None:
    dataset = make_dataset(store, GIVEN)
    keep_plan(store, dataset.id, WHOLE)
    undo(store, 1)
    with store.cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM plans").fetchall() == [(0,)]
    with pytest.raises(DatasetNotFoundError):
        keep_plan(store, dataset.id, WHOLE)


@pytest.mark.parametrize("wrong", [{"target": 80.0}, {"target": -0.1}, {"smallest_difference": 1.0}])
def test_a_plan_that_cannot_be_followed_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(InvalidPlanError, match="choose from 0 to"):
        Plan(**wrong)  # type: ignore[arg-type]
