"""What must not stand in a log: the secret of a link, the number of a session, and pages of traces that anybody can send."""

import logging
import re
from pathlib import Path
from types import TracebackType

SECRETS = re.compile(r"(/s/|[?&]s=|%3Fs%3D|%26s%3D|/upload_file/)[^/?&%\s\"]+", re.IGNORECASE)
"""An address within an address is written with %."""


class Discreet(logging.Filter):
    """Takes the secrets out of the addresses in a record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """True, always: the record is kept, without the secrets."""
        if isinstance(record.args, tuple):
            record.args = tuple(SECRETS.sub(r"\1...", each) if isinstance(each, str) else each for each in record.args)
        if isinstance(record.msg, str):
            record.msg = SECRETS.sub(r"\1...", record.msg)
        return True


class Brief(logging.Filter):
    """Says in one line that a browser sent what no widget of its page can hold: only a forged message does."""

    def filter(self, record: logging.LogRecord) -> bool:
        """True, always: the record is kept, without the trace where a value was read that no page offers."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and _reads_a_value(error.__traceback__):
            record.msg = "A browser sent a value that its page does not offer (%s)"
            record.args, record.exc_info, record.exc_text = (type(error).__name__,), None, None
        return True


def _reads_a_value(trace: TracebackType | None) -> bool:
    """Whether a trace runs through the part of Streamlit that makes a widget's value of what a browser sent."""
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_name == "deserialize" and {"streamlit", "elements"} <= set(Path(code.co_filename).parts):
            return True
        trace = trace.tb_next
    return False


def keep_discreet() -> None:
    """Nothing; uvicorn's log of requests, off by default under Streamlit, names no secret from now on, and what Streamlit
    says of a forged message is one line."""
    for name in ("uvicorn.access", "uvicorn.error"):
        logger = logging.getLogger(name)
        if not any(isinstance(each, Discreet) for each in logger.filters):
            logger.addFilter(Discreet())
    scripts = logging.getLogger("streamlit.error_util")
    if not any(isinstance(each, Brief) for each in scripts.filters):
        scripts.addFilter(Brief())
