"""Responses of a file that its dataset has already: whether they stand otherwise there, and what becomes of that."""

from collections.abc import Iterator
from dataclasses import replace

from csat_core.ingest.checks import CHANGED, LATE, REPLACED, Checked
from csat_core.ingest.child.set_aside import STORED_ALREADY
from csat_core.ingest.child.set_aside_findings import there_already
from csat_core.ingest.layouts.shape import Code
from csat_core.ingest.plan import Problem
from csat_core.ingest.proposal.response_keys import may_name_people
from csat_core.model.dataset import Dataset, Role
from csat_core.store import appends
from csat_core.store.replacements import Newer

COLUMNS_NAMED = 4
OTHER_DAYS = 0.5
"""Where so many responses that are there already are of another day in a further file, their key may be that of people."""


def is_nothing_new(checked: Checked) -> bool:
    """Whether a file that adds to a dataset has neither responses for it, nor newer answers to take, nor rows to mend."""
    no_responses = sum(problem.count for problem in checked.problems if problem.code in (Code.FOOTER, Code.PREVIEW))
    left = checked.accepted or checked.rejected > no_responses or checked.replaced
    return not left and checked.overlap is None


def problems_of_known(dataset: Dataset, checked: Checked, changed: appends.Changed | None) -> Iterator[Problem]:
    """The problems of a file that has responses which its dataset has: they stand otherwise, or there are no others."""
    if is_nothing_new(checked):
        message = f"'{dataset.name}' has every response of this file already: there is nothing to store."
        yield Problem(code="nothing_new", count=checked.duplicates, message=message)
    if changed is not None:
        yield _as_problem(dataset, changed, is_stored=bool(checked.accepted or checked.rejected or checked.replaced))


def with_late(checked: Checked, dataset: Dataset, late: appends.Changed) -> Checked:
    """The same file, whose answers to an outcome come where its responses had none; said as a problem."""
    many = late.count
    (outcome, *_) = dataset.with_role(Role.OUTCOME)
    had = f"{many:,} {'response' if many == 1 else 'responses'} that {'is' if many == 1 else 'are'} there already without an answer"
    message = (
        f"{had} to '{outcome.name}' {'has' if many == 1 else 'have'} one in this file. {'It is' if many == 1 else 'They are'} taken "
        "as they stand here; what was stored before comes back when this import is undone."
    )
    problem = Problem(code=LATE, column=outcome.name, count=many, example_row=late.first_row, message=message)
    taken = _with_taken(checked, many)
    return replace(taken, problems=(*taken.problems, problem))


def with_newer(checked: Checked) -> Checked:
    """The same file, whose answers take the place of those stored under the same response ids."""
    count = checked.changed
    if not count:
        return checked
    taken = _with_taken(checked, count)
    overlap = None if checked.overlap and checked.overlap.key else checked.overlap
    return replace(taken, takes=Newer.ALL, overlap=overlap)


def _with_taken(checked: Checked, count: int) -> Checked:
    """The same file, of which so many responses more take the place of those stored."""
    return replace(
        checked,
        duplicates=checked.duplicates - count,
        replaced=checked.replaced + count,
        problems=tuple(told for problem in checked.problems if (told := _as_taken(problem, count))),
    )


def _as_taken(problem: Problem, count: int) -> Problem | None:
    """A problem as it is where the newer answers are taken; None where it is none then."""
    if problem.code == "nothing_new":
        return None
    if problem.code == CHANGED:
        found = problem.message.partition(" What is stored stays")[0]
        now = f"{found} They are taken; what was stored before comes back when this import is undone."
        return replace(problem, code=REPLACED, message=now, on_page=None)
    if problem.code == STORED_ALREADY:
        left = problem.count - count
        message = there_already(left, problem.column or "")
        return replace(problem, count=left, message=message, example_row=None) if left else None
    return problem


def _as_problem(dataset: Dataset, changed: appends.Changed, *, is_stored: bool) -> Problem:
    names = {column.id: f"'{column.name}'" for column in dataset.columns}
    told = [f"{names.get(id, 'the date')} in {count:,}" for id, count in changed.columns]
    more = f" and {len(told) - COLUMNS_NAMED} more" if len(told) > COLUMNS_NAMED else ""
    response = (
        "response that is there already stands" if changed.count == 1 else "responses that are there already stand"
    )
    found = (
        f"{changed.count:,} {response} otherwise in this file: {', '.join(told[:COLUMNS_NAMED])}{more}. What is stored "
        "stays as it is"
    )
    (key,) = dataset.with_role(Role.RESPONSE_ID)
    other_days = dict(changed.columns).get("day", 0)
    people = ""
    if other_days >= OTHER_DAYS * changed.count:
        people = f" In {other_days:,} of them the day is another: if '{key.name}' {_other_meaning(key.name)}, so that every answer counts."
    # a file that was stored is known by its hash; a trial says what would be, and stores nothing
    first = " (undo the import first, where it was stored)" if is_stored else ""
    return Problem(
        code=CHANGED,
        count=changed.count,
        example_row=changed.first_row,
        message=f"{found}; to take what this file says, import it with --replace{first}.{people}",
        on_page=f"{found}.{people}",
    )


def _other_meaning(name: str) -> str:
    """What the key of a response may be where its values come again on other days, and what is to be done then."""
    own = "bring the files in as a dataset of their own in which it is"
    if may_name_people(name):
        return f"names people and not responses, {own} the customer"
    return f"counts anew in every file, {own} left out"
