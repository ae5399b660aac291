"""Signs of life of the child process: how far a long statement is, while it runs."""

import contextlib
import threading
from collections.abc import Iterator

import duckdb

from csat_core.ingest.formats.table import Far, Report

HEARTBEAT = 0.25
"""Seconds between two signs of life; each is a chance for the person to stop."""


@contextlib.contextmanager
def alive(
    engine: duckdb.DuckDBPyConnection,
    report: Report,
    text: str,
    part: tuple[float, float] | None = None,
    far: Far | None = None,
) -> Iterator[None]:
    """Nothing; while the block lasts, how far the engine is, is reported several times a second.

    `part` says which part of the whole work (0-1) the block is; without it the share is that of the statement alone,
    None where the engine cannot tell. What `far` knows goes before what the engine does.
    """
    over = threading.Event()

    def beat() -> None:
        while not over.wait(HEARTBEAT):
            known = far.share if far else None
            report(known() if known else _share(engine.query_progress(), part), text)

    report(part[0] if part else None, text)
    beating = threading.Thread(target=beat, daemon=True)
    beating.start()
    try:
        yield
    finally:
        over.set()
        beating.join()


def _share(percent: float, part: tuple[float, float] | None) -> float | None:
    if part is None:
        return percent / 100 if 0 <= percent <= 100 else None
    begin, end = part
    return begin + (end - begin) * min(max(percent, 0.0), 100.0) / 100
