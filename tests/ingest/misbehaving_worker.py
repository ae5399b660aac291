"""A child process that does what none should, for the tests of the sandbox."""

import json
import os
import subprocess
import sys
import time
from typing import Any

from csat_core.ingest.child import worker


def _say(message: dict[str, Any]) -> None:
    print(json.dumps(message), flush=True)


def main() -> None:
    call = json.loads(sys.stdin.readline())
    worker._take_limits(call["limits"])
    request = call["request"]
    match call["task"]:
        case "environment":
            _say({"result": {"names": sorted(os.environ), "session": os.getsid(0) == os.getpid()}})
        case "sleep":
            other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
            _say({"progress": 0.5, "text": f"{os.getpid()} {other.pid}"})
            time.sleep(60)
        case "compute":
            while True:
                pass
        case "allocate":
            _say({"result": {"size": len(bytearray(request["mb"] << 20))}})
        case "write":
            with open(request["path"], "wb") as file:
                file.write(bytes(request["mb"] << 20))
        case "die":
            os.kill(os.getpid(), request["signal"])
        case "complain":
            sys.stderr.write("x" * (10 << 20) + "the last words")
            sys.exit(3)
        case "babble":
            sys.stdout.write("{not JSON\n")
            sys.stdout.flush()
            time.sleep(60)
        case "wait for the parent":
            _say({"progress": None, "text": "waiting"})
            while os.read(0, 1):
                pass
            with open(request["path"], "w") as file:
                file.write("the parent let go")


if __name__ == "__main__":
    main()
