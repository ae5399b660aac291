"""Formats that name their columns themselves: no row of names has to be looked for."""

from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.layouts import LAYOUTS, TITLES, shortened
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.refusals import LayoutError


def own_names(names: Sequence[str], rows: Sequence[Sequence[str]], said: str, wished: str | None = None) -> Recognised:
    """The particular layout that knows these names and first rows, else the generic one; `said` is the evidence.

    Raises LayoutError where the layout that was wished does not know them.
    """
    head = shortened([names, *rows])
    for layout in LAYOUTS[:-1]:
        found = layout.recognise(head) if wished in (None, layout.ID) else None
        if found is not None and found.first_record == 1 and len(found.names) == len(names):
            return replace(found, evidence=(said, *found.evidence), header=(tuple(names),))
    if wished not in (None, "generic"):
        raise LayoutError(layout=TITLES.get(str(wished), str(wished)))
    return Recognised(
        layout="generic", names=tuple(names), header_rows=1, first_record=1, evidence=(said,), header=(tuple(names),)
    )  # fmt: skip
