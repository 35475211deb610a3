// SPDX-License-Identifier: GPL-3.0-or-later
/* All regimes together, chosen by date; awards found by code or by what people write. How files become regimes is in
 * bv-regime-compose.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-regime-private.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

#define RESOURCE_FOLDER "/vn/bangvang/core/regimes"

struct _BvRegimeSet
{
  gatomicrefcount ref_count;

  /* Owned */
  GPtrArray *regimes; /* BvRegime, by date */
};

static void
regime_file_clear (gpointer data)
{
  BvRegimeFile *file = data;

  g_free ((char *) file->name);
  g_bytes_unref (file->bytes);
}

BvRegimeSet *
bv_regime_set_new_from_files (const BvRegimeFile *files,
                              guint n_files,
                              const BvRegimeFile *own,
                              guint n_own,
                              GError **error)
{
  g_autoptr (GPtrArray) regimes = bv_regime_compose (files, n_files, own, n_own, error);
  BvRegimeSet *self;

  if (regimes == NULL)
    return NULL;
  self = g_new0 (BvRegimeSet, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->regimes = g_steal_pointer (&regimes);
  return self;
}

/* @name, @bytes: (transfer full) */
static void
append_file (GArray *files, char *name, GBytes *bytes)
{
  const BvRegimeFile file = { name, bytes };

  g_array_append_val (files, file);
}

static gboolean
load_built_in (GArray *files, GError **error)
{
  g_auto (GStrv)
    names = g_resources_enumerate_children (RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER "/", names[i], NULL);
      GBytes *bytes;

      if (!g_str_has_prefix (names[i], "luat-"))
        continue;
      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      if (bytes == NULL)
        return FALSE;
      append_file (files, g_strconcat ("regimes/", names[i], NULL), bytes);
    }
  return TRUE;
}

static gboolean
load_own (BvConnection *connection, GArray *files, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    connection,
    "SELECT name, content FROM office_file WHERE name GLOB 'regimes/*.json' ORDER BY name", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      GBytes *bytes;

      if (!has_row)
        return TRUE;
      bytes = bv_statement_blob (statement, 1);
      append_file (files, g_strdup (bv_statement_text (statement, 0)),
                   bytes != NULL ? bytes : g_bytes_new_static ("", 0));
    }
  return FALSE;
}

/* The country's regimes never change while the program runs: they are read once. */
static BvRegimeSet *
get_built_in (void)
{
  static gsize initialised = 0;
  static BvRegimeSet *built_in = NULL;

  if (g_once_init_enter (&initialised))
    {
      g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (BvRegimeFile));
      g_autoptr (GError) error = NULL;

      g_array_set_clear_func (files, regime_file_clear);
      if (load_built_in (files, &error))
        built_in = bv_regime_set_new_from_files ((const BvRegimeFile *) files->data, files->len,
                                                 NULL, 0, &error);
      if (built_in == NULL)
        g_error ("The program's own regimes are damaged: %s", error->message);
      g_once_init_leave (&initialised, 1);
    }
  return bv_regime_set_ref (built_in);
}

/* What the office's files say, as one sum: names and bytes. */
static char *
sum_files (GArray *files)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < files->len; i++)
    {
      const BvRegimeFile *file = &g_array_index (files, BvRegimeFile, i);
      gsize size;
      const guchar *bytes = g_bytes_get_data (file->bytes, &size);
      const guint64 length = size;

      g_checksum_update (checksum, (const guchar *) file->name, (gssize) strlen (file->name) + 1);
      g_checksum_update (checksum, (const guchar *) &length, sizeof length);
      g_checksum_update (checksum, bytes, (gssize) size);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/* The set that was made last with files of an office: every check of an award asks for the regimes, and they are the same
 * until the office changes its files. */
G_LOCK_DEFINE_STATIC (latest);
static BvRegimeSet *latest = NULL;
static char *latest_sum = NULL;

static BvRegimeSet *
take_latest (const char *sum)
{
  BvRegimeSet *set;

  G_LOCK (latest);
  set = g_strcmp0 (sum, latest_sum) == 0 ? bv_regime_set_ref (latest) : NULL;
  G_UNLOCK (latest);
  return set;
}

static void
keep_latest (BvRegimeSet *set, const char *sum)
{
  G_LOCK (latest);
  g_clear_pointer (&latest, bv_regime_set_unref);
  g_free (latest_sum);
  latest = bv_regime_set_ref (set);
  latest_sum = g_strdup (sum);
  G_UNLOCK (latest);
}

BvRegimeSet *
bv_regime_set_load (BvConnection *connection, GError **error)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (BvRegimeFile));
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (BvRegimeFile));
  g_autofree char *sum = NULL;
  BvRegimeSet *set;

  g_array_set_clear_func (files, regime_file_clear);
  g_array_set_clear_func (own, regime_file_clear);
  if (connection == NULL)
    return get_built_in ();
  if (!load_own (connection, own, error))
    return NULL;
  if (own->len == 0)
    return get_built_in ();
  sum = sum_files (own);
  set = take_latest (sum);
  if (set != NULL)
    return set;
  if (!load_built_in (files, error))
    return NULL;
  set = bv_regime_set_new_from_files ((const BvRegimeFile *) files->data, files->len,
                                      (const BvRegimeFile *) own->data, own->len, error);
  if (set != NULL)
    keep_latest (set, sum);
  return set;
}

BvRegimeSet *
bv_regime_set_ref (BvRegimeSet *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bv_regime_set_unref (BvRegimeSet *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->regimes, g_ptr_array_unref);
  g_free (self);
}

GPtrArray *
bv_regime_set_get_regimes (BvRegimeSet *self)
{
  return self->regimes;
}

