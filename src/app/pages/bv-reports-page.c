// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * The annual report. What is chosen stands in a form; half a moment after the last change the paper is
 * built and laid out on a worker, and the preview shows its PDF.
 */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-reports-page.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "dialogs/bv-document-save.h"
#include "documents/bv-annual-report.h"
#include "office/bv-signer.h"
#include "pages/bv-print.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

struct _BvReportsPage
{
  BvPage parent_instance;

  /* Template */
  AdwBin *form_bin;
  BvPreview *preview;

  /* Owned */
  GCancellable *reading;
  GCancellable *making;
  GBytes *pdf;

  /* Borrowed */
  BvForm *form; /* of form_bin */

  /* State */
  guint make_source;
  gboolean is_making;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BvReportsPage, bv_reports_page, BV_TYPE_PAGE)

/* ── What is asked for ─────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvAnnualReport options; /* borrows from the members below */
  char *from_date;
  char *to_date;
  char *number;
  char *date;
  char *direction;
  GStrv recipients;
} Ask;

static void
ask_free (Ask *ask)
{
  g_free (ask->from_date);
  g_free (ask->to_date);
  g_free (ask->number);
  g_free (ask->date);
  g_free (ask->direction);
  g_strfreev (ask->recipients);
  g_free (ask);
}

static Ask *
create_ask (BvReportsPage *self)
{
  Ask *ask = g_new0 (Ask, 1);
  g_autofree char *period = bv_form_get_text (self->form, "period");
  g_autofree char *recipients = bv_form_get_text (self->form, "recipients");

  ask->options.year = bv_page_get_year (BV_PAGE (self));
  if (g_str_equal (period, "free"))
    {
      ask->from_date = bv_form_get_text_or_null (self->form, "from_date");
      ask->to_date = bv_form_get_text_or_null (self->form, "to_date");
    }
  /* A free period has two ends; until both are typed it is the year. */
  if (ask->from_date != NULL && ask->to_date != NULL)
    {
      ask->options.from_date = ask->from_date;
      ask->options.to_date = ask->to_date;
    }
  ask->number = bv_form_get_text_or_null (self->form, "number");
  ask->options.number = ask->number;
  ask->date = bv_form_get_text_or_null (self->form, "date");
  ask->options.date = ask->date;
  ask->options.signer_id = bv_form_get_int (self->form, "signer_id");
  ask->direction = bv_form_get_text_or_null (self->form, "direction");
  ask->options.direction = ask->direction;
  if (*recipients != '\0')
    ask->recipients = g_strsplit (recipients, "\n", -1);
  ask->options.recipients = (const char *const *) ask->recipients;
  return ask;
}

/* ── Preview ───────────────────────────────────────────────────────────────────────────────── */

static BvDocument *
build (BvConnection *connection, gpointer data, GError **error)
{
  return bv_annual_report_build (connection, &((const Ask *) data)->options, error);
}

static gpointer
make_report (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (BvDocument) document = build (connection, user_data, error);

  if (document == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return bv_document_to_pdf (document, error);
}

static void
update_actions (BvReportsPage *self)
{
  gboolean is_ready = self->pdf != NULL && !self->is_making;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.save", is_ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.print", is_ready);
}

static void
made_cb (gpointer owner, gpointer result, const GError *error)
{
  BvReportsPage *self = owner;

  self->is_making = FALSE;
  bv_preview_set_busy (self->preview, FALSE, NULL);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  self->pdf = result;
  if (error != NULL && g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
    bv_page_show_empty (BV_PAGE (self), "bv-reports-symbolic", _ ("The office is not set up yet"),
                        error->message, NULL, NULL, NULL);
  else
    bv_page_show_content (BV_PAGE (self));
  if (error != NULL)
    bv_preview_set_error (self->preview, error);
  else
    bv_preview_set_pdf (self->preview, self->pdf);
  update_actions (self);
}

static gboolean
make_cb (gpointer user_data)
{
  BvReportsPage *self = user_data;
  BvStore *store = bv_page_get_store (BV_PAGE (self));

  self->make_source = 0;
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  if (store == NULL)
    return G_SOURCE_REMOVE;
  self->making = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), store, make_report, create_ask (self), (GDestroyNotify) ask_free,
                 made_cb, (GDestroyNotify) g_bytes_unref, self->making);
  return G_SOURCE_REMOVE;
}

