"""Looks: when a dataset was last looked at and what was seen then, at most one write a visit."""

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from csat_core.model.look import Seen
from csat_core.store.connection import Store

VISIT = timedelta(hours=12)
"""Within it a second look belongs to the same visit: what was new at the first is still called new."""


def look(store: Store, dataset_id: int, version: int, now: Seen) -> Seen | None:
    """What was seen at the visit before this one, None at the first; `now` is kept where it is another visit or news."""
    kept = _kept(store, dataset_id)
    last, before = kept or (None, None)
    if last is not None and now.at - last.at < VISIT and _is_same(last, now):
        return before
    with store.write() as cursor:
        found = json.dumps({"last": _to_json(now), "before": _to_json(last) if last else None})
        looked_at = now.at.astimezone(UTC).replace(tzinfo=None)
        cursor.execute("INSERT OR REPLACE INTO looks VALUES (?, ?, ?, ?)", [dataset_id, looked_at, version, found])
    return last


def _kept(store: Store, dataset_id: int) -> tuple[Seen, Seen | None] | None:
    with store.cursor() as cursor:
        rows = cursor.execute("SELECT found FROM looks WHERE dataset_id = ?", [dataset_id]).fetchall()
    if not rows:
        return None
    found = json.loads(rows[0][0])
    return _seen(found["last"]), _seen(found["before"]) if found["before"] else None


def _is_same(one: Seen, other: Seen) -> bool:
    return replace(one, at=other.at) == other


def _to_json(seen: Seen) -> dict[str, Any]:
    return asdict(seen) | {"at": seen.at.isoformat()}


def _seen(found: dict[str, Any]) -> Seen:
    return Seen(**found | {"at": datetime.fromisoformat(found["at"])})
