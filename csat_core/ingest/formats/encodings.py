"""Encodings: text of any origin as a UTF-8 file, its lines and cells untouched."""

import codecs
import itertools
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from csat_core.ingest.formats.guessed_encodings import SAMPLE, SHOWN, chunks, guessed
from csat_core.ingest.refusals import AS_FORMAT, BadOptionError, DamagedFileError, EmptyFileError, NotATableError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
ODD_SPACES = (b"\t", b"\v", b"\f", b"\x1a")
NOT_TEXT = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b") - {0})
MOST_NOT_TEXT = 0.01
"""The share of control signs, and of zero bytes, that a text with a few flaws may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A file that is UTF-8, perhaps after a byte order mark."""

    path: Path
    encoding: str
    """Of the file as it came, by its usual name."""
    evidence: tuple[str, ...]
    line_feeds: int
    carriage_returns: int
    ends_with_line: bool
    is_plain: bool = False
    """Whether it is ASCII and no sign in it takes room but spaces and the ends of lines."""
    has_escapes: bool = False
    """Whether a quotation mark stands behind a backslash somewhere."""


def as_utf8(path: Path, folder: Path, named: str | None = None) -> Text:
    """The text as UTF-8, written anew into `folder` only where it is not that already.

    Raises NotATableError for bytes that are no text, DamagedFileError for text that breaks its own encoding.
    """
    with path.open("rb") as file:
        start = file.read(SAMPLE)
    if named:
        return _written(path, folder, _known(named), [f"The text is read as {named}, as was asked."])
    marked = next((encoding for bom, encoding in BOMS if start.startswith(bom)), None)
    if marked and marked != "utf-8-sig":
        return _written(path, folder, marked, [f"The text is {marked.upper()}: its first bytes say so."])
    wide = _utf16_without_mark(start)
    if wide:
        return _written(path, folder, wide, [f"The text is {wide.upper()}: its letters take two bytes each."])
    _require_text(start)
    as_it_is, is_utf8 = _measured(path)
    if as_it_is.zero_bytes > MOST_NOT_TEXT * path.stat().st_size:
        raise NotATableError(found="it holds bytes that no text has", way=AS_FORMAT)
    if not is_utf8:
        _require_text_throughout(path)
    said = "its first bytes say so" if marked else "every byte fits"
    encoding, evidence = (marked or "utf-8", [f"The text is UTF-8: {said}."]) if is_utf8 else guessed(path)
    if is_utf8 and not as_it_is.zero_bytes:
        return _text(path, encoding, evidence, as_it_is)
    if as_it_is.zero_bytes:
        evidence.append(f"{as_it_is.zero_bytes:,} zero bytes, which no text has, were left out.")
    return _written(path, folder, encoding, evidence)


def _known(name: str) -> str:
    try:
        if codecs.lookup(name)._is_text_encoding:
            return name
    except (LookupError, ValueError):
        pass
    raise BadOptionError(given=name, expected="an encoding that is known here")


def _utf16_without_mark(start: bytes) -> str | None:
    """The kind of UTF-16 under which the first bytes are lines of assigned letters; None where neither is."""
    if len(start) < 8 or b"\0" not in start:
        return None
    even = start[: min(len(start), 1 << 14) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        # half a letter at the end of the sample is none
        text = even.decode(encoding, errors="ignore")
        kinds = {unicodedata.category(sign) for sign in set(text) - set("\t\r\n\ufeff")}
        if ("\n" in text or "\r" in text) and not kinds & {"Cc", "Cn", "Co", "Cs"}:
            return encoding
    return None


def _require_text(start: bytes) -> None:
    """Nothing; raises where the bytes are none of a text."""
    if not start.removeprefix(codecs.BOM_UTF8).strip(b" \t\r\n\v\f\0\x1a"):
        raise EmptyFileError
    if _holds_other_bytes(start) or start.count(0) > MOST_NOT_TEXT * len(start) + 4:
        raise NotATableError(found="it holds bytes that no text has", way=AS_FORMAT)


def _require_text_throughout(path: Path) -> None:
    """Nothing; raises NotATableError where a stretch of the file, however it begins, is none of a text."""
    if any(_holds_other_bytes(chunk, SAMPLE) for chunk in chunks(path)):
        raise NotATableError(found="a part of it holds bytes that no text has", way=AS_FORMAT)


def _holds_other_bytes(content: bytes, least: int = 0) -> bool:
    """Whether more of the bytes than a text with a few flaws has are control signs; of fewer than `least` that many count."""
    odd = len(content) - len(content.translate(None, NOT_TEXT))
    return odd > MOST_NOT_TEXT * max(len(content), least)


@dataclass(slots=True)
class _Measures:
    """What one pass over the bytes tells."""

    zero_bytes: int = 0
    line_feeds: int = 0
    carriage_returns: int = 0
    last: bytes = b""
    is_plain: bool = True
    has_escapes: bool = False

    def take(self, chunk: bytes) -> None:
        """Nothing; the chunk is counted in."""
        # to find out that there is none takes a fifth of the time of counting them
        self.zero_bytes += chunk.count(b"\0") if b"\0" in chunk else 0
        self.line_feeds += chunk.count(b"\n")
        self.carriage_returns += chunk.count(b"\r") if b"\r" in chunk else 0
        self.last = chunk[-1:] or self.last
        self.has_escapes |= b"\\" in chunk and b'\\"' in chunk
        self.is_plain &= chunk.isascii() and not any(sign in chunk for sign in ODD_SPACES)


def _measured(path: Path) -> tuple[_Measures, bool]:
    """What the bytes tell, and whether all of them are UTF-8."""
    measures, is_utf8, decoder = _Measures(), True, codecs.getincrementaldecoder("utf-8")()
    for chunk in itertools.chain(chunks(path), [b""]):
        measures.take(chunk)
        try:
            # letters beyond ASCII are half read only where the last chunk ended within one
            if is_utf8 and not (chunk and chunk.isascii() and not decoder.getstate()[0]):
                decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError:
            is_utf8 = False
    return measures, is_utf8


def _text(path: Path, encoding: str, evidence: list[str], measures: _Measures) -> Text:
    return Text(
        path=path, encoding=SHOWN.get(encoding, encoding), evidence=tuple(evidence), line_feeds=measures.line_feeds,
        carriage_returns=measures.carriage_returns, ends_with_line=measures.last in (b"\n", b"\r"),
        is_plain=measures.is_plain, has_escapes=measures.has_escapes,
    )  # fmt: skip


def _written(path: Path, folder: Path, encoding: str, evidence: list[str]) -> Text:
    """The text, decoded and written into `folder` as UTF-8, in a stream; signs that cannot be read are told of."""
    target, measures, unread = folder / "text", _Measures(), 0
    decoder = codecs.getincrementaldecoder(encoding)("csat-repair" if encoding.startswith("utf-8") else "replace")
    with target.open("wb") as out:
        for chunk in itertools.chain(chunks(path), [b""]):
            text = decoder.decode(chunk, final=not chunk).replace("\0", "")
            unread += text.count("\ufffd")
            plain = text.encode()
            measures.take(plain)
            out.write(plain)
    size = target.stat().st_size
    if not size:
        raise EmptyFileError
    if unread > MOST_NOT_TEXT * size + 4:
        raise DamagedFileError(found=f"it is not the {SHOWN.get(encoding, encoding)} text it seems to be")
    told = [f"{unread:,} signs could not be read and stand as \ufffd."] if unread else []
    return _text(target, encoding, [*evidence, *told], measures)


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """For the few bytes of a UTF-8 text that are not UTF-8: what they most often are."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("csat-repair", _as_windows)
