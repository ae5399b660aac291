"""Keeping results: each is worked out once for all sessions, however many ask at the same moment.

Streamlit's own caches take apart every argument to build a key, which costs more than many a page has to spend, and
any browser can ask for them to be emptied. Choices here are frozen and hashable: they are the key as they stand.
"""

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import pandas as pd

from csat_core.model import formats

P = ParamSpec("P")
R = TypeVar("R")

_emptied: list[Callable[[], None]] = []


def kept(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A decorator: the result of a function by its arguments, of which the `most` last used are kept.

    An error is not kept, and reaches everyone who waited. All arguments must be hashable; how numbers are written for
    people is part of the key without being one of them.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        found: OrderedDict[Hashable, Future[R]] = OrderedDict()
        lock = threading.Lock()

        @wraps(function)
        def remembered(*args: P.args, **named: P.kwargs) -> R:
            key = (args, tuple(sorted(named.items())), formats.chosen())
            with lock:
                future = found.get(key)
                is_first = future is None
                if future is None:
                    future = found[key] = Future()
                    if len(found) > most:
                        found.popitem(last=False)
                else:
                    found.move_to_end(key)
            if is_first:
                _work_out(future, lambda: function(*args, **named), lambda: _drop(key, future))
            return future.result()

        def _drop(key: Hashable, future: Future[R]) -> None:
            with lock:
                if found.get(key) is future:
                    del found[key]

        _emptied.append(found.clear)
        return remembered

    return decorate


def _work_out(future: Future[Any], work: Callable[[], Any], forget: Callable[[], None]) -> None:
    """Nothing; `future` holds what `work` gave or raised."""
    try:
        future.set_result(work())
    except BaseException as error:
        forget()
        future.set_exception(error)


def forget_everything() -> None:
    """Nothing; whatever was kept is worked out anew."""
    for empty in _emptied:
        empty()


_beside: dict[int, dict[Hashable, Any]] = {}


def beside(frame: pd.DataFrame, what: Hashable, make: Callable[[], R]) -> R:
    """What `make` gives for `frame`, kept for as long as the frame lives; `what` tells several such things apart.

    For what only depends on the frame or on the result that it is a part of: the form in which it is sent, the words that
    are said of it. Frames that were shown are not changed.
    """
    found = _beside.get(id(frame))
    if found is None:
        found = _beside[id(frame)] = {}
        weakref.finalize(frame, _beside.pop, id(frame), None)
    key = (what, formats.chosen())
    if key not in found:
        found[key] = make()
    return found[key]  # type: ignore[no-any-return]
