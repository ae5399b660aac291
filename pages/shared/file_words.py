"""What is said of a file in a sentence: what it holds, where its answers go, what is set aside and why."""

from collections.abc import Sequence

from csat_core import words
from csat_core.ingest.checks import CHANGED, Checked
from csat_core.ingest.load import Imported
from csat_core.ingest.plan import Mapping
from csat_core.ingest.proposal.doubts import are_kept
from csat_core.model.dataset import Column, Role, titled
from csat_core.model.formats import count
from csat_core.model.scale import Scale
from csat_core.model.scheme import Scheme, find_scheme, fitting

KINDS = {"nps": "recommendation", "ces-5": "ease", "ces-7": "ease"}
"""What is asked under the schemes of something else than satisfaction."""
WHY = {
    "off_scale": "with an answer off its scale",
    "not_a_number": "with a cell that is no number",
    "bad_date": "with a date that cannot be read",
    "wrong_shape": "with too many or too few cells",
    "duplicate_response_id": "repeating a response id",
    "preview": "made as a preview or test",
    "unfinished": "unfinished",
    "footer": "with a total, heading or note instead",
}
"""Why rows are set aside, by the code of the problem that says so."""
CHANGES = (
    CHANGED,
    "column_missing",
    "column_new",
    "column_varies",
    "new_levels",
    "answered_otherwise",
    "answered_before",
    "rows_again",
    "looks_like",
    "other_sheets",
    "formulas",
)
"""Problems that say how a file differs from the earlier ones, or that more of it could be read."""
MOST_POINTS = 11
"""A longer scale is called by its ends."""


def sentence(checked: Checked, added_to: str | None = None) -> str:
    """The file in one sentence: answers, outcome, drivers, segments, period, rows set aside.

    Of a file that adds to a dataset how many answers are new, and how many are there.
    """
    if added_to is not None:
        noun = "new answer" if checked.accepted == 1 else "new answers"
        if checked.overlap is not None:  # nothing is said to be new, or there already, before that is chosen
            answers, known = checked.accepted + checked.duplicates, checked.overlap.count
            many = f"{count(answers)} answers for '{words.shortened(added_to, 60)}'"
            which = "they" if known == answers else f"{count(known)} of them"
            return f"{many}: choose whether {which} are new; {rows(checked.rejected)} set aside{_why(checked)}."
        new = f"{count(checked.accepted) if checked.accepted else 'No'} {noun} for '{words.shortened(added_to, 60)}'"
        # the period is that of the new ones
        parts = [new, words.span(checked.since, checked.until)] if checked.accepted else [new]
        changed = f" ({count(checked.changed)} with other values in this file)" if checked.changed else ""
        if checked.replaced:
            takes = "takes the place of one" if checked.replaced == 1 else "take the place of those"
            parts.append(f"{count(checked.replaced)} {takes} that {'is' if checked.replaced == 1 else 'are'} stored")
        there = f"{count(checked.duplicates)} {'is' if checked.duplicates == 1 else 'are'} there already{changed}, "
        return f"{', '.join(parts)}; {there if checked.duplicates else ''}{rows(checked.rejected)} set aside{_why(checked)}."
    outcome = outcome_of(checked)
    assert outcome is not None
    assert outcome.scale is not None
    roles = [column.role for column in checked.columns]
    segments = sum(column.role.storage == "segment" and column.divides for column in checked.columns)
    parts = [
        f"{count(outcome.answered)} answers",
        f"{_kind(outcome.scale, scheme_of(outcome))} from '{words.shortened(_asked(outcome), 60)}'",
        _drivers(roles),
        f"{segments or 'no'} {'segment' if segments == 1 else 'segments'}",
        words.span(checked.since, checked.until),
    ]
    return f"{', '.join(parts)}; {rows(checked.rejected + checked.duplicates)} set aside{_why(checked)}."


