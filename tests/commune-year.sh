#!/usr/bin/env bash
# The first years of a commune that took over a district's work, by the command line: three communes become one on
# 2025-07-01, their people and awards go on in it; titles of 2025 by the decree of two tiers, points and titles of 2026.
# In the end every act is undone, and the file is as it was.
#
# usage: commune-year.sh BANGVANG_CLI OUT
set -euo pipefail
cli=$1
out=$2
# shellcheck source=tests/year.sh
. "$(dirname "$0")/year.sh"
rm -rf "$out"
mkdir -p "$out"
export BV_FILE=$out/xa.bangvang
export LANGUAGE=en
new="Ủy ban nhân dân xã Mường Thử"
culture="Phòng Văn hóa - Xã hội"

step "A new commune, and what stands in its three predecessors' books"
export BV_TODAY=2025-06-20
"$cli" init --level commune --area "xã Mường Thử" --superior "tỉnh Sơn La" --from 1/7/2025 --signer "Lò Văn Thử" --post "CHỦ TỊCH"
cat > "$out/don-vi.csv" << 'CSV'
Tên đơn vị,Đơn vị cấp trên,Ngày thành lập
Ủy ban nhân dân xã Một,,1/1/1990
Ủy ban nhân dân xã Hai,,1/1/1990
Ủy ban nhân dân xã Ba,,1/1/1990
Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã,Ủy ban nhân dân xã Mường Thử,1/7/2025
Phòng Văn hóa - Xã hội,Ủy ban nhân dân xã Mường Thử,1/7/2025
Phòng Kinh tế,Ủy ban nhân dân xã Mường Thử,1/7/2025
CSV
cat > "$out/can-bo.csv" << 'CSV'
Họ và tên,Ngày sinh,Giới tính,Chức vụ,Đơn vị công tác,Từ ngày,Loại cán bộ
Lò Thị Anh,3/4/1980,Nữ,Phó Chủ tịch,Ủy ban nhân dân xã Một,1/1/2016,Cán bộ
Cà Văn Bính,12/5/1988,Nam,Công chức Văn hóa - Xã hội,Ủy ban nhân dân xã Một,1/1/2016,Công chức
Quàng Thị Cúc,7/7/1985,Nữ,Công chức Địa chính,Ủy ban nhân dân xã Hai,1/1/2017,Công chức
Lường Văn Đinh,2/2/1990,Nam,Văn thư,Ủy ban nhân dân xã Ba,1/1/2018,Công chức
Hà Thị Én,9/9/1992,Nữ,Công chức Tư pháp,Ủy ban nhân dân xã Ba,1/1/2018,Công chức
CSV
has "6 new" import units "$out/don-vi.csv"
has "5 new" import people "$out/can-bo.csv"
for year in 2022 2023 2024; do
  number=1$year/QĐ-UBND
  has "" decision new --received --number "$number" --date "20/2/$((year + 1))" --level district -y $year \
    --issuer "Chủ tịch Ủy ban nhân dân huyện Thử" -t "Danh hiệu thi đua năm $year"
  has "5 lines" decision add "$number" "Lò Thị Anh" "Cà Văn Bính" "Quàng Thị Cúc" "Lường Văn Đinh" "Hà Thị Én" --form LDTT
  has "1 line" decision add "$number" "Ủy ban nhân dân xã Hai" --form TTLDTT
done
for year in 2023 2024; do has "1 line" decision add "1$year/QĐ-UBND" "Lò Thị Anh" --form CSTDCS; done
rows > "$out/before.txt"
first=$(sqlite3 "$BV_FILE" "SELECT max (id) FROM history")

step "1 July 2025: three communes become one"
export BV_TODAY=2025-07-02
has "" unit merge "Ủy ban nhân dân xã Một" "Ủy ban nhân dân xã Hai" "Ủy ban nhân dân xã Ba" --into "$new" --date 1/7/2025 \
  --basis "Nghị quyết về sắp xếp đơn vị hành chính cấp xã"
cat > "$out/dieu-dong.csv" << 'CSV'
Họ và tên,Ngày sinh,Chức vụ,Đơn vị công tác
Lò Thị Anh,3/4/1980,Trưởng phòng,Phòng Văn hóa - Xã hội
Cà Văn Bính,12/5/1988,Chuyên viên,Phòng Văn hóa - Xã hội
Quàng Thị Cúc,7/7/1985,Chuyên viên,Phòng Kinh tế
Lường Văn Đinh,2/2/1990,Chuyên viên,Phòng Văn hóa - Xã hội
Hà Thị Én,9/9/1992,Chuyên viên,Phòng Văn hóa - Xã hội
CSV
has "5 updated" import people "$out/dieu-dong.csv" --effective 1/7/2025
# What the old communes earned is found under the new one, with the name of its day; no row of it was rewritten.
has "Ủy ban nhân dân xã Hai" record "$new"
has "12024/QĐ-UBND" record "$new"
"$cli" decision show 12024/QĐ-UBND | grep -q "Công chức Văn hóa - Xã hội, Ủy ban nhân dân xã Một" || fail "a post of 2024 was rewritten"
refused "30/06/2025" registration add "Ủy ban nhân dân xã Hai" "Ủy ban nhân dân xã Hai" --form TTLDTT -y 2026

