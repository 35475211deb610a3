// SPDX-License-Identifier: GPL-3.0-or-later
/* From a decision's list to its certificates: which template each award gets, which texts go on it,
 * whose border and emblem. Reads the store once; drawing is drawing/'s. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-certificates-private.h"

#include "base/bv-error.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "merit/bv-regime.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FRAME_NAME "certificate-frame"
#define EMBLEM_NAME "certificate-emblem"

static void
page_clear (gpointer data)
{
  BvCertificatePage *page = data;
  g_clear_pointer (&page->template_, bv_certificate_template_unref);
}

BvCertificates *
bv_certificates_new (void)
{
  BvCertificates *self = g_new0 (BvCertificates, 1);
  self->pages = g_array_new (FALSE, FALSE, sizeof (BvCertificatePage));
  g_array_set_clear_func (self->pages, page_clear);
  self->strings = g_string_chunk_new (4096);
  return self;
}

void
bv_certificates_free (BvCertificates *self)
{
  if (!self)
    return;
  g_array_unref (self->pages);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->frame, g_bytes_unref);
  g_clear_pointer (&self->emblem, g_bytes_unref);
  g_free (self->author);
  g_free (self->title);
  g_free (self);
}

const char *
bv_certificates_keep (BvCertificates *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

/* ── Loading ─────────────────────────────────────────────────────────────────────────────── */

/* The office's own drawing from the file; leaves %NULL when there is none. */
static gboolean
load_office_file (BvConnection *connection, const char *name, GBytes **content, GError **error)
{
  gboolean has_row = FALSE;
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, "SELECT content FROM office_file WHERE name = ?1", "s", name);
  if (!statement || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *content = bv_statement_blob (statement, 0);
  return TRUE;
}

/* The office's name on the decision's day, for the file's metadata. */
static gboolean
load_author (BvConnection *connection, const char *date, char **author, GError **error)
{
  return bv_connection_query_text (connection, author, error,
                                   "SELECT name FROM office_period ORDER BY from_date <= ?1 DESC,"
                                   " CASE WHEN from_date <= ?1 THEN from_date END DESC, from_date"
                                   " LIMIT 1",
                                   "s", date ? date : "9999");
}

/* The template of one award; %NULL without an error when the law knows no certificate for it.
 * Templates are kept in @known by their id, so that a long list reads each file once. */
static BvCertificateTemplate *
find_template (BvRegimeSet *regimes,
               const BvAward *award,
               const char *date,
               GHashTable *known,
               GError **error)
{
  const BvRegimeAward *rule = bv_regime_set_find_award (regimes, award->form_code, date);
  BvCertificateTemplate *t = NULL;
  if (!rule || !rule->certificate)
    return NULL;
  t = g_hash_table_lookup (known, rule->certificate);
  if (!t)
    {
      t = bv_certificate_template_built_in (rule->certificate, error);
      if (!t)
        return NULL;
      g_hash_table_insert (known, g_strdup (rule->certificate), t);
    }
  return bv_certificate_template_ref (t);
}

BvCertificateTemplate *
bv_certificates_load_template (const char *name, GError **error)
{
  return g_str_has_suffix (name, ".json") ? bv_certificate_template_load (name, error)
                                          : bv_certificate_template_built_in (name, error);
}

gboolean
bv_certificates_load_artwork (BvCertificates *self,
                              BvConnection *connection,
                              const char *date,
                              GError **error)
{
  return load_office_file (connection, FRAME_NAME, &self->frame, error)
         && load_office_file (connection, EMBLEM_NAME, &self->emblem, error)
         && load_author (connection, date, &self->author, error);
}

void
bv_certificates_sign (BvCertificates *self,
                      BvCertificate *texts,
                      const char *prefix,
                      const char *on_behalf_of,
                      const char *post,
                      const char *name)
{
  gboolean is_own = g_strcmp0 (prefix, "TM.") == 0 && texts->issuer != NULL
                    && g_str_has_prefix (texts->issuer, "Chủ tịch");

  texts->signer_prefix = bv_certificates_keep (self, is_own ? "" : prefix);
  texts->signer_on_behalf_of = bv_certificates_keep (self, is_own ? "" : on_behalf_of);
  texts->signer_post = bv_certificates_keep (self, post);
  texts->signer_name = bv_certificates_keep (self, name);
}

