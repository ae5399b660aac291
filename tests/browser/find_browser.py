"""The Chromium that browser tests drive: one that is installed, else Debian's package, else Playwright's own download.

`python tests/browser/find_browser.py` installs what is missing, prints the path, and exits 1 with a sentence where
nothing worked.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

DOWNLOADED = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class NoBrowserError(Exception):
    """No Chromium is installed."""

    def __init__(self) -> None:
        super().__init__(
            "No Chromium or Chrome was found, and none could be installed. Install one (on Debian or Ubuntu: "
            "apt-get install chromium), or name one with CSAT_BROWSER=/path/to/chromium."
        )


def chromium() -> Path:
    """The browser to drive: CSAT_BROWSER, else one on the PATH, else the one Playwright downloaded.

    A candidate counts once it has said its version: Ubuntu's `chromium-browser` may be a mere hint to install a snap.
    """
    named = os.environ.get("CSAT_BROWSER")
    for candidate in [named] if named else _candidates():
        if candidate and _runs(candidate):
            return Path(candidate)
    raise NoBrowserError


def install() -> Path:
    """The browser to drive, installed first where there is none; a named one is never replaced by another."""
    if "CSAT_BROWSER" in os.environ:
        return chromium()
    for attempt in (_nothing, _by_apt, _by_playwright):
        attempt()
        try:
            return chromium()
        except NoBrowserError:
            continue
    raise NoBrowserError


def _runs(candidate: str) -> bool:
    try:
        said = subprocess.run([candidate, "--version"], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0 and "chrom" in said.stdout.lower()


def _candidates() -> Iterator[str | None]:
    yield from (shutil.which(name) for name in NAMES)
    # In a process of its own: Playwright refuses to start where it runs already, as in a test.
    asked = subprocess.run([sys.executable, "-c", DOWNLOADED], capture_output=True, text=True, check=False)
    yield asked.stdout.strip() or None


def _nothing() -> None:
    """An installed browser is enough."""


def _by_apt() -> None:
    if shutil.which("apt-get") is None:
        return
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if root and shutil.which("sudo") is None:
        return
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    # Fresh images come without package lists; where they are there, updating again does no harm.
    _try([*apt, "update", "-q"])
    _try([*apt, "install", "-q", "-y", "--no-install-recommends", "chromium"])


def _by_playwright() -> None:
    root = os.geteuid() == 0
    _try([sys.executable, "-m", "playwright", "install", *(["--with-deps"] if root else []), "chromium"])


def _try(command: list[str]) -> None:
    print("$", *command, file=sys.stderr)
    try:
        # Standard output belongs to the path that this script prints.
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, timeout=600, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"  {error}", file=sys.stderr)
        return
    if done.returncode:
        print(f"  exit {done.returncode}", file=sys.stderr)


if __name__ == "__main__":
    try:
        print(install())
    except NoBrowserError as error:
        sys.exit(str(error))
