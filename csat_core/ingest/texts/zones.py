"""Time zones that the name of a column states in brackets: `Created at (UTC)`, `Rated at (America/New_York)`, `[GMT+2]`."""

import re

from csat_core.ingest.texts.stated_orders import order_stated

_ZONE = re.compile(r"[(\[]((?:UTC|GMT|[A-Z]{3,4})?(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Z][A-Za-z]+/[A-Za-z_/-]+)[)\]]")


def time_zone(name: str) -> str | None:
    """The time zone that the name of a column states in brackets, such as `UTC` or `America/New_York`; None without."""
    return next((zone for zone in _ZONE.findall(name) if zone and order_stated(zone) is None), None)


def without_zone(name: str) -> str:
    """The name without the time zone that it states; another one there means another clock, not another column."""
    zone = time_zone(name)
    return name.replace(f"({zone})", "").replace(f"[{zone}]", "") if zone else name
