"""Encodings: text of any origin as UTF-8."""

import codecs
from pathlib import Path

from charset_normalizer import from_bytes

from csat_core.ingest.refusals import DamagedFileError, NotATableError, UnknownFormatError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
FOREIGN = (
    (b"$FL2", "SPSS data (.sav)"), (b"<stata_dta>", "Stata data (.dta)"), (b"MZ", "a program"), (b"\x7fELF", "a program"),
    (b"%PDF", "a PDF document"), (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"SQLite format 3", "a database"),
    (b"{", "JSON"), (b"[{", "JSON"), (b"<?xml", "XML"), (b"<!DOCTYPE", "a web page"), (b"<html", "a web page"),
)  # fmt: skip
SAMPLE = 1 << 18
CHUNK = 1 << 22


def as_utf8(path: Path, folder: Path) -> tuple[Path, str, str]:
    """The text as a UTF-8 file with plain line ends, its encoding, and the evidence for it."""
    with path.open("rb") as file:
        start = file.read(SAMPLE)
    _refuse_foreign(start)
    encoding, evidence = _encoding(path, start)
    is_plain = encoding == "utf-8" and not _has_odd_line_ends(start)
    if is_plain:
        return path, encoding, evidence
    target = folder / "text"
    try:
        with path.open(encoding=encoding, newline=None) as text, target.open("w", encoding="utf-8", newline="\n") as out:
            while chunk := text.read(CHUNK):
                out.write(chunk)
    except UnicodeError as error:
        raise DamagedFileError(found=f"it is not the {encoding} text it seems to be") from error
    return target, encoding.removesuffix("-sig"), evidence


def _refuse_foreign(start: bytes) -> None:
    for magic, found in FOREIGN:
        if start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(magic):
            raise UnknownFormatError(found=found)


def _encoding(path: Path, start: bytes) -> tuple[str, str]:
    for bom, encoding in BOMS:
        if start.startswith(bom):
            return encoding, f"The text is {encoding.removesuffix('-sig').upper()}: its first bytes say so."
    wide = _utf16_without_bom(start)
    if wide:
        return wide, f"The text is {wide.upper()}: every second byte is zero."
    if b"\0" in start:
        raise NotATableError(found="it holds bytes that no text has")
    if _is_utf8(path):
        return "utf-8", "The text is UTF-8: every byte fits."
    best = from_bytes(start, cp_isolation=CANDIDATES).best()
    encoding = best.encoding if best else "cp1252"
    return encoding, f"The text is {encoding.replace('_', '-')}: it is not UTF-8, and this fits its letters best."


CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "iso8859_15", "iso8859_2", "mac_roman", "gb18030", "shift_jis", "big5", "euc_kr",
]  # fmt: skip


def _utf16_without_bom(start: bytes) -> str | None:
    even, odd = start[0::2], start[1::2]
    if len(start) < 8 or b"\0" not in start:
        return None
    if odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.6 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    return None


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                if b"\0" in chunk:
                    raise NotATableError(found="it holds bytes that no text has")
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _has_odd_line_ends(start: bytes) -> bool:
    """Whether a lone carriage return ends a line somewhere."""
    return start.count(b"\r") != start.count(b"\r\n")
