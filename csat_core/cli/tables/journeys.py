"""The journey as people read it on a terminal."""

from csat_core.cli.calls import Document
from csat_core.cli.tables.page import HIDDEN, Page, count, known, percent, short
from csat_core.model import formats


def write(document: Document, page: Page) -> None:
    """Nothing; a row for each stage, and for each band of every number."""
    page.say(f"{document['dataset']}: {document['question']}, by the scheme {document['scheme']}")
    if "stages" in document:
        heads = [document["by"], "satisfied", "95 % interval", "base", "against the others", "change", "mark", "note"]
        page.table(heads, [_stage(row) for row in document["stages"]], words=1)
    for found in document.get("bands", ()):
        heads = [found["column"], "satisfied", "95 % interval", "base", "against the others", "of answers", "note"]
        page.table(heads, [_band(row) for row in found["rows"]], words=1)
        for met in found.get("within_expectation", ()):
            page.say(
                f"{percent(met['within'])} of the answers: {met['expectation']}. Satisfied: {percent(met['inside'])} "
                f"of them, {percent(met['beyond'])} of the others."
            )
    page.notes(document["caveats"])


def _stage(row: Document) -> tuple[str, ...]:
    name = "(no stage)" if row["stage"] is None else row["stage"]
    if row["hidden"]:
        return (name, HIDDEN, *[""] * 6)
    change = row["change"]
    moved = "" if change is None else f"{formats.signed_points(change['difference'])} ({short(change['verdict'])})"
    return (name, *_standing(row), moved, short(row["mark"] or ""), ", ".join(map(short, row["caveats"])))


def _band(row: Document) -> tuple[str, ...]:
    name = "(not known)" if row["band"] is None else row["band"]
    if row["hidden"]:
        return (name, HIDDEN, *[""] * 5)
    return (name, *_standing(row), percent(row["part"]), ", ".join(map(short, row["caveats"])))


def _standing(row: Document) -> tuple[str, ...]:
    """Score, interval, base and the distance from the others."""
    against = formats.signed_points(known(row["against_rest"]))
    return percent(row["share"]), formats.interval(row["low"], row["high"]), count(row["base"]), against
