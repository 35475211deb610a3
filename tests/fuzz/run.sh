#!/usr/bin/env bash
# Fuzzes every target for so many seconds, with address and undefined-behaviour sanitizers: run.sh SECONDS
# What is new and interesting stays in build-fuzz/corpus; what crashed in build-fuzz/crash-*: mend it and
# add the input to tests/fuzz/corpus/NAME.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
seconds=${1:-60}
build=build-fuzz
[ -f $build/build.ninja ] || CC=clang meson setup $build -Dfuzzing=true -Dapp=false \
  -Db_sanitize=address,undefined -Db_lundef=false -Dbuildtype=debugoptimized
mapfile -t targets < <(cd tests/fuzz && ls fuzz-*.c | sed 's/\.c$//')
ninja -C $build "${targets[@]/#/tests/fuzz/}"
export LC_ALL=C.UTF-8 ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
failed=0
for target in "${targets[@]}"; do
  name=${target#fuzz-}
  mkdir -p "$build/corpus/$name"
  cp -n "tests/fuzz/corpus/$name/"* "$build/corpus/$name/"
  if timeout $((seconds + 120)) "$build/tests/fuzz/$target" -max_total_time="$seconds" -max_len=65536 -timeout=20 \
    -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$build/crash-$name-" "$build/corpus/$name" \
    > "$build/$target.log" 2>&1; then
    echo "$target: $(grep -m1 number_of_executed_units "$build/$target.log" | tr -dc '0-9') inputs, no crash"
  else
    echo "$target: FAILED, see $build/$target.log"
    failed=1
  fi
done
exit $failed
