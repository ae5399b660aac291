"""Layouts: one small file for each kind of export that is recognised by its first rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from csat_core.ingest.layouts import (
    alchemer,
    chatwoot,
    delighted,
    freshdesk,
    generic,
    gladly,
    google_forms,
    hubspot,
    intercom,
    kobo,
    limesurvey,
    microsoft_forms,
    names_and_texts,
    qualtrics,
    surveymonkey,
    tally,
    typeform,
    zendesk,
)
from csat_core.ingest.layouts.layout import Layout, Recognised
from csat_core.ingest.layouts.nested_cells import nested_in
from csat_core.ingest.layouts.shape import Nested
from csat_core.ingest.refusals import LayoutError, NotATableError

LAYOUTS: tuple[Layout, ...] = (
    qualtrics, limesurvey, surveymonkey, alchemer, typeform, kobo, tally, zendesk, freshdesk, intercom, chatwoot, gladly, delighted,
    hubspot, google_forms, microsoft_forms, names_and_texts, generic,
)  # fmt: skip
"""The most particular first; the last one takes any table."""
LONGEST_LOOKED_AT = 5_000
TITLES: Mapping[str, str] = MappingProxyType({layout.ID: layout.TITLE for layout in LAYOUTS})
"""What people call each layout, by its id."""


Rows = tuple[tuple[str, ...], ...]


def shortened(head: Sequence[Sequence[str]]) -> Rows:
    """The same rows with the begin of their longest cells: each layout looks at all of them, and a cell may have megabytes."""
    return tuple(tuple(cell[:LONGEST_LOOKED_AT] for cell in row) for row in head)


def recognised(
    head: Sequence[Sequence[str]], layouts: Sequence[Layout] = LAYOUTS, *, named: str | None = None
) -> Recognised:
    """What the first layout that knows these rows says of them, or the one that was named.

    Raises NotATableError where none does, LayoutError where the one that was named does not.
    """
    return _recognised(shortened(head), tuple(layouts), named)


@lru_cache(maxsize=1)  # they are looked at once for what divides them, and once for what they say
def _recognised(head: Rows, layouts: tuple[Layout, ...], named: str | None) -> Recognised:
    for layout in layouts:
        found = layout.recognise(head) if named in (None, layout.ID) else None
        if found is not None:
            nested = tuple(Nested(column=column) for column in nested_in(head[found.first_record :], len(found.names)))
            wishes = replace(found.wishes, nested=nested) if nested else found.wishes
            begin = found.first_record - found.header_rows
            return replace(found, header=head[begin : found.first_record], above=head[:begin], wishes=wishes)
    if named is not None and named != generic.ID:
        raise LayoutError(layout=TITLES.get(named, named))
    raise NotATableError(found="no row of column names with rows below it was found")
