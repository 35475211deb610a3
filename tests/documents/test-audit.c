// SPDX-License-Identifier: GPL-3.0-or-later
/* An act told in words: names, labels, readable values; what is gone is named by what the act kept. */

#include "documents/bv-audit.h"

#include "../office/office-fixture.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-discipline.h"
#include "merit/bv-rating.h"
#include "merit/bv-registration-line.h"
#include "store/bv-row-list.h"

#include <string.h>

static gint64
newest_act (Fixture *f)
{
  return fixture_query (f, "SELECT max (id) FROM history");
}

static GPtrArray *
read_act (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = bv_audit_read (f->store, id, 100, &error);
  g_assert_no_error (error);
  g_assert_nonnull (records);
  return records;
}

static const BvAuditRecord *
find_record (GPtrArray *records, const char *kind)
{
  for (guint i = 0; i < records->len; i++)
    {
      const BvAuditRecord *record = g_ptr_array_index (records, i);
      if (g_str_equal (record->kind, kind))
        return record;
    }
  g_test_message ("no record of kind %s", kind);
  g_test_fail ();
  return NULL;
}

static const BvAuditField *
find_field (const BvAuditRecord *record, const char *label)
{
  for (guint i = 0; i < record->fields->len; i++)
    {
      const BvAuditField *field = g_ptr_array_index (record->fields, i);
      if (g_str_equal (field->label, label))
        return field;
    }
  return NULL;
}

static void
test_added (Fixture *f, gconstpointer data)
{
  gint64 school = fixture_add_unit (f, "Trường THCS Mường Bú", 0);
  fixture_add_person (f, "Lò Thị Uyên", school, "Giáo viên");
  g_autoptr (GPtrArray) records = read_act (f, newest_act (f));

  const BvAuditRecord *post = find_record (records, "Post");
  g_assert_nonnull (post);
  g_assert_cmpstr (post->name, ==, "Lò Thị Uyên");
  g_assert_cmpstr (post->operation, ==, "insert");
  const BvAuditField *unit = find_field (post, "Unit");
  g_assert_nonnull (unit);
  g_assert_cmpstr (unit->new_value, ==, "Trường THCS Mường Bú");
  g_assert_cmpstr (unit->old_value, ==, "");

  const BvAuditRecord *name = find_record (records, "Name in the register");
  g_assert_nonnull (find_field (name, "Name"));
  g_assert_null (find_field (name, "sort_key"));
  g_assert_null (find_field (name, "name_fold"));
}

/* An award is told by its name, never by its code. */
static void
test_award_names (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 school = fixture_add_unit (f, "Trường THCS Mường Bú", 0);
  gint64 teacher = fixture_add_person (f, "Lò Thị Uyên", school, "Giáo viên");
  bv_registration_add_act (f->store, school, 2024, &teacher, 1, "CSTDCS", NULL, "Đúng đơn vị", NULL,
                           NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) records = read_act (f, newest_act (f));
  const BvAuditRecord *line = find_record (records, "Line of a registration");
  g_assert_nonnull (line);
  g_assert_cmpstr (line->name, ==, "Lò Thị Uyên");
  g_assert_nonnull (find_field (line, "Title aimed at"));
  g_assert_cmpstr (find_field (line, "Title aimed at")->new_value, ==, "Chiến sĩ thi đua cơ sở");
}

static void
test_changed (Fixture *f, gconstpointer data)
{
  gint64 id = fixture_add_person (f, "Lò Thị Uyên", 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvPerson) person = bv_person_load (bv_lease_connection (lease), id, &error);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  g_free (person->birth);
  person->birth = g_strdup ("1975-02-05");
  g_free (person->sex);
  person->sex = g_strdup ("female");
  g_assert_true (bv_register_save_person (f->store, person, NULL, &error));
  g_assert_no_error (error);

  g_autoptr (GPtrArray) records = read_act (f, newest_act (f));
  const BvAuditRecord *record = find_record (records, "Person");
  g_assert_cmpstr (record->operation, ==, "update");
  g_assert_cmpstr (find_field (record, "Born")->new_value, ==, "05/02/1975");
  g_assert_cmpstr (find_field (record, "Sex")->new_value, !=, "female");
  g_assert_cmpuint (strlen (find_field (record, "Sex")->new_value), >, 0);
}

