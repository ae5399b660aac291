"""Layouts: one small file for each kind of export that is recognised by its first rows."""

from collections.abc import Sequence

from csat_core.ingest.layouts import generic
from csat_core.ingest.layouts.layout import Layout, Recognised
from csat_core.ingest.refusals import NotATableError

LAYOUTS: tuple[Layout, ...] = (generic,)
"""The most particular first; the last one takes any table."""


def recognised(head: Sequence[Sequence[str]], layouts: Sequence[Layout] = LAYOUTS) -> Recognised:
    """What the first layout that knows these rows says of them; raises NotATableError where none does."""
    for layout in layouts:
        found = layout.recognise(head)
        if found is not None:
            return found
    raise NotATableError(found="no row of column names with rows below it was found")