static void
queue_making (BvReportsPage *self, guint delay)
{
  if (bv_page_get_store (BV_PAGE (self)) == NULL)
    return;
  g_clear_handle_id (&self->make_source, g_source_remove);
  self->is_making = TRUE;
  bv_preview_set_busy (self->preview, TRUE, _ ("Making the report…"));
  self->make_source = g_timeout_add (delay, make_cb, self);
  update_actions (self);
}

/* ── The form ──────────────────────────────────────────────────────────────────────────────── */

static void
form_changed_cb (BvForm *form, const char *field, BvReportsPage *self)
{
  if (g_strcmp0 (field, "period") == 0)
    {
      g_autofree char *period = bv_form_get_text (form, "period");
      gboolean is_free = g_str_equal (period, "free");

      bv_form_set_visible (form, "from_date", is_free);
      bv_form_set_visible (form, "to_date", is_free);
    }
  if (!self->is_filling)
    queue_making (self, 450);
}

static void
add_signers (BvReportsPage *self, BvForm *form, GPtrArray *signers)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (codes, g_strdup ("0"));
  g_ptr_array_add (labels, g_strdup (_ ("The usual one")));
  for (guint i = 0; i < signers->len; i++)
    {
      const BvSigner *signer = g_ptr_array_index (signers, i);
      g_auto (GStrv)
        lines = bv_signature_lines (signer->prefix, signer->on_behalf_of, signer->post);
      g_autofree char *post = g_strjoinv (", ", lines);

      g_ptr_array_add (codes, g_strdup_printf ("%" G_GINT64_FORMAT, signer->id));
      g_ptr_array_add (labels, g_strdup_printf ("%s – %s", signer->name, post));
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_combo (form, "signer_id", _ ("_Signer"), (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
}

/* The form is made anew when signers come or go; what was typed is carried over. */
static void
make_form (BvReportsPage *self, GPtrArray *signers)
{
  const char *const fields[] = { "period", "from_date", "to_date",    "number",
                                 "date",   "direction", "recipients", "signer_id" };
  const char *const period_codes[] = { "year", "free", NULL };
  const char *const period_labels[] = { _ ("The whole year"), _ ("From day to day"), NULL };
  BvForm *old = self->form;
  BvForm *form = BV_FORM (bv_form_new ());

  self->is_filling = TRUE;
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_combo (form, "period", _ ("_Period"), period_codes, period_labels);
  bv_form_add_date (form, "from_date", _ ("_From"), FALSE);
  bv_form_add_date (form, "to_date", _ ("_To"), FALSE);
  bv_form_add_text (form, "number", _ ("_Number"));
  bv_form_set_hint (form, "number", _ ("Empty: left to the pen"));
  bv_form_add_date (form, "date", _ ("_Date of the paper"), FALSE);
  bv_form_set_hint (form, "date", _ ("Empty: today"));
  add_signers (self, form, signers);
  bv_form_add_section (form, _ ("Text"), NULL);
  bv_form_add_paragraph (form, "direction", _ ("_Next year's direction and tasks"));
  bv_form_add_paragraph (form, "recipients", _ ("_Recipients, one a line"));

  for (guint i = 0; old != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = bv_form_get_text (old, fields[i]);

      bv_form_set_text (form, fields[i], value);
    }
  if (old == NULL)
    {
      bv_form_set_text (form, "period", "year");
      bv_form_set_int (form, "signer_id", 0);
    }
  {
    g_autofree char *period = bv_form_get_text (form, "period");
    gboolean is_free = g_str_equal (period, "free");

    bv_form_set_visible (form, "from_date", is_free);
    bv_form_set_visible (form, "to_date", is_free);
  }
  g_signal_connect_object (form, "changed", G_CALLBACK (form_changed_cb), self, 0);
  self->form = form;
  adw_bin_set_child (self->form_bin, GTK_WIDGET (form));
  self->is_filling = FALSE;
}

static gpointer
read_signers (BvConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  return bv_signer_list (connection, error);
}

static void
signers_read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvReportsPage *self = owner;
  g_autoptr (GPtrArray) signers = result;

  if (error != NULL)
    {
      bv_page_show_error (BV_PAGE (self), error);
      return;
    }
  make_form (self, signers);
  queue_making (self, 0);
}

static void
bv_reports_page_refresh (BvPage *page, const char *const *tables)
{
  BvReportsPage *self = BV_REPORTS_PAGE (page);

  if (tables != NULL && self->form != NULL && !bv_page_changed_table (tables, "signer", NULL))
    {
      queue_making (self, 50);
      return;
    }
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  bv_page_show_loading (page);
  bv_read_async (G_OBJECT (self), bv_page_get_store (page), read_signers, NULL, NULL,
                 signers_read_cb, (GDestroyNotify) g_ptr_array_unref, self->reading);
}

/* ── Save and print ────────────────────────────────────────────────────────────────────────── */

void
bv_reports_page_save (BvReportsPage *self, const char *path)
{
  BvDocumentSaveWords words = {
    .working = _ ("Saving the Report"),
    .failed = _ ("The report could not be saved"),
    .saved = _ ("The report is saved."),
  };

  g_return_if_fail (BV_IS_REPORTS_PAGE (self) && path != NULL);

  bv_document_save_run (GTK_WIDGET (self), bv_page_get_store (BV_PAGE (self)), path, &words, build,
                        create_ask (self), (GDestroyNotify) ask_free);
}

static void
path_chosen_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  bv_reports_page_save (BV_REPORTS_PAGE (widget), path);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *format = g_variant_get_string (parameter, NULL);
  /* Translators: file name of the report of year %d, without its ending. */
  g_autofree char *stem = g_strdup_printf (_ ("Report %d"), bv_page_get_year (BV_PAGE (widget)));

  bv_document_save_ask (widget, _ ("Save the Report"), stem, format, path_chosen_cb);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvReportsPage *self = BV_REPORTS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = g_strdup_printf (_ ("Report %d"), bv_page_get_year (BV_PAGE (widget)));
  GtkPrintOperation *operation = bv_print_pdf_new (self->pdf, title, &error);

  if (operation != NULL)
    bv_print_run (widget, operation);
  else
    bv_toast_error (widget, _ ("It could not be printed"), error);
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_reports_page_set_store (BvPage *page, BvStore *store)
{
  BvReportsPage *self = BV_REPORTS_PAGE (page);

  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->making);
  g_clear_handle_id (&self->make_source, g_source_remove);
  self->is_making = FALSE;
  bv_preview_set_busy (self->preview, FALSE, NULL);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  bv_preview_set_pdf (self->preview, NULL);
  /* What was typed belongs to the other file. */
  self->form = NULL;
  adw_bin_set_child (self->form_bin, NULL);
  update_actions (self);
}

