"""Signs of life: how far a long statement is, as part of the whole work or alone."""

import time

import pytest

from csat_core.ingest.child import heartbeat
from csat_core.ingest.formats.table import Far


class Engine:
    """An engine that says of itself how far it is."""

    def __init__(self, percent: float) -> None:
        self.percent = percent

    def query_progress(self) -> float:
        return self.percent


def beats(
    monkeypatch: pytest.MonkeyPatch, percent: float, part: tuple[float, float] | None = None, far: Far | None = None
) -> list[float | None]:
    """What is told at the beginning and at the first beat after it."""
    monkeypatch.setattr(heartbeat, "HEARTBEAT", 0.01)
    told: list[tuple[float | None, str]] = []
    with heartbeat.alive(Engine(percent), lambda share, text: told.append((share, text)), "Reading", part, far):  # type: ignore[arg-type]
        while len(told) < 2:
            time.sleep(0.005)
    after = len(told)
    time.sleep(0.05)
    assert len(told) == after
    assert {text for _, text in told} == {"Reading"}
    return [share for share, _ in told[:2]]


@pytest.mark.parametrize(
    ("percent", "part", "shares"),
    [
        (40.0, None, [None, 0.4]),
        (-1.0, None, [None, None]),
        (50.0, (0.2, 0.6), [0.2, 0.4]),
        (-1.0, (0.2, 0.6), [0.2, 0.2]),
        (100.0, (0.2, 0.6), [0.2, 0.6]),
    ],
)
def test_how_far_it_is_is_told_while_the_block_lasts(
    monkeypatch: pytest.MonkeyPatch, percent: float, part: tuple[float, float] | None, shares: list[float | None]
) -> None:
    assert beats(monkeypatch, percent, part) == pytest.approx(shares)


def test_a_format_that_reads_row_by_row_knows_better_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    far = Far()
    records = far.along([(2, ["a"], ""), (5, ["b"], "")], 20)
    assert far.share is None
    assert [next(records)[0], far.share()] == [2, 0.1]  # type: ignore[misc]
    assert beats(monkeypatch, 100.0, far=far) == [None, 0.1]
    assert [next(records)[0], beats(monkeypatch, 100.0, far=far)[1]] == [5, 0.25]
    assert beats(monkeypatch, 100.0, far=Far(share=lambda: None)) == [None, None]
