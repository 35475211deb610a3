// SPDX-License-Identifier: GPL-3.0-or-later
/* Tables read from files: those that LibreOffice and Gnumeric saved, small ones written here, and damaged
 * ones. */

#include "base/bv-error.h"
#include "exchange/bv-csv.h"
#include "exchange/bv-workbook.h"
#include "exchange/bv-xlsx-format.h"

#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

static char *
data_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);
}

static BvSheet *
read_file (const char *path, guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvWorkbook) workbook = bv_workbook_open (path, NULL, NULL, NULL, NULL, &error);
  BvSheet *sheet;

  g_assert_no_error (error);
  sheet = bv_workbook_read (workbook, index, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return sheet;
}

static BvSheet *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  BvSheet *sheet = bv_csv_read ("a.csv", text, strlen (text),
                                bv_csv_guess_separator (text, strlen (text)), 0, NULL, NULL, NULL,
                                &error);

  g_assert_no_error (error);
  return sheet;
}

static void
test_csv (void)
{
  g_autoptr (BvSheet) sheet = read_text ("a;\"b\nc\";\"d \"\"e\"\"\"\r\n\r\n;x ;\r1,5;\"\";z");

  g_assert_cmpuint (bv_sheet_get_n_rows (sheet), ==, 3);
  g_assert_cmpuint (bv_sheet_get_n_columns (sheet), ==, 3);
  g_assert_cmpstr (bv_sheet_get_text (sheet, 0, 1), ==, "b c");
  g_assert_cmpstr (bv_sheet_get_text (sheet, 0, 2), ==, "d \"e\"");
  g_assert_cmpuint (bv_sheet_get_row_number (sheet, 1), ==, 3);
  g_assert_cmpstr (bv_sheet_get_text (sheet, 1, 0), ==, "");
  g_assert_cmpstr (bv_sheet_get_text (sheet, 1, 1), ==, "x");
  g_assert_cmpstr (bv_sheet_get_text (sheet, 2, 0), ==, "1,5");
  g_assert_cmpstr (bv_sheet_get_text (sheet, 2, 2), ==, "z");
  g_assert_cmpstr (bv_sheet_get_text (sheet, 9, 9), ==, "");
}

static void
test_separators (void)
{
  static const struct
  {
    const char *text;
    char separator;
  } texts[] = { { "a,b,c\n1,2,3\n", ',' },
                { "a;b;c\n1,5;2,5;3,5\n", ';' },
                { "a\tb\tc\n1,5\t2;x\t3\n", '\t' },
                { "a|b|c\n1|2|3\n", '|' },
                { "sep=;\na,b;c\n", ';' },
                { "Danh sách\n\nSTT,Họ tên\n1,\"a;b;c\"\n2,\"d;e;f\"\n3,x\n", ',' },
                { "one\ntwo\n", ',' } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (bv_csv_guess_separator (texts[i].text, strlen (texts[i].text)), ==,
                     texts[i].separator);
  g_autoptr (BvSheet) sheet = read_text ("sep=;\na,b;c\n");
  g_assert_cmpstr (bv_sheet_get_text (sheet, 0, 0), ==, "a,b");
}

/* The table of people as every program and encoding gives it. */
static void
test_people (gconstpointer data)
{
  static const char *const first[] = { "1",    "Lò Văn Ân",    "07/05/1975",   "Nam",
                                       "Thái", "014075000001", "Trưởng phòng", "Phòng Nội vụ",
                                       "x" };
  static const char *const fifth[] = { "5",
                                       "Lò Thị Uyên",
                                       "01/12/1988",
                                       "nữ",
                                       "Thái",
                                       "014188000005",
                                       "Phó Hiệu trưởng phụ trách",
                                       "Trường THCS Mường Bú",
                                       "" };
  g_autofree char *path = data_path (data);
  g_autoptr (BvSheet) sheet = read_file (path, 1);

  g_assert_cmpuint (bv_sheet_get_n_rows (sheet), ==, 11);
  g_assert_cmpuint (bv_sheet_get_span (sheet, 0, 0), ==, 4);
  g_assert_cmpuint (bv_sheet_get_row_number (sheet, 3), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_assert_cmpstr (bv_sheet_get_text (sheet, 4, i), ==, first[i]);
      g_assert_cmpstr (bv_sheet_get_text (sheet, 8, i), ==, fifth[i]);
    }
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *name;
    BvEncoding encoding;
    char separator;
  } files[] = { { "people-utf8-bom.csv", BV_ENCODING_UTF8, ';' },
                { "people-utf16le-bom.csv", BV_ENCODING_UTF16_LE, '\t' },
                { "people-utf16be.csv", BV_ENCODING_UTF16_BE, ';' },
                { "people-tcvn3.csv", BV_ENCODING_TCVN3, ';' },
                { "people-windows-1258.csv", BV_ENCODING_WINDOWS_1258, ';' } };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = data_path (files[i].name);
      g_autoptr (GError) error = NULL;
      g_autoptr (BvWorkbook) workbook = bv_workbook_open (path, NULL, NULL, NULL, NULL, &error);
      double confidence;

      g_assert_no_error (error);
      g_assert_true (bv_workbook_is_csv (workbook));
      g_assert_cmpint (bv_workbook_get_encoding (workbook, &confidence), ==, files[i].encoding);
      g_assert_cmpfloat (confidence, >, 0.8);
      g_assert_cmpint (bv_workbook_get_separator (workbook), ==, files[i].separator);
      g_autoptr (BvSheet) sheet = bv_workbook_read (workbook, 0, 0, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (bv_sheet_get_n_rows (sheet), ==, 4);
      g_assert_cmpstr (bv_sheet_get_text (sheet, 0, 4), ==, "Đơn vị công tác");
      g_assert_cmpstr (bv_sheet_get_text (sheet, 1, 1), ==, "Lò Văn Ân");
      g_assert_cmpstr (bv_sheet_get_text (sheet, 3, 3), ==, "Bí thư; chi bộ");
    }
}

