"""The document that Streamlit starts from in a browser, with what is ours in it: name, typeface and a link's first words."""

import asyncio
import hashlib
import logging
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from csat_core.model.share import Share
from csat_core.service import first_words
from csat_core.service.doors import Doors
from csat_core.service.first_words import SECRET, Choices, FirstWords
from csat_core.service.gate import PAGE, path_of

LOG = logging.getLogger(__name__)

ROOT = b'<div id="root"></div>'
"""Where the scripts of Streamlit draw; without it a document is none of theirs."""
TYPEFACE = re.compile(rb'<link\s+rel="preload"[^>]*\bas="font"[^>]*>')
"""Streamlit fetches its own typeface early, 170 kB that no page of ours uses."""
OUR_TYPEFACE = b'<link rel="preload" href="./app/static/ibm-plex-sans-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin>'
HINT = re.compile(rb"<script>\s*window\.prerenderReady = false\s*</script>")
"""For search engines, in a script that our policy does not let run."""
PATIENCE = 0.4
"""Seconds: longer than most first pages take to work out, shorter than a browser takes to begin drawing."""
ASKED_AGAIN = {b"if-none-match", b"if-modified-since", b"range", b"accept-encoding"}
"""Headers that would bring a part of the document, or none, or one that cannot be read here."""

SCRIPT = b"""const words = document.getElementById("first-words");
const drawn = part => document.querySelector(`[data-testid=stMain] ${part}`);
const watch = new MutationObserver(() => {
  if (drawn("[class*=st-key-said] [data-testid=stText]")) gone();
  else if (drawn("h1")) setTimeout(gone, 300);
});
const gone = () => { watch.disconnect(); words.remove(); };
watch.observe(document.getElementById("root"), { childList: true, subtree: true });
"""
"""Takes the first words away once the page says the same; a page that says something else, such as a refusal, has a title only."""
SCRIPT_PATH = "/first-words.js"
SCRIPT_TAG = f'<script type="module" src=".{SCRIPT_PATH}?{hashlib.sha256(SCRIPT).hexdigest()[:12]}"></script>'.encode()


def script() -> Route:
    """The route of the script that takes the first words away; its address changes with it."""

    def answer(_request: Request) -> Response:
        kept = {"Cache-Control": "public, immutable, max-age=31536000"}
        return Response(SCRIPT, media_type="text/javascript", headers=kept)

    return Route(SCRIPT_PATH, answer)


class Front:
    """ASGI middleware around Streamlit that makes its document ours.

    `find` gives what the secret of a link opens, `words` what its first page says first, by what is chosen. They are
    written into the document only where that page would say them: while the link is open, for those who gave its
    passcode. Where they are not known within `patience` seconds the document goes without, and the next has them.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        doors: Doors,
        find: Callable[[str], Share | None],
        words: Callable[[Share, Choices], FirstWords | None],
        patience: float = PATIENCE,
    ) -> None:
        self._app = app
        self._doors = doors
        self._find = find
        self._words = words
        self._patience = patience
        self._at_work: set[asyncio.Task[FirstWords | None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and PAGE.fullmatch(path_of(scope)):
            headers = [(name, value) for name, value in scope["headers"] if name.lower() not in ASKED_AGAIN]
            # to HEAD the server sends what stands above the document, which is that of the whole one
            asked = {**scope, "method": "GET", "headers": headers}
            await self._app(asked, receive, _rewriting(send, await self._said(scope)))
        else:
            await self._app(scope, receive, send)

    async def _said(self, scope: Scope) -> FirstWords | None:
        if path_of(scope) != "/":  # where a link leads
            return None
        params = parse_qs(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True, encoding="utf-8")
        if len(params.get(SECRET, ())) != 1:
            return None
        cookies = HTTPConnection(scope).cookies
        asked = asyncio.create_task(
            run_in_threadpool(self._known, params[SECRET][0], first_words.choices(params), cookies)
        )
        self._at_work.add(asked)  # a task that nobody holds may be lost
        asked.add_done_callback(self._at_work.discard)
        done, _ = await asyncio.wait({asked}, timeout=self._patience)
        if not done:
            return None
        if error := asked.exception():  # the page itself says what is wrong
            LOG.error("First words of a link could not be worked out", exc_info=error)
            return None
        return asked.result()

    def _known(self, secret: str, chosen: Choices, cookies: Mapping[str, str]) -> FirstWords | None:
        share = self._find(secret)
        if share is None or not share.is_open(datetime.now(UTC)) or not self._doors.has_proof(cookies, share):
            return None
        return self._words(share, chosen)


def _rewriting(send: Send, words: FirstWords | None) -> Send:
    """`send`, which makes ours of a document of Streamlit and lets everything else pass as it is."""
    start: Message | None = None
    parts: list[bytes] = []

    async def send_ours(message: Message) -> None:
        nonlocal start
        if message["type"] == "http.response.start" and _is_page(message):
            start = message
        elif start is None or message["type"] != "http.response.body":
            await send(message)
        else:
            parts.append(message.get("body", b""))
            if not message.get("more_body", False):
                body = b"".join(parts)
                if ROOT in body:
                    body = document(body, words)
                    _describe(start, len(body), holds_words=words is not None)
                await send(start)
                await send({"type": "http.response.body", "body": body})

    return send_ours


def _is_page(start: Message) -> bool:
    return start["status"] == 200 and Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")


def _describe(start: Message, length: int, *, holds_words: bool) -> None:
    """Nothing; the headers of a reply say what its body has become."""
    headers = MutableHeaders(scope=start)
    for name in ("etag", "last-modified", "accept-ranges"):
        del headers[name]
    headers["content-length"] = str(length)
    if holds_words:
        headers["cache-control"] = "no-store"


def document(body: bytes, words: FirstWords | None) -> bytes:
    """Streamlit's document under our name, in our typeface, and with the first words over it where there are any."""
    body = body.replace(b"<title>Streamlit</title>", b"<title>CSAT</title>", 1)
    body = HINT.sub(b"", TYPEFACE.sub(OUR_TYPEFACE, body, count=1), count=1)
    if words is None:
        return body
    return body.replace(ROOT, ROOT + first_words.written(words).encode() + SCRIPT_TAG, 1)
