#!/usr/bin/env bash
# The main job, headless: tests/main-job.sh CLI FOLDER
# From an empty folder to the demo district, a list imported from a spreadsheet, its decision, certificates
# as PDF, the year's report as PDF, ODT and XLSX, charts as PNG and SVG, and a checked backup.
set -euo pipefail
[ $# -eq 2 ] || { echo "usage: tests/main-job.sh CLI FOLDER" >&2; exit 2; }
cli=$(readlink -f "$1")
out=$2
list="$(dirname "$(readlink -f "$0")")/../data/demo/danh-sach-khen-thuong.csv"
mkdir -p "$out"
# The demo's own day: its last decisions are of that month, and its office was a district then.
export BV_TODAY=2023-03-27 BV_FILE="$out/demo.bangvang"
rm -f "$BV_FILE" "$BV_FILE-wal" "$BV_FILE-shm" "$out/sao-luu.bangvang"

# step EXPECTED COMMAND…: runs one command of the program and holds it to its exit code.
step () {
  local expected=$1 status=0
  shift
  printf '$ bangvang-cli %s\n' "$*"
  "$cli" "$@" || status=$?
  [ "$status" -eq "$expected" ] || { echo "exit code $status, not $expected" >&2; exit 1; }
}

step 0 init --demo
step 0 indicator show --year 2019
step 0 decision new --title 'Về việc tặng Giấy khen quý I năm 2023' --year 2023
draft=$("$cli" list decisions --json | sed -n 's/.*"id" : \([0-9]*\).*/\1/p' | sort -n | tail -1)
step 0 import awards "$list" --decision "#$draft" --form GKH --dry-run
step 0 import awards "$list" --decision "#$draft" --form GKH
step 1 import awards "$list" --decision "#$draft" --form GKH # the same file again adds nothing
step 1 decision issue "#$draft" --number 126 --date 27/3/2023 # two households without a rule are told
step 0 decision show 126
step 0 certificates 126 --output "$out/giay-khen-126.pdf"
step 0 certificates 124 --output "$out/chung-nhan-124.pdf"
step 0 certificates 125 --lines 1-3 --paper a3 --output "$out/giay-khen-125-a3.pdf"
step 0 report --year 2022 --number 05 --output "$out/bao-cao-2022.pdf" \
  --output "$out/bao-cao-2022.odt" --output "$out/bao-cao-2022.xlsx"
step 0 chart --year 2019 --output "$out/chi-tieu-2019.png" --output "$out/chi-tieu-2019.svg"
step 0 chart --year 2022 --indicator KT07 --output "$out/thu-ngan-sach-2022.png" \
  --output "$out/thu-ngan-sach-2022.svg"
step 0 undo
step 0 redo
step 0 history
step 0 backup "$out/sao-luu.bangvang"
step 0 check
BV_FILE="$out/sao-luu.bangvang" step 0 check
