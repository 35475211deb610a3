// SPDX-License-Identifier: GPL-3.0-or-later
/* Dossiers and nominations on a real store with a small office: what may stand in one, what speaks against it, and
 * what hangs on a nomination. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-award.h"
#include "merit/bv-completeness.h"
#include "merit/bv-decision.h"
#include "merit/bv-dossier.h"
#include "merit/bv-evidence.h"
#include "merit/bv-nomination.h"
#include "office/bv-register.h"
#include "store/bv-row-list.h"
#include "store/bv-store.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 office;
  gint64 school;
  gint64 village;
  gint64 teacher;
  gint64 headmistress;
  gint64 farmer;
  gint64 household;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  f->office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Mường Bú", "school", f->office,
                                       FALSE);
  f->village = bv_test_office_add_unit (f->store, "Bản Cang", "village", f->office, TRUE);
  f->teacher = bv_test_office_add_person (f->store, "Lò Thị Uyên", "female", "Thái", f->school,
                                          "Giáo viên", "direct");
  f->headmistress = bv_test_office_add_person (f->store, "Nguyễn Thị Hà", "female", "Kinh",
                                               f->school, "Hiệu trưởng", "leader");
  f->farmer = bv_test_office_add_person (f->store, "Quàng Văn Ân", "male", "Thái", f->village, "",
                                         "direct");
  f->household = bv_test_office_add_household (f->store, "Hộ ông Quàng Văn Ân", f->village,
                                               f->farmer);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

static BvDossier *
new_dossier (Fixture *f, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvDossier *dossier = bv_dossier_new_draft (bv_lease_connection (lease), 2022, &error);

  g_assert_no_error (error);
  bv_text_set (&dossier->title, title);
  return dossier;
}

static gint64
add_dossier (Fixture *f, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDossier) dossier = new_dossier (f, title);

  bv_dossier_save_act (f->store, dossier, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dossier->id, >, 0);
  return dossier->id;
}

static gboolean
add (Fixture *f,
     gint64 dossier,
     const char *form,
     const char *achievement,
     const char *reason,
     gint64 subject,
     GError **error)
{
  const char *const forms[] = { form, NULL };
  BvNominationMany many = { .dossier_id = dossier,
                            .subject_ids = &subject,
                            .n_subjects = 1,
                            .form_codes = forms,
                            .achievement = achievement,
                            .override_reason = reason };

  return bv_nomination_add_many_act (f->store, &many, NULL, NULL, error);
}

static GPtrArray *
list (Fixture *f, gint64 dossier)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  GPtrArray *nominations = bv_nomination_list (bv_lease_connection (lease), dossier, &error);

  g_assert_no_error (error);
  return nominations;
}

static void
assert_refused (GError **error, int code, const char *words)
{
  g_assert_error (*error, BV_VALUE_ERROR, code);
  if (strstr ((*error)->message, words) == NULL)
    g_error ("“%s” does not say “%s”", (*error)->message, words);
  g_clear_error (error);
}

static void
test_add_many (Fixture *f, gconstpointer data)
{
  gint64 dossier = add_dossier (f, "Khen thưởng năm 2022");
  const gint64 people[] = { f->farmer, f->teacher, f->headmistress };
  const char *const titles[] = { "LDTT", "CSTDCS", NULL };
  BvNominationMany many = { .dossier_id = dossier,
                            .subject_ids = people,
                            .n_subjects = 3,
                            .form_codes = titles,
                            .achievement = "  Hoàn thành  xuất sắc nhiệm vụ năm 2022 " };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  BvNomination *first;
  guint n_added;
  gint64 act;

  bv_nomination_add_many_act (f->store, &many, &n_added, &act, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, 6);
  all = list (f, dossier);
  g_assert_cmpuint (all->len, ==, 6);
  first = g_ptr_array_index (all, 0);
  g_assert_cmpstr (first->name_printed, ==,
                   "Nguyễn Thị Hà"); /* by the unit's place, then the name */
  g_assert_cmpstr (first->detail_printed, ==, "Hiệu trưởng, Trường THCS Mường Bú");
  g_assert_cmpstr (first->honorific, ==, "Bà");
  g_assert_cmpstr (first->achievement, ==, "Hoàn thành xuất sắc nhiệm vụ năm 2022");
  g_assert_cmpint (first->unit_id, ==, f->school);
  g_assert_cmpint (first->position, ==, 1);

  /* What is there already is not added again. */
  bv_nomination_add_many_act (f->store, &many, &n_added, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, 0);

  /* One that cannot stand stops all of them. */
  many.form_codes = (const char *const[]){ "GKH", "TTLDTT", NULL };
  g_assert_false (bv_nomination_add_many_act (f->store, &many, &n_added, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_REASON, "Nguyễn Thị Hà");
  g_clear_pointer (&all, g_ptr_array_unref);
  all = list (f, dossier);
  g_assert_cmpuint (all->len, ==, 6);

  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&all, g_ptr_array_unref);
  all = list (f, dossier);
  g_assert_cmpuint (all->len, ==, 0);
}

