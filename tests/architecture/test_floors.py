"""What the import contracts cannot see: what is really loaded, and calls that must not be there."""

import ast
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

LOADED = """
import importlib, json, pkgutil, sys
import csat_core
names = [found.name for found in pkgutil.walk_packages(csat_core.__path__, "csat_core.")]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
print(json.dumps({"imported": names, "loaded": sorted({name.partition(".")[0] for name in sys.modules})}))
"""

UNPICKLERS = {"pickle", "cPickle", "_pickle", "joblib", "dill", "cloudpickle", "shelve", "marshal"}
CODE_RUNNERS = {"eval", "exec", "compile", "__import__"}
UNSAFE_READERS = {"read_pickle", "to_pickle", "unsafe_load", "full_load"}


def sources(*folders: str) -> list[Path]:
    """Every Python file of the product in these folders, and app.py."""
    return [ROOT / "app.py", *(file for folder in folders for file in sorted((ROOT / folder).rglob("*.py")))]


def imports(tree: ast.AST) -> Iterator[str]:
    """The full name of everything imported: `plotly.express` for `from plotly import express`, too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def forbidden(source: str) -> list[str]:
    """What this source does that data of strangers must never meet: unpickling, running text as code, yaml.load."""
    tree = ast.parse(source)
    found = [name for name in imports(tree) if name.partition(".")[0] in UNPICKLERS]
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        if called in CODE_RUNNERS or called == "yaml.load" or called.rpartition(".")[2] in UNSAFE_READERS:
            found.append(called)
    return found


@pytest.fixture(scope="module")
def core() -> dict[str, list[str]]:
    """The modules of the core, and every top-level module in memory once all of them are imported."""
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, list[str]] = json.loads(done.stdout)
    return answer


def test_the_core_does_not_load_streamlit(core: dict[str, list[str]]) -> None:
    assert "csat_core.service" in core["imported"]
    assert "csat_core" in core["loaded"]
    assert "streamlit" not in core["loaded"]


def test_the_core_does_not_load_the_pages(core: dict[str, list[str]]) -> None:
    assert "pages" not in core["loaded"]


@pytest.mark.parametrize("file", sources("csat_core", "pages"), ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_runs_or_unpickles_data(file: Path) -> None:
    assert forbidden(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import pickle", ["pickle"]),
        ("from joblib import load", ["joblib", "joblib.load"]),
        ("eval(text)", ["eval"]),
        ("yaml.load(text)", ["yaml.load"]),
        ("pd.read_pickle(path)", ["pd.read_pickle"]),
        ("yaml.safe_load(text); re.compile(text); frame.evaluate()", []),
    ],
)
def test_the_search_for_forbidden_calls_finds_them(source: str, found: list[str]) -> None:
    assert forbidden(source) == found


@pytest.mark.parametrize("folder", ["csat_core", "pages"])
def test_plotly_express_is_never_imported(folder: str) -> None:
    # It costs 31 to 36 ms of CPU a figure where graph_objects costs 1.4 ms.
    users = [file for file in sources(folder) if "plotly.express" in set(imports(ast.parse(file.read_text("utf-8"))))]
    assert users == []


def test_pages_never_write_unescaped_html() -> None:
    users = [file for file in sources("pages") if "unsafe_allow_html" in file.read_text("utf-8")]
    assert users == []


def test_pages_import_each_other_by_their_full_name() -> None:
    # pages/ itself is on Streamlit's path: `import shared` would load a second copy of every cache.
    short = {path.stem for path in (ROOT / "pages").iterdir() if path.is_dir() or path.suffix == ".py"}
    users = [
        (file.name, name)
        for file in sources("pages")
        for name in imports(ast.parse(file.read_text("utf-8")))
        if name.partition(".")[0] in short
    ]
    assert {"shared", "static"} <= short
    assert users == []


def test_no_two_test_files_have_one_name() -> None:
    """Files of one name in two folders without packages cannot be collected in one run."""
    names = Counter(file.name for file in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []
