# What there is to do: `make`, or `make help`. Everything that is installed lands in .venv, from the two locks alone.
# Another Python than the first one found: `make site PYTHON=/path/to/python3`.
# Options for a command: `make check ARGS="--format json"`.

SHELL = /bin/sh
PYTHON ?=
ARGS ?=
PIP = .venv/bin/python -P -m pip install --quiet --disable-pip-version-check --no-input
PYTEST = .venv/bin/python -P -m pytest -n 2 --dist worksteal
LOCK = .venv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-strip-extras --no-emit-index-url --custom-compile-command "make lock"

# It asks nothing, and a file of settings that somebody has made stays as it is.
APT_INSTALL = env DEBIAN_FRONTEND=noninteractive apt-get -qq --yes -o Dpkg::Options::=--force-confold install

# Where compiled modules may not be kept, the fast tests take half as long again. Git leaves them out.
unexport PYTHONDONTWRITEBYTECODE

# Both are empty files that say what has been installed, and when.
ENV = .venv/.installed
DEV = .venv/.installed-dev

.PHONY: help site check serve quick test coverage pango chromium verapdf bench format lock clean
.DEFAULT_GOAL = help

help: ## list what there is to make
	@awk -F ':[^#]*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' Makefile

site: $(ENV) pango ## check the publication and build the site from it
	@.venv/bin/wawla build $(ARGS)

check: $(ENV) ## check the publication, and nothing more
	@.venv/bin/wawla check $(ARGS)

serve: $(ENV) ## show the site in a browser, and build it again at every change
	@.venv/bin/wawla serve $(ARGS)

quick: $(DEV) ## find most faults within a minute: style, types, floors, and the tests that are fast
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PYTEST) -m "not slow and not browser and not java" $(ARGS)

test: $(DEV) pango chromium verapdf ## run the whole suite: style, types, floors, tests
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PYTEST) $(ARGS)

# Counting lines slows down every process that a test starts, so it is no part of `make test`.
coverage: $(DEV) pango chromium verapdf ## run the whole suite, and print which lines nothing reached
	$(PYTEST) --cov=wawla --cov-report=term-missing:skip-covered $(ARGS)

# WeasyPrint sets PDFs with Pango and its parts, libraries of the system. Whether they are there is found out by setting
# a line of text. Where they cannot be had, `wawla build --no-pdfs` works.
PANGO = libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1
CAN_TYPESET = .venv/bin/python -P -m wawla.printing.preflight

pango: $(ENV) ## install Pango and its parts, with which PDFs are set, where that may be done
	@said=$$($(CAN_TYPESET) 2>&1) && exit 0; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then sudo=; \
	elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then sudo="sudo -n"; \
	else printf '%s\n' "$$said" "Or build the site without PDFs:  .venv/bin/wawla build --no-pdfs" >&2; exit 2; \
	fi; \
	echo "Installing Pango and its parts"; \
	{ $$sudo apt-get -qq update && $$sudo $(APT_INSTALL) $(PANGO); } \
		</dev/null >/dev/null; \
	$(CAN_TYPESET)

# Browser tests are skipped where there is no Chromium, and say so at the end; .ci/run has them fail. So this never does.
# `--version` is asked because Ubuntu has programs of these names that only say where to get the real one. Playwright, which
# drives it, brings a program of its own that needs libatomic, and a bare Debian has none.
chromium: $(DEV) ## install Chromium for the browser tests, and what drives it, where that may be done
	@missing=chromium; \
	for name in chromium chromium-browser google-chrome google-chrome-stable; do \
		"$$name" --version >/dev/null 2>&1 && missing= && break; \
	done; \
	.venv/bin/python -P -m playwright --version >/dev/null 2>&1 || missing="$${missing:+$$missing }libatomic1"; \
	if [ -z "$$missing" ]; then exit 0; \
	elif ! command -v apt-get >/dev/null; then \
		echo "Browser tests need $$missing, and will be skipped or fail. Install it as your system does."; exit 0; \
	elif [ "$$(id -u)" = 0 ]; then sudo=; \
	elif sudo -n true 2>/dev/null; then sudo="sudo -n"; \
	else \
		echo "Browser tests will be skipped or fail. To have them:  sudo apt-get install $$missing"; \
		exit 0; \
	fi; \
	echo "Installing $$missing"; \
	{ $$sudo apt-get -qq update && $$sudo $(APT_INSTALL) $$missing; } \
		</dev/null >/dev/null || echo "$$missing could not be installed, so browser tests will be skipped or fail."

