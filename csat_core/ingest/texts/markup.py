"""Marks that a text carries from where it was shown: HTML in the header of a column."""

import html
import re

from csat_core.ingest.texts.reading import clean

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--.{0,2000}?-->", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style)\b[^<>]{0,2000}>.{0,20000}?</\1>", re.DOTALL | re.IGNORECASE)


def without_markup(text: str) -> str:
    """`text` as a browser shows it, on one line: no tags, entities read, every run of spaces one."""
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", _UNSEEN.sub(" ", text)))
    return re.sub(r" ([,.;:!?])", r"\1", clean(text))
