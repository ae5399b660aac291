"""Layouts: one small file for each kind of export that is recognised by its first rows.

Each has `recognise(head)`; it answers with what it found, or None where the rows are not its kind.
"""

from collections.abc import Callable, Sequence

from csat_core.ingest.layouts import generic
from csat_core.ingest.layouts.found import Found
from csat_core.ingest.refusals import NotATableError

Recognise = Callable[[Sequence[Sequence[str]]], Found | None]

LAYOUTS: tuple[Recognise, ...] = (generic.recognise,)
"""The most particular first."""


def recognised(head: Sequence[Sequence[str]]) -> Found:
    """What the first layout that knows these rows found; raises NotATableError where none does."""
    for recognise in LAYOUTS:
        found = recognise(head)
        if found is not None:
            return found
    raise NotATableError(found="no row of column names with rows below it was found")
