"""Scopes: a guarded one says what it shares, and a reader's predicates can only narrow it to a listed level."""

from datetime import date
from typing import Any

import pytest

from csat_core.model.period import Grain
from csat_core.model.predicate import Between, Contains, OneOf, Predicate
from csat_core.model.scope import EVERYTHING, InvalidScopeError, OutOfScopeError, Scope

LOCKED = (Between(column="day", low=date(2026, 1, 1)), OneOf(column="s03", values=("Web", "Shop")))
GUARDED: dict[str, Any] = {
    "datasets": frozenset({1}), "rows": False, "shown_from": 10, "questions": frozenset({"q01"}),
    "drivers": frozenset({"q02"}), "groups": frozenset({"s02", "first:t01"}), "grain": Grain.MONTH, "locked": LOCKED,
    "free": (OneOf(column="s01", values=("North", "South", None)),),
}  # fmt: skip
SHARED = Scope(**GUARDED)


def test_a_person_at_their_own_machine_is_not_guarded() -> None:
    assert not EVERYTHING.is_guarded
    assert SHARED.is_guarded
    assert hash(SHARED) == hash(Scope(**GUARDED))
    assert Scope(**GUARDED | {"shown_from": 5}) != SHARED


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"shown_from": 0}, "Only a guarded scope"),
        ({"questions": None}, "names its questions"),
        ({"drivers": None}, "names its questions"),
        ({"groups": None}, "names its questions"),
        ({"rows": True}, "set rows to False"),
        ({"free": (OneOf(column="s01", values=()),)}, "named once"),
        ({"free": (OneOf(column="s01", values=("a",)), OneOf(column="s01", values=("b",)))}, "named once"),
        ({"free": (OneOf(column="t01", values=("a",)),)}, "t01 cannot divide"),
        ({"groups": frozenset({"s02", "n01", "day", "replicate"})}, "day, n01, replicate cannot divide"),
        ({"groups": frozenset({"bands:n01:3", "bands:n01:4"})}, "Two sets of bands"),
    ],
)
def test_a_scope_that_cannot_be_guarded_is_refused(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidScopeError, match=said):
        Scope(**GUARDED | changed)


def test_a_reader_narrows_to_one_listed_level_of_a_free_column() -> None:
    assert SHARED.narrowing(()).chosen == ()
    assert SHARED.narrowing((OneOf(column="s01", values=("South",)), *LOCKED)).chosen == (("s01", "South"),)
    assert SHARED.narrowing((OneOf(column="s01", values=(None,)),)).chosen == (("s01", None),)


def test_the_model_of_the_drivers_may_ask_for_complete_answers_and_a_sample() -> None:
    asked = (Between(column="q01", low=1), Between(column="q02", low=1), Between(column="bucket", high=9_999))
    found = SHARED.narrowing(asked)
    assert found.complete == {"q01", "q02"}
    assert found.sampled


@pytest.mark.parametrize(
    "where",
    [
        [OneOf(column="s01", values=("North", "South"))],
        [OneOf(column="s01", values=("East",))],
        [OneOf(column="s01", values=())],
        [OneOf(column="s01", values=("North",)), OneOf(column="s01", values=("South",))],
        [OneOf(column="s02", values=("Old",))],
        [OneOf(column="s03", values=("Web",))],
        [OneOf(column="q01", values=(1, 2, 3, 4, 5))],
        [Between(column="q01", low=2)],
        [Between(column="q01", low=1, high=4)],
        [Between(column="q03", low=1)],
        [Between(column="day", low=date(2026, 1, 2))],
        [Between(column="day", low=date(2025, 1, 1), high=date(2026, 3, 1))],
        [Between(column="n01", low=0)],
        [Between(column="bucket", low=3, high=9)],
        [Between(column="bucket", high=9), Between(column="bucket", high=8)],
        [Between(column="response_no", high=5)],
        [Contains(column="t01", text="wait")],
    ],
)
def test_whatever_could_do_more_than_narrow_is_refused(where: list[Predicate]) -> None:
    with pytest.raises(OutOfScopeError):
        SHARED.narrowing(where)


def test_only_what_is_named_may_be_asked_or_divide() -> None:
    assert SHARED.may_ask("q01")
    assert SHARED.may_ask("q02")
    assert not SHARED.may_ask("q03")
    assert SHARED.may_divide("s01")
    assert SHARED.may_divide("first:t01")
    assert not SHARED.may_divide("s03")
    SHARED.require_question("q01")
    EVERYTHING.require_question("q99")
    with pytest.raises(OutOfScopeError):
        SHARED.require_question("q02")