step "Titles of 2025: the law of two tiers"
export BV_TODAY=2025-07-20
has "4 lines" registration add "$culture" --all --form LDTT -y 2025
has "" registration add "$culture" "$culture" --form TTLDTT -y 2025
has "" registration add "$culture" "Lò Thị Anh" --form CSTDCS --initiative "Một cửa liên thông" -y 2025
has "" registration send "$culture" -y 2025 --date 10/7/2025
has "" registration approve "$culture" -y 2025 --date 15/7/2025
export BV_TODAY=2026-01-12
has "4" rating apply-unit "$culture" -y 2025
has "" rating set "$culture" -g HTT -y 2025
has "" rating set "Lò Thị Anh" -g HTXS -y 2025 --reason "Cả cơ quan chỉ một người"
has "Nghị định 152/2025/NĐ-CP" law list --date 12/1/2026
has "30/06/2025" law show GKH --date 12/1/2025
dossier=$("$cli" nomination dossier add -t "Danh hiệu thi đua năm 2025" -y 2025 --level commune --number 02/TTr-VHXH --date 15/1/2026 \
  --received 12/1/2026 --json | id_of dossier)
has "4" nomination propose "$dossier" --form LDTT --unit "$culture" --unsure --add --achievement "Hoàn thành tốt nhiệm vụ năm 2025"
has "1" nomination add "$dossier" "$culture" --form TTLDTT --achievement "Hoàn thành tốt nhiệm vụ năm 2025"
has "1" nomination add "$dossier" "Lò Thị Anh" --form CSTDCS --achievement "Thành tích xuất sắc trong phong trào thi đua năm 2025"
# No award to a collective that no longer exists (Circular 15/2025).
refused "30/06/2025" nomination add "$dossier" "Ủy ban nhân dân xã Hai" --form GKX --achievement "Thành tích năm 2025"
has "" nomination attest-all "$dossier" --basis "Biên bản bình xét ngày 8/1/2026"
# The district's form of commendation ended with the district.
refused "" nomination add "$dossier" "Cà Văn Bính" --form GKH --achievement "Thành tích năm 2025"
has "" nomination dossier submit "$dossier"
has "" nomination dossier accept "$dossier"

step "The commune's council"
export BV_TODAY=2026-01-20
has "#" council add "Hội đồng Thi đua - Khen thưởng xã Mường Thử" --number 5/QĐ-UBND --date 15/7/2025 --from 15/7/2025
has "" council member add "Lò Văn Thử" --role chair --post "Chủ tịch Ủy ban nhân dân xã" --honorific Ông
for name in Hai Ba Tư; do has "" council member add "Ủy viên $name" --role member --post "Ủy viên" --honorific Bà; done
has "" council member add "Thư ký Thử" --role secretary --post "Chuyên viên" --honorific Bà
has "" council meeting add "Xét danh hiệu thi đua năm 2025" --date 20/1/2026 --place "Trụ sở xã" --begin 8h --end 9h \
  --chair "Lò Văn Thử" --secretary "Thư ký Thử" --hands
has "" council attend '#1' all
has "6" council agenda add '#1' "$dossier"
has "" council unanimous '#1'
has "" council close '#1'

step "The decision of the commune's chair"
export BV_TODAY=2026-01-22
has "" decision from-dossier "$dossier"
draft=$(sqlite3 "$BV_FILE" "SELECT '#' || max (id) FROM decision")
has "01/QĐ-UBND" decision issue "$draft" --date 22/1/2026
has "2.340.000" decision show 01/QĐ-UBND
has "" paper all --dossier "$dossier" --folder "$out/giay-to"
decision=$(echo "$out"/giay-to/quyet-dinh*.pdf)
pdftotext -layout "$decision" - > "$out/quyet-dinh.txt"
for words in "XÃ MƯỜNG THỬ" "Nghị định số 152/2025/NĐ-CP" "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MƯỜNG THỬ" "Phòng Văn hóa - Xã hội"; do
  grep -q "$words" "$out/quyet-dinh.txt" || fail "the decision lacks “$words”"
done
! grep -iq "huyện" "$out/quyet-dinh.txt" || fail "the decision of a commune speaks of a district: $(grep -i huyện "$out/quyet-dinh.txt" | head -2)"
has "" certificates 01/QĐ-UBND -o "$out/giay-chung-nhan.pdf"
pdftotext "$out/giay-chung-nhan.pdf" - | grep -qi "xã Mường Thử" || fail "the certificates do not name the commune"

step "Three in a row, over the merger: proposed to the province"
has "2023" eligibility --subject "Lò Thị Anh" --award CSTDT -y 2025 -d 1/2/2026
"$cli" eligibility --subject "Lò Thị Anh" --award CSTDT -y 2025 -d 1/2/2026 > "$out/cstdt.txt" || true
grep -q "2023–2025\|2023, 2024, 2025" "$out/cstdt.txt" || fail "three years over the merger are not seen: $(cat "$out/cstdt.txt")"

step "2026: 100 points, and the amended law from October"
export BV_TODAY=2026-12-20
refused "30" rating set "Cà Văn Bính" --general 31 --result 60 -y 2026
has "" rating set "Cà Văn Bính" --general 28 --result 65 -y 2026 --reason "Vượt tỷ lệ, đã được đồng ý"
has "Excellent" rating list "$culture" -y 2026
has "" rating set "Hà Thị Én" --general 25 --result 60 -y 2026
has "" rating set "Lường Văn Đinh" --general 20 --result 40 -y 2026
"$cli" rating list "$culture" -y 2026 > "$out/xep-loai.txt"
grep "Hà Thị Én" "$out/xep-loai.txt" | grep -q "Good" || fail "85 points are not good"
grep "Lường Văn Đinh" "$out/xep-loai.txt" | grep -q "Done" || fail "60 points are not done"
has "2026" law list --date 1/11/2026
has "" eligibility --subject "Hà Thị Én" --award LDTT -y 2026

step "Every act is undone, the newest first, and the file is as it was"
undo_all "$first"
rows > "$out/after.txt"
cmp "$out/before.txt" "$out/after.txt" || fail "undoing left something behind: $(diff "$out/before.txt" "$out/after.txt" | head -5)"
has "" check
