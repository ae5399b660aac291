"""How long a browser waits for the first words of a shared one-pager, against those of an empty page."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from benchmarks.links import shared
from benchmarks.pages import EMPTY, PROJECT, free_port
from benchmarks.timing import Row
from benchmarks.visit import serving
from csat_core.model.share import SharePage
from tests.browser.conftest import FLAGS
from tests.browser.find_browser import chromium

RUNS = 5
DRAWN = "[data-testid=stMain] h1"
"""The title that the page draws; the first words hold it as well, and stand in the document."""
WATCH = f"""const painted = selector => new Promise(tell => new MutationObserver((_, watch) => {{
  if (!document.querySelector(selector)?.checkVisibility()) return;
  watch.disconnect();
  requestAnimationFrame(() => setTimeout(() => tell(performance.now() / 1000)));
}}).observe(document, {{ childList: true, subtree: true }}));
window.seen = Promise.all([painted("h1"), painted("{DRAWN}")]);"""
"""Tells when any title is painted and when that of the page is, in seconds since the visit began, redirects included.

In the page, because Playwright's own waiting looks again after growing pauses, at last of half a second.
"""


def rows(folder: Path) -> Iterator[Row]:
    """Cold, as who never was here; and with what the browser keeps from other visits. Nobody has opened any of the links."""
    database = folder / "first.duckdb"
    links = shared(database, SharePage.ONEPAGER, 2 * (RUNS + 1))
    bare = folder / "bare-first"
    shutil.copytree(PROJECT / ".streamlit", bare / ".streamlit")
    (bare / "empty.py").write_text(EMPTY)
    ours = serving(PROJECT / "app.py", free_port(), CSAT_DATABASE=str(database), CSAT_DEMO="0")
    with ours as app, serving(bare / "empty.py", free_port()) as empty, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        pages = [[f"http://{app.address}/s/{link.token}" for link in links], [f"http://{empty.address}/"] * len(links)]
        cold = _best(browser, [addresses[: RUNS + 1] for addresses in pages], is_warm=False)
        warm = _best(browser, [addresses[RUNS + 1 :] for addresses in pages], is_warm=True)
        browser.close()
    for what, at in (("first words of a shared one-pager", 0), ("  its title as the page draws it", 1)):
        (ours_cold, empty_cold), (ours_warm, empty_warm) = ([side[at] for side in sides] for sides in (cold, warm))
        yield Row(what=f"{what}, cold", ours=ours_cold, against=empty_cold, limit="at most 1.3 x an empty page")
        yield Row(what=f"{what}, warm HTTP cache", ours=ours_warm, against=empty_warm, limit="at most 1 s")


def _best(browser: Browser, pages: list[list[str]], *, is_warm: bool) -> list[list[float]]:
    """The best of a few visits to each page, as `WATCH` has them, in seconds; the pages take turns.

    A page has an address for each visit, and one for a visit before them all.
    """
    best = [[float("inf")] * 2 for _ in pages]
    kept = [browser.new_context() for _ in pages]
    for context, addresses in zip(kept, pages, strict=True):
        _titles(context, addresses[0])
    for visit in range(1, RUNS + 1):
        for at, addresses in enumerate(pages):
            context = kept[at] if is_warm else browser.new_context()
            best[at] = [min(pair) for pair in zip(best[at], _titles(context, addresses[visit]), strict=True)]
            if not is_warm:
                context.close()
    for context in kept:
        context.close()
    return best


def _titles(context: BrowserContext, address: str) -> list[float]:
    """Seconds until the first words and until the title of the page are painted."""
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    took: list[float] = page.evaluate("window.seen")
    page.close()
    return took
