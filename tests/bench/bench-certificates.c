// SPDX-License-Identifier: GPL-3.0-or-later
/* 1,000 different certificates against bare cairo, in one run on the same recipients; and 10,000 for
 * the memory. Each run is a process of its own, started in turn with its rival, so that what disturbs
 * one disturbs both. Prints a ratio, bytes a page and the resident set.
 *
 *   bench-certificates PATH-OF-bare-certificates [RUNS]
 *   bench-certificates --write RECIPIENTS.tsv OUT.pdf      (one of our runs) */

#define _GNU_SOURCE

#include "base/bv-file.h"
#include "drawing/bv-certificate.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* ── Invented people ─────────────────────────────────────────────────────────────────────── */

static const char *const families[] = { "Lò",   "Quàng", "Cầm",  "Nguyễn", "Hoàng", "Vàng", "Giàng",
                                        "Tòng", "Lường", "Điêu", "Đặng",   "Bạc",   "Sồng", "Mùa" };
static const char *const middles[] = { "Văn", "Thị", "Đức", "Ngọc", "Thanh", "Hồng", "Xuân", "Mỹ" };
static const char *const givens[] = { "Tuyết",  "Dưỡng", "Hưởng", "Nguyệt", "Khuất", "Ẩn",
                                      "Phượng", "Quỳnh", "Thắng", "Ngữ",    "Bẩy",   "Pâng",
                                      "Ước",    "Yến",   "Hằng",  "Dũng",   "Thơm" };
static const char *const posts[] = {
  "Giáo viên",   "Hiệu trưởng", "Bí thư Chi bộ", "Trưởng bản", "Công chức Tư pháp - Hộ tịch",
  "Chuyên viên", "Y sĩ"
};
static const char *const units[] = { "Trường Tiểu học Mường Bú",
                                     "Ủy ban nhân dân xã Chiềng Lao",
                                     "Trạm Y tế xã Nặm Păm",
                                     "Hội Liên hiệp Phụ nữ xã Tạ Bú",
                                     "Ban Chỉ huy Quân sự xã Hua Trai",
                                     "Đoàn Thanh niên Cộng sản Hồ Chí Minh thị trấn Ít Ong" };
static const char *const deeds[] = {
  "Đã hoàn thành xuất sắc nhiệm vụ năm học 2022 - 2023",
  "Đã có thành tích xuất sắc trong phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới” "
  "giai "
  "đoạn 2021 - 2025",
  "Đã có nhiều đóng góp tích cực trong công tác phòng, chống thiên tai và tìm kiếm cứu nạn năm "
  "2023",
  "Đã có thành tích tiêu biểu trong phong trào “Nông dân thi đua sản xuất, kinh doanh giỏi” hai "
  "năm "
  "2022 - 2023",
  "Đã lập thành tích xuất sắc trong công tác chăm sóc sức khỏe nhân dân 6 tháng đầu năm 2023",
};

#define PICK(list, i, step) list[((guint) (i) * (step) + (guint) (i) / 7) % G_N_ELEMENTS (list)]

