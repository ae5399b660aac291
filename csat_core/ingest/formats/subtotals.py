"""Subtotals: averages and totals of groups that people and reports write among the responses, which are no responses."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import duckdb

from csat_core.ingest.formats.footers import WORDS, bare_word
from csat_core.ingest.formats.groups_once import fill_groups
from csat_core.ingest.formats.staged_rows import put_aside
from csat_core.ingest.formats.table import cell_names
from csat_core.ingest.refusals import shown
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import AVERAGES, MEASURES, SUBTOTALS, TOTALS

LABELS = 4
"""Columns from the left in which a row says what it is."""
MOST_ROWS = 200_000
"""Nobody writes subtotals into longer tables, and to look for them takes time."""
LONGEST = 80
"""Letters of a label; longer texts are comments."""
MOST_SHARE = 1 / 3
"""Where more rows speak of totals, they are answers or things that are called so."""
MOST_GROUPS = 10_000
USUALLY_FILLED = 0.95
SUMMARY_WORDS = TOTALS | AVERAGES | SUBTOTALS
"""They stand alone, or before or behind the name of a group: `Average Shop`, `Shop Total`."""
_APART = r"[\s:,.()\[\]/-]+"
WHY = "a total or an average of a group, not a response"
_OF = "(?:of|for|von|für|de|du|di|da|van|av|för|dla)"

Cells = Sequence[str | None]


def set_subtotals_aside(engine: duckdb.DuckDBPyConnection, names: tuple[str, ...], number: str) -> tuple[str, ...]:
    """The evidence of totals of groups in table `staged`, which are in `misfits` now; groups that are named once are named in each row.

    `number` is the expression for the number of a row.
    """
    width = len(names)
    rows = int(engine.execute("SELECT count(*) FROM staged").fetchall()[0][0])
    labels = cell_names(width)[:LABELS]
    if not 1 < rows <= MOST_ROWS:
        return ()
    speak = " OR ".join(f"(length({cell}) <= {LONGEST} AND regexp_matches(lower({cell}), $words))" for cell in labels)
    words = "|".join(map(re.escape, sorted(SUMMARY_WORDS)))
    found = engine.execute(
        f"SELECT rowid, {number}, {', '.join(cell_names(width))} FROM staged WHERE {speak} ORDER BY rowid LIMIT $most",
        {"words": rf"(?:^|[^\pL])(?:{words})(?:$|[^\pL])", "most": int(rows * MOST_SHARE) + 1},
    ).fetchall()
    if not found or len(found) > rows * MOST_SHARE:
        return ()
    groups = [_counted(engine, cell) for cell in labels]
    filled = usually_filled(engine, width, rows - len(found) - _measures(engine, labels))
    alone = _alone([cells for _, _, *cells in found], groups, filled)
    aside: list[tuple[int, int, Cells]] = [
        (id, at, cells) for id, at, *cells in found if _is_subtotal(cells, groups, alone, filled)
    ]
    aside += _measures_below(engine, [id for id, *_ in aside], width, number, filled)
    named = fill_groups(engine, names, LABELS, {id for id, *_ in aside}) if aside else ()
    put_aside(engine, ((at, WHY, cells) for _, at, cells in aside))
    engine.executemany("DELETE FROM staged WHERE rowid = ?", [[id] for id, *_ in aside]) if aside else None
    return (*_said([next(cell for cell in cells if cell) for *_, cells in aside]), *named)


def _measures_below(
    engine: duckdb.DuckDBPyConnection, totals: Sequence[int], width: int, number: str, filled: Sequence[bool]
) -> list[tuple[int, int, Cells]]:
    """The rows right below totals that give one more measure of the same group, such as `Count`."""
    found: list[tuple[int, int, Cells]] = []
    below, seen = [id + 1 for id in totals], set(totals)
    while below:
        query = f"SELECT rowid, {number}, {', '.join(cell_names(width))} FROM staged WHERE rowid IN (SELECT unnest(?))"
        rows = engine.execute(query, [[id for id in below if id not in seen]]).fetchall()
        more = [(id, at, cells) for id, at, *cells in rows if _is_measure(cells, filled)]
        found += more
        below = [id + 1 for id, *_ in more]
    return found


def _is_measure(cells: Cells, filled: Sequence[bool]) -> bool:
    first = next((cell for cell in cells[:LABELS] if cell), None)
    return bare_word(first) in WORDS and any(
        is_usual and not cell for cell, is_usual in zip(cells, filled, strict=True)
    )


def _alone(rows: Sequence[Cells], groups: Sequence[Counter[str]], filled: Sequence[bool]) -> list[set[str]]:
    """For each label the words for totals all of whose rows are blank where other rows are not: elsewhere they are answers."""
    found = []
    for at, group in enumerate(groups):
        lacking = Counter(
            fold(cell)
            for cells in rows
            if (cell := cells[at])
            and bare_word(cell) in SUMMARY_WORDS
            and _lacks(cells, at if any(groups[:at]) else 0, filled)
        )
        found.append({word for word, many in lacking.items() if many == group[word]})
    return found


def _lacks(cells: Cells, at: int, filled: Sequence[bool]) -> bool:
    """Whether a row is blank where others are not: before its label, or anywhere where the label comes first."""
    places = range(at) if at else range(len(cells))
    return any(filled[place] and not cells[place] for place in places)


def _is_subtotal(
    cells: Cells, groups: Sequence[Counter[str]], alone: Sequence[set[str]], filled: Sequence[bool]
) -> bool:
    """Whether a row names a group with a word for totals, or says such a word alone."""
    for at, (cell, group, words) in enumerate(zip(cells, groups, alone, strict=False)):
        if not cell:
            continue
        if fold(cell) in words:
            return True
        for word, name in _named(cell):
            is_of_column = group[name] >= 2 * group[fold(cell)]
            is_of_row = _lacks(cells, at if any(groups[:at]) else 0, filled) and any(
                other[name] > 1 for other in groups
            )
            if (is_of_column or is_of_row) and group[word] < 2:  # `Total` may be the name of something
                return True
    return False


def _named(cell: str) -> Iterator[tuple[str, str]]:
    """The words for totals in a cell, each with the group that it may speak of."""
    text = fold(cell)
    for word in SUMMARY_WORDS:
        if text.startswith(word):
            rest = re.fullmatch(rf"{re.escape(word)}(?:\s+{_OF}\s+|{_APART})(.+?)\)?", text)
        elif text.endswith(word):
            rest = re.fullmatch(rf"(.+?){_APART}{re.escape(word)}", text)
        else:
            continue
        if rest:
            yield word, rest[1].strip()


def _counted(engine: duckdb.DuckDBPyConnection, cell: str) -> Counter[str]:
    """How often a label holds each of its values; of columns with more than a group can have, none."""
    found = engine.execute(
        f"SELECT {cell}, count(*) FROM staged WHERE length({cell}) <= {LONGEST} GROUP BY 1 LIMIT {MOST_GROUPS + 1}"
    ).fetchall()
    counted: Counter[str] = Counter()
    for value, many in found if len(found) <= MOST_GROUPS else ():
        counted[fold(value)] += many
    return counted


def _measures(engine: duckdb.DuckDBPyConnection, labels: Sequence[str]) -> int:
    """How many rows have the bare word for a measure, such as `Count`, as a label."""
    said = " OR ".join(f"lower(trim({cell})) IN (SELECT unnest($words))" for cell in labels)
    words = {"words": sorted(MEASURES)}
    return int(engine.execute(f"SELECT count(*) FROM staged WHERE {said}", words).fetchall()[0][0])


def usually_filled(engine: duckdb.DuckDBPyConnection, width: int, rows: int) -> list[bool]:
    """Of which columns nearly all of so many rows have a cell."""
    counts = ", ".join(f"count({cell})" for cell in cell_names(width))
    return [many >= rows * USUALLY_FILLED for many in engine.execute(f"SELECT {counts} FROM staged").fetchall()[0]]


def _said(labels: Sequence[str]) -> tuple[str, ...]:
    if not labels:
        return ()
    examples = ", ".join(f"'{shown(label, 40)}'" for label in list(dict.fromkeys(labels))[:3])
    if len(labels) == 1:
        return (f"1 row is a total or an average of a group, not a response ({examples}).",)
    return (f"{len(labels):,} rows are totals or averages of groups, not responses ({examples}).",)
