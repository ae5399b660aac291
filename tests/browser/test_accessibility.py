"""Every page in both themes, wide and narrow: no error, contrast and names by axe (WCAG 2 A and AA), nothing to scroll sideways."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Server, Watch
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

WITHIN_ITS_WIDTH = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .every(part => part.scrollWidth === part.clientWidth)"""


GROUND = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"


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
def test_a_page_is_sound_in_both_themes_and_on_a_phone(server: Server, page: Page, watch: Watch, name: str) -> None:
    called: list[str] = []
    page.on("request", lambda request: called.append(request.url))
    page.goto(f"{server.url}/{name}?dataset=1")
    settle(page)
    assert page.locator("h1").count() == 1
    assert page.get_by_test_id("stException").count() == 0
    assert findings(page) == []
    light = page.evaluate(GROUND)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"light => ({GROUND})() !== light", arg=light)
    settle(page)
    assert findings(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function(WITHIN_ITS_WIDTH)  # charts are drawn anew a while after the window has changed
    settle(page)
    assert [url for url in called if not url.startswith((server.url, "data:", "blob:"))] == []
    assert watch.violations == []
    assert watch.errors == []
