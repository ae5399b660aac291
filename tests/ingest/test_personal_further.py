"""Further files whose known columns hold personal data by now: left out, covered or refused, and named nowhere."""

from collections.abc import Callable
from pathlib import Path

import pytest

from csat_core.ingest.further.append_refusals import PersonalKeyError
from csat_core.ingest.load import Imported, import_file
from csat_core.ingest.proposal.privacy import NAMES
from csat_core.ingest.texts.personal_cells import EMAILS
from csat_core.store import Store, catalogue
from csat_core.store.catalogue import Details
from tests.ingest.test_privacy import everything

pytestmark = pytest.mark.usefixtures("in_this_process")

PEOPLE = [f"{first} {last}" for first in ("Anna", "Peter", "Laura", "David") for last in ("Rossi", "Garcia", "Weber")]
Region = Callable[[int], str]


def brought(store: Store, folder: Path, start: int, region: Region, key: str = "C{}") -> Imported:
    path = folder / f"{start}.csv"
    rows = [
        f"R{start + at},2026-0{1 + start // 100}-{1 + at % 28:02},{key.format(at % 20)},{1 + at % 5},{region(at)}"
        for at in range(60)
    ]
    path.write_text("\n".join(["Response ID,Date,Customer ID,Satisfaction,Region", *rows]) + "\n")
    return import_file(store, path, details=Details(name="s"))


def told(done: Imported) -> list[tuple[str, str | None]]:
    return [(p.code, p.column) for p in done.checked.problems if "personal" in p.code or p.code == "new_levels"]


def test_a_group_that_became_people_is_left_out_of_that_file_and_nobody_is_named(store: Store, tmp_path: Path) -> None:
    brought(store, tmp_path, 0, lambda at: ("North", "South")[at % 2])
    mails = brought(store, tmp_path, 100, lambda at: f"{PEOPLE[at % 12].split()[0]} <p{at % 12}@example.com>")
    names = brought(store, tmp_path, 200, lambda at: PEOPLE[at % 12])
    assert [told(each) for each in (mails, names)] == [[("personal_data", "Region")]] * 2
    reasons = [next(c for c in each.mapping.columns if c.name == "Region").personal for each in (mails, names)]
    assert reasons == [EMAILS, NAMES]
    assert not any(piece in everything(store) for piece in ("@example", "Anna", "Garcia"))
    region = catalogue.dataset(store, 1).find("Region")
    assert (sorted(region.levels), region.answered, region.blank) == (["North", "South"], 60, 120)
    # the file after them is read as the first was, but for the few cells that name somebody
    some = brought(store, tmp_path, 300, lambda at: "ann@example.com" if at % 12 == 0 else ("North", "South")[at % 2])
    assert sorted(told(some)) == [("new_levels", "Region"), ("personal_covered", "Region")]
    assert "@example" not in everything(store) + repr(some.checked.problems)
    assert sorted(catalogue.dataset(store, 1).find("Region").levels) == ["North", "South", "[e-mail]"]


@pytest.mark.parametrize("key", ["p{}@example.com", "81.2.69.{}", "+49 30 12345{}0"])
def test_keys_that_lead_to_people_by_now_are_refused(store: Store, tmp_path: Path, key: str) -> None:
    brought(store, tmp_path, 0, lambda at: ("North", "South")[at % 2])
    with pytest.raises(
        PersonalKeyError, match=r"'Customer ID' holds .*, where earlier files had keys that name nobody"
    ):
        brought(store, tmp_path, 100, lambda at: "North", key)
    assert catalogue.dataset(store, 1).responses == 60
