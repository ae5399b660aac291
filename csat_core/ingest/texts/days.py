"""How a day reads, as SQL: the few ways of nearly all files first, then every other way in any language.

A cell is always `c<position>`; the patterns are of this module alone and stand in the SQL to be compiled once. They look at
the cell as it is: inside a lambda DuckDB would compile them again for every row.
"""

from csat_core.ingest.languages.language import bare
from csat_core.ingest.texts.expressions import quoted
from csat_core.ingest.texts.periods import first_day
from csat_core.ingest.texts.vocabulary import MONTHS

_SPACE = "[ \t\r\n\u00a0\u202f\u3000]"
_HALF = rf"(?:[ap]\.?{_SPACE}?m\.?|[πμ]\.?{_SPACE}?μ\.?|[上下]午|午[前後])"
_TIME = (
    r"[0-9]{1,2} ?[:.h時时点] ?[0-9]{2}(?:[:.m分] ?[0-9]{2}(?:[.,][0-9]+)?)?[分秒]?"
    rf"(?:{_SPACE}?{_HALF})?(?: ?(?:z|\(?[a-z]{{2,5}}\)?|(?:utc|gmt)?[+-][0-9]{{1,2}}:?(?:[0-9]{{2}})?(?: \([^()]*\))?))?"
)
_BEFORE_TIME = rf"(?:t|:|,?{_SPACE}+(?:(?:at|a las|a|à|alle|às|um|om|kl\.?|klockan|o|godz\.?) +)?|,? *{_HALF} *)"
_CLOCK = rf"(?:{_BEFORE_TIME}{_TIME})?{_SPACE}*$"
_BEHIND_DAY = rf"(?: ?\([^()0-9]{{1,12}}\))?{_CLOCK}"
"""A day of the week in brackets may stand behind a day."""
_TIME_OF_DAY = (
    rf"^.*(?:t|{_SPACE}|,|[午前後]){_SPACE}*([0-9]{{1,2}}) ?[:.h時时点] ?([0-9]{{2}})(?:[:.m分] ?([0-9]{{2}})(?:[.,][0-9]+)?)?"
    rf"[分秒]?{_SPACE}?({_HALF})?(?: ?(?:z|\(?[a-z]{{2,5}}\)?|(?:utc|gmt)?[+-][0-9:]{{2,5}}(?: \([^()]*\))?))?{_SPACE}*$"
)
"""Hour, minute and second behind a day in small letters, with the half of the day behind them."""
_START = rf"(?i)^{_SPACE}*"
_BETWEEN = r" *[-/. ] *"
_DAY = "([0-9]{1,2})"
_YEAR = "((?:19|20)[0-9]{2})"
_YEARS = ((_YEAR, ""), ("([0-6][0-9])", "20"), ("([7-9][0-9])", "19"))
"""How a year is written, and what stands before it then."""
_ORDERED = {"ymd": r"{century}\1-\2-\3", "dmy": r"{century}\3-\2-\1", "mdy": r"{century}\3-\1-\2"}
_TWO_DAY, _TWO_MONTH = "(0[1-9]|[12][0-9]|3[01])", "(0[1-9]|1[0-2])"
_PACKED = {
    "ymd": "{year}" + _TWO_MONTH + _TWO_DAY,
    "dmy": _TWO_DAY + _TWO_MONTH + "{year}",
    "mdy": _TWO_MONTH + _TWO_DAY + "{year}",
}
"""Six or eight digits without signs between; others of six may be a year and a month."""
_EAST = (
    rf"{_START}{_YEAR} ?年 ?{_DAY} ?月 ?{_DAY} ?日?(?: ?\(\pL\))?(?: ?[上下]午 ?| ?午[前後] ?| )?(?:{_TIME})?{_SPACE}*$"
)

