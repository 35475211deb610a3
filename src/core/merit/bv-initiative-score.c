// SPDX-License-Identifier: GPL-3.0-or-later
/* Examiners' sheets: the office's scale, the marks, and what they come to. Points are whole hundredths. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-initiative-score.h"

#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-initiative-private.h"
#include "office/bv-record.h"
#include "office/bv-setting.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ── The scale ───────────────────────────────────────────────────────────────────────────── */

static void
criterion_free (BvInitiativeCriterion *criterion)
{
  g_free (criterion->key);
  g_free (criterion->label);
  g_free (criterion);
}

void
bv_initiative_scale_free (BvInitiativeScale *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->criteria);
  g_free (self);
}

BvInitiativeScale *
bv_initiative_scale_load (BvConnection *connection, GError **error)
{
  g_autoptr (BvInitiativeScale) self = g_new0 (BvInitiativeScale, 1);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) local = NULL;

  self->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) criterion_free);
  text = bv_setting_get (connection, BV_SETTING_RULE_INITIATIVE_SCALE, error);
  if (text == NULL)
    return NULL;
  lines = bv_setting_parse_scale (text, error);
  if (lines == NULL)
    return NULL;
  if (lines->len > BV_INITIATIVE_MAX_CRITERIA)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("The scale for initiatives has %u criteria: at most %d can be marked."),
                   lines->len, BV_INITIATIVE_MAX_CRITERIA);
      return NULL;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const BvScaleCriterion *line = g_ptr_array_index (lines, i);
      BvInitiativeCriterion *criterion = g_new0 (BvInitiativeCriterion, 1);

      criterion->key = g_strdup (line->key);
      criterion->label = bv_scale_criterion_get_label (line);
      criterion->maximum = line->points * (gint64) 100;
      self->maximum += criterion->maximum;
      g_ptr_array_add (self->criteria, criterion);
    }
  self->threshold = bv_setting_get_int (connection, BV_SETTING_RULE_INITIATIVE_THRESHOLD, &local)
                    * 100;
  if (local == NULL)
    self->difference =
      bv_setting_get_int (connection, BV_SETTING_RULE_INITIATIVE_DIFFERENCE, &local) * 100;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&self);
}

const char *
bv_initiative_criterion_get_paper_label (const BvInitiativeCriterion *self)
{
  static const char *const words[][2] = {
    { "newness", "Tính mới, tính sáng tạo" },
    { "effect", "Hiệu quả áp dụng" },
    { "spread", "Khả năng nhân rộng" },
    { "presentation", "Hình thức trình bày" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], self->key))
      return words[i][1];
  return self->key;
}

/* ── Sheets ──────────────────────────────────────────────────────────────────────────────── */

BvInitiativeSheet *
bv_initiative_sheet_new (gint64 initiative_id, int position)
{
  BvInitiativeSheet *self = g_new0 (BvInitiativeSheet, 1);

  self->initiative_id = initiative_id;
  self->position = position;
  self->name = g_strdup ("");
  self->post = g_strdup ("");
  self->comment = g_strdup ("");
  for (guint i = 0; i < BV_INITIATIVE_MAX_CRITERIA; i++)
    self->marks[i] = -1;
  return self;
}

BvInitiativeSheet *
bv_initiative_sheet_copy (const BvInitiativeSheet *self)
{
  BvInitiativeSheet *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->post = g_strdup (self->post);
  copy->comment = g_strdup (self->comment);
  copy->on_date = g_strdup (self->on_date);
  return copy;
}

void
bv_initiative_sheet_free (BvInitiativeSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->post);
  g_free (self->comment);
  g_free (self->on_date);
  g_free (self);
}

gint64
bv_initiative_sheet_get_total (const BvInitiativeSheet *self, const BvInitiativeScale *scale)
{
  gint64 total = 0;

  for (guint i = 0; i < scale->criteria->len; i++)
    {
      if (self->marks[i] < 0)
        return -1;
      total += self->marks[i];
    }
  return total;
}

