"""Numerals: which mark divides the whole from its fraction in a file of text."""

import duckdb

ROWS = 5_000
SIGN, GROUP = "[-+]?", "[1-9][0-9]{0,2}"


def decimal_mark(engine: duckdb.DuckDBPyConnection, width: int, delimiter: str) -> tuple[str, tuple[str, ...]]:
    """The decimal mark that the numbers of the first rows settle, and the evidence for a comma.

    `1,234` settles nothing: it may be a thousand. Where it is all there is, a file that avoids commas between its
    columns writes decimals with them. A column of lists (`1,3,4`) has no say.
    """
    commas = points = unsettled = 0
    for with_comma, with_point, thousands, lists in _counted(engine, width):
        points += with_point
        if not lists:
            commas, unsettled = commas + with_comma, unsettled + thousands
    if not commas and not points and delimiter != ",":
        commas = unsettled
    if commas > points:
        return ",", (f"Numbers are written with a decimal comma: {commas:,} such cells in the first rows.",)
    return ".", ()


def _counted(engine: duckdb.DuckDBPyConnection, width: int) -> list[tuple[int, int, int, int]]:
    """For each column the cells with a decimal comma, with a decimal point, that may be thousands, that are lists."""
    list_ = "regexp_full_match(x, '[0-9]+(, ?[0-9]+){2,}')"
    grouped = f"regexp_full_match(x, '{SIGN}{GROUP}(,[0-9]{{3}})+')"
    columns = ", ".join(f"c{position}" for position in range(1, width + 1))
    return engine.execute(
        f"SELECT count(*) FILTER ({_with_fraction('.', ',')} AND NOT {_thousand(',')}), "
        f"count(*) FILTER ({_with_fraction(',', '.')} AND NOT {_thousand('.')}), "
        f"count(*) FILTER ({_thousand(',')}), count(*) FILTER ({list_} AND NOT {grouped}) "
        f"FROM (UNPIVOT (SELECT {columns} FROM staged LIMIT {ROWS}) ON COLUMNS(*) INTO NAME cell VALUE x) GROUP BY cell"
    ).fetchall()


def _with_fraction(group: str, mark: str) -> str:
    """The test for a number with a fraction, perhaps grouped by thousands."""
    return f"regexp_full_match(x, '{SIGN}({GROUP}([{group}][0-9]{{3}})+|[0-9]+)[{mark}][0-9]+')"


def _thousand(mark: str) -> str:
    """The test for what may as well be a grouped whole number."""
    return f"regexp_full_match(x, '{SIGN}{GROUP}[{mark}][0-9]{{3}}')"
