"""The decimal mark of a file: point or comma, by the numbers that can only be read in one way."""

import re
from collections.abc import Mapping, Sequence

MOST_VALUES = 300
"""Of one column; more of the same add nothing."""
NEARLY_ALL = 0.9

_WHOLE = re.compile(r"[-+]?\d{1,15}")
_READ = {
    ",": re.compile(r"[-+]?(?:\d{1,3}(?:\.\d{3})+|\d{1,15}),\d{1,15}"),
    ".": re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})\.\d{1,15}"),
}
_OPEN = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}")
"""1,234 may be a thousand or one and a bit."""


def decimal_mark(columns: Sequence[Mapping[str, int]]) -> tuple[str, tuple[str, ...]]:
    """`.` or `,`, and the evidence where the numbers settle it; `columns` are the values with their counts.

    Only columns of numbers are asked: `1,3` in a column of choices is two choices.
    """
    votes = {",": 0, ".": 0}
    examples: dict[str, str] = {}
    for counts in columns:
        values = sorted(counts.items(), key=lambda pair: -pair[1])[:MOST_VALUES]
        whole = sum(count for text, count in values if _WHOLE.fullmatch(text.strip()))
        for mark, pattern in _READ.items():
            read = [(text.strip(), count) for text, count in values if pattern.fullmatch(text.strip()[:40])]
            settling = [(text, count) for text, count in read if not _OPEN.fullmatch(text)]
            enough = NEARLY_ALL * sum(count for _, count in values)
            if settling and whole + sum(count for _, count in read) >= enough:
                votes[mark] += sum(count for _, count in settling)
                examples.setdefault(mark, settling[0][0])
    mark = "," if votes[","] > votes["."] else "."
    if not votes[mark]:
        return mark, ()
    kind = "comma" if mark == "," else "point"
    return mark, (f"Numbers are written with a decimal {kind}, such as {examples[mark]}.",)
