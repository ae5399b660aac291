"""Reads one file after the other as the child of the reader does, and says in one line of JSON what became of each."""

import json
import sys
import tempfile
import time
from pathlib import Path

from csat_core.ingest.child import worker
from csat_core.ingest.child.staging import stage


def main() -> None:
    """Nothing; a line of stdout for every file named on stdin: its name, its rows or its refusal, the seconds it took."""
    worker._take_limits({"memory_mb": 3072, "cpu_seconds": 600, "file_mb": 2_000})
    for line in sys.stdin:
        path, began = Path(line.strip()), time.process_time()
        with tempfile.TemporaryDirectory() as folder:
            request = {"path": str(path), "folder": folder, "engine_mb": 300}
            try:
                said = {"rows": stage(request, lambda _share, _text: None)["rows"]}
            except BaseException as error:
                said = {"error": worker._plain(error)}
        print(json.dumps({"file": path.name, **said, "seconds": time.process_time() - began}), flush=True)


if __name__ == "__main__":
    main()
