"""The migration to schema 7: cells of columns that are not used leave the rows that earlier releases set aside."""

import json
from pathlib import Path
from typing import Any

import pytest

from csat_core.ingest.load import import_file
from csat_core.store import imports, open_store
from csat_core.store.backups import known_backups
from csat_core.store.unused_cells import kept
from tests.store.test_migrations import kept_beside

COLUMNS: list[dict[str, Any]] = [
    {"name": "ID", "role": "response_id"},
    {"name": "Score", "role": "outcome", "protect": None},
    {"name": "E-mail", "role": "ignore", "personal": "e-mail addresses"},
    {"name": "Contact", "role": "ignore", "personal": None},
    {"name": "Said", "role": "comment", "protect": None},
]


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        (
            '{"ID":"0123456789","Score":"9","E-mail":"a@b.org","Contact":"Ann Lee","Said":"call 030 123 4567"}',
            '{"ID":"0123456789","Score":"9","E-mail":"","Contact":"","Said":"call 030 123 4567"}',
        ),
        ('{"ID":"1","Score":"9","E-mail":null,"Contact":"Ä \\"q\\"","Said":null}',
         '{"ID":"1","Score":"9","E-mail":null,"Contact":"","Said":null}'),
        ('{"ID":"1","Was":"a@b.org"}', '{"ID":"1","Was":"[e-mail]"}'),
        ('["0123456789", "9", "a@b.org", "Ann", "Lee", "fine"]',
         '["0123456789", "9", "[e-mail]", "[not kept]", "[not kept]", "fine"]'),
        ('["1", "9", "Ann"]', '["1", "[not kept]", "[not kept]"]'),
        ("Ann <a@b.org>", "Ann <[e-mail]>"),
        ("[1", "[1"),
    ],
)  # fmt: skip
def test_what_stays_of_a_raw_row(raw: str, left: str) -> None:
    assert kept(raw, COLUMNS) == left


def test_parts_of_a_value_and_names_that_repeat_are_found() -> None:
    columns = [
        {"name": "person.mail", "role": "ignore"},
        {"name": "Score", "role": "outcome"},
        {"name": "Score", "role": "ignore"},
    ]
    raw = '{"person":"{\\"mail\\":\\"x\\"}","Score (#2)":"9","Score (#3)":"Ann"}'
    assert json.loads(kept(raw, columns)) == {"person": "", "Score (#2)": "9", "Score (#3)": ""}


def test_a_store_of_the_release_before_loses_them_and_a_copy_is_kept(tmp_path: Path) -> None:
    (tmp_path / "survey.csv").write_text(
        "ID,Score,Contact\n" + "".join(f"R{at},{9 if at < 3 else 1 + at % 5},somebody {at}\n" for at in range(40))
    )
    path = tmp_path / "csat.duckdb"
    store = open_store(path)
    import_file(store, tmp_path / "survey.csv", overrides=lambda _: ({"Contact": "ignore"}, {"Score": "1-5"}))
    with store.write() as cursor:
        cursor.execute("""UPDATE rejected_rows SET raw = replace(raw, 'somebody', 'Zacharias Quirk')""")
        cursor.execute("DELETE FROM migrations WHERE version = 7")
    assert "Zacharias" in imports.rejects(store, 1).to_pylist()[0]["raw"]
    store.close()
    store = open_store(path)
    rows = imports.rejects(store, 1).to_pylist()
    assert [(row["row"], row["value"], row["code"]) for row in rows] == [(at, "9", "off_scale") for at in (2, 3, 4)]
    assert rows[0]["raw"] == '{"ID":"R0","Score":"9","Contact":""}'
    assert known_backups(store) == tuple(kept_beside(path))
    store.close()
    assert b"Zacharias" not in path.read_bytes()
