"""`make bench`: every row compares the product with the least that could do the same, in the same run.

python -m benchmarks [engine] [imports] [large] [pages] [links] [first]      # all of them without a name
"""

import sys
import tempfile
from pathlib import Path

from benchmarks import engine, first_content, imports, large_file, links, pages
from benchmarks.timing import Row

PARTS = {
    "engine": engine.rows,
    "imports": imports.rows,
    "large": large_file.rows,
    "pages": pages.rows,
    "links": links.rows,
    "first": first_content.rows,
}


def main(names: list[str]) -> None:
    print(f"{'what':<58} {'ours':>10} {'against':>10} {'ratio':>7}  limit")
    with tempfile.TemporaryDirectory(prefix="csat-bench-") as folder:
        for name in names or list(PARTS):
            for row in PARTS[name](Path(folder)):
                print(_line(row), flush=True)


def _line(row: Row) -> str:
    against = _amount(row.against, row.unit) if row.against else " " * 10
    ratio = f"{row.ours / row.against:>6.2f}x" if row.against else " " * 7
    return f"{row.what:<58} {_amount(row.ours, row.unit)} {against} {ratio}  {row.limit}"


def _amount(number: float, unit: str) -> str:
    return f"{1000 * number:>8.1f}ms" if unit == "ms" else f"{number:>8.2f}{unit:<2}"


main(sys.argv[1:])
