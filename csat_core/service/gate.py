"""The gate before Streamlit, which itself asks nobody: pages, websocket, uploads and files for those who may have them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from csat_core.model.share import Share
from csat_core.service import forms
from csat_core.service.callers import Callers
from csat_core.service.doors import Doors
from csat_core.service.hosts import POLICY_VIOLATION

OPEN = re.compile(r"/healthz|/favicon\.(png|ico)|/first-words\.js|/signin|/signout|/s/[^/]+|/(app/)?static/.+")
"""For everybody: no data comes from here, and the doors themselves."""
PAGE = re.compile(r"/[^/]*")
SOCKET = "/_stcore/stream"
FOR_VISITORS = ("/_stcore/health", "/_stcore/host-config")
"""What the browser half of Streamlit asks before it opens its websocket."""
KEPT_BACK = re.compile(r"/_stcore/upload_file/.*|/media/.*")

Allowed = Callable[[bytes], bool]
"""Whether a message of a browser to its session may pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """Which messages of the websocket pass."""

    of_people: Allowed
    of_visitors: Allowed


class Gate:
    """ASGI middleware of the server mode. Locally everything passes.

    A person who signed in has all; a visitor with a link the page, its websocket and what it needs; a stranger the
    form. Which data a visitor sees is decided by the script, at every run, from the link in its address.
    """

    def __init__(
        self, app: ASGIApp, *, doors: Doors, find: Callable[[str], Share | None], messages: Messages, callers: Callers
    ) -> None:
        self._app = app
        self._doors = doors
        self._find = find
        self._messages = messages
        self._callers = callers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._doors.settings.is_server or scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif OPEN.fullmatch(path_of(scope)) or self._doors.who(HTTPConnection(scope).cookies) is not None:
            await self._app(scope, receive, send)
        else:
            await self._request(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A request of somebody who is not signed in."""
        path, reads = path_of(scope), scope["method"] in ("GET", "HEAD")
        if reads and PAGE.fullmatch(path):
            await self._page(scope, receive, send)
        elif reads and path in FOR_VISITORS and self._doors.is_visitor(HTTPConnection(scope).cookies):
            await self._app(scope, receive, send)
        elif KEPT_BACK.fullmatch(path):
            await PlainTextResponse("Sign in first.\n", status_code=403)(scope, receive, send)
        else:
            await forms.nothing_here()(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        token = _token(scope)
        if token is None:
            await _to_sign_in(scope)(scope, receive, send)
            return
        share = await run_in_threadpool(self._find, token)
        if share is None:
            await forms.nothing_here()(scope, receive, send)
        elif not self._doors.has_proof(HTTPConnection(scope).cookies, share):
            await forms.go(f"/s/{quote(token, safe='')}")(scope, receive, send)
        else:
            await self._app(scope, receive, self._with_visit(share, scope, send))

    def _with_visit(self, share: Share, scope: Scope, send: Send) -> Send:
        """`send`, with the cookie that opens the websocket of the page."""
        cookie = self._doors.visit_cookie(share, HTTPConnection(scope).cookies).header(
            is_https=self._callers.is_https(scope)
        )

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("Set-Cookie", cookie)
            await send(message)

        return send_with_cookie

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        cookies = HTTPConnection(scope).cookies
        if path_of(scope) == SOCKET and self._doors.who(cookies) is not None:
            allowed = self._messages.of_people
        elif path_of(scope) == SOCKET and self._doors.is_visitor(cookies):
            allowed = self._messages.of_visitors
        else:
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            return
        await self._app(_without_session(scope), _only(allowed, receive), send)


def _only(allowed: Allowed, receive: Receive) -> Receive:
    async def receive_allowed() -> Message:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive" or (message.get("bytes") and allowed(message["bytes"])):
                return message

    return receive_allowed


def _without_session(scope: Scope) -> Scope:
    """The scope of a websocket that asks for a new session.

    Streamlit takes a third subprotocol for the number of a session to go on with, and believes whoever names one. What
    a page shows stands in its address, so a new session shows the same.
    """
    name = b"sec-websocket-protocol"
    offered = [value for each, value in scope["headers"] if each.lower() == name]
    kept = [entry.strip() for entry in b",".join(offered[:1]).split(b",")[:2]]
    headers = [(each, value) for each, value in scope["headers"] if each.lower() != name]
    if offered:
        headers.append((name, b", ".join(kept)))
    protocols = [entry.decode("latin-1") for entry in kept if entry]
    return {**scope, "headers": headers, "subprotocols": protocols}


def path_of(scope: Scope) -> str:
    """The path below where the app is mounted, as the routes see it."""
    path, root = str(scope["path"]), str(scope.get("root_path", ""))
    return path[len(root) :] or "/" if root and path.startswith(root) else path


def _token(scope: Scope) -> str | None:
    """The secret of the link in the address; of several the last, which is the one the page reads."""
    found = parse_qs(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True, encoding="utf-8")
    return found["s"][-1] if "s" in found else None


def _to_sign_in(scope: Scope) -> Response:
    query = scope.get("query_string", b"").decode("latin-1")
    here = path_of(scope) + (f"?{query}" if query else "")
    return forms.go("/signin" if here == "/" else f"/signin?next={quote(here, safe='/')}")
