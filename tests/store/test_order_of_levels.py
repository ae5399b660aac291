"""The order of levels: a permutation at a new version, and nothing else."""

import pytest

from csat_core.model.dataset import ColumnNotFoundError, Dataset, Role
from csat_core.store import Store, catalogue
from csat_core.store.catalogue import LevelsChangedError
from tests.conftest import make_dataset, question, segment


@pytest.fixture
def survey(store: Store) -> Dataset:
    """Three stages, and a region."""
    given = {
        "Overall": question([5] * 6),
        "Touchpoint": segment(["Buy", "Browse", "Return"] * 2, Role.TOUCHPOINT),
        "Region": segment(["North"] * 6),
    }
    return make_dataset(store, given)


def test_a_new_order_is_kept_at_a_new_version(store: Store, survey: Dataset) -> None:
    catalogue.reorder_levels(store, survey.id, "s01", ["Browse", "Buy", "Return"])
    found = catalogue.dataset(store, survey.id)
    assert found.column("s01").levels == ("Browse", "Buy", "Return")
    assert found.column("s02").levels == ("North",)
    assert found.version == survey.version + 1
    assert (survey.plan.ordered, found.plan.ordered) == ((), ("s01",))


@pytest.mark.parametrize(
    "levels", [["Browse", "Buy"], ["Browse", "Buy", "Return", "Return"], ["Browse", "Buy", "Stay"], []]
)
def test_what_is_no_permutation_is_refused_and_changes_nothing(
    store: Store, survey: Dataset, levels: list[str]
) -> None:
    with pytest.raises(LevelsChangedError, match="the 3 levels of 'Touchpoint', each once"):
        catalogue.reorder_levels(store, survey.id, "s01", levels)
    assert catalogue.dataset(store, survey.id) == survey


def test_an_unknown_column_is_refused(store: Store, survey: Dataset) -> None:
    with pytest.raises(ColumnNotFoundError):
        catalogue.reorder_levels(store, survey.id, "s09", [])
