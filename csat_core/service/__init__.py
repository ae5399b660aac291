"""What the server needs beside its pages: who may come in and how much of it, health, headers, and commands from beside.

`doors` says what cookies prove, `gate` asks it before Streamlit does anything, `signing_in` and `links` are the doors
themselves; `hosts`, `sockets` and `uploads` keep others and too much out; `settings` reads the environment.

DuckDB lets one process hold the database file. While the app holds it, the command line sends its call to the app over
a Unix socket that only the same user can open; `<database>.owner` says who listens where.
"""

from csat_core.service.calls import AppStoppedError, CommandRefusedError, call
from csat_core.service.commands import CommandAbandonedError, CommandSocket, Progress, Run
from csat_core.service.headers import SecurityHeaders
from csat_core.service.health import health, icon
from csat_core.service.owner import Owner, owner_file, owner_pid

__all__ = [
    "AppStoppedError",
    "CommandAbandonedError",
    "CommandRefusedError",
    "CommandSocket",
    "Owner",
    "Progress",
    "Run",
    "SecurityHeaders",
    "call",
    "health",
    "icon",
    "owner_file",
    "owner_pid",
]