static gboolean
bv_reports_page_is_busy (BvPage *page)
{
  BvReportsPage *self = BV_REPORTS_PAGE (page);

  return self->is_making || !bv_preview_is_settled (self->preview);
}

static void
bv_reports_page_dispose (GObject *object)
{
  BvReportsPage *self = BV_REPORTS_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_handle_id (&self->make_source, g_source_remove);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  self->form = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_REPORTS_PAGE);

  G_OBJECT_CLASS (bv_reports_page_parent_class)->dispose (object);
}

static void
bv_reports_page_class_init (BvReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_reports_page_dispose;
  page_class->set_store = bv_reports_page_set_store;
  page_class->refresh = bv_reports_page_refresh;
  page_class->is_busy = bv_reports_page_is_busy;

  gtk_widget_class_install_action (widget_class, "reports.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "reports.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "reports.save",
                                       "s", "pdf");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "reports.print",
                                       NULL);

  g_type_ensure (BV_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvReportsPage, form_bin);
  gtk_widget_class_bind_template_child (widget_class, BvReportsPage, preview);
}

static void
bv_reports_page_init (BvReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_preview_view_set_fit (bv_preview_get_view (self->preview), BV_PREVIEW_FIT_WIDTH);
  update_actions (self);
}

BvPreview *
bv_reports_page_get_preview (BvReportsPage *self)
{
  g_return_val_if_fail (BV_IS_REPORTS_PAGE (self), NULL);

  return self->preview;
}
