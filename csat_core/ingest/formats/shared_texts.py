"""The texts that a workbook keeps once, for its cells to name by number: one long text may be that of a million cells."""

import re
import zipfile
from array import array
from collections.abc import Iterator

from csat_core.ingest.formats.records import too_long
from csat_core.ingest.refusals import BombError, DamagedFileError

SHARED = "xl/sharedstrings.xml"
MOST_LETTERS = 500_000_000
"""Of the cells of one sheet; each cell holds its text anew once it is read."""
MOST_UNUSED = 1_000_000
"""Texts that no cell names; programs write down those that are in a cell."""
CHUNK, LONGEST = 1 << 20, 8 << 20
"""Bytes that are looked at together, and of one text with the fonts of its letters."""
SHORTEST_CELL = 16
"""Bytes of a cell that names a text."""
MARKUP = len("<si><t></t>")
_BEGIN = re.compile(rb"<(\w+:)?sst\b([^>]*)")
_CLAIMED = re.compile(rb"""\buniqueCount\s*=\s*["']\s*(\d{1,18})""")
_NAMED = re.compile(rb"""\st\s*=\s*["']s["'][^>]*>\s*<(?:\w+:)?v>(\d{1,9})</""")


def require_modest_texts(packed: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """Nothing; raises BombError where the cells of a sheet would hold far more than the file, or name next to none of its texts."""
    kept = [part for part in parts if part.filename.replace("\\", "/").casefold() == SHARED]
    if not kept:
        return
    sheets = [part for part in parts if part not in kept]
    lengths = _lengths(packed, kept[0], sum(part.file_size for part in sheets) // SHORTEST_CELL)
    longest = max(lengths, default=0)
    for part in sheets:
        if part.file_size // SHORTEST_CELL * longest > MOST_LETTERS:
            _require_few_letters(packed, part, lengths, longest)


def _require_few_letters(packed: zipfile.ZipFile, part: zipfile.ZipInfo, lengths: "array[int]", longest: int) -> None:
    """Nothing; raises BombError as soon as the cells read so far hold too much.

    Each may name the longest text, unless it is plain which one it names; that is looked for where it could be too much.
    """
    letters, fair = 0, MOST_LETTERS * CHUNK // part.file_size
    for chunk in _chunks(packed, part):
        named = _named(chunk)
        plain = list(map(int, _NAMED.findall(chunk))) if named * longest > fair else []
        if plain and max(plain) >= len(lengths):
            raise DamagedFileError(found="its cells name texts that it does not have")
        letters += sum(map(lengths.__getitem__, plain)) + max(0, named - len(plain)) * longest
        if letters > MOST_LETTERS:
            raise BombError(found=f"the cells of a sheet hold more than {MOST_LETTERS:,} letters")


def _named(chunk: bytes) -> int:
    """How many cells name a text, at most."""
    return chunk.count(b'"s"') + chunk.count(b"'s'")


def _lengths(packed: zipfile.ZipFile, part: zipfile.ZipInfo, cells: int) -> "array[int]":
    """The bytes of each text; raises BombError for many more than there may be cells, or where it says so: room is made for all of them at once."""
    lengths, tail, end = array("I"), b"", b""
    with packed.open(part) as content:
        while chunk := content.read(CHUNK):
            if not end:
                prefix, claims = begin.groups() if (begin := _BEGIN.search(chunk)) else (b"", b"")
                end = b"</%ssi>" % (prefix or b"")
                claimed = _CLAIMED.search(claims or b"")
                if claimed and int(claimed[1]) > MOST_UNUSED + cells:
                    raise BombError(
                        found=f"it claims to keep {int(claimed[1]):,} texts, and has at most {cells:,} cells"
                    )
            *texts, tail = (tail + chunk).split(end)
            lengths.extend(max(0, len(text) - MARKUP) for text in texts)
            if len(tail) > LONGEST:
                raise too_long()
            if len(lengths) > MOST_UNUSED + cells:
                raise BombError(
                    found=f"it keeps more than {MOST_UNUSED + cells:,} texts, and has at most {cells:,} cells"
                )
    return lengths


def _chunks(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a part in pieces that end where a cell does."""
    tail = b""
    with packed.open(part) as content:
        while chunk := content.read(CHUNK):
            begun = tail + chunk
            cut = begun.rfind(b"<c") if len(begun) < 2 * CHUNK else len(begun)
            tail = begun[cut:] if cut > 0 else b""
            yield begun[: len(begun) - len(tail)]
    yield tail
