"""Comparison: two sets of answers to one question, their difference in a measure, and what it allows one to say."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.model.measure import Measure
from csat_core.model.period import Window
from csat_core.model.scale import Scale
from csat_core.model.scheme import Scheme
from csat_core.stats.means import welch
from csat_core.stats.proportions import Verdict, net_margin, newcombe, verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One window of days against an earlier one."""

    current: Window
    previous: Window
    difference: Estimate
    """In the units of the measure, current minus previous; a share by Newcombe, a mean by Welch."""
    verdict: Verdict

    @classmethod
    def of(
        cls, current: Window, previous: Window, difference: Estimate, measure: Measure, scale: Scale, smallest: float
    ) -> "Comparison":
        """The comparison with its verdict; `smallest` is a share, laid on the length of a scale for a mean."""
        said = verdict(difference, smallest * unit(measure, scale))
        return cls(current=current, previous=previous, difference=difference, verdict=said)


def unit(measure: Measure, scale: Scale) -> float:
    """How long the measure's whole range is: 1 for shares, 100 for the index, the length of the scale for a mean."""
    if measure is Measure.INDEX:
        return 100.0
    return scale.values[-1] - scale.values[0] if measure is Measure.MEAN else 1.0


def compared(
    now: NDArray[np.int64], before: NDArray[np.int64], measure: Measure, scale: Scale, scheme: Scheme
) -> Estimate:
    """The difference in `measure` of two sets of answer counts by position; undefined where either is undefined."""
    bases = int(now.sum()), int(before.sum())
    if not all(bases):
        return UNDEFINED
    if measure is Measure.NET:
        return _net(now, before, scale, scheme)
    if measure.is_share:
        first, other = counted(now, measure, scale, scheme), counted(before, measure, scale, scheme)
        return UNDEFINED if first is None or other is None else newcombe(first, bases[0], other, bases[1])
    found = welch(now, before, scale.values)
    if measure is Measure.MEAN:
        return found
    factor = unit(Measure.INDEX, scale) / unit(Measure.MEAN, scale)
    value, low, high = (factor * each for each in (found.value, found.low, found.high))
    return Estimate(value=value, low=low, high=high, base=found.base)


def counted(counts: NDArray[np.int64], measure: Measure, scale: Scale, scheme: Scheme) -> int | None:
    """How many of the answers a share counts; None for what is no share, or has no band under the scheme."""
    bands = scheme.bands(scale)
    if measure is Measure.SHARE:
        return int(counts[bands.satisfied_from - 1 :].sum())
    if measure is Measure.TOP_BOX:
        return int(counts[-1])
    if measure is Measure.DISSATISFIED and bands.dissatisfied_to is not None:
        return int(counts[: bands.dissatisfied_to].sum())
    return None


def _net(now: NDArray[np.int64], before: NDArray[np.int64], scale: Scale, scheme: Scheme) -> Estimate:
    """The difference of two net scores; the variances of independent answers add up."""
    values, margins = [], []
    for counts in (now, before):
        satisfied = counted(counts, Measure.SHARE, scale, scheme)
        dissatisfied = counted(counts, Measure.DISSATISFIED, scale, scheme)
        if satisfied is None or dissatisfied is None:
            return UNDEFINED
        base = int(counts.sum())
        values.append((satisfied - dissatisfied) / base)
        margins.append(float(net_margin(satisfied, dissatisfied, base)))
    difference, margin = values[0] - values[1], math.hypot(*margins)
    base = int(min(now.sum(), before.sum()))
    return Estimate(value=difference, low=difference - margin, high=difference + margin, base=base)
