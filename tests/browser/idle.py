"""When a page of Streamlit has come to rest."""

from playwright.sync_api import Page

RUN_IS_OVER = "[data-testid=stApp][data-test-script-state=notRunning]"

NOTHING_IS_PENDING = """() =>
  !document.querySelector('[data-testid=stSkeleton], [data-stale=true]') &&
  [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(chart => chart.querySelector('.main-svg'))
"""


def settle(page: Page, timeout: float = 60_000) -> None:
    """Nothing; the script has run to its end, nothing on the page is stale, and every Plotly chart is drawn."""
    page.wait_for_selector(RUN_IS_OVER, timeout=timeout)
    page.wait_for_function(NOTHING_IS_PENDING, timeout=timeout)


MOVEMENTS_ARE_OVER = (
    "part => Promise.allSettled(part.getAnimations({subtree: true}).map(each => each.finished)).then(() => 0)"
)


def unfold(page: Page, name: str) -> None:
    """Nothing; the expander whose heading holds `name` is open and has stopped moving: a moving list closes at once."""
    page.locator("summary").filter(has_text=name).click()
    page.get_by_test_id("stExpander").filter(has_text=name).evaluate(MOVEMENTS_ARE_OVER)
