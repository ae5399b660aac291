"""Every page by its own address, first thing on a fresh server too: the right page, its link restored, nobody else called."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from csat_core.model.predicate import OneOf
from csat_core.model.share import USUAL_TIME, ShareOrder, SharePage
from csat_core.model.view import first_view
from csat_core.store import open_store, shares
from tests.browser.conftest import Server, StartServer, Watch
from tests.browser.idle import settle, unfold
from tests.conftest import make_dataset, question, segment
from tests.pages.surveys import HOSTILE, regions

PATIENCE = 60_000

SIGNS = (
    *HOSTILE,
    "1. first", "- first", "> quoted", "===", "a (b) c", "[x]: http://e.invalid", "<http://e.invalid>", "&lt;b&gt;",
    "\\", "$$x$$", ":blue-background[x]", ":streamlit:", "x :smile: y", "a :material/home: b", "{x}", "[^1]", "|a|b|",
    "www.e.invalid", "HTTPS://e.invalid", "x@e.invalid", "__a__", "***", "<!-- c -->", "Age (18-25), or older?",
)  # fmt: skip
"""Names of columns that Markdown would make something of."""

PAGES = (
    ("", "How satisfied are our customers?", "CSAT is 45.0 % (40 answers)."),
    ("overview", "How satisfied are our customers?", "CSAT is 45.0 % (40 answers)."),
    ("segments", "Which groups of customers are less satisfied?", "One cannot tell: there are not two Region groups"),
    (
        "journey",
        "Where in the journey do customers lose satisfaction?",
        "Nothing in this data names the stage of the journey that an answer is about.",
    ),
    (
        "drivers",
        "What goes together with satisfaction, and what to do first?",
        "Speed goes together with satisfaction; no driver promises a gain beyond chance.",
    ),
    ("onepager", "Where do we stand, and what comes first?", "CSAT is 45.0 % (40 answers)."),
    ("trends", "Is satisfaction moving?", "The file has no dates, so nothing can be said about change."),
    (
        "roi",
        "What does dissatisfaction cost, and what is a better score worth?",
        "19 of 40 answers stand for customers at risk of leaving, worth $9,460 a year",
    ),
    ("workshop", "What if we won customers over?", "If 1 of 11 dissatisfied customers were won over,"),
    ("benchmarks", "How do we compare?", "Our index of 57.5 is 16.9 points below the national score (74.4)"),
    ("share", "Who else should see this?", "1 link is open; nobody has opened it yet."),
    ("data", "What data is here, and is it sound?", "2 datasets hold 200 answers; no row was set aside."),
    ("plan", "What is this survey for, and how is it read?", "Nothing is planned yet: pages begin with what"),
    ("methods", "How is every number computed?", "Every number is arithmetic on counts of answers"),
)
"""Address, question and the beginning of the answer for the South of the first dataset."""


NAME = "![x](http://e.invalid/a.png) <img src=http://e.invalid/b> :material/home: $x$"
"""What a link is called."""
SECRETS: list[str] = []
"""The secret of the link to the survey of signs."""

FIRST = ("", "segments")
"""The pages that a fresh server each is asked for first: the root, and one that asks the engine."""
LATER = ("journey", "onepager", "workshop", "share", "plan")
"""Some of every section that a server in use is asked for; each page is opened by tests/browser/test_accessibility.py too."""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the regions, and a survey whose columns are named by `SIGNS`."""
    path = tmp_path_factory.mktemp("prepared") / "prepared.duckdb"
    store = open_store(path)
    regions(store)
    columns = {name: segment(["a", "b"] * 50) for name in SIGNS}
    dataset = make_dataset(store, {"Overall": question([1, 2, 3, 4, 5] * 20), **columns}, HOSTILE[0])
    narrow = tuple(OneOf(column=column.id, values=("a", "b")) for column in dataset.segments[:2])
    order = ShareOrder(name=NAME, view=first_view(dataset), pages=(SharePage.OVERVIEW, SharePage.SEGMENTS), free=narrow)
    SECRETS.append(shares.make_share(store, order, datetime.now(UTC) + USUAL_TIME).token)
    store.close()
    return path


