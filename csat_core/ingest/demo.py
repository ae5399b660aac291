"""The demo datasets that ship with the product, brought in through the ordinary import."""

from pathlib import Path

from csat_core.ingest.lists.event_file import read_events
from csat_core.ingest.load import import_file
from csat_core.model.scenario import BARKTALK_INDUSTRY
from csat_core.store import Store, imports
from csat_core.store.catalogue import Details, has_name
from csat_core.store.events import add_events

FOLDER = Path(__file__).resolve().parents[2] / "data"

DEMOS = (
    ("demo.csv.gz", Details(name="Demo", kind="touchpoint", industry="Internet retail", owner="Customer experience")),
    ("barktalk.csv", Details(name="BarkTalk", industry=BARKTALK_INDUSTRY, customers=10_000)),
)
EVENTS = {"demo.csv.gz": "demo_events.csv", "barktalk.csv": "barktalk_events.csv"}
"""What happened to the customers of each."""


def load_if_new(store: Store) -> None:
    """Nothing; a store that never had an import holds the demo datasets. An undone demo stays away."""
    if imports.is_new(store):
        load(store)


def load(store: Store) -> None:
    """Nothing; the demo datasets that are not in the store by name are imported, each with its events."""
    for file, details in DEMOS:
        if not has_name(store, details.name):
            imported = import_file(store, FOLDER / file, details=details)
            assert imported.dataset_id is not None
            add_events(store, imported.dataset_id, read_events((FOLDER / EVENTS[file]).read_bytes()).events)
