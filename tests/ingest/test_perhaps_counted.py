"""Numbers such as 1 to 5 under the name of several things: read as ratings, with the doubt that they may be counts."""

from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import Cell, profiles

ROWS = 60
RATED = [str(1 + n % 5) for n in range(ROWS)]
COUNTED = [str(n % 7) for n in range(ROWS)]


def doubted(*names: str, **others: list[Cell]) -> list[str]:
    columns = profiles({"CSAT score": RATED, **dict.fromkeys(names, RATED), **others})
    mapping = propose(columns, ".")
    found = [problem for problem in doubts_of(columns, mapping) if problem.code == "perhaps_counted"]
    roles = {column.name: column.role.value for column in mapping.columns}
    assert all(roles[str(each.column)] == "driver" for each in found)
    assert all(each.message.endswith(f'If it counts, say --map "{each.column}=metric".') for each in found)
    return [str(each.column) for each in found]


def test_plural_names_that_rate_nothing_are_doubted():
    names = ["Messages", "Agent handovers", "Handoffs", "Attachments", "Agent touches", "Pièces jointes"]
    assert doubted(*names) == names


def test_what_is_rated_or_names_one_thing_is_not_doubted():
    assert doubted("Speed", "Staff", "Access", "Status", "Rating of messages", "Helpfulness", "Messages (1-5)") == []


def test_the_same_things_as_are_counted_beside_are_doubted_in_any_language():
    assert doubted("Weitergabe Agent", Weitergabe=COUNTED) == []
    assert doubted("Interne Kontakte", "Tempo", **{"Externe Kontakte": COUNTED}) == ["Interne Kontakte"]
