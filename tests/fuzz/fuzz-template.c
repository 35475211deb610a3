// SPDX-License-Identifier: GPL-3.0-or-later
/* Any bytes as the template of a certificate: what is accepted can be laid out, what is refused names the file in one
 * sentence. */

#include "base/bv-error.h"
#include "drawing/bv-certificate.h"
#include "fuzz.h"

#include <string.h>

static const BvCertificate certificate = {
  .honorific = "Bà",
  .name = "Lò Thị Ánh Tuyết",
  .detail = "Giáo viên, Trường Trung học cơ sở Mường Bú",
  .achievement = "Đã có thành tích xuất sắc trong phong trào thi đua “Dạy tốt - Học tốt”",
  .year = 2023,
  .issuer = "Chủ tịch Ủy ban nhân dân huyện Mường La",
  .decision_number = "125/QĐ-UBND",
  .decision_date = "2023-02-05",
  .ledger = "12/2023",
  .place = "Mường La",
  .signer_prefix = "KT.",
  .signer_on_behalf_of = "Chủ tịch",
  .signer_post = "Phó Chủ tịch",
  .signer_name = "Nguyễn Văn Tâm",
};

static void
check_template (BvCertificateTemplate *template)
{
  static BvCertificatePainter *painter = NULL;
  BvCertificateOptions options = { 0 };
  BvCertificate whole = certificate;
  g_autoptr (GPtrArray) placements = NULL;

  g_assert_nonnull (template->id);
  g_assert_nonnull (template->title);
  g_assert_cmpuint (template->blocks->len, >, 0);
  for (guint i = 0; i < template->blocks->len; i++)
    {
      const BvCertificateBlock *block = &g_array_index (template->blocks, BvCertificateBlock, i);

      g_assert_nonnull (block->name);
      g_assert_cmpuint (block->lines->len, >, 0);
      g_assert_cmpfloat (block->box.width, >, 0);
      g_assert_cmpfloat (block->box.height, >, 0);
    }
  if (painter == NULL)
    painter = bv_certificate_painter_new (&options, NULL);
  g_assert_nonnull (painter);
  whole.template_ = template;
  placements = bv_certificate_painter_measure (painter, &whole, NULL);
  g_assert_nonnull (placements);
  for (guint i = 0; i < placements->len; i++)
    {
      const BvCertificatePlacement *placement = g_ptr_array_index (placements, i);

      g_assert_true (g_utf8_validate (placement->text, -1, NULL));
      g_assert_true (placement->size > 0);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCertificateTemplate) template = bv_certificate_template_parse (
    "x.json", (const char *) data, (gssize) size, &error);

  g_assert_true ((template == NULL) == (error != NULL));
  if (error == NULL)
    check_template (template);
  else
    {
      g_assert_true (error->domain == BV_DOCUMENT_ERROR);
      g_assert_nonnull (strstr (error->message, "x.json"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  return 0;
}