char *
bv_initiative_sheet_default_name (int position)
{
  return g_strdup_printf ("Giám khảo số %d", position);
}

/* ── What the marks come to ──────────────────────────────────────────────────────────────── */

static gint64
get_mean (gint64 a, gint64 b)
{
  return (a + b + 1) / 2;
}

void
bv_initiative_outcome_compute (const BvInitiativeScale *scale,
                               const gint64 totals[BV_INITIATIVE_N_EXAMINERS],
                               BvInitiativeOutcome *outcome)
{
  gint64 a = totals[0];
  gint64 b = totals[1];
  gint64 third = totals[2];

  memset (outcome, 0, sizeof *outcome);
  memcpy (outcome->totals, totals, sizeof outcome->totals);
  outcome->result = -1;
  outcome->standing = BV_STANDING_WAITING;
  if (a < 0 || b < 0)
    return;
  outcome->needs_third = ABS (a - b) > scale->difference
                         || (a >= scale->threshold) != (b >= scale->threshold);
  outcome->result = get_mean (a, b);
  if (outcome->needs_third && third < 0)
    {
      outcome->standing = BV_STANDING_THIRD;
      return;
    }
  if (outcome->needs_third)
    {
      gboolean is_first = ABS (third - a) < ABS (third - b)
                          || (ABS (third - a) == ABS (third - b) && a > b);

      outcome->result = get_mean (third, is_first ? a : b);
    }
  outcome->standing = outcome->result >= scale->threshold ? BV_STANDING_PASSED : BV_STANDING_FAILED;
}

char *
bv_initiative_outcome_describe (const BvInitiativeOutcome *self, const BvInitiativeScale *scale)
{
  g_autofree char *result = bv_number_format_hundredths (MAX (self->result, 0));
  g_autofree char *maximum = bv_number_format_hundredths (scale->maximum);
  g_autofree char *threshold = bv_number_format_hundredths (scale->threshold);
  g_autofree char *difference = bv_number_format_hundredths (scale->difference);
  g_autofree char *first = bv_number_format_hundredths (MAX (self->totals[0], 0));
  g_autofree char *second = bv_number_format_hundredths (MAX (self->totals[1], 0));

  switch (self->standing)
    {
    case BV_STANDING_PASSED:
      /* TRANSLATORS: points, of how many at most, and the threshold. */
      return g_strdup_printf (_ ("%s of %s points: recognised (from %s)."), result, maximum,
                              threshold);
    case BV_STANDING_FAILED:
      return g_strdup_printf (_ ("%s of %s points: not recognised (from %s)."), result, maximum,
                              threshold);
    case BV_STANDING_THIRD:
      if (ABS (self->totals[0] - self->totals[1]) > scale->difference)
        /* TRANSLATORS: the points of two examiners, and the most by which they may differ. */
        return g_strdup_printf (
          _ ("%s and %s points differ by more than %s: a third examiner scores."), first, second,
          difference);
      return g_strdup_printf (
        _ ("%s and %s points stand on both sides of %s: a third examiner scores."), first, second,
        threshold);
    case BV_STANDING_WAITING:
    default:
      return g_strdup (self->totals[0] < 0 && self->totals[1] < 0
                         ? _ ("Marks of both examiners are missing.")
                       : self->totals[0] < 0 ? _ ("Marks of the first examiner are missing.")
                                             : _ ("Marks of the second examiner are missing."));
    }
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

static int
find_criterion (const BvInitiativeScale *scale, const char *key)
{
  for (guint i = 0; i < scale->criteria->len; i++)
    if (g_str_equal (((const BvInitiativeCriterion *) g_ptr_array_index (scale->criteria, i))->key,
                     key))
      return (int) i;
  return -1;
}

static gboolean
read_marks (BvConnection *connection,
            const BvInitiativeScale *scale,
            BvInitiativeSheet *sheet,
            gint64 examiner_id,
            GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, "SELECT criterion, points FROM initiative_mark WHERE examiner_id = ?1", "i",
    examiner_id);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      int index;

      if (!has_row)
        return TRUE;
      /* A mark by an older scale of the office stays in the file and counts no more. */
      index = find_criterion (scale, bv_statement_text (statement, 0));
      if (index >= 0)
        sheet->marks[index] = bv_statement_int (statement, 1);
    }
  return FALSE;
}

