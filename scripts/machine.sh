# Installs the programs of Debian that the tests of `npm run test:machine` drive, as far as they are missing.
set -eu
missing=''
for program in zsh fish chromium; do command -v "$program" > /dev/null || missing="$missing $program"; done
[ -z "$missing" ] && exit 0
as_root=''
[ "$(id -u)" = 0 ] || as_root=sudo
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $missing > /dev/null
