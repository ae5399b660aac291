"""How often something may be tried: so many times in a while by one, whoever that is."""

import math
import time
from collections import OrderedDict, deque
from collections.abc import Callable

MOST_NAMES = 10_000
"""Whom to remember at once; beyond, the one longest silent is forgotten."""


class Tries:
    """Counts what each name did in the last `seconds`, up to `limit`."""

    def __init__(self, limit: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.limit = limit
        self.seconds = seconds
        self._clock = clock
        self._times: OrderedDict[str, deque[float]] = OrderedDict()

    def wait(self, name: str) -> int:
        """Seconds until this name may try again; 0 where it may now."""
        times = self._recent(name)
        return max(1, math.ceil(times[0] + self.seconds - self._clock())) if len(times) >= self.limit else 0

    def note(self, name: str) -> None:
        """Nothing; one more try is counted."""
        times = self._recent(name)
        times.append(self._clock())
        self._times[name] = times
        self._times.move_to_end(name)
        while len(self._times) > MOST_NAMES:
            self._times.popitem(last=False)

    def take_back(self, name: str) -> None:
        """Nothing; the latest try of this name does not count."""
        times = self._recent(name)
        if times:
            times.pop()

    def left(self, name: str) -> int:
        """How many tries this name still has."""
        return max(0, self.limit - len(self._recent(name)))

    def _recent(self, name: str) -> deque[float]:
        times = self._times.get(name, deque())
        oldest = self._clock() - self.seconds
        while times and times[0] <= oldest:
            times.popleft()
        if not times:
            self._times.pop(name, None)
        return times
