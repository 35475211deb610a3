// SPDX-License-Identifier: GPL-3.0-or-later
/* The real bangvang-cli as a process: what it prints, what it answers, what it leaves behind. Golden outputs stand
 * in tests/cli/golden; BV_UPDATE_GOLDEN=1 writes them anew, to be read before they are committed. */

#include "cli-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* ── Tests ───────────────────────────────────────────────────────────────────────────────── */

/* Every command that the help names has a help of its own. */
static void
test_help (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_auto (GStrv) lines = NULL;
  const char *commands;
  guint n = 0;

  run (f, &result, "--help", NULL);
  assert_ok (&result);
  assert_golden (f, "help.txt", result.out);
  commands = strstr (result.out, "Commands:\n");
  g_assert_nonnull (commands);
  lines = g_strsplit (commands + strlen ("Commands:\n"), "\n", -1);
  for (guint i = 0; g_str_has_prefix (lines[i], "  "); i++, n++)
    {
      g_autofree char *command = g_strndup (lines[i] + 2, strcspn (lines[i] + 2, " "));
      g_autofree char *name = g_strdup_printf ("help-%s.txt", command);

      run (f, &result, command, "--help", NULL);
      assert_ok (&result);
      g_assert_nonnull (strstr (result.out, "Exit codes:"));
      assert_golden (f, name, result.out);
    }
  g_assert_cmpuint (n, >, 12);
  run (f, &result, "--version", NULL);
  assert_ok (&result);
  g_assert_true (g_str_has_prefix (result.out, "bangvang-cli "));
  g_assert_false (g_file_test (f->file, G_FILE_TEST_EXISTS));
}

