"""Files brought in, datasets and rows set aside, as people read them on a terminal."""

from csat_core.cli.calls import Document
from csat_core.cli.tables.page import Page, count, cut, percent, short

STATES = {"out": "out", "in": "came in", "again": "out, see the later file", "untold": "not known"}
"""What became of a row that was set aside."""


def imports(document: Document, page: Page) -> None:
    """Nothing; what came of each file."""
    for each in document.get("imports", [document]):
        if "message" in each:
            is_refused = each["outcome"] == "refused"
            page.say(f"{each['file']} was not imported: {each['message']}" if is_refused else each["message"])
        else:
            _import(each, page)
    for note in document.get("notes", ()):
        page.say(note)


def _import(document: Document, page: Page) -> None:
    nothing_new = any(each["code"] == "nothing_new" for each in document["problems"])
    why = "" if nothing_new else " (dry run)"
    stored = f", import {document['import_id']}" if "import_id" in document else f": nothing was stored{why}"
    become = "added to" if document["appended"] else "as"
    page.say(f"{document['file']} {become} '{document['dataset']}'{stored}")
    counts = [count(document[key]) for key in ("rows_read", "accepted", "rejected", "duplicates")]
    replaced = f", {count(document['replaced'])} in place of those stored" if document["replaced"] else ""
    changed = f", {count(document['changed'])} of them changed" if document["changed"] else ""
    page.say(
        "{} rows read: {} accepted{}, {} rejected, {} duplicates{}.".format(*counts[:2], replaced, *counts[2:], changed)
    )
    how = (("layout", "layout"), ("encoding", "encoding"), ("divided by", "delimiter"), ("sheet", "sheet"))
    page.say(", ".join(f"{word} {document[key]!r}" for word, key in how if document[key]) + ".")
    for each in document["problems"]:
        where = "" if each["example_row"] is None else f", first in row {count(each['example_row'])}"
        page.point(f"{short(each['code'])} ({count(each['count'])}{where}): {each['message']}")
    for each in document["altered"]:
        where = f" in '{cut(each['column'], 30)}'" if each["column"] else ""
        page.point(f"{short(each['code'])} ({count(each['count'])}{where}): {each['reason']}")
    rarely = [key for key in ("dont_know", "not_asked") if any(each[key] for each in document["columns"])]
    counted = ("answered", "blank", "not_applicable", *rarely)
    columns = [
        (
            each["id"] or "",
            cut(each["name"], 30),
            each["role"],
            cut(each["scale"] or "", 18),
            *(count(each[key]) for key in counted),
        )
        for each in document["columns"]
    ]
    page.table(("id", "column", "role", "scale", "answered", "blank", "n/a", *map(short, rarely)), columns, words=4)


def joined(document: Document, page: Page) -> None:
    """Nothing; what a second file added."""
    stored = f", import {document['import_id']}" if "import_id" in document else ": nothing was stored (dry run)"
    page.say(f"{document['file']} joined to '{document['dataset']}' by '{document['key']}'{stored}")
    page.say(
        f"{count(document['matched'])} responses found their row, {count(document['unmatched'])} did not; "
        f"{count(document['unused_keys'])} of {count(document['keys'])} keys in the file belong to no response."
    )
    page.say(
        f"{count(document['repeated_keys'])} keys have several rows, up to {count(document['most_rows_of_a_key'])}: row by "
        f"row a response would have counted {document['fan_out']:.2f} times; it counts once."
    )
    again = document["answered_again"]
    if again and any(each["role"] == "revenue" for each in document["added"]):
        have, its = ("1 key has", "its") if again == 1 else (f"{count(again)} keys have", "their")
        page.say(f"{have} several answers, which share {its} money, so that it counts once.")
    for each in document["problems"]:
        # of keys that are compared otherwise than letter for letter there may be none that differ within the file
        many = f" ({count(each['count'])})" if each["count"] else ""
        page.point(f"{short(each['code'])}{many}: {each['message']}")
    columns = [(each["id"], cut(each["name"], 30), each["role"], each["take"]) for each in document["added"]]
    page.table(("id", "column", "role", "taken as"), columns, words=4)


