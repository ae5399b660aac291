"""Quotation marks behind a backslash, as databases write them, in place of marks that are doubled."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from csat_core.ingest.formats.encodings import CHUNK, Text

SAID = "Quotation marks within texts stand behind a backslash, as databases write them."
_PROOF = re.compile(rb'(?<!\\)(?:\\\\)*\\"[^",;\t|\r\n]')
"""A mark that would end its cell if the backslash were text, and has neither an end of the cell nor a second mark behind it."""
_AGAINST = re.compile(rb'(?<!\\)\\"(?:[,;\t|]"|[,;\t|]?[\r\n])')
"""What a text ending in a backslash looks like, such as a folder."""
_ESCAPED = re.compile(rb'(?<=[,;\t|\n])\\N(?=[,;\t|\r\n])|\\(["\\])')
"""`\\N` alone in a cell is what databases write where there is nothing."""


def without_escapes(text: Text, folder: Path) -> Text:
    """The text with marks doubled, written anew into `folder`, where backslashes protect them; else as it is.

    Lines stay what they are, and so do their numbers.
    """
    if not text.has_escapes:
        return text
    proof = against = 0
    for chunk in _chunks(text.path):
        proof, against = proof + len(_PROOF.findall(chunk)), against + len(_AGAINST.findall(chunk))
    if proof <= against:
        return text
    target = folder / "unescaped"
    with target.open("wb") as out:
        for chunk in _chunks(text.path):
            out.write(_ESCAPED.sub(_doubled, chunk))
    return replace(text, path=target, evidence=(*text.evidence, SAID))


def _doubled(found: re.Match[bytes]) -> bytes:
    return {b'"': b'""', b"\\": b"\\", None: b""}[found[1]]


def _chunks(path: Path) -> Iterator[bytes]:
    """The bytes in parts none of which ends with a backslash, so that none is torn from what it protects."""
    kept = b""
    with path.open("rb") as file:
        for _ in itertools.count():
            read = file.read(CHUNK)
            chunk = kept + read
            whole = chunk.rstrip(b"\\") if read else chunk
            kept = chunk[len(whole) :]
            if whole:
                yield whole
            if not read:
                return
