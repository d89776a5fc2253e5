# Works with GNU make 3.81, the one of macOS.

SWIFT ?= swift
PREFIX ?= /usr/local
export SWIFT

podmap := .build/release/podmap
on_linux := $(filter Linux,$(shell uname -s))
# On Linux the Swift runtime goes into the binary: it starts faster, and runs without a toolchain.
static := $(if $(on_linux),--static-swift-stdlib)
# And libyaml, if there is an archive of it.
with_static_yaml = $(if $(on_linux),PKG_CONFIG_PATH="$$(scripts/static-libraries):$$PKG_CONFIG_PATH")
# Strict and plain debug builds have different flags; in one folder each would undo the other.
strict := PODMAP_STRICT=1 $(SWIFT)
strict_path := --scratch-path .build/strict
tools := .build/tools-venv/bin

samples := $(wildcard samples/bookshop/ samples/webapp/*/ samples/patterns/*/ samples/shop-with-users/ samples/pod-vs-container/*.yaml)
# Applications of real size, written for tests.
applications := Tests/Applications
layouts := single-pod multi-pod
views := workloads architecture pod network
formats := mmd dot json
pictures := svg png pdf webp

python_scripts := $(addprefix scripts/,mermaid-check font-check validate-manifests corpus-check picture-check layout-figures text-widths source-check action-check gitlab-check hooks-check \
  image-check install-check release-check release-files dist) $(wildcard scripts/packing/*.py scripts/checks/*.py scripts/checks/fakes/*)

# On macOS, the same command for the other processor; make dist then packs both as one (docs/releasing.md).
OTHER_HALF ?=

# They run at the same time, since each mostly waits for programs that it starts.
ci_checks := action-check gitlab-check hooks-check install-check

program := bin/podmap
manual := share/man/man1/podmap.1
bash := share/bash-completion/completions/podmap
zsh := share/zsh/site-functions/_podmap
fish := share/fish/vendor_completions.d/podmap.fish
commit := share/podmap/commit
installed := $(program) $(manual) $(bash) $(zsh) $(fish) $(commit)
# What 'podmap --version --verbose' says it was built from; nothing if files differ from that, or git can't tell. It is a
# file of its own, so that the program has the same bytes without it.
revision ?= $(shell git diff --quiet HEAD 2>/dev/null && git rev-parse HEAD 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help demo test test-unit build golden fuzz sanitize corpus lint format bench docs ci-check image-check release-check dist install uninstall clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## install what is missing, build, and draw samples/webapp into demo/
	@scripts/prerequisites run
	@rm -rf demo && mkdir demo
	@for layout in $(layouts); do for view in $(views); do \
	  set -- samples/webapp/$$layout --view $$view; \
	  for format in $(formats) $(pictures); do set -- "$$@" -o demo/$$layout-$$view.$$format; done; \
	  $(podmap) draw "$$@" || exit 1; \
	done; done
	@echo
	@echo "drawn into demo/, from samples/webapp/{$(layouts)}:"
	@ls demo | sed 's/^/  /'
	@echo
	@echo "how to view them:"
	@echo "  .mmd   paste into https://mermaid.live, or into a \`\`\`mermaid fence of a page on GitHub or GitLab"
	@echo "  .svg   open in a browser; .png, .pdf and .webp in any viewer"
	@echo "  .dot   the source of those pictures"
	@echo "  .json  the graph, for other programs"

# Suites that draw in a browser, or that build another package, which takes minutes. A drawing outside a suite of
# the first name fails in every run, so this list can't miss one.
slow_suites := BrowserTests/|TextConsumerTests/

test-unit: ## run the Swift tests that need no browser; warnings are errors
	@scripts/prerequisites unit
	$(strict) test $(strict_path) --skip '$(slow_suites)'

test: ## run all tests, also in a browser, and check documents and samples; warnings are errors
	@scripts/prerequisites test
	$(strict) test $(strict_path)
	scripts/library-docs
	scripts/document-check .build/strict/debug/podmap
	scripts/source-check --podmap .build/strict/debug/podmap
	scripts/validate-manifests $(samples:/=) $(applications)
	$(if $(on_linux),scripts/font-check docs/gallery/*.svg)

ci-check: ## run the action, the GitLab jobs, the hooks and the installer on this machine
	@scripts/prerequisites test
	$(strict) build $(strict_path) --product podmap
	@pids=; for check in $(ci_checks); do \
	  scripts/$$check --podmap .build/strict/debug/podmap >.build/$$check.log 2>&1 & pids="$$pids $$!"; \
	done; \
	status=0; for pid in $$pids; do wait $$pid || status=1; done; \
	for check in $(ci_checks); do echo "$$check:"; cat .build/$$check.log; done; exit $$status

build: ## build the release binary
	@scripts/prerequisites build
	$(with_static_yaml) $(SWIFT) build -c release $(static) -debug-info-format none --product podmap

golden: ## record the expected outputs of the tests again
	@scripts/prerequisites test
	$(strict) build $(strict_path) --build-tests
	-PODMAP_RECORD=1 $(strict) test $(strict_path) --skip-build
	-scripts/source-check --podmap .build/strict/debug/podmap --record
	@echo
	@echo "recorded (a recording run fails, so that nobody mistakes it for a test run)"
	@git status --short -- Tests samples
	@echo "look at each change with: git diff Tests samples"
	@echo "then run: make test"

fuzz: ## run each fuzzing harness for SECONDS, 60 by default
	@scripts/prerequisites unit
	Fuzzing/run --seconds $(or $(SECONDS),60)

# With a sanitizer, nothing counts allocations, and a worker has no limit of memory.
not_sanitized := GrowthTests/|WorkerFailureTests/memory\(|LimitOptionTests/graphvizMemory\(

sanitize: ## run the tests without a browser under the address sanitizer, and then under the thread sanitizer
	@scripts/prerequisites unit
	for sanitizer in address thread; do \
	  ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS="report_thread_leaks=0 suppressions=$(CURDIR)/Tests/thread-sanitizer.supp" $(SWIFT) test --scratch-path .build/$$sanitizer --sanitize $$sanitizer --skip '$(slow_suites)|$(not_sanitized)' || exit 1; \
	done

corpus: ## check podmap on whole applications: make corpus DIR="folder-of-folders..."
	@test -n "$(DIR)" || { echo "make corpus: no folders; run: make corpus DIR=folder-of-folders" >&2; exit 1; }
	@for folder in $(DIR); do \
	  test -d "$$folder" || { echo "make corpus: no folder '$$folder'; run: make corpus DIR=folder-of-folders" >&2; exit 1; }; \
	done
	@scripts/prerequisites test
	@$(MAKE) --no-print-directory build
	scripts/corpus-check $(DIR) --podmap $(podmap)

lint: ## check format and style
	$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks Fuzzing Package.swift
	@scripts/prerequisites lint
	$(tools)/shellcheck -x -P SCRIPTDIR scripts/prerequisites scripts/static-libraries scripts/library-docs scripts/reproduce .ci/run \
	  Benchmarks/run Fuzzing/run install.sh scripts/ci/*
	$(tools)/hadolint Dockerfile
	$(tools)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(tools)/zizmor --offline --no-progress --quiet --config scripts/checks/zizmor.yml .github/workflows
	@for script in $(python_scripts); do \
	  $(tools)/python -c 'import ast, sys; ast.parse(open(sys.argv[1], encoding="utf-8").read(), sys.argv[1])' $$script || exit 1; \
	done

format: ## format the Swift sources in place
	$(SWIFT) format --in-place --recursive Sources Tests Benchmarks Fuzzing Package.swift

bench: build ## measure time and memory on generated manifests
	Benchmarks/run

docs: build ## update what is generated and committed: outputs of samples/, pictures, the command reference
	@for set in $(samples:/=); do \
	  set -- $$set; \
	  for format in $(formats); do set -- "$$@" -o $${set%.yaml}.$$format; done; \
	  $(podmap) draw "$$@" || exit 1; \
	done
	@cd samples/webapp && for picture in side-by-side merged; do \
	  set -- single-pod multi-pod --picture $$picture; \
	  for format in mmd dot; do set -- "$$@" -o comparison-$$picture.$$format; done; \
	  ../../$(podmap) compare "$$@" || exit 1; \
	done
	$(podmap) publish
	scripts/command-reference $(podmap) >docs/commands.md
	@git status --short -- README.md docs samples

dist: build ## pack the release binary into dist/: an archive, a Debian package, and their checksums
	@scripts/prerequisites dist
	@rm -rf dist .build/dist
	@$(MAKE) --no-print-directory install PREFIX= DESTDIR="$(CURDIR)/.build/dist"
	@strip .build/dist/$(program)
	$(if $(OTHER_HALF),lipo -create -output .build/universal .build/dist/$(program) "$(OTHER_HALF)" && mv .build/universal .build/dist/$(program))
	$(if $(on_linux),,codesign --force --sign - .build/dist/$(program))
	scripts/dist .build/dist dist

image-check: ## run the image, and install what dist/ has, in bare Debians (needs root)
	@test "$$(id -u)" = 0 || { echo "make image-check: only root can enter a bare Debian; run: make dist && sudo make image-check" >&2; exit 1; }
	@if [ -z "$(wildcard dist/*.tar.gz)" ]; then $(MAKE) dist; fi
	@scripts/prerequisites image
	scripts/image-check --podmap $(podmap)

release-check: ## run the steps of the release workflow on this machine, and check what they make
	@if [ ! -f dist/SHA256SUMS ]; then $(MAKE) dist; fi
	@scripts/prerequisites release
	scripts/release-check --podmap $(podmap)

install: ## copy podmap, its manual page and its completions below PREFIX (PREFIX=/usr/local, DESTDIR)
	@if [ ! -x $(podmap) ] || [ -z "$$SUDO_USER" ]; then $(MAKE) build; fi
	@for file in $(installed); do install -d "$$(dirname "$(DESTDIR)$(PREFIX)/$$file")" || exit 1; done
	install -m 755 $(podmap) "$(DESTDIR)$(PREFIX)/$(program)"
	install -m 644 docs/podmap.1 "$(DESTDIR)$(PREFIX)/$(manual)"
	@for shell in bash:$(bash) zsh:$(zsh) fish:$(fish); do \
	  file="$(DESTDIR)$(PREFIX)/$${shell#*:}"; echo "completions for $${shell%%:*}: $$file"; \
	  $(podmap) --generate-completion-script $${shell%%:*} >"$$file" && chmod 644 "$$file" || exit 1; \
	done
	@file="$(DESTDIR)$(PREFIX)/$(commit)"; rm -f "$$file"; \
	if [ -n "$(revision)" ]; then echo "$(revision)" >"$$file" && chmod 644 "$$file"; fi

uninstall: ## remove what install copied
	cd "$(DESTDIR)$(PREFIX)" && rm -f $(installed)

clean: ## remove everything built
	rm -rf .build demo dist
