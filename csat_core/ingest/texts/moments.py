"""Names that are times: a column for each month is called like one."""

import re

from csat_core.ingest.texts.calendar_orders import names_day, orders_of
from csat_core.ingest.texts.periods import period_of

_YEAR = re.compile(r"(?:19|20)\d\d")


def is_moment(name: str) -> bool:
    """Whether a name is a day, a month, a quarter, a week or a year and nothing else."""
    text = name.strip()
    return bool(_YEAR.fullmatch(text) or period_of(text) or orders_of(text) or names_day(text))
