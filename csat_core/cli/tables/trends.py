"""Trends as people read them on a terminal."""

from csat_core.cli.calls import Document
from csat_core.cli.tables.page import HIDDEN, Page, count, known, short
from csat_core.model import formats
from csat_core.model.measure import Measure


def write(document: Document, page: Page) -> None:
    """Nothing; a row for each period, the comparisons and the events."""
    measure = Measure(document["measure"])
    page.say(
        f"{document['dataset']}: {document['question']} ({document['scheme']}), {measure.words} by {document['period']}"
    )
    rows = [_row(row, measure) for row in document["rows"] if "empty_base" not in row["caveats"]]
    page.table(("period", measure.words.lower(), "95 % interval", "base", "usual range", ""), rows, words=1)
    for name, key in (("previous period", "previous"), ("a year before", "last_year"), ("the baseline", "baseline")):
        found = document[key]
        if found and found["difference"] is not None:
            against = found["against"] if "against" in found else f"{found['start']}/{found['end']}"
            page.say(f"Against {name} ({against}): {_moved(found, measure)}.")
    for event in document["events"]:
        page.say(f"{event['day']} {event['name']} ({short(event['kind'])}): {_moved(event, measure)}.")
    for level in document.get("levels", ()):
        for event in level["events"]:
            page.say(f"{level['level'] or '(blank)'}, {event['name']}: {_moved(event, measure)}.")
    page.notes(document["caveats"])


def _row(row: Document, measure: Measure) -> tuple[str, ...]:
    value, low, high = (known(row[key]) for key in (measure.value, measure.low, measure.high))
    notes = [*(["not complete"] if row["partial"] else []), *([short(row["signal"])] if row.get("signal") else [])]
    limits = row.get("limits")
    return (
        formats.period(row["period"]),
        HIDDEN if row["hidden"] else measure.written(value),
        f"{measure.plain(low)} to {measure.plain(high)}",
        count(row["base"]),
        f"{measure.plain(limits['low'])} to {measure.plain(limits['high'])}" if limits else "",
        ", ".join(notes),
    )


def _moved(found: Document, measure: Measure) -> str:
    if found["difference"] is None:
        return "not compared"
    low, high = (measure.plain(known(found[key])) for key in ("low", "high"))
    return f"{measure.plain(found['difference'])} ({low} to {high}), {short(found['verdict'])}"
