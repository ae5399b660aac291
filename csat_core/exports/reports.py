"""Making a report: the sections of the pages asked for, computed within the reader's scope, with what identifies them."""

from collections.abc import Callable, Mapping, Sequence

from csat_core import words
from csat_core.engine import ScopedEngine
from csat_core.exports.report import Facts, Origin, Report, Section
from csat_core.exports.sections import benchmarks, drivers, journey, onepager, overview, roi, segments, trends, workshop
from csat_core.exports.source import AS_IT_BEGINS, Source, Wishes
from csat_core.model import formats
from csat_core.model.benchmark import Benchmark
from csat_core.model.dataset import Dataset
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import OneOf
from csat_core.model.report_page import ReportPage
from csat_core.model.scheme import find_scheme
from csat_core.model.scope import OutOfScopeError
from csat_core.model.view import View

SECTIONS: Mapping[ReportPage, Callable[[Source], Section]] = {
    ReportPage.ONEPAGER: onepager.section,
    ReportPage.OVERVIEW: overview.section,
    ReportPage.TRENDS: trends.section,
    ReportPage.JOURNEY: journey.section,
    ReportPage.SEGMENTS: segments.section,
    ReportPage.DRIVERS: drivers.section,
    ReportPage.BENCHMARKS: benchmarks.section,
    ReportPage.ROI: roi.section,
    ReportPage.WORKSHOP: workshop.section,
}

ANSWERS: Mapping[ReportPage, tuple[str, Callable[[Source], str]]] = {
    ReportPage.ONEPAGER: (onepager.QUESTION, onepager.answer),
    ReportPage.OVERVIEW: (overview.QUESTION, overview.answer),
    ReportPage.TRENDS: (trends.QUESTION, trends.answer),
    ReportPage.JOURNEY: (journey.QUESTION, journey.answer),
    ReportPage.SEGMENTS: (segments.QUESTION, segments.answer),
    ReportPage.DRIVERS: (drivers.QUESTION, drivers.answer),
    ReportPage.BENCHMARKS: (benchmarks.QUESTION, benchmarks.answer),
    ReportPage.ROI: (roi.QUESTION, roi.answer),
    ReportPage.WORKSHOP: (workshop.QUESTION, workshop.answer),
}


def said(source: Source, page: ReportPage) -> tuple[str, str]:
    """The question of a page and its answer, without all that stands below them."""
    question, answer = ANSWERS[page]
    return question, answer(source)


def report(
    engine: ScopedEngine,
    dataset: Dataset,
    view: View,
    policy: BasePolicy,
    pages: Sequence[ReportPage],
    origin: Origin,
    wishes: Wishes = AS_IT_BEGINS,
    own: tuple[Benchmark, ...] = (),
) -> Report:
    """What `pages` say of `view`, in their order; numbers are written as the dataset's plan has it.

    `own` are the benchmarks of the house; whoever sees less than everything sees none of them.

    Raises OutOfScopeError for a page or dataset outside the scope of the engine.
    """
    scope = engine.scope
    scope.require_dataset(dataset.id)
    if scope.pages is not None and not set(pages) <= scope.pages:
        raise OutOfScopeError
    formats.use(dataset.plan.numbers)
    source = Source(engine, dataset, view, policy, wishes, own)
    return Report(
        title=dataset.name, facts=facts(source, origin), sections=tuple(SECTIONS[page](source) for page in pages)
    )


def facts(source: Source, origin: Origin) -> Facts:
    """What the numbers speak of and where they come from."""
    dataset, view, card = source.dataset, source.view, source.card
    locked = tuple(each for each in source.engine.scope.locked if isinstance(each, OneOf))
    filters = words.filter_words(dataset, view, also=locked).removeprefix(", ")
    return Facts(
        dataset=dataset.name,
        question=card.question.title,
        period=words.period_words(dataset, view),
        filters=filters,
        scheme=find_scheme(view.scheme).name,
        base=float("nan") if card.headline["hidden"] else float(card.headline["base"]),
        version=dataset.version,
        origin=origin,
    )
