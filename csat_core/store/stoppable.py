"""Long statements that can be stopped: who gives up waits a moment, not until the end."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

import duckdb

BEAT = 0.2
"""Seconds between two looks at whether somebody gave up."""

Watch = Callable[[], None]
"""Called several times a second while a statement runs, on the thread that waits for it; raising stops the statement."""
Answer = TypeVar("Answer")


def stoppable(cursor: duckdb.DuckDBPyConnection, work: Callable[[], Answer], watch: Watch | None) -> Answer:
    """What `work` gives, which runs statements on `cursor`. Raises what it raises, or whatever `watch` or a signal does.

    It is over when this returns, stopped or not: the transaction around it can be rolled back.
    """
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