static void
test_merged (void)
{
  g_autofree char *path = data_path ("two-rows-gnumeric.xlsx");
  g_autoptr (BvSheet) sheet = read_file (path, 0);

  g_assert_cmpuint (bv_sheet_get_span (sheet, 1, 3), ==, 2);
  g_assert_cmpstr (bv_sheet_get_text (sheet, 1, 3), ==, "Năm sinh");
  g_assert_cmpstr (bv_sheet_get_text (sheet, 1, 4), ==, "");
  g_assert_cmpstr (bv_sheet_get_text (sheet, 2, 0), ==, "TT"); /* merged downwards */
  g_assert_cmpstr (bv_sheet_get_text (sheet, 2, 3), ==, "Nam");
}

/* What LibreOffice and Gnumeric do not write: the calendar of 1904, inline and rich texts. */
static void
test_written (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bv-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder };
  lxw_workbook *book = workbook_new_opt (path, &options); /* inline strings */
  lxw_worksheet *page = workbook_add_worksheet (book, "Một");
  lxw_format *date = workbook_add_format (book), *month = workbook_add_format (book);
  lxw_format *zeros = workbook_add_format (book), *quoted = workbook_add_format (book);

  format_set_num_format (date, "[$-42A]dd\\/mm\\/yyyy;@");
  format_set_num_format (month, "mm/yyyy");
  format_set_num_format (zeros, "000000000000");
  format_set_num_format (quoted, "0.00\" d\xc3\xa0y\"");
  worksheet_write_string (page, 0, 0, "Lò Thị <Hòa> & con", NULL);
  worksheet_write_number (page, 0, 1, 45327, date);
  worksheet_write_number (page, 0, 2, 60, date);
  worksheet_write_number (page, 0, 3, 45327.75, month);
  worksheet_write_number (page, 0, 4, 14075000001, zeros);
  worksheet_write_number (page, 0, 5, 1234.5, quoted);
  worksheet_write_boolean (page, 0, 6, 1, NULL);
  worksheet_write_formula_num (page, 0, 7, "=1+1", NULL, 2);
  worksheet_write_number (page, 0, 8, 0.1 + 0.2, NULL);
  worksheet_write_number (page, 0, 9, 1.234, NULL);
  worksheet_write_number (page, 1048575, 0, 7, NULL);
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);

  g_autoptr (BvSheet) sheet = read_file (path, 0);
  static const char *const expected[] = { "Lò Thị <Hòa> & con",
                                          "05/02/2024",
                                          "29/02/1900",
                                          "02/2024",
                                          "014075000001",
                                          "1234,5",
                                          "TRUE",
                                          "2",
                                          "0,3",
                                          "1,234" };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (bv_sheet_get_text (sheet, 0, i), ==, expected[i]);
  g_assert_cmpuint (bv_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpuint (bv_sheet_get_row_number (sheet, 1), ==, 1048576);
  g_unlink (path);
  g_rmdir (folder);
}

