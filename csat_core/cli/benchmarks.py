"""Benchmarks as documents. Loaded with the command that needs them: they bring pandas and scipy along."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import partial

from csat_core.analyses import benchmarks as analysis
from csat_core.analyses.benchmarks import Gap
from csat_core.analyses.best_level import best_level
from csat_core.analyses.breakdown import breakdown
from csat_core.analyses.past import KINDS, past
from csat_core.analyses.scorecard import Scorecard, scorecard
from csat_core.cli.asked import Asked, asked
from csat_core.cli.calls import Document
from csat_core.cli.choices import Typed
from csat_core.cli.numbers import codes, limited, number
from csat_core.errors import CsatError
from csat_core.ingest.lists.benchmark_file import read_benchmarks
from csat_core.model.benchmark import Benchmark
from csat_core.model.dataset import Column, Dataset
from csat_core.model.period import Grain
from csat_core.store import Store, benchmarks
from csat_core.store.catalogue import find_dataset

INDUSTRY, BEST = "industry", "best "
MOST_NAMED = 5


class UnknownBenchmarkError(CsatError):
    """A benchmark was named that there is not."""

    def __init__(self, named: str, known: Iterable[str]) -> None:
        by_folded = {name.casefold(): name for name in known}
        folded = named.strip().casefold()
        close = get_close_matches(folded, by_folded, n=MOST_NAMED, cutoff=0.5)
        close += [each for each in by_folded if folded and folded in each and each not in close]
        names = ", ".join(f"'{by_folded[each]}'" for each in close[:MOST_NAMED])
        like = f"close to it: {names}" if names else "benchmark --list names them all"
        super().__init__(f"There is no benchmark '{named}'; {like}.")


class NoPastError(CsatError):
    """A stretch of our own past that has no answers enough, or no dates."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            f"'{kind}' cannot be compared with: it takes dates, a complete period, and enough answers before it."
        )


class NoBestGroupError(CsatError):
    """A segment without two groups that can be compared."""

    def __init__(self, segment: Column) -> None:
        super().__init__(f"Fewer than two groups of '{segment.name}' have enough answers to be compared.")


def listed(store: Store) -> Document:
    """Every figure there is to compare with; own ones first."""
    found = [
        *(("own", each) for each in benchmarks.own(store)),
        ("national", benchmarks.national()),
        *((INDUSTRY, each) for each in benchmarks.industries()),
    ]
    return {"benchmarks": [{"kind": kind} | _figure(each) for kind, each in found], "past": list(KINDS)}


def added(store: Store, content: bytes) -> Document:
    """What was kept of a file of benchmarks, and each row that could not be used."""
    read = read_benchmarks(content)
    replaced = benchmarks.keep(store, read.benchmarks) if read.benchmarks else 0
    bad = [{"row": each.row, "name": each.name, "reason": each.reason} for each in read.refused]
    return {"kept": len(read.benchmarks), "replaced": replaced, "not_used": bad}


def compared(store: Store, named: str, against: str, typed: Typed, grain: Grain | None = None) -> Document:
    """The gap between a dataset and what `against` names."""
    dataset = find_dataset(store, named)
    its = asked(store, dataset, typed, grain)
    comparison = _comparison(store, dataset, against)
    more, gap = comparison(its, scorecard(its.engine, dataset, its.view, its.policy))
    theirs = gap.benchmark
    document: Document = {
        **its.head,
        "against": theirs.name,
        **limited(gap.ours, "ours"),
        "base": gap.ours.base or None,
        "theirs": number(gap.theirs),
        "metric": theirs.metric.value,
        **limited(gap.gap, "gap"),
        "verdict": gap.verdict.value if gap.verdict else None,
        "comparable": gap.comparable,
        "theirs_scale": theirs.scale,
        "theirs_year": theirs.year,
        "theirs_base": theirs.base,
        "source": theirs.source or None,
    }
    return document | more | {"caveats": codes(dict.fromkeys(gap.caveats))}


Comparison = Callable[[Asked, Scorecard], tuple[Document, Gap]]


def _comparison(store: Store, dataset: Dataset, against: str) -> Comparison:
    """How to compare with what `against` names; raises UnknownBenchmarkError naming close ones."""
    folded = against.strip().casefold()
    own = {each.name.casefold(): each for each in benchmarks.own(store)}
    shipped = {each.name.casefold(): each for each in (*benchmarks.industries(), benchmarks.national())}
    kinds = {kind.casefold(): kind for kind in KINDS}
    if folded in own:
        return partial(_with_own, own[folded])
    if folded == INDUSTRY:
        return partial(_with_industry, benchmarks.industry_of(dataset.industry), True)
    if folded in shipped:
        return partial(_with_industry, shipped[folded], False)
    if folded in kinds:
        return partial(_with_past, kinds[folded])
    if folded.startswith(BEST):
        return partial(_with_best, dataset.find(against.strip()[len(BEST) :], dataset.segments))
    bests = (f"{BEST}{column.name}" for column in dataset.segments)
    known = (each.name for each in (*benchmarks.own(store), *benchmarks.industries(), benchmarks.national()))
    raise UnknownBenchmarkError(against, (*known, INDUSTRY, *KINDS, *bests))


def _with_own(benchmark: Benchmark, its: Asked, card: Scorecard) -> tuple[Document, Gap]:
    return {}, analysis.compare(card, benchmark, its.policy, its.dataset.plan.smallest_difference)


def _with_industry(industry: Benchmark, is_fallback: bool, its: Asked, card: Scorecard) -> tuple[Document, Gap]:
    is_national = is_fallback and industry == benchmarks.national()
    gap = analysis.against_industry(
        card, industry, its.policy, its.dataset.plan.smallest_difference, is_national=is_national
    )
    found = analysis.ranking(card, benchmarks.industries(), its.dataset.name)
    return limited(found.percentile, "percentile"), gap


def _with_past(kind: str, its: Asked, card: Scorecard) -> tuple[Document, Gap]:
    found = past(its.engine, its.dataset, its.view, card, its.policy)
    before = next((each for each in found.found if each.kind == kind), None)
    if before is None or found.current is None:
        raise NoPastError(kind)
    dates = {"since": before.since.isoformat(), "until": before.until.isoformat()}
    return {"period": found.current.label, **dates}, before.gap


def _with_best(segment: Column, its: Asked, card: Scorecard) -> tuple[Document, Gap]:
    levels = breakdown(its.engine, its.dataset, its.view, its.policy, (segment,))
    found = best_level(card, levels, segment, its.policy, its.dataset.plan.smallest_difference)
    if found is None:
        raise NoBestGroupError(segment)
    return {"segment": segment.name, "level": found.level}, found.gap


def _figure(each: Benchmark) -> Document:
    return {
        "name": each.name, "value": each.value, "metric": each.metric.value, "scale": each.scale, "year": each.year,
        "base": each.base, "source": each.source or None, "note": each.note or None,
    }  # fmt: skip
