"""Scores as people read them on a terminal."""

import math
from collections.abc import Sequence

from csat_core.cli.calls import Document
from csat_core.cli.tables.page import HIDDEN, Page, count, known, percent, short
from csat_core.model import formats


def write(document: Document, page: Page) -> None:
    """Nothing; a row for each group and period."""
    page.say(f"{document['dataset']}: {document['question']}, by the scheme {document['scheme']}")
    rows = document["rows"]
    if not rows:
        page.say("There are no answers here.")
        return
    keys = [key for key in ("period", *document["by"]) if key in rows[0]]
    heads = [*keys, "satisfied", "95 % interval", "base", "dissatisfied", "mean", "top box", "net", "note"]
    page.table(heads, [_score(row, keys) for row in rows], words=len(keys))
    page.notes(code for row in rows for code in row["caveats"])
    if "coverage" in document:
        _coverage(document["coverage"], page)


def _score(row: Document, keys: Sequence[str]) -> tuple[str, ...]:
    levels = tuple("(blank)" if row[key] is None else row[key] for key in keys)
    if row["hidden"]:
        return (*levels, HIDDEN, *[""] * 6, "")
    dissatisfied = math.nan if row["dissatisfied"] is None else row["dissatisfied"] / row["base"]
    numbers = (percent(row["share"]), formats.interval(row["low"], row["high"]), count(row["base"]))
    further = (formats.percent(dissatisfied), formats.number(known(row["mean"])), percent(row["top_box"]))
    notes = ", ".join(short(code) for code in row["caveats"])
    return (*levels, *numbers, *further, formats.signed_points(known(row["net"])), notes)


def _coverage(found: Document, page: Page) -> None:
    asked = "those invited" if found["population_is"] == "invited" else "all customers"
    page.say(
        f"{count(found['answered'])} of {count(found['population'])} ({asked}) answered: {percent(found['rate'])}. "
        f"Allowing for that the share is {formats.interval(found['low'], found['high'])}; if all the silent ones were "
        f"dissatisfied it would be {percent(found['worst'])}, if all were satisfied {percent(found['best'])}."
    )
