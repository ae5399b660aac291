"""A file brought in within this process: staged, proposed and converted, with what came out of it."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from csat_core.ingest.child.convert import convert
from csat_core.ingest.child.staging import stage
from csat_core.ingest.detection import ColumnProfile, profile_of
from csat_core.ingest.plan import ColumnMapping, Mapping, columns_of, to_json
from csat_core.ingest.proposal import mapping as mappings
from csat_core.ingest.proposal.date_orders import kinds_of_period


class Brought:
    """What became of one file."""

    def __init__(self, folder: Path, content: str | bytes, decide: dict[str, str] | None = None, **wishes: str) -> None:
        path = folder / "file"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        request = {"path": str(path), "folder": str(folder), "engine_mb": 300, **wishes}
        staged = json.loads(json.dumps(stage(request, lambda _share, _text: None)))
        self.detection: dict[str, Any] = staged["detection"]
        self.columns: tuple[ColumnProfile, ...] = tuple(map(profile_of, staged["columns"]))
        proposed = mappings.propose(self.columns, self.detection["decimal"])
        self.mapping: Mapping = mappings.decide(proposed, self.columns, roles=decide or {}, scales={})
        header = [column.name for column in self.columns]
        plain = {
            "folder": str(folder),
            "mapping": to_json(self.mapping),
            "header": header,
            "salt": "",
            "engine_mb": 300,
            "periods": [column.position for column in self.columns if kinds_of_period(column)],
        }
        self.answer = convert(plain, lambda _share, _text: None)
        with duckdb.connect() as connection:
            self.accepted = connection.execute(f"FROM '{folder}/accepted.parquet'").df()
            self.rejected = connection.execute(f"FROM '{folder}/rejected.parquet'").df()

    def column(self, name: str) -> ColumnMapping:
        """The column of this name."""
        return next(column for column in self.mapping.columns if column.name == name)

    def roles(self) -> dict[str, str]:
        """The role of each column that is kept."""
        return {column.name: column.role.value for column in self.mapping.used}

    def cells(self, name: str) -> pd.Series:
        """The values of a kept column."""
        ids = {column.position: id for id, column in columns_of(self.mapping)}
        return self.accepted[ids[self.column(name).position]]

    def codes(self) -> dict[str, int]:
        """How many rows were set aside under each code."""
        return self.rejected["code"].value_counts().to_dict()

    def share(self, name: str, satisfied: int) -> float:
        """The share of answers at position `satisfied` or above."""
        answers = self.cells(name)
        answers = answers[answers > 0]
        return float((answers >= satisfied).mean())
