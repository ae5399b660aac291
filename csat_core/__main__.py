"""`python -m csat_core`: the command line."""

import os
import sys

if __name__ == "__main__":
    try:
        from csat_core.cli import main

        code = main()
    except KeyboardInterrupt:  # before there is anything to undo
        code = 130
    sys.stdout.flush()
    sys.stderr.flush()
    # Not sys.exit: while the interpreter is taken down, DuckDB's bindings report what is still referenced as leaked,
    # on the stderr that is to hold our sentence alone. Everything of ours is closed by now.
    os._exit(code)
