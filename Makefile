# Two commands do: `make run` opens the app, `make test` proves it. Both set up what they need first.
# Only Python 3.11 or newer with pip is asked for; without make: python3 build/dev.py run

PYTHON ?= python3

.PHONY: run test check test-long test-frameworks test-windows bundle release screens languages bench lock setup

run:      ## open the app; FILE=customers.csv opens it with that file
	@$(PYTHON) build/dev.py run $(if $(FILE),"$(FILE)")

test:     ## every check and test, then one freeze and its self-test
	@$(PYTHON) build/dev.py test

check:    ## the same without browser and freeze
	@$(PYTHON) build/dev.py check

test-long: ## unit and API tests with twenty times the kills, attacks and damaged files; two freezes compared
	@$(PYTHON) build/dev.py test-long

test-frameworks: ## run docs/examples with the real frameworks (5 GB in out/frameworks) and bring what they export
	@$(PYTHON) build/dev.py test-frameworks

test-windows: ## the program for Windows built, installed and tried under wine (2 GB in out/wine); no part of CI
	@$(PYTHON) build/dev.py test-windows

bundle:   ## freeze the program into out/dist/hunch
	@$(PYTHON) build/dev.py bundle

release:  ## freeze, then pack for this system into out/release: installers, SBOM, licences, SHA256SUMS
	@$(PYTHON) build/dev.py release

screens:  ## take the pictures in docs/screens
	@$(PYTHON) build/dev.py screens

languages: ## collect the sentences anew for their translations in ui/languages, and compile those
	@$(PYTHON) build/dev.py languages

bench:    ## measure the start, the wait after Learn and the cost of a training
	@$(PYTHON) build/dev.py bench

lock:     ## resolve requirements/*.in anew
	@$(PYTHON) build/dev.py lock

setup:    ## only set up
	@$(PYTHON) build/dev.py setup
