// SPDX-License-Identifier: GPL-3.0-or-later
/* Who signs, and how the lines above a signature read. Writing functions run inside an act. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-signer.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"
#include "store/bv-statement-list.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

/* Decree 30/2020, Appendix I, II.7; the abbreviations are the decree's own and stand in every
 * language, the label explains them. */
const BvChoice bv_signer_prefixes[] = {
  { "", N_ ("Signs for himself or herself"), NULL },
  { "TM.", N_ ("TM.: on behalf of a body"), NULL },
  { "KT.", N_ ("KT.: a deputy signs for the head"), NULL },
  { "Q.", N_ ("Q.: acting head"), NULL },
  { "TL.", N_ ("TL.: by order of the head"), NULL },
  { "TUQ.", N_ ("TUQ.: by authorisation of the head"), NULL },
  { NULL, NULL, NULL },
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvSigner, name),
  BV_RECORD_TEXT (BvSigner, post),
  BV_RECORD_TEXT (BvSigner, prefix),
  BV_RECORD_TEXT (BvSigner, on_behalf_of),
  BV_RECORD_TEXT_OR_NULL (BvSigner, from_date),
  BV_RECORD_TEXT_OR_NULL (BvSigner, to_date),
};
#define N_TEXTS ((int) G_N_ELEMENTS (texts))
#define COLUMNS                                                                                    \
  "SELECT name, post, prefix, on_behalf_of, from_date, to_date, id, is_default FROM signer "

BvSigner *
bv_signer_new (void)
{
  return bv_record_new (sizeof (BvSigner), texts, G_N_ELEMENTS (texts));
}

BvSigner *
bv_signer_copy (const BvSigner *self)
{
  return bv_record_copy (self, sizeof (BvSigner), texts, G_N_ELEMENTS (texts));
}

void
bv_signer_free (BvSigner *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

static gboolean
wants_behalf (const char *prefix)
{
  return prefix != NULL && prefix[0] != '\0' && !g_str_equal (prefix, "Q.");
}

GPtrArray *
bv_signer_validate (const BvSigner *self)
{
  GPtrArray *problems = bv_problems_new ();

  bv_record_check_name (problems, "name", self->name);
  if (bv_record_is_blank (self->post))
    bv_problems_add (problems, "post", BV_VALUE_ERROR_EMPTY, _ ("The post is missing."));
  bv_record_check_choice (problems, "prefix", bv_signer_prefixes, self->prefix);
  if (wants_behalf (self->prefix) && bv_record_is_blank (self->on_behalf_of))
    bv_problems_add (problems, "on_behalf_of", BV_VALUE_ERROR_EMPTY,
                     _ ("Say on whose behalf the signature is given."));
  else if (!wants_behalf (self->prefix) && !bv_record_is_blank (self->on_behalf_of))
    bv_problems_add (problems, "on_behalf_of", BV_VALUE_ERROR_RANGE,
                     _ ("Only TM., KT., TL. and TUQ. name somebody else."));
  bv_record_check_dates (problems, self->from_date, self->to_date);
  bv_record_check_texts (problems, self, texts, G_N_ELEMENTS (texts));
  return problems;
}

char **
bv_signature_lines (const char *prefix, const char *on_behalf_of, const char *post)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *clean_post = bv_text_clean (post);
  g_autofree char *upper = bv_text_upper (clean_post);
  g_autofree char *line = NULL;

  if (wants_behalf (prefix))
    {
      g_autofree char *clean_behalf = bv_text_clean (on_behalf_of);
      g_autofree char *behalf = bv_text_upper (clean_behalf);

      line = g_strdup_printf ("%s %s", prefix, behalf);
      g_strv_builder_add (lines, line);
      if (upper[0] != '\0')
        g_strv_builder_add (lines, upper);
    }
  else if (upper[0] != '\0')
    {
      line = g_strcmp0 (prefix, "Q.") == 0 ? g_strdup_printf ("Q. %s", upper) : g_strdup (upper);
      g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}

static BvSigner *
read_row (BvStatement *statement)
{
  BvSigner *self = bv_signer_new ();

  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->id = bv_statement_int (statement, N_TEXTS);
  self->is_default = bv_statement_int (statement, N_TEXTS + 1) != 0;
  return self;
}

BvSigner *
bv_signer_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "WHERE id = ?1", "i", id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return read_row (statement);
  bv_subject_not_found (error);
  return NULL;
}