_WORD = "[^0-9 \t.,:/()+-]+"
"""Letters of any script: RE2 takes long to compile classes of letters."""
_WEEKDAY = rf"{_START}(?:{_WORD}[.,]*{_SPACE}+){{0,2}}?"
_DAY_OF_WEEK = rf"(?:[^0-9 \t.,:/()+-]{{1,12}}[.,]*{_SPACE}+)?"
_MONTH = rf"({_WORD})\.?"
_ORDINAL = r"(?:st|nd|rd|th|er|re|ª|º|°|\.)?"
_OF = r"(?:[-/., ]*(?:de +|of +|del +|d'|do +)?)"
_NAMED_YEAR = "['\u2019]?((?:19|20)[0-9]{2}|[0-9]{2})"
_NAMED = (
    (rf"{_WEEKDAY}{_DAY}{_ORDINAL}{_OF}{_MONTH}{_OF}{_NAMED_YEAR}{_CLOCK}", r"\3|\2|\1"),
    (rf"{_WEEKDAY}{_MONTH}[-/., ]*{_DAY}{_ORDINAL}[-/., ]+{_NAMED_YEAR}{_CLOCK}", r"\3|\1|\2"),
    (rf"{_START}{_YEAR}[-/., ]*{_MONTH}[-/., ]*{_DAY}{_CLOCK}", r"\1|\2|\3"),
    (rf"{_START}{_WORD} {_MONTH} {_DAY} {_TIME} {_NAMED_YEAR}$", r"\3|\1|\2"),
)
"""Months in words, and year, month and day out of them."""
_MONTH_NUMBERS = quoted("".join(f"|{bare(word)}={month:02}" for month, words in enumerate(MONTHS, 1) for word in words))
"""One text to look them up in: ten times as fast as a list of so many words."""
_SHAPE = (
    rf"{_START}(?:[0-9]{{1,4}}{_BETWEEN}[0-9]{{1,2}}{_BETWEEN}[0-9]{{1,4}}|[0-9]{{6}}|[0-9]{{8}}"
    rf"|[0-9]{{4}} ?年 ?[0-9]{{1,2}} ?月 ?[0-9]{{1,2}} ?日?){_CLOCK}"
)
"""What is written like a date, whether there is such a day or not."""
_FOUR_DIGITS = (
    rf"{_START}(?:(?:\pL{{1,3}} ?)?[0-9]{{1,4}} ?年|[0-9]{{4}}{_BETWEEN}[0-9]{{1,2}}{_BETWEEN}[0-9]{{1,2}}"
    rf"|[0-9]{{1,2}}{_BETWEEN}[0-9]{{1,2}}{_BETWEEN}[0-9]{{4}}){_CLOCK.removesuffix('$')}"
)
_OUR_YEAR = rf"{_START}{_YEAR}(?:[^0-9]|$)|[-/. ]{_YEAR}(?:[^0-9]|$)"
_COUNT = "^(?:[0-9]{5}|[0-9]{9,11}|[0-9]{13}|[0-9]{16})(?:[.,][0-9]+)?$"
_WEEK_DAY = "^(?:19|20)[0-9]{2}-W[0-9]{2}-[1-7]$"
_SERIAL = "^[345][0-9]{4}(?:[.,][0-9]+)?$"
_STAMP = rf"{_YEAR}([0-9]{{2}})([0-9]{{2}})(?:t?[0-9]{{4}}(?:[0-9]{{2}})?z?)?"
_WORDS = {"ymd": "year, month, day", "dmy": "day, month, year", "mdy": "month, day, year", "ydm": "year, day, month"}


def day(cell: str, order: str) -> str:
    """The day a cell names, its numbers in `order` (`ymd`, `dmy`, `mdy`), as written there: no time zone moves it.

    Years first, months in words and counted days and seconds are plain in any order; a month, a quarter and a week stand
    for their first day. In the order `ydm` month and day behind a year change places, and a cell that ends with its year is
    read in the one order in which there is such a day. NULL where it names no day.
    """
    if order == "ydm":
        return _turned_back(cell)
    numeric = [(rf"{_DAY_OF_WEEK}{_YEAR}{_BETWEEN}{_DAY}{_BETWEEN}{_DAY}", r"\1-\2-\3")]
    for year, century in _YEARS[1:] if order == "ymd" else _YEARS:
        parts = (year, _DAY, _DAY) if order == "ymd" else (_DAY, _DAY, year)
        numeric.append((_DAY_OF_WEEK + _BETWEEN.join(parts), _ORDERED[order].replace("{century}", century)))
    numeric.append((_STAMP, r"\1-\2-\3"))
    for year, century in _YEARS[1:] if order == "ymd" else _YEARS:
        numeric.append((_PACKED[order].replace("{year}", year), _ORDERED[order].replace("{century}", century)))
    patterns = [*((f"{_START}{pattern}{_BEHIND_DAY}", to) for pattern, to in numeric), (_EAST, r"\1-\2-\3")]
    branches = [
        f"WHEN {_matches(cell, pattern)} THEN TRY_CAST(regexp_replace({cell}, {quoted(pattern)}, {quoted(to)}) AS DATE)"
        for pattern, to in patterns
    ]
    branches += [
        f"WHEN {_matches(cell, pattern)} "
        f"THEN TRY_STRPTIME(regexp_replace({cell}, {quoted(pattern)}, {quoted(to)}), '%d-%b-%Y')::DATE"
        for pattern, to in _english()
    ]
    branches.append(f"WHEN {_matches(cell, _WEEK_DAY)} THEN TRY_STRPTIME({cell}, '%G-W%V-%u')::DATE")
    counted = f"WHEN {_matches(cell, _COUNT)} THEN {_counted(cell)}"
    named = ", ".join(_named(cell, pattern, to) for pattern, to in _NAMED)
    return (
        f"CASE {_usual_days(cell, order)} {' '.join(branches)} {counted} ELSE coalesce({named}, {first_day(cell)}) END"
    )


