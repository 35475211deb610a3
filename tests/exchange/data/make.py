#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the test tables of this folder anew: flat OpenDocument texts, which LibreOffice and Gnumeric
then save as XLSX and CSV, and from those the damaged files. All names are invented.

Needs soffice (LibreOffice Calc) and ssconvert (Gnumeric). Run inside this folder."""

import os
import pathlib
import shutil
import struct
import subprocess
import tempfile
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent

STYLES = """<office:automatic-styles>
<number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text>
<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<number:percentage-style style:name="N2"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:number-style style:name="N3"><number:number number:decimal-places="0" number:min-integer-digits="12"/></number:number-style>
<style:style style:name="date" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="percent" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="identity" style:family="table-cell" style:data-style-name="N3"/>
</office:automatic-styles>"""

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
"""


class Date(str):
    """An ISO date."""


class Percent(float):
    """A share."""


class Identity(int):
    """A number shown with twelve digits."""


class Formula(tuple):
    """A formula and its value."""


class Wide(tuple):
    """A text over several columns and rows."""


def cell(value):
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, Wide):
        text, columns, rows = value
        return (f'<table:table-cell office:value-type="string" table:number-columns-spanned="{columns}"'
                f' table:number-rows-spanned="{rows}"><text:p>{escape(text)}</text:p></table:table-cell>'
                + "<table:covered-table-cell/>" * (columns - 1))
    if isinstance(value, Formula):
        formula, result = value
        return (f'<table:table-cell table:formula="of:={escape(formula)}" office:value-type="float"'
                f' office:value="{result}"><text:p>{result}</text:p></table:table-cell>')
    if isinstance(value, Date):
        return f'<table:table-cell table:style-name="date" office:value-type="date" office:date-value="{value}"/>'
    if isinstance(value, Percent):
        return f'<table:table-cell table:style-name="percent" office:value-type="percentage" office:value="{float(value)!r}"/>'
    if isinstance(value, Identity):
        return f'<table:table-cell table:style-name="identity" office:value-type="float" office:value="{int(value)}"/>'
    if isinstance(value, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def fods(path, sheets):
    out = [HEAD, STYLES, "<office:body><office:spreadsheet>"]
    for name, rows in sheets:
        out.append(f'<table:table table:name="{escape(name)}">')
        for row in rows:
            out.append("<table:table-row>" + ("".join(cell(v) for v in row) or "<table:table-cell/>") + "</table:table-row>")
        out.append("</table:table>")
    out.append("</office:spreadsheet></office:body></office:document>")
    path.write_text("\n".join(out), encoding="utf-8")


PEOPLE = [
    [Wide(("ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA", 4, 1)), None, None, None, None],
    [Wide(("DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC", 9, 1))],
    ["(Kèm theo Công văn số 12/PNV ngày 15/3/2023; tên người là hư cấu)"],
    [],
    ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Số CCCD", "Chức vụ", "Đơn vị công tác", "Đảng viên"],
    [1, "Lò Văn Ân", Date("1975-05-07"), "Nam", "Thái", Identity(14075000001), "Trưởng phòng", "Phòng Nội vụ", "x"],
    [2, "Quàng Thị Biên", Date("1982-02-28"), "Nữ", "Thái", Identity(14182000002), "Chuyên viên", "Phòng Nội vụ", None],
    [3, "Nguyễn Văn An", "15/08/1990", "Nam", "Kinh", "014090000003", "Giáo viên", "Trường THCS Mường Bú", "x"],
    [4, "Tòng Văn Hòa", "1968", "Nam", "Thái", "014068000004", "Bí thư chi bộ", "Bản Ten", "x"],
    [5, "Lò  Thị Uyên ", Date("1988-12-01"), "nữ", "Thái", "014188000005", "Phó Hiệu trưởng\nphụ trách", "Trường THCS Mường Bú", None],
    [6, "Hoàng Văn Kháy", Date("1979-01-31"), "Nam", "Tày", "014079000006", "Chủ tịch Hội Nông dân", "Xã Mường Chùm", "x"],
    [None, "Tổng cộng: 6 người"],
]

TWO_ROWS = [
    [Wide(("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2022", 8, 1))],
    [Wide(("TT", 1, 2)), Wide(("Họ và tên", 2, 2)), Wide(("Năm sinh", 2, 1)), Wide(("Chức vụ, đơn vị công tác", 1, 2)), Wide(("Hình thức khen thưởng", 1, 2)), Wide(("Thành tích", 1, 2))],
    [None, None, None, "Nam", "Nữ"],
    ["(1)", "(2)", None, "(3)", "(4)", "(5)", "(6)", "(7)"],
    ["I", Wide(("CÁ NHÂN", 7, 1))],
    [1, "Lò Văn", "Ân", 1975, None, "Trưởng phòng, Phòng Nội vụ", "Giấy khen", "Hoàn thành xuất sắc nhiệm vụ năm 2022"],
    [2, "Quàng Thị", "Biên", None, 1982, "Chuyên viên, Phòng Nội vụ", "Chiến sĩ thi đua cơ sở", "Hoàn thành xuất sắc nhiệm vụ năm 2022"],
    ["II", Wide(("TẬP THỂ", 7, 1))],
    [1, "Trường THCS Mường Bú", None, None, None, None, "Tập thể lao động tiên tiến", "Hoàn thành tốt nhiệm vụ năm 2022"],
    ["III", Wide(("HỘ GIA ĐÌNH", 7, 1))],
    [1, "Hộ ông Tòng Văn Hòa", None, None, None, "Bản Ten", "Giấy khen", "Gương mẫu trong phong trào xây dựng nông thôn mới"],
    [None, "Cộng", None, None, None, "4"],
]

# The columns of DOMAIN 7.7.
AWARDS = [
    ["STT", "Tên gọi (Ông/Bà/Chức danh)", "Tên", "Chức vụ", "Đơn vị công tác", "Phân loại khen thưởng", "Danh hiệu/hình thức", "Phân loại đối tượng", "Lĩnh vực"],
    [1, "Ông", "Lò Văn Ân", "Trưởng phòng", "Phòng Nội vụ", "Cá nhân", "Giấy khen", "Lãnh đạo, quản lý", "Nội vụ"],
    [2, "Bà", "Quàng Thị Biên", "Chuyên viên", "Phòng Nội vụ", "Cá nhân", "Chiến sĩ thi đua cơ sở", "Trực tiếp", "Nội vụ"],
    [3, None, "Trường THCS Mường Bú", None, "Ủy ban nhân dân huyện Mường La", "Tập thể", "Tập thể lao động tiên tiến", "Đơn vị sự nghiệp", "Giáo dục"],
    [4, None, "Hộ ông Tòng Văn Hòa", None, "Bản Ten", "Hộ gia đình", "Giấy khen", None, "Nông nghiệp"],
]

UNITS = [
    ["TT", "Tên đơn vị", "Đơn vị cấp trên", "Loại đơn vị", "Mã đơn vị", "Viết tắt", "Ghi chú"],
    [1, "Phòng Nội vụ", "Ủy ban nhân dân huyện Mường La", "Cơ quan hành chính", "NV", "PNV", None],
    [2, "Ủy ban nhân dân huyện Mường La", None, None, "H01", "UBND huyện", None],
    [3, "Trường THCS Mường Bú", "Phòng Giáo dục và Đào tạo", "Trường học", None, None, None],
    [4, "Phòng Giáo dục và Đào tạo", "Ủy ban nhân dân huyện Mường La", None, "GD", "PGDĐT", None],
    [5, "Xã Mường Chùm", "Ủy ban nhân dân huyện Mường La", "Xã", None, None, None],
    [6, "Bản Ten", "Thị trấn Ít Ong", None, None, None, None],
    [7, "Thị trấn Ít Ong", "Ủy ban nhân dân huyện Mường La", None, None, None, None],
]

HOUSEHOLDS = [
    ["STT", "Tên hộ gia đình", "Chủ hộ", "Địa chỉ", "Bản, tiểu khu", "Ghi chú"],
    [1, "Hộ ông Tòng Văn Hòa", "Tòng Văn Hòa", "Bản Ten, thị trấn Ít Ong", "Bản Ten", None],
    [2, "Hộ bà Lò Thị Mai", "Lò Thị Mai", "Tiểu khu 1, thị trấn Ít Ong", "Thị trấn Ít Ong", None],
]

# Figures of the district's conference of 27/3/2023 where there are any; the others are made up.
INDICATORS = [
    [Wide(("CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2022", 7, 1))],
    [],
    [Wide(("STT", 1, 2)), Wide(("Chỉ tiêu", 1, 2)), Wide(("ĐVT", 1, 2)), Wide(("Năm 2021", 1, 1)), Wide(("Năm 2022", 3, 1))],
    [None, None, None, "Thực hiện", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"],
    ["I", "Kinh tế"],
    [1, "Thu ngân sách trên địa bàn", "tỷ đồng", 250.5, 270, 283.75, Formula(("[.F6]/[.E6]*100", 105.0925925925926))],
    [2, "Số hợp tác xã thành lập mới", "HTX", 4, 5, 5, Formula(("[.F7]/[.E7]*100", 100))],
    ["II", "Xã hội"],
    [3, "Tỷ lệ hộ nghèo đa chiều", "%", Percent(0.2989), "25,5%", Percent(0.2569), None],
    [4, "Số tuyến đường giao thông nông thôn làm mới", "tuyến", 34, "50", "58", None],
]

BAD = [
    ["STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Đơn vị công tác"],
    [1, "Lò Văn Ân", "31/02/1975", "014075000001", "Phòng Nội vụ"],
    [2, None, "15/08/1990", "014090000003", "Phòng Nội vụ"],
    [3, "Tòng Văn Hòa", "12/5/68", "014068000004", "Bản Ten"],
    [4, "Quàng Thị Biên", "28/02/1982", "14182000002", "Phòng Nội vu"],
    [5, "Quàng Thị Biên", "28/02/1982", "014182000002", "Phòng Nội vụ"],
    [6, "Quàng Thị Biên", "28/02/1982", "014182000002", "Phòng Nội vụ"],
    [7, "Lò Thị Uyên", "29/02/2000", "01418800000A", "Phòng Nội vụ"],
]


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)


def office(source, target, filters):
    with tempfile.TemporaryDirectory() as folder:
        run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
            filters, "--outdir", folder, str(source))
        produced = [p for p in pathlib.Path(folder).iterdir() if p.is_file()]
        shutil.move(str(produced[0]), target)


