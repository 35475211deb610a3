#!/usr/bin/env bash
# The main job by the command line: from a spreadsheet, a decision's number and a table of targets to
# the certificates, the chart and the year's report; and from a dossier that the council has passed to all its papers. `./dev run` does it where there is no display.
#
# usage: main-job.sh BANGVANG_CLI OUT
set -euo pipefail
cli=$1
out=$2
list=$(dirname "$(readlink -f "$0")")/../data/demo/danh-sach-khen-thuong.csv
mkdir -p "$out"
export BV_FILE=$out/demo.bangvang
# The day of the district conference, so that the papers repeat to the byte.
export BV_TODAY=2023-03-27
rm -rf "$out/giay-to"
rm -f "$BV_FILE" "$BV_FILE"-wal "$BV_FILE"-shm "$out"/*.pdf "$out"/*.odt "$out"/*.xlsx "$out"/*.png "$out"/*.svg "$out"/sao-luu.bangvang
step () { printf '\n── %s\n' "$*"; }

step "The demo district"
"$cli" init --demo

step "One list from a spreadsheet becomes the list of a decision"
number=126/QĐ-UBND
draft=$("$cli" decision new --title "Về việc tặng Giấy khen đợt thi đua quý I năm 2023" --year 2023 --json \
  | python3 -c 'import json, sys; print("#%d" % json.load(sys.stdin)["decision"])')
"$cli" import awards "$list" --decision "$draft" --form GKH --dry-run
"$cli" import awards "$list" --decision "$draft" --form GKH
# The same file again adds nothing, and says so (exit code 1).
status=0
"$cli" import awards "$list" --decision "$draft" --form GKH || status=$?
[ "$status" -eq 1 ]
# Exit code 1: done, but lines need a look. The decree of that day had no bonus for households, and says so.
"$cli" decision issue "$draft" --number "$number" --date 2023-03-27 || [ $? -eq 1 ]
"$cli" decision show "$number"
# One undo takes the decision back to its draft.
"$cli" undo
"$cli" redo

step "Its certificates"
"$cli" certificates "$number" --output "$out/giay-khen.pdf"

step "The chart of the year's indicators"
"$cli" chart --year 2019 --output "$out/chi-tieu-2019.png" --output "$out/chi-tieu-2019.svg"
"$cli" indicator show --year 2019

step "The annual report"
"$cli" report --year 2022 --date 2023-03-27 --output "$out/bao-cao-2022.pdf" --output "$out/bao-cao-2022.odt" \
  --output "$out/bao-cao-2022.xlsx"

step "The papers of a dossier that the council has passed"
# With its decision there is the payment list, too. The papers written, the decision is taken back: what the demo
# district shows of 2022 was published without it.
dossier="#$("$cli" decision ready --json | python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["id"])')"
"$cli" decision from-dossier "$dossier"
titles=$("$cli" list decisions --year 2022 --json | python3 -c 'import json, sys
print("#%d" % next (row["id"] for row in json.load(sys.stdin) if not row["number"]))')
"$cli" decision issue "$titles" --number 127/QĐ-UBND --date 2023-03-27
"$cli" paper all --dossier "$dossier" --folder "$out/giay-to" > "$out/giay-to.txt"
for paper in to-trinh bang-tong-hop thong-bao-lay-y-kien giay-moi phieu-bau bien-ban-hop bien-ban-kiem-phieu \
  quyet-dinh thong-bao-ket-qua danh-sach-chi-tien; do
  for format in pdf odt; do ls "$out/giay-to/$paper"-*."$format"; done
done
"$cli" undo
"$cli" undo

step "Safe and sound"
"$cli" backup --force "$out/sao-luu.bangvang"
"$cli" check
"$cli" history | head -12
