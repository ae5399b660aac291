"""The document that Streamlit starts from in a browser, with what is ours in it: name, typeface and a link's first words."""

import hashlib
import re
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from csat_core.service import first_words
from csat_core.service.doors import Doors
from csat_core.service.first_words import SECRET, Choices, FirstWords
from csat_core.service.gate import PAGE, path_of

ROOT = b'<div id="root"></div>'
"""Where the scripts of Streamlit draw; without it a document is none of theirs."""
TYPEFACE = re.compile(rb'<link\s+rel="preload"[^>]*\bas="font"[^>]*>')
"""Streamlit fetches its own typeface early, 170 kB that no page of ours uses."""
OUR_TYPEFACE = b'<link rel="preload" href="./app/static/ibm-plex-sans-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin>'
HINT = re.compile(rb"<script>\s*window\.prerenderReady = false\s*</script>")
"""For search engines, in a script that our policy does not let run."""
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

    `find` gives what a link's first page said first, by the secret and what was chosen. It is written into the document
    only where that page would say it: while the link is open, for those who gave its passcode.
    """

    def __init__(self, app: ASGIApp, *, doors: Doors, find: Callable[[str, Choices], FirstWords | None]) -> None:
        self._app = app
        self._doors = doors
        self._find = find

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and PAGE.fullmatch(path_of(scope)):
            headers = [(name, value) for name, value in scope["headers"] if name.lower() not in ASKED_AGAIN]
            await self._app({**scope, "headers": headers}, receive, _rewriting(send, self._words(scope)))
        else:
            await self._app(scope, receive, send)

    def _words(self, scope: Scope) -> FirstWords | None:
        if path_of(scope) != "/":  # where a link leads
            return None
        params = parse_qs(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True, encoding="utf-8")
        if len(params.get(SECRET, ())) != 1:
            return None
        words = self._find(params[SECRET][0], first_words.choices(params))
        if words is None or not words.share.is_open(datetime.now(UTC)):
            return None
        return words if self._doors.has_proof(HTTPConnection(scope).cookies, words.share) else None


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
