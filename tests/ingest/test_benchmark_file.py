"""Benchmark files: every row is a benchmark or has a reason why it is none."""

import pytest

from csat_core.ingest.lists.benchmark_file import EXAMPLE, BenchmarkFileError, read_benchmarks
from csat_core.ingest.lists.listing import MOST_BYTES, MOST_ROWS
from csat_core.model.benchmark import Benchmark, Metric


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
    found = read_benchmarks(content.encode())
    assert found.benchmarks == (
        Benchmark(name="Rival", value=0.78, metric=Metric.CSAT, scale="1-5", year=2026, base=1200, source="press"),
        Benchmark(name="Panel", value=74.5, metric=Metric.INDEX, scale="1-10", year=2026),
        Benchmark(
            name="Recommended", value=-0.125, metric=Metric.NPS, scale="0-10", year=2025, base=500, source="ours"
        ),
    )
    assert {each.row: each.reason for each in found.refused} == {
        4: "The value 0.7 can mean 0.7 % or 70 %; write it in percent, with the sign %.",
        6: "A row above has the same name; give each a name of its own.",
        7: "The value 'seven' is not a number.",
        9: "'happiness' is no metric; write one of: csat, index, nps, mean.",
        10: "A mean says nothing without its scale; write the scale, such as 1-5.",
        11: "The base '1.2' is not a whole number.",
        12: "The scale 'five' cannot be used; write it as lowest-highest (1-5, 0-10, -2..2), as worst-best "
        "where the lowest is the best (5-1), or as its answers from worst to best, divided by bars (Bad|Fair|Good).",
        13: "A benchmark needs a name; write one, such as the industry or the company.",
        14: "A mean index is not a percentage; write 70 without the sign %.",
    }


def test_a_value_of_one_is_never_guessed_to_be_a_percent() -> None:
    assert [
        each.row for each in read_benchmarks(b"name,value,metric\nA,1,csat\nB,1 %,csat\nC,1,nps\nD,0,csat\n").refused
    ] == [2]


def test_the_example_to_fill_in_can_be_read() -> None:
    assert (len(read_benchmarks(EXAMPLE.encode()).benchmarks), read_benchmarks(EXAMPLE.encode()).refused) == (3, ())


def test_old_spreadsheets_write_umlauts_their_own_way() -> None:
    assert read_benchmarks("name,value,metric\nMöbel,70,csat\n".encode("cp1252")).benchmarks[0].name == "Möbel"


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
        read_benchmarks(content)
    assert said in str(error.value)
