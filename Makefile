# `make run` serves the site, `make test` checks everything; README tells what both do. The work is in scripts/.

.PHONY: run test trial benchmark load format lock

run:
	@sh scripts/run.sh

test:
	@sh scripts/setup.sh test && .venv/bin/python scripts/test.py

# Two thousand saves by eight advisors at once, with a real server on both databases: counts what was lost (nothing).
trial:
	@sh scripts/setup.sh test && .venv/bin/python scripts/trial.py

# Measures what each visit costs, with 1 and with 342 gemeenten, beside the targets (DATABASE=postgres: on PostgreSQL).
benchmark:
	@sh scripts/setup.sh test && .venv/bin/python scripts/benchmark.py

# Finds how many advisors can work at once on this machine, in six minutes (LOAD="--minutes 20 --pause 40"; LOAD=--help).
load:
	@sh scripts/setup.sh test && .venv/bin/python scripts/load.py $(LOAD)

# Puts all Python code in the one agreed form.
format:
	@.venv/bin/ruff check --fix . ; .venv/bin/ruff format .

# Writes the lock files again after a change of the dependencies in pyproject.toml (needs uv: .venv/bin/pip install uv).
LOCK = .venv/bin/uv pip compile pyproject.toml --quiet --generate-hashes --universal --python-version 3.11 --custom-compile-command "make lock"
lock:
	@$(LOCK) --output-file requirements.txt
	@$(LOCK) --group dev --constraint requirements.txt --output-file requirements-dev.txt
