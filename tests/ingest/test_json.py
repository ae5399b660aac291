"""JSON: arrays of records, objects that hold them, records in lines; what is nested becomes columns."""

import gzip
import itertools
import json
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.ingest import refusals
from csat_core.ingest.detection import Staged
from csat_core.ingest.formats import json_columns, json_values
from csat_core.ingest.formats.flattened import flattened
from csat_core.ingest.formats.json_values import Values
from csat_core.ingest.formats.table import Far
from tests.ingest.made_files import cells, lines, misfits, names, read, read_here, zipped

RECORDS = [
    {"id": "a1", "score": 4, "ok": True, "person_properties": {"Purchase Experience": "In store", "age": 31}, "tags": ["vip", "new"]},
    {"id": "a2", "score": 5.0, "ok": None, "person_properties": {"age": 4.5}, "tags": [], "comment": "Gr\u00fc\u00df"},
]  # fmt: skip
NAMES = ["id", "score", "ok", "person_properties.Purchase Experience", "person_properties.age", "tags", "comment"]
CELLS = [
    ["a1", "4", "TRUE", "In store", "31", "vip; new", None],
    ["a2", "5", None, None, "4.5", None, "Gr\u00fc\u00df"],
]


@pytest.mark.parametrize(
    ("content", "format", "numbers", "said"),
    [
        (json.dumps(RECORDS), "json", [1, 2], "JSON, an array of records."),
        (json.dumps(RECORDS, indent=1), "json", [1, 2], "JSON, an array of records."),
        ("\n".join(map(json.dumps, RECORDS)), "jsonl", [1, 2], "JSON, one record in each line."),
        ("\n\n" + "\r\n\r\n".join(map(json.dumps, RECORDS)), "jsonl", [3, 5], "JSON, one record in each line."),
        (json.dumps({"total": 2, "responses": RECORDS, "next": None}), "json", [1, 2], "its records are in 'responses'."),
        (json.dumps({"meta": {"x": [1, 2, 3]}, "links": [{"a": 1}], "data": {"items": RECORDS}}), "json", [1, 2], "'data.items'."),
        ("\n".join(json.dumps(record, indent=2) for record in RECORDS), "json", [1, 2], "one record after the other."),
        ("".join(json.dumps([record]) + "\n" for record in RECORDS), "json", [1, 2], "an array of records."),
    ],
)  # fmt: skip
def test_records_are_found_however_they_are_wrapped(
    tmp_path: Path, content: str, format: str, numbers: list[int], said: str
) -> None:
    staged = read_here(tmp_path, content)
    assert names(staged) == NAMES
    assert cells(tmp_path) == CELLS
    assert [row[0] for row in lines(tmp_path)] == numbers
    found = staged.detection
    assert (found.format, found.first_row) == (format, numbers[0])
    assert said in found.evidence[1]
    assert "columns of their own, such as 'person_properties.Purchase Experience'." in found.evidence[1]


TABLE = [{"day": f"2026-01-0{at}", "score": at % 5 + 1} for at in range(1, 7)]
COLUMNS = {name: [row[name] for row in TABLE] for name in ("day", "score")}
TABLE_CELLS = [[row["day"], str(row["score"])] for row in TABLE]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (COLUMNS, "JSON; each member is a column."),
        ({"meta": {"of": "shop"}, "table": COLUMNS}, "JSON; each member in 'table' is a column."),
        ({name: dict(zip("012345", cells, strict=True)) for name, cells in COLUMNS.items()}, "JSON; each member is a column."),
        ({"columns": ["day", "score"], "index": [*range(6)], "data": TABLE_CELLS}, "its records are in 'data'."),
        ({"data": {"rows": TABLE_CELLS, "fields": [{"name": "day"}, {"name": "score"}]}}, "Not read: 'data.fields' (2)."),
        ({"questions": [{"id": at} for at in range(9)], "responses": TABLE}, "'responses'. Not read: 'questions' (9)."),
    ],
)  # fmt: skip
def test_tables_are_found_however_a_document_keeps_them(tmp_path: Path, content: Any, said: str) -> None:
    staged = read_here(tmp_path, json.dumps(content))
    assert (names(staged), cells(tmp_path)) == (["day", "score"], TABLE_CELLS)
    assert any(said in evidence for evidence in staged.detection.evidence)


