"""Marks that a text carries from where it was shown: HTML in the header of a column."""

import html
import re

from csat_core.ingest.texts.reading import clean

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--.{0,2000}?-->", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style)\b[^<>]{0,2000}>.{0,20000}?</\1>", re.DOTALL | re.IGNORECASE)
_KNOWN = re.compile(
    r"</?(?:a|abbr|b|big|br|center|code|div|em|font|h[1-6]|hr|i|img|label|li|mark|ol|p|pre|small|span|strike|strong|style|script|sub|sup|"
    r"table|tbody|td|th|tr|u|ul)(?:\s[^<>]{0,2000})?/?>|&(?:amp|lt|gt|quot|nbsp|apos|#\d{1,6}|#x[0-9a-f]{1,5});",
    re.IGNORECASE,
)
"""Marks that nobody writes who means something else: `with <the product>` is no mark."""


def as_shown(text: str) -> str:
    """`text` as a browser shows it where it holds marks of HTML, else as it stands; on one line."""
    return without_markup(text) if _KNOWN.search(text) else clean(text)


def without_markup(text: str) -> str:
    """`text` as a browser shows it, on one line: no tags, entities read, every run of spaces one."""
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", _UNSEEN.sub(" ", text)))
    return re.sub(r" ([,.;:!?])", r"\1", clean(text))
