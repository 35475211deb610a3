// SPDX-License-Identifier: GPL-3.0-or-later
/* Initiatives from draft to recognition, on a real store with a small office: shares, marks, the third
 * examiner, sessions, the chair's word, and what looks alike. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-initiative-score.h"
#include "merit/bv-initiative-session.h"
#include "merit/bv-initiative.h"
#include "office/bv-setting.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 school;
  gint64 uyen;
  gint64 ha;
  gint64 an;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  gint64 office;

  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường THCS Mường Bú", "school", office, FALSE);
  f->uyen = bv_test_office_add_person (f->store, "Lò Thị Uyên", "female", "Thái", f->school,
                                       "Giáo viên", "direct");
  f->ha = bv_test_office_add_person (f->store, "Nguyễn Thị Hà", "female", "Kinh", f->school,
                                     "Hiệu trưởng", "leader");
  f->an = bv_test_office_add_person (f->store, "Quàng Văn Ân", "male", "Thái", f->school,
                                     "Giáo viên", "direct");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

/* Refused with @code, and the message has @words. */
static void
assert_refused (GError **error, int code, const char *words)
{
  g_assert_error (*error, BV_VALUE_ERROR, code);
  if (strstr ((*error)->message, words) == NULL)
    g_error ("“%s” is not in: %s", words, (*error)->message);
  g_clear_error (error);
}

static BvInitiative *
make (Fixture *f, const char *title, int year, gint64 author)
{
  BvInitiative *self = bv_initiative_new ();

  bv_text_set (&self->title, title);
  bv_text_set (&self->field, "Giáo dục");
  self->year = year;
  self->unit_id = f->school;
  bv_initiative_add_author (self, author, 0, "", "");
  bv_initiative_share_evenly (self);
  return self;
}

static gint64
add (Fixture *f, const char *title, int year, gint64 author)
{
  g_autoptr (BvInitiative) self = make (f, title, year, author);
  g_autoptr (GError) error = NULL;

  bv_initiative_save_act (f->store, self, NULL, &error);
  g_assert_no_error (error);
  return self->id;
}

static gint64
add_submitted (Fixture *f, const char *title, int year, gint64 author)
{
  gint64 id = add (f, title, year, author);
  g_autoptr (GError) error = NULL;

  bv_initiative_submit_act (f->store, id, "2023-03-01", NULL, &error);
  g_assert_no_error (error);
  return id;
}

static BvInitiative *
load (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvInitiative *self = bv_initiative_load (bv_lease_connection (lease), id, &error);

  g_assert_no_error (error);
  return self;
}

/* All four criteria at once: 30, 40, 20 and 10 points at most. */
static gboolean
mark (Fixture *f,
      gint64 id,
      int position,
      int newness,
      int effect,
      int spread,
      int looks,
      GError **error)
{
  const BvInitiativeMark marks[] = {
    { position, "newness", newness * (gint64) 100 },
    { position, "effect", effect * (gint64) 100 },
    { position, "spread", spread * (gint64) 100 },
    { position, "presentation", looks * (gint64) 100 },
  };

  return bv_initiative_set_marks_act (f->store, id, marks, G_N_ELEMENTS (marks), NULL, error);
}

static void
mark_well (Fixture *f, gint64 id, int position, int newness, int effect, int spread, int looks)
{
  g_autoptr (GError) error = NULL;

  mark (f, id, position, newness, effect, spread, looks, &error);
  g_assert_no_error (error);
}

