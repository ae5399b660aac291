"""Benchmarks are values that make sense, written one way each."""

from typing import Any

import pytest

from csat_core.model.benchmark import Benchmark, InvalidBenchmarkError, Metric


def made(**fields: Any) -> Benchmark:
    return Benchmark(**{"name": "Rival", "value": 0.7, "metric": Metric.CSAT} | fields)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": " "}, "needs a name"),
        ({"value": 1.2}, "no satisfied share; it lies from 0.0 % to 100.0 %"),
        ({"value": -0.1, "metric": Metric.INDEX}, "it lies from 0.0 to 100.0"),
        ({"value": 1.01, "metric": Metric.NPS}, "it lies from −100.0 to +100.0"),
        ({"value": 4.2, "metric": Metric.MEAN}, "without its scale"),
        ({"value": 5.5, "metric": Metric.MEAN, "scale": "1-5"}, "it lies from 1.00 to 5.00"),
        ({"value": float("nan")}, "no satisfied share"),
        ({"base": 0}, "A base of 0 cannot be"),
        ({"year": 26}, "The year 26 cannot be"),
    ],
)
def test_a_figure_that_cannot_be_is_refused_with_what_can(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidBenchmarkError) as error:
        made(**fields)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("metric", "value", "written", "difference", "signed"),
    [
        (Metric.CSAT, 0.724, "72.4 %", "72.4 points", "+72.4"),
        (Metric.INDEX, 74.4, "74.4", "74.4 points", "+74.4"),
        (Metric.NPS, -0.31, "−31.0", "31.0 points", "−31.0"),
        (Metric.MEAN, 4.125, "4.12", "4.12", "+4.12"),
    ],
)
def test_every_metric_is_written_in_its_own_units(
    metric: Metric, value: float, written: str, difference: str, signed: str
) -> None:
    assert metric.written(value) == written
    assert metric.difference(value) == difference
    assert metric.signed(value) == signed


def test_what_rounds_to_nothing_has_no_minus() -> None:
    assert Metric.INDEX.signed(-0.04) == "+0.0"


@pytest.mark.parametrize(("metric", "value"), [(Metric.CSAT, 0.0), (Metric.CSAT, 1.0), (Metric.NPS, -1.0)])
def test_the_ends_of_a_metric_are_part_of_it(metric: Metric, value: float) -> None:
    assert made(metric=metric, value=value).value == value
