// SPDX-License-Identifier: GPL-3.0-or-later
/* Certificates as PDF, read back by other programs: text, pages, fonts, paper; every line inside its
 * box; what does not fit is told and nothing written. */

#define _GNU_SOURCE /* memmem */

#include "bv-test-folder.h"
#include "certificate-sample.h"

#include "base/bv-error.h"
#include "drawing/bv-certificate.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static char *folder;

/* ── What is on the paper ────────────────────────────────────────────────────────────────── */

static void
test_texts (void)
{
  static const struct
  {
    const char *id;
    const char *expected[4];
  } cases[] = {
    { "giay-khen-huyen", { "TẶNG", "GIẤY KHEN", "Bà: Lò Thị Ánh Tuyết", NULL } },
    { "giay-khen-xa", { "TẶNG", "GIẤY KHEN", "Bà: Lò Thị Ánh Tuyết", NULL } },
    { "cstdcs", { "TẶNG DANH HIỆU", "CHIẾN SĨ THI ĐUA CƠ SỞ", "Bà: Lò Thị Ánh Tuyết", NULL } },
    { "ttldtt", { "TẶNG DANH HIỆU", "TẬP THỂ LAO ĐỘNG TIÊN TIẾN", "Lò Thị Ánh Tuyết", NULL } },
  };
  static const char *const common[] = {
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA",
    "Giáo viên, Trường Trung học cơ sở Mường Bú",
    "phong trào thi đua “Dạy tốt - Học tốt” năm học 2022 - 2023",
    "Quyết định số: 125/QĐ-UBND ngày 05 tháng 02 năm 2023",
    "Số sổ vàng: 12/2023",
    "Mường La, ngày 05 tháng 02 năm 2023",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Nguyễn Văn Tâm",
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvCertificateTemplate) t = built_in (cases[i].id);
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_build_filename (folder, "texts.pdf", NULL);
      g_autofree char *text = NULL;
      BvCertificate c = sample (t);
      BvCertificateOptions options = { 0 };
      write_list (&c, 1, &options, path, NULL, &error);
      g_assert_no_error (error);
      text = extract (path);
      for (guint k = 0; k < G_N_ELEMENTS (common); k++)
        assert_contains (text, common[k]);
      for (guint k = 0; cases[i].expected[k]; k++)
        assert_contains (text, cases[i].expected[k]);
    }
}

/* Every letter of a name comes out as it went in, in each of the marks. */
static void
test_names_extract (void)
{
  static const char *const names[] = {
    "Nguyễn Thị Ẩn", "Quàng Văn Ỷ",  "Đặng Ưng Ằm",       "Lường Thị Ỡm",       "Hoàng Sĩ Ngữ",
    "Vừ A Dếnh",     "Giàng Thị Mỷ", "Tòng Văn Phẩm",     "Cà Thị Ước",         "Lèo Văn Khuất",
    "Bạc Cầm Quỵnh", "Ðinh Thị Ðỗ",  "Nguyễn Huỳnh Uyển", "Trần Ngọc Ỷ Ngoẵng", "Phạm Hữu Khoẻ",
    "Vàng Thị Pằng", "Sồng A Nủ",    "Mùa A Lẫu",         "Thào Thị Chở",       "Hạng Thị Dỡ",
    "Lò Văn Pịnh",   "Cầm Thị Hặc",  "Điêu Chính Bẩy",    "Hà Thị Kỳ",
  };
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "names.pdf", NULL);
  g_autofree char *text = NULL;
  BvCertificate c[G_N_ELEMENTS (names)];
  BvCertificateOptions options = { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      c[i] = sample (t);
      c[i].name = names[i];
    }
  write_list (c, G_N_ELEMENTS (names), &options, path, NULL, &error);
  g_assert_no_error (error);
  text = extract (path);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_contains (text, names[i]);
}

