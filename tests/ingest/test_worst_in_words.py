"""Words for no answer are the worst answer where those beside them say so, and no answer else."""

import pytest

from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles


@pytest.mark.parametrize(
    ("answers", "silent"),
    [
        ("Not relevant|Somewhat relevant|Relevant|Very relevant", ()),
        ("Not relevant|Somewhat relevant|Very relevant", ()),
        ("Does not apply|Rather does not apply|Partly applies|Rather applies|Fully applies", ()),
        (
            "Does not apply at all|Rather does not apply|Rather applies|Fully applies|Does not apply",
            ("does not apply",),
        ),
        ("Very dissatisfied|Dissatisfied|Satisfied|Very satisfied|Not relevant", ("not relevant",)),
    ],
)
def test_what_is_no_answer_elsewhere_is_the_worst_of_its_own_degrees(answers: str, silent: tuple[str, ...]):
    columns = profiles({"About the course": answers.split("|") * 40, "Overall satisfaction": [*"12345"] * 40})
    column = next(each for each in propose(columns, ".").columns if each.name == "About the course")
    assert column.scale
    assert column.scale.labels[0] == answers.split("|")[0]
    assert column.not_applicable == silent
