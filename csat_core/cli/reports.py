"""Reports as files, and what was written as a document."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from csat_core.cli.asked import asked
from csat_core.cli.calls import Call, Document, Need
from csat_core.cli.choices import Typed
from csat_core.errors import CsatError
from csat_core.exports.report import Origin
from csat_core.exports.reports import report
from csat_core.exports.written import written
from csat_core.model.period import Grain
from csat_core.model.report_page import ReportFormat, ReportPage
from csat_core.store import Store, benchmarks
from csat_core.store.backups import belongs_to
from csat_core.store.catalogue import find_dataset
from csat_core.store.fingerprint import fingerprint


class ReportExistsError(CsatError):
    """There is a file already where the report was to go."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is already a file {path}; choose another name, or replace it with --force.")


class ReportPlaceError(CsatError):
    """A place that cannot take a report."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The report cannot be written to {path}: {reason}; choose another file with --out.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which report is wanted."""

    pages: tuple[ReportPage, ...]
    """Empty for all of them."""
    format: ReportFormat
    out: str
    replace: bool
    period: Grain | None


def reported(call: Call, named: str, typed: Typed, order: Order) -> Document:
    """The report that is now at `order.out`, seen from where the caller stands."""
    store = call.open(Need.READ)
    target = _place(store, call.folder / order.out, is_replaced=order.replace)
    dataset = find_dataset(store, named)
    about = asked(store, dataset, typed, order.period)
    origin = Origin(data_hash=fingerprint(store, dataset), made_at=datetime.now(UTC))
    pages = tuple(dict.fromkeys(order.pages)) or tuple(ReportPage)
    call.progress(None, "Working out the report")
    made = report(about.engine, dataset, about.view, about.policy, pages, origin, own=benchmarks.own(store))
    call.progress(None, "Writing the file")
    content = written(made, order.format)
    _put(target, content, is_replaced=order.replace)
    return {
        "file": str(target),
        "format": order.format.value,
        "pages": [page.value for page in pages],
        "bytes": len(content),
        "dataset": dataset.name,
        "dataset_id": dataset.id,
        "question": about.question.name,
        "question_id": about.question.id,
        "scheme": about.scheme.id,
        "data_hash": origin.data_hash,
        "made": origin.made_at.isoformat(timespec="seconds"),
    }


def _place(store: Store, target: Path, *, is_replaced: bool) -> Path:
    """Where the report goes, links followed; raises where it cannot go there."""
    target = target.resolve()
    if belongs_to(store, target):
        raise ReportPlaceError(target, "that is the store itself, or belongs to it")
    if target.is_dir():
        raise ReportPlaceError(target, "it is a folder")
    if not target.parent.is_dir():
        raise ReportPlaceError(target, "its folder is not there")
    if target.exists() and not (is_replaced and target.is_file()):
        raise ReportExistsError(target)
    return target


def _put(target: Path, content: bytes, *, is_replaced: bool) -> None:
    """Nothing; the whole file is at `target`, or nothing is that was not there before."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        if not is_replaced:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL))  # refuses where somebody was faster
        part.replace(target)
    except FileExistsError:
        raise ReportExistsError(target) from None
    except OSError as error:
        raise ReportPlaceError(target, error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)
