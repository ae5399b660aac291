"""Drivers as people read them on a terminal."""

from csat_core.cli.calls import Document
from csat_core.cli.tables.page import HIDDEN, Page, count, known, percent, short
from csat_core.model import formats


def write(document: Document, page: Page) -> None:
    """Nothing; a row for each driver, what should be done first at the top."""
    page.say(f"{document['dataset']}: what goes together with {document['outcome']}")
    if document["base"]:
        how = "satisfied or not" if document["binary"] else "the answer's number"
        page.say(
            f"All drivers together explain {percent(document['r_squared'])} of {how} ({count(document['base'])} responses)."
        )
    if document["refused"]:
        page.say(document["refused"])
    heads = (
        "driver", "kind", "correlation", "V", "satisfied", "share of R2", "95 % interval", "expected points", "kept a year",
        "base", "note",
    )  # fmt: skip
    page.table(heads, [_driver(row) for row in document["rows"]], words=2)
    for pair in document["together"]:
        page.say(f"{pair['first']} and {pair['second']} move together (r {pair['pearson']:.2f}).")
    page.notes([*document["caveats"], *(code for row in document["rows"] for code in row["caveats"])])


def _driver(row: Document) -> tuple[str, ...]:
    if row["hidden"]:
        return (row["driver"], "", HIDDEN, *[""] * 8)
    numbers = {name: known(value) for name, value in row.items() if value is None or isinstance(value, float)}
    return (
        row["driver"],
        short(row["kind"] or ""),
        formats.number(numbers["pearson"]),
        formats.number(numbers["cramers_v"]),
        formats.percent(numbers["performance"]),
        formats.percent(numbers["share_of_r_squared"]),
        formats.interval(numbers["share_of_r_squared_low"], numbers["share_of_r_squared_high"]),
        formats.signed_points(numbers["gain_satisfied"]),
        formats.money(numbers["money_kept"]),
        count(row["base"]),
        ", ".join(short(code) for code in row["caveats"]),
    )
