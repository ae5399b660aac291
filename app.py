"""The server: `streamlit run app.py` or `uvicorn app:app`, both in the project root; the pages begin in pages/main.py.

It is not itself the Streamlit script: beside a script, Streamlit would serve every file of pages/ without asking it.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from csat_core import cli
from csat_core.errors import CsatError
from csat_core.ingest import demo
from csat_core.service import CommandSocket, SecurityHeaders, health, icon
from csat_core.store import Store, catalogue, default_path, open_store

PAGES = Path(__file__).resolve().parent / "pages"


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
    try:
        store = await asyncio.to_thread(open_store, default_path())
    except CsatError as error:  # the pages say why, so the server starts all the same
        print(error, file=sys.stderr)
        yield {"refusal": error}
        return
    try:
        await asyncio.to_thread(warm_up, store)
        async with CommandSocket(store.path, lambda argv, **call: cli.run(argv, store, **call)):
            yield {"store": store}
    finally:
        store.close()


def datasets() -> int:
    """How many datasets there are; raises the CsatError that kept the store from being opened."""
    if "refusal" in app.state:
        raise app.state["refusal"]
    return len(catalogue.datasets(app.state["store"]))


routes = [health(lambda: st.get_option("runner.postScriptGC") is False, datasets), icon(PAGES / "static" / "icon.png")]
app = st.App(PAGES / "main.py", routes=routes, middleware=[Middleware(SecurityHeaders)], lifespan=lifespan)
