// SPDX-License-Identifier: GPL-3.0-or-later
/* Stock, calibration and drawings of the office's own; templates with mistakes. */

#include "bv-test-folder.h"
#include "certificate-sample.h"

#include "base/bv-error.h"
#include "drawing/bv-artwork.h"
#include "drawing/bv-certificate.h"

#include <glib/gstdio.h>
#include <string.h>

static char *folder;

/* ── Stock, calibration, artwork ─────────────────────────────────────────────────────────── */

static void
test_stock (void)
{
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "stock.pdf", NULL);
  g_autofree char *framed = NULL;
  g_autofree char *lettered = NULL;
  BvCertificateOptions options = { .stock = BV_CERTIFICATE_STOCK_FRAMED };
  BvCertificate c = sample (t);
  GStatBuf status;

  write_list (&c, 1, &options, path, NULL, &error);
  g_assert_no_error (error);
  framed = extract (path);
  assert_contains (framed, "GIẤY KHEN");
  assert_contains (framed, "Lò Thị Ánh Tuyết");
  /* no border in it */
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_size, <, 80000);

  options.stock = BV_CERTIFICATE_STOCK_LETTERED;
  write_list (&c, 1, &options, path, NULL, &error);
  g_assert_no_error (error);
  lettered = extract (path);
  g_assert_null (strstr (lettered, "GIẤY KHEN"));
  g_assert_null (strstr (lettered, "CỘNG HÒA"));
  assert_contains (lettered, "Lò Thị Ánh Tuyết");
  assert_contains (lettered, "Nguyễn Văn Tâm");

  c.is_posthumous = TRUE;
  g_assert_false (write_list (&c, 1, &options, path, NULL, &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FIT);
  g_assert_nonnull (strstr (error->message, "posthumous"));
}

/* The x and y of a word on the page, in points from the top left. */
static void
find_word (const char *path, const char *word, double *x, double *y)
{
  g_autofree char *boxes = ask ("pdftotext", "-bbox", path, "-", NULL);
  g_autofree char *end = g_strdup_printf (">%s</word>", word);
  char *at = strstr (boxes, end);
  g_assert_nonnull (at);
  *at = '\0';
  at = strrchr (boxes, '<');
  *x = g_ascii_strtod (strstr (at, "xMin=\"") + 6, NULL);
  *y = g_ascii_strtod (strstr (at, "yMin=\"") + 6, NULL);
}

static void
test_calibration (void)
{
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "moved.pdf", NULL);
  BvCertificateOptions options = { 0 };
  BvCertificate c = sample (t);
  double x0 = 0.0;
  double y0 = 0.0;
  double x1 = 0.0;
  double y1 = 0.0;
  write_list (&c, 1, &options, path, NULL, &error);
  g_assert_no_error (error);
  find_word (path, "Tuyết", &x0, &y0);
  options.offset_x = 2.5;
  options.offset_y = -1.5;
  write_list (&c, 1, &options, path, NULL, &error);
  g_assert_no_error (error);
  find_word (path, "Tuyết", &x1, &y1);
  g_assert_cmpfloat_with_epsilon (BV_PT_TO_MM (x1 - x0), 2.5, 0.02);
  g_assert_cmpfloat_with_epsilon (BV_PT_TO_MM (y1 - y0), -1.5, 0.02);
}

static void
test_own_artwork (void)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 297 210'>"
                            "<path fill='#00f' d='M0 0H297V210H0Z'/></svg>";
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  g_autoptr (GBytes) own = g_bytes_new_static (svg, sizeof svg - 1);
  g_autoptr (GError) error = NULL;
  BvCertificateOptions options = { .frame = own, .frame_name = "khung-rieng.svg" };
  BvCertificate c = sample (t);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 842, 595);
  cairo_t *cr = cairo_create (surface);
  const guint32 *corner = NULL;
  g_assert_true (bv_certificate_draw_page (cr, &options, &c, &error));
  g_assert_no_error (error);
  cairo_surface_flush (surface);
  corner = (const guint32 *) (cairo_image_surface_get_data (surface)
                              + 300 * cairo_image_surface_get_stride (surface));
  g_assert_cmphex (corner[8] & 0xffffff, ==, 0x0000ff);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_damaged_artwork (void)
{
  static const struct
  {
    const char *name;
    const char *content;
    gsize length;
  } files[] = {
    { "rach.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0", 50 },
    { "rong.svg", "", 0 },
    { "thu.docx", "PK\003\004 something else", 20 },
    { "cut.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x02", 26 },
    { "huge.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x02", 26 },
    { "cut.jpg", "\xff\xd8\xff\xe0\0\x10JFIF\0", 11 },
  };
  g_autoptr (BvCertificateTemplate) t = built_in ("giay-khen-huyen");
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_build_filename (folder, "damaged.pdf", NULL);
      g_autoptr (GBytes) content = g_bytes_new (files[i].content, files[i].length);
      BvCertificateOptions options = { .emblem = content, .emblem_name = files[i].name };
      BvCertificate c = sample (t);
      g_assert_false (write_list (&c, 1, &options, path, NULL, &error));
      g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE);
      g_assert_nonnull (strstr (error->message, files[i].name));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* ── Templates ───────────────────────────────────────────────────────────────────────────── */

