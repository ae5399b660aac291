"""Numbers as documents hold them: exact, null where undefined or hidden."""

import math
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from csat_core.analyses.scoring import NUMBERS
from csat_core.cli.calls import Document
from csat_core.model.caveat import Caveat
from csat_core.model.estimate import Estimate
from csat_core.model.scheme import Scheme

COUNTS = frozenset({"base", "satisfied", "neutral", "dissatisfied"})


def number(value: float, *, whole: bool = False) -> float | int | None:
    """`value` for JSON: NaN is None, a count is an integer."""
    if math.isnan(value):
        return None
    return round(value) if whole else float(value)


def scored(row: Mapping[Hashable, Any]) -> Document:
    """The numbers of a score, of a governed row; every number of a hidden one is None."""
    return {key: number(row[key], whole=key in COUNTS) for key in NUMBERS}


def numbers_of(row: Mapping[Hashable, Any], scheme: Scheme, always: tuple[Caveat, ...] = ()) -> Document:
    """The numbers of a governed row, whether it is hidden, and its caveats with `always` added."""
    found = scored(row)
    if scheme.id == "nps":
        found["nps"] = found["net"]
    return found | {"hidden": bool(row["hidden"]), "caveats": codes((*row["caveats"], *always))}


def limited(found: Estimate, name: str) -> Document:
    """An estimate under `name` with the ends of its interval."""
    return {name: number(found.value), f"{name}_low": number(found.low), f"{name}_high": number(found.high)}


def codes(caveats: Iterable[Caveat]) -> list[str]:
    """The codes of caveats, in their order."""
    return [caveat.value for caveat in caveats]
