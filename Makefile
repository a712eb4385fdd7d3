# make demo    sets everything up, runs the example desk, shows its table and its pages on this machine
# make test    sets up what the tests need and runs them
# make lint, types, eval, bench, lock, clean
# Needs Python 3.11+ with venv. Everything goes into .venv; versions and hashes are those of the *.lock files.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
IN := --python $(BIN)/python
DEMO := .demo
EXAMPLE := examples/minsk
SERVE := $(shell if [ -t 0 ] && [ -t 1 ]; then echo serve; else echo check; fi)

.PHONY: demo test lint types contracts eval bench lock clean
.DELETE_ON_ERROR:

demo: $(VENV)/.ready-to-run
	@mkdir -p $(DEMO) && rm -rf $(DEMO)/articles && cp -R $(EXAMPLE)/. $(DEMO)/
	@$(BIN)/detente run $(DEMO)
	@$(BIN)/detente serve $(DEMO) $(if $(filter check,$(SERVE)),--check)

test: $(VENV)/.ready-to-develop
	$(BIN)/python -m pytest $(PYTEST)

lint: $(VENV)/.ready-to-develop
	$(BIN)/ruff check .

types: $(VENV)/.ready-to-develop
	$(BIN)/mypy

contracts: $(VENV)/.ready-to-develop
	$(BIN)/lint-imports

eval: $(VENV)/.ready-to-develop
	$(BIN)/python -m evals

bench: $(VENV)/.ready-to-develop
	$(BIN)/python -m benchmarks

# uv installs the rest some ten times quicker than pip; hatchling builds detente without fetching anything of its own.
$(VENV)/.ready-to-build: requirements-build.lock
	@$(PYTHON) -c 'import sys; sys.exit("Detente needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12") if sys.version_info < (3, 11) else 0'
	@echo "Setting up $(VENV): this takes a minute or two, once."
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-build.lock
	@touch $@

$(VENV)/.ready-to-run: $(VENV)/.ready-to-build requirements.lock pyproject.toml
	@$(UV) pip sync --quiet $(IN) --require-hashes --compile-bytecode requirements-build.lock requirements.lock
	@$(UV) pip install --quiet $(IN) --no-deps --no-build-isolation --editable .
	@rm -f $(VENV)/.ready-to-develop && touch $@

$(VENV)/.ready-to-develop: $(VENV)/.ready-to-build requirements-dev.lock pyproject.toml
	@$(UV) pip sync --quiet $(IN) --require-hashes --compile-bytecode requirements-build.lock requirements-dev.lock
	@$(UV) pip install --quiet $(IN) --no-deps --no-build-isolation --editable .
	@touch $(VENV)/.ready-to-run $@

# The newest versions the ranges of pyproject.toml allow, for every platform, without any registry's address.
COMPILE := pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-emit-index-url --python-version 3.11
lock: $(VENV)/.ready-to-build
	$(UV) $(COMPILE) pyproject.toml -o requirements.lock
	$(UV) $(COMPILE) --all-extras -c requirements.lock pyproject.toml -o requirements-dev.lock
	$(UV) $(COMPILE) -c requirements-dev.lock requirements-build.in -o requirements-build.lock

clean:
	rm -rf $(DEMO) $(VENV)/.ready-to-* .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
