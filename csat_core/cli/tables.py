"""Tables: documents as people read them."""

import math
import os
import textwrap
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from csat_core.cli import benchmark_tables
from csat_core.cli.calls import Document
from csat_core.cli.output import literal
from csat_core.model import formats
from csat_core.model.caveat import Caveat
from csat_core.model.measure import Measure

HIDDEN = "hidden (few answers)"
READABLE = 100
WIDE = 10_000
"""Columns of a page that nobody looks at: a pipe or a file gets every line whole."""


class Page:
    """Writes sentences and tables; every text is printed as it is, never as markup."""

    def __init__(self, stream: TextIO) -> None:
        is_free = not stream.isatty() and "COLUMNS" not in os.environ
        width = WIDE if is_free else None
        self._console = Console(file=stream, width=width, markup=False, emoji=False, highlight=False)
        # Kept back and written by us at once: Rich ends the process itself where the reader of a pipe went away.
        self._kept = self._console.capture()
        self._kept.__enter__()

    def text(self) -> str:
        """Everything that was written, to be called once."""
        self._kept.__exit__(None, None, None)
        return self._kept.get()

    def say(self, *lines: str) -> None:
        """Each line as it is."""
        for line in lines:
            self._console.print(Text(literal(line)), soft_wrap=True)

    def point(self, sentence: str) -> None:
        """One of several things to know, in lines that a narrow window shows whole."""
        width = min(READABLE, self._console.width)
        lines = textwrap.wrap(literal(sentence), width - 2, break_on_hyphens=False)
        self.say(*(f"{'  ' if at else '- '}{line}" for at, line in enumerate(lines)))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], words: int) -> None:
        """A table whose first `words` columns are words; the others are numbers and stand to the right."""
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for place, head in enumerate(heads):
            is_word = place < words
            table.add_column(
                Text(literal(head)), justify="left" if is_word else "right", overflow="fold", no_wrap=not is_word
            )
        for row in rows:
            table.add_row(*(Text(literal(cell)) for cell in row))
        self._console.print(table)

    def notes(self, codes: Iterable[str]) -> None:
        """What to know about the numbers, each thing once."""
        for code in dict.fromkeys(codes):
            self.say(Caveat(code).words)


def write(command: str, document: Document, stream: TextIO) -> None:
    """Nothing; the document that `command` answered is on `stream` as sentences and tables."""
    writers: dict[str, Callable[[Document, Page], None]] = {
        "import": _imports,
        "datasets": _datasets,
        "undo": _undone,
        "rejects": _rejects,
        "score": _scores,
        "segments": _segments,
        "drivers": _drivers,
        "journey": _journey,
        "benchmark": benchmark_tables.write,
        "roi": _money,
        "trend": _trend,
    }
    page = Page(stream)
    writers[command](document, page)
    stream.write(page.text())


def _imports(document: Document, page: Page) -> None:
    for each in document.get("imports", [document]):
        _import(each, page)


def _import(document: Document, page: Page) -> None:
    stored = f", import {document['import_id']}" if "import_id" in document else ": nothing was stored (dry run)"
    page.say(f"{document['file']} as '{document['dataset']}'{stored}")
    counts = [_count(document[key]) for key in ("rows_read", "accepted", "rejected", "duplicates")]
    page.say("{} rows read: {} accepted, {} rejected, {} duplicates.".format(*counts))
    how = (("layout", "layout"), ("encoding", "encoding"), ("divided by", "delimiter"), ("sheet", "sheet"))
    page.say(", ".join(f"{word} {document[key]!r}" for word, key in how if document[key]) + ".")
    for each in document["problems"]:
        where = "" if each["example_row"] is None else f", first in row {_count(each['example_row'])}"
        page.point(f"{_short(each['code'])} ({_count(each['count'])}{where}): {each['message']}")
    counted = ("answered", "blank", "not_applicable")
    columns = [
        (
            each["id"] or "",
            _cut(each["name"], 30),
            each["role"],
            _cut(each["scale"] or "", 18),
            *(_count(each[key]) for key in counted),
        )
        for each in document["columns"]
    ]
    page.table(("id", "column", "role", "scale", "answered", "blank", "n/a"), columns, words=4)


def _datasets(document: Document, page: Page) -> None:
    if not document["datasets"]:
        page.say("There are no datasets yet; bring responses in with the command import.")
        return
    rows = [
        (
            *(each[key] or "" for key in ("dataset", "since", "until")),
            ", ".join(map(str, each["import_ids"])),
            *(_count(each[key]) for key in ("dataset_id", "answers", "questions")),
        )
        for each in document["datasets"]
    ]
    page.table(("dataset", "since", "until", "import", "number", "answers", "questions"), rows, words=4)


def _undone(document: Document, page: Page) -> None:
    page.say(f"Import {document['import_id']} is undone; {_count(document['removed'])} responses were removed.")


def _rejects(document: Document, page: Page) -> None:
    if not document["rows"]:
        page.say("No row was set aside.")
        return
    rows = [
        (_count(each["row"]), each["column"] or "", each["value"] or "", each["code"], each["reason"])
        for each in document["rows"]
    ]
    page.table(("row", "column", "value", "problem", "what it is"), rows, words=5)


