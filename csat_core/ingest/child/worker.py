"""The child process: takes limits upon itself, does the tasks of one file, answers in lines of JSON."""

import gc
import json
import os
import queue
import resource
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any

MEGABYTE = 1 << 20
SPEAKING = threading.Lock()


class _Without:
    """Finds no pandas: Arrow and DuckDB load it, half a second and 60 MB, only to recognise values that are none of its."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """None, so that others look for the module; raises ModuleNotFoundError for pandas."""
        if name == "pandas":
            raise ModuleNotFoundError("The child process works without pandas.", name=name)


def main() -> None:
    """Nothing; calls were read from stdin, the answer to each written to stdout, until one was refused or no more can come."""
    # what is read goes with its last name, or with the process: looking for circles among millions of values finds none
    gc.disable()
    # libraries may print: the answers keep a channel of their own
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(message: dict[str, Any]) -> None:
        with SPEAKING:
            answers.write(json.dumps(message) + "\n")
            answers.flush()

    sys.meta_path.insert(0, _Without())
    if sys.argv[1:]:  # started before there is anything to do, it gets ready for a task while another child works
        _work(sys.argv[1])
    calls: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(calls,), daemon=True).start()
    # the time to read a number grows with the square of its digits; the least that can be set
    sys.set_int_max_str_digits(640)
    error: BaseException | None = None
    while error is None:
        call = calls.get()
        try:
            _take_limits(call["limits"])
            request = {**call["request"], "engine_mb": call["limits"]["engine_mb"]}
            say({"result": _work(call["task"])(request, lambda share, text: say({"progress": share, "text": text}))})
        except BaseException as raised:
            error = raised
            say({"error": _plain(error)})
    # whatever threads of libraries still do is of no use to anyone
    os._exit(0)


def _take_limits(limits: dict[str, int]) -> None:
    for kind, most, spare in (
        (resource.RLIMIT_AS, limits["memory_mb"] * MEGABYTE, 0),
        # the kernel kills at the hard limit without a word; at the soft one it says that time was up
        (resource.RLIMIT_CPU, limits["cpu_seconds"], 5),
        (resource.RLIMIT_FSIZE, limits["file_mb"] * MEGABYTE, 0),
        (resource.RLIMIT_NOFILE, 256, 0),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        allowed = [most, most + spare] if hard == resource.RLIM_INFINITY else [min(most, hard), min(most + spare, hard)]
        resource.setrlimit(kind, (allowed[0], allowed[1]))


def _listen(calls: queue.SimpleQueue[dict[str, Any]]) -> None:
    """Ends the process once nobody holds the other end of stdin: a killed server leaves no work behind."""
    was_called = False
    for line in sys.stdin:
        calls.put(json.loads(line))
        was_called = True
    os._exit(was_called)


def _work(task: str) -> Callable[[dict[str, Any], Any], dict[str, Any]]:
    """What does a task; imported here, each task for itself, because what another needs would only take time."""
    if task == "stage":
        from csat_core.ingest.child.staging import stage

        return stage
    if task == "convert":
        from csat_core.ingest.child.convert import convert

        return convert
    if task == "gather":
        from csat_core.ingest.child.gather import gather

        return gather
    if task == "list_altered":
        from csat_core.ingest.child.altered_cells import list_altered

        return list_altered
    if task == "list_flagged":
        from csat_core.ingest.child.flagged_rows import list_flagged

        return list_flagged
    raise ValueError(f"There is no task {task!r}.")


def _plain(error: BaseException) -> dict[str, Any]:
    """An error as the refusal it amounts to: kind, values, and a note for the log where nobody foresaw it."""
    from csat_core.ingest.refusals import OUT_OF_MEMORY, ImportFileError, shown

    if isinstance(error, ImportFileError):
        return {"kind": type(error).__name__, "values": error.values}
    name, told = type(error).__name__, str(error)
    if isinstance(error, MemoryError) or name == "OutOfMemoryException" or any(sign in told for sign in OUT_OF_MEMORY):
        return {"kind": "TooMuchMemoryError", "values": {}}
    if name == "PanicException":
        return {"kind": "DamagedFileError", "values": {"found": "its parser gave up on it"}}
    if "No space left" in told or "max_temp_directory_size" in told:
        return {"kind": "DiskFullError", "values": {"found": "it ran out while the file was read"}}
    if "File too large" in told:
        most = resource.getrlimit(resource.RLIMIT_FSIZE)[0] // MEGABYTE
        return {"kind": "FileTooLargeError", "values": {"most": most}}
    note = "".join(traceback.format_exception(error))[-4_000:]
    return {"kind": "UnreadableFileError", "values": {"found": shown(name)}, "note": note}


if __name__ == "__main__":
    main()
