"""Staging, in the child process: unpack, recognise the format by its content, parse, profile."""

import contextlib
import hashlib
import itertools
import threading
from collections import Counter
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import duckdb

from csat_core.ingest.child.currencies_beside import with_currencies
from csat_core.ingest.child.explained import Explained, explained_by_lines
from csat_core.ingest.child.going_together import with_company
from csat_core.ingest.child.heartbeat import alive
from csat_core.ingest.child.in_columns import CELLS
from csat_core.ingest.child.made_from import with_ratings_made_from
from csat_core.ingest.child.mended_places import without_places
from csat_core.ingest.child.profiling import Profile, profiled
from csat_core.ingest.child.reshaping import WRONG_SHAPE, Reshaped, reshape, row_number
from csat_core.ingest.child.shared_out import with_shares
from csat_core.ingest.child.survey import surveyed
from csat_core.ingest.child.words_of_codes import with_words_of_codes
from csat_core.ingest.detection import PLAIN, ColumnProfile, Described, Detection, profile_of
from csat_core.ingest.formats import archive, format_of, in_place
from csat_core.ingest.formats.footers import set_footers_aside
from csat_core.ingest.formats.headings import set_headings_aside
from csat_core.ingest.formats.lists_below import set_list_aside
from csat_core.ingest.formats.records import UNCLOSED
from csat_core.ingest.formats.subtotals import set_subtotals_aside
from csat_core.ingest.formats.table import Far, Parsed, Report, Source, link
from csat_core.ingest.plan import to_json
from csat_core.ingest.refusals import HeaderOnlyError, NoResponsesError, NotATableError, UnclosedMarksError
from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.unasked import with_blanks_settled

STAGED = "stage.duckdb"
WITH_FOOTERS = ("csv", "xlsx", "xls", "ods")
"""What people look at as a sheet, and write below; other formats hold rows alone."""
FEW_COLUMNS = 300
"""A proposal for so many takes a third of a second."""


def stage(request: dict[str, Any], report: Report) -> dict[str, Any]:
    """What was found, as plain JSON: hash, rows, misfits, detection, columns, proposed.

    `stage.duckdb` in `request["folder"]` then holds `staged`, table `misfits` and view `lines` (row, c1, c2 ...); where
    the layout made the table otherwise than the file has it, also `file_lines` and `file_header` with the file's own.
    """
    path, folder = Path(request["path"]), Path(request["folder"])
    (folder / STAGED).unlink(missing_ok=True)
    report(None, "Opening the file")
    hashing = _Hashing(path)
    hashing.start()
    path = link(path, folder)  # whatever it is called: a name may be of bytes that are no text
    path, evidence = archive.unpacked(path, folder)
    kind = format_of(path)
    with contextlib.closing(connect(folder, path, request["engine_mb"])) as engine:
        far = Far()
        with alive(engine, report, "Reading the rows", far=far):
            # it compares every expression with every other: a minute for 2,000 columns, and finds nothing
            engine.execute("SET disabled_optimizers = 'common_subexpressions'")
            wishes: dict[str, Any] = {wish: request.get(wish) for wish in ("sheet", "encoding", "delimiter", "layout")}
            keys = tuple(request.get("keys") or ())
            ticked = tuple(request.get("ticked") or ())
            source = Source(path=path, folder=folder, engine=engine, keys=keys, far=far, in_place=not ticked, **wishes)
            parsed = kind.parse(source)
            engine.execute("RESET disabled_optimizers")
            if parsed.lines is not None:
                threading.Thread(target=families_with, args=([""],), daemon=True).start()  # ready when the engine is
            survey = surveyed(engine, parsed, folder) if parsed.lines is not None else None
            engine.execute("SET disabled_optimizers = 'common_subexpressions'")
            if parsed.lines is not None and survey is None:
                in_place.forget(engine)
                (folder / CELLS).unlink(missing_ok=True)
                parsed = kind.parse(replace(source, in_place=False))
            far.share = None
            _with_misfits(engine)
            placed = without_places(engine, parsed)
            parsed = placed.parsed
            footers = _without_footers(engine, parsed)
            explained = explained_by_lines(engine, parsed)
            parsed = explained.parsed
            reshaped = reshape(engine, parsed, request.get("unfinished"), ticked)
            engine.execute("RESET disabled_optimizers")
            rows, misfits = (survey.rows, 0) if survey else _finished(engine)
        with alive(engine, report, "Looking at the columns"):
            profile = profiled(engine, reshaped.names, parsed.delimiter, survey, reshaped.described)
            profile = replace(profile, columns=with_currencies(profile.columns))
            described = with_words_of_codes(engine, profile.columns, reshaped.described)
            described = with_ratings_made_from(engine, profile.columns, described)
            described = with_company(engine, profile.columns, described)
            described = with_shares(engine, profile.columns, described)
            columns = _columns(profile.columns, with_blanks_settled(profile.columns, described), explained)
            proposed = _proposed(columns, profile.decimal)
            hashing.join()
            in_place.read_in_place(engine)  # what was hashed must be what was read
    detection = replace(
        _detection(parsed, reshaped, evidence, (*footers, *explained.evidence, *reshaped.evidence), profile),
        mended=placed.places,
    )
    return {
        "hash": hashing.digest, "rows": rows, "misfits": misfits, "detection": _plain(detection),
        "columns": columns, "proposed": proposed,
    }  # fmt: skip


