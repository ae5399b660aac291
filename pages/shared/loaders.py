"""Loaders: the only caches. Every key holds the scope and the view, and the view holds the dataset's version.

What they give is shared by all sessions (a copy for each would cost more than the page itself): nobody changes it in place.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, ParamSpec, TypeVar

import pandas as pd

from csat_core.analyses import answers, sharing
from csat_core.analyses import bands as band_cuts
from csat_core.analyses import best_level as best_levels
from csat_core.analyses import breakdown as breakdowns
from csat_core.analyses import crossing as crossings
from csat_core.analyses import drivers as driver_results
from csat_core.analyses import extremes as extremities
from csat_core.analyses import journey as journeys
from csat_core.analyses import mentions as mentionings
from csat_core.analyses import metric_bands as banded_metrics
from csat_core.analyses import onepager as onepagers
from csat_core.analyses import past as pasts
from csat_core.analyses import responses as response_pages
from csat_core.analyses import scorecard as scorecards
from csat_core.analyses import segments as segmentations
from csat_core.analyses import trend as trends
from csat_core.analyses.answers import Tables
from csat_core.analyses.best_level import BestLevel
from csat_core.analyses.crossing import Crossing
from csat_core.analyses.drivers import DriverChoice, Drivers
from csat_core.analyses.extremes import Extremes
from csat_core.analyses.journey import Journey
from csat_core.analyses.mentions import Mentions
from csat_core.analyses.metric_bands import MetricBands
from csat_core.analyses.onepager import OnePager
from csat_core.analyses.past import Past
from csat_core.analyses.scorecard import Scorecard
from csat_core.analyses.segments import Segments
from csat_core.analyses.trend import Looked, Trend
from csat_core.engine import DuckEngine, ScopedEngine
from csat_core.exports.report import Origin, Report
from csat_core.exports.source import AS_IT_BEGINS, Wishes
from csat_core.figures import journey as journey_figures
from csat_core.figures.distribution import distribution
from csat_core.figures.multiples import multiples
from csat_core.figures.segments import level_name
from csat_core.figures.spark import spark
from csat_core.figures.style import Figure, inked, sealed
from csat_core.figures.trend import Beside, trend
from csat_core.ingest.further import mending, origins, still_out
from csat_core.model.benchmark import Benchmark
from csat_core.model.dataset import Column, Dataset
from csat_core.model.period import Grain
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import OneOf, Predicate
from csat_core.model.report_page import ReportPage
from csat_core.model.scope import EVERYTHING, Scope
from csat_core.model.share import Share
from csat_core.model.view import View, first_view
from csat_core.store import Store, benchmarks, catalogue, default_path, imports, open_store, settings
from csat_core.store import fingerprint as fingerprints
from csat_core.store import shares as kept_shares
from csat_core.store.imports import ImportRecord
from pages.shared.kept import kept

MOST_ENTRIES = 500

P = ParamSpec("P")
R = TypeVar("R")


def store() -> Store:
    """The store of this process; raises a CsatError that says the way out."""
    return open_store(default_path())


def datasets() -> tuple[Dataset, ...]:
    """Every dataset, by name."""
    return _datasets(str(store().path), store().generation)


@kept(2)
def _datasets(path: str, generation: int) -> tuple[Dataset, ...]:
    return catalogue.datasets(store())


def import_log() -> tuple[ImportRecord, ...]:
    """The imports that stand, newest first."""
    return _imports(str(store().path), store().generation)


@kept(2)
def _imports(path: str, generation: int) -> tuple[ImportRecord, ...]:
    return imports.imports(store())


def to_mend(dataset: Dataset) -> tuple[origins.Origin, ...]:
    """The files with rows that still wait to be mended, newest first."""
    return _to_mend(str(store().path), store().generation, dataset)


@kept(MOST_ENTRIES)
def _to_mend(path: str, generation: int, dataset: Dataset) -> tuple[origins.Origin, ...]:
    log = [record for record in import_log() if record.dataset_id == dataset.id]
    return tuple(origin for origin in origins.origins(log) if mending.waits(store(), dataset, origin))


def no_longer_out(dataset: Dataset) -> int:
    """How many rows that were set aside are in the dataset by now, or were set aside again with a later file."""
    return _no_longer_out(str(store().path), store().generation, dataset)


@kept(MOST_ENTRIES)
def _no_longer_out(path: str, generation: int, dataset: Dataset) -> int:
    log = [record for record in import_log() if record.dataset_id == dataset.id and not record.joined]
    return still_out.no_longer_out(store(), dataset, log)


def policy() -> BasePolicy:
    """The base policy in force."""
    return _policy(str(store().path), store().generation)


@kept(2)
def _policy(path: str, generation: int) -> BasePolicy:
    return settings.policy(store())


def own_schemes() -> dict[str, str]:
    """The names of the person's own schemes by id."""
    return _own_schemes(str(store().path), store().generation)


