"""The security headers of every reply."""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9a-fA-F:.]+\](:\d+)?")
"""A host with or without a port: the name comes from the caller, and nothing else of it may get into a header."""


class SecurityHeaders:
    """ASGI middleware that puts the security headers on every HTTP reply: pages, media, static files and errors.

    Streamlit's pages work under this policy but for one inline script of its `index.html`, which `front` takes out.
    `img-src` is what stops a picture in a comment from calling a foreign server.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        added = _security_headers(Headers(scope=scope).get("host", ""))
        if scope["path"].startswith("/media/"):
            added["Cache-Control"] = "no-store"  # exports carry comments: no copy stays with the browser

        begun = False

        async def send_guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    if name == "Content-Security-Policy" and name in headers:
                        continue  # a frozen document names the scripts it was written with
                    headers[name] = value
            await send(message)

        try:
            await self._app(scope, receive, send_guarded)
        except Exception:
            if not begun:  # answered here, or Starlette would answer outside of us
                await PlainTextResponse("Something went wrong; the log says what.\n", 500)(scope, receive, send_guarded)
            raise


def _security_headers(host: str) -> dict[str, str]:
    # Older Safari does not count a websocket of the same host as 'self'.
    sockets = f" ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
    policy = [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        f"connect-src 'self'{sockets}",
        "media-src 'self' blob:",
        "worker-src 'self' blob:",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
    return {
        "Content-Security-Policy": "; ".join(policy),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
