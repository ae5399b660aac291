"""The fingerprint of a dataset: equal where the data is equal, so that a number taken away can be checked later."""

import hashlib
import json

from csat_core.model.dataset import Dataset
from csat_core.store.connection import Store


def fingerprint(store: Store, dataset: Dataset) -> str:
    """SHA-256, in hexadecimal, over the hashes of the imports that stand and the version of the dataset.

    The version rises with every change to the answers, to what the columns mean and to the plan.
    """
    with store.cursor() as cursor:
        rows = cursor.execute(
            "SELECT hash FROM imports WHERE dataset_id = ? AND undone_at IS NULL ORDER BY import_id", [dataset.id]
        ).fetchall()
    identity = json.dumps({"imports": [hash for (hash,) in rows], "version": dataset.version}, sort_keys=True)
    return hashlib.sha256(identity.encode("utf-8")).hexdigest()