@kept(2)
def _own_schemes(path: str, generation: int) -> dict[str, str]:
    return settings.scheme_names(store())


def own_benchmarks() -> tuple[Benchmark, ...]:
    """A person's own benchmarks, by name."""
    return _own_benchmarks(str(store().path), store().generation)


@kept(2)
def _own_benchmarks(path: str, generation: int) -> tuple[Benchmark, ...]:
    return benchmarks.own(store())


def shares() -> tuple[Share, ...]:
    """Every link that was made, newest first; not kept, for opening one is no news and is counted all the same."""
    return kept_shares.shares(store())


def share_of(token_hash: str) -> Share | None:
    """The share of a link by what is kept of its secret, ended or not; None where it opens nothing."""
    return _share(str(store().path), store().generation, token_hash)


@kept(MOST_ENTRIES)
def _share(path: str, generation: int, token_hash: str) -> Share | None:
    return kept_shares.with_hash(store(), token_hash)


def engine(scope: Scope) -> ScopedEngine:
    """The engine as it answers readers within `scope`."""
    return DuckEngine(store()).within(scope)


def dataset(scope: Scope, view: View) -> Dataset:
    """The dataset of a view, as a reader within `scope` may know it."""
    whole = next(each for each in datasets() if each.id == view.dataset_id)
    return narrowed(scope, whole) if scope.is_guarded else whole


def fingerprint(view: View) -> str:
    """SHA-256 of what identifies the data of a view."""
    return fingerprints.fingerprint(store(), dataset(EVERYTHING, view))


def report(
    scope: Scope, view: View, policy: BasePolicy, pages: Sequence[ReportPage], wishes: Wishes = AS_IT_BEGINS
) -> Report:
    """What pages say of a view now, to be written as a file; not kept, for it is taken away.

    Raises OutOfScopeError where a page or all of it is outside the scope.
    """
    from csat_core.exports import reports  # what writes slides and workbooks: no page waits for it to load

    own = own_benchmarks() if scope == EVERYTHING else ()
    origin = Origin(data_hash=fingerprint(view), made_at=datetime.now(UTC))
    return reports.report(engine(scope), dataset(scope, view), view, policy, pages, origin, wishes, own)


@kept(MOST_ENTRIES)
def narrowed(scope: Scope, whole: Dataset) -> Dataset:
    """A dataset as its readers within `scope` may know it."""
    return sharing.narrowed(engine(scope), whole)


@kept(MOST_ENTRIES)
def offered(scope: Scope, whole: Dataset) -> tuple[OneOf, ...]:
    """The levels that a reader within `scope` may narrow by, as far as no group gets too small by it."""
    return sharing.offered(engine(scope), whole)


@kept(MOST_ENTRIES)
def scorecard(scope: Scope, view: View, policy: BasePolicy) -> Scorecard:
    """The scorecard of a view."""
    return scorecards.scorecard(engine(scope), dataset(scope, view), view, policy)


@kept(MOST_ENTRIES)
def with_question(scope: Scope, view: View) -> Tables:
    """The joint counts of the question with every driver and segment, for all that a page derives from them."""
    return answers.with_question(engine(scope), dataset(scope, view), view)


@kept(MOST_ENTRIES)
def extremes(scope: Scope, view: View, policy: BasePolicy) -> Extremes:
    """The best and the worst level of any segment."""
    return extremities.extremes(engine(scope), dataset(scope, view), view, policy, with_question(scope, view))


@kept(MOST_ENTRIES)
def breakdown(
    scope: Scope, view: View, policy: BasePolicy, by: tuple[str, ...] = (), grain: Grain | None = None
) -> pd.DataFrame:
    """The score by level and period."""
    about = dataset(scope, view)
    columns = tuple(about.column(column) for column in by)
    return breakdowns.breakdown(engine(scope), about, view, policy, columns, grain)


@kept(MOST_ENTRIES)
def past(scope: Scope, view: View, policy: BasePolicy) -> Past:
    """The last complete period against a year before, the best quarter and the baseline."""
    return pasts.past(engine(scope), dataset(scope, view), view, scorecard(scope, view, policy), policy)


