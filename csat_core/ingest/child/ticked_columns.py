"""A question in several columns that people ticked: one column, or yes and no for each choice."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from csat_core.ingest.child.made import NO, YES, Made, as_choice, short
from csat_core.ingest.detection import PLAIN, Described
from csat_core.ingest.layouts.shape import TICKS, Choices, Option
from csat_core.ingest.texts.expressions import Bindings, cell_at, quoted
from csat_core.ingest.texts.reading import clean, fold, number_of

COLUMNS_AT_ONCE = 100
OWN = 0.9
"""So many of the columns of a question must hold the text of their choice, where the others hold something else."""


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


def of_ticked(
    engine: duckdb.DuckDBPyConnection, wished: Sequence[Choices], rows: str, evidence: list[str]
) -> dict[int, list[Made]]:
    """By column of the file what becomes of the questions whose cells are ticks."""
    made: dict[int, list[Made]] = {}
    ticks = _ticks_among(engine, wished, rows)
    for choices, most in zip(ticks, _most_ticked(engine, ticks, rows), strict=True):
        made |= _of_choices(choices, most, evidence)
    return made


def _ticks_among(engine: duckdb.DuckDBPyConnection, wished: Sequence[Choices], rows: str) -> list[Choices]:
    """Those of the questions whose cells are ticks, looked at together: each scan takes long to plan in a wide file."""
    seen = _seen(engine, [(option, _tick(option, choices)) for choices in wished for option in choices.options], rows)
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
            f"'{short(choices.name)}' is one question in {len(options)} columns: no row has two of them filled."
        )
        return {options[0].column: [_single(choices)], **{option.column: [] for option in options[1:]}}
    if choices.blank_is_no:
        evidence.append(f"'{short(choices.name)}' is ticked or left blank: yes or no.")
    else:
        evidence.append(f"'{short(choices.name)}' allows several choices: {len(options)} columns of yes and no.")
    return {option.column: [_ticked(option, options, choices)] for option in options}


def _tick(option: Option, choices: Choices) -> str:
    """The cell of a choice where it is ticked, as SQL; NULL where it is not."""
    cell = cell_at(option.column)
    if not choices.unticked:
        return cell
    return f"CASE WHEN lower(trim({cell})) NOT IN ({', '.join(map(quoted, choices.unticked))}) THEN {cell} END"


def _seen(engine: duckdb.DuckDBPyConnection, ticks: Sequence[tuple[Option, str]], rows: str) -> dict[int, _Seen]:
    """What the cells of each choice hold, by column."""
    result: dict[int, _Seen] = {}
    for begin in range(0, len(ticks), COLUMNS_AT_ONCE):
        some = ticks[begin : begin + COLUMNS_AT_ONCE]
        ends = ", ".join(f"min(lower(trim({tick}))), max(lower(trim({tick})))" for _, tick in some)
        found = engine.execute(f"SELECT {ends} FROM {rows}").fetchall()[0]
        result |= {
            option.column: _Seen(lowest=found[2 * at], highest=found[2 * at + 1]) for at, (option, _) in enumerate(some)
        }
    return result


def _most_ticked(engine: duckdb.DuckDBPyConnection, questions: Sequence[Choices], rows: str) -> list[int]:
    """The most choices that any row has filled, for each question."""
    result: list[int] = []
    for begin in range(0, len(questions), COLUMNS_AT_ONCE):
        sums = ", ".join(
            f"max({' + '.join(f'({_tick(option, choices)} IS NOT NULL)::INTEGER' for option in choices.options)})"
            for choices in questions[begin : begin + COLUMNS_AT_ONCE]
        )
        result += [int(most or 0) for most in engine.execute(f"SELECT {sums} FROM {rows}").fetchall()[0]]
    return result


def _single(choices: Choices) -> Made:
    """The one column that holds the text of the choice."""
    other = f" WHEN {cell_at(choices.other)} IS NOT NULL THEN " if choices.other else ""

    def expression(bind: Bindings) -> str:
        ways = " ".join(f"WHEN {_tick(o, choices)} IS NOT NULL THEN {bind(o.text)}" for o in choices.options)
        return f"CASE {ways}{other + bind(choices.other_text) if other else ''} END"

    return Made(name=choices.name, described=choices.described, expression=expression)


def _ticked(option: Option, options: Sequence[Option], choices: Choices) -> Made:
    """Yes and no for one choice; blank where nothing of the question was answered, unless that means no."""
    cells = ", ".join([cell_at(each.column) for each in options] + ([cell_at(choices.other)] if choices.other else []))
    answered = "TRUE" if choices.blank_is_no else f"coalesce({cells}) IS NOT NULL"

    def expression(_: Bindings) -> str:
        return f"CASE WHEN {_tick(option, choices)} IS NOT NULL THEN '{YES}' WHEN {answered} THEN '{NO}' END"

    if choices.blank_is_no:
        return Made(name=option.name, described=option.described, expression=expression, is_ticked=True)
    full_name = f"{choices.name} - {option.text}"
    said = as_choice(option.described if option.described != PLAIN else Described(label=full_name))
    return Made(name=option.name, full_name=full_name, described=said, expression=expression)
