#!/bin/sh
# Serves the site on this computer: sets up, brings the database up to date, starts what makes the documents, and hands
# over to gunicorn.
set -eu
cd "$(dirname "$0")/.."
sh scripts/setup.sh
if [ ! -e .env ]; then
    (umask 077 && .venv/bin/python -c 'import secrets; print(f"SECRET_KEY={secrets.token_urlsafe(50)}\nHTTPS=0\nDEMO=1")' >.env)
    echo "Wrote .env: settings for a try on this computer. README has the full list."
fi
.venv/bin/python scripts/prepare.py
.venv/bin/python manage.py documentenmaker --ouder $$ & # exec keeps the process id: it stops when gunicorn stops
exec .venv/bin/gunicorn wijkteam.wsgi
