"""The private folders of visits: what a person brought leaves the disk with the visit, however that ended."""

import tempfile
from weakref import WeakSet

from csat_core.ingest import private
from pages.shared import inside

_BY_VISIT: dict[str, "WeakSet[tempfile.TemporaryDirectory[str]]"] = {}


def of_this_visit() -> tempfile.TemporaryDirectory[str]:
    """A folder only this user can read; gone with the object, and at the latest some time after the visit."""
    folder = private.folder()
    _BY_VISIT.setdefault(inside.visit() or "", WeakSet()).add(folder)
    return folder


def forget_ended() -> None:
    """Nothing; the folders of visits that nobody comes back to are gone: Streamlit keeps their state for long in memory."""
    known = inside.visits()
    for visit in [each for each in list(_BY_VISIT) if each not in known]:
        for folder in list(_BY_VISIT.pop(visit)):
            folder.cleanup()