@pytest.mark.parametrize("wrap", [lambda records: records, lambda records: {"survey": {"responses": records}}])
def test_members_under_their_ids_are_records(tmp_path: Path, wrap: Callable[[Any], Any]) -> None:
    staged = read_here(tmp_path, json.dumps(wrap({f"-N{at}": row for at, row in enumerate(TABLE)})))
    assert names(staged) == ["id", "day", "score"]
    assert cells(tmp_path) == [[f"-N{at}", *row] for at, row in enumerate(TABLE_CELLS)]
    counted = {name: dict(zip(["17", "9", "23"], cells[:3], strict=True)) for name, cells in COLUMNS.items()}
    assert names(read_here(tmp_path, json.dumps(counted))) == ["id", "day", "score"]


@pytest.mark.parametrize("count", [3, json_values.MOST_ARRAYS + 2])
def test_members_with_answers_in_lists_are_records(tmp_path: Path, count: int) -> None:
    answers = [{"question": "Staff", "answer": 4}, {"question": "Price", "answer": 2}]
    kept = {f"r{at}": {"score": at % 5 + 1, "answers": answers} for at in range(count)}
    staged = read_here(tmp_path, json.dumps({"responses": kept}))
    assert names(staged) == ["id", "score", "answers.Staff", "answers.Price"]
    assert staged.rows == count
    assert cells(tmp_path)[1] == ["r1", "2", "4", "2"]
    twice = json.dumps({"responses": kept})[:-1] + ', "responses": 5}'
    with pytest.raises(refusals.NotATableError) if count > json_values.MOST_ARRAYS else nullcontext():
        assert read_here(tmp_path, twice).rows == len(answers)


def test_lists_with_more_records_than_there_are_objects_around_them_hold_the_records(tmp_path: Path) -> None:
    shops = {shop: {"of": shop, "data": TABLE} for shop in ("north", "south", "east")}
    staged = read_here(tmp_path, json.dumps(shops))
    assert cells(tmp_path) == TABLE_CELLS
    assert any("Not read: 'south.data' (6), 'east.data' (6)" in said for said in staged.detection.evidence)


def test_the_parts_of_one_record_are_no_records(tmp_path: Path) -> None:
    record = {
        "person": {"id": 1, "age": 31},
        "survey": {"id": 2, "score": 4, "day": "2026-01-01"},
        "shop": {"id": 3, "city": "Bonn"},
    }
    assert read_here(tmp_path, json.dumps(record)).rows == 1


def test_json_of_any_encoding_packed_and_under_any_name_is_read_in_the_child(tmp_path: Path) -> None:
    text = json.dumps(RECORDS, ensure_ascii=False)
    assert names(read(tmp_path, zipped({"a.csv": text.encode("utf-16")}), name="a.xlsx")) == NAMES
    assert cells(tmp_path) == CELLS
    for content in (
        gzip.compress(text.encode("utf-8-sig")),
        json.dumps(RECORDS, indent=1).encode("utf-16-le"),
        text.encode("cp1252"),
    ):
        read_here(tmp_path, content)
        assert cells(tmp_path) == CELLS


