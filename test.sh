#!/usr/bin/env bash
# The one command that passes all tests on a fresh Debian or Ubuntu machine with the .NET SDK.
#   ./test.sh           installs what the tests need, builds once, runs everything
#   ./test.sh --quick   leaves out what starts servers or a browser
# Ends with "N passed, N failed"; the exit code is 0 only when nothing failed.
set -uo pipefail
cd "$(dirname "$0")"

quick=false
for argument in "$@"; do
  case "$argument" in
    --quick) quick=true ;;
    --long) export SHOPBOT_LONG=1 ;;
    *) echo "usage: ./test.sh [--quick|--long]" >&2; exit 2 ;;
  esac
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
configuration=Release
logs=artifacts/test-logs
rm -rf "$logs" && mkdir -p "$logs"

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo -n "$@"; else return 1; fi
}

install_chromium() {
  command -v chromium >/dev/null && return
  echo "Installing Chromium for the browser tests"
  as_root apt-get update -qq >"$logs/apt.log" 2>&1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-color-emoji >>"$logs/apt.log" 2>&1 \
    || echo "Chromium could not be installed (see $logs/apt.log); the browser tests will fail." >&2
}

# A native publish links with the system's C compiler and zlib.
install_compiler() {
  { command -v clang >/dev/null || command -v gcc >/dev/null; } && [ -e /usr/include/zlib.h ] && return
  echo "Installing a C compiler for the native publish"
  as_root apt-get update -qq >>"$logs/apt.log" 2>&1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq gcc libc6-dev zlib1g-dev >>"$logs/apt.log" 2>&1 \
    || echo "No C compiler could be installed (see $logs/apt.log); the native publish will fail." >&2
}

# The tests start servers of their own from the distribution's programs, on free ports; the packages' own services are not needed and not left running.
install_servers() {
  local wanted=()
  { [ -n "${SHOPBOT_TEST_POSTGRES:-}" ] || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; } || wanted+=(postgresql)
  [ -x /usr/sbin/pgbouncer ] || wanted+=(pgbouncer)
  { [ -n "${SHOPBOT_TEST_REDIS:-}" ] || command -v redis-server >/dev/null; } || wanted+=(redis-server)
  [ ${#wanted[@]} = 0 ] && return
  echo "Installing ${wanted[*]} for the storage tests"
  # No service is started while the packages are set up, and no cluster is made.
  as_root mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
  as_root apt-get update -qq >>"$logs/apt.log" 2>&1
  as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq "${wanted[@]}" >>"$logs/apt.log" 2>&1 \
    || echo "Not installed (see $logs/apt.log); the tests that need them will fail." >&2
}

# Storage tests mostly wait for the disk. Where memory is plenty, their files live there: they kill processes and servers, never the machine, so nothing they prove needs a disk.
scratch=""
use_memory() {
  [ "${SHOPBOT_LONG:-}" = 1 ] && return 0
  local room available
  room=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1)
  available=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo 2>/dev/null)
  [ "${room:-0}" -gt 4000000 ] && [ "${available:-0}" -gt 8000000 ] || return 0
  # A container may have less than its machine.
  case "$(cat /sys/fs/cgroup/memory.max 2>/dev/null)" in "" | max | [0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*) ;; *) return 0 ;; esac
  scratch=$(mktemp -d /dev/shm/shopbot-tests-XXXXXX) || return 0
  # Servers run as an ordinary user of their own.
  chmod 711 "$scratch"
  trap 'rm -rf "$scratch"' EXIT
}

passed=0
failed=0
skipped=0

# The closing line of a test program: "Total: 3, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 0.1s".
count() { sed -n "s/.*Total: .*\<$2: \([0-9][0-9]*\).*/\1/p" "$1" | tail -n 1; }

