# Each target is also one line in README or CONTRIBUTING.
PYTHON ?= .venv/bin/python

.venv/bin/python:
	python3 -m venv .venv

voorbeeld: $(filter .venv/bin/python,$(PYTHON)) ## install and audit the sample policy; writes rapport.html
	$(PYTHON) -m pip install --quiet --disable-pip-version-check .
	$(PYTHON) -m checker check corpora/voorbeeld/tuincentrum-de-wilgen/bron.docx --employees 85 --representation OR --format html --output rapport.html --fail-on nooit

test: $(filter .venv/bin/python,$(PYTHON)) ## install with the test tools; linters, types, rule proofs and tests
	$(PYTHON) -m pip install --quiet --disable-pip-version-check '.[test]'
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest

rules: ## prove the rules by their own examples
	$(PYTHON) -m checker rules test

help: ## what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/'

.PHONY: voorbeeld test rules help
