"""Which encoding a text is in that says nothing of it: told by its letters."""

import re
from collections.abc import Iterator
from pathlib import Path

from csat_core.ingest.formats.alphabets import LATIN, better_reading
from csat_core.ingest.formats.older_encodings import may_be_turkish, older
from csat_core.ingest.formats.plausibility import EAST_ASIAN, plausibility

CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "iso8859_2", "mac_roman", "gb18030", "shift_jis", "euc_jp", "big5",
    "euc_kr",
]  # fmt: skip
SHOWN = {
    "cp1252": "windows-1252", "cp1250": "windows-1250", "cp1251": "windows-1251", "cp1253": "windows-1253",
    "cp1254": "windows-1254", "iso8859_2": "iso-8859-2", "mac_roman": "mac-roman", "utf-8-sig": "utf-8",
    "koi8_r": "koi8-r", "cp932": "shift-jis", "cp949": "euc-kr", "euc_jp": "euc-jp",
}  # fmt: skip
WIDER = {"shift_jis": "cp932", "euc_kr": "cp949"}
"""What is written under these names holds a few letters more."""
TELLTALES = {
    "cp1250": r"(?s)[a-zéó][¹³¿¾][a-zéó]|[\u0161\u017eý].*[ìøùò]|[ìøùò].*[\u0161\u017eý]",
    "cp1254": r"(?s)[þðý].*[çü]|[çü].*[þðý]",
}
"""What Polish or Slovak or Czech, and what Turkish looks like when it is read as windows-1252 (Icelandic has no ç and no ü)."""
CHUNK = 1 << 19
"""Bytes that stay near the processor while they are looked at several times."""
SAMPLE = 1 << 16
LONGEST_HEADER = 2_000
CLOSE = 0.015
"""Between two readings this near to each other, charset-normalizer's measure of mess says nothing."""
LEAST_PLAUSIBLE = 0.25
"""Below it no alphabet speaks for a reading."""
LESS_PLAUSIBLE = 0.15
"""A reading this much less plausible than another one is not taken: of a few lines the measure of mess knows little."""
MENDED = "where letters in names and answers are not those of the language, save the file as UTF-8 and bring it again."


def chunks(path: Path) -> Iterator[bytes]:
    """The bytes of a file, a few million at a time."""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def guessed(path: Path) -> tuple[str, list[str]]:
    """The encoding of a text that is not UTF-8, and the evidence, from lines that hold more than ASCII."""
    sample = b"".join(_telling_lines(path))
    letters = sample.decode("utf-8", "surrogateescape")
    wrong = len(re.findall("[\udc80-\udcff]", letters))
    right = len(re.findall("[^\x00-\x7f]", letters)) - wrong
    if right > 10 * wrong:
        return "utf-8", ["The text is UTF-8, but for a few bytes, which are read as windows-1252."]
    if (old := older(sample)) is not None:
        return old, [
            f"The text is {SHOWN.get(old, old)}: it is not UTF-8, and in no other its letters stand in words as they do."
        ]
    encoding, others = _by_letters(sample)
    if encoding == "cp1252" and not others and may_be_turkish(sample.decode(encoding, "replace")):
        others = ("cp1254",)
    shown = SHOWN.get(encoding, encoding)
    *most, last = [SHOWN.get(other, other) for other in others] or [""]
    doubt = f" It may be {' or '.join(filter(None, (', '.join(most), last)))} as well: {MENDED}" if last else ""
    return encoding, [f"The text is {shown}: it is not UTF-8, and this fits its letters best.{doubt}"]


def _telling_lines(path: Path) -> Iterator[bytes]:
    """Up to eight stretches of whole lines around bytes beyond ASCII, from all over the file."""
    every = max(1, path.stat().st_size // CHUNK // 8)
    for at, chunk in enumerate(chunks(path)):
        found = re.search(rb"[\x80-\xff]", chunk)
        if found and (at < 4 or at % every == 0):
            begin = max(chunk.rfind(b"\n", 0, found.start()), chunk.rfind(b"\r", 0, found.start()), -1) + 1
            begin = max(begin, found.start() - 200)
            if at == 0 and begin:  # the names of the columns tell the language, whatever their letters
                yield chunk[: min(begin, LONGEST_HEADER)] + b"\n"
            end = chunk.find(b"\n", begin + SAMPLE // 8)
            yield chunk[begin : min(end, begin + SAMPLE) if end > 0 else begin + SAMPLE] + b"\n"


def _by_letters(sample: bytes) -> tuple[str, tuple[str, ...]]:
    """The encoding in which the letters make most sense, and East Asian ones in which they make as much.

    windows-1252 between equals, being by far the most common.
    """
    first = _by_mess(sample)
    plausible = {
        encoding: found
        for encoding in dict.fromkeys((first, *(WIDER.get(each, each) for each in CANDIDATES)))
        if (found := plausibility(sample, encoding)) is not None
    }
    best = max(plausible, key=lambda encoding: plausible[encoding], default=first)
    if plausible.get(first, 0.0) < plausible.get(best, 0.0) - LESS_PLAUSIBLE:
        first = best
    if first in LATIN:
        return _by_alphabet(sample, first, plausible)
    least = plausible.get(first, 1.0) - CLOSE
    others = (each for each in plausible if each != first and each in EAST_ASIAN and plausible[each] >= least)
    return first, tuple(others) if first in EAST_ASIAN else ()


def _by_alphabet(sample: bytes, first: str, plausible: dict[str, float]) -> tuple[str, tuple[str, ...]]:
    """The encoding in which the letters are those of one language, and others that read another text as well."""
    near = [first, *(each for each in LATIN if each != first and each in plausible)]
    texts = {each: sample.decode(each, "replace") for each in near if plausible.get(each, 0.0) >= LEAST_PLAUSIBLE}
    found = better_reading(first, texts)
    if not found:
        return first, ()
    best, *others = found
    said = (each for each in others if texts[each] != texts[best] and plausible[each] >= plausible[best] - CLOSE)
    return best, tuple(said)


def _by_mess(sample: bytes) -> str:
    """The encoding of which charset-normalizer finds the text least of a mess."""
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=CANDIDATES)
    mess = {encoding: match.chaos for match in found for encoding in (match.encoding, *match.could_be_from_charset)}
    western = sample.decode("cp1252", "replace")
    for encoding, signs in TELLTALES.items():
        if encoding in mess and re.search(signs, western):
            return encoding
    best = found.best()
    if best is None or mess.get("cp1252", 1.0) <= best.chaos + CLOSE:
        return "cp1252"
    return WIDER.get(best.encoding, best.encoding)