static void
test_kinds (void)
{
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "kinds.pdf", NULL);
  g_autofree char *text = NULL;
  BvCertificateOptions options = { 0 };
  BvCertificate c[5];
  for (guint i = 0; i < G_N_ELEMENTS (c); i++)
    c[i] = sample (t);
  c[0].honorific = "";
  c[1].kind = BV_SUBJECT_UNIT;
  c[1].honorific = NULL;
  c[1].name = "Phòng Kinh tế và Hạ tầng";
  c[2].kind = BV_SUBJECT_HOUSEHOLD;
  c[2].honorific = NULL;
  c[2].name = "Hộ gia đình ông Quàng Văn Ánh";
  c[3].is_posthumous = TRUE;
  c[4].signer_prefix = "Q.";
  c[4].signer_on_behalf_of = "";
  c[4].signer_post = "CHỦ TỊCH";
  c[4].ledger = "";
  write_list (c, 5, &options, path, NULL, &error);
  g_assert_no_error (error);
  text = extract (path);
  assert_contains (text, "Ông (Bà): Lò Thị Ánh Tuyết");
  assert_contains (text, "Tập thể: Phòng Kinh tế và Hạ tầng");
  assert_contains (text, "Hộ gia đình: ông Quàng Văn Ánh");
  assert_contains (text, "TRUY TẶNG");
  assert_contains (text, "Q. CHỦ TỊCH");
  {
    g_autofree char *last = ask ("pdftotext", "-f", "5", "-l", "5", path, "-", NULL);
    g_assert_null (strstr (last, "sổ vàng"));
    g_assert_null (strstr (last, "TRUY"));
  }
}

/* ── The file ────────────────────────────────────────────────────────────────────────────── */

static void
test_file (void)
{
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "file.pdf", NULL);
  g_autofree char *fonts = NULL;
  g_autofree char *info = NULL;
  g_auto (GStrv) lines = NULL;
  BvCertificateOptions options = { .document_title = "Giấy khen năm 2023",
                                   .document_author = "Ủy ban nhân dân huyện Mường La" };
  BvCertificate c[3];
  guint n_fonts = 0;
  for (guint i = 0; i < 3; i++)
    c[i] = sample (t);
  write_list (c, 3, &options, path, NULL, &error);
  g_assert_no_error (error);

  fonts = ask ("pdffonts", path, NULL);
  lines = g_strsplit (fonts, "\n", -1);
  for (guint i = 2; lines[i] && *lines[i]; i++)
    {
      g_autoptr (GRegex)
        embedded = g_regex_new ("\\s(yes)\\s+(yes)\\s+(yes|no)\\s+\\d+\\s+\\d+$", 0, 0, NULL);
      n_fonts++;
      if (!g_regex_match (embedded, lines[i], 0, NULL))
        g_error ("not embedded and subset: %s", lines[i]);
      g_assert_true (strstr (lines[i], "LiberationSerif") || strstr (lines[i], "TeXGyreTermes"));
    }
  g_assert_cmpuint (n_fonts, >=, 3);

  info = ask ("pdfinfo", "-box", path, NULL);
  assert_contains (info, "Giấy khen năm 2023");
  assert_contains (info, "Ủy ban nhân dân huyện Mường La");
  assert_contains (info, "Pages:           3");
  assert_contains (info, "841.89 x 595.276 pts (A4)");
  g_free (ask ("qpdf", "--check", path, NULL));
}

static void
test_same_bytes (void)
{
  g_autoptr (BvCertificateTemplate) t = built_in ("cstdcs");
  BvCertificateOptions options = { 0 };
  BvCertificate c = sample (t);
  GBytes *bytes[2];
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      List list = { &c, 1, 0 };
      BvCertificateBatch batch = { &options, next_cb, &list, 1, NULL, NULL };
      bytes[i] = bv_certificate_batch_to_bytes (&batch, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_true (g_bytes_equal (bytes[0], bytes[1]));
  g_assert_true (
    memmem (g_bytes_get_data (bytes[0], NULL), g_bytes_get_size (bytes[0]), "20230327", 8));
  g_bytes_unref (bytes[0]);
  g_bytes_unref (bytes[1]);
}

/* The border stands in the file once, however many pages there are. */
static void
test_small (void)
{
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-xa");
  g_autofree BvCertificate *c = g_new0 (BvCertificate, 300);
  g_autofree char *one = g_build_filename (folder, "one.pdf", NULL);
  g_autofree char *many = g_build_filename (folder, "many.pdf", NULL);
  g_autoptr (GError) error = NULL;
  BvCertificateOptions options = { 0 };
  GStatBuf a;
  GStatBuf b;
  for (guint i = 0; i < 300; i++)
    c[i] = sample (t);
  write_list (c, 1, &options, one, NULL, &error);
  g_assert_no_error (error);
  write_list (c, 300, &options, many, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (one, &a), ==, 0);
  g_assert_cmpint (g_stat (many, &b), ==, 0);
  g_assert_cmpint ((b.st_size - a.st_size) / 299, <, 3000);
}

static void
test_a3 (void)
{
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "a3.pdf", NULL);
  g_autofree char *info = NULL;
  g_autofree char *text = NULL;
  BvCertificateOptions a4 = { .paper = BV_PAPER_A4 };
  BvCertificateOptions a3 = { .paper = BV_PAPER_A3 };
  g_autoptr (BvCertificatePainter) small = NULL;
  g_autoptr (BvCertificatePainter) large = NULL;
  g_autoptr (GPtrArray) on_a4 = NULL;
  g_autoptr (GPtrArray) on_a3 = NULL;
  BvCertificate c = sample (t);
  write_list (&c, 1, &a3, path, NULL, &error);
  g_assert_no_error (error);
  info = ask ("pdfinfo", path, NULL);
  assert_contains (info, "1190.55 x 841.89 pts (A3)");
  text = extract (path);
  assert_contains (text, "GIẤY KHEN");

  /* Everything at the same place of a sheet √2 times as large. */
  small = bv_certificate_painter_new (&a4, &error);
  large = bv_certificate_painter_new (&a3, &error);
  on_a4 = bv_certificate_painter_measure (small, &c, NULL);
  on_a3 = bv_certificate_painter_measure (large, &c, NULL);
  g_assert_cmpuint (on_a4->len, ==, on_a3->len);
  for (guint i = 0; i < on_a4->len; i++)
    {
      const BvCertificatePlacement *p = on_a4->pdata[i];
      const BvCertificatePlacement *q = on_a3->pdata[i];
      g_assert_cmpstr (p->text, ==, q->text);
      g_assert_cmpfloat_with_epsilon (q->size / p->size, 420.0 / 297.0, 0.03);
    }
}