const BvRegime *
bv_regime_set_for_date (BvRegimeSet *self, const char *date)
{
  for (guint i = self->regimes->len; i > 0; i--)
    {
      const BvRegime *regime = g_ptr_array_index (self->regimes, i - 1);

      if (strcmp (regime->from_date, date) <= 0)
        return regime->to_date == NULL || strcmp (date, regime->to_date) <= 0 ? regime : NULL;
    }
  return NULL;
}

const BvRegime *
bv_regime_set_get (BvRegimeSet *self, const char *id)
{
  for (guint i = 0; i < self->regimes->len; i++)
    if (g_strcmp0 (((BvRegime *) g_ptr_array_index (self->regimes, i))->id, id) == 0)
      return g_ptr_array_index (self->regimes, i);
  return NULL;
}

const BvRegime *
bv_regime_set_choose (BvRegimeSet *self, const char *regime_id, const char *date, GError **error)
{
  const BvRegime *regime;

  if (regime_id != NULL && *regime_id != '\0')
    {
      regime = bv_regime_set_get (self, regime_id);
      if (regime == NULL)
        g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN, _ ("There is no regime “%s”."),
                     regime_id);
      return regime;
    }
  regime = bv_regime_set_for_date (self, date);
  if (regime == NULL)
    {
      g_autofree char *day = bv_date_format_short (date);

      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN, _ ("No regime is known for %s."),
                   day);
    }
  return regime;
}

/* The place of the regime nearest to @date: the newest that began by then, else the oldest. */
static guint
nearest (BvRegimeSet *self, const char *date)
{
  for (guint i = self->regimes->len; i > 0; i--)
    if (strcmp (((BvRegime *) g_ptr_array_index (self->regimes, i - 1))->from_date, date) <= 0)
      return i - 1;
  return 0;
}

/* Calls @func on the regimes, the nearest to @date first, until it answers. */
static const BvRegimeAward *
search_from (BvRegimeSet *self,
             const char *date,
             const BvRegimeAward *(*func) (const BvRegime *regime, gconstpointer data),
             gconstpointer data)
{
  g_autofree char *today = date == NULL ? bv_date_today () : NULL;
  guint n = self->regimes->len;
  guint start;

  if (n == 0)
    return NULL;
  start = nearest (self, date != NULL ? date : today);
  for (guint distance = 0; distance < n; distance++)
    {
      const BvRegimeAward *award = NULL;

      if (distance <= start)
        award = func (g_ptr_array_index (self->regimes, start - distance), data);
      if (award == NULL && distance > 0 && start + distance < n)
        award = func (g_ptr_array_index (self->regimes, start + distance), data);
      if (award != NULL)
        return award;
    }
  return NULL;
}

static const BvRegimeAward *
find_by_code (const BvRegime *regime, gconstpointer code)
{
  return bv_regime_find_award (regime, code);
}

const BvRegimeAward *
bv_regime_set_find_award (BvRegimeSet *self, const char *code, const char *date)
{
  return search_from (self, date, find_by_code, code);
}

/* What two writers of one name may do otherwise: marks, capitals, "Danh hiệu", quotation marks, "UBND",
 * "Chủ tịch", "cấp", "của". */
static char *
fold_name (const char *text)
{
  static const char *const skipped[] = { "danh", "hieu", "chu", "tich", "cap", "cua", NULL };
  g_autofree char *folded = bv_text_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " \"'“”.,", -1);
  g_autoptr (GString) result = g_string_new (NULL);
  char *committee;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_strv_contains (skipped, words[i]))
      g_string_append_printf (result, "%s%s", result->len > 0 ? " " : "", words[i]);
  while ((committee = strstr (result->str, "uy ban nhan dan")) != NULL)
    {
      gsize at = committee - result->str;

      g_string_erase (result, at, strlen ("uy ban nhan dan"));
      g_string_insert (result, at, "ubnd");
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}

typedef struct
{
  const char *key;
  BvLevel level;
} Match;

static gboolean
key_is (const char *key, const char *text)
{
  g_autofree char *folded = fold_name (text);

  return g_str_equal (key, folded);
}

static const BvRegimeAward *
find_exact (const BvRegime *regime, gconstpointer data)
{
  const Match *match = data;

  for (guint i = 0; i < regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (regime->awards, i);
      gboolean found = key_is (match->key, award->code) || key_is (match->key, award->name)
                       || key_is (match->key, award->abbreviation);

      for (guint k = 0; !found && award->aliases[k] != NULL; k++)
        found = key_is (match->key, award->aliases[k]);
      if (found)
        return award;
    }
  return NULL;
}

/* "Giấy khen" alone: the first award of the level whose name begins with these words. */
static const BvRegimeAward *
find_beginning (const BvRegime *regime, gconstpointer data)
{
  const Match *match = data;

  for (guint i = 0; i < regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (regime->awards, i);
      g_autofree char *folded = fold_name (award->name);
      gsize length = strlen (match->key);

      if (bv_regime_award_is_decided_at (award, match->level)
          && strncmp (folded, match->key, length) == 0 && folded[length] == ' ')
        return award;
    }
  return NULL;
}

const BvRegimeAward *
bv_regime_set_match_award (BvRegimeSet *self, const char *text, const char *date, BvLevel level)
{
  g_autofree char *key = fold_name (text);
  Match match = { key, level };
  const BvRegimeAward *award;

  if (*key == '\0')
    return NULL;
  award = search_from (self, date, find_exact, &match);
  if (award == NULL && strchr (key, ' ') != NULL)
    award = search_from (self, date, find_beginning, &match);
  return award;
}
