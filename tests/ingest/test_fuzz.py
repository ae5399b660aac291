"""Random bytes and mutated good files of every format: each is read or refused in one sentence, and none takes long."""

import functools
import gzip
import io
import json
import os
import re
import selectors
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyreadstat
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from csat_core.errors import CsatError
from csat_core.ingest.load import import_file
from csat_core.ingest.refusals import by_name
from csat_core.ingest.sandbox import ROOT, _cause_of_death
from csat_core.store import Store
from tests.ingest.made_files import open_document, workbook, zipped
from tests.ingest.old_workbook import XLS

TABLE = [
    ["ID", "Date", "Region", "Score", "Wait", "Revenue", "Comment", "Properties"],
    *[["r1", "2026-03-01", "North", 4, "Very satisfied", "1.234,50 €", 'very, "good"', '{"Plan": "Pro"}']] * 4,
    *[["r2", "28.2.26 10:15", "Süd", 5.5, "Dissatisfied", "99", None, None]] * 4,
]  # fmt: skip
TEXTS, BINARIES = ("csv", "json", "jsonl"), ("xlsx", "xls", "ods", "parquet", "sav", "zsav", "dta", "gz", "zip")
SECONDS = 4
"""Of computing time for one small file."""
PATIENCE = 60
"""Seconds without a word from the child: it hangs."""


@functools.cache
def good(kind: str) -> bytes:
    """A small file of this kind that is read."""
    records = [dict(zip(TABLE[0], map(str, row), strict=True)) | {"more": {"a": [1, 2]}} for row in TABLE[1:]]
    text = "\n".join(",".join(f'"{cell or ""}"'.replace('""', "") for cell in row) for row in TABLE).encode()
    makers: dict[str, Any] = {
        "csv": lambda: text, "json": lambda: json.dumps({"data": records}).encode(),
        "jsonl": lambda: "\n".join(map(json.dumps, records)).encode(), "xlsx": lambda: workbook({"Data": TABLE}),
        "xls": lambda: XLS, "ods": lambda: open_document({"Data": TABLE}), "parquet": _parquet, "gz": lambda: gzip.compress(text),
        "zip": lambda: zipped({"a.json": json.dumps(records).encode()}),
    }  # fmt: skip
    return makers[kind]() if kind in makers else _statistics(kind)  # type: ignore[no-any-return]


def _parquet() -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.table({"region": ["North", "South"] * 20, "score": [4.0, None] * 20}), buffer)
    return buffer.getvalue()


def _statistics(kind: str) -> bytes:
    frame = pd.DataFrame(
        {"score": [4.0, 5, 99, None] * 5, "region": ["North", "South"] * 10, "day": pd.Timestamp("2024-03-01")}
    )
    labels: dict[str, Any] = {"score": {4: "Good", 99: "Don't know"}}
    with tempfile.NamedTemporaryFile() as file:
        if kind == "dta":
            pyreadstat.write_dta(frame, file.name, variable_value_labels=labels)
        else:
            pyreadstat.write_sav(
                frame, file.name, variable_value_labels=labels, missing_ranges={"score": [99]}, compress=kind == "zsav"
            )
        return Path(file.name).read_bytes()


def mutated(content: bytes, changes: Sequence[tuple[str, float, bytes]]) -> bytes:
    """The content after these changes, each at a place from 0 to 1."""
    changed = bytearray(content)
    for what, place, other in changes:
        at = int(place * len(changed))
        if what == "replace":
            changed[at : at + len(other)] = other
        elif what == "insert":
            changed[at:at] = other
        elif what == "cut":
            del changed[at:]
        elif what == "lie":  # numbers stand at even places
            changed[at - at % 4 : at - at % 4 + len(other)] = other
        elif what == "remove":
            del changed[at : at + 8 * len(other)]
        else:
            changed[at:at] = changed[at : at + 200] * (1 + len(other))
    return bytes(changed)