def _scores(document: Document, page: Page) -> None:
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
    numbers = (_percent(row["share"]), formats.interval(row["low"], row["high"]), _count(row["base"]))
    further = (formats.percent(dissatisfied), formats.number(_known(row["mean"])), _percent(row["top_box"]))
    notes = ", ".join(_short(code) for code in row["caveats"])
    return (*levels, *numbers, *further, formats.signed_points(_known(row["net"])), notes)


def _segments(document: Document, page: Page) -> None:
    page.say(f"{document['dataset']}: {document['question']} by {' and '.join(document['by'])}, {document['scheme']}")
    if not document["rows"]:
        page.say("There are no answers here.")
        return
    keys = document["by"]
    heads = [*keys, "says", "satisfied", "95 % interval", "base", "from the rest", "95 % interval"]
    page.table(heads, [_group(row, keys) for row in document["rows"]], words=len(keys) + 1)
    if document["chi_square"] is not None:
        exact = f", exact {_p(document['p_value_exact'])}" if document["p_value_exact"] is not None else ""
        page.say(
            f"Chi-square {formats.number(document['chi_square'])}, {document['degrees_of_freedom']} degrees of freedom, "
            f"p {_p(document['p_value'])}{exact}; Cramer's V {formats.number(document['cramers_v'])}, corrected "
            f"{formats.number(_known(document['cramers_v_corrected']))}; base {_count(document['base'])}."
        )
    page.notes([*(code for row in document["rows"] for code in row["caveats"]), *document["caveats"]])


def _group(row: Document, keys: Sequence[str]) -> tuple[str, ...]:
    rolled = f"(other: {row['rolled_up']} groups)" if row.get("rolled_up") else "(blank)"
    levels = tuple(rolled if row[key] is None else row[key] for key in keys)
    if row["hidden"]:
        return (*levels, HIDDEN, *[""] * 5)
    says = {"above": "above the rest", "below": "below the rest"}.get(row["mark"], "within noise")
    is_compared = row["difference"] is not None
    low, high = (formats.signed_points(_known(row[key])) for key in ("difference_low", "difference_high"))
    apart = (formats.signed_points(row["difference"]), f"{low} to {high}") if is_compared else ("", "")
    numbers = (_percent(row["share"]), formats.interval(row["low"], row["high"]), _count(row["base"]))
    return (*levels, says if is_compared else "not compared", *numbers, *apart)


def _p(value: float) -> str:
    return "below 0.0001" if value < 0.0001 else f"{value:.4f}"


def _coverage(found: Document, page: Page) -> None:
    asked = "those invited" if found["population_is"] == "invited" else "all customers"
    page.say(
        f"{_count(found['answered'])} of {_count(found['population'])} ({asked}) answered: {_percent(found['rate'])}. "
        f"Allowing for that the share is {formats.interval(found['low'], found['high'])}; if all the silent ones were "
        f"dissatisfied it would be {_percent(found['worst'])}, if all were satisfied {_percent(found['best'])}."
    )