static void
assert_value (double value, const char *code, gboolean is_1904, const char *expected)
{
  g_autofree char *text = bv_xlsx_format_value (value, bv_xlsx_format_parse (code), is_1904);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_formats (void)
{
  assert_value (1, "dd/mm/yyyy", FALSE, "01/01/1900");
  assert_value (61, "dd/mm/yyyy", FALSE, "01/03/1900");
  assert_value (0, "dd/mm/yyyy", TRUE, "01/01/1904");
  assert_value (43865, "d-m-yy", TRUE, "05/02/2024");
  assert_value (45327, "\"ngày\" dd \"tháng\" mm \"năm\" yyyy", FALSE, "05/02/2024");
  assert_value (45327, "yyyy", FALSE, "2024");
  assert_value (45327, "mmm-yy", FALSE, "02/2024");
  assert_value (45327, "[Red]General", FALSE, "45327");
  assert_value (0.5, "h:mm", FALSE, "0,5");
  assert_value (0.5, "mm:ss", FALSE, "0,5");
  assert_value (0.986, "0.0%", FALSE, "98,6%");
  assert_value (0.2989, "0%", FALSE, "29,89%");
  assert_value (1.05, "0.00%", FALSE, "105%");
  assert_value (-4.2, "#,##0.0", FALSE, "-4,2");
  assert_value (34600, "#,##0", FALSE, "34600");
  assert_value (7, "0000", FALSE, "0007");
  assert_value (1e-9, "General", FALSE, "0,000000001");
  assert_value (123456789012, "General", FALSE, "123456789012");
  assert_value (1e300, "dd/mm/yyyy", FALSE, "1e+300");
  assert_value (-5, "dd/mm/yyyy", FALSE, "-5");
}

static void
test_damaged (void)
{
  static const struct
  {
    const char *name;
    BvExchangeError code;
    const char *says;
  } files[] = { { "truncated.xlsx", BV_EXCHANGE_ERROR_FORMAT, "damaged" },
                { "broken-xml.xlsx", BV_EXCHANGE_ERROR_FORMAT, "damaged" },
                { "missing-sheet.xlsx", BV_EXCHANGE_ERROR_FORMAT, "damaged" },
                { "damaged-data.xlsx", BV_EXCHANGE_ERROR_FORMAT, "damaged" },
                { "doctype.xlsx", BV_EXCHANGE_ERROR_FORMAT, "damaged" },
                { "random.xlsx", BV_EXCHANGE_ERROR_FORMAT, "damaged" },
                { "random.csv", BV_EXCHANGE_ERROR_FORMAT, "no table" },
                { "people.fods", BV_EXCHANGE_ERROR_FORMAT, "no table" },
                { "old.xls", BV_EXCHANGE_ERROR_FORMAT, "password" },
                { "broken-quote.csv", BV_EXCHANGE_ERROR_FORMAT, "row 3, column B" },
                { "text-after-quote.csv", BV_EXCHANGE_ERROR_FORMAT, "row 2, column B" },
                { "not-there.csv", BV_EXCHANGE_ERROR_READ, "does not exist" } };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = data_path (files[i].name);
      g_autoptr (GError) error = NULL;
      g_autoptr (BvWorkbook) workbook = bv_workbook_open (path, NULL, NULL, NULL, NULL, &error);
      g_autoptr (BvSheet) sheet = NULL;

      if (workbook != NULL)
        sheet = bv_workbook_read (workbook, 0, 0, NULL, NULL, NULL, &error);
      g_assert_null (sheet);
      g_assert_error (error, BV_EXCHANGE_ERROR, (int) files[i].code);
      if (strstr (error->message, files[i].name) == NULL
          || strstr (error->message, files[i].says) == NULL)
        g_error ("%s: %s", files[i].name, error->message);
      g_assert_null (strchr (error->message, '\n'));
    }
}

/* Cut at every length, a file is read or refused in words, never half believed and never a crash. */
static void
test_truncated (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bv-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "cut.xlsx", NULL);
  g_autofree char *good = data_path ("units-gnumeric.xlsx");
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (good, &content, &length, NULL));
  for (gsize n = 0; n < length; n += 61)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, content, (gssize) n, NULL));
      g_autoptr (BvWorkbook) workbook = bv_workbook_open (path, NULL, NULL, NULL, NULL, &error);
      g_assert_null (workbook);
      g_assert_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT);
    }
  g_unlink (path);
  g_rmdir (folder);
}

static void
stop_cb (double fraction, const char *what, gpointer user_data)
{
  g_assert_cmpfloat (fraction, <=, 1.000001);
  g_cancellable_cancel (user_data);
}

static void
test_cancelled (void)
{
  static const char *const names[] = { "units-libreoffice.csv", "units-libreoffice.xlsx" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = data_path (names[i]);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (BvWorkbook) workbook = bv_workbook_open (path, NULL, NULL, NULL, NULL, &error);
      g_autoptr (BvSheet) sheet = NULL;

      g_assert_no_error (error);
      g_cancellable_cancel (cancellable);
      sheet = bv_workbook_read (workbook, 0, 0, stop_cb, cancellable, cancellable, &error);
      g_assert_null (sheet);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_columns (void)
{
  static const struct
  {
    guint column;
    const char *letters;
  } columns[] = { { 0, "A" },    { 25, "Z" },    { 26, "AA" },
                  { 701, "ZZ" }, { 702, "AAA" }, { 16383, "XFD" } };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *letters = bv_sheet_format_column (columns[i].column);
      g_assert_cmpstr (letters, ==, columns[i].letters);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/csv", test_csv);
  g_test_add_func ("/sheet/separators", test_separators);
  g_test_add_data_func ("/sheet/libreoffice", "people-libreoffice.xlsx", test_people);
  g_test_add_data_func ("/sheet/gnumeric", "people-gnumeric.xlsx", test_people);
  g_test_add_func ("/sheet/encodings", test_encodings);
  g_test_add_func ("/sheet/merged", test_merged);
  g_test_add_func ("/sheet/written", test_written);
  g_test_add_func ("/sheet/formats", test_formats);
  g_test_add_func ("/sheet/damaged", test_damaged);
  g_test_add_func ("/sheet/truncated", test_truncated);
  g_test_add_func ("/sheet/cancelled", test_cancelled);
  g_test_add_func ("/sheet/columns", test_columns);
  return g_test_run ();
}