GPtrArray *
bv_initiative_sheet_list (BvConnection *connection,
                          const BvInitiativeScale *scale,
                          gint64 initiative_id,
                          GError **error)
{
  g_autoptr (GPtrArray)
    sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_initiative_sheet_free);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT id, position, name, post, coalesce (person_id, 0), on_date, comment"
    " FROM initiative_examiner WHERE initiative_id = ?1 ORDER BY position",
    "i", initiative_id);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      BvInitiativeSheet *sheet;

      if (!has_row)
        return g_steal_pointer (&sheets);
      sheet = bv_initiative_sheet_new (initiative_id, (int) bv_statement_int (statement, 1));
      g_ptr_array_add (sheets, sheet);
      bv_text_set (&sheet->name, bv_statement_text (statement, 2));
      bv_text_set (&sheet->post, bv_statement_text (statement, 3));
      sheet->person_id = bv_statement_int (statement, 4);
      bv_text_set (&sheet->on_date, bv_statement_text (statement, 5));
      bv_text_set (&sheet->comment, bv_statement_text (statement, 6));
      if (!read_marks (connection, scale, sheet, bv_statement_int (statement, 0), error))
        return NULL;
    }
  return NULL;
}

gboolean
bv_initiative_outcome_load (BvConnection *connection,
                            const BvInitiativeScale *scale,
                            gint64 initiative_id,
                            BvInitiativeOutcome *outcome,
                            GError **error)
{
  g_autoptr (GPtrArray) sheets = bv_initiative_sheet_list (connection, scale, initiative_id, error);
  gint64 totals[BV_INITIATIVE_N_EXAMINERS] = { -1, -1, -1 };

  if (sheets == NULL)
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      const BvInitiativeSheet *sheet = g_ptr_array_index (sheets, i);

      totals[sheet->position - 1] = bv_initiative_sheet_get_total (sheet, scale);
    }
  bv_initiative_outcome_compute (scale, totals, outcome);
  return TRUE;
}

/* ── What is wrong ───────────────────────────────────────────────────────────────────────── */

static void
check_mark (GPtrArray *problems, const BvInitiativeCriterion *criterion, gint64 points)
{
  g_autofree char *maximum = NULL;
  g_autofree char *given = NULL;
  g_autofree char *message = NULL;

  if (points <= criterion->maximum)
    return;
  maximum = bv_number_format_hundredths (criterion->maximum);
  given = bv_number_format_hundredths (points);
  /* TRANSLATORS: a criterion, the most it gives, what was given. */
  message = g_strdup_printf (_ ("“%s” gives at most %s points, not %s."), criterion->label, maximum,
                             given);
  bv_problems_add (problems, criterion->key, BV_VALUE_ERROR_RANGE, message);
}

static gboolean
check_person (BvConnection *connection,
              GPtrArray *problems,
              const BvInitiativeSheet *self,
              GError **error)
{
  g_autofree char *author = NULL;
  g_autofree char *same = NULL;

  if (!bv_connection_query_text (connection, &author, error,
                                 "SELECT s.name FROM initiative_author a JOIN subject s ON s.id ="
                                 " a.person_id WHERE a.initiative_id = ?1"
                                 " AND CASE WHEN ?2 > 0 THEN a.person_id = ?2"
                                 " ELSE s.name = ?3 END LIMIT 1",
                                 "iis", self->initiative_id, self->person_id, self->name)
      || !bv_connection_query_text (
        connection, &same, error,
        "SELECT name FROM initiative_examiner WHERE initiative_id = ?1 AND position <> ?2"
        " AND CASE WHEN ?3 > 0 AND person_id IS NOT NULL THEN person_id = ?3"
        " ELSE name = ?4 AND post = ?5 END",
        "iiiss", self->initiative_id, (gint64) self->position, self->person_id, self->name,
        self->post))
    return FALSE;
  if (author != NULL)
    {
      g_autofree char *message = g_strdup_printf (
        _ ("%s is an author of this initiative and cannot score it."), author);

      bv_problems_add (problems, "name", BV_VALUE_ERROR_RANGE, message);
    }
  else if (same != NULL)
    {
      g_autofree char *message = g_strdup_printf (
        _ ("%s scores this initiative already: examiners are different people."), same);

      bv_problems_add (problems, "name", BV_VALUE_ERROR_DUPLICATE, message);
    }
  return TRUE;
}

