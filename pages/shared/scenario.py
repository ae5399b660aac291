"""The scenario a person plays: where it begins, and the controls that change it."""

from dataclasses import dataclass

import streamlit as st

from csat_core import words
from csat_core.analyses.roi import starting
from csat_core.analyses.scorecard import Scorecard
from csat_core.model import formats
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset
from csat_core.model.formats import count
from csat_core.model.scenario import BARKTALK, BARKTALK_SURVEYED, Customers, LeavingRates, Provenance, Scenario
from csat_core.words import roi as roi_words
from pages.shared import loaders, options, render
from pages.shared.shell import Context

EXAMPLE = "BarkTalk example"
LINKED = {
    "moved": ("ds", "dn", "ns"),
    "spend": ("spend",),
    "leaving": ("leave:dissatisfied", "leave:neutral", "leave:satisfied"),
    "scaled": ("scale",),
}
"""The parts of a scenario by the name that a link has for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What the sliders begin with."""

    key: str
    customers: Customers
    counted: str
    """Which answers stand for them, in one sentence."""
    moved: float
    """Dissatisfied customers who become satisfied in the proposed scenario."""
    spend: float | None
    spend_from: str
    """Where it is known from, in words."""
    population: int | None
    """To how many customers the switch scales; None where nobody knows."""
    population_words: str
    caveats: tuple[Caveat, ...] = ()

    def of(self, scenario: Scenario) -> str:
        """What `scenario` counts: the answers of the data, unless they were scaled to all customers."""
        is_data = self.key != "example" and scenario.before.total == self.customers.total
        return roi_words.ANSWERS if is_data else roi_words.CUSTOMERS

    @property
    def proposed(self) -> Scenario:
        """The scenario before anybody played."""
        after = self.customers.moved(dissatisfied_to_satisfied=min(self.moved, self.customers.dissatisfied))
        return Scenario(before=self.customers, after=after, spend=self.spend)


def begin(context: Context | None) -> Start | None:
    """The example, or the respondents in view; None where they are too few."""
    if context is None:
        return example()
    card = loaders.scorecard(context.scope, context.view, context.policy)
    names = _names(words.literal(context.dataset.name), card)
    named = options.choose(
        context.dataset,
        "customers",
        "Customers",
        list(names),
        default=next(iter(names)),
        words=names.__getitem__,
        kind="segmented",
    )
    return example() if named == "example" else ours(context, card, is_last=named == "last")


def chosen(context: Context) -> Start | None:
    """The customers that were chosen before, without asking: the example, or the respondents in view as they are now."""
    card = loaders.scorecard(context.scope, context.view, context.policy)
    known = options.known(context.dataset, "customers")
    if known == "example":
        return example()
    return ours(context, card, is_last=card.last_round is not None and known != "ours")


def _names(ours: str, card: Scorecard) -> dict[str, str]:
    """Whose customers there are to choose from, the first to begin with: the last round of several before them all."""
    if card.last_round is not None:
        return {"last": f"{ours}, last round", "ours": f"{ours}, all", "example": EXAMPLE}
    return {"ours": f"{ours} (yours)" if ours == EXAMPLE else ours, "example": EXAMPLE}


def ours(context: Context, card: Scorecard, *, is_last: bool) -> Start | None:
    """Those who answered, or those of them who did in the last round; None where they are too few."""
    found = starting(card, context.dataset, is_last=is_last)
    if found is None:
        return None
    money = context.dataset.money if found.spend is not None else None
    # who was invited is known for all rounds together; how many customers there are holds for each
    coverage = None if is_last and card.coverage and card.coverage.is_invited else card.coverage
    population = coverage.population if coverage else None
    source = ("asked" if coverage.is_invited else "customers") if coverage else ""
    return Start(
        key=f"{context.dataset.id}:{hash(context.view)}{':last' if is_last else ''}",
        customers=found.customers,
        counted=roi_words.counted(card, context.dataset, context.view, is_last=is_last),
        moved=found.moved,
        spend=found.spend,
        spend_from=f"{Provenance.DATA}: {words.shortened(money.name)}" if money else Provenance.TYPED,
        population=population,
        population_words=f"all {count(population or 0)} {source}",
        caveats=found.caveats,
    )


def example() -> Start:
    """The guide's example."""
    assert BARKTALK.after is not None
    return Start(
        key="example",
        customers=BARKTALK.before,
        counted="The guide's example: 1,000 of 10,000 customers answered, each worth $500 a year; live chat was mended.",
        moved=BARKTALK.before.dissatisfied - BARKTALK.after.dissatisfied,
        spend=BARKTALK.spend,
        spend_from=Provenance.GUIDE,
        population=BARKTALK_SURVEYED,
        population_words="the 10,000 surveyed",
    )


