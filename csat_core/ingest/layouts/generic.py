"""Generic: one row of names, perhaps below lines of title, and the responses below it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from csat_core.ingest.layouts.headers import rows_of_grids
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.scales_across import heads_ticks, scales_across
from csat_core.ingest.layouts.shape import TICKS, Choices, Wishes, ticks_in
from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.moments import is_moment
from csat_core.ingest.texts.reading import fold

ID, TITLE = "generic", "any other table"
LONGEST_NUMBER = 40
ENOUGH_BELOW = 20
"""Rows below a row of times that are looked at: more take seconds in a wide file."""
FEWEST_LISTED = 2
"""So many lines of a list, and names of columns in it, are one above the table."""
FEWEST_COUNTED = 4
"""Of 1, 2, 3 ... in a row before they are names; fewer may be answers."""
ENOUGH_ROWS = 5
"""Below these many rows of data, values that occur again say nothing about the row of names."""
FEWEST_TICKS = 2
"""A single sign may be a short note."""
FEWEST_LEVELS = 3
"""Answers of a scale with a column for each."""
_NUMBER = re.compile(r"\s*[-+(]?\s*[\d.,:;|/\s%+TZ-]*\d[\d.,:;|/\s%+TZ-]*\)?\s*")
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")

Row = Sequence[str]


def recognise(head: Sequence[Row]) -> Recognised | None:
    """Where the names are, with the columns in which people ticked or left blank; None for rows without any cell."""
    found = _below_title(head)
    if found is None or not found.header_rows:
        return found
    body = head[found.first_record :]
    across = scales_across(found.names, body)
    taken = {option.column for each in across for option in each.options}
    ticked = (each for each in _ticked(found.names, body) if taken.isdisjoint(o.column for o in each.options))
    return replace(found, wishes=Wishes(choices=(*across, *ticked)))


def _ticked(names: Row, body: Sequence[Row]) -> list[Choices]:
    """Columns of one sign and blanks: `x` in some cells, nothing in the others.

    Beside such a column those are looked at too of which these rows show one sign at most: ticks may be rare.
    """
    certain: list[Choices] = []
    perhaps: list[Choices] = []
    rows = [row for row in body if _filled(row)]
    for column, name in enumerate(names, 1):
        cells = [row[column - 1].strip() for row in rows if len(row) >= column]
        signs = [fold(cell) for cell in cells if cell]
        if len(signs) < len(cells) and len(set(signs)) <= 1 and TICKS.issuperset(signs):
            (certain if len(signs) >= FEWEST_TICKS else perhaps).append(ticks_in(column, name))
    return _as_questions([*certain, *perhaps], names) if certain else []


def _as_questions(ticks: Sequence[Choices], names: Row) -> list[Choices]:
    """The ticked columns, those that are the answers of one scale under a common heading as one question: `How was it? [Good]`."""
    rows, found = rows_of_grids(names), dict[str, list[Choices]]()
    for each in ticks:
        (option,) = each.options
        question = each.name.removesuffix(f"[{rows[option.column]}]").strip() if option.column in rows else each.name
        found.setdefault(question, []).append(each)
    return [
        each
        for question, columns in found.items()
        for each in ([_one_question(question, columns, rows)] if _is_scale(columns, rows) else columns)
    ]


def _is_scale(columns: Sequence[Choices], rows: Mapping[int, str]) -> bool:
    answers = [fold(rows.get(each.options[0].column, "")) for each in columns]
    return len(columns) >= FEWEST_LEVELS and all(answers) and bool(families_with(answers))


def _one_question(question: str, columns: Sequence[Choices], rows: Mapping[int, str]) -> Choices:
    options = (option for each in columns for option in each.options)
    return Choices(name=question, options=tuple(replace(option, text=rows[option.column]) for option in options))


def _below_title(head: Sequence[Row]) -> Recognised | None:
    """The names are the first row as wide as the table whose cells read as names rather than as answers.

    Where answers come first, a narrower row of names above them is the header, and without one the columns are
    numbered and no row is lost. None for rows without any cell.
    """
    width, narrow = _width(head), None
    begin = _below_list(head, width)
    for at, row in enumerate(head):
        if at < begin or _is_title(row, width):
            continue
        if len(row) < width:
            narrow = at if narrow is None and len(_filled(row)) == len(row) and _reads_as_names(row) else narrow
            continue
        if narrow is None and (_heads_times(row, head[at + 1 :]) or heads_ticks(row, head[at + 1 :])):
            return _named(row, at, width)
        is_data = narrow is not None and any(is_number(cell) for cell in _filled(row))
        if _groups_names(row, head[at + 1 :], width):
            continue
        if not is_data and _reads_as_names(row) and not _occurs_below(row, head[at + 1 :]):
            return _named(row, at, width)
        if narrow is not None:
            return _narrow(head, narrow)
        return _found([""] * max(width, 1), 0, at, "No row of column names was found, so the columns are numbered.")
    return _narrow(head, narrow) if narrow is not None else None


def _narrow(head: Sequence[Row], at: int) -> Recognised:
    """The layout under a header that is narrower than most rows.

    Where all rows have just one cell more, their first is the name or number of the row, as R writes it.
    """
    row = head[at]
    if all(len(other) == len(row) + 1 for other in head[at + 1 :] if _filled(other)):
        said = "The row of names is one short: the first column, which numbers or names the rows, has none."
        return _found(("", *row), 1, at + 1, said)
    return _named(row, at, len(row))


def _width(head: Sequence[Row]) -> int:
    """The number of columns of the table: of most rows, without columns at the right that hold a stray cell at most."""
    rows = [row for row in head if _filled(row)]
    widths = Counter(map(len, rows))
    if not widths:
        return 0
    usual = max(widths, key=lambda width: (widths[width] * (width > 1), width))
    filled = Counter(at for row in rows if len(row) == usual for at, cell in enumerate(row, 1) if cell.strip())
    fewest = 2 if widths[usual] > 2 else 1
    return max((at for at, times in filled.items() if times >= fewest), default=max(filled))


def _is_title(row: Row, width: int) -> bool:
    """Whether the row is blank or a line of title: too few cells, or in a narrow table the first one alone."""
    filled = len(_filled(row))
    return filled * 2 < width or filled == 0 or (filled == 1 and width > 1 and bool(row[0].strip()))


def _filled(row: Row) -> list[str]:
    return [cell for cell in row if cell.strip()]


def _reads_as_names(row: Row) -> bool:
    """Whether most cells are words; a year is a name too where words stand beside it."""
    cells = _filled(row)
    words = sum(not is_number(cell) for cell in cells)
    years = sum(_YEAR.fullmatch(cell) is not None for cell in cells)
    return words * 2 > len(cells) or (words > 0 and years > 1 and (words + years) * 2 > len(cells))


def _groups_names(row: Row, body: Sequence[Row], width: int) -> bool:
    """Whether the row has blanks, and the one below it names all columns: words alone, above numbers in some of them."""
    if len(_filled(row)) == width or len(body) < ENOUGH_ROWS or len(_filled(body[0])) != width:
        return False
    names, rows = body[0], [other for other in body[1:] if len(other) >= width]
    if any(is_number(cell) for cell in names) or len({name.strip() for name in names}) < width:
        return False
    numbers = [at for at in range(width) if all(is_number(other[at]) or not other[at].strip() for other in rows)]
    again = any(name.strip() == other[at].strip() for other in rows for at, name in enumerate(names[:width]))
    return len([at for at in numbers if any(other[at].strip() for other in rows)]) > 0 and not again


def _below_list(head: Sequence[Row], width: int) -> int:
    """The place of the row of names below a list in the columns of the table, such as a code book; 0 without one.

    Such a list leaves columns blank that are filled below the names, or speaks of columns by their names.
    """
    for at, row in enumerate(head[FEWEST_LISTED:], FEWEST_LISTED):
        if not _names_all(row, width) or row in head[:at]:
            continue
        above, body = ([other for other in rows if _filled(other)] for rows in (head[:at], head[at + 1 :]))
        if len(above) < FEWEST_LISTED or not _has_numbers(body, width) or _occurs_below(row, body):
            continue
        spoken_of = {cell for other in above for cell in other if cell.strip()}.intersection(row)
        blank = [at for at in range(width) if not _filled_at(above, at)]
        if len(spoken_of) >= FEWEST_LISTED or any(2 * len(_filled_at(body, at)) > len(body) for at in blank):
            return at
    return 0


def _names_all(row: Row, width: int) -> bool:
    """Whether a row has a word of its own for each column."""
    names = [cell.strip() for cell in row]
    return len(names) == width == len(set(names)) and all(names) and not any(map(is_number, names))


def _has_numbers(body: Sequence[Row], width: int) -> bool:
    """Whether the rows have nothing but numbers in some columns, and are enough to tell."""
    columns = (_filled_at(body, at) for at in range(width))
    return len(body) >= ENOUGH_ROWS and any(cells and all(map(is_number, cells)) for cells in columns)


def _filled_at(rows: Sequence[Row], at: int) -> list[str]:
    return [row[at] for row in rows if len(row) > at and row[at].strip()]


def _heads_times(row: Row, body: Sequence[Row]) -> bool:
    """Whether all cells but words before them are different times, or 1, 2, 3 ..., and nothing below them is one of them.

    Such names head the months of a table with a column for each.
    """
    cells = _filled(row)
    words = next((at for at, cell in enumerate(cells) if is_number(cell) or is_moment(cell)), len(cells))
    times = cells[words:]
    if len(times) < 2 + (words == 0) or len(set(times)) < len(times):
        return False
    if all(map(is_moment, times)):
        return not any(is_moment(cell) for other in body[:ENOUGH_BELOW] for cell in other[words:] if cell.strip())
    counted = [str(at) for at in range(1, len(times) + 1)]
    return (
        words == 1
        and len(times) >= FEWEST_COUNTED
        and times == counted
        and not any([cell.strip() for cell in other[words:]] == counted for other in body)
    )


def is_number(cell: str) -> bool:
    """Whether a cell is a number, a date or a time."""
    return len(cell) <= LONGEST_NUMBER and _NUMBER.fullmatch(cell) is not None


def _occurs_below(row: Row, body: Sequence[Row]) -> bool:
    """Whether half of the cells come again below them as values do: the row is data then, and the file has no names.

    A column whose only value is its own name is a choice that could be ticked. A whole row that comes again does not
    count: files put together from several repeat their header.
    """
    body = [other for other in body if _filled(other)]
    if len(body) < ENOUGH_ROWS:
        return False
    body = [other for other in body if list(other) != list(row)]
    columns = [at for at, cell in enumerate(row) if cell.strip()]
    below = ({other[at] for other in body if len(other) > at and other[at].strip()} for at in columns)
    again = sum(row[at] in values and len(values) > 1 for at, values in zip(columns, below, strict=True))
    return again * 2 >= len(columns)


def _named(row: Row, at: int, width: int) -> Recognised:
    filled = len(_filled(row))
    above = f" below {at} {'line' if at == 1 else 'lines'} of title" if at else ""
    last = max(position for position, cell in enumerate(row, 1) if cell.strip())
    said = f"Row {at + 1} holds {filled:,} column {'name' if filled == 1 else 'names'}{above}."
    return _found(row[: max(last, width)], 1, at + 1, said)


def _found(names: Row, header_rows: int, first_record: int, evidence: str) -> Recognised:
    return Recognised(
        layout=ID, names=tuple(names), header_rows=header_rows, first_record=first_record, evidence=(evidence,)
    )
