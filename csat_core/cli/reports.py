"""Reports as files, and what was written as a document."""

from dataclasses import dataclass
from datetime import UTC, datetime

from csat_core.cli.asked import asked
from csat_core.cli.calls import Call, Document, Need
from csat_core.cli.choices import Typed
from csat_core.cli.placing import placed, put
from csat_core.exports.report import Origin
from csat_core.exports.reports import report
from csat_core.exports.written import written
from csat_core.model.period import Grain
from csat_core.model.report_page import ReportFormat, ReportPage
from csat_core.store import benchmarks
from csat_core.store.catalogue import find_dataset
from csat_core.store.fingerprint import fingerprint

WHAT = "The report"


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
    target = placed(store, call.folder / order.out, WHAT, is_replaced=order.replace)
    dataset = find_dataset(store, named)
    about = asked(store, dataset, typed, order.period)
    origin = Origin(data_hash=fingerprint(store, dataset), made_at=datetime.now(UTC))
    pages = tuple(dict.fromkeys(order.pages)) or tuple(ReportPage)
    call.progress(None, "Working out the report")
    made = report(about.engine, dataset, about.view, about.policy, pages, origin, own=benchmarks.own(store))
    call.progress(None, "Writing the file")
    content = written(made, order.format)
    put(target, [content], WHAT, is_replaced=order.replace)
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
