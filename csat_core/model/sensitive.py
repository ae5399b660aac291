"""What a person can decide about personal data in a file."""

from enum import StrEnum


class Sensitive(StrEnum):
    """What becomes of columns of personal data."""

    DROP = "drop"
    """They are not kept."""
    HASH = "hash"
    """The one that tells customers apart is kept as a code that only this store can make again."""
    KEEP = "keep"
    """It is kept as it stands."""
