"""Formats that name their columns themselves: no row of names has to be looked for."""

from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.layouts import LAYOUTS
from csat_core.ingest.layouts.layout import Recognised


def own_names(names: Sequence[str], rows: Sequence[Sequence[str]], said: str) -> Recognised:
    """The particular layout that knows these names and first rows, else the generic one; `said` is the evidence."""
    for layout in LAYOUTS[:-1]:
        found = layout.recognise([names, *rows])
        if found is not None and found.first_record == 1 and len(found.names) == len(names):
            return replace(found, evidence=(said, *found.evidence))
    return Recognised(layout="generic", names=tuple(names), header_rows=1, first_record=1, evidence=(said,))
