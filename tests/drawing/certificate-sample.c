// SPDX-License-Identifier: GPL-3.0-or-later
/* One certificate as tests print it, and what other programs say about the file. */

#include "certificate-sample.h"

#include <string.h>

gboolean
next_cb (BvCertificate *certificate, gpointer user_data, GError **error)
{
  List *list = user_data;
  if (list->at >= list->n)
    return FALSE;
  *certificate = list->certificates[list->at++];
  return TRUE;
}

BvCertificateTemplate *
built_in (const char *id)
{
  g_autoptr (GError) error = NULL;
  BvCertificateTemplate *t = bv_certificate_template_built_in (id, &error);
  g_assert_no_error (error);
  return t;
}

BvCertificate
sample (BvCertificateTemplate *t)
{
  return (BvCertificate){
    .template_ = t,
    .kind = BV_SUBJECT_PERSON,
    .honorific = "Bà",
    .name = "Lò Thị Ánh Tuyết",
    .detail = "Giáo viên, Trường Trung học cơ sở Mường Bú",
    .achievement = "Đã có thành tích xuất sắc trong phong trào thi đua “Dạy tốt - Học tốt” năm học "
                   "2022 - 2023",
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
}

gboolean
write_list (const BvCertificate *certificates,
            guint n,
            const BvCertificateOptions *options,
            const char *path,
            GPtrArray **findings,
            GError **error)
{
  List list = { certificates, n, 0 };
  BvCertificateBatch batch = { options, next_cb, &list, n, NULL, NULL };
  guint n_pages = 0;
  gboolean ok = bv_certificate_batch_write (&batch, path, &n_pages, findings, NULL, error);
  if (ok)
    g_assert_cmpuint (n_pages, ==, n);
  return ok;
}

/* The output of another program about a file; the program must succeed. */
char *
ask (const char *program, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status = 0;
  va_list list;
  va_start (list, program);
  g_ptr_array_add (arguments, (gpointer) program);
  for (const char *a = va_arg (list, const char *); a; a = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) a);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return output;
}

/* Text as extracted, with every run of white space as one space. */
char *
extract (const char *path)
{
  g_autofree char *raw = ask ("pdftotext", "-enc", "UTF-8", path, "-", NULL);
  g_autoptr (GRegex) space = g_regex_new ("\\s+", 0, 0, NULL);
  return g_regex_replace_literal (space, raw, -1, 0, " ", 0, NULL);
}

void
assert_contains (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_error ("“%s” is not in: %s", part, text);
}
