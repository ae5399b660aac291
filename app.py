"""The server: `streamlit run app.py` or `uvicorn app:app`, both in the project root; the pages begin in pages/main.py.

It is not itself the Streamlit script: beside a script, Streamlit would serve every file of pages/ without asking it.
"""

import asyncio
import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from csat_core import cli
from csat_core.errors import CsatError
from csat_core.ingest import demo, private
from csat_core.model.share import Share
from csat_core.service import (
    CommandSocket,
    SecurityHeaders,
    doors,
    first_words,
    front,
    frozen,
    gate,
    health,
    icon,
    links,
    logs,
    settings,
    signing_in,
)
from csat_core.service.callers import Callers
from csat_core.service.hosts import Hosts
from csat_core.service.sockets import SocketLimits, SocketQuota
from csat_core.service.uploads import UploadLimits, UploadQuota
from csat_core.store import Store, catalogue, default_path, open_store, shares
from pages.shared import folders, inside

LOG = logging.getLogger(__name__)
PAGES = Path(__file__).resolve().parent / "pages"
AHEAD = "pages.shared.ahead"
"""By its name: what it needs takes seconds to load, and is there once the store is open."""
SECONDS_BETWEEN_SWEEPS = 30.0
SECONDS_BETWEEN_PREPARATIONS = 1.0
SECONDS_A_LOST_SESSION_LASTS = 10
"""In server mode, where no session is ever gone on with."""


def prepared() -> settings.Settings:
    """The settings of the environment, told to Streamlit where it needs them; ends the process where they are not safe."""
    try:
        found = settings.chosen()
        if found.is_server and st.get_option("client.showErrorDetails") != "none":
            raise settings.SettingsError(
                "CSAT_MODE=server needs .streamlit/config.toml, which was not read: start the app in the project's folder."
            )
    except CsatError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    _tell(found)
    inside.look_up_lazily()
    inside.write_theme_once()
    # Streamlit reads its files again when they change, as in an upgrade, and forgets what it was told
    config.on_config_parsed(lambda: _tell(found), force_connect=True)
    if not found.is_server and st.get_option("server.address") not in ("127.0.0.1", "localhost", "::1"):
        print("Nobody is asked to sign in, and others can reach this app: set CSAT_MODE=server.", file=sys.stderr)
    return found


def _tell(found: settings.Settings) -> None:
    """Nothing; Streamlit has the settings that stand in the environment of ours."""
    config.set_option("server.cookieSecret", found.signing_secret())
    if found.hosts:
        config.set_option("server.allowedHosts", list(found.hosts))
    if found.is_server:
        config.set_option("server.disconnectedSessionTTL", SECONDS_A_LOST_SESSION_LASTS)


def warm_up(store: Store) -> None:
    """Nothing; the first visitor finds the demo datasets, and does not wait for imports or the first query."""
    if os.environ.get("CSAT_DEMO") == "1":
        demo.load_if_new(store)
    # here and not beside the first visitor: two threads in the middle of the same imports can trip over one another
    for module in (
        "plotly.graph_objects",
        "narwhals.stable.v2",
        "pages.shared.loaders",
        "pages.shared.shares",
        AHEAD,
    ):
        import_module(module)
    with store.cursor() as cursor:
        cursor.execute("SELECT 1").fetchall()


async def sweep() -> None:
    """Never; what ended sessions uploaded leaves the memory, whether or not somebody else comes."""
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_SWEEPS)
        inside.forget_ended()
        await asyncio.to_thread(folders.forget_ended)


async def prepare(store: Store) -> None:
    """Never; the links are ready for whoever opens one, from the start on and each time that anything has changed."""
    ahead, ready_for = import_module(AHEAD), -1
    while True:
        if store.generation != ready_for:
            ready_for = store.generation
            try:
                for share in await asyncio.to_thread(ahead.to_prepare):
                    if store.generation == ready_for:
                        await asyncio.to_thread(ahead.first_words, share)
            except Exception:  # whatever it is, the page that is opened says it
                LOG.exception("The links could not be prepared")
        await asyncio.sleep(SECONDS_BETWEEN_PREPARATIONS)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Holds the store, and takes commands from the command line, for as long as the server runs."""
    sweeping = asyncio.create_task(sweep())
    await asyncio.to_thread(private.sweep)
    try:
        async with _holding() as held:
            yield held
    finally:
        sweeping.cancel()
        await asyncio.to_thread(private.sweep, own=True)


@asynccontextmanager
async def _holding() -> AsyncIterator[dict[str, Any]]:
    try:
        store = await asyncio.to_thread(open_store, default_path())
    except CsatError as error:  # the pages say why, so the server starts all the same
        print(error, file=sys.stderr)
        yield {"refusal": error}
        return
    try:
        await asyncio.to_thread(warm_up, store)
        preparing = asyncio.create_task(prepare(store))
        try:
            async with CommandSocket(store.path, lambda argv, **call: cli.run(argv, store, **call)):
                yield {"store": store}
        finally:
            preparing.cancel()
    finally:
        store.close()


def datasets() -> int:
    """How many datasets there are; raises the CsatError that kept the store from being opened."""
    if "refusal" in app.state:
        raise app.state["refusal"]
    return len(catalogue.datasets(app.state["store"]))


def find(token: str) -> Share | None:
    """The share that this secret of a link opens now."""
    return shares.find(app.state["store"], token) if "store" in app.state else None


def words(share: Share, chosen: first_words.Choices) -> first_words.FirstWords | None:
    """What the first page of a link says first: as it was worked out, where nothing has changed since, else anew."""
    found = first_words.MEMORY.find(share.token_hash, chosen, app.state["store"].generation)
    return found or import_module(AHEAD).first_words(share, chosen)


def is_passcode(share: Share, text: str) -> bool:
    """Whether this is the passcode of the share."""
    return shares.check_passcode(app.state["store"], share, text)


def document(share: Share, is_first: bool) -> bytes:
    """What a frozen share shows; opened once more where a visit sees it for the first time."""
    if is_first:
        shares.note(app.state["store"], "opened", share)
    return shares.document_of(app.state["store"], share)


SETTINGS = prepared()
logs.keep_discreet()
ours, callers = doors.ours(), Callers(SETTINGS.trusted_proxies)
routes = [
    health(lambda: st.get_option("runner.postScriptGC") is False, datasets),
    icon(PAGES / "static" / "icon.png"),
    *signing_in.routes(ours, callers),
    frozen.PREVIEWS.route,
    front.script(),
    *links.routes(links.Links(find=find, is_passcode=is_passcode, document=document), ours, callers),
]
middleware = [
    Middleware(SecurityHeaders),
    Middleware(Hosts, allowed=lambda: st.get_option("server.allowedHosts")),
    Middleware(SocketQuota, callers=callers, limits=SocketLimits.for_each(SETTINGS.sockets_per_address)),
    Middleware(
        gate.Gate,
        doors=ours,
        find=find,
        messages=gate.Messages(of_people=inside.of_people, of_visitors=inside.of_visitors),
        callers=callers,
    ),
    Middleware(
        UploadQuota,
        callers=callers,
        limits=lambda: UploadLimits.for_files_of(st.get_option("server.maxUploadSize")),
        held=inside.uploads,
    ),
    Middleware(front.Front, doors=ours, find=find, words=words),
]
app = st.App(PAGES / "main.py", routes=routes, middleware=middleware, lifespan=lifespan)
