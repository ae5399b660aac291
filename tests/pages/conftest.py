"""Every page test has a store of its own, which the pages find, and begins with empty caches."""

from collections.abc import Iterator

import pytest
import streamlit as st

from csat_core.store import Store


@pytest.fixture(autouse=True)
def _empty_caches() -> Iterator[None]:
    _clear()
    yield
    _clear()


def _clear() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def store(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The test's store, which the pages open as well."""
    monkeypatch.setenv("CSAT_DATABASE", str(store.path))
    return store
