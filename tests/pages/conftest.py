"""Every page test has a store of its own, which the pages find, and begins with empty caches."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from csat_core.store import Store, open_store
from pages.shared.kept import forget_everything


@pytest.fixture(autouse=True)
def _empty_caches() -> Iterator[None]:
    forget_everything()
    yield
    forget_everything()


@pytest.fixture
def store(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The test's store, which the pages open as well."""
    monkeypatch.setenv("CSAT_DATABASE", str(store.path))
    return store


@pytest.fixture
def demo_store(demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store with the demo datasets, which the pages open as well."""
    path = tmp_path / "copy.duckdb"
    shutil.copy(demo_file, path)
    monkeypatch.setenv("CSAT_DATABASE", str(path))
    opened = open_store(path)
    yield opened
    opened.close()
