"""Benchmarks: figures of others, or our own of another time or place, with what is needed to compare with them fairly."""

from dataclasses import dataclass
from enum import StrEnum

from csat_core.errors import CsatError
from csat_core.model import formats
from csat_core.model.amount import Amount, Unit
from csat_core.model.scale import Scale, parse_scale


class InvalidBenchmarkError(CsatError):
    """A figure that cannot be what it is said to be."""


class Metric(StrEnum):
    """What a figure measures; only figures of one metric have a gap between them."""

    CSAT = "csat"
    """The satisfied share, 0-1."""
    INDEX = "index"
    """The mean on 0 to 100."""
    NPS = "nps"
    """Promoters minus detractors, -1 to 1."""
    MEAN = "mean"
    """The mean answer in the units of its scale."""

    @property
    def words(self) -> str:
        """What people call it."""
        return _WORDS[self]

    def written(self, value: float) -> str:
        """A value as people read it: `72.4 %`, `74.4`, `+31.0`."""
        return self.amount(value).written

    def amount(self, value: float) -> Amount:
        """A value with its unit."""
        match self:
            case Metric.CSAT:
                return Amount(value=value, unit=Unit.SHARE)
            case Metric.NPS:
                return Amount(value=100 * value, unit=Unit.CHANGE)
            case Metric.INDEX:
                return Amount(value=value, decimals=formats.chosen().digits)
            case _:
                return Amount(value=value, decimals=2)

    def change(self, value: float) -> Amount:
        """A difference with its sign and without a unit, as a table or an interval shows it."""
        shown = 100 * value if self in (Metric.CSAT, Metric.NPS) else value
        return Amount(value=shown, unit=Unit.CHANGE, decimals=2 if self is Metric.MEAN else None)

    def difference(self, value: float) -> str:
        """The size of a difference in the same words, without its sign."""
        if self is Metric.MEAN:
            return formats.number(abs(value))
        return formats.points(value / 100 if self is Metric.INDEX else value)

    def signed(self, value: float) -> str:
        """A difference with its sign and without a unit, as a table or an interval shows it."""
        return self.change(value).written


_WORDS = {
    Metric.CSAT: "satisfied share",
    Metric.INDEX: "mean index",
    Metric.NPS: "net promoter score",
    Metric.MEAN: "mean answer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """One figure to compare with."""

    name: str
    value: float
    """In the units of its metric: a share 0-1, an index 0-100, a mean in raw units."""
    metric: Metric
    scale: str | None = None
    """The scale it was asked on, as `1-5`; None where nobody knows."""
    year: int | None = None
    base: int | None = None
    """The answers behind it; None where nobody knows, and then it counts as exact."""
    source: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidBenchmarkError("A benchmark needs a name; write one, such as the industry or the company.")
        low, high = self._bounds()
        if not low <= self.value <= high:
            raise InvalidBenchmarkError(
                f"The value {self.metric.written(self.value)} is no {self.metric.words}; "
                f"it lies from {self.metric.written(low)} to {self.metric.written(high)}."
            )
        if self.base is not None and self.base < 1:
            raise InvalidBenchmarkError(
                f"A base of {self.base} cannot be; give a whole number from 1, or leave it out."
            )
        if self.year is not None and not 1900 <= self.year <= 2100:
            raise InvalidBenchmarkError(f"The year {self.year} cannot be; write four digits, such as 2026.")

    def _bounds(self) -> tuple[float, float]:
        """The lowest and highest value there can be; raises InvalidBenchmarkError, InvalidScaleError."""
        scale = self.asked_on
        match self.metric:
            case Metric.CSAT:
                return 0.0, 1.0
            case Metric.NPS:
                return -1.0, 1.0
            case Metric.INDEX:
                return 0.0, 100.0
            case _:
                if scale is None:
                    raise InvalidBenchmarkError("A mean says nothing without its scale; write the scale, such as 1-5.")
                return min(scale.values), max(scale.values)

    @property
    def asked_on(self) -> Scale | None:
        """The scale it was asked on; None where nobody knows."""
        return parse_scale(self.scale) if self.scale else None
