"""Responses that give the same answer to all questions on one scale."""

from collections import Counter
from collections.abc import Mapping as Named
from collections.abc import Sequence

import duckdb

from csat_core.ingest.child.wide_columns import WIDE
from csat_core.ingest.plan import Mapping, Problem, columns_of
from csat_core.ingest.texts.reading import fold
from csat_core.model.scale import Scale

FEWEST_ITEMS = 5
"""Of fewer ratings on one scale, many people honestly give the same to all."""
FEW_TOGETHER = 100_000
"""Combinations of answers up to which it is quicker to count them first."""
STRAIGHT_LINE = "straight_line"
_EACH_RESPONSE = "SELECT *, 1 AS n FROM kept"


def straight_lines(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[Problem]:
    """The one problem that counts them; none without any."""
    alike = _on_one_scale(mapping)
    if not alike:
        return []
    ids = [id for id, _ in alike]
    responses = _EACH_RESPONSE
    if (alike[0][1].points + 1) ** len(ids) <= FEW_TOGETHER:
        responses = f"SELECT {', '.join(ids)}, count(*) AS n, min(row) AS row FROM kept GROUP BY {', '.join(ids)}"
    count, row, base = connection.execute(
        f"SELECT sum(n) FILTER (low = high), min(row) FILTER (low = high), sum(n) FROM ({_ends_among(alike, responses)})"
    ).fetchall()[0]
    if not count:
        return []
    percent = "below 0.1" if 1000 * count < base else f"{100 * count / base:.1f}"
    message = (
        f"{count:,} of {base:,} people who rated {FEWEST_ITEMS} things or more ({percent} %) gave the same "
        f"answer to all of them, among {len(ids)} questions on one scale. Such responses are kept."
    )
    return [Problem(code=STRAIGHT_LINE, count=count, example_row=row, message=message)]


def ends_of_each(mapping: Mapping) -> str:
    """The lowest and the highest answer of every response with enough of them on that scale, as SQL: row, n, low, high."""
    return _ends_among(_on_one_scale(mapping), _EACH_RESPONSE)


def _on_one_scale(mapping: Mapping) -> list[tuple[str, Scale]]:
    """The questions on the scale that most of them have; empty where they are too few to tell anything."""
    rated = [(id, column.scale) for id, column in columns_of(mapping) if id[0] == "q" and column.scale]
    common = Counter(tuple(sorted(scale.values)) for _, scale in rated if scale.points > 2).most_common(1)
    if not common or common[0][1] < FEWEST_ITEMS:
        return []
    return [(id, scale) for id, scale in rated if tuple(sorted(scale.values)) == common[0][0]]


def _ends_among(alike: Sequence[tuple[str, Scale]], responses: str) -> str:
    """The lowest and the highest answer of every response with enough answers, as SQL: row, n, low, high."""
    ids, given = [id for id, _ in alike], _as_given(alike)
    return _ends_of_many(ids, given, responses) if len(ids) > WIDE else _ends(ids, given, responses)


def _ends(ids: Sequence[str], given: Named[str, str], responses: str) -> str:
    """The lowest and the highest answer of every response with enough answers, as SQL: row, n, low, high."""
    answers = ", ".join(f"CASE WHEN {id} > 0 THEN {given[id]} END" for id in ids)
    # in brackets of a hundred: the engine counts how deep a sum goes
    hundreds = [ids[at : at + 100] for at in range(0, len(ids), 100)]
    answered = " + ".join(f"({' + '.join(f'({id} > 0)::INTEGER' for id in some)})" for some in hundreds)
    return (
        f"SELECT row, n, least({answers}) AS low, greatest({answers}) AS high FROM ({responses}) "
        f"WHERE {answered} >= {FEWEST_ITEMS}"
    )


def _ends_of_many(ids: Sequence[str], given: Named[str, str], responses: str) -> str:
    """The same of hundreds of questions, whose answers are gathered in a list: to plan a case for each takes seconds."""
    as_ticked = ", ".join(id for id in ids if given[id] == id)
    turned = [id for id in ids if given[id] != id]
    around = (
        f"list_transform(list_filter([{', '.join(turned)}], lambda x: x > 0), lambda x: {given[turned[0]].replace(turned[0], 'x')})"
        if turned
        else "[]"
    )
    answers = f"list_concat(list_filter([{as_ticked}], lambda x: x > 0), {around})"
    return (
        f"SELECT row, n, list_min(answers) AS low, list_max(answers) AS high FROM (SELECT row, n, {answers} AS answers "
        f"FROM ({responses})) WHERE len(answers) >= {FEWEST_ITEMS}"
    )


def _as_given(rated: Sequence[tuple[str, Scale]]) -> dict[str, str]:
    """By column the answer as people ticked it: of questions that are read backwards its place before that."""
    labels = {id: tuple(map(fold, scale.labels)) for id, scale in rated}
    times = Counter(labels.values())
    turned = {
        id
        for id, scale in rated
        if scale.is_reversed or (times[labels[id]], labels[id]) < (times[labels[id][::-1]], labels[id][::-1])
    }
    return {id: f"{scale.points + 1} - {id}" if id in turned else id for id, scale in rated}
