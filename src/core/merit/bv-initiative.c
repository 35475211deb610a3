// SPDX-License-Identifier: GPL-3.0-or-later
/* Initiatives as values: reading them, their authors' shares, and what is wrong with one. The steps are in
 * bv-initiative-save.c, the list in bv-initiative-list.c, what looks alike in bv-initiative-flags.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-initiative-private.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-award-private.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1945
#define MAX_TITLE_CHARACTERS 500

const BvChoice bv_initiative_kinds[] = {
  { "initiative", NC_ ("initiative", "Initiative"), "initiative" },
  { "research", NC_ ("initiative", "Scientific research"), "initiative" },
  { "scheme", NC_ ("initiative", "Scheme"), "initiative" },
  { "legal_document", NC_ ("initiative", "Legal document drafted"), "initiative" },
  { NULL, NULL, NULL },
};

const BvChoice bv_initiative_scopes[] = {
  { "", NC_ ("scope", "Not recognised"), "scope" },
  { "base", NC_ ("scope", "Base"), "scope" },
  { "province", NC_ ("scope", "Province, ministry"), "scope" },
  { "national", NC_ ("scope", "Nationwide"), "scope" },
  { NULL, NULL, NULL },
};

const BvChoice bv_initiative_states[] = {
  { "draft", NC_ ("initiative", "Draft"), "initiative" },
  { "submitted", NC_ ("initiative", "Submitted"), "initiative" },
  { "recognised", NC_ ("initiative", "Recognised"), "initiative" },
  { "refused", NC_ ("initiative", "Not recognised"), "initiative" },
  { NULL, NULL, NULL },
};

const BvChoice bv_initiative_verdicts[] = {
  { "", NC_ ("chair's word", "As the marks say"), "chair's word" },
  { "recognise", NC_ ("chair's word", "Recognise"), "chair's word" },
  { "refuse", NC_ ("chair's word", "Do not recognise"), "chair's word" },
  { NULL, NULL, NULL },
};

/* In the order of the columns that load reads. */
static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvInitiative, title),
  BV_RECORD_TEXT (BvInitiative, kind),
  BV_RECORD_TEXT (BvInitiative, field),
  BV_RECORD_TEXT_OR_NULL (BvInitiative, applied_from),
  BV_RECORD_PAGES (BvInitiative, state_before),
  BV_RECORD_PAGES (BvInitiative, solution),
  BV_RECORD_PAGES (BvInitiative, effect),
  BV_RECORD_TEXT (BvInitiative, note),
  BV_RECORD_TEXT_OR_NULL (BvInitiative, submitted_on),
  BV_RECORD_TEXT (BvInitiative, scope),
  BV_RECORD_TEXT_OR_NULL (BvInitiative, recognised_on),
  BV_RECORD_TEXT (BvInitiative, recognised_by),
  BV_RECORD_TEXT (BvInitiative, recognition_number),
  BV_RECORD_TEXT (BvInitiative, refusal_reason),
  BV_RECORD_TEXT (BvInitiative, override_reason),
  BV_RECORD_TEXT (BvInitiative, verdict),
  BV_RECORD_TEXT (BvInitiative, unit_name),
};
#define TEXT_COLUMNS                                                                               \
  "i.title, i.kind, i.field, i.applied_from, i.state_before, i.solution, i.effect, i.note,"        \
  " i.submitted_on, i.scope, i.recognised_on, i.recognised_by, i.recognition_number,"              \
  " i.refusal_reason, i.override_reason, i.verdict, coalesce (u.name, '')"

const char *
bv_initiative_state_to_code (BvInitiativeState state)
{
  return bv_initiative_states[state].code;
}

gboolean
bv_initiative_state_from_code (const char *code, BvInitiativeState *state)
{
  int index = bv_choice_index (bv_initiative_states, code);

  if (index < 0)
    return FALSE;
  *state = (BvInitiativeState) index;
  return TRUE;
}

const char *
bv_initiative_state_get_label (BvInitiativeState state)
{
  return bv_choice_label (bv_initiative_states, bv_initiative_states[state].code);
}

static void
author_free (BvInitiativeAuthor *author)
{
  g_free (author->name);
  g_free (author->detail);
  g_free (author);
}