static void
test_main_job (Fixture *f, gconstpointer data)
{
  g_autofree char *list = g_build_filename (g_getenv ("BV_DATA_DIR"), "demo",
                                            "danh-sach-khen-thuong.csv", NULL);
  g_autofree char *pdf = get_path (f, "giay-khen.pdf");
  g_autofree char *report = get_path (f, "bao-cao.pdf");
  g_autofree char *odt = get_path (f, "bao-cao.odt");
  g_autofree char *xlsx = get_path (f, "bao-cao.xlsx");
  g_autofree char *png = get_path (f, "chi-tieu.png");
  g_autofree char *svg = get_path (f, "chi-tieu.svg");
  g_autofree char *backup = get_path (f, "sao-luu.bangvang");
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  run (f, &result, "decision", "new", "--title", "Về việc tặng Giấy khen quý I năm 2023", "--year",
       "2023", NULL);
  assert_ok (&result);
  assert_golden (f, "decision-new.txt", result.out);
  run (f, &result, "import", "awards", list, "-d", "#11", "--form", "GKH", "--dry-run", NULL);
  assert_ok (&result);
  assert_golden (f, "import-dry-run.txt", result.out);
  run (f, &result, "import", "awards", list, "-d", "#11", "--form", "GKH", NULL);
  assert_ok (&result);
  assert_golden (f, "import.txt", result.out);
  run (f, &result, "import", "awards", list, "-d", "#11", "--form", "GKH", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  assert_golden (f, "import-again.txt", result.out);
  run (f, &result, "decision", "issue", "#11", "--number", "126", "--date", "27/3/2023", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  assert_golden (f, "issue.txt", result.out);
  assert_golden (f, "issue-warnings.txt", result.err);
  run (f, &result, "decision", "show", "126/QĐ-UBND", NULL);
  assert_ok (&result);
  assert_golden (f, "decision-show.txt", result.out);

  run (f, &result, "certificates", "126", "-o", pdf, NULL);
  assert_ok (&result);
  assert_golden (f, "certificates.txt", result.out);
  assert_magic (pdf, "%PDF-");
  run (f, &result, "report", "--year", "2022", "-o", report, "-o", odt, "-o", xlsx, NULL);
  assert_ok (&result);
  assert_magic (report, "%PDF-");
  assert_magic (odt, "PK\3\4");
  assert_magic (xlsx, "PK\3\4");
  run (f, &result, "chart", "--year", "2019", "-o", png, "-o", svg, NULL);
  assert_ok (&result);
  assert_magic (png, "\x89PNG");
  g_assert_cmpint (get_size (svg), >, 1000);

  run (f, &result, "undo", NULL);
  assert_ok (&result);
  assert_golden (f, "undo.txt", result.out);
  run (f, &result, "decision", "show", "126", NULL);
  assert_refused (&result, 4, "126");
  run (f, &result, "redo", NULL);
  assert_ok (&result);
  run (f, &result, "history", NULL);
  assert_ok (&result);
  assert_golden (f, "history.txt", result.out);
  run (f, &result, "backup", backup, NULL);
  assert_ok (&result);
  run (f, &result, "backup", backup, NULL);
  assert_refused (&result, 3, "exists already");
  run (f, &result, "backup", "--force", backup, NULL);
  assert_ok (&result);
  run (f, &result, "check", NULL);
  assert_ok (&result);
  run (f, &result, "check", "--file", backup, NULL);
  assert_ok (&result);
  assert_golden (f, "check.txt", result.out);
}

static void
test_lists (Fixture *f, gconstpointer data)
{
  static const char *const lists[] = { "people", "units",      "households", "decisions",
                                       "awards", "indicators", "movements" };
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (JsonNode) node = NULL;
      JsonArray *rows;

      run (f, &result, "list", lists[i], "--json", NULL);
      assert_ok (&result);
      node = parse (&result);
      rows = json_node_get_array (node);
      g_assert_cmpuint (json_array_get_length (rows), >, 4);
      g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (rows, 0), "id"),
                       >, 0);
    }
  run (f, &result, "list", "decisions", NULL);
  assert_ok (&result);
  assert_golden (f, "list-decisions.txt", result.out);
  run (f, &result, "list", "people", "--unit", "Phòng Nội vụ", NULL);
  assert_ok (&result);
  assert_golden (f, "list-people.txt", result.out);
  run (f, &result, "list", "awards", "--decision", "124", "--ledger", NULL);
  assert_ok (&result);
  assert_golden (f, "list-awards.txt", result.out);
  run (f, &result, "list", "units", "--search", "muong chum", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "Xã Mường Chùm"));
  g_assert_null (strstr (result.out, "Xã Mường Bú"));
}

static void
test_indicators (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) node = NULL;
  JsonObject *root;

  init_demo (f, &result);
  run (f, &result, "indicator", "show", "--year", "2019", NULL);
  assert_ok (&result);
  assert_golden (f, "indicators.txt", result.out);
  run (f, &result, "indicator", "show", "--year", "2019", "--json", NULL);
  assert_ok (&result);
  node = parse (&result);
  root = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (root, "planned"), ==, 22);
  g_assert_cmpint (json_object_get_int_member (root, "met_or_exceeded"), ==, 20);

  run (f, &result, "indicator", "record", "XH04", "46,5", "-y", "2019", "-u", "UBND huyện",
       "--note", "Số liệu minh họa", NULL);
  assert_refused (&result, 4, "UBND huyện");
  run (f, &result, "indicator", "record", "XH04", "46,5", "-y", "2019", "-u",
       "Ủy ban nhân dân huyện Mường La", "--note", "Số liệu minh họa", NULL);
  assert_ok (&result);
  run (f, &result, "indicator", "show", "--year", "2019", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "21 of 22"));
  /* Months that nobody reported are told, and not silently left out of the sum. */
  run (f, &result, "indicator", "record", "XH04", "12", "-y", "2021", "-u", "#1", "-p", "M01",
       NULL);
  assert_ok (&result);
  run (f, &result, "indicator", "show", "--year", "2021", "--month", "3", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "No figures for months 2, 3"));
  run (f, &result, "indicator", "record", "XH04", "bốn sáu", "-y", "2019", "-u",
       "Ủy ban nhân dân huyện Mường La", NULL);
  assert_refused (&result, 4, "bốn sáu");
  run (f, &result, "indicator", "plan", "NOBODY", "1", "-u", "#1", NULL);
  assert_refused (&result, 4, "NOBODY");
  run (f, &result, "indicator", "show", "--month", "13", NULL);
  assert_refused (&result, 2, "--month");
}

