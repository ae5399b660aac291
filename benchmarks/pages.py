"""A rerun of every page, its numbers kept from the run before, against an empty Streamlit page, as a browser waits for them.

As it follows a choice on the page, which leaves the sidebar as it stands, and whole; where a part of the page is open that
is drawn by itself, also a choice within that.
"""

import shutil
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.timing import Row, best_of
from benchmarks.visit import Visit, serving
from csat_core.ingest import demo
from csat_core.store import open_store

PROJECT = Path(__file__).resolve().parents[1]
RUNS, ROUNDS = 8, 5
"""The best of the runs in each round, and the round whose ratio lies in the middle: one lucky or busy moment decides nothing."""
EMPTY = "import streamlit as st\nst.title('Empty')\n"


def rows(folder: Path) -> Iterator[Row]:
    """Over the websocket, both servers under the same settings, the two sides taking turns."""
    database = folder / "pages.duckdb"
    store = open_store(database)
    demo.load(store)
    store.close()
    bare = folder / "bare"
    shutil.copytree(PROJECT / ".streamlit", bare / ".streamlit")
    (bare / "empty.py").write_text(EMPTY)
    ours = serving(PROJECT / "app.py", free_port(), CSAT_DATABASE=str(database), CSAT_DEMO="0")
    with ours as app, serving(bare / "empty.py", free_port()) as empty, closing(Visit(empty.address)) as blank:
        with closing(Visit(app.address)) as first:
            pages = [page for page in first.pages if page != "overview"]  # which is the first page, too
        for page in pages:
            with closing(Visit(app.address, page, "dataset=1")) as visit:
                visit.rerun()
                part = visit.choose_within if visit.has_parts else visit.choose
                rounds = [best_of(RUNS, visit.choose, part, visit.rerun, blank.rerun) for _ in range(ROUNDS)]
            chosen, within, whole = (_middle([(times[at], times[-1]) for times in rounds]) for at in range(3))
            if visit.has_parts:
                yield Row(what=f"one part of /{page}, vs an empty page", **within, limit="at most 3 x")
            yield Row(what=f"choice on /{page}, vs an empty page", **chosen, limit="at most 3 x")
            yield Row(what=f"the same with the sidebar of /{page}", **whole)


def _middle(rounds: list[tuple[float, float]]) -> dict[str, float]:
    """Ours and theirs of the round whose ratio is the median."""
    ours, against = sorted(rounds, key=lambda times: times[0] / times[1])[len(rounds) // 2]
    return {"ours": ours, "against": against}


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
