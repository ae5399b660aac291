"""What becomes of rows that a dataset without response ids seems to have already."""

from enum import StrEnum


class Overlap(StrEnum):
    """What a person decided about rows of a further file that stand in the dataset letter for letter."""

    SKIP = "skip"
    """They are left out, each as often as it is there."""
    ADD = "add"
    """They are answers of other people, and added."""
