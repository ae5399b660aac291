"""Dates that are not those of the answers: when somebody replied to what people wrote, or what many of the answers do not have."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.date_names import Kind, kind_of
from csat_core.ingest.texts.names import bare_words, says
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.model.dataset import Role

BESIDE_MOST = 0.9
"""The share of the answers to a question that have the day of the answer at least, where they have another day."""

Profiles = Mapping[int, ColumnProfile]


def without_dates_of_replies(drafts: Sequence[ColumnMapping], profiles: Profiles) -> list[ColumnMapping]:
    """The columns, dates left out that are of replies, or that many answers do not have, where another column has their date.

    `Reply time` is when somebody answered a survey, but beside a comment and a `Reply` it is when the company did.
    """
    times = [draft for draft in drafts if draft.role is Role.TIME]
    why = {time.position: reason for time in times if (reason := _not_of_answers(time, times, drafts, profiles))}
    if len(why) == len(times):
        return list(drafts)
    return [
        replace(
            draft, role=Role.IGNORE, reason=why[draft.position], date_order=None, assumed=False, question=None
        )
        if draft.position in why
        else draft
        for draft in drafts
    ]  # fmt: skip


def _not_of_answers(
    time: ColumnMapping, times: Sequence[ColumnMapping], drafts: Sequence[ColumnMapping], profiles: Profiles
) -> str | None:
    """Why a date is not that of the answers; None where it may be."""
    if len(times) > 1 and (reply := _reply_of(time, drafts)):
        return f"Says when '{reply.name}' was written, which stands behind what people wrote."
    answers = max((profiles[each.position].filled for each in drafts if each.scale), default=0)
    fewest = BESIDE_MOST * answers
    others = [
        each for each in times if profiles[each.position].filled >= fewest and kind_of(each.wording) > Kind.UNKNOWN
    ]
    filled = profiles[time.position].filled
    if filled >= fewest or not others:
        return None
    return f"Only {filled:,} of {answers:,} answers have it, and '{others[0].name}' nearly all of them."


def _reply_of(time: ColumnMapping, drafts: Sequence[ColumnMapping]) -> ColumnMapping | None:
    """The texts behind what people wrote by which a date of answers is named: `Reply` of `Reply time`; None elsewhere."""
    texts = [each for each in drafts if each.role in (Role.COMMENT, Role.SEGMENT, Role.IGNORE)]
    written = [each for each in texts if each.role is Role.COMMENT or says(each.name, Meaning.COMMENT)]
    words = bare_words(time.name)
    for each in texts if says(time.name, Meaning.ANSWERED) else ():
        if bare_words(each.name) in words and any(other.position < each.position for other in written):
            return each
    return None
