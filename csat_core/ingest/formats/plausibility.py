"""Plausibility of a reading: how many of the letters beyond ASCII stand as people write them."""

import re
import unicodedata
from functools import lru_cache

LOOKED_AT = 4_000
"""Letters of the sample: as many tell as much as all of them."""
SIGNS = frozenset("€£¥©®°§«»‘’“”„–—…·•¿¡ºª×÷±²³½¼¾´¨¹\u00a0、。，；：？！（）「」『』・ー～％　【】《》〜＆／")
LEVEL_ONE = {"gb18030": (0xB0, 0xD7), "big5": (0xA4, 0xC6), "cp932": (0x88, 0x98), "euc_jp": (0xB0, 0xCF)}
"""First bytes of the common Chinese letters in each encoding; those outside are rare ones."""
JAPANESE, KOREAN = ("cp932", "euc_jp"), ("cp949",)
EAST_ASIAN = (*LEVEL_ONE, *KOREAN)
SELDOM = 0.3
"""What a rare letter counts for."""
KANA = 1.5
"""What kana count for: hardly any other text reads as these by chance."""
_BEYOND = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W\d_]+(?:[^\x00-\x7f\w\u00a0’‘–—·…][^\W\d_]+)*|[^\x00-\x7f]")
"""Words, with the signs that stand within them where none does: `Gr§e`; and lone signs."""
_DOT_ABOVE = "\u0307"
"""What is left of a capital that has a dot when it becomes small."""
_CYRILLIC = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњћђџѕ")
_CYRILLIC_SELDOM = frozenset("ђћџѕўґљњ")


def plausibility(sample: bytes, encoding: str) -> float | None:
    """The share of letters beyond ASCII that make sense under `encoding`, kana counting for more (0-1.5).

    None where the bytes are none of the encoding.
    """
    text = _decoded(sample[:LOOKED_AT], encoding)
    if text is None:
        return None
    beyond = len(_BEYOND.findall(text))
    if not beyond:
        return 1.0
    if encoding in EAST_ASIAN:
        has_wide = any("\u3041" <= letter <= "\u30fa" or "\u4e00" <= letter <= "\u9fff" for letter in text)
        made = sum(_east_asian(letter, encoding, has_wide) for letter in _BEYOND.findall(text))
        return made / beyond
    return sum(_word(word) * len(_BEYOND.findall(word)) for word in _WORD.findall(text)) / beyond


def _decoded(sample: bytes, encoding: str) -> str | None:
    """The text; what the end of a long sample cuts is left out. None where the bytes are none of the encoding."""
    for cut in range(4 if len(sample) == LOOKED_AT else 1):
        try:
            text = sample[: len(sample) - cut].decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\ufffd" in text else text
    return None


@lru_cache(maxsize=20_000)
def _east_asian(letter: str, encoding: str, has_wide: bool) -> float:
    """What one letter speaks for the encoding, 0-1.5."""
    if letter in SIGNS:
        return 1.0
    if "\uff61" <= letter <= "\uff9f":
        # half-width kana are single bytes, as the letters of any other alphabet are
        return 0.8 if has_wide else SELDOM
    if "\u3041" <= letter <= "\u30ff":
        return KANA if encoding in JAPANESE else 0.0
    if "\uac00" <= letter <= "\ud7a3":
        return float(encoding in KOREAN)
    if "\u4e00" <= letter <= "\u9fff":
        low, high = LEVEL_ONE.get(encoding, (0, -1))
        return 1.0 if low <= letter.encode(encoding)[0] <= high else 0.0 if encoding in KOREAN else SELDOM
    return 1.0 if "\uff01" <= letter <= "\uff5e" else 0.0


@lru_cache(maxsize=20_000)
def _word(word: str) -> float:
    """How much a word, or a sign that stands in none, looks as if somebody had written it, 0-1."""
    if not word[0].isalpha():
        return 0.8 if word in SIGNS else 0.0
    small = word.lower().replace(_DOT_ABOVE, "")
    if not (word == small or word == word.upper() or word[1:] == small[1:]) or not word.isalpha():
        return 0.0
    scripts = {_script(letter) for letter in small}
    if len(scripts) > 1 or scripts == {""}:
        return 0.8 if word in SIGNS else 0.0
    if len(word) == 1:
        return 0.6
    if scripts == {"LATIN"}:
        accents = len(_BEYOND.findall(word))
        return 1.0 if 2 * accents <= len(word) else SELDOM
    if scripts == {"CYRILLIC"}:
        usual = sum(0.5 if letter in _CYRILLIC_SELDOM else letter in _CYRILLIC for letter in small)
        return usual / len(word)
    return 1.0


def _script(letter: str) -> str:
    """`LATIN`, `GREEK` or `CYRILLIC`; empty for any other."""
    name = unicodedata.name(letter, "").split(" ")[0]
    return name if name in ("LATIN", "GREEK", "CYRILLIC") else ""
