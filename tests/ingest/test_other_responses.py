"""Response ids of further files that begin again, or that a spreadsheet wrote otherwise."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from csat_core.ingest.further.append_refusals import OtherResponsesError
from csat_core.ingest.load import Imported, import_file
from csat_core.model.overlap import Overlap
from csat_core.store import Store, catalogue, imports
from csat_core.store.catalogue import Details
from csat_core.store.left_out import also_in

pytestmark = pytest.mark.usefixtures("in_this_process")

ANSWERS = [1 + at * at % 5 for at in range(120)]
Bring = Callable[..., Imported]


@pytest.fixture
def bring(store: Store, tmp_path: Path) -> Bring:
    def brought(
        ids: Sequence[object], month: str = "01", shift: int = 0, dated: bool = True, **wishes: object
    ) -> Imported:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.csv"
        rows = [
            f"{id},{f'2026-{month}-{1 + at % 28:02},' if dated else ''}{ANSWERS[at + shift]},{1 + (at + shift) % 5}"
            for at, id in enumerate(ids)
        ]
        path.write_text("\n".join([f"Response ID,{'Date,' if dated else ''}Overall satisfaction,Speed", *rows]) + "\n")
        return import_file(store, path, details=Details(name="s"), **wishes)  # type: ignore[arg-type]

    return brought


def codes(done: Imported) -> list[str]:
    return [problem.code for problem in done.checked.problems]


def test_ids_that_begin_again_are_refused_unattended_and_added_or_left_out_as_decided(
    store: Store, bring: Bring
) -> None:
    bring(range(1, 61))
    with pytest.raises(
        OtherResponsesError, match="has 60 of the ids in 'Response ID' already, but under them 60 are of another day"
    ):
        bring(range(1, 61), "02", 7)
    assert catalogue.dataset(store, 1).responses == 60
    tried = bring(range(1, 61), "02", 7, dry_run=True)
    assert ("overlaps" in codes(tried), "nothing_new" in codes(tried)) == (True, False)
    left = bring(range(1, 61), "02", 7, overlap=Overlap.SKIP)
    assert (left.import_id, "nothing_new" in codes(left)) == (None, True)
    added = bring(range(1, 71), "02", 7, overlap=Overlap.ADD)
    assert (added.checked.accepted, codes(added)[0]) == (70, "ids_left_out")
    with store.cursor() as cursor:
        told = cursor.execute("SELECT count(*), count(t01), count(day) FROM responses_1").fetchall()
    assert told == [(130, 60, 130)]


def test_newer_answers_may_be_taken_all_the_same_and_what_was_corrected_is_not_asked_about(
    store: Store, bring: Bring
) -> None:
    bring(range(1, 61))
    # only the days differ, or only the answers of a few
    assert "changed" in codes(bring(range(1, 61), "02"))
    taken = bring(range(1, 61), "02", 7, replaces=True)
    assert (taken.checked.replaced, catalogue.dataset(store, 1).responses) == (60, 60)


def test_without_days_the_answers_alone_tell(store: Store, bring: Bring) -> None:
    bring(range(1, 61), dated=False)
    with pytest.raises(OtherResponsesError, match="but under them 60 have another answer to"):
        bring(range(1, 61), shift=7, dated=False)
    assert catalogue.dataset(store, 1).responses == 60


@pytest.mark.parametrize("written", [lambda id: id.lstrip("0"), lambda id: f"{int(id)}.0"])
def test_ids_that_lost_their_zeros_are_the_same_responses(
    store: Store, bring: Bring, written: Callable[[str], str]
) -> None:
    ids = [f"{at:05}" for at in range(1, 61)]
    bring(ids)
    done = bring([*map(written, ids), "99001", "99002"])
    assert (done.checked.accepted, done.checked.duplicates) == (2, 60)
    (said,) = [problem for problem in done.checked.problems if problem.code == "ids_written_otherwise"]
    assert said.message.startswith(
        f"60 ids in 'Response ID' are written otherwise than in the dataset, such as '{written('00001')}' for '00001'"
    )
    assert catalogue.dataset(store, 1).responses == 62


def test_ids_in_other_letter_case_are_the_same_responses_and_others_with_other_cells_are_added(
    store: Store, bring: Bring
) -> None:
    bring([f"R{at}" for at in range(60)])
    assert "nothing_new" in codes(bring([f"r{at}" for at in range(60)]))
    other = bring([f"r{at}" for at in range(60)], "02", 7)
    assert (other.checked.accepted, catalogue.dataset(store, 1).responses) == (60, 120)


def test_what_went_with_the_first_file_comes_back_with_a_later_one_that_had_it_too(store: Store, bring: Bring) -> None:
    first = bring([f"R{at}" for at in range(60)])
    bring([f"R{at}" for at in range(60, 90)], shift=30)
    later = bring([*(f"R{at}" for at in range(30, 60)), "X1", "X2"], overlap=Overlap.SKIP)
    assert (later.checked.accepted, later.checked.duplicates) == (2, 30)
    (also,) = also_in(store, first.dataset_id or 0, first.import_id or 0)
    assert (also.import_id, also.file, also.count) == (later.import_id, later.staged.file, 30)
    with pytest.raises(imports.AlreadyImportedError):
        imports.require_new_file(store, later.staged.file, later.staged.hash)
    assert later.staged.hash in imports.imported_hashes(store)
    imports.undo(store, first.import_id or 0)
    assert later.staged.hash not in imports.imported_hashes(store)  # it can bring what went
    again = bring([*(f"R{at}" for at in range(30, 60)), "X1", "X2"])
    assert (again.checked.accepted, again.checked.duplicates, catalogue.datasets(store)[0].responses) == (30, 2, 62)
    with pytest.raises(imports.AlreadyImportedError):
        imports.require_new_file(store, again.staged.file, again.staged.hash)
