"""The gate: what a person, a visitor with a link and a stranger get of a server."""

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from csat_core.service import settings
from tests.service.served import BEHIND_A_PASSCODE, GUARDED, SECRET, SHARE, TOKEN, Served

CLOSED = [
    ("GET", "/_stcore/metrics", 404),
    ("GET", "/_stcore/health", 404),
    ("GET", "/_stcore/host-config", 404),
    ("GET", "/_stcore/script-health-check", 404),
    ("POST", "/_stcore/agent/interact", 404),
    ("GET", "/_stcore/agent/openapi.json", 404),
    ("GET", "/_stcore/bidi-components/x/y.js", 404),
    ("GET", "/_stcore/stream", 404),
    ("GET", "/component/x/index.html", 404),
    ("GET", "/trends/_stcore/health", 404),
    ("GET", "/a/b", 404),
    ("POST", "/trends", 404),
    ("PUT", "/_stcore/upload_file/session/file", 403),
    ("DELETE", "/_stcore/upload_file/session/file", 403),
    ("GET", "/media/export.csv", 403),
    ("GET", "/media/a/../export.csv", 403),
]


@pytest.fixture
def served() -> Served:
    return Served()


@pytest.fixture
def visitor(served: Served) -> TestClient:
    client = served.client()
    client.get(f"/s/{TOKEN}")
    return client


@pytest.mark.parametrize(("method", "path", "status"), CLOSED)
def test_a_stranger_gets_nothing_but_the_form(served: Served, method: str, path: str, status: int) -> None:
    assert served.client().request(method, path).status_code == status
    assert served.signed_in().request(method, path).text.startswith("reached")


@pytest.mark.parametrize("path", ["/", "/trends", "/index.html", "/_stcore", "/data?dataset=1"])
def test_a_stranger_who_asks_for_a_page_is_asked_to_sign_in(served: Served, path: str) -> None:
    reply = served.client().get(path)
    assert (reply.status_code, reply.headers["location"].partition("?")[0]) == (303, "/signin")
    assert reply.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/healthz", "/favicon.png", "/static/js/main.js", "/app/static/icon.svg"])
def test_what_holds_no_data_is_open(served: Served, path: str) -> None:
    assert served.client().get(path).text == f"reached {path}"


@pytest.mark.parametrize(("method", "path", "status"), CLOSED)
def test_a_visitor_gets_no_uploads_no_files_and_no_tools(
    visitor: TestClient, method: str, path: str, status: int
) -> None:
    for_the_page = {"/_stcore/health": 200, "/_stcore/host-config": 200}
    assert visitor.request(method, path).status_code == for_the_page.get(path, status)
    assert visitor.request(method, f"{path}?s={TOKEN}").status_code == for_the_page.get(path, status)


def test_a_visitor_without_the_link_in_the_address_is_asked_to_sign_in(visitor: TestClient) -> None:
    assert visitor.get("/trends").status_code == 303
    assert visitor.get(f"/trends?s={TOKEN}").status_code == 200


def test_a_page_opened_with_the_link_lets_its_websocket_in(served: Served) -> None:
    client = served.client()
    assert client.get(f"/onepager?s={TOKEN}").status_code == 200
    with client.websocket_connect("/_stcore/stream") as socket:
        assert socket.receive_text() == "none"


def test_below_a_root_path_the_same_holds(served: Served) -> None:
    mounted = TestClient(served.app, root_path="/csat", follow_redirects=False)
    assert mounted.get(f"/csat/media/x?s={TOKEN}").status_code == 403
    assert mounted.get("/csat/_stcore/metrics").status_code == 404


def test_a_stranger_has_no_websocket(served: Served) -> None:
    for cookies in ({}, {"csat_visit": "1.2"}, {"csat_person": served.doors.visit_cookie(SHARE).value}):
        client = served.client()
        client.cookies.update(cookies)
        with pytest.raises(WebSocketDisconnect) as refused, client.websocket_connect("/_stcore/stream"):
            pass
        assert refused.value.code == 1008


def test_there_is_the_one_websocket_of_pages(served: Served, visitor: TestClient) -> None:
    for client in (visitor, served.signed_in()):
        with pytest.raises(WebSocketDisconnect), client.websocket_connect("/other"):
            pass


def test_a_visit_does_not_open_what_needs_a_passcode() -> None:
    served = Served(shares={TOKEN: SHARE, GUARDED: BEHIND_A_PASSCODE})
    client = served.client()
    client.get(f"/s/{TOKEN}")
    assert client.get(f"/onepager?s={GUARDED}").headers["location"] == f"/s/{GUARDED}"


def test_of_a_visitor_only_what_a_page_needs_passes(visitor: TestClient) -> None:
    with visitor.websocket_connect("/_stcore/stream") as socket:
        socket.receive_text()
        for message in (b"clear", b"upload", b"", b"rerun"):
            socket.send_bytes(message)
        socket.send_text("rerun")
        socket.send_bytes(b"rerun")
        assert [socket.receive_bytes(), socket.receive_bytes()] == [b"rerun", b"rerun"]


def test_nobody_clears_the_caches_of_all(served: Served) -> None:
    with served.signed_in().websocket_connect("/_stcore/stream") as socket:
        socket.receive_text()
        socket.send_bytes(b"clear")
        socket.send_bytes(b"upload")
        assert socket.receive_bytes() == b"upload"


@pytest.mark.parametrize(
    ("offered", "arrived"),
    [
        (["streamlit", "xsrf", "a-session-of-somebody"], "streamlit, xsrf"),
        (["streamlit", "xsrf"], "streamlit, xsrf"),
        (["streamlit"], "streamlit"),
        (["streamlit", "xsrf", "one", "two"], "streamlit, xsrf"),
    ],
)
def test_no_session_is_gone_on_with(served: Served, offered: list[str], arrived: str) -> None:
    with served.signed_in().websocket_connect("/_stcore/stream", subprotocols=offered) as socket:
        assert socket.receive_text() == arrived


def test_locally_everything_passes() -> None:
    served = Served(settings=settings.Settings(secret=SECRET))
    client = served.client()
    assert client.get("/media/export.csv").text == "reached /media/export.csv"
    assert client.get("/signin").headers["location"] == "/"
    with client.websocket_connect("/_stcore/stream", subprotocols=["streamlit", "x", "mine"]) as socket:
        assert socket.receive_text() == "streamlit, x, mine"
        socket.send_bytes(b"clear")
        assert socket.receive_bytes() == b"clear"
