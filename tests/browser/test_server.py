"""The server as it is started: security headers, own icon and fonts, deep links, and the command line beside it."""

import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, Response

from csat_core import __version__
from csat_core.service import owner_pid
from tests.browser.conftest import ROOT, Server, StartServer, Watch
from tests.browser.idle import settle


def test_health_says_that_the_configuration_was_loaded(server: Server) -> None:
    health = httpx.get(f"{server.url}/healthz").json()
    assert health["status"] == "ok"
    assert health["version"] == __version__
    assert health["config_loaded"] is True
    assert health["datasets"] == 2


@pytest.mark.parametrize("path", ["/", "/overview", "/healthz", "/app/static/icon.svg", "/media/absent.csv"])
def test_every_reply_carries_the_policy(server: Server, path: str) -> None:
    headers = httpx.get(server.url + path).headers
    assert "script-src 'self';" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_the_icon_is_our_own(server: Server) -> None:
    assert httpx.get(f"{server.url}/favicon.png").content == (ROOT / "pages/static/icon.png").read_bytes()


def test_the_first_page_opens_without_a_violation_or_an_error(server: Server, page: Page, watch: Watch) -> None:
    fonts: list[str] = []

    def note(response: Response) -> None:
        if response.url.endswith(".woff2") and response.ok:
            fonts.append(Path(response.url).name)

    page.on("response", note)
    page.goto(server.url)
    settle(page)
    assert page.locator("h1").count() == 1
    assert watch.violations == []
    assert watch.errors == []
    assert "ibm-plex-sans-latin-wght-normal.woff2" in fonts


def test_a_foreign_picture_is_blocked_and_noticed(server: Server, page: Page, watch: Watch) -> None:
    page.goto(server.url)
    settle(page)
    page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://192.0.2.1/beacon.png'}))")
    page.wait_for_timeout(500)
    assert len(watch.violations) == 1
    assert "img-src" in watch.violations[0]


def test_a_second_server_on_the_same_database_starts_and_says_why_it_is_empty(
    server: Server, start_server: StartServer
) -> None:
    assert owner_pid(server.database) == server.process.pid
    second = start_server(CSAT_DATABASE=str(server.database))
    health = httpx.get(f"{second.url}/healthz")
    assert health.status_code == 503
    assert "datasets" not in health.json()
    assert f"process {server.process.pid}" in second.log.read_text()
    assert owner_pid(server.database) == server.process.pid


ONE_SCREEN = "() => { const main = document.querySelector('[data-testid=stMain]'); return main.clientHeight === main.scrollHeight; }"


def test_the_one_pager_is_one_screen_and_one_sheet_of_paper(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(f"{server.url}/onepager?dataset=1")
    settle(page)
    page.wait_for_function(ONE_SCREEN)
    for is_landscape in (False, True):
        sheets = page.pdf(format="A4", landscape=is_landscape)
        assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == 1
    page.emulate_media(media="print")
    for part in ("stSidebar", "stHeader"):
        assert not page.get_by_test_id(part).is_visible()
    assert page.locator(".st-key-said-headline").is_visible()


def test_a_phone_shows_the_score_its_change_and_what_to_do_first_before_the_rest(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server.url}/onepager?dataset=1")
    settle(page)
    parts = (
        "CSAT is 72.0",
        "Oct 2026 on Sep 2026",
        "What to do first",
        "Is it moving?",
        "Response rate",
        "How we compare",
    )
    main = page.get_by_test_id("stMain")
    boxes = [main.get_by_text(part, exact=False).first.bounding_box() for part in parts]
    tops = [box["y"] for box in boxes if box is not None]
    assert tops == sorted(tops)
    assert len(tops) == len(parts)
    assert tops[2] < 500


def test_the_workshop_is_one_screen_of_a_projector(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(f"{server.url}/workshop?preset=barktalk")
    settle(page)
    page.wait_for_function(ONE_SCREEN)
    sizes = page.get_by_test_id("stMetricValue").evaluate_all(
        "values => values.map(value => parseFloat(getComputedStyle(value).fontSize))"
    )
    assert len(sizes) == 3
    assert min(sizes) >= 80
