"""The columns of a reshaped table: as they are in the file, put together from several, or taken apart.

Texts from the file are bound, never spliced.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import duckdb

from csat_core.ingest.child.joined_choices import JoinedChoices, choices_in
from csat_core.ingest.child.made import NO, YES, Made, as_choice, short
from csat_core.ingest.child.ticked_columns import of_ticked
from csat_core.ingest.detection import Described
from csat_core.ingest.layouts.nested_cells import part, parts_of
from csat_core.ingest.layouts.shape import Alike, Flag, Joined, Nested, Parted, Silent, Wishes
from csat_core.ingest.texts.expressions import Bindings, cell_at
from csat_core.ingest.texts.reading import fold

MOST_JOINED = 10_000
"""Different cells of a column beyond which nobody ticked them in a form."""
MOST_PARTS = 12


def made_columns(
    engine: duckdb.DuckDBPyConnection, names: Sequence[str], described: Sequence[Described], wishes: Wishes, kept: str
) -> tuple[list[Made], tuple[str, ...]]:
    """The columns of the table in order, and the evidence for what was made of them; `kept` says which rows count."""
    rows = f"file_cells WHERE {kept}"
    evidence: list[str] = []
    made = of_ticked(engine, wishes.choices, rows, evidence)
    for joined in wishes.joined:
        made |= _of_joined(engine, joined, names, described, rows, evidence)
    for parted in wishes.parted:
        made |= _of_parted(engine, parted, names, described, rows, evidence)
    for nested in wishes.nested:
        made |= _of_nested(engine, nested, names, rows, evidence)
    silent = {each.column: each for each in wishes.silent}
    alike = {each.column: each for each in wishes.alike}
    flags: dict[int, list[Flag]] = {}
    for flag in wishes.flags:
        if _occurs(engine, flag, rows):
            flags.setdefault(flag.column, []).append(flag)
    columns: list[Made] = []
    for at, (name, said) in enumerate(zip(names, described, strict=True), 1):
        columns += made.get(at) or ([] if at in made else [_as_it_is(at, name, said, silent.get(at), alike.get(at))])
        columns += [_flag(flag) for flag in flags.get(at, ())]
    return _told_apart(columns), tuple(evidence)


def _as_it_is(
    at: int, name: str, described: Described, silent: Silent | None = None, alike: Alike | None = None
) -> Made:
    cell = cell_at(at)
    if silent is None and alike is None:
        return Made(name=name, described=described, expression=lambda _: cell, source=at)
    blank = list(silent.texts) if silent else []
    same = alike.texts if alike else ()

    def expression(bind: Bindings) -> str:
        folded = f"lower(trim({cell}))"
        ways = [f"WHEN list_contains({bind(blank, 'VARCHAR[]')}, {folded}) THEN NULL"] if blank else []
        ways += [f"WHEN {folded} = {bind(text)} THEN {bind(answer)}" for text, answer in same]
        return f"CASE {' '.join(ways)} ELSE {cell} END"

    return Made(name=name, described=described, expression=expression, source=at)


def _occurs(engine: duckdb.DuckDBPyConnection, flag: Flag, rows: str) -> bool:
    """Whether the texts that a flag needs are there."""
    such = f"list_contains(?::VARCHAR[], lower(trim({cell_at(flag.column)})))"
    found = engine.execute(f"SELECT count(*) FROM {rows} AND {such}", [list(flag.needs)]).fetchall()
    return not flag.needs or bool(found[0][0])


def _flag(flag: Flag) -> Made:
    cell, no = cell_at(flag.column), list(flag.no)

    def expression(bind: Bindings) -> str:
        is_no = f"{cell} IS NULL OR list_contains({bind(no, 'VARCHAR[]')}, lower(trim({cell})))"
        return f"CASE WHEN {is_no} THEN '{NO}' ELSE '{YES}' END"

    return Made(name=flag.name, described=flag.described, expression=expression)


def _told_apart(columns: list[Made]) -> list[Made]:
    """The columns, those that share a name under their full ones, and a number behind those that still do."""
    times = Counter(fold(column.name) for column in columns)
    longer = [
        replace(column, name=column.full_name) if column.full_name and times[fold(column.name)] > 1 else column
        for column in columns
    ]
    taken: Counter[str] = Counter()
    result = []
    for column in longer:
        taken[fold(column.name)] += 1
        again = taken[fold(column.name)]
        result.append(replace(column, name=f"{column.name} ({again})") if again > 1 and column.full_name else column)
    return result


def _of_joined(
    engine: duckdb.DuckDBPyConnection, joined: Joined, names: Sequence[str], described: Sequence[Described], rows: str,
    evidence: list[str],
) -> dict[int, list[Made]]:  # fmt: skip
    """Yes and no for each choice in the cells of a column; nothing where they hold no clear choices."""
    cell, name = cell_at(joined.column), names[joined.column - 1]
    counted = engine.execute(
        f"SELECT trim({cell}), count(*) FROM {rows} AND {cell} IS NOT NULL GROUP BY 1 LIMIT {MOST_JOINED + 1}"
    ).fetchall()
    found = choices_in(dict(counted), joined.separators) if len(counted) <= MOST_JOINED else None
    if found is None:
        return {}
    evidence.append(f"'{short(name)}' allows several choices in one cell: {len(found.choices)} columns of yes and no.")
    question = described[joined.column - 1].label or name
    made = list(_of_parts(cell, name, question, found))
    if not found.all_listed:
        made.append(_as_it_is(joined.column, name, described[joined.column - 1]))
    return {joined.column: made}


def _of_parts(cell: str, name: str, question: str, found: JoinedChoices) -> Iterator[Made]:
    separator = found.separator
    for choice in found.choices:

        def expression(bind: Bindings, choice: str = choice) -> str:
            between = bind(separator.strip())
            # blanks around the separator are not always there
            cells = (
                f"{between} || regexp_replace({cell}, {bind(f' *{separator.strip()} *')}, {between}, 'g') || {between}"
            )
            sought = re.sub(rf" *{separator.strip()} *", separator.strip(), choice)
            return (
                f"CASE WHEN {cell} IS NULL THEN NULL WHEN contains({cells}, {between} || {bind(sought)} || {between}) "
                f"THEN '{YES}' ELSE '{NO}' END"
            )

        yield Made(
            name=choice, full_name=f"{name} - {choice}", expression=expression,
            described=as_choice(Described(label=f"{question} - {choice}")),
        )  # fmt: skip


def _of_parted(
    engine: duckdb.DuckDBPyConnection, parted: Parted, names: Sequence[str], described: Sequence[Described], rows: str,
    evidence: list[str],
) -> dict[int, list[Made]]:  # fmt: skip
    """One column for each question whose answers stand in a column; nothing where it is one question."""
    cell, by, name = cell_at(parted.column), cell_at(parted.by), names[parted.column - 1]
    found = engine.execute(
        f"SELECT trim({by}) FROM {rows} AND {cell} IS NOT NULL AND {by} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 "
        f"LIMIT {MOST_PARTS + 1}"
    ).fetchall()
    kinds = [str(kind) for (kind,) in found]
    if not 2 <= len(kinds) <= MOST_PARTS:
        return {}
    told = names[parted.by - 1]
    evidence.append(f"'{name}' holds the answers of {len(kinds)} questions that '{told}' tells apart.")
    said, scales = described[parted.column - 1], dict(parted.scales)
    made = [_part(cell, by, f"{name} ({kind})", kind, _on_scale(said, scales.get(fold(kind)))) for kind in kinds]
    return {parted.column: made}


def _of_nested(
    engine: duckdb.DuckDBPyConnection, nested: Nested, names: Sequence[str], rows: str, evidence: list[str]
) -> dict[int, list[Made]]:
    """One column for each part of the objects in a column; nothing where they are no objects of a few parts."""
    parts, name = parts_of(engine, nested.column, rows), names[nested.column - 1]
    if not parts:
        return {}
    evidence.append(f"'{short(name)}' holds {len(parts)} named values in each cell, each of which becomes a column.")
    made = []
    for each in parts:

        def expression(bind: Bindings, each: str = each) -> str:
            return part(nested.column, each, bind)

        made.append(Made(name=f"{name}.{each}", expression=expression))
    return {nested.column: made}


def _on_scale(described: Described, scale: str | None) -> Described:
    return replace(described, hint=described.hint and replace(described.hint, scale=scale))


def _part(cell: str, by: str, name: str, kind: str, described: Described) -> Made:
    def expression(bind: Bindings) -> str:
        return f"CASE WHEN trim({by}) = {bind(kind)} THEN {cell} END"

    return Made(name=name, full_name=name, expression=expression, described=described)
