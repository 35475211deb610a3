// SPDX-License-Identifier: GPL-3.0-or-later
/* The papers of registrations, by what Poppler reads from them. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "documents/bv-registration-paper.h"
#include "merit/bv-registration-line.h"
#include "merit/bv-registration.h"
#include "store/bv-store.h"

#include <poppler.h>
#include <string.h>

#define YEAR 2023

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 office;
  gint64 school;
  gint64 commune;
  gint64 headmistress;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  f->office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường Thử", "school", f->office, FALSE);
  f->commune = bv_test_office_add_unit (f->store, "Xã Thử", "commune", f->office, FALSE);
  f->headmistress = bv_test_office_add_person (f->store, "Vì Thị Thử", "female", "Kinh", f->school,
                                               "Hiệu trưởng", "leader");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static void
add (Fixture *f, gint64 unit, gint64 subject, const char *form, const char *initiative)
{
  g_autoptr (GError) error = NULL;

  bv_registration_add_act (f->store, unit, YEAR, &subject, 1, form, initiative, NULL, NULL, NULL,
                           &error);
  g_assert_no_error (error);
}

static gint64
find (Fixture *f, gint64 unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  gint64 id;

  bv_registration_find (bv_lease_connection (lease), unit, YEAR, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

static void
send (Fixture *f, gint64 unit)
{
  g_autoptr (GError) error = NULL;

  bv_registration_step_act (f->store, find (f, unit), BV_REGISTRATION_SEND, "2023-01-05", NULL,
                            NULL, &error);
  g_assert_no_error (error);
}

/* The pages' texts, blanks as one space; (element-type utf8). */
static GPtrArray *
read_pages (const BvDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bv_document_to_pdf (document, &error);
  g_autoptr (GRegex) blanks = g_regex_new ("[\\s\u00a0]+", 0, 0, NULL);
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_free);
  PopplerDocument *pdf;

  g_assert_no_error (error);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      PopplerPage *page = poppler_document_get_page (pdf, i);
      g_autofree char *text = poppler_page_get_text (page);

      g_ptr_array_add (pages, g_regex_replace_literal (blanks, text, -1, 0, " ", 0, NULL));
      g_object_unref (page);
    }
  g_object_unref (pdf);
  return pages;
}

static char *
squeeze (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  return g_strjoinv ("", parts);
}

/* Blanks do not count: Poppler sees some between columns and none between others. */
static void
assert_says (const char *text, const char *part)
{
  g_autofree char *all = squeeze (text);
  g_autofree char *wanted = squeeze (part);

  if (strstr (all, wanted) == NULL)
    g_error ("“%s” is missing in:\n%s", part, text);
}

typedef struct
{
  const char *query;
  const char *text;
  guint n;
  gboolean found;
} Numbers;

static void
note_number (const char *text, const char *query, gpointer user_data)
{
  Numbers *numbers = user_data;

  numbers->n++;
  numbers->found |= g_str_equal (query, numbers->query) && g_str_equal (text, numbers->text);
}

static void
test_unit (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvRegistration) sheet = NULL;
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  const char *text;

  add (f, f->school, f->headmistress, "LDTT", "Số hóa sổ điểm");
  add (f, f->school, f->school, "TTLDTT", NULL);
  add (f, f->school, f->headmistress, "CSTDCS", NULL);
  lease = bv_store_lease (f->store, &error);
  sheet = bv_registration_load (bv_lease_connection (lease), find (f, f->school), &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&sheet->content, "Dạy tốt, học tốt.\nTrường xanh, sạch.");
  bv_registration_save_act (f->store, sheet, NULL, &error);
  g_assert_no_error (error);

  lease = bv_store_lease (f->store, &error);
  document = bv_registration_paper_build (bv_lease_connection (lease), sheet->id, NULL, &error);
  g_assert_no_error (error);
  pages = read_pages (document);
  text = pages->pdata[0];
  assert_says (text, "ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA TRƯỜNG THỬ");
  assert_says (text, "BẢN ĐĂNG KÝ THI ĐUA NĂM 2023");
  assert_says (text, "Kính gửi: Hội đồng Thi đua - Khen thưởng huyện Mường La");
  /* Not received yet: the day is left to the pen. */
  assert_says (text, "Mường La, ngày …");
  assert_says (text, "- Trường xanh, sạch.");
  /* Collectives first; a person once, with all titles. */
  assert_says (text, "Tập thể 1 ");
  assert_says (text, "Tập thể lao động tiên tiến Trường Thử");
  assert_says (text, "Cá nhân 2 Vì Thị Thử Hiệu trưởng");
  assert_says (text, "Lao động tiên tiến; Chiến sĩ thi đua cơ sở");
  assert_says (text, "Số hóa sổ điểm");
  assert_says (text, "Tổng số đăng ký: 01 tập thể, 01 cá nhân; trong đó: 01 Lao động tiên tiến, "
                     "01 Chiến sĩ thi đua cơ sở, 01 Tập thể lao động tiên tiến.");
  assert_says (text, "HIỆU TRƯỞNG");
  g_clear_pointer (&document, bv_document_free);
  document = bv_registration_paper_build (bv_lease_connection (lease), sheet->id, "2023-01-09",
                                          &error);
  g_clear_pointer (&pages, g_ptr_array_unref);
  pages = read_pages (document);
  assert_says (pages->pdata[0], "Mường La, ngày 09 tháng 01 năm 2023");
}