def test_arrays_of_arrays_are_rows_below_names(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Region", "Score"], ["North", 4], ["South", None], ["East", 5, "more"], ["West", [1, 2]]]
    for content in (json.dumps(rows), "\n".join(map(json.dumps, rows)), json.dumps({"table": {"rows": rows}})):
        staged = read_here(tmp_path, content)
        assert names(staged) == ["Region", "Score"]
        assert lines(tmp_path) == [(2, "North", "4"), (3, "South", None), (5, "West", "1; 2")]
        assert [row[0] for row in misfits(tmp_path)] == [4]


def test_a_line_that_breaks_off_costs_itself_alone(tmp_path: Path) -> None:
    staged = read_here(tmp_path, '{"a": 1, "b": 2}\n{"a": 3, "b": \n5\n{"a": 6, "b": 7}\n{"a": 8, "b": "9')
    assert lines(tmp_path) == [(1, "1", "2"), (4, "6", "7")]
    assert misfits(tmp_path) == [
        (2, "the line is no complete JSON", '["{\\"a\\": 3, \\"b\\":"]'),
        (3, "the record is no JSON object", '["5"]'),
        (5, "the line is no complete JSON", '["{\\"a\\": 8, \\"b\\": \\"9"]'),
    ]
    assert (staged.rows, staged.misfits) == (5, 3)
    assert read_here(tmp_path, '{"a": 1}\n' + '{"a": ' * 100_000 + "\n").misfits == 1


def test_columns_stand_in_the_order_of_their_first_appearance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_values, "LETTERS_AT_ONCE", 12)
    records = [{"a": 1, "p": None}, {"b": 2}, {"p": {"x": 3}}, {"a": 4}, {"c": None}, {"c": 5, "b": 6}]
    staged = read_here(tmp_path, json.dumps(records))
    assert names(staged) == ["a", "p", "b", "p.x", "c"]
    assert [row[0] for row in lines(tmp_path)] == [1, 2, 3, 4, 6]
    assert cells(tmp_path)[2] == [None, None, None, "3", None]
    assert cells(tmp_path)[-1] == [None, None, "6", None, "5"]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"a": [{"name": "x", "value": 1}, {"name": "y", "value": "z"}]}, {"a.x": "1", "a.y": "z"}),
        # Delighted: the question is an object, and the answer too
        (
            {"more": [
                {"id": "1", "question": {"id": "q", "type": "scale", "text": "How clean?"}, "value": {"scale": 3}},
                {"id": "2", "question": {"text": "Why?"}, "value": {"select_many": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]}},
            ]},
            {"more.How clean?": "3", "more.Why?": "A; B"},
        ),
        # Typeform: the type names the key of the answer
        (
            {"answers": [
                {"field": {"id": "f1", "ref": "r1"}, "type": "choice", "choice": {"label": "Good"}},
                {"field": {"id": "f2"}, "type": "number", "number": 4},
            ]},
            {"answers.f1": "Good", "answers.f2": "4"},
        ),
        ({"a": [{"name": "x", "value": 1}, {"name": "x", "value": 2}]}, {"a": '[{"name": "x", "value": 1}, {"name": "x", "value": 2}]'}),
        ({"a": [{"x": 1}, 2]}, {"a": '[{"x": 1}, 2]'}),
        ({"a": [1, None, "b", True]}, {"a": "1; b; TRUE"}),
        ({"a": {}, "b": [], "c": [None], "d": ""}, {"a": None, "b": None, "c": None, "d": None}),
        ({"a.b": 1, "a": {"b": 2}}, {"a.b": "1; 2"}),
        ({"a": False, "b": 1e400, "c": 12345678901234567890, "d": 0.1, "e": float("nan")}, {"a": "FALSE", "b": "inf", "c": "12345678901234567890", "d": "0.1", "e": None}),
        ({"a": "x\0y", "b\0": "half \ud800"}, {"a": "xy", "b": "half ?"}),
    ],
)  # fmt: skip
def test_parts_of_values_become_columns(value: dict[str, Any], found: dict[str, str | None]) -> None:
    assert flattened([value]).columns == {name: [cell] for name, cell in found.items()}