GPtrArray *
bv_signer_list (BvConnection *connection, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, COLUMNS "ORDER BY is_default DESC, name, id", "");

  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_signer_free,
                            error);
}

gboolean
bv_signer_default_on (BvConnection *connection, const char *date, BvSigner **signer, GError **error)
{
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row;

  *signer = NULL;
  statement = bv_connection_query (
    connection, error,
    COLUMNS "WHERE (from_date IS NULL OR from_date <= ?1) AND (to_date IS NULL OR to_date >= ?1)"
            " ORDER BY is_default DESC, from_date DESC, id LIMIT 1",
    "s", date);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *signer = read_row (statement);
  return TRUE;
}

gboolean
bv_signer_save (BvConnection *connection, BvSigner *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvStatement) statement = NULL;

  bv_record_clean (self, texts, G_N_ELEMENTS (texts));
  problems = bv_signer_validate (self);
  if (!bv_problems_check (problems, error))
    return FALSE;
  if (self->is_default
      && !bv_connection_run (connection, error,
                             "UPDATE signer SET is_default = 0 WHERE is_default = 1 AND id <> ?1"
                             " AND (from_date IS NULL OR ?3 IS NULL OR from_date <= ?3)"
                             " AND (to_date IS NULL OR ?2 IS NULL OR to_date >= ?2)",
                             "iss", self->id, self->from_date, self->to_date))
    return FALSE;
  statement = bv_connection_prepare (
    connection,
    self->id == 0
      ? "INSERT INTO signer (name, post, prefix, on_behalf_of, from_date, to_date, is_default)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
      : "UPDATE signer SET name = ?1, post = ?2, prefix = ?3, on_behalf_of = ?4, from_date = ?5,"
        " to_date = ?6, is_default = ?7 WHERE id = ?8",
    error);
  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, texts, G_N_ELEMENTS (texts), statement, 1);
  bv_statement_bind_int (statement, N_TEXTS + 1, self->is_default ? 1 : 0);
  if (self->id != 0)
    bv_statement_bind_int (statement, N_TEXTS + 2, self->id);
  if (!bv_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = bv_connection_last_id (connection);
  else if (bv_connection_n_changed (connection) != 1)
    return bv_subject_not_found (error);
  return TRUE;
}

gboolean
bv_signer_delete (BvConnection *connection, gint64 id, GError **error)
{
  /* Decisions keep the signature as it was printed, so nothing hangs on a signer. */
  if (!bv_connection_run (connection, error, "DELETE FROM signer WHERE id = ?1", "i", id))
    return FALSE;
  return bv_connection_n_changed (connection) == 1 || bv_subject_not_found (error);
}

static gboolean
save_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_signer_save (connection, user_data, error);
}

static gboolean
delete_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_signer_delete (connection, *(gint64 *) user_data, error);
}

gboolean
bv_office_save_signer (BvStore *store, BvSigner *signer, gint64 *act_id, GError **error)
{
  gboolean is_new = signer->id == 0;
  g_autofree char *title = g_strdup_printf (
    is_new ? _ ("Add the signer %s") : _ ("Edit the signer %s"), signer->name);

  if (bv_store_act (store, title, BV_ACT_NONE, save_cb, signer, NULL, act_id, error))
    return TRUE;
  if (is_new)
    signer->id = 0;
  return FALSE;
}

gboolean
bv_office_delete_signer (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  g_autofree char *title = NULL;
  g_autoptr (BvSigner) signer = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (store, error);

  if (lease == NULL)
    return FALSE;
  signer = bv_signer_load (bv_lease_connection (lease), id, error);
  if (signer == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Delete the signer %s"), signer->name);
  g_clear_pointer (&lease, bv_lease_free);
  return bv_store_act (store, title, BV_ACT_NONE, delete_cb, &id, NULL, act_id, error);
}
