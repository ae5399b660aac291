"""Words of support desks that say more than the answer, and words that a layout does not know: read, or asked about."""

from dataclasses import replace

from csat_core.ingest.detection import Described, Hint
from csat_core.ingest.layouts.zendesk import UNSAID, WITH_COMMENT
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles


def test_a_rating_with_a_comment_is_the_rating():
    cells = ["Good", "Good with comment", "Badwithcomment", "Bad", "Bad without comment", "Good"]
    column = propose(profiles({"Satisfaction score": cells * 20}), ".").columns[0]
    place = dict(column.positions)
    assert column.scale
    assert column.scale.labels == ("Bad", "Good")
    assert [place[cell.lower()] for cell in cells] == [2, 2, 1, 1, 1, 2]
    assert column.question is None


def test_zendesk_writes_such_words_with_signs_spaces_or_nothing_between():
    known = dict(WITH_COMMENT)
    assert [known[text] for text in ("goodwithcomment", "bad_without_comment", "good with comment")] == [
        "good", "bad", "good",
    ]  # fmt: skip
    assert {"received", "received_with_comment", "receivedwithoutcomment"} <= set(UNSAID)


def test_strange_words_in_the_answer_of_a_known_layout_are_asked_about_by_name():
    (table,) = profiles({"score": ["good", "bad", "splendid", "abysmal"] * 20})
    known = replace(
        table, described=Described(hint=Hint(role="outcome", reason="Zendesk keeps the rating in 'score'."))
    )
    column = propose((known,), ".").columns[0]
    assert column.role.value == "outcome"
    assert column.question
    assert "'splendid' (20)" in column.question
    assert '--scale "score=' in column.question


def test_labels_of_yes_and_no_are_the_outcome_of_a_file_without_a_rating():
    (table,) = profiles({"Was your issue resolved?": ["No", "Yes"] * 20})
    described = Described(value_labels=(("0", "No"), ("1", "Yes")))
    column = propose((replace(table, described=described),), ".").columns[0]
    assert (column.role.value, column.scale and column.scale.labels) == ("outcome", ("No", "Yes"))