def _columns(
    profiles: tuple[ColumnProfile, ...], described: tuple[Described, ...], explained: Explained
) -> list[dict[str, Any]]:
    """The profiles as plain JSON, each with what the file says of its column."""
    plain = [_plain(profile) for profile in profiles]
    times = Counter(fold(said.label) for said in described)
    for column, said in zip(plain, itertools.chain(described, itertools.repeat(PLAIN)), strict=False):
        # a question asked once for each of several things has one text: what it is called tells them apart
        again = said.label and times[fold(said.label)] > 1
        known = explained.beside(said) if column["numeric"] else said
        column["described"] = asdict(replace(known, label=f"{said.label} ({column['name']})") if again else known)
    return plain


def _proposed(columns: list[dict[str, Any]], decimal: str) -> dict[str, Any] | None:
    """How hundreds of columns would be read, as plain JSON: seconds in which nobody else waits.

    None of fewer, which take less than the words of all languages, that the parent knows already.
    """
    if len(columns) <= FEW_COLUMNS:
        return None
    from csat_core.ingest.proposal.mapping import propose

    return to_json(propose(tuple(map(profile_of, columns)), decimal))


class _Hashing(threading.Thread):
    """The hash of the file as it came, worked out beside everything else."""

    def __init__(self, path: Path) -> None:
        super().__init__(daemon=True)
        self._file = path.open("rb")  # here and not in `run`: whoever gives up may have removed it by then
        self.digest = ""

    def run(self) -> None:
        with self._file as file:
            self.digest = hashlib.file_digest(file, "sha256").hexdigest()


def _plain(found: Detection | ColumnProfile) -> dict[str, Any]:
    """The fields as they are; `asdict` would copy hundreds of thousands of pairs."""
    return {field.name: getattr(found, field.name) for field in fields(found)}


def connect(folder: Path, path: Path, engine_mb: int) -> duckdb.DuckDBPyConnection:
    """The engine of the child, its file in the private folder; it reaches that folder and `path`, nothing else."""
    engine = duckdb.connect(str(folder / STAGED))
    for setting, value in (
        ("memory_limit", f"{engine_mb}MB"),
        ("threads", 2),
        ("fsync_mode", "NONE"),  # it lives as long as the work
        ("temp_directory", str(folder / "spill")),
        ("enable_progress_bar", True),
        ("enable_progress_bar_print", False),
        ("autoinstall_known_extensions", False),
        ("autoload_known_extensions", False),
        ("python_enable_replacements", False),
        ("allowed_directories", [str(folder)]),
        ("allowed_paths", [str(path)]),
        ("enable_external_access", False),
    ):
        engine.execute(f"SET {setting} = $value", {"value": value})
    return engine


def _with_misfits(engine: duckdb.DuckDBPyConnection) -> None:
    """Nothing; from now on table `misfits` is there, whatever the format."""
    engine.execute('CREATE TABLE IF NOT EXISTS misfits ("row" BIGINT, reason VARCHAR, raw VARCHAR)')
    engine.execute(f"ALTER TABLE misfits ADD COLUMN code VARCHAR DEFAULT '{WRONG_SHAPE}'")


def _without_footers(engine: duckdb.DuckDBPyConnection, parsed: Parsed) -> tuple[str, ...]:
    """The evidence of what was set aside at the end."""
    if parsed.format not in WITH_FOOTERS or parsed.lines is not None:
        return ()
    number = row_number(parsed)
    headings = set_headings_aside(engine, len(parsed.names), number)
    below = set_list_aside(engine, parsed.names, number)
    footers = set_footers_aside(engine, len(parsed.names), number)
    return (*headings, *below, *footers, *set_subtotals_aside(engine, parsed.names, number))


def _finished(engine: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """Rows and misfits among them; raises HeaderOnlyError or NotATableError where no row fits.

    Rows of blanks alone are not counted, and `lines` leaves them out.
    """
    fitting, misfits = _count(engine, "lines"), _count(engine, "misfits")
    unclosed = 0 if fitting else _count(engine, f"misfits WHERE reason = '{UNCLOSED}'")
    if unclosed * 2 > misfits:
        raise UnclosedMarksError(found=unclosed)
    if fitting == 0 and _count(engine, f"misfits WHERE code IN ('{WRONG_SHAPE}', 'footer')"):
        raise NotATableError(found="not one of its rows has as many cells as the header")
    if fitting == 0 and misfits:
        raise NoResponsesError(found=misfits)
    if fitting == 0:
        raise HeaderOnlyError
    return fitting + misfits, misfits


def _count(engine: duckdb.DuckDBPyConnection, rows: str) -> int:
    return int(engine.execute(f"SELECT count(*) FROM {rows}").fetchall()[0][0])


def _detection(
    parsed: Parsed, reshaped: Reshaped, unpacked: list[str], made: tuple[str, ...], profile: Profile
) -> Detection:
    return Detection(
        format=parsed.format, layout=parsed.layout.layout, encoding=parsed.encoding, delimiter=parsed.delimiter,
        decimal=profile.decimal, sheet=parsed.sheet, sheets=parsed.sheets, first_row=parsed.first_row,
        evidence=(*unpacked, *parsed.evidence, *parsed.layout.evidence, *made, *profile.decimal_evidence),
        header=parsed.layout.header, unfinished=reshaped.unfinished, unfinished_kept=reshaped.unfinished_kept,
        unfinished_row=reshaped.unfinished_row, other_sheets=parsed.other_sheets, formulas=parsed.formulas,
        errors=parsed.errors, hidden_rows=parsed.hidden_rows, hidden_columns=parsed.hidden_columns, ticked=reshaped.ticked,
    )  # fmt: skip
