"""A page as a person opens it, and what stands on it.

`open_page("roi", s01="South")` begins in `pages/main.py`, as every visit does; `page.texts`, `metrics`, `tables`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element
from streamlit.util import calc_hash

from pages.shared import inside

# every AppTest reads the metadata of all installed packages, a third of the time of a page's tests: once is enough
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

# as app.py does
inside.look_up_lazily()

MAIN = Path(__file__).resolve().parents[2] / "pages" / "main.py"
FILES = {
    "overview": "see/overview.py",
    "onepager": "see/onepager.py",
    "benchmarks": "compare/benchmarks.py",
    "journey": "see/journey.py",
    "drivers": "see/drivers.py",
    "trends": "see/trends.py",
    "segments": "see/segments.py",
    "roi": "act/roi.py",
    "workshop": "act/workshop.py",
    "data": "manage/data.py",
    "methods": "manage/methods.py",
    "plan": "manage/plan.py",
    "share": "manage/share.py",
}


FOLDS: dict[str, set[str]] = defaultdict(set)
"""The keys of the parts to unfold that were met on each page so far: it begins with them open, which saves two runs."""


class Opened:
    """A page that has come to rest without an exception."""

    def __init__(self, app: AppTest) -> None:
        self.app = app
        self._popped_up: list[str] = []

    def run(self) -> "Opened":
        """The same page after what was chosen on it took effect."""
        self._popped_up = []
        self.app.run()
        return self.sound()

    def sound(self) -> "Opened":
        """The same page; an exception on it fails the test."""
        assert [error.message for error in self.app.exception] == []
        assert len(self.app.title) == 1
        return self

    def turn_to(self, page: str) -> "Opened":
        """Another page in the same session, unfolded."""
        self.app.switch_page(FILES[page])
        _open_folds(self.app, FOLDS[page])
        self.run().unfolded()
        FOLDS[page] |= set(_folds(self.app))
        return self

    def unfolded(self) -> "Opened":
        """The same page with every part that is only drawn once it is unfolded."""
        folded = [key for key in _folds(self.app) if not self.app.session_state[key]]
        if not folded:
            return self
        _open_folds(self.app, folded)
        popped_up = self.toasts
        self.run()._popped_up = popped_up
        return self.unfolded()

    @property
    def title(self) -> str:
        """The question of the page."""
        return str(self.app.title[0].value)

    @property
    def texts(self) -> list[str]:
        """Every paragraph of plain text, from the top; the first is the answer of the page."""
        return [paragraph for text in self.app.main.text for paragraph in _plain(text.value).split("\n\n")]

    @property
    def headings(self) -> list[str]:
        """The titles of the parts of the page, from the top."""
        return [_plain(heading.value) for heading in self.app.subheader]

    @property
    def links(self) -> list[str]:
        """What stands on each link to a page, as it is read."""
        return [_read(link.proto.label) for link in self.app.get("page_link")]

    @property
    def folds(self) -> list[str]:
        """What stands on each part that can be unfolded, as it is read."""
        return [_read(fold.label) for fold in self.app.main.expander]

    @property
    def metrics(self) -> dict[str, tuple[str, str]]:
        """Value and small print of each number by its label."""
        return {metric.label: (metric.value, metric.delta) for metric in self.app.metric}

    @property
    def toasts(self) -> list[str]:
        """What popped up."""
        return self._popped_up + [toast.value for toast in self.app.toast]

    @property
    def tables(self) -> list[pd.DataFrame]:
        """Every table, from the top."""
        return [table.value for table in self.app.dataframe]

    def choose(self, key: str, value: Any) -> "Opened":
        """The page after `value` was chosen in the widget with this key."""
        self.widget(key).set_value(value)
        return self.run()

    def widget(self, key: str) -> Any:
        """The widget with this key."""
        (found,) = (
            each for each in elements(self.app) if getattr(each, "key", None) == key and hasattr(each, "set_value")
        )
        return found

    def labelled(self, label: str) -> Any:
        """The widget with this label."""
        (found,) = (
            each for each in elements(self.app) if getattr(each, "label", None) == label and hasattr(each, "root")
        )
        return found

    def press(self, label: str) -> "Opened":
        """The page after the button with this label was pressed."""
        (button,) = (button for button in self.app.button if button.label == label)
        button.click()
        return self.run()


def open_page(page: str = "overview", **params: str | list[str]) -> Opened:
    """`page`, unfolded, in a new session whose URL carries `params`."""
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    for name, value in params.items():
        app.query_params[name] = value
    if page != "overview":
        # straight to it, as a link leads: `switch_page` knows the pages by their addresses only after a first run
        app._page_hash = calc_hash(page)
    _open_folds(app, FOLDS[page])
    app.run()
    opened = Opened(app).sound().unfolded()
    FOLDS[page] |= set(_folds(app))
    return opened


def slider(page: Opened, label: str) -> Any:
    """The slider with this label."""
    (found,) = (each for each in page.app.slider if each.label == label)
    return found


def move(page: Opened, label: str, value: int) -> Opened:
    """The page after this slider was moved."""
    slider(page, label).set_value(value)
    return page.run()


def elements(app: AppTest) -> Iterator[Any]:
    """Every block and element of the page, the sidebar's and the toasts included."""
    pending: list[Any] = list(app._tree.children.values())
    while pending:
        node = pending.pop(0)
        yield node
        pending = [*getattr(node, "children", {}).values(), *pending]


def _plain(text: str) -> str:
    """A text without what keeps a number and its sign on one line."""
    return text.replace("\u00a0", " ")


def _read(label: str) -> str:
    """A label as the browser shows it: without the signs that switch Markdown off."""
    return re.sub(r"\\(.)", r"\1", label).replace("\u2060", "")


def _open_folds(app: AppTest, keys: Iterable[str]) -> None:
    """Nothing; the parts with these keys are open at the next run."""
    for key in keys:
        app.session_state[key] = True


def _folds(app: AppTest) -> Iterator[str]:
    """The keys of the parts that are drawn only once they are unfolded."""
    for node in elements(app):
        proto = node.proto if isinstance(node, Block) else None
        name = "" if proto is None else proto.DESCRIPTOR.name
        fold = proto if name == "Expandable" else proto.popover if name == "Block" else None
        if fold is not None and fold.id:
            yield fold.id.split("-", 2)[2]


PLAIN = {
    ("Text", "body"), ("Code", "code_text"), ("CodeBlock", "code_text"),
    ("Selectbox", "options"), ("Selectbox", "raw_value"), ("MultiSelect", "options"), ("MultiSelect", "raw_values"),
    ("TextInput", "default"), ("TextInput", "value"), ("TextArea", "default"), ("TextArea", "value"), ("PlotlyChart", "spec"), ("Dataframe", "columns"),
}  # fmt: skip
"""What the browser does not read as Markdown: message and field. Plotly has an HTML of its own, tables are paint."""


def markdown(app: AppTest) -> list[str]:
    """Every string on the page that the browser may read as Markdown or HTML: labels, helps, options, messages."""
    found = []
    for node in elements(app):
        if isinstance(node, Block | Element) and node.proto is not None:
            found += [text for where, text in _strings(node.proto) if where not in PLAIN]
    return found


def _strings(message: Any) -> Iterator[tuple[tuple[str, str], str]]:
    name = message.DESCRIPTOR.name
    for field, value in message.ListFields():
        values = value if field.is_repeated else [value]
        for each in values:
            if isinstance(each, str):
                yield (name, field.name), each
            elif hasattr(each, "ListFields"):
                yield from _strings(each)
