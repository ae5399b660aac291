"""Files brought together: what becomes of each is known before anything is stored, and undone at once."""

from pathlib import Path

import pytest

from csat_core.ingest.load import import_file
from csat_core.ingest.together import Answered, Begun, State, outlooks, tried
from csat_core.store import Store, catalogue, imports

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


@pytest.mark.usefixtures("in_this_process")
def test_what_becomes_of_each_file_is_known_before_anything_is_stored(store: Store, tmp_path: Path) -> None:
    there = file(tmp_path, "there.csv", *lines(0), head="Id,Date,Overall satisfaction,Price,Shop")
    import_file(store, there)
    first = tried(store, file(tmp_path, "jan.csv", *lines(0)), name="jan.csv").done
    assert first is not None
    others = {
        "feb.csv": file(tmp_path, "feb.csv", *lines(100)),
        "twin.csv": tmp_path / "jan.csv",
        "again.csv": there,
        "more.csv": file(tmp_path, "more.csv", *lines(300), head="Id,Date,Overall satisfaction,Price,Shop"),
        "half.csv": file(tmp_path, "half.csv", *lines(200), head=HEAD.replace("Store", "Place")),
        "Jan.csv": file(tmp_path, "Jan2.csv", *lines(400), head="Case,Day,How was it (1-5),Service,Door"),
        "none.csv": file(tmp_path, "none.csv"),
    }
    tries = [tried(store, path, name=name) for name, path in others.items()]
    begun = Begun(file="jan.csv", hash=first.staged.hash, sheet=None, dataset="jan", mapping=first.mapping, is_new=True)
    found = {outlook.file: outlook for outlook in outlooks(begun, tries)}
    assert {name: (each.state, each.dataset, each.beside) for name, each in found.items()} == {
        "feb.csv": (State.IN, "jan", "jan.csv"),
        "twin.csv": (State.HERE, "", ""),
        "again.csv": (State.HERE, "", ""),
        "more.csv": (State.IN, "there", ""),
        "half.csv": (State.REFUSED, "", ""),
        "Jan.csv": (State.REFUSED, "", ""),
        "none.csv": (State.REFUSED, "", ""),
    }
    assert found["twin.csv"].why == "It is the same as 'jan.csv'."
    assert found["half.csv"].why.startswith("Many of its columns are those of 'jan.csv', and many are not")
    assert found["Jan.csv"].why.startswith("There is a dataset 'Jan' with other columns.")
    assert [dataset.name for dataset in catalogue.datasets(store)] == ["there"]


@pytest.mark.usefixtures("in_this_process")
def test_where_the_answers_of_the_first_go_counts_for_files_with_its_columns(store: Store, tmp_path: Path) -> None:
    import_file(store, file(tmp_path, "there.csv", *lines(0)))
    lacks = "Response ID,Date,Satisfaction with us"
    shops = [
        file(tmp_path, f"{name}.csv", *(row.rsplit(",", 2)[0] for row in lines(start)), head=lacks)
        for name, start in (("Leeds", 100), ("York", 200))
    ]
    first, second = (tried(store, shop, name=shop.name) for shop in shops)
    assert first.done is second.done is None
    header = tuple(lacks.split(","))
    there = tried(store, shops[1], name="York.csv", answered=Answered(header=header, dataset="there")).done
    own = tried(store, shops[1], name="York.csv", answered=Answered(header=header, dataset="Leeds")).done
    assert there is not None
    assert own is not None
    assert (there.dataset, there.appended, there.checked.accepted) == ("there", True, 40)
    begun = Begun(file="Leeds.csv", hash="", sheet=None, dataset="Leeds", mapping=own.mapping, is_new=True)
    (outlook,) = outlooks(
        begun, [tried(store, shops[1], name="York.csv", answered=Answered(header=header, dataset="Leeds"))]
    )
    assert (outlook.state, outlook.dataset, outlook.beside) == (State.IN, "Leeds", "Leeds.csv")
    others = Answered(header=(*header, "Shop"), dataset="there")  # that was asked of other columns
    assert tried(store, shops[1], name="York.csv", answered=others).error is not None
    known = file(tmp_path, "known.csv", *lines(300))
    moved = tried(store, known, name="known.csv", answered=Answered(header=tuple(HEAD.split(",")), dataset="new")).done
    assert moved is not None
    assert (moved.dataset, moved.appended) == ("new", False)


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
