"""Revenue at risk: before and after, stacked by the band the leavers come from."""

import math

import plotly.graph_objects as go

from csat_core.analyses.roi import Return, Risk
from csat_core.figures.style import DISSATISFIED, NEUTRAL, SATISFIED, base_figure
from csat_core.model.formats import count, money, money_said, percent
from csat_core.model.scenario import LeavingRates

BANDS = (("dissatisfied", DISSATISFIED), ("neutral", NEUTRAL), ("satisfied", SATISFIED))


def risk_bars(result: Return, leaving: LeavingRates, spend: float | None, height: int = 330) -> go.Figure:
    """Two bars of money at risk, of customers where there is no spend; each labelled with its total."""
    figure = base_figure(height, top=34, bottom=12)
    states = [("Before", result.before)] + ([("After", result.after)] if result.after else [])
    worth = 1.0 if spend is None else spend
    for at, (band, colour) in enumerate(BANDS):
        values = [state.customers.counts[at] * leaving.rates[at] * worth for _, state in states]
        if not any(values):
            continue
        figure.add_bar(
            x=[name for name, _ in states],
            y=values,
            name=band,
            marker={"color": colour},
            text=[f"{band}<br>{_amount(value, spend)}" for value in values],
            textposition="inside",
            insidetextanchor="middle",
            textfont={"color": "#ffffff" if band != "neutral" else "#14181d", "size": 15},
            hovertext=[
                _hover(name, band, at, state, leaving, value, spend)
                for (name, state), value in zip(states, values, strict=True)
            ],
            hoverinfo="text",
        )
    for name, state in states:
        total = state.lost * worth
        figure.add_annotation(
            x=name, y=total, text=f"<b>{_amount(total, spend)}</b>", showarrow=False, yshift=16, font={"size": 20}
        )
    figure.update_layout(barmode="stack", bargap=0.35)
    figure.update_yaxes(visible=False, rangemode="tozero")
    figure.update_xaxes(tickfont={"size": 16})
    return figure


def _amount(value: float, spend: float | None) -> str:
    return count(value) if spend is None else money_said(value) if value >= 1e6 else money(value)


def _hover(name: str, band: str, at: int, state: Risk, leaving: LeavingRates, value: float, spend: float | None) -> str:
    customers, rate = state.customers.counts[at], leaving.rates[at]
    lost = f"{count(customers)} {band} customers x {percent(rate, 0)} leave = {count(customers * rate)} lost"
    return f"<b>{name}</b><br>{lost}" + ("" if spend is None or math.isnan(value) else f"<br>{money(value)} a year")
