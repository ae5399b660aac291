"""Why a file is not added to a dataset: each one sentence that says what was found, what was expected and what to do."""

from collections.abc import Sequence

from csat_core.errors import CsatError
from csat_core.ingest.child.reshaping import WRONG_SHAPE
from csat_core.ingest.child.set_aside import BAD_DATE, DUPLICATE_ID, NOT_A_NUMBER, OFF_SCALE
from csat_core.ingest.plan import Problem
from csat_core.model.formats import listed

FAULTS = {
    OFF_SCALE: ("answer off its scale", "answers off their scale"),
    NOT_A_NUMBER: ("cell that is no number", "cells that are no numbers"),
    BAD_DATE: ("date that cannot be read", "dates that cannot be read"),
    WRONG_SHAPE: ("row with too many or too few cells", "rows with too many or too few cells"),
    DUPLICATE_ID: ("row that repeats a response id", "rows that repeat a response id"),
}


AS_WHERE = {
    OFF_SCALE: "as where a question got another scale",
    NOT_A_NUMBER: "as where numbers are written in another way, or in another unit",
    BAD_DATE: "as where dates are written in another way",
}
"""The usual cause, by what does not fit."""


class OtherColumnsError(CsatError):
    """A file does not have the columns without which it cannot be added to a dataset."""

    def __init__(self, file: str, dataset: str, missing: Sequence[str]) -> None:
        super().__init__(
            f"'{file}' cannot be added to '{dataset}': it has no column {listed(missing)}; "
            "import it as a dataset of its own, under another name."
        )


class PersonalKeyError(CsatError):
    """A column by which responses or customers are known leads to people in a further file."""

    def __init__(self, file: str, dataset: str, column: str, kind: str) -> None:
        super().__init__(
            f"'{file}' cannot be added to '{dataset}': its column '{column}' holds {kind}, where earlier files had keys that name "
            "nobody, so none of its responses would be known and all would be kept by name. Bring it with the keys as they were, or as a "
            "dataset of its own, under another name."
        )


class UnsettledError(CsatError):
    """A header that does not settle where the answers of its file go."""

    header: tuple[str, ...] = ()
    """The names of the columns, in their order."""


class SeveralDatasetsError(UnsettledError):
    """A header that is that of several datasets."""

    def __init__(self, file: str, datasets: Sequence[str], header: tuple[str, ...] = ()) -> None:
        self.header = header
        self.on_page = f"It has the columns of {listed(datasets)}."
        super().__init__(
            f"'{file}' has the columns of {listed(datasets)}; say where its answers belong with --dataset, "
            "or give a new name to begin a dataset."
        )


class ResemblesError(UnsettledError):
    """A header that may be that of a dataset: much of it is the same, much is not."""

    def __init__(
        self,
        file: str,
        dataset: str,
        header: tuple[str, ...],
        shared: int,
        missing: Sequence[str],
        added: Sequence[str],
    ) -> None:
        self.header = header
        said = f"{shared} of the {len(header)} columns of '{file}' are those of '{dataset}'"
        other = [f"{word} {listed(names)}" for word, names in (("without", missing), ("with", added)) if names]
        but = f", {' and '.join(other)}" if other else ""
        found = f"{said}{but}: it may be the same survey. Nothing is stored"
        self.on_page = f"It may be the same survey as '{dataset}'{but}."
        super().__init__(
            f'{found}; say --dataset "{dataset}" to add to it, or --dataset with a new name to begin a dataset.'
        )


class OtherUnitError(CsatError):
    """Numbers of a further file in another unit than those of its dataset."""

    def __init__(self, file: str, dataset: str, column: str, found: str) -> None:
        super().__init__(
            f"'{file}' cannot be added to '{dataset}': its column '{column}' {found}, and together they would mean nothing. Nothing "
            "is added; bring it with the numbers in the unit they had, or as a dataset of its own, under another name."
        )


