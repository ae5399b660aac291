"""Tables: documents as people read them, a module for each family of commands."""

from collections.abc import Callable, Mapping
from typing import TextIO

from csat_core.cli.calls import Document
from csat_core.cli.tables import (
    benchmarks,
    drivers,
    files,
    groups,
    journeys,
    money,
    reports,
    safekeeping,
    scores,
    trends,
)
from csat_core.cli.tables.page import Page

_WRITERS: Mapping[str, Callable[[Document, Page], None]] = {
    "import": files.imports,
    "datasets": files.datasets,
    "join": files.joined,
    "undo": files.undone,
    "rejects": files.rejects,
    "score": scores.write,
    "trend": trends.write,
    "segments": groups.write,
    "journey": journeys.write,
    "drivers": drivers.write,
    "benchmark": benchmarks.write,
    "roi": money.write,
    "report": reports.write,
    "backup": safekeeping.backed_up,
    "restore": safekeeping.restored,
    "erase": safekeeping.erased,
}


def write(command: str, document: Document, stream: TextIO) -> None:
    """Nothing; the document that `command` answered is on `stream` as sentences and tables."""
    page = Page(stream)
    _WRITERS[command](document, page)
    stream.write(page.text())
