// SPDX-License-Identifier: GPL-3.0-or-later
/* Registrations: who is missing, the steps of a sheet, its lines, last year's sheets as this year's, and what became of
 * them, with communes that merge meanwhile. */

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "merit/bv-registration-carry.h"
#include "merit/bv-registration-line.h"
#include "merit/bv-registration-result.h"
#include "merit/bv-registration.h"
#include "office/bv-register.h"
#include "store/bv-row-list.h"
#include "store/bv-store.h"

typedef struct
{
  char *folder;
  BvStore *store;
  gint64 office;
  gint64 school;
  gint64 treasury;
  gint64 communes[3];
  gint64 village;
  gint64 headmistress;
  gint64 teachers[2];
  gint64 chairman;
  gint64 clerk;
  gint64 elder;
  gint64 household;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "Xã Thử Một", "Xã Thử Hai", "Xã Thử Ba" };

  g_setenv ("BV_TODAY", "2026-03-10", TRUE);
  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  f->office = bv_test_office_set_up (f->store);
  f->school = bv_test_office_add_unit (f->store, "Trường Thử", "school", f->office, FALSE);
  f->treasury = bv_test_office_add_unit (f->store, "Kho bạc Thử", "central_body", f->office, FALSE);
  for (int i = 0; i < 3; i++)
    f->communes[i] = bv_test_office_add_unit (f->store, names[i], "commune", f->office, FALSE);
  f->village = bv_test_office_add_unit (f->store, "Bản Thử", "village", f->communes[0], TRUE);
  f->teachers[0] = bv_test_office_add_person (f->store, "Lò Thị Thử", "female", "Thái", f->school,
                                              "Giáo viên", "direct");
  f->teachers[1] = bv_test_office_add_person (f->store, "Cà Văn Thử", "male", "Thái", f->school,
                                              "Giáo viên", "direct");
  f->headmistress = bv_test_office_add_person (f->store, "Vì Thị Thử", "female", "Kinh", f->school,
                                               "Hiệu trưởng", "leader");
  f->chairman = bv_test_office_add_person (f->store, "Quàng Văn Thử", "male", "Thái",
                                           f->communes[0], "Chủ tịch", "leader");
  f->clerk = bv_test_office_add_person (f->store, "Tòng Văn Thử", "male", "Thái", f->communes[0],
                                        "Công chức", "direct");
  f->elder = bv_test_office_add_person (f->store, "Hà Văn Thử", "male", "Thái", f->village,
                                        "Trưởng bản", "direct");
  f->household = bv_test_office_add_household (f->store, "Hộ ông Hà Văn Thử", f->village, f->elder);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
}

/* ── Help ────────────────────────────────────────────────────────────────────────────────── */

static gint64
begin (Fixture *f, gint64 unit, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvRegistration)
    sheet = bv_registration_new_for (bv_lease_connection (lease), unit, year, &error);

  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_registration_save_act (f->store, sheet, NULL, &error);
  g_assert_no_error (error);
  return sheet->id;
}

static BvRegistration *
load (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvRegistration *sheet = bv_registration_load (bv_lease_connection (lease), id, &error);

  g_assert_no_error (error);
  return sheet;
}

static guint
add (Fixture *f, gint64 sheet, gint64 subject, const char *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegistration) self = load (f, sheet);
  guint n_added;

  bv_registration_add_act (f->store, self->unit_id, self->year, &subject, 1, form, NULL, NULL,
                           &n_added, NULL, &error);
  g_assert_no_error (error);
  return n_added;
}

static void
refuse_add (Fixture *f, gint64 sheet, gint64 subject, const char *form, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegistration) self = load (f, sheet);

  g_assert_false (bv_registration_add_act (f->store, self->unit_id, self->year, &subject, 1, form,
                                           NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, code);
}

static void
step (Fixture *f, gint64 sheet, BvRegistrationStep what, const char *date, const char *reason)
{
  g_autoptr (GError) error = NULL;

  bv_registration_step_act (f->store, sheet, what, date, reason, NULL, &error);
  g_assert_no_error (error);
}

static void
refuse_step (Fixture *f,
             gint64 sheet,
             BvRegistrationStep what,
             const char *date,
             const char *reason,
             int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_registration_step_act (f->store, sheet, what, date, reason, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, code);
}

static GPtrArray *
list_lines (Fixture *f, gint64 sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  GPtrArray *lines = bv_registration_line_list (bv_lease_connection (lease), sheet, &error);

  g_assert_no_error (error);
  return lines;
}

