"""Links as people use them: an analyst shares, an executive opens it on a phone and tries more, the analyst takes it back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from websockets.sync.client import ClientConnection

from csat_core.model.period import Grain
from csat_core.model.predicate import OneOf
from csat_core.model.share import ShareOrder, SharePage
from csat_core.model.view import View
from csat_core.store import open_store, shares
from tests.browser.conftest import Server, StartServer
from tests.browser.idle import settle
from tests.browser.test_server_mode import PASSPHRASE, SECRETS, run, talking
from tests.conftest import days, make_dataset, question, segment

NORTH, SOUTH = "CSAT is 75.0 % (200 answers)", "CSAT is 25.0 % (100 answers)"
BOTH = "CSAT is 58.3 % (300 answers)"
SECRET_DATASET = "Salaries"
expect.set_options(timeout=30_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A store with two surveys, and links to either region of the first."""

    database: Path
    north: str
    south: str


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """200 answers in the North, of which 150 are satisfied; 100 in the South, of which 25 are; another survey beside."""
    store = open_store(tmp_path_factory.mktemp("links") / "csat.duckdb")
    ratings = [5, 5, 5, 1] * 50 + [5, 1, 1, 1] * 25
    regions = ["North"] * 200 + ["South"] * 100
    when = [date(2026, 1, 1) + timedelta(days=number % 150) for number in range(300)]
    make_dataset(store, {"Overall": question(ratings), "Region": segment(regions), "Day": days(when)}, "Shop")
    make_dataset(store, {"Pay": question([2] * 40)}, SECRET_DATASET)
    view = View(dataset_id=1, version=1, question="q01", scheme="top2-of-5", grain=Grain.MONTH)
    order = ShareOrder(name="Board", view=view, pages=(SharePage.OVERVIEW,))
    ends = datetime.now(UTC) + timedelta(days=1)
    north, south = (
        shares.make_share(
            store, replace(order, view=replace(view, filters=(OneOf(column="s01", values=(region,)),))), ends
        )
        for region in ("North", "South")
    )
    store.close()
    return Kept(database=store.path, north=north.token, south=south.token)


