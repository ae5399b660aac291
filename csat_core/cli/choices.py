"""Choices: what was typed becomes questions, filters, periods and scenarios of the model, or one plain sentence."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial

from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Dataset
from csat_core.model.period import Grain
from csat_core.model.predicate import OneOf
from csat_core.model.scenario import Customers, LeavingRates
from csat_core.model.scheme import InvalidSchemeError, Scheme, find_scheme
from csat_core.model.view import View, first_view, proposed_scheme

MOST_VALUES_NAMED = 12


class Rounds(StrEnum):
    """Whose answers stand for the customers, of a survey asked in rounds."""

    LAST = "last"
    ALL = "all"


class AssignmentError(CsatError):
    """Something that should read COLUMN=VALUE and does not."""

    def __init__(self, option: str, found: str, example: str) -> None:
        super().__init__(f"'{found}' is not what {option} takes; write it as {option} \"{example}\".")


class UnknownValueError(CsatError):
    """A value that no response has."""

    def __init__(self, column: Column, found: str) -> None:
        named = ", ".join(f"'{level}'" for level in column.levels[:MOST_VALUES_NAMED])
        more = len(column.levels) - MOST_VALUES_NAMED
        there = f"there are: {named}{f' and {more:,} more' if more > 0 else ''}" if named else "it is blank everywhere"
        super().__init__(f"No response has '{found}' in '{column.name}'; {there}.")


class InvalidDayError(CsatError):
    """A day that cannot be read."""

    def __init__(self, option: str, found: str) -> None:
        super().__init__(f"'{found}' is not a day for {option}; write it as year-month-day, such as 2026-03-31.")


class NoDaysError(CsatError):
    """A period was asked of responses without dates."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__(f"'{dataset.name}' has no dates; leave out --period, --since and --until.")


class NotThreeNumbersError(CsatError):
    """Bands that are not three numbers."""

    def __init__(self, option: str, found: str, example: str) -> None:
        super().__init__(
            f"'{found}' is not what {option} takes; give three numbers for dissatisfied, neutral and satisfied, "
            f'such as {option} "{example}".'
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed to choose the answers of a dataset, as it was typed."""

    question: str | None = None
    scheme: str | None = None
    where: Sequence[str] = ()
    since: str | None = None
    until: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen."""
        return not (self.question or self.scheme or self.where or self.since or self.until)


HasLevel = Callable[[Column, str], bool]
"""Whether the responses have a value in a column: the catalogue lists the most frequent ones only."""


def view_of(
    dataset: Dataset, typed: Typed, grain: Grain | None, own_schemes: Mapping[str, str], has_level: HasLevel
) -> View:
    """The view of `dataset` that was typed; `own_schemes` are saved names by scheme id.

    Raises a CsatError that lists what there is where a question, scheme, column or value is not.
    """
    start = first_view(dataset)
    question = dataset.find(typed.question, dataset.questions) if typed.question else dataset.first_question
    if not dataset.has_days and (grain or typed.since or typed.until):
        raise NoDaysError(dataset)
    return replace(
        start,
        question=question.id,
        scheme=_scheme(question, typed.scheme, own_schemes).id,
        grain=grain or start.grain,
        since=_day("--since", typed.since),
        until=_day("--until", typed.until),
        filters=_filters(dataset, typed.where, has_level),
    )


def _scheme(question: Column, named: str | None, own_schemes: Mapping[str, str]) -> Scheme:
    if named is None:
        return proposed_scheme(question)
    saved = {name.casefold(): id for id, name in own_schemes.items()}
    try:
        scheme = find_scheme(named)
    except InvalidSchemeError:
        if named.casefold() not in saved:
            raise
        scheme = find_scheme(saved[named.casefold()])
    assert question.scale is not None
    scheme.bands(question.scale)
    return scheme


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InvalidDayError(option, text) from None


def _filters(dataset: Dataset, where: Sequence[str], has_level: HasLevel) -> tuple[OneOf, ...]:
    chosen: dict[str, list[str | None]] = {}
    for text in where:
        named, value = split_assignment("--where", text, partial(_is_segment, dataset), example="COLUMN=VALUE")
        column = dataset.find(named, dataset.segments)
        chosen.setdefault(column.id, []).append(_level(column, value, has_level))
    return tuple(OneOf(column=column, values=tuple(values)) for column, values in chosen.items())


def _level(column: Column, value: str, has_level: HasLevel) -> str | None:
    """The level a person means, None (blank) for nothing; letter case matters only where two levels differ by it."""
    if value in column.levels:
        return value
    if not value.strip():
        return None
    folded = value.strip().casefold()
    alike = [level for level in column.levels if level.casefold() == folded]
    if len(alike) == 1:
        return alike[0]
    if not has_level(column, value):
        raise UnknownValueError(column, value)
    return value


def split_assignment(option: str, text: str, is_column: Callable[[str], bool], *, example: str) -> tuple[str, str]:
    """What is named and what it is given: split behind the longest beginning that names a column.

    Names and values both may hold `=`. Where no beginning names a column the last `=` divides; raises AssignmentError
    where there is none.
    """
    places = [place for place, sign in enumerate(text) if sign == "="]
    if not places:
        raise AssignmentError(option, text, example)
    place = max((each for each in places if is_column(text[:each])), default=places[-1])
    return text[:place], text[place + 1 :]


def _is_segment(dataset: Dataset, text: str) -> bool:
    folded = text.strip().casefold()
    return any(
        text == column.id
        or folded in (column.name.strip().casefold(), column.label.casefold() or None, f"#{column.position}")
        for column in dataset.segments
    )


def customers_from(option: str, text: str) -> Customers:
    """Customers in bands, typed as three numbers; raises NotThreeNumbersError, InvalidScenarioError."""
    dissatisfied, neutral, satisfied = _three(option, text, "200,200,600")
    return Customers(dissatisfied=dissatisfied, neutral=neutral, satisfied=satisfied)


def leaving_from(option: str, text: str) -> LeavingRates:
    """Leaving rates of the bands, typed as three shares; raises NotThreeNumbersError, InvalidScenarioError."""
    dissatisfied, neutral, satisfied = _three(option, text, "0.92,0.80,0")
    return LeavingRates(dissatisfied=dissatisfied, neutral=neutral, satisfied=satisfied)


def _three(option: str, text: str, example: str) -> tuple[float, float, float]:
    try:
        first, second, third = (float(part) for part in text.split(","))
    except ValueError:
        raise NotThreeNumbersError(option, text, example) from None
    if not all(map(math.isfinite, (first, second, third))):
        raise NotThreeNumbersError(option, text, example)
    return first, second, third
