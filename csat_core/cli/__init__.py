"""The command line: the same calls as the pages, for scripts and scheduled jobs.

`run` answers a call with an exit code and a document, and serves the app's socket too; `main` is the process around it.
"""

from csat_core.cli.process import main
from csat_core.cli.running import run

__all__ = ["main", "run"]