BvInitiative *
bv_initiative_new (void)
{
  BvInitiative *self = bv_record_new (sizeof (BvInitiative), texts, G_N_ELEMENTS (texts));

  bv_text_set (&self->kind, "initiative");
  self->benefit = -1;
  self->points = -1;
  self->authors = g_ptr_array_new_with_free_func ((GDestroyNotify) author_free);
  return self;
}

BvInitiative *
bv_initiative_copy (const BvInitiative *self)
{
  BvInitiative *copy = bv_record_copy (self, sizeof (BvInitiative), texts, G_N_ELEMENTS (texts));

  copy->authors = g_ptr_array_new_with_free_func ((GDestroyNotify) author_free);
  for (guint i = 0; i < self->authors->len; i++)
    {
      const BvInitiativeAuthor *author = g_ptr_array_index (self->authors, i);

      bv_initiative_add_author (copy, author->person_id, author->share, author->name,
                                author->detail);
    }
  return copy;
}

void
bv_initiative_free (BvInitiative *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->authors);
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

/* ── Authors ─────────────────────────────────────────────────────────────────────────────── */

void
bv_initiative_add_author (BvInitiative *self,
                          gint64 person_id,
                          gint64 share,
                          const char *name,
                          const char *detail)
{
  BvInitiativeAuthor *author = g_new0 (BvInitiativeAuthor, 1);

  author->person_id = person_id;
  author->share = share;
  author->name = g_strdup (name != NULL ? name : "");
  author->detail = g_strdup (detail != NULL ? detail : "");
  g_ptr_array_add (self->authors, author);
}

void
bv_initiative_share_evenly (BvInitiative *self)
{
  gint64 n = self->authors->len;

  for (guint i = 0; i < self->authors->len; i++)
    ((BvInitiativeAuthor *) g_ptr_array_index (self->authors, i))->share =
      BV_INITIATIVE_WHOLE / n + (i == 0 ? BV_INITIATIVE_WHOLE % n : 0);
}

gint64
bv_initiative_get_share_sum (const BvInitiative *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->authors->len; i++)
    sum += ((const BvInitiativeAuthor *) g_ptr_array_index (self->authors, i))->share;
  return sum;
}

char *
bv_initiative_describe_authors (const BvInitiative *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->authors->len; i++)
    {
      const BvInitiativeAuthor *author = g_ptr_array_index (self->authors, i);
      g_autofree char *share = bv_number_format_hundredths (author->share);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", author->name);
      if (self->authors->len > 1)
        g_string_append_printf (text, " (%s%%)", share);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
load_authors (BvConnection *connection, BvInitiative *self, GError **error)
{
  g_autofree char *today = bv_date_today ();
  const char *date = self->submitted_on != NULL ? self->submitted_on : today;
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT person_id, share FROM initiative_author WHERE initiative_id = ?1 ORDER BY position, id",
    "i", self->id);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      g_autoptr (BvAward) snapshot = NULL;

      if (!has_row)
        return TRUE;
      snapshot = bv_award_new ();
      snapshot->subject_id = bv_statement_int (statement, 0);
      if (!bv_award_take_snapshot (connection, snapshot, date, error))
        return FALSE;
      bv_initiative_add_author (self, snapshot->subject_id, bv_statement_int (statement, 1),
                                snapshot->name_printed, snapshot->detail_printed);
    }
  return FALSE;
}

