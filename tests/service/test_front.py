"""The document of a page: Streamlit's own with our name in it, and the first words of a link for those who may read them."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from csat_core.model.share import Share
from csat_core.service import first_words, forms, front
from csat_core.service.doors import Doors
from csat_core.service.first_words import NOTHING_CHOSEN, Choices, FirstWords, Memory
from csat_core.service.gate import OPEN
from tests.service.served import BEHIND_A_PASSCODE, SERVER, SHARE

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
OPEN_SHARE = replace(SHARE, expires_at=datetime.now(UTC) + timedelta(days=3))
WORDS = FirstWords(
    share=OPEN_SHARE,
    heading="Board <b>& co</b>",
    title="Where do we stand?",
    answer='CSAT is 72.0 % <script>alert("x")</script>',
    choices=("Region <i>",),
)
DOORS = Doors(SERVER)


def client(*kept: tuple[str, Mapping[str, list[str]], FirstWords]) -> TestClient:
    """A browser before Streamlit's document, of which `front` makes ours; `kept` are secrets, choices and words."""
    found = {first_words.choices(chosen): words for _, chosen, words in kept}
    return before({token: words.share for token, _, words in kept}, lambda _, chosen: found.get(chosen))


def before(links: Mapping[str, Share], words: Callable[[Share, Choices], FirstWords | None]) -> TestClient:
    """The same, with what each secret opens and what is said of it; nobody waits longer than a moment."""
    routes = [
        front.script(),
        Route("/signin", lambda _: forms.notice("Sign in", "Please", 200)),
        Route("/healthz", lambda _: JSONResponse({"status": "ok"})),
        Route("/missing", lambda _: HTMLResponse('<div id="root"></div>', status_code=404)),
        Route("/{path:path}", _index, methods=["GET", "HEAD"]),
    ]
    guard = Middleware(front.Front, doors=DOORS, find=links.get, words=words, patience=0.2)
    return TestClient(Starlette(routes=routes, middleware=[guard]))


def _index(_request: Request) -> FileResponse:
    return FileResponse(INDEX, headers={"Cache-Control": "no-cache"})


def test_the_document_of_every_page_has_our_name_our_typeface_and_no_script_that_would_be_blocked() -> None:
    before = INDEX.read_text()
    for path in ("/", "/overview?dataset=1"):
        reply = client().get(path)
        assert "<title>CSAT</title>" in reply.text
        assert "ibm-plex-sans-latin-wght-normal.woff2" in reply.text
        assert ("SourceSans" in before, "SourceSans" in reply.text) == (True, False)
        assert ("prerenderReady" in before, "<script>" in reply.text) == (True, False)
        assert front.ROOT.decode() in reply.text
        assert before.count("modulepreload") == reply.text.count("modulepreload")
        assert (reply.headers["cache-control"], "etag" in reply.headers) == ("no-cache", False)
        assert "first-words" not in reply.text


def test_the_first_words_of_a_link_stand_in_its_document_as_text_and_nobody_keeps_it() -> None:
    reply = client(("Tk", {}, WORDS)).get("/?s=Tk")
    assert "<h1>Where do we stand?</h1>" in reply.text
    assert "CSAT is 72.0 % &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;" in reply.text
    assert "Board &lt;b&gt;&amp; co&lt;/b&gt;" in reply.text
    assert "<p>Region &lt;i&gt;</p>" in reply.text
    assert reply.headers["cache-control"] == "no-store"
    assert int(reply.headers["content-length"]) == len(reply.content)
    script = reply.text.split('<script type="module" src=".')[-1].split('"')[0]
    taken_away = client().get(script)
    assert taken_away.headers["content-type"].startswith("text/javascript")
    assert "immutable" in taken_away.headers["cache-control"]
    assert OPEN.fullmatch(script.partition("?")[0])


def test_a_browser_that_has_the_document_already_gets_the_words_of_now() -> None:
    asked = {
        "If-None-Match": INDEX.stat().st_mtime.hex(),
        "Range": "bytes=0-10",
        "If-Modified-Since": "Sat, 28 Nov 2099 22:07:20 GMT",
    }
    reply = client(("Tk", {}, WORDS)).get("/?s=Tk", headers=asked)
    assert (reply.status_code, "CSAT is 72.0 %" in reply.text) == (200, True)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/?s=",
        "/?s=other",
        "/?s=Tk&s01=North",
        "/?s01=North&s=Tk&s=Tk",
        "/?s=Tk&s=other",
        "/overview?s=Tk",
        "/?S=Tk",
    ],
)
def test_the_words_stand_at_the_address_of_the_link_and_nowhere_else(address: str) -> None:
    assert "CSAT is" not in client(("Tk", {}, WORDS)).get(address).text


