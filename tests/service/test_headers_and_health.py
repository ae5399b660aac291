"""Health, icon, and the security headers of every reply."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from csat_core import __version__
from csat_core.errors import CsatError
from csat_core.service import SecurityHeaders, health, icon


def page(_request: Request) -> HTMLResponse:
    return HTMLResponse("<p>page</p>", headers={"Cache-Control": "public"})


def get(path: str, routes: Sequence[Route] = (), host: str = "localhost:8501") -> httpx.Response:
    """The reply of an app with these routes, or with a page, a file and a health answer, behind the middleware."""
    routes = routes or (Route("/", page), Route("/media/export.csv", page), health(lambda: True, lambda: 2))
    app = Starlette(routes=list(routes), middleware=[Middleware(SecurityHeaders)])

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://app") as client:
            return await client.get(path, headers={"Host": host})

    return asyncio.run(ask())


def test_health_says_version_configuration_and_number_of_datasets() -> None:
    assert get("/healthz").json() == {
        "status": "ok",
        "version": __version__,
        "config_loaded": True,
        "datasets": 2,
    }


def test_health_is_bad_while_the_store_cannot_be_used_and_says_why() -> None:
    def refused() -> int:
        raise CsatError("The database cannot be opened; stop the other process.")

    reply = get("/healthz", [health(lambda: False, refused)])
    assert reply.status_code == 503
    assert reply.json() == {
        "status": "store_unavailable",
        "version": __version__,
        "config_loaded": False,
        "error": "The database cannot be opened; stop the other process.",
    }


def test_the_icon_is_the_given_picture(tmp_path: Path) -> None:
    (tmp_path / "icon.png").write_bytes(b"picture")
    reply = get("/favicon.png", [icon(tmp_path / "icon.png")])
    assert (reply.content, reply.headers["content-type"]) == (b"picture", "image/png")


@pytest.mark.parametrize("path", ["/", "/media/export.csv", "/absent"])
def test_every_reply_carries_the_security_headers(path: str) -> None:
    headers = get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    policy = headers["content-security-policy"].split("; ")
    assert "script-src 'self'" in policy
    assert "img-src 'self' data: blob:" in policy
    assert "frame-ancestors 'none'" in policy


def test_a_failure_carries_them_too_and_says_nothing_of_itself() -> None:
    def fail(_request: Request) -> HTMLResponse:
        raise ValueError("cell of somebody")

    app = Starlette(routes=[Route("/", fail)], middleware=[Middleware(SecurityHeaders)])
    reply = TestClient(app, raise_server_exceptions=False).get("/")
    assert (reply.status_code, reply.text) == (500, "Something went wrong; the log says what.\n")
    assert reply.headers["x-frame-options"] == "DENY"


def test_media_is_not_kept_by_the_browser() -> None:
    assert get("/media/export.csv").headers["cache-control"] == "no-store"
    assert get("/").headers["cache-control"] == "public"


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("localhost:8501", "connect-src 'self' ws://localhost:8501 wss://localhost:8501"),
        ("[::1]:8501", "connect-src 'self' ws://[::1]:8501 wss://[::1]:8501"),
        ("csat.example.org", "connect-src 'self' ws://csat.example.org wss://csat.example.org"),
        ("evil; script-src *", "connect-src 'self'"),
        ("a b", "connect-src 'self'"),
    ],
)
def test_only_a_plain_host_gets_into_the_policy(host: str, allowed: str) -> None:
    policy = get("/", host=host).headers["content-security-policy"].split("; ")
    assert [part for part in policy if part.startswith("connect-src")] == [allowed]
    assert "script-src 'self'" in policy
