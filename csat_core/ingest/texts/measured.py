"""Numbers with what they count behind them, `12 min`, `74 years`, and lengths of time: `12m 30s`, `00:07:12`."""

import itertools
import re
from collections.abc import Mapping
from functools import cache

from csat_core.ingest.texts.reading import clean, number_of, number_pattern, words_of

SECONDS = "seconds"
"""What lengths of time in parts or as clocks are told in."""
NEARLY_ALL = 0.95
FEWEST_DIFFERENT = 6
"""Of fewer different values groups are made as they stand: `1 year`, `2 years`, `3 years or more`."""
LONGEST, LOOKED_AT = 24, 200
_SPELLED = {
    SECONDS: "s sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos secondo secondi sekund sekunder sekundy \u79d2",
    "minutes": "m min mins minute minutes minuten minuto minutos minuti minuut minuter minuty minut \u5206\u949f \u5206\u9418",
    "hours": "h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur timmar timme godz godziny \u5c0f\u65f6 \u5c0f\u6642 \u6642\u9593",
    "days": "d day days tag tage tagen jour jours d\u00eda d\u00edas dia dias giorno giorni dag dagen dagar dzie\u0144 dni \u5929",
    "weeks": "week weeks woche wochen semaine semaines semana semanas settimana settimane weken vecka veckor tydzie\u0144 tygodnie",
    "months": "month months monat monate mois mes meses m\u00eas mese mesi maand maanden m\u00e5nad m\u00e5nader miesi\u0105c miesi\u0119cy",
    "years": "year years yr yrs yo y/o jahr jahre jahren an ans ann\u00e9e ann\u00e9es a\u00f1o a\u00f1os ano anos anno anni jaar \u00e5r lat lata \u5c81 \u6b72 \u6b73",
    "km": "km kilometer kilometers kilometre kilometres kilom\u00e8tres \u516c\u91cc",
    "miles": "mile miles mi",
    "kg": "kg kilo kilos kilogram kilograms",
}
_WORDS = {word: unit for unit, words in _SPELLED.items() for word in words.split()}
_NUMBER = re.compile(r"^[-+]?[0-9][0-9.,' ]*")
PARTS = (
    ("d", 86_400, "d|days?|tage?n?"),
    ("h", 3_600, "h|hrs?|hours?|std|stunden?"),
    ("m", 60, "m|mins?|minutes?|minuten?"),
    ("s", 1, "s|secs?|seconds?|sek|sekunden?"),
)
_AMOUNT = r"([0-9]+(?:[.,][0-9]+)?)"
CLOCK = r"^ *([0-9]{1,4}):([0-5][0-9]):([0-5][0-9])(?:[.,][0-9]+)? *$"
"""Hours, minutes and seconds; two parts alone may be a time of day as well."""
_TOOK = re.compile(
    r"\b(?:wait\w*|handl\w*|repl\w*|resol\w*|response time|first|talk|hold|took|taken|duration|length|minutes?|seconds?|hours?|hrs|dauer\w*|\w*dauer"
    r"|\w+zeit|dur\u00e9e|d\u00e9lai|duraci\u00f3n|dura\u00e7\u00e3o|durata|attente|espera|attesa|tiempo|tempo|duur|wachttijd|czas|tid)\b"
)
_AT_WHAT_HOUR = re.compile(r"\b(?:time of day|uhrzeit|heure de|clock)\b")


def measure_of(name: str, counts: Mapping[str, int]) -> str | None:
    """What the numbers of a column count, `minutes`, `km`, where nearly all cells say it; None where they do not.

    SECONDS for lengths of time in parts or as clocks of a column whose name speaks of one.
    """
    if len(counts) < FEWEST_DIFFERENT or not any(map(_may_be_one, itertools.islice(counts, LOOKED_AT))):
        return None
    found: dict[str, int] = {}
    for text, count in counts.items():
        unit = _unit_of(text)
        if unit:
            found[unit] = found.get(unit, 0) + count
    needed = NEARLY_ALL * sum(counts.values())
    best = max(found, key=lambda unit: found[unit], default=None)
    if best is not None and best != "clock" and found[best] >= needed:
        return best
    times = sum(count for unit, count in found.items() if unit in ("clock", SECONDS, "minutes", "hours"))
    words = words_of(name)
    if times < needed or (set(found) == {"clock"} and (not _TOOK.search(words) or _AT_WHAT_HOUR.search(words))):
        return None
    return SECONDS


def _may_be_one(text: str) -> bool:
    return bool(text) and text[0].isdigit() and (not text[-1].isdigit() or ":" in text)


def _unit_of(text: str) -> str | None:
    if len(text) > LONGEST or not text[:1].isdigit():
        return None
    plain = clean(text).lower()
    if re.match(CLOCK, plain):
        return "clock"
    number = _NUMBER.match(plain)
    unit = _WORDS.get(plain[number.end() :].rstrip(".")) if number else None
    if unit:
        return unit
    return "clock" if re.match(parts_pattern(), plain) else None


@cache
def parts_pattern() -> str:
    """A length of time in parts of which at least one is there, in lower case."""
    parts = "".join(rf"(?:{_AMOUNT} *(?:{words})\.?,? *)?" for _, _, words in PARTS)
    return rf"^ *{parts}$"


@cache
def behind(unit: str) -> str:
    """What may stand behind the numbers of a column that counts `unit`, for texts in lower case."""
    words = "|".join(sorted(map(re.escape, _SPELLED[unit].split()), key=len, reverse=True))
    return rf" *(?:{words})\.? *$"


def measured(text: str, unit: str, decimal: str) -> float | None:
    """The number of a cell in a column that counts `unit`; None where it is none."""
    plain = clean(text).lower()
    bare = re.sub(behind(unit), "", plain)
    if re.match(number_pattern(decimal), bare):
        return number_of(bare, decimal)
    if unit != SECONDS:
        return None
    if clock := re.match(CLOCK, plain):
        return 3600.0 * int(clock[1]) + 60 * int(clock[2]) + int(clock[3])
    found = re.match(parts_pattern(), plain)
    if not found or not any(found.groups()):
        return None
    amounts = (float(amount.replace(",", ".")) if amount else 0.0 for amount in found.groups())
    return sum(amount * seconds for amount, (_, seconds, _) in zip(amounts, PARTS, strict=True))
