"""Revenue at risk: two stacked bars whose parts and totals are the guide's example to the dollar."""

import math
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from csat_core.analyses.roi import returns
from csat_core.figures.risk import risk_bars
from csat_core.figures.style import DISSATISFIED, NEUTRAL
from csat_core.model.scenario import BARKTALK, BARKTALK_SURVEYED, Customers, LeavingRates, Scenario


def drawn(scenario: Scenario) -> go.Figure:
    """The figure of a scenario."""
    return risk_bars(returns(scenario), scenario.leaving, scenario.spend)


def test_the_parts_are_customers_times_leaving_rate_times_spend() -> None:
    dissatisfied, neutral = drawn(BARKTALK).data
    assert (dissatisfied.name, neutral.name) == ("dissatisfied", "neutral")
    assert list(dissatisfied.x) == ["Before", "After"]
    assert list(dissatisfied.y) == pytest.approx([200 * 0.92 * 500, 100 * 0.92 * 500])
    assert list(neutral.y) == pytest.approx([200 * 0.8 * 500] * 2)
    assert (dissatisfied.marker.color, neutral.marker.color) == (DISSATISFIED, NEUTRAL)


def test_each_bar_is_labelled_with_its_total() -> None:
    labels = drawn(BARKTALK).layout.annotations
    assert [(label.x, label.text) for label in labels] == [("Before", "<b>$172,000</b>"), ("After", "<b>$126,000</b>")]
    assert [label.y for label in labels] == pytest.approx([172_000, 126_000])


def test_the_hover_shows_the_sum_that_was_done() -> None:
    assert drawn(BARKTALK).data[0].hovertext[0] == (
        "<b>Before</b><br>200 dissatisfied customers x 92 % leave = 184 lost<br>$92,000 a year"
    )


def test_millions_are_written_as_people_say_them() -> None:
    scaled = drawn(BARKTALK.scaled(BARKTALK_SURVEYED / 1_000))
    assert scaled.layout.annotations[0].text == "<b>$1.72M</b>"


def test_without_a_spend_customers_are_drawn_and_no_money_is_named() -> None:
    figure = drawn(replace(BARKTALK, spend=None))
    assert list(figure.data[0].y) == pytest.approx([184, 92])
    assert [label.text for label in figure.layout.annotations] == ["<b>344</b>", "<b>252</b>"]
    assert "$" not in figure.to_json()


def test_a_band_that_loses_nobody_has_no_bar() -> None:
    assert [bar.name for bar in drawn(BARKTALK).data] == ["dissatisfied", "neutral"]
    everybody = replace(BARKTALK, leaving=LeavingRates(dissatisfied=0.92, neutral=0.8, satisfied=0.1))
    assert [bar.name for bar in drawn(everybody).data] == ["dissatisfied", "neutral", "satisfied"]


def test_without_a_change_there_is_one_bar() -> None:
    figure = drawn(replace(BARKTALK, after=None))
    assert list(figure.data[0].x) == ["Before"]
    assert [label.text for label in figure.layout.annotations] == ["<b>$172,000</b>"]


def test_nobody_at_risk_leaves_the_totals_only() -> None:
    happy = Customers(dissatisfied=0, neutral=0, satisfied=50)
    figure = drawn(Scenario(before=happy, after=happy, spend=500))
    assert len(figure.data) == 0
    assert [label.text for label in figure.layout.annotations] == ["<b>$0</b>", "<b>$0</b>"]


def test_no_number_of_the_figure_is_undefined() -> None:
    figure = drawn(replace(BARKTALK, spend=None))
    assert not any(math.isnan(value) for bar in figure.data for value in bar.y)