BvInitiative *
bv_initiative_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvInitiative) self = bv_initiative_new ();
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT i.id, i.year, coalesce (i.unit_id, 0), coalesce (i.benefit, -1), i.state,"
    " coalesce (i.session_id, 0), coalesce (i.points, -1), " TEXT_COLUMNS
    " FROM initiative i LEFT JOIN subject u ON u.id = i.unit_id WHERE i.id = ?1",
    "i", id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                           _ ("The initiative is no longer there."));
      return NULL;
    }
  self->id = bv_statement_int (statement, 0);
  self->year = (int) bv_statement_int (statement, 1);
  self->unit_id = bv_statement_int (statement, 2);
  self->benefit = bv_statement_int (statement, 3);
  bv_initiative_state_from_code (bv_statement_text (statement, 4), &self->state);
  self->session_id = bv_statement_int (statement, 5);
  self->points = bv_statement_int (statement, 6);
  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 7);
  if (!load_authors (connection, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
bv_initiative_find (BvConnection *connection,
                    const char *title,
                    int year,
                    gint64 *id,
                    GError **error)
{
  g_autofree char *fold = bv_text_fold (title);
  g_autoptr (BvStatement) statement = NULL;
  g_autofree char *first = NULL;
  gboolean has_row;

  *id = 0;
  statement = bv_connection_query (
    connection, error,
    "SELECT id, title FROM initiative WHERE ?1 <> '' AND (?2 = 0 OR year = ?2)"
    " AND (title_fold = ?1 OR (instr (title_fold, ?1) > 0 AND NOT EXISTS"
    "  (SELECT 1 FROM initiative WHERE title_fold = ?1 AND (?2 = 0 OR year = ?2))))"
    " ORDER BY year DESC, id LIMIT 2",
    "si", fold, (gint64) year);
  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (*id != 0)
        {
          g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
                       _ ("“%s” may mean “%s” or “%s”: write more of the title, or #id."), title,
                       first, bv_statement_text (statement, 1));
          return FALSE;
        }
      *id = bv_statement_int (statement, 0);
      first = g_strdup (bv_statement_text (statement, 1));
    }
  return FALSE;
}

/* ── What is wrong ───────────────────────────────────────────────────────────────────────── */

gboolean
bv_initiative_check_unused (BvConnection *connection, gint64 id, GError **error)
{
  g_autofree char *name = NULL;

  if (!bv_connection_query_text (
        connection, &name, error,
        "SELECT s.name FROM nomination_initiative x JOIN nomination n ON n.id = x.nomination_id"
        " JOIN subject s ON s.id = n.subject_id WHERE x.initiative_id = ?1 LIMIT 1",
        "i", id))
    return FALSE;
  if (name == NULL)
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               _ ("The nomination of %s rests on this initiative: take it out there first."), name);
  return FALSE;
}

void
bv_initiative_add_reason (GPtrArray *problems,
                          const char *field,
                          const char *message,
                          const char *reason)
{
  if (bv_record_is_blank (reason))
    bv_problems_add (problems, field, BV_VALUE_ERROR_REASON, message);
}

void
bv_initiative_check_day (GPtrArray *problems,
                         const char *field,
                         const char *date,
                         const char *missing)
{
  g_autofree char *today = bv_date_today ();
  g_autofree char *message = NULL;

  if (bv_record_is_blank (date))
    bv_problems_add (problems, field, BV_VALUE_ERROR_EMPTY, missing);
  else if (strlen (date) != 10 || !bv_date_is_valid (date))
    {
      message = g_strdup_printf (_ ("“%s” is no date: write day, month and year."), date);
      bv_problems_add (problems, field, BV_VALUE_ERROR_FORMAT, message);
    }
  else if (strcmp (date, today) > 0)
    {
      g_autofree char *day = bv_date_format_short (date);

      message = g_strdup_printf (_ ("%s is in the future."), day);
      bv_problems_add (problems, field, BV_VALUE_ERROR_RANGE, message);
    }
}

static void
check_author (GPtrArray *problems, const BvInitiative *self, guint index)
{
  const BvInitiativeAuthor *author = g_ptr_array_index (self->authors, index);
  g_autofree char *field = g_strdup_printf ("authors[%u]", index);
  g_autofree char *message = NULL;

  for (guint i = 0; i < index; i++)
    if (((const BvInitiativeAuthor *) g_ptr_array_index (self->authors, i))->person_id
        == author->person_id)
      {
        message = g_strdup_printf (_ ("%s is named twice among the authors."), author->name);
        bv_problems_add (problems, field, BV_VALUE_ERROR_DUPLICATE, message);
        return;
      }
  if (author->share < 1 || author->share > BV_INITIATIVE_WHOLE)
    bv_problems_add (problems, field, BV_VALUE_ERROR_RANGE,
                     _ ("A share is more than 0 and at most 100 %."));
}

