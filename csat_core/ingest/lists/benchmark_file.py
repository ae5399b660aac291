"""Benchmark files: figures of other companies or industries in a small CSV, one a row."""

import re
from dataclasses import dataclass

from csat_core.errors import CsatError
from csat_core.ingest.lists.listing import Cells, RefusedRow, read_listing, things
from csat_core.model.benchmark import Benchmark, InvalidBenchmarkError, Metric
from csat_core.model.scale import parse_scale

COLUMNS = ("name", "value", "metric", "scale", "year", "base", "source")
NEEDED = ("name", "value", "metric")
EXAMPLE = (
    "name,value,metric,scale,year,base,source\n"
    "Our rival,78 %,csat,1-5,2026,1200,trade press\n"
    "Retail panel,74.5,index,1-10,2026,,panel report\n"
    "Sister company,4.1,mean,1-5,2025,830,internal\n"
)
_METRICS = {
    **dict.fromkeys(("csat", "csat %", "satisfied", "satisfied share", "share", "top 2 box", "top-2-box"), Metric.CSAT),
    **dict.fromkeys(("index", "mean index", "acsi"), Metric.INDEX),
    **dict.fromkeys(("nps", "net promoter score"), Metric.NPS),
    **dict.fromkeys(("mean", "average", "mean answer"), Metric.MEAN),
}


class BenchmarkFileError(CsatError):
    """A file that is no list of benchmarks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkFile:
    """What a file holds: every row of it is either a benchmark or refused."""

    benchmarks: tuple[Benchmark, ...]
    refused: tuple[RefusedRow, ...]


def read_benchmarks(content: bytes) -> BenchmarkFile:
    """The benchmarks of a CSV with the columns COLUMNS, of which NEEDED must be there; raises BenchmarkFileError."""
    listing = read_listing(content, "benchmarks", BenchmarkFileError)
    missing = [name for name in NEEDED if name not in listing.heads]
    if missing:
        raise BenchmarkFileError(
            f"The first line must name the columns {', '.join(COLUMNS)}; there is no {' and no '.join(missing)}."
        )
    if not listing.rows:
        raise BenchmarkFileError("The file holds no benchmark below its first line.")
    taken: set[str] = set()

    def made(cells: Cells) -> Benchmark:
        found = _benchmark(cells)
        if found.name in taken:
            raise InvalidBenchmarkError("A row above has the same name; give each a name of its own.")
        taken.add(found.name)
        return found

    found, refused = things(listing, {head: at for at, head in enumerate(listing.heads)}, made)
    return BenchmarkFile(benchmarks=found, refused=refused)


def _benchmark(row: Cells) -> Benchmark:
    """The benchmark of one row; raises InvalidBenchmarkError, InvalidScaleError."""
    named = row.get("metric", "")
    metric = _METRICS.get(" ".join(named.casefold().split()))
    if metric is None:
        raise InvalidBenchmarkError(f"'{named}' is no metric; write one of: {', '.join(Metric)}.")
    return Benchmark(
        name=" ".join(row.get("name", "").split())[:120],
        value=_value(row.get("value", ""), metric),
        metric=metric,
        scale=parse_scale(row["scale"]).name if row.get("scale") else None,
        year=_whole("year", row.get("year", "")),
        base=_whole("base", row.get("base", "")),
        source=row.get("source", ""),
        note=row.get("note", ""),
    )


def _value(text: str, metric: Metric) -> float:
    """The value in the units of the metric; shares are written in percent, with the sign or without."""
    has_sign = text.endswith("%")
    number = text.removesuffix("%").strip().replace("−", "-")
    if re.fullmatch(r"[-+]?\d+,\d+", number):
        number = number.replace(",", ".")
    if not re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)", number):
        raise InvalidBenchmarkError(f"The value '{text}' is not a number.")
    value = float(number)
    if metric in (Metric.CSAT, Metric.NPS):
        if not has_sign and (0 < abs(value) < 1 or (metric is Metric.CSAT and value == 1)):
            raise InvalidBenchmarkError(
                f"The value {text} can mean {value:g} % or {100 * value:g} %; write it in percent, with the sign %."
            )
        return value / 100
    if has_sign:
        raise InvalidBenchmarkError(f"A {metric.words} is not a percentage; write {number} without the sign %.")
    return value


def _whole(column: str, text: str) -> int | None:
    if not text:
        return None
    digits = re.sub(r"(?<=\d)[, '\u00a0\u202f](?=\d{3}\b)", "", text)
    if not re.fullmatch(r"\d{1,15}", digits):
        raise InvalidBenchmarkError(f"The {column} '{text}' is not a whole number.")
    return int(digits)
