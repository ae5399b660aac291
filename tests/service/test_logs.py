"""Logs: a forged message of a browser is one line, everything else keeps its trace."""

import logging

import pytest

from csat_core.service import logs


def logged(error: BaseException, caplog: pytest.LogCaptureFixture) -> str:
    """What Streamlit's log says of an error in a script."""
    logs.keep_discreet()
    logs.keep_discreet()
    caplog.clear()
    with caplog.at_level(logging.ERROR):
        logging.getLogger("streamlit.error_util").error("Uncaught app execution", exc_info=error)
    return caplog.text


def raised(filename: str, function: str) -> BaseException:
    """An error out of a function of that name in that file."""
    names: dict[str, object] = {}
    exec(compile(f"def {function}(): raise IndexError('of 99')", filename, "exec"), names)
    try:
        names[function]()  # type: ignore[operator]
    except IndexError as error:
        return error
    raise AssertionError


def test_a_value_that_no_widget_can_hold_is_one_line_without_what_was_sent(caplog: pytest.LogCaptureFixture) -> None:
    said = logged(raised("/lib/streamlit/elements/widgets/slider.py", "deserialize"), caplog)
    assert said.endswith("A browser sent a value that its page does not offer (IndexError)\n")
    assert ("Traceback" in said, "of 99" in said, said.count("\n")) == (False, False, 1)


@pytest.mark.parametrize(
    ("filename", "function"),
    [("/app/pages/see/trends.py", "deserialize"), ("/lib/streamlit/elements/widgets/slider.py", "draw")],
)
def test_an_error_of_our_own_keeps_its_trace(filename: str, function: str, caplog: pytest.LogCaptureFixture) -> None:
    said = logged(raised(filename, function), caplog)
    assert "Uncaught app execution" in said
    assert "IndexError: of 99" in said
