#!/usr/bin/env bash
# Runs every bench of a build folder and prints its lines: run.sh BUILD-FOLDER
# A bench is an executable bench-NAME; a bare rival of its own is bare-NAME beside it.
set -euo pipefail
build=$1
here=$(cd "$(dirname "$0")" && pwd)
export BV_DATA_DIR="$here/../../data" LC_ALL=C.UTF-8 GSETTINGS_BACKEND=memory
for bench in "$build"/tests/bench/bench-*; do
  [ -f "$bench" ] && [ -x "$bench" ] || continue
  rival=${bench/bench-/bare-}
  if [ -x "$rival" ]; then "$bench" "$rival"; else "$bench"; fi
done
