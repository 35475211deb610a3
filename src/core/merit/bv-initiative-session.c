// SPDX-License-Identifier: GPL-3.0-or-later
/* Sessions of the council for initiatives: what they deal with, how each ends, and the decision. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-initiative-session.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-decision.h"
#include "merit/bv-initiative-private.h"
#include "office/bv-office.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"
#include "store/bv-statement-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1945
#define LAST_YEAR 2200

/* In the order of the columns. */
static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvInitiativeSession, title),
  BV_RECORD_TEXT (BvInitiativeSession, period),
  BV_RECORD_TEXT_OR_NULL (BvInitiativeSession, on_date),
  BV_RECORD_TEXT (BvInitiativeSession, place),
  BV_RECORD_TEXT (BvInitiativeSession, chair),
  BV_RECORD_TEXT (BvInitiativeSession, secretary),
  BV_RECORD_TEXT (BvInitiativeSession, note),
  BV_RECORD_TEXT (BvInitiativeSession, decision_number),
  BV_RECORD_TEXT_OR_NULL (BvInitiativeSession, decision_date),
  BV_RECORD_TEXT (BvInitiativeSession, override_reason),
};
#define COLUMNS                                                                                    \
  "id, year, title, period, on_date, place, chair, secretary, note, decision_number,"              \
  " decision_date, override_reason"
#define N_SAVED_TEXTS 7 /* the others are of the decision */

BvInitiativeSession *
bv_initiative_session_new (void)
{
  return bv_record_new (sizeof (BvInitiativeSession), texts, G_N_ELEMENTS (texts));
}

BvInitiativeSession *
bv_initiative_session_copy (const BvInitiativeSession *self)
{
  return bv_record_copy (self, sizeof (BvInitiativeSession), texts, G_N_ELEMENTS (texts));
}

void
bv_initiative_session_free (BvInitiativeSession *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

gboolean
bv_initiative_session_is_decided (const BvInitiativeSession *self)
{
  return *self->decision_number != '\0';
}

static int
get_period_number (const char *period)
{
  return (int) g_ascii_strtoll (period + 1, NULL, 10);
}

static gboolean
is_period (const char *period)
{
  int number = strlen (period) > 1 ? get_period_number (period) : 0;

  return g_str_equal (period, "Y")
         || (period[0] == 'Q' && strlen (period) == 2 && number >= 1 && number <= 4)
         || (period[0] == 'M' && strlen (period) == 3 && number >= 1 && number <= 12);
}

char *
bv_initiative_session_suggest_title (int year, const char *period)
{
  if (period[0] == 'Q')
    {
      g_autofree char *roman = bv_number_roman (CLAMP (get_period_number (period), 1, 4));

      return g_strdup_printf ("Kỳ họp xét, công nhận sáng kiến quý %s năm %d", roman, year);
    }
  if (period[0] == 'M')
    return g_strdup_printf ("Kỳ họp xét, công nhận sáng kiến tháng %d năm %d",
                            get_period_number (period), year);
  return g_strdup_printf ("Kỳ họp xét, công nhận sáng kiến năm %d", year);
}

/* ── Items ───────────────────────────────────────────────────────────────────────────────── */

void
bv_initiative_item_free (BvInitiativeItem *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->initiative, bv_initiative_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_free (self);
}

BvInitiativeEnding
bv_initiative_item_get_ending (const BvInitiativeItem *self)
{
  const BvInitiative *initiative = self->initiative;

  if (initiative->state == BV_INITIATIVE_RECOGNISED
      || g_str_equal (initiative->verdict, "recognise"))
    return BV_ENDING_RECOGNISED;
  if (initiative->state == BV_INITIATIVE_REFUSED || g_str_equal (initiative->verdict, "refuse"))
    return BV_ENDING_REFUSED;
  switch (self->outcome.standing)
    {
    case BV_STANDING_PASSED:
      return BV_ENDING_RECOGNISED;
    case BV_STANDING_FAILED:
      return BV_ENDING_REFUSED;
    case BV_STANDING_WAITING:
    case BV_STANDING_THIRD:
    default:
      return BV_ENDING_OPEN;
    }
}

BvInitiativeTally
bv_initiative_items_tally (GPtrArray *items)
{
  BvInitiativeTally tally = { .n = items->len };

  for (guint i = 0; i < items->len; i++)
    switch (bv_initiative_item_get_ending (g_ptr_array_index (items, i)))
      {
      case BV_ENDING_RECOGNISED:
        tally.n_recognised++;
        break;
      case BV_ENDING_REFUSED:
        tally.n_refused++;
        break;
      case BV_ENDING_OPEN:
      default:
        tally.n_open++;
        break;
      }
  return tally;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const BvInitiativeItem *one = *(BvInitiativeItem *const *) a;
  const BvInitiativeItem *other = *(BvInitiativeItem *const *) b;
  BvInitiativeEnding first = bv_initiative_item_get_ending (one);
  BvInitiativeEnding second = bv_initiative_item_get_ending (other);

  if (first != second)
    return (int) first - (int) second;
  if (one->outcome.result != other->outcome.result)
    return one->outcome.result < other->outcome.result ? 1 : -1;
  return strcmp (one->initiative->title, other->initiative->title);
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

static BvInitiativeSession *
read_session (BvStatement *statement)
{
  BvInitiativeSession *self = bv_initiative_session_new ();

  self->id = bv_statement_int (statement, 0);
  self->year = (int) bv_statement_int (statement, 1);
  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 2);
  return self;
}

BvInitiativeSession *
bv_initiative_session_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, "SELECT " COLUMNS " FROM initiative_session WHERE id = ?1", "i", id);

  return bv_statement_load (statement, (BvRowFunc) read_session,
                            _ ("The session is no longer there."), error);
}

