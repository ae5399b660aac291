"""The decimal mark of a file: point or comma, by the numbers that can only be read in one way."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from csat_core.ingest.texts.reading import UNIT

MOST_VALUES = 300
"""Of one column; more of the same add nothing."""
NEARLY_ALL = 0.9
SETTLED = "Numbers are written with a decimal"
"""So the evidence begins, where there is any."""

_MONEY = re.compile(rf"^{UNIT} *| *{UNIT}$")
_WHOLE = re.compile(r"[-+]?\d{1,15}")
_READ = {
    ",": re.compile(r"[-+]?(?:\d{1,3}(?:\.\d{3})+|\d{1,15}),\d{1,15}"),
    ".": re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})\.\d{1,15}"),
}
_OPEN = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}")
"""1,234 may be a thousand or one and a bit."""


def decimal_mark(columns: Sequence[Mapping[str, int]], delimiter: str | None) -> tuple[str, tuple[str, ...]]:
    """`.` or `,`, and the evidence where the numbers settle it; `columns` are the values with their counts.

    Only columns of numbers are asked: `1,3` in a column of choices is two choices. `1,234` settles nothing: where it is
    all there is, a file that divides its columns by something else than commas writes decimals with them.
    """
    votes: Counter[str] = Counter()
    examples: dict[str, str] = {}
    open_votes = 0
    for counts in columns:
        values = [
            (_MONEY.sub("", text.strip()[:40]), count)
            for text, count in sorted(counts.items(), key=_frequency)[:MOST_VALUES]
        ]
        whole = sum(count for text, count in values if _WHOLE.fullmatch(text))
        for mark, pattern in _READ.items():
            read = [(text, count) for text, count in values if pattern.fullmatch(text)]
            if not read or whole + sum(count for _, count in read) < NEARLY_ALL * sum(count for _, count in values):
                continue
            settling = [(text, count) for text, count in read if not _OPEN.fullmatch(text)]
            votes[mark] += sum(count for _, count in settling)
            open_votes += len(read) if mark == "," else 0
            examples.setdefault(mark, (settling or read)[0][0])
    if not votes.total() and open_votes and delimiter not in (",", None):
        votes[","] = open_votes
    mark = "," if votes[","] > votes["."] else "."
    if not votes[mark]:
        return mark, ()
    kind = "comma" if mark == "," else "point"
    return mark, (f"{SETTLED} {kind}, such as {examples[mark]}.",)


def _frequency(pair: tuple[str, int]) -> int:
    return -pair[1]
