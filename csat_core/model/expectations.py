"""Expectations: how soon and how easily customers expect to be helped, and the bands in which a number is looked at.

The figures are quoted as the guide's claims. Phone calls and online enquiries are expected to be answered at once.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from csat_core.model.dataset import Column


class Unit(StrEnum):
    """What a metric counts, as far as its name tells."""

    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    CONTACTS = "contacts"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What customers expect of a number: not to pass `limit`."""

    limit: float
    """In the unit of the column; a value that equals it is within."""
    words: str
    """One sentence, the guide's claim."""


_NAMED = {
    Unit.CONTACTS: r"\bcontacts?\b|\binteractions?\b|\bkontakte?\b|\bcontactos?\b",
    Unit.SECONDS: r"\bsec(ond)?s?\b|\bsekunden?\b|\bsecondes?\b|\bsegundos?\b",
    Unit.MINUTES: r"\bmins?\b|\bminut\w*",
    Unit.HOURS: r"\bhours?\b|\bhrs?\b|\bstunden?\b|\bheures?\b|\bhoras?\b",
}
_WAITING = r"repl|respon|answer|wait|queue|\bhold\b|help|antwort|wart|répon|repon|attente|respuesta|espera"

_CUTS = {
    Unit.SECONDS: (180.0, 600.0, 3_600.0),
    Unit.MINUTES: (3.0, 10.0, 60.0),
    Unit.HOURS: (1.0, 4.0, 24.0),
    Unit.CONTACTS: (1.0, 2.0),
}

_HELP = "75 % of customers expect help within five minutes"
_CHAT = "in a chat customers expect a reply within 2 to 3 minutes"
_HOUR = "on social media 40 % expect an answer within the hour"
_DAY = "on social media 79 % expect an answer within 24 hours"
_FEW = "customers expect one or two contacts to be enough"

_MINUTES = ((5.0, _HELP), (3.0, _CHAT), (60.0, _HOUR), (1_440.0, _DAY))
_LIMITS = {
    Unit.SECONDS: tuple((60 * limit, words) for limit, words in _MINUTES),
    Unit.MINUTES: _MINUTES,
    Unit.HOURS: ((1.0, _HOUR), (24.0, _DAY)),
    Unit.CONTACTS: ((2.0, _FEW),),
}


def unit_of(column: Column) -> Unit:
    """What `column` counts, by its name."""
    name = column.name.casefold().replace("_", " ")
    return next((unit for unit, pattern in _NAMED.items() if re.search(pattern, name)), Unit.OTHER)


def usual_cuts(column: Column) -> tuple[float, ...]:
    """Where `column` is cut into bands before anybody chose; empty where its name does not tell."""
    return _CUTS.get(unit_of(column), ())


def cuts_with_limits(column: Column) -> tuple[float, ...]:
    """The usual cuts and the limits that customers expect, so that one set of bands tells both; empty without usual cuts."""
    usual = usual_cuts(column)
    return tuple(sorted({*usual, *(each.limit for each in expectations(column))})) if usual else ()


def expectations(column: Column) -> tuple[Expectation, ...]:
    """What customers expect of `column`, the plainest first; empty unless it says how long or how often they waited."""
    unit = unit_of(column)
    if unit is not Unit.CONTACTS and not re.search(_WAITING, column.name.casefold()):
        return ()
    return tuple(Expectation(limit=limit, words=words) for limit, words in _LIMITS.get(unit, ()))
