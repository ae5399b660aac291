"""The child process: takes limits upon itself, does one task on one file, answers in lines of JSON."""

import json
import os
import resource
import sys
from typing import Any


def _take_limits(limits: dict[str, int]) -> None:
    megabyte = 1 << 20
    resource.setrlimit(resource.RLIMIT_AS, (limits["memory_mb"] * megabyte,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (limits["cpu_seconds"],) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits["file_mb"] * megabyte,) * 2)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(message: dict[str, Any]) -> None:
    ANSWERS.write(json.dumps(message) + "\n")
    ANSWERS.flush()


def _report(fraction: float | None, text: str) -> None:
    _say({"progress": fraction, "text": text})


def _answer(task: str, request: dict[str, Any]) -> dict[str, Any]:
    # imported here, so that the limits hold for what the libraries do as well
    if task == "stage":
        from csat_core.ingest.staging import stage

        return stage(request, _report)
    from csat_core.ingest.convert import convert

    return convert(request, _report)


def main() -> None:
    call = json.load(sys.stdin)
    _take_limits(call["limits"])
    from csat_core.ingest.refusals import ImportFileError

    try:
        _say({"result": _answer(call["task"], {**call["request"], "engine_mb": call["limits"]["engine_mb"]})})
    except ImportFileError as refusal:
        _say({"error": {"kind": type(refusal).__name__, "values": refusal.values}})
    except MemoryError:
        _say({"error": {"kind": "TooMuchMemoryError", "values": {}}})


if __name__ == "__main__":
    # libraries may print: the answers keep a channel of their own
    ANSWERS = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    main()