class SavedMappingError(CsatError):
    """The mapping that was saved with a dataset no longer fits its new export."""

    def __init__(
        self, file: str, dataset: str, found: str, wider: tuple[str, str] | None = None, code: str | None = None
    ) -> None:
        """`wider`: the column and its scale by this file, where that has one answer more in the middle; `code` of what does not fit."""
        likely = f", {AS_WHERE[code]}" if code in AS_WHERE else ""
        said = f"'{file}' no longer fits the way '{dataset}' is read{likely}: {found} Nothing is added; "
        own = "import it as a dataset of its own, under another name."
        if wider is None:
            super().__init__(f"{said}mend the file, or {own}")
            return
        column, scale = wider
        anew = "undo the imports of this dataset and import the first file anew"
        self.on_page = f"{said}{anew} with the scale {scale} for '{column}' and then this one, or {own}"
        super().__init__(f'{said}{anew} with --scale "{column}={scale}" and then this one, or {own}')


class OverlapsError(CsatError):
    """Rows of a file without response ids are in the dataset already, as far as anything tells."""

    def __init__(self, file: str, dataset: str, found: str) -> None:
        said = f"'{file}' overlaps with what '{dataset}' has: {found}. Nothing is added"
        self.on_page = f"{found[:1].upper()}{found[1:]}."
        super().__init__(f"{said}; say --overlap skip to leave those rows out, or --overlap add to add them all.")


class OtherResponsesError(CsatError):
    """Known response ids mean other responses in a further file, as far as anything tells."""

    def __init__(self, file: str, found: str) -> None:
        said = f"'{file}': {found}. Nothing is added"
        self.on_page = f"{found[:1].upper()}{found[1:]}."
        super().__init__(
            f"{said}; say --overlap add to add all of its responses without their ids, --overlap skip to leave those under known ids out, "
            "or --replace if they are the same responses with newer answers."
        )


class NothingToReplaceByError(CsatError):
    """Newer answers were wished in a dataset whose responses have no ids."""

    def __init__(self, file: str, dataset: str) -> None:
        super().__init__(
            f"'{dataset}' keeps no response ids, so nothing tells which of its answers '{file}' says anew; leave out --replace, "
            "or undo the import of the earlier file and import this one in its place."
        )


class NothingMendedError(CsatError):
    """Rows to mend came back, and every one of them would be set aside again."""

    def __init__(self, file: str, dataset: str, rows: int, problems: Sequence[Problem]) -> None:
        def said(*, with_codes: bool) -> str:
            codes = [f" ({problem.code})" if with_codes else "" for problem in problems]
            why = [f"{_why(problem)}{code}" for problem, code in zip(problems, codes, strict=True)]
            them = "Its one row waits" if rows == 1 else f"Its {rows:,} rows wait"
            return (
                f"Nothing in '{file}' was mended yet. {them} for '{dataset}' and would be set aside again: {'; '.join(why)}. "
                "Nothing was stored; correct the cells that are named, save the file and bring it again."
            )

        self.on_page = said(with_codes=False)
        super().__init__(said(with_codes=True))


class MappingIsSavedError(CsatError):
    """A column was given another role or scale than the dataset has."""

    def __init__(self, dataset: str, columns: Sequence[str]) -> None:
        super().__init__(
            f"'{dataset}' is read as it was when it began, and {listed(columns)} would be read otherwise; leave out "
            "--map and --scale, or give another --dataset name to begin a new one."
        )


def _why(problem: Problem) -> str:
    """How many rows are set aside for a problem, and where the first stands."""
    one, many = FAULTS.get(problem.code, ("row", "rows"))
    where = f" in '{problem.column}'" if problem.column else ""
    first = (
        ""
        if problem.example_row is None
        else f", {'row' if problem.count == 1 else 'the first in row'} {problem.example_row:,}"
    )
    return f"{problem.count:,} {one if problem.count == 1 else many}{where}{first}"


def without_advice(message: str) -> str:
    """What was found, without the advice for a column whose scale can still be chosen."""
    return message.partition("; a code that")[0].rstrip(".") + "."
