"""Pictures of every page, wide and narrow, light and dark, as a person sees them once they have come to rest.

python tests/browser/screenshots.py --url http://127.0.0.1:8501 --pages overview,onepager,roi,workshop,data,methods --out shots/
With `--sheet docs/pages.png` the top of each also stands on one contact sheet, a row for each page.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
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


SCALE, TALL, GAP = 0.36, 1500, 14
"""Of a contact sheet: how much smaller, how much of a page from its top, the space between."""


def contact_sheet(files: list[Path]) -> Image.Image:
    """The pictures side by side, a row for each page: wide and narrow, light and dark."""
    rows: dict[str, list[Image.Image]] = {file.name.rsplit("-", 2)[0]: [] for file in files}
    for file in sorted(files, key=lambda file: (file.stem.split("-")[-1] == "dark", "-390-" in file.name)):
        with Image.open(file) as shot:
            top = shot.crop((0, 0, shot.width, min(shot.height, TALL)))
            rows[file.name.rsplit("-", 2)[0]].append(top.resize((round(top.width * SCALE), round(top.height * SCALE))))
    width = max(sum(each.width + GAP for each in row) for row in rows.values()) + GAP
    height = sum(max(each.height for each in row) + GAP for row in rows.values()) + GAP
    sheet = Image.new("RGB", (width, height), "#8B857A")
    y = GAP
    for row in rows.values():
        x = GAP
        for each in row:
            sheet.paste(each, (x, y))
            x += each.width + GAP
        y += max(each.height for each in row) + GAP
    return sheet.quantize(256)


def _file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in name.strip("/")) or "home"


def main() -> None:
    """Nothing; the files stand in the folder, their names on standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8501")
    parser.add_argument("--pages", required=True, help="paths, separated by commas; may carry a query")
    parser.add_argument("--out", type=Path, default=Path("shots"))
    parser.add_argument("--sheet", type=Path, help="write a contact sheet here")
    asked = parser.parse_args()
    executable = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        files = []
        for file in shots(browser, asked.url, asked.pages.split(","), asked.out):
            files.append(file)
            print(file)
        browser.close()
    if asked.sheet:
        order = [_file_name(page) for page in asked.pages.split(",")]
        files.sort(key=lambda file: order.index(file.name.rsplit("-", 2)[0]))
        contact_sheet(files).save(asked.sheet, optimize=True)


if __name__ == "__main__":
    main()
