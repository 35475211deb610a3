// SPDX-License-Identifier: GPL-3.0-or-later
/* Papers that back a nomination: reading a file, keeping its bytes once, giving them back unharmed. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-evidence.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-file.h"
#include "base/bv-problem.h"
#include "base/bv-text.h"
#include "merit/bv-dossier-private.h"
#include "office/bv-record.h"
#include "store/bv-connection.h"
#include "store/bv-statement-list.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

const BvChoice bv_evidence_kinds[] = {
  { "report", NC_ ("evidence", "Achievement report"), "evidence" },
  { "minutes", NC_ ("evidence", "Minutes of the unit's vote"), "evidence" },
  { "initiative", NC_ ("evidence", "Certificate of an initiative"), "evidence" },
  { "award", NC_ ("evidence", "Earlier award"), "evidence" },
  { "rating", NC_ ("evidence", "Rating"), "evidence" },
  { "opinion", NC_ ("evidence", "Opinion of another body"), "evidence" },
  { "movement", NC_ ("evidence", "Paper of the movement"), "evidence" },
  { "other", NC_ ("evidence", "Other paper"), "evidence" },
  { NULL, NULL, NULL },
};

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvEvidence, kind),       BV_RECORD_TEXT (BvEvidence, name),
  BV_RECORD_TEXT (BvEvidence, media_type), BV_RECORD_TEXT (BvEvidence, sha256),
  BV_RECORD_TEXT (BvEvidence, added_on),   BV_RECORD_TEXT (BvEvidence, note),
};
#define N_TEXTS ((int) G_N_ELEMENTS (texts))
#define COLUMNS                                                                                    \
  "SELECT kind, name, media_type, sha256, added_on, note, id, nomination_id, size FROM evidence "

BvEvidence *
bv_evidence_new (void)
{
  return bv_record_new (sizeof (BvEvidence), texts, G_N_ELEMENTS (texts));
}

void
bv_evidence_free (BvEvidence *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

static BvEvidence *
read_row (BvStatement *statement)
{
  BvEvidence *self = bv_evidence_new ();

  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->id = bv_statement_int (statement, N_TEXTS);
  self->nomination_id = bv_statement_int (statement, N_TEXTS + 1);
  self->size = bv_statement_int (statement, N_TEXTS + 2);
  return self;
}

BvEvidence *
bv_evidence_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "WHERE id = ?1", "i", id);

  return bv_statement_load (statement, (BvRowFunc) read_row, _ ("The paper is no longer there."),
                            error);
}

GPtrArray *
bv_evidence_list (BvConnection *connection, gint64 nomination_id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, COLUMNS "WHERE nomination_id = ?1 ORDER BY id", "i", nomination_id);

  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_evidence_free,
                            error);
}

GBytes *
bv_evidence_get_content (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvEvidence) self = bv_evidence_load (connection, id, error);
  g_autoptr (BvStatement) statement = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *sha256 = NULL;
  gboolean has_row;

  if (self == NULL)
    return NULL;
  statement = bv_connection_query (
    connection, error, "SELECT content FROM evidence_content WHERE sha256 = ?1", "s", self->sha256);
  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    content = bv_statement_blob (statement, 0);
  if (content == NULL)
    content = g_bytes_new (NULL, 0);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (g_str_equal (sha256, self->sha256) && (gint64) g_bytes_get_size (content) == self->size)
    return g_steal_pointer (&content);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT,
               _ ("The paper “%s” is damaged: its content is not the one that was added. Remove it "
                  "and add the file again."),
               self->name);
  return NULL;
}

/* ── A file to be added ──────────────────────────────────────────────────────────────────── */

void
bv_evidence_file_free (BvEvidenceFile *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->media_type);
  g_free (self->sha256);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self);
}

static gboolean
check_size (goffset size, const char *name, GError **error)
{
  g_autofree char *is = NULL;
  g_autofree char *allowed = NULL;

  if (size > 0 && size <= BV_EVIDENCE_MAX_BYTES)
    return TRUE;
  if (size == 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY, _ ("The file “%s” is empty."),
                   name);
      return FALSE;
    }
  is = g_format_size_full ((guint64) size, G_FORMAT_SIZE_IEC_UNITS);
  allowed = g_format_size_full (BV_EVIDENCE_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (
    error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
    /* TRANSLATORS: name and size of a file, largest size. */
    _ ("The file “%s” has %s; at most %s can be kept. Scan it in grey or with fewer dots."), name,
    is, allowed);
  return FALSE;
}

