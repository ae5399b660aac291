"""Checks: what an import would give under a decided mapping, worked out in the child before anything is stored."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from csat_core.errors import CsatError
from csat_core.ingest import sandbox
from csat_core.ingest.child.in_columns import Lying, as_stored
from csat_core.ingest.detection import Staged
from csat_core.ingest.formulas import formulas_in
from csat_core.ingest.other_sheets import other_sheets_in
from csat_core.ingest.plan import Altered, Example, Mapping, Preview, Problem, to_json
from csat_core.ingest.proposal.date_orders import kinds_of_period
from csat_core.ingest.proposal.doubts import doubts_of, unfinished_in
from csat_core.ingest.proposal.privacy import covered
from csat_core.ingest.proposal.undecidable import NoUsableRatingError
from csat_core.model.dataset import Column, Role
from csat_core.model.scale import Scale
from csat_core.store.incoming import Columns
from csat_core.store.replacements import Newer

REASONS_SHOWN = 3
CHANGED = "changed"
"""The code of the problem that responses which are there already stand otherwise in a file."""
LATE = "answered_since"
"""The code of the problem that some of them had no answer before."""
REPLACED = "replaced"
"""The code of what that problem becomes where the file's answers take the place of those that are stored."""


class UnsettledMappingError(CsatError):
    """The meaning of a column is open, and to guess it would change the numbers."""

    def __init__(self, questions: tuple[str, ...]) -> None:
        # options of the command line settle nothing on a page
        self.on_page = " ".join(question.partition("; say --")[0].rstrip(".") + "." for question in questions)
        super().__init__(" ".join(questions))


