"""How the text of a whole column reads, as SQL: the rules of `reading`, for DuckDB.

A cell is always `c<position>`; what comes from the file or from a person is bound, never spliced.
"""

from collections.abc import Mapping as Named
from typing import Any

from csat_core.ingest.texts.contacts import (
    EMAIL_IN_TEXT,
    EMAIL_MARK,
    FEWEST_DIGITS,
    IBAN_IN_TEXT,
    IBAN_MARK,
    PHONE_MARK,
    TOLD_NUMBERS,
)
from csat_core.ingest.texts.measured import CLOCK, PARTS, SECONDS, behind, parts_pattern
from csat_core.ingest.texts.reading import (
    APOSTROPHE,
    CURRENCY,
    DASHES,
    INVISIBLE,
    MINUS,
    RATING_BEST,
    RATING_NUMBER,
    RATING_UNIT,
    SAME_CURRENCY,
    SPACES,
    UNIT,
    number_pattern,
)

_SPOT = "\ue000"
CODE_LETTERS = 24
"""Of a hash in hexadecimal: 96 bits, so that two customers never share one."""


class Bindings:
    """The values of one statement; calling it with a value gives the name that stands for it in the SQL.

    The same list is bound once, however many columns use it.
    """

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self._lists: dict[int, str] = {}

    def __call__(self, value: Any, type: str = "VARCHAR") -> str:
        name = self._lists.get(id(value)) or f"v{len(self.values)}"
        self.values[name] = value
        if isinstance(value, list):
            self._lists[id(value)] = name
        return f"({self._as_sql(name)}::{type})"

    def _as_sql(self, name: str) -> str:
        return f"${name}"


class Variables(Bindings):
    """The values of a view, in which nothing can be bound: they are variables of the connection (`set_variables`)."""

    def _as_sql(self, name: str) -> str:
        return f"getvariable('{name}')"


def cell_at(position: int) -> str:
    """The name of a cell in the staged table."""
    return f"c{int(position)}"


def label(cell: str) -> str:
    """The text of a cell as people see it (NFC, plain single spaces, trimmed); NULL where nothing is left."""
    return f"nullif({cleaned(cell)}, '')"


def free_text(cell: str) -> str:
    """The text of a cell with its line breaks: NFC, no-break spaces plain, trimmed; NULL where nothing is left."""
    odd = quoted("\u00a0\u202f" + INVISIBLE)
    plain = (
        f"CASE WHEN strlen({cell}) = length({cell}) THEN {cell} ELSE nfc_normalize(translate({cell}, {odd}, '  ')) END"
    )
    return f"nullif(trim({plain}, {quoted(' ' + chr(9) + chr(10) + chr(13))}), '')"


def folded(cell: str) -> str:
    """The text of a cell for comparing whole labels; equals `reading.fold`."""
    return f"lower(translate({cleaned(cell)}, {quoted(APOSTROPHE + MINUS)}, {quoted(chr(39) + '-')}))"


def coded(text: str, pepper: str, bind: Bindings) -> str:
    """A code in the place of `text`, letter case ignored, the same wherever `pepper` is; a code stays as it is."""
    code = f"'#' || left(sha256({bind(pepper)} || lower(x)), {CODE_LETTERS})"
    is_code = f"regexp_full_match(x, '#[0-9a-f]{{{CODE_LETTERS}}}')"
    return f"list_transform([{text}], lambda x: CASE WHEN {is_code} THEN x ELSE {code} END)[1]"


def masked(text: str) -> str:
    """`text` with a mark in the place of every e-mail address, telephone number and number of a bank account."""
    plain = text
    for pattern, mark in ((EMAIL_IN_TEXT, EMAIL_MARK), (IBAN_IN_TEXT, IBAN_MARK)):
        plain = f"regexp_replace({plain}, {quoted(pattern)}, {quoted(mark)}, 'g')"
    # a sign that no text has stands behind numbers of things, which end with a digit, and in the place of telephone numbers
    told, kept = quoted(TOLD_NUMBERS), quoted(rf"\1\2\3\4{_SPOT}")
    things = rf"regexp_replace(regexp_replace({plain}, {told}, {kept}, 'g'), '([0-9]){_SPOT}', '\1', 'g')"
    # most comments hold neither, and it takes a tenth of the time to see that
    emails = (
        f"WHEN contains({text}, '@') THEN regexp_replace({text}, {quoted(EMAIL_IN_TEXT)}, {quoted(EMAIL_MARK)}, 'g')"
    )
    return (
        f"CASE WHEN regexp_matches({text}, {quoted(FEWEST_DIGITS)}) THEN replace({things}, '{_SPOT}', {quoted(PHONE_MARK)}) "
        f"{emails} ELSE {text} END"
    )


def is_plain_text(cell: str) -> str:
    """Whether a cell is ASCII without odd spaces, so that it is already clean."""
    return f"strlen({cell}) = length({cell}) AND NOT ({_has_plain_spaces(cell)})"


def has_odd_spaces(cell: str) -> str:
    """Whether spaces stand around a cell or repeatedly in it, no-break spaces and line breaks among them."""
    return f"{_has_plain_spaces(cell)} OR (strlen({cell}) > length({cell}) AND contains({cell}, {quoted(chr(160))}))"


def _has_plain_spaces(cell: str) -> str:
    signs = " OR ".join(f"contains({cell}, {quoted(sign)})" for sign in ("  ", "\t", "\n", "\r", "\x0b", "\x0c"))
    return f"{signs} OR {cell}[1] = ' ' OR {cell}[-1] = ' '"


