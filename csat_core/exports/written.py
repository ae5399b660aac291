"""Writing a report: which function makes which kind of file."""

from collections.abc import Callable, Mapping

from csat_core.exports.html import to_html
from csat_core.exports.pdf import to_pdf
from csat_core.exports.pptx import to_pptx
from csat_core.exports.report import Report
from csat_core.exports.xlsx import to_xlsx
from csat_core.model.report_page import ReportFormat

WRITERS: Mapping[ReportFormat, Callable[[Report], bytes]] = {
    ReportFormat.HTML: to_html,
    ReportFormat.PPTX: to_pptx,
    ReportFormat.XLSX: to_xlsx,
    ReportFormat.PDF: to_pdf,
}


def written(report: Report, format: ReportFormat) -> bytes:
    """The file; raises NoPrinterError for a PDF where no Chromium is."""
    return WRITERS[format](report)
