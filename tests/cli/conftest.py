"""What every test of the commands takes for granted."""

import pytest


@pytest.fixture(autouse=True)
def output_goes_to_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are whole, whatever the width of the terminal the tests were started in."""
    monkeypatch.delenv("COLUMNS", raising=False)
