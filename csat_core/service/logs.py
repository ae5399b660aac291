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


ROOT = Path(__file__).resolve().parents[2]
OF_VALUES = frozenset({"builtins", "json", "pandas", "pyarrow", "numpy", "google"})
"""Who raises where a value cannot be read. What Streamlit itself says is about a call of ours."""


class Brief(logging.Filter):
    """Says in one line that a widget got what no browser of ours sends: only a forged message brings it that far."""

    def filter(self, record: logging.LogRecord) -> bool:
        """True, always: the record is kept, without the trace where a widget could not make anything of its value."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None or type(error).__module__.partition(".")[0] not in OF_VALUES:
            return True
        place = _widget_in(error.__traceback__)
        if place:
            record.msg = "A browser sent a value that its page does not offer (%s at %s)"
            record.args, record.exc_info, record.exc_text = (type(error).__name__, place), None, None
        return True


def _widget_in(trace: TracebackType | None) -> str:
    """Where our code called the widget of Streamlit's within which an error arose; empty where it arose elsewhere."""
    ours, is_within = "", False
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(ROOT) and "site-packages" not in path.parts:
            ours, is_within = f"{path.relative_to(ROOT)}:{trace.tb_lineno}", False
        elif {"streamlit", "elements"} <= set(path.parts):
            is_within = True
        trace = trace.tb_next
    return ours if is_within else ""


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
