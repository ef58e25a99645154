# Shortcuts for the lines in README.md and CONTRIBUTING.md.
PYTHON ?= .venv/bin/python

.venv/bin/python:
	python3 -m venv .venv
	$@ -m pip install --quiet '.[test]'

voorbeeld: .venv/bin/python ## audit the sample policy; writes rapport.html
	$(PYTHON) -m checker check corpora/voorbeeld/tuincentrum-de-wilgen/bron.docx --employees 85 --representation OR --format html --output rapport.html --fail-on nooit

check: .venv/bin/python ## linters, types, rule proofs and tests
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest

rules: .venv/bin/python ## prove the rules by their own examples
	$(PYTHON) -m checker rules test

help: ## what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/'

.PHONY: voorbeeld check rules help
