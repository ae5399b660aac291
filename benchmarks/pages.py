"""A rerun of the cached Overview against an empty Streamlit page, both as script runs in one process."""

import os
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Row, best_of
from csat_core.ingest import demo
from csat_core.store import open_store

MAIN = Path(__file__).resolve().parents[1] / "pages" / "main.py"


def rows(folder: Path) -> Iterator[Row]:
    """The script run alone, without the network and the browser, which both sides would pay alike."""
    from streamlit.testing.v1 import AppTest

    os.environ["CSAT_DATABASE"] = str(folder / "pages.duckdb")
    store = open_store()
    demo.load(store)
    empty_script = folder / "empty.py"
    empty_script.write_text("import streamlit as st\nst.title('Empty')\n")
    overview = AppTest.from_file(str(MAIN), default_timeout=60).run()
    assert not overview.exception, overview.exception
    empty = AppTest.from_file(str(empty_script)).run()
    mine, theirs = best_of(20, overview.run, empty.run)
    store.close()
    yield Row(what="rerun of the cached Overview, vs an empty page", ours=mine, against=theirs)