GPtrArray *
bv_initiative_sheet_validate (BvConnection *connection,
                              const BvInitiativeScale *scale,
                              const BvInitiativeSheet *self,
                              GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autofree char *state = NULL;

  if (!bv_connection_query_text (connection, &state, error,
                                 "SELECT state FROM initiative WHERE id = ?1", "i",
                                 self->initiative_id))
    return NULL;
  if (state == NULL)
    bv_problems_add (problems, "", BV_VALUE_ERROR_UNKNOWN,
                     _ ("The initiative is no longer there."));
  else if (!g_str_equal (state, "submitted"))
    bv_problems_add (problems, "", BV_VALUE_ERROR_RANGE,
                     _ ("Only a submitted initiative is scored: a draft is submitted first, a "
                        "decided one is taken back first."));
  if (self->position < 1 || self->position > BV_INITIATIVE_N_EXAMINERS)
    bv_problems_add (problems, "position", BV_VALUE_ERROR_RANGE,
                     _ ("There is a first, a second and a third examiner."));
  for (guint i = 0; i < scale->criteria->len; i++)
    check_mark (problems, g_ptr_array_index (scale->criteria, i), self->marks[i]);
  if (!bv_record_is_blank (self->on_date))
    bv_initiative_check_day (problems, "on_date", self->on_date, "");
  bv_record_check_length (problems, "name", self->name, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "post", self->post, BV_RECORD_MAX_LINE);
  bv_record_check_length (problems, "comment", self->comment, BV_RECORD_MAX_LINE);
  if (!check_person (connection, problems, self, error))
    return NULL;
  return g_steal_pointer (&problems);
}

