"""A report as PDF: its HTML printed by a Chromium of this machine, in a process of its own that reaches nobody."""

import subprocess
import tempfile
from pathlib import Path

from csat_core.errors import CsatError
from csat_core.exports.html import to_html
from csat_core.exports.printer import printer
from csat_core.exports.report import Report

SECONDS = 120
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-pdf-header-footer",
    "--virtual-time-budget=10000",
    "--run-all-compositor-stages-before-draw",
)


class NoPrinterError(CsatError):
    """No Chromium is installed, or it did not print."""

    def __init__(self, reason: str = "No Chromium or Chrome was found on this machine") -> None:
        super().__init__(
            f"{reason}, so no PDF can be made here. Take the HTML away instead and print it from a browser, to a PDF; "
            "or install Chromium, or name one with CSAT_BROWSER."
        )


def to_pdf(report: Report) -> bytes:
    """The file; raises NoPrinterError."""
    browser = printer()
    if browser is None:
        raise NoPrinterError
    with tempfile.TemporaryDirectory(prefix="csat-print-", ignore_cleanup_errors=True) as folder:
        page, printed = Path(folder) / "report.html", Path(folder) / "report.pdf"
        page.write_bytes(to_html(report))
        profile = f"--user-data-dir={folder}/profile"
        command = [str(browser), *FLAGS, profile, f"--print-to-pdf={printed}", page.as_uri()]
        try:
            subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            raise NoPrinterError("Chromium did not finish printing") from None
        except OSError as error:
            raise NoPrinterError(f"Chromium cannot be started ({error.strerror or error})") from error
        if not printed.exists():
            raise NoPrinterError("Chromium printed nothing")
        return printed.read_bytes()
