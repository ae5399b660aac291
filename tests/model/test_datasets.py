"""What people name, and what a base allows: columns, policies, scopes, scenarios."""

import math
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csat_core.errors import CsatError
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, ColumnNotFoundError, Dataset, Role
from csat_core.model.policy import DEFAULT_POLICY, BasePolicy, InvalidPolicyError, Standing
from csat_core.model.predicate import OneOf
from csat_core.model.scenario import BARKTALK, Customers, InvalidScenarioError, LeavingRates, Scenario
from csat_core.model.scope import EVERYTHING, OutOfScopeError, Scope

NAMES = ["Overall", "Speed", "speed", "Region ", "#2", "q01", "Région"]
ROLES = [Role.DRIVER, Role.OUTCOME, Role.OUTCOME, Role.SEGMENT, Role.AGENT, Role.TOUCHPOINT, Role.COMMENT]
IDS = ["q01", "q02", "q03", "s01", "s02", "s03", "t01"]
DATASET = Dataset(
    id=1,
    name="Survey",
    version=1,
    columns=tuple(
        Column(id=id, name=name, role=role, position=at)
        for at, (id, name, role) in enumerate(zip(IDS, NAMES, ROLES, strict=True), 1)
    ),
    responses=10,
    since=date(2026, 1, 1),
    until=date(2026, 1, 31),
)


@pytest.mark.parametrize(
    ("named", "id"),
    [
        ("q02", "q02"),
        ("q01", "q01"),
        ("Speed", "q02"),
        ("speed", "q03"),
        ("overall", "q01"),
        (" REGION", "s01"),
        ("#2", "s02"),
        ("#4", "s01"),
        ("#7", "t01"),
        ("RÉGION", "t01"),
    ],
)
def test_a_column_is_named_by_id_name_or_number_in_that_order(named: str, id: str) -> None:
    assert DATASET.find(named).id == id


def test_a_name_that_two_columns_share_is_refused_with_both() -> None:
    with pytest.raises(ColumnNotFoundError) as refused:
        DATASET.find("SPEED")
    assert str(refused.value) == (
        "'SPEED' names 2 columns of 'Survey': q02 'Speed' (#2), q03 'speed' (#3); use an id or #number."
    )


@pytest.mark.parametrize("named", ["", "price", "#8", "#0", "q1", "q01; DROP TABLE x"])
def test_a_column_that_is_not_there_is_refused_with_what_is(named: str) -> None:
    with pytest.raises(ColumnNotFoundError) as refused:
        DATASET.find(named, among=DATASET.segments)
    assert str(refused.value) == (
        f"'Survey' has no column '{named}' that fits here; "
        "there are: s01 'Region ' (#4), s02 '#2' (#5), s03 'q01' (#6)."
    )


def test_questions_come_outcomes_first_and_the_first_is_the_primary_one() -> None:
    assert [column.id for column in DATASET.questions] == ["q02", "q03", "q01"]
    assert DATASET.outcome.id == "q02"
    assert [column.id for column in DATASET.segments] == ["s01", "s02", "s03"]


def test_every_role_says_how_its_column_is_kept() -> None:
    assert {role.storage for role in Role} == {"question", "segment", "number", "text", "day", "nothing"}
    assert (Role.CUSTOMER.storage, Role.AGENT.storage, Role.CHURNED.storage) == ("text", "segment", "number")


def test_every_caveat_is_said_in_one_sentence() -> None:
    assert all(caveat.words.endswith(".") and caveat.words[0].isupper() for caveat in Caveat)
    assert len({caveat.words for caveat in Caveat}) == len(Caveat)


@pytest.mark.parametrize(
    ("base", "standing"),
    [
        (0, Standing.HIDDEN),
        (9, Standing.HIDDEN),
        (10, Standing.SHOWN),
        (29, Standing.SHOWN),
        (30, Standing.FLAGGED),
        (99, Standing.FLAGGED),
        (100, Standing.PLAIN),
    ],
)
def test_a_base_is_judged_at_10_30_and_100(base: int, standing: Standing) -> None:
    assert DEFAULT_POLICY.standing(base) is standing


@given(st.integers(-5, 50), st.integers(-5, 50), st.integers(-5, 50))
def test_thresholds_rise_from_at_least_1(shown: int, tested: int, plain: int) -> None:
    if 1 <= shown <= tested <= plain:
        policy = BasePolicy(shown_from=shown, tested_from=tested, plain_from=plain)
        assert policy.standing(shown - 1) is Standing.HIDDEN
        assert policy.standing(plain) is Standing.PLAIN
    else:
        with pytest.raises(InvalidPolicyError) as refused:
            BasePolicy(shown_from=shown, tested_from=tested, plain_from=plain)
        assert f"{shown}, {tested}, {plain} do not rise" in str(refused.value)


