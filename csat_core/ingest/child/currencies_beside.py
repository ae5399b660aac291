"""Currencies in a column of their own: what is said of money row by row holds for its numbers, which have no sign."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.texts.names import says
from csat_core.ingest.texts.reading import CURRENCY, SAME_CURRENCY
from csat_core.ingest.texts.vocabulary import Meaning

_KNOWN = re.compile(CURRENCY)
_CODE = re.compile("[A-Z]{3}")


def with_currencies(columns: Sequence[ColumnProfile]) -> tuple[ColumnProfile, ...]:
    """The columns; those of money in bare numbers with the currencies that another column says of them, if one does."""
    found = next(filter(None, map(_currencies, columns)), ())
    return tuple(replace(each, currencies=found) if found and _is_bare_money(each) else each for each in columns)


def _currencies(column: ColumnProfile) -> tuple[tuple[str, int], ...]:
    """The currencies that a column holds with their rows, most frequent first; none where it holds anything else."""
    texts = [(text.strip().upper(), count) for text, count in column.top]
    known = sum(count for text, count in texts if _KNOWN.fullmatch(text))
    if 2 * known <= column.filled or not all(_KNOWN.fullmatch(text) or _CODE.fullmatch(text) for text, _ in texts):
        return ()
    counts: Counter[str] = Counter()
    for text, count in texts:
        counts[SAME_CURRENCY.get(text, text)] += count
    return tuple(counts.most_common())


def _is_bare_money(column: ColumnProfile) -> bool:
    is_number = 2 * column.numeric > column.filled and not column.units
    return is_number and any(says(name, Meaning.REVENUE, Meaning.PAID) for name in column.wording)
