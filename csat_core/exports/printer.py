"""The printer: a Chromium of this machine, where there is one."""

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def printer() -> Path | None:
    """The Chromium that prints: CSAT_BROWSER, else one on the PATH; None without."""
    named = os.environ.get("CSAT_BROWSER")
    found = next((path for name in ([named] if named else NAMES) if (path := shutil.which(name))), None)
    return Path(found) if found else None