@pytest.mark.parametrize(
    ("content", "kind", "found"),
    [
        ("[]", refusals.EmptyFileError, "no rows"),
        ("[{}, {}]", refusals.EmptyFileError, "no rows"),
        ('{"responses": []}', refusals.HeaderOnlyError, "no responses below it"),
        ('[{"a": null}]', refusals.HeaderOnlyError, "no responses below it"),
        ('[["a", "b"]]', refusals.HeaderOnlyError, "no responses below it"),
        ('[{"a": 1}, {"a": 2', refusals.DamagedFileError, "its JSON ends too early, at character 19"),
        ('[{"a": 1} {"a": 2}]', refusals.DamagedFileError, "it is no valid JSON, at character 11"),
        ('{"a": 1, "b', refusals.DamagedFileError, "at character 10"),
        ('["a", "b"]', refusals.NotATableError, "none of its first records"),
        ('[{"a": ' + "[" * 100_000 + "]" * 100_000 + "}]", refusals.BombError, "nested hundreds of levels deep"),
        (json.dumps([{f"k{at}": at for at in range(100_000)}]), refusals.TooManyColumnsError, "100,000 columns"),
        (json.dumps([{f"k{at}": at} for at in range(2_001)]), refusals.TooManyColumnsError, "2,001 columns"),
        ('[{"a": "' + "x" * (3 << 20) + '"}]', refusals.BombError, "one cell is longer than 512 KB"),
        ('{"a": 1}\n{"a": "' + "x" * (3 << 20) + '"}', refusals.BombError, "one cell is longer than 512 KB"),
    ],
    ids=range(14),
)  # fmt: skip
def test_json_that_is_hollow_broken_or_beyond_measure_is_refused(
    tmp_path: Path, content: str, kind: type[refusals.ImportFileError], found: str
) -> None:
    with pytest.raises(kind, match=found):
        read_here(tmp_path, content)


def test_values_without_end_are_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_values, "LONGEST_VALUE", 3 << 20)
    with pytest.raises(refusals.BombError, match="one of its values is longer than 3 MB"):
        read_here(tmp_path, '{"data": [{"score": 4}], "a": [' + "1, " * (3 << 20) + "1]}")
    # where no records come first the document is held whole
    assert (
        read_here(
            tmp_path, '{"a": "' + "x" * (4 << 20) + '", "b": 1, "of": {"score": [4, 5, 3], "day": [1, 2, 3]}}'
        ).rows
        == 3
    )


def test_a_long_document_of_objects_is_given_up_before_it_is_read_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_values, "LONGEST_DOCUMENT", 1 << 20)
    monkeypatch.setattr(json_values, "MOST_OBJECTS", 1_000)
    records = ", ".join(f'"k{at}": {{"score": 4}}' for at in range(1_001))
    with pytest.raises(refusals.BombError, match="one object of more than 1 MB, without a list of records"):
        read_here(tmp_path, f'{{{records}, "broken": {" " * (2 << 20)}}}')
    listed = f'{{"data": [{{"score": 4}}], "more": {{{records}, "last": {{}}}}}}'
    assert read_here(tmp_path, listed + " " * (2 << 20)).rows == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


class Trickle:
    """A text that gives a few signs at a time."""

    def __init__(self, text: str, few: int) -> None:
        self.text, self.few = text, few

    def read(self, _most: int) -> str:
        given, self.text = self.text[: self.few], self.text[self.few :]
        return given


@settings(deadline=None, max_examples=60)
@given(
    st.lists(JSON, max_size=5) | st.lists(st.fixed_dictionaries({"a": JSON}, optional={"b": JSON}), max_size=9),
    st.sampled_from([1, 2, 5, 9, 40, 9_999]),
    st.sampled_from([None, 2]),
)
def test_values_come_one_by_one_wherever_the_text_is_cut(values: list[Any], few: int, indent: int | None) -> None:
    text = json.dumps(values, indent=indent)
    assert list(Values(Trickle(text, few)).elements()) == values  # type: ignore[arg-type]


@pytest.mark.parametrize("chunk", [4, json_values.CHUNK])
def test_lists_are_found_wherever_the_text_of_the_objects_around_them_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(json_values, "CHUNK", chunk)
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({"a": {"x": 1, "b": {"data": [{"s": 1}, {"s": 2}], "n": [1]}}, "c": [[1], [2], [3]]}))
    assert json_values.arrays_in(path) == [(("a", "b", "data"), 2), (("c",), 3)]
    path.write_text(json.dumps({"a": {"n": {str(number): [] for number in range(json_values.MOST_MEMBERS + 1)}}}))
    with pytest.raises(refusals.NotATableError, match="more than 20,000 values that are no records"):
        json_values.arrays_in(path)