GPtrArray *
bv_initiative_session_list (BvConnection *connection, int year, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT " COLUMNS " FROM initiative_session WHERE ?1 = 0 OR year = ?1"
    " ORDER BY year, CASE substr (period, 1, 1) WHEN 'M' THEN CAST (substr (period, 2) AS INTEGER)"
    " WHEN 'Q' THEN 3 * CAST (substr (period, 2) AS INTEGER) ELSE 13 END, on_date, id",
    "i", (gint64) year);

  return bv_statement_list (statement, (BvRowFunc) read_session,
                            (GDestroyNotify) bv_initiative_session_free, error);
}

BvInitiativeItem *
bv_initiative_item_load (BvConnection *connection,
                         const BvInitiativeScale *scale,
                         gint64 id,
                         GError **error)
{
  BvInitiativeItem *item = g_new0 (BvInitiativeItem, 1);

  item->initiative = bv_initiative_load (connection, id, error);
  if (item->initiative != NULL)
    item->sheets = bv_initiative_sheet_list (connection, scale, id, error);
  if (item->sheets == NULL
      || !bv_initiative_outcome_load (connection, scale, id, &item->outcome, error))
    g_clear_pointer (&item, bv_initiative_item_free);
  return item;
}

GPtrArray *
bv_initiative_session_list_items (BvConnection *connection,
                                  const BvInitiativeScale *scale,
                                  gint64 id,
                                  GError **error)
{
  g_autoptr (GPtrArray)
    items = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_initiative_item_free);
  BvInitiativeFilter filter = BV_INITIATIVE_FILTER_ALL;
  g_autoptr (GArray) ids = NULL;

  filter.session_id = id;
  ids = bv_initiative_list_ids (connection, &filter, error);
  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      BvInitiativeItem *item = bv_initiative_item_load (connection, scale,
                                                        g_array_index (ids, gint64, i), error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  g_ptr_array_sort (items, compare_items);
  return g_steal_pointer (&items);
}

