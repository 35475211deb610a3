// SPDX-License-Identifier: GPL-3.0-or-later
#include "eligibility-fixture.h"

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-text.h"
#include "merit/bv-regime-private.h"
#include "store/bv-connection.h"

/* What a test has made for its law. A condition may stand in several paths, and a path that was replaced is still
 * looked at by an older answer: all goes when the test ends. */
static GPtrArray *made_conditions;
static GPtrArray *made_paths;
static GPtrArray *old_paths; /* of GPtrArray */

/* ── A law of its own ────────────────────────────────────────────────────────────────────── */

static const struct
{
  const char *code;
  const char *abbreviation;
  const char *kind;
  const char *subjects;
} awards[] = {
  { "LDTT", "LĐTT", "title", "'person'" },           { "CSTDCS", "CSTĐCS", "title", "'person'" },
  { "CSTDT", "CSTĐT", "title", "'person'" },         { "BKT", "BKT", "merit", "'person', 'unit'" },
  { "BKTTG", "BKTTG", "merit", "'person', 'unit'" }, { "TTLDTT", "TTLĐTT", "title", "'unit'" },
  { "TTLDXS", "TTLĐXS", "title", "'unit'" },         { "GDVH", "GĐVH", "title", "'household'" },
};

static GBytes *
make_law (void)
{
  GString *text = g_string_new (
    "{'format': 1, 'id': 'thu', 'name': 'Luật thử', 'from': '2000-01-01',"
    " 'citations': [{'text': 'Luật thử', 'verified': true}], 'awards': [");

  for (guint i = 0; i < G_N_ELEMENTS (awards); i++)
    g_string_append_printf (
      text,
      "%s{'code': '%s', 'name': '%s đầy đủ', 'abbreviation': '%s', 'kind': '%s', 'subjects': [%s],"
      " 'deciders': [{'level': 'district', 'who': 'Chủ tịch'}], 'article': 'Điều 1', 'verified': "
      "true}",
      i > 0 ? ", " : "", awards[i].code, awards[i].abbreviation, awards[i].abbreviation,
      awards[i].kind, awards[i].subjects);
  g_string_append (text, "]}");
  g_string_replace (text, "'", "\"", 0);
  return g_string_free_to_bytes (text);
}

BvCondition *
condition (BvConditionKind kind, const char *text)
{
  BvCondition *self = g_new0 (BvCondition, 1);

  self->kind = kind;
  self->text = g_strdup (text);
  self->article = g_strdup ("Điều 1");
  self->is_verified = TRUE;
  self->include_year = TRUE;
  self->count = 1;
  if (made_conditions == NULL)
    made_conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_condition_free);
  g_ptr_array_add (made_conditions, self);
  return self;
}

BvCondition *
award_condition (const char *codes, int count, gboolean is_consecutive)
{
  BvCondition *self = condition (BV_CONDITION_AWARD, "Đã được tặng");

  self->awards = g_strsplit (codes, ",", -1);
  self->count = count;
  self->is_consecutive = is_consecutive;
  return self;
}

BvCondition *
group (BvConditionKind kind, BvCondition *a, BvCondition *b)
{
  BvCondition *self = condition (kind, "Một trong các điều kiện");

  self->of = g_ptr_array_new ();
  g_ptr_array_add (self->of, a);
  g_ptr_array_add (self->of, b);
  return self;
}

BvCondition *
five_years (BvCondition *inside)
{
  BvCondition *span = condition (BV_CONDITION_SPAN, "Sau Bằng khen tỉnh 05 năm liên tục");

  span->after_awards = g_strsplit ("BKT", ",", -1);
  span->min_years = 5;
  span->grade = BV_GRADE_GOOD;
  span->of = g_ptr_array_new ();
  if (inside != NULL)
    g_ptr_array_add (span->of, inside);
  return span;
}

/* Replaces the ways to an award by one with these conditions. */
BvPath *
set_path (Fixture *f, const char *code, const BvCondition *first, ...)
{
  BvRegime *regime = g_ptr_array_index (bv_regime_set_get_regimes (f->regimes), 0);
  BvRegimeAward *award = (BvRegimeAward *) bv_regime_find_award (regime, code);
  BvPath *path = g_new0 (BvPath, 1);
  va_list list;

  path->name = g_strdup ("Công trạng");
  path->article = g_strdup ("Điều 1");
  path->conditions = g_ptr_array_new ();
  va_start (list, first);
  for (; first != NULL; first = va_arg (list, const BvCondition *))
    g_ptr_array_add (path->conditions, (gpointer) first);
  va_end (list);
  if (made_paths == NULL)
    {
      made_paths = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_path_free);
      old_paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
    }
  g_ptr_array_add (made_paths, path);
  g_ptr_array_add (old_paths, award->paths);
  award->paths = g_ptr_array_new ();
  g_ptr_array_add (award->paths, path);
  return path;
}

BvPath *
add_path (Fixture *f, const char *code, const char *name, BvCondition *first)
{
  const BvRegimeAward *award = bv_regime_set_find_award (f->regimes, code, "2020-01-01");
  GPtrArray *before = award->paths;
  BvPath *path = set_path (f, code, first, NULL);

  bv_text_set (&path->name, name);
  g_ptr_array_insert (((BvRegimeAward *) award)->paths, 0, g_ptr_array_index (before, 0));
  return path;
}