static gint64
find (Fixture *f, gint64 unit, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  gint64 id;

  bv_registration_find (bv_lease_connection (lease), unit, year, &id, &error);
  g_assert_no_error (error);
  return id;
}

static BvRegistrationCounts
count (Fixture *f, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  BvRegistrationCounts counts;

  bv_registration_count (bv_lease_connection (lease), year, &counts, &error);
  g_assert_no_error (error);
  return counts;
}

/* Names of the units in @state (%NULL: all shown), with a comma between. */
static char *
list_units (Fixture *f, int year, const char *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  const BvRegistrationFilter filter = { .year = year, .state = state };
  g_autoptr (GPtrArray)
    units = bv_registration_list_units (bv_lease_connection (lease), &filter, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < units->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((BvRegistrationUnit *) g_ptr_array_index (units, i))->name);
  return g_string_free (names, FALSE);
}

static gint64
merge_communes (Fixture *f)
{
  g_autoptr (BvSuccession) merger = bv_succession_new ();
  g_autoptr (GError) error = NULL;
  BvUnit *unit = bv_unit_new ();

  bv_text_set (&merger->manner, "merge");
  bv_text_set (&merger->on_date, "2025-07-01");
  for (int i = 0; i < 3; i++)
    g_array_append_val (merger->predecessors, f->communes[i]);
  bv_text_set (&unit->name, "Xã Thử Mới");
  bv_text_set (&unit->kind, "commune");
  g_ptr_array_add (merger->successors, unit);
  bv_register_succeed_units (f->store, merger, NULL, &error);
  g_assert_no_error (error);
  return unit->id;
}

static void
award (Fixture *f, gint64 subject, const char *form, int year, const char *number, const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDecision) decision = bv_decision_new ();

  decision->origin = BV_ORIGIN_RECEIVED;
  decision->level = g_str_equal (form, "LDTT") || g_str_equal (form, "CSTDCS") ? BV_LEVEL_UNIT
                                                                               : BV_LEVEL_PROVINCE;
  decision->year = year;
  bv_text_set (&decision->number, number);
  bv_text_set (&decision->on_date, date);
  bv_text_set (&decision->title, "Về việc công nhận danh hiệu thi đua");
  bv_text_set (&decision->issuer, "Chủ tịch Ủy ban nhân dân tỉnh Thử");
  bv_decision_save_act (f->store, decision, NULL, &error);
  g_assert_no_error (error);
  bv_award_add_act (f->store, decision->id, &subject, 1, form, BV_MANNER_MERIT, NULL, NULL, NULL,
                    NULL, &error);
  g_assert_no_error (error);
}

/* ── The sheet ───────────────────────────────────────────────────────────────────────────── */

