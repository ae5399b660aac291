"""Long statements that can be stopped: who gives up waits a moment, not until the end."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

import duckdb

BEAT = 0.2
"""Seconds between two looks at whether somebody gave up."""

Watch = Callable[[], None]
"""Called several times a second while a statement runs, on the thread that waits for it; raising stops the statement."""
Answer = TypeVar("Answer")


_WATCH: ContextVar[Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watched(watch: Watch | None) -> Iterator[None]:
    """Nothing; long statements of the block that have no watch of their own are stopped by this one."""
    token = _WATCH.set(watch)
    try:
        yield
    finally:
        _WATCH.reset(token)


def stoppable(cursor: duckdb.DuckDBPyConnection, work: Callable[[], Answer], watch: Watch | None = None) -> Answer:
    """What `work` gives, which runs statements on `cursor`. Raises what it raises, or whatever `watch` or a signal does.

    It is over when this returns, stopped or not: the transaction around it can be rolled back.
    """
    watch = watch or _WATCH.get()
    if watch is None:
        return work()
    # not on this thread: Python acts on Ctrl-C, and on whoever waits, only between two statements of its own
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="statement") as pool:
        future = pool.submit(work)
        try:
            while not wait([future], timeout=BEAT).done:
                watch()
        finally:
            # again and again: what comes before the statement begins is forgotten by it
            while not future.done():
                cursor.interrupt()
                wait([future], timeout=BEAT / 4)
        return future.result()
