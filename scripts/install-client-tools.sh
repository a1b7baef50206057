#!/usr/bin/env bash
# Installs from Debian what the gallery's clients (examples/clients) need and this machine has not. It takes root. Where it
# cannot, it says so and ends well: the tests skip those clients, and count them.
set -uo pipefail

missing=()
need() {
  local package=$1
  "${@:2}" >/dev/null 2>&1 || missing+=("$package")
}

need curl curl --version
need wget wget --version
need python3 python3 --version
need python3-requests python3 -c 'import requests'
need ruby ruby --version
need php-cli php --version
need php-curl php -r 'curl_version();'
need golang-go go version
need default-jdk-headless javac -version
need libio-socket-ssl-perl perl -MIO::Socket::SSL -e 1
[ "${#missing[@]}" -gt 0 ] || exit 0

skip() {
  echo "Failed to install ${missing[*]}: $1. The clients that need them are not tested."
  exit 0
}

[ "$(id -u)" = 0 ] || skip "it takes root"
command -v apt-get >/dev/null || skip "there is no apt-get"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >/dev/null 2>&1 || skip "apt-get update failed"
apt-get install -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1 || skip "apt-get install failed"
echo "Installed for the clients: ${missing[*]}"
