"""Overlaps: exports without response ids that bring rows again are asked about; different people with the same answers are not."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from csat_core.errors import CsatError
from csat_core.ingest.further.append_refusals import OverlapsError
from csat_core.ingest.load import Imported, import_file
from csat_core.model.overlap import Overlap
from csat_core.store import Store, catalogue, imports
from csat_core.store.catalogue import Details

pytestmark = pytest.mark.usefixtures("in_this_process")

HEADER = "Submitted at,Region,Overall satisfaction,Ease of use"
SAID = f"{HEADER},Comment"
SHOP = Details(name="Shop")


def rows(ids: range, comment: str | None = "said {}") -> list[str]:
    return [
        f"2026-{1 + id // 112:02}-{1 + id % 28:02},{('North', 'South')[id % 2]},{1 + id % 5},{1 + id % 4}"
        + ("" if comment is None else f",{comment.format(id)}")
        for id in ids
    ]


def people(seed: int, days: range, each: int) -> list[str]:
    """Rows of random people of whom many answer alike."""
    luck = random.Random(seed)
    return [
        f"2026-03-{day:02},{luck.choice(('North', 'South'))},{luck.choice('1234455')},{luck.choice('1233')}"
        for day in days
        for _ in range(each)
    ]


@pytest.fixture
def bring(store: Store, tmp_path: Path) -> Callable[..., Imported]:
    """Imports a file of these lines into one dataset."""

    def bring(file: str, lines: list[str], header: str = HEADER, **wishes: Any) -> Imported:
        path = tmp_path / file
        path.write_text("\n".join([header, *lines]) + "\n")
        return import_file(store, path, details=SHOP, **wishes)

    return bring


def codes(imported: Imported) -> list[tuple[str, str | None, int]]:
    return [(problem.code, problem.column, problem.count) for problem in imported.checked.problems]


def test_rows_that_are_there_are_asked_about_and_left_out_or_added(
    store: Store, bring: Callable[..., Imported]
) -> None:
    bring("january.csv", rows(range(112)), SAID)
    both = rows(range(112)) + rows(range(112, 140))
    with pytest.raises(OverlapsError) as refused:
        bring("both.csv", both, SAID)
    assert str(refused.value) == (
        "'both.csv' overlaps with what 'Shop' has: 112 of its 140 rows are there already, letter for letter (1 to 28 Jan "
        "2026); of 28 days both have the same rows and no others; that is more than chance makes, and no column is "
        "the response id that would tell them apart. Nothing is added; say --overlap skip to leave those rows out, or --overlap add to add them all."
    )
    trial = bring("both.csv", both, SAID, dry_run=True)
    assert ("overlaps", None, 112) in codes(trial)
    done = bring("both.csv", both, SAID, overlap=Overlap.SKIP)
    checked = done.checked
    assert (checked.rows_read, checked.accepted, checked.duplicates) == (140, 28, 112)
    assert [code for code in codes(done) if code[0] in ("already_there", "rows_again")] == [
        ("already_there", None, 112)
    ]
    aside = imports.rejects(store, 1).to_pylist()
    assert (len(aside), aside[0]["row"], aside[0]["reason"]) == (
        112, 2, "The dataset has this row already, letter for letter.",
    )  # fmt: skip
    assert '"Comment":"said 0"' in aside[0]["raw"]
    assert (imports.imports(store)[0].set_aside, catalogue.dataset(store, 1).responses) == (0, 140)
    # nothing new at all; and as new people
    again = bring("shuffled.csv", both[::-1], SAID, overlap=Overlap.SKIP)
    assert (again.import_id, again.checked.duplicates) == (None, 140)
    assert ("nothing_new", None, 140) in codes(again)
    added = bring("shuffled.csv", both[::-1], SAID, overlap=Overlap.ADD)
    assert ("rows_again", None, 140) in codes(added)
    assert catalogue.dataset(store, 1).responses == 280
    assert imports.undo(store, added.import_id or 0) == 140


def test_rows_are_left_out_as_often_as_they_are_there(store: Store, bring: Callable[..., Imported]) -> None:
    bring("first.csv", people(1, range(1, 9), 30))
    more = people(1, range(1, 9), 30)[-30:] + people(2, range(9, 12), 30)
    with pytest.raises(OverlapsError, match=r"30 of its 120 rows are there already.*8 Mar 2026.*of 1 day both have"):
        bring("more.csv", more)
    bring("more.csv", more, overlap=Overlap.SKIP)
    assert catalogue.dataset(store, 1).responses == 8 * 30 + 3 * 30
    # half of a day was there, of which nothing could tell; who knows it says so
    half = people(3, range(12, 13), 40)
    bring("half.csv", half[:20])
    bring("whole.csv", half, overlap=Overlap.SKIP)
    assert catalogue.dataset(store, 1).responses == 330 + 40


def test_other_people_with_the_same_answers_on_the_same_days_are_added_and_said(
    store: Store, bring: Callable[..., Imported]
) -> None:
    bring("shop_1.csv", people(1, range(1, 15), 20))
    for seed in range(2, 6):
        done = bring(f"shop_{seed}.csv", people(seed, range(1, 15), 20))
        assert [code for code, _, _ in codes(done) if code.startswith(("rows", "over"))] == ["rows_again"]
    # one answer a day, and the same by chance on some
    assert catalogue.dataset(store, 1).responses == 5 * 280
    (said,) = [problem.message for problem in done.checked.problems if problem.code == "rows_again"]
    assert said.startswith("280 rows are of days of which the dataset has answers already (1 to 14 Mar 2026); ")
    assert said.endswith("Without a response id nothing tells whether these are the same answers: all are added.")


def test_a_few_rows_among_others_that_hardly_repeat_are_asked_about(
    store: Store, bring: Callable[..., Imported]
) -> None:
    def long(seed: int) -> list[str]:
        luck = random.Random(seed)
        return [f"2026-03-{1 + at % 4:02},North,{luck.choice('12345')},{luck.random() * 1000:.0f}" for at in range(200)]

    header = HEADER.replace("Ease of use", "Minutes")
    bring("first.csv", long(1), header)
    assert bring("other.csv", long(2), header).checked.accepted == 200
    with pytest.raises(OverlapsError, match=r"\d\d of its 260 rows are there already"):
        bring("third.csv", long(3) + long(1)[70:130], header)


def test_comments_tell_of_rows_where_every_day_has_new_ones_too(store: Store, bring: Callable[..., Imported]) -> None:
    words, often = "said {} in words of my own", rows(range(5), "the same words of many")
    bring("january.csv", rows(range(100), words) + often, SAID)
    with pytest.raises(
        OverlapsError, match="3 of its 30 rows are there already, letter for letter, 3 of them with the same comment"
    ):
        bring("both.csv", rows(range(97, 127), words), SAID)
    assert catalogue.dataset(store, 1).responses == 105
    # one row may be chance, and so is what many say
    more = bring("more.csv", rows(range(99, 129), words) + [line.replace("-01-", "-02-") for line in often], SAID)
    assert (more.checked.accepted, ("rows_again", None, 1) in codes(more)) == (35, True)


def test_without_days_the_whole_dataset_is_one_day(store: Store, bring: Callable[..., Imported]) -> None:
    header = HEADER.partition(",")[2]

    def undated(seed: int) -> list[str]:
        return [line.partition(",")[2] for line in people(seed, range(1, 4), 20)]

    bring("first.csv", undated(1), header)
    assert bring("other.csv", undated(2), header).checked.accepted == 60
    imports.undo(store, 2)
    with pytest.raises(CsatError, match="60 of its 60 rows are there already, letter for letter; of 1 day"):
        bring("again.csv", undated(1)[::-1], header)
