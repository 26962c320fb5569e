#!/usr/bin/env bash
# Prints the folder of a minimal Debian of a suite, for the tests of the .deb; creates it at the first call. Needs root.
#
#   eng/debian-root.sh bookworm|trixie
#
# The mirror is the one that apt uses; on other distributions DEBIAN_MIRROR names it.
# DXJOBS_ROOTS names the folder of the roots; it defaults to ~/.cache/dxjobs-exporter/roots.
set -euo pipefail
suite=$1
folder=${DXJOBS_ROOTS:-${XDG_CACHE_HOME:-$HOME/.cache}/dxjobs-exporter/roots}
mkdir -p "$folder"
exec 9>"$folder/.lock-$suite"
flock 9
if [ ! -d "$folder/$suite" ]; then
  mirror=${DEBIAN_MIRROR:-$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null || true; } |
    awk '!/^#/ && !/security/ { for (i = 1; i <= NF; i++) if ($i ~ /^https?:.*debian/) { print $i; exit } }')}
  [ -n "$mirror" ] || { echo "debian-root.sh: no Debian mirror in the configuration of apt; set DEBIAN_MIRROR to the URL of one" >&2; exit 1; }
  rm -rf "$folder/.new-$suite"
  debootstrap --variant=minbase --include=ca-certificates "$suite" "$folder/.new-$suite" "$mirror" >&2
  rm -rf "$folder/.new-$suite"/var/cache/apt/archives/*.deb "$folder/.new-$suite"/var/lib/apt/lists/*
  mv "$folder/.new-$suite" "$folder/$suite"
fi
echo "$folder/$suite"
