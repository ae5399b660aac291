"""Benchmarks in the store: the ones that ship, a person's own, and files of them read row by row."""

import pytest

from csat_core.model.benchmark import Benchmark, Metric
from csat_core.store import Store, benchmarks
from csat_core.store.benchmark_file import EXAMPLE, MOST_BYTES, MOST_ROWS, BenchmarkFileError, read
from tests.pages.surveys import HOSTILE


def test_all_industries_ship_with_the_two_oddities_of_the_source_noted() -> None:
    # acsi_2020.csv: 48 industries, overall 74.4
    found = benchmarks.industries()
    assert len(found) == 48
    assert benchmarks.national().value == 74.4
    assert {each.metric for each in found} == {Metric.INDEX}
    assert {each.year for each in found} == {2020}
    notes = {each.name: (each.value, each.note) for each in found if each.note}
    assert {name: value for name, (value, _) in notes.items()} == {
        "Cooperative energy utilities": 77, "Cooperative energy utilities (second listing)": 73,
        "Health and personal care stores": 73, "Health stores": 76,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("named", "value"), [("Airlines", 75), ("Space travel", 74.4), (None, 74.4), ("airlines", 74.4)]
)
def test_an_industry_that_is_not_in_the_list_is_the_national_score(named: str | None, value: float) -> None:
    assert benchmarks.industry_of(named).value == value


def test_good_rows_are_kept_and_every_bad_one_is_said_with_its_row_and_reason() -> None:
    content = (
        "Name;Value;Metric;Scale;Year;Base;Source;Remark\n"
        "Rival;78 %;CSAT;1-5;2026;1,200;press;x\n"
        "\n"
        "Half;0.7;csat;1-5;2026;;press\n"
        "Panel;74,5;mean index;1-10;2026\n"
        "Rival;70;csat;1-5;2026;;twice\n"
        "Odd;seven;csat\n"
        "Recommended;−12.5;nps;0-10;2025;500;ours\n"
        "Nothing;5;happiness\n"
        "Mean;4.2;mean;;2026\n"
        "Many;70;csat;1-5;2026;1.2\n"
        "Wide;70;csat;five\n"
        ";70;csat\n"
        "Percent;70 %;index\n"
    )
    found = read(content.encode())
    assert found.good == (
        Benchmark(name="Rival", value=0.78, metric=Metric.CSAT, scale="1-5", year=2026, base=1200, source="press"),
        Benchmark(name="Panel", value=74.5, metric=Metric.INDEX, scale="1-10", year=2026),
        Benchmark(
            name="Recommended", value=-0.125, metric=Metric.NPS, scale="0-10", year=2025, base=500, source="ours"
        ),
    )
    assert {each.row: each.reason for each in found.bad} == {
        4: "The value 0.7 can mean 0.7 % or 70 %; write it in percent, with the sign %.",
        6: "A row above has the same name; give each a name of its own.",
        7: "The value 'seven' is not a number.",
        9: "'happiness' is no metric; write one of: csat, index, nps, mean.",
        10: "A mean says nothing without its scale; write the scale, such as 1-5.",
        11: "The base '1.2' is not a whole number.",
        12: "The scale 'five' cannot be used; write it as lowest-highest (1-5, 0-10, -2..2) or as its answers from "
        "worst to best, divided by bars (Bad|Fair|Good).",
        13: "A benchmark needs a name; write one, such as the industry or the company.",
        14: "A mean index is not a percentage; write 70 without the sign %.",
    }


def test_a_value_of_one_is_never_guessed_to_be_a_percent() -> None:
    assert [each.row for each in read(b"name,value,metric\nA,1,csat\nB,1 %,csat\nC,1,nps\nD,0,csat\n").bad] == [2]


def test_the_example_to_fill_in_can_be_read() -> None:
    assert (len(read(EXAMPLE.encode()).good), read(EXAMPLE.encode()).bad) == (3, ())


def test_old_spreadsheets_write_umlauts_their_own_way() -> None:
    assert read("name,value,metric\nMöbel,70,csat\n".encode("cp1252")).good[0].name == "Möbel"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "there is no name and no value and no metric"),
        (b"name,value\nA,1\n", "there is no metric"),
        (b"name,value,metric\n\n", "holds no benchmark"),
        (b"PK\x03\x04\x00name,value,metric\n", "not a text file"),
        (b"name,value,metric\n" + b"a,70,csat\n" * (MOST_ROWS + 1), "more than 5,000 rows"),
        (b"x" * (MOST_BYTES + 1), "larger than 1 MB"),
        (b'name,value,metric\n"' + b"x" * 200_000 + b'",70,csat\n', "cannot be read as CSV"),
    ],
)
def test_a_file_that_is_no_list_of_benchmarks_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(BenchmarkFileError) as error:
        read(content)
    assert said in str(error.value)


def test_own_benchmarks_read_back_as_they_were_kept_and_a_known_name_is_replaced(store: Store) -> None:
    first = tuple(Benchmark(name=name, value=0.5, metric=Metric.CSAT, source=name) for name in sorted(HOSTILE))
    assert benchmarks.keep(store, first) == 0
    assert set(benchmarks.own(store)) == set(first)
    newer = Benchmark(name=HOSTILE[0], value=4.5, metric=Metric.MEAN, scale="1-5", year=2026, base=10, note="new")
    assert benchmarks.keep(store, (newer,)) == 1
    assert newer in benchmarks.own(store)
    assert len(benchmarks.own(store)) == len(HOSTILE)
    benchmarks.forget(store, HOSTILE[1:])
    assert benchmarks.own(store) == (newer,)


def test_nothing_of_a_list_is_kept_where_one_of_it_fails(store: Store) -> None:
    good = Benchmark(name="A", value=0.5, metric=Metric.CSAT)
    with pytest.raises(AttributeError):
        benchmarks.keep(store, (good, None))  # type: ignore[arg-type]
    assert benchmarks.own(store) == ()
