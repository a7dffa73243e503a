# Two commands: `make run` and `make test`. Each does its whole set-up on a fresh Debian 12 with
# Python 3.11 (as root or with sudo) and on any Linux that has the libraries already.
# Another interpreter: make test PYTHON=python3.13

PYTHON ?= python3
VENV ?= .venv
IN := $(VENV)/bin/

.PHONY: run test check format i18n bench faults lock clean

## Make the demo round and its overview workbook in out/; open the window on it where there is a
## display, and take pictures of all its screens where there is none.
run:
	@.ci/prepare $(PYTHON) $(VENV) requirements.lock
	@mkdir -p out && rm -rf out/demo.samen out/overzicht.xlsx out/screens
	@echo "· Making the demo round: out/demo.samen"
	@$(IN)python main.py demo out/demo.samen
	@echo "· Exporting the overview: out/overzicht.xlsx"
	@$(IN)python main.py export out/demo.samen out/overzicht.xlsx
	@echo
	@echo "The demo round is in   $(CURDIR)/out/demo.samen"
	@echo "The overview is in     $(CURDIR)/out/overzicht.xlsx"
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "· Opening the window"; \
		$(IN)python main.py out/demo.samen; \
	else \
		echo "· No display: taking pictures of the window"; \
		QT_QPA_PLATFORM=offscreen $(IN)python main.py screens out/demo.samen out/screens; \
	fi

## Everything that must be right: form, lint, types for both systems, tests.
test:
	@.ci/prepare $(PYTHON) $(VENV) requirements-dev.lock
	@echo "· Form and lint"
	@$(IN)ruff format --check --quiet .
	@$(IN)ruff check --quiet .
	@echo "· Types, for Linux and for Windows"
	@$(IN)mypy
	@$(IN)mypy --platform win32 --cache-dir .mypy_cache/win32
	@echo "· Tests"
	@QT_QPA_PLATFORM=offscreen $(IN)python -m pytest

check: test

## Mend what ruff can mend by itself.
format:
	@.ci/prepare $(PYTHON) $(VENV) requirements-dev.lock
	@$(IN)ruff check --fix --quiet .
	@$(IN)ruff format --quiet .

## Bring the catalogues of the window up to date: words from the sources into .ts, those into .qm.
## New words stand in samen_nl.ts as unfinished; samen_en.ts has plurals only.
i18n: I18N := resources/i18n/samen_
i18n: SPOKEN = $(shell find samen_desktop/gui samen_desktop/app -name '*.py' | LC_ALL=C sort)
i18n: export LC_ALL := C.UTF-8
i18n:
	@.ci/prepare $(PYTHON) $(VENV) requirements-dev.lock
	@$(IN)pyside6-lupdate $(SPOKEN) -silent -locations none -no-obsolete \
		-source-language en -target-language nl -ts $(I18N)nl.ts
	@$(IN)pyside6-lupdate $(SPOKEN) -silent -locations none -no-obsolete -pluralonly \
		-source-language en -target-language en -ts $(I18N)en.ts
	@$(IN)pyside6-lrelease -silent $(I18N)nl.ts -qm $(I18N)nl.qm
	@$(IN)pyside6-lrelease -silent $(I18N)en.ts -qm $(I18N)en.qm

## Print the figures: every program under tests/benchmarks, one after another.
bench:
	@.ci/prepare $(PYTHON) $(VENV) requirements-dev.lock
	@set -e; for script in $$(grep -ls '__main__' tests/benchmarks/*.py); do \
		echo "── $$script"; PYTHONPATH=. QT_QPA_PLATFORM=offscreen $(IN)python "$$script"; \
	done

## Try every fault at length, print the figures and write them into docs/faults.md.
faults:
	@.ci/prepare $(PYTHON) $(VENV) requirements-dev.lock
	@$(IN)python -m tests.faults.table

## Lock the dependencies of pyproject.toml anew, with hashes and without any index address. Needs uv.
lock:
	@for part in "requirements.lock" "requirements-dev.lock --extra dev"; do \
		set -- $$part; file=$$1; shift; \
		uv pip compile --quiet --no-config --upgrade --universal --python-version 3.11 \
			--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
			"$$@" pyproject.toml --output-file "$$file"; \
		sed -i "1i # Locked with hashes for Python 3.11 and newer, Linux and Windows, by 'make lock'." "$$file"; \
	done

clean:
	rm -rf out .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