# Like Chromium: tests that ask veraPDF are skipped where it is missing, and .ci/run has them fail, so this never does.
# The jars come by Maven, and are used only if they are the ones of which scripts/wawla/printing/verapdf.sha256 has the sums.
verapdf: $(ENV) ## fetch veraPDF and Java for the tests of PDF files, where that may be done
	@.venv/bin/python tests/printing/verapdf.py 2>/dev/null && exit 0; \
	missing=; \
	java -version >/dev/null 2>&1 || missing="default-jre-headless"; \
	mvn -version >/dev/null 2>&1 || missing="$${missing:+$$missing }maven"; \
	if [ -n "$$missing" ]; then \
		if ! command -v apt-get >/dev/null; then \
			echo "Java or Maven was not found, so tests that ask veraPDF will be skipped." \
				"Install both as your system does, then:  make verapdf"; exit 0; \
		elif [ "$$(id -u)" = 0 ]; then sudo=; \
		elif sudo -n true 2>/dev/null; then sudo="sudo -n"; \
		else \
			echo "Java or Maven was not found, so tests that ask veraPDF will be skipped." \
				"To have them:  sudo apt-get install $$missing && make verapdf"; \
			exit 0; \
		fi; \
		echo "Installing $$missing"; \
		{ $$sudo apt-get -qq update && $$sudo $(APT_INSTALL) $$missing; } \
			</dev/null >/dev/null || \
			{ echo "Java or Maven could not be installed, so tests that ask veraPDF will be skipped."; exit 0; }; \
	fi; \
	echo "Fetching veraPDF"; \
	rm -rf .cache/verapdf; \
	mvn --file tests/verapdf/pom.xml --quiet --batch-mode dependency:copy-dependencies \
		-DoutputDirectory="$(CURDIR)/.cache/verapdf" </dev/null >/dev/null 2>&1 || { \
			echo "Maven could not fetch veraPDF, so tests that ask veraPDF will be skipped." \
				"To see why:  mvn --file tests/verapdf/pom.xml dependency:resolve"; \
			exit 0; \
		}; \
	.venv/bin/python tests/printing/verapdf.py || echo "So tests that ask veraPDF will be skipped."

bench: $(DEV) pango chromium ## measure building, searching and reading; a part alone with ARGS="pages", to keep it with --write
	@.venv/bin/python tests/bench/run.py $(ARGS)

format: $(DEV) ## set the lines of the code, and put right what ruff can put right
	.venv/bin/ruff check --fix $(ARGS)
	.venv/bin/ruff format $(ARGS)

lock: $(DEV) ## write the locks again from pyproject.toml; newer versions with ARGS=--upgrade
	@$(LOCK) --group build $(ARGS) --output-file requirements.lock
	@$(LOCK) --group dev --constraints requirements.lock $(ARGS) --output-file requirements-dev.lock

clean: ## remove what was built; .venv stays
	rm -rf site .cache build .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

$(ENV): requirements.lock pyproject.toml | .venv/bin/python
	@echo "Installing what requirements.lock names"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock $(ENV)
	@echo "Installing what requirements-dev.lock names"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

# A name on the PATH may be a shim with nothing behind it, so each Python is asked. Debian keeps ensurepip in a
# package of its own, without which `venv` would leave half an environment behind.
.venv/bin/python:
	@if [ -n "$(PYTHON)" ]; then set -- "$(PYTHON)"; else set -- python3.13 python3.12 python3.11 python3; fi; \
	for python do \
		"$$python" -P -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; python=; \
	done; \
	if [ -z "$$python" ]; then \
		echo "wawla needs Python 3.11 or newer, and found none under the name of: $$*." \
			"Install one, or say where it is: make site PYTHON=/path/to/python3" >&2; exit 2; \
	fi; \
	if ! "$$python" -P -c 'import ensurepip' 2>/dev/null; then \
		package=$$("$$python" -P -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
		if ! command -v apt-get >/dev/null; then \
			echo "$$python comes without venv. Install $$package or its like, then run make again." >&2; exit 2; \
		elif [ "$$(id -u)" = 0 ]; then sudo=; \
		elif sudo -n true 2>/dev/null; then sudo="sudo -n"; \
		else echo "Type this line, then run make again:  sudo apt-get install $$package" >&2; exit 2; \
		fi; \
		echo "Installing $$package"; \
		{ $$sudo apt-get -qq update && $$sudo $(APT_INSTALL) $$package; } \
			</dev/null >/dev/null || exit 2; \
	fi; \
	"$$python" -P -m venv --clear .venv || { rm -rf .venv; exit 2; }
