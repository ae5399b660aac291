"""The pages that can be taken away in a report, and the kinds of file."""

from enum import StrEnum

from csat_core.model.page_address import PageAddress


class ReportPage(PageAddress):
    """A page by its address."""

    ONEPAGER = "onepager"
    OVERVIEW = "overview"
    TRENDS = "trends"
    JOURNEY = "journey"
    SEGMENTS = "segments"
    DRIVERS = "drivers"
    BENCHMARKS = "benchmarks"
    ROI = "roi"
    WORKSHOP = "workshop"


class ReportFormat(StrEnum):
    """A kind of file."""

    HTML = "html"
    PPTX = "pptx"
    XLSX = "xlsx"
    PDF = "pdf"

    @property
    def media_type(self) -> str:
        """What a browser is told it is."""
        office = "application/vnd.openxmlformats-officedocument"
        return {
            ReportFormat.HTML: "text/html",
            ReportFormat.PPTX: f"{office}.presentationml.presentation",
            ReportFormat.XLSX: f"{office}.spreadsheetml.sheet",
            ReportFormat.PDF: "application/pdf",
        }[self]

    @property
    def words(self) -> str:
        """What it is called."""
        return {ReportFormat.PPTX: "PowerPoint", ReportFormat.XLSX: "Excel"}.get(self, self.value.upper())
