"""Answers that are a slip of the keyboard away from a label of their scale: named, offered, never read so in silence."""

from collections import Counter
from collections.abc import Iterable, Mapping

import duckdb

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.phrases import WITHOUT_SPACES
from csat_core.ingest.texts.reading import fold

SHORTEST, LONGEST = 5, 100
"""Labels from so many letters on may be a slip away from another text; longer ones than the other are sentences."""
APART = 2
"""So much nearer to one answer than to any other: `very likely` and `very unlikely` are two slips apart."""
MOST_VALUES = 300
"""Different cells of all columns that are looked at."""


def near_in(texts: Iterable[str], positions: Mapping[str, int]) -> dict[str, str]:
    """For each folded text that is nearly a label of `positions` the label it is nearest to."""
    found = ((text, nearest(text, positions)) for text in texts if text not in positions)
    return {text: label for text, label in found if label is not None}


def nearest(text: str, positions: Mapping[str, int]) -> str | None:
    """The label that `text` is a slip or two away from, and from no answer at another position; None without.

    What is a label of any scale is no slip, and two slips in one word are another word: `unsatisfied`.
    """
    # a letter of Chinese or Japanese is a word, not a slip
    if not SHORTEST <= len(text) <= LONGEST or WITHOUT_SPACES.search(text) or families_with([text]):
        return None
    best: dict[int, tuple[int, str]] = {}
    for label, position in positions.items():
        if len(label) < SHORTEST or _letters_apart(text, label) > APART + 2:
            continue
        found = slips(text, label), label
        best[position] = min(best.get(position, found), found)
    (away, label), *others = sorted(best.values()) or [(len(text), "")]
    is_near = away <= 1 or (away == 2 and _in_two_words(text, label))
    return label if is_near and all(other >= away + APART for other, _ in others) else None


def _in_two_words(one: str, other: str) -> bool:
    """Whether the slips between two texts are in different words of theirs."""
    words, others = one.split(), other.split()
    return len(words) == len(others) and all(slips(a, b) <= 1 for a, b in zip(words, others, strict=True))


def _letters_apart(one: str, other: str) -> int:
    """The least number of slips between two texts, by the letters alone that they hold: far cheaper to tell."""
    letters, others = Counter(one), Counter(other)
    return max((letters - others).total(), (others - letters).total())


def slips(one: str, other: str) -> int:
    """How many letters were left out, added, mistaken or swapped with their neighbour between two texts."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], before[j - 2] + 1)
        before, last = last, row
    return last[-1]


def named(connection: duckdb.DuckDBPyConnection, columns: Iterable[ColumnMapping], code: str) -> None:
    """Nothing; where an answer that was set aside under `code` is nearly a label of its scale, table `set_aside` says which in the reason.

    Temporary table `near` holds each such cell once: column, value, label.
    """
    scales = _worded(columns)
    connection.execute('CREATE TEMP TABLE near ("column" VARCHAR, "value" VARCHAR, label VARCHAR)')
    if not scales:
        return
    cells = connection.execute(
        'SELECT "column", "value" FROM set_aside WHERE code = $code AND length("value") <= $longest '
        f"GROUP BY ALL ORDER BY count(*) DESC, min(row) LIMIT {MOST_VALUES}",
        {"code": code, "longest": LONGEST},
    ).fetchall()
    found = [
        (name, text, _as_written(column, label))
        for name, text in cells
        if (column := scales.get(name)) and (label := nearest(fold(text), dict(column.positions)))
    ]
    if not found:
        return
    names, texts, labels = (list(part) for part in zip(*found, strict=True))
    connection.execute("INSERT INTO near SELECT unnest($1), unnest($2), unnest($3)", [names, texts, labels])
    connection.execute(
        "UPDATE set_aside SET reason = 'Not an answer of this scale; is ''' || near.label || ''' meant?' FROM near "
        'WHERE code = $1 AND set_aside."column" = near."column" AND set_aside."value" = near."value"',
        [code],
    )


def _worded(columns: Iterable[ColumnMapping]) -> dict[str, ColumnMapping]:
    """The questions whose answers are words, by name; none of those that share a name."""
    found: dict[str, ColumnMapping] = {}
    shared = set()
    for column in columns:
        shared |= {column.name} & set(found)
        if column.scale is not None and column.positions:
            found[column.name] = column
    return {name: column for name, column in found.items() if name not in shared}


def _as_written(column: ColumnMapping, label: str) -> str:
    """The answer of the scale that a folded label stands for, as the scale writes it."""
    assert column.scale is not None
    return column.scale.labels[dict(column.positions)[label] - 1]
