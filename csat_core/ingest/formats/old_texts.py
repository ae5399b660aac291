"""The texts that a workbook of the old kind keeps once, counted before they are read: a cell names one in 14 bytes."""

import re
import struct
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

from csat_core.ingest.formats.shared_texts import MOST_LETTERS
from csat_core.ingest.refusals import BombError

FAT_PLACES, LONGEST_NAME, ENTRY = 109, 64, 128
"""Of the container: places of its table in the header, bytes of a name and of an entry."""
LAST = 0xFFFFFFFA
"""Numbers from here on name no sector."""
TEXTS, GOES_ON, END = 0x00FC, 0x003C, 0x000A
"""Kinds of records: the texts, what is too long for one record, the end of what counts for all sheets."""
WIDE, EXTENDED, RICH = 1, 4, 8
"""Signs of a text: two bytes a letter, something behind it, fonts of its letters."""
_NAMED = re.compile(rb"\xfd\x00\x0a\x00.{6}(.{4})", re.DOTALL)
"""A cell with a text: row, column and format, then which text it is."""


def require_modest_texts(path: Path) -> None:
    """Nothing; raises BombError where the cells would hold far more letters than the file.

    What is damaged is left to who reads the workbook.
    """
    try:
        stream = _workbook(path.read_bytes())
        lengths = _lengths(_texts(stream))
    except (struct.error, IndexError, ValueError):
        return
    named = array("I", b"".join(_NAMED.findall(stream)))
    letters = sum(lengths[each] for each in named if each < len(lengths))
    if letters > MOST_LETTERS:
        raise BombError(found=f"the cells of the workbook hold more than {MOST_LETTERS:,} letters")


def _workbook(content: bytes) -> bytes:
    """The records of the workbook in an Office container; empty where there are none, or too few to matter."""
    (shift,) = struct.unpack_from("<H", content, 30)
    first, in_pieces, more = (struct.unpack_from("<I", content, at)[0] for at in (48, 56, 68))

    def sector(number: int) -> bytes:
        return content[(number + 1) << shift : (number + 2) << shift]

    places = list(struct.unpack_from(f"<{FAT_PLACES}I", content, 76))
    while more < LAST and len(places) << shift < len(content):
        *further, more = array("I", sector(more))
        places += further
    table = array("I", b"".join(sector(place) for place in places if place < LAST))

    def chain(number: int) -> bytes:
        found: list[bytes] = []
        while number < LAST and len(found) < len(table):
            found.append(sector(number))
            number = table[number]
        return b"".join(found)

    entries = chain(first)
    for at in range(0, len(entries) - ENTRY + 1, ENTRY):
        name = entries[at : at + LONGEST_NAME].decode("utf-16-le", "replace").rstrip("\0")
        begin, size = struct.unpack_from("<2I", entries, at + 116)
        if name == "Workbook" and size >= in_pieces:
            return chain(begin)[:size]
    return b""


def _texts(stream: bytes) -> Sequence[bytes]:
    """The bodies of the records that hold the texts; none where there are no texts."""
    found: list[bytes] = []
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<2H", stream, at)
        if kind == TEXTS or (found and kind == GOES_ON):
            found.append(stream[at + 4 : at + 4 + size])
        elif found or kind == END:
            break
        at += 4 + size
    return found


def _lengths(parts: Sequence[bytes]) -> "array[int]":
    """The letters of each text; one may go on in the next part, which says anew how wide its letters are."""
    lengths = array("I")
    rest: Iterator[bytes] = iter(parts)
    part, at = next(rest, b""), 8
    while True:
        if at >= len(part):
            part, at = next(rest, b""), at - len(part)
            if not part:
                return lengths
            continue
        letters, signs = struct.unpack_from("<HB", part, at)
        at += 3
        behind = 0
        if signs & RICH:
            behind, at = 4 * struct.unpack_from("<H", part, at)[0], at + 2
        if signs & EXTENDED:
            behind, at = behind + struct.unpack_from("<I", part, at)[0], at + 4
        lengths.append(letters)
        while letters > (here := max(0, len(part) - at) // (1 + (signs & WIDE))):
            letters -= here
            part = next(rest, b"")
            if not part:
                return lengths
            signs, at = part[0], 1
        at += letters * (1 + (signs & WIDE)) + behind
