"""Groups compared, as people read them on a terminal."""

from collections.abc import Sequence

from csat_core.cli.calls import Document
from csat_core.cli.tables.page import HIDDEN, Page, count, known, percent
from csat_core.model import formats
from csat_core.model.mark import mark_words


def write(document: Document, page: Page) -> None:
    """Nothing; a row for each group, and whether they differ at all."""
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
            f"{formats.number(known(document['cramers_v_corrected']))}; base {count(document['base'])}."
        )
    page.notes([*(code for row in document["rows"] for code in row["caveats"]), *document["caveats"]])


def _group(row: Document, keys: Sequence[str]) -> tuple[str, ...]:
    rolled = f"(other: {row['rolled_up']} groups)" if row.get("rolled_up") else "(blank)"
    levels = tuple(rolled if row[key] is None else row[key] for key in keys)
    if row["hidden"]:
        return (*levels, HIDDEN, *[""] * 5)
    says = mark_words(row["mark"], row["verdict"])
    is_compared = row["difference"] is not None
    low, high = (formats.signed_points(known(row[key])) for key in ("difference_low", "difference_high"))
    apart = (formats.signed_points(row["difference"]), f"{low} to {high}") if is_compared else ("", "")
    numbers = (percent(row["share"]), formats.interval(row["low"], row["high"]), count(row["base"]))
    return (*levels, says if is_compared else "not compared", *numbers, *apart)


def _p(value: float) -> str:
    return "below 0.0001" if value < 0.0001 else f"{value:.4f}"