def test_a_scope_refuses_what_was_not_shared() -> None:
    shared = Scope(datasets=frozenset({2}), locked=(OneOf(column="s01", values=("North",)),), rows=False)
    for refused in (lambda: shared.require_dataset(1), shared.require_rows):
        with pytest.raises(OutOfScopeError, match="not part of what was shared"):
            refused()
    shared.require_dataset(2)
    EVERYTHING.require_rows()
    assert hash(shared) != hash(EVERYTHING)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Customers(dissatisfied=-1, neutral=0, satisfied=0), "give three numbers from 0"),
        (lambda: Customers(dissatisfied=math.nan, neutral=0, satisfied=0), "give three numbers from 0"),
        (lambda: LeavingRates(dissatisfied=1.01), "give three shares from 0 to 1"),
        (lambda: LeavingRates(neutral=math.nan), "give three shares from 0 to 1"),
        (lambda: Scenario(before=BARKTALK.before, after=None, spend=-1), "give an amount from 0, or leave it out"),
        (
            lambda: Scenario(before=BARKTALK.before, after=None, spend=math.inf),
            "give an amount from 0, or leave it out",
        ),
        (
            lambda: Scenario(before=BARKTALK.before, after=Customers(dissatisfied=1, neutral=1, satisfied=1)),
            "Before there are 1,000 customers and after 3; a change moves customers between bands",
        ),
        (lambda: BARKTALK.before.moved(neutral_to_satisfied=201), "give three numbers from 0"),
    ],
)
def test_a_scenario_that_cannot_be_is_refused_with_the_way_out(make: Callable[[], object], sentence: str) -> None:
    with pytest.raises(InvalidScenarioError) as refused:
        make()
    assert sentence in str(refused.value)
    assert isinstance(refused.value, CsatError)


@given(st.tuples(*[st.integers(0, 10_000)] * 3), st.integers(0, 10_000), st.integers(0, 10_000), st.integers(0, 10_000))
def test_moving_customers_keeps_their_number(
    bands: tuple[int, int, int], neutral: int, satisfied: int, lifted: int
) -> None:
    before = Customers(dissatisfied=bands[0], neutral=bands[1], satisfied=bands[2])
    moves = {"dissatisfied_to_neutral": neutral, "dissatisfied_to_satisfied": satisfied, "neutral_to_satisfied": lifted}
    if neutral + satisfied <= bands[0] and lifted <= bands[1] + neutral:
        after = before.moved(**moves)
        assert after.total == before.total
        assert after.satisfied == before.satisfied + satisfied + lifted
    else:
        with pytest.raises(InvalidScenarioError):
            before.moved(**moves)


def test_no_customers_have_no_score() -> None:
    assert math.isnan(Customers(dissatisfied=0, neutral=0, satisfied=0).csat)


@pytest.mark.parametrize(
    ("name", "label", "title"),
    [
        ("Overall satisfaction", "How satisfied are you?", "Overall satisfaction"),
        ("Q1", "How satisfied are you?", "How satisfied are you?"),
        ("Q1", "", "Q1"),
        ("gender", "With which gender do you identify?", "gender"),
        ("Q5_2", "Please rate: - Speed", "Please rate: - Speed"),
        ("Q5_2", f"{'How satisfied were you with each of the following? ' * 3}- Speed",
         "Speed: How satisfied were you with each of the following? How satisfied were yo\u2026"),
        ("G1Q2[SQ001]", f"{'How satisfied were you with each of these? ' * 3}[Speed]",
         "Speed: How satisfied were you with each of these? How satisfied were you with e\u2026"),
        (f"{'How satisfied were you with each of these? ' * 3}[Price]", "",
         "Price: How satisfied were you with each of these? How satisfied were you with e\u2026"),
    ],
)  # fmt: skip
def test_the_title_of_a_question_says_what_it_asks(name: str, label: str, title: str) -> None:
    column = Column(id="q01", name=name, label=label, role=Role.DRIVER, position=1)
    assert column.title == title


def test_a_question_is_found_by_its_text_too() -> None:
    columns = tuple(
        Column(id=f"q0{at}", name=f"Q{at}", label=label, role=Role.DRIVER, position=at)
        for at, label in enumerate(("How fast?", "How dear?", "How dear?"), 1)
    )
    dataset = Dataset(id=1, name="S", version=1, columns=columns, responses=1, since=None, until=None)
    assert dataset.find("how fast?").id == "q01"
    assert dataset.find("Q2").id == "q02"
    with pytest.raises(ColumnNotFoundError, match="names 2 columns"):
        dataset.find("How dear?")
