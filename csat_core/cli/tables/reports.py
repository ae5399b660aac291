"""A report that was written, for people to read."""

from csat_core.cli.calls import Document
from csat_core.cli.tables.page import Page


def write(document: Document, page: Page) -> None:
    """Nothing; the page says where the report is and what stands in it."""
    pages = document["pages"]
    page.say(
        f"Written to {document['file']}: {document['bytes']:,} bytes, "
        f"{'page' if len(pages) == 1 else 'pages'} {', '.join(pages)}."
    )
    page.say(
        f"'{document['question']}' of {document['dataset']}, scheme {document['scheme']}, data {document['data_hash'][:8]}, "
        f"made {document['made']}."
    )
