#!/usr/bin/env bash
# Scrapes at a calm pace while wrk floods /metrics and 200 clients hang, and says what that did to the scrapes, the polls and the memory.
#   benchmarks/flood.sh artifacts/native/dxjobs-exporter
set -euo pipefail
program=$1 address=127.0.0.1:10394
DXJOBS_POLL__INTERVAL=2s DXJOBS_POLL__TIMEOUT=2s "$program" --simulate --web.listen-address "$address" 2>/dev/null &
exporter=$!
trap 'kill $exporter; wait' EXIT
until curl -sf "http://$address/readyz" >/dev/null; do sleep 0.1; done

resident() { awk '/VmRSS/ {printf "%d MB", $2 / 1000}' "/proc/$exporter/status"; }
polls() { curl -sf -m 20 "http://$address/metrics" | awk '/^dxjobs_poll_duration_seconds_count/ {n += $NF} END {print n}'; }
scrapes() { for _ in $(seq 1 "$1"); do curl -sf -m 10 -o /dev/null -w '%{time_total}\n' "http://$address/metrics" || echo failed; sleep 1; done | sort -n; }
summary() { awk '{t[NR] = $1} END {printf "p50 %.0f ms, most %.0f ms, %d scrapes\n", t[int((NR + 1) / 2)] * 1000, t[NR] * 1000, NR}'; }

before=$(polls)
echo "quiet: $(scrapes 10 | summary), $(resident), $(($(polls) - before)) polls in about 10 s"
wrk -t2 -c50 -d20s "http://$address/metrics" >/tmp/flood.$$ &
for _ in $(seq 200); do (exec 3<>"/dev/tcp/${address/://}"; printf 'GET /metrics HTTP/1.1\r\nHost: x\r\n' >&3; sleep 20) & done 2>/dev/null
before=$(polls)
echo "flood: $(scrapes 15 | summary), $(resident), $(($(polls) - before)) polls in about 15 s"
wait %2
grep -E 'Requests/sec|Non-2xx' /tmp/flood.$$ | xargs
rm /tmp/flood.$$
sleep 15
echo "after: $(scrapes 5 | summary), $(resident)"
