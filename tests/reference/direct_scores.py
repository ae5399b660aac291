"""The score of a question as pandas alone counts it from a file, beside the one of the product.

A tool of the tests, not of the product. By hand, for files of which one knows what the answers mean:
`python -m tests.reference.direct_scores FILE --question COLUMN --satisfied 4 5 [--left-out 0] [--import OPTION ...]`;
without `--satisfied` for the net score of a 0-10 question. Prints both, and ends with 1 where they differ.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pyreadstat

from csat_core.cli import run
from csat_core.store import open_store

ENDS = {"very unlikely": "0", "very likely": "10"}
"""Of a 0-10 question, as labels may say them."""


def read(path: Path, divided_by: str = ",", encoding: str = "utf-8", skipped: Sequence[int] = ()) -> pd.DataFrame:
    """The file as text, SPSS with its labels in place of codes; `skipped` are the lines below the header that hold no response."""
    if path.suffix == ".sav":
        return pyreadstat.read_sav(path, apply_value_formats=True)[0]
    if path.suffix == ".jsonl":
        return pd.read_json(path, lines=True, dtype=False)
    return pd.read_csv(path, sep=divided_by, dtype=str, encoding=encoding, skiprows=list(skipped))


def direct(answers: pd.Series, satisfied: Sequence[str], left_out: Sequence[str] = ()) -> tuple[int, float]:
    """How many answered, and the share of `satisfied` among them, or the net promoter score of a 0-10 question, 0-1."""
    said = answers.dropna().astype(str).str.strip().str.replace(r"\.0$", "", regex=True)
    said = said[(said != "") & ~said.isin(left_out)]
    if satisfied:
        return len(said), float(said.isin(satisfied).mean())
    points = said.replace(ENDS).astype(float)
    return len(points), float((points >= 9).mean() - (points <= 6).mean())


def ours(path: Path, question: str, *, is_net: bool, options: Sequence[str] = (), folder: Path) -> tuple[int, float]:
    """The same two numbers from `csat_core import` and `csat_core score`."""
    store = open_store(folder / "direct.duckdb")
    try:
        code, imported = run(["import", str(path), "--dataset", "Direct", *options], store)
        assert code == 0, imported
        code, found = run(["score", "Direct", "--question", question, *(["--scheme", "nps"] if is_net else [])], store)
        assert code == 0, found
    finally:
        store.close()
    (overall,) = found["rows"]
    return overall["base"], overall["net"] if is_net else overall["share"]


def main(argv: list[str]) -> int:
    """0 where both are the same, 1 otherwise."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("file", type=Path)
    asked.add_argument("--question", required=True)
    asked.add_argument("--satisfied", nargs="*", default=[])
    asked.add_argument("--left-out", nargs="*", default=[], help="answers that are none")
    asked.add_argument("--divided-by", default=",")
    asked.add_argument("--encoding", default="utf-8")
    asked.add_argument("--skip", nargs="*", type=int, default=[], help="lines that hold no response, the header is 0")
    asked.add_argument("--import", dest="options", nargs=argparse.REMAINDER, default=[])
    given = asked.parse_args(argv)
    frame = read(given.file, given.divided_by, given.encoding, given.skip)
    expected = direct(frame[given.question], given.satisfied, given.left_out)
    with tempfile.TemporaryDirectory() as folder:
        found = ours(given.file, given.question, is_net=not given.satisfied, options=given.options, folder=Path(folder))
    print(f"pandas: {expected[1]:.6f} of {expected[0]:,}; the product: {found[1]:.6f} of {found[0]:,}")
    return 0 if expected[0] == found[0] and abs(expected[1] - found[1]) < 1e-9 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
