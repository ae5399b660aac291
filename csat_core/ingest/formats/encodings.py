"""Encodings: text of any origin as UTF-8."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from csat_core.ingest.refusals import DamagedFileError, NotATableError, UnknownFormatError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
FOREIGN = (
    (rb"\$FL[23]", "SPSS data (.sav)"),
    (rb"<stata_dta>", "Stata data (.dta)"),
    (rb"MZ[^\n]{0,200}\0", "a program"),
    (rb"\x7fELF", "a program"),
    (rb"%PDF-", "a PDF document"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF", "a picture, sound or film"),
    (rb"SQLite format 3", "a database"),
    (rb"7z\xbc\xaf|Rar!|BZh\d|\xfd7zXZ|\x28\xb5\x2f\xfd", "an archive that is neither zip nor gz"),
    (rb"PARE", "encrypted Parquet"),
    (rb"\{\\rtf", "a text document"),
    (rb"\{\s*[\"}]|\[\s*[\[{\"]", "JSON"),
    (rb"(?i:<!doctype html|<html|<table|<head|<meta)", "a web page"),
    (rb"(?i:<\?xml|<!doctype)", "XML"),
)
"""How a file begins that is no table of text, and what that is."""
CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "iso8859_15", "iso8859_2", "mac_roman",
    "gb18030", "shift_jis", "big5", "euc_kr",
)  # fmt: skip
SAMPLE = 1 << 18
TELLING = 1 << 14
"""Bytes of lines with letters beyond ASCII from which the encoding is told."""
CHUNK = 1 << 22


def as_utf8(path: Path, folder: Path) -> tuple[Path, str, str]:
    """The text as a UTF-8 file with plain line ends, its encoding, and the evidence for it."""
    with path.open("rb") as file:
        start = file.read(SAMPLE)
    _refuse_foreign(start)
    encoding, evidence = _encoding(path, start)
    if encoding == "utf-8" and not _has_lone_returns(start):
        return path, encoding, evidence
    target = folder / "text"
    try:
        with path.open(encoding=encoding) as text, target.open("w", encoding="utf-8", newline="\n") as out:
            while chunk := text.read(CHUNK):
                if "\0" in chunk:
                    raise NotATableError(found="it holds bytes that no text has")
                out.write(chunk)
    except UnicodeError as error:
        raise DamagedFileError(found=f"it is not the {encoding} text it seems to be") from error
    return target, encoding.removesuffix("-sig"), evidence


def _refuse_foreign(start: bytes) -> None:
    """Nothing; raises UnknownFormatError for what begins as something else does."""
    begin = start.removeprefix(codecs.BOM_UTF8).lstrip()
    for magic, found in FOREIGN:
        if re.match(magic, begin):
            raise UnknownFormatError(found=found)


def _encoding(path: Path, start: bytes) -> tuple[str, str]:
    """The name Python knows the encoding by, and the evidence for it."""
    for bom, encoding in BOMS:
        if start.startswith(bom):
            return encoding, f"The text is {encoding.removesuffix('-sig').upper()}: its first bytes say so."
    wide = _utf16_without_bom(start)
    if wide:
        return wide, f"The text is {wide.upper()}: its letters take two bytes each."
    if b"\0" in start:
        raise NotATableError(found="it holds bytes that no text has")
    if _is_utf8(path):
        return "utf-8", "The text is UTF-8: every byte fits."
    best = _fitting(path)
    return best, f"The text is {best.replace('_', '-')}: it is not UTF-8, and this fits its letters best."


def _fitting(path: Path) -> str:
    """The encoding whose letters make most sense in the lines that have any beyond ASCII."""
    sample = b"".join(_telling_lines(path))
    best = from_bytes(sample, cp_isolation=list(CANDIDATES), threshold=0.5).best()
    if best is not None:
        return best.encoding
    return "cp1252" if not re.search(rb"[\x81\x8d\x8f\x90\x9d]", sample) else "latin-1"


def _telling_lines(path: Path) -> Iterator[bytes]:
    """Lines with letters beyond ASCII, as many as are needed; whole lines, so that no letter is cut."""
    taken = 0
    with path.open("rb") as file:
        while taken < TELLING and (lines := file.readlines(CHUNK)):
            for line in lines:
                if taken < TELLING and not line.isascii():
                    taken += len(line)
                    yield line[:CHUNK]


def _utf16_without_bom(start: bytes) -> str | None:
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


def _is_utf8(path: Path) -> bool:
    """Whether every byte fits; raises NotATableError for zero bytes, DamagedFileError for a letter cut at the end."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_ascii = True
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if b"\0" in chunk:
                raise NotATableError(found="it holds bytes that no text has")
            try:
                is_ascii &= decoder.decode(chunk).isascii()
            except UnicodeDecodeError:
                return False
    pending, _ = decoder.getstate()
    if pending and not is_ascii:
        raise DamagedFileError(found="it ends in the middle of a letter")
    return not pending


def _has_lone_returns(start: bytes) -> bool:
    """Whether a carriage return alone ends a line somewhere."""
    return start.count(b"\r") != start.count(b"\r\n")