/* ── Inside its box ──────────────────────────────────────────────────────────────────────── */

static void
assert_inside (BvCertificateTemplate *t, const BvCertificate *c, BvPaper paper)
{
  g_autoptr (GError) error = NULL;
  BvCertificateOptions options = { .paper = paper };
  g_autoptr (BvCertificatePainter) painter = bv_certificate_painter_new (&options, &error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) placements = bv_certificate_painter_measure (painter, c, &findings);
  const BvCertificatePlacement *above = NULL;
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const BvCertificateFinding *f = findings->pdata[i];
      g_error ("%s, %s: %s", t->id, f->line, f->message);
    }
  for (guint i = 0; i < placements->len; i++)
    {
      const BvCertificatePlacement *p = placements->pdata[i];
      if (p->ink.x < p->box.x - 0.5 || p->ink.x + p->ink.width > p->box.x + p->box.width + 0.5
          || p->ink.y < p->box.y - 0.5 || p->ink.y + p->ink.height > p->box.y + p->box.height + 0.5)
        g_error ("%s: “%s” leaves its box: %g %g %g %g in %g %g %g %g", t->id, p->text, p->ink.x,
                 p->ink.y, p->ink.width, p->ink.height, p->box.x, p->box.y, p->box.width,
                 p->box.height);
      /* no mark touches the line above */
      if (above && g_str_equal (above->block, p->block))
        g_assert_cmpfloat (p->ink.y, >=, above->ink.y + above->ink.height - 0.01);
      above = p;
    }
}

