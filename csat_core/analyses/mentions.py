"""Mentions: how many dissatisfied customers spoke of a thing before an event, and how many after."""

from dataclasses import dataclass

from csat_core.analyses import answers
from csat_core.analyses.daily import daily
from csat_core.analyses.happenings import Effect
from csat_core.engine import ScopedEngine
from csat_core.model.dataset import Dataset, Role
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import Contains
from csat_core.model.scheme import find_scheme
from csat_core.model.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """The dissatisfied whose comments hold a word, among all the dissatisfied of the same days."""

    word: str
    before: int
    before_of: int
    after: int
    after_of: int


def mentions(engine: ScopedEngine, dataset: Dataset, view: View, effect: Effect, policy: BasePolicy) -> Mentions | None:
    """The mentions of the event's word around it; None without a word, a comment column or enough dissatisfied answers.

    One request to the engine.
    """
    comments = dataset.with_role(Role.COMMENT)
    if not effect.event.word.strip() or not comments or effect.before is None or effect.after is None:
        return None
    question = answers.question_of(dataset, view)
    assert question.scale is not None
    lowest = find_scheme(view.scheme).bands(question.scale).dissatisfied_to
    sizes = effect.before["dissatisfied"], effect.after["dissatisfied"]
    # hidden and undefined numbers are NaN, which is not above anything
    if lowest is None or not all(size >= policy.shown_from for size in sizes):
        return None
    assert effect.before_window is not None
    assert effect.after_window is not None
    word = effect.event.word.strip()
    where = (*view.where, Contains(column=comments[0].id, text=word))
    table = answers.counted(engine, view, ("day",), where=where)
    counts = daily(table, question).within((effect.before_window, effect.after_window))
    before, after = (int(each) for each in counts[:, :lowest].sum(axis=1))
    return Mentions(word=word, before=before, before_of=int(sizes[0]), after=after, after_of=int(sizes[1]))
