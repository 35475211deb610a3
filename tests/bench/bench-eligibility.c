// SPDX-License-Identifier: GPL-3.0-or-later
/* Who in the office may get what: 20,000 people and 400 units with ten years of records, judged for every award of the law
 * of 2022, from the file to the last verdict. Beside it, in the same run, a bare loop that only reads the same rows, and
 * one form that asks about a single person. */

#include "merit/bv-eligibility.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>

#define N_PEOPLE 20000
#define N_UNITS 400
#define N_RUNS 3
#define ALLOWED_MS 3000

static const char *const fill[] = {
  /* Units 1 to 400: the office, twenty agencies below it, the others below these. */
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
  " INSERT INTO subject (id, kind, name, name_fold, sort_key)"
  " SELECT i, 2, 'Đơn vị ' || i, 'don vi ' || i, CAST (i AS BLOB) FROM n",
  "INSERT INTO unit (subject_id, parent_id, kind, from_date)"
  " SELECT id, CASE WHEN id = 1 THEN NULL WHEN id <= 21 THEN 1 ELSE 2 + id % 20 END, 'school', "
  "'2001-01-01'"
  " FROM subject",
  "WITH RECURSIVE n (i) AS (SELECT 1001 UNION ALL SELECT i + 1 FROM n WHERE i < 21000)"
  " INSERT INTO subject (id, kind, name, name_fold, sort_key)"
  " SELECT i, 1, 'Người ' || i, 'nguoi ' || i, CAST (i AS BLOB) FROM n",
  "INSERT INTO person (subject_id, worker_class)"
  " SELECT id, CASE id % 4 WHEN 0 THEN 'civil_servant' WHEN 1 THEN 'public_employee' WHEN 2 THEN "
  "'cadre'"
  " ELSE 'farmer' END FROM subject WHERE kind = 1",
  "INSERT INTO membership (person_id, unit_id, leader_class, from_date)"
  " SELECT id, 1 + id % 400, CASE WHEN id % 9 = 0 THEN 'leader' ELSE 'direct' END, '2010-09-01'"
  " FROM subject WHERE kind = 1",
  "WITH RECURSIVE y (year) AS (SELECT 2015 UNION ALL SELECT year + 1 FROM y WHERE year < 2024)"
  " INSERT INTO rating (subject_id, year, grade)"
  " SELECT id, year, CASE (id * 7 + year) % 6 WHEN 0 THEN 'HTXS' WHEN 5 THEN 'HT' ELSE 'HTT' END "
  "FROM subject, y",
  "WITH RECURSIVE y (year) AS (SELECT 2015 UNION ALL SELECT year + 1 FROM y WHERE year < 2024)"
  " INSERT INTO decision (id, number, on_date, title, year, level, issuer)"
  " SELECT year, year || '/QĐ-UBND', (year + 1) || '-02-15', 'Tặng', year, 'district', 'Chủ tịch' "
  "FROM y",
  "INSERT INTO award (decision_id, subject_id, form_code, manner, year, name_printed, achievement)"
  " SELECT year, subject_id, 'LDTT', 'CT', year, 'Người', 'Hoàn thành tốt nhiệm vụ năm ' || year "
  "FROM rating"
  " WHERE subject_id > 1000 AND grade <> 'HT'",
  "INSERT INTO award (decision_id, subject_id, form_code, manner, year, name_printed)"
  " SELECT year, subject_id, 'CSTDCS', 'CT', year, 'Người' FROM rating"
  " WHERE subject_id > 1000 AND (subject_id + year / 3) % 7 = 0",
  "INSERT INTO award (decision_id, subject_id, form_code, manner, year, name_printed)"
  " SELECT year, subject_id, CASE subject_id % 3 WHEN 0 THEN 'BKT' ELSE 'GKH' END,"
  " CASE year % 4 WHEN 0 THEN 'DX' ELSE 'CT' END, year, 'Người' FROM rating WHERE (subject_id * 3 "
  "+ year) % 29 = 0",
  "INSERT INTO award (decision_id, subject_id, form_code, manner, year, name_printed)"
  " SELECT year, subject_id, 'TTLDXS', 'CT', year, 'Đơn vị' FROM rating WHERE subject_id <= 1000 "
  "AND grade = 'HTXS'",
  "INSERT INTO initiative (id, title, title_fold, year, state, scope)"
  " SELECT id, 'Sáng kiến ' || id, 'sang kien ' || id, 2015 + id % 10, 'recognised',"
  " CASE id % 11 WHEN 0 THEN 'province' ELSE 'base' END FROM subject WHERE kind = 1 AND id % 3 = 0",
  "INSERT INTO initiative_author (initiative_id, person_id, share) SELECT id, id, 10000 FROM "
  "initiative",
  "INSERT INTO discipline (subject_id, kind, on_date, until_date)"
  " SELECT id, 'reprimand', '2023-05-01', '2024-04-30' FROM subject WHERE kind = 1 AND id % 200 = "
  "0",
  "INSERT INTO absence (person_id, kind, from_date, to_date)"
  " SELECT id, 'maternity', '2024-02-01', '2024-07-31' FROM subject WHERE kind = 1 AND id % 40 = 0",
  NULL,
};

