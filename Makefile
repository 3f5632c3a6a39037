# Every target sets up what it needs by itself; scripts/setup says how.

PYTHON ?= python3
JOBS ?= 2
ARGS ?=
DESK := .venv/bin/python -m gmp_desktop
SAMPLE := $(CURDIR)/sample-report.pdf

.PHONY: run test lint bench lock clean

run: .venv/.ready
	@.venv/bin/python -m compileall -q gmp_desktop
	@if [ "$$(uname)" = Darwin ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		scripts/setup screen && $(DESK) sample && exec $(DESK); \
	else \
		$(DESK) sample && $(DESK) export --document report --to "$(SAMPLE)" && \
		echo "No display here, so no window: the sample meeting's draft report is in $(SAMPLE)"; \
	fi

test: .venv/.ready
	@scripts/setup tests
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -n $(JOBS) --dist loadgroup $(ARGS)

lint: .venv/.ready
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy

bench: .venv/.ready
	@scripts/setup screen
	.venv/bin/python -m benchmarks $(ARGS)

lock: .venv/.ready
	.venv/bin/python build_installer.py lock

clean:
	rm -rf build dist htmlcov .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache sample-report.pdf

.venv/.ready: pyproject.toml constraints.txt
	@PYTHON="$(PYTHON)" scripts/setup python
	@touch $@