static char *
make_recipients (const char *folder, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char *path = g_strdup_printf ("%s/%u.tsv", folder, n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (
      text, "%u/QĐ-UBND\t%s %s %s\t%s, %s\t%s\t%u/2023\thttps://example.vn/x/%08x\n", 100 + i,
      PICK (families, i, 5), PICK (middles, i, 3), PICK (givens, i, 11), PICK (posts, i, 2),
      PICK (units, i, 5), PICK (deeds, i, 3), i + 1, i * 2654435761u);
  g_file_set_contents (path, text->str, (gssize) text->len, NULL);
  return path;
}

/* ── One of our runs ─────────────────────────────────────────────────────────────────────── */

typedef struct
{
  char *at;
  BvCertificateTemplate *template_;
} Reader;

static gboolean
next_cb (BvCertificate *certificate, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  char *fields[6] = { NULL };
  char *end = NULL;
  if (!*reader->at)
    return FALSE;
  end = strchr (reader->at, '\n');
  *end = '\0';
  for (int i = 0; i < 6; i++)
    fields[i] = strsep (&reader->at, "\t");
  reader->at = end + 1;
  *certificate = (BvCertificate){
    .template_ = reader->template_,
    .kind = BV_SUBJECT_PERSON,
    .honorific = "Ông",
    .name = fields[1],
    .detail = fields[2],
    .achievement = fields[3],
    .issuer = "Chủ tịch Ủy ban nhân dân huyện Mường La",
    .decision_number = fields[0],
    .decision_date = "2023-11-20",
    .ledger = fields[4],
    .place = "Mường La",
    .signer_post = "Chủ tịch",
    .signer_name = "Nguyễn Văn Trường",
  };
  return TRUE;
}

static int
write_ours (const char *recipients, const char *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCertificateTemplate)
    template_ = bv_certificate_template_built_in ("giay-khen-huyen", &error);
  g_autofree char *text = NULL;
  BvCertificateOptions options = { 0 };
  Reader reader = { NULL, template_ };
  BvCertificateBatch batch = { &options, next_cb, &reader, 0, NULL, NULL };
  if (!template_ || !g_file_get_contents (recipients, &text, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  reader.at = text;
  if (bv_certificate_batch_write (&batch, out, NULL, NULL, NULL, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}

/* ── Measuring ───────────────────────────────────────────────────────────────────────────── */

/* Seconds of one process; its largest resident set in kB. */
static double
run (const char *const *arguments, long *resident)
{
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  int status = 0;
  pid_t child = fork ();
  if (child == 0)
    {
      execv (arguments[0], (char *const *) arguments);
      _exit (127);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) < 0 || !WIFEXITED (status)
      || WEXITSTATUS (status) != 0)
    g_error ("%s failed", arguments[0]);
  *resident = usage.ru_maxrss;
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static int
compare_doubles_cb (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;
  return (x > y) - (x < y);
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof (double), compare_doubles_cb);
  return values[n / 2];
}

static goffset
file_size (const char *path)
{
  GStatBuf status;
  return g_stat (path, &status) == 0 ? (goffset) status.st_size : 0;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *thousand = NULL;
  g_autofree char *many = NULL;
  g_autofree char *out = NULL;
  g_autofree char *fonts = NULL;
  g_autofree char *fonts_file = bv_data_path ("fonts/LiberationSerif-Regular.ttf");
  guint runs = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 5;
  double ours[64];
  double bare[64];
  double bare_qr[64];
  long resident = 0;
  goffset size = 0;

  if (argc == 4 && g_str_equal (argv[1], "--write"))
    return write_ours (argv[2], argv[3]);
  if (argc < 2 || runs == 0 || runs > G_N_ELEMENTS (ours) || !fonts_file)
    {
      g_printerr ("bench-certificates PATH-OF-bare-certificates [RUNS]\n");
      return 2;
    }
  folder = g_dir_make_tmp ("bv-bench-XXXXXX", NULL);
  thousand = make_recipients (folder, 1000);
  many = make_recipients (folder, 10000);
  out = g_build_filename (folder, "out.pdf", NULL);
  fonts = g_path_get_dirname (fonts_file);
  {
    const char *ours_arguments[] = { "/proc/self/exe", "--write", thousand, out, NULL };
    const char *many_arguments[] = { "/proc/self/exe", "--write", many, out, NULL };
    const char *bare_arguments[] = { argv[1], thousand, out, fonts, NULL };
    const char *qr_arguments[] = { argv[1], thousand, out, fonts, "qr", NULL };
    for (guint i = 0; i < runs; i++)
      {
        ours[i] = run (ours_arguments, &resident);
        size = file_size (out);
        bare[i] = run (bare_arguments, &resident);
        bare_qr[i] = run (qr_arguments, &resident);
      }
    run (many_arguments, &resident);
  }
  {
    double our_time = median (ours, runs);
    double bare_time = median (bare, runs);
    double qr_time = median (bare_qr, runs);
    printf (
      "certificates, 1,000 pages: %.3f s, bare cairo %.3f s (with a QR code %.3f s): ratio %.2f "
      "(%.2f), wanted at most 2\n",
      our_time, bare_time, qr_time, our_time / bare_time, our_time / qr_time);
    printf ("certificates, 1,000 pages: %.0f bytes a page, wanted below 3000\n", size / 1000.0);
    printf ("certificates, 10,000 pages: %.0f bytes a page, %.1f MB resident, wanted below 100\n",
            file_size (out) / 10000.0, resident / 1024.0);
  }
  g_remove (thousand);
  g_remove (many);
  g_remove (out);
  g_rmdir (folder);
  return 0;
}
