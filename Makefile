# One entry for everything: `make help`.

SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

BIN := .venv/bin
export ONRECORD_DATA ?= $(CURDIR)/data
export ONRECORD_HOST ?= 127.0.0.1
export ONRECORD_PORT ?= 8321

.PHONY: help env dev run test system lint types contracts script extension bench soak fuzz evaluation lock clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

env: .venv/.run ## .venv with onrecord and onrecord-server in it

dev: .venv/.dev

.venv/.%: requirements/%.txt pyproject.toml
	@PYTHON="$(PYTHON)" tools/environment $<
	@touch $@

run: env ## start the service on the data folder, with the sample archive if that is empty
	@tools/serve

test: dev system lint types contracts script ## everything a change must pass
	$(BIN)/pytest -m "not slow" -n 2 --dist loadfile

system: dev
	@tools/system-packages

lint: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: dev
	$(BIN)/mypy
	$(BIN)/mypy tests

contracts: dev
	$(BIN)/lint-imports

script: extension/node_modules/.installed
	@tools/extension check

extension/node_modules/.installed: extension/package.json extension/package-lock.json
	@tools/extension install

extension: script ## check the browser extension and package it for the stores, into build/
	@tools/extension package

bench: dev ## the same lookups through OnRecord and its peers, and the speed figures
	$(BIN)/python -m tests.benchmark

evaluation: dev ## the whole results table of the quality gate; FLAGS=--raise writes better floors
	$(BIN)/python -m tests.evaluation $(FLAGS)
	$(BIN)/python -m tests.evaluation.languages $(FLAGS)

soak: dev ## the service under load for MINUTES (10): errors, latency and memory over time
	$(BIN)/python -m tests.benchmark.soak --minutes $(or $(MINUTES),10)

fuzz: dev ## property tests with many more examples
	HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest -m hypothesis --timeout 3600

lock: dev ## pin what pyproject.toml allows, with hashes
	@tools/lock

clean: ## everything made here, but not the data
	rm -rf extension/node_modules .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
