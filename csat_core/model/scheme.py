"""Scoring schemes: which answers count as satisfied, neutral and dissatisfied. Data, shown with every score."""

import re
from dataclasses import dataclass

from csat_core.errors import CsatError
from csat_core.model.scale import Scale


class InvalidSchemeError(CsatError):
    """A scheme that is not known or does not fit the scale of the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """Where the bands lie on one scale, in positions: satisfied from, dissatisfied up to, the rest neutral."""

    satisfied_from: int
    dissatisfied_to: int | None
    """None where the scheme names no dissatisfied answers: then neither they nor the neutral ones are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One rule that turns answers into satisfied, neutral and dissatisfied."""

    id: str
    name: str
    points: int | None
    """The number of points it fits; None for rules that fit scales of several lengths."""
    satisfied_from: int | None
    """The lowest satisfied position; None for rules that are worked out from the scale."""
    dissatisfied_to: int | None
    source: str

    def fits(self, scale: Scale) -> bool:
        """Whether the scheme can score answers on `scale`."""
        if self.id == "percent":
            return scale.points > 5 and scale.points not in (7, 10, 11)
        return self.points is None or self.points == scale.points

    def bands(self, scale: Scale) -> Bands:
        """The bands of this scheme on `scale`; raises InvalidSchemeError where it does not fit."""
        if not self.fits(scale):
            raise InvalidSchemeError(
                f"The scheme '{self.id}' does not fit a scale of {scale.points} points; "
                f"choose one of: {', '.join(scheme.id for scheme in fitting(scale))}."
            )
        if self.id == "percent":
            return _percent_bands(scale)
        if self.satisfied_from is None:
            return Bands(satisfied_from=scale.points, dissatisfied_to=None)
        return Bands(satisfied_from=self.satisfied_from, dissatisfied_to=self.dissatisfied_to)


def _percent_bands(scale: Scale) -> Bands:
    """Satisfied from 80, dissatisfied below 40 on the 0-100 index of the scale."""
    low, high = scale.values[0], scale.values[-1]
    index = [100 * (value - low) / (high - low) for value in scale.values]
    return Bands(
        satisfied_from=next(position for position, value in enumerate(index, 1) if value >= 80),
        dissatisfied_to=sum(value < 40 for value in index),
    )


def _scheme(
    id: str, name: str, points: int | None, satisfied: int | None, dissatisfied: int | None, source: str
) -> Scheme:
    return Scheme(
        id=id, name=name, points=points, satisfied_from=satisfied, dissatisfied_to=dissatisfied, source=source
    )


SCHEMES = (
    _scheme("binary", "Yes or no", 2, 2, 1, "common practice; Zendesk's good and bad ratings"),
    _scheme("smiley-3", "Top smiley of three", 3, 3, 1, "Formbricks; Zendesk counts only 3 of 3"),
    _scheme("top2-of-4", "Top 2 of 4", 4, 3, 2, "Formbricks, top 2"),
    _scheme("top2-of-5", "Top 2 of 5", 5, 4, 2, "GetFeedback's guide: 4s and 5s of all answers"),
    _scheme("strict-5", "Strict: 3 or lower is dissatisfied", 5, 4, 3, "Zendesk; CEM practice: 3 stars or lower"),
    _scheme("top2-of-7", "Top 2 of 7", 7, 6, 3, "top 2 of 7"),
    _scheme("top3-of-10", "Top 3 of 10", 10, 8, 4, "Sprout's guide; Formbricks"),
    _scheme("top3-of-0-10", "Top 3 of 0 to 10", 11, 9, 5, "Sprout's guide; Formbricks, on 0 to 10"),
    _scheme("nps", "Net Promoter Score", 11, 10, 7, "9-10 promoters, 7-8 passive, 0-6 detractors"),
    _scheme("ces-5", "Customer effort, 5 points", 5, 4, 2, "how easy was it: 4-5 easy, 1-2 difficult"),
    _scheme("ces-7", "Customer effort, 7 points", 7, 5, 3, "how easy was it: 5-7 easy, 1-3 difficult"),
    _scheme("percent", "Bands of 0 to 100", None, None, None, "Sogolytics: satisfied from 80, dissatisfied below 40"),
    _scheme("top1", "Highest answer only", None, None, None, "Sprout: 'very satisfied' only"),
)
"""In the order in which the first that fits is the default of a scale."""


def fitting(scale: Scale) -> tuple[Scheme, ...]:
    """The built-in schemes that fit `scale`, the default first."""
    return tuple(scheme for scheme in SCHEMES if scheme.fits(scale))


def own_scheme(points: int, satisfied_from: int, dissatisfied_to: int, name: str = "") -> Scheme:
    """A person's own bounds, in positions; the id says them, so that a link carries the rule itself."""
    if not 1 <= dissatisfied_to < satisfied_from <= points:
        raise InvalidSchemeError(
            f"Satisfied from answer {satisfied_from} and dissatisfied up to answer {dissatisfied_to} do not divide "
            f"a scale of {points} answers; dissatisfied must end below where satisfied begins."
        )
    id = f"own-{points}-{satisfied_from}-{dissatisfied_to}"
    words = name or f"Own: satisfied from answer {satisfied_from}, dissatisfied to {dissatisfied_to} of {points}"
    return _scheme(id, words, points, satisfied_from, dissatisfied_to, "typed in here")


def find_scheme(id: str) -> Scheme:
    """The scheme called `id`, built in or own; raises InvalidSchemeError listing what there is."""
    own = re.fullmatch(r"own-(\d{1,3})-(\d{1,3})-(\d{1,3})", id)
    if own:
        points, satisfied_from, dissatisfied_to = map(int, own.groups())
        return own_scheme(points, satisfied_from, dissatisfied_to)
    for scheme in SCHEMES:
        if scheme.id == id:
            return scheme
    raise InvalidSchemeError(f"There is no scheme '{id}'; choose one of: {', '.join(s.id for s in SCHEMES)}.")
