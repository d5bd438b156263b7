# Everything a person or a machine does with zeren starts here: `make help`.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
PORT ?= 8501
BENCHES := reading deadlines extraction queries
FRONTEND := apps/zeren/explorer/frontend

## help: list the commands
.PHONY: help
help:
	@grep -hE '^## [a-z-]+:' $(MAKEFILE_LIST) | sed -E 's/^## ([a-z-]+): /  make \1\t/' | expand -t 18

## demo: read the examples, print their gaps in responsibility, open the explorer
.PHONY: demo
demo: $(VENV)/.installed
	$(BIN)/zeren demo --port $(PORT)

## test: install whatever the tests need (as root: Debian packages too) and run them all
.PHONY: test
test: check
	$(BIN)/python tests/servers/install.py
	$(BIN)/python -m pytest -m "slow or server or browser" --durations=15

## check: style, types, layers and the fast tests, in a minute or two
.PHONY: check
check: machine $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -m "not slow and not server and not browser" -n 2

## format: put the code into the house style
.PHONY: format
format: $(VENV)/.installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

## examples: write the shipped examples anew from their script
.PHONY: examples
examples: $(VENV)/.installed-dev
	$(BIN)/python examples/write.py

## bench: measure, as ratios against a peer in the same run
.PHONY: bench
bench: machine $(VENV)/.installed-dev
	@$(BIN)/python tests/servers/install.py
	@for name in $(BENCHES); do echo "== $$name"; $(BIN)/python benchmarks/$$name.py; done

## machine: the Debian packages and server jars that the tests need
.PHONY: machine
machine:
	@bash tests/machine.sh

## clean: remove the environment and all that was built
.PHONY: clean
clean:
	rm -rf $(VENV) .cache build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .zeren apps/zeren/explorer/static $(FRONTEND)/node_modules

$(VENV)/bin/python:
	@if ! $(PYTHON) -c 'import ensurepip' 2>/dev/null; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "python3-venv is missing: installing it"; apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv; \
	  else echo "Python lacks its venv module. Please run once: sudo apt-get install python3-venv" >&2; exit 1; fi; fi
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml $(wildcard $(FRONTEND)/package-lock.json $(FRONTEND)/src/*) | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -e ".[all]"
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install -q --disable-pip-version-check -e ".[dev]"
	@touch $@
