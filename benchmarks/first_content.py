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
TITLE = "[data-testid=stMain] h1"
WATCH = f"""window.seen = new Promise(tell => new MutationObserver((_, watch) => {{
  if (!document.querySelector("{TITLE}")?.checkVisibility()) return;
  watch.disconnect();
  requestAnimationFrame(() => setTimeout(() => tell(performance.now())));
}}).observe(document, {{ childList: true, subtree: true }}));"""
"""Tells when the title is painted, in milliseconds since the visit to its address began, redirects included.

In the page, because Playwright's own waiting looks again after growing pauses, at last of half a second.
"""


def rows(folder: Path) -> Iterator[Row]:
    """Cold, as who never was here; and with what the browser keeps from the visit before."""
    database = folder / "first.duckdb"
    link = shared(database, SharePage.ONEPAGER)
    bare = folder / "bare-first"
    shutil.copytree(PROJECT / ".streamlit", bare / ".streamlit")
    (bare / "empty.py").write_text(EMPTY)
    ours = serving(PROJECT / "app.py", free_port(), CSAT_DATABASE=str(database), CSAT_DEMO="0")
    with ours as app, serving(bare / "empty.py", free_port()) as empty, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        pages = [f"http://{app.address}/s/{link.token}", f"http://{empty.address}/"]
        cold, cold_empty = _best(browser, pages, is_warm=False)
        warm, warm_empty = _best(browser, pages, is_warm=True)
        browser.close()
    yield Row(
        what="first words of a shared one-pager, cold, vs an empty page",
        ours=cold,
        against=cold_empty,
        limit="at most 1.3 x",
    )
    yield Row(what="the same with a warm HTTP cache", ours=warm, against=warm_empty, limit="at most 1 s")


def _best(browser: Browser, pages: list[str], *, is_warm: bool) -> list[float]:
    """The best of a few visits to each page, in seconds; the pages take turns."""
    best = [float("inf")] * len(pages)
    kept = [browser.new_context() for _ in pages]
    for context, page in zip(kept, pages, strict=True):
        _first_words(context, page)
    for _ in range(RUNS):
        for at, page in enumerate(pages):
            context = kept[at] if is_warm else browser.new_context()
            best[at] = min(best[at], _first_words(context, page))
            if not is_warm:
                context.close()
    for context in kept:
        context.close()
    return best


def _first_words(context: BrowserContext, address: str) -> float:
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    took = float(page.evaluate("window.seen")) / 1000
    page.close()
    return took