/* The row is gone: the act's own copy of the name is what is left. */
static void
test_removed (Fixture *f, gconstpointer data)
{
  gint64 id = fixture_add_person (f, "Tòng Văn Hòa", 0, NULL);
  g_autoptr (GError) error = NULL;
  g_assert_true (bv_register_delete_person (f->store, id, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (GPtrArray) records = read_act (f, newest_act (f));
  const BvAuditRecord *record = find_record (records, "Name in the register");
  g_assert_cmpstr (record->operation, ==, "delete");
  g_assert_cmpstr (record->name, ==, "Tòng Văn Hòa");
}

static void
test_list (Fixture *f, gconstpointer data)
{
  fixture_add_person (f, "Vì Thị Mai", 0, NULL);
  fixture_add_person (f, "Đèo Văn Quý", 0, NULL);
  g_autofree char *found = fixture_list (f, bv_audit_source ("deo van"), BV_AUDIT_COLUMN_TITLE);
  g_assert_nonnull (strstr (found, "Đèo Văn Quý"));
  g_assert_null (strstr (found, "Vì Thị Mai"));
  g_autofree char *none = fixture_list (f, bv_audit_source ("khong co"), BV_AUDIT_COLUMN_TITLE);
  g_assert_cmpstr (none, ==, "");

  fixture_undo (f);
  g_autofree char *undone = fixture_list (f, bv_audit_source (NULL), BV_AUDIT_COLUMN_IS_UNDONE);
  /* Newest first: the undo itself, the act it took back, the one before. */
  g_assert_true (g_str_has_prefix (undone, "0; 1; 0"));
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (bv_audit_read (f->store, 4711, 10, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
}

/* A rating and a sanction say grade, points and kind in words. */
static void
test_rating (Fixture *f, gconstpointer data)
{
  gint64 school = fixture_add_unit (f, "Trường THCS Thử", 0);
  gint64 person = fixture_add_person (f, "Lò Thị Thử", school, "Giáo viên");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDiscipline) discipline = bv_discipline_new ();

  /* Points came with the law of 2026; a year to come cannot be rated. */
  g_setenv ("BV_TODAY", "2026-12-20", TRUE);
  bv_rating_set_points_act (f->store, person, 2026, 2850, 6000, "", NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) records = read_act (f, newest_act (f));
  const BvAuditRecord *rating = find_record (records, "Rating");
  g_assert_cmpstr (rating->name, ==, "Lò Thị Thử, 2026");
  g_assert_cmpstr (find_field (rating, "Grade")->new_value, ==, "Good");
  g_assert_cmpstr (find_field (rating, "General points")->new_value, ==, "28,5");
  g_assert_cmpstr (find_field (rating, "Unit")->new_value, ==, "Trường THCS Thử");
  discipline->subject_id = person;
  discipline->kind = BV_SANCTION_WARNING;
  bv_text_set (&discipline->on_date, "2026-03-05");
  bv_text_set (&discipline->body, "Ủy ban nhân dân huyện");
  bv_discipline_save_act (f->store, discipline, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) second = read_act (f, newest_act (f));
  const BvAuditRecord *sanction = find_record (second, "Discipline");
  g_assert_cmpstr (sanction->name, ==, "Lò Thị Thử");
  g_assert_cmpstr (find_field (sanction, "Kind of matter")->new_value, ==, "Warning");
  g_assert_cmpstr (find_field (sanction, "Date")->new_value, ==, "05/03/2026");
  g_assert_cmpstr (find_field (sanction, "Decided by")->new_value, ==, "Ủy ban nhân dân huyện");
  g_setenv ("BV_TODAY", "2023-03-27", TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/documents/audit/added", test_added);
  ADD ("/documents/audit/changed", test_changed);
  ADD ("/documents/audit/award-names", test_award_names);
  ADD ("/documents/audit/removed", test_removed);
  ADD ("/documents/audit/list", test_list);
  ADD ("/documents/audit/missing", test_missing);
  ADD ("/documents/audit/rating", test_rating);
  return g_test_run ();
}
