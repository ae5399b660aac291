"""What Streamlit keeps to itself: messages of browsers, uploads in memory, ended sessions, their state, its theme.

Its runtime has no public way to these, so all that reaches into it is here.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from streamlit import config, runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSessionState
from streamlit.runtime.scriptrunner_utils.exceptions import StopException
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx
from streamlit.runtime.state.session_state import SessionState

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


def visit() -> str | None:
    """The id of the session that this run belongs to."""
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context else None


def visits() -> frozenset[str]:
    """The ids of the sessions that are under way, and of those that were lost and may come back."""
    if not runtime.exists():
        return frozenset()
    manager = _runtime()._session_mgr
    infos = (*manager.list_active_sessions(), *manager._session_storage.list())
    return frozenset(info.session.id for info in infos)


def make_way() -> None:
    """Nothing; this run ends where somebody chose something in a part of the page meanwhile, so that their run comes.

    Streamlit lets a run go on to its end first, and an import may have many minutes to go; `st.stop` would forget theirs.
    """
    context = get_script_run_ctx(suppress_warning=True)
    requests = context.script_requests if context else None
    if requests is None or requests._state is not ScriptRequestType.RERUN:
        return
    if requests._rerun_data.fragment_id_queue:
        raise StopException


def take_back_stop() -> bool:
    """Whether somebody pressed Streamlit's own Stop; the run may draw on then, so that no half of a page stays.

    False where the session itself ends: nobody would see what is drawn.
    """
    context = get_script_run_ctx(suppress_warning=True)
    requests = context.script_requests if context else None
    if context is None or requests is None or requests._state is not ScriptRequestType.STOP:
        return False
    info = _runtime()._session_mgr.get_active_session_info(context.session_id)
    if info is None or info.session._state is AppSessionState.SHUTDOWN_REQUESTED:
        return False
    with requests._lock:
        requests._state = ScriptRequestType.CONTINUE
    return True


class _LookedUp(Mapping[str, Any]):
    """The state of a session by key, each looked up when it is asked for.

    Streamlit writes all of it into a new dictionary for each slider, list and field it draws, to look one key up.
    """

    def __init__(self, state: SessionState) -> None:
        self._state = state

    def __getitem__(self, key: str) -> Any:
        # what begins so is an id that Streamlit made
        return self._all()[key] if key.startswith("$$") else self._state[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, Any]:
        found: dict[str, Any] = WRITTEN_OUT(self._state)
        return found


WRITTEN_OUT = vars(SessionState)["filtered_state"].fget


def look_up_lazily() -> None:
    """Nothing; no widget writes out the state of its session any more."""
    SessionState.filtered_state = property(_LookedUp)  # type: ignore[method-assign, assignment]


WRITE_THEME = app_session._populate_theme_msg


def write_theme_once() -> None:
    """Nothing; the theme of the settings is written for the browser once, and again when they change.

    Streamlit writes it for each run, in which it takes as long as two dozen lines of text.
    """
    written: dict[str, CustomThemeConfig] = {}

    def write(msg: CustomThemeConfig, section: str = "theme") -> None:
        if section not in written:
            written[section] = CustomThemeConfig()
            WRITE_THEME(written[section], section)
        if written[section].ByteSize():  # an empty part would look like one that was set
            msg.MergeFrom(written[section])

    app_session._populate_theme_msg = write
    config.on_config_parsed(written.clear, force_connect=True)


def _runtime() -> Any:
    return runtime.get_instance()
