# What one can do with this checkout. `make` alone lists it.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
BUILD := build
RES30 := amendments/wtdc-17/res-30

.DEFAULT_GOAL := help
.PHONY: help demo test lint types check docs golden bench clean

help:  ## List what there is to do
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

$(BIN)/resedit: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@$(BIN)/python -m compileall -q resedit
	@touch $@

$(VENV)/.test: $(BIN)/resedit
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group test
	@touch $@

$(VENV)/.lint: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group lint
	@touch $@

demo: $(BIN)/resedit  ## Set up; validate, show and export Resolution 30 to build/
	$(BIN)/resedit validate amendments
	$(BIN)/resedit show res-30
	@mkdir -p $(BUILD)
	$(BIN)/resedit export res-30 --format docx --date 2017-10-09 -o $(BUILD)/resolution-30-tracked.docx
	$(BIN)/resedit export res-30 --format docx --view final -o $(BUILD)/resolution-30-clean.docx
	@echo
	@echo "Word, with tracked changes: $(BUILD)/resolution-30-tracked.docx"
	@echo "Word, the final text:       $(BUILD)/resolution-30-clean.docx"

test: $(VENV)/.test  ## Set up and run the tests
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.lint  ## Style, layers and documentation
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.lint  ## Strict types
	$(BIN)/mypy

check: lint types test  ## All that CI runs
	$(BIN)/resedit validate amendments

docs: $(BIN)/resedit  ## Make the generated documentation anew
	$(BIN)/python docs/generate.py

golden: $(VENV)/.test  ## Accept today's outputs as the expected ones
	$(BIN)/python -m pytest -n auto --update-golden

bench: $(VENV)/.test  ## Time whole processes side by side
	$(BIN)/python benchmarks/run.py

clean:  ## Remove what was built
	rm -rf $(BUILD) $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
