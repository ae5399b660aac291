"""Scopes: what one reader may see. Every question to the engine is asked within one."""

from dataclasses import dataclass

from csat_core.errors import CsatError
from csat_core.model.predicate import Predicate


class OutOfScopeError(CsatError):
    """Something outside the reader's scope was asked for."""

    def __init__(self) -> None:
        super().__init__("This is not part of what was shared; ask the person who shared it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which datasets, which part of them, and whether single responses; None means all."""

    datasets: frozenset[int] | None = None
    locked: tuple[Predicate, ...] = ()
    """And-ed to every question, so that a reader's own filters can only narrow."""
    rows: bool = True
    """Whether single responses may be read."""
    pages: frozenset[str] | None = None

    def require_dataset(self, dataset_id: int) -> None:
        """Nothing; raises OutOfScopeError where the dataset is not in the scope."""
        if self.datasets is not None and dataset_id not in self.datasets:
            raise OutOfScopeError

    def require_rows(self) -> None:
        """Nothing; raises OutOfScopeError where single responses may not be read."""
        if not self.rows:
            raise OutOfScopeError


EVERYTHING = Scope()
"""The scope of a person at their own machine."""
