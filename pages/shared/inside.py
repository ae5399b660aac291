"""What Streamlit keeps to itself: the messages of browsers, the uploads in memory, the sessions that have ended.

Its runtime has no public way to these, so all that reaches into it is here.
"""

from collections.abc import Iterator
from typing import Any

from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg

FOR_VISITORS = frozenset({"rerun_script", "stop_script", "app_heartbeat"})
"""To look and to choose. No uploads, no downloads made on demand."""

FOR_PEOPLE = FOR_VISITORS | {"file_urls_request", "backend_operation_request"}
"""Not among them: clear_cache, which would clear everybody's; set_run_on_save; load_git_info; what is for debugging."""

LARGEST_OF_VISITORS = 1024 * 1024
"""Bytes of a message; a few hundred choices take a tenth."""


def of_people(message: bytes) -> bool:
    """Whether somebody who signed in may send this message."""
    return _kind(message) in FOR_PEOPLE


def of_visitors(message: bytes) -> bool:
    """Whether somebody with a link may send this message."""
    return len(message) <= LARGEST_OF_VISITORS and _kind(message) in FOR_VISITORS


def _kind(message: bytes) -> str | None:
    read = BackMsg()
    try:
        read.ParseFromString(message)
    except Exception:  # of protobuf, in one of several classes; whatever it cannot read is no message
        return None
    return read.WhichOneof("type")


def uploads() -> Iterator[str]:
    """`<session>/<file>` for every uploaded file that lies in memory."""
    if runtime.exists():
        kept = _runtime().uploaded_file_mgr.file_storage
        for session, files in list(kept.items()):
            yield from (f"{session}/{file}" for file in list(files))


def forget_ended() -> None:
    """Nothing; sessions that nobody came back to are gone with their uploads.

    Streamlit itself does this only when somebody comes or goes. On the thread of the event loop, like all of it.
    """
    if runtime.exists():
        for _, ended in _runtime()._session_mgr._session_storage._cache.expire():
            ended.session.shutdown()


def _runtime() -> Any:
    return runtime.get_instance()
