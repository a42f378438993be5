# `make help` lists what can be made. Nothing here needs more than Python 3.11+, pip and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# A change of these files makes the environment again; otherwise it is used as it is.
INPUTS := pyproject.toml constraints.txt
DEV_INPUTS := $(INPUTS) constraints-dev.txt
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

.DEFAULT_GOAL := help
.PHONY: help demo test docs browser stores editor clients validator pictures lint-page sparql reference constraints clean

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## Build the graph of seeds/articles into out/ and ask it three questions.
	@mkdir -p out
	@echo "Building the graph of seeds/articles ..."
	@$(BIN)/kg build seeds/articles -o out/graph.ttl -o out/graph.html --report out/report.jsonl
	@for name in $(DEMO_QUERIES); do \
	  printf '\n$$ kg query out/graph.ttl %s\n' $$name; \
	  $(BIN)/kg query out/graph.ttl $$name || exit; \
	done
	@printf '\nIn out/: graph.ttl (the graph), graph.html (open it in a browser), report.jsonl (one line a document).\n'
	@printf 'Try next:\n'
	@printf '  %s\n' \
	  '$(BIN)/kg query --list' \
	  '$(BIN)/kg explain out/graph.ttl "$(DEMO_NAME)"' \
	  '$(BIN)/kg build FOLDER-OF-ARTICLES -o my.ttl -o my.html' \
	  '$(BIN)/kg rules explain "Norvik Group opened a plant in Antwerp in 2024."'

DEMO_QUERIES := posts investments figures
DEMO_NAME := Chongqing

test: $(VENV)/.installed-dev ## Run every check: style, types, contracts, tests.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n 2 --dist loadfile --no-loadscope-reorder

docs: $(VENV)/.installed-dev ## Build the documentation into build/docs; open index.html, no network is needed.
	@mkdir -p build
	@PYTHONPATH=docs $(BIN)/python -m publishing build/docs