def test_how_much_of_a_text_was_taken_is_known_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_values, "LETTERS_AT_ONCE", 20)
    path, far = tmp_path / "answers.json", Far()
    path.write_text(json.dumps([{"s": at, "comment": f'"{at}"'} for at in range(4)]))
    shares = [far.share() for _ in json_values.records_at(path, (), far) if far.share]
    assert shares == sorted(shares)
    assert shares[0] == pytest.approx(0.25, abs=0.05)
    assert shares[-1] == pytest.approx(1, abs=0.05)


def leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in leaves(inner)]
    return [leaf for inner in value for leaf in leaves(inner)] if isinstance(value, list) else [value]


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.text(max_size=5), JSON, max_size=4))
def test_no_value_of_a_record_is_lost(record: dict[str, Any]) -> None:
    everything = "\n".join(filter(None, itertools.chain.from_iterable(flattened([record]).columns.values())))
    for leaf in leaves(record):
        if isinstance(leaf, str):
            plain = leaf.replace("\0", "")
            assert plain in everything or json.dumps(leaf, ensure_ascii=False)[1:-1] in everything
        elif isinstance(leaf, int) and not isinstance(leaf, bool):
            assert str(leaf) in everything


def test_a_hostile_name_is_only_a_name(tmp_path: Path) -> None:
    staged: Staged = read_here(tmp_path, json.dumps([{'a" VARCHAR); DROP TABLE staged; --': 1, "row": 2, "c1": 3}]))
    assert names(staged) == ['a" VARCHAR); DROP TABLE staged; --', "row", "c1"]
    assert cells(tmp_path) == [["1", "2", "3"]]


def test_a_particular_layout_is_known_by_the_names_alone_unless_another_is_wished(tmp_path: Path) -> None:
    record = {"id": 1, "survey_type": "csat", "score": 4, "comment": "x", "permalink": "y", "created_at": 1641289688}
    assert read_here(tmp_path, json.dumps([record, record])).detection.layout == "delighted"
    assert read_here(tmp_path, json.dumps([record, record]), layout="generic").detection.layout == "generic"
    with pytest.raises(refusals.LayoutError):
        read_here(tmp_path, json.dumps([record, record]), layout="gladly")


@pytest.mark.parametrize("by_number", [False, True])
def test_columns_whose_cells_are_lists_are_columns_like_any_other(tmp_path: Path, by_number: bool) -> None:
    columns: dict[str, list[object]] = {
        "Tags": [["price", "staff"][: at % 3] for at in range(30)],
        "Satisfaction": [1 + at % 5 for at in range(30)],
        "Store": ["AB"[at % 2] for at in range(30)],
    }
    told = {name: dict(zip(map(str, range(30)), cells, strict=True)) for name, cells in columns.items()}
    staged = read_here(tmp_path, json.dumps({"frame": told if by_number else columns}))
    assert (names(staged), staged.rows) == (["Tags", "Satisfaction", "Store"], 30)
    assert dict(staged.columns[0].top) == {"price": 10, "price; staff": 10}
    # names beside rows of cells are no column, be there as many of them
    rows = {"columns": ["a", "b", "c"], "index": [0, 1, 2], "data": [[5, 4, 3], [1, 2, 2], [3, 3, 1]]}
    assert names(read_here(tmp_path, json.dumps(rows))) == ["a", "b", "c"]


def test_cells_of_a_column_that_are_equal_keep_the_text_of_their_own_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_columns, "BATCH_CELLS", 0)
    monkeypatch.setattr(json_columns, "HEAD", 2)
    columns = {
        "a\ud800": [1, True, 1.0, 10**18, 1e18],
        "b": [2.5, None, 2.5, -0.0, float("nan")],
        "c": ["x", " ", "", "x\0", "y"],
    }
    staged = read_here(tmp_path, json.dumps(columns))
    assert names(staged) == ["a?", "b", "c"]
    assert lines(tmp_path) == [
        (1, "1", "2.5", "x"), (2, "TRUE", None, None), (3, "1", "2.5", None), (4, f"1{'0' * 18}", "0", "x"), (5, "1e+18", None, "y"),
    ]  # fmt: skip
    with pytest.raises(refusals.TooManyColumnsError, match="2,001"):
        read_here(tmp_path, json.dumps({f"c{at}": [1, 2, 3] for at in range(2_001)}))
