"""What was left chosen on the pages of this visit: a report of all of them has each as it was left."""

from dataclasses import dataclass, replace

import streamlit as st

from csat_core.analyses.drivers import candidates
from csat_core.exports.source import Played, Shaped, Wishes
from csat_core.model.report_page import ReportPage
from csat_core.model.view import View
from pages.shared import options, scenario, workshop
from pages.shared.shell import Context

PARTS = {
    ReportPage.TRENDS: ("moving",),
    ReportPage.JOURNEY: ("stages", "banded"),
    ReportPage.SEGMENTS: ("grouped",),
    ReportPage.DRIVERS: ("choice",),
    ReportPage.BENCHMARKS: ("compared",),
    ReportPage.ROI: ("played",),
    ReportPage.WORKSHOP: ("shaped",),
}
"""Which wishes are those of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Left:
    """A page as it was left."""

    view: View
    wishes: Wishes


def remember(context: Context, page: ReportPage, wishes: Wishes) -> None:
    """Nothing; the page has been left so until it is opened again."""
    _pages(context)[page] = _Left(view=context.view, wishes=wishes)


def _pages(context: Context) -> dict[ReportPage, _Left]:
    found: dict[ReportPage, _Left] = st.session_state.setdefault(f"_left:{context.dataset.id}", {})
    return found


def everywhere(context: Context) -> Wishes:
    """What was chosen on every page of this visit, as far as it still fits; a page never opened is as it begins.

    Where the data changed since, its columns may have too: such a page is as it begins. A scenario belongs to the answers
    that it was played with: where others are in view now, it begins anew with the customers that were chosen.
    """
    wishes = Wishes()
    for page, left in _pages(context).items():
        if left.view.version == context.view.version:
            changes = {name: getattr(left.wishes, name) for name in PARTS.get(page, ())}
            wishes = replace(wishes, **changes)
            if left.view != context.view:
                wishes = _fitted(context, page, wishes)
    return wishes


def _fitted(context: Context, page: ReportPage, wishes: Wishes) -> Wishes:
    """The wishes of a page that was left while other answers were in view."""
    match page:
        case ReportPage.DRIVERS if wishes.choice is not None:
            there = {column.id for column in candidates(context.dataset, context.view)}
            kept = tuple(driver for driver in wishes.choice.drivers if driver in there)
            return replace(wishes, choice=replace(wishes.choice, drivers=kept))
        case ReportPage.ROI:
            return replace(wishes, played=_played(context, wishes.played))
        case ReportPage.WORKSHOP:
            return replace(wishes, shaped=_shaped(context, wishes.shaped))
        case _:
            return wishes


def _played(context: Context, left: Played | None) -> Played | None:
    start = scenario.chosen(context)
    if start is None or (start.key == scenario.example().key and left is not None):
        return left if start is not None else None
    return Played(scenario=start.proposed, caveats=start.caveats, counted=start.counted, of=start.of(start.proposed))


def _shaped(context: Context, left: Shaped | None) -> Shaped | None:
    found = workshop.presets(context)
    id = options.known(context.dataset, "preset")
    preset = next((each for each in found if each.id == id), found[0])
    if preset.id == workshop.EXAMPLE_ID:
        return left
    return Shaped(
        scenario=preset.scenario, caveats=preset.caveats, whose=preset.whose, is_typed=False, industry=preset.industry
    )
