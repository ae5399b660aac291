"""Against the industry: our mean index among the industries of the American Customer Satisfaction Index."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from csat_core import words
from csat_core.analyses import benchmarks as analysis
from csat_core.analyses.benchmarks import Gap, Ranking
from csat_core.analyses.scorecard import Scorecard
from csat_core.errors import CsatError
from csat_core.figures.benchmarks import industry_rows
from csat_core.figures.style import Figure, inked, sealed
from csat_core.model.benchmark import Benchmark, Metric
from csat_core.model.dataset import Dataset
from csat_core.model.formats import percent
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import Predicate
from csat_core.model.scope import Scope
from csat_core.model.view import View
from csat_core.store import benchmarks, catalogue
from csat_core.store.catalogue import Details
from csat_core.words import gaps
from csat_core.words import industry as industry_words
from pages.shared import gap_numbers, loaders, options, render, visitors
from pages.shared.kept import beside
from pages.shared.shell import Context

NONE = ""
Behind = tuple[str, tuple[Predicate, ...]] | None


def _ranking(scope: Scope, view: View, policy: BasePolicy) -> Ranking:
    name = words.shortened(loaders.dataset(scope, view).name, 60)
    return analysis.ranking(loaders.scorecard(scope, view, policy), benchmarks.industries(), name)


def compare(context: Context, card: Scorecard, answer: DeltaGenerator) -> Behind:
    """What a person has clicked on: our own mark, for the responses behind it."""
    gap = analysis.gap_to_industry(card, context.dataset, context.policy)
    found = loaders.made(_ranking, context.scope, context.view, context.policy)
    with answer:
        render.said(gaps.sentence(gap, industry_words.theirs(gap)), answer)
        render.quiet(industry_words.why(card, gap))
    _industry(context)
    clicked = None
    if gap.comparable:
        national = gap.benchmark == benchmarks.national()
        gap_numbers.figures(gap, "National score, ACSI" if national else f"{gap.benchmark.name}, ACSI")
        clicked = _picture(context, gap, found)
        render.caveats(gap.caveats)
    _unlike(card, gap)
    _table(context, is_compared=gap.comparable)
    return ("All answers in view", ()) if clicked == "" else None


def _industry(context: Context) -> None:
    """The industry of the dataset, chosen here and kept with it."""
    dataset, names = context.dataset, benchmarks.industry_names()
    key = f"industry-{dataset.id}"
    st.session_state[key] = dataset.industry if dataset.industry in names else NONE
    st.selectbox(
        "Our industry",
        [NONE, *names],
        key=key,
        format_func=lambda name: name or "none of the list: the national score",
        on_change=_keep,
        args=(dataset, key),
        disabled=context.is_guest,
        help="Kept with the dataset. The list is that of the index.",
    )


def _keep(dataset: Dataset, key: str) -> None:
    details = Details(
        name=dataset.name,
        kind=dataset.kind,
        industry=st.session_state[key] or None,
        owner=dataset.owner,
        customers=dataset.customers,
        invited=dataset.invited,
    )
    try:
        catalogue.change_details(visitors.writable(), dataset.id, details)
    except CsatError as error:
        st.toast(words.literal(str(error), 300), icon=":material/error:")


def _picture(context: Context, gap: Gap, found: Ranking) -> str | None:
    """The key of the mark a person has chosen, ours being empty."""
    table, dataset = found.table, context.dataset
    us = beside(table, "ours", lambda: industry_words.ours(found))
    st.subheader(beside(table, "title", lambda: industry_words.title(found)), anchor=False)
    drawn = st.container()
    with render.choices("industries"):
        shown = options.choose(
            dataset,
            "show",
            "Industries shown",
            ["near", "all"],
            default="near",
            words=lambda way: {"near": "Near us", "all": f"All {found.percentile.base}"}[way],
            kind="segmented",
        )
        search = st.text_input(
            "Search the industries", key="search-industries", type="search", placeholder="a word, such as retail"
        )
    rows, figure = loaders.made(
        _drawn, (context.scope, context.view, context.policy), gap.benchmark, shown, search.strip(), render.theme()
    )
    alt = f"Mean index of {rows} industries and ours, best first; ours {Metric.INDEX.written(us['value'])}"
    with drawn:
        if rows == 0:
            render.quiet("No industry has that in its name.")
        chosen = render.mark(render.chart(figure, f"industries-{shown}", alt))
    render.quiet(industry_words.standing(found, gap))
    return "" if chosen == us["name"] else chosen


def _drawn(
    key: tuple[Scope, View, BasePolicy], chosen: Benchmark, shown: str, search: str, theme: str | None
) -> tuple[int, Figure]:
    """How many industries are drawn beside us, and the figure."""
    table = loaders.made(_ranking, *key).table
    rows = analysis.neighbours(table, (chosen.name,)) if shown == "near" else table
    if search:
        rows = table[table["name"].str.contains(search, case=False, regex=False) | table["is_ours"]]
    figure = industry_rows(rows, chosen.name, chosen.value)
    return int((~rows["is_ours"]).sum()), sealed(inked(figure, theme))


def _unlike(card: Scorecard, gap: Gap) -> None:
    """The comparison that guides make, folded behind what is wrong with it."""

    def body() -> None:
        found = analysis.unlike(card, gap.benchmark)
        render.strong(gaps.reasons(found), "unlike")
        side = "above" if found.gap.value > 0 else "below"
        size = Metric.INDEX.difference(found.gap.value)
        render.quiet(
            f"Guides set the satisfied share in percent beside the index: {percent(card.share.value)} would be {size} {side} "
            f"{industry_words.theirs(gap)} ({Metric.INDEX.written(gap.theirs)}). The same answers can give a share of 60 % and an index of 75, "
            "so that difference is no finding. It would be fair to compare our mean index, as above, and fairer still to ask "
            "the three 10-point questions of ACSI: overall satisfaction, against expectation, against the ideal.",
        )

    label = "The comparison many guides make, and why it is not fair"
    render.folded(label, "unlike-fold", body, icon=":material/balance:")


def _table(context: Context, *, is_compared: bool) -> None:
    found = loaders.made(_ranking, context.scope, context.view, context.policy)
    table = beside(found.table, "rows", lambda: industry_words.rows(found))
    shown = industry_words.columns(is_compared=is_compared)
    render.numbers_behind(
        "industries", lambda: render.table(table, "industries", "industries", columns=shown, height=420), _method
    )


def _method() -> None:
    render.quiet(
        "Index = 100 x (mean - lowest answer) / (highest - lowest answer), with Student's t interval of the mean laid on 0 to 100. "
        "Gap = ours - theirs; the benchmark counts as exact, for its base is not published. Percentile = share of industries "
        "below us plus half of those level. The smallest gap that matters is that of the analysis plan (1 point unless changed).",
    )
