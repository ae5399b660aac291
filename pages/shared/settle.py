"""What a file does not settle is asked, before anything is stored: the order of its dates, which answer is the best, which question the outcome."""

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal.outcome_by_place import is_by_place, likely_outcomes
from csat_core.ingest.proposal.undecidable import NoUsableRatingError
from csat_core.ingest.scales.given_scales import in_words
from csat_core.model.dataset import Role
from pages.shared import columns, render
from pages.shared.draft import Draft
from pages.shared.taken import AS_THEY_STAND, ORDERS, TURNED, read_as

MOST_ANSWERS = 30


def asked(draft: Draft, mapping: Mapping, named: str | None = None) -> None:
    """Nothing; it is asked what the file does not settle, nothing is guessed. `named` where there are several files."""
    open_ = [(column, column.question) for column in mapping.columns if column.question]
    things = "One thing" if len(open_) == 1 else f"{len(open_)} things"
    render.strong(f"{things} to settle first{f' in {named}' if named else ''}", "settle")
    for column, question in open_:
        # the command line is told which option settles it; here buttons do
        render.quiet(question.partition("; say --")[0] + ".")
        if asks := _asks(draft, column):
            render.quiet(asks)
        if column.role is Role.TIME:
            said = TURNED | dict.fromkeys(ORDERS, AS_THEY_STAND) if "time:ydm" in question else ORDERS
            asked_of = [order for order in said if f"time:{order}" in question]
            texts = next(each.top for each in draft.staged.columns if each.position == column.position)
            ways = {order: read_as(texts, order) or said[order] for order in asked_of}
            chosen = st.segmented_control(
                "Which is right?", list(ways), format_func=ways.__getitem__, key=f"order-{draft.file_id}"
            )
            if chosen:
                draft.roles[f"#{column.position}"] = f"time:{chosen}"
                st.rerun()
        elif is_by_place(column):
            _outcome(draft, mapping, question)
        elif column.role.storage == "question":
            _scale(draft, column)
        elif st.button("Go on all the same", key=f"all-the-same-{draft.file_id}-{column.position}"):
            draft.roles[f"#{column.position}"] = column.role.value
            st.rerun()
    columns.table(draft, mapping)


def _asks(draft: Draft, column: ColumnMapping) -> str:
    """What a question asks and what its codes mean, where the file says more of it than its name."""
    profile = next(each for each in draft.staged.columns if each.position == column.position)
    labels = profile.described.value_labels[:MOST_ANSWERS]
    codes = ", ".join(f"{code} = {words.shortened(label, 60)}" for code, label in labels)
    asks = f"'{column.name}' asks: {column.label}" if column.label and column.label != column.name else ""
    return " ".join(filter(None, [asks, f"({codes})" if codes else ""]))


def _outcome(draft: Draft, mapping: Mapping, question: str) -> None:
    """Asks which question is the outcome: a button for each of the likeliest, a list of all others that are rated."""
    likely = likely_outcomes(mapping.columns, question)
    chosen = None
    with st.container(horizontal=True, gap="small"):
        for column in likely:
            named = words.literal(words.shortened(column.name, 40))
            if st.button(f"'{named}' is the outcome", key=f"outcome-{column.position}-{draft.file_id}"):
                chosen = column
    others = [column for column in mapping.columns if column.scale is not None and column not in likely]
    if others:
        chosen = chosen or st.selectbox(
            "Another one is the outcome",
            others,
            index=None,
            format_func=lambda column: words.shortened(column.name),
            placeholder="Choose a question",
            key=f"outcome-of-others-{draft.file_id}",
            width=320,
        )
    if chosen:
        draft.roles[f"#{chosen.position}"] = Role.OUTCOME.value
        st.rerun()


def _scale(draft: Draft, column: ColumnMapping) -> None:
    """Asks for the answers of a question from worst to best: in words to put in order, else as it is typed."""
    named = f"#{column.position}"
    profile = next(each for each in draft.staged.columns if each.position == column.position)
    if column.scale is not None:
        ways = list(column.ways) or [column.scale.name, column.scale.backwards.name]
        chosen = st.radio(
            "The answers from worst to best are",
            ways,
            index=None,
            format_func=lambda way: words.literal(in_words(way)),
            key=f"direction-{draft.file_id}-{column.position}",
        )
    else:
        chosen = _in_order(draft, profile)
        if st.button("These are groups, not answers", key=f"groups-{draft.file_id}"):
            draft.roles[named] = Role.SEGMENT.value
            st.rerun()
    if chosen:
        draft.roles[named], draft.scales[named] = Role.OUTCOME.value, chosen
        st.rerun()


def _in_order(draft: Draft, profile: ColumnProfile) -> str | None:
    """The scale that the answers of a column make in the order in which they are chosen; None before that is said."""
    picked = st.multiselect(
        "Choose its answers one after the other, the worst first; what is left out is no answer and is set aside",
        [text for text, _ in profile.top[:MOST_ANSWERS]],
        format_func=words.shortened,
        key=f"answers-{draft.file_id}-{profile.position}",
    )
    ready = st.button("This is the order", key=f"ordered-{draft.file_id}", disabled=len(picked) < 2)
    return "|".join(picked) if ready else None


def names_near(error: CsatError) -> dict[int, str]:
    """The columns in words, by their places, of which one may be made the outcome where none holds known answers."""
    found = error.candidates if isinstance(error, NoUsableRatingError) else ()
    return {each.position: each.name for each in found if each.is_in_words}


def nearest(draft: Draft, error: CsatError) -> None:
    """Nothing; where no column holds known answers, one of those in words that come nearest is made the outcome on the spot."""
    names = names_near(error)
    if not names:
        return
    chosen = st.selectbox(
        "The overall answer is in",
        list(names),
        index=None,
        format_func=lambda position: words.shortened(names[position]),
        placeholder="Choose a column",
        key=f"nearest-{draft.file_id}",
    )
    if chosen is None:
        return
    profile = next(each for each in draft.staged.columns if each.position == chosen)
    if scale := _in_order(draft, profile):
        draft.roles[f"#{chosen}"], draft.scales[f"#{chosen}"] = Role.OUTCOME.value, scale
        st.rerun()