static void
test_inside (void)
{
  static const struct
  {
    BvSubjectKind kind;
    const char *name;
    const char *detail;
    const char *achievement;
  } cases[] = {
    { BV_SUBJECT_PERSON, "Vì Y", "", "Đã có thành tích xuất sắc năm 2023" },
    { BV_SUBJECT_PERSON, "Công Tằng Tôn Nữ Hoàng Phượng Quỳnh Nguyệt",
      "Phó Hiệu trưởng Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nguyễn Tất "
      "Thành, xã Chiềng Công, huyện Mường La",
      "Đã có thành tích đặc biệt xuất sắc trong phong trào thi đua “Cả nước chung sức xây dựng "
      "nông "
      "thôn mới” và “Vì người nghèo - Không để ai bị bỏ lại phía sau” trên địa bàn huyện Mường La "
      "giai đoạn 2021 - 2025, góp phần hoàn thành các chỉ tiêu" },
    { BV_SUBJECT_UNIT,
      "Trường Phổ thông dân tộc nội trú Trung học cơ sở và Trung học phổ thông huyện Mường La", "",
      "Đã hoàn thành xuất sắc nhiệm vụ công tác năm học 2022 - 2023" },
    { BV_SUBJECT_HOUSEHOLD, "Hộ gia đình bà Quàng Thị Ngoẵng",
      "Bản Nà Tòng, xã Tạ Bú, huyện Mường La",
      "Đã có thành tích tiêu biểu trong phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”" },
  };
  for (guint k = 0; bv_certificate_template_list ()[k]; k++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      for (guint paper = BV_PAPER_A4; paper <= BV_PAPER_A3; paper++)
        {
          g_autoptr (BvCertificateTemplate) t = built_in (bv_certificate_template_list ()[k]);
          BvCertificate c = sample (t);
          c.kind = cases[i].kind;
          c.honorific = c.kind == BV_SUBJECT_PERSON ? "Bà" : NULL;
          c.name = cases[i].name;
          c.detail = cases[i].detail;
          c.achievement = cases[i].achievement;
          c.is_posthumous = i % 2 == 1;
          c.issuer = i % 2 ? "Chủ tịch Ủy ban nhân dân thị trấn Ít Ong"
                           : "Chủ tịch Ủy ban nhân dân huyện Mường La";
          assert_inside (t, &c, (BvPaper) paper);
        }
}

/* A person's name stays on one line at every length that fits. */
static void
test_name_on_one_line (void)
{
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  g_autoptr (GError) error = NULL;
  BvCertificateOptions options = { 0 };
  g_autoptr (BvCertificatePainter) painter = bv_certificate_painter_new (&options, &error);
  g_autoptr (GString) name = g_string_new ("Nguyễn");
  gboolean shrunk = FALSE;
  gboolean refused = FALSE;
  for (guint i = 0; i < 40 && !refused; i++)
    {
      BvCertificate c = sample (t);
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GPtrArray) placements = NULL;
      g_string_append (name, i % 2 ? " Hương" : " Thị");
      c.name = name->str;
      placements = bv_certificate_painter_measure (painter, &c, &findings);
      refused = findings->len > 0;
      if (refused)
        {
          const BvCertificateFinding *f = findings->pdata[0];
          g_assert_nonnull (strstr (f->message, "does not fit"));
        }
      for (guint p = 0; p < placements->len; p++)
        {
          const BvCertificatePlacement *placed = placements->pdata[p];
          const char *found = strstr (placed->text, "Nguyễn Thị");
          if (!found)
            continue;
          g_assert_null (strchr (found, '\n'));
          shrunk = shrunk || placed->size < 23.0;
        }
    }
  g_assert_true (shrunk);
  g_assert_true (refused);
}

/* ── Refusals ────────────────────────────────────────────────────────────────────────────── */

