// SPDX-License-Identifier: GPL-3.0-or-later
/* The common part of plain records: their texts and the checks of single fields. Pure, except for
 * reading and binding the columns of a statement that somebody else prepared. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-record.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-problem.h"
#include "base/bv-text.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAME_CHARACTERS 300
#define MAX_CODE_CHARACTERS 50
#define N_QUOTED_CHARACTERS 40

static char **
text_of (gconstpointer self, const BvRecordText *text)
{
  return (char **) ((char *) self + text->offset);
}

gpointer
bv_record_new (gsize size, const BvRecordText *texts, guint n_texts)
{
  gpointer self = g_malloc0 (size);

  for (guint i = 0; i < n_texts; i++)
    if (!texts[i].is_nullable)
      *text_of (self, &texts[i]) = g_strdup ("");
  return self;
}

gpointer
bv_record_copy (gconstpointer self, gsize size, const BvRecordText *texts, guint n_texts)
{
  gpointer copy;

  if (self == NULL)
    return NULL;
  copy = g_memdup2 (self, size);
  for (guint i = 0; i < n_texts; i++)
    *text_of (copy, &texts[i]) = g_strdup (*text_of (self, &texts[i]));
  return copy;
}

void
bv_record_free (gpointer self, const BvRecordText *texts, guint n_texts)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < n_texts; i++)
    g_free (*text_of (self, &texts[i]));
  g_free (self);
}

void
bv_record_clean (gpointer self, const BvRecordText *texts, guint n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    {
      char **text = text_of (self, &texts[i]);
      char *clean = bv_text_clean (*text);

      if (texts[i].is_nullable && clean[0] == '\0')
        g_clear_pointer (&clean, g_free);
      g_free (*text);
      *text = clean;
    }
}

void
bv_record_read (gpointer self,
                const BvRecordText *texts,
                guint n_texts,
                BvStatement *statement,
                int column)
{
  for (guint i = 0; i < n_texts; i++)
    {
      const char *value = bv_statement_text (statement, column + (int) i);
      char **text = text_of (self, &texts[i]);

      g_free (*text);
      *text = g_strdup (value == NULL && !texts[i].is_nullable ? "" : value);
    }
}

void
bv_record_bind (gconstpointer self,
                const BvRecordText *texts,
                guint n_texts,
                BvStatement *statement,
                int index)
{
  for (guint i = 0; i < n_texts; i++)
    bv_statement_bind_text (statement, index + (int) i, *text_of (self, &texts[i]));
}

gboolean
bv_record_is_blank (const char *text)
{
  g_autofree char *clean = bv_text_clean (text);

  return clean[0] == '\0';
}

void
bv_record_check_name (GPtrArray *problems, const char *field, const char *value)
{
  if (bv_record_is_blank (value))
    bv_problems_add (problems, field, BV_VALUE_ERROR_EMPTY, _ ("The name is missing."));
  else if (!g_utf8_validate (value, -1, NULL))
    bv_problems_add (problems, field, BV_VALUE_ERROR_FORMAT, _ ("The name is no readable text."));
  else if (g_utf8_strlen (value, -1) > MAX_NAME_CHARACTERS)
    {
      g_autofree char *message = g_strdup_printf (
        _ ("The name is too long: at most %d characters."), MAX_NAME_CHARACTERS);

      bv_problems_add (problems, field, BV_VALUE_ERROR_RANGE, message);
    }
}

/* NULL when it is short enough. A text has at least as many bytes as characters. */
static char *
describe_length (const char *value, int max)
{
  g_autofree char *clean = NULL;
  g_autofree char *begin = NULL;

  if (value == NULL || strlen (value) <= (gsize) max)
    return NULL;
  clean = bv_text_clean (value);
  if (g_utf8_strlen (clean, -1) <= max)
    return NULL;
  begin = g_utf8_substring (clean, 0, N_QUOTED_CHARACTERS);
  /* TRANSLATORS: the first words of what was typed, then a number of characters. */
  return g_strdup_printf (_ ("“%s…” is too long: at most %d characters."), begin, max);
}

void
bv_record_check_length (GPtrArray *problems, const char *field, const char *value, int max)
{
  g_autofree char *message = describe_length (value, max);

  if (message != NULL)
    bv_problems_add (problems, field, BV_VALUE_ERROR_RANGE, message);
}

void
bv_record_check_texts (GPtrArray *problems,
                       gconstpointer self,
                       const BvRecordText *texts,
                       guint n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    if (bv_problems_find (problems, texts[i].field) == NULL)
      bv_record_check_length (problems, texts[i].field, *text_of (self, &texts[i]), texts[i].max);
}

gboolean
bv_record_is_short (const char *value, int max, GError **error)
{
  g_autofree char *message = describe_length (value, max);

  if (message != NULL)
    g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE, message);
  return message == NULL;
}

void
bv_record_check_date (GPtrArray *problems, const char *field, const char *value)
{
  g_autofree char *message = NULL;

  if (bv_record_is_blank (value) || bv_date_is_valid (value))
    return;
  message = g_strdup_printf (_ ("“%s” is no date."), value);
  bv_problems_add (problems, field, BV_VALUE_ERROR_FORMAT, message);
}

void
bv_record_check_dates (GPtrArray *problems, const char *from_date, const char *to_date)
{
  guint before = problems->len;

  bv_record_check_date (problems, "from_date", from_date);
  bv_record_check_date (problems, "to_date", to_date);
  if (problems->len == before && !bv_record_is_blank (from_date) && !bv_record_is_blank (to_date)
      && strcmp (from_date, to_date) > 0)
    bv_problems_add (problems, "to_date", BV_VALUE_ERROR_RANGE,
                     _ ("The end is before the beginning."));
}

void
bv_record_check_choice (GPtrArray *problems,
                        const char *field,
                        const BvChoice *choices,
                        const char *code)
{
  g_autofree char *message = NULL;

  if (bv_choice_has (choices, code == NULL ? "" : code))
    return;
  if (code == NULL || code[0] == '\0')
    {
      bv_problems_add (problems, field, BV_VALUE_ERROR_EMPTY, _ ("Choose one of the list."));
      return;
    }
  message = g_strdup_printf (_ ("“%s” is not in the list."), code);
  bv_problems_add (problems, field, BV_VALUE_ERROR_UNKNOWN, message);
}

void
bv_record_check_code (GPtrArray *problems, const char *field, const char *code)
{
  g_autofree char *clean = bv_text_clean (code);

  if (strchr (clean, ' ') != NULL)
    bv_problems_add (problems, field, BV_VALUE_ERROR_FORMAT,
                     _ ("The number may not contain spaces."));
  else if (g_utf8_strlen (clean, -1) > MAX_CODE_CHARACTERS)
    bv_problems_add (problems, field, BV_VALUE_ERROR_RANGE, _ ("The number is too long."));
}
