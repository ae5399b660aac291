"""A server that others reach, as it is started: it refuses weak secrets, asks who is there, and keeps sessions apart."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

import httpx
import pytest
from playwright.sync_api import Page
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from csat_core.model.period import Grain
from csat_core.model.share import ShareOrder, SharePage
from csat_core.model.view import View
from csat_core.store import open_store, shares
from tests.browser.conftest import ROOT, Server, StartServer, Watch
from tests.browser.idle import settle
from tests.conftest import days, make_dataset, question, segment

PASSPHRASE = "nine green lakes"
SECRETS = {"CSAT_SECRET": "vJ2-nX8s_Qe4Lr0aZk7Yt5Wm1Hc9Ub3Gd6P", "CSAT_PASSPHRASE": PASSPHRASE}
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A store with a small survey, and the secrets of three links to it."""

    database: Path
    link: str
    with_passcode: str
    revoked: str


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """What the server opens."""
    store = open_store(tmp_path_factory.mktemp("guarded") / "csat.duckdb")
    ratings = [1 + number % 5 for number in range(200)]
    when = [date(2026, 1, 1) + timedelta(days=number) for number in range(200)]
    regions = ["North" if number % 3 else "South" for number in range(200)]
    make_dataset(store, {"Overall": question(ratings), "Region": segment(regions), "Day": days(when)})
    view = View(dataset_id=1, version=1, question="q01", scheme="top2-of-5", grain=Grain.MONTH)
    order = ShareOrder(name="Board", view=view, pages=(SharePage.OVERVIEW,))
    ends = datetime.now(UTC) + timedelta(days=1)
    link, with_passcode, revoked = (
        shares.make_share(store, order, ends, passcode=code) for code in ("", "blue-77", "")
    )
    shares.revoke(store, revoked.share.id)
    store.close()
    return Kept(database=store.path, link=link.token, with_passcode=with_passcode.token, revoked=revoked.token)


@pytest.fixture(scope="module")
def guarded(start_server: StartServer, kept: Kept) -> Server:
    """A server in server mode, with files of up to 1 MB."""
    return start_server(
        CSAT_DATABASE=str(kept.database),
        CSAT_MODE="server",
        CSAT_HOSTS="127.0.0.1",
        STREAMLIT_SERVER_MAX_UPLOAD_SIZE="1",
        **SECRETS,
    )


@pytest.fixture(scope="module")
def person(guarded: Server) -> Iterator[httpx.Client]:
    """Somebody who signed in."""
    with httpx.Client(base_url=guarded.url) as client:
        reply = client.post("/signin", data={"passphrase": PASSPHRASE}, headers={"Origin": guarded.url})
        assert (reply.status_code, reply.headers["location"]) == (303, "/")
        client.get("/_stcore/health")
        yield client


@contextmanager
def talking(server: Server, client: httpx.Client, session: str = "", origin: str = "") -> Iterator[ClientConnection]:
    """The websocket of a page, as a browser opens it."""
    xsrf = client.cookies.get("_streamlit_xsrf", "none")
    held = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    with connect(
        f"{server.url.replace('http', 'ws')}/_stcore/stream",
        additional_headers={"Cookie": held},
        origin=origin or server.url,
        subprotocols=["streamlit", xsrf, *([session] if session else [])],
        max_size=None,
    ) as socket:
        yield socket


def run(
    socket: ClientConnection, page: str = "", query: str = "", state: Mapping[str, object] = MappingProxyType({})
) -> tuple[str, str]:
    """The number of the session, and all that a run of the page said; `state` is what its widgets are said to hold."""
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = query
    for key, value in state.items():
        widget = message.rerun_script.widget_states.widgets.add(id=f"$$ID-0123456789abcdef0123456789abcdef-{key}")
        widget.json_value = json.dumps(value)
    socket.send(message.SerializeToString())
    session, said = "", ""
    while True:
        heard = ForwardMsg.FromString(socket.recv(timeout=60))
        kind = heard.WhichOneof("type")
        if kind == "new_session":
            session = heard.new_session.initialize.session_id
        said += str(heard)
        if kind == "script_finished" and heard.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return session, said