GPtrArray *
bv_initiative_session_validate (BvConnection *connection,
                                const BvInitiativeSession *self,
                                GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  gint64 other = 0;

  if (bv_record_is_blank (self->title))
    bv_problems_add (problems, "title", BV_VALUE_ERROR_EMPTY,
                     _ ("The title of the session is missing."));
  if (self->year < FIRST_YEAR || self->year > LAST_YEAR)
    {
      g_autofree char *message = g_strdup_printf (_ ("The year is between %d and %d."), FIRST_YEAR,
                                                  LAST_YEAR);

      bv_problems_add (problems, "year", BV_VALUE_ERROR_RANGE, message);
    }
  if (!is_period (self->period))
    bv_problems_add (problems, "period", BV_VALUE_ERROR_UNKNOWN,
                     _ ("A session is of a month, a quarter or the whole year."));
  bv_record_check_date (problems, "on_date", self->on_date);
  /* The council on the last quarter meets in the year after it. */
  if (self->on_date != NULL && bv_problems_find (problems, "on_date") == NULL
      && bv_problems_find (problems, "year") == NULL
      && (bv_date_year (self->on_date) < self->year
          || bv_date_year (self->on_date) > self->year + 1))
    bv_problems_add (problems, "on_date", BV_VALUE_ERROR_RANGE,
                     _ ("The session meets in its year or in the one after it."));
  if (!bv_connection_query_int (connection, &other, 0, error,
                                "SELECT count (*) FROM initiative_session WHERE id <> ?1"
                                " AND year = ?2 AND title = ?3",
                                "iis", self->id, (gint64) self->year, self->title))
    return NULL;
  if (other > 0)
    bv_problems_add (problems, "title", BV_VALUE_ERROR_DUPLICATE,
                     _ ("There is a session of this title already: add the day or a number."));
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return g_steal_pointer (&problems);
}

/* ── Writing ─────────────────────────────────────────────────────────────────────────────── */

gboolean
bv_initiative_session_save (BvConnection *connection, BvInitiativeSession *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_initiative_session_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0 ? "INSERT INTO initiative_session (title, period, on_date, place, chair,"
                    " secretary, note, year) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                  : "UPDATE initiative_session SET title = ?1, period = ?2, on_date = ?3,"
                    " place = ?4, chair = ?5, secretary = ?6, note = ?7, year = ?8 WHERE id = ?9",
    error);
  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, texts, N_SAVED_TEXTS, statement, 1);
  bv_statement_bind_int (statement, N_SAVED_TEXTS + 1, self->year);
  if (self->id != 0)
    bv_statement_bind_int (statement, N_SAVED_TEXTS + 2, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  return TRUE;
}

gboolean
bv_initiative_session_refuse_decided (const BvInitiativeSession *self, GError **error)
{
  if (!bv_initiative_session_is_decided (self))
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               _ ("“%s” is decided by %s: take the decision back first."), self->title,
               self->decision_number);
  return FALSE;
}

gboolean
bv_initiative_session_delete (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvInitiativeSession) self = bv_initiative_session_load (connection, id, error);
  gint64 n;

  if (self == NULL || !bv_initiative_session_refuse_decided (self, error)
      || !bv_connection_query_int (connection, &n, 0, error,
                                   "SELECT count (*) FROM initiative WHERE session_id = ?1", "i",
                                   id))
    return FALSE;
  if (n > 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("There are initiatives in “%s”: take them out first."), self->title);
      return FALSE;
    }
  return bv_connection_run (connection, error, "DELETE FROM initiative_session WHERE id = ?1", "i",
                            id);
}

static gboolean
put_one (BvConnection *connection, gint64 id, gint64 initiative_id, GError **error)
{
  g_autoptr (BvInitiative) initiative = bv_initiative_load (connection, initiative_id, error);

  if (initiative == NULL)
    return FALSE;
  if (initiative->state != BV_INITIATIVE_SUBMITTED)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("“%s” is not among the submitted ones: only those come before the council."),
                   initiative->title);
      return FALSE;
    }
  if (id == 0)
    return bv_connection_run (connection, error,
                              "UPDATE initiative SET session_id = NULL WHERE id = ?1", "i",
                              initiative_id);
  return bv_connection_run (connection, error,
                            "UPDATE initiative SET session_id = ?2 WHERE id = ?1", "ii",
                            initiative_id, id);
}

