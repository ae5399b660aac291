"""The sheets of a workbook that were not read: what is said of them."""

from csat_core.ingest.detection import Detection
from csat_core.ingest.plan import Problem
from csat_core.ingest.refusals import shown

MOST_NAMED = 8
CODE = "other_sheets"


def other_sheets_in(detection: Detection) -> tuple[Problem, ...]:
    """The problem of sheets with rows that are not read, where none was named; none where there are none."""
    others = detection.other_sheets
    if not others:
        return ()
    named = [f"'{shown(name)}' ({_rows(rows)})" for name, rows, _ in others[:MOST_NAMED]]
    if len(others) > MOST_NAMED:
        named.append(f"{len(others) - MOST_NAMED} more")
    listed = " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
    found = f"Only the sheet '{shown(detection.sheet or '')}' is read; the workbook also has {listed}."
    way = f' --sheet "{shown(others[0][0])}" reads another.'
    alike = [name for name, _, same in others if same]
    if alike:
        some = ", ".join(f"'{shown(name)}'" for name in alike[:MOST_NAMED])
        found += f" The same columns are in {some}: bring the file in once more for {'it' if len(alike) == 1 else 'each of them'}."
        way = f' --sheet "{shown(alike[0])}" reads it.'
    page = " Another can be chosen in the list of sheets."
    return (Problem(code=CODE, count=len(others), message=found + way, on_page=found + page),)


def _rows(rows: int | None) -> str:
    if rows is None:
        return "it cannot be read"
    return f"{rows:,} {'row' if rows == 1 else 'rows'}"
