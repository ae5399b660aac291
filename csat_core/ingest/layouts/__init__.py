"""Layouts: one small file for each kind of export that is recognised by its first rows.

Each has `recognise(head)`; it answers with what it found, or None where the rows are not its kind.
"""

from collections.abc import Sequence

from csat_core.ingest.layouts import generic
from csat_core.ingest.layouts.found import Found
from csat_core.ingest.refusals import NotATableError

LAYOUTS = (generic,)
"""The most particular first."""


def recognised(head: Sequence[Sequence[str]]) -> Found:
    """What the first layout that knows these rows found; raises NotATableError where none does."""
    for layout in LAYOUTS:
        found = layout.recognise(head)
        if found is not None:
            return found
    raise NotATableError(found="no row of column names with rows below it was found")
