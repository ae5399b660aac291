"""What must not stand in a log: the secret of a link, and the number of a session."""

import logging
import re

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


def keep_discreet() -> None:
    """Nothing; uvicorn's log of requests, off by default under Streamlit, names no secret from now on."""
    for name in ("uvicorn.access", "uvicorn.error"):
        logger = logging.getLogger(name)
        if not any(isinstance(each, Discreet) for each in logger.filters):
            logger.addFilter(Discreet())
