"""Datasets for the analyses, in memory and stored."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from csat_core.store import Store, open_store
from tests.conftest import Given, asked, in_memory, make_dataset

TURNS = count()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all tests of a module: each puts a dataset of its own there."""
    opened = open_store(tmp_path_factory.mktemp("shelf") / "csat.duckdb")
    yield opened
    opened.close()


@pytest.fixture(params=["in memory", "stored"])
def asking(request: pytest.FixtureRequest) -> Callable[[dict[str, Given]], tuple]:  # type: ignore[type-arg]
    """Engine and dataset of some columns, in memory and stored."""
    if request.param == "in memory":
        return in_memory
    shelf: Store = request.getfixturevalue("shelf")
    return lambda columns: (asked(shelf), make_dataset(shelf, columns, f"Survey {next(TURNS)}"))
