"""What is kept: once for all who ask, by what was asked, and not for ever."""

import gc
import threading
import time
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from csat_core.model import formats
from pages.shared import kept as module
from pages.shared import loaders
from pages.shared.kept import beside, forget_everything, kept


def test_many_who_ask_at_once_have_it_worked_out_once() -> None:
    calls = []

    @kept(10)
    def slow(number: int) -> int:
        calls.append(number)
        time.sleep(0.05)
        return 2 * number

    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(slow(21))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [42] * 8
    assert calls == [21]


def test_only_the_last_used_are_kept() -> None:
    calls = []

    @kept(2)
    def square(number: int) -> int:
        calls.append(number)
        return number * number

    assert [square(1), square(2), square(1), square(3), square(1), square(2)] == [1, 4, 1, 9, 1, 4]
    assert calls == [1, 2, 3, 2]


def test_an_error_reaches_who_asked_and_is_not_kept() -> None:
    answers = iter([ValueError("not now"), 5])

    @kept(2)
    def at_second_try() -> int:
        answer = next(answers)
        if isinstance(answer, ValueError):
            raise answer
        return answer

    with pytest.raises(ValueError, match="not now"):
        at_second_try()
    assert at_second_try() == 5


def test_what_is_forgotten_is_worked_out_anew() -> None:
    calls = []

    @kept(2)
    def once() -> int:
        calls.append(1)
        return len(calls)

    assert (once(), once()) == (1, 1)
    forget_everything()
    assert once() == 2


def test_how_numbers_are_written_is_part_of_what_is_asked() -> None:
    @kept(5)
    def said(share: float) -> str:
        return formats.percent(share)

    assert said(0.123) == "12.3 %"
    formats.use(formats.NumberFormat(digits=0))
    try:
        assert said(0.123) == "12 %"
    finally:
        formats.use(formats.USUAL)


def test_what_stands_beside_a_frame_is_made_once_and_goes_with_it() -> None:
    def times(factor: int) -> float:
        return float(beside(frame, "times", lambda: frame["share"][0] * factor))

    frame = pd.DataFrame({"share": [0.5]})
    assert (times(2), times(3)) == (1.0, 1.0)
    key = id(frame)
    assert key in module._beside
    frame = pd.DataFrame()
    gc.collect()
    assert key not in module._beside


def test_a_function_that_a_page_makes_anew_in_every_run_is_known_by_its_place() -> None:
    calls: list[int] = []

    def page() -> dict[str, Callable[[int], int]]:
        source = "def double(number):\n    calls.append(number)\n    return 2 * number\n"
        names: dict[str, Any] = {"calls": calls}
        exec(compile(source, "page.py", "exec"), names)
        return names

    assert [loaders.made(page()["double"], 4), loaders.made(page()["double"], 4), loaders.made(page()["double"], 5)] == [
        8, 8, 10,
    ]  # fmt: skip
    assert calls == [4, 5]
    with pytest.raises(TypeError, match="depends on more than it is given"):
        loaders.made(lambda: len(calls))
