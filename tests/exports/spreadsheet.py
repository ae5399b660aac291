"""A spreadsheet in small: what a cell shows of its number under its format."""

import re
from decimal import ROUND_HALF_UP, Decimal


def shown(value: float, code: str) -> str:
    """The text of a number cell; knows the signs that the workbooks of this product use, and no others."""
    section = _section(value, _split(code))
    pattern = re.compile(r"(#,##)?0(?:\.(0+))?(,*)")
    bare = re.sub(r'"[^"]*"|\\.', lambda found: "\0" * len(found[0]), section)
    core = pattern.search(bare)
    if core is None:
        return _plain(section)
    places, scaled = len(core[2] or ""), len(core[3])
    number = Decimal(f"{abs(value):.15g}") * (100 if "%" in bare else 1) / 1000**scaled
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    digits = f"{rounded:,}" if core[1] else f"{rounded}"
    is_bare = value < 0 and len(_split(code)) == 1 and rounded
    return ("-" if is_bare else "") + _plain(section[: core.start()]) + digits + _plain(section[core.end() :])


def _split(code: str) -> list[str]:
    """The parts of a format: above nought, below it, and nought."""
    parts, quoted, last = [""], False, ""
    for letter in code:
        quoted ^= letter == '"' and last != "\\"
        if letter == ";" and not quoted and last != "\\":
            parts.append("")
        else:
            parts[-1] += letter
        last = letter
    return parts


def _section(value: float, parts: list[str]) -> str:
    condition = re.match(r"\[<([\d.]+)\]", parts[0])
    if condition:
        return parts[0][condition.end() :] if value < float(condition[1]) else parts[1]
    if len(parts) == 1:
        return parts[0]
    return parts[0] if value > 0 else parts[1] if value < 0 else parts[-1]


def _plain(text: str) -> str:
    return re.sub(r'"([^"]*)"|\\(.)', lambda found: found[1] if found[1] is not None else found[2], text)
