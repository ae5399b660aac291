"""How numbers are written: thousands and decimals, by column and by file, spaces, brackets and dashes."""

from dataclasses import replace

import pytest

from csat_core.ingest.plan import ColumnMapping, from_json, to_json
from csat_core.ingest.proposal.decisions import decide
from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.proposal.number_marks import with_marks_as_before
from csat_core.ingest.proposal.typed_choices import parse_role
from csat_core.ingest.proposal.undecidable import UnknownRoleError
from csat_core.ingest.texts.marks import decimal_marks
from csat_core.ingest.texts.reading import number_of
from csat_core.model.dataset import Role
from tests.ingest.brought import Brought
from tests.ingest.handmade import profile


def counted(*texts):
    return dict.fromkeys(texts, 1)


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (("950", "2.107", "3.114", "16.846", "12"), ","), (("950", "2,107", "3,114", "16,846", "12"), "."),
        (("950 €", "2.107 €", "3.114 €", "16.846 €", "12 €"), ","), (("1.100", "7.645.492"), ","), (("1,100", "7,645,492"), "."),
        (("10,75", "1.000,00", "3.000", "1,5"), ","), (("1 100,50", "950,00"), ","), (("1\u202f100,50\u00a0€", "3"), ","),
        (("1'100.50", "20"), "."), (("1.100,-", "2.300,50"), ","), (("(1,234.00)", "5.00"), "."), (("1.234,50- EUR", "234,50-"), ","),
        (("0.125", "1.250"), "."), (("1204", "2.107", "950", "12", "3.114", "4.121"), None),
        (("1.107", "2.114", "3.121"), None), (("950", "2.107"), None), (("3", "4"), None),
    ],
)  # fmt: skip
def test_a_column_settles_its_mark_by_the_numbers_that_can_only_be_read_so(texts, mark):
    assert decimal_marks([counted(*texts)], ";").own == (mark,)


@pytest.mark.parametrize(
    ("texts", "delimiter", "decimal", "is_open"),
    [
        (("12.345", "13.401"), ";", ",", True), (("12,345", "13,401"), ";", ",", True), (("12,345", "13,401"), "\t", ",", True),
        (("12,345", "13,401"), ",", ".", False), (("12.345", "13.401"), ",", ".", False),
    ],
)  # fmt: skip
def test_where_nothing_settles_it_the_sign_between_columns_does_and_that_is_said(texts, delimiter, decimal, is_open):
    found = decimal_marks([counted(*texts)], delimiter)
    assert (found.decimal, found.unsettled, found.evidence) == (decimal, (is_open,), ())


def test_numbers_of_another_column_settle_what_a_column_leaves_open():
    found = decimal_marks([counted("12.345", "13.401"), counted("4,5", "3,5")], ";")
    assert (found.decimal, found.own, found.unsettled) == (",", (None, ","), (False, False))


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("(1,234.00)", ".", -1234.0), ("($5.50)", ".", -5.5), ("€ (5)", ".", -5.0), ("1.100,-", ",", 1100.0), ("5.–", ".", 5.0),
        ("1.234,50- €", ",", -1234.5), ("34.50 EUR-", ".", -34.5), ("12-", ".", None), ("-1.50-", ".", None),
        ("1\u202f100,50 €", ",", 1100.5), ("1 100", ".", 1100.0), ("(5", ".", None), ("5-", ".", None), ("1,-5", ",", None),
    ],
)  # fmt: skip
def test_debts_in_brackets_or_before_a_minus_and_dashes_in_place_of_cents_are_numbers(text, decimal, number):
    assert number_of(text, decimal) == number


ROWS = [
    f"R{at};2026-01-{at % 28 + 1:02};{at % 5 + 1};{at % 9 + 0.5};{[950 + at, f'{at}.{100 + at}'][at % 2]}"
    for at in range(2, 42)
]
TABLE = "\n".join(["Response ID;Date;Overall satisfaction;Minutes;Revenue", *ROWS])


def test_columns_of_one_file_are_read_each_under_its_own_mark(tmp_path):
    found = Brought(tmp_path, TABLE)
    thousands = sum(1000 * at + 100 + at for at in range(3, 42, 2))
    assert found.cells("Revenue").sum() == thousands + sum(950 + at for at in range(2, 42, 2))
    assert found.cells("Minutes").sum() == sum(at % 9 + 0.5 for at in range(2, 42))
    assert (found.mapping.decimal, found.column("Revenue").decimal) in ((".", ","), (",", None))
    assert from_json(to_json(found.mapping)) == found.mapping


def test_what_is_open_is_said_and_can_be_turned_around(tmp_path):
    rows = [f"R{at};2026-01-{at % 28 + 1:02};{at % 5 + 1};{at}.{100 + at}" for at in range(2, 42)]
    table = "\n".join(["Response ID;Date;Overall satisfaction;Revenue", *rows])
    found = Brought(tmp_path, table)
    assert found.cells("Revenue").max() == 41141
    (said,) = (each for each in doubts_of(found.columns, found.mapping) if each.code == "open_mark")
    assert said.message == (
        "Nothing in the file says whether the sign in numbers of 'Revenue' such as 10.110 divides thousands or decimals: "
        '10.110 is read as 10110. If that is wrong, say --map "Revenue=revenue:point".'
    )
    turned = decide(propose(found.columns, ","), found.columns, roles={"Revenue": "revenue:point"}, scales={})
    assert turned.columns[-1].decimal == "."
    assert "open_mark" not in {each.code for each in doubts_of(found.columns, turned)}


def test_a_mark_may_stand_before_cuts_and_behind_numbers_alone():
    assert parse_role("x", "metric:comma,18,35") == (Role.METRIC, "comma,18,35")
    assert parse_role("x", "revenue:point") == (Role.REVENUE, "point")
    with pytest.raises(UnknownRoleError):
        parse_role("x", "segment:comma")


@pytest.mark.parametrize(
    ("own", "before", "decimal", "expected"),
    [(None, ",", ".", ","), (None, ".", ".", None), (",", ".", ".", ","), (".", ",", ".", None)],
)
def test_a_further_file_takes_the_mark_of_the_first_unless_its_own_numbers_settle_another(
    own, before, decimal, expected
):
    column = ColumnMapping(position=1, name="Revenue", role=Role.REVENUE, reason="")
    later = profile(1, "Revenue", ["12.345"])
    (found,) = with_marks_as_before([column], [replace(later, mark=own)], before, decimal)
    assert found.decimal == expected
