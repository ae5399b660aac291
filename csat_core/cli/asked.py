"""Asked: what a command was asked of a dataset - the engine, the view that was typed and the policy for its answers."""

from dataclasses import dataclass

from csat_core.cli.calls import Document
from csat_core.cli.choices import Typed, view_of
from csat_core.engine import DuckEngine, ScopedEngine
from csat_core.model import formats
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.period import Grain
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import OneOf
from csat_core.model.scheme import Scheme, find_scheme
from csat_core.model.view import View
from csat_core.store import Store, settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an analysis is made with."""

    engine: ScopedEngine
    dataset: Dataset
    view: View
    policy: BasePolicy

    @property
    def question(self) -> Column:
        """The question of the view."""
        return self.dataset.column(self.view.question)

    @property
    def scheme(self) -> Scheme:
        """The scheme of the view."""
        return find_scheme(self.view.scheme)

    @property
    def always(self) -> tuple[Caveat, ...]:
        """What is to be said of every number."""
        assert self.question.scale is not None
        found = (Caveat.UNWEIGHTED,) if self.dataset.with_role(Role.WEIGHT) else ()
        has_band = self.scheme.bands(self.question.scale).dissatisfied_to is not None
        return found if has_band else (*found, Caveat.NO_DISSATISFIED_BAND)

    @property
    def head(self) -> Document:
        """What the documents about one question begin with."""
        return {
            "dataset": self.dataset.name,
            "dataset_id": self.dataset.id,
            "question": self.question.name,
            "question_id": self.question.id,
            "scheme": self.scheme.id,
        }


def asked(store: Store, dataset: Dataset, typed: Typed, grain: Grain | None = None) -> Asked:
    """What was typed about `dataset`, whose planned number format holds from now on; raises as `view_of`."""
    formats.use(dataset.plan.numbers)
    engine = DuckEngine(store).within()

    def has_level(column: Column, level: str) -> bool:
        found = engine.counts(dataset.id, [], (OneOf(column=column.id, values=(level,)),))
        return bool(found.column("n")[0].as_py())

    view = view_of(dataset, typed, grain, settings.scheme_names(store), has_level)
    return Asked(engine=engine, dataset=dataset, view=view, policy=settings.policy_for(store, dataset))
