"""Overlaps: whether rows of a further file without response ids are in its dataset already, and what is done about it.

Different people may well give the same answers. What is asked is whether other people would have made so many rows just
so: how often rows of those days equal each other says how often chance makes them equal.
"""

import math
from dataclasses import replace
from datetime import date

from csat_core.ingest.checks import Checked, Overlapping
from csat_core.ingest.detection import Staged
from csat_core.ingest.further.append_refusals import OtherResponsesError, OverlapsError
from csat_core.ingest.further.continued import Continued
from csat_core.ingest.plan import Problem
from csat_core.model.formats import days
from csat_core.model.overlap import Overlap
from csat_core.store import Store
from csat_core.store.overlaps import SameDays, rows_told_by_texts, same_days

SAME_ANSWERS = 0.3
"""Where so many rows of a file are of days that are there letter for letter, it overlaps whatever chance may do."""
SAME_TEXT, SAME_TEXTS = 12, 2
"""So many rows whose comments have so many letters and are written by one person each are no chance."""
ONCE_IN = 10_000
"""So seldom chance alone must make the same rows, that it is asked about."""


def with_overlap(store: Store, target: Continued, checked: Checked, decided: Overlap | None) -> Checked:
    """What was checked, with what is known of rows that the dataset has; `overlap` is open where they are likely the same answers."""
    found = same_days(store, target.dataset, checked.accepted_rows) if checked.accepted else None
    if found is None or not found.same:
        return checked
    likely = None if decided is Overlap.ADD else _likely(store, target, checked, found)
    if likely is not None:
        return replace(checked, overlap=likely)
    when = _when(found.since, found.until)
    message = (
        f"{found.rows:,} {'row is' if found.rows == 1 else 'rows are'} of days of which the dataset has answers already{when}; "
        f"{found.same:,} of them {'looks' if found.same == 1 else 'look'} the same there. Without a response id nothing tells "
        "whether these are the same answers: all are added."
    )
    problem = Problem(code="rows_again", count=found.same, message=message)
    return replace(checked, problems=(*checked.problems, problem))


def settled(checked: Checked, staged: Staged, dataset: str, *, dry_run: bool) -> Checked:
    """What was checked, unattended: raises OverlapsError where it is open whether rows are there already, for a `dry_run` a problem."""
    if checked.overlap is None:
        return checked
    found, key = checked.overlap.found, checked.overlap.key
    error = OverlapsError(staged.file, dataset, found) if key is None else OtherResponsesError(staged.file, found)
    if not dry_run:
        raise error
    problem = Problem(
        code="overlaps",
        count=checked.overlap.count,
        message=str(error),
        on_page=error.on_page,
    )
    return replace(checked, problems=(*checked.problems, problem))


def _likely(store: Store, target: Continued, checked: Checked, found: SameDays) -> Overlapping | None:
    """The rows that chance does not explain; None where it may."""
    texts = rows_told_by_texts(store, target.dataset, checked.accepted_rows, SAME_TEXT)
    by_texts = texts is not None and texts.count >= SAME_TEXTS
    if not (by_texts or _by_days(found) or _by_rows(found) or found.of_whole_days >= SAME_ANSWERS * checked.accepted):
        return None
    with_comments = f", {texts.count:,} of them with the same comment" if texts is not None else ""
    whole = (
        f"; of {found.whole_days:,} {'day' if found.whole_days == 1 else 'days'} both have the same rows and no others"
        if found.whole_days
        else ""
    )
    return Overlapping(
        count=found.same,
        found=(
            f"{found.same:,} of its {checked.accepted:,} rows are there already, letter for letter{with_comments}"
            f"{_when(found.since, found.until)}{whole}; that is more than chance makes, and no column is the response id that would tell them apart"
        ),
    )


def _by_days(found: SameDays) -> bool:
    """Whether other people would hardly have made whole days of rows just so, on that many of the days that both have."""
    both, whole = found.days, found.whole_days
    choices = math.lgamma(both + 1) - math.lgamma(whole + 1) - math.lgamma(both - whole + 1)
    return bool(whole) and found.chance + choices < -math.log(ONCE_IN)


def _by_rows(found: SameDays) -> bool:
    """Whether more rows are the same than chance makes.

    What of a next row was seen before is estimated by Good and Turing: one less the share of those seen once. How seldom
    as many as there are would come of it has Chernoff's bound.
    """
    expected = found.rows * (found.stored - found.single + 1) / (found.stored + 1)
    if found.same <= expected:
        return False
    return found.same * math.log(found.same / expected) - (found.same - expected) > math.log(ONCE_IN)


def _when(since: date | None, until: date | None) -> str:
    if since is None or until is None:
        return ""
    return f" ({days(since, until)})"