static void
test_decisions (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) node = NULL;

  init_demo (f, &result);
  run (f, &result, "decision", "show", "125", "--json", NULL);
  assert_ok (&result);
  node = parse (&result);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "units"), ==, 27);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "bonus"), ==, 24300000);

  run (f, &result, "decision", "new", "-t", "Về việc công nhận", "-y", "2022", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "issue", "#11", NULL);
  assert_refused (&result, 4, "list is empty");
  run (f, &result, "decision", "add", "#11", "Phòng Nội vụ", "phong tai chinh - ke hoach", "--form",
       "TTLDTT", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==, "2 lines added.\n");
  run (f, &result, "decision", "add", "#11", "Phòng Nội vụ", "--form", "CSTDCS", NULL);
  assert_refused (&result, 4, "collectives");
  run (f, &result, "decision", "add", "#11", "Nobody At All", "--form", "TTLDTT", NULL);
  assert_refused (&result, 4, "Nobody At All");
  run (f, &result, "decision", "issue", "#11", "--date", "31/02/2023", NULL);
  assert_refused (&result, 2, "31/02/2023");
  run (f, &result, "decision", "issue", "#11", "--number", "125", "--date", "27/3/2023", NULL);
  assert_refused (&result, 4, "125/QĐ-UBND");
  run (f, &result, "decision", "issue", "#11", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==, "Issued: 126/QĐ-UBND\n");
  run (f, &result, "decision", "delete", "126", NULL);
  assert_refused (&result, 4, "take it back");
  run (f, &result, "decision", "unissue", "126", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "delete", "#11", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "new", "--received", "-t", "Tặng Bằng khen", "--number",
       "301/QĐ-UBND", "--date", "1/3/2023", "--issuer", "Chủ tịch Ủy ban nhân dân tỉnh Sơn La",
       NULL);
  assert_ok (&result);
  run (f, &result, "decision", "show", "301/QĐ-UBND", NULL);
  assert_ok (&result);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* A disk that runs full (here: a limit on the size of files): one sentence, nothing half written, and what
 * stood there before stays. */
static void
test_full_disk (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "c.pdf", "r.pdf", "r.odt", "c.png", "c.svg", "b.bangvang" };
  g_auto (Result) result = { 0 };
  g_autofree char *csv = get_path (f, "nguoi.csv");
  g_autofree char *old = get_path (f, "r.pdf");
  g_autoptr (GString) table = g_string_new ("Họ và tên;Năm sinh;Đơn vị\n");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files;

  for (int i = 0; i < 800; i++)
    g_string_append_printf (table, "Lò Văn Mới %c%c;%d;Phòng Nội vụ\n", 'a' + i % 26, 'a' + i / 26,
                            1950 + i % 50);
  g_file_set_contents (csv, table->str, -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (old, "the report of last year", -1, &error);
  g_assert_no_error (error);
  init_demo (f, &result);
  run (f, &result, "list", "movements", NULL);
  assert_ok (&result);
  n_files = count_files (f->folder);

  f->is_full = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = get_path (f, names[i]);

      if (i == 0)
        run (f, &result, "certificates", "125", "-o", path, NULL);
      else if (i < 3)
        run (f, &result, "report", "-y", "2022", "-o", path, NULL);
      else if (i < 5)
        run (f, &result, "chart", "-y", "2022", "-o", path, NULL);
      else
        run (f, &result, "backup", path, NULL);
      assert_refused (&result, 3, names[i]);
      g_assert_cmpint (strchr (result.err, '\n') - result.err, ==,
                       (gssize) strlen (result.err) - 1);
      g_assert_cmpuint (count_files (f->folder), ==, n_files);
    }
  run (f, &result, "import", "people", csv, NULL);
  g_assert_cmpint (result.exit_code, ==, 3);
  f->is_full = FALSE;

  g_file_get_contents (old, &kept, NULL, &error);
  g_assert_cmpstr (kept, ==, "the report of last year");
  run (f, &result, "check", NULL);
  assert_ok (&result);
  run (f, &result, "list", "people", "-s", "Mới", "--json", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==, "[]\n");
}

