"""Views: what a person is looking at, and the one codec that turns it to and from URL parameters."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Dataset
from csat_core.model.period import Grain, proposed_grain
from csat_core.model.predicate import Between, OneOf, Predicate, Value
from csat_core.model.scheme import InvalidSchemeError, Scheme, find_scheme, fitting

BLANK_LEVEL = "~"
"""Written in a URL for the blank level; a value that begins with the sign has it doubled."""


class InvalidViewError(CsatError):
    """A period that ends before it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One dataset at one version, one question, a period, filters and a scheme: hashable, so also the cache key."""

    dataset_id: int
    version: int
    question: str
    scheme: str
    grain: Grain
    since: date | None = None
    until: date | None = None
    filters: tuple[OneOf, ...] = ()
    """One for each filtered segment, and-ed; put into order when built, so that equal views are equal keys."""

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise InvalidViewError(
                f"The period ends on {self.until} before it begins on {self.since}; "
                "choose an end on or after the beginning."
            )
        chosen = {each.column: OneOf(column=each.column, values=_in_order(each.values)) for each in self.filters}
        object.__setattr__(self, "filters", tuple(chosen[column] for column in sorted(chosen) if chosen[column].values))

    @property
    def where(self) -> tuple[Predicate, ...]:
        """The filters and the period as predicates."""
        if self.since is None and self.until is None:
            return self.filters
        return (*self.filters, Between(column="day", low=self.since, high=self.until))


def _in_order(levels: Iterable[Value]) -> tuple[Value, ...]:
    """Each level once, by its text, the blank level first."""
    return tuple(sorted(set(levels), key=lambda level: (level is not None, str(level))))


def first_view(dataset: Dataset) -> View:
    """What a person sees of `dataset` before choosing anything."""
    return View(
        dataset_id=dataset.id,
        version=dataset.version,
        question=dataset.first_question.id,
        scheme=proposed_scheme(dataset.first_question).id,
        grain=_proposed_grain(dataset),
    )


def proposed_scheme(question: Column) -> Scheme:
    """The scheme of the mapping, else the first that fits the scale of `question`."""
    assert question.scale is not None
    return find_scheme(question.scheme) if question.scheme else fitting(question.scale)[0]


def _proposed_grain(dataset: Dataset) -> Grain:
    if dataset.since is None or dataset.until is None:
        return Grain.MONTH
    return proposed_grain(dataset.since, dataset.until)


def to_params(view: View, dataset: Dataset) -> dict[str, list[str]]:
    """`view` as URL parameters: column ids and stored values, never labels; what is as proposed is left out."""
    start = first_view(dataset)
    params = {"dataset": [str(view.dataset_id)]}
    if view.question != start.question:
        params["question"] = [view.question]
    if view.scheme != proposed_scheme(dataset.column(view.question)).id:
        params["scheme"] = [view.scheme]
    if view.grain != start.grain:
        params["grain"] = [view.grain.value]
    for name, day in (("since", view.since), ("until", view.until)):
        if day:
            params[name] = [day.isoformat()]
    for chosen in view.filters:
        params[chosen.column] = [_level_to_text(value) for value in chosen.values]
    return params


def from_params(params: Mapping[str, Sequence[str]], dataset: Dataset) -> tuple[View, tuple[str, ...]]:
    """The view that `params` name on `dataset`, and a sentence for each part that no longer fits and was dropped."""
    reading = _Reading(params, dataset)
    question = reading.question()
    since, until = reading.period()
    view = View(
        dataset_id=dataset.id,
        version=dataset.version,
        question=question.id,
        scheme=reading.scheme(question),
        grain=reading.grain(),
        since=since,
        until=until,
        filters=reading.filters(),
    )
    return view, tuple(reading.dropped)


class _Reading:
    """Reads URL parameters one by one and remembers what did not fit."""

    def __init__(self, params: Mapping[str, Sequence[str]], dataset: Dataset) -> None:
        self.params, self.dataset = params, dataset
        self.dropped: list[str] = []

    def _last(self, name: str) -> str | None:
        values = self.params.get(name)
        return values[-1] if values else None

    def question(self) -> Column:
        named = self._last("question")
        if named is None:
            return self.dataset.first_question
        for column in self.dataset.questions:
            if column.id == named:
                return column
        self.dropped.append("The link names a question that this dataset does not have; its main question is shown.")
        return self.dataset.first_question

    def scheme(self, question: Column) -> str:
        assert question.scale is not None
        named = self._last("scheme")
        if named is not None:
            try:
                scheme = find_scheme(named)
                scheme.bands(question.scale)
                return scheme.id
            except InvalidSchemeError:
                self.dropped.append("The link names a scoring scheme that does not fit; the proposed one is used.")
        return proposed_scheme(question).id

    def grain(self) -> Grain:
        named = self._last("grain")
        if named is not None:
            try:
                return Grain(named)
            except ValueError:
                self.dropped.append("The link names a length of period that is not known; the proposed one is used.")
        return _proposed_grain(self.dataset)

    def period(self) -> tuple[date | None, date | None]:
        days: list[date | None] = []
        for name in ("since", "until"):
            text = self._last(name)
            try:
                days.append(date.fromisoformat(text) if text else None)
            except ValueError:
                days.append(None)
                self.dropped.append("The link holds a date that cannot be read; that side of the period is open.")
        since, until = days
        if since and until and since > until:
            self.dropped.append("The link's period ends before it begins; all dates are shown.")
            return None, None
        if (since or until) and not self.dataset.has_days:
            self.dropped.append("The link holds a period, but this dataset has no dates.")
            return None, None
        return since, until

    def filters(self) -> tuple[OneOf, ...]:
        segments = {column.id: column for column in self.dataset.segments}
        found = []
        for name in sorted(self.params):
            if name in segments:
                levels = _in_order(map(_text_to_level, self.params[name]))
                known = tuple(level for level in levels if _is_level(level, segments[name]))
                if known != levels:
                    self.dropped.append("The link filters by a group that is not in the data any more; it was dropped.")
                if known:
                    found.append(OneOf(column=name, values=known))
            elif name not in _OWN_NAMES:
                self.dropped.append("The link holds a part that is not known here; it was dropped.")
        return tuple(found)


def _is_level(level: Value, segment: Column) -> bool:
    """Whether the data has such a group; the blank one only where somebody left the segment blank."""
    return segment.blank > 0 if level is None else level in segment.levels


_OWN_NAMES = {"dataset", "question", "scheme", "grain", "since", "until"}


def _level_to_text(value: object) -> str:
    text = BLANK_LEVEL if value is None else str(value)
    return BLANK_LEVEL + text if value is not None and text.startswith(BLANK_LEVEL) else text


def _text_to_level(text: str) -> str | None:
    if text == BLANK_LEVEL:
        return None
    return text[1:] if text.startswith(BLANK_LEVEL * 2) else text