static void
test_refusals (Fixture *f, gconstpointer data)
{
  gint64 id = add_dossier (f, "Khen thưởng năm 2022");
  g_autoptr (BvDossier) wrong = new_dossier (f, " ");
  g_autoptr (BvNomination) nomination = bv_nomination_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (add (f, id, "CSTDCS", "", NULL, f->school, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "not for collectives");
  g_assert_false (add (f, id, "LDTT", "", NULL, f->household, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "not for households");
  g_assert_false (add (f, id, "HCLD1", "", NULL, f->teacher, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "not decided at this level");
  g_assert_false (add (f, id, "XYZ", "", NULL, f->teacher, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "XYZ");

  nomination->dossier_id = id;
  nomination->subject_id = f->school;
  nomination->is_posthumous = TRUE;
  bv_text_set (&nomination->form_code, "GKH");
  g_assert_false (bv_nomination_save_act (f->store, nomination, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "posthumously");
  g_assert_cmpint (nomination->id, ==, 0);
  nomination->is_posthumous = FALSE;
  bv_nomination_save_act (f->store, nomination, NULL, &error);
  g_assert_no_error (error);
  nomination->id = 0;
  bv_text_set (&nomination->override_reason, "vẫn đề nghị");
  g_assert_false (bv_nomination_save_act (f->store, nomination, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_DUPLICATE, "already has this award");

  g_assert_false (bv_dossier_save_act (f->store, wrong, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_EMPTY, "title");
  bv_text_set (&wrong->title, "Sơ kết phong trào");
  wrong->manner = BV_MANNER_MOVEMENT;
  g_assert_false (bv_dossier_save_act (f->store, wrong, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_EMPTY, "movement");
  wrong->manner = BV_MANNER_MERIT;
  wrong->working_days = 0;
  g_assert_false (bv_dossier_save_act (f->store, wrong, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "250");
  wrong->working_days = 20;
  bv_text_set (&wrong->regime_id, "luat-2022-nd98");
  g_assert_false (bv_dossier_save_act (f->store, wrong, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_REASON, "another law");
  bv_text_set (&wrong->regime_id, "luat-1999");
  bv_text_set (&wrong->regime_reason, "thuận lợi hơn");
  g_assert_false (bv_dossier_save_act (f->store, wrong, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_UNKNOWN, "luat-1999");
  bv_text_set (&wrong->regime_id, "");
  bv_text_set (&wrong->regime_reason, "");
  bv_text_set (&wrong->received_on, "2021-12-01");
  g_assert_false (bv_dossier_save_act (f->store, wrong, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "before the year");
  bv_text_set (&wrong->received_on, "2023-02-29");
  g_assert_false (bv_dossier_save_act (f->store, wrong, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_FORMAT, "2023-02-29");
  g_assert_cmpint (wrong->id, ==, 0);
}

/* A dossier whose level is changed must not keep awards that the new level cannot give. */
static void
test_level_change (Fixture *f, gconstpointer data)
{
  gint64 id = add_dossier (f, "Khen thưởng năm 2022");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvDossier) dossier = NULL;

  add (f, id, "GKH", "", NULL, f->teacher, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  dossier = bv_dossier_load (bv_lease_connection (lease), id, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  dossier->level = BV_LEVEL_STATE;
  g_assert_false (bv_dossier_save_act (f->store, dossier, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "Lò Thị Uyên");
}

static void
test_same_achievement (Fixture *f, gconstpointer data)
{
  static const char *const text = "Dũng cảm cứu người trong lũ ngày 06/8/2022";
  gint64 first = add_dossier (f, "Khen đột xuất tháng 8");
  gint64 second = add_dossier (f, "Khen thưởng năm 2022");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) same = NULL;
  gint64 id;

  add (f, first, "GKH", text, NULL, f->teacher, &error);
  g_assert_no_error (error);
  g_assert_false (
    add (f, second, "GKH", "DŨNG CẢM cứu người trong lũ ngày 06/8/2022", NULL, f->teacher, &error));
  assert_refused (&error, BV_VALUE_ERROR_REASON, "Khen đột xuất tháng 8");
  /* Another achievement, another person, or a written reason. */
  add (f, second, "GKH", "Chuyển đổi số năm 2022", NULL, f->teacher, &error);
  g_assert_no_error (error);
  add (f, second, "GKH", text, NULL, f->headmistress, &error);
  g_assert_no_error (error);
  add (f, second, "LDTT", text, "hai thành tích khác nhau", f->teacher, &error);
  g_assert_no_error (error);
  all = list (f, second);
  g_assert_cmpuint (all->len, ==, 3);
  for (guint i = 0; i < all->len; i++)
    {
      const BvNomination *nomination = g_ptr_array_index (all, i);

      g_assert_cmpstr (nomination->override_reason, ==,
                       g_str_equal (nomination->form_code, "LDTT") ? "hai thành tích khác nhau"
                                                                   : "");
    }

  /* Without its own row a nomination is no duplicate of itself; two titles are none of each other. */
  lease = bv_store_lease (f->store, &error);
  g_clear_pointer (&all, g_ptr_array_unref);
  all = bv_nomination_list (bv_lease_connection (lease), first, &error);
  id = ((BvNomination *) g_ptr_array_index (all, 0))->id;
  g_assert_cmpint (id, >, 0);
  same = bv_nomination_list_same_achievement (bv_lease_connection (lease),
                                              g_ptr_array_index (all, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (same->len, ==, 1); /* the LĐTT that was let stand */
}

static void
test_dissolved_unit (Fixture *f, gconstpointer data)
{
  gint64 id = add_dossier (f, "Khen thưởng năm 2022");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvUnit) school = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);

  school = bv_unit_load (bv_lease_connection (lease), f->school, &error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_text_set (&school->to_date, "2022-12-31");
  bv_register_save_unit (f->store, school, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (add (f, id, "TTLDTT", "", NULL, f->school, &error));
  assert_refused (&error, BV_VALUE_ERROR_REASON, "31/12/2022");
  add (f, id, "TTLDTT", "", "hồ sơ gửi trước ngày giải thể", f->school, &error);
  g_assert_no_error (error);
}

static char *
write_file (Fixture *f, const char *name, const char *content, gssize length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (f->folder, name, NULL);

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
  return path;
}

static BvEvidenceFile *
read_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return bv_evidence_file_read (file, NULL, error);
}

static gboolean
damage (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error,
                            "UPDATE evidence_content SET content = CAST ('xyz' AS BLOB)", "");
}

static gint64
count (Fixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  gint64 n;

  bv_connection_query_int (bv_lease_connection (lease), &n, -1, &error, sql, "");
  g_assert_no_error (error);
  return n;
}

static void
test_evidence (Fixture *f, gconstpointer data)
{
  gint64 dossier = add_dossier (f, "Khen thưởng năm 2022");
  g_autofree char *path = write_file (f, "Biên bản bình xét.pdf", "%PDF-1.4\nhai trang", -1);
  g_autofree char *empty = write_file (f, "trong.pdf", "", 0);
  g_autofree char *out = g_build_filename (f->folder, "out.pdf", NULL);
  g_autofree char *content = NULL;
  g_autofree char *big = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvEvidenceFile) file = NULL;
  g_autoptr (GPtrArray) papers = NULL;
  g_autoptr (BvLease) lease = NULL;
  const BvEvidence *paper;
  gint64 first, second, id, other;

  add (f, dossier, "GKH", "", NULL, f->teacher, &error);
  add (f, dossier, "GKH", "", NULL, f->headmistress, &error);
  g_assert_no_error (error);
  all = list (f, dossier);
  first = ((BvNomination *) g_ptr_array_index (all, 0))->id;
  second = ((BvNomination *) g_ptr_array_index (all, 1))->id;

  g_assert_null (read_file (empty, &error));
  assert_refused (&error, BV_VALUE_ERROR_EMPTY, "trong.pdf");
  big = write_file (f, "lon.pdf", "x", 1);
  g_assert_cmpint (truncate (big, BV_EVIDENCE_MAX_BYTES + 1), ==, 0);
  g_assert_null (read_file (big, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "lon.pdf");
  g_assert_null (read_file (f->folder, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT);
  g_clear_error (&error);

  file = read_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (file->media_type, ==, "application/pdf");
  g_assert_cmpstr (file->name, ==, "Biên bản bình xét.pdf");
  g_assert_cmpstr (bv_evidence_guess_kind (file->name), ==, "minutes");
  g_assert_cmpstr (bv_evidence_guess_kind ("BaoCaoThanhTich_2022.docx"), ==, "report");
  g_assert_cmpstr (bv_evidence_guess_kind ("IMG_0041.jpg"), ==, "other");
  bv_evidence_add_act (f->store, first, "minutes", file, "", &id, NULL, &error);
  g_assert_no_error (error);
  bv_evidence_add_act (f->store, second, "minutes", file, "", &other, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_evidence_add_act (f->store, first, "other", file, "", NULL, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_DUPLICATE, "Biên bản");
  g_assert_false (bv_evidence_add_act (f->store, first, "letter", file, "", NULL, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_UNKNOWN, "letter");

  /* One content for both, the bytes as they were. */
  g_assert_cmpint (count (f, "SELECT count (*) FROM evidence_content"), ==, 1);
  lease = bv_store_lease (f->store, &error);
  papers = bv_evidence_list (bv_lease_connection (lease), first, &error);
  g_clear_pointer (&lease, bv_lease_free);
  g_assert_cmpuint (papers->len, ==, 1);
  paper = g_ptr_array_index (papers, 0);
  g_assert_cmpint (paper->size, ==, strlen ("%PDF-1.4\nhai trang"));
  bv_evidence_save_to (f->store, id, out, &error);
  g_assert_no_error (error);
  g_file_get_contents (out, &content, NULL, &error);
  g_assert_cmpstr (content, ==, "%PDF-1.4\nhai trang");

  /* Taken for minutes, it was the report. */
  bv_evidence_set_kind_act (f->store, other, "report", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (f, "SELECT count (*) FROM evidence WHERE kind = 'report'"), ==, 1);
  g_assert_false (bv_evidence_set_kind_act (f->store, other, "letter", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_UNKNOWN, "letter");

  /* The content goes with its last paper only, and comes back with undo. */
  bv_evidence_remove_act (f->store, other, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (f, "SELECT count (*) FROM evidence_content"), ==, 1);
  bv_evidence_remove_act (f->store, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (f, "SELECT count (*) FROM evidence_content"), ==, 0);
  bv_store_undo (f->store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_evidence_save_to (f->store, id, out, &error);
  g_assert_no_error (error);

  bv_store_act (f->store, "Damage", BV_ACT_NONE, damage, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_remove (out);
  g_assert_false (bv_evidence_save_to (f->store, id, out, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "Biên bản bình xét.pdf"));
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

static void
test_report_parts (Fixture *f, gconstpointer data)
{
  gint64 dossier = add_dossier (f, "Khen thưởng năm 2022");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autofree char *body = NULL;
  g_autofree char *none = NULL;
  gint64 id;

  add (f, dossier, "GKH", "", NULL, f->teacher, &error);
  g_assert_no_error (error);
  all = list (f, dossier);
  id = ((BvNomination *) g_ptr_array_index (all, 0))->id;
  bv_nomination_set_report_part_act (f->store, id, "II.1", " Một  dòng \r\n\r\n\r\nHai dòng \n",
                                     NULL, &error);
  g_assert_no_error (error);
  bv_nomination_set_report_part_act (f->store, id, "I.1", "Sơ lược", NULL, &error);
  bv_nomination_set_report_part_act (f->store, id, "I.1", "  ", NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  body = bv_nomination_get_report_part (bv_lease_connection (lease), id, "II.1", &error);
  g_assert_cmpstr (body, ==, "Một dòng\n\nHai dòng");
  none = bv_nomination_get_report_part (bv_lease_connection (lease), id, "I.1", &error);
  g_assert_cmpstr (none, ==, "");
  parts = bv_nomination_list_report_parts (bv_lease_connection (lease), id, &error);
  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_no_error (error);
}

static void
test_money (Fixture *f, gconstpointer data)
{
  gint64 dossier = add_dossier (f, "Khen thưởng năm 2022");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  BvDossierTotals totals;

  add (f, dossier, "GKH", "", NULL, f->teacher, &error);
  add (f, dossier, "GKH", "", NULL, f->school, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  bv_dossier_sum (bv_lease_connection (lease), dossier, "2023-03-27", &totals, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (totals.n_persons, ==, 1);
  g_assert_cmpuint (totals.n_units, ==, 1);
  g_assert_cmpint (totals.bonus, ==,
                   450000 + 900000); /* 0,3 × 1.490.000, twice for the collective */
  g_assert_cmpuint (totals.n_without_bonus, ==, 0);
}

static void
add_paper (Fixture *f, gint64 nomination, const char *kind, const char *content)
{
  g_autofree char *path = write_file (f, "giay.pdf", content, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvEvidenceFile) file = read_file (path, &error);

  g_assert_no_error (error);
  bv_evidence_add_act (f->store, nomination, kind, file, "", NULL, NULL, &error);
  g_assert_no_error (error);
}

static const BvCompletenessItem *
find_item (BvCompleteness *meter, const char *key)
{
  for (guint i = 0; i < meter->items->len; i++)
    {
      const BvCompletenessItem *item = g_ptr_array_index (meter->items, i);

      if (g_str_equal (item->key, key))
        return item;
    }
  return NULL;
}

static void
assert_meter (Fixture *f, gint64 dossier, guint n_there, guint n_needed, guint n_open)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvConnection *connection = bv_lease_connection (lease);
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, &error);
  guint there, needed, open;

  bv_completeness_count (connection, regimes, dossier, &there, &needed, &open, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (there, ==, n_there);
  g_assert_cmpuint (needed, ==, n_needed);
  g_assert_cmpuint (open, ==, n_open);
}

/* A household's award by merit asks no initiative of anybody: tờ trình, report, minutes. */
static void
test_completeness (Fixture *f, gconstpointer data)
{
  g_autoptr (BvDossier) dossier = new_dossier (f, "Khen thưởng năm 2022");
  g_autoptr (BvDossier) sudden = new_dossier (f, "Khen đột xuất");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvCompleteness) meter = NULL;
  const BvCompletenessItem *item;
  BvNomination *nomination;
  guint n_needed;

  bv_dossier_save_act (f->store, dossier, NULL, &error);
  add (f, dossier->id, "GKH", "", NULL, f->household, &error);
  g_assert_no_error (error);
  all = list (f, dossier->id);
  nomination = g_ptr_array_index (all, 0);
  lease = bv_store_lease (f->store, &error);
  regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  meter = bv_completeness_of_nomination (bv_lease_connection (lease), regimes, nomination->id,
                                         &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  g_assert_cmpuint (meter->n_there, ==, 0);
  n_needed = meter->n_needed;
  g_assert_cmpuint (n_needed, >=, 2);
  item = find_item (meter, "minutes");
  g_assert_nonnull (item);
  g_assert_false (item->is_there);
  g_assert_nonnull (strstr (item->missing, "biên bản bình xét"));
  g_assert_null (find_item (meter, "initiative"));
  assert_meter (f, dossier->id, 0, 1 + n_needed, 1);

  add_paper (f, nomination->id, "minutes", "biên bản");
  assert_meter (f, dossier->id, 1, 1 + n_needed, 1);
  bv_nomination_set_report_part_act (f->store, nomination->id, "II.1", "Sản xuất giỏi", NULL,
                                     &error);
  assert_meter (f, dossier->id, 2, 1 + n_needed, n_needed > 2 ? 1 : 0);
  bv_text_set (&dossier->proposal_number, "12/TTr-PNV");
  bv_text_set (&dossier->proposal_date, "2023-03-10");
  bv_dossier_save_act (f->store, dossier, NULL, &error);
  g_assert_no_error (error);
  assert_meter (f, dossier->id, 3, 1 + n_needed, n_needed > 2 ? 1 : 0);

  /* The simplified procedure: tờ trình and a short report, no minutes. */
  sudden->manner = BV_MANNER_SUDDEN;
  sudden->is_simplified = TRUE;
  bv_dossier_save_act (f->store, sudden, NULL, &error);
  g_assert_no_error (error);
  add (f, sudden->id, "GKH", "Cứu người", NULL, f->farmer, &error);
  g_assert_no_error (error);
  assert_meter (f, sudden->id, 0, 2, 1);
  saved = list (f, sudden->id);
  nomination = g_ptr_array_index (saved, 0);
  bv_text_set (&nomination->summary, "Ngày 06/8/2022 …");
  bv_nomination_save_act (f->store, nomination, NULL, &error);
  g_assert_no_error (error);
  assert_meter (f, sudden->id, 1, 2, 0);
}

static void
test_due (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *received_on;
    int working_days;
  } dossiers[] = { { "2023-03-06", 20 }, { "2023-03-13", 5 }, { "2023-03-20", 2 }, { NULL, 20 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) due = NULL;
  const BvDossierDue *first;
  const BvDossierDue *last;
  g_autofree char *late = NULL;
  g_autofree char *today = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dossiers); i++)
    {
      g_autoptr (BvDossier) dossier = new_dossier (f, "Hồ sơ");

      bv_text_set (&dossier->received_on, dossiers[i].received_on);
      dossier->working_days = dossiers[i].working_days;
      bv_dossier_save_act (f->store, dossier, NULL, &error);
      g_assert_no_error (error);
    }
  lease = bv_store_lease (f->store, &error);
  due = bv_dossier_list_due (bv_lease_connection (lease), "2023-03-22", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (due->len, ==, 3);
  first = g_ptr_array_index (due, 0);
  g_assert_cmpstr (first->due_on, ==, "2023-03-20");
  g_assert_cmpint (first->days_left, ==, -2);
  late = bv_dossier_format_days_left (first->days_left);
  g_assert_cmpstr (late, ==, "2 working days late");
  today = bv_dossier_format_days_left (((BvDossierDue *) g_ptr_array_index (due, 1))->days_left);
  g_assert_cmpstr (today, ==, "due today");
  last = g_ptr_array_index (due, 2);
  g_assert_cmpstr (last->due_on, ==, "2023-04-03");
  g_assert_cmpint (last->days_left, ==, 8);
}

int
main (int argc, char *argv[])
{
  g_setenv ("BV_TODAY", "2023-03-20", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/nomination/add-many", Fixture, NULL, set_up, test_add_many, tear_down);
  g_test_add ("/nomination/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  g_test_add ("/nomination/level-change", Fixture, NULL, set_up, test_level_change, tear_down);
  g_test_add ("/nomination/same-achievement", Fixture, NULL, set_up, test_same_achievement,
              tear_down);
  g_test_add ("/nomination/dissolved-unit", Fixture, NULL, set_up, test_dissolved_unit, tear_down);
  g_test_add ("/nomination/evidence", Fixture, NULL, set_up, test_evidence, tear_down);
  g_test_add ("/nomination/report-parts", Fixture, NULL, set_up, test_report_parts, tear_down);
  g_test_add ("/nomination/money", Fixture, NULL, set_up, test_money, tear_down);
  g_test_add ("/nomination/completeness", Fixture, NULL, set_up, test_completeness, tear_down);
  g_test_add ("/nomination/due", Fixture, NULL, set_up, test_due, tear_down);
  return g_test_run ();
}