/* @template_: (transfer full) */
static void
add_page (BvCertificates *self,
          const BvDecision *d,
          const BvAward *award,
          BvCertificateTemplate *template_)
{
  g_autofree char *ledger = bv_award_format_ledger (award);
  BvCertificatePage page = {
    .id = award->id,
    .template_ = template_,
    .texts = {
      .template_ = template_,
      .kind = award->subject_kind,
      .is_posthumous = award->is_posthumous,
      .honorific = bv_certificates_keep (self, award->honorific),
      .name = bv_certificates_keep (self, award->name_printed),
      .detail = bv_certificates_keep (self, award->detail_printed),
      .achievement = bv_certificates_keep (self, award->achievement),
      .year = award->year,
      .issuer = bv_certificates_keep (self, d->issuer),
      .decision_number = bv_certificates_keep (self, d->number),
      .decision_date = bv_certificates_keep (self, d->on_date),
      .ledger = bv_certificates_keep (self, ledger),
      .place = bv_certificates_keep (self, d->place),
      .date = bv_certificates_keep (self, d->on_date),
    },
  };

  bv_certificates_sign (self, &page.texts, d->signer_prefix, d->signer_on_behalf_of, d->signer_post,
                        d->signer_name);
  g_array_append_val (self->pages, page);
}

static gboolean
load_pages (BvCertificates *self,
            BvConnection *connection,
            const BvDecision *decision,
            const gint64 *award_ids,
            guint n_award_ids,
            const char *template_id,
            GError **error)
{
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvCertificateTemplate) named = NULL;
  g_autoptr (GPtrArray) awards = bv_award_list (connection, decision->id, error);
  g_autoptr (GHashTable) known = g_hash_table_new_full (
    g_str_hash, g_str_equal, g_free, (GDestroyNotify) bv_certificate_template_unref);
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_int64_hash, g_int64_equal);
  const char *revoked_name = NULL;
  if (!awards)
    return FALSE;
  for (guint i = 0; award_ids && i < n_award_ids; i++)
    g_hash_table_add (chosen, (gpointer) &award_ids[i]);
  if (template_id)
    {
      named = bv_certificates_load_template (template_id, error);
      if (!named)
        return FALSE;
    }
  else
    {
      regimes = bv_regime_set_load (connection, error);
      if (!regimes)
        return FALSE;
    }

  for (guint i = 0; i < awards->len; i++)
    {
      const BvAward *award = awards->pdata[i];
      g_autoptr (GError) local = NULL;
      BvCertificateTemplate *template_;
      if (award_ids && !g_hash_table_contains (chosen, &award->id))
        continue;
      /* What was taken back is not printed again; asked for by name, it is refused with a sentence. */
      if (award->is_revoked)
        {
          self->n_revoked++;
          if (revoked_name == NULL)
            revoked_name = award->name_printed;
          continue;
        }
      template_ = named ? bv_certificate_template_ref (named)
                        : find_template (regimes, award, decision->on_date, known, &local);
      if (local)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (!template_)
        {
          self->n_skipped++;
          continue;
        }
      add_page (self, decision, award, template_);
    }
  if (revoked_name != NULL && (award_ids || self->pages->len == 0))
    {
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY,
                   _ ("The award of %s was taken back: there is no certificate for it."),
                   revoked_name);
      return FALSE;
    }
  return TRUE;
}

