"""Files brought together: what becomes of each is known before anything is stored, and undone at once."""

from pathlib import Path

import pytest

from csat_core.errors import CsatError
from csat_core.ingest.load import Wish, import_file
from csat_core.ingest.reader import stage
from csat_core.ingest.storing import store_checked
from csat_core.ingest.together import Outlook, State, rehearsal
from csat_core.model.overlap import Overlap
from csat_core.store import Store, catalogue, imports
from csat_core.store.catalogue import Details

HEAD = "Response ID,Date,Satisfaction with us,Staff,Store"


def lines(start: int, count: int = 40) -> list[str]:
    """Rows under HEAD."""
    return [
        f"r{at},2026-01-{1 + at % 28:02},{1 + at % 5},{1 + at % 4},{'AB'[at % 2]}" for at in range(start, start + count)
    ]


def file(folder: Path, name: str, *rows: str, head: str = HEAD) -> Path:
    """A CSV of these rows."""
    path = folder / name
    path.write_text("\n".join([head, *rows]))
    return path


def looked_at(store: Store, *paths: Path, **wishes: Wish) -> dict[str, Outlook]:
    """What becomes of files that come in this order, by their names; `wishes` by names without their endings."""
    found = {}
    with rehearsal(store) as files:
        for at, path in enumerate(paths):
            folder = path.parent / f"read-{at}"
            folder.mkdir(exist_ok=True)
            staged = stage(path, folder)
            found[staged.file] = files.outlook(path, staged, wishes.get(path.stem, Wish()))
    return found


@pytest.mark.usefixtures("in_this_process")
def test_what_becomes_of_each_file_is_known_before_anything_is_stored(store: Store, tmp_path: Path) -> None:
    there = file(tmp_path, "there.csv", *lines(0), head="Id,Date,Overall satisfaction,Price,Shop")
    import_file(store, there)
    (tmp_path / "twin.csv").write_text("\n".join([HEAD, *lines(0)]))
    found = looked_at(
        store,
        file(tmp_path, "jan.csv", *lines(0)),
        file(tmp_path, "feb.csv", *lines(100)),
        tmp_path / "twin.csv",
        there,
        file(tmp_path, "more.csv", *lines(20), head="Id,Date,Overall satisfaction,Price,Shop"),
        file(tmp_path, "most.csv", *lines(30), head="Id,Date,Overall satisfaction,Price,Shop"),
        file(tmp_path, "half.csv", *lines(200), head=HEAD.replace("Store", "Place")),
        file(tmp_path, "there_.csv", *lines(400), head="Case,Day,How was it (1-5),Service,Door"),
    )
    assert {name: (each.state, each.done and (each.done.dataset, each.done.checked.accepted)) for name, each in found.items()} == {
        "jan.csv": (State.IN, ("jan", 40)),
        "feb.csv": (State.IN, ("jan", 40)),
        "twin.csv": (State.HERE, None),
        "there.csv": (State.HERE, None),
        "more.csv": (State.IN, ("there", 20)),
        "most.csv": (State.IN, ("there", 10)),
        "half.csv": (State.REFUSED, None),
        "there_.csv": (State.REFUSED, ("there", 40)),
    }  # fmt: skip
    assert found["twin.csv"].on_page == "It is the same as 'jan.csv'."
    assert found["half.csv"].on_page.startswith("It may be the same survey as 'jan', without 'Store' and with 'Place'")
    assert found["there_.csv"].on_page.startswith("There is already a dataset 'there'")
    assert [(dataset.name, dataset.responses) for dataset in catalogue.datasets(store)] == [("there", 40)]


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize(
    ("first", "second", "wish", "becomes"),
    [
        (lines(0), [row.replace("2026-01", "2026-04").replace(",5,", ",1,") for row in lines(0, 50)], Wish(), None),
        (lines(0), [row.replace("2026-01", "2026-04").replace(",5,", ",1,") for row in lines(0, 50)], Wish(overlap=Overlap.ADD), 50),
        (lines(0), [row.replace(",5,", ",9,") for row in lines(100)], Wish(), None),
        (lines(0), [*lines(0), *lines(100, 5)], Wish(), 5),
        (lines(0), lines(0, 39), Wish(), 0),
    ],
    ids=["ids that begin again", "added without these ids", "another scale", "some responses of the first", "none but those"],
)  # fmt: skip
def test_what_is_said_of_a_file_beside_a_new_one_is_what_importing_both_does(
    store: Store, tmp_path: Path, first: list[str], second: list[str], wish: Wish, becomes: int | None
) -> None:
    a, b = file(tmp_path, "a.csv", *first), file(tmp_path, "b.csv", *second)
    found = looked_at(store, a, b, b=wish)["b.csv"]
    import_file(store, a)
    if becomes is None:
        with pytest.raises(CsatError) as refused:
            import_file(store, b, wish)
        assert (found.state, found.why) == (State.REFUSED, str(refused.value))
        return
    done = import_file(store, b, wish)
    assert found.done is not None
    assert (found.state is State.NOTHING_NEW) == (done.import_id is None)
    assert (found.done.checked.accepted, found.done.checked.duplicates) == (becomes, done.checked.duplicates)
    assert found.done.checked.problems == done.checked.problems


