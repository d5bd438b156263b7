#!/usr/bin/env bash
# The machine's side of the tests: Chromium for the explorer, Java and Maven for the real servers, LibreOffice for old
# Word files, a Chinese font. Debian's packages; installed when root, else named in one command to run.
set -euo pipefail
declare -A needs=(
  [chromium]=chromium [java]=default-jre-headless [mvn]=maven [soffice]="libreoffice-writer libreoffice-calc"
)
missing=()
for program in "${!needs[@]}"; do
  command -v "$program" >/dev/null || missing+=(${needs[$program]})
done
if ! command -v fc-list >/dev/null || ! fc-list :lang=zh family | grep -q .; then
  missing+=(fontconfig fonts-noto-cjk)
fi
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "The tests need programs that are not on this machine. Please run once:" >&2
  echo "  sudo apt-get install ${missing[*]}" >&2
  exit 1
fi
echo "installing: ${missing[*]}"
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