/* A commune's draft is not dated back into the time when the office was a district. */
static void
test_another_time (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  init_demo (f, &result);
  g_setenv ("BV_TODAY", "2026-03-27", TRUE);
  run (f, &result, "decision", "new", "-t", "Về việc tặng Giấy khen", "-y", "2023", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "add", "#11", "Phòng Nội vụ", "--form", "GKX", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "issue", "#11", "--date", "27/3/2023", NULL);
  assert_refused (&result, 4, "choose another date");
  run (f, &result, "decision", "issue", "#11", NULL);
  assert_ok (&result);
  g_setenv ("BV_TODAY", "2023-03-27", TRUE);
}

/* From nothing but a table of targets: the movement, its indicators, their completion. */
static void
test_fresh_indicators (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autofree char *csv = get_path (f, "chi-tieu.csv");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (csv,
                       "Chỉ tiêu;ĐVT;Kế hoạch năm 2022;Thực hiện năm 2022\n"
                       "Trồng rừng mới;ha;400;412\nTỷ lệ hộ nghèo;%;12,5;13,1\n",
                       -1, &error);
  g_assert_no_error (error);
  run (f, &result, "init", "--area", "huyện Thử", "--superior", "tỉnh Sơn La", "--from", "1/1/2020",
       "--signer", "Lò Văn Thử", NULL);
  assert_ok (&result);
  run (f, &result, "indicator", "movement", "Thi đua năm 2022", "-y", "2022", NULL);
  assert_ok (&result);
  run (f, &result, "indicator", "movement", "thi dua nam 2022", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  run (f, &result, "import", "indicators", csv, "-u", "#1", "--movement", "Thi đua năm 2022", NULL);
  g_assert_cmpint (result.exit_code, ==, 0);
  run (f, &result, "indicator", "show", "-y", "2022", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "1 of 2 indicators"));
}

static void
test_usage (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  run (f, &result, NULL);
  g_assert_cmpint (result.exit_code, ==, 2);
  g_assert_nonnull (strstr (result.err, "Commands:"));
  run (f, &result, "dance", NULL);
  assert_refused (&result, 2, "dance");
  run (f, &result, "list", NULL);
  assert_refused (&result, 2, "--help");
  run (f, &result, "list", "dogs", NULL);
  assert_refused (&result, 2, "dogs");
  run (f, &result, "check", "--fast", NULL);
  assert_refused (&result, 2, "--fast");
  run (f, &result, "check", "more", NULL);
  assert_refused (&result, 2, "more");
  run (f, &result, "init", NULL);
  assert_refused (&result, 2, "--demo");
  run (f, &result, "report", NULL);
  assert_refused (&result, 2, "--output");
  run (f, &result, "report", "-o", "x.doc", NULL);
  assert_refused (&result, 2, "x.doc");
  run (f, &result, "chart", "-o", "x.gif", NULL);
  assert_refused (&result, 2, "x.gif");
  run (f, &result, "import", "dogs", "x.csv", NULL);
  assert_refused (&result, 2, "dogs");
  run (f, &result, "decision", "dance", NULL);
  assert_refused (&result, 2, "dance");
  run (f, &result, "history", "first", NULL);
  g_assert_cmpint (result.exit_code, !=, 0);
  g_assert_false (g_file_test (f->file, G_FILE_TEST_EXISTS));
}

