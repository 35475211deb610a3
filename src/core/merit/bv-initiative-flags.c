// SPDX-License-Identifier: GPL-3.0-or-later
/* What looks alike or is used twice. The measure is plain on purpose, so that an officer can check it by hand: words
 * without marks that stand in both titles. It finds a title with another year or school put in, and it says
 * by how much it found it; it does not read the solution. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-initiative.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NEARLY 85 /* of 100 words */

/* One record as the comparison needs it. */
typedef struct
{
  gint64 id;
  int year;
  char *title;
  char *fold;
  BvInitiativeState state;
  char **words; /* in order of bytes */
  guint n_words;
  GArray *authors; /* of gint64 */
  char *names;     /* of the authors */
} Entry;

static void
entry_free (Entry *entry)
{
  g_free (entry->title);
  g_free (entry->fold);
  g_strfreev (entry->words);
  g_array_unref (entry->authors);
  g_free (entry->names);
  g_free (entry);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Words of letters and figures: commas and quotes are no difference. */
static void
split_words (Entry *entry)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *start = entry->fold;

  for (const char *p = entry->fold;; p = g_utf8_next_char (p))
    {
      gboolean is_letter = *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));

      if (is_letter)
        continue;
      if (p > start)
        {
          g_autofree char *word = g_strndup (start, (gsize) (p - start));

          g_strv_builder_add (words, word);
        }
      if (*p == '\0')
        break;
      start = g_utf8_next_char (p);
    }
  entry->words = g_strv_builder_end (words);
  entry->n_words = g_strv_length (entry->words);
  qsort (entry->words, entry->n_words, sizeof (char *), compare_words);
}

/* Of the words of both titles, how many in 100 stand in both; each as often as it is there. */
static guint
get_likeness (const Entry *a, const Entry *b)
{
  guint i = 0;
  guint j = 0;
  guint n_common = 0;

  if (a->n_words + b->n_words == 0)
    return 0;
  while (i < a->n_words && j < b->n_words)
    {
      int order = strcmp (a->words[i], b->words[j]);

      if (order == 0)
        n_common++;
      if (order <= 0)
        i++;
      if (order >= 0)
        j++;
    }
  return n_common * 200 / (a->n_words + b->n_words);
}

static gboolean
read_authors (BvConnection *connection, GHashTable *by_id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    connection,
    "SELECT a.initiative_id, a.person_id, s.name FROM initiative_author a"
    " JOIN subject s ON s.id = a.person_id ORDER BY a.initiative_id, a.position, a.id",
    error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      gint64 id;
      gint64 person;
      Entry *entry;

      if (!has_row)
        return TRUE;
      id = bv_statement_int (statement, 0);
      person = bv_statement_int (statement, 1);
      entry = g_hash_table_lookup (by_id, &id);
      if (entry == NULL)
        continue;
      g_array_append_val (entry->authors, person);
      bv_text_take (&entry->names,
                    entry->names == NULL
                      ? g_strdup (bv_statement_text (statement, 2))
                      : g_strdup_printf ("%s, %s", entry->names, bv_statement_text (statement, 2)));
    }
  return FALSE;
}