static void
test_shares (Fixture *f, gconstpointer data)
{
  g_autoptr (BvInitiative) self = make (f, "Dạy đọc qua tranh", 2023, f->uyen);
  g_autoptr (BvInitiative) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  bv_initiative_add_author (self, f->ha, 0, "Nguyễn Thị Hà", "");
  bv_initiative_add_author (self, f->an, 0, "Quàng Văn Ân", "");
  bv_initiative_share_evenly (self);
  g_assert_cmpint (((BvInitiativeAuthor *) self->authors->pdata[0])->share, ==, 3334);
  g_assert_cmpint (((BvInitiativeAuthor *) self->authors->pdata[2])->share, ==, 3333);
  g_assert_cmpint (bv_initiative_get_share_sum (self), ==, 10000);
  ((BvInitiativeAuthor *) self->authors->pdata[0])->share = 3333;
  g_assert_false (bv_initiative_save_act (f->store, self, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "99,99 %");
  ((BvInitiativeAuthor *) self->authors->pdata[0])->share = 5000;
  g_assert_false (bv_initiative_save_act (f->store, self, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "16,66 % are too much");
  g_assert_cmpint (self->id, ==, 0);
  ((BvInitiativeAuthor *) self->authors->pdata[2])->person_id = f->uyen;
  g_assert_false (bv_initiative_save_act (f->store, self, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_DUPLICATE, "twice");
  ((BvInitiativeAuthor *) self->authors->pdata[2])->person_id = f->an;
  ((BvInitiativeAuthor *) self->authors->pdata[0])->share = 6000;
  ((BvInitiativeAuthor *) self->authors->pdata[1])->share = 2500;
  ((BvInitiativeAuthor *) self->authors->pdata[2])->share = 1500;
  bv_initiative_save_act (f->store, self, NULL, &error);
  g_assert_no_error (error);
  loaded = load (f, self->id);
  words = bv_initiative_describe_authors (loaded);
  g_assert_cmpstr (words, ==, "Lò Thị Uyên (60%), Nguyễn Thị Hà (25%), Quàng Văn Ân (15%)");
  g_assert_cmpstr (((BvInitiativeAuthor *) loaded->authors->pdata[1])->detail, ==,
                   "Hiệu trưởng, Trường THCS Mường Bú");
  g_ptr_array_set_size (loaded->authors, 0);
  g_assert_false (bv_initiative_save_act (f->store, loaded, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_EMPTY, "at least one author");
  g_clear_pointer (&loaded, bv_initiative_free);
  loaded = load (f, self->id);
  g_assert_cmpuint (loaded->authors->len, ==, 3);
}

static void
test_outcome (void)
{
  static const struct
  {
    gint64 totals[3];
    BvInitiativeStanding standing;
    gint64 result;
  } cases[] = {
    { { -1, -1, -1 }, BV_STANDING_WAITING, -1 },
    { { 7000, -1, 9000 }, BV_STANDING_WAITING, -1 },
    { { 7000, 8000, -1 }, BV_STANDING_PASSED, 7500 },
    { { 7000, 7001, -1 }, BV_STANDING_PASSED, 7001 }, /* 70,005 is 70,01 */
    { { 5000, 5000, -1 }, BV_STANDING_PASSED, 5000 }, /* from the threshold */
    { { 4999, 4999, -1 }, BV_STANDING_FAILED, 4999 },
    { { 6000, 8000, -1 }, BV_STANDING_PASSED, 7000 },   /* differ by 20, not more */
    { { 6000, 8001, -1 }, BV_STANDING_THIRD, 7001 },    /* by more */
    { { 4900, 5100, -1 }, BV_STANDING_THIRD, 5000 },    /* one would, one would not */
    { { 4900, 5100, 5000 }, BV_STANDING_PASSED, 5050 }, /* equally near: the higher */
    { { 4900, 5100, 4500 }, BV_STANDING_FAILED, 4700 },
    { { 4000, 9000, 8000 }, BV_STANDING_PASSED, 8500 },
    { { 9000, 4000, 3000 }, BV_STANDING_FAILED, 3500 },
    { { 7000, 8000, 1000 }, BV_STANDING_PASSED, 7500 }, /* a third nobody asked for */
    { { 0, 0, -1 }, BV_STANDING_FAILED, 0 },
  };
  const BvInitiativeScale scale = { NULL, 10000, 5000, 2000 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BvInitiativeOutcome outcome;

      bv_initiative_outcome_compute (&scale, cases[i].totals, &outcome);
      g_test_message ("case %u", i);
      g_assert_cmpint (outcome.standing, ==, cases[i].standing);
      g_assert_cmpint (outcome.result, ==, cases[i].result);
    }
}

static void
test_marks (Fixture *f, gconstpointer data)
{
  gint64 id = add (f, "Sổ tay số của tổ chuyên môn", 2023, f->uyen);
  const BvInitiativeMark unknown = { 1, "beauty", 500 };
  g_autoptr (BvInitiativeSheet) sheet = NULL;
  g_autoptr (BvInitiativeScale) scale = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (mark (f, id, 1, 20, 30, 15, 8, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "a draft is submitted first");
  bv_initiative_submit_act (f->store, id, "2023-03-01", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (mark (f, id, 1, 31, 30, 15, 8, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "at most 30 points, not 31");
  g_assert_false (mark (f, id, 4, 20, 30, 15, 8, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "third examiner");
  g_assert_false (bv_initiative_set_marks_act (f->store, id, &unknown, 1, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_UNKNOWN, "beauty");
  mark_well (f, id, 1, 20, 30, 15, 8);

  sheet = bv_initiative_sheet_new (id, 2);
  bv_text_set (&sheet->name, "Lò Thị Uyên");
  sheet->person_id = f->uyen;
  g_assert_false (bv_initiative_sheet_save_act (f->store, sheet, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "an author");
  sheet->person_id = 0;
  bv_text_set (&sheet->name, "Giám khảo số 1");
  g_assert_false (bv_initiative_sheet_save_act (f->store, sheet, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_DUPLICATE, "different people");
  bv_text_set (&sheet->name, "Cầm Văn Thử");
  bv_text_set (&sheet->comment, "  Áp dụng được ngay  ");
  sheet->marks[0] = 1250;
  bv_initiative_sheet_save_act (f->store, sheet, NULL, &error);
  g_assert_no_error (error);

  lease = bv_store_lease (f->store, &error);
  scale = bv_initiative_scale_load (bv_lease_connection (lease), &error);
  g_assert_no_error (error);
  g_assert_cmpint (scale->maximum, ==, 10000);
  g_assert_cmpint (scale->threshold, ==, 5000);
  g_assert_cmpint (scale->difference, ==, 2000);
  sheets = bv_initiative_sheet_list (bv_lease_connection (lease), scale, id, &error);
  g_assert_cmpuint (sheets->len, ==, 2);
  g_assert_cmpint (bv_initiative_sheet_get_total (sheets->pdata[0], scale), ==, 7300);
  g_assert_cmpint (bv_initiative_sheet_get_total (sheets->pdata[1], scale), ==, -1);
  g_assert_cmpstr (((BvInitiativeSheet *) sheets->pdata[1])->comment, ==, "Áp dụng được ngay");
  g_clear_pointer (&lease, bv_lease_free);

  bv_initiative_sheet_delete_act (f->store, id, 2, NULL, &error);
  g_assert_no_error (error);
  mark_well (f, id, 2, 25, 30, 15, 8);
  bv_store_undo (f->store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (f->store, &error);
  g_clear_pointer (&sheets, g_ptr_array_unref);
  sheets = bv_initiative_sheet_list (bv_lease_connection (lease), scale, id, &error);
  g_assert_cmpuint (sheets->len, ==, 1);
}

static gint64
add_session (Fixture *f, const char *period, const char *date)
{
  g_autoptr (BvInitiativeSession) session = bv_initiative_session_new ();
  g_autoptr (GError) error = NULL;

  session->year = 2023;
  bv_text_set (&session->period, period);
  bv_text_take (&session->title, bv_initiative_session_suggest_title (2023, period));
  bv_text_set (&session->on_date, date);
  bv_initiative_session_save_act (f->store, session, NULL, &error);
  g_assert_no_error (error);
  return session->id;
}

static gboolean
decide (Fixture *f,
        gint64 session,
        const char *number,
        const char *date,
        const char *reason,
        GError **error)
{
  const BvInitiativeDecision decision = { number, date, NULL, reason };

  return bv_initiative_session_decide_act (f->store, session, &decision, NULL, error);
}

static void
test_session (Fixture *f, gconstpointer data)
{
  gint64 good = add_submitted (f, "Bài giảng điện tử", 2023, f->uyen);
  gint64 poor = add_submitted (f, "Vườn rau của trường", 2023, f->an);
  gint64 draft = add (f, "Thư viện xanh", 2023, f->ha);
  gint64 session = add_session (f, "Q1", "2023-03-20");
  const gint64 all[] = { good, poor, draft };
  g_autoptr (BvInitiative) loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_initiative_session_put_act (f->store, session, all, 3, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "Thư viện xanh");
  g_assert_false (decide (f, session, "15", "2023-03-22", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_EMPTY, "No initiative");
  bv_initiative_session_put_act (f->store, session, all, 2, NULL, &error);
  g_assert_no_error (error);
  bv_initiative_session_assign_examiner_act (f->store, session, 1, "Cầm Văn Thử", "Trưởng phòng",
                                             NULL, &error);
  g_assert_no_error (error);
  mark_well (f, good, 1, 25, 35, 15, 8);
  mark_well (f, good, 2, 24, 30, 15, 8);
  mark_well (f, poor, 1, 10, 15, 10, 5);
  g_assert_false (decide (f, session, "15", "2023-03-22", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_EMPTY, "second examiner are missing");
  mark_well (f, poor, 2, 12, 15, 10, 5);
  g_assert_false (decide (f, session, "15", "2023-03-19", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_REASON, "20/03/2023");
  g_assert_false (decide (f, session, "15", "2023-03-28", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "future");
  g_assert_false (decide (f, session, "", "2023-03-22", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_EMPTY, "number");
  g_assert_true (decide (f, session, "15", "2023-03-22", NULL, &error));
  g_assert_no_error (error);

  loaded = load (f, good);
  g_assert_cmpint (loaded->state, ==, BV_INITIATIVE_RECOGNISED);
  g_assert_cmpstr (loaded->scope, ==, "base");
  g_assert_cmpstr (loaded->recognition_number, ==, "15/QĐ-UBND");
  g_assert_cmpstr (loaded->recognised_by, ==, "Chủ tịch Ủy ban nhân dân huyện Mường La");
  g_assert_cmpint (loaded->points, ==, 8000);
  bv_text_set (&loaded->title, "Bài giảng điện tử mới");
  g_assert_false (bv_initiative_save_act (f->store, loaded, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "15/QĐ-UBND");
  g_assert_false (bv_initiative_delete_act (f->store, good, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "take the recognition back");
  g_assert_false (bv_initiative_take_back_act (f->store, good, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "decision of the session");
  g_clear_pointer (&loaded, bv_initiative_free);
  loaded = load (f, poor);
  g_assert_cmpint (loaded->state, ==, BV_INITIATIVE_REFUSED);
  g_assert_cmpstr (loaded->refusal_reason, ==, "Đạt 41 điểm, dưới mức công nhận 50 điểm");
  g_assert_false (bv_initiative_session_delete_act (f->store, session, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "decided");

  bv_initiative_session_undecide_act (f->store, session, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&loaded, bv_initiative_free);
  loaded = load (f, good);
  g_assert_cmpint (loaded->state, ==, BV_INITIATIVE_SUBMITTED);
  g_assert_cmpint (loaded->points, ==, -1);
  g_assert_true (decide (f, session, "15", "2023-03-19", "Quyết định ký lùi ngày", &error));
  g_assert_no_error (error);
}

/* A wider reach comes from above after the session; taken back, what the session said stands again. */
/* Each examiner of @id as "position name, post"; (transfer full). */
static char *
describe_examiners (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  char *text = NULL;

  bv_connection_query_text (
    bv_lease_connection (lease), &text, &error,
    "SELECT coalesce (group_concat (position || ' ' || name || ', ' || post,"
    " '; '), '') FROM (SELECT * FROM initiative_examiner"
    " WHERE initiative_id = ?1 ORDER BY position)",
    "i", id);
  g_assert_no_error (error);
  return text;
}

static void
assert_examiners (Fixture *f, gint64 id, const char *expected)
{
  g_autofree char *text = describe_examiners (f, id);

  g_assert_cmpstr (text, ==, expected);
}

/* Who scores a session is named once: for what is in it and for what comes later, never for their own. */
static void
test_examiners (Fixture *f, gconstpointer data)
{
  gint64 first = add_submitted (f, "Bài giảng điện tử", 2023, f->uyen);
  gint64 later = add_submitted (f, "Vườn rau của trường", 2023, f->an);
  gint64 own = add_submitted (f, "Thư viện xanh", 2023, f->ha);
  gint64 last = add_submitted (f, "Sân chơi an toàn", 2023, f->an);
  gint64 session = add_session (f, "Q1", "2023-03-20");
  const gint64 two[] = { later, own };
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_initiative_session_assign_examiner_act (f->store, session, 1, "Cầm Văn Thử",
                                                             "Trưởng phòng", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_EMPTY, "No initiative is before");
  bv_initiative_session_put_act (f->store, session, &first, 1, NULL, &error);
  g_assert_no_error (error);
  assert_examiners (f, first, "");
  bv_initiative_session_assign_examiner_act (f->store, session, 1, "Cầm Văn Thử", "Trưởng phòng",
                                             NULL, &error);
  g_assert_no_error (error);
  bv_initiative_session_assign_examiner_act (f->store, session, 2, "Nguyễn Thị Hà", "Hiệu trưởng",
                                             NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_initiative_session_assign_examiner_act (f->store, session, 2, "Lường Văn Tư",
                                                             "", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "Examiner 2 is named for every initiative");

  bv_initiative_session_put_act (f->store, session, two, 2, NULL, &error);
  g_assert_no_error (error);
  assert_examiners (f, later, "1 Cầm Văn Thử, Trưởng phòng; 2 Nguyễn Thị Hà, Hiệu trưởng");
  assert_examiners (f, own, "1 Cầm Văn Thử, Trưởng phòng");
  bv_store_undo (f->store, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_examiners (f, later, "");
  bv_initiative_session_put_act (f->store, session, two, 2, NULL, &error);
  bv_initiative_session_assign_examiner_act (f->store, session, 2, "Lường Văn Tư", "", NULL,
                                             &error);
  g_assert_no_error (error);
  assert_examiners (f, own, "1 Cầm Văn Thử, Trưởng phòng; 2 Lường Văn Tư, ");

  /* The second examiner is no longer the same everywhere: nobody is guessed. */
  bv_initiative_session_put_act (f->store, session, &last, 1, NULL, &error);
  g_assert_no_error (error);
  assert_examiners (f, last, "1 Cầm Văn Thử, Trưởng phòng");
}

static void
test_wider (Fixture *f, gconstpointer data)
{
  gint64 id = add_submitted (f, "Bài giảng điện tử", 2023, f->uyen);
  gint64 other = add_submitted (f, "Vườn rau của trường", 2023, f->an);
  gint64 session = add_session (f, "Q1", NULL);
  gint64 second = add_session (f, "Q2", NULL);
  const BvInitiativeRecognition wider = { "province", "812/QĐ-UBND", "2023-03-25",
                                          "Chủ tịch UBND tỉnh Sơn La", NULL };
  g_autoptr (BvInitiative) loaded = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autofree char *number = NULL;
  g_autoptr (GError) error = NULL;

  bv_initiative_session_put_act (f->store, session, &id, 1, NULL, &error);
  mark_well (f, id, 1, 25, 35, 15, 8);
  mark_well (f, id, 2, 24, 30, 15, 8);
  decide (f, session, "15", "2023-03-22", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_initiative_session_put_act (f->store, session, &other, 1, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "is decided by 15/QĐ-UBND");
  bv_initiative_recognise_act (f->store, id, &wider, NULL, &error);
  g_assert_no_error (error);
  loaded = load (f, id);
  g_assert_cmpstr (loaded->scope, ==, "province");
  g_assert_cmpint (loaded->session_id, ==, session);
  g_assert_cmpint (loaded->points, ==, 8000);
  bv_initiative_take_back_act (f->store, id, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&loaded, bv_initiative_free);
  loaded = load (f, id);
  g_assert_cmpint (loaded->state, ==, BV_INITIATIVE_RECOGNISED);
  g_assert_cmpstr (loaded->scope, ==, "base");
  g_assert_cmpstr (loaded->recognition_number, ==, "15/QĐ-UBND");
  g_assert_cmpstr (loaded->recognised_by, ==, "Chủ tịch Ủy ban nhân dân huyện Mường La");

  /* The same number is not given to another session, nor proposed for it. */
  bv_initiative_session_put_act (f->store, second, &other, 1, NULL, &error);
  mark_well (f, other, 1, 25, 35, 15, 8);
  mark_well (f, other, 2, 24, 30, 15, 8);
  g_assert_false (decide (f, second, "015", "2023-03-26", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_DUPLICATE, "15/QĐ-UBND already exists");
  lease = bv_store_lease (f->store, &error);
  number = bv_initiative_session_suggest_number (bv_lease_connection (lease), "2023-03-26", &error);
  g_assert_cmpstr (number, ==, "16/QĐ-UBND");
  g_clear_pointer (&lease, bv_lease_free);

  /* Recognised above while a session has yet to decide: no longer before it. */
  bv_initiative_recognise_act (f->store, other, &wider, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&loaded, bv_initiative_free);
  loaded = load (f, other);
  g_assert_cmpint (loaded->session_id, ==, 0);
  bv_initiative_take_back_act (f->store, other, NULL, &error);
  bv_initiative_take_back_act (f->store, other, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&loaded, bv_initiative_free);
  loaded = load (f, other);
  g_assert_cmpint (loaded->state, ==, BV_INITIATIVE_DRAFT);
  g_assert_null (loaded->submitted_on);
}

static void
test_chair (Fixture *f, gconstpointer data)
{
  gint64 good = add_submitted (f, "Bài giảng điện tử", 2023, f->uyen);
  gint64 poor = add_submitted (f, "Vườn rau của trường", 2023, f->an);
  gint64 session = add_session (f, "M03", NULL);
  const gint64 both[] = { good, poor };
  g_autoptr (BvInitiative) loaded = NULL;
  g_autoptr (GError) error = NULL;

  bv_initiative_session_put_act (f->store, session, both, 2, NULL, &error);
  mark_well (f, good, 1, 25, 35, 15, 8);
  mark_well (f, good, 2, 24, 30, 15, 8);
  g_assert_false (bv_initiative_set_verdict_act (f->store, good, "refuse", "", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_REASON, "80 of 100 points");
  bv_initiative_set_verdict_act (f->store, good, "refuse", "Trùng với sáng kiến của huyện bạn",
                                 NULL, &error);
  g_assert_no_error (error);
  bv_initiative_set_verdict_act (f->store, poor, "recognise", "Đã áp dụng toàn huyện", NULL,
                                 &error);
  g_assert_no_error (error);
  g_assert_true (decide (f, session, "16/QĐ-UBND", "2023-03-22", NULL, &error));
  g_assert_no_error (error);
  loaded = load (f, good);
  g_assert_cmpint (loaded->state, ==, BV_INITIATIVE_REFUSED);
  g_assert_cmpstr (loaded->refusal_reason, ==, "Trùng với sáng kiến của huyện bạn");
  g_clear_pointer (&loaded, bv_initiative_free);
  loaded = load (f, poor);
  g_assert_cmpint (loaded->state, ==, BV_INITIATIVE_RECOGNISED);
  g_assert_cmpstr (loaded->override_reason, ==, "Đã áp dụng toàn huyện");
  g_assert_cmpint (loaded->points, ==, -1);
  /* What the marks say anyway is no word of the chair's. */
  bv_initiative_session_undecide_act (f->store, session, NULL, &error);
  bv_initiative_set_verdict_act (f->store, good, "recognise", "", NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&loaded, bv_initiative_free);
  loaded = load (f, good);
  g_assert_cmpstr (loaded->verdict, ==, "");
}

static gboolean
recognise (Fixture *f,
           gint64 id,
           const char *scope,
           const char *number,
           const char *date,
           const char *reason,
           GError **error)
{
  const BvInitiativeRecognition recognition = { scope, number, date, "Chủ tịch UBND tỉnh Sơn La",
                                                reason };

  return bv_initiative_recognise_act (f->store, id, &recognition, NULL, error);
}

static void
test_received (Fixture *f, gconstpointer data)
{
  gint64 id = add_submitted (f, "Bài giảng điện tử", 2023, f->uyen);
  g_autoptr (BvInitiative) work = make (f, "Đề tài cấp tỉnh về chữ Thái", 2023, f->an);
  g_autoptr (BvInitiative) loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (recognise (f, id, "base", "3/QĐ-UBND", "2023-03-10", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_REASON, "The marks do not carry it");
  g_assert_false (recognise (f, id, "", "", "", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_EMPTY, "number");
  g_assert_false (recognise (f, id, "district", "3", "2023-03-10", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_UNKNOWN, "district");
  g_assert_true (recognise (f, id, "base", "3/QĐ-UBND", "2023-03-10", "Chấm trên giấy", &error));
  g_assert_no_error (error);
  g_assert_false (recognise (f, id, "base", "4/QĐ-UBND", "2023-03-11", NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "already");
  g_assert_true (recognise (f, id, "province", "812/QĐ-UBND", "2023-03-20", NULL, &error));
  loaded = load (f, id);
  g_assert_cmpstr (loaded->scope, ==, "province");
  g_assert_cmpstr (loaded->recognised_by, ==, "Chủ tịch UBND tỉnh Sơn La");

  /* Research was accepted in its own way: no examiners. */
  bv_text_set (&work->kind, "research");
  bv_initiative_save_act (f->store, work, NULL, &error);
  bv_initiative_submit_act (f->store, work->id, "2023-03-02", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (recognise (f, work->id, "base", "7/QĐ-UBND", "2023-03-10", NULL, &error));
  g_assert_no_error (error);
  bv_initiative_take_back_act (f->store, work->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (bv_initiative_refuse_act (f->store, work->id, " ", NULL, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_EMPTY, "Why");
  bv_initiative_refuse_act (f->store, work->id, "Chưa nghiệm thu", NULL, NULL, &error);
  g_assert_no_error (error);
  bv_initiative_delete_act (f->store, work->id, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  gint64 initiative;
  gint64 person;
  const char *form;
  int year;
} Use;

/* Nominations are another part's; only their rows matter here. */
static gboolean
use_act (BvConnection *connection, gpointer user_data, GError **error)
{
  const Use *use = user_data;
  gint64 dossier;

  if (!bv_connection_run (connection, error,
                          "INSERT INTO dossier (title, year, manner, level) VALUES"
                          " ('Đề nghị khen thưởng', ?1, 'CT', 'district')",
                          "i", (gint64) use->year))
    return FALSE;
  dossier = bv_connection_last_id (connection);
  return bv_connection_run (
           connection, error,
           "INSERT INTO nomination (dossier_id, subject_id, form_code) VALUES (?1, ?2, ?3)", "iis",
           dossier, use->person, use->form)
         && bv_connection_run (connection, error,
                               "INSERT INTO nomination_initiative (nomination_id, initiative_id)"
                               " VALUES (?1, ?2)",
                               "ii", bv_connection_last_id (connection), use->initiative);
}

static void
use (Fixture *f, gint64 initiative, gint64 person, const char *form, int year)
{
  Use data = { initiative, person, form, year };
  g_autoptr (GError) error = NULL;

  bv_store_act (f->store, "Use", BV_ACT_NONE, use_act, &data, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* All sentences, one a line. */
static char *
list_flags (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (GPtrArray) flags = bv_initiative_list_flags (bv_lease_connection (lease), id, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < flags->len; i++)
    {
      const BvProblem *flag = g_ptr_array_index (flags, i);

      g_string_append_printf (text, "%s: %s\n", flag->field, flag->message);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_flags (Fixture *f, gconstpointer data)
{
  gint64 first = add (f, "Một số biện pháp giúp học sinh lớp 4 học tốt môn Toán", 2022, f->uyen);
  gint64 again = add (f, "Một số biện pháp giúp học sinh lớp 5 học tốt môn Toán", 2023, f->uyen);
  gint64 other = add (f, "MỘT SỐ BIỆN PHÁP, GIÚP HỌC SINH LỚP 4 học tốt môn “Toán”", 2023, f->an);
  gint64 alone = add (f, "Một số biện pháp giúp học sinh lớp 4 viết chữ đẹp", 2023, f->ha);
  g_autofree char *of_again = list_flags (f, again);
  g_autofree char *of_other = list_flags (f, other);
  g_autofree char *of_alone = list_flags (f, alone);
  g_autofree char *of_use = NULL;
  g_autofree char *of_more = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GPtrArray) flagged = NULL;

  g_assert_nonnull (strstr (of_again, "title: One of the authors has an initiative of nearly the "
                                      "same title: “Một số biện pháp giúp học sinh lớp 4"));
  g_assert_nonnull (strstr (of_again, "Lò Thị Uyên, 2022 (Draft); 92 % of the words"));
  g_assert_nonnull (strstr (of_other, "Others have an initiative of the same title"));
  g_assert_cmpstr (of_alone, ==, "");

  use (f, first, f->uyen, "CSTDCS", 2022);
  of_use = list_flags (f, first);
  g_assert_null (strstr (of_use, "use:"));
  use (f, first, f->uyen, "CSTDT", 2022);
  use (f, first, f->an, "CSTDCS", 2023);
  of_more = list_flags (f, first);
  g_assert_nonnull (strstr (of_more, "use: It backs more than one title or year: CSTDCS 2022 (Lò "
                                     "Thị Uyên), CSTDT 2022 (Lò Thị Uyên), CSTDCS 2023"));
  g_assert_nonnull (strstr (of_more, "Quàng Văn Ân for CSTDCS of 2023, but is an initiative of "
                                     "2022"));
  g_assert_nonnull (strstr (of_more, "Quàng Văn Ân, who is not among its authors"));
  g_assert_false (bv_initiative_delete_act (f->store, first, NULL, &error));
  assert_refused (&error, BV_VALUE_ERROR_RANGE, "Lò Thị Uyên");

  lease = bv_store_lease (f->store, &error);
  flagged = bv_initiative_list_flagged (bv_lease_connection (lease), 2023, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (flagged->len, ==, 2);
}

static void
test_list (Fixture *f, gconstpointer data)
{
  gint64 one = add_submitted (f, "Bài giảng điện tử", 2023, f->uyen);
  gint64 two = add (f, "Vườn rau của trường", 2023, f->an);
  BvInitiativeFilter filter = BV_INITIATIVE_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvConnection *connection = bv_lease_connection (lease);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) found = NULL;
  gint64 id;

  add (f, "Việc của năm khác", 2022, f->an);
  g_clear_pointer (&lease, bv_lease_free);
  lease = bv_store_lease (f->store, &error);
  connection = bv_lease_connection (lease);
  filter.year = 2023;
  all = bv_initiative_list_ids (connection, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (g_array_index (all, gint64, 0), ==, one); /* submitted before drafts */
  filter.search = "quang van an";
  found = bv_initiative_list_ids (connection, &filter, &error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, gint64, 0), ==, two);
  bv_initiative_find (connection, "bai giang", 0, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, one);
  bv_initiative_find (connection, "nothing", 0, &id, &error);
  g_assert_cmpint (id, ==, 0);
  g_assert_false (bv_initiative_find (connection, "V", 0, &id, &error));
  assert_refused (&error, BV_VALUE_ERROR_DUPLICATE, "write more");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("BV_TODAY", "2023-03-27", TRUE);
#define ADD(name, func) g_test_add ("/initiative/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("shares", test_shares);
  g_test_add_func ("/initiative/outcome", test_outcome);
  ADD ("marks", test_marks);
  ADD ("session", test_session);
  ADD ("examiners", test_examiners);
  ADD ("wider", test_wider);
  ADD ("chair", test_chair);
  ADD ("received", test_received);
  ADD ("flags", test_flags);
  ADD ("list", test_list);
  return g_test_run ();
}
