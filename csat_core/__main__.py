"""`python -m csat_core`: the command line."""

import os
import sys

from csat_core.cli import main

code = main()
sys.stdout.flush()
sys.stderr.flush()
# Not sys.exit: DuckDB's bindings report objects they call leaked on stderr while the interpreter is taken down.
# Everything of ours is closed by now.
os._exit(code)
