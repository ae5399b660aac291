"""The columns of a reshaped table: as they are in the file, put together from several, or taken apart.

Each is an expression over the cells of `file_cells`. Texts from the file are bound, never spliced.
"""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import duckdb

from csat_core.ingest.child.joined_choices import JoinedChoices, choices_in
from csat_core.ingest.detection import PLAIN, Described, Hint
from csat_core.ingest.layouts.nested_cells import part, parts_of
from csat_core.ingest.layouts.shape import TICKS, Alike, Choices, Flag, Joined, Nested, Option, Parted, Silent, Wishes
from csat_core.ingest.texts.expressions import Bindings, cell_at
from csat_core.ingest.texts.reading import clean, fold, number_of

MOST_JOINED = 10_000
"""Different cells of a column beyond which nobody ticked them in a form."""
MOST_PARTS = 12
COLUMNS_AT_ONCE = 100
OWN = 0.9
"""So many of the columns of a question must hold the text of their choice, where the others hold something else."""
YES, NO = "Yes", "No"

Expression = Callable[[Bindings], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One column of the reshaped table."""

    name: str
    expression: Expression
    described: Described = PLAIN
    full_name: str = ""
    """The longer name it takes where another column has the same one."""
    source: int | None = None
    """The column of the file that it is, cell by cell."""
    is_ticked: bool = False
    """Whether it is one that people ticked or left blank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What the cells of one choice hold."""

    lowest: str | None
    highest: str | None

    @property
    def text(self) -> str | None:
        """The one text they hold, folded; None where they hold several or none."""
        same = self.lowest is not None and self.lowest == self.highest
        return fold(self.lowest) if same and self.lowest is not None else None


def made_columns(
    engine: duckdb.DuckDBPyConnection, names: Sequence[str], described: Sequence[Described], wishes: Wishes, kept: str
) -> tuple[list[Made], tuple[str, ...]]:
    """The columns of the table in order, and the evidence for what was made of them; `kept` says which rows count."""
    rows = f"file_cells WHERE {kept}"
    made: dict[int, list[Made]] = {}
    evidence: list[str] = []
    ticks = _ticks_among(engine, wishes.choices, rows)
    for choices, most in zip(ticks, _most_ticked(engine, ticks, rows), strict=True):
        made |= _of_choices(choices, most, evidence)
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


def _ticks_among(engine: duckdb.DuckDBPyConnection, wished: Sequence[Choices], rows: str) -> list[Choices]:
    """Those of the questions whose cells are ticks, looked at together: each scan takes long to plan in a wide file."""
    seen = _seen(engine, [option for choices in wished for option in choices.options], rows)
    return [choices for choices in wished if _are_ticks(choices, seen)]


def _are_ticks(choices: Choices, seen: dict[int, _Seen]) -> bool:
    """Whether each column of the question holds one text: that of the choice, a sign, or a number of its own."""
    filled = [
        (option, seen[option.column].text) for option in choices.options if seen[option.column].lowest is not None
    ]
    texts = [text for _, text in filled if text is not None]
    if not filled:
        return choices.is_known
    if len(texts) < len(filled):
        return False
    own = sum(text == fold(clean(option.text)) for option, text in filled)
    return (
        own == len(filled)
        or (own > 1 and own >= OWN * len(filled))
        or all(text in TICKS for text in texts)
        or (choices.single and _rise(texts))
    )


def _rise(texts: Sequence[str]) -> bool:
    """Whether the texts are numbers, each higher than the one before: those of the choices."""
    numbers = [number_of(text, ".") for text in texts]
    return len(texts) > 1 and all(
        first is not None and second is not None and first < second for first, second in itertools.pairwise(numbers)
    )


def _of_choices(choices: Choices, most: int, evidence: list[str]) -> dict[int, list[Made]]:
    """What becomes of the columns of one question, of which a row has at most so many filled."""
    options = choices.options
    if choices.single and most == 1 and len(options) > 1:
        evidence.append(
            f"'{_short(choices.name)}' is one question in {len(options)} columns: no row has two of them filled."
        )
        return {options[0].column: [_single(choices)], **{option.column: [] for option in options[1:]}}
    if choices.blank_is_no:
        evidence.append(f"'{_short(choices.name)}' is ticked or left blank: yes or no.")
    else:
        evidence.append(f"'{_short(choices.name)}' allows several choices: {len(options)} columns of yes and no.")
    return {option.column: [_ticked(option, options, choices)] for option in options}


def _seen(engine: duckdb.DuckDBPyConnection, options: Sequence[Option], rows: str) -> dict[int, _Seen]:
    """What the cells of each choice hold, by column."""
    result: dict[int, _Seen] = {}
    for begin in range(0, len(options), COLUMNS_AT_ONCE):
        some = options[begin : begin + COLUMNS_AT_ONCE]
        ends = ", ".join(f"min(lower(trim({cell_at(o.column)}))), max(lower(trim({cell_at(o.column)})))" for o in some)
        found = engine.execute(f"SELECT {ends} FROM {rows}").fetchall()[0]
        result |= {
            option.column: _Seen(lowest=found[2 * at], highest=found[2 * at + 1]) for at, option in enumerate(some)
        }
    return result


def _most_ticked(engine: duckdb.DuckDBPyConnection, questions: Sequence[Choices], rows: str) -> list[int]:
    """The most choices that any row has filled, for each question."""
    result: list[int] = []
    for begin in range(0, len(questions), COLUMNS_AT_ONCE):
        sums = ", ".join(
            f"max({' + '.join(f'({cell_at(option.column)} IS NOT NULL)::INTEGER' for option in choices.options)})"
            for choices in questions[begin : begin + COLUMNS_AT_ONCE]
        )
        result += [int(most or 0) for most in engine.execute(f"SELECT {sums} FROM {rows}").fetchall()[0]]
    return result


def _single(choices: Choices) -> Made:
    """The one column that holds the text of the choice."""
    other = f" WHEN {cell_at(choices.other)} IS NOT NULL THEN " if choices.other else ""

    def expression(bind: Bindings) -> str:
        ways = " ".join(f"WHEN {cell_at(o.column)} IS NOT NULL THEN {bind(o.text)}" for o in choices.options)
        return f"CASE {ways}{other + bind(choices.other_text) if other else ''} END"

    return Made(name=choices.name, described=choices.described, expression=expression)


def _ticked(option: Option, options: Sequence[Option], choices: Choices) -> Made:
    """Yes and no for one choice; blank where nothing of the question was answered, unless that means no."""
    cell = cell_at(option.column)
    cells = ", ".join([cell_at(each.column) for each in options] + ([cell_at(choices.other)] if choices.other else []))
    answered = "TRUE" if choices.blank_is_no else f"coalesce({cells}) IS NOT NULL"

    def expression(_: Bindings) -> str:
        return f"CASE WHEN {cell} IS NOT NULL THEN '{YES}' WHEN {answered} THEN '{NO}' END"

    if choices.blank_is_no:
        return Made(name=option.name, described=option.described, expression=expression, is_ticked=True)
    full_name = f"{choices.name} - {option.text}"
    said = _as_choice(option.described if option.described != PLAIN else Described(label=full_name))
    return Made(name=option.name, full_name=full_name, described=said, expression=expression)


def _as_choice(described: Described) -> Described:
    hint = Hint(role="segment", reason="One of several choices that could be ticked together.")
    return replace(described, hint=described.hint or hint)


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
    evidence.append(f"'{_short(name)}' allows several choices in one cell: {len(found.choices)} columns of yes and no.")
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
            described=_as_choice(Described(label=f"{question} - {choice}")),
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
    evidence.append(f"'{_short(name)}' holds {len(parts)} named values in each cell, each of which becomes a column.")
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


def _short(name: str) -> str:
    return name if len(name) <= 80 else f"{name[:79]}\u2026"
