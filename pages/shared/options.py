"""Options: what a page asks beside the sidebar - which segment, which measure - kept while moving on, and in the URL.

The URL carries ids and stored values, never labels; what no longer fits is dropped with a sentence. Every name a page
may use stands in NAMES, so that a link's other parts are still told apart. What is folded away (`shown=False`) is not
drawn, for every element costs each rerun of the page, and is known all the same.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import streamlit as st

from csat_core.model.dataset import Dataset

NAMES = frozenset(
    {
        "across", "against", "benchmark", "by", "counts", "cross", "customers", "cuts", "drivers", "industry", "leaving", "level",
        "measure", "missing", "model", "moved", "preset", "rolling", "scaled", "search", "show", "small", "spend", "stage", "target",
        "within", "won",
    }
)  # fmt: skip

NOWHERE = Dataset(id=0, name="", version=0, columns=(), responses=0, since=None, until=None)
"""What options belong to on a page that needs no data, while there is none."""

MOST = 1e9
"""The largest number that a link may name."""

Kind = Literal["select", "segmented"]


def address() -> dict[str, list[str]]:
    """What the URL of the page carries now."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def split(params: dict[str, list[str]]) -> dict[str, list[str]]:
    """The options of `params`, taken out of it."""
    return {name: params.pop(name) for name in NAMES & params.keys()}


def meant(address: Mapping[str, list[str]], *, stays: bool) -> dict[str, list[str]]:
    """What an address says, with the options that it leaves as usual where the browser came to it from another of the same page."""
    before: Mapping[str, list[str]] = st.session_state.get("_url", {}) if stays else {}
    usual: dict[str, list[str]] = st.session_state.get("_usual", {})
    return {name: usual[name] for name in (NAMES & before.keys()) - address.keys() if name in usual} | dict(address)


def adopt(dataset: Dataset, found: Mapping[str, list[str]]) -> None:
    """Nothing; the options of a link are what the page begins with."""
    for name, values in found.items():
        st.session_state[_linked(dataset, name)] = values


NOT_SHARED = frozenset({"benchmark", "cuts", "level", "rolling", "search", "stage"})
"""They speak of single answers, of one's own figures, or of what a guest is not offered."""


def chosen_now(dataset: Dataset) -> dict[str, list[str]]:
    """What was chosen on the pages of this visit, as their addresses said it."""
    found = st.session_state.get(_written(dataset.id), {})
    return {name: values for name, values in found.items() if name not in NOT_SHARED}


def set_aside() -> dict[str, object]:
    """What the pages of this visit hold, to be put back after somebody looked as a guest."""
    return {
        str(key): value
        for key, value in st.session_state.items()
        if str(key).startswith(("option:", "_written:", "_left:"))
    }


def _written(dataset_id: object) -> str:
    return f"_written:{dataset_id}"


def known(dataset: Dataset, name: str) -> str | None:
    """What an option is about to be, before the widget is drawn: what a link names, else what was chosen."""
    linked = st.session_state.get(_linked(dataset, name))
    return str(linked[-1]) if linked else st.session_state.get(_key(dataset, name))


def _key(dataset: Dataset, name: str) -> str:
    return f"option:{dataset.id}:{name}"


def _linked(dataset: Dataset, name: str) -> str:
    return f"_linked:{dataset.id}:{name}"


