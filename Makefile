# `make demo` and `make test` do all the set-up they need: python3 (3.11+), git and make are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO_HOME ?= demo

.PHONY: demo test test-slow lint setup score score-check readme speed render compose-smoke faults clean

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
	$(BIN)/dragoman sql "from timeline where date >= '2026-09' limit 14" --home $(DEMO_HOME)

test: setup
	$(BIN)/python -m pytest -n auto --dist loadfile

# Real servers, a real browser, planted defects: some minutes.
test-slow: setup
	$(BIN)/python -m pytest -m slow

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
	$(BIN)/python -m benchmarks.quality $(ARGS)

# What the README shows of runs, queries and scores, printed anew.
readme: setup
	$(BIN)/python -m benchmarks.render_readme
	$(BIN)/python -m benchmarks.quality --write README.md

# What the two gates add to the wall time of a run on 5,000 articles.
gate-cost: setup
	$(BIN)/python -m benchmarks.speed.gate $(if $(wildcard ../shared/eval/load),--data ../shared/eval/load)

speed: setup
	$(BIN)/python -m benchmarks.speed $(if $(wildcard ../shared/eval/load),--data ../shared/eval/load)

score-check: setup
	$(BIN)/python -m benchmarks.quality --check

# Needs a Docker engine with `docker compose`; nothing of the set-up above.
compose-smoke:
	$(PYTHON) tests/compose/smoke.py

# Ten minutes on two idle cores: kills and faults, each compared with an undisturbed run.
faults: setup
	$(BIN)/python -m benchmarks.faults

clean:
	rm -rf $(VENV) $(DEMO_HOME)
