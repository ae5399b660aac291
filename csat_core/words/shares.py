"""Words about a link: what it shows, so that one is told from another, and whether anybody looked."""

from csat_core import words
from csat_core.model.dataset import Dataset
from csat_core.model.formats import count, day
from csat_core.model.predicate import OneOf
from csat_core.model.share import Share

MOST_NAME = 30
"""Letters of a column or group: the line is read beside others, and on a telephone."""
MOST_LEVELS = 2
"""Groups of a filter that are named; more are counted."""


def contents(share: Share, dataset: Dataset | None) -> str:
    """What a link shows, of which dataset (None where that is gone), locked to what, narrowed by what, until when."""
    order = share.order
    parts = [
        ", ".join(page.words for page in order.pages),
        "frozen" if order.is_frozen else "live",
        *_locked(share, dataset),
        *(
            [f"readers narrow it by {', '.join(_name(dataset, each.column) for each in order.free)}"]
            if order.free
            else []
        ),
        f"until {day(share.expires_at.date())}",
        *(["passcode"] if share.has_passcode else []),
    ]
    return f"{words.shortened(dataset.name if dataset else 'a dataset that is gone', 60)}: {' · '.join(parts)}."


def opened(share: Share) -> str:
    """Whether anybody looked."""
    if share.last_opened_at is None:
        return "Not opened yet."
    times = "once" if share.opened == 1 else f"{count(share.opened)} times"
    return f"Opened {times}, last on {day(share.last_opened_at.date())}."


def _locked(share: Share, dataset: Dataset | None) -> list[str]:
    """Question, filters and period, where they are not those that pages begin with."""
    view = share.order.view
    is_usual = dataset is None or view.question == dataset.first_question.id
    found = [] if is_usual else [f"'{_name(dataset, view.question)}'"]
    found += [f"{_name(dataset, each.column)}: {_groups(each)}" for each in view.filters]
    if view.since and view.until:
        found.append(words.span(view.since, view.until))
    elif view.since or view.until:
        found.append(f"from {day(view.since)}" if view.since else f"up to {day(view.until)}" if view.until else "")
    return found


def _groups(chosen: OneOf) -> str:
    if len(chosen.values) > MOST_LEVELS:
        return f"{count(len(chosen.values))} groups"
    return " or ".join(words.shortened(words.level(value), MOST_NAME) for value in chosen.values)


def _name(dataset: Dataset | None, column_id: str) -> str:
    """The name of a column, which the dataset may have lost since."""
    found = next((each.title for each in dataset.columns if each.id == column_id), None) if dataset else None
    return words.shortened(found or "a column that is gone", MOST_NAME)
