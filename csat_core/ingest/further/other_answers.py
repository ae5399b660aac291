"""Answers of a further file that lie elsewhere on their scale than the earlier ones: it may have been another scale."""

from collections.abc import Iterator

from csat_core.ingest.checks import Checked
from csat_core.ingest.plan import Problem
from csat_core.model.dataset import Column, Dataset
from csat_core.model.formats import count, percent
from csat_core.store import Store, appends

FEWEST = 50
"""So many answers on both sides, before one that nobody gives any more says something."""
CHANCE = 0.001
"""That so many people avoid an answer by chance, where it was as common before as it was."""
SHARE = 0.05
"""Rarer answers come and go."""


def answered_otherwise(store: Store, dataset: Dataset, checked: Checked) -> Iterator[Problem]:
    """A problem for each question of which answers that were common are gone, or came where there was none."""
    if checked.accepted < FEWEST:
        return
    found = appends.answered(store, dataset, checked.accepted_rows)
    for question in dataset.questions:
        before, now = found.get(question.id, ({}, {}))
        gone, come = _apart(before, now), _apart(now, before)
        told = [
            f"{_listed(question, gone)}, {percent(_share(before, gone))} of the earlier answers, {'is' if len(gone) == 1 else 'are'} "
            f"not among the {count(sum(now.values()))} new ones." if gone else "",
            f"{_listed(question, come)}, {percent(_share(now, come))} of the new answers, {'was' if len(come) == 1 else 'were'} "
            f"not among the {count(sum(before.values()))} earlier ones." if come else "",
        ]  # fmt: skip
        if gone or come:
            said = " ".join(filter(None, told))
            message = f"'{question.title}': {said} It may have been asked on another scale, or of others."
            many = sum(now.values())
            yield Problem(code="answered_otherwise", column=question.name, count=many, message=message)


def _apart(these: dict[int, int], those: dict[int, int]) -> list[int]:
    """The answers that are common among these, and of as many others not one; empty where chance may do that."""
    only = [at for at in sorted(these) if at not in those and _share(these, [at]) >= SHARE]
    if not only or min(sum(these.values()), sum(those.values())) < FEWEST:
        return []
    return only if (1 - _share(these, only)) ** sum(those.values()) < CHANCE else []


def _share(counts: dict[int, int], positions: list[int]) -> float:
    return sum(counts[at] for at in positions) / sum(counts.values())


def _listed(question: Column, positions: list[int]) -> str:
    assert question.scale is not None
    names = [question.scale.labels[at - 1] for at in positions]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