def _turned_back(cell: str) -> str:
    """The day of a cell in a column whose days up to 12 a spreadsheet took for months."""
    swapped, to = rf"{_START}{_YEAR}{_BETWEEN}{_DAY}{_BETWEEN}{_DAY}{_CLOCK}", r"\1-\3-\2"
    return (
        f"CASE WHEN {_matches(cell, swapped)} "
        f"THEN TRY_CAST(regexp_replace({cell}, {quoted(swapped)}, {quoted(to)}) AS DATE) "
        f"WHEN {_matches(cell, _SERIAL)} THEN {_turned_count(cell)} "
        f"ELSE coalesce({day(cell, 'dmy')}, {day(cell, 'mdy')}) END"
    )


def _turned_count(cell: str) -> str:
    """The day of a number that counts days, day and month of it changed; as it is where it has no such month."""
    counted = _counted(cell)
    return (
        f"CASE WHEN day({counted}) <= 12 THEN make_date(year({counted}), day({counted}), month({counted})) "
        f"ELSE {counted} END"
    )


def usual_day(cell: str, order: str) -> str:
    """The day of a cell that is written as nearly all files write it; NULL for all others.

    Where years come first the engine's own reading is believed between 1900 and 2099, at a third of the time of the
    signs in between; a cell it cannot read is looked at by `day`.
    """
    if order == "ydm":
        return "NULL::DATE"
    in_our_years = f"({cell} BETWEEN '1900' AND '2' OR {cell} BETWEEN '2000' AND '21')"
    lengths = f"CASE strlen({cell}) WHEN 10 THEN TRY_CAST({cell} AS DATE) WHEN 19 THEN TRY_CAST({cell} AS TIMESTAMP)::DATE END"
    return f"CASE WHEN {in_our_years} THEN {lengths} {_usual_others(cell, order)} END"


def fault(cell: str, order: str) -> str:
    """Why a cell names no day in `order`, as a sentence: it contradicts the order, is impossible, or no date at all."""
    against = [
        f"WHEN {day(cell, other)} IS NOT NULL THEN "
        + quoted(f"A date in the order {_WORDS[other]}, which contradicts the order {_WORDS[order]} of the column.")
        for other in ("dmy", "mdy")
        if order not in (other, "ydm")
    ]
    is_other_year = f"{_matches(cell, _FOUR_DIGITS)} AND NOT {_matches(cell, _OUR_YEAR)}"
    named = " OR ".join(f"{_month(f'regexp_replace({cell}, {quoted(p)}, {quoted(to)})')} > ''" for p, to in _NAMED)
    return (
        f"CASE {' '.join(against)} WHEN {is_other_year} THEN "
        "'An impossible date: its year is not from 1900 to 2099, and years of other calendars are not guessed.' "
        f"WHEN {_matches(cell, _SHAPE)} OR {named} THEN 'An impossible date: there is no such day.' "
        f"ELSE {quoted(f'Not a date in the order {_WORDS[order]}.')} END"
    )


def moment(cell: str, order: str) -> str:
    """The moment a cell names, with its clock of 12 or 24 hours; the beginning of its day where it has none."""
    return f"coalesce(TRY_CAST({cell} AS TIMESTAMP), {day(cell, order)}::TIMESTAMP + {_since_midnight(cell)})"


