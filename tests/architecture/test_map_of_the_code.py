"""What the architecture says of where things lie is so."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = "further|joins|child|formats|proposal|layouts|scales|texts"


def test_every_module_that_the_architecture_names_in_a_room_of_the_import_is_there() -> None:
    said = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = set(re.findall(rf"`((?:{ROOMS})/\w+)`", said))
    gone = sorted(name for name in named if not (ROOT / "csat_core" / "ingest" / f"{name}.py").is_file())
    assert (len(named) > 60, gone) == (True, [])
