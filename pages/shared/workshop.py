"""The workshop's scenario: presets to begin with, sliders to play, and all of it in the URL of each session."""

from dataclasses import dataclass

import streamlit as st

from csat_core import words
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset
from csat_core.model.formats import chosen
from csat_core.model.scenario import BARKTALK_INDUSTRY, Customers, LeavingRates, Scenario, pessimistic
from csat_core.store import benchmarks
from pages.shared import loaders, options, scenario
from pages.shared.scenario import EXAMPLE, Start
from pages.shared.shell import Context

PARTS = {
    "counts": ("dissatisfied", "neutral", "satisfied"),
    "won": ("from_dissatisfied", "from_neutral"),
    "spend": ("spend",),
    "leaving": ("leave_dissatisfied", "leave_neutral", "leave_satisfied"),
}
"""The parts of a scenario by the name that a link has for them."""

EXAMPLE_ID = "barktalk"
MOST_CUSTOMERS = 100_000_000
GUIDE_ROUNDS = (
    "The guide prints $170,000 and $44,000, for it rounds $172,000 down; here nothing is rounded before it is shown."
)
CAUTIOUS = "Pessimistic: half as many are won over, and one in ten of the satisfied leaves as well."


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A scenario to begin with."""

    id: str
    name: str
    """For a label: literal."""
    key: str
    """What its state is kept under."""
    scenario: Scenario
    whose: str
    """Whose customers these are."""
    industry: str
    """Of the index to stand beside; empty for the national score."""
    caveats: tuple[Caveat, ...]

    @property
    def usual(self) -> dict[str, tuple[float, ...]]:
        """The numbers of each part of a link before anybody played; rates in percent."""
        before, after = self.scenario.before, self.scenario.after or self.scenario.before
        return {
            "counts": before.counts,
            "won": (before.dissatisfied - after.dissatisfied, before.neutral - after.neutral),
            "spend": () if self.scenario.spend is None else (self.scenario.spend,),
            "leaving": tuple(float(round(100 * rate)) for rate in self.scenario.leaving.rates),
        }


def presets(context: Context | None) -> tuple[Preset, ...]:
    """The answers in view where they are enough, BarkTalk, and the first of these for the cautious."""
    ours = None if context is None else _of_data(context)
    barktalk = _preset(EXAMPLE_ID, EXAMPLE, scenario.example(), BARKTALK_INDUSTRY, GUIDE_ROUNDS)
    first = ours or barktalk
    cautious = Preset(
        id="pessimistic",
        name="Pessimistic",
        key=f"{first.key}:pessimistic",
        scenario=pessimistic(first.scenario),
        whose=f"{first.whose} {CAUTIOUS}",
        industry=first.industry,
        caveats=first.caveats,
    )
    return (*((ours,) if ours else ()), barktalk, cautious)


def _of_data(context: Context) -> Preset | None:
    card = loaders.scorecard(context.scope, context.view, context.policy)
    start = scenario.ours(context, card, is_last=card.last_round is not None)
    if start is None:
        return None
    name = words.literal(context.dataset.name, 40)
    return _preset("data", f"{name} (yours)" if name == EXAMPLE else name, start, context.dataset.industry or "")


def _preset(id: str, name: str, start: Start, industry: str, note: str = "") -> Preset:
    return Preset(
        id=id,
        name=name,
        key=start.key,
        scenario=start.proposed,
        whose=f"{start.counted} {note}".strip(),
        industry=industry if industry in benchmarks.industry_names() else "",
        caveats=start.caveats,
    )


def begin(home: Dataset, found: tuple[Preset, ...]) -> Preset:
    """The preset that is chosen, its numbers those of the link, or as they were left."""
    by_id = {each.id: each for each in found}
    id = options.choose(
        home,
        "preset",
        "Start from",
        list(by_id),
        default=found[0].id,
        words=lambda id: by_id[id].name,
        kind="segmented",
    )
    preset, state = by_id[id], st.session_state
    _carry_over(home, preset)
    for name, parts in PARTS.items():
        linked = options.linked_numbers(home, name, len(parts))
        values: tuple[float | None, ...] = tuple(preset.usual[name] if linked is None else linked) or (None,) * len(
            parts
        )
        for part, value in zip(parts, values, strict=True):
            if linked is not None or _key(preset, part) not in state:
                state[_key(preset, part)] = _fit(name, value)
    industry = options.linked_choice(home, "industry", ("", *benchmarks.industry_names()))
    if industry is not None or _key(preset, "industry") not in state:
        state[_key(preset, "industry")] = preset.industry if industry is None else industry
    for part, band in zip(PARTS["won"], PARTS["counts"], strict=False):
        # nobody can be won over who is not there
        state[_key(preset, part)] = min(state[_key(preset, part)], state[_key(preset, band)])
    return preset


def _carry_over(home: Dataset, preset: Preset) -> None:
    """Nothing; where other answers are in view than those that were played with, the sliders stand as they were left.

    So many of each band are won over as before, in proportion; rates, industry and an amount that was typed stay. Typed
    customers do not: they were others.
    """
    state, last = st.session_state, f"workshop:last:{home.id}:{preset.id}"
    before: Preset | None = state.get(last)
    state[last] = preset
    if before is None or before.key == preset.key:
        return
    if _key(before, "industry") not in state or _key(preset, "industry") in state:
        return
    for part in (*PARTS["leaving"], "industry"):
        state[_key(preset, part)] = state[_key(before, part)]
    spend = state[_key(before, "spend")]
    if [spend] != list(before.usual["spend"] or (None,)):
        state[_key(preset, "spend")] = spend
    for at, (part, band) in enumerate(zip(PARTS["won"], PARTS["counts"], strict=False)):
        won, of, there = state[_key(before, part)], state[_key(before, band)], preset.usual["counts"][at]
        if won != _fit("won", before.usual["won"][at]):
            state[_key(preset, part)] = round(there * won / of) if of else 0


def _fit(name: str, value: float | None) -> float | int | None:
    """A number of a link as its widget takes it."""
    if value is None or name == "spend":
        return value
    return min(round(value), 100 if name == "leaving" else MOST_CUSTOMERS)


def played(preset: Preset) -> Scenario:
    """The scenario as it is played now; the URL carries what is not as in the preset."""
    now = {name: [st.session_state[_key(preset, part)] for part in parts] for name, parts in PARTS.items()}
    for name, values in now.items():
        options.keep_numbers(name, [value for value in values if value is not None], preset.usual[name])
    options.keep_choice("industry", industry(preset), preset.industry)
    dissatisfied, neutral, satisfied = (float(number) for number in now["counts"])
    before = Customers(dissatisfied=dissatisfied, neutral=neutral, satisfied=satisfied)
    leave, leave_neutral, leave_satisfied = (rate / 100 for rate in now["leaving"])
    from_dissatisfied, from_neutral = now["won"]
    return Scenario(
        before=before,
        after=before.moved(dissatisfied_to_satisfied=from_dissatisfied, neutral_to_satisfied=from_neutral),
        leaving=LeavingRates(dissatisfied=leave, neutral=leave_neutral, satisfied=leave_satisfied),
        spend=now["spend"][0],
    )


def industry(preset: Preset) -> str:
    """The industry to stand beside; empty for the national score."""
    return str(st.session_state[_key(preset, "industry")])


def sliders(preset: Preset) -> None:
    """Nothing; who is won over and who leaves."""
    left, right = st.columns(2, gap="large")
    with left:
        _won(preset, "Dissatisfied customers won over", "from_dissatisfied", "dissatisfied")
        _won(preset, "Neutral customers won over", "from_neutral", "neutral")
    with right:
        _percent(preset, "Dissatisfied customers who leave, %", "leave_dissatisfied")
        _percent(preset, "Neutral customers who leave, %", "leave_neutral")


def _won(preset: Preset, label: str, part: str, band: str) -> None:
    most = int(st.session_state[_key(preset, band)])
    if most:  # a slider from 0 to 0 cannot be
        st.slider(label, 0, most, format="%,d", key=_key(preset, part), persist_state="session")


def _percent(preset: Preset, label: str, part: str) -> None:
    st.slider(label, 0, 100, key=_key(preset, part), persist_state="session")


def typed(preset: Preset) -> None:
    """Nothing; the customers in each band, what one is worth and the industry, to be typed once unfolded."""
    fold = st.expander("Type your own numbers", icon=":material/edit:", key="workshop-typed", on_change="rerun")
    if not fold.open:
        return
    with fold:
        row = st.columns(4)
        for place, part in zip(row, PARTS["counts"], strict=False):
            label = f"{part.capitalize()} customers"
            place.number_input(label, 0, MOST_CUSTOMERS, key=_key(preset, part), persist_state="session")
        row[3].number_input(
            f"Yearly spend of one, {words.literal(chosen().currency)}", 0.0, options.MOST, value=None, step=10.0,
            format="%.2f", key=_key(preset, "spend"), placeholder="not known", persist_state="session",
        )  # fmt: skip
        _percent(preset, "Satisfied customers who leave, %", "leave_satisfied")
        st.selectbox(
            "Industry to stand beside",
            ("", *benchmarks.industry_names()),
            key=_key(preset, "industry"),
            format_func=lambda name: name or "all industries: the national score",
            persist_state="session",
        )


def reset(preset: Preset) -> None:
    """Nothing; the preset is as it began."""
    for part in (*(part for parts in PARTS.values() for part in parts), "industry"):
        st.session_state.pop(_key(preset, part), None)


def _key(preset: Preset, part: str) -> str:
    return f"workshop:{preset.key}:{part}"
