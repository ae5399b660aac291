"""Columns with just the answers of a question that is read are read alike, whatever their names say."""

import pytest

from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

ENDS = ["1 - Not at all satisfied", *"23456", "7 - Extremely satisfied"] * 9
TURNED = ["1 (Very satisfied)", *"234", "5 (Very dissatisfied)"] * 9


@pytest.mark.parametrize(
    ("outcome", "beside", "read"),
    [
        (ENDS, [*"3456", "7 - Extremely satisfied"] * 9, True),
        (TURNED, ["1 (Very satisfied)", *"234"] * 9, True),
        ([*"ABCDF"] * 9, [*"ABCDF"] * 9, True),
        ([*"ABCDF"] * 9, [*"ABCD"] * 9, False),
        (ENDS, ["3", "7 - Extremely satisfied"] * 9, False),
    ],
)
def test_few_of_the_answers_of_a_question_are_on_its_scale(outcome, beside, read):
    first, second = propose(profiles({"Overall rating": outcome, "Teachers": beside}), ".").columns
    assert first.scale is not None
    assert (second.role.value, second.scale) == (("driver", first.scale) if read else ("segment", None))


def test_what_is_named_as_groups_stays_so_beside_the_same_letters():
    columns = propose(profiles({"Overall grade": [*"ABCDF"] * 9, "Region": [*"ABCDF"] * 9}), ".").columns
    assert [each.role.value for each in columns] == ["outcome", "segment"]