def test_each_choice_has_words_of_its_own_whatever_the_order_of_the_address() -> None:
    chosen = {"s01": ["North"], "s02": ["a", "b"]}
    browser = client(("Tk", {}, WORDS), ("Tk", chosen, replace(WORDS, answer="CSAT is 75.0 %")))
    assert "CSAT is 75.0 %" in browser.get("/?s02=a&s02=b&s=Tk&s01=North").text
    assert "CSAT is 72.0 %" in browser.get("/?s=Tk").text


def test_a_link_that_ended_has_no_words_and_one_with_a_passcode_only_for_those_who_gave_it() -> None:
    guarded = replace(BEHIND_A_PASSCODE, expires_at=OPEN_SHARE.expires_at)
    ended = replace(OPEN_SHARE, expires_at=datetime.now(UTC) - timedelta(seconds=1))
    revoked = replace(OPEN_SHARE, revoked_at=datetime.now(UTC))
    asked = []

    def words(share: Share, _chosen: Choices) -> FirstWords:
        asked.append(share)
        return replace(WORDS, share=share)

    browser = before({"Tk": guarded, "E": ended, "R": revoked}, words)
    assert ["CSAT is" in browser.get(f"/?s={token}").text for token in ("Tk", "E", "R")] == [False] * 3
    assert asked == []  # nothing is worked out for them either
    cookie = DOORS.proof_cookie(guarded)
    browser.cookies.set(cookie.name, cookie.value)
    assert "CSAT is" in browser.get("/?s=Tk").text


def test_words_that_take_long_or_cannot_be_worked_out_keep_nobody_waiting(caplog: pytest.LogCaptureFixture) -> None:
    known = threading.Event()

    def slow(share: Share, _chosen: Choices) -> FirstWords:
        known.wait(5)
        return replace(WORDS, share=share)

    with before({"Tk": OPEN_SHARE}, slow) as browser:
        reply = browser.get("/?s=Tk")
        assert ("CSAT is" in reply.text, reply.headers["cache-control"]) == (False, "no-cache")
        known.set()
        assert "CSAT is" in browser.get("/?s=Tk").text

    def broken(_share: Share, _chosen: Choices) -> FirstWords:
        raise RuntimeError("no such column")

    reply = before({"Tk": OPEN_SHARE}, broken).get("/?s=Tk")
    assert (reply.status_code, "first-words" in reply.text) == (200, False)
    assert "First words of a link could not be worked out" in caplog.text


def test_whatever_is_no_document_of_streamlit_passes_as_it_is() -> None:
    browser = client(("Tk", {}, WORDS))
    assert browser.get("/healthz?s=Tk").json() == {"status": "ok"}
    assert browser.get("/signin").text == forms.notice("Sign in", "Please", 200).body.decode()
    assert browser.get("/missing").text == '<div id="root"></div>'
    assert browser.get("/static/index.html").content == INDEX.read_bytes()


def test_asked_for_its_head_alone_a_document_says_the_same_of_itself() -> None:
    browser = client(("Tk", {}, WORDS))
    for address in ("/", "/?s=Tk", "/signin"):
        assert browser.head(address).headers == browser.get(address).headers
    assert browser.head("/?s=Tk").headers["cache-control"] == "no-store"


def test_what_was_said_is_known_until_anything_in_the_store_changes() -> None:
    memory = Memory()
    memory.keep(NOTHING_CHOSEN, 7, WORDS)
    assert memory.find("a1", NOTHING_CHOSEN, 7) == WORDS
    assert memory.find("b2", NOTHING_CHOSEN, 7) is None
    assert memory.find("a1", NOTHING_CHOSEN, 8) is None
    assert memory.find("a1", NOTHING_CHOSEN, 7) is None  # it is forgotten, too


def test_only_so_many_first_words_are_kept_and_no_link_drives_out_another() -> None:
    memory = Memory()

    def others(number: int) -> FirstWords:
        return replace(WORDS, share=replace(OPEN_SHARE, token_hash=f"hash {number}"))

    memory.keep(NOTHING_CHOSEN, 1, others(0))
    for number in range(first_words.MOST_OF_A_LINK + 1):
        memory.keep(first_words.choices({"s01": [str(number)]}), 1, WORDS)
    memory.keep(first_words.choices({"search": ["x" * first_words.LONGEST]}), 1, WORDS)
    known = [
        memory.find("a1", first_words.choices({"s01": [str(number)]}), 1) is not None
        for number in range(first_words.MOST_OF_A_LINK + 1)
    ]
    assert known == [False] + [True] * first_words.MOST_OF_A_LINK
    assert memory.find("hash 0", NOTHING_CHOSEN, 1) is not None
    for number in range(1, first_words.MOST_KEPT + 1):
        memory.keep(NOTHING_CHOSEN, 1, others(number))
    assert memory.find("hash 0", NOTHING_CHOSEN, 1) is None


def test_first_words_need_no_script_to_go_and_say_so_where_nothing_follows() -> None:
    said = first_words.written(WORDS)
    assert "#root:has([data-testid=stMain] h1) + #first-words { animation: first-words-gone" in said
    assert "pointer-events: none" in said
    assert f'<p class="late">{first_words.LATE}</p>' in said