@pytest.mark.parametrize("launcher", [["streamlit", "run", "app.py", "--server.headless=true"], ["uvicorn", "app:app"]])
def test_without_a_secret_it_does_not_start_and_says_why_in_a_sentence(launcher: list[str], tmp_path: Path) -> None:
    # inherited by nobody: a secret of the machine that tests must not let it start
    bare = {"PATH": "/usr/bin:/bin", "CSAT_MODE": "server", "CSAT_DATABASE": str(tmp_path / "csat.duckdb")}
    done = subprocess.run(
        [sys.executable, "-m", *launcher], cwd=ROOT, env=bare, capture_output=True, text=True, timeout=90, check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr.startswith(
        "CSAT_MODE=server needs CSAT_SECRET, at least 32 characters long; make one with python"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["", "overview", "data", "share"])
def test_no_page_opens_for_a_stranger_on_a_fresh_server(guarded: Server, path: str) -> None:
    reply = httpx.get(f"{guarded.url}/{path}")
    assert (reply.status_code, reply.headers["location"].partition("?")[0]) == (303, "/signin")
    assert reply.headers["x-frame-options"] == "DENY"


def test_a_stranger_has_neither_websocket_nor_tools(guarded: Server) -> None:
    with httpx.Client(base_url=guarded.url) as stranger:
        closed = ("/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/script-health-check", "/_stcore/health")
        assert [stranger.get(path).status_code for path in closed] == [404] * 4
        assert [stranger.get("/media/a.csv").status_code, stranger.put("/_stcore/upload_file/a/b").status_code] == [
            403,
            403,
        ]
        with pytest.raises(InvalidStatus) as refused, talking(guarded, stranger):
            pass
        assert refused.value.response.status_code == 403


def test_somebody_who_signed_in_sees_the_survey(guarded: Server, person: httpx.Client) -> None:
    with talking(guarded, person) as socket:
        _, said = run(socket, "data")
    assert "Survey" in said
    assert "Please sign in" not in said


def test_a_page_of_another_site_or_name_has_no_websocket_even_with_the_cookie(
    guarded: Server, person: httpx.Client
) -> None:
    for origin in ("http://evil.example", "http://localhost:3000", "null"):
        with pytest.raises(InvalidStatus), talking(guarded, person, origin=origin):
            pass
    assert person.get("/", headers={"Host": "evil.example"}).status_code == 421


def test_the_number_of_a_session_is_no_key_to_it(guarded: Server, person: httpx.Client) -> None:
    with talking(guarded, person) as first:
        session, _ = run(first)
        with talking(guarded, person, session=session) as second:
            other, _ = run(second)
        again, _ = run(first)
    assert session
    assert session == again
    assert other != session


def test_uploads_are_refused_beyond_what_there_is_room_for(guarded: Server, person: httpx.Client) -> None:
    headers = {"X-Xsrftoken": person.cookies["_streamlit_xsrf"]}

    def put(name: str) -> int:
        file = {"file": ("a.csv", b"x" * (MEGABYTE - 2048))}
        reply = person.put(f"/_stcore/upload_file/{session}/{name}", files=file, headers=headers)
        assert reply.headers["x-content-type-options"] == "nosniff"
        return reply.status_code

    with talking(guarded, person) as socket:
        session, _ = run(socket)
        assert [put(name) for name in ("a", "b", "c", "d", "e")] == [204, 204, 204, 204, 413]
        person.delete(f"/_stcore/upload_file/{session}/a", headers=headers)
        assert [put("e"), put("f")] == [204, 413]


def test_after_signing_out_an_open_page_shows_no_more(guarded: Server) -> None:
    with httpx.Client(base_url=guarded.url) as leaving:
        leaving.post("/signin", data={"passphrase": PASSPHRASE})
        leaving.get("/_stcore/health")
        with talking(guarded, leaving) as socket:
            assert "Survey" in run(socket, "data")[1]
            leaving.get("/signout")
            said = run(socket, "data")[1]
    assert "Please sign in" in said
    assert "/signin?next=" in said
    assert "Survey" not in said


def test_a_link_opens_by_its_door_and_what_ended_looks_like_what_never_was(guarded: Server, kept: Kept) -> None:
    with httpx.Client(base_url=guarded.url) as visitor:
        closed = [visitor.get(f"/s/{token}") for token in (kept.revoked, kept.link[:-1], "never", kept.link + "x")]
        assert {(reply.status_code, reply.content) for reply in closed} == {(404, closed[0].content)}
        assert dict(visitor.cookies) == {}
        reply = visitor.get(f"/s/{kept.link}")
        assert (reply.status_code, reply.headers["location"]) == (303, f"/?s={kept.link}")
        assert visitor.get(f"/overview?s={kept.link}").status_code == 200
        asked = visitor.get(f"/s/{kept.with_passcode}")
        assert "Passcode" in asked.text
        given = visitor.post(f"/s/{kept.with_passcode}", data={"passcode": "blue-77"})
        assert given.headers["location"] == f"/?s={kept.with_passcode}"
    written = guarded.log.read_text()
    assert [token for token in (kept.link, kept.with_passcode, kept.revoked) if token in written] == []


def test_a_visitor_has_a_websocket_and_by_it_nothing_that_was_not_shared(
    guarded: Server, person: httpx.Client, kept: Kept
) -> None:
    with httpx.Client(base_url=guarded.url) as visitor, talking(guarded, person) as owned:
        theirs, _ = run(owned)
        visitor.get(f"/s/{kept.link}")
        visitor.get("/_stcore/health")
        headers = {"X-Xsrftoken": visitor.cookies["_streamlit_xsrf"]}
        with talking(guarded, visitor, session=theirs) as socket:
            socket.send(BackMsg(clear_cache=True).SerializeToString())
            session, said = run(socket, "data")
            assert session != theirs
            assert "Survey" not in said
            for target in (session, theirs):
                path = f"/_stcore/upload_file/{target}/a"
                file = {"file": ("a.csv", b"x")}
                assert visitor.put(path, files=file, headers=headers).status_code == 403
                assert visitor.delete(path, headers=headers).status_code == 403
            assert visitor.get("/media/a.csv").status_code == 403


KEEP_SOCKETS = """
window.sockets = [];
window.WebSocket = class extends WebSocket {
  constructor(...given) { super(...given); window.sockets.push(this); }
};
"""


def test_people_sign_in_by_the_form_and_a_lost_connection_comes_back_to_the_same_view(
    guarded: Server, page: Page, watch: Watch
) -> None:
    page.add_init_script(KEEP_SOCKETS)
    page.goto(f"{guarded.url}/overview?s01=North")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/overview?*")
    settle(page)
    before = page.url, page.locator("h1").inner_text()
    assert "s01=North" in before[0]
    page.evaluate("window.sockets.at(-1).close()")
    for _ in range(200):  # the policy forbids what Playwright would wait with
        if page.evaluate("window.sockets.length > 1 && window.sockets.at(-1).readyState === 1"):
            break
        page.wait_for_timeout(100)
    assert page.evaluate("window.sockets.length") == 2
    settle(page)
    assert (page.url, page.locator("h1").inner_text()) == before
    assert watch.violations == []
    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("heading", name="Sign in").wait_for()
    page.goto(f"{guarded.url}/overview")
    assert page.get_by_label("Passphrase").is_visible()


def test_a_visitor_opens_the_link_with_its_passcode_and_nothing_is_missing_from_the_page(
    guarded: Server, kept: Kept, page: Page, watch: Watch
) -> None:
    refused: list[str] = []
    page.on("response", lambda reply: refused.append(reply.url) if reply.status in (401, 403, 413) else None)
    page.goto(f"{guarded.url}/s/{kept.with_passcode}")
    page.get_by_label("Passcode").fill("blue-77")
    page.get_by_role("button", name="Open").click()
    page.wait_for_url("**/?s=*")
    settle(page)
    assert page.get_by_text("Board", exact=False).first.is_visible()
    assert page.locator("h1").count() == 1
    assert page.get_by_role("link", name="Sign out").count() == 0
    assert (refused, watch.violations, watch.errors) == ([], [], [])
