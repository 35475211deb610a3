#!/usr/bin/env bash
# A whole year by the command line: registration, initiative, rating, nomination, council, decision, papers, payment, and an
# award taken back. Every answer that matters is compared; in the end every act is undone, and the file is as it was.
#
# usage: whole-year.sh BANGVANG_CLI OUT
set -euo pipefail
cli=$1
out=$2
rm -rf "$out"
mkdir -p "$out"
export BV_FILE=$out/nam.bangvang
export LANGUAGE=en

. "$(dirname "$0")/year.sh"

step "The demo district"
BV_TODAY=2023-03-27 "$cli" init --plain
export BV_TODAY=2025-02-20
rows > "$out/before.txt"
first=$(sqlite3 "$BV_FILE" "SELECT max (id) FROM history")
unit="Trường Trung học cơ sở Mường Bú"
head="Bạc Thị Vân"
year=2024

step "January: the school registers"
has "8" registration add "$unit" --all --form LDTT -y $year
has "1" registration add "$unit" "$unit" --form TTLDTT -y $year
has "1" registration add "$unit" "$head" --form CSTDCS --initiative "Dạy Toán bằng hai thứ tiếng" -y $year
has "" registration send "$unit" -y $year --date 5/1/2024
refused "Write why" registration return "$unit" -y $year --date 6/1/2024
has "" registration return "$unit" -y $year --date 6/1/2024 --reason "Thiếu chữ ký"
has "" registration send "$unit" -y $year --date 8/1/2024
has "" registration approve "$unit" -y $year --date 20/1/2024
has "" registration print "$unit" -y $year -o "$out/dang-ky.pdf" -o "$out/dang-ky.odt"

step "November: an initiative, two examiners who differ, and a third"
initiative=$("$cli" initiative add -t "Dạy Toán bằng hai thứ tiếng" -a "$head" -y $year -u "$unit" \
  --field "Giáo dục" --submit --date 1/11/2024 --json | id_of initiative)
refused "100" initiative author "$initiative" "$head=60"
session=$("$cli" initiative session new -t "Phiên quý IV năm 2024" -p Q4 -y $year --date 10/12/2024 \
  --chair "Chủ tịch Thử" --secretary "Thư ký Thử" --json | id_of session)
has "1" initiative session put "$session" "$initiative"
has "" initiative session examiner "$session" 1 "Giám khảo Một"
has "" initiative session examiner "$session" 2 "Giám khảo Hai"
refused "30" initiative score "$initiative" 1 31 30 15 8
has "" initiative score "$initiative" 1 25 35 18 9
has "third" initiative score "$initiative" 2 15 20 10 5
has "" initiative score "$initiative" 3 20 30 15 8 --examiner "Giám khảo Ba"
has "210/QĐ-UBND" initiative session decide "$session" --number 210/QĐ-UBND --date 15/12/2024
has "" initiative print decision "$session" -o "$out/sang-kien.pdf"

step "December: ratings, and the cap on “excellent”"
has "8" rating apply-unit "$unit" -y $year
has "" rating set "$head" -g HTXS -y $year
has "" rating set "$unit" -g HTT -y $year
has "$unit" rating cap "$unit" -y $year
has "" rating print "$unit" -y $year -o "$out/xep-loai.pdf"

step "A dossier with everybody whom the law allows"
dossier=$("$cli" nomination dossier add -t "Khen thưởng công trạng năm 2024" -y $year --number 08/TTr-PNV --date 14/2/2025 \
  --received 13/1/2025 --opinion-from 14/1/2025 --opinion-to 27/1/2025 --json | id_of dossier)
has "8" nomination propose "$dossier" --form LDTT --unit "$unit" --unsure --add \
  --achievement "Hoàn thành tốt nhiệm vụ năm 2024"
has "1" nomination add "$dossier" "$head" --form CSTDCS \
  --achievement "Đã có thành tích xuất sắc trong phong trào thi đua năm 2024"
best=$(sqlite3 "$BV_FILE" "SELECT '#' || id FROM nomination WHERE form_code = 'CSTDCS'")
has "1" nomination add "$dossier" "$unit" --form TTLDTT --achievement "Hoàn thành tốt nhiệm vụ năm 2024"
refused "" nomination add "$dossier" "$unit" --form LDTT
has "" nomination attest-all "$dossier" --basis "Biên bản bình xét ngày 20/12/2024"
has "" nomination back "$best" "$initiative"
has "Điều 23 Luật Thi đua, khen thưởng năm 2022" nomination findings "$best"
printf 'Biên bản bình xét\n' > "$out/bien-ban.txt"
has "" nomination evidence add "$best" "$out/bien-ban.txt" --kind minutes
has "" nomination evidence save '#1' -o "$out/lay-lai.txt"
cmp "$out/bien-ban.txt" "$out/lay-lai.txt"
has "" nomination dossier submit "$dossier"
# What was proposed stays as it was found, whatever the records say later.
has "" rating set "$head" -g HT -y $year --reason "Nhập thử"
has "Hoàn thành xuất sắc" nomination findings "$best"
has "" undo
has "" nomination dossier accept "$dossier"