def damage():
    good = (HERE / "people-libreoffice.xlsx").read_bytes()
    (HERE / "truncated.xlsx").write_bytes(good[:len(good) // 2])

    def rewrite(target, change):
        with zipfile.ZipFile(HERE / "people-libreoffice.xlsx") as source, \
                zipfile.ZipFile(HERE / target, "w", zipfile.ZIP_DEFLATED) as out:
            for item in source.infolist():
                content = change(item.filename, source.read(item.filename))
                if content is not None:
                    info = zipfile.ZipInfo(item.filename, (2023, 3, 27, 0, 0, 0))
                    info.compress_type = zipfile.ZIP_DEFLATED
                    out.writestr(info, content)

    rewrite("broken-xml.xlsx", lambda name, data: data[:len(data) // 2] if name.endswith("sheet1.xml") else data)
    rewrite("missing-sheet.xlsx", lambda name, data: None if name.endswith("sheet1.xml") else data)
    rewrite("doctype.xlsx", lambda name, data: data.replace(
        b"<sst", b'<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst', 1)
        if name.endswith("sharedStrings.xml") else data)
    body = bytearray(good)
    start = body.find(b"xl/worksheets/sheet1.xml") + 60
    for i in range(start, start + 200):
        body[i] ^= 0x5a
    (HERE / "damaged-data.xlsx").write_bytes(bytes(body))
    (HERE / "random.xlsx").write_bytes(b"PK\x03\x04" + bytes((i * 7919 + i // 3) % 256 for i in range(3000)))
    (HERE / "random.csv").write_bytes(bytes((i * 7919 + i // 3) % 256 for i in range(3000)))
    (HERE / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    (HERE / "broken-quote.csv").write_text(
        'STT,Họ và tên,Đơn vị công tác\n1,Lò Văn Ân,Phòng Nội vụ\n2,"Quàng Thị Biên,Phòng Nội vụ\n'
        "3,Nguyễn Văn An,Bản Ten\n", encoding="utf-8")
    (HERE / "text-after-quote.csv").write_text(
        'STT,Họ và tên,Đơn vị công tác\n1,"Lò "Văn" Ân",Phòng Nội vụ\n', encoding="utf-8")
    (HERE / "missing-column.csv").write_text(
        "STT,Ngày sinh,Đơn vị công tác\n1,07/05/1975,Phòng Nội vụ\n", encoding="utf-8")
    (HERE / "letters-in-measurement.csv").write_text(
        "STT;Chỉ tiêu;ĐVT;Kế hoạch 2022;Thực hiện 2022\n1;Thu ngân sách;tỷ đồng;270;283,75\n"
        "2;Số hợp tác xã;HTX;5;năm\n3;Tỷ lệ hộ nghèo;%;25,5;25,69\n", encoding="utf-8")
    text = ("STT;Họ và tên;Ngày sinh;Chức vụ;Đơn vị công tác\n"
            "1;Lò Văn Ân;07/05/1975;Trưởng phòng;Phòng Nội vụ\n"
            "2;Quàng Thị Biên;28/02/1982;Chuyên viên;Phòng Nội vụ\n"
            "3;Tòng Văn Hòa;1968;\"Bí thư; chi bộ\";Bản Ten\n")
    (HERE / "people-utf8-bom.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (HERE / "people-utf16le-bom.csv").write_bytes(b"\xff\xfe" + text.replace(";", "\t").replace("\"Bí thư\t chi bộ\"", "Bí thư; chi bộ").encode("utf-16-le"))
    (HERE / "people-utf16be.csv").write_bytes(text.encode("utf-16-be"))
    tcvn = subprocess.run(["iconv", "-f", "UTF-8", "-t", "TCVN"], input=text.encode(), check=True, capture_output=True).stdout
    (HERE / "people-tcvn3.csv").write_bytes(tcvn)
    marks = subprocess.run(["iconv", "-f", "UTF-8", "-t", "CP1258"], input=text.encode(), check=True, capture_output=True).stdout
    (HERE / "people-windows-1258.csv").write_bytes(marks)


def main():
    os.environ["LC_ALL"] = "C.UTF-8"
    tables = {
        "people": [("Hướng dẫn", [["Cách điền"], ["Ghi ngày sinh đủ ngày, tháng, năm"]]), ("Danh sách", PEOPLE)],
        "two-rows": [("Đề nghị", TWO_ROWS)],
        "awards": [("Sheet1", AWARDS)],
        "units": [("Đơn vị", UNITS)],
        "households": [("Hộ", HOUSEHOLDS)],
        "indicators": [("Chỉ tiêu", INDICATORS)],
        "bad": [("Sheet1", BAD)],
    }
    for name, sheets in tables.items():
        source = HERE / f"{name}.fods"
        fods(source, sheets)
        office(source, HERE / f"{name}-libreoffice.xlsx", "xlsx")
        run("ssconvert", "--import-encoding=UTF-8", str(HERE / f"{name}-libreoffice.xlsx"),
            str(HERE / f"{name}-gnumeric.xlsx"))
        if name in ("units", "awards", "indicators", "bad"):
            office(source, HERE / f"{name}-libreoffice.csv", "csv:Text - txt - csv (StarCalc):44,34,76,1")
            run("ssconvert", str(HERE / f"{name}-libreoffice.xlsx"), str(HERE / f"{name}-gnumeric.csv"))
    damage()


main()
