"""Control charts of shares: is a period unusual, or within what periods usually do?"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

FEWEST = 8
"""Periods needed for limits: fewer cannot even make a run of eight."""
RUN = 8
WIDTH = 3.0
LAMBDA, DRIFT_WIDTH = 0.2, 3.0
D2 = 1.128
"""Mean moving range of two independent normal values, in standard deviations."""


class Signal(StrEnum):
    """Why a period is unusual, the strongest reason first."""

    ABOVE = "above_limit"
    BELOW = "below_limit"
    RUN_ABOVE = "run_above"
    RUN_BELOW = "run_below"
    DRIFT_UP = "drift_up"
    DRIFT_DOWN = "drift_down"

    @property
    def is_up(self) -> bool:
        """Whether the period stands high."""
        return self in (Signal.ABOVE, Signal.RUN_ABOVE, Signal.DRIFT_UP)

    @property
    def is_beyond(self) -> bool:
        """Whether the period lies beyond its own limits; else it is one of a run or a drift."""
        return self in (Signal.ABOVE, Signal.BELOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlChart:
    """The limits of one stretch of periods, and what stands out of them."""

    center: float
    """All satisfied among all answers of the stretch."""
    sigma_z: float
    """How much more the periods scatter than chance alone would make them; 1 is chance alone."""
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    z: NDArray[np.float64]
    """Each period's distance from the center in standard errors, before widening."""
    ewma: NDArray[np.float64]
    """The weighted moving average of the widened distances: it sees a slow drift."""
    signals: tuple[Signal | None, ...]


def p_limits(
    center: float, base: ArrayLike, *, widened: float = 1.0
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The lower and upper limit of each period: center -+ 3 sigma x `widened`, within 0 to 1; NaN on an empty base."""
    base = np.asarray(base, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        half = WIDTH * np.sqrt(center * (1 - center) / base) * widened
    half = np.where(base > 0, half, np.nan)
    return np.clip(center - half, 0, 1), np.clip(center + half, 0, 1)


def control_chart(count: ArrayLike, base: ArrayLike) -> ControlChart | None:
    """Laney's p' chart of the shares `count` / `base`, in order; None below FEWEST periods or with an empty one.

    z_i = (p_i - center) / sigma_i; sigma_z = mean absolute moving range of z / 1.128; limits are widened by
    max(1, sigma_z). Laney (2002), Quality Engineering 14(4):531-537. Signals: beyond a limit; eight in a row on one
    side (from the eighth on); EWMA of z / max(1, sigma_z) with lambda 0.2 beyond 3 of its standard errors.
    """
    count, base = np.asarray(count, dtype=float), np.asarray(base, dtype=float)
    if len(base) < FEWEST or not (base > 0).all():
        return None
    center, share = float(count.sum() / base.sum()), count / base
    sigma = np.sqrt(center * (1 - center) / base)
    z = np.divide(share - center, sigma, out=np.zeros_like(share), where=sigma > 0)
    sigma_z = float(np.abs(np.diff(z)).mean() / D2)
    widened = max(1.0, sigma_z)
    low, high = p_limits(center, base, widened=widened)
    ewma, edge = moving_average(z / widened), drift_limits(len(z))
    return ControlChart(
        center=center,
        sigma_z=sigma_z,
        low=low,
        high=high,
        z=z,
        ewma=ewma,
        signals=_signals(share, center, (low, high), ewma, edge),
    )


def moving_average(w: ArrayLike, start: float = 0.0, weight: float = LAMBDA) -> NDArray[np.float64]:
    """The exponentially weighted moving average of `w`: each value is `weight` x the new one + the rest of the last."""
    values, last = [], start
    for each in np.asarray(w, dtype=float):
        last = weight * float(each) + (1 - weight) * last
        values.append(last)
    return np.array(values)


def drift_limits(size: int, weight: float = LAMBDA) -> NDArray[np.float64]:
    """How far from its start a moving average of standard normal values may stray at each of `size` steps."""
    steps = np.arange(1, size + 1)
    edge: NDArray[np.float64] = DRIFT_WIDTH * np.sqrt(weight / (2 - weight) * (1 - (1 - weight) ** (2 * steps)))
    return edge


def _signals(
    share: NDArray[np.float64],
    center: float,
    limits: tuple[NDArray[np.float64], NDArray[np.float64]],
    ewma: NDArray[np.float64],
    edge: NDArray[np.float64],
) -> tuple[Signal | None, ...]:
    # a share computed as the center itself lies on no side, whatever its last digit
    side = np.where(np.isclose(share, center, rtol=0, atol=1e-12), 0, np.sign(share - center))
    found: list[Signal | None] = []
    run = 0
    for at, value in enumerate(share):
        run = run + 1 if at and side[at] and side[at] == side[at - 1] else int(side[at] != 0)
        if value > limits[1][at] + 1e-12:
            found.append(Signal.ABOVE)
        elif value < limits[0][at] - 1e-12:
            found.append(Signal.BELOW)
        elif run >= RUN:
            found.append(Signal.RUN_ABOVE if side[at] > 0 else Signal.RUN_BELOW)
        elif abs(ewma[at]) > edge[at]:
            found.append(Signal.DRIFT_UP if ewma[at] > 0 else Signal.DRIFT_DOWN)
        else:
            found.append(None)
    return tuple(found)