def _drivers(document: Document, page: Page) -> None:
    page.say(f"{document['dataset']}: what goes together with {document['outcome']}")
    if document["base"]:
        how = "satisfied or not" if document["binary"] else "the answer's number"
        page.say(
            f"All drivers together explain {_percent(document['r_squared'])} of {how} ({_count(document['base'])} responses)."
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
    numbers = {name: _known(value) for name, value in row.items() if value is None or isinstance(value, float)}
    return (
        row["driver"],
        _short(row["kind"] or ""),
        formats.number(numbers["pearson"]),
        formats.number(numbers["cramers_v"]),
        formats.percent(numbers["performance"]),
        formats.percent(numbers["share_of_r_squared"]),
        formats.interval(numbers["share_of_r_squared_low"], numbers["share_of_r_squared_high"]),
        formats.signed_points(numbers["gain_satisfied"]),
        formats.money(numbers["money_kept"]),
        _count(row["base"]),
        ", ".join(_short(code) for code in row["caveats"]),
    )


def _journey(document: Document, page: Page) -> None:
    page.say(f"{document['dataset']}: {document['question']}, by the scheme {document['scheme']}")
    if "stages" in document:
        heads = [document["by"], "satisfied", "95 % interval", "base", "against the others", "change", "mark", "note"]
        page.table(heads, [_stage(row) for row in document["stages"]], words=1)
    for found in document.get("bands", ()):
        heads = [found["column"], "satisfied", "95 % interval", "base", "against the others", "of answers", "note"]
        page.table(heads, [_band(row) for row in found["rows"]], words=1)
        for met in found.get("within_expectation", ()):
            page.say(
                f"{_percent(met['within'])} of the answers: {met['expectation']}. Satisfied: {_percent(met['inside'])} "
                f"of them, {_percent(met['beyond'])} of the others."
            )
    page.notes(document["caveats"])


def _stage(row: Document) -> tuple[str, ...]:
    name = "(no stage)" if row["stage"] is None else row["stage"]
    if row["hidden"]:
        return (name, HIDDEN, *[""] * 6)
    change = row["change"]
    moved = "" if change is None else f"{formats.signed_points(change['difference'])} ({_short(change['verdict'])})"
    return (name, *_standing(row), moved, _short(row["mark"] or ""), ", ".join(map(_short, row["caveats"])))


def _band(row: Document) -> tuple[str, ...]:
    name = "(not known)" if row["band"] is None else row["band"]
    if row["hidden"]:
        return (name, HIDDEN, *[""] * 5)
    return (name, *_standing(row), _percent(row["part"]), ", ".join(map(_short, row["caveats"])))


def _standing(row: Document) -> tuple[str, ...]:
    """Score, interval, base and the distance from the others."""
    against = formats.signed_points(_known(row["against_rest"]))
    return _percent(row["share"]), formats.interval(row["low"], row["high"]), _count(row["base"]), against


def _money(document: Document, page: Page) -> None:
    states = [document["before"], *([document["after"]] if document["after"] else [])]
    rows = [("CSAT", *(_percent(state["csat"]) for state in states))]
    for band in ("dissatisfied", "neutral", "satisfied"):
        rows.append((f"customers {band}", *(_count(state["customers"][band]) for state in states)))
    rows.append(("customers lost in a year", *(_count(state["lost"]) for state in states)))
    rows.append(("revenue at risk in a year", *(_dollars(state["at_risk"]) for state in states)))
    page.table(("", "before", "after")[: len(states) + 1], rows, words=1)
    if document["after"]:
        page.say(f"Saved: {_count(document['saved_customers'])} customers, {_dollars(document['saved'])} a year.")
        page.say(f"A point of CSAT along this change is worth {_dollars(document['value_of_a_point'])} a year.")
    for path in document["paths"]:
        page.say(f"A point won from the {path['from']} is worth {_dollars(path['value'])} a year.")
    if document["spend"] is not None:
        page.say(f"Yearly spend of a customer: {_dollars(document['spend'])} ({document['spend_provenance']}).")
    rates = ", ".join(f"{band} {_percent(rate)}" for band, rate in document["churn"].items())
    page.say(f"Leaving rates: {rates} ({document['churn_provenance']}).")
    if document["scaled_to"]:
        page.say(f"Scaled to {_count(document['scaled_to'])} customers, assuming the others are like those counted.")
    page.notes(document["caveats"])


def _cut(text: str, most: int) -> str:
    """The beginning of a text; the whole of it is in the JSON."""
    return text if len(text) <= most else text[: most - 1] + "…"


def _trend(document: Document, page: Page) -> None:
    measure = Measure(document["measure"])
    page.say(
        f"{document['dataset']}: {document['question']} ({document['scheme']}), {measure.words} by {document['period']}"
    )
    rows = [_trend_row(row, measure) for row in document["rows"] if "empty_base" not in row["caveats"]]
    page.table(("period", measure.words.lower(), "95 % interval", "base", "usual range", ""), rows, words=1)
    for name, key in (("previous period", "previous"), ("a year before", "last_year"), ("the baseline", "baseline")):
        found = document[key]
        if found and found["difference"] is not None:
            against = found["against"] if "against" in found else f"{found['start']}/{found['end']}"
            page.say(f"Against {name} ({against}): {_moved(found, measure)}.")
    for event in document["events"]:
        page.say(f"{event['day']} {event['name']} ({_short(event['kind'])}): {_moved(event, measure)}.")
    for level in document.get("levels", ()):
        for event in level["events"]:
            page.say(f"{level['level'] or '(blank)'}, {event['name']}: {_moved(event, measure)}.")
    page.notes(document["caveats"])


def _trend_row(row: Document, measure: Measure) -> tuple[str, ...]:
    value, low, high = (_known(row[key]) for key in (measure.value, measure.low, measure.high))
    notes = [*(["not complete"] if row["partial"] else []), *([_short(row["signal"])] if row.get("signal") else [])]
    limits = row.get("limits")
    return (
        formats.period(row["period"]),
        HIDDEN if row["hidden"] else measure.written(value),
        f"{measure.plain(low)} to {measure.plain(high)}",
        _count(row["base"]),
        f"{measure.plain(limits['low'])} to {measure.plain(limits['high'])}" if limits else "",
        ", ".join(notes),
    )


def _moved(found: Document, measure: Measure) -> str:
    if found["difference"] is None:
        return "not compared"
    low, high = (measure.plain(_known(found[key])) for key in ("low", "high"))
    return f"{measure.plain(found['difference'])} ({low} to {high}), {_short(found['verdict'])}"


def _short(code: str) -> str:
    return code.replace("_", " ")


def _known(value: float | None) -> float:
    return math.nan if value is None else value


def _count(value: float | None) -> str:
    return "" if value is None else formats.count(value)


def _percent(value: float | None) -> str:
    return formats.percent(_known(value))


def _dollars(value: float | None) -> str:
    return formats.money(_known(value))