static void
test_template_errors (void)
{
  static const char head[] =
    "{\"format\":1,\"id\":\"x\",\"title\":\"x\",\"blocks\":[{\"name\":\"b\",";
  static const struct
  {
    gboolean with_head;
    const char *json;
    const char *expected;
  } cases[] = {
    { FALSE, "{", "not readable as JSON" },
    { FALSE, "[1]", "not readable as JSON" },
    { FALSE, "{\"id\":\"x\"}", "format" },
    { FALSE, "{\"format\":2}", "format" },
    { FALSE, "{\"format\":1,\"id\":\"x\",\"title\":\"x\",\"blocks\":[]}", "blocks" },
    { FALSE, "{\"format\":1,\"id\":\"x\",\"title\":\"x\",\"blok\":[]}", "blok" },
    { TRUE, "\"box\":[0,0,300,10],\"lines\":[{\"text\":\"a\"}]}]}", "blocks[0].box" },
    { TRUE, "\"box\":[0,0,30],\"lines\":[{\"text\":\"a\"}]}]}", "blocks[0].box" },
    { TRUE, "\"box\":[0,0,99,9],\"lines\":[{\"text\":\"{nam}\"}]}]}", "{nam}" },
    { TRUE, "\"box\":[0,0,99,9],\"lines\":[{\"text\":\"{name\"}]}]}", "blocks[0].lines[0].text" },
    { TRUE, "\"box\":[0,0,99,9],\"lines\":[{\"text\":\"a\",\"size\":[20,10]}]}]}",
      "blocks[0].lines[0].size" },
    { TRUE, "\"box\":[0,0,99,9],\"lines\":[{\"text\":\"a\",\"size\":\"big\"}]}]}",
      "blocks[0].lines[0].size" },
    { TRUE, "\"box\":[0,0,99,9],\"lines\":[{\"text\":\"a\",\"colour\":\"red\"}]}]}",
      "blocks[0].lines[0].colour" },
    { TRUE, "\"box\":[0,0,99,9],\"lines\":[{\"text\":\"a\",\"font\":\"Arial\"}]}]}",
      "serif, sans, display" },
    { TRUE, "\"box\":[0,0,99,9],\"lines\":[{\"text\":[{\"text\":\"a\",\"weight\":9}]}]}]}",
      "blocks[0].lines[0].text[0].weight" },
    { TRUE, "\"box\":[0,0,99,9],\"lines\":[{\"txt\":\"a\"}]}]}", "blocks[0].lines[0].txt" },
    { TRUE, "\"box\":[0,0,99,9],\"lines\":[{\"text\":\"a\",\"rule\":{\"width\":-1}}]}]}",
      "blocks[0].lines[0].rule.width" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *json = g_strconcat (cases[i].with_head ? head : "", cases[i].json, NULL);
      g_autoptr (BvCertificateTemplate)
        t = bv_certificate_template_parse ("mau.json", json, -1, &error);
      g_assert_null (t);
      g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE);
      assert_contains (error->message, "mau.json");
      assert_contains (error->message, cases[i].expected);
    }
}

static void
test_unknown_template (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (bv_certificate_template_built_in ("../schema/0001", &error));
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE);
  assert_contains (error->message, "giay-khen-huyen");
}

int
main (int argc, char **argv)
{
  int result = 0;
  g_test_init (&argc, &argv, NULL);
  folder = bv_test_folder_new ();
  g_test_add_func ("/certificate-template/stock", test_stock);
  g_test_add_func ("/certificate-template/calibration", test_calibration);
  g_test_add_func ("/certificate-template/own-artwork", test_own_artwork);
  g_test_add_func ("/certificate-template/damaged-artwork", test_damaged_artwork);
  g_test_add_func ("/certificate-template/template-errors", test_template_errors);
  g_test_add_func ("/certificate-template/unknown-template", test_unknown_template);
  result = g_test_run ();
  bv_test_folder_remove (folder);
  return result;
}
