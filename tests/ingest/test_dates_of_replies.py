"""The date of the answers is no day of a reply to them, nor one that many of them do not have."""

import pytest

from csat_core.ingest.proposal.mapping import propose
from csat_core.model.dataset import Role
from tests.ingest.handmade import profiles

WRITTEN = [f"We waited {at} minutes for a table and the soup was cold" for at in range(30)]
FIRST = [f"2026-03-{at:02}" for at in range(1, 31)]
LATER = [f"2026-04-{at:02}" for at in range(1, 31)]


def time_of(table: dict[str, list[str | None]]) -> str:
    """The column that is the time of a file with these columns beside an outcome."""
    mapping = propose(profiles({"Rating": [*"12345"] * 6, **table}), ".")
    return next(each.name for each in mapping.columns if each.role is Role.TIME)


@pytest.mark.parametrize(
    ("comment", "first", "reply", "later"),
    [
        ("Comment", "Create Time", "Reply", "Reply Time"),
        ("Review", "Review date", "Owner response", "Owner response date"),
        ("Kommentar", "Erstellt am", "Antwort", "Antwortdatum"),
        ("Avis", "Date de l'avis", "Réponse", "Date de réponse"),
        ("Reseña", "Fecha", "Respuesta", "Fecha de respuesta"),
        ("评论", "创建时间", "回复", "回复时间"),
    ],
)
def test_the_day_of_a_reply_behind_what_people_wrote_is_not_that_of_the_answer(comment, first, reply, later):
    thanks = ["Thank you", "We are sorry"] * 15
    assert time_of({comment: WRITTEN, first: FIRST, reply: thanks, later: LATER}) == first
    # without a reply it is when people answered
    assert time_of({comment: WRITTEN, first: FIRST, later: LATER}) == later
    # and where nothing stands before it, it is the answer itself
    assert time_of({first: FIRST, reply: WRITTEN, later: LATER}) == later


def test_a_day_that_many_answers_do_not_have_gives_way_to_one_that_nearly_all_have():
    some = [day if at % 3 else None for at, day in enumerate(LATER)]
    assert time_of({"Visit date": FIRST, "Responded at": some}) == "Visit date"
    assert time_of({"Contract end": FIRST, "Responded at": some}) == "Responded at"
    assert time_of({"Visit date": FIRST, "Responded at": [None, *LATER[1:]]}) == "Responded at"