/* What the system says of a file that cannot be read, in one sentence that names it; the code stays. */
static gpointer
say_unreadable (const char *name, GError *reason, GError **error)
{
  if (reason->domain == G_IO_ERROR && reason->code == G_IO_ERROR_NOT_FOUND)
    g_set_error (error, reason->domain, reason->code, _ ("The file “%s” does not exist."), name);
  else if (reason->domain == G_IO_ERROR && reason->code == G_IO_ERROR_PERMISSION_DENIED)
    g_set_error (error, reason->domain, reason->code, _ ("You have no permission to read “%s”."),
                 name);
  else
    {
      g_propagate_error (error, reason);
      return NULL;
    }
  g_error_free (reason);
  return NULL;
}

/* A file that grows while it is read must not fill the memory either. */
static GBytes *
read_all (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  GError *reason = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &reason);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[65536];
  gssize n;

  if (stream == NULL)
    return say_unreadable (name, reason, error);
  while (
    (n = g_input_stream_read (G_INPUT_STREAM (stream), block, sizeof block, cancellable, error))
    > 0)
    {
      g_byte_array_append (bytes, block, (guint) n);
      if (bytes->len > BV_EVIDENCE_MAX_BYTES)
        break;
    }
  if (n < 0 || !check_size (bytes->len, name, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

BvEvidenceFile *
bv_evidence_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvEvidenceFile) self = g_new0 (BvEvidenceFile, 1);
  GError *reason = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                  "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                  "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &reason);
  g_autofree char *content_type = NULL;
  g_autofree char *base = NULL;
  const guchar *data;
  gsize length;

  if (info == NULL)
    {
      base = g_file_get_basename (file);
      return say_unreadable (base, reason, error);
    }
  self->name = bv_text_clean (g_file_info_get_display_name (info));
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_FORMAT, _ ("“%s” is no file."),
                   self->name);
      return NULL;
    }
  if (!check_size (g_file_info_get_size (info), self->name, error))
    return NULL;
  self->content = read_all (file, self->name, cancellable, error);
  if (self->content == NULL)
    return NULL;
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->content);
  data = g_bytes_get_data (self->content, &length);
  content_type = g_content_type_guess (self->name, data, length, NULL);
  self->media_type = g_content_type_get_mime_type (content_type);
  if (self->media_type == NULL)
    self->media_type = g_strdup ("");
  return g_steal_pointer (&self);
}

const char *
bv_evidence_guess_kind (const char *name)
{
  /* As people name scans, without marks; the longer word before the shorter one that it holds. */
  static const struct
  {
    const char *word;
    const char *kind;
  } words[] = {
    { "sang kien", "initiative" }, { "binh xet", "minutes" },  { "bien ban", "minutes" },
    { "bao cao", "report" },       { "thanh tich", "report" }, { "xep loai", "rating" },
    { "danh gia", "rating" },      { "bcct", "report" },       { "bctt", "report" },
    { "hiep y", "opinion" },       { "y kien", "opinion" },    { "phong trao", "movement" },
    { "ke hoach", "movement" },    { "quyet dinh", "award" },  { "giay khen", "award" },
    { "bang khen", "award" },
  };
  g_autofree char *spaced = g_strdelimit (g_strdup (name), "-_.", ' ');
  g_autofree char *fold = bv_text_fold (spaced);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i].word, " ", -1);
      g_autofree char *joined = g_strjoinv ("", parts);

      if (strstr (fold, words[i].word) != NULL || strstr (fold, joined) != NULL)
        return words[i].kind;
    }
  return "other";
}

/* ── Changing ────────────────────────────────────────────────────────────────────────────── */

gboolean
bv_evidence_sweep (BvConnection *connection, GError **error)
{
  return bv_connection_run (
    connection, error,
    "DELETE FROM evidence_content WHERE sha256 NOT IN (SELECT sha256 FROM evidence)", "");
}

gboolean
bv_evidence_add (BvConnection *connection,
                 gint64 nomination_id,
                 const char *kind,
                 const BvEvidenceFile *file,
                 const char *note,
                 gint64 *id,
                 GError **error)
{
  g_autoptr (BvNomination) nomination = bv_nomination_load (connection, nomination_id, error);
  g_autoptr (BvDossier) dossier = NULL;
  g_autofree char *clean = bv_text_clean (note);
  g_autofree char *today = bv_date_today ();
  gint64 n;

  if (nomination == NULL)
    return FALSE;
  dossier = bv_dossier_load (connection, nomination->dossier_id, error);
  if (dossier == NULL
      || (dossier->state == BV_DOSSIER_DECIDED && !bv_dossier_check_open (dossier, error)))
    return FALSE;
  if (!bv_choice_has (bv_evidence_kinds, kind))
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
                   _ ("There is no kind of paper “%s”."), kind);
      return FALSE;
    }
  if (!bv_connection_query_int (
        connection, &n, 0, error,
        "SELECT count (*) FROM evidence WHERE nomination_id = ?1 AND sha256 = ?2", "is",
        nomination_id, file->sha256))
    return FALSE;
  if (n > 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
                   _ ("The file “%s” is among the papers of %s already."), file->name,
                   nomination->name_printed);
      return FALSE;
    }
  if (!bv_connection_run (connection, error,
                          "INSERT INTO evidence_content (sha256, content) VALUES (?1, ?2)"
                          " ON CONFLICT (sha256) DO NOTHING",
                          "sb", file->sha256, file->content)
      || !bv_connection_run (
        connection, error,
        "INSERT INTO evidence (nomination_id, kind, name, media_type, size, sha256, added_on, note)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        "isssisss", nomination_id, kind, file->name, file->media_type,
        (gint64) g_bytes_get_size (file->content), file->sha256, today, clean))
    return FALSE;
  if (id != NULL)
    *id = bv_connection_last_id (connection);
  return TRUE;
}

gboolean
bv_evidence_set_kind (BvConnection *connection, gint64 id, const char *kind, GError **error)
{
  g_autoptr (BvEvidence) self = bv_evidence_load (connection, id, error);
  g_autoptr (GPtrArray) problems = bv_problems_new ();

  bv_record_check_choice (problems, "kind", bv_evidence_kinds, kind);
  return self != NULL && bv_problems_check (problems, error)
         && bv_nomination_check_open (connection, self->nomination_id, NULL, NULL, error)
         && bv_connection_run (connection, error, "UPDATE evidence SET kind = ?2 WHERE id = ?1",
                               "is", id, kind);
}

gboolean
bv_evidence_remove (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvEvidence) self = bv_evidence_load (connection, id, error);

  return self != NULL
         && bv_nomination_check_open (connection, self->nomination_id, NULL, NULL, error)
         && bv_connection_run (connection, error, "DELETE FROM evidence WHERE id = ?1", "i", id)
         && bv_evidence_sweep (connection, error);
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 nomination_id;
  const char *kind;
  const BvEvidenceFile *file;
  const char *note;
  gint64 id;
} Act;

static gboolean
add_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_evidence_add (connection, act->nomination_id, act->kind, act->file, act->note, &act->id,
                          error);
}

static gboolean
remove_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_evidence_remove (connection, ((Act *) user_data)->id, error);
}

gboolean
bv_evidence_add_act (BvStore *store,
                     gint64 nomination_id,
                     const char *kind,
                     const BvEvidenceFile *file,
                     const char *note,
                     gint64 *id,
                     gint64 *act_id,
                     GError **error)
{
  Act act = { .nomination_id = nomination_id, .kind = kind, .file = file, .note = note };
  g_autofree char *title = g_strdup_printf (_ ("Add the paper “%s”"), file->name);

  if (!bv_store_act (store, title, BV_ACT_NONE, add_cb, &act, NULL, act_id, error))
    return FALSE;
  if (id != NULL)
    *id = act.id;
  return TRUE;
}

static BvEvidence *
load (BvStore *store, gint64 id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);

  return lease != NULL ? bv_evidence_load (bv_lease_connection (lease), id, error) : NULL;
}

typedef struct
{
  gint64 id;
  const char *kind;
} Kind;

static gboolean
set_kind_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const Kind *kind = user_data;

  return bv_evidence_set_kind (connection, kind->id, kind->kind, error);
}

gboolean
bv_evidence_set_kind_act (BvStore *store,
                          gint64 id,
                          const char *kind,
                          gint64 *act_id,
                          GError **error)
{
  Kind data = { id, kind };
  g_autoptr (BvEvidence) self = load (store, id, error);
  g_autofree char *title = NULL;

  if (self == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Change the kind of the paper “%s”"), self->name);
  return bv_store_act (store, title, BV_ACT_NONE, set_kind_cb, &data, NULL, act_id, error);
}

gboolean
bv_evidence_remove_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { .id = id };
  g_autoptr (BvEvidence) self = load (store, id, error);
  g_autofree char *title = NULL;

  if (self == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Remove the paper “%s”"), self->name);
  return bv_store_act (store, title, BV_ACT_NONE, remove_cb, &act, NULL, act_id, error);
}

gboolean
bv_evidence_save_to (BvStore *store, gint64 id, const char *path, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (GBytes) content = NULL;

  if (lease == NULL)
    return FALSE;
  content = bv_evidence_get_content (bv_lease_connection (lease), id, error);
  g_clear_pointer (&lease, bv_lease_free);
  return content != NULL && bv_file_replace (path, content, error);
}
