"""What a person can decide about personal data in a file."""

from enum import StrEnum


class Sensitive(StrEnum):
    """What becomes of columns of personal data."""

    DROP = "drop"
    """They are not kept."""
    HASH = "hash"
    """One is kept as codes that only this store can make again, to tell customers apart where nothing else does."""
    KEEP = "keep"
    """They are kept as they stand."""