def _since_midnight(cell: str) -> str:
    """The time since midnight that stands behind a day, as an interval."""
    found = f"regexp_extract(lower({cell}), {quoted(_TIME_OF_DAY)}, ['hour', 'minute', 'second', 'half'])"
    hour, minute, second = (
        f"coalesce(TRY_CAST({found}.{part} AS INTEGER), 0)" for part in ("hour", "minute", "second")
    )
    half = f"({found}.half || regexp_extract({cell}, '[上下]午|午[前後]'))"
    is_late, is_halved = f"regexp_matches({half}, '^p|^μ|下|後')", f"{half} <> ''"
    hours = f"CASE WHEN {is_late} THEN {hour} % 12 + 12 WHEN {is_halved} THEN {hour} % 12 ELSE {hour} END"
    return f"to_seconds(3600 * ({hours}) + 60 * {minute} + {second})"


def _matches(cell: str, pattern: str) -> str:
    return f"regexp_matches({cell}, {quoted(pattern)})"


def _usual_days(cell: str, order: str) -> str:
    """The usual ways to write a day, told by their length: patterns take ten times as long."""
    iso = f"{cell}[1:2] IN ('19', '20') AND {cell}[5] = '-' AND {cell}[8] = '-'"
    ways = [
        f"WHEN length({cell}) = 10 AND {iso} THEN TRY_CAST({cell} AS DATE)",
        f"WHEN length({cell}) = 19 AND {iso} AND {cell}[14] = ':' THEN TRY_CAST({cell} AS TIMESTAMP)::DATE",
    ]
    return " ".join([*ways, _usual_others(cell, order)])


def _usual_others(cell: str, order: str) -> str:
    """The usual way to write a day whose year comes last; nothing in the order `ymd`."""
    if order == "ymd":
        return ""
    first, second = ("[4:5]", "[1:2]") if order == "dmy" else ("[1:2]", "[4:5]")
    digits = f"{cell}[7:8] IN ('19', '20') AND {cell}[3] IN ('/', '.', '-') AND {cell}[6] = {cell}[3]"
    day = f"TRY_CAST({cell}[7:10] || '-' || {cell}{first} || '-' || {cell}{second} AS DATE)"
    return f"WHEN length({cell}) = 10 AND {digits} THEN {day}"


def _english() -> list[tuple[str, str]]:
    """Patterns of the commonest months in words: without looking them up, they take a fifth of the time."""
    months, between = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}", r"[-/., ]+"
    pairs = []
    for year, century in _YEARS:
        pairs.append((rf"{_START}{_DAY}{between}{months}{between}{year}{_CLOCK}", rf"\1-\2-{century}\3"))
        pairs.append((rf"{_START}{months}{between}{_DAY}{between}{year}{_CLOCK}", rf"\2-\1-{century}\3"))
    return pairs


def _named(cell: str, pattern: str, to: str) -> str:
    """The day of a cell with its month in words; NULL where it is not written so or no language knows the word."""
    year, of_month = "split_part(t, '|', 1)", "split_part(t, '|', 3)"
    century = f"CASE WHEN length({year}) = 4 THEN '' WHEN {year} < '70' THEN '20' ELSE '19' END"
    day = f"TRY_CAST({century} || {year} || '-' || {_month('t')} || '-' || {of_month} AS DATE)"
    return f"list_transform([regexp_replace({cell}, {quoted(pattern)}, {quoted(to)})], lambda t: {day})[1]"


def _month(parts: str) -> str:
    """The number of the month whose name stands between two bars of `parts`; NULL for any other word."""
    word = f"('|' || translate(strip_accents(lower(split_part({parts}, '|', 2))), 'ßłøςı', 'sloσi') || '=')"
    return f"substr({_MONTH_NUMBERS}, nullif(strpos({_MONTH_NUMBERS}, {word}), 0) + length({word}), 2)"


def _counted(cell: str) -> str:
    """Days as spreadsheets count them, seconds, milliseconds and microseconds since 1970."""
    number = f"TRY_CAST(replace({cell}, ',', '.') AS DOUBLE)"
    spreadsheet = f"DATE '1899-12-30' + floor({number})::INTEGER"
    return (
        f"CASE WHEN {number} BETWEEN 20000 AND 80000 THEN {spreadsheet} "
        f"WHEN {number} BETWEEN 3e8 AND 4.2e9 THEN DATE '1970-01-01' + floor({number} / 86400)::INTEGER "
        f"WHEN {number} BETWEEN 3e11 AND 4.2e12 THEN DATE '1970-01-01' + floor({number} / 86400000)::INTEGER "
        f"WHEN {number} BETWEEN 3e14 AND 4.2e15 THEN DATE '1970-01-01' + floor({number} / 86400000000)::INTEGER END"
    )
