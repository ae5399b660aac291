"""Reshaping, in the child process: rows that are no responses are set aside, columns made as the layout wishes.

The file as it was read stays in the engine beside it, as table `file_cells` and view `file_lines`, so that a row set
aside keeps its own cells. All of it is SQL over the whole table; nothing is held here but counts and names.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import duckdb

from csat_core.ingest.child.made import Made
from csat_core.ingest.child.made_columns import made_columns
from csat_core.ingest.detection import PLAIN, Described
from csat_core.ingest.formats.table import Parsed, cell_names
from csat_core.ingest.layouts.shape import Aside, Code, Footer, Wishes, ticks_in
from csat_core.ingest.texts.expressions import Bindings, cell_at

WRONG_SHAPE = "wrong_shape"
AT_THE_END = 3
"""Rows at the end of a file among which a total or a note may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reshaped:
    """The table as the next steps find it: `staged`, `lines` and `misfits`."""

    names: tuple[str, ...]
    described: tuple[Described, ...]
    evidence: tuple[str, ...]
    unfinished: int = 0
    """Rows of people who did not come to the end, kept or set aside."""
    unfinished_kept: bool = True
    unfinished_row: int | None = None
    """The first of them, as a spreadsheet shows it."""
    ticked: tuple[str, ...] = ()
    """The columns that people ticked or left blank."""


def reshape(
    engine: duckdb.DuckDBPyConnection, parsed: Parsed, unfinished: str | None = None, ticked: Sequence[str] = ()
) -> Reshaped:
    """What became of names and rows under the wishes of the layout; `keep` or `drop` overrules it for the unfinished.

    `ticked` are columns that earlier files tell to be ticked or left blank.
    From now on view `lines` is there, whatever the format.
    """
    number = row_number(parsed)
    described = tuple(parsed.layout.described[: len(parsed.names)])
    described += (PLAIN,) * (len(parsed.names) - len(described))
    plain = Reshaped(names=parsed.names, described=described, evidence=())
    wishes = _with_known(_decided(parsed.layout.wishes, unfinished), parsed.names, ticked)
    if wishes.footer:
        _footers_among_misfits(engine, wishes.footer)
    asides = [aside for aside in wishes.aside if not aside.kept]
    footers = _footer_rows(engine, len(parsed.names), number) if wishes.footer else []
    apart = " OR ".join([*(f"({_is(aside)})" for aside in asides), *(f"{number} = {row}" for row in footers)])
    if not apart and not wishes.remakes:
        _view_lines(engine, number, len(parsed.names), may_be_blank=parsed.lines is None)
        return replace(plain, **_unfinished(engine, wishes, "lines"))
    _keep_file(engine, parsed.names, number)
    told = _unfinished(engine, wishes, "file_lines")
    _set_aside(engine, parsed.names, asides, footers, wishes.footer)
    kept = f"({apart}) IS NOT TRUE" if apart else "TRUE"
    columns, evidence = made_columns(engine, parsed.names, described, wishes, kept)
    if wishes.remakes:
        _make(engine, columns, number, kept)
        sources = {column.source: at for at, column in enumerate(columns, 1) if column.source}
        made = [sources.get(at) for at in range(1, len(parsed.names) + 1)]
        engine.execute("UPDATE file_header SET made = (SELECT (?::INTEGER[])[position])", [made])
    else:
        cells = ", ".join(cell_names(len(parsed.names)))
        engine.execute(f'CREATE VIEW staged AS SELECT {number} AS "row", rowid, {cells} FROM file_cells WHERE {kept}')
    _view_lines(engine, '"row"', len(columns))
    return replace(
        plain, names=tuple(column.name for column in columns),
        described=tuple(column.described for column in columns), evidence=evidence,
        ticked=tuple(column.name for column in columns if column.is_ticked), **told,
    )  # fmt: skip


def row_number(parsed: Parsed) -> str:
    """The expression for the number of a row of table `staged`; of a view, one row is read after the other for it."""
    if parsed.lines is not None:
        return f"row_number() OVER () + {parsed.first_row - 1}"
    return '"row"' if parsed.has_row_numbers else f"rowid + {parsed.first_row}"


def _decided(wishes: Wishes, unfinished: str | None) -> Wishes:
    if unfinished is None:
        return wishes
    keeps = unfinished == "keep"
    decided = (replace(each, kept=keeps) if each.code is Code.UNFINISHED else each for each in wishes.aside)
    return replace(wishes, aside=tuple(decided))


def _with_known(wishes: Wishes, names: Sequence[str], ticked: Sequence[str]) -> Wishes:
    known = tuple(ticks_in(at, name, is_known=True) for at, name in enumerate(names, 1) if name in ticked)
    return replace(wishes, choices=(*wishes.choices, *known)) if known else wishes


def _view_lines(engine: duckdb.DuckDBPyConnection, number: str, width: int, *, may_be_blank: bool = True) -> None:
    """Nothing; view `lines` holds the rows that are not blank, each with its number."""
    cells = cell_names(width)
    is_blank = " AND ".join(f"{cell} IS NULL" for cell in cells)
    some = may_be_blank and engine.execute(f"SELECT count(*) FROM staged WHERE {is_blank}").fetchall()[0][0]
    but_blank = f" WHERE NOT ({is_blank})" if some else ""
    engine.execute(f'CREATE VIEW lines AS SELECT {number} AS "row", {", ".join(cells)} FROM staged{but_blank}')