@kept(MOST_ENTRIES)
def best_level(scope: Scope, view: View, policy: BasePolicy, segment: str) -> BestLevel | None:
    """The best group of a segment, and every other one against it."""
    about, levels = dataset(scope, view), breakdown(scope, view, policy, (segment,))
    card, smallest = scorecard(scope, view, policy), about.plan.smallest_difference
    return best_levels.best_level(card, levels, about.column(segment), policy, smallest)


@kept(MOST_ENTRIES)
def journey(scope: Scope, view: View, policy: BasePolicy, stages: str) -> Journey:
    """The journey along the levels of a column, named by its id."""
    about = dataset(scope, view)
    return journeys.journey(engine(scope), about, view, policy, about.column(stages))


@kept(MOST_ENTRIES)
def metric_bands(
    scope: Scope, view: View, policy: BasePolicy, metric: str, cuts: tuple[float, ...] = ()
) -> MetricBands:
    """The score by band of a number, named by the id of its column; raises InvalidCutsError."""
    about = dataset(scope, view)
    return banded_metrics.metric_bands(engine(scope), about, view, policy, about.column(metric), cuts)


@kept(MOST_ENTRIES)
def drivers(scope: Scope, view: View, policy: BasePolicy, choice: DriverChoice) -> Drivers:
    """The drivers of a view, their intervals not yet known."""
    return driver_results.drivers(engine(scope), dataset(scope, view), view, policy, choice, with_question(scope, view))


@kept(MOST_ENTRIES)
def known_drivers(scope: Scope, view: View, policy: BasePolicy, choice: DriverChoice) -> Drivers:
    """The drivers of a view with their intervals."""
    found = drivers(scope, view, policy, choice)
    known = driver_results.uncertainty(engine(scope), dataset(scope, view), view, found)
    return driver_results.with_uncertainty(found, known)


@kept(MOST_ENTRIES)
def onepager(scope: Scope, view: View, policy: BasePolicy) -> OnePager:
    """Everything on one page, of results that other pages show as well."""
    about, card = dataset(scope, view), scorecard(scope, view, policy)
    if card.headline["hidden"]:
        return onepagers.composed(about, policy, card)
    choice = driver_results.usual_choice(about, view)
    found = drivers(scope, view, policy, choice) if choice.drivers else None
    return onepagers.composed(about, policy, card, extremes(scope, view, policy), found)


@kept(MOST_ENTRIES)
def spark_figure(scope: Scope, view: View, policy: BasePolicy, measure: str, theme: str | None) -> Figure:
    """The small trend of the one-pager in the ink of a theme."""
    aim = onepager(scope, view, policy).aim
    figure = spark(scorecard(scope, view, policy).periods, measure, aim.target if aim else None, height=140)
    return sealed(inked(figure, theme))


@kept(MOST_ENTRIES)
def separations(scope: Scope, view: View, policy: BasePolicy, dimensions: tuple[Column, ...]) -> pd.DataFrame:
    """The dimensions by how well they tell the satisfied from the others."""
    return segmentations.separations(engine(scope), dataset(scope, view), view, policy, dimensions)


@kept(MOST_ENTRIES)
def segments(scope: Scope, view: View, policy: BasePolicy, dimension: Column, roll_up: bool) -> Segments:
    """The groups of one dimension."""
    return segmentations.segments(engine(scope), dataset(scope, view), view, policy, dimension, roll_up=roll_up)


@kept(MOST_ENTRIES)
def crossing(scope: Scope, view: View, policy: BasePolicy, first: Column, second: Column) -> Crossing:
    """The groups of two dimensions crossed."""
    return crossings.crossed(engine(scope), dataset(scope, view), view, policy, first, second)


@kept(MOST_ENTRIES)
def proposed_cuts(scope: Scope, view: View, number: Column) -> tuple[float, ...]:
    """Where a number is cut into bands before anybody says otherwise."""
    return band_cuts.proposed_cuts(engine(scope), dataset(scope, view), view, number)


@kept(50)
def responses(
    scope: Scope, view: View, also: tuple[Predicate, ...], search: str, after: int | None, limit: int
) -> pd.DataFrame:
    """A page of the answers behind a number."""
    return response_pages.responses(
        engine(scope), dataset(scope, view), view, also=also, search=search, after=after, limit=limit
    )


