"""Cells of formulas that no spreadsheet has worked out: report generators write the formula and leave its result to others."""

from csat_core.ingest.detection import Detection
from csat_core.ingest.plan import Problem

CODE = "formulas"


def formulas_in(detection: Detection) -> tuple[Problem, ...]:
    """The problem of cells whose formulas have no results; none where there are none."""
    count = detection.formulas
    if not count:
        return ()
    cells = (
        "cell of the workbook holds a formula without its result"
        if count == 1
        else ("cells of the workbook hold formulas without results")
    )
    message = (
        f"{count:,} {cells}, as programs write them that are no spreadsheet, and nothing stands there to be read: open and "
        "save it once in a spreadsheet, and bring it again."
    )
    return (Problem(code=CODE, column=None, count=count, example_row=None, message=message),)