step "The council: eleven members, one recused, ballots by keypad"
has "#" council add "Hội đồng Thi đua - Khen thưởng huyện Mường La" --number 15/QĐ-UBND --date 1/7/2021 --from 1/7/2021
has "" council member add "Chủ tịch Thử" --role chair --post "Chủ tịch Ủy ban nhân dân huyện" --honorific Ông
for name in Hai Ba Bốn Năm Sáu Bảy Tám Chín Mười; do
  has "" council member add "Ủy viên $name" --role member --post "Trưởng phòng" --honorific Bà
done
has "" council member add "Thư ký Thử" --role secretary --post "Chuyên viên Phòng Nội vụ" --honorific Bà
has "" council meeting add "Xét khen thưởng năm 2024" --date 14/2/2025 --place "Phòng họp số 1" --begin 8h --end 10h30 \
  --chair "Chủ tịch Thử" --secretary "Thư ký Thử"
for name in Hai Ba Bốn Năm; do has "" council attend '#1' "Ủy viên $name" absent --reason "Đi công tác"; done
has "" council attend '#1' all
has "10" council agenda add '#1' "$dossier"
has "$unit" council board '#1'
has "" council recuse '#1' 10 "Ủy viên Sáu" --reason "Là em ruột"
refused "uorum" council close '#1'
for name in Hai Ba Bốn; do has "" council attend '#1' "Ủy viên $name" present; done
for paper in 1 2 3 4 5 6 7 8 9; do has "" council ballot '#1' 1111111111; done
has "" council ballot '#1' x
refused "returned" council count '#1' --issued 9 --returned 10
has "" council count '#1' --issued 10 --returned 10
has "" council close '#1'

step "The decision, its papers and its certificates"
has "10" decision ready
has "" decision from-dossier "$dossier"
draft=$(sqlite3 "$BV_FILE" "SELECT '#' || max (id) FROM decision")
refused "14/02/2025" decision issue "$draft" --date 10/2/2025
has "01/QĐ-UBND" decision issue "$draft" --date 20/2/2025
has "9.900.000" decision show 01/QĐ-UBND
has "" paper all --dossier "$dossier" --folder "$out/giay-to"
[ "$(find "$out/giay-to" -name '*.pdf' | wc -l)" -eq 20 ] || fail "not 20 papers"
[ "$(find "$out/giay-to" -name '*.odt' | wc -l)" -eq 20 ] || fail "not 20 papers to edit"
for paper in "$out"/giay-to/*.pdf; do pdftotext "$paper" - | grep -q . || fail "$paper is empty"; done
pdftotext -layout "$out"/giay-to/danh-sach-chi-tien-*.pdf - | grep -q "Chín triệu chín trăm nghìn đồng" \
  || fail "the payment list lacks its total in words"
has "" certificates 01/QĐ-UBND -o "$out/giay-chung-nhan.pdf"
"$cli" list awards --unit "$unit" --json | python3 -c 'import json, sys
rows = json.load(sys.stdin)
sys.exit (not rows or any (row["name"] != sys.argv[1] for row in rows))' "$unit" || fail "awards of other units among those of $unit"

step "The money"
export BV_TODAY=2025-10-05
has "" fund add --kind income --amount 50.000.000 -t "Ngân sách cấp năm 2025" -y 2025 --date 2/1/2025
has "9.900.000" fund status -y 2025
has "" fund pay 01/QĐ-UBND --date 25/2/2025
has "40.100.000" fund status -y 2025

step "What became of the registrations"
has "01/QĐ-UBND" registration table "$unit" -y $year
has "Lao động tiên tiến" record "$head"
has "" record "$head" -o "$out/trich-luc.pdf"

step "An award is taken back; it stays in the roll and counts no more"
has "" award revoke 01/QĐ-UBND "$head" --form CSTDCS --number 45/QĐ-UBND --date 1/9/2025 --ground false_dossier \
  --reason "Hồ sơ không đúng"
has "45/QĐ-UBND" award show 01/QĐ-UBND "$head" --form CSTDCS
has "" award restore 01/QĐ-UBND "$head" --form CSTDCS --number 60/QĐ-UBND --date 1/10/2025

step "Every act is undone, the newest first, and the file is as it was"
has "" check
undo_all "$first"
rows > "$out/after.txt"
cmp "$out/before.txt" "$out/after.txt" || fail "undoing left something behind: $(diff "$out/before.txt" "$out/after.txt" | head -5)"
has "" check
