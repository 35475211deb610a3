// SPDX-License-Identifier: GPL-3.0-or-later
/* A batch of certificates as one PDF, page after page out to the file: memory does not grow with the
 * pages. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-certificate.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define MAX_FINDINGS 200
#define BUFFER_SIZE (256 * 1024)

/* Where cairo's bytes go: a file, or memory when @writer is %NULL. */
typedef struct
{
  BvFileWriter *writer;
  GByteArray *buffer;
  GError *error;
} Sink;

static gboolean
flush (Sink *sink)
{
  if (sink->error)
    return FALSE;
  if (!sink->writer || sink->buffer->len == 0)
    return TRUE;
  if (!bv_file_writer_write (sink->writer, sink->buffer->data, sink->buffer->len, &sink->error))
    return FALSE;
  g_byte_array_set_size (sink->buffer, 0);
  return TRUE;
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned length)
{
  Sink *sink = closure;
  g_byte_array_append (sink->buffer, data, length);
  if (sink->buffer->len >= BUFFER_SIZE && sink->writer && !flush (sink))
    return CAIRO_STATUS_WRITE_ERROR;
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const BvCertificateOptions *options, const char *title)
{
  g_autofree char *today = bv_date_today ();
  /* The day alone: the same batch twice on one day gives the same bytes. */
  g_autofree char *stamp = g_strconcat (today, "T00:00:00+07:00", NULL);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  options->document_title ? options->document_title : title);
  if (options->document_author)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, options->document_author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Bảng Vàng " BV_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
}

/* Notes all that is wrong with a page, by measuring it. Returns: whether anything is. */
static gboolean
note_findings (BvCertificatePainter *painter,
               const BvCertificate *certificate,
               guint row,
               GPtrArray *all)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) placements = bv_certificate_painter_measure (painter, certificate, &found);
  gboolean any = found->len > 0;
  while (found->len > 0 && all->len < MAX_FINDINGS)
    {
      BvCertificateFinding *finding = g_ptr_array_steal_index (found, 0);
      finding->row = row;
      g_ptr_array_add (all, finding);
    }
  return any;
}

static void
set_findings_error (GPtrArray *findings, guint n_rows, GError **error)
{
  const BvCertificateFinding *first = findings->pdata[0];
  if (n_rows == 1)
    g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FIT,
                 /* Translators: row of the list, name, what is wrong (a whole sentence) */
                 _ ("Nothing was written. Row %u (%s): %s"), first->row, first->name,
                 first->message);
  else
    g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FIT,
                 /* Translators: number of rows, then row of the list, name, what is wrong */
                 g_dngettext (GETTEXT_PACKAGE,
                              "Nothing was written: %u row needs a change. The first, row %u (%s): "
                              "%s",
                              "Nothing was written: %u rows need a change. The first, row %u (%s): "
                              "%s",
                              n_rows),
                 n_rows, first->row, first->name, first->message);
}

static gboolean
check_surface (cairo_surface_t *surface, Sink *sink, GError **error)
{
  cairo_status_t status = cairo_surface_status (surface);
  if (sink->error)
    {
      g_propagate_error (error, g_steal_pointer (&sink->error));
      return FALSE;
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_DRAW,
               _ ("The certificates cannot be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

static gboolean
draw_pages (const BvCertificateBatch *batch,
            BvCertificatePainter *painter,
            Sink *sink,
            cairo_surface_t *surface,
            guint *n_pages,
            GPtrArray *findings,
            GCancellable *cancellable,
            GError **error)
{
  BvCertificate certificate = { 0 };
  g_autoptr (GError) local = NULL;
  cairo_t *cr = cairo_create (surface);
  guint row = 0;
  guint n_bad = 0;
  gboolean ok = TRUE;

  while (ok && batch->next (&certificate, batch->next_data, &local))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          ok = FALSE;
          break;
        }
      if (row++ == 0)
        set_metadata (surface, batch->options, certificate.template_->title);
      /* After the first fault nothing more is drawn, only looked through. */
      if (n_bad > 0)
        n_bad += note_findings (painter, &certificate, row, findings);
      else if (!bv_certificate_painter_draw (painter, cr, &certificate, &local))
        {
          if (!g_error_matches (local, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FIT)
              || !note_findings (painter, &certificate, row, findings))
            break;
          g_clear_error (&local);
          n_bad = 1;
        }
      else
        cairo_show_page (cr);
      if (sink->error)
        break;
      if (batch->progress && row % 20 == 0)
        batch->progress (batch->n_expected > 0 ? MIN (1.0, (double) row / batch->n_expected) : -1.0,
                         NULL, batch->progress_data);
      memset (&certificate, 0, sizeof certificate);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  *n_pages = row;
  if (!ok)
    return FALSE;
  if (local)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (n_bad > 0)
    {
      set_findings_error (findings, n_bad, error);
      return FALSE;
    }
  if (row == 0)
    {
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY,
                   _ ("There is no certificate to print: the list is empty."));
      return FALSE;
    }
  return check_surface (surface, sink, error);
}

static gboolean
write_batch (const BvCertificateBatch *batch,
             Sink *sink,
             guint *n_pages,
             GPtrArray **findings,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (BvCertificatePainter) painter = bv_certificate_painter_new (batch->options, error);
  g_autoptr (GPtrArray)
    found = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_certificate_finding_free);
  cairo_surface_t *surface = NULL;
  double width = 0.0;
  double height = 0.0;
  guint pages = 0;
  gboolean ok = FALSE;
  if (!painter)
    return FALSE;

  bv_certificate_painter_get_size (painter, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, sink, width, height);
  ok = draw_pages (batch, painter, sink, surface, &pages, found, cancellable, error);
  cairo_surface_destroy (surface);
  if (ok && !flush (sink))
    {
      g_propagate_error (error, g_steal_pointer (&sink->error));
      ok = FALSE;
    }
  if (n_pages)
    *n_pages = pages;
  if (findings)
    *findings = g_steal_pointer (&found);
  return ok;
}

gboolean
bv_certificate_batch_write (const BvCertificateBatch *batch,
                            const char *path,
                            guint *n_pages,
                            GPtrArray **findings,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (BvFileWriter) writer = bv_file_writer_new (path, error);
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  Sink sink = { writer, buffer, NULL };
  gboolean ok = FALSE;
  if (!writer)
    return FALSE;
  ok = write_batch (batch, &sink, n_pages, findings, cancellable, error);
  g_clear_error (&sink.error);
  return ok && bv_file_writer_commit (writer, error);
}

GBytes *
bv_certificate_batch_to_bytes (const BvCertificateBatch *batch,
                               guint *n_pages,
                               GPtrArray **findings,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  Sink sink = { NULL, buffer, NULL };
  if (!write_batch (batch, &sink, n_pages, findings, cancellable, error))
    {
      g_clear_error (&sink.error);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&buffer));
}
