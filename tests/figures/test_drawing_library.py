"""The program that draws figures in a file of its own: the makers' own, of the version that comes with the package, and enough."""

import hashlib
import re
from pathlib import Path

from plotly.offline import get_plotlyjs_version

from csat_core.figures import html

FIGURES = Path(html.__file__).resolve().parent
SHA_256 = "79542150855a52c567260e3137095dbe2b744e6d702a5cabe67da246942fba7a"
"""Of plotly-cartesian.min.js in the package plotly.js-cartesian-dist-min, version 4.1.1, of the npm registry."""


def test_the_library_is_the_makers_own_and_of_the_version_of_the_package() -> None:
    assert hashlib.sha256(html.LIBRARY.read_bytes()).hexdigest() == SHA_256
    stated = re.search(r"\(cartesian - minified\) v(\d+\.\d+)\.", html.library()[:200])
    assert stated is not None
    assert get_plotlyjs_version().startswith(f"{stated[1]}.")
    assert len(html.library()) < 1_600_000


def test_the_library_draws_all_that_our_figures_are_made_of() -> None:
    drawn = {
        kind for file in FIGURES.glob("*.py") for kind in re.findall(r"\.add_(\w+)\(", file.read_text(encoding="utf-8"))
    }
    assert {"scatter", "bar", "heatmap"} <= drawn
    shapes = {"annotation", "hline", "vline", "shape", "trace", "vrect", "hrect"}
    assert drawn - shapes <= {"scatter", "bar", "heatmap", "histogram", "box", "violin", "contour", "image", "pie"}
