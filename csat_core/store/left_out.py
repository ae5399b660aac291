"""Responses that several files have: the first import keeps them, and the later ones leave them out as there already."""

import json
from dataclasses import dataclass

import duckdb

from csat_core.model.dataset import Role
from csat_core.store import catalogue
from csat_core.store.catalogue import table_of
from csat_core.store.connection import Store
from csat_core.store.replacements import brought_back

THERE_ALREADY = "already_there"
"""The code under which an import lists them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoIn:
    """A later import that left responses out because another one had brought them."""

    import_id: int
    file: str
    count: int
    """How many; without response ids those of all imports before it."""


def also_in(store: Store, dataset_id: int, import_id: int) -> tuple[AlsoIn, ...]:
    """The imports that stand and have responses of `import_id` in their files, too; by undoing it these would be gone as well."""
    dataset = catalogue.dataset(store, dataset_id)
    key = next((column.id for column in dataset.with_role(Role.RESPONSE_ID)), None)
    with store.cursor() as cursor:
        kept = f"response_no NOT IN ({brought_back(cursor, dataset_id, import_id)})"
        own = f"(SELECT {key} FROM {table_of(dataset_id)} WHERE import_id = $import_id AND {kept})"
        is_its = f'"value" IN {own}' if key else "import_id > $import_id"
        rows = cursor.execute(
            "SELECT import_id, any_value(file), count(*) FROM rejected_rows JOIN imports USING (import_id) WHERE dataset_id = $dataset_id "
            f"AND undone_at IS NULL AND import_id <> $import_id AND code = $code AND {is_its} GROUP BY import_id ORDER BY import_id",
            {"dataset_id": dataset_id, "import_id": import_id, "code": THERE_ALREADY},
        ).fetchall()
    return tuple(AlsoIn(import_id=id, file=file, count=count) for id, file, count in rows)


def lacks_responses(cursor: duckdb.DuckDBPyConnection, import_id: int) -> bool:
    """Whether an import left responses out as there already, and one that may have brought them was undone since."""
    (problems,) = cursor.execute("SELECT problems FROM imports WHERE import_id = ?", [import_id]).fetchall()[0]
    if not any(problem["code"] == THERE_ALREADY for problem in json.loads(problems)):
        return False
    undone = cursor.execute(
        "SELECT 1 FROM imports AS other JOIN imports AS own USING (dataset_id) WHERE own.import_id = ? "
        "AND other.import_id < own.import_id AND other.undone_at > own.imported_at LIMIT 1",
        [import_id],
    ).fetchall()
    return bool(undone)
