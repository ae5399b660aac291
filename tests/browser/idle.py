"""When a page of Streamlit has come to rest."""

from playwright.sync_api import Page, TimeoutError

RUN_IS_OVER = "[data-testid=stApp][data-test-script-state=notRunning]"

NOTHING_IS_PENDING = """() =>
  !document.querySelector('[data-testid=stSkeleton], [data-stale=true]') &&
  [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(chart => chart.querySelector('.main-svg'))
"""


MOVEMENTS_ARE_OVER = (
    "part => Promise.allSettled(part.getAnimations({subtree: true}).map(each => each.finished)).then(() => 0)"
)


def settle(page: Page, timeout: float = 60_000) -> None:
    """Nothing; the script has run to its end, nothing on the page is stale, and every Plotly chart is drawn."""
    page.wait_for_selector(RUN_IS_OVER, timeout=timeout)
    page.wait_for_function(NOTHING_IS_PENDING, timeout=timeout)


def unfold(page: Page, name: str) -> None:
    """Nothing; the expander whose heading holds `name` is open, filled and at rest: a list that is moved closes at once."""
    page.locator("summary").filter(has_text=name).click()
    fold = page.get_by_test_id("stExpander").filter(has_text=name)
    fold.get_by_test_id("stElementContainer").first.wait_for()
    fold.evaluate(MOVEMENTS_ARE_OVER)
    settle(page)


def choose(page: Page, name: str, option: str) -> None:
    """Nothing; `option` is chosen in the list called `name`: what moves on the page closes an open list, so it is tried again."""
    box = page.get_by_test_id("stMultiSelect").filter(has=page.get_by_role("combobox", name=name))
    for patience in (3_000, 3_000, 3_000, 30_000):
        page.get_by_role("combobox", name=name).click()
        try:
            page.get_by_role("option", name=option).click(timeout=patience)
            box.get_by_text(option, exact=True).wait_for(timeout=patience)
        except TimeoutError:
            if patience > 3_000:
                raise
        else:
            return
