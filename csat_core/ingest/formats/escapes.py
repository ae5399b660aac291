"""Quotation marks behind a backslash, as databases write them, in place of marks that are doubled."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from csat_core.ingest.formats.encodings import Text
from csat_core.ingest.formats.guessed_encodings import CHUNK

SAID = "Quotation marks within texts stand behind a backslash, as databases write them."
_NO_BYTE = b"\xff"
"""Stands in no UTF-8, but here for two backslashes in a row."""
_PROOF = re.compile(rb'\\"[^",;\t|\r\n]')
"""A mark that would end its cell if the backslash were text, and has neither an end of the cell nor a second mark behind it."""
_AGAINST = re.compile(rb'\\"(?<!\xff\\")(?:[,;\t|]"|[,;\t|]?[\r\n])')
"""What a text ending in a backslash looks like, such as a folder."""
_NOTHING = re.compile(rb"(?<=[,;\t|\n])\\N(?=[,;\t|\r\n])")
"""`\\N` alone in a cell is what databases write where there is nothing."""
LONG_RUN = 4
ENOUGH = 100_000
"""So many marks more on one side settle it."""


def without_escapes(text: Text, folder: Path) -> Text:
    """The text with marks doubled, written anew into `folder`, where backslashes protect them; else as it is.

    Lines stay what they are, and so do their numbers.
    """
    if not text.has_escapes:
        return text
    proof = against = 0
    for chunk in _chunks(text.path):
        paired = _paired(chunk)
        proof, against = proof + len(_PROOF.findall(paired)), against + len(_AGAINST.findall(paired))
        if abs(proof - against) > ENOUGH:
            break
    if proof <= against:
        return text
    target = folder / "unescaped"
    with target.open("wb") as out:
        for chunk in _chunks(text.path):
            out.write(_doubled(chunk))
    return replace(text, path=target, evidence=(*text.evidence, SAID))


def _paired(chunk: bytes) -> bytes:
    """The chunk with a single sign for two backslashes, so that each of those left protects what follows."""
    return chunk.replace(rb"\\", _NO_BYTE)


def _doubled(chunk: bytes) -> bytes:
    """The chunk with its marks doubled; by replacements alone, as a text can consist of nothing but marks."""
    paired = _paired(chunk)
    if rb"\N" in paired:
        paired = _NOTHING.sub(b"", paired)
    return paired.replace(rb"\"", b'""').replace(_NO_BYTE, b"\\")


def _chunks(path: Path) -> Iterator[bytes]:
    """The bytes in parts none of which ends with a backslash, so that none is torn from what it protects."""
    kept = b""
    with path.open("rb") as file:
        for _ in itertools.count():
            read = file.read(CHUNK)
            chunk = kept + read
            run = len(chunk) - len(chunk.rstrip(b"\\")) if read else 0
            # of a run without end the last few are kept, an even number of them is not
            kept = b"\\" * (run if run < LONG_RUN else 2 + run % 2)
            whole = chunk[: len(chunk) - len(kept)]
            if whole:
                yield whole
            if not read:
                return