/* The first two examiners of a session are those of all that is before it; the third is asked for one by one. */
#define N_SESSION_EXAMINERS 2

static gboolean
put_into (BvConnection *connection,
          gint64 id,
          const gint64 *initiatives,
          guint n_initiatives,
          GError **error)
{
  g_autoptr (BvInitiativeSession) self = bv_initiative_session_load (connection, id, error);
  g_autoptr (BvInitiativeScale) scale = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (self == NULL || !bv_initiative_session_refuse_decided (self, error)
      || (scale = bv_initiative_scale_load (connection, error)) == NULL
      || (items = bv_initiative_session_list_items (connection, scale, id, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < n_initiatives; i++)
    if (!put_one (connection, id, initiatives[i], error))
      return FALSE;
  for (int position = 1; position <= N_SESSION_EXAMINERS; position++)
    {
      g_autoptr (BvInitiativeSheet)
        examiner = bv_initiative_session_find_examiner (items, position);

      for (guint i = 0; examiner != NULL && i < n_initiatives; i++)
        if (!bv_initiative_session_take_examiner (connection, scale, examiner, initiatives[i],
                                                  error))
          return FALSE;
    }
  return TRUE;
}

gboolean
bv_initiative_session_put (BvConnection *connection,
                           gint64 id,
                           const gint64 *initiatives,
                           guint n_initiatives,
                           GError **error)
{
  if (id != 0)
    return put_into (connection, id, initiatives, n_initiatives, error);
  for (guint i = 0; i < n_initiatives; i++)
    if (!put_one (connection, 0, initiatives[i], error))
      return FALSE;
  return TRUE;
}

/* ── The decision ────────────────────────────────────────────────────────────────────────── */

static void
check_items (GPtrArray *problems, GPtrArray *items, const BvInitiativeScale *scale)
{
  if (items->len == 0)
    bv_problems_add (problems, "", BV_VALUE_ERROR_EMPTY,
                     _ ("No initiative is before this session yet."));
  for (guint i = 0; i < items->len; i++)
    {
      const BvInitiativeItem *item = g_ptr_array_index (items, i);
      g_autofree char *words = NULL;
      g_autofree char *message = NULL;

      if (bv_initiative_item_get_ending (item) != BV_ENDING_OPEN)
        continue;
      words = bv_initiative_outcome_describe (&item->outcome, scale);
      /* TRANSLATORS: the title of an initiative; a whole sentence about its marks. */
      message = g_strdup_printf (
        _ ("“%s”: %s Enter them, take it out of the session, or let the chair decide."),
        item->initiative->title, words);
      bv_problems_add (problems, "", BV_VALUE_ERROR_EMPTY, message);
    }
}

static gboolean
check_number (BvConnection *connection,
              GPtrArray *problems,
              gint64 id,
              const BvInitiativeDecision *decision,
              gboolean date_is_good,
              char **formatted,
              GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 n = 0;

  if (bv_record_is_blank (decision->number))
    {
      bv_problems_add (problems, "number", BV_VALUE_ERROR_EMPTY,
                       _ ("The number of the decision is missing."));
      return TRUE;
    }
  *formatted = bv_decision_format_number (connection, decision->number,
                                          date_is_good ? decision->date : NULL, &local);
  if (*formatted == NULL)
    {
      if (local->domain != BV_VALUE_ERROR)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      bv_problems_add (problems, "number", local->code, local->message);
      return TRUE;
    }
  if (!date_is_good)
    return TRUE;
  /* One book of numbers a year: those of commendations are in it. */
  if (!bv_connection_query_int (connection, &n, 0, error,
                                "SELECT (SELECT count (*) FROM initiative_session WHERE id <> ?1"
                                "  AND ltrim (decision_number, '0') = ltrim (?2, '0')"
                                "  AND substr (decision_date, 1, 4) = substr (?3, 1, 4))"
                                " + (SELECT count (*) FROM decision WHERE origin = 'made'"
                                "  AND ltrim (number, '0') = ltrim (?2, '0')"
                                "  AND substr (on_date, 1, 4) = substr (?3, 1, 4))",
                                "iss", id, *formatted, decision->date))
    return FALSE;
  if (n > 0)
    {
      g_autofree char *message = g_strdup_printf (
        _ ("Decision %s already exists in %.4s: choose another number."), *formatted,
        decision->date);

      bv_problems_add (problems, "number", BV_VALUE_ERROR_DUPLICATE, message);
    }
  return TRUE;
}

char *
bv_initiative_session_suggest_number (BvConnection *connection, const char *date, GError **error)
{
  g_autofree char *suggested = bv_decision_suggest_number (connection, date, error);
  g_autofree char *next = NULL;
  gint64 highest;

  if (suggested == NULL
      || !bv_connection_query_int (
        connection, &highest, 0, error,
        "SELECT max (CAST (decision_number AS INTEGER)) FROM initiative_session"
        " WHERE substr (decision_date, 1, 4) = substr (?1, 1, 4)",
        "s", date))
    return NULL;
  if (highest < g_ascii_strtoll (suggested, NULL, 10))
    return g_steal_pointer (&suggested);
  next = g_strdup_printf ("%" G_GINT64_FORMAT, highest + 1);
  return bv_decision_format_number (connection, next, date, error);
}

static GPtrArray *
validate_decision (BvConnection *connection,
                   const BvInitiativeSession *self,
                   GPtrArray *items,
                   const BvInitiativeScale *scale,
                   const BvInitiativeDecision *decision,
                   char **formatted,
                   GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  gboolean date_is_good;

  if (bv_initiative_session_is_decided (self))
    {
      g_autofree char *message = g_strdup_printf (
        _ ("The session is decided already by %s: take that back first."), self->decision_number);

      bv_problems_add (problems, "", BV_VALUE_ERROR_RANGE, message);
      return g_steal_pointer (&problems);
    }
  bv_initiative_check_day (problems, "date", decision->date,
                           _ ("The date of the decision is missing."));
  date_is_good = problems->len == 0;
  if (!check_number (connection, problems, self->id, decision, date_is_good, formatted, error))
    return NULL;
  if (date_is_good && self->on_date != NULL && strcmp (decision->date, self->on_date) < 0)
    {
      g_autofree char *day = bv_date_format_short (self->on_date);
      g_autofree char *message = g_strdup_printf (
        _ ("The decision is dated before the meeting of the council (%s)."), day);

      bv_initiative_add_reason (problems, "date", message, decision->override_reason);
    }
  check_items (problems, items, scale);
  return g_steal_pointer (&problems);
}

GPtrArray *
bv_initiative_session_validate_decision (BvConnection *connection,
                                         gint64 id,
                                         const BvInitiativeDecision *decision,
                                         GError **error)
{
  g_autoptr (BvInitiativeSession) self = bv_initiative_session_load (connection, id, error);
  g_autoptr (BvInitiativeScale) scale = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *formatted = NULL;

  if (self == NULL)
    return NULL;
  scale = bv_initiative_scale_load (connection, error);
  if (scale == NULL)
    return NULL;
  items = bv_initiative_session_list_items (connection, scale, id, error);
  if (items == NULL)
    return NULL;
  return validate_decision (connection, self, items, scale, decision, &formatted, error);
}

static gboolean
decide_item (BvConnection *connection,
             const BvInitiativeItem *item,
             const BvInitiativeScale *scale,
             const char *number,
             const char *date,
             const char *by,
             GError **error)
{
  const BvInitiative *initiative = item->initiative;
  gint64 points = item->outcome.standing == BV_STANDING_WAITING ? -1 : item->outcome.result;
  g_autofree char *reason = NULL;

  if (initiative->state != BV_INITIATIVE_SUBMITTED)
    return TRUE;
  if (bv_initiative_item_get_ending (item) == BV_ENDING_RECOGNISED)
    return bv_connection_run (
      connection, error,
      "UPDATE initiative SET state = 'recognised', scope = 'base', recognition_number = ?2,"
      " recognised_on = ?3, recognised_by = ?4, points = CASE WHEN ?5 >= 0 THEN ?5 END"
      " WHERE id = ?1",
      "isssi", initiative->id, number, date, by, points);
  if (*initiative->verdict != '\0')
    reason = g_strdup (initiative->override_reason);
  else
    {
      /* As in the minutes, therefore in Vietnamese. */
      g_autofree char *result = bv_number_format_hundredths (item->outcome.result);
      g_autofree char *threshold = bv_number_format_hundredths (scale->threshold);

      reason = g_strdup_printf ("Đạt %s điểm, dưới mức công nhận %s điểm", result, threshold);
    }
  return bv_connection_run (connection, error,
                            "UPDATE initiative SET state = 'refused', refusal_reason = ?2,"
                            " points = CASE WHEN ?3 >= 0 THEN ?3 END WHERE id = ?1",
                            "isi", initiative->id, reason, points);
}

gboolean
bv_initiative_session_decide (BvConnection *connection,
                              gint64 id,
                              const BvInitiativeDecision *decision,
                              GError **error)
{
  g_autoptr (BvInitiativeSession) self = bv_initiative_session_load (connection, id, error);
  g_autoptr (BvInitiativeScale) scale = NULL;
  g_autoptr (BvOfficePeriod) period = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *number = NULL;
  g_autofree char *by = bv_text_clean (decision->by);
  g_autofree char *reason = bv_text_clean (decision->override_reason);

  if (self == NULL)
    return FALSE;
  scale = bv_initiative_scale_load (connection, error);
  if (scale == NULL)
    return FALSE;
  items = bv_initiative_session_list_items (connection, scale, id, error);
  if (items == NULL)
    return FALSE;
  problems = validate_decision (connection, self, items, scale, decision, &number, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  if (*by == '\0')
    {
      period = bv_office_period_on (connection, decision->date, error);
      if (period == NULL)
        return FALSE;
      bv_text_take (&by, bv_office_period_chairman (period));
    }
  for (guint i = 0; i < items->len; i++)
    if (!decide_item (connection, g_ptr_array_index (items, i), scale, number, decision->date, by,
                      error))
      return FALSE;
  return bv_connection_run (connection, error,
                            "UPDATE initiative_session SET decision_number = ?2,"
                            " decision_date = ?3, override_reason = ?4 WHERE id = ?1",
                            "isss", id, number, decision->date, reason);
}

gboolean
bv_initiative_session_undecide (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvInitiativeSession) self = bv_initiative_session_load (connection, id, error);
  BvInitiativeFilter filter = BV_INITIATIVE_FILTER_ALL;
  g_autoptr (GArray) ids = NULL;

  if (self == NULL)
    return FALSE;
  if (!bv_initiative_session_is_decided (self))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE, _ ("“%s” is not decided yet."),
                   self->title);
      return FALSE;
    }
  filter.session_id = id;
  ids = bv_initiative_list_ids (connection, &filter, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!bv_initiative_check_unused (connection, g_array_index (ids, gint64, i), error))
      return FALSE;
  /* The chair's word stays; a wider reach given from above meanwhile stays, too, outside the session. */
  return ids != NULL
         && bv_connection_run (connection, error,
                               "UPDATE initiative SET session_id = NULL WHERE session_id = ?1"
                               " AND state = 'recognised' AND scope <> 'base'",
                               "i", id)
         && bv_connection_run (
           connection, error,
           "UPDATE initiative SET state = 'submitted', scope = '', recognised_on = NULL,"
           " recognised_by = '', recognition_number = '', refusal_reason = '', points = NULL"
           " WHERE session_id = ?1 AND state IN ('recognised', 'refused')",
           "i", id)
         && bv_connection_run (connection, error,
                               "UPDATE initiative_session SET decision_number = '',"
                               " decision_date = NULL, override_reason = '' WHERE id = ?1",
                               "i", id);
}
