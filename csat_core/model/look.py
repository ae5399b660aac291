"""Looks: what was seen of a dataset when it was last looked at, so that the next visit can say what is new."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The whole dataset as it stood: its first question under its proposed scheme."""

    question: str
    scheme: str
    base: int
    satisfied: int
    at: datetime
    """When it was seen, in UTC."""
