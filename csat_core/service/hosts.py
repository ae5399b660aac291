"""The names the app answers to: what comes under another name, or from a page of another site, is refused."""

from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

POLICY_VIOLATION = 1008
ALWAYS = ("/healthz",)
"""Asked by machines, under whatever name or number they know."""


class Hosts:
    """ASGI middleware that refuses a Host nobody allowed (DNS rebinding), and a websocket from another site's page.

    Streamlit looks at the Host of websockets only, and at every wrong Origin asks a foreign server for its own address.
    """

    def __init__(self, app: ASGIApp, allowed: Callable[[], Iterable[str]]) -> None:
        self._app = app
        self._allowed = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or scope["path"] in ALWAYS:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host, origin = headers.get("host", ""), headers.get("origin")
        if scope["type"] == "websocket":
            if self._is_allowed(host) and (origin is None or is_same_site(origin, host)):
                await self._app(scope, receive, send)
            else:
                await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        elif self._is_allowed(host):
            await self._app(scope, receive, send)
        else:
            sentence = "This app does not answer to this name. Whoever runs it can add the name to CSAT_HOSTS.\n"
            await PlainTextResponse(sentence, status_code=421)(scope, receive, send)

    def _is_allowed(self, host: str) -> bool:
        name = _name(f"//{host}")
        patterns = [each.strip().lower().rstrip(".").strip("[]") for each in self._allowed()]
        return not patterns or any(
            pattern == "*" or name == pattern or (pattern.startswith("*.") and name.endswith(pattern[1:]))
            for pattern in patterns
        )


def is_same_site(origin: str, host: str) -> bool:
    """Whether this origin is the host itself, port included."""
    try:
        found = urlsplit(origin)
    except ValueError:
        return False
    return found.scheme in ("http", "https") and bool(host) and found.netloc.lower() == host.lower()


def _name(url: str) -> str:
    try:
        found = urlsplit(url)
        _ = found.port
    except ValueError:
        return ""
    if found.username is not None or found.path or found.query or found.fragment:
        return ""
    return (found.hostname or "").rstrip(".")
