// SPDX-License-Identifier: GPL-3.0-or-later
/* Print operations. Pages are drawn on the main thread, as GTK asks for them; Poppler is called under
 * the lock that the preview's thread holds while it draws. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-print.h"

#include "base/bv-error.h"
#include "bv-toast.h"
#include "widgets/bv-preview-document.h"

#include <glib/gi18n.h>

/* The printer chosen last, for the next paper of the session. Main thread. */
static GtkPrintSettings *last_settings;

typedef struct
{
  BvCertificates *certificates;
  BvCertificatePainter *painter;
} CertificateJob;

static void
certificate_job_free (CertificateJob *job)
{
  g_clear_pointer (&job->painter, bv_certificate_painter_free);
  g_clear_pointer (&job->certificates, bv_certificates_free);
  g_free (job);
}

static void
draw_certificate_cb (GtkPrintOperation *operation,
                     GtkPrintContext *context,
                     int page,
                     CertificateJob *job)
{
  BvCertificate certificate;
  g_autoptr (GError) error = NULL;

  bv_certificates_get (job->certificates, (guint) page, &certificate);
  if (!bv_certificate_painter_draw (job->painter, gtk_print_context_get_cairo_context (context),
                                    &certificate, &error))
    {
      g_object_set_data_full (G_OBJECT (operation), "bv-error", g_error_copy (error),
                              (GDestroyNotify) g_error_free);
      gtk_print_operation_cancel (operation);
    }
}

static GtkPrintOperation *
create_operation (const char *job_name, guint n_pages, double width, double height)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  gboolean is_landscape = width > height;
  double narrow = MIN (width, height), wide = MAX (width, height);
  g_autoptr (GtkPaperSize) paper = NULL;

  /* A sheet of the name that the printer knows, where it is one. */
  if (ABS (narrow - 595.28) < 2 && ABS (wide - 841.89) < 2)
    paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  else if (ABS (narrow - 841.89) < 2 && ABS (wide - 1190.55) < 2)
    paper = gtk_paper_size_new (GTK_PAPER_NAME_A3);
  else
    paper = gtk_paper_size_new_custom ("bangvang", job_name, narrow, wide, GTK_UNIT_POINTS);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, is_landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                      : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) n_pages);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, job_name);
  return operation;
}

GtkPrintOperation *
bv_print_certificates_new (BvCertificates *certificates,
                           const BvCertificateOptions *options,
                           const char *job_name,
                           GError **error)
{
  CertificateJob *job;
  GtkPrintOperation *operation;
  double width, height;

  g_return_val_if_fail (certificates != NULL && options != NULL, NULL);

  job = g_new0 (CertificateJob, 1);
  job->certificates = certificates;
  job->painter = bv_certificate_painter_new (options, error);
  if (job->painter == NULL)
    {
      certificate_job_free (job);
      return NULL;
    }
  bv_certificate_painter_get_size (job->painter, &width, &height);
  operation = create_operation (job_name, bv_certificates_get_n_pages (certificates), width,
                                height);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_certificate_cb), job,
                         (GClosureNotify) (void (*) (void)) certificate_job_free, 0);
  return operation;
}

static void
draw_pdf_cb (GtkPrintOperation *operation,
             GtkPrintContext *context,
             int page,
             BvPreviewDocument *document)
{
  bv_preview_document_draw (document, (guint) page, gtk_print_context_get_cairo_context (context));
}

/* The pages of a paper may lie across in a part of it. */
static void
page_setup_cb (GtkPrintOperation *operation,
               GtkPrintContext *context,
               int page,
               GtkPageSetup *setup,
               BvPreviewDocument *document)
{
  double width, height;

  bv_preview_document_get_page_size (document, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

GtkPrintOperation *
bv_print_pdf_new (GBytes *pdf, const char *job_name, GError **error)
{
  BvPreviewDocument *document;
  GtkPrintOperation *operation;
  double width, height;

  g_return_val_if_fail (pdf != NULL, NULL);

  document = bv_preview_document_open (pdf, error);
  if (document == NULL)
    return NULL;
  bv_preview_document_get_page_size (document, 0, &width, &height);
  operation = create_operation (job_name, bv_preview_document_get_n_pages (document), width,
                                height);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (page_setup_cb), document);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_pdf_cb), document,
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return operation;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *widget)
{
  g_autoptr (GError) error = NULL;
  const GError *own = g_object_get_data (G_OBJECT (operation), "bv-error");

  if (own != NULL)
    bv_toast_error (widget, _ ("It could not be printed"), own);
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      bv_toast_error (widget, _ ("It could not be printed"), error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
      bv_toast_message (widget, _ ("Sent to the printer."));
    }
}

void
bv_print_run (GtkWidget *widget, GtkPrintOperation *operation)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (last_settings != NULL)
    gtk_print_operation_set_print_settings (operation, last_settings);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), widget, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
  g_object_unref (operation);
}