/* ── Writing ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
write_marks (BvConnection *connection,
             const BvInitiativeScale *scale,
             const BvInitiativeSheet *self,
             gint64 examiner_id,
             GError **error)
{
  for (guint i = 0; i < scale->criteria->len; i++)
    {
      const BvInitiativeCriterion *criterion = g_ptr_array_index (scale->criteria, i);

      if (self->marks[i] < 0
            ? !bv_connection_run (connection, error,
                                  "DELETE FROM initiative_mark WHERE examiner_id = ?1"
                                  " AND criterion = ?2",
                                  "is", examiner_id, criterion->key)
            : !bv_connection_run (connection, error,
                                  "INSERT INTO initiative_mark (examiner_id, criterion, points)"
                                  " VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET points = ?3",
                                  "isi", examiner_id, criterion->key, self->marks[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_sheet (BvConnection *connection,
            const BvInitiativeScale *scale,
            const BvInitiativeSheet *self,
            GError **error)
{
  g_autoptr (BvInitiativeSheet) clean = bv_initiative_sheet_copy (self);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;
  gint64 examiner_id;

  bv_text_take (&clean->name, bv_text_clean (self->name));
  bv_text_take (&clean->post, bv_text_clean (self->post));
  bv_text_take (&clean->comment, bv_text_clean (self->comment));
  if (bv_record_is_blank (clean->on_date))
    g_clear_pointer (&clean->on_date, g_free);
  if (*clean->name == '\0')
    bv_text_take (&clean->name, bv_initiative_sheet_default_name (clean->position));
  problems = bv_initiative_sheet_validate (connection, scale, clean, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    "INSERT INTO initiative_examiner (initiative_id, position, name, post, person_id, on_date,"
    " comment) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (initiative_id, position)"
    " DO UPDATE SET name = ?3, post = ?4, person_id = ?5, on_date = ?6, comment = ?7",
    error);
  if (statement == NULL)
    return FALSE;
  bv_statement_bind_int (statement, 1, clean->initiative_id);
  bv_statement_bind_int (statement, 2, clean->position);
  bv_statement_bind_text (statement, 3, clean->name);
  bv_statement_bind_text (statement, 4, clean->post);
  if (clean->person_id != 0)
    bv_statement_bind_int (statement, 5, clean->person_id);
  else
    bv_statement_bind_null (statement, 5);
  bv_statement_bind_text (statement, 6, clean->on_date);
  bv_statement_bind_text (statement, 7, clean->comment);
  return bv_statement_run (statement, error)
         && bv_connection_query_int (
           connection, &examiner_id, 0, error,
           "SELECT id FROM initiative_examiner WHERE initiative_id = ?1 AND position = ?2", "ii",
           clean->initiative_id, (gint64) clean->position)
         && write_marks (connection, scale, clean, examiner_id, error);
}

gboolean
bv_initiative_sheet_save (BvConnection *connection, const BvInitiativeSheet *self, GError **error)
{
  g_autoptr (BvInitiativeScale) scale = bv_initiative_scale_load (connection, error);

  return scale != NULL && save_sheet (connection, scale, self, error);
}

gboolean
bv_initiative_sheet_delete (BvConnection *connection,
                            gint64 initiative_id,
                            int position,
                            GError **error)
{
  g_autoptr (BvInitiative) initiative = bv_initiative_load (connection, initiative_id, error);

  if (initiative == NULL)
    return FALSE;
  if (initiative->state != BV_INITIATIVE_SUBMITTED)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("“%s” is decided: take that back before a sheet is taken away."),
                   initiative->title);
      return FALSE;
    }
  if (!bv_connection_run (
        connection, error,
        "DELETE FROM initiative_examiner WHERE initiative_id = ?1 AND position = ?2", "ii",
        initiative_id, (gint64) position))
    return FALSE;
  if (bv_connection_n_changed (connection) > 0)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
               _ ("“%s” has no sheet of examiner %d."), initiative->title, position);
  return FALSE;
}

gboolean
bv_initiative_set_marks (BvConnection *connection,
                         gint64 initiative_id,
                         const BvInitiativeMark *marks,
                         guint n_marks,
                         GError **error)
{
  g_autoptr (BvInitiativeScale) scale = bv_initiative_scale_load (connection, error);
  g_autoptr (GPtrArray) sheets = NULL;
  BvInitiativeSheet *by_position[BV_INITIATIVE_N_EXAMINERS] = { NULL };
  gboolean is_touched[BV_INITIATIVE_N_EXAMINERS] = { FALSE };

  if (scale == NULL)
    return FALSE;
  sheets = bv_initiative_sheet_list (connection, scale, initiative_id, error);
  if (sheets == NULL)
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      BvInitiativeSheet *sheet = g_ptr_array_index (sheets, i);

      by_position[sheet->position - 1] = sheet;
    }
  for (guint i = 0; i < n_marks; i++)
    {
      int place = marks[i].position - 1;
      int index = find_criterion (scale, marks[i].criterion);

      if (index < 0)
        {
          g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                       _ ("The scale of the office has no criterion “%s”."), marks[i].criterion);
          return FALSE;
        }
      if (place < 0 || place >= BV_INITIATIVE_N_EXAMINERS)
        {
          g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                               _ ("There is a first, a second and a third examiner."));
          return FALSE;
        }
      if (by_position[place] == NULL)
        {
          if (marks[i].points < 0)
            continue;
          by_position[place] = bv_initiative_sheet_new (initiative_id, place + 1);
          g_ptr_array_add (sheets, by_position[place]);
        }
      by_position[place]->marks[index] = MAX (marks[i].points, -1);
      is_touched[place] = TRUE;
    }
  for (guint i = 0; i < BV_INITIATIVE_N_EXAMINERS; i++)
    if (is_touched[i] && !save_sheet (connection, scale, by_position[i], error))
      return FALSE;
  return TRUE;
}
