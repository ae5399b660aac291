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


PAGE = str(logs.ROOT / "pages" / "see" / "trends.py")
WIDGET = "/usr/lib/site-packages/streamlit/elements/widgets/slider.py"


def raised(*files: str, error: str = "IndexError('of 99')") -> BaseException:
    """An error out of the last of these files, each called by the one before it."""
    inner: dict[str, object] = {}
    exec(compile(f"def call(): raise {error}", files[-1], "exec"), inner)
    for file in files[-2::-1]:
        outer: dict[str, object] = {"inner": inner["call"]}
        exec(compile("def call(): inner()", file, "exec"), outer)
        inner = outer
    try:
        inner["call"]()  # type: ignore[operator]
    except Exception as found:
        return found
    raise AssertionError


def test_a_value_that_no_widget_can_hold_is_one_line_without_what_was_sent(caplog: pytest.LogCaptureFixture) -> None:
    said = logged(raised(PAGE, WIDGET, "/usr/lib/site-packages/google/protobuf/message.py"), caplog)
    assert said.endswith("A browser sent a value that its page does not offer (IndexError at pages/see/trends.py:1)\n")
    assert ("Traceback" in said, "of 99" in said, said.count("\n")) == (False, False, 1)


@pytest.mark.parametrize(
    "error", ["__import__('json').JSONDecodeError('no', '{', 0)", "__import__('pandas').errors.ParserError('no')"]
)
def test_a_value_that_is_not_even_written_as_it_should_be_is_one_line_too(
    error: str, caplog: pytest.LogCaptureFixture
) -> None:
    said = logged(raised(PAGE, WIDGET, "/usr/lib/python3/json/decoder.py", error=error), caplog)
    assert "A browser sent a value that its page does not offer" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("files", [(PAGE,), (PAGE, WIDGET, PAGE)])
def test_an_error_of_our_own_keeps_its_trace(files: tuple[str, ...], caplog: pytest.LogCaptureFixture) -> None:
    said = logged(raised(*files), caplog)
    assert "Uncaught app execution" in said
    assert "IndexError: of 99" in said


def test_what_streamlit_itself_has_to_say_of_a_call_keeps_its_trace(caplog: pytest.LogCaptureFixture) -> None:
    said = logged(raised(PAGE, WIDGET, error="__import__('csat_core.errors').errors.CsatError('a wrong call')"), caplog)
    assert "a wrong call" in said
