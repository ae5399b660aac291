"""Shares: kept without the secret that opens them; what was done with them is only ever added to the audit."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from csat_core.errors import CsatError
from csat_core.model.period import Grain
from csat_core.model.predicate import OneOf
from csat_core.model.share import (
    LONGEST_PASSCODE,
    LONGEST_TIME,
    SHORTEST_PASSCODE,
    InvalidShareError,
    Share,
    ShareOrder,
    SharePage,
)
from csat_core.model.view import View
from csat_core.store.connection import Store

TOKEN_BYTES = 24
LONGEST_TOKEN = 64
"""Longer ones are not even hashed."""
SCRYPT = {"n": 2**14, "r": 8, "p": 1}

_FIELDS = """s.share_id, s.token_hash, s."order", s.passcode IS NOT NULL, s.created_at, s.expires_at, s.revoked_at,
    s.data_hash, count(a.done_at), max(a.done_at)"""
_FROM = "FROM shares s LEFT JOIN audit a ON a.share_id = s.share_id AND a.action = 'opened'"
_GROUPED = "GROUP BY ALL ORDER BY s.share_id DESC"


class ShareNotFoundError(CsatError):
    """A share was named that is not there."""

    def __init__(self, share_id: int) -> None:
        super().__init__(f"There is no link {share_id}; it may have been removed with its dataset.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A share with the secret of its link, which is shown once and cannot be found again."""

    share: Share
    token: str


