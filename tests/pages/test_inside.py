"""What is reached inside Streamlit: it is where we look for it, and does what we think."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit import config, runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSessionState
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests
from streamlit.runtime.session_manager import SessionInfo
from streamlit.runtime.state.session_state import SessionState
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from pages.shared import folders, inside


def message(kind: str) -> bytes:
    made = BackMsg()
    field = BackMsg.DESCRIPTOR.fields_by_name[kind]
    if field.message_type is None:
        setattr(made, kind, True)
    else:
        getattr(made, kind).SetInParent()
    return made.SerializeToString()


def test_every_kind_of_message_is_known_and_decided() -> None:
    kinds = [field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields]
    passing = {kind: (inside.of_people(message(kind)), inside.of_visitors(message(kind))) for kind in kinds}
    assert passing == {
        "clear_cache": (False, False),
        "set_run_on_save": (False, False),
        "stop_script": (True, True),
        "rerun_script": (True, True),
        "load_git_info": (False, False),
        "debug_disconnect_websocket": (False, False),
        "debug_shutdown_runtime": (False, False),
        "file_urls_request": (True, False),
        "app_heartbeat": (True, True),
        "backend_operation_request": (True, False),
    }


@pytest.mark.parametrize("sent", [b"", b"\xff\xff", b"rerun", b"\x5a\xff"])
def test_what_is_no_message_does_not_pass(sent: bytes) -> None:
    assert (inside.of_people(sent), inside.of_visitors(sent)) == (False, False)


def test_a_visitor_sends_no_megabytes() -> None:
    made = BackMsg()
    made.rerun_script.query_string = "x" * inside.LARGEST_OF_VISITORS
    assert inside.of_people(made.SerializeToString())
    assert not inside.of_visitors(made.SerializeToString())


class Session:
    """Removes its uploads when it is shut down, as Streamlit's does."""

    def __init__(self, number: str, uploads: MemoryUploadedFileManager) -> None:
        self.id = number
        self._uploads = uploads

    def shutdown(self) -> None:
        self._uploads.remove_session_files(self.id)


def test_uploads_of_sessions_that_ended_are_forgotten_without_another_visitor(monkeypatch: pytest.MonkeyPatch) -> None:
    uploads, sessions = MemoryUploadedFileManager("/upload"), MemorySessionStorage(ttl_seconds=0)
    kept = SimpleNamespace(uploaded_file_mgr=uploads, _session_mgr=SimpleNamespace(_session_storage=sessions))
    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: kept)
    uploads.add_file("s1", UploadedFileRec(file_id="f1", name="a.csv", type="text/csv", data=b"x"))
    sessions.save(SessionInfo(client=None, session=Session("s1", uploads)))  # type: ignore[arg-type]
    assert list(inside.uploads()) == ["s1/f1"]
    inside.forget_ended()
    assert list(inside.uploads()) == []


def test_folders_of_visits_that_ended_are_gone_and_those_of_others_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = MemorySessionStorage(ttl_seconds=60)
    active = [SimpleNamespace(session=SimpleNamespace(id="here"))]
    manager = SimpleNamespace(_session_storage=lost, list_active_sessions=lambda: active)
    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: SimpleNamespace(_session_mgr=manager))
    lost.save(SessionInfo(client=None, session=SimpleNamespace(id="lost")))  # type: ignore[arg-type]
    made = {}
    for visit in ("here", "lost", "over"):
        monkeypatch.setattr(inside, "visit", lambda visit=visit: visit)
        made[visit] = folders.of_this_visit()
    folders.forget_ended()
    assert {visit: Path(folder.name).exists() for visit, folder in made.items()} == {
        "here": True, "lost": True, "over": False,
    }  # fmt: skip
    for folder in made.values():
        folder.cleanup()


def test_without_a_server_there_is_nothing_inside() -> None:
    inside.forget_ended()
    assert list(inside.uploads()) == []


def test_the_state_of_a_session_is_looked_up_as_it_would_be_written_out() -> None:
    inside.look_up_lazily()
    state = SessionState()
    state["typed"] = 3
    state["$$STREAMLIT_INTERNAL_KEY_x"] = 1
    state._old_state["kept"] = None
    state._key_id_mapper["moved"] = "$$ID-1-moved"
    state._old_state["$$ID-1-moved"] = "there"
    state._old_state["$$ID-2-None"] = "without a key"
    written = inside.WRITTEN_OUT(state)
    assert written == {"typed": 3, "kept": None, "moved": "there"}
    assert dict(state.filtered_state) == written
    for key in (*written, "absent", "$$STREAMLIT_INTERNAL_KEY_x", "$$ID-1-moved", "$$ID-2-None"):
        assert (key in state.filtered_state) == (key in written)


def test_the_theme_is_written_once_and_as_streamlit_writes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def sections() -> list[bytes]:
        made = NewSession()
        theme = made.custom_theme
        for part, section in (
            (theme, "theme"),
            (theme.light, "theme.light"),
            (theme.dark.sidebar, "theme.dark.sidebar"),
        ):
            app_session._populate_theme_msg(part, section)
        return [made.SerializeToString(deterministic=True), theme.SerializeToString(deterministic=True)]

    before = {name: config.get_option(name) for name in ("theme.light.primaryColor", "theme.dark.sidebar.textColor")}
    monkeypatch.setattr(app_session, "_populate_theme_msg", inside.WRITE_THEME)
    config.set_option("theme.light.primaryColor", "#123456")
    as_streamlit = sections()
    inside.write_theme_once()
    assert [sections(), sections()] == [as_streamlit, as_streamlit]
    config.set_option("theme.dark.sidebar.textColor", "#654321")
    config._on_config_parsed.send()
    assert sections() != as_streamlit
    for name, value in before.items():
        config.set_option(name, value)


def test_streamlits_own_stop_is_taken_back_where_somebody_waits_and_not_where_the_session_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    requests = ScriptRequests()
    session = SimpleNamespace(_state=AppSessionState.APP_IS_RUNNING)
    sessions = {"s1": SimpleNamespace(session=session)}
    context = SimpleNamespace(script_requests=requests, session_id="s1")
    manager = SimpleNamespace(get_active_session_info=sessions.get)
    monkeypatch.setattr(inside, "get_script_run_ctx", lambda **_: context)
    monkeypatch.setattr(inside, "_runtime", lambda: SimpleNamespace(_session_mgr=manager))
    assert not inside.take_back_stop()
    requests.request_stop()
    session._state = AppSessionState.SHUTDOWN_REQUESTED
    assert not inside.take_back_stop()
    session._state = AppSessionState.APP_IS_RUNNING
    assert inside.take_back_stop()
    assert requests.on_scriptrunner_yield() is None
    requests.request_stop()
    sessions.clear()
    assert not inside.take_back_stop()
