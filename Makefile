# Needs Python 3.11 or later with venv. Everything else goes into .venv; `make test` also finds or installs a Chromium.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
# Python compiles what it comes to use: compiling all that is installed takes half the time of installing it.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile
# Where it may not keep what it compiled, every process of the tests compiles all libraries again: seconds each.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: install run test check types format bench clean browser
.DEFAULT_GOAL := install

install: .venv/.installed

run: install
	CSAT_DEMO=1 $(BIN)/streamlit run app.py

test: .venv/.installed-dev browser
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: .venv/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(MAKE) --jobs=2 --output-sync=line types test

# beside the tests, which begin with installing a browser and end one after the other
types: .venv/.installed-dev
	$(BIN)/mypy

format: .venv/.installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/.installed-dev
	$(BIN)/python -m benchmarks

browser: .venv/.installed-dev
	$(BIN)/python tests/browser/find_browser.py

# The environment and all caches; data stays.
clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache shots
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "No python3 was found: install Python 3.11 or later." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) is $$($(PYTHON) --version): Python 3.11 or later is needed; name one with make PYTHON=/path/to/python3.11." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "$(PYTHON) comes without venv: install it (on Debian or Ubuntu: apt-get install python3-venv), then run make again." >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv

# A stamp is newer than the requirements it stands for: nothing is installed twice.
.venv/.installed: requirements.txt | $(BIN)/python
	$(PIP) -r requirements.txt
	@touch $@

# requirements-dev.txt holds requirements.txt: resolved and installed in one go.
.venv/.installed-dev: requirements-dev.txt requirements.txt | $(BIN)/python
	$(PIP) -r requirements-dev.txt
	@touch .venv/.installed $@
