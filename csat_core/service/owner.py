"""Who holds a database: `<database>.owner` says which process, and where it takes commands."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """The process that holds a database, and the socket on which it takes commands."""

    pid: int
    socket: str


def owner_file(database: Path) -> Path:
    """Where the owner of this database writes itself down: `<database>.owner`."""
    resolved = database.resolve()
    return resolved.with_name(f"{resolved.name}.owner")


def owner_pid(database: Path) -> int | None:
    """The living process that says it holds this database; None where there is none, or where it died."""
    owner = read_owner(database)
    if owner is None:
        return None
    try:
        os.kill(owner.pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:  # it lives, and belongs to somebody else
        return owner.pid
    return owner.pid


def read_owner(database: Path) -> Owner | None:
    """What the owner file says; None where there is none, or where it cannot be understood."""
    try:
        written = json.loads(owner_file(database).read_text(encoding="utf-8"))
        return Owner(pid=int(written["pid"]), socket=str(written["socket"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_owner(database: Path, owner: Owner) -> None:
    """Nothing; the owner is written down in one step, for the same user only."""
    target = owner_file(database)
    draft = target.with_name(f"{target.name}.{owner.pid}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(owner), file)
    draft.replace(target)
