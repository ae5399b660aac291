"""Encodings of old that nothing else is like: text of MS-DOS, and Cyrillic of Unix."""

import re

DOS, UNIX = "cp850", "koi8_r"
MOSTLY, HARDLY, HALF, FITTING = 0.9, 0.2, 0.5, 0.7
_WITHIN_WORDS = re.compile(rb"(?<=[A-Za-z])[\x80-\x90\x93-\x95\x98-\xff](?=[A-Za-z])")
"""Without what windows-1252 has for apostrophes and dashes."""
_WORD = re.compile(rb"[A-Za-z\x80-\x90\x93-\x95\x98-\xff]{3,}")
SIGNS, NEARLY = 0.2, 0.9
"""The share of the different bytes of this kind that are no letters in Windows, as `\u20ac` in `SATISFA\u20ac\u00c7O`, and of those that are usual letters of their case in MS-DOS."""
_USUAL, _RARE = frozenset("äöüßéáíóúñåøæçãàè"), frozenset("êëâîôûõïìòù")
_ASCII = re.compile(rb"[^A-Za-z]")
_HIGH = re.compile(rb"[\x80-\xff]")
_CYRILLIC_WORD = re.compile(rb"[\xa3\xb3\xc0-\xff]{3,}")
TURKISH = frozenset("ÝÞÐýþð")
"""What the letters of Turkish that no Western language has become in windows-1252."""


def older(sample: bytes) -> str | None:
    """The encoding of old that the bytes beyond ASCII can only be; None elsewhere."""
    return next(
        (encoding for encoding, fits in ((DOS, _is_dos), (DOS, _is_loud_dos), (UNIX, _is_unix)) if fits(sample)), None
    )


def may_be_turkish(text: str) -> bool:
    """Whether a text read as windows-1252 has letters that are mostly those of Turkish."""
    return not TURKISH.isdisjoint(text)


def _is_dos(sample: bytes) -> bool:
    """Whether single bytes within words are letters in MS-DOS and signs in Windows."""
    within = b"".join(_WITHIN_WORDS.findall(sample))
    if not within or 2 * len(within) < len(_HIGH.findall(sample)):
        return False
    windows = sum(map(str.isalpha, within.decode("cp1252", "replace")))
    dos, mac = (_usual(within.decode(each, "replace")) for each in (DOS, "mac_roman"))
    return dos >= FITTING * len(within) and dos > mac and windows <= HALF * len(within)


def _is_loud_dos(sample: bytes) -> bool:
    """Whether the same goes for words in capitals, of which some letters are signs in Windows and nearly all usual in MS-DOS."""
    words = [word for word in _WORD.findall(sample) if 2 * len(_HIGH.findall(word)) <= len(word)]
    letters = {byte for word in words if _ASCII.sub(b"", word).isupper() for byte in _HIGH.findall(word[1:-1])}
    within = b"".join(letters)
    signs = sum(not letter.isalpha() for letter in within.decode("cp1252", "replace"))
    dos, mac = (_usual(within.decode(each, "replace").lower()) for each in (DOS, "mac_roman"))
    return signs >= max(1, SIGNS * len(within)) and dos >= NEARLY * len(within) and dos > mac


def _usual(letters: str) -> float:
    """How many of the letters are those that Western words usually have within them, rare ones by half."""
    return sum(letter in _USUAL for letter in letters) + sum(letter in _RARE for letter in letters) / 2


def _is_unix(sample: bytes) -> bool:
    """Whether words have their capital, if any, in front in KOI8-R, and hardly ever in windows-1251."""
    words = _CYRILLIC_WORD.findall(sample)
    if not words or sum(map(len, words)) < (1 - HARDLY) * len(_HIGH.findall(sample)):
        return False
    # all capitals of Windows are small letters here: a capital in front of small ones tells
    if not any(word.decode(UNIX).istitle() for word in words):
        return False
    unix, windows = (sum(word.decode(each, "replace")[1:].islower() for word in words) for each in (UNIX, "cp1251"))
    return bool(unix >= MOSTLY * len(words) and windows <= HARDLY * len(words))