# Runs one test program and leaves its numbers in a file of its own, since several run at once.
run_project() {
  local name=$1 log="$logs/$1.log" code total ok bad left folder=${TMPDIR:-/tmp}
  case "$name" in *.Storage.* | *.Engine.Tests | ShopBot.Shop* | ReferenceHost.Tests) folder=${scratch:-$folder} ;; esac
  TMPDIR=$folder dotnet "tests/$name/bin/$configuration/net10.0/$name.dll" -noColor -noLogo >"$log" 2>&1
  code=$?
  total=$(sed -n 's/.*Total: \([0-9][0-9]*\),.*/\1/p' "$log" | tail -n 1)
  left=$(count "$log" Skipped)
  bad=$(( $(count "$log" Failed || true) + $(count "$log" Errors || true) + 0 ))
  ok=$(( ${total:-0} - ${bad:-0} - ${left:-0} ))
  # A program that crashed, or ran nothing, is a failure even if it counted none.
  if [ "${total:-0}" = 0 ] || { [ "$code" != 0 ] && [ "$bad" = 0 ]; }; then bad=$((bad + 1)); fi
  echo "$ok $bad ${left:-0}" >"$logs/$name.numbers"
  {
    printf '%-40s %5s passed %4s failed %4s skipped %5s s\n' "$name" "$ok" "$bad" "${left:-0}" "$SECONDS"
    if [ "$bad" != 0 ]; then grep -vE '^\s*$' "$log" | grep -A 25 -E '\[FAIL\]' | head -n 120; grep -vE '^\s*$' "$log" | tail -n 5; fi
  } >"$logs/$name.report"
  cat "$logs/$name.report"
}

# run_all JOBS NAME...
run_all() {
  local jobs=$1 name ok bad left
  shift
  for name in "$@"; do
    while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n; done
    (SECONDS=0; run_project "$name") &
  done
  wait
  for name in "$@"; do
    if ! read -r ok bad left <"$logs/$name.numbers"; then ok=0; bad=1; left=0; fi
    passed=$((passed + ok)); failed=$((failed + bad)); skipped=$((skipped + left))
  done
}

finish() {
  [ "$skipped" = 0 ] || echo "$skipped skipped"
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
  exit
}

use_memory
$quick || install_chromium
$quick || install_compiler
$quick || install_servers
$quick || export SHOPBOT_REQUIRE_ALL=1

if ! dotnet build ShopBot.sln -c "$configuration" -v q --tl:off -p:UseSharedCompilation=true >"$logs/build.log" 2>&1; then
  grep -E "error|warning" "$logs/build.log" | sort -u | head -n 40
  echo "The build failed; see $logs/build.log"
  failed=1
  finish
fi

# Known holes in what we depend on, asked of the package feed; a feed that does not tell is no failure.
audit() {
  if ! timeout 90 dotnet list ShopBot.sln package --vulnerable --include-transitive --no-restore >"$logs/audit.log" 2>&1; then
    echo "The dependency audit got no answer from the package feed."
  elif grep -q "has the following vulnerable packages" "$logs/audit.log"; then
    failed=$((failed + 1))
    grep -A 20 "vulnerable packages" "$logs/audit.log" | head -n 40
  fi
}
$quick || audit

# Two programs at once, because most of them wait for servers and clocks of their own most of the time; the long ones begin first, so that none is left running alone.
# Then one by one those that need the machine: a browser shows what a person would see, and whole hosts are driven with faults.
together=()
alone=()
for name in ShopBot.PackageTests ShopBot.Storage.Postgres.Tests ReferenceHost.Tests ShopBot.Storage.Sqlite.Tests $(ls tests); do
  [ -f "tests/$name/bin/$configuration/net10.0/$name.runtimeconfig.json" ] || continue
  grep -q "<IsTestProject>false" "tests/$name/$name.csproj" && continue
  case " ${together[*]:-} ${alone[*]:-} " in *" $name "*) continue ;; esac
  case "$name" in
    ReferenceHost.Tests | ShopBot.PackageTests) $quick || together+=("$name") ;;
    *.BrowserTests | ShopBot.LoadTest.Tests) $quick || alone+=("$name") ;;
    *) together+=("$name") ;;
  esac
done
run_all "${SHOPBOT_TEST_JOBS:-2}" "${together[@]}"
run_all 1 ${alone[@]+"${alone[@]}"}

finish
