#!/usr/bin/env bash
# Unpacks current releases of the programs that the tests run the exporter with, from Debian's rolling suite, without changing the
# packages of this machine. Packages that are already unpacked are kept.
#
#   eng/peers.sh [PACKAGE…]       default: prometheus promtool prometheus-alertmanager victoria-metrics
#
# The programs are then in $DXJOBS_PEERS/PACKAGE/usr/bin; DXJOBS_PEERS defaults to ~/.cache/dxjobs-exporter/peers.
# The mirror is the one that apt uses; on other distributions DEBIAN_MIRROR names it.
set -euo pipefail

folder=${DXJOBS_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/dxjobs-exporter/peers}
[ $# -gt 0 ] || set -- prometheus promtool prometheus-alertmanager victoria-metrics
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

mkdir -p "$folder"
exec 9>"$folder/.lock"
flock 9

missing=()
for package in "$@"; do
  [ -d "$folder/$package" ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0
[ -f "$keyring" ] || { echo "peers.sh: $keyring not found; install debian-archive-keyring" >&2; exit 1; }

# The mirror that this machine uses already; for the security updates there is another one.
mirror=${DEBIAN_MIRROR:-$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null || true; } |
  awk '!/^#/ && !/security/ { for (i = 1; i <= NF; i++) if ($i ~ /^https?:.*debian/) { print $i; exit } }')}
[ -n "$mirror" ] || { echo "peers.sh: no Debian mirror in the configuration of apt; set DEBIAN_MIRROR to the URL of one" >&2; exit 1; }

state=$(mktemp -d "$folder/.apt-XXXXXX")
trap 'rm -rf "$state"' EXIT
mkdir -p "$state"/lists/partial "$state"/cache/archives/partial
echo "deb [signed-by=$keyring] $mirror sid main" >"$state/sources.list"
apt=(-q
  -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State::Lists="$state/lists" -o Dir::Cache="$state/cache"
  -o APT::Sandbox::User="$(id -un)" -o Acquire::Retries=3 -o Acquire::Languages=none)
apt-get "${apt[@]}" update >&2
cd "$state"
apt-get "${apt[@]}" download "${missing[@]}" >&2
for package in "${missing[@]}"; do
  dpkg -x "$package"_*.deb "unpacked-$package"
  dpkg-deb -f "$package"_*.deb Version | sed 's/^/'"$package"' /' >&2
  mv "unpacked-$package" "$folder/$package"
done