@pytest.fixture(scope="module")
def server(start_server: StartServer, kept: Kept) -> Server:
    """A server in server mode."""
    return start_server(CSAT_DATABASE=str(kept.database), CSAT_MODE="server", CSAT_HOSTS="127.0.0.1", **SECRETS)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """The phone of somebody who never was here."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def answer(page: Page) -> str:
    """The sentence at the top, once the page is at rest."""
    settle(page)
    return page.locator("[class*=st-key-said]").first.inner_text().replace("\u00a0", " ")


def heard(socket: ClientConnection, *page: str, **more: object) -> str:
    """All that a run of a page said, with plain spaces."""
    return run(socket, *page, **more)[1].replace("\u00a0", " ")


def looked_at(server: Server, page: Page, name: str) -> None:
    """Nothing; an analyst signed in and looks at what recipients are going to see."""
    page.goto(f"{server.url}/share?dataset=1")
    if page.get_by_label("Passphrase").count():  # not where an earlier test has signed in
        page.get_by_label("Passphrase").fill(PASSPHRASE)
        page.get_by_role("button", name="Sign in").click()
    settle(page)
    page.get_by_label("What recipients read above it").fill(name)
    page.keyboard.press("Tab")
    settle(page)
    page.get_by_role("button", name="Look at it as they will").click()
    expect(page.get_by_text("This is what recipients will see.")).to_be_visible()
    settle(page)


def test_a_passcode_counts_though_the_keyboard_alone_was_used(server: Server, page: Page) -> None:
    looked_at(server, page, "For the keyboard")
    page.get_by_role("textbox", name="Passcode (optional)").fill("letmein99")
    page.keyboard.press("Tab")
    settle(page)
    page.get_by_role("button", name="Make the link").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("with the passcode you chose")).to_be_visible()
    link = page.get_by_test_id("stCode").inner_text().strip()
    assert "Passcode" in httpx.get(link).text


def test_an_analyst_shares_an_executive_looks_and_tries_more_and_the_link_is_taken_back(
    server: Server, page: Page, phone: Page
) -> None:
    looked_at(server, page, "For the board")
    assert "58.3 %" in page.get_by_test_id("stMain").inner_text().replace("\u00a0", " ")
    page.get_by_role("button", name="Make the link").click()
    expect(page.get_by_text("It is shown this once")).to_be_visible()
    link = page.get_by_test_id("stCode").inner_text().strip()
    assert re.fullmatch(rf"{re.escape(server.url)}/s/[\w-]{{32}}", link)

    phone.goto(link)
    settle(phone)
    seen = phone.get_by_test_id("stMain").inner_text()
    assert "For the board" in seen
    assert phone.locator("#first-words").count() == 0
    with httpx.Client(follow_redirects=True) as next_reader:  # the document says it, before anything is drawn
        assert BOTH in next_reader.get(link).text.replace("\u00a0", " ")
    assert "58.3 %" in seen.replace("\u00a0", " ")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.get_by_role("link", name="Data").count() == 0
    secret = link.rpartition("/")[2]
    for tried in ("data", "share", "trends", "onepager", "overview"):
        phone.goto(f"{server.url}/{tried}?s={secret}&dataset=2&s01=South&since=2026-03-01&question=q02")
        settle(phone)
        said = phone.get_by_test_id("stMain").inner_text()
        assert said.replace("\u00a0", " ").count("58.3 %") >= 1, tried
        assert SECRET_DATASET not in phone.content()
    phone.goto(f"{server.url}/overview")
    expect(phone.get_by_label("Passphrase")).to_be_visible()

    page.get_by_role("button", name="Revoke").first.click()
    settle(page)
    phone.goto(link)
    expect(phone.get_by_text("58.3")).to_have_count(0)
    assert httpx.get(link).status_code == 404
    assert "58.3" not in httpx.get(f"{server.url}/?s={secret}").text
    assert httpx.get(link).content == httpx.get(f"{server.url}/s/{'x' * 32}").content


def test_two_links_in_turn_never_show_a_number_of_the_other(server: Server, kept: Kept) -> None:
    pairs = [(kept.north, NORTH, SOUTH), (kept.south, SOUTH, NORTH)]
    clients = [httpx.Client(base_url=server.url, follow_redirects=True) for _ in pairs]
    for client, (token, _, _) in zip(clients, pairs, strict=True):
        client.get(f"/s/{token}")
        client.get("/_stcore/health")
    with talking(server, clients[0]) as one, talking(server, clients[1]) as other:
        for turn in range(100):
            socket, (token, own, foreign) = (one, other)[turn % 2], pairs[turn % 2]
            said = heard(socket, query=f"s={token}")
            assert own in said, turn
            assert foreign not in said, turn
            assert BOTH not in said, turn
        # one websocket that changes its secret is another reader from then on
        swapped = heard(one, query=f"s={kept.south}")
        assert SOUTH in swapped
        assert NORTH not in swapped
        assert "CSAT is" not in heard(other, query="s=wrong")


def test_no_message_of_a_reader_widens_what_the_link_shows(server: Server, kept: Kept) -> None:
    client = httpx.Client(base_url=server.url, follow_redirects=True)
    client.get(f"/s/{kept.north}")
    client.get("/_stcore/health")
    state = {"dataset": 2, "1:s01": ["South"], "guest:1:s01": "South", "_preview": "x", "1:question": "q02"}
    with talking(server, client) as socket:
        heard(socket, query=f"s={kept.north}")
        for page in ("data", "share", "plan", "trends", "overview"):
            said = heard(socket, page, query=f"s={kept.north}&dataset=2&s01=South", state=state)
            assert NORTH in said, page
            assert SOUTH not in said
            assert SECRET_DATASET not in said
        said = heard(socket, "overview", query="dataset=1", state=state)
        assert NORTH in said  # a visit that began with a link stays with it
        assert BOTH not in said
    with httpx.Client(base_url=server.url) as other:  # the cookie of a visit alone, without a link in the address
        other.cookies.update(client.cookies)
        with talking(server, other) as socket:
            assert "CSAT is" not in heard(socket, "overview", query="dataset=1")