def cleaned(cell: str) -> str:
    """The text of a cell as people see it; equals `reading.clean`."""
    single = f"regexp_replace(nfc_normalize({_plain_spaces(cell)}), ' +', ' ', 'g')"
    return f"CASE WHEN {is_plain_text(cell)} THEN {cell} ELSE trim({single}) END"


def _plain_spaces(cell: str) -> str:
    return f"translate({cell}, {quoted(SPACES + INVISIBLE)}, {quoted(' ' * len(SPACES))})"


def looked_up(texts: Named[str, float], key: str, bind: Bindings, type: str) -> str:
    """The value that stands beside the text `key` in `texts`; NULL where it is not among them."""
    if not texts:
        return f"NULL::{type}"
    return f"{bind(list(texts.values()), type + '[]')}[list_position({bind(list(texts), 'VARCHAR[]')}, {key})]"


def rating_number(text: str, highest: float) -> str:
    """The number of a folded rating cell such as `4`, `4.0`, `4,0` or `4/5` where 5 is `highest`; NULL otherwise."""
    is_whole = highest == int(highest)
    best = f"{RATING_BEST} ?{int(highest)}(?: ?(?:{RATING_UNIT}))?|" if is_whole else ""
    pattern = f"{RATING_NUMBER} ?(?:{best}{RATING_UNIT}|%)?$"
    return f"TRY_CAST(replace(regexp_extract({text}, {quoted(pattern)}, 1), ',', '.') AS DOUBLE)"


def plain_number(cell: str, decimal: str) -> str:
    """The number of a cell without grouping and units; NULL where it is not that plain."""
    other = f"contains({cell}, '.') OR " if decimal == "," else ""
    number = bare_number(cell, decimal)
    return f"CASE WHEN {other}contains({cell}, '_') OR NOT isfinite({number}) THEN NULL ELSE {number} END"


def bare_number(cell: str, decimal: str) -> str:
    """The number of a cell that is known to be plain."""
    point = f"replace({cell}, ',', '.')" if decimal == "," else cell
    return f"TRY_CAST({point} AS DOUBLE)"


def grouped_number(cell: str, decimal: str) -> str:
    """The number of a cell that may have thousands grouped and a unit; NULL where it is no number."""
    bare = f"regexp_replace({cell}, {quoted(CURRENCY)}, '', 'g')"
    whole = f"regexp_replace({bare}, {quoted(f'[{decimal}]{DASHES}')}, '', 'g')"
    digits = f"regexp_replace({whole}, {quoted(f'[^0-9{decimal}eE+{MINUS}-]')}, '', 'g')"
    point = f"translate({digits}, {quoted(decimal + MINUS)}, '.-')"
    owed = f"CASE WHEN contains({cell}, '(') OR ends_with({point}, '-') THEN -1 ELSE 1 END"
    is_number = f"regexp_matches({_plain_spaces(cell)}, {quoted(number_pattern(decimal))})"
    return f"CASE WHEN {is_number} THEN {owed} * TRY_CAST(rtrim({point}, '-') AS DOUBLE) END"


def measured_number(cell: str, measure: str, decimal: str) -> str:
    """The number of a cell in a column that counts `measure`; NULL where it is none; equals `measured.measured`."""
    bare = f"regexp_replace(p, {quoted(behind(measure))}, '')"
    plain = (
        f"list_transform([{bare}], lambda b: coalesce({plain_number('b', decimal)}, {grouped_number('b', decimal)}))[1]"
    )
    if measure != SECONDS:
        return f"list_transform([lower({cleaned(cell)})], lambda p: {plain})[1]"
    hours, minutes, seconds = (f"TRY_CAST(regexp_extract(p, {quoted(CLOCK)}, {at}) AS DOUBLE)" for at in (1, 2, 3))
    clock = f"CASE WHEN regexp_matches(p, {quoted(CLOCK)}) THEN 3600 * {hours} + 60 * {minutes} + {seconds} END"
    amounts = (
        f"{each} * coalesce(TRY_CAST(replace(regexp_extract(p, {quoted(parts_pattern())}, {at}), ',', '.') AS DOUBLE), 0)"
        for at, (_, each, _) in enumerate(PARTS, 1)
    )
    is_parts = f"regexp_matches(p, {quoted(parts_pattern())}) AND regexp_matches(p, '[0-9]')"
    parts = f"CASE WHEN {is_parts} THEN {' + '.join(amounts)} END"
    return f"list_transform([lower({cleaned(cell)})], lambda p: coalesce({plain}, {clock}, {parts}))[1]"


def unit(cell: str) -> str:
    """The currency sign or `%` in a cell, a currency by its letters as its sign; empty without one."""
    same = " ".join(f"WHEN {quoted(letters)} THEN {quoted(sign)}" for letters, sign in SAME_CURRENCY.items())
    return f"list_transform([regexp_extract({cell}, {quoted(UNIT)})], lambda u: CASE u {same} ELSE u END)[1]"


def bucket(text: str) -> str:
    """A number from 0 to 999,999 that only depends on `text`: MD5, so that no version of DuckDB changes it.

    It is `md5_number_lower`, which the engine is five times as long about.
    """
    return f"((md5_number({text}) >> 64)::UBIGINT % 1000000)::INTEGER"


def quoted(text: str) -> str:
    """`text` as a literal; for patterns of this module alone, which must stand in the SQL to be compiled once."""
    return "'" + text.replace("'", "''") + "'"
