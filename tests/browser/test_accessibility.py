"""Every page in both themes, wide and narrow: contrast and names by axe (WCAG 2 A and AA), and nothing to scroll sideways."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Server
from tests.browser.idle import settle
from tests.pages.opened import FILES

PAGES = tuple(FILES)
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa"]}, "resultTypes": ["violations"]}

STREAMLITS_OWN = {
    "list": "stSidebarNavItems",  # sections of the navigation are divs within its list
    "listitem": "<li ",
    "svg-img-alt": "metric_chart_",  # the last point of a sparkline; the metric's label and value are text
}
"""Rules that Streamlit's own elements break whatever a page does, and a sign of those elements."""

WIDER = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .map(part => part.scrollWidth - part.clientWidth)"""


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page in one of the themes."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, color_scheme=request.param)
    yield context.new_page()
    context.close()


def findings(page: Page) -> list[str]:
    """What axe objects to, a line for each element."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for rule in found
        for node in rule["nodes"]
        if STREAMLITS_OWN.get(rule["id"], "nothing") not in node["html"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_to_object_to(server: Server, themed: Page, name: str) -> None:
    themed.goto(f"{server.url}/{name}?dataset=1")
    settle(themed)
    assert findings(themed) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_has_nothing_to_scroll_sideways(server: Server, page: Page, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server.url}/{name}?dataset=1")
    settle(page)
    assert page.evaluate(WIDER) == [0, 0]