def within_archive(kind: str, changes: Sequence[tuple[str, float, bytes]], place: float) -> bytes:
    """A workbook with one part changed: changes to the archive itself seldom get past its checksums."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good(kind))) as old, zipfile.ZipFile(buffer, "w") as new:
        parts = old.infolist()
        for at, part in enumerate(parts):
            content = old.read(part)
            new.writestr(part.filename, mutated(content, changes) if at == int(place * len(parts)) else content)
    return buffer.getvalue()


def lying_archive(kind: str, place: float, field: int, number: bytes) -> bytes:
    """An archive that says something else of one of its parts, or of all of them."""
    content = bytearray(good(kind))
    records = [found.start() for found in re.finditer(rb"PK(?:\1\2|\3\4|\5\6)", content)]
    at = records[int(place * len(records))] + 4 + field
    content[at : at + len(number)] = number
    return bytes(content)


NUMBERS = st.sampled_from(
    [
        number.to_bytes(size, "little")
        for size in (2, 4, 8)
        for number in (0, 1, 2 ** (8 * size - 1) - 1, 2 ** (8 * size) - 1)
    ]
)
TOKENS = [
    b"\0", b"{", b"[", b'"', b"\n", b"-1", b"9" * 12, b"<", b"&#0;", b"<!--", b"]]>", b' t="s"', b"\\", b"=1+1", b"31.2.26", b"NaN",
]  # fmt: skip
CHANGE = st.tuples(
    st.sampled_from(["replace", "replace", "insert", "cut", "remove", "repeat"]),
    st.floats(0, 0.9999),
    st.binary(min_size=1, max_size=6) | st.sampled_from(TOKENS),
) | st.tuples(st.just("lie"), st.floats(0, 0.9999), NUMBERS)
CHANGES = st.lists(CHANGE, min_size=1, max_size=3)
TEXT_FILE = st.builds(lambda kind, changes: mutated(good(kind), changes), st.sampled_from(TEXTS), CHANGES)
SIGNS = [
    b"",
    b"$FL2@(#)",
    b"$FL3@(#)",
    b"<stata_dta>",
    b"\x72\x02\x01\x00",
    b"PK\3\4",
    b"PAR1",
    b"\x1f\x8b",
    XLS[:600],
    b"[{",
    b'{"a":',
]
NOISE = st.builds(lambda sign, noise: sign + noise, st.sampled_from(SIGNS), st.binary(max_size=300))
BINARY_FILE = st.one_of(
    st.builds(lambda kind, changes: mutated(good(kind), changes), st.sampled_from(BINARIES), CHANGES),
    st.builds(within_archive, st.sampled_from(["xlsx", "ods"]), CHANGES, st.floats(0, 0.999)),
    st.builds(lying_archive, st.sampled_from(["xlsx", "ods", "zip"]), st.floats(0, 0.999), st.integers(0, 38), NUMBERS),
    NOISE,
)
QUICK = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))


def sentence_of(error: CsatError) -> str:
    """What a person reads; it is one plain sentence."""
    said = str(error)
    assert not re.search(r"Traceback|\n|Exception|not known", said), said
    assert said.endswith(".")
    return said


def test_the_good_files_are_read(tmp_path: Path) -> None:
    found = read_in_a_child(tmp_path, [good(kind) for kind in (*TEXTS, *BINARIES)])
    assert [said.get("rows", said) for said in found] == [8, 8, 8, 8, 4, 8, 40, 20, 20, 20, 8, 8]


@QUICK
@given(
    content=TEXT_FILE
    | st.binary(max_size=400)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
)
def test_text_of_any_kind_comes_in_or_is_refused_in_a_sentence(
    store: Store, tmp_path: Path, in_this_process: None, content: bytes
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    refusal = None
    try:
        rows = import_file(store, path, dry_run=True).checked.rows_read
    except CsatError as error:
        refusal = error
    assert sentence_of(refusal) if refusal else rows > 0


@settings(QUICK, max_examples=1, phases=[Phase.generate])
@given(st.lists(BINARY_FILE, min_size=60, max_size=60))
def test_binary_files_of_any_kind_are_read_or_refused_in_a_sentence(contents: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as name:
        for content, said in zip(contents, read_in_a_child(Path(name), contents), strict=True):
            if "error" in said:
                refusal = by_name(said["error"]["kind"])(**said["error"]["values"])
                assert sentence_of(refusal), (said, content)
            assert said["seconds"] < SECONDS, (said, content)


def read_in_a_child(folder: Path, contents: Sequence[bytes]) -> list[dict[str, Any]]:
    """What became of each file; a parser that died on one is said as the reader says it, and the rest go on."""
    files = []
    for at, content in enumerate(contents):
        (folder / f"{at}").write_bytes(content)
        files.append(str(folder / f"{at}"))
    found: list[dict[str, Any]] = []
    while len(found) < len(files):
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.ingest.fuzzing_child"], cwd=ROOT,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT), "MALLOC_ARENA_MAX": "2", "OMP_NUM_THREADS": "1"},
        )  # fmt: skip
        assert child.stdin
        assert child.stdout
        try:
            child.stdin.write("".join(f"{file}\n" for file in files[len(found) :]).encode())
            child.stdin.close()
            while line := _line(child.stdout, files[len(found)] if len(found) < len(files) else ""):
                found.append(json.loads(line))
        finally:
            child.kill()
            child.wait()
        if len(found) < len(files):
            cause = _cause_of_death(child.returncode, timed_out=False, complaints="")
            error = {"kind": type(cause).__name__, "values": cause.values}
            found.append({"error": error, "died": True, "seconds": 0})
    return found


def _line(stream: Any, file: str) -> bytes:
    with selectors.DefaultSelector() as waiting:
        waiting.register(stream, selectors.EVENT_READ)
        if not waiting.select(PATIENCE):
            pytest.fail(f"the reader hangs on {Path(file).read_bytes()[:400]!r}")
    line: bytes = stream.readline()
    return line