/* All of the file: a district has some hundreds a year. */
static GPtrArray *
read_entries (BvConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    connection, "SELECT id, year, title, title_fold, state FROM initiative ORDER BY year, id",
    error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return NULL;
  while (has_row)
    {
      Entry *entry;

      if (!bv_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      entry = g_new0 (Entry, 1);
      entry->id = bv_statement_int (statement, 0);
      entry->year = (int) bv_statement_int (statement, 1);
      entry->title = g_strdup (bv_statement_text (statement, 2));
      entry->fold = g_strdup (bv_statement_text (statement, 3));
      bv_initiative_state_from_code (bv_statement_text (statement, 4), &entry->state);
      entry->authors = g_array_new (FALSE, FALSE, sizeof (gint64));
      split_words (entry);
      g_ptr_array_add (entries, entry);
      g_hash_table_insert (by_id, &entry->id, entry);
    }
  if (!read_authors (connection, by_id, error))
    return NULL;
  return g_steal_pointer (&entries);
}

static gboolean
has_common_author (const Entry *a, const Entry *b)
{
  for (guint i = 0; i < a->authors->len; i++)
    for (guint j = 0; j < b->authors->len; j++)
      if (g_array_index (a->authors, gint64, i) == g_array_index (b->authors, gint64, j))
        return TRUE;
  return FALSE;
}

static void
compare (GPtrArray *flags, const Entry *self, const Entry *other)
{
  gboolean is_same = g_str_equal (self->fold, other->fold);
  guint likeness = is_same ? 100 : get_likeness (self, other);
  const char *state = bv_initiative_state_get_label (other->state);
  const char *names = other->names != NULL ? other->names : "";
  gboolean is_own;
  g_autofree char *message = NULL;

  if (likeness < NEARLY)
    return;
  is_own = has_common_author (self, other);
  /* TRANSLATORS: title, authors, year, state ("recognised") of another initiative; then a share in percent. */
  if (is_own && likeness == 100)
    message = g_strdup_printf (
      _ ("One of the authors has an initiative of the same title: “%s”, %s, %d (%s)."),
      other->title, names, other->year, state);
  else if (is_own)
    message = g_strdup_printf (_ ("One of the authors has an initiative of nearly the same title: "
                                  "“%s”, %s, %d (%s); %u %% of the words are the same."),
                               other->title, names, other->year, state, likeness);
  else if (likeness == 100)
    message = g_strdup_printf (
      _ ("Others have an initiative of the same title: “%s”, %s, %d (%s)."), other->title, names,
      other->year, state);
  else
    message = g_strdup_printf (_ ("Others have an initiative of nearly the same title: “%s”, %s, "
                                  "%d (%s); %u %% of the words are the same."),
                               other->title, names, other->year, state, likeness);
  bv_problems_add (flags, "title", BV_VALUE_ERROR_DUPLICATE, message);
}

/* ── Uses ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
check_uses (BvConnection *connection, GPtrArray *flags, const Entry *self, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT s.name, n.form_code, d.year, (SELECT count (*) FROM initiative_author a"
    "  WHERE a.initiative_id = x.initiative_id AND a.person_id = n.subject_id), s.kind"
    " FROM nomination_initiative x JOIN nomination n ON n.id = x.nomination_id"
    " JOIN dossier d ON d.id = n.dossier_id JOIN subject s ON s.id = n.subject_id"
    " WHERE x.initiative_id = ?1 AND n.state <> 'withdrawn' ORDER BY d.year, n.form_code, s.name",
    "i", self->id);
  g_autoptr (GString) uses = g_string_new (NULL);
  g_autofree char *first = NULL;
  gboolean has_row = TRUE;
  gboolean has_many = FALSE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      const char *name;
      const char *form;
      int year;
      g_autofree char *use = NULL;

      if (!bv_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      name = bv_statement_text (statement, 0);
      form = bv_statement_text (statement, 1);
      year = (int) bv_statement_int (statement, 2);
      use = g_strdup_printf ("%s %d", form, year);
      g_string_append_printf (uses, "%s%s (%s)", uses->len > 0 ? ", " : "", use, name);
      if (first != NULL && !g_str_equal (first, use))
        has_many = TRUE;
      if (first == NULL)
        first = g_steal_pointer (&use);
      if (year != self->year)
        {
          g_autofree char *message = g_strdup_printf (
            /* TRANSLATORS: a person, a title's code, its year, the year of the initiative. */
            _ ("It backs the nomination of %s for %s of %d, but is an initiative of %d."), name,
            form, year, self->year);

          bv_problems_add (flags, "use", BV_VALUE_ERROR_DUPLICATE, message);
        }
      if (bv_statement_int (statement, 3) == 0
          && bv_statement_int (statement, 4) == BV_SUBJECT_PERSON)
        {
          g_autofree char *message = g_strdup_printf (
            _ ("It backs the nomination of %s, who is not among its authors."), name);

          bv_problems_add (flags, "use", BV_VALUE_ERROR_DUPLICATE, message);
        }
    }
  if (has_many)
    {
      g_autofree char *message = g_strdup_printf (
        /* TRANSLATORS: a list of titles with year and person. */
        _ ("It backs more than one title or year: %s. One initiative backs one title of one year."),
        uses->str);

      bv_problems_add (flags, "use", BV_VALUE_ERROR_DUPLICATE, message);
    }
  return TRUE;
}

/* ── Public ──────────────────────────────────────────────────────────────────────────────── */

static GPtrArray *
list_flags (BvConnection *connection, GPtrArray *entries, const Entry *self, GError **error)
{
  g_autoptr (GPtrArray) flags = bv_problems_new ();

  for (guint i = 0; i < entries->len; i++)
    if (g_ptr_array_index (entries, i) != self)
      compare (flags, self, g_ptr_array_index (entries, i));
  if (!check_uses (connection, flags, self, error))
    return NULL;
  return g_steal_pointer (&flags);
}

GPtrArray *
bv_initiative_list_flags (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) entries = read_entries (connection, error);

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (entry->id == id)
        return list_flags (connection, entries, entry, error);
    }
  g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                       _ ("The initiative is no longer there."));
  return NULL;
}

static void
flagged_free (BvInitiativeFlagged *self)
{
  g_free (self->title);
  g_clear_pointer (&self->flags, g_ptr_array_unref);
  g_free (self);
}

GPtrArray *
bv_initiative_list_flagged (BvConnection *connection, int year, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) flagged_free);
  g_autoptr (GPtrArray) entries = read_entries (connection, error);

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GPtrArray) flags = NULL;
      BvInitiativeFlagged *flagged;

      if (entry->year != year)
        continue;
      flags = list_flags (connection, entries, entry, error);
      if (flags == NULL)
        return NULL;
      if (flags->len == 0)
        continue;
      flagged = g_new0 (BvInitiativeFlagged, 1);
      flagged->id = entry->id;
      flagged->title = g_strdup (entry->title);
      flagged->flags = g_steal_pointer (&flags);
      g_ptr_array_add (found, flagged);
    }
  return g_steal_pointer (&found);
}