def make_share(
    store: Store,
    order: ShareOrder,
    expires_at: datetime,
    *,
    passcode: str = "",
    document: bytes | None = None,
    data_hash: str = "",
    now: datetime | None = None,
) -> Made:
    """The share as it was kept, and its secret. `document` is what a frozen one shows.

    Raises DatasetNotFoundError, InvalidShareError.
    """
    from csat_core.store import catalogue  # which removes the shares of a dataset that goes

    now = now or datetime.now(UTC)
    catalogue.dataset(store, order.view.dataset_id)
    if not now < expires_at <= now + LONGEST_TIME:
        raise InvalidShareError(
            f"The link would end on {expires_at:%Y-%m-%d}; choose a day after today and within {LONGEST_TIME.days} days."
        )
    if passcode and not SHORTEST_PASSCODE <= len(passcode) <= LONGEST_PASSCODE:
        raise InvalidShareError(
            f"The passcode has {len(passcode)} characters; use {SHORTEST_PASSCODE} to {LONGEST_PASSCODE}, or none."
        )
    if order.is_frozen != (document is not None):
        raise InvalidShareError("A frozen link needs what it is to show, and a live one keeps nothing.")
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with store.write() as cursor:
        # of the audit as well: a number that was used once keeps its history
        highest = cursor.execute(
            "SELECT max(share_id) FROM (SELECT share_id FROM shares UNION ALL SELECT share_id FROM audit UNION ALL SELECT 0)"
        ).fetchall()[0][0]
        cursor.execute(
            """INSERT INTO shares (share_id, dataset_id, token_hash, "order", passcode, created_at, expires_at, data_hash, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            [
                highest + 1, order.view.dataset_id, hash_of(token), json.dumps(_to_json(order)),
                _hashed(passcode, secrets.token_bytes(16)) if passcode else None, _plain(now), _plain(expires_at), data_hash,
                document,
            ],
        )  # fmt: skip
        _note(cursor, now, "made", highest + 1, order.view.dataset_id)
    return Made(share=share(store, highest + 1), token=token)


def shares(store: Store) -> tuple[Share, ...]:
    """Every share that was made, the newest first, ended ones included."""
    return _read(store, "true", [])


def share(store: Store, share_id: int) -> Share:
    """One share; raises ShareNotFoundError."""
    found = _read(store, "s.share_id = ?", [share_id])
    if not found:
        raise ShareNotFoundError(share_id)
    return found[0]


def _read(store: Store, condition: str, values: Sequence[object]) -> tuple[Share, ...]:
    with store.cursor() as cursor:
        rows = cursor.execute(f"SELECT {_FIELDS} {_FROM} WHERE {condition} {_GROUPED}", list(values)).fetchall()
    return tuple(_share(row) for row in rows)


def find(store: Store, token: str, now: datetime | None = None) -> Share | None:
    """The share that the secret of a link opens; None for a wrong, cut, ended or revoked one, after the same work."""
    found = with_hash(store, hash_of(token))
    return found if found is not None and found.is_open(now or datetime.now(UTC)) else None


def with_hash(store: Store, token_hash: str) -> Share | None:
    """The share of a link's secret by what is kept of it, ended or not; None where there is none."""
    found = _read(store, "s.token_hash = ?", [token_hash])
    return found[0] if found else None


def hash_of(token: str) -> str:
    """What is kept of a link's secret. It is random and long, so no slow hash is needed."""
    known = token if len(token) <= LONGEST_TOKEN else ""
    return hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()


def check_passcode(store: Store, found: Share, text: str) -> bool:
    """Whether `text` is the passcode of the share; what is wrong is noted."""
    with store.cursor() as cursor:
        rows = cursor.execute("SELECT passcode FROM shares WHERE share_id = ?", [found.id]).fetchall()
    kept: str | None = rows[0][0] if rows else None
    if kept is None:
        return False
    is_right = hmac.compare_digest(kept, _hashed(text[:LONGEST_PASSCODE], bytes.fromhex(kept.partition("$")[0])))
    if not is_right:
        note(store, "wrong passcode", found)
    return is_right


def document_of(store: Store, found: Share) -> bytes:
    """What a frozen share shows, as it was kept; empty for a live one."""
    with store.cursor() as cursor:
        rows = cursor.execute("SELECT document FROM shares WHERE share_id = ?", [found.id]).fetchall()
    return bytes(rows[0][0] or b"") if rows else b""


def revoke(store: Store, share_id: int, now: datetime | None = None) -> None:
    """Nothing; the link opens no more, and what a frozen one showed is gone. Raises ShareNotFoundError."""
    now = now or datetime.now(UTC)
    with store.write() as cursor:
        gone = cursor.execute(
            """UPDATE shares SET revoked_at = coalesce(revoked_at, ?), document = NULL WHERE share_id = ?
            RETURNING dataset_id""",
            [_plain(now), share_id],
        ).fetchall()
        if not gone:
            raise ShareNotFoundError(share_id)
        _note(cursor, now, "revoked", share_id, gone[0][0])


def note(store: Store, action: str, found: Share, now: datetime | None = None) -> None:
    """Nothing; the audit says that this was done with the share, by whoever held its link."""
    with store.write(is_news=False) as cursor:
        _note(cursor, now or datetime.now(UTC), action, found.id, found.dataset_id)


def _note(cursor: Any, now: datetime, action: str, share_id: int, dataset_id: int) -> None:
    cursor.execute(
        "INSERT INTO audit (done_at, action, share_id, dataset_id) VALUES (?, ?, ?, ?)",
        [_plain(now), action, share_id, dataset_id],
    )


def _hashed(passcode: str, salt: bytes) -> str:
    key = hashlib.scrypt(passcode.encode("utf-8", "surrogatepass"), salt=salt, **SCRYPT)
    return f"{salt.hex()}${key.hex()}"


def _plain(at: datetime) -> datetime:
    """A moment as the store keeps it: in UTC, without saying so."""
    return at.astimezone(UTC).replace(tzinfo=None)


def _moment(kept: datetime | None) -> datetime | None:
    return kept.replace(tzinfo=UTC) if kept is not None else None


def _share(row: tuple[Any, ...]) -> Share:
    share_id, token_hash, order, has_passcode, created_at, expires_at, revoked_at, data_hash, opened, last = row
    return Share(
        id=share_id,
        token_hash=token_hash,
        order=_order(json.loads(order)),
        has_passcode=has_passcode,
        created_at=created_at.replace(tzinfo=UTC),
        expires_at=expires_at.replace(tzinfo=UTC),
        revoked_at=_moment(revoked_at),
        data_hash=data_hash,
        opened=opened,
        last_opened_at=_moment(last),
    )


def _to_json(order: ShareOrder) -> dict[str, Any]:
    view = order.view
    return {
        "name": order.name,
        "view": {
            "dataset_id": view.dataset_id, "version": view.version, "question": view.question, "scheme": view.scheme,
            "grain": view.grain.value, "since": _day(view.since), "until": _day(view.until),
            "filters": _levels(view.filters),
        },
        "pages": [page.value for page in order.pages],
        "free": _levels(order.free),
        "start": [[name, list(values)] for name, values in order.start],
        "is_frozen": order.is_frozen,
    }  # fmt: skip


def _order(kept: dict[str, Any]) -> ShareOrder:
    view = kept["view"]
    return ShareOrder(
        name=kept["name"],
        view=View(
            **view
            | {
                "grain": Grain(view["grain"]),
                "since": date.fromisoformat(view["since"]) if view["since"] else None,
                "until": date.fromisoformat(view["until"]) if view["until"] else None,
                "filters": _predicates(view["filters"]),
            }
        ),
        pages=tuple(SharePage(page) for page in kept["pages"]),
        free=_predicates(kept["free"]),
        start=tuple((name, tuple(values)) for name, values in kept["start"]),
        is_frozen=kept["is_frozen"],
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _levels(predicates: tuple[OneOf, ...]) -> list[list[Any]]:
    return [[each.column, list(each.values)] for each in predicates]


def _predicates(kept: list[list[Any]]) -> tuple[OneOf, ...]:
    return tuple(OneOf(column=column, values=tuple(values)) for column, values in kept)
