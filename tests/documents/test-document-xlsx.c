// SPDX-License-Identifier: GPL-3.0-or-later
/* The workbook of a document's tables, read back by Gnumeric and as an archive; and what happens when
 * it cannot be written. */

#include "base/bv-error.h"
#include "bv-test-folder.h"
#include "sample-document.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-input-stdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static char *folder;
static char *xlsx;

static void
write_sample (void)
{
  g_autoptr (BvDocument) document = sample_document_new ();
  g_autoptr (GError) error = NULL;

  bv_document_write (document, BV_DOCUMENT_FORMAT_XLSX, xlsx, &error);
  g_assert_no_error (error);
}

static char *
read_part (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) steps = g_strsplit (name, "/", -1);
  GsfInput *input = gsf_input_stdio_new (xlsx, &error);
  GsfInfile *archive;
  GsfInput *part;
  gsize length;
  char *text;

  g_assert_no_error (error);
  archive = gsf_infile_zip_new (input, &error);
  g_assert_no_error (error);
  part = gsf_infile_child_by_aname (archive, (const char **) steps);
  g_assert_nonnull (part);
  length = (gsize) gsf_input_size (part);
  text = g_strndup ((const char *) gsf_input_read (part, length, NULL), length);
  g_object_unref (part);
  g_object_unref (archive);
  g_object_unref (input);
  return text;
}

static void
assert_contains (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_error ("“%s” is not in:\n%.2000s", part, text);
}

/* Two tables of one name become two sheets with names that every program takes. */
static void
test_parts (void)
{
  g_autofree char *workbook = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *across = NULL;
  g_autofree char *styles = NULL;

  write_sample ();
  workbook = read_part ("xl/workbook.xml");
  assert_contains (workbook, "name=\"Danh sách  khen thưởng 2022\"");
  assert_contains (workbook, "name=\"Bảng 3\"");
  assert_contains (workbook, "_xlnm.Print_Titles");
  assert_contains (workbook, "$1:$2");
  sheet = read_part ("xl/worksheets/sheet1.xml");
  assert_contains (sheet, "<pane ySplit=\"2\" topLeftCell=\"A3\"");
  assert_contains (sheet, "state=\"frozen\"");
  assert_contains (sheet, "<mergeCell ref=\"D1:E1\"/>");
  assert_contains (sheet, "<mergeCell ref=\"A1:A2\"/>");
  assert_contains (sheet, "<v>1234568.5</v>");
  assert_contains (sheet, "<v>0.986</v>");
  assert_contains (sheet, "fitToHeight=\"0\"");
  assert_contains (sheet, "paperSize=\"9\"");
  across = read_part ("xl/worksheets/sheet2.xml");
  assert_contains (across, "orientation=\"landscape\"");
  styles = read_part ("xl/styles.xml");
  assert_contains (styles, "[$-42A]#,##0.0");
  assert_contains (styles, "Times New Roman");
}

/* Gnumeric reads the same values; its CSV has them as numbers. */
static void
test_read_back (void)
{
  g_autofree char *csv = g_build_filename (folder, "thử.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher)
    launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;

  write_sample ();
  g_subprocess_launcher_setenv (launcher, "HOME", folder, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  process = g_subprocess_launcher_spawn (launcher, &error, "timeout", "60", "ssconvert",
                                         "--export-type=Gnumeric_stf:stf_assistant", "-O",
                                         "separator=; format=raw", xlsx, csv, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (csv, &text, NULL, &error);
  g_assert_no_error (error);
  assert_contains (text, "30;\"" SAMPLE_NAME "\";\"đơn vị/xã/bản\";1234597.5;0.98");
  assert_contains (text, ";–\n");
  assert_contains (text, "74075880");
  g_remove (csv);
}

static void
test_no_tables (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Chỉ có chữ");
  g_autoptr (GError) error = NULL;

  bv_document_add_paragraph (document, BV_PARAGRAPH_BODY, "Một đoạn.");
  g_remove (xlsx);
  g_assert_false (bv_document_write (document, BV_DOCUMENT_FORMAT_XLSX, xlsx, &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "Chỉ có chữ"));
  g_assert_false (g_file_test (xlsx, G_FILE_TEST_EXISTS));
}

/* As on a full disk: the system takes no more than so many bytes. Whatever the format, the file that
 * stood there before still stands, and nothing else is left behind. */
static void
test_no_room (void)
{
  g_autoptr (BvDocument) document = sample_document_new ();
  struct rlimit before;
  struct rlimit little;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  for (int format = 0; format < 3; format++)
    {
      g_autofree char *path = g_build_filename (folder, "cũ.tệp", NULL);
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_written;
      GDir *dir;
      guint n = 0;

      g_file_set_contents (path, "bản cũ", -1, &error);
      g_assert_no_error (error);
      little = before;
      little.rlim_cur = 3000;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
      is_written = bv_document_write (document, (BvDocumentFormat) format, path, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      g_assert_false (is_written);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "cũ.tệp"));
      g_file_get_contents (path, &content, NULL, NULL);
      g_assert_cmpstr (content, ==, "bản cũ");
      g_remove (path);
      dir = g_dir_open (folder, 0, NULL);
      for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir))
        if (strstr (name, "cũ"))
          n++;
      g_dir_close (dir);
      g_assert_cmpuint (n, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("bv-xlsx-XXXXXX", NULL);
  xlsx = g_build_filename (folder, "thử.xlsx", NULL);
  g_test_add_func ("/document-xlsx/parts", test_parts);
  g_test_add_func ("/document-xlsx/read-back", test_read_back);
  g_test_add_func ("/document-xlsx/no-tables", test_no_tables);
  g_test_add_func ("/document-xlsx/no-room", test_no_room);
  result = g_test_run ();
  bv_test_folder_remove (folder);
  g_free (xlsx);
  g_free (folder);
  return result;
}
