"""Profiling, in the child process: each column described by numbers small enough to carry."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import duckdb

from csat_core.ingest.child.survey import Survey
from csat_core.ingest.detection import ColumnProfile, Described
from csat_core.ingest.formats.table import cell_names
from csat_core.ingest.texts.column_measures import (
    COLUMNS_AT_ONCE,
    MOST_DISTINCT,
    TRIED_ROWS,
    Measures,
    Values,
    of_few_values,
    of_many_values,
)
from csat_core.ingest.texts.expressions import quoted
from csat_core.ingest.texts.marks import decimal_marks
from csat_core.ingest.texts.measured import measure_of, measured
from csat_core.ingest.texts.reading import clean
from csat_core.ingest.texts.units import units_of

SAMPLE_ROWS, STRETCHES = 20_000, 20
TOP, TOP_OF_ALL, LONGEST_VALUE = 300, 100_000, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the columns of a staged table hold."""

    columns: tuple[ColumnProfile, ...]
    decimal: str
    decimal_evidence: tuple[str, ...]


def profiled(
    engine: duckdb.DuckDBPyConnection,
    names: Sequence[str],
    delimiter: str | None,
    survey: Survey | None = None,
    described: Sequence[Described] = (),
) -> Profile:
    """The profile of every column of table `staged`, in order, and the decimal mark that its numbers settle.

    What a `survey` tells is not looked at again. Where a column has more values than are listed, what is measured leaves
    out those that the file declares to be no answer.
    """
    values = survey.values if survey else _all_values(engine, len(names))
    marks = decimal_marks([column.counts for column in values], delimiter)
    read = {column.cell: own or marks.decimal for column, own in zip(values, marks.own, strict=True)}
    known = survey.measures if survey else {}
    many = {cell: found for cell, found in known.items() if survey and survey.marks[cell] == read[cell]}
    unknown = [column for column in values if not column.exact and column.cell not in many]
    declared = {f"c{at}": dict(said.missing) for at, said in enumerate(described, 1) if said.missing}
    for decimal in sorted({read[column.cell] for column in unknown}):
        alike = [column for column in unknown if read[column.cell] == decimal]
        many |= of_many_values(engine, alike, decimal, _without(declared))
    rows = survey.rows if survey else int(engine.execute("SELECT count(*) FROM lines").fetchall()[0][0])
    columns = []
    for position, (name, column) in enumerate(zip(names, values, strict=True), 1):
        found = (
            _measured(column, read[column.cell], declared.get(column.cell, {})) if column.exact else many[column.cell]
        )
        has_units = 2 * found.numeric < found.filled and not found.dates
        measure = measure_of(name, column.counts) if has_units else None
        if measure:
            found = _counted(column, measure, read[column.cell], found)
        shown = _cleaned(column.counts)
        distinct = min(len(shown), MOST_DISTINCT + 1) if column.exact else MOST_DISTINCT + 1
        columns.append(
            ColumnProfile(
                position=position, name=name, filled=found.filled, blank=rows - found.filled, distinct=distinct,
                top=_top(shown, len(names)), numeric=found.numeric, whole=found.whole, lowest=found.lowest,
                highest=found.highest, mean_length=found.mean_length, dates=found.dates, mark=marks.own[position - 1],
                measure=measure,
                units=units_of(column.counts, read[column.cell]) if found.numeric else (),
                is_open=marks.unsettled[position - 1],
            )
        )  # fmt: skip
    return Profile(columns=tuple(columns), decimal=marks.decimal, decimal_evidence=marks.evidence)


def _measured(column: Values, decimal: str, declared: Mapping[str, str]) -> Measures:
    if not declared or len(column.counts) <= TOP:
        return of_few_values(column.counts, decimal)
    left = of_few_values({text: n for text, n in column.counts.items() if text not in declared}, decimal)
    return replace(left, filled=sum(column.counts.values()))