@pytest.fixture(scope="module")
def visited(start_server: StartServer, database: Path) -> Iterator[Server]:
    """A server that all tests of the module visit."""
    server = start_server(CSAT_DATABASE=str(database))
    yield server
    server.stop()


@pytest.fixture
def fresh(start_server: StartServer, database: Path, tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has visited yet."""
    server = start_server(CSAT_DATABASE=str(shutil.copy(database, tmp_path)))
    yield server
    server.stop()


@pytest.fixture
def called(page: Page) -> list[str]:
    """Everything that `page` asks for, and from whom."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.on("websocket", lambda socket: addresses.append(socket.url))
    return addresses


def strangers(addresses: list[str], server: Server) -> list[str]:
    """The addresses that are not the server's."""
    own = urlsplit(server.url).netloc
    return [url for url in addresses if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).netloc != own]


def opens(server: Server, page: Page, called: list[str], path: str, question: str, answer: str) -> None:
    """Nothing; the page opens by its address with its question, its answer and its view, and calls nobody else."""
    page.goto(f"{server.url}/{path}?dataset=1&s01=South")
    expect(page.locator("h1")).to_have_text(question, timeout=PATIENCE)
    settle(page)
    expect(page.locator(".st-key-said-headline")).to_contain_text(answer, timeout=PATIENCE)
    # the sidebar is drawn by the main script alone; the first page has two addresses
    expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(len(PAGES) - 1)
    assert page.get_by_text("Page not found").count() == 0
    assert page.get_by_test_id("stException").count() == 0
    assert urlsplit(page.url).query == "dataset=1&s01=South"
    assert len(called) > 5
    assert strangers(called, server) == []


@pytest.mark.parametrize(("path", "question", "answer"), [each for each in PAGES if each[0] in FIRST])
def test_a_page_can_be_the_first_that_a_fresh_server_is_asked_for(
    fresh: Server, page: Page, watch: Watch, called: list[str], path: str, question: str, answer: str
) -> None:
    opens(fresh, page, called, path, question, answer)
    assert watch.violations == []
    assert watch.errors == []


@pytest.mark.parametrize(("path", "question", "answer"), [each for each in PAGES if each[0] in LATER])
def test_every_page_opens_by_its_address(
    visited: Server, page: Page, watch: Watch, called: list[str], path: str, question: str, answer: str
) -> None:
    opens(visited, page, called, path, question, answer)
    assert watch.violations == []
    assert watch.errors == []


def test_the_signs_in_what_a_link_shows_are_shown_one_by_one_and_call_nobody(
    visited: Server, page: Page, watch: Watch, called: list[str]
) -> None:
    page.goto(f"{visited.url}/s/{SECRETS[0]}")
    settle(page)
    main = page.get_by_test_id("stMain")
    assert NAME in main.inner_text()
    labels = main.get_by_test_id("stSelectbox").locator("label")
    assert tuple(text.replace("\u2060", "") for text in labels.all_inner_texts()) == SIGNS[:2]
    page.get_by_role("link", name="Segments").click()
    settle(page)
    expect(page.locator("h1")).to_have_text("Which groups of customers are less satisfied?", timeout=PATIENCE)
    assert main.locator("img").count() == 0
    assert strangers(called, visited) == []
    assert (watch.violations, watch.errors) == ([], [])


def test_the_signs_in_a_name_are_shown_one_by_one_and_call_nobody(
    visited: Server, page: Page, watch: Watch, called: list[str]
) -> None:
    page.goto(f"{visited.url}/overview?dataset=2")
    settle(page)
    unfold(page, "Filters")
    labels = page.get_by_test_id("stMultiSelect").locator("label")
    expect(labels).to_have_count(len(SIGNS), timeout=PATIENCE)
    # a word joiner takes no room
    assert tuple(text.replace("\u2060", "") for text in labels.all_inner_texts()) == SIGNS
    assert labels.locator("a, img, b, em, strong, code, del, h1, li, blockquote, svg").count() == 0
    page.goto(f"{visited.url}/roi?dataset=2")
    settle(page)
    choice = page.get_by_role("radiogroup", name="Customers").get_by_role("radio").first
    assert choice.inner_text().replace("\u2060", "") == HOSTILE[0]
    assert strangers(called, visited) == []
    assert watch.violations == []
