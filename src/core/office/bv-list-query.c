// SPDX-License-Identifier: GPL-3.0-or-later
/* Building the conditions of a list. SQL text is put together here from fixed pieces; what an
 * officer typed goes in as parameters only. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-list-query.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"
#include "store/bv-row-list.h"
#include "store/bv-search.h"

BvListQuery *
bv_list_query_new (void)
{
  BvListQuery *self = g_new0 (BvListQuery, 1);

  self->where = g_string_new ("1");
  self->parameters = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  return self;
}

void
bv_list_query_free (BvListQuery *self)
{
  if (self == NULL)
    return;
  g_string_free (self->where, TRUE);
  g_ptr_array_unref (self->parameters);
  g_free (self);
}

static int
add (BvListQuery *self, GVariant *value)
{
  g_ptr_array_add (self->parameters, g_variant_ref_sink (value));
  return (int) self->parameters->len;
}

int
bv_list_query_text (BvListQuery *self, const char *value)
{
  return add (self, g_variant_new_string (value));
}

int
bv_list_query_int (BvListQuery *self, gint64 value)
{
  return add (self, g_variant_new_int64 (value));
}

void
bv_list_query_and (BvListQuery *self, const char *format, ...)
{
  va_list arguments;

  g_string_append (self->where, " AND ");
  va_start (arguments, format);
  g_string_append_vprintf (self->where, format, arguments);
  va_end (arguments);
}

/* Whether somebody took the trouble to type marks: then they count. */
static gboolean
has_marks (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *clean = bv_text_clean (lower);
  g_autofree char *fold = bv_text_fold (word);

  return !g_str_equal (clean, fold);
}

/* Words as name_marks and name_fold hold them: letters and digits between spaces. */
static char **
split_words (const char *typed)
{
  g_autofree char *clean = bv_text_clean (typed);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = clean;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && g_unichar_isalnum (c))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      if (word->len > 0)
        g_strv_builder_add (words, word->str);
      g_string_truncate (word, 0);
      if (c == 0)
        return g_strv_builder_end (words);
    }
}

void
bv_list_query_search (BvListQuery *self, const char *typed)
{
  g_autofree char *match = typed == NULL ? NULL : bv_search_fts_query (typed);
  g_auto (GStrv) words = NULL;

  if (match == NULL)
    return;
  /* The plus keeps the planner from walking all subjects of a kind in the index of their order, 40
   * ms for 100,000: it then sorts the few that the full-text index finds. */
  g_string_replace (self->where, "s.kind =", "+s.kind =", 0);
  bv_list_query_and (self,
                     "s.id IN (SELECT rowid FROM derived_subject_search"
                     " WHERE derived_subject_search MATCH ?%d)",
                     bv_list_query_text (self, match));
  words = split_words (typed);
  for (guint i = 0; words[i] != NULL; i++)
    if (has_marks (words[i]))
      {
        g_autofree char *marks = bv_subject_marks (words[i]);
        g_autofree char *begin = g_strdup_printf (" %s", marks);

        bv_list_query_and (self, "instr (' ' || s.name_marks, ?%d) > 0",
                           bv_list_query_text (self, begin));
      }
}

void
bv_list_query_fold (BvListQuery *self, const char *column, const char *typed)
{
  g_auto (GStrv) words = split_words (typed == NULL ? "" : typed);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *fold = bv_text_fold (words[i]);

      bv_list_query_and (self, "instr (%s, ?%d) > 0", column, bv_list_query_text (self, fold));
    }
}

void
bv_list_query_bind_source (const BvListQuery *self, BvRowSource *source)
{
  for (guint i = 0; i < self->parameters->len; i++)
    {
      GVariant *value = self->parameters->pdata[i];

      if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
        bv_row_source_bind_int (source, (int) i + 1, g_variant_get_int64 (value));
      else
        bv_row_source_bind_text (source, (int) i + 1, g_variant_get_string (value, NULL));
    }
}

void
bv_list_query_bind_statement (const BvListQuery *self, BvStatement *statement)
{
  for (guint i = 0; i < self->parameters->len; i++)
    {
      GVariant *value = self->parameters->pdata[i];

      if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
        bv_statement_bind_int (statement, (int) i + 1, g_variant_get_int64 (value));
      else
        bv_statement_bind_text (statement, (int) i + 1, g_variant_get_string (value, NULL));
    }
}

char *
bv_list_query_day (const char *date)
{
  return bv_date_is_valid (date) ? g_strdup (date) : bv_date_today ();
}
