// SPDX-License-Identifier: GPL-3.0-or-later
/* The office's own files of law: read, held against all the others, stored or taken away as one act. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-law-file.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-evidence.h"
#include "merit/bv-local-title.h"
#include "merit/bv-regime.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER "regimes/"
#define ENDING ".json"

char **
bv_law_file_list (BvConnection *connection, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT substr (name, 9) FROM office_file WHERE name GLOB 'regimes/*.json' AND name <> ?1"
    " ORDER BY name",
    "s", BV_LOCAL_TITLE_FILE);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_strv_builder_end (names);
      g_strv_builder_add (names, bv_statement_text (statement, 0));
    }
  return NULL;
}

/* "Nội quy.JSON" → "regimes/Nội quy.json". */
static char *
make_path (const char *name, GError **error)
{
  g_autofree char *clean = bv_text_clean (name);
  gsize length = strlen (clean);
  g_autofree char *path = NULL;

  if (length <= strlen (ENDING)
      || g_ascii_strcasecmp (clean + length - strlen (ENDING), ENDING) != 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                   _ ("“%s” is no file of law: its name must end with .json."), clean);
      return NULL;
    }
  clean[length - strlen (ENDING)] = '\0';
  path = g_strconcat (FOLDER, clean, ENDING, NULL);
  if (strchr (clean, '/') != NULL)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT,
                   _ ("The name of a file of law may not hold “/”."));
      return NULL;
    }
  if (g_str_equal (path, BV_LOCAL_TITLE_FILE))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
                   _ ("The name %s.json is that of the office's local titles: give the file "
                      "another name, or edit the titles one by one."),
                   clean);
      return NULL;
    }
  return g_steal_pointer (&path);
}

/* ── What records name may not be lost ───────────────────────────────────────────────────── */

static gboolean
knows_award (BvRegimeSet *regimes, const char *code)
{
  GPtrArray *all = bv_regime_set_get_regimes (regimes);

  for (guint i = 0; i < all->len; i++)
    if (bv_regime_find_award (g_ptr_array_index (all, i), code) != NULL)
      return TRUE;
  return FALSE;
}

/* The first that @query gives and only @before knows; "" when there is none, %NULL on an error. */
static char *
find_lost (BvConnection *connection,
           const char *query,
           gboolean is_regime,
           BvRegimeSet *before,
           BvRegimeSet *after,
           GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_prepare (connection, query, error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      const char *code;

      if (!has_row)
        return g_strdup ("");
      code = bv_statement_text (statement, 0);
      if (is_regime
            ? bv_regime_set_get (before, code) != NULL && bv_regime_set_get (after, code) == NULL
            : knows_award (before, code) && !knows_award (after, code))
        return g_strdup (code);
    }
  return NULL;
}

static gboolean
check_lost (BvConnection *connection, BvRegimeSet *before, BvRegimeSet *after, GError **error)
{
  g_autofree char *award = find_lost (
    connection,
    "SELECT form_code FROM award UNION SELECT form_code FROM nomination"
    " UNION SELECT form_code FROM registration_line ORDER BY 1",
    FALSE, before, after, error);
  g_autofree char *regime = NULL;

  if (award == NULL)
    return FALSE;
  if (*award != '\0')
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("Awards, nominations or registrations name %s, which no other file of law "
                      "knows: keep it in the file and give it a last day (“to”) instead."),
                   award);
      return FALSE;
    }
  regime = find_lost (connection,
                      "SELECT regime_id FROM dossier WHERE regime_id <> ''"
                      " UNION SELECT regime_id FROM decision WHERE regime_id <> '' ORDER BY 1",
                      TRUE, before, after, error);
  if (regime == NULL)
    return FALSE;
  if (*regime == '\0')
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
               _ ("Dossiers or decisions were judged under the regime “%s”, which only this file "
                  "knows: keep the file, or choose another regime for them first."),
               regime);
  return FALSE;
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

gboolean
bv_law_file_save (BvConnection *connection, const char *name, GBytes *content, GError **error)
{
  g_autofree char *path = make_path (name, error);
  g_autofree char *sum = NULL;
  g_autoptr (BvRegimeSet) before = NULL;
  g_autoptr (BvRegimeSet) after = NULL;

  if (path == NULL)
    return FALSE;
  /* A file that is faulty now may be what is mended. */
  before = bv_regime_set_load (connection, NULL);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (!bv_connection_run (
        connection, error,
        "INSERT INTO office_file (name, media_type, content, sha256)"
        " VALUES (?1, 'application/json', ?2, ?3)"
        " ON CONFLICT (name) DO UPDATE SET content = excluded.content, sha256 = excluded.sha256",
        "sbs", path, content, sum))
    return FALSE;
  after = bv_regime_set_load (connection, error);
  return after != NULL && (before == NULL || check_lost (connection, before, after, error));
}

gboolean
bv_law_file_delete (BvConnection *connection, const char *name, GError **error)
{
  g_autofree char *path = make_path (name, error);
  g_autoptr (BvRegimeSet) before = NULL;
  g_autoptr (BvRegimeSet) after = NULL;
  gint64 n;

  if (path == NULL
      || !bv_connection_query_int (connection, &n, 0, error,
                                   "SELECT count(*) FROM office_file WHERE name = ?1", "s", path))
    return FALSE;
  if (n == 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                   _ ("The office has no file of law “%s”."), path + strlen (FOLDER));
      return FALSE;
    }
  before = bv_regime_set_load (connection, NULL);
  if (!bv_connection_run (connection, error, "DELETE FROM office_file WHERE name = ?1", "s", path))
    return FALSE;
  if (before == NULL)
    return TRUE; /* the way out of a file that this program does not take */
  after = bv_regime_set_load (connection, error);
  return after != NULL && check_lost (connection, before, after, error);
}

static gboolean
add_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const BvEvidenceFile *file = user_data;

  return bv_law_file_save (connection, file->name, file->content, error);
}

static gboolean
delete_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_law_file_delete (connection, user_data, error);
}

gboolean
bv_law_file_add_act (BvStore *store, GFile *file, gint64 *act_id, GError **error)
{
  g_autoptr (BvEvidenceFile) read = bv_evidence_file_read (file, NULL, error);
  g_autofree char *title = NULL;

  if (read == NULL)
    return FALSE;
  if (g_bytes_get_size (read->content) > BV_LAW_FILE_MAX_BYTES)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("“%s” is too large for a file of law: at most 1 MiB is read."), read->name);
      return FALSE;
    }
  title = g_strdup_printf (_ ("Add the file of law %s"), read->name);
  return bv_store_act (store, title, BV_ACT_NONE, add_cb, read, NULL, act_id, error);
}

gboolean
bv_law_file_delete_act (BvStore *store, const char *name, gint64 *act_id, GError **error)
{
  g_autofree char *title = g_strdup_printf (_ ("Remove the file of law %s"), name);

  return bv_store_act (store, title, BV_ACT_NONE, delete_cb, (gpointer) name, NULL, act_id, error);
}