static void
test_files (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autofree char *text = get_path (f, "van-ban.bangvang");
  g_autofree char *csv = get_path (f, "hong.csv");
  g_autofree char *nowhere = get_path (f, "khong-co/giay-khen.pdf");
  g_autofree char *pdf = get_path (f, "giay-khen.pdf");
  g_autofree char *beside = g_strconcat (f->file, "-wal", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  run (f, &result, "check", NULL);
  assert_refused (&result, 3, "thu.bangvang");
  g_file_set_contents (text, "không phải cơ sở dữ liệu của chương trình này", -1, &error);
  g_assert_no_error (error);
  run (f, &result, "list", "people", "--file", text, NULL);
  assert_refused (&result, 3, "van-ban.bangvang");
  g_file_get_contents (text, &content, NULL, &error);
  g_assert_cmpstr (content, ==, "không phải cơ sở dữ liệu của chương trình này");

  init_demo (f, &result);
  run (f, &result, "init", "--demo", NULL);
  assert_refused (&result, 3, "thu.bangvang");
  run (f, &result, "import", "people", nowhere, NULL);
  assert_refused (&result, 3, "giay-khen.pdf");
  g_file_set_contents (csv, "Họ và tên;Năm sinh\n\"Lò Văn Ân;1975\n", -1, &error);
  g_assert_no_error (error);
  run (f, &result, "import", "people", csv, NULL);
  assert_refused (&result, 3, "hong.csv");
  run (f, &result, "import", "people", "/dev/zero", NULL);
  assert_refused (&result, 3, "“zero” is a device");
  run (f, &result, "certificates", "125", "-o", nowhere, NULL);
  assert_refused (&result, 3, "giay-khen.pdf");
  run (f, &result, "certificates", "125", "-o", pdf, "--lines", "1,99", NULL);
  assert_refused (&result, 4, "99");
  run (f, &result, "certificates", "125", "-o", pdf, "--offset-x", "500", NULL);
  assert_refused (&result, 2, "30 mm");
  run (f, &result, "certificates", "#10", "-o", pdf, NULL);
  assert_refused (&result, 4, "issue it first");
  g_assert_cmpint (strchr (result.err, '\n') - result.err, ==, (gssize) strlen (result.err) - 1);
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
  /* The office's own file where a document or a copy should go. */
  run (f, &result, "certificates", "125", "-o", f->file, NULL);
  assert_refused (&result, 2, "must end in .pdf");
  run (f, &result, "backup", f->file, "--force", NULL);
  assert_refused (&result, 3, "another name");
  run (f, &result, "backup", beside, "--force", NULL);
  assert_refused (&result, 3, "another name");
  g_assert_cmpint (symlink (f->file, pdf), ==, 0);
  run (f, &result, "certificates", "125", "-o", pdf, NULL);
  assert_refused (&result, 3, "another name");
  run (f, &result, "report", "-y", "2022", "-o", pdf, NULL);
  assert_refused (&result, 3, "another name");
  run (f, &result, "chart", "-y", "2022", "-o", pdf, NULL);
  assert_refused (&result, 3, "another name");
  run (f, &result, "indicator", "record", "KT01", "5", "-u", "#99999", NULL);
  g_assert_cmpint (result.exit_code, ==, 4);
  g_assert_null (strstr (result.err, "FOREIGN KEY"));
  run (f, &result, "check", NULL);
  assert_ok (&result);
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  run (f, &result, "init", "--area", "xã Mường Bú", "--level", "commune", "--superior",
       "tỉnh Sơn La", "--from", "1/7/2025", "--signer", "Lò Văn Thử", NULL);
  assert_ok (&result);
  run (f, &result, "decision", "new", "-t", "Một", "-y", "2022", NULL);
  assert_ok (&result);
  run (f, &result, "redo", NULL);
  assert_refused (&result, 1, "nothing to redo");
  run (f, &result, "undo", "2", "--json", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "\"title\""));
  run (f, &result, "redo", NULL);
  assert_ok (&result);
  run (f, &result, "undo", "99", NULL);
  assert_refused (&result, 4, "no entry number 99");
  run (f, &result, "undo", "first", NULL);
  assert_refused (&result, 2, "first");
}