def _keep_file(engine: duckdb.DuckDBPyConnection, names: Sequence[str], number: str) -> None:
    """Nothing; the file as it was read goes on as `file_cells`, `file_lines` and `file_header`."""
    engine.execute("ALTER TABLE staged RENAME TO file_cells")
    cells = ", ".join(cell_names(len(names)))
    engine.execute(f'CREATE VIEW file_lines AS SELECT {number} AS "row", {cells} FROM file_cells')
    engine.execute("CREATE TABLE file_header (position INTEGER, name VARCHAR, made INTEGER)")
    engine.execute(
        "INSERT INTO file_header SELECT generate_subscripts(n, 1), unnest(n), generate_subscripts(n, 1) FROM (SELECT ? AS n)",
        [[*names]],
    )


def _make(engine: duckdb.DuckDBPyConnection, columns: Sequence[Made], number: str, kept: str) -> None:
    """Nothing; table `staged` holds the columns as they are made, in the order of the file."""
    bind = Bindings()
    cells = ", ".join(f"{column.expression(bind)} AS {cell_at(at)}" for at, column in enumerate(columns, 1))
    engine.execute(
        f'CREATE TABLE staged AS SELECT {number} AS "row", {cells} FROM file_cells WHERE {kept}', bind.values
    )


def _set_aside(
    engine: duckdb.DuckDBPyConnection,
    names: Sequence[str],
    asides: Sequence[Aside],
    footers: Sequence[int],
    footer: Footer | None,
) -> None:
    """Nothing; the rows that are no responses are among the misfits, each with code, reason and its own cells."""
    said = [(f"({_is(aside)}) IS TRUE", aside.code, aside.reason) for aside in asides]
    if footer and footers:
        said.insert(0, (f'"row" IN ({", ".join(map(str, footers))})', Code.FOOTER, footer.reason))
    before: list[str] = []
    for condition, code, reason in said:
        bind = Bindings()
        raw = ", ".join(f"{bind(name)}, {cell_at(at)}" for at, name in enumerate(unique_names(list(names)), 1))
        earlier = "".join(f" AND NOT ({each})" for each in before)
        engine.execute(
            f'INSERT INTO misfits SELECT "row", {bind(reason)}, json_object({raw})::VARCHAR, {bind(code.value)} '
            f"FROM file_lines WHERE {condition}{earlier}",
            bind.values,
        )
        before.append(condition)


def _is(aside: Aside) -> str:
    """Whether a row is meant, as SQL; the texts are those of the layouts themselves, never of a file."""
    cell = cell_at(aside.column)
    if not aside.texts:
        return f"{cell} IS NULL"
    texts = ", ".join("'" + text.replace("'", "''") + "'" for text in aside.texts)
    is_one = f"coalesce(lower(trim({cell})), '') IN ({texts})"
    return f"NOT {is_one}" if aside.unless else is_one


def _unfinished(engine: duckdb.DuckDBPyConnection, wishes: Wishes, rows: str) -> dict[str, Any]:
    """How many rows are unfinished, previews apart, and the first of them."""
    meant = [each for each in wishes.aside if each.code is Code.UNFINISHED]
    if not meant:
        return {}
    others = [each for each in wishes.aside if each.code is not Code.UNFINISHED]
    condition = " AND ".join([f"({_is(meant[0])}) IS TRUE", *(f"({_is(each)}) IS NOT TRUE" for each in others)])
    count, row = engine.execute(f'SELECT count(*), min("row") FROM {rows} WHERE {condition}').fetchall()[0]
    return {"unfinished": count, "unfinished_kept": meant[0].kept, "unfinished_row": row}


def _footer_rows(engine: duckdb.DuckDBPyConnection, width: int, number: str) -> list[int]:
    """The numbers of the last rows that are none of the table."""
    cells = cell_names(width)
    last = engine.execute(
        f"SELECT {number}, {', '.join(cells)} FROM staged WHERE rowid > (SELECT max(rowid) FROM staged) - {AT_THE_END} "
        "ORDER BY rowid DESC"
    ).fetchall()
    found = []
    for row, *texts in last:
        if any(texts) and not _is_note([text or "" for text in texts]):
            break
        if any(texts):
            found.append(int(row))
    return found


def _is_note(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and bool(cells[0].strip()) and not any(cell.strip() for cell in cells[1:])


def _footers_among_misfits(engine: duckdb.DuckDBPyConnection, footer: Footer) -> None:
    """Nothing; a short last row that is a note under the table is told from rows that lost cells."""
    last = engine.execute(
        'SELECT "row", raw FROM misfits WHERE "row" > (SELECT coalesce(max(rowid), 0) FROM staged) '
        f'ORDER BY "row" DESC LIMIT {AT_THE_END}'
    ).fetchall()
    for row, raw in last:
        cells = [str(cell) for cell in json.loads(raw)]
        if not _is_note([*cells, ""]):
            break
        engine.execute('UPDATE misfits SET code = ?, reason = ? WHERE "row" = ?', [Code.FOOTER, footer.reason, row])


def unique_names(header: list[str]) -> list[str]:
    """The names of the columns, those that repeat told apart by their number: `Rating (#7)`."""
    folded = [name.casefold() for name in header]
    times = Counter(folded)
    return [name if times[name.casefold()] == 1 else f"{name} (#{i})" for i, name in enumerate(header, 1)]