def choose(
    dataset: Dataset,
    name: str,
    label: str,
    choices: Sequence[str],
    *,
    default: str,
    words: Callable[[str], str] = str,
    kind: Kind = "select",
    help: str | None = None,
    shown: bool | None = True,
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """One of `choices` (ids), `default` before anything was chosen. None of `words` may come twice.

    Those of a segmented control are read as Markdown, so text from files must come literal; those of a list are not, and
    must come shortened.
    """
    key = _begin(dataset, name, choices, [default], is_one=True)
    if not shown:
        chosen = st.session_state[key]
    elif kind == "segmented":
        chosen = st.segmented_control(
            label, choices, key=key, format_func=words, required=True, help=help, persist_state="session"
        )
    else:
        chosen = st.selectbox(
            label, choices, key=key, format_func=words, help=help, persist_state="session", width=width
        )
    if chosen not in choices:  # no browser sends that, but somebody who speaks to the server without one may
        chosen = default
    _write(name, [str(chosen)], usual=[default])
    return str(chosen)


def choose_many(
    dataset: Dataset,
    name: str,
    label: str,
    choices: Sequence[str],
    *,
    default: Sequence[str],
    words: Callable[[str], str] = str,
    placeholder: str = "all",
    help: str | None = None,
    shown: bool | None = True,
) -> tuple[str, ...]:
    """Some of `choices` (ids), in the order they were chosen; an empty choice is one too."""
    key = _begin(dataset, name, choices, list(default), is_one=False)
    chosen = st.session_state[key]
    if shown:
        chosen = st.multiselect(
            label, choices, key=key, format_func=words, placeholder=placeholder, help=help, persist_state="session"
        )
    _write(name, [*chosen] or [""], usual=[*default] or [""])
    return tuple(chosen)


def number(
    dataset: Dataset,
    name: str,
    label: str,
    *,
    default: float | None,
    low: float,
    high: float,
    step: float = 1.0,
    placeholder: str | None = None,
    help: str | None = None,
    shown: bool | None = True,
) -> float | None:
    """A number from `low` to `high` in the units shown; None while there is none."""
    key = _key(dataset, name)
    linked = st.session_state.pop(_linked(dataset, name), None)
    if linked == [""] and default is None:
        st.session_state[key] = None
    elif linked is not None:
        try:
            st.session_state[key] = min(high, max(low, float(linked[-1])))
        except ValueError:
            _not_known()
    begin_as_usual(key, default)
    chosen: float | None = st.session_state[key]
    if shown:
        chosen = st.number_input(
            label, low, high, step=step, key=key, placeholder=placeholder, help=help, persist_state="session"
        )
    usual = "" if default is None else f"{default:g}"
    _write(name, [usual if chosen is None else f"{chosen:g}"], usual=[usual])
    return chosen


def begin_as_usual(key: str, usual: object) -> None:
    """Nothing; the state is `usual` before anything was chosen, and again where what is usual changed, as by a new plan."""
    before = st.session_state.get(f"_usual:{key}", usual)
    if key not in st.session_state or (before != usual and st.session_state[key] == before):
        st.session_state[key] = usual
    st.session_state[f"_usual:{key}"] = usual


def text(
    dataset: Dataset,
    name: str,
    label: str,
    *,
    default: str,
    of: str = "",
    placeholder: str | None = None,
    help: str | None = None,
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """What was typed, `default` where nothing is; `of` is what the text speaks of, such as a column: each has its own."""
    key = f"{_key(dataset, name)}:{of}"
    linked = st.session_state.pop(_linked(dataset, name), None)
    if linked is not None:
        st.session_state[key] = linked[-1]
    st.session_state.setdefault(key, default)
    typed = st.text_input(
        label, key=key, placeholder=placeholder, help=help, persist_state="session", width=width
    ).strip()
    _write(name, [typed or default], usual=[default])
    return typed or default


def linked_numbers(dataset: Dataset, name: str, many: int) -> list[float] | None:
    """The `many` numbers that a link gives the option, once; None where it gives none that make sense.

    A lone number may have been taken away: the list is then empty.
    """
    found = st.session_state.pop(_linked(dataset, name), None)
    if found is None:
        return None
    if many == 1 and found == [""]:
        return []
    try:
        numbers = [float(value) for value in found]
    except ValueError:
        numbers = []
    if len(numbers) != many or not all(0 <= number <= MOST for number in numbers):
        _not_known()
        return None
    return numbers


def keep_numbers(name: str, values: Sequence[float], usual: Sequence[float]) -> None:
    """Nothing; the URL carries the numbers of the option, unless they are as usual."""
    now, then = ([f"{value:.12g}" for value in each] or [""] for each in (values, usual))
    _write(name, now, usual=then)


def linked_choice(dataset: Dataset, name: str, choices: Sequence[str]) -> str | None:
    """Which of `choices` a link gives the option, once; None where it gives none that is among them."""
    found = st.session_state.pop(_linked(dataset, name), None)
    if found and found[-1] in choices:
        return str(found[-1])
    if found is not None:
        _not_known()
    return None


def keep_choice(name: str, value: str, usual: str) -> None:
    """Nothing; the URL carries the choice of the option, unless it is as usual."""
    _write(name, [value], usual=[usual])


def _begin(dataset: Dataset, name: str, choices: Sequence[str], default: list[str], *, is_one: bool) -> str:
    """The key of a widget whose state fits `choices`, the link's choice taken over."""
    key = _key(dataset, name)
    linked = st.session_state.pop(_linked(dataset, name), None)
    if linked is not None:
        known = [value for value in linked if value in choices]
        if len(known) < len([value for value in linked if value]):
            _not_known()
        if known or linked == [""]:
            st.session_state[key] = known[-1] if is_one and known else known
            st.session_state.pop(_aside(key), None)
    kept = _again(key, choices) if is_one else st.session_state.get(key)
    if kept is None:
        st.session_state[key] = default[0] if is_one else default
    elif is_one and kept not in choices:
        # pages share the names of what they ask: it is kept for the page that offers it
        st.session_state[_aside(key)] = kept, default[0]
        st.session_state[key] = default[0]
    elif not is_one and any(value not in choices for value in kept):
        st.session_state[key] = [value for value in kept if value in choices]
    return key


def _aside(key: str) -> str:
    return f"_aside:{key}"


def _again(key: str, choices: Sequence[str]) -> str | None:
    """What is chosen: again what another page did not offer, unless something else was chosen there."""
    kept: str | None = st.session_state.get(key)
    unfit, instead = st.session_state.get(_aside(key), (None, None))
    if unfit is not None and (kept != instead or unfit in choices):
        del st.session_state[_aside(key)]
        if kept == instead:
            st.session_state[key] = kept = unfit
    return kept


def _not_known() -> None:
    sentence = "The link names a choice that is not here any more; the usual one is shown."
    st.toast(sentence, icon=":material/link_off:", duration="infinite")


def _write(name: str, values: list[str], *, usual: list[str]) -> None:
    """Nothing; the URL carries the option, unless it is as usual; so does a link that is made in this visit."""
    st.session_state.setdefault("_usual", {})[name] = usual
    if values == usual:
        values = []
    written = st.session_state.setdefault(_written(st.session_state.get("dataset", NOWHERE.id)), {})
    if values:
        written[name] = values
    else:
        written.pop(name, None)
    if st.session_state.get("_url", {}).get(name, []) == values:
        return  # as it was written last: to ask for the parameters takes longer
    if values:
        st.query_params[name] = values
    else:
        del st.query_params[name]
    st.session_state["_url"] = address()