static void
test_commune_letterhead (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (GPtrArray) pages = NULL;

  add (f, f->commune, f->commune, "CTDT", NULL);
  lease = bv_store_lease (f->store, &error);
  document = bv_registration_paper_build (bv_lease_connection (lease), find (f, f->commune), NULL,
                                          &error);
  g_assert_no_error (error);
  pages = read_pages (document);
  assert_says (pages->pdata[0], "ỦY BAN NHÂN DÂN XÃ THỬ");
  /* It names no superior body, and signs by whoever heads it. */
  g_assert_null (strstr (pages->pdata[0], "ỦY BAN NHÂN DÂN HUYỆN"));
  assert_says (pages->pdata[0], "THỦ TRƯỞNG ĐƠN VỊ");
}

static void
test_synthesis (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvDocument)
    document = bv_registration_synthesis_build (bv_lease_connection (lease), YEAR, NULL, &error);
  g_autoptr (GPtrArray) pages = NULL;
  g_autofree char *all = NULL;
  Numbers numbers = { "registrations?year=2023&form=LDTT", "150", 0, FALSE };

  g_assert_null (document);
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
  g_clear_error (&error);
  g_clear_pointer (&lease, bv_lease_free);
  for (int i = 0; i < 149; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lò Văn Thử %03d", i);

      bv_test_office_add_person (f->store, name, "male", "Thái", f->school, "Giáo viên", "direct");
    }
  bv_registration_add_members_act (f->store, f->school, YEAR, "LDTT", FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  add (f, f->commune, f->commune, "CTDT", NULL);
  send (f, f->school);

  lease = bv_store_lease (f->store, &error);
  document = bv_registration_synthesis_build (bv_lease_connection (lease), YEAR, "2023-02-01",
                                              &error);
  g_assert_no_error (error);
  pages = read_pages (document);
  assert_says (pages->pdata[0], "BẢNG TỔNG HỢP ĐĂNG KÝ DANH HIỆU THI ĐUA Năm 2023");
  assert_says (pages->pdata[0], "Mường La, ngày 01 tháng 02 năm 2023");
  assert_says (pages->pdata[0], "1 Trường Thử 05/01/2023");
  assert_says (pages->pdata[0], "Vì Thị Thử, Hiệu trưởng");
  bv_document_foreach_number (document, note_number, &numbers);
  g_assert_true (numbers.found);
  /* 150 people on several pages, each beginning with the head of the table. */
  g_assert_cmpuint (pages->len, >, 4);
  for (guint i = 1; i + 1 < pages->len; i++)
    assert_says (pages->pdata[i],
                 "STT Họ và tên, tập thể Chức vụ, nơi công tác Danh hiệu, hình thức đăng ký");
  all = g_strjoinv (" ",
                    (char *[]){ pages->pdata[pages->len - 2], pages->pdata[pages->len - 1], NULL });
  assert_says (all, "150 Lò Văn Thử 148");
  /* A draft is no registration. */
  assert_says (all, "Còn 01 đơn vị: Xã Thử.");
  assert_says (all, "NGƯỜI LẬP BẢNG");
  assert_says (all, "TRƯỞNG PHÒNG");
}

static void
test_results (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  Numbers numbers = { "results?year=2023&form=LDTT", "1", 0, FALSE };

  add (f, f->school, f->headmistress, "LDTT", NULL);
  send (f, f->school);
  lease = bv_store_lease (f->store, &error);
  document = bv_registration_result_paper_build (bv_lease_connection (lease), YEAR, NULL, &error);
  g_assert_no_error (error);
  pages = read_pages (document);
  assert_says (pages->pdata[0], "BẢNG ĐỐI CHIẾU ĐĂNG KÝ VÀ KẾT QUẢ THI ĐUA Năm 2023");
  /* The year still lasts: one line, not decided. */
  assert_says (pages->pdata[0], "1 – 1 – – –");
  g_assert_null (strstr (pages->pdata[0], "ĐĂNG KÝ NHƯNG KHÔNG ĐẠT"));
  bv_document_foreach_number (document, note_number, &numbers);
  g_assert_cmpuint (numbers.n, ==, 24);
  g_assert_true (numbers.found);
  g_clear_pointer (&document, bv_document_free);
  document = bv_registration_result_paper_build (bv_lease_connection (lease), 2020, NULL, &error);
  g_assert_null (document);
  g_assert_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY);
}

static void
test_files (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "a.pdf", "a.odt", "a.xlsx" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvDocument) document = NULL;

  add (f, f->school, f->headmistress, "LDTT", NULL);
  lease = bv_store_lease (f->store, &error);
  document = bv_registration_paper_build (bv_lease_connection (lease), find (f, f->school), NULL,
                                          &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, names[i], NULL);
      g_autofree char *content = NULL;
      BvDocumentFormat format;
      gsize length;

      bv_document_format_from_path (path, &format, &error);
      g_assert_no_error (error);
      bv_document_write (document, format, path, &error);
      g_assert_no_error (error);
      g_file_get_contents (path, &content, &length, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (length, >, 1000);
      g_assert_cmpint (strncmp (content, i == 0 ? "%PDF" : "PK", i == 0 ? 4 : 2), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/registration-paper/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("unit", test_unit);
  ADD ("commune-letterhead", test_commune_letterhead);
  ADD ("synthesis", test_synthesis);
  ADD ("results", test_results);
  ADD ("files", test_files);
  return g_test_run ();
}
