"""Amounts in spreadsheets: the number a cell holds, and the format under which it reads as on the page."""

from decimal import ROUND_HALF_UP, Decimal

from csat_core.model import formats
from csat_core.model.amount import Amount, Unit

SAID = ((1e9, "B", ",,,"), (1e6, "M", ",,"), (1e3, "k", ","))
"""Money as people say it: the scale, its letter, and how a spreadsheet is told to divide by it."""


def held(amount: Amount) -> float:
    """The number of a cell: shares 0-1, their differences in points, money in full.

    A spreadsheet rounds what lies in the middle up, as it reads in decimals; a page rounds the number that a computer has.
    Where the two would show other digits the cell holds what the page shows.
    """
    value = 100 * amount.value if amount.unit is Unit.POINTS else amount.value
    scale, letter, _ = _said(amount)
    digits = 2 if letter in ("M", "B") else amount.digits
    read = 100 * value if amount.unit is Unit.SHARE else value / scale
    theirs = Decimal(f"{read:.15g}").quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    ours = Decimal(f"{read:.{digits}f}")
    if theirs == ours:
        return value
    return float(ours) / 100 if amount.unit is Unit.SHARE else float(ours) * scale


def _said(amount: Amount) -> tuple[float, str, str]:
    """The scale of an amount of money as people say it; 1 for every other."""
    if amount.unit is Unit.MONEY_SAID:
        for scale, letter, divided in SAID:
            if amount.written.endswith(letter):
                return scale, letter, divided
    return 1.0, "", ""


def number_format(amount: Amount) -> str:
    """How a spreadsheet writes the number of this amount, and others that are put in its place."""
    places = f"0.{'0' * amount.digits}" if amount.digits else "0"
    match amount.unit:
        case Unit.SHARE:
            return f"{places} %"
        case Unit.NUMBER:
            return f"#,##{places}"
        case Unit.MONEY | Unit.MONEY_SAID:
            _, letter, divided = _said(amount)
            places = {"": "#,##0", "k": "0"}.get(letter, "0.00")
            said = f"{literal(formats.currency())}{places}{divided}{literal(letter)}"
            return _with_sign(amount, said, above="")
        case Unit.CHANGE:
            return _with_sign(amount, places)
        case _:
            unit = " point" if amount.written.endswith("point") else " points"
            return _with_sign(amount, f"{places}{literal(unit)}")


def _with_sign(amount: Amount, places: str, above: str = "+") -> str:
    """One form for numbers above nought, one below; what is nought once it is rounded has no minus."""
    is_nought = amount.value < 0 and not amount.written.startswith("−")
    return f"{above}{places};{above if is_nought else '−'}{places};{above}{places}"


def literal(text: str) -> str:
    """Text within a number format, read letter by letter."""
    return "".join(f"\\{letter}" for letter in text) if '"' in text or "\\" in text else f'"{text}"' if text else ""