def datasets(document: Document, page: Page) -> None:
    """Nothing; the datasets there are."""
    if not document["datasets"]:
        page.say("There are no datasets yet; bring responses in with the command import.")
        return
    rows = [
        (
            *(each[key] or "" for key in ("dataset", "since", "until")),
            ", ".join(map(str, each["import_ids"])),
            *(count(each[key]) for key in ("dataset_id", "answers", "questions")),
        )
        for each in document["datasets"]
    ]
    page.table(("dataset", "since", "until", "import", "number", "answers", "questions"), rows, words=4)


def undone(document: Document, page: Page) -> None:
    """Nothing; what an undone import removed."""
    columns = document["columns_removed"]
    what = f"{count(columns)} joined columns" if columns else f"{count(document['removed'])} responses"
    back = f", {count(document['restored'])} say again what they said before" if document["restored"] else ""
    ids = document["import_ids"]
    undone = f"Import {ids[0]}" if len(ids) == 1 else f"Imports {', '.join(map(str, ids))}"
    if document["dry_run"]:
        page.say(f"{undone} would be undone (dry run): {what} removed{back}.")
    else:
        page.say(f"{undone} {'is' if len(ids) == 1 else 'are'} undone; {what} were removed{back}.")
    for each in document["also_in"]:
        are = "it was" if each["count"] == 1 else "they were"
        page.say(
            f"{each['file']} holds {count(each['count'])} of these responses, too, and {are} left out as there already: "
            f"import it again{' afterwards' if document['dry_run'] else ''} to have them."
        )


def rejects(document: Document, page: Page) -> None:
    """Nothing; the rows set aside, or where those to mend were written."""
    if "import_ids" in document:
        _to_mend(document, page)
        return
    if "altered" in document:
        _altered(document, page)
        return
    if "flagged" in document:
        _flagged(document, page)
        return
    if not document["rows"]:
        page.say("No row was set aside.")
        return
    rows = [
        (
            count(each["row"]),
            each["column"] or "",
            each["value"] or "",
            each["code"],
            each["reason"],
            STATES[each["state"]],
            cut(each["file"], 30),
        )
        for each in document["rows"]
    ]
    page.table(("row", "column", "value", "problem", "what it is", "now", "file"), rows, words=5)


def _altered(document: Document, page: Page) -> None:
    found = document["altered"]
    many = "1 altered value" if found == 1 else f"{count(found)} altered values"
    if _is_listed(document, page, found, many, "Every value is stored as it stands in the file."):
        rows = [
            (count(each["row"]), each["column"] or "", each["value"] or "", each["became"] or "", each["code"])
            for each in document["rows"]
        ]
        page.table(("row", "column", "in the file", "stored as", "why"), rows, words=5)


def _flagged(document: Document, page: Page) -> None:
    found = document["flagged"]
    many = "1 flag" if found == 1 else f"{count(found)} flags"
    if _is_listed(document, page, found, many, "No response of the file stands out."):
        rows = [
            (count(each["row"]), each["code"], each["column"] or "", each["value"] or "", each["reason"])
            for each in document["rows"]
        ]
        page.table(("row", "flag", "column", "value", "why"), rows, words=5)
    scores = dict(document.get("score", {}))
    everyone = scores.pop("all", None)
    for code, each in scores.items():
        all_of_them = f"{percent(everyone['share'])} of {count(everyone['base'])}"
        page.say(
            f"Without {short(code)}: {percent(each['share'])} of {count(each['base'])}, in place of {all_of_them}."
        )


def _is_listed(document: Document, page: Page, found: int, many: str, none: str) -> bool:
    """Whether a table of what was found follows; that there is `none`, or how many were found and where they are, was said."""
    listed = document["listed"]
    said = many if listed == found else f"The first {count(listed)} of {many}"
    if not found:
        page.say(none)
    elif "file" in document:
        page.say(f"{said}, written to {document['file']}.")
    else:
        page.say(f"{said}:")
        return True
    return False


def _to_mend(document: Document, page: Page) -> None:
    if document["file"] is None:
        page.say("No row waits to be mended; nothing was written.")
    else:
        rows = "1 row" if document["rows"] == 1 else f"{count(document['rows'])} rows"
        page.say(f"{rows} to mend, written to {document['file']}.")
        page.say(f"Correct them and import the file: import FILE --dataset '{cut(document['dataset'], 60)}'.")
    for each in document["others"]:
        ids = each["import_ids"]
        page.point(
            f"Import {', '.join(map(str, ids))} ({cut(each['file'], 60)}) has another header; its rows: --import {ids[-1]}."
        )
