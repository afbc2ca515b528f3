# studyapp: `make run` shows it working, `make test` proves it. Both do all the set-up that is missing.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
BIN := .venv/bin
export LOCAL ?= 1

.PHONY: run setup test e2e lint bench bench-quality train-ranker

run: setup ## web server and worker on 127.0.0.1:8000, with demo content
	@$(BIN)/python -m scripts.run --port $(PORT)

setup: ## environment, dependencies, language model check, database, static files, seed content
	@$(PYTHON) scripts/prepare.py
	@$(BIN)/python -m scripts.prepare_data

.PHONY: setup-dev
setup-dev:
	@$(PYTHON) scripts/prepare.py --dev

test: setup-dev ## every test; says at the end what could not run here
	@$(BIN)/python -m scripts.test

e2e: setup-dev ## the browser journeys alone
	@$(BIN)/python -m pytest tests/e2e -q

lint: setup-dev ## format, rules, types, import order
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports
	@$(BIN)/mypy quizzes studyapp scripts benchmarks

bench: setup-dev ## words a second of the engine, and its cost beside the bare parse
	@$(BIN)/python -m benchmarks.engine_speed

.PHONY: bench-scale
bench-scale: setup-dev ## seconds and memory for texts of 10,000, 30,000 and 100,000 words
	@$(BIN)/python -m benchmarks.scale

.PHONY: bench-imports
bench-imports: setup-dev ## seconds until a book of 100,000 words is in, for each kind of file, and for its page
	@$(BIN)/python -m benchmarks.imports

.PHONY: bench-cleaning
bench-cleaning: setup-dev ## cleaning beside gold texts: characters, paragraph boundaries, kinds, noise, divided words
	@$(BIN)/python -m benchmarks.cleaning

bench-quality: setup-dev ## the items over the corpus: yield, coverage, balance, faults; questions and answers beside those of people
	@$(BIN)/python -m benchmarks.quality

.PHONY: bench-load
bench-load: setup-dev ## the app under load on SQLite and PostgreSQL, beside a bare view that stores one row
	@$(BIN)/python -m benchmarks.load

train-ranker: setup-dev ## the weights of the score anew from tests/corpus/ratings, with how good they are
	@$(BIN)/python -m benchmarks.train_ranker --write
