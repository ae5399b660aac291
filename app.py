"""The server: `streamlit run app.py` or `uvicorn app:app`, both in the project root; the pages begin in pages/main.py.

It is not itself the Streamlit script: beside a script, Streamlit would serve every file of pages/ without asking it.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import FileResponse
from starlette.routing import Route

from csat_core import cli
from csat_core.errors import CsatError
from csat_core.ingest import demo
from csat_core.service import CommandSocket, Progress, SecurityHeaders, health
from csat_core.store import Store, catalogue, default_path, open_store

PAGES = Path(__file__).resolve().parent / "pages"


def opened_store() -> Store | None:
    """The store; None where it cannot be opened: the pages say why, so the app starts all the same."""
    try:
        return open_store(default_path())
    except CsatError as error:
        print(error, file=sys.stderr)
        return None


def warm_up(store: Store) -> None:
    """Nothing; the first visitor finds the demo datasets, and does not wait for imports or the first query."""
    if os.environ.get("CSAT_DEMO") == "1":
        demo.load_if_new(store)
    for module in ("plotly.graph_objects", "pandas", "narwhals.stable.v2"):
        import_module(module)
    with store.cursor() as cursor:
        cursor.execute("SELECT 1").fetchall()


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Holds the store, and takes commands from the command line, for as long as the server runs."""
    store = await asyncio.to_thread(opened_store)
    if store is None:
        yield {}
        return

    def run(argv: Sequence[str], *, folder: Path, progress: Progress) -> tuple[int, dict[str, Any]]:
        return cli.run(argv, store, folder=folder, progress=progress)

    try:
        await asyncio.to_thread(warm_up, store)
        async with CommandSocket(store.path, run):
            yield {"store": store}
    finally:
        store.close()


def datasets() -> int | None:
    """How many datasets there are; None where the store could not be opened."""
    store = app.state.get("store")
    return None if store is None else len(catalogue.datasets(store))


app = st.App(
    PAGES / "main.py",
    routes=[
        health(lambda: st.get_option("runner.postScriptGC") is False, datasets),
        Route("/favicon.png", lambda _request: FileResponse(PAGES / "static" / "icon.png")),
    ],
    middleware=[Middleware(SecurityHeaders)],
    lifespan=lifespan,
)