/* ── Records ─────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  const char *sql;
  gint64 id;
} Statement;

static gboolean
run_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Statement *statement = user_data;

  if (!bv_connection_run (connection, error, statement->sql, ""))
    return FALSE;
  statement->id = bv_connection_last_id (connection);
  return TRUE;
}

gint64
sql (Fixture *f, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Statement statement = { 0 };
  va_list list;

  va_start (list, format);
  text = g_strdup_vprintf (format, list);
  va_end (list);
  statement.sql = text;
  bv_store_act (f->store, "Thử", BV_ACT_NONE, run_cb, &statement, NULL, NULL, &error);
  g_assert_no_error (error);
  return statement.id;
}

gint64
add_unit (Fixture *f,
          const char *name,
          const char *kind,
          gint64 parent,
          gboolean is_small,
          const char *from)
{
  gint64 id = bv_test_office_add_unit (f->store, name, kind, parent, is_small);

  if (from != NULL)
    sql (f, "UPDATE unit SET from_date = '%s' WHERE subject_id = %lld", from, L (id));
  return id;
}

gint64
add_person (Fixture *f, const char *name, gint64 unit, const char *from)
{
  gint64 id = bv_test_office_add_person (f->store, name, "female", "Kinh", unit, "Giáo viên",
                                         "direct");

  if (from != NULL)
    sql (f, "UPDATE membership SET from_date = '%s' WHERE person_id = %lld", from, L (id));
  return id;
}

gint64
add_award_on (Fixture *f,
              gint64 subject,
              const char *code,
              int year,
              const char *on_date,
              const char *achievement)
{
  gint64 decision = sql (f,
                         "INSERT INTO decision (number, on_date, title, year, level, issuer) VALUES"
                         " ('%s/%s/%lld', '%s', 'Tặng', %d, 'district', 'Chủ tịch')",
                         on_date, code, L (subject), on_date, year);

  return sql (f,
              "INSERT INTO award (decision_id, subject_id, form_code, manner, year, achievement, "
              "name_printed)"
              " VALUES (%lld, %lld, '%s', '%s', %d, '%s', 'Thử')",
              L (decision), L (subject), code, f->manner, year, achievement);
}

gint64
add_award (Fixture *f, gint64 subject, const char *code, int year)
{
  g_autofree char *on_date = g_strdup_printf ("%d-02-01", year + 1);

  return add_award_on (f, subject, code, year, on_date, "");
}

void
add_rating (Fixture *f, gint64 subject, int year, const char *grade)
{
  sql (f, "INSERT INTO rating (subject_id, year, grade) VALUES (%lld, %d, '%s')", L (subject), year,
       grade);
}

gint64
add_nomination (Fixture *f, gint64 subject, const char *code, int year)
{
  gint64 dossier = sql (f,
                        "INSERT INTO dossier (title, year, manner, level) VALUES"
                        " ('Hồ sơ %s', %d, 'CT', 'district')",
                        code, year);

  return sql (
    f, "INSERT INTO nomination (dossier_id, subject_id, form_code) VALUES (%lld, %lld, '%s')",
    L (dossier), L (subject), code);
}

/* ── Asking ──────────────────────────────────────────────────────────────────────────────── */

BvEligibility *
ask_with (Fixture *f, gint64 subject, const char *code, const BvEligibilityQuestion *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (f->store, &error);
  g_autoptr (BvFacts) all = bv_facts_load (bv_lease_connection (lease), 0, &error);
  g_autoptr (BvFacts) one = bv_facts_load (bv_lease_connection (lease), subject, &error);
  g_autoptr (BvEligibility) result = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_one = NULL;
  BvEligibility *single;

  g_assert_no_error (error);
  result = bv_eligibility_judge (all, f->regimes, question, subject, code, &error);
  g_assert_no_error (error);
  single = bv_eligibility_judge (one, f->regimes, question, subject, code, &error);
  g_assert_no_error (error);
  /* What one form loads must answer as the whole file does. */
  json = bv_eligibility_to_json (result, NULL);
  json_one = bv_eligibility_to_json (single, NULL);
  g_assert_cmpstr (json, ==, json_one);
  return single;
}

BvEligibility *
ask (Fixture *f, gint64 subject, const char *code, int year)
{
  BvEligibilityQuestion question = { .year = year, .date = f->date, .manner = BV_MANNER_MERIT };

  return ask_with (f, subject, code, &question);
}

const BvFinding *
finding (const BvEligibility *result, guint i)
{
  g_assert_cmpuint (i, <, result->findings->len);
  return g_ptr_array_index (result->findings, i);
}

void
set_up (Fixture *f, gconstpointer data)
{
  BvRegimeFile file = { "thu.json", NULL };
  g_autoptr (GBytes) bytes = make_law ();
  g_autoptr (GError) error = NULL;

  file.bytes = bytes;
  f->regimes = bv_regime_set_new_from_files (&file, 1, NULL, 0, &error);
  g_assert_no_error (error);
  f->folder = bv_test_folder_new ();
  f->store = bv_test_store_new (f->folder);
  f->office = bv_test_office_set_up (f->store);
  f->school = add_unit (f, "Trường THCS Thử", "school", f->office, FALSE, "2000-01-01");
  f->person = add_person (f, "Lò Thị Thử", f->school, "2015-09-01");
  f->date = g_strdup ("2023-03-27");
  f->manner = "CT";
}

void
tear_down (Fixture *f, gconstpointer data)
{
  bv_store_close (f->store);
  g_clear_object (&f->store);
  bv_regime_set_unref (f->regimes);
  g_clear_pointer (&old_paths, g_ptr_array_unref);
  g_clear_pointer (&made_paths, g_ptr_array_unref);
  g_clear_pointer (&made_conditions, g_ptr_array_unref);
  bv_test_folder_remove (f->folder);
  g_free (f->folder);
  g_free (f->date);
}

void
judge_on (Fixture *f, const char *date)
{
  g_free (f->date);
  f->date = g_strdup (date);
}
