"""Pictures of every page, wide and narrow, light and dark, as a person sees them once they have come to rest.

python tests/browser/screenshots.py --url http://127.0.0.1:8501 --pages overview,roi,data,methods --out shots/
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.browser.conftest import FLAGS
from tests.browser.find_browser import chromium
from tests.browser.idle import settle

WIDTHS = (1400, 390)
SCHEMES = ("light", "dark")

HEIGHT = """() => Math.max(...['[data-testid=stMain]', '[data-testid=stSidebarContent]']
  .map(part => document.querySelector(part)).filter(Boolean)
  .filter(part => part.getBoundingClientRect().right > 0).map(part => part.scrollHeight))
"""
"""Streamlit scrolls inside <main>; the height of what is in it, or of an open sidebar where that is longer."""


def shots(browser: Browser, url: str, pages: list[str], folder: Path) -> Iterator[Path]:
    """The files written, one for each page, width and colour scheme."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in SCHEMES:
        for width in WIDTHS:
            context = browser.new_context(viewport={"width": width, "height": 1000}, color_scheme=scheme)
            page = context.new_page()
            for name in pages:
                page.set_viewport_size({"width": width, "height": 1000})
                page.goto(f"{url.rstrip('/')}/{name.lstrip('/')}")
                settle(page)
                file = folder / f"{_file_name(name)}-{width}-{scheme}.png"
                _stretch(page, width)
                page.screenshot(path=file)
                yield file
            context.close()


def _stretch(page: Page, width: int) -> None:
    """The whole page is in view: a taller window may make charts and columns lay themselves out anew."""
    for _ in range(3):
        page.wait_for_timeout(400)
        height = max(600, min(16_000, int(page.evaluate(HEIGHT))))
        viewport = page.viewport_size
        if viewport is not None and viewport["height"] == height:
            return
        page.set_viewport_size({"width": width, "height": height})
        settle(page)


def _file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in name.strip("/")) or "home"


def main() -> None:
    """Nothing; the files stand in the folder, their names on standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8501")
    parser.add_argument("--pages", required=True, help="paths, separated by commas; may carry a query")
    parser.add_argument("--out", type=Path, default=Path("shots"))
    asked = parser.parse_args()
    executable = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        for file in shots(browser, asked.url, asked.pages.split(","), asked.out):
            print(file)
        browser.close()


if __name__ == "__main__":
    main()
