# One command each. Everything Python needs is installed into .venv, from locked versions, when a command needs it.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
unexport PYTHONDONTWRITEBYTECODE # or each server and command that a test starts compiles everything anew

VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(BIN)/python
INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check --no-input --no-deps --require-hashes -r
COMPILE := $(PYTHON) -m uv pip compile --universal --python-version 3.11 \
           --generate-hashes --no-emit-index-url --no-header --quiet $(if $(UPGRADE),--upgrade)

.PHONY: help
help: ## what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: $(VENV)/runtime ## the register on http://127.0.0.1:8000 (HOST, PORT, WORKERS), with a sample register if it is empty
	@$(PYTHON) -m flask --app app prepare
	@exec $(PYTHON) -m granian --interface wsgi --factory app:create_app --no-ws \
	  --host "$${HOST:-127.0.0.1}" --port "$${PORT:-8000}" --workers "$${WORKERS:-2}" \
	  --blocking-threads 4 --respawn-failed-workers --workers-kill-timeout 5 --no-access-log --log-level error

.PHONY: template
template: $(VENV)/runtime ## an empty workbook to fill in and load
	@$(PYTHON) -m flask --app app template

.PHONY: test
test: $(VENV)/dev browser postgresql nginx apache libreoffice ## the whole suite, with a real browser, on both databases (COVER=1 measures coverage)
	@$(PYTHON) -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder $(if $(COVER),--cov)

.PHONY: check
check: $(VENV)/dev postgresql ## lint, types, import contract, templates, translations, house rules, migrations
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo "Not formatted: run $(BIN)/ruff format ."; exit 1; }
	@$(PYTHON) -m mypy
	@mkdir -p build
	@$(BIN)/lint-imports --no-logo > build/imports.txt || { cat build/imports.txt; exit 1; }
	@grep '^Contracts:' build/imports.txt
	@$(BIN)/djlint --lint --quiet templates
	@$(BIN)/pybabel --quiet extract -F pyproject.toml -o build/messages.pot .
	@echo "Marked for translation: $$(grep -c '^msgid' build/messages.pot)"
	@$(PYTHON) -m pytest -q -p no:cacheprovider tests/house

.PHONY: bench
bench: $(VENV)/bench postgresql ## search measured beside other engines (ONLY="misses", "relevance", "latency" or sizes)
	@$(PYTHON) -m tests.bench $(ONLY)

.PHONY: assurance
assurance: $(VENV)/assurance nginx apache ## long drills, by hand: random queries (QUERIES=100 asks fewer), the API, copies (ONLY="api copies")
	@$(PYTHON) -m tests.assurance $(QUERIES) $(ONLY)

.PHONY: audit
audit: $(VENV)/dev browser build/audit/installed ## what others' tools say of the pages: W3C checker, Lighthouse, a weak network (docs/audit.md)
	@$(PYTHON) -m tests.audit build/audit

.PHONY: screens
screens: $(VENV)/dev browser ## pictures of every kind of page in docs/screens, of the desk in docs/huong-dan
	@$(PYTHON) -m tests.screens
	@SCREENS=1 $(PYTHON) -m pytest -q -m journey tests/journeys/test_new_lawyer.py

.PHONY: lock
lock: $(VENV)/dev ## write the lock files anew from pyproject.toml (UPGRADE=1 takes newer versions)
	@$(COMPILE) pyproject.toml -o requirements.lock
	@$(COMPILE) pyproject.toml --group dev --constraint requirements.lock -o .ci/dev.lock
	@$(COMPILE) --group bench --constraint .ci/dev.lock --no-emit-package pip -o .ci/bench.lock
	@$(COMPILE) --group assurance --constraint .ci/dev.lock -o .ci/assurance.lock

.PHONY: clean
clean: ## forget .venv, caches and pictures; the instance folder with its data stays
	@rm -rf $(VENV) build .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find app tests migrations -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# What the commands stand on. The stamps make a second run quick.

$(VENV)/runtime: requirements.lock | $(BIN)/pip
	@echo "Installing what the register needs ..."
	@$(INSTALL) requirements.lock
	@touch $@

$(VENV)/dev: .ci/dev.lock requirements.lock | $(BIN)/pip
	@echo "Installing what the tests and checks need ..."
	@$(INSTALL) .ci/dev.lock
	@touch $(VENV)/runtime $@

$(VENV)/bench: .ci/bench.lock | $(VENV)/dev
	@echo "Installing what search is measured against ..."
	@$(INSTALL) .ci/bench.lock
	@touch $@

$(VENV)/assurance: .ci/assurance.lock | $(VENV)/dev
	@echo "Installing what the drills ask with ..."
	@$(INSTALL) .ci/assurance.lock
	@touch $@

build/audit/installed: .ci/audit/package-lock.json
	@command -v java >/dev/null && command -v npm >/dev/null || \
	  { echo "The audit needs Java 11 or newer and Node.js 20 or newer with npm: install them and run make again." >&2; exit 1; }
	@echo "Installing what the pages are measured with ..."
	@mkdir -p build/audit
	@cp .ci/audit/.npmrc .ci/audit/package.json .ci/audit/package-lock.json build/audit/
	@npm ci --silent --prefix build/audit
	@touch $@

$(BIN)/pip:
	@for python in python3.13 python3.12 python3.11 python3; do \
	  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  $$python -c 'import ensurepip, venv' 2>/dev/null || { lame=$$python; continue; }; \
	  exec $$python -m venv $(VENV); \
	done; \
	[ -z "$${lame:-}" ] || { echo "$$lame has no venv module: install python3-venv (Debian, Ubuntu) and run make again." >&2; exit 1; }; \
	echo "Python 3.11 or newer is needed and none is on the PATH: install it and run make again." >&2; exit 1

.PHONY: browser
browser:
	@command -v chromium chromium-browser >/dev/null && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium for the journeys ..."; \
	  apt-get update -qq; \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null; \
	else \
	  echo "The journeys need Chromium: install the packages chromium and fonts-noto-core, then run make again." >&2; exit 1; \
	fi

.PHONY: postgresql
postgresql:
	@[ -z "$${WITHOUT_POSTGRESQL:-}" ] || [ "$$WITHOUT_POSTGRESQL" = 0 ] || exit 0; \
	compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing PostgreSQL for the tests ..."; \
	  apt-get update -qq; \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null; \
	else \
	  echo "The tests need PostgreSQL: install the package postgresql, or set WITHOUT_POSTGRESQL=1 to leave it out." >&2; exit 1; \
	fi

# What some tests look through; without it they are left out. $(call may-have,program,packages,for what)
define may-have
@command -v $(1) >/dev/null || [ -x /usr/sbin/$(1) ] && exit 0; \
if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
  echo "Installing $(2), $(3) ..."; \
  apt-get update -qq; \
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(2) >/dev/null; \
else \
  echo "Left out are the tests of what is missing, $(3): install $(2)."; \
fi
endef

.PHONY: nginx
nginx:
	$(call may-have,nginx,nginx-light,which serves the static copy)

.PHONY: apache
apache:
	$(call may-have,apache2,apache2-bin media-types,which serves the static copy)

.PHONY: libreoffice
libreoffice:
	$(call may-have,soffice,libreoffice-calc-nogui libreoffice-writer-nogui,which opens the files)