static void
test_steps (Fixture *f, gconstpointer data)
{
  gint64 id = begin (f, f->school, 2026);
  g_autoptr (BvRegistration) sheet = load (f, id);
  g_autoptr (BvRegistration) again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 act;

  g_assert_cmpint (sheet->state, ==, BV_REGISTRATION_DRAFT);
  g_assert_cmpstr (sheet->signer_name, ==, "Vì Thị Thử");
  g_assert_cmpstr (sheet->signer_post, ==, "Hiệu trưởng");
  refuse_step (f, id, BV_REGISTRATION_SEND, "2026-01-05", NULL, BV_VALUE_ERROR_EMPTY);
  refuse_step (f, id, BV_REGISTRATION_APPROVE, "2026-01-05", NULL, BV_VALUE_ERROR_RANGE);
  g_assert_cmpuint (add (f, id, f->headmistress, "LDTT"), ==, 1);
  refuse_step (f, id, BV_REGISTRATION_SEND, "2026-03-11", NULL, BV_VALUE_ERROR_RANGE);
  refuse_step (f, id, BV_REGISTRATION_SEND, "5/1", NULL, BV_VALUE_ERROR_FORMAT);
  refuse_step (f, id, BV_REGISTRATION_SEND, "2024-11-01", NULL, BV_VALUE_ERROR_RANGE);
  step (f, id, BV_REGISTRATION_SEND, "2026-01-05", NULL);

  /* A sheet that was received is not changed under the unit's hand. */
  refuse_add (f, id, f->teachers[0], "LDTT", BV_VALUE_ERROR_RANGE);
  refuse_step (f, id, BV_REGISTRATION_RETURN, "2026-01-08", "  ", BV_VALUE_ERROR_EMPTY);
  refuse_step (f, id, BV_REGISTRATION_RETURN, "2026-01-04", "Thiếu chữ ký", BV_VALUE_ERROR_RANGE);
  step (f, id, BV_REGISTRATION_RETURN, "2026-01-08", "Thiếu chữ ký");
  g_clear_pointer (&sheet, bv_registration_free);
  sheet = load (f, id);
  g_assert_cmpint (sheet->state, ==, BV_REGISTRATION_RETURNED);
  g_assert_cmpstr (sheet->return_reason, ==, "Thiếu chữ ký");
  g_assert_cmpuint (add (f, id, f->teachers[0], "LDTT"), ==, 1);
  refuse_step (f, id, BV_REGISTRATION_SEND, "2026-01-07", NULL, BV_VALUE_ERROR_RANGE);
  step (f, id, BV_REGISTRATION_SEND, "2026-01-09", NULL);
  refuse_step (f, id, BV_REGISTRATION_APPROVE, "2026-01-06", NULL, BV_VALUE_ERROR_RANGE);
  bv_registration_step_act (f->store, id, BV_REGISTRATION_APPROVE, "2026-01-12", NULL, &act,
                            &error);
  g_assert_no_error (error);
  refuse_step (f, id, BV_REGISTRATION_RETURN, "2026-01-13", "Muộn", BV_VALUE_ERROR_RANGE);
  g_assert_false (bv_registration_delete_act (f->store, id, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);

  /* Undo of one step, and the way back without it. */
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  again = load (f, id);
  g_assert_cmpint (again->state, ==, BV_REGISTRATION_SENT);
  g_assert_cmpstr (again->sent_on, ==, "2026-01-09");
  step (f, id, BV_REGISTRATION_REOPEN, NULL, NULL);
  bv_registration_delete_act (f->store, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (find (f, f->school, 2026), ==, 0);
}

static void
test_late (Fixture *f, gconstpointer data)
{
  gint64 id = begin (f, f->school, 2025);
  g_autoptr (BvRegistration) sheet = NULL;

  add (f, id, f->headmistress, "LDTT");
  refuse_step (f, id, BV_REGISTRATION_SEND, "2026-01-05", NULL, BV_VALUE_ERROR_REASON);
  step (f, id, BV_REGISTRATION_SEND, "2026-01-05", "Bản giấy nộp ngày 05/01/2025 bị thất lạc");
  sheet = load (f, id);
  g_assert_cmpstr (sheet->override_reason, ==, "Bản giấy nộp ngày 05/01/2025 bị thất lạc");
}

static void
test_one_sheet (Fixture *f, gconstpointer data)
{
  g_autoptr (BvRegistration) second = bv_registration_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = begin (f, f->school, 2026);

  second->unit_id = f->school;
  second->year = 2026;
  g_assert_false (bv_registration_save_act (f->store, second, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_clear_error (&error);
  second->year = 1900;
  g_assert_false (bv_registration_save_act (f->store, second, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  /* A sheet with lines stays where it was checked. */
  add (f, id, f->headmistress, "LDTT");
  second->id = id;
  second->year = 2025;
  g_assert_false (bv_registration_save_act (f->store, second, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  second->year = 2026;
  bv_text_set (&second->content, " Dạy tốt,  học tốt \n Trường xanh ");
  bv_registration_save_act (f->store, second, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&second, bv_registration_free);
  second = load (f, id);
  g_assert_cmpstr (second->content, ==, "Dạy tốt, học tốt\nTrường xanh");
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = list_units (f, 2026, "missing");
  g_autofree char *all = NULL;
  g_autofree char *exempt = NULL;
  BvRegistrationCounts counts;
  gint64 id;

  /* The office itself and what stands below a commune are not asked. */
  g_assert_cmpstr (first, ==, "Trường Thử, Kho bạc Thử, Xã Thử Một, Xã Thử Hai, Xã Thử Ba");
  g_assert_false (bv_registration_set_exempt_act (f->store, f->treasury, TRUE, " ", NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);
  bv_registration_set_exempt_act (f->store, f->treasury, TRUE, "Đăng ký với Kho bạc tỉnh", NULL,
                                  &error);
  g_assert_no_error (error);
  id = begin (f, f->school, 2026);
  add (f, id, f->headmistress, "LDTT");
  add (f, id, f->headmistress, "CSTDCS");
  add (f, id, f->school, "TTLDTT");
  all = list_units (f, 2026, NULL);
  g_assert_cmpstr (all, ==, "Xã Thử Một, Xã Thử Hai, Xã Thử Ba, Trường Thử");
  exempt = list_units (f, 2026, "exempt");
  g_assert_cmpstr (exempt, ==, "Kho bạc Thử");
  counts = count (f, 2026);
  g_assert_cmpuint (counts.n_due, ==, 4);
  g_assert_cmpuint (counts.n_missing, ==, 3);
  g_assert_cmpuint (counts.n_draft, ==, 1);
  g_assert_cmpuint (counts.n_exempt, ==, 1);
  g_assert_cmpuint (counts.n_lines, ==, 3);
  g_assert_cmpuint (counts.n_persons, ==, 1);
  g_assert_cmpuint (counts.n_units, ==, 1);
  bv_registration_set_exempt_act (f->store, f->treasury, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (f, 2026).n_missing, ==, 4);
}

/* The successor goes on with the sheets of the communes that were merged into it. */
static void
test_missing_after_merger (Fixture *f, gconstpointer data)
{
  gint64 id = begin (f, f->communes[0], 2025);
  gint64 merged = merge_communes (f);
  g_autofree char *missing = list_units (f, 2025, "missing");
  g_autofree char *later = list_units (f, 2026, "missing");
  g_autofree char *earlier = list_units (f, 2024, "missing");
  g_autoptr (BvRegistration) sheet = bv_registration_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (missing, ==, "Trường Thử, Kho bạc Thử, Xã Thử Hai, Xã Thử Ba");
  g_assert_cmpstr (later, ==, "Trường Thử, Kho bạc Thử, Xã Thử Mới");
  g_assert_cmpstr (earlier, ==, "Trường Thử, Kho bạc Thử, Xã Thử Một, Xã Thử Hai, Xã Thử Ba");
  sheet->unit_id = f->communes[0];
  sheet->year = 2026;
  g_assert_false (bv_registration_save_act (f->store, sheet, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  sheet->unit_id = merged;
  sheet->year = 2024;
  g_assert_false (bv_registration_save_act (f->store, sheet, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  /* The old commune's own sheet, written down after its end, wants a reason. */
  add (f, id, f->clerk, "LDTT");
  refuse_step (f, id, BV_REGISTRATION_SEND, "2025-08-01", NULL, BV_VALUE_ERROR_REASON);
  step (f, id, BV_REGISTRATION_SEND, "2025-06-30", NULL);
}

/* ── Lines ───────────────────────────────────────────────────────────────────────────────── */

static void
test_lines (Fixture *f, gconstpointer data)
{
  gint64 id = begin (f, f->school, 2026);
  gint64 commune = begin (f, f->communes[0], 2026);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (BvRegistrationLine) line = NULL;
  g_autoptr (GError) error = NULL;

  refuse_add (f, id, f->school, "LDTT", BV_VALUE_ERROR_RANGE);
  refuse_add (f, id, f->teachers[0], "TTLDTT", BV_VALUE_ERROR_RANGE);
  refuse_add (f, id, f->teachers[0], "KHONGCO", BV_VALUE_ERROR_UNKNOWN);
  refuse_add (f, id, f->teachers[0], "", BV_VALUE_ERROR_EMPTY);
  refuse_add (f, id, 9999, "LDTT", BV_VALUE_ERROR_UNKNOWN);
  refuse_add (f, id, f->clerk, "LDTT", BV_VALUE_ERROR_REASON);
  refuse_add (f, id, f->village, "TDPVH", BV_VALUE_ERROR_REASON);
  g_assert_cmpuint (add (f, commune, f->village, "TDPVH"), ==, 1);
  g_assert_cmpuint (add (f, commune, f->household, "GDVH"), ==, 1);
  g_assert_cmpuint (add (f, commune, f->elder, "LDTT"), ==, 1);
  g_assert_cmpuint (add (f, commune, f->communes[0], "TTLDTT"), ==, 1);
  /* A second time, on this sheet or another, is no second line. */
  g_assert_cmpuint (add (f, commune, f->elder, "LDTT"), ==, 0);

  lines = list_lines (f, commune);
  g_assert_cmpuint (lines->len, ==, 4);
  g_assert_cmpstr (((BvRegistrationLine *) lines->pdata[0])->subject_name, ==, "Bản Thử");
  g_assert_cmpstr (((BvRegistrationLine *) lines->pdata[1])->subject_name, ==, "Xã Thử Một");
  g_assert_cmpstr (((BvRegistrationLine *) lines->pdata[2])->subject_name, ==, "Hà Văn Thử");
  g_assert_cmpstr (((BvRegistrationLine *) lines->pdata[2])->detail, ==, "Trưởng bản, Bản Thử");
  g_assert_cmpstr (((BvRegistrationLine *) lines->pdata[3])->subject_name, ==, "Hộ ông Hà Văn Thử");

  /* With a reason somebody of another unit may stand; the duplicate may not, reason or none. */
  line = bv_registration_line_new ();
  line->registration_id = id;
  line->subject_id = f->clerk;
  bv_text_set (&line->form_code, "LDTT");
  bv_text_set (&line->override_reason, "Biệt phái sang trường từ tháng 2");
  bv_text_set (&line->initiative, "Số hóa hồ sơ");
  bv_registration_line_save_act (f->store, line, NULL, &error);
  g_assert_no_error (error);
  line->id = 0;
  line->registration_id = commune;
  g_assert_false (bv_registration_line_save_act (f->store, line, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_clear_pointer (&lines, g_ptr_array_unref);
  lines = list_lines (f, id);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (((BvRegistrationLine *) lines->pdata[0])->initiative, ==, "Số hóa hồ sơ");
  bv_registration_line_remove_act (f->store, &((BvRegistrationLine *) lines->pdata[0])->id, 1, NULL,
                                   &error);
  g_assert_no_error (error);
}

/* Who is registered stays in the register: said in words, not by the engine. */
static void
test_register_keeps (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = begin (f, f->treasury, 2026);
  gint64 school = begin (f, f->school, 2026);

  g_assert_false (bv_register_delete_unit (f->store, f->treasury, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "has registered"));
  g_clear_error (&error);
  add (f, school, f->teachers[0], "LDTT");
  g_assert_false (bv_register_delete_person (f->store, f->teachers[0], NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "is registered for a title"));
  g_clear_error (&error);
  bv_registration_delete_act (f->store, id, NULL, &error);
  g_assert_no_error (error);
  bv_register_delete_unit (f->store, f->treasury, NULL, &error);
  g_assert_no_error (error);
}

/* The law of the year decides, not that of today: the title for communes came in 2024. */
static void
test_law_of_year (Fixture *f, gconstpointer data)
{
  gint64 old = begin (f, f->communes[0], 2023);
  gint64 new = begin (f, f->communes[0], 2024);

  refuse_add (f, old, f->communes[0], "XPTTTB", BV_VALUE_ERROR_UNKNOWN);
  g_assert_cmpuint (add (f, new, f->communes[0], "XPTTTB"), ==, 1);
}

static void
test_whole_unit (Fixture *f, gconstpointer data)
{
  gint64 school = begin (f, f->school, 2026);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_added;
  gint64 act;

  add (f, school, f->teachers[0], "LDTT");
  bv_registration_add_members_act (f->store, f->school, 2026, "LDTT", FALSE, &n_added, &act,
                                   &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, 2);
  lines = list_lines (f, school);
  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_cmpstr (((BvRegistrationLine *) lines->pdata[1])->subject_name, ==, "Vì Thị Thử");
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lines, g_ptr_array_unref);
  lines = list_lines (f, school);
  g_assert_cmpuint (lines->len, ==, 1);

  bv_registration_add_members_act (f->store, f->communes[0], 2026, "LDTT", FALSE, &n_added, NULL,
                                   &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, 2);
  bv_registration_add_members_act (f->store, f->communes[0], 2026, "LDTT", TRUE, &n_added, NULL,
                                   &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, 1);
  g_assert_false (bv_registration_add_members_act (f->store, f->treasury, 2026, "LDTT", TRUE,
                                                   &n_added, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  /* The sheet that the refused act began is not there either. */
  g_assert_cmpint (find (f, f->treasury, 2026), ==, 0);
}

/* Who is registered elsewhere already is passed over: the sheet that was begun for them is not left behind empty. */
static void
test_nothing_added (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  guint n_added;
  gint64 act;

  add (f, begin (f, f->school, 2026), f->teachers[0], "LDTT");
  bv_registration_add_act (f->store, f->treasury, 2026, &f->teachers[0], 1, "LDTT", NULL,
                           "Biệt phái", &n_added, &act, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, 0);
  g_assert_cmpint (act, ==, 0);
  g_assert_cmpint (find (f, f->treasury, 2026), ==, 0);

  /* The history names the title in words. */
  bv_registration_add_act (f->store, f->school, 2026, &f->teachers[1], 1, "LDTT", NULL, NULL,
                           &n_added, &act, &error);
  g_assert_no_error (error);
  bv_store_undo (f->store, act, &title, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, "Register Cà Văn Thử for “Lao động tiên tiến”, 2026");
}

/* ── Last year's as this year's ──────────────────────────────────────────────────────────── */

static const BvRegistrationLeftOut *
find_left_out (const BvRegistrationCarry *carry, const char *name)
{
  for (guint i = 0; i < carry->left_out->len; i++)
    {
      const BvRegistrationLeftOut *left_out = g_ptr_array_index (carry->left_out, i);

      if (g_str_equal (left_out->subject_name, name))
        return left_out;
    }
  return NULL;
}

static void
test_carry (Fixture *f, gconstpointer data)
{
  g_autoptr (BvRegistrationCarry) carry = bv_registration_carry_new ();
  g_autoptr (BvMembership) move = bv_membership_new ();
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (BvRegistration) copied = NULL;
  g_autoptr (GError) error = NULL;
  gint64 school = begin (f, f->school, 2025);
  gint64 communes[2] = { begin (f, f->communes[0], 2025), begin (f, f->communes[1], 2025) };
  gint64 merged;

  g_assert_false (bv_registration_carry_act (f->store, 2023, 2024, NULL, 0, carry, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
  g_clear_error (&error);

  add (f, school, f->headmistress, "CSTDCS");
  add (f, school, f->teachers[0], "LDTT");
  add (f, school, f->teachers[1], "LDTT");
  add (f, communes[0], f->communes[0], "TTLDTT");
  add (f, communes[0], f->village, "TDPVH");
  add (f, communes[0], f->chairman, "LDTT");
  add (f, communes[0], f->elder, "LDTT");
  add (f, communes[1], f->communes[1], "TTLDTT");
  merged = merge_communes (f);
  /* One teacher goes to the office in the autumn. */
  move->person_id = f->teachers[1];
  move->unit_id = f->treasury;
  bv_text_set (&move->from_date, "2025-10-01");
  move->is_primary = TRUE;
  bv_register_transfer_person (f->store, move, NULL, &error);
  g_assert_no_error (error);

  bv_registration_carry_act (f->store, 2025, 2026, NULL, 0, carry, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (carry->n_sheets, ==, 2);
  g_assert_cmpuint (carry->n_lines, ==, 6);
  g_assert_cmpuint (carry->left_out->len, ==, 1);
  g_assert_nonnull (find_left_out (carry, "Cà Văn Thử"));
  g_assert_cmpstr (find_left_out (carry, "Cà Văn Thử")->reason, ==,
                   "Cà Văn Thử no longer belongs to Trường Thử.");
  /* The two communes' title is the new one's, once. */
  lines = list_lines (f, find (f, merged, 2026));
  g_assert_cmpuint (lines->len, ==, 4);
  g_assert_cmpstr (((BvRegistrationLine *) lines->pdata[0])->subject_name, ==, "Xã Thử Mới");
  copied = load (f, find (f, merged, 2026));
  g_assert_cmpint (copied->state, ==, BV_REGISTRATION_DRAFT);
  g_assert_cmpstr (copied->signer_name, ==, "Quàng Văn Thử");

  /* Again: nothing more comes; a sheet that was received is left alone and named. */
  bv_registration_carry_act (f->store, 2025, 2026, NULL, 0, carry, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (carry->n_lines, ==, 0);
  step (f, find (f, f->school, 2026), BV_REGISTRATION_SEND, "2026-01-05", NULL);
  bv_registration_carry_act (f->store, 2025, 2026, &f->school, 1, carry, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (carry->left_out->len, ==, 1);
  g_assert_nonnull (find_left_out (carry, ""));
}

/* Several units at once: copied, received, approved; one that cannot take the step holds up all. */
static void
test_several (Fixture *f, gconstpointer data)
{
  g_autoptr (BvRegistrationCarry) carry = bv_registration_carry_new ();
  g_autoptr (BvRegistration) first = NULL;
  g_autoptr (GError) error = NULL;
  gint64 units[2] = { f->school, f->communes[0] };
  gint64 sheets[2];
  gint64 act;

  add (f, begin (f, f->school, 2025), f->teachers[0], "LDTT");
  add (f, begin (f, f->communes[0], 2025), f->chairman, "LDTT");
  add (f, begin (f, f->communes[1], 2025), f->communes[1], "TTLDTT");
  bv_registration_carry_act (f->store, 2025, 2026, units, 2, carry, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (carry->n_sheets, ==, 2);
  g_assert_cmpint (find (f, f->communes[1], 2026), ==, 0);
  for (guint i = 0; i < 2; i++)
    sheets[i] = find (f, units[i], 2026);

  /* Of the second nothing is received yet. */
  step (f, sheets[0], BV_REGISTRATION_SEND, "2026-01-05", NULL);
  g_assert_false (bv_registration_steps_act (f->store, sheets, 2, BV_REGISTRATION_APPROVE, NULL,
                                             NULL, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_clear_error (&error);
  first = load (f, sheets[0]);
  g_assert_cmpint (first->state, ==, BV_REGISTRATION_SENT);

  step (f, sheets[1], BV_REGISTRATION_SEND, "2026-01-05", NULL);
  bv_registration_steps_act (f->store, sheets, 2, BV_REGISTRATION_APPROVE, NULL, NULL, &act,
                             &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BvRegistration) sheet = load (f, sheets[i]);

      g_assert_cmpint (sheet->state, ==, BV_REGISTRATION_APPROVED);
    }
  bv_store_undo (f->store, act, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BvRegistration) sheet = load (f, sheets[i]);

      g_assert_cmpint (sheet->state, ==, BV_REGISTRATION_SENT);
    }
}

/* ── What became of it ───────────────────────────────────────────────────────────────────── */

/* "name=outcome" of all rows, with a comma between. */
static char *
read_outcomes (Fixture *f, const BvRegistrationResultFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  g_autoptr (GPtrArray)
    rows = bv_registration_result_list (bv_lease_connection (lease), regimes, filter, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (
      text, "%s%s=%s", i > 0 ? ", " : "",
      bv_row_get_text (rows->pdata[i], BV_REGISTRATION_RESULT_COLUMN_NAME),
      bv_row_get_text (rows->pdata[i], BV_REGISTRATION_RESULT_COLUMN_OUTCOME));
  return g_string_free (text, FALSE);
}

static gboolean
revoke_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_connection_run (connection, error,
                            "INSERT INTO revocation (award_id, number, on_date, ground)"
                            " SELECT id, '9/QĐ-UBND', '2026-02-20', 'fraud' FROM award"
                            " WHERE subject_id = ?1",
                            "i", *(gint64 *) user_data);
}

static void
test_outcomes (Fixture *f, gconstpointer data)
{
  BvRegistrationResultFilter filter = { .year = 2025 };
  gint64 school = begin (f, f->school, 2025);
  gint64 commune = begin (f, f->communes[0], 2025);
  gint64 draft = begin (f, f->communes[1], 2025);
  gint64 merged;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *alarms = NULL;
  g_autofree char *of_unit = NULL;
  g_autofree char *revoked = NULL;
  g_autofree char *later = NULL;
  g_autoptr (GError) error = NULL;

  add (f, school, f->headmistress, "CSTDCS");
  add (f, school, f->teachers[0], "LDTT");
  add (f, commune, f->communes[0], "TTLDXS");
  add (f, commune, f->chairman, "CSTDT");
  add (f, draft, f->communes[1], "TTLDTT");
  step (f, school, BV_REGISTRATION_SEND, "2025-01-05", NULL);
  step (f, commune, BV_REGISTRATION_SEND, "2025-01-06", NULL);
  /* The draft of the second commune counts for nothing; while the year lasts nothing is missed. */
  g_setenv ("BV_TODAY", "2025-11-20", TRUE);
  before = read_outcomes (f, &filter);
  g_assert_cmpstr (before, ==,
                   "Vì Thị Thử=open, Lò Thị Thử=open, Xã Thử Một=open, Quàng Văn Thử=open");

  merged = merge_communes (f);
  g_setenv ("BV_TODAY", "2026-03-10", TRUE);
  /* The new commune gets what the old one strove for; one teacher what nobody registered; another's is the same title
   * as the first's, so that the first has missed hers. */
  award (f, merged, "TTLDXS", 2025, "101/QĐ-UBND", "2026-01-20");
  award (f, f->teachers[1], "LDTT", 2025, "102/QĐ-UBND", "2026-01-20");
  award (f, f->headmistress, "CSTDCS", 2025, "103/QĐ-UBND", "2026-01-20");
  award (f, f->treasury, "BKT", 2025, "104/QĐ-UBND", "2026-01-20");
  after = read_outcomes (f, &filter);
  g_assert_cmpstr (after, ==,
                   "Vì Thị Thử=achieved, Lò Thị Thử=missed, Cà Văn Thử=unregistered,"
                   " Xã Thử Một=achieved, Quàng Văn Thử=open");
  filter.outcome = "alarm";
  alarms = read_outcomes (f, &filter);
  g_assert_cmpstr (alarms, ==, "Lò Thị Thử=missed, Cà Văn Thử=unregistered");
  filter.outcome = NULL;
  filter.unit_id = merged;
  of_unit = read_outcomes (f, &filter);
  g_assert_cmpstr (of_unit, ==, "Xã Thử Một=achieved, Quàng Văn Thử=open");

  /* What was taken back was not achieved; in July nothing is open any more. */
  bv_store_act (f->store, "Thu hồi", BV_ACT_NONE, revoke_act, &merged, NULL, NULL, &error);
  g_assert_no_error (error);
  revoked = read_outcomes (f, &filter);
  g_assert_cmpstr (revoked, ==, "Xã Thử Một=open, Quàng Văn Thử=open");
  g_setenv ("BV_TODAY", "2026-07-01", TRUE);
  later = read_outcomes (f, &filter);
  g_assert_cmpstr (later, ==, "Xã Thử Một=missed, Quàng Văn Thử=missed");
}

static void
test_figures (Fixture *f, gconstpointer data)
{
  const BvRegistrationResultFilter filter = { .year = 2025 };
  gint64 school = begin (f, f->school, 2025);
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) titles = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (BvRegistrationFigure) sum = NULL;
  g_autoptr (GError) error = NULL;
  const BvRegistrationFigure *figure;

  add (f, school, f->headmistress, "CSTDCS");
  add (f, school, f->headmistress, "LDTT");
  add (f, school, f->teachers[0], "LDTT");
  step (f, school, BV_REGISTRATION_SEND, "2025-01-05", NULL);
  award (f, f->headmistress, "LDTT", 2025, "101/QĐ-UBND", "2026-01-20");
  award (f, f->teachers[1], "LDTT", 2025, "102/QĐ-UBND", "2026-01-20");
  award (f, f->elder, "LDTT", 2025, "103/QĐ-UBND", "2026-01-20");
  lease = bv_store_lease (f->store, &error);
  regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  rows = bv_registration_result_list (bv_lease_connection (lease), regimes, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bv_row_get_text (rows->pdata[0], BV_REGISTRATION_RESULT_COLUMN_AWARDED), ==,
                   "LDTT");
  g_assert_cmpstr (bv_row_get_text (rows->pdata[1], BV_REGISTRATION_RESULT_COLUMN_DECISION), ==,
                   "101/QĐ-UBND");
  titles = bv_registration_figures_by_title (regimes, rows);
  g_assert_cmpuint (titles->len, ==, 2);
  figure = titles->pdata[0];
  g_assert_cmpstr (figure->form_code, ==, "CSTDCS");
  g_assert_cmpuint (figure->n_registered, ==, 1);
  g_assert_cmpuint (figure->n_open, ==, 1);
  figure = titles->pdata[1];
  g_assert_cmpuint (figure->n_registered, ==, 2);
  g_assert_cmpuint (figure->n_achieved, ==, 1);
  g_assert_cmpuint (figure->n_missed, ==, 1);
  g_assert_cmpuint (figure->n_awarded, ==, 3);
  g_assert_cmpuint (figure->n_unregistered, ==, 2);
  units = bv_registration_figures_by_unit (rows);
  g_assert_cmpuint (units->len, ==, 2);
  figure = units->pdata[1];
  /* The elder's village registers through its commune. */
  g_assert_cmpstr (figure->unit_name, ==, "Xã Thử Một");
  g_assert_cmpuint (figure->n_unregistered, ==, 1);
  sum = bv_registration_figures_sum (rows);
  g_assert_cmpuint (sum->n_registered, ==, 3);
  g_assert_cmpuint (sum->n_awarded, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/registration/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("steps", test_steps);
  ADD ("late", test_late);
  ADD ("one-sheet", test_one_sheet);
  ADD ("missing", test_missing);
  ADD ("missing-after-merger", test_missing_after_merger);
  ADD ("lines", test_lines);
  ADD ("register-keeps", test_register_keeps);
  ADD ("law-of-year", test_law_of_year);
  ADD ("whole-unit", test_whole_unit);
  ADD ("nothing-added", test_nothing_added);
  ADD ("carry", test_carry);
  ADD ("several", test_several);
  ADD ("outcomes", test_outcomes);
  ADD ("figures", test_figures);
  return g_test_run ();
}
