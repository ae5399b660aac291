"""Fifty people with one shared link to the Overview, each choosing among regions, against fifty on an empty page."""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import numpy as np

from benchmarks.pages import EMPTY, PROJECT, free_port
from benchmarks.timing import Row
from benchmarks.visit import Visit, serving
from csat_core.ingest import demo
from csat_core.model.predicate import OneOf
from csat_core.model.share import USUAL_TIME, ShareOrder, SharePage
from csat_core.model.view import first_view
from csat_core.store import catalogue, open_store, shares

VIEWERS, CHOICES, THINKING = 50, 10, 1.0
"""People, what each of them chooses, and the seconds they look before they choose again."""
RAMP = 4.0
"""Seconds in which all of them have come."""


def rows(folder: Path) -> Iterator[Row]:
    """The 95th percentile of what a choice takes, what failed, and what a session keeps in memory."""
    database = folder / "links.duckdb"
    (link,) = shared(database, SharePage.OVERVIEW)
    bare = folder / "bare-links"
    shutil.copytree(PROJECT / ".streamlit", bare / ".streamlit")
    (bare / "empty.py").write_text(EMPTY)
    secret = f"s={link.token}"
    queries = [secret, *(f"{secret}&{link.column}={quote(level)}" for level in link.levels)]
    with serving(PROJECT / "app.py", free_port(), CSAT_DATABASE=str(database), CSAT_DEMO="0") as app:
        for query in queries:  # the first one to choose a region waits for the engine, which is another measure
            with closing(Visit(app.address, "", query)):
                pass
        ours, failed, kept = _crowd(app.address, app.pid, queries)
    with serving(bare / "empty.py", free_port()) as empty:
        theirs, _, _ = _crowd(empty.address, empty.pid, [""])
    yield Row(what=f"{VIEWERS} viewers of a link: p95 of a choice, vs an empty page", ours=ours, against=theirs)
    yield Row(what="  of these choices failed", ours=failed, against=None, unit="", limit="0")
    yield Row(what="  memory of a session", ours=kept, against=None, unit="MB", limit="below 1 MB")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link, and what its readers may choose."""

    token: str
    column: str
    levels: tuple[str, ...]


def shared(database: Path, page: SharePage, many: int = 1) -> list[Link]:
    """Links to a page of the demo data in a new database, each to a day less of it: none shows what another one shows."""
    store = open_store(database)
    demo.load(store)
    dataset = catalogue.find_dataset(store, "Demo")
    region = next(column for column in dataset.segments if 2 < len(column.levels) < 10)
    whole, free = first_view(dataset), (OneOf(column=region.id, values=region.levels),)
    tokens = []
    for number in range(many):
        until = dataset.until and dataset.until - timedelta(days=number)
        order = ShareOrder(name="Benchmark", view=replace(whole, until=until), pages=(page,), free=free)
        tokens.append(shares.make_share(store, order, datetime.now(UTC) + USUAL_TIME).token)
    store.close()
    return [Link(token=token, column=region.id, levels=region.levels) for token in tokens]


def _crowd(address: str, pid: int, queries: list[str]) -> tuple[float, int, float]:
    """Seconds (95th percentile), failures, and megabytes a session that stays open."""
    times: list[float] = []
    failures: list[BaseException] = []
    with ExitStack() as open_visits:
        visits = [open_visits.enter_context(closing(Visit(address, "", queries[0])))]  # the first brings in modules
        before = _resident(pid)

        def look(number: int) -> None:
            time.sleep(RAMP * number / VIEWERS)
            try:
                visit = Visit(address, "", queries[0])
                visits.append(visit)
                for choice in range(CHOICES):
                    time.sleep(THINKING)
                    began = time.perf_counter()
                    visit.rerun(queries[(number + choice) % len(queries)])
                    times.append(time.perf_counter() - began)
            except Exception as error:
                failures.append(error)

        people = [threading.Thread(target=look, args=(number,)) for number in range(VIEWERS)]
        for person in people:
            person.start()
        for person in people:
            person.join()
        kept = (_resident(pid) - before) / VIEWERS
        for visit in visits[1:]:
            open_visits.enter_context(closing(visit))
    return float(np.quantile(times, 0.95)), len(failures), kept


def _resident(pid: int) -> float:
    """Megabytes of a process in memory."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(pid)
