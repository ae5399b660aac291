"""A file of benchmarks: read row by row; what cannot be used is said with its row number and the reason."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from csat_core.errors import CsatError
from csat_core.model.benchmark import Benchmark, InvalidBenchmarkError, Metric
from csat_core.model.scale import parse_scale

COLUMNS = ("name", "value", "metric", "scale", "year", "base", "source")
NEEDED = ("name", "value", "metric")
MOST_BYTES, MOST_ROWS = 1_000_000, 5_000
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
class BadRow:
    """A row that could not be used."""

    row: int
    """The line of the file, the heads being line 1."""
    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkFile:
    """What a file holds: every row of it is either good or bad."""

    good: tuple[Benchmark, ...]
    bad: tuple[BadRow, ...]


def read(content: bytes) -> BenchmarkFile:
    """The benchmarks of a CSV with the columns COLUMNS, of which NEEDED must be there; raises BenchmarkFileError."""
    if len(content) > MOST_BYTES:
        raise BenchmarkFileError(
            f"The file is larger than {MOST_BYTES // 1_000_000} MB; a list of benchmarks is small."
        )
    good: dict[str, Benchmark] = {}
    bad = []
    for line, row in _rows(_text(content)):
        name = row.get("name", "")
        try:
            found = _benchmark(row)
            if found.name in good:
                raise InvalidBenchmarkError("A row above has the same name; give each a name of its own.")
            good[found.name] = found
        except CsatError as error:
            bad.append(BadRow(row=line, name=name, reason=str(error)))
    return BenchmarkFile(good=tuple(good.values()), bad=tuple(bad))


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise BenchmarkFileError("This is not a text file; save the list as CSV.")
    return text


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Line number and cells of every row that is not blank, by the name of the column."""
    first = text.split("\n", 1)[0]
    lines = csv.reader(text.splitlines(keepends=True), delimiter=max(",;\t", key=first.count))
    try:
        heads = [head.strip().casefold() for head in next(lines, [])]
        missing = [name for name in NEEDED if name not in heads]
        if missing:
            raise BenchmarkFileError(
                f"The first line must name the columns {', '.join(COLUMNS)}; there is no {' and no '.join(missing)}."
            )
        rows = [(lines.line_num, cells) for cells in islice(lines, MOST_ROWS + 1) if any(map(str.strip, cells))]
    except csv.Error as error:
        raise BenchmarkFileError(f"The file cannot be read as CSV: {error}.") from None
    if not rows:
        raise BenchmarkFileError("The file holds no benchmark below its first line.")
    if len(rows) > MOST_ROWS:
        raise BenchmarkFileError(f"The file holds more than {MOST_ROWS:,} rows; divide it.")
    for line, cells in rows:
        yield line, {head: cell.strip() for head, cell in zip(heads, cells, strict=False)}


def _benchmark(row: Mapping[str, str]) -> Benchmark:
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
