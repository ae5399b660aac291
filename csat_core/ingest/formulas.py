"""What of a workbook is not what it seems: formulas without results, errors of formulas, hidden rows and columns."""

from collections.abc import Iterator

from csat_core.ingest.detection import Detection
from csat_core.ingest.plan import Problem

CODE, ERRORS, HIDDEN = "formulas", "formula_errors", "hidden_cells"


def formulas_in(detection: Detection) -> tuple[Problem, ...]:
    """The problems of such cells, rows and columns; none where there are none."""
    return tuple(_problems(detection))


def _problems(found: Detection) -> Iterator[Problem]:
    if count := found.formulas:
        cells = (
            "cell of the workbook holds a formula without its result"
            if count == 1
            else "cells of the workbook hold formulas without results"
        )
        yield _problem(
            CODE, count, f"{count:,} {cells}, as programs write them that are no spreadsheet, and nothing stands there to be read: open and "
            "save it once in a spreadsheet, and bring it again.",
        )  # fmt: skip
    if count := found.errors:
        cells = (
            "cell of the sheet holds the error of a formula"
            if count == 1
            else "cells of the sheet hold errors of formulas"
        )
        yield _problem(ERRORS, count, f"{count:,} {cells}, such as #N/A or #DIV/0!, and no value: read as blank.")
    hidden = [
        f"{count:,} hidden {one if count == 1 else many}"
        for count, one, many in (
            (found.hidden_rows, "row", "rows"), (found.hidden_columns, "run of columns", "runs of columns"),
        )
        if count
    ]  # fmt: skip
    if hidden:
        message = f"The sheet has {' and '.join(hidden)}, as by a filter: they are read like all others. Delete what should not count, and bring it again."
        yield _problem(HIDDEN, found.hidden_rows + found.hidden_columns, message)


def _problem(code: str, count: int, message: str) -> Problem:
    return Problem(code=code, count=count, message=message)
