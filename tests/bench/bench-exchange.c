// SPDX-License-Identifier: GPL-3.0-or-later
/* A table of 100,000 people staged, as CSV and as XLSX, against bare readers in the same run: read into a
 * sheet, then read, recognised and every row checked against an empty register. Each run is a process of
 * its own, in turn with its rival. Prints seconds, the ratio and the resident set; and the sort keys of
 * 100,000 names.
 *
 *   bench-exchange PATH-OF-bare-exchange [RUNS]
 *   bench-exchange --read FILE | --stage FILE      (one of our runs: prints milliseconds and kB) */

#include "base/bv-name.h"
#include "exchange/bv-import.h"
#include "exchange/bv-workbook.h"
#include "store/bv-store.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <xlsxwriter.h>

#define N_ROWS 100000
#define N_COLUMNS 10

static const char *const families[] = { "Lò",   "Quàng", "Cầm",  "Nguyễn", "Hoàng", "Vàng", "Giàng",
                                        "Tòng", "Lường", "Điêu", "Đặng",   "Bạc",   "Sồng", "Mùa" };
static const char *const middles[] = { "Văn", "Thị", "Đức", "Ngọc", "Thanh", "Hồng", "Xuân", "Mỹ" };
static const char *const givens[] = { "Tuyết", "Dưỡng", "Hưởng", "Nguyệt", "Khuất", "Ẩn",  "Phượng",
                                      "Quỳnh", "Thắng", "Ngữ",   "Bẩy",    "Pâng",  "Ước", "Yến" };

static void
make_row (guint i, char cells[N_COLUMNS][80])
{
  static const char *const headers[N_COLUMNS] = { "STT",       "Họ và tên",       "Ngày sinh",
                                                  "Giới tính", "Dân tộc",         "Số CCCD",
                                                  "Chức vụ",   "Đơn vị công tác", "Đảng viên",
                                                  "Địa chỉ" };
  guint k = i * 2654435761u;

  for (guint c = 0; c < N_COLUMNS && i == 0; c++)
    g_strlcpy (cells[c], headers[c], 80);
  if (i == 0)
    return;
  g_snprintf (cells[0], 80, "%u", i);
  g_snprintf (cells[1], 80, "%s %s %s", families[k % G_N_ELEMENTS (families)],
              middles[(k >> 8) % G_N_ELEMENTS (middles)],
              givens[(k >> 16) % G_N_ELEMENTS (givens)]);
  g_snprintf (cells[2], 80, "%02u/%02u/%u", 1 + (k >> 4) % 28, 1 + (k >> 9) % 12,
              1955 + (k >> 13) % 48);
  g_strlcpy (cells[3], k & 1 ? "Nam" : "Nữ", 80);
  g_strlcpy (cells[4], "Thái", 80);
  g_snprintf (cells[5], 80, "0140%08u", i);
  g_strlcpy (cells[6], "Giáo viên", 80);
  g_snprintf (cells[7], 80, "Trường Tiểu học số %u Mường La", (k >> 5) % 200);
  g_strlcpy (cells[8], k & 2 ? "x" : "", 80);
  g_snprintf (cells[9], 80, "Bản %u, xã Mường Chùm", (k >> 7) % 97);
}

static char *
make_csv (const char *folder)
{
  char *path = g_build_filename (folder, "people.csv", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  char cells[N_COLUMNS][80];

  for (guint i = 0; i <= N_ROWS; i++)
    {
      make_row (i, cells);
      for (guint c = 0; c < N_COLUMNS; c++)
        g_string_append_printf (text, strchr (cells[c], ',') != NULL ? "\"%s\"%c" : "%s%c",
                                cells[c], c + 1 < N_COLUMNS ? ',' : '\n');
    }
  if (!g_file_set_contents (path, text->str, (gssize) text->len, NULL))
    g_error ("cannot write %s", path);
  return path;
}

static char *
make_xlsx (const char *folder)
{
  char *path = g_build_filename (folder, "people.xlsx", NULL);
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  char cells[N_COLUMNS][80];

  for (guint i = 0; i <= N_ROWS; i++)
    {
      make_row (i, cells);
      for (guint c = 0; c < N_COLUMNS; c++)
        worksheet_write_string (sheet, i, (lxw_col_t) c, cells[c], NULL);
    }
  if (workbook_close (book) != LXW_NO_ERROR)
    g_error ("cannot write %s", path);
  return path;
}

/* ── One of our runs ─────────────────────────────────────────────────────────────────────── */

static void
report (gint64 start)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.1f %ld\n", (double) (g_get_monotonic_time () - start) / 1000, usage.ru_maxrss);
}

