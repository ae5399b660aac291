"""What a layout finds in the first rows of a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where the names and the data are."""

    layout: str
    names: tuple[str, ...]
    first_record: int
    """The index of the first row of data, counted from 0."""
    evidence: tuple[str, ...]