/* A row that is wrong stops the import, unless one says otherwise; the cell is named. */
static void
test_import_errors (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autofree char *csv = get_path (f, "nguoi.csv");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (csv,
                       "STT;Họ và tên;Năm sinh;Đơn vị công tác;Cỡ giày\n"
                       "1;Lò Văn Mới;31/02/1975;Phòng Nội vụ;39\n"
                       "2;Quàng Thị Mới;1980;Phòng Nội vụ;36\n",
                       -1, &error);
  g_assert_no_error (error);
  init_demo (f, &result);
  run (f, &result, "import", "people", csv, NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  g_assert_nonnull (strstr (result.err, "31/02/1975"));
  g_assert_nonnull (strstr (result.out, "Columns not imported: E (Cỡ giày);"));
  g_assert_nonnull (strstr (result.err, "2"));
  run (f, &result, "list", "people", "-s", "Mới", "--json", NULL);
  assert_ok (&result);
  g_assert_cmpstr (result.out, ==, "[]\n");
  run (f, &result, "import", "people", csv, "--partial", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  run (f, &result, "list", "people", "-s", "Mới", NULL);
  assert_ok (&result);
  g_assert_nonnull (strstr (result.out, "Quàng Thị Mới"));
  g_assert_null (strstr (result.out, "Lò Văn Mới"));
}

/* A table of thousands of doubtful rows must not flood the terminal; a machine reads all of them. */
static void
test_many_findings (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autofree char *csv = get_path (f, "nhieu.csv");
  g_autoptr (GString) text = g_string_new ("Họ và tên;Năm sinh;Đơn vị công tác\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "Lò Văn Thử %u;31/02/1975;Phòng Nội vụ\n", i);
  g_file_set_contents (csv, text->str, -1, &error);
  g_assert_no_error (error);
  init_demo (f, &result);
  run (f, &result, "import", "people", csv, NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  lines = g_strsplit (result.err, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), <, 60);
  g_assert_nonnull (strstr (result.err, "more findings"));
  run (f, &result, "import", "people", csv, "--json", NULL);
  g_assert_cmpint (result.exit_code, ==, 1);
  node = parse (&result);
  g_assert_cmpuint (
    json_array_get_length (json_object_get_array_member (json_node_get_object (node), "findings")),
    >=, 300);
}

static void
test_vietnamese (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = { 0 };

  g_setenv ("LANGUAGE", "vi", TRUE);
  init_demo (f, &result);
  run (f, &result, "indicator", "show", "-y", "2019", NULL);
  assert_ok (&result);
  g_setenv ("LANGUAGE", "en", TRUE);
  assert_golden (f, "indicators-vi.txt", result.out);
}

/* The wall: the command line links no toolkit. */
static void
test_links_no_gtk (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  const char *const argv[] = { "readelf", "-d", g_getenv ("BV_CLI"), NULL };
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_nonnull (strstr (out, "libsqlite3"));
  g_assert_null (strstr (out, "libgtk"));
  g_assert_null (strstr (out, "libadwaita"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli/help", test_help);
  ADD ("/cli/main-job", test_main_job);
  ADD ("/cli/lists", test_lists);
  ADD ("/cli/indicators", test_indicators);
  ADD ("/cli/decisions", test_decisions);
  ADD ("/cli/full-disk", test_full_disk);
  ADD ("/cli/another-time", test_another_time);
  ADD ("/cli/fresh-indicators", test_fresh_indicators);
  ADD ("/cli/usage", test_usage);
  ADD ("/cli/files", test_files);
  ADD ("/cli/undo", test_undo);
  ADD ("/cli/import-errors", test_import_errors);
  ADD ("/cli/many-findings", test_many_findings);
  ADD ("/cli/vietnamese", test_vietnamese);
  ADD ("/cli/links-no-gtk", test_links_no_gtk);
  return g_test_run ();
}
