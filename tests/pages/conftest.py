"""Every page test has a store of its own, which the pages find, and begins with empty caches."""

from collections.abc import Iterator

import pytest

from csat_core.store import Store
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
