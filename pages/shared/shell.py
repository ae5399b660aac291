"""The shell around every page: the store, the shared sidebar, the view in the URL, and the designed empty states."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from csat_core.errors import CsatError
from csat_core.model import formats
from csat_core.model.dataset import Dataset
from csat_core.model.policy import BasePolicy
from csat_core.model.scope import EVERYTHING, OutOfScopeError, Scope
from csat_core.model.share import Share
from csat_core.model.view import View, from_params, to_params
from csat_core.service.first_words import SECRET
from pages.shared import controls, guests, loaders, look, options, signs, visitors
from pages.shared.nothing_to_show import NothingToShowError
from pages.shared.visitors import Visitor


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a page works with."""

    dataset: Dataset
    view: View
    scope: Scope
    policy: BasePolicy

    @property
    def is_guest(self) -> bool:
        """Whether only what was shared may be seen: nothing is written, taken away or read answer by answer."""
        return self.scope != EVERYTHING


def door() -> Visitor:
    """Who looks. Stops with a sentence where nobody may, or where the store cannot be opened."""
    try:
        visitor = visitors.admitted()
        visitors.welcome(visitor)
    except visitors.NotSignedInError as error:  # signed out, or too long ago, while this page was open
        _refused("Please sign in", error, then=signs.way_in)
    except CsatError as error:
        _refused("This page cannot be shown", error)
    return visitor


def open_house(page: str) -> None:
    """Nothing; the sidebar is drawn and the view known. Stops with a sentence where the data cannot be opened.

    Where the address is another one of the same `page`, the browser went back or forward.
    """
    look.apply()
    stays = st.session_state.get("_page") == page
    st.session_state["_page"] = page
    try:
        st.session_state["_datasets"] = datasets = loaders.datasets()
        share = visitors.now().share
        if share is not None:
            st.session_state["_house"] = _guest_context(share, datasets, stays=stays)
        else:
            st.session_state["_house"] = _context(datasets, stays=stays) if datasets else None
            if not datasets:
                _without_data(stays=stays)
    except NothingToShowError as error:
        if share is not None:
            guests.heading(share)
        _refused(error.title, error, more=error.way_out if visitors.now().is_preview else "")
    except CsatError as error:
        _refused("The data cannot be opened", error)


def _refused(title: str, error: CsatError, then: Callable[[], None] | None = None, more: str = "") -> NoReturn:
    look.apply()
    st.title(title, anchor=False)
    st.text(str(error))
    if more:
        st.text(more)
    if then is not None:
        then()
    st.stop()


def _guest_context(share: Share, datasets: tuple[Dataset, ...], *, stays: bool) -> Context:
    order, reach = share.order, guests.reach(share.order, datasets)
    dataset, offered = reach.dataset, reach.offered
    is_preview, raw = visitors.now().is_preview, options.address()
    if is_preview and "_begun" not in st.session_state:
        raw = {}
    # Streamlit's own navigation, by which a preview is looked through, forgets what is chosen
    is_elsewhere = is_preview and not raw and "_begun" in st.session_state
    if raw != st.session_state.get("_url") and not is_elsewhere:
        guests.adopt(order, dataset, offered, options.meant(raw, stays=stays))
    if is_preview:
        guests.say_what_is_not_offered(order, dataset, offered)
    guests.heading(share)
    view = guests.view_of(order, reach)
    params = guests.params_of(view, dataset, offered, order)
    secret = st.session_state.get("_secret")
    _write_url(({SECRET: [secret]} if secret else {}) | params)
    return Context(dataset=dataset, view=view, scope=reach.scope, policy=reach.policy)


def _context(datasets: tuple[Dataset, ...], *, stays: bool) -> Context:
    imported, returned = st.session_state.pop("_imported", None), st.session_state.pop("_returned", None)
    if imported is not None:
        st.session_state["dataset"], said = imported
        if said:  # here: what is said before another page opens goes with the page it was said on
            st.toast(said, icon=":material/check_circle:")
    elif returned is not None and (found := [each for each in datasets if each.id == returned.dataset_id]):
        controls.remember(found[0], returned)
    else:
        _adopt_url(datasets, stays=stays)
    dataset, view = controls.sidebar(datasets)
    _write_url(to_params(view, dataset))
    return Context(dataset=dataset, view=view, scope=EVERYTHING, policy=dataset.plan.policy or loaders.policy())


def _without_data(*, stays: bool) -> None:
    """Nothing; the options that the URL names are taken up, once, for pages that need no data."""
    raw = options.address()
    if raw and raw != st.session_state.get("_url"):
        said = options.meant(raw, stays=stays)
        st.session_state["_url"] = dict(raw)
        options.adopt(options.NOWHERE, options.split(said))


def _adopt_url(datasets: tuple[Dataset, ...], *, stays: bool) -> None:
    """Puts the view that the URL names into the sidebar, once; what no longer fits is said."""
    raw = options.address()
    if not raw or raw == st.session_state.get("_url"):
        return
    said = options.meant(raw, stays=stays)
    st.session_state["_url"] = raw
    named = said.pop("dataset", [""])[-1]
    found = [dataset for dataset in datasets if str(dataset.id) == named]
    dataset = found[0] if found else controls.chosen_dataset(datasets)
    options.adopt(dataset, options.split(said))
    view, dropped = from_params(said, dataset)
    if named and not found:
        dropped = ("The link names a dataset that is not here any more; another one is shown.", *dropped)
    controls.remember(dataset, view)
    for sentence in dict.fromkeys(dropped):
        st.toast(sentence, icon=":material/link_off:", duration="infinite")


def _write_url(params: dict[str, list[str]]) -> None:
    """Nothing; the URL says the view. The options of the page are left as they stand: the page itself writes them."""
    current = options.address()
    params = params | {name: values for name, values in current.items() if name in options.NAMES}
    if current != params:
        st.query_params.from_dict(params)
    st.session_state["_url"] = params


def show(page: Callable[[], None]) -> None:
    """Nothing; the page is drawn. What is chosen on it draws it anew without the sidebar and the navigation around it."""

    def within_reach() -> None:
        try:
            page()
        except OutOfScopeError as error:
            st.info(str(error), icon=":material/lock:")

    st.fragment(within_reach)()


def title(question: str) -> None:
    """Nothing; the question that a page answers stands above it."""
    st.title(question, anchor=False)


def begin(question: str) -> Context:
    """The context of a page under its question as the title; without data it says how to get some, and stops."""
    title(question)
    context = context_or_none()
    if context is None:
        _empty()
        st.stop()
    return context


def context_or_none() -> Context | None:
    """The context; None while there is no dataset. Where the data changed meanwhile, all is drawn anew."""
    visitors.check()
    if loaders.datasets() is not st.session_state["_datasets"]:
        st.rerun()
    context: Context | None = st.session_state["_house"]
    if context is not None:
        formats.use(context.dataset.plan.numbers)
    return context


def _empty() -> None:
    """The first minute: no data yet."""
    from csat_core.ingest import demo

    st.text("There is no data yet. Bring a file of survey responses, or look around with the demo data first.")
    left, right, _ = st.columns([1, 1, 2])
    if left.button("Bring a file", type="primary", icon=":material/upload_file:", width="stretch"):
        st.switch_page("manage/data.py")
    if right.button("Load the demo data", icon=":material/science:", width="stretch"):
        with st.spinner("Loading the demo data"):
            demo.load(visitors.writable())
        st.rerun()
