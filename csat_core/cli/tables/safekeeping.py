"""Backups, restores and erasures as people read them on a terminal."""

from csat_core.cli.calls import Document
from csat_core.cli.tables.page import Page, count


def backed_up(document: Document, page: Page) -> None:
    """Nothing; where the backup is and what it holds."""
    page.say(
        f"Backed up to {document['file']}: {_holds(document)}, {count(document['bytes'])} bytes, "
        f"schema {document['schema_version']}, as of {document['created']}.",
        "It was opened and compared with the store: they hold the same.",
    )


def restored(document: Document, page: Page) -> None:
    """Nothing; what is in place now, and where the old store is."""
    page.say(f"Restored to {document['restored']}: {_holds(document)}.")
    if document["kept"]:
        page.say(f"The store that was there is kept as {document['kept']}.")
    if document["erasures_lost"]:
        times = "once" if document["erasures_lost"] == 1 else f"{count(document['erasures_lost'])} times"
        page.say(f"Customers were erased {times} after this backup was made and are back: erase them again.")
    if document["links_revoked"]:
        page.say(
            f"{_links(document['links_revoked'], 'was', 'were')} revoked after this backup was made, or went with "
            "a dataset, and will not open again."
        )
    if document["links_lost"]:
        page.say(
            f"{_links(document['links_lost'], 'was', 'were')} made after this backup and will not open; make anew what is needed."
        )
    if document["links_unchecked"]:
        page.say(
            f"{_links(document['links_unchecked'], 'is', 'are')} open as when this backup was made, and nothing here tells "
            "what was revoked since: look at the page Share, and revoke what should not open."
        )


def erased(document: Document, page: Page) -> None:
    """Nothing; how many rows went, and what holds them still."""
    would = "would be removed (dry run)" if document["dry_run"] else "were removed"
    if not document["removed"] and not document["removed_set_aside"]:
        page.say(
            f"'{document['dataset']}' holds nothing of this customer; ids are compared letter for letter. "
            "Nothing was changed."
        )
    else:
        page.say(
            f"Of '{document['dataset']}' {would}: responses {count(document['removed'])}, rows set aside "
            f"{count(document['removed_set_aside'])}; responses left {count(document['responses_left'])}."
        )
        if not document["overwritten"] and not document["dry_run"]:
            page.say(
                "Their room in the file is not written over yet, because it was read all the time: run it again later."
            )
    if document["backups"]:
        page.say("Copies made before may hold this customer still; delete those that are not needed:")
        for file in document["backups"]:
            page.point(file)


def _links(many: int, one: str, several: str) -> str:
    return f"1 link {one}" if many == 1 else f"{count(many)} links {several}"


def _holds(document: Document) -> str:
    datasets = f"{count(document['datasets'])} dataset{'' if document['datasets'] == 1 else 's'}"
    return f"{datasets}, {count(document['answers'])} answers"