def expected(mapping: Mapping, many: int) -> str:
    """What so `many` rows hold, as far as that is known before all of them were checked; empty where no outcome is."""
    outcome = next((column for column in mapping.columns if column.role is Role.OUTCOME), None)
    if outcome is None or outcome.scale is None:
        return ""
    scheme = find_scheme(outcome.scheme) if outcome.scheme else fitting(outcome.scale)[0]
    named = words.shortened(outcome.label if _is_question(outcome.label) else titled(outcome.name), 60)
    drivers = _drivers([column.role for column in mapping.columns])
    return f"{rows(many).capitalize()}, {_kind(outcome.scale, scheme)} from '{named}', {drivers}."


def in_short(done: Imported) -> str:
    """One of several files in a sentence: its name, how many answers go where, what is set aside."""
    checked, outcome = done.checked, outcome_of(done.checked)
    named = words.shortened(done.staged.called, 60)
    if done.appended:
        return f"{named}: {sentence(checked, done.dataset)}"
    answers = checked.accepted if outcome is None else outcome.answered
    into = f"as a new dataset '{words.shortened(done.dataset, 60)}'"
    period = words.span(checked.since, checked.until)
    aside = f"{rows(checked.rejected + checked.duplicates)} set aside{_why(checked)}"
    said = f"{named}: {count(answers)} answers, {period}, {into}; {aside}."
    is_assumed = outcome is not None and any(
        problem.code == "assumed_scale" and problem.column == outcome.name for problem in checked.problems
    )
    if is_assumed and outcome is not None and outcome.scale is not None:
        said += f" Its scale {scale_named(outcome.scale)} is assumed."
    return said


def scale_named(scale: Scale) -> str:
    """A scale as it is called in a sentence: one of words by its ends."""
    if "|" not in scale.name:
        return words.shortened(scale.name, 40)
    worst, best = (words.shortened(scale.labels[at], 30) for at in (0, -1))
    return f"from '{worst}' to '{best}'"


def changes(done: Imported) -> tuple[str, ...]:
    """How the file differs from the earlier ones of its dataset, a sentence each."""
    return tuple(problem.on_page or problem.message for problem in done.checked.problems if problem.code in CHANGES)


def rows(many: int) -> str:
    """So many rows: `no row`, `1 row`, `2 rows`."""
    return f"{count(many) if many else 'no'} {'row' if many in (0, 1) else 'rows'}"


def outcome_of(checked: Checked) -> Column | None:
    """The primary outcome; None in a dataset that lost it."""
    return next((column for column in checked.columns if column.role is Role.OUTCOME), None)


def scheme_of(outcome: Column) -> Scheme:
    """The scheme that the outcome would begin with."""
    assert outcome.scale is not None
    return find_scheme(outcome.scheme) if outcome.scheme else fitting(outcome.scale)[0]


def _asked(outcome: Column) -> str:
    """The question as it was put where the file has its text, else the name of the column."""
    return outcome.label if _is_question(outcome.label) else outcome.title


def _is_question(text: str) -> bool:
    return text.rstrip().endswith(("?", "？", ";"))


def _kind(scale: Scale, scheme: Scheme) -> str:
    """What is asked, and on how many points."""
    points = (
        "two-answer" if scale.points == 2 else f"{scale.points}-point" if scale.points <= MOST_POINTS else scale.name
    )
    return f"{points} {KINDS.get(scheme.id, 'satisfaction')}"


def _drivers(roles: Sequence[Role]) -> str:
    many = roles.count(Role.DRIVER)
    return f"{many or 'no'} {'driver' if many == 1 else 'drivers'}"


def _why(checked: Checked) -> str:
    """Why rows are set aside, in brackets, with how many where there are several reasons; empty where none is."""
    many: dict[str, int] = {}  # of rows with several such cells each of them
    for problem in checked.problems:
        if problem.code in WHY and not are_kept(problem):
            many[WHY[problem.code]] = many.get(WHY[problem.code], 0) + problem.count
    if not many:
        return ""
    told = [why if len(many) == 1 else f"{count(each)} {why}" for why, each in many.items()]
    several = "; some for more than one reason" if sum(many.values()) > checked.rejected + checked.duplicates else ""
    return f" ({', '.join(told)}{several})"
