"""The Friends and Family Test of the English health service: its codes count down from the best, and 6 is `don't know`."""

from dataclasses import replace

from csat_core.ingest.scales.answers import Answers, FoundScale, as_numbers
from csat_core.ingest.scales.open_directions import in_both_directions
from csat_core.model.scale import numeric_scale

UNKNOWN = 6
BEST_FIRST = numeric_scale(5, 1)


def with_test_doubted(found: FoundScale, answers: Answers) -> FoundScale:
    """`found`, plain numbers under the name of the test, as its codes, with the other readings; anything but 1-5 and 1-6 as it is.

    From 1, extremely likely or very good, to 5; many turn them around when they count.
    """
    lowest, highest = min(found.scale.values), max(found.scale.values)
    if not found.numeric or lowest != 1 or highest not in (5, UNKNOWN):
        return found
    doubt = "the Friends and Family Test has 1 for its best answer and 6 for 'don't know', and nothing says whether that is so here"
    codes = tuple(text for text, number in as_numbers(answers).items() if number == UNKNOWN)
    unknown = f",{UNKNOWN}=dk" if codes else ""
    coded = replace(
        found,
        scale=BEST_FIRST,
        reason=f"The answers are whole numbers from {lowest:g} to {highest:g}.",
        dont_know=(*found.dont_know, *codes),
        doubt=None,
        ways=(f"{BEST_FIRST.name}{unknown}",),
    )
    read = in_both_directions(coded, f"{doubt}: 1 is taken as the best", doubt)
    return replace(read, ways=(*read.ways, f"1-{UNKNOWN}")) if codes else read