def _counted(column: Values, measure: str, decimal: str, found: Measures) -> Measures:
    """The measures of a column whose numbers have their unit behind them; of many values by those that were looked at."""
    read = [
        (number, n) for text, n in column.counts.items() if (number := measured(text, measure, decimal)) is not None
    ]
    seen, cells = sum(column.counts.values()) or 1, sum(n for _, n in read)
    return replace(
        found, numeric=found.filled * cells // seen, whole=found.filled * sum(n for x, n in read if x.is_integer()) // seen,
        lowest=min((x for x, _ in read), default=None), highest=max((x for x, _ in read), default=None), dates=(),
    )  # fmt: skip


def _without(declared: Mapping[str, Mapping[str, str]]) -> str:
    """Table `staged` as SQL, NULL where a cell is declared to be no answer."""
    texts = {cell: ", ".join(quoted(text) for text in missing if text) for cell, missing in declared.items()}
    kept = ", ".join(
        f"CASE WHEN {cell} IN ({listed}) THEN NULL ELSE {cell} END AS {cell}"
        for cell, listed in texts.items()
        if listed
    )
    return f"(SELECT * REPLACE ({kept}) FROM staged)" if kept else "staged"


def _all_values(engine: duckdb.DuckDBPyConnection, width: int) -> list[Values]:
    """The values of every column: of small tables and of columns with few values all of them."""
    rows = int(engine.execute("SELECT count(*) FROM staged").fetchall()[0][0])
    cells, result = cell_names(width), []
    for start in range(0, width, COLUMNS_AT_ONCE):
        some = cells[start : start + COLUMNS_AT_ONCE]
        sample = engine.execute(f"SELECT {', '.join(some)} FROM staged {_stretches(rows)}").fetchall()
        for cell, column in zip(some, zip(*sample, strict=True), strict=True):
            counts = Counter(column)
            counts.pop(None, None)
            result.append(_values(engine, cell, counts, complete=rows <= SAMPLE_ROWS))
    return result


def _stretches(rows: int) -> str:
    """A condition for a sample of rows from all over the file; empty where that is all of them."""
    if rows <= SAMPLE_ROWS:
        return ""
    each = SAMPLE_ROWS // STRETCHES
    starts = (at * (rows - each) // (STRETCHES - 1) for at in range(STRETCHES))
    return "WHERE " + " OR ".join(f"rowid BETWEEN {start} AND {start + each - 1}" for start in starts)


def _values(engine: duckdb.DuckDBPyConnection, cell: str, sampled: Mapping[str, int], complete: bool) -> Values:
    if complete:
        return Values(cell=cell, counts=sampled, exact=len(sampled) <= MOST_DISTINCT)
    if len(sampled) > MOST_DISTINCT // 2:
        tried = f"SELECT count(DISTINCT {cell}) FROM (SELECT {cell} FROM staged LIMIT {TRIED_ROWS})"
        if len(sampled) > MOST_DISTINCT or engine.execute(tried).fetchall()[0][0] > MOST_DISTINCT:
            return Values(cell=cell, counts=sampled, exact=False)
    counted = engine.execute(
        f"SELECT {cell}, count(*) FROM staged WHERE {cell} IS NOT NULL GROUP BY 1 LIMIT {MOST_DISTINCT + 1}"
    ).fetchall()
    exact = len(counted) <= MOST_DISTINCT
    return Values(cell=cell, counts=dict(counted) if exact else sampled, exact=exact)


def _cleaned(counts: Mapping[str, int]) -> Counter[str]:
    """The values as people see them, those that look alike counted together."""
    cleaned: Counter[str] = Counter()
    for text, count in counts.items():
        cleaned[clean(text) if len(text) <= LONGEST_VALUE else text] += count
    del cleaned[""]
    return cleaned


def _top(counts: Counter[str], columns: int) -> tuple[tuple[str, int], ...]:
    """The most frequent values with their counts, ties by their text; fewer of each column where there are many."""
    most = max(50, min(TOP, TOP_OF_ALL // columns))
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    return tuple((clean(text[:LONGEST_VALUE]), count) for text, count in ordered)
