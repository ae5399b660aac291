"""How it is run: the container holds what the app needs and nothing private, and the manual names what there is."""

import fnmatch
import ipaddress
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from csat_core.cli import run
from csat_core.store import Store

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
MANUAL = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")


def copied() -> list[tuple[str, str]]:
    """What the Dockerfile copies, and where to."""
    return re.findall(r"^COPY (\S+) (\S+)$", DOCKERFILE, re.MULTILINE)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the container, as the Dockerfile fills it."""
    folder = tmp_path_factory.mktemp("image")
    for source, target in copied():
        place = folder / target
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, place, ignore=shutil.ignore_patterns("*.duckdb*", "*.owner", "__pycache__"))
        else:
            place = place / source if target.endswith("/") else place
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / source, place)
    return folder


LOOK = """
import app, json
from csat_core.ingest import demo
from csat_core.store import benchmarks
print(app.PAGES, (app.PAGES / "main.py").is_file(), (demo.FOLDER / "demo.csv.gz").is_file(), len(benchmarks.industries()) > 10)
"""


def test_the_container_holds_all_that_the_app_needs(image: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LOOK], cwd=image, capture_output=True, text=True, check=False)
    assert done.stdout == f"{image}/pages True True True\n", done.stderr
    assert (image / ".streamlit" / "config.toml").is_file()


def test_the_container_installs_what_make_install_installs() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert ".venv/.installed: requirements.txt" in makefile
    assert re.findall(r"pip install .*", DOCKERFILE) == ["pip install --no-cache-dir -r requirements.txt"]


def test_the_container_is_not_root_and_says_how_it_is() -> None:
    users = re.findall(r"^USER (\S+)$", DOCKERFILE, re.MULTILINE)
    assert users == ["csat"]
    assert DOCKERFILE.index("USER csat") < DOCKERFILE.index("\nCMD ")
    assert "http://127.0.0.1:8501/healthz" in DOCKERFILE
    assert "CSAT_DATABASE=/data/csat.duckdb" in DOCKERFILE


def test_the_container_asks_who_is_there_and_has_no_secret_of_its_own() -> None:
    compose = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    assert "CSAT_MODE=server" in DOCKERFILE
    assert "CSAT_MODE: server" in compose
    for name in ("CSAT_SECRET", "CSAT_PASSPHRASE"):
        assert name not in DOCKERFILE
        given = re.findall(rf"^ +{name}: (.*)$", compose, re.MULTILINE)
        assert [value.startswith(f'"${{{name}:?') for value in given] == [True]
    subnet, gateway, proxy = (
        re.findall(pattern, compose)
        for pattern in (r"subnet: (\S+)", r"gateway: (\S+)", r'CSAT_TRUSTED_PROXY: "(\S+)"')
    )
    assert (ipaddress.ip_address(gateway[0]) in ipaddress.ip_network(subnet[0]), proxy) == (True, gateway)


def test_folders_of_the_machine_stand_ready_for_the_store_and_for_files_to_import() -> None:
    compose = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    ready = compose.replace("# CSAT_INBOX", "CSAT_INBOX").replace("# - /", "- /")
    mounts = re.findall(r"^ +- (/?[\w/.]+):(/\w+)(:ro)?$", ready, re.MULTILINE)
    assert mounts == [("data", "/data", ""), ("/srv/csat/data", "/data", ""), ("/srv/csat/inbox", "/inbox", ":ro")]
    assert re.findall(r"^ +CSAT_INBOX: (\S+)$", ready, re.MULTILINE) == ["/inbox"]
    (user,) = re.findall(r"useradd --uid (\d+)", DOCKERFILE)
    assert f"sudo install -d -o {user} -g {user} -m 700 /srv/csat/data" in MANUAL


def test_neither_a_store_nor_a_secret_comes_into_the_container() -> None:
    rules = [line for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line and line[0] != "#"]

    def comes_in(path: str) -> bool:
        verdict = True
        for rule in rules:
            bare = rule.removeprefix("!").rstrip("/")
            parents = [str(each) for each in (Path(path), *Path(path).parents)]
            if any(fnmatch.fnmatch(each, bare) for each in parents):
                verdict = rule.startswith("!")
        return verdict

    private = (
        "data/csat.duckdb",
        "data/csat.duckdb.wal",
        "data/csat.duckdb.owner",
        "data/csat.duckdb.secret",
        ".env",
        ".streamlit/secrets.toml",
        ".git/config",
    )
    assert [path for path in private if comes_in(path)] == []
    needed = ("requirements.txt", "app.py", ".streamlit/config.toml", "pages/main.py", "data/demo.csv.gz")
    assert [path for path in needed if not comes_in(path)] == []


def test_the_manual_names_every_variable_and_no_other() -> None:
    sources = [ROOT / "app.py", *(ROOT / "csat_core").rglob("*.py"), *(ROOT / "pages").rglob("*.py")]
    read = {
        name
        for file in sources
        for name in re.findall(r"environ(?:\.get\(|\[)\s*\"(CSAT_[A-Z_]+)\"", file.read_text("utf-8"))
    }
    assert read
    assert read == set(re.findall(r"^\| `(CSAT_[A-Z_]+)`", MANUAL, re.MULTILINE))


def test_every_command_of_the_manual_is_one(store: Store) -> None:
    _, document = run(["--help"], store)
    manuals = [MANUAL, *((ROOT / name).read_text("utf-8") for name in ("README.md", "docs/command-line.md"))]
    named = {name for text in manuals for name in re.findall(r"python -m csat_core ([a-z]+)", text)}
    assert {"backup", "restore", "erase", "import"} <= named
    assert [name for name in sorted(named) if f"\n  {name} " not in document["help"]] == []


def test_every_command_is_in_the_list_of_commands(store: Store) -> None:
    listed = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    _, document = run(["--help"], store)
    commands = re.findall(r"^  ([a-z]+)  +\S", document["help"].partition("Commands:")[2], re.MULTILINE)
    assert len(commands) >= 14
    assert [name for name in commands if f"| `{name}" not in listed] == []