browser: ## Install Chromium, which the tests of the page need.
	@if command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	    || command -v google-chrome >/dev/null; then \
	  echo "A Chromium is here already."; \
	elif ! command -v apt-get >/dev/null; then \
	  echo "Install Chromium with your system's package manager, then run make test." >&2; exit 1; \
	elif [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; \
	elif sudo -n true 2>/dev/null; then \
	  sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; \
	else \
	  echo "Installing Chromium needs root: run 'sudo make browser'." >&2; exit 1; \
	fi

stores: ## Install Virtuoso, which some tests of kg load need (Oxigraph comes with the tests).
	@if command -v virtuoso-t >/dev/null; then \
	  echo "Virtuoso is here already."; \
	elif ! command -v apt-get >/dev/null; then \
	  echo "Install Virtuoso 7 (virtuoso-t) with your system's package manager, then run make test." >&2; \
	  exit 1; \
	elif [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
	    --no-install-recommends virtuoso-opensource-7-bin; \
	elif sudo -n true 2>/dev/null; then \
	  sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
	    --no-install-recommends virtuoso-opensource-7-bin; \
	else \
	  echo "Installing Virtuoso needs root: run 'sudo make stores'." >&2; exit 1; \
	fi

editor: ## Take the query editor of kg serve (Yasgui, MIT) in from npm, for a package; it works without.
	@command -v npm >/dev/null || { echo "Taking the editor in needs npm." >&2; exit 1; }
	@rm -rf build/editor && mkdir -p build/editor kg/serving/assets
	@cd build/editor && npm pack --silent @zazuko/yasgui@$(YASGUI) >/dev/null && tar xzf *.tgz
	@cp build/editor/package/build/yasgui.min.js build/editor/package/build/yasgui.min.css kg/serving/assets/
	@echo "The editor is in kg/serving/assets/."

YASGUI := 4.6.2

clients: ## Install comunica from npm, a SPARQL client that some tests use.
	@command -v npm >/dev/null || { echo "comunica needs Node and npm." >&2; exit 1; }
	@mkdir -p build/clients
	@cd build/clients && npm install --silent --no-fund --no-audit --ignore-scripts @comunica/query-sparql@$(COMUNICA)

COMUNICA := 4.5.0

validator: ## Install the Nu Html Checker from npm, which a test of the ontology's page uses; it needs Java.
	@command -v npm >/dev/null || { echo "The validator needs Node and npm." >&2; exit 1; }
	@mkdir -p build/validator
	@cd build/validator && npm install --silent --no-fund --no-audit --ignore-scripts vnu-jar@$(VALIDATOR)

VALIDATOR := 26.9.27

pictures: $(VENV)/.installed-dev ## Take the pictures of docs/images again; needs Chromium.
	@$(BIN)/kg build seeds/articles -o out/graph.html --quiet
	@$(BIN)/python -m tests.views.take_pictures out/graph.html docs/images

lint-page: $(VENV)/.installed-dev ## Lint the scripts of the page with ESLint; needs npm.
	@command -v npm >/dev/null || { echo "ESLint needs npm; install Node.js." >&2; exit 1; }
	@mkdir -p build/eslint && cp .ci/eslint.config.mjs build/eslint/
	@npm install --silent --no-audit --no-fund --prefix build/eslint $(ESLINT) >/dev/null
	@$(BIN)/python -c 'from kg.views.page import join_scripts; print(join_scripts(), end="")' > build/eslint/page.js
	@cd build/eslint && npx eslint --no-warn-ignored page.js

ESLINT := eslint@9 @eslint/js@9 globals@16

# Made when kg is packaged, not kept in the repository: a wheel carries it where it was made before.
sparql: ## Fetch Oxigraph as WebAssembly for kg view --sparql; needs npm.
	@command -v npm >/dev/null || { echo "Fetching Oxigraph needs npm; install Node.js." >&2; exit 1; }
	@rm -rf build/npm && mkdir -p build/npm kg/_data/sparql
	@npm pack --silent --pack-destination build/npm oxigraph@$(OXIGRAPH) >/dev/null
	@echo "$(OXIGRAPH_DIGEST)  build/npm/oxigraph-$(OXIGRAPH).tgz" | sha256sum -c --quiet -
	@tar -xzf build/npm/oxigraph-$(OXIGRAPH).tgz -C build/npm
	@sed -e 's/^export class /class /' -e 's/^export function /function /' -e '/^export {/d' \
	  -e "s/new URL('web_bg.wasm', import.meta.url)/undefined/" \
	  build/npm/package/web.js > kg/_data/sparql/oxigraph.js
	@gzip -9nc build/npm/package/web_bg.wasm > kg/_data/sparql/oxigraph.wasm.gz

OXIGRAPH := 0.5.11
OXIGRAPH_DIGEST := 1095d6eb210104411fad61437f29e80c9c76c7fbbe7480c95b9aa2762818deb2

reference: $(VENV)/.installed-dev ## Write docs/cli.md again from the commands.
	$(BIN)/python -m kg.cli.reference docs/cli.md

# The pins of all that is installed, with digests and for every supported Python, Linux and macOS.
constraints: $(VENV)/.installed-dev ## Pin the newest releases that pyproject.toml allows.
	$(PIP) install uv
	$(BIN)/uv $(COMPILE) -o constraints.txt pyproject.toml
	$(BIN)/uv $(COMPILE) --extra dev -c constraints.txt -o constraints-dev.txt pyproject.toml

COMPILE := pip compile --quiet --upgrade --universal --python-version 3.11 --group build --generate-hashes \
	--no-config --no-emit-index-url --no-emit-find-links --custom-compile-command "make constraints"

clean: ## Remove the environment, the output and all caches.
	rm -rf $(VENV) out build dist kg/serving/assets .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The digests hold for the packages; kg itself comes from this folder, built with the pinned hatchling.
$(VENV)/.installed: $(INPUTS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 or newer; set PYTHON=")'
	@echo "Making $(VENV) (once; some minutes) ..."
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r constraints.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: $(DEV_INPUTS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 or newer; set PYTHON=")'
	@echo "Making $(VENV) with the tools of development (once; some minutes) ..."
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r constraints-dev.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $(VENV)/.installed $@