static int
run_read (const char *path)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvWorkbook) workbook = bv_workbook_open (path, NULL, NULL, NULL, NULL, &error);
  g_autoptr (BvSheet)
    sheet = workbook != NULL ? bv_workbook_read (workbook, 0, 0, NULL, NULL, NULL, &error) : NULL;

  if (sheet == NULL || bv_sheet_get_n_rows (sheet) != N_ROWS + 1)
    g_error ("%s", error != NULL ? error->message : "rows are missing");
  report (start);
  return 0;
}

static int
run_stage (const char *path)
{
  g_autofree char *folder = g_dir_make_tmp ("bv-bench-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "a.bangvang", NULL);
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStore) store = bv_store_open (file, BV_STORE_CREATE, &error);
  g_autoptr (BvImport) import = NULL;
  BvImportCounts counts = { 0 };
  gint64 start;

  if (store == NULL)
    g_error ("%s", error->message);
  start = g_get_monotonic_time ();
  import = bv_import_new (store, BV_IMPORT_PEOPLE);
  if (!bv_import_load (import, path, NULL, &error) || !bv_import_check (import, NULL, &error))
    g_error ("%s", error->message);
  report (start);
  bv_import_get_counts (import, &counts);
  if (counts.n[BV_IMPORT_ROW_NEW] != N_ROWS)
    g_error ("%u rows of %d are new", counts.n[BV_IMPORT_ROW_NEW], N_ROWS);
  g_clear_object (&import);
  bv_store_close (store);
  if (system (remove) != 0)
    return 1;
  return 0;
}

/* ── All runs ────────────────────────────────────────────────────────────────────────────── */

/* Milliseconds as a child prints them; the resident set in @kilobytes. */
static double
spawn (const char *program, const char *option, const char *path, double *kilobytes)
{
  const char *arguments[] = { program, option, path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  char *end;
  int status;

  if (option == NULL)
    {
      arguments[1] = path;
      arguments[2] = NULL;
    }
  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", program, error->message);
  double ms = g_ascii_strtod (output, &end);
  *kilobytes = g_ascii_strtod (end, NULL);
  return ms;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
measure (const char *self, const char *rival, const char *path, guint n_runs)
{
  g_autofree double *bare = g_new0 (double, n_runs), *read = g_new0 (double, n_runs),
                    *staged = g_new0 (double, n_runs);
  g_autofree char *name = g_path_get_basename (path);
  double unused, kilobytes = 0;

  for (guint i = 0; i < n_runs; i++)
    {
      bare[i] = spawn (rival, NULL, path, &unused);
      read[i] = spawn (self, "--read", path, &unused);
      staged[i] = spawn (self, "--stage", path, &kilobytes);
    }
  qsort (bare, n_runs, sizeof *bare, compare);
  qsort (read, n_runs, sizeof *read, compare);
  qsort (staged, n_runs, sizeof *staged, compare);
  g_print ("%s, %d rows: bare %.2f s, read into a sheet %.2f s (%.1f times), staged %.2f s (%.1f "
           "times, limit 5 s), %.0f MB\n",
           name, N_ROWS, bare[n_runs / 2] / 1000, read[n_runs / 2] / 1000,
           read[n_runs / 2] / bare[n_runs / 2], staged[n_runs / 2] / 1000,
           staged[n_runs / 2] / bare[n_runs / 2], kilobytes / 1024);
}

static void
measure_keys (void)
{
  gint64 start = g_get_monotonic_time ();
  char cells[N_COLUMNS][80];

  for (guint i = 1; i <= N_ROWS; i++)
    {
      make_row (i, cells);
      g_autoptr (GBytes) key = bv_name_sort_key (cells[1], BV_NAME_ORDER_GIVEN_MIDDLE_FAMILY);
    }
  g_print ("sort keys of %d names: %.0f ms\n", N_ROWS,
           (double) (g_get_monotonic_time () - start) / 1000);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--read") == 0)
    return run_read (argv[2]);
  if (argc == 3 && strcmp (argv[1], "--stage") == 0)
    return run_stage (argv[2]);
  if (argc < 2)
    return 2;

  g_autofree char *folder = g_dir_make_tmp ("bv-bench-XXXXXX", NULL);
  g_autofree char *csv = make_csv (folder);
  g_autofree char *xlsx = make_xlsx (folder);
  guint n_runs = argc > 2 ? (guint) atoi (argv[2]) : 5;
  measure (argv[0], argv[1], csv, MAX (1, n_runs));
  measure (argv[0], argv[1], xlsx, MAX (1, n_runs));
  measure_keys ();
  g_unlink (csv);
  g_unlink (xlsx);
  g_rmdir (folder);
  return 0;
}
