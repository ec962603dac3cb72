#!/bin/sh
# Installs what is missing: Debian packages, .venv with the locked dependencies, and .env. `setup.sh test` adds what tests need.
set -eu
cd "$(dirname "$0")/.."
WHAT=${1:-run}

# Prints those of the given Debian packages that are not installed.
missing() {
    for package in "$@"; do
        dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || printf ' %s' "$package"
    done
}

# Installs Debian packages as root or with sudo; without those rights it says which command to give, and fails.
install() {
    [ $# -gt 0 ] || return 0
    if [ "$(id -u)" = 0 ]; then SUDO=; elif sudo -n true 2>/dev/null; then SUDO="sudo -n"; else
        echo "Some system packages are missing. Give this command, then try again:" >&2
        echo "    sudo apt-get update && sudo apt-get install --no-install-recommends $*" >&2
        return 1
    fi
    echo "Installing system packages: $*"
    $SUDO apt-get update -qq || true
    $SUDO env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Puts the locked dependencies of $1 in .venv, unless that was done before with the same lock file.
dependencies() {
    stamp=.venv/installed-$1
    lock=$(cksum <"$1")
    [ "$(cat "$stamp" 2>/dev/null)" = "$lock" ] && return 0
    echo "Installing the dependencies of $1 in .venv"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"
    echo "$lock" >"$stamp"
}

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed." >&2; exit 1; }

if command -v dpkg-query >/dev/null; then
    needed=$(missing libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)
    python3 -c 'import ensurepip' 2>/dev/null || needed="$needed python3-venv"
    install $needed
    # Without these two the tests that need them are left out, and the last lines of `make test` say so.
    if [ "$WHAT" = test ]; then install $(missing chromium postgresql poppler-utils) || true; fi
else
    echo "This is not Debian or Ubuntu: see to Pango (for WeasyPrint) yourself, and for tests to Chromium and PostgreSQL."
fi

.venv/bin/python -c '' 2>/dev/null || python3 -m venv --clear .venv
if [ "$WHAT" = test ]; then dependencies requirements-dev.txt; else dependencies requirements.txt; fi
