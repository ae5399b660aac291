"""Links that were withdrawn after a backup was made: a restore must not open them again."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from csat_core.errors import CsatError
from csat_core.store import copies
from csat_core.store.refusals import StoreLockedError

Deed = tuple[datetime, str, int, int]
"""A row of the audit: when, what, with which link, of which dataset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What is kept of one link; times as the store has them, in UTC."""

    share_id: int
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        """Whether it opens."""
        return self.revoked_at is None and now < self.expires_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What a store knows of its links, removed ones included."""

    links: dict[str, Link]
    """By the hash of their secret."""
    deeds: frozenset[Deed]
    """When they were made and revoked."""

    def made(self, link: Link) -> bool:
        """Whether it was made here: of another store the number may be the same, and not the moment too."""
        return any(deed[:3] == (link.made_at, "made", link.share_id) for deed in self.deeds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What became of the links of a backup."""

    revoked: int = 0
    """Open in the backup, and revoked or removed since: they stay so."""
    lost: int = 0
    """Open in the replaced store and not in the backup: they were made since, and open no more."""
    unchecked: int = 0
    """Open, though the replaced store does not tell whether they still should be."""


def past(path: Path) -> Past | None:
    """What the store at `path` knows of its links; None where there is none, or none that can be read.

    Raises StoreLockedError.
    """
    if not path.exists():
        return None
    try:
        with copies.opened(path, read_only=True) as connection:
            return _past(connection)
    except StoreLockedError:
        raise
    except (CsatError, duckdb.Error):  # it may well be damaged: that is why a backup is restored
        return None


def carry(draft: Path, before: Past | None) -> Carried:
    """What became of the links in the store `draft`: those that were withdrawn in `before` are revoked."""
    now = datetime.now(UTC).replace(tzinfo=None)
    with copies.opened(draft, read_only=False) as connection:
        links = _past(connection).links
        if before is None:
            return Carried(unchecked=sum(link.is_open(now) for link in links.values()))
        revoked = unchecked = 0
        for token_hash, link in links.items():
            known = before.links.get(token_hash)
            if known is None and not before.made(link):
                unchecked += link.is_open(now)
            elif (withdrawn_at := known.revoked_at if known else now) is not None:
                revoked += link.is_open(now)
                _revoke(connection, token_hash, withdrawn_at)
        if _has_links(connection):
            _add(connection, before.deeds)
        connection.execute("CHECKPOINT")
    lost = sum(link.is_open(now) for token_hash, link in before.links.items() if token_hash not in links)
    return Carried(revoked=revoked, lost=lost, unchecked=unchecked)


def _past(connection: duckdb.DuckDBPyConnection) -> Past:
    if not _has_links(connection):
        return Past(links={}, deeds=frozenset())
    rows = connection.execute("SELECT token_hash, share_id, created_at, expires_at, revoked_at FROM shares").fetchall()
    links = {
        token_hash: Link(share_id=share_id, made_at=made_at, expires_at=expires_at, revoked_at=revoked_at)
        for token_hash, share_id, made_at, expires_at, revoked_at in rows
    }
    return Past(links=links, deeds=_deeds(connection))


def _has_links(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the schema is one that knows links."""
    found = "SELECT count(*) FROM duckdb_tables() WHERE table_name IN ('shares', 'audit')"
    return bool(connection.execute(found).fetchall()[0][0] == 2)


def _deeds(connection: duckdb.DuckDBPyConnection) -> frozenset[Deed]:
    found: list[Any] = connection.execute(
        "SELECT done_at, action, share_id, dataset_id FROM audit WHERE action IN ('made', 'revoked')"
    ).fetchall()
    return frozenset(found)


def _revoke(connection: duckdb.DuckDBPyConnection, token_hash: str, at: datetime) -> None:
    """Nothing; as `shares.revoke` does it."""
    connection.execute(
        "UPDATE shares SET revoked_at = coalesce(revoked_at, ?), document = NULL WHERE token_hash = ?",
        [at, token_hash],
    )


def _add(connection: duckdb.DuckDBPyConnection, deeds: frozenset[Deed]) -> None:
    """Nothing; the audit says them too: no number is used twice, and the next restore knows of all that was withdrawn."""
    if new := sorted(deeds - _deeds(connection)):
        connection.executemany("INSERT INTO audit (done_at, action, share_id, dataset_id) VALUES (?, ?, ?, ?)", new)