static void
test_unfit_is_told (void)
{
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *path = g_build_filename (folder, "unfit.pdf", NULL);
  g_autoptr (GString) endless = g_string_new ("Đã có thành tích");
  BvCertificateOptions options = { 0 };
  BvCertificate c[4];
  for (guint i = 0; i < 4; i++)
    c[i] = sample (t);
  for (guint i = 0; i < 120; i++)
    g_string_append (endless, " xuất sắc");
  c[1].achievement = endless->str;
  c[1].name = "Cầm Văn Dài";
  c[2].name = "";
  g_assert_false (write_list (c, 4, &options, path, &findings, &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FIT);
  g_assert_nonnull (strstr (error->message, "2 rows"));
  g_assert_nonnull (strstr (error->message, "row 2 (Cầm Văn Dài)"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpuint (((BvCertificateFinding *) findings->pdata[0])->row, ==, 2);
  g_assert_nonnull (
    strstr (((BvCertificateFinding *) findings->pdata[0])->message, "does not fit"));
  g_assert_cmpuint (((BvCertificateFinding *) findings->pdata[1])->row, ==, 3);
  g_assert_nonnull (
    strstr (((BvCertificateFinding *) findings->pdata[1])->message, "name is empty"));
}

static void
test_strange_letter (void)
{
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "strange.pdf", NULL);
  BvCertificateOptions options = { 0 };
  BvCertificate c = sample (t);
  c.name = "Lò Văn 田";
  g_assert_false (write_list (&c, 1, &options, path, NULL, &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FIT);
  g_assert_nonnull (strstr (error->message, "田"));
}

static void
test_draft_is_refused (void)
{
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "draft.pdf", NULL);
  BvCertificateOptions options = { 0 };
  BvCertificate c = sample (t);
  c.decision_number = "";
  c.decision_date = NULL;
  g_assert_false (write_list (&c, 1, &options, path, NULL, &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FIT);
  g_assert_nonnull (strstr (error->message, "issue it first"));
}

static void
test_empty_batch (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "empty.pdf", NULL);
  BvCertificateOptions options = { 0 };
  g_assert_false (write_list (NULL, 0, &options, path, NULL, &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
progress_cb (double fraction, const char *what, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_build_filename (folder, "cancelled.pdf", NULL);
  g_autofree BvCertificate *c = g_new0 (BvCertificate, 200);
  BvCertificateOptions options = { 0 };
  List list = { c, 200, 0 };
  BvCertificateBatch batch = { &options, next_cb, &list, 200, progress_cb, cancellable };
  for (guint i = 0; i < 200; i++)
    c[i] = sample (t);
  g_assert_false (bv_certificate_batch_write (&batch, path, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (list.at, <, 50);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A place that cannot be written to is named. */
static void
test_no_folder (void)
{
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  g_autoptr (GError) error = NULL;
  BvCertificateOptions options = { 0 };
  BvCertificate c = sample (t);
  g_assert_false (write_list (&c, 1, &options, "/nonexistent/folder/x.pdf", NULL, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "/nonexistent/folder"));
}

/* A disk that runs full in the middle (here: a limit on the size of files): an error, no file, and
 * nothing of it left beside. */
static void
test_full_disk (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_build_filename (folder, "full.pdf", NULL);
      g_autoptr (GDir) dir = NULL;
      BvCertificateOptions options = { 0 };
      BvCertificate c = sample (t);
      struct rlimit limit = { 20000, 20000 };
      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      g_assert_false (write_list (&c, 1, &options, path, NULL, &error));
      g_assert_nonnull (error);
      dir = g_dir_open (folder, 0, NULL);
      g_assert_null (g_dir_read_name (dir));
      g_rmdir (folder);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* Blank for signature and seal: at least 35 mm between the signer's post and name. DOMAIN 8.1 */
static void
test_room_for_the_seal (void)
{
  for (guint k = 0; bv_certificate_template_list ()[k]; k++)
    {
      g_autoptr (BvCertificateTemplate) t = built_in (bv_certificate_template_list ()[k]);
      g_autoptr (GError) error = NULL;
      BvCertificateOptions options = { 0 };
      g_autoptr (BvCertificatePainter) painter = bv_certificate_painter_new (&options, &error);
      BvCertificate c = sample (t);
      g_autoptr (GPtrArray) placements = bv_certificate_painter_measure (painter, &c, NULL);
      double post = 0.0;
      double name = 0.0;
      for (guint i = 0; i < placements->len; i++)
        {
          const BvCertificatePlacement *p = placements->pdata[i];
          if (g_str_equal (p->text, "PHÓ CHỦ TỊCH"))
            post = p->ink.y + p->ink.height;
          else if (g_str_equal (p->text, "Nguyễn Văn Tâm"))
            name = p->ink.y;
        }
      g_assert_cmpfloat (post, >, 0.0);
      g_assert_cmpfloat (BV_PT_TO_MM (name - post), >=, 35.0);
    }
}

int
main (int argc, char **argv)
{
  int result = 0;
  g_test_init (&argc, &argv, NULL);
  folder = bv_test_folder_new ();
  g_test_add_func ("/certificate/texts", test_texts);
  g_test_add_func ("/certificate/names-extract", test_names_extract);
  g_test_add_func ("/certificate/kinds", test_kinds);
  g_test_add_func ("/certificate/file", test_file);
  g_test_add_func ("/certificate/same-bytes", test_same_bytes);
  g_test_add_func ("/certificate/small", test_small);
  g_test_add_func ("/certificate/a3", test_a3);
  g_test_add_func ("/certificate/inside", test_inside);
  g_test_add_func ("/certificate/name-on-one-line", test_name_on_one_line);
  g_test_add_func ("/certificate/room-for-the-seal", test_room_for_the_seal);
  g_test_add_func ("/certificate/unfit-is-told", test_unfit_is_told);
  g_test_add_func ("/certificate/strange-letter", test_strange_letter);
  g_test_add_func ("/certificate/draft-is-refused", test_draft_is_refused);
  g_test_add_func ("/certificate/empty-batch", test_empty_batch);
  g_test_add_func ("/certificate/cancel", test_cancel);
  g_test_add_func ("/certificate/no-folder", test_no_folder);
  g_test_add_func ("/certificate/full-disk", test_full_disk);
  result = g_test_run ();
  bv_test_folder_remove (folder);
  return result;
}
