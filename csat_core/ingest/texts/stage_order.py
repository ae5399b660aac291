"""Stage order: whether the names of stages tell in which order a customer comes to them."""

import re
from collections.abc import Sequence

from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import STAGES


def told_order(levels: Sequence[str]) -> list[str] | None:
    """`levels` in the order that their names tell: by leading numbers, else by the usual stages; None where they do not."""
    numbers = [re.match(r"\D{0,12}?(\d+)", level) for level in levels]
    if levels and all(numbers):
        return sorted(levels, key=lambda level: int(re.findall(r"\d+", level)[0]))
    for stages in STAGES.values():
        if levels and all(fold(level) in stages for level in levels):
            return sorted(levels, key=lambda level: stages.index(fold(level)))
    return None
