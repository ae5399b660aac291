"""Benchmarks as people read them on a terminal."""

from collections.abc import Callable

from csat_core.cli.calls import Document
from csat_core.cli.tables.page import Page, count, known
from csat_core.model.benchmark import Metric

VERDICTS = {
    "up": "more than chance",
    "down": "more than chance",
    "real_but_too_small_to_matter": "real, but too small to matter",
    "no_change_that_matters": "no difference that matters",
    "cannot_tell": "may be chance",
    None: "too few answers to judge",
}


def write(document: Document, page: Page) -> None:
    """Nothing; a list, what came of a file, or a comparison."""
    if "benchmarks" in document:
        _listed(document, page)
    elif "kept" in document:
        _added(document, page)
    else:
        _compared(document, page)


def _listed(document: Document, page: Page) -> None:
    rows = [
        (
            *(each["name"], each["kind"], Metric(each["metric"]).words, each["note"] or ""),
            *(Metric(each["metric"]).written(each["value"]), str(each["year"] or ""), count(each["base"])),
        )
        for each in document["benchmarks"]
    ]
    page.table(("benchmark", "kind", "measures", "note", "value", "year", "base"), rows, words=4)
    page.say(f"Also: industry (that of the dataset), {', '.join(document['past']).casefold()}, best SEGMENT.")


def _added(document: Document, page: Page) -> None:
    page.say(f"{document['kept']} kept, {document['replaced']} of them in place of an older one.")
    for each in document["not_used"]:
        page.say(f"Row {each['row']} was not used: {each['reason']}")


def _compared(document: Document, page: Page) -> None:
    metric = Metric(document["metric"])
    page.say(f"{document['dataset']}, '{document['question']}', against {document['against']}: {metric.words}")

    def limits(name: str, written: Callable[[float], str]) -> str:
        low, high = (written(known(document[f"{name}_{end}"])) for end in ("low", "high"))
        return f"{low} to {high}"

    written, signed = metric.written, metric.signed
    rows = [
        ("ours", written(known(document["ours"])), limits("ours", written), count(document["base"])),
        ("theirs", written(known(document["theirs"])), "", count(document["theirs_base"])),
        ("gap", signed(known(document["gap"])), limits("gap", signed), ""),
    ]
    page.table(("", "value", "95 % interval", "base"), rows, words=1)
    page.say(f"Verdict: {VERDICTS[document['verdict']] if document['comparable'] else 'not comparable'}.")
    if document["source"]:
        page.say(f"Source: {document['source']}, {document['theirs_year'] or 'year not given'}.")
    if document.get("percentile") is not None:
        page.say(f"Percentile among the industries: {100 * document['percentile']:.0f}.")
    page.notes(document["caveats"])
