# Every task of the project, each one command on a bare machine with Python 3.11+ and make.
# The first run installs what the task needs into .venv; later runs start at once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check

.PHONY: help demo test check bench floors schema clean
.DELETE_ON_ERROR:

help:
	@echo "make demo    the claims of corpus/ as a table, and in out/ as JSON Lines and CSV"
	@echo "make test    the tests"
	@echo "make check   style, types, import contract and the tests"
	@echo "make bench   the scorers of ../shared on their development data"
	@echo "make floors  raises the quality floors to what corpus/ measures now"
	@echo "make schema  writes the JSON Schema of a claim anew"
	@echo "make clean   removes .venv, out and the tools' caches"

demo: $(VENV)/library
	@$(BIN)/claimx batch corpus -o out/claims.jsonl
	@$(BIN)/claimx export out/claims.jsonl --format csv > out/claims.csv
	@$(BIN)/claimx export out/claims.jsonl --format table
	@echo "The same claims: out/claims.jsonl (JSON Lines) and out/claims.csv"

test: $(VENV)/tools
	@$(BIN)/python -m pytest

check: $(VENV)/tools
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest

bench: $(VENV)/library
	@$(BIN)/python scripts/bench.py

floors: $(VENV)/library
	@$(BIN)/python scripts/floors.py

schema: $(VENV)/library
	@$(BIN)/claimx schema > src/claimx/model/claim.schema.json

clean:
	rm -rf $(VENV) out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# claimx itself, with the dependencies it was tested with.
$(VENV)/library: pyproject.toml constraints.txt
	@command -v $(PYTHON) > /dev/null || \
		{ echo "claimx needs Python 3.11 or newer, and there is no $(PYTHON) here"; exit 1; }
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
		{ echo "claimx needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c "import ensurepip, venv" 2> /dev/null || \
		{ echo "$(PYTHON) cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Installing claimx and its model into $(VENV); this takes about a minute"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade "pip>=25.1"
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

# What tests and checks need besides.
$(VENV)/tools: $(VENV)/library
	@echo "Installing the test tools"
	@$(PIP) install --constraint constraints.txt --group dev
	@touch $@
