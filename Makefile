# `make demo` and `make test` do all the set-up they need: python3 (3.11+), git and make are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO_HOME ?= demo

.PHONY: demo test lint setup score score-check render compose-smoke clean

setup: $(VENV)/ready

# The lock names every package, so nothing is resolved; --no-deps keeps pip from asking for extras without a hash.
$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m flows.gazetteer
	touch $@

demo: setup
	$(BIN)/dragoman run examples/inbox --home $(DEMO_HOME)
	$(BIN)/dragoman sql "from timeline limit 12" --home $(DEMO_HOME)

test: setup
	$(BIN)/python -m pytest -n auto

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m schemas.render --check
	$(BIN)/python -m flows.render_cli --check

render: setup
	$(BIN)/python -m schemas.render
	$(BIN)/python -m flows.render_cli

score: setup
	$(BIN)/python -m benchmarks.quality

score-check: setup
	$(BIN)/python -m benchmarks.quality --check

# Needs a Docker engine with `docker compose`; nothing of the set-up above.
compose-smoke:
	$(PYTHON) tests/compose/smoke.py

clean:
	rm -rf $(VENV) $(DEMO_HOME)