class NothingAcceptedError(CsatError):
    """Not one row could be kept."""

    def __init__(self, rows: int, problems: tuple[Problem, ...], rejected_path: Path) -> None:
        self.rows, self.problems, self.rejected_path = rows, problems, rejected_path
        found = f"None of the {rows:,} rows can be kept, so nothing is imported."
        shown = problems[:REASONS_SHOWN]
        self.on_page = " ".join([found, *(problem.on_page or problem.message for problem in shown)])
        super().__init__(" ".join([found, *(problem.message for problem in shown)]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlapping:
    """Rows of a further file that seem to be in its dataset already, or under its response ids other responses."""

    count: int
    found: str
    """What says so, as a sentence without its end."""
    key: str | None = None
    """The column of the ids under which other responses stand in the dataset; None for rows that are there already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a dataset has already, as Parquet files in the folder of the file that may add to it."""

    ids: Path | None = None
    """Its response ids, in column `id`."""
    waiting: Path | None = None
    """Texts of rows that wait to be mended and that a spreadsheet may have spoiled."""
    rows: Path | None = None
    """Without response ids its rows: `code`, and `n` of each."""
    parts: tuple[str, ...] = ()
    """The SQL of what the code is made of."""

    @property
    def is_asked(self) -> bool:
        """Whether it is looked for rows that are there."""
        return self.ids is not None or self.rows is not None


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked(Preview):
    """A preview, and where the rows lie that it speaks of."""

    accepted_rows: Path | Columns
    """response_no from 1, with gaps where rows were set aside, day, bucket, then the kept columns by their ids.

    Without response_no each row has the number of its place."""
    rejected_path: Path
    """Parquet: row, column, value, code, reason, raw; in the order of the file, duplicates among them."""
    columns: tuple[Column, ...]
    """In the order of the mapping: the primary outcome stands before other outcomes."""
    since: date | None
    until: date | None
    outcome_counts: tuple[int, ...]
    """Answers to the primary outcome by position, worst first."""
    not_asked: dict[str, int] = field(default_factory=dict, compare=False)
    """By column id how many of the rows kept were not asked, as the file itself says; only where any were not."""
    altered: tuple[Altered, ...] = ()
    """What is stored otherwise than it stands in the file."""
    absent: tuple[Column, ...] = ()
    """Questions of the dataset to which the file adds that the file does not have: none of its rows was asked."""

    replaced: int = 0
    """Responses that its dataset has and that will say what the file says; neither accepted nor among the duplicates."""
    takes: Newer = Newer.LATE
    """Which these are."""

    overlap: Overlapping | None = None
    """What must be decided first: whether rows that the dataset seems to have are added."""

    @property
    def changed(self) -> int:
        """How many responses that its dataset has already stand otherwise in the file; they are among the duplicates."""
        return sum(problem.count for problem in self.problems if problem.code == CHANGED)


def check(
    staged: Staged,
    mapping: Mapping,
    progress: sandbox.Progress | None = None,
    known: Known = NOTHING_KNOWN,
    pepper: str = "",
) -> Checked:
    """What importing `staged` under `mapping` gives; its rows lie in the folder of `staged` then.

    Responses that are `known` count as duplicates; they may be all there are. `pepper` goes into the codes of texts that are not kept as they stand.
    Raises UnsettledMappingError where a question is open, NoUsableRatingError without an outcome, NothingAcceptedError
    where every row is set aside, and what the sandbox raises.
    """
    if mapping.open_questions:
        raise UnsettledMappingError(mapping.open_questions)
    if not any(column.role is Role.OUTCOME for column in mapping.columns):
        raise NoUsableRatingError
    told = covered(mapping, staged.columns)
    request = {
        "folder": str(staged.folder),
        "mapping": to_json(told),
        "header": [column.name for column in staged.columns],
        "salt": staged.hash,
        "known": str(known.ids) if known.ids else None,
        "known_rows": {"path": str(known.rows), "parts": list(known.parts)} if known.rows else None,
        "waiting": str(known.waiting) if known.waiting else None,
        "pepper": pepper,
        "periods": [column.position for column in staged.columns if kinds_of_period(column)],
    }
    answer = sandbox.run("convert", request, progress=progress)
    lying = as_stored(answer["lying"], told, staged.hash, staged.folder)
    checked = _checked(answer, staged.folder, lying)
    found = staged.detection
    said = (*doubts_of(staged.columns, mapping), *unfinished_in(found), *other_sheets_in(found), *formulas_in(found))
    checked = replace(checked, problems=(*checked.problems, *said))
    if checked.accepted == 0 and not (known.is_asked and checked.duplicates):
        set_aside = tuple(problem for problem in checked.problems if problem.example_row is not None)
        raise NothingAcceptedError(checked.rows_read, set_aside, checked.rejected_path)
    return checked


def _checked(answer: dict[str, Any], folder: Path, lying: Lying | None) -> Checked:
    since, until = (date.fromisoformat(answer[end]) if answer[end] else None for end in ("since", "until"))
    return Checked(
        rows_read=answer["rows_read"],
        accepted=answer["accepted"],
        rejected=answer["rejected"],
        duplicates=answer["duplicates"],
        problems=tuple(Problem(**problem) for problem in answer["problems"]),
        accepted_rows=(
            Columns(path=lying.path, read=lying.read, values=lying.values) if lying else folder / "accepted.parquet"
        ),
        rejected_path=folder / "rejected.parquet",
        columns=tuple(_column(column) for column in answer["columns"]),
        since=since,
        until=until,
        outcome_counts=tuple(answer["outcome_counts"]),
        altered=tuple(map(_altered, answer["altered"])),
        not_asked={column["id"]: column["not_asked"] for column in answer["columns"] if column["not_asked"]},
    )


def _altered(plain: dict[str, Any]) -> Altered:
    return Altered(**{**plain, "examples": tuple(Example(**example) for example in plain["examples"])})


def _column(plain: dict[str, Any]) -> Column:
    scale = plain["scale"]
    typed = {
        "role": Role(plain["role"]),
        "scale": Scale(values=tuple(scale["values"]), labels=tuple(scale["labels"])) if scale else None,
        "levels": tuple(plain["levels"]),
    }
    return Column(**{name: value for name, value in {**plain, **typed}.items() if name != "not_asked"})
