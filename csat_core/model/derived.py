"""Derived columns: definitions that an engine adds as expressions. The id of one says its own rule, so nothing is looked up.

`first:t02` tells new from existing customers; `bands:n01:3:10:60` puts a number into bands at 3, 10 and 60;
`replicate` deals the customers into a hundred hands.
No physical column has a colon in its id, so the two kinds of id never meet.
"""

import math
import re
from dataclasses import dataclass
from itertools import pairwise

from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.scale import number_text

NEW, EXISTING = "New", "Existing"
NEW_OR_EXISTING = "new_or_existing"
"""What links and commands call new against existing customers, whichever column holds them."""
MOST_CUTS = 12


class InvalidCutsError(CsatError):
    """Cuts of a band that do not rise."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"'{found}' cannot cut a number into bands; give up to {MOST_CUTS} numbers from small to large, "
            "such as 3, 10, 60."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSeen:
    """New: the day (else the row) on which the customer is first seen in this data; existing: later ones."""

    customer: str

    @property
    def id(self) -> str:
        """The column's id."""
        return f"first:{self.customer}"

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels; a response without a customer is blank."""
        return (NEW, EXISTING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """A number in bands: up to the first cut, over it up to the next, and so on; each cut belongs to the band below."""

    number: str
    cuts: tuple[float, ...]

    def __post_init__(self) -> None:
        rising = all(a < b for a, b in pairwise(self.cuts))
        if not 1 <= len(self.cuts) <= MOST_CUTS or not rising or not all(map(math.isfinite, self.cuts)):
            raise InvalidCutsError(", ".join(map(number_text, self.cuts)))

    @property
    def id(self) -> str:
        """The column's id."""
        return ":".join(("bands", self.number, *(f"{cut:.15g}" for cut in self.cuts)))

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels from low to high."""
        cuts = [f"{cut:,.10g}" for cut in self.cuts]
        middle = (f"over {low} to {high}" for low, high in pairwise(cuts))
        return (f"{cuts[0]} or less", *middle, f"over {cuts[-1]}")


@dataclass(frozen=True, slots=True)
class Replicate:
    """One of a hundred hands that customers are dealt into by the last two digits of `bucket`: a customer stays in one."""

    @property
    def id(self) -> str:
        """The column's id."""
        return REPLICATE


REPLICATE = "replicate"
REPLICATES = 100

Derived = FirstSeen | Bands | Replicate


def derived(column_id: str) -> Derived | None:
    """The definition that an id says; None where it is the id of a column of the file."""
    kind, _, rest = column_id.partition(":")
    if kind == "first" and re.fullmatch(r"t\d{2,}", rest):
        return FirstSeen(customer=rest)
    if column_id == REPLICATE:
        return Replicate()
    if kind == "bands" and re.fullmatch(r"n\d{2,}(:-?\d+(\.\d+)?(e[+-]?\d+)?)+", rest):
        number, *cuts = rest.split(":")
        return Bands(number=number, cuts=tuple(map(float, cuts)))
    return None


def customer_kinds(dataset: Dataset) -> Column | None:
    """New against existing customers as a segment of `dataset`; None where no customer is known."""
    customers = dataset.with_role(Role.CUSTOMER)
    return _segment(FirstSeen(customer=customers[0].id), "New or existing customer") if customers else None


def banded(number: Column, cuts: tuple[float, ...]) -> Column:
    """A number of the file as a segment of bands; raises InvalidCutsError."""
    return _segment(Bands(number=number.id, cuts=cuts), number.name)


def _segment(definition: FirstSeen | Bands, name: str) -> Column:
    return Column(id=definition.id, name=name, role=Role.SEGMENT, position=0, levels=definition.levels)
