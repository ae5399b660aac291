"""Texts of two files - keys, response ids, levels - that people would call the same, though the files write them otherwise."""

import re
from collections.abc import Sequence

IGNORED = "upper and lower case, spaces, leading zeros and a .0 at the end"
"""What is not looked at then, in words."""
_SPACE = " \t\n\r\f\v\u00a0"
_LEFT_OUT = rf"^[0{_SPACE}]+|[{_SPACE}]+|\.0[{_SPACE}]*$"
"""The same but for the case, for Python and the engine alike."""


def alike(key: str) -> str:
    """A text, as SQL, without what spreadsheets and people change in it; NULL stays NULL."""
    return f"regexp_replace(lower({key}), '{_LEFT_OUT}', '', 'g')"


def key_of(columns: Sequence[str], *, by_alike: bool = False) -> str:
    """One text, as SQL, of the columns that are a key together; NULL where one of them is."""
    texts = [f"CAST({column} AS VARCHAR)" for column in columns]
    return f"({' || chr(31) || '.join(alike(text) if by_alike else text for text in texts)})"


def as_alike(text: str) -> str:
    """The same of a text in Python."""
    return re.sub(_LEFT_OUT, "", text.lower())
