"""Output: text of strangers on a terminal, and documents as JSON."""

import json
import re

from csat_core.cli.calls import Document

_STEERING = r"\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Inside a character class: what steers a terminal, or the direction of writing, instead of showing something."""


def literal(text: str) -> str:
    """`text` on one line, without anything that would steer a terminal."""
    return re.sub(rf"[\x00-\x1f{_STEERING}]", "", re.sub(r"[\t\n\r\x0b\x0c]+", " ", text))


def to_json(document: Document) -> str:
    """`document` as JSON, steering characters escaped; a number that JSON does not know raises ValueError."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)
    return re.sub(f"[{_STEERING}]", lambda sign: f"\\u{ord(sign[0]):04x}", text)
