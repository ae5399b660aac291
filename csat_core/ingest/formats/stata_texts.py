"""The texts that a Stata file keeps beside its rows, counted before they are read: a row names one in eight bytes."""

import mmap
import struct
from collections.abc import Iterator
from pathlib import Path

from csat_core.ingest.formats.shared_texts import MOST_LETTERS
from csat_core.ingest.refusals import BombError

START = b"<stata_dta><header><release>"
COUNTS = {b"117": ("H", "I"), b"118": ("H", "Q"), b"119": ("I", "Q")}
"""How a release writes the number of variables and of rows; a text stands under a number of the latter kind."""
HEADER = 1_000
"""Bytes in which the header ends."""
BITS = {b"117": 32, b"118": 16, b"119": 24}
"""Of the number of a variable in the eight bytes that name a text; the others are the number of a row."""
KEPT_BESIDE, LONGEST_TEXT = 32_768, 2_045
WIDTHS = {65_526: 8, 65_527: 4, 65_528: 4, 65_529: 2, 65_530: 1, KEPT_BESIDE: 8}
"""Bytes of a value by the type of its variable; that of a shorter text is its width."""
TYPES, DATA, TEXTS = (2, b"<variable_types>"), (9, b"<data>"), (10, b"<strls>")
"""Where a part stands among the places of all, and how it begins."""


def letters_beside(path: Path) -> int:
    """The letters of such texts in all rows together; raises BombError where they are far more than the file holds.

    None (0) in a file that has no such texts, or that is damaged, which is left to who reads it.
    """
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            letters = _letters(content)
    except (struct.error, LookupError, ValueError, TypeError, OverflowError):
        return 0
    if letters > MOST_LETTERS + path.stat().st_size:
        raise BombError(found=f"its rows hold more than {MOST_LETTERS:,} letters of texts that it keeps once")
    return letters


def _letters(content: mmap.mmap) -> int:
    import numpy as np

    release = content[len(START) : len(START) + 3]
    order = "<" if b"<byteorder>LSF" in content[:HEADER] else ">"
    of_variables, of_rows = COUNTS[release]
    (variables,) = _at(content, b"<K>", order + of_variables)
    (rows,) = _at(content, b"<N>", order + of_rows)
    places = _at(content, b"<map>", f"{order}14Q")
    types = struct.unpack_from(f"{order}{variables}H", content, places[TYPES[0]] + len(TYPES[1]))
    widths = [kind if kind <= LONGEST_TEXT else WIDTHS[kind] for kind in types]
    if KEPT_BESIDE not in types or not rows:
        return 0
    begin = places[DATA[0]] + len(DATA[1])
    table = np.ndarray((rows, sum(widths)), np.uint8, content, begin)
    named = [
        np.ascontiguousarray(table[:, sum(widths[:at]) : sum(widths[: at + 1])]).view(f"{order}u8")
        for at, kind in enumerate(types)
        if kind == KEPT_BESIDE
    ]
    names, times = np.unique(np.concatenate(named), return_counts=True)
    lengths = dict(_texts(content, places[TEXTS[0]] + len(TEXTS[1]), order, release))
    return sum(lengths.get(name, 0) * many for name, many in zip(names.tolist(), times.tolist(), strict=True))


def _at(content: mmap.mmap, mark: bytes, wanted: str) -> tuple[int, ...]:
    """The numbers behind a mark of the header; raises ValueError where it is not there."""
    return struct.unpack_from(wanted, content, content[:HEADER].index(mark) + len(mark))


def _texts(content: mmap.mmap, at: int, order: str, release: bytes) -> Iterator[tuple[int, int]]:
    """The name of each text, as it stands in the rows, with its length in bytes."""
    head = struct.Struct(f"{order}3sI{COUNTS[release][1]}BI")
    bits = BITS[release]
    while at + head.size <= len(content):
        mark, variable, row, _, length = head.unpack_from(content, at)
        if mark != b"GSO":
            return
        yield variable | row << bits if order == "<" else variable << 64 - bits | row, length
        at += head.size + length