def controls(context: Context | None, start: Start) -> Scenario:
    """The scenario that the sliders say, kept in the URL where there is a dataset."""
    if context is not None:
        _adopt(context.dataset, start)
    st.subheader("What changes", anchor=False)
    customers = start.customers
    to_satisfied = _slider(start, "Dissatisfied who become satisfied", customers.dissatisfied, start.moved, "ds")
    to_neutral = neutral = 0.0
    if customers.neutral:
        room = customers.dissatisfied - to_satisfied
        to_neutral = _slider(start, "Dissatisfied who become neutral", room, 0.0, "dn")
        neutral = _slider(start, "Neutral who become satisfied", customers.neutral, 0.0, "ns")
    st.session_state.setdefault(f"roi:{start.key}:spend", start.spend)
    spend = st.number_input(
        f"Average yearly spend, {words.literal(formats.chosen().currency)}",
        min_value=0.0,
        max_value=1e9,
        value=None,
        step=10.0,
        format="%.2f",
        key=f"roi:{start.key}:spend",
        placeholder="type an amount to see money",
        persist_state="session",
    )
    leaving = _leaving(start)
    scenario = Scenario(
        before=customers,
        leaving=leaving,
        spend=spend,
        after=customers.moved(
            dissatisfied_to_satisfied=to_satisfied, dissatisfied_to_neutral=to_neutral, neutral_to_satisfied=neutral
        ),
    )
    if context is not None:
        _keep(start, scenario, (to_satisfied, to_neutral, neutral))
    if start.population and start.population > customers.total:
        scaled = st.toggle(
            f"Scale to {start.population_words}",
            key=f"roi:{start.key}:scale",
            persist_state="session",
            help="Assumes that those who did not answer feel like those who did.",
        )
        if context is not None:
            options.keep_numbers("scaled", [float(scaled)], [0.0])
        if scaled:
            render.quiet(
                "Assumption: those who did not answer feel like those who did. The sliders count those who answered.",
            )
            scenario = scenario.scaled(start.population / customers.total)
    st.button("Reset", on_click=_reset, args=(start.key,), icon=":material/restart_alt:", type="tertiary")
    return scenario


def _slider(start: Start, label: str, most: float, value: float, name: str) -> float:
    """How many customers move; nobody can move twice, so `most` shrinks as others are moved."""
    key = f"roi:{start.key}:{name}"
    if int(most) < 1:
        st.session_state.pop(key, None)
        return 0.0
    if st.session_state.get(key, 0) > most:
        st.session_state[key] = int(most)
    st.session_state.setdefault(key, int(min(value, most)))
    return float(st.slider(label, 0, int(most), format="%,d", key=key, persist_state="session"))


def _adopt(dataset: Dataset, start: Start) -> None:
    """Nothing; the scenario of a link is where the sliders begin."""
    for name, parts in LINKED.items():
        found = options.linked_numbers(dataset, name, len(parts))
        if found == []:
            st.session_state[f"roi:{start.key}:{parts[0]}"] = None  # an amount that was taken away
        for part, value in zip(parts, found or (), strict=False):
            kind = {"spend": float, "scaled": bool}.get(name, round)
            st.session_state[f"roi:{start.key}:{part}"] = kind(value)


def _keep(start: Start, scenario: Scenario, moved: tuple[float, ...]) -> None:
    """Nothing; the URL carries what is not as it began."""
    options.keep_numbers("moved", moved, [float(int(start.moved)), 0.0, 0.0])
    spend = [] if scenario.spend is None else [scenario.spend]
    options.keep_numbers("spend", spend, [] if start.spend is None else [start.spend])
    usual = LeavingRates().rates
    options.keep_numbers("leaving", [100 * rate for rate in scenario.leaving.rates], [100 * rate for rate in usual])


def _leaving(start: Start) -> LeavingRates:
    """The rates as they were set; drawn once they are unfolded."""
    fold = st.expander(
        "Who leaves within a year (assumption)", icon=":material/logout:", key="roi-leaving", on_change="rerun"
    )
    rates = []
    for part, rate in zip(LINKED["leaving"], LeavingRates().rates, strict=True):
        key, band = f"roi:{start.key}:{part}", part.removeprefix("leave:")
        st.session_state.setdefault(key, round(100 * rate))
        percent = st.session_state[key]
        if fold.open:
            percent = fold.slider(f"{band.capitalize()}, %", 0, 100, key=key, persist_state="session")
        rates.append(min(percent, 100) / 100)
    if fold.open:
        fold.caption("The guide's rates: 92 %, 80 % and 0 %. They are not measured from this data.")
    return LeavingRates(dissatisfied=rates[0], neutral=rates[1], satisfied=rates[2])


def _reset(key: str) -> None:
    for name in list(st.session_state):
        if str(name).startswith(f"roi:{key}:"):
            del st.session_state[name]
