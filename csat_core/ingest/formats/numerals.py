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
    for position in range(1, width + 1):
        with_comma, with_point, thousands, lists = engine.execute(
            f"SELECT count_if(regexp_full_match(x, '{_fraction('.', ',')}') AND NOT {_thousand(',')}), "
            f"count_if(regexp_full_match(x, '{_fraction(',', '.')}') AND NOT {_thousand('.')}), "
            f"count_if({_thousand(',')}), count_if(regexp_full_match(x, '[0-9]+(, ?[0-9]+){{2,}}') "
            f"AND NOT regexp_full_match(x, '{SIGN}{GROUP}(,[0-9]{{3}})+')) "
            f"FROM (SELECT c{position} AS x FROM staged LIMIT {ROWS})"
        ).fetchall()[0]
        if not lists:
            commas, unsettled = commas + with_comma, unsettled + thousands
        points += with_point
    if not commas and not points and delimiter != ",":
        commas = unsettled
    if commas > points:
        return ",", (f"Numbers are written with a decimal comma: {commas:,} such cells in the first rows.",)
    return ".", ()


def _fraction(group: str, mark: str) -> str:
    """The pattern of a number with a fraction, perhaps grouped by thousands."""
    return f"{SIGN}({GROUP}([{group}][0-9]{{3}})+|[0-9]+)[{mark}][0-9]+"


def _thousand(mark: str) -> str:
    """The test whether a cell may as well be a grouped whole number."""
    return f"regexp_full_match(x, '{SIGN}{GROUP}[{mark}][0-9]{{3}}')"
