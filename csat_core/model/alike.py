"""Texts of two files - keys, response ids, levels - that people would call the same, though the files write them otherwise."""

import re

IGNORED = "upper and lower case, spaces, leading zeros and a .0 at the end"
"""What is not looked at then, in words."""
_SPACE = " \t\n\r\f\v\u00a0"
_LEFT_OUT = rf"^[0{_SPACE}]+|[{_SPACE}]+|\.0[{_SPACE}]*$"
"""The same but for the case, for Python and the engine alike."""


def alike(key: str) -> str:
    """A text, as SQL, without what spreadsheets and people change in it; NULL stays NULL."""
    return f"regexp_replace(lower({key}), '{_LEFT_OUT}', '', 'g')"


def as_alike(text: str) -> str:
    """The same of a text in Python."""
    return re.sub(_LEFT_OUT, "", text.lower())
