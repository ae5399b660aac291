"""Timing: the best of a few runs, the two sides taking turns so that a busy moment hits both."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One comparison, in seconds unless another unit is named."""

    what: str
    ours: float
    against: float | None
    limit: str = ""
    """What is promised of the ratio or of the difference."""
    unit: str = "ms"


def best_of(runs: int, *sides: Callable[[], object]) -> list[float]:
    """The best time of each side, in seconds."""
    best = [float("inf")] * len(sides)
    for _ in range(runs):
        for at, side in enumerate(sides):
            began = time.perf_counter()
            side()
            best[at] = min(best[at], time.perf_counter() - began)
    return best