@kept(MOST_ENTRIES)
def responses_count(scope: Scope, view: View, also: tuple[Predicate, ...], search: str) -> int:
    """How many answers are behind a number."""
    return response_pages.count_of(engine(scope), dataset(scope, view), view, also=also, search=search)


def all_responses(scope: Scope, view: View, also: tuple[Predicate, ...], search: str) -> pd.DataFrame:
    """The answers behind a number up to MOST_TAKEN; not kept, for they are fetched to be taken away."""
    return response_pages.all_responses(engine(scope), dataset(scope, view), view, also=also, search=search)


@kept(MOST_ENTRIES)
def trend_figure(scope: Scope, view: View, policy: BasePolicy, measure: str, theme: str | None) -> Figure:
    """The trend of a view in the ink of a theme; building a figure costs more than sending it."""
    beside = Beside(events=dataset(scope, view).events)
    return sealed(inked(trend(scorecard(scope, view, policy).periods, measure, beside=beside), theme))


@kept(MOST_ENTRIES)
def moving(scope: Scope, view: View, policy: BasePolicy, looked: Looked) -> Trend:
    """The trend of a view with its comparisons, limits and events."""
    return trends.trend(engine(scope), dataset(scope, view), view, policy, looked)


@kept(MOST_ENTRIES)
def moving_figure(
    scope: Scope, view: View, policy: BasePolicy, looked: Looked, measure: str, beside: Beside, theme: str | None
) -> Figure:
    """The trend of a view with what stands beside it, in the ink of a theme."""
    found = moving(scope, view, policy, looked)
    return sealed(inked(trend(found.periods, measure, 380, drawn=looked.measure, beside=beside), theme))


@kept(MOST_ENTRIES)
def levels_figure(
    scope: Scope, view: View, policy: BasePolicy, looked: Looked, measure: str, theme: str | None
) -> Figure:
    """A small trend for each level looked at, all on the same axes."""
    found = moving(scope, view, policy, looked)
    beside = Beside(events=dataset(scope, view).events, names=False)
    names, bases = [level_name(level.level) for level in found.levels], [level.base for level in found.levels]
    tables = [level.rows for level in found.levels]
    return sealed(inked(multiples(tables, names, bases, measure, looked.measure, beside), theme))


@kept(MOST_ENTRIES)
def mentions(scope: Scope, view: View, policy: BasePolicy, looked: Looked, event_id: int | None) -> Mentions | None:
    """How many dissatisfied customers used an event's word before and after it."""
    found = [each for each in moving(scope, view, policy, looked).events if each.event.id == event_id]
    return mentionings.mentions(engine(scope), dataset(scope, view), view, found[0], policy) if found else None


@kept(MOST_ENTRIES)
def distribution_figure(scope: Scope, view: View, policy: BasePolicy, theme: str | None) -> Figure:
    """The distribution of a view in the ink of a theme."""
    return sealed(inked(distribution(scorecard(scope, view, policy).distribution), theme))


def made(make: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
    """What `make` gives for these choices, worked out once: tables and titles that a page derives from what is loaded.

    `make` must depend on what it is given alone: it is known by the place where it is written, as the script of a page
    makes its functions anew in every run.
    """
    code = make.__code__
    if code.co_freevars:
        raise TypeError(f"{code.co_qualname} depends on more than it is given")
    found: R = _made(_Recipe(place=(code.co_filename, code.co_qualname), make=make), *args, **named)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Recipe:
    place: tuple[str, str]
    make: Callable[..., Any] = field(compare=False)


@kept(MOST_ENTRIES)
def _made(recipe: _Recipe, *args: Any, **named: Any) -> Any:
    return recipe.make(*args, **named)


@kept(MOST_ENTRIES)
def journey_figure(
    scope: Scope, view: View, policy: BasePolicy, stages: str, measure: str, theme: str | None
) -> Figure:
    """The stages of a journey in the ink of a theme."""
    return sealed(inked(journey_figures.stages(journey(scope, view, policy, stages), measure), theme))


@kept(MOST_ENTRIES)
def bands_figure(
    scope: Scope, view: View, policy: BasePolicy, metric: str, cuts: tuple[float, ...], measure: str, theme: str | None
) -> Figure:
    """The bands of a number in the ink of a theme."""
    return sealed(inked(journey_figures.bands(metric_bands(scope, view, policy, metric, cuts), measure), theme))


def overall(scope: Scope, dataset: Dataset, policy: BasePolicy) -> Scorecard:
    """The scorecard of a whole dataset, as it is first seen."""
    return scorecard(scope, first_view(dataset), policy)
