# Gouden Poort. `make` alone lists what can be done; `make run` and `make test` need nothing set up by hand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
WORKERS ?= 2
SPEAKING ?= nl

.DEFAULT_GOAL := help
.PHONY: help run test quick bench bench-planner catalogue messages readability stories pictures desk-pictures ten-years-pictures migration dist clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.run ## install, prepare the database and the built-in catalogue, serve on http://127.0.0.1:8000
	$(BIN)/gouden-poort db upgrade
	$(BIN)/gouden-poort catalogue load-builtin
	$(BIN)/gouden-poort serve --port $(PORT)

test: $(VENV)/.test ## lint, types and all tests
	$(BIN)/python -m tools.compile_planner & \
	tools/ensure_chromium.sh; \
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy; looked=$$?; wait; exit $$looked
	$(BIN)/pytest -m "not slow and not browser" -n $(WORKERS) -q
	$(BIN)/pytest -m "slow or browser" -n $(WORKERS) --dist loadscope --no-loadscope-reorder -q

quick: $(VENV)/.test ## lint, types and the quick tests of the pure floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q -m "not slow and not browser" tests/house tests/profiles tests/catalogue tests/rules tests/routing tests/services

bench: $(VENV)/.test ## how long a full suggestion, a what-if, judging by the rules, the routes page, the lists of a coach, the calendar, plans looked at again, outcomes and a dossier of ten years take
	$(BIN)/python bench/suggestions.py
	$(BIN)/python bench/phases.py
	$(BIN)/python bench/what_if.py
	$(BIN)/python bench/rules.py
	PYTHONPATH=. $(BIN)/python bench/pages.py
	PYTHONPATH=. $(BIN)/python bench/caseload.py
	PYTHONPATH=. $(BIN)/python bench/tick.py
	PYTHONPATH=. $(BIN)/python bench/look_again.py
	PYTHONPATH=. $(BIN)/python bench/outcomes.py
	PYTHONPATH=. $(BIN)/python bench/ten_years.py

bench-planner: $(VENV)/.bench ## how good and quick the planner is beside an exact solver: make bench-planner GENERATOR=make_catalogue.py
	@test -n "$(GENERATOR)" || { echo 'say which script makes catalogues: make bench-planner GENERATOR=make_catalogue.py'; exit 2; }
	PYTHONPATH=. $(BIN)/python bench/planner/planner_quality.py --generator $(GENERATOR) $(ASKING)

catalogue: $(VENV)/.test ## rebuild the built-in catalogue from tools/facts
	$(BIN)/python -m tools.build_catalogue

messages: $(VENV)/.test ## bring the translations in step with the texts, and say what is left to translate
	$(BIN)/python -m tools.messages

readability: $(VENV)/.test ## which Dutch texts must be mended, and which read hard
	$(BIN)/python -m tools.readability

stories: $(VENV)/.test ## how much of what people tell is recognised, and how much of that they told
	$(BIN)/pytest -q -s tests/catalogue/test_story_of_other_work.py

pictures: $(VENV)/.test ## walk the five stories and keep their pictures in docs/pictures/stories: make pictures SPEAKING=nl,ar,ti
	$(BIN)/pytest -q tests/acceptance/test_stories.py --pictures docs/pictures/stories --in $(SPEAKING)
	$(BIN)/python -m tools.pictures docs/pictures/stories

desk-pictures: $(VENV)/.test ## look at every screen of staff: all pictures in var/desk-pictures, those of docs/pictures/desk anew
	$(BIN)/pytest -q tests/acceptance/test_desk_pictures.py --pictures var/desk-pictures
	for kept in docs/pictures/desk/*.png; do cp "var/desk-pictures/$${kept##*/}" "$$kept" || exit 1; done
	$(BIN)/python -m tools.pictures docs/pictures/desk

ten-years-pictures: $(VENV)/.test ## the pages of ten years on a telephone and a desk, from left and from right, in docs/pictures/ten-years
	$(BIN)/pytest -q tests/acceptance/test_ten_years_pictures.py --pictures docs/pictures/ten-years
	$(BIN)/python -m tools.pictures docs/pictures/ten-years

migration: $(VENV)/.test ## draft a database migration: make migration NAME="add check-ins"
	@test -n "$(NAME)" || { echo 'say what changes: make migration NAME="add check-ins"'; exit 2; }
	$(BIN)/gouden-poort db draft-migration "$(NAME)"

dist: $(VENV)/.test ## build the wheel into dist/
	$(BIN)/python -m build --wheel

clean: ## remove what was built; the database in var/ stays
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Gouden Poort needs Python 3.11 or later; '$(PYTHON)' is older. Try: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: setup.cfg pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

# Without compiling all that comes in: the tests use a small part of it, and Python compiles that as it is read.
$(VENV)/.test: setup.cfg pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile -c constraints.txt -e ".[test]"
	@touch $@ $(VENV)/.run

$(VENV)/.bench: $(VENV)/.test
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile -c constraints.txt -e ".[bench]"
	@touch $@
