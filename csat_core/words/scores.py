"""Words about a score: what it is called, the sentence that answers with it, its period and its filters."""

import math
from collections.abc import Sequence
from datetime import date
from typing import Protocol

from csat_core.analyses.scorecard import Change, Scorecard
from csat_core.model.dataset import Dataset
from csat_core.model.formats import answers, days, interval, percent, period, points
from csat_core.model.predicate import OneOf
from csat_core.model.scheme import Scheme
from csat_core.model.view import View
from csat_core.stats.proportions import Verdict
from csat_core.words.names import level, straight


class Schemed(Protocol):
    """A result that was scored by a scheme."""

    @property
    def scheme(self) -> Scheme:
        """The scheme."""


def measure_of(found: Schemed) -> str:
    """What the satisfied share is called in a result."""
    return measure(found.scheme)


def measure(scheme: Scheme) -> str:
    """What the satisfied share is called under `scheme`."""
    return {"nps": "Promoters", "ces-5": "Easy (CES)", "ces-7": "Easy (CES)"}.get(scheme.id, "CSAT")


def agreeing(measure: str, verb: str = "is") -> str:
    """What is measured with its verb: `CSAT is`, `Promoters are`."""
    return f"{measure} {_OF_SEVERAL[verb] if measure.endswith('s') else verb}"


_OF_SEVERAL = {"is": "are", "was": "were"}


def headline(card: Scorecard, view: View) -> str:
    """The answer in one sentence: score, base and what can be said about change."""
    if card.headline["hidden"]:
        return "There are too few answers here to show a score. Widen the period or remove a filter."
    # the words for a score are a long-run judgement, not one of a chosen month
    word = judgement(card)
    judged = f", {word}" if word and view.since is None and view.until is None and card.scheme.id != "nps" else ""
    score = f"{agreeing(measure_of(card))} {percent(card.share.value)} ({answers(card.share.base)}){judged}"
    return f"{score}{moving(card.change)}"


def moving(change: Change | None) -> str:
    """The end of the headline: the change on the previous period with its verdict in words."""
    if change is None:
        return "."
    before, size = period(change.previous.label), points(change.difference.value)
    now = period(change.current.label)
    match change.verdict:
        case Verdict.UP:
            return f"; {now} was up {size} on {before}: more than chance."
        case Verdict.DOWN:
            return f"; {now} was down {size} on {before}: more than chance."
        case Verdict.TOO_SMALL:
            return f"; {now} differs by {size} from {before}: real, but too small to matter."
        case Verdict.NO_CHANGE:
            return f"; no change that matters between {before} and {now}."
        case _:
            direction = "up" if change.difference.value >= 0 else "down"
            return f"; {now} was {direction} {size} on {before}: this may be chance, so one cannot tell."


def judgement(card: Scorecard) -> str:
    """The wording of a score as a long-run judgement; empty where the score is hidden."""
    share, low, high = card.share.value, card.share.low, card.share.high
    if math.isnan(share) or _wording(low) != _wording(high):
        return ""
    return _wording(share)


def _wording(share: float) -> str:
    """The word for a share; the same for both ends of an interval, or none can be said."""
    if share < 0.5:
        return "weak"
    if share < 0.6:
        return "not bad"
    return "good" if share <= 0.9 else "excellent"


def copied(card: Scorecard, dataset: Dataset, view: View) -> str:
    """The headline as one sentence that stands alone: base, interval, scheme, period and filters with it."""
    if card.headline["hidden"]:
        return headline(card, view)
    parts = [
        f"{dataset.name}: {agreeing(measure_of(card))} {percent(card.share.value)}",
        f"(95 % interval {interval(card.share.low, card.share.high)}, {answers(card.share.base)},",
        f"scheme {card.scheme.id}, question '{card.question.title}', {period_words(dataset, view)}{filter_words(dataset, view)}).",
    ]
    return straight(" ".join(parts))


def period_words(dataset: Dataset, view: View) -> str:
    """The dates in view."""
    since, until = view.since or dataset.since, view.until or dataset.until
    if since is None or until is None:
        return "dates not shown" if dataset.withholds_days else "no dates in the file"
    return span(since, until)


def filter_words(dataset: Dataset, view: View, also: Sequence[OneOf] = ()) -> str:
    """The filters in view and `also` what a reader cannot change, beginning with a comma; empty without."""
    return "".join(
        f", {dataset.column(chosen.column).title}: {' or '.join(level(value) for value in chosen.values)}"
        for chosen in dict.fromkeys((*also, *view.filters))
    )


def span(since: date | None, until: date | None) -> str:
    """Two dates as a period, one where they are the same; `no dates` without."""
    if since is None or until is None:
        return "no dates"
    return days(since, until)


VERDICTS = {
    Verdict.UP: "more than chance",
    Verdict.DOWN: "more than chance",
    Verdict.TOO_SMALL: "real, but too small to matter",
    Verdict.NO_CHANGE: "no change that matters",
    Verdict.CANNOT_TELL: "may be chance",
}