static void
check_authors (GPtrArray *problems, const BvInitiative *self)
{
  gint64 sum = bv_initiative_get_share_sum (self);
  g_autofree char *whole = bv_number_format_hundredths (sum);
  g_autofree char *rest = bv_number_format_hundredths (ABS (BV_INITIATIVE_WHOLE - sum));
  g_autofree char *message = NULL;
  guint before = problems->len;

  if (self->authors->len == 0)
    {
      bv_problems_add (problems, "authors", BV_VALUE_ERROR_EMPTY,
                       _ ("Who made it? Name at least one author."));
      return;
    }
  for (guint i = 0; i < self->authors->len; i++)
    check_author (problems, self, i);
  if (problems->len > before || sum == BV_INITIATIVE_WHOLE)
    return;
  /* TRANSLATORS: two percentages: the sum of the authors' shares, and what is missing or too much. */
  message =
    sum < BV_INITIATIVE_WHOLE
      ? g_strdup_printf (_ ("The authors' shares add up to %s %%, not 100 %%: %s %% are missing."),
                         whole, rest)
      : g_strdup_printf (_ ("The authors' shares add up to %s %%, not 100 %%: %s %% are too much."),
                         whole, rest);
  bv_problems_add (problems, "authors", BV_VALUE_ERROR_RANGE, message);
}

static gboolean
check_people (BvConnection *connection,
              GPtrArray *problems,
              const BvInitiative *self,
              GError **error)
{
  for (guint i = 0; i < self->authors->len; i++)
    {
      const BvInitiativeAuthor *author = g_ptr_array_index (self->authors, i);
      g_autofree char *field = g_strdup_printf ("authors[%u]", i);
      gint64 n;

      if (!bv_connection_query_int (connection, &n, 0, error,
                                    "SELECT count (*) FROM person WHERE subject_id = ?1", "i",
                                    author->person_id))
        return FALSE;
      if (n == 0)
        bv_problems_add (problems, field, BV_VALUE_ERROR_UNKNOWN,
                         _ ("The author is not among the people of the register."));
    }
  return TRUE;
}

GPtrArray *
bv_initiative_validate (BvConnection *connection, const BvInitiative *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autofree char *today = bv_date_today ();
  g_autofree char *message = NULL;
  int last_year = bv_date_year (today) + 1;

  if (bv_record_is_blank (self->title))
    bv_problems_add (problems, "title", BV_VALUE_ERROR_EMPTY,
                     _ ("The title of the initiative is missing."));
  else if (g_utf8_strlen (self->title, -1) > MAX_TITLE_CHARACTERS)
    {
      g_autofree char *long_title = g_strdup_printf (
        _ ("The title is too long: at most %d characters."), MAX_TITLE_CHARACTERS);

      bv_problems_add (problems, "title", BV_VALUE_ERROR_RANGE, long_title);
    }
  bv_record_check_choice (problems, "kind", bv_initiative_kinds, self->kind);
  if (self->year < FIRST_YEAR || self->year > last_year)
    {
      message = g_strdup_printf (_ ("The year is between %d and %d."), FIRST_YEAR, last_year);
      bv_problems_add (problems, "year", BV_VALUE_ERROR_RANGE, message);
    }
  bv_record_check_date (problems, "applied_from", self->applied_from);
  if (self->applied_from != NULL && bv_problems_find (problems, "applied_from") == NULL)
    bv_initiative_check_day (problems, "applied_from", self->applied_from, "");
  if (self->benefit < -1)
    bv_problems_add (problems, "benefit", BV_VALUE_ERROR_RANGE,
                     _ ("The benefit is an amount of money, not below zero."));
  check_authors (problems, self);
  if (!check_people (connection, problems, self, error))
    return NULL;
  if (self->unit_id != 0)
    {
      gint64 n;

      if (!bv_connection_query_int (connection, &n, 0, error,
                                    "SELECT count (*) FROM unit WHERE subject_id = ?1", "i",
                                    self->unit_id))
        return NULL;
      if (n == 0)
        bv_problems_add (problems, "unit_id", BV_VALUE_ERROR_UNKNOWN,
                         _ ("The unit is not in the register."));
    }
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return g_steal_pointer (&problems);
}
