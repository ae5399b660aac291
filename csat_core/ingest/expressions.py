"""How the text of a whole column reads, as SQL: the rules of `reading`, for DuckDB.

A cell is always `c<position>`; what comes from the file or from a person is bound, never spliced.
"""

from collections.abc import Mapping as Named
from typing import Any

from csat_core.ingest.privacy import EMAIL_IN_TEXT, EMAIL_MARK, PHONE_IN_TEXT, PHONE_MARK
from csat_core.ingest.reading import (
    APOSTROPHE,
    CURRENCY,
    INVISIBLE,
    MINUS,
    RATING_NUMBER,
    RATING_OF,
    RATING_UNIT,
    SPACES,
    UNIT,
    number_pattern,
)

CODE_LETTERS = 24
"""Of a hash in hexadecimal: 96 bits, so that two customers never share one."""


class Bindings:
    """The values of one statement; calling it with a value gives the name that stands for it in the SQL."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def __call__(self, value: Any, type: str = "VARCHAR") -> str:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f"(${name}::{type})"


def cell_at(position: int) -> str:
    """The name of a cell in the staged table."""
    return f"c{int(position)}"


def label(cell: str) -> str:
    """The text of a cell as people see it (NFC, plain single spaces, trimmed); NULL where nothing is left."""
    return f"nullif({_clean(cell)}, '')"


def free_text(cell: str) -> str:
    """The text of a cell with its line breaks: NFC, no-break spaces plain, trimmed; NULL where nothing is left."""
    odd = _quoted("\u00a0\u202f" + INVISIBLE)
    plain = (
        f"CASE WHEN strlen({cell}) = length({cell}) THEN {cell} ELSE nfc_normalize(translate({cell}, {odd}, '  ')) END"
    )
    return f"nullif(trim({plain}, {_quoted(' ' + chr(9) + chr(10) + chr(13))}), '')"


def folded(cell: str) -> str:
    """The text of a cell for comparing whole labels; equals `reading.fold`."""
    return f"lower(translate({_clean(cell)}, {_quoted(APOSTROPHE + MINUS)}, {_quoted(chr(39) + '-')}))"


def coded(text: str, pepper: str, bind: Bindings) -> str:
    """A code in the place of `text`, letter case ignored, the same wherever `pepper` is; a code stays as it is."""
    code = f"'#' || left(sha256({bind(pepper)} || lower(x)), {CODE_LETTERS})"
    is_code = f"regexp_full_match(x, '#[0-9a-f]{{{CODE_LETTERS}}}')"
    return f"list_transform([{text}], lambda x: CASE WHEN {is_code} THEN x ELSE {code} END)[1]"


def masked(text: str) -> str:
    """`text` with a mark in the place of every e-mail address and telephone number."""
    without_emails = f"regexp_replace({text}, {_quoted(EMAIL_IN_TEXT)}, {_quoted(EMAIL_MARK)}, 'g')"
    return f"regexp_replace({without_emails}, {_quoted(PHONE_IN_TEXT)}, {_quoted(PHONE_MARK)}, 'g')"


def is_plain_text(cell: str) -> str:
    """Whether a cell is ASCII without odd spaces, so that it is already clean."""
    signs = " OR ".join(f"contains({cell}, {_quoted(sign)})" for sign in ("  ", "\t", "\n", "\r", "\x0b", "\x0c"))
    return f"strlen({cell}) = length({cell}) AND NOT ({signs} OR {cell}[1] = ' ' OR {cell}[-1] = ' ')"


def _clean(cell: str) -> str:
    single = f"regexp_replace(nfc_normalize({_plain_spaces(cell)}), ' +', ' ', 'g')"
    return f"CASE WHEN {is_plain_text(cell)} THEN {cell} ELSE trim({single}) END"


def _plain_spaces(cell: str) -> str:
    return f"translate({cell}, {_quoted(SPACES + INVISIBLE)}, {_quoted(' ' * len(SPACES))})"


def looked_up(texts: Named[str, float], key: str, bind: Bindings, type: str) -> str:
    """The value that stands beside the text `key` in `texts`; NULL where it is not among them."""
    if not texts:
        return f"NULL::{type}"
    return f"{bind(list(texts.values()), type + '[]')}[list_position({bind(list(texts), 'VARCHAR[]')}, {key})]"


def rating_number(text: str, highest: float) -> str:
    """The number of a folded rating cell such as `4`, `4.0`, `4,0` or `4/5` where 5 is `highest`; NULL otherwise."""
    is_whole = highest == int(highest)
    best = f"(?:{RATING_OF}) ?{int(highest)}(?: ?(?:{RATING_UNIT}))?|" if is_whole else ""
    pattern = f"{RATING_NUMBER} ?(?:{best}{RATING_UNIT}|%)?$"
    return f"TRY_CAST(replace(regexp_extract({text}, {_quoted(pattern)}, 1), ',', '.') AS DOUBLE)"


def plain_number(cell: str, decimal: str) -> str:
    """The number of a cell without grouping and units; NULL where it is not that plain."""
    point = f"replace({cell}, ',', '.')" if decimal == "," else cell
    other = f"contains({cell}, '.') OR " if decimal == "," else ""
    number = f"TRY_CAST({point} AS DOUBLE)"
    return f"CASE WHEN {other}contains({cell}, '_') OR NOT isfinite({number}) THEN NULL ELSE {number} END"


def grouped_number(cell: str, decimal: str) -> str:
    """The number of a cell that may have thousands grouped and a unit; NULL where it is no number."""
    bare = f"regexp_replace({cell}, {_quoted(CURRENCY)}, '', 'g')"
    digits = f"regexp_replace({bare}, {_quoted(f'[^0-9{decimal}eE+{MINUS}-]')}, '', 'g')"
    point = f"translate({digits}, {_quoted(decimal + MINUS)}, '.-')"
    is_number = f"regexp_matches({_plain_spaces(cell)}, {_quoted(number_pattern(decimal))})"
    return f"CASE WHEN {is_number} THEN TRY_CAST({point} AS DOUBLE) END"


def unit(cell: str) -> str:
    """The currency sign or `%` in a cell; empty without one."""
    return f"regexp_extract({cell}, {_quoted(UNIT)})"


_MONTHS = "(?i:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{1,6})?)"
_CLOCK = (
    r"(?:(?:T|,? +)[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]+)?)?(?: ?[AaPp]\.?[Mm]\.?)?"
    r"(?: ?(?:Z|\(?[A-Z]{2,5}\)?|(?:UTC|GMT)?[+-][0-9]{2}:?(?:[0-9]{2})?))?)?\s*$"
)
_BETWEEN = r"\s*[-/. ]\s*"
_DAY, _TH, _WEEKDAY = "([0-9]{1,2})", "(?:st|nd|rd|th)?", r"^\s*(?:(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]*\s+)?"
_YEAR = "((?:19|20)[0-9]{2})"
_YEARS = ((_YEAR, ""), ("([0-6][0-9])", "20"), ("([7-9][0-9])", "19"))
"""How a year is written, and what stands before it then."""
_ORDERED = {"ymd": r"{century}\1-\2-\3", "dmy": r"{century}\3-\2-\1", "mdy": r"{century}\3-\1-\2"}


def day(cell: str, order: str) -> str:
    """The day a cell names, its numbers in `order` (`ymd`, `dmy`, `mdy`), as written there: no time zone moves it.

    Years first, months in words and counted days and seconds are plain in any order. NULL where it names no day.
    """
    numeric = [(rf"^\s*{_YEAR}{_BETWEEN}{_DAY}{_BETWEEN}{_DAY}{_CLOCK}", r"\1-\2-\3")]
    for year, century in _YEARS[1:] if order == "ymd" else _YEARS:
        parts = (year, _DAY, _DAY) if order == "ymd" else (_DAY, _DAY, year)
        numeric.append((rf"^\s*{_BETWEEN.join(parts)}{_CLOCK}", _ORDERED[order].replace("{century}", century)))
    numeric.append((rf"^\s*{_YEAR}([0-9]{{2}})([0-9]{{2}}){_CLOCK}", r"\1-\2-\3"))
    branches = [_branch(cell, pattern, "TRY_CAST({} AS DATE)", to) for pattern, to in numeric]
    branches += [_branch(cell, pattern, "TRY_STRPTIME({}, '%d-%b-%Y')::DATE", to) for pattern, to in _named_months()]
    return f"CASE {_usual_days(cell, order)} {' '.join(branches)} ELSE {_counted_day(cell)} END"


def usual_day(cell: str, order: str) -> str:
    """The day of a cell that is written as nearly all files write it; NULL for all others."""
    return f"CASE {_usual_days(cell, order)} END"


def _usual_days(cell: str, order: str) -> str:
    """The usual ways to write a day, told by their length: patterns take ten times as long."""
    iso = f"{cell}[1:2] IN ('19', '20') AND {cell}[5] = '-' AND {cell}[8] = '-'"
    ways = [
        f"WHEN length({cell}) = 10 AND {iso} THEN TRY_CAST({cell} AS DATE)",
        f"WHEN length({cell}) = 19 AND {iso} AND {cell}[14] = ':' THEN TRY_CAST({cell} AS TIMESTAMP)::DATE",
    ]
    if order != "ymd":
        first, second = ("[4:5]", "[1:2]") if order == "dmy" else ("[1:2]", "[4:5]")
        digits = f"{cell}[7:8] IN ('19', '20') AND {cell}[3] IN ('/', '.', '-') AND {cell}[6] = {cell}[3]"
        day = f"TRY_CAST({cell}[7:10] || '-' || {cell}{first} || '-' || {cell}{second} AS DATE)"
        ways.append(f"WHEN length({cell}) = 10 AND {digits} THEN {day}")
    return " ".join(ways)


def _named_months() -> list[tuple[str, str]]:
    pairs = []
    for year, century in _YEARS:
        between = r"[-/., ]+"
        pairs.append((rf"{_WEEKDAY}{_DAY}{_TH}{between}{_MONTHS}{between}{year}{_CLOCK}", rf"\1-\2-{century}\3"))
        pairs.append((rf"{_WEEKDAY}{_MONTHS}{between}{_DAY}{_TH}{between}{year}{_CLOCK}", rf"\2-\1-{century}\3"))
    return pairs


def _branch(cell: str, pattern: str, read: str, to: str) -> str:
    replaced = f"regexp_replace({cell}, {_quoted(pattern)}, {_quoted(to)})"
    return f"WHEN regexp_matches({cell}, {_quoted(pattern)}) THEN {read.format(replaced)}"


def _counted_day(cell: str) -> str:
    """Days as spreadsheets count them, seconds and milliseconds since 1970."""
    number = f"TRY_CAST({cell} AS DOUBLE)"
    spreadsheet = f"DATE '1899-12-30' + floor({number})::INTEGER"
    return (
        f"CASE WHEN NOT regexp_matches({cell}, '^[0-9]{{5,13}}([.][0-9]+)?$') THEN NULL "
        f"WHEN {number} BETWEEN 20000 AND 80000 THEN {spreadsheet} "
        f"WHEN {number} BETWEEN 3e8 AND 4.2e9 THEN DATE '1970-01-01' + floor({number} / 86400)::INTEGER "
        f"WHEN {number} BETWEEN 3e11 AND 4.2e12 THEN DATE '1970-01-01' + floor({number} / 86400000)::INTEGER END"
    )


def bucket(text: str) -> str:
    """A number from 0 to 999,999 that only depends on `text`: MD5, so that no version of DuckDB changes it."""
    return f"(md5_number_lower({text}) % 1000000)::INTEGER"


def _quoted(text: str) -> str:
    """`text` as a literal; for patterns of this module alone, which must stand in the SQL to be compiled once."""
    return "'" + text.replace("'", "''") + "'"
