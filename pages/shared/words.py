"""Words that several pages say: text made safe for labels, and the sentences about a change and about filters."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Protocol

from csat_core.analyses.scorecard import Change, Scorecard
from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Dataset
from csat_core.model.formats import count, day, interval, percent, period, points
from csat_core.model.scheme import Scheme
from csat_core.model.view import View
from csat_core.stats.proportions import Verdict

BLANK = "(blank)"


def literal(text: str, most: int = 80) -> str:
    """Text from a file for a label that Streamlit reads as Markdown: every sign of it is switched off.

    Other signs are left alone: a screen reader is given the label as it stands here.
    """
    cut = re.sub(r"([\\`*_\[\]{}<>$:~|#&!^])", r"\\\1", shortened(text, most))
    cut = re.sub(r"^(\d*)([-+=.)])", r"\1\\\2", cut)  # these begin a list or a heading
    # addresses become links and :names: icons however they are escaped; a word joiner, which takes no room, parts them
    return re.sub(r"([:@]|www)", "\\g<1>\u2060", cut, flags=re.IGNORECASE)


def shortened(text: str, most: int = 80) -> str:
    """Text from a file on one line of at most `most` letters, none of which turns the direction of writing around."""
    line = " ".join(re.sub(r"[\u202a-\u202e\u2066-\u2069]", "", text).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def distinct(column: Column, dataset: Dataset, most: int = 80) -> str:
    """The name of one column as `told_apart` has it among all columns of its dataset."""
    return told_apart(dataset.columns, most)[column.id]


def of_error(error: CsatError) -> str:
    """What went wrong, as a page says it."""
    return error.on_page or str(error)


def level(value: object) -> str:
    """A segment level as shown; the blank one has a name."""
    return BLANK if value is None else str(value)


def told_apart(columns: Sequence[Column], most: int = 80) -> dict[str, str]:
    """The name of each column by its id, at most `most` letters of it; those that would read the same say their place.

    For a list of choices: the browser sends words back, so no two may read the same.
    """
    names = {column.id: shortened(column.name, most) for column in columns}
    found = Counter(names.values())
    return {
        column.id: names[column.id] if found[names[column.id]] == 1 else _with_place(column, most) for column in columns
    }


def _with_place(column: Column, most: int) -> str:
    place = f" (column {column.position})"
    return f"{shortened(column.name, most - len(place))}{place}"


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


def headline(card: Scorecard, view: View) -> str:
    """The answer in one sentence: score, base and what can be said about change."""
    if card.headline["hidden"]:
        return "There are too few answers here to show a score. Widen the period or remove a filter."
    # the words for a score are a long-run judgement, not one of a chosen month
    word = judgement(card)
    judged = f", {word}" if word and view.since is None and view.until is None and card.scheme.id != "nps" else ""
    score = f"{measure_of(card)} is {percent(card.share.value)} (base {count(card.share.base)}){judged}"
    return f"{score}{moving(card.change)}"


def moving(change: Change | None) -> str:
    """The end of the headline: the change on the previous period with its verdict in words."""
    if change is None:
        return "."
    before, size = period(change.previous.label), points(change.difference.value)
    now = period(change.current.label)
    match change.verdict:
        case Verdict.UP:
            return f"; {now} was up {size} on {before}: more than noise."
        case Verdict.DOWN:
            return f"; {now} was down {size} on {before}: more than noise."
        case Verdict.TOO_SMALL:
            return f"; {now} differs by {size} from {before}: real, but too small to matter."
        case Verdict.NO_CHANGE:
            return f"; no change that matters between {before} and {now}."
        case _:
            direction = "up" if change.difference.value >= 0 else "down"
            return f"; {now} was {direction} {size} on {before}: within noise, so one cannot tell."


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
        f"{dataset.name}: {measure_of(card)} is {percent(card.share.value)}",
        f"(95 % interval {interval(card.share.low, card.share.high)}, base {count(card.share.base)},",
        f"scheme {card.scheme.id}, question '{card.question.name}', {period_words(dataset, view)}{filter_words(dataset, view)}).",
    ]
    return " ".join(parts)


def period_words(dataset: Dataset, view: View) -> str:
    """The dates in view."""
    since, until = view.since or dataset.since, view.until or dataset.until
    if since is None or until is None:
        return "no dates in the file"
    return f"{day(since)} to {day(until)}"


def filter_words(dataset: Dataset, view: View) -> str:
    """The filters in view, beginning with a comma; empty without."""
    return "".join(
        f", {dataset.column(chosen.column).name}: {' or '.join(level(value) for value in chosen.values)}"
        for chosen in view.filters
    )


def span(since: date | None, until: date | None) -> str:
    """Two dates as a period; empty without."""
    return f"{day(since)} to {day(until)}" if since and until else "no dates"


VERDICTS = {
    Verdict.UP: "more than noise",
    Verdict.DOWN: "more than noise",
    Verdict.TOO_SMALL: "real, but too small to matter",
    Verdict.NO_CHANGE: "no change that matters",
    Verdict.CANNOT_TELL: "within noise: cannot tell",
}