BvCertificates *
bv_certificates_load (BvConnection *connection,
                      gint64 decision_id,
                      const gint64 *award_ids,
                      guint n_award_ids,
                      const char *template_id,
                      GError **error)
{
  g_autoptr (BvCertificates) self = bv_certificates_new ();
  g_autoptr (BvDecision) decision = bv_decision_load (connection, decision_id, error);
  if (!decision
      || !load_pages (self, connection, decision, award_ids, n_award_ids, template_id, error)
      || !bv_certificates_load_artwork (self, connection, decision->on_date, error))
    return NULL;
  if (self->pages->len == 0)
    {
      if (self->n_skipped > 0)
        g_set_error (
          error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY,
          _ ("There is no certificate template for these awards: another level gives them, "
             "or the law knows none. Choose a template to print them all the same."));
      else
        g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY,
                     _ ("There is no certificate to print: the list is empty."));
      return NULL;
    }
  /* The paper's own words: Vietnamese whatever the language of the program. */
  self->title = *decision->number
                  ? g_strdup_printf ("Giấy khen theo Quyết định số %s", decision->number)
                  : g_strdup (g_array_index (self->pages, BvCertificatePage, 0).template_->title);
  return g_steal_pointer (&self);
}

guint
bv_certificates_get_n_pages (BvCertificates *self)
{
  return self->pages->len;
}

guint
bv_certificates_get_n_skipped (BvCertificates *self)
{
  return self->n_skipped;
}

guint
bv_certificates_get_n_revoked (BvCertificates *self)
{
  return self->n_revoked;
}

gint64
bv_certificates_get_award_id (BvCertificates *self, guint index)
{
  g_return_val_if_fail (index < self->pages->len, 0);
  return g_array_index (self->pages, BvCertificatePage, index).id;
}

void
bv_certificates_get (BvCertificates *self, guint index, BvCertificate *certificate)
{
  g_return_if_fail (index < self->pages->len);
  *certificate = g_array_index (self->pages, BvCertificatePage, index).texts;
}

void
bv_certificates_init_options (BvCertificates *self, BvCertificateOptions *options)
{
  *options = (BvCertificateOptions){
    .paper = BV_PAPER_A4,
    .stock = BV_CERTIFICATE_STOCK_BLANK,
    .frame = self->frame,
    .frame_name = FRAME_NAME,
    .emblem = self->emblem,
    .emblem_name = EMBLEM_NAME,
    .document_title = self->title,
    .document_author = self->author,
  };
}

/* ── Output ──────────────────────────────────────────────────────────────────────────────── */

GPtrArray *
bv_certificates_check (BvCertificates *self, const BvCertificateOptions *options, GError **error)
{
  g_autoptr (BvCertificatePainter) painter = bv_certificate_painter_new (options, error);
  GPtrArray *all = NULL;
  if (!painter || !bv_certificate_painter_check_artwork (painter, error))
    return NULL;
  all = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_certificate_finding_free);
  for (guint i = 0; i < self->pages->len; i++)
    {
      BvCertificate certificate;
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GPtrArray) placements = NULL;
      bv_certificates_get (self, i, &certificate);
      placements = bv_certificate_painter_measure (painter, &certificate, &found);
      while (found->len > 0)
        {
          BvCertificateFinding *finding = g_ptr_array_steal_index (found, 0);
          finding->row = i + 1;
          g_ptr_array_add (all, finding);
        }
    }
  return all;
}

typedef struct
{
  BvCertificates *certificates;
  guint index;
} Cursor;

static gboolean
next_cb (BvCertificate *certificate, gpointer user_data, GError **error)
{
  Cursor *cursor = user_data;
  if (cursor->index >= cursor->certificates->pages->len)
    return FALSE;
  bv_certificates_get (cursor->certificates, cursor->index++, certificate);
  return TRUE;
}

gboolean
bv_certificates_write (BvCertificates *self,
                       const BvCertificateOptions *options,
                       const char *path,
                       GPtrArray **findings,
                       BvProgressFunc progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GError **error)
{
  Cursor cursor = { self, 0 };
  BvCertificateBatch batch = {
    options, next_cb, &cursor, self->pages->len, progress, progress_data
  };
  return bv_certificate_batch_write (&batch, path, NULL, findings, cancellable, error);
}

GBytes *
bv_certificates_to_bytes (BvCertificates *self,
                          const BvCertificateOptions *options,
                          GPtrArray **findings,
                          GCancellable *cancellable,
                          GError **error)
{
  Cursor cursor = { self, 0 };
  BvCertificateBatch batch = { options, next_cb, &cursor, self->pages->len, NULL, NULL };
  return bv_certificate_batch_to_bytes (&batch, NULL, findings, cancellable, error);
}
