#!/usr/bin/env bash
# Installs what the tests need, builds, runs every test, and closes with the line "N passed, N failed".
#
#   ./test.sh                   everything
#   ./test.sh Exporter          only the test projects whose name contains a word
#   TEST_ARGS='-class *Ledger*' ./test.sh Exporter    and only some of their tests
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DEBIAN_FRONTEND=noninteractive
only=${1:-}

say() { printf '\n== %s\n' "$*"; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@" || sudo "$@"; fi
}

# Command on the PATH, and the Debian package that brings it.
install_debian_packages() {
  local missing=() pair
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null 2>&1 || [ -e "${pair%%=*}" ] || missing+=("${pair#*=}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || { echo "test.sh: not Debian or Ubuntu; install by hand: ${missing[*]}" >&2; return 1; }
  say "Installing ${missing[*]}"
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

install_npm_packages() {
  [ -f tests/package-lock.json ] || return 0
  if [ tests/package-lock.json -nt tests/node_modules/.package-lock.json ]; then
    say "Installing npm packages"
    (cd tests && npm ci --no-audit --no-fund --loglevel=error)
  fi
}

install_debian_packages \
  prometheus=prometheus promtool=prometheus prometheus-alertmanager=prometheus-alertmanager amtool=prometheus-alertmanager \
  /usr/bin/aws=awscli /usr/lib/python3/dist-packages/boto3/__init__.py=python3-boto3 \
  /usr/bin/chromium=chromium /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf=fonts-dejavu-core \
  zsh=zsh fish=fish curl=curl openssl=openssl jq=jq wrk=wrk yamllint=yamllint shellcheck=shellcheck clang=clang /usr/include/zlib.h=zlib1g-dev /usr/share/keyrings/debian-archive-keyring.gpg=debian-archive-keyring \
  node=nodejs npm=npm podman=podman \
  rpmbuild=rpm cpio=cpio groff=groff-base /usr/sbin/debootstrap=debootstrap
install_npm_packages
[[ DxJobs.EndToEnd.Tests != *"$only"* ]] || { say "Unpacking current releases of Prometheus, Alertmanager and VictoriaMetrics"; eng/peers.sh || [ "${CI:-}" != true ]; }

say "Building"
dotnet build DxJobs.sln -c Release -v quiet

if [ -z "$only" ]; then
  say "Compiling to native code"
  rm -rf artifacts/native
  mkdir -p artifacts
  dotnet publish src/DxJobs.Exporter -c Release -r linux-x64 -p:PublishAot=true -o artifacts/native -v quiet | tee artifacts/native.log
  export TESTED_NATIVE_BINARY=$PWD/artifacts/native/dxjobs-exporter
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
passed=0 failed=0 skipped=0

# Runs the tests of a project with the arguments that follow its name, and adds them to the sums.
run_tests() {
  local name=$1 status summary total errors bad skips
  shift
  if "tests/$name/bin/Release/net10.0/$name" -noLogo -noColor "$@" | tee "$results/$name"; then status=0; else status=$?; fi
  summary=$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$results/$name" | tail -n 1 || true)
  if [ -z "$summary" ]; then
    echo "$name ended with status $status and ran no test" >&2
    failed=$((failed + 1))
    return
  fi
  read -r total errors bad skips <<<"$(tr -dc '0-9 ' <<<"$summary" | xargs)"
  passed=$((passed + total - bad - skips)) failed=$((failed + bad + errors)) skipped=$((skipped + skips))
  if [ "$status" != 0 ] && [ $((bad + errors)) = 0 ]; then failed=$((failed + 1)); fi
}

for project in tests/*.Tests; do
  name=$(basename "$project")
  [[ "$name" == *"$only"* ]] || continue
  # The built programs are tested where they are shipped from: as native code, which also starts ten times as fast.
  [ "$name" != DxJobs.EndToEnd.Tests ] || export TESTED_PROGRAM=${TESTED_NATIVE_BINARY:-}
  say "$name"
  # shellcheck disable=SC2086 # TEST_ARGS holds several arguments
  run_tests "$name" ${TEST_ARGS:-}
done

# What is tested of the program itself is tested of the usual build, too.
if [ -n "${TESTED_NATIVE_BINARY:-}" ]; then
  say "DxJobs.EndToEnd.Tests of the usual build"
  unset TESTED_PROGRAM
  run_tests DxJobs.EndToEnd.Tests -namespace DxJobs.EndToEnd.Tests.Exporter -namespace DxJobs.EndToEnd.Tests.Commands
fi

say "Done"
if [ "$skipped" -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
