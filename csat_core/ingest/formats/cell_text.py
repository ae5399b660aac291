"""The text of a cell that came with a type: whole numbers without a fraction, dates in ISO form."""

from datetime import date, datetime, time, timedelta


def text_of(cell: object) -> str | None:
    """A cell as text: whole numbers without a fraction, dates in ISO form, lengths of time in seconds."""
    match cell:
        case None | "":
            return None
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return decimal(cell)
        case datetime():
            # a spreadsheet counts fractions of days: the nearest second is what was meant
            near = (cell + timedelta(milliseconds=500)).replace(microsecond=0)
            return near.date().isoformat() if near.time() == time() else near.isoformat(sep=" ")
        case date() | time():
            return cell.isoformat()
        case timedelta():
            return decimal(cell.total_seconds())
        case _:
            return str(cell)


def decimal(number: float) -> str:
    """A number with the 15 digits that a spreadsheet keeps, and without a fraction where it is whole."""
    if number.is_integer() and abs(number) < 1e18:
        return str(int(number))
    exact = repr(number)
    return exact if len(exact) <= 16 else f"{number:.15g}"