/* The rows that the facts are made of, column for column. */
static const char *const reads[] = {
  "SELECT s.id, s.kind, s.name, coalesce (p.worker_class, u.kind, ''), coalesce (u.parent_id, "
  "h.unit_id, 0),"
  " u.from_date, u.to_date, coalesce (u.is_small, 0) FROM subject s LEFT JOIN person p ON "
  "p.subject_id = s.id"
  " LEFT JOIN unit u ON u.subject_id = s.id LEFT JOIN household h ON h.subject_id = s.id",
  "SELECT id, number, on_date FROM decision",
  "SELECT a.id, a.subject_id, a.year, a.form_code, a.manner, a.decision_id, a.achievement, "
  "a.nomination_id,"
  " a.movement_id, r.on_date, r.restored_on FROM award a LEFT JOIN revocation r ON r.award_id = "
  "a.id",
  "SELECT id, subject_id, year, grade FROM rating",
  "SELECT id, person_id, unit_id, from_date, to_date, post, leader_class, is_primary FROM "
  "membership",
  "SELECT id, subject_id, kind, on_date, until_date, number FROM discipline",
  "SELECT id, person_id, kind, study_result, from_date, to_date FROM absence",
  "SELECT id, title, kind, year, scope, state, recognised_on, recognition_number, unit_id FROM "
  "initiative",
  "SELECT person_id, initiative_id FROM initiative_author",
  NULL,
};

static void
die_on (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (1);
}

static gboolean
fill_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  for (const char *const *sql = fill; *sql != NULL; sql++)
    if (!bv_connection_run (connection, error, *sql, ""))
      return FALSE;
  return TRUE;
}

static double
time_reading (BvConnection *connection, guint *n_rows)
{
  gint64 start = g_get_monotonic_time ();
  gsize sum = 0;

  *n_rows = 0;
  for (const char *const *sql = reads; *sql != NULL; sql++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BvStatement) statement = bv_connection_prepare (connection, *sql, &error);
      int n_columns;
      gboolean has_row;

      die_on (error);
      n_columns = bv_statement_n_columns (statement);
      while (bv_statement_step (statement, &has_row, &error) && has_row)
        {
          ++*n_rows;
          for (int i = 0; i < n_columns; i++)
            {
              const char *text = bv_statement_text (statement, i);

              sum += text != NULL ? (gsize) *text : 0;
            }
        }
      die_on (error);
    }
  if (sum == 0)
    exit (1);
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

typedef struct
{
  guint n;
  guint n_by_verdict[3];
} Count;

static gboolean
count_cb (const BvEligibility *eligibility, gpointer user_data)
{
  Count *count = user_data;

  count->n++;
  count->n_by_verdict[eligibility->verdict]++;
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bangvang-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "eligibility.bangvang", NULL);
  g_autoptr (BvStore) store = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  BvEligibilityQuestion question = { .year = 2024, .date = "2025-03-01" };
  double best_load = G_MAXDOUBLE, best_judge = G_MAXDOUBLE, best_bare = G_MAXDOUBLE,
         one = G_MAXDOUBLE;
  double total;
  guint n_rows = 0;
  Count count = { 0 };

  setlocale (LC_ALL, "");
  die_on (error);
  store = bv_store_open (path, BV_STORE_CREATE, &error);
  die_on (error);
  bv_store_act (store, "Fill", BV_ACT_BULK, fill_cb, NULL, NULL, NULL, &error);
  die_on (error);
  regimes = bv_regime_set_load (NULL, &error);
  die_on (error);
  for (int run = 0; run < N_RUNS; run++)
    {
      g_autoptr (BvLease) lease = bv_store_lease (store, &error);
      BvConnection *connection = bv_lease_connection (lease);
      g_autoptr (BvFacts) facts = NULL;
      g_autoptr (BvFacts) facts_of_one = NULL;
      g_autoptr (GPtrArray) list = NULL;
      gint64 start, loaded;

      best_bare = MIN (best_bare, time_reading (connection, &n_rows));
      start = g_get_monotonic_time ();
      facts = bv_facts_load (connection, 0, &error);
      die_on (error);
      loaded = g_get_monotonic_time ();
      count = (Count){ 0 };
      bv_eligibility_foreach (facts, regimes, &question, 0, NULL, count_cb, &count, NULL, &error);
      die_on (error);
      best_judge = MIN (best_judge, (double) (g_get_monotonic_time () - loaded) / 1000.0);
      best_load = MIN (best_load, (double) (loaded - start) / 1000.0);

      start = g_get_monotonic_time ();
      facts_of_one = bv_facts_load (connection, 5000, &error);
      die_on (error);
      list = bv_eligibility_judge_subject (facts_of_one, regimes, &question, 5000, &error);
      die_on (error);
      one = MIN (one, (double) (g_get_monotonic_time () - start) / 1000.0);
    }
  total = best_load + best_judge;
  printf ("eligibility %u people and %u units x all awards: %u verdicts (%u met, %u cannot tell, "
          "%u not met)\n",
          N_PEOPLE, N_UNITS, count.n, count.n_by_verdict[BV_VERDICT_MET],
          count.n_by_verdict[BV_VERDICT_CANNOT_TELL], count.n_by_verdict[BV_VERDICT_NOT_MET]);
  printf ("eligibility reading %.0f ms, judging %.0f ms: %.0f ms of %d allowed (%.2f)\n", best_load,
          best_judge, total, ALLOWED_MS, total / ALLOWED_MS);
  printf ("eligibility against a bare loop over the same %u rows: %.0f ms, ratio %.2f\n", n_rows,
          best_bare, total / best_bare);
  printf (
    "eligibility one person, all awards with words, from the file: %.1f ms of 50 allowed (%.2f)\n",
    one, one / 50);
  bv_store_close (store);
  for (const char *const *end = (const char *const[]){ "", "-wal", "-shm", NULL }; *end != NULL;
       end++)
    {
      g_autofree char *file = g_strconcat (path, *end, NULL);

      g_remove (file);
    }
  g_rmdir (folder);
  return 0;
}