@pytest.mark.usefixtures("in_this_process")
def test_what_was_looked_at_is_stored_as_it_is(store: Store, tmp_path: Path) -> None:
    paths = [file(tmp_path, f"{name}.csv", *lines(at)) for at, name in ((0, "a"), (20, "b"), (40, "c"))]
    for found in looked_at(store, *paths).values():
        assert found.done is not None
        done = found.done
        into = catalogue.find_dataset(store, done.dataset).id if done.appended else None
        store_checked(store, done.staged, done.mapping, done.checked, Details(name=done.dataset), into)
    assert [record.accepted for record in imports.imports(store)] == [20, 20, 40]
    assert [(dataset.name, dataset.responses) for dataset in catalogue.datasets(store)] == [("a", 80)]


@pytest.mark.usefixtures("in_this_process")
def test_files_of_one_press_are_undone_at_once_and_nothing_else_is(store: Store, tmp_path: Path) -> None:
    import_file(store, file(tmp_path, "dec.csv", *lines(0)))
    for name, start in (("jan.csv", 100), ("feb.csv", 200)):
        import_file(store, file(tmp_path, name, *lines(start)), together="press")
    other = file(tmp_path, "other.csv", *lines(0), head="Case,Day,How was it (1-5),Service,Door")
    import_file(store, other, together="press")
    assert imports.undo_together(store, "press") == {4: 40, 3: 40, 2: 40}
    assert [(dataset.name, dataset.responses) for dataset in catalogue.datasets(store)] == [("dec", 40)]
    assert imports.undo_together(store, "press") == {}
    assert imports.undo_together(store, "") == {}


@pytest.mark.usefixtures("in_this_process")
def test_files_that_were_looked_at_are_taken_as_they_were_found(store: Store, tmp_path: Path) -> None:
    import_file(store, file(tmp_path, "there.csv", *lines(0)))
    paths = [file(tmp_path, f"{start}.csv", *lines(start)) for start in (20, 40, 70, 60)]
    paths.append(file(tmp_path, "other.csv", *lines(0), head="Id,Date,Overall satisfaction,Price,Shop"))
    paths.append(file(tmp_path, "more.csv", *lines(30), head="Id,Date,Overall satisfaction,Price,Shop"))
    folders = [tmp_path / f"read-{at}" for at in range(len(paths))]
    for folder in folders:
        folder.mkdir()
    read = [stage(path, folder) for path, folder in zip(paths, folders, strict=True)]
    with rehearsal(store) as files:
        found = [files.outlook(path, staged, Wish()) for path, staged in zip(paths, read, strict=True)]
    told = [(each.state, each.done and (each.done.dataset, each.done.checked.accepted)) for each in found]
    assert told == [
        (State.IN, ("there", 20)), (State.IN, ("there", 20)), (State.IN, ("there", 30)), (State.NOTHING_NEW, ("there", 0)),
        (State.IN, ("other", 40)), (State.IN, ("other", 30)),
    ]  # fmt: skip
    for held in (3, 5):
        with rehearsal(store) as files:
            again = [files.again(staged, each) for staged, each in zip(read[:held], found, strict=False)]
            after = [files.outlook(path, each, Wish()) for path, each in zip(paths[held:], read[held:], strict=True)]
        assert again == found[:held]
        assert [(each.state, each.done and each.done.checked.accepted) for each in after] == [
            (state, done and done[1]) for state, done in told[held:]
        ]
