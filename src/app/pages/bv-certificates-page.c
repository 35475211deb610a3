// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * Certificates. Every change of a setting makes the PDF anew on a worker (the one before is
 * cancelled); the preview shows those bytes, and saving writes the same batch to a file.
 */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-certificates-page.h"

#include "base/bv-error.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "compat/bv-file-dialog.h"
#include "dialogs/bv-work.h"
#include "documents/bv-certificates.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "pages/bv-print.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"

#include <glib/gi18n.h>

struct _BvCertificatesPage
{
  BvPage parent_instance;

  /* Template */
  AdwComboRow *decision_row;
  AdwComboRow *template_row;
  AdwComboRow *paper_row;
  AdwComboRow *stock_row;
  GtkWidget *offset_x_row;
  GtkWidget *offset_y_row;
  GtkSpinButton *offset_x;
  GtkSpinButton *offset_y;
  GtkLabel *count_label;
  GtkLabel *part_hint;
  BvListView *lines;
  GtkWidget *findings_box;
  GtkListBox *findings_list;
  BvPreview *preview;

  /* Owned */
  GArray *decision_ids;    /* of gint64, as in the row */
  GPtrArray *template_ids; /* as in the row; NULL first: each award's own */
  GCancellable *reading;
  GCancellable *making;

  /* State */
  gint64 decision_id;
  gint64 wanted_id;
  guint n_pages;
  guint make_source;
  gboolean is_filling;
  gboolean is_making;
};

G_DEFINE_FINAL_TYPE (BvCertificatesPage, bv_certificates_page, BV_TYPE_PAGE)

/* ── What is asked for ─────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 decision_id;
  gint64 *award_ids; /* NULL: the whole list */
  guint n_award_ids;
  char *template_id; /* NULL: each award's own */
  BvPaper paper;
  BvCertificateStock stock;
  double offset_x;
  double offset_y;
  char *path;     /* to be written */
  BvStore *store; /* for work outside a read */
} Batch;

static void
batch_free (Batch *batch)
{
  g_free (batch->award_ids);
  g_free (batch->template_id);
  g_free (batch->path);
  g_clear_object (&batch->store);
  g_free (batch);
}

static Batch *
create_batch (BvCertificatesPage *self)
{
  Batch *batch = g_new0 (Batch, 1);
  g_autoptr (GArray) ids = bv_list_view_get_selected_ids (self->lines);
  guint template_index = adw_combo_row_get_selected (self->template_row);

  batch->decision_id = self->decision_id;
  if (ids->len > 0)
    {
      batch->n_award_ids = ids->len;
      batch->award_ids = g_memdup2 (ids->data, ids->len * sizeof (gint64));
    }
  if (template_index < self->template_ids->len)
    batch->template_id = g_strdup (g_ptr_array_index (self->template_ids, template_index));
  batch->paper = adw_combo_row_get_selected (self->paper_row) == 1 ? BV_PAPER_A3 : BV_PAPER_A4;
  batch->stock = (BvCertificateStock) adw_combo_row_get_selected (self->stock_row);
  if (batch->stock != BV_CERTIFICATE_STOCK_BLANK)
    {
      batch->offset_x = gtk_spin_button_get_value (self->offset_x);
      batch->offset_y = gtk_spin_button_get_value (self->offset_y);
    }
  batch->store = g_object_ref (bv_page_get_store (BV_PAGE (self)));
  return batch;
}

static BvCertificates *
load_batch (BvConnection *connection,
            const Batch *batch,
            BvCertificateOptions *options,
            GError **error)
{
  BvCertificates *certificates = bv_certificates_load (connection, batch->decision_id,
                                                       batch->award_ids, batch->n_award_ids,
                                                       batch->template_id, error);

  if (certificates == NULL)
    return NULL;
  bv_certificates_init_options (certificates, options);
  options->paper = batch->paper;
  options->stock = batch->stock;
  options->offset_x = batch->offset_x;
  options->offset_y = batch->offset_y;
  return certificates;
}

/* ── Preview ───────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  GBytes *pdf;         /* NULL when there are findings */
  GPtrArray *findings; /* of BvCertificateFinding; (nullable) */
  GError *error;       /* what the findings amount to */
  guint n_pages;
  guint n_skipped;
  guint n_revoked;
} Made;

static void
made_free (Made *made)
{
  g_clear_pointer (&made->pdf, g_bytes_unref);
  g_clear_pointer (&made->findings, g_ptr_array_unref);
  g_clear_error (&made->error);
  g_free (made);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Made, made_free)

static gpointer
make_batch (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  BvCertificateOptions options = { 0 };
  g_autoptr (BvCertificates) certificates = load_batch (connection, user_data, &options, error);
  g_autoptr (Made) made = NULL;
  GError *local = NULL;

  if (certificates == NULL)
    return NULL;
  made = g_new0 (Made, 1);
  made->n_pages = bv_certificates_get_n_pages (certificates);
  made->n_skipped = bv_certificates_get_n_skipped (certificates);
  made->n_revoked = bv_certificates_get_n_revoked (certificates);
  made->pdf = bv_certificates_to_bytes (certificates, &options, &made->findings, cancellable,
                                        &local);
  if (made->pdf == NULL && g_error_matches (local, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_FIT))
    made->error = local;
  else if (made->pdf == NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  return g_steal_pointer (&made);
}

static void
update_actions (BvCertificatesPage *self)
{
  gboolean is_ready = self->n_pages > 0 && !self->is_making;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "certificates.save", is_ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "certificates.print", is_ready);
  gtk_widget_set_visible (self->offset_x_row, adw_combo_row_get_selected (self->stock_row) != 0);
  gtk_widget_set_visible (self->offset_y_row, adw_combo_row_get_selected (self->stock_row) != 0);
}

static void
show_findings (BvCertificatesPage *self, GPtrArray *findings)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->findings_list))) != NULL)
    gtk_list_box_remove (self->findings_list, row);
  gtk_widget_set_visible (self->findings_box, findings != NULL && findings->len > 0);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const BvCertificateFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *title = g_markup_printf_escaped ("%u. %s", finding->row, finding->name);
      g_autofree char *subtitle = g_markup_escape_text (finding->message, -1);

      row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "dialog-warning-symbolic");
      gtk_list_box_append (self->findings_list, row);
    }
}

static void
show_count (BvCertificatesPage *self, const Made *made)
{
  g_autoptr (GArray) ids = bv_list_view_get_selected_ids (self->lines);
  g_autofree char *pages = g_strdup_printf (
    ngettext ("%u certificate", "%u certificates", made->n_pages), made->n_pages);
  g_autofree char *text = NULL;

  if (made->n_skipped > 0)
    text = g_strdup_printf (
      /* Translators: first the number of certificates, then how many lines have none. */
      ngettext ("%s; %u line is left out, its award has no certificate.",
                "%s; %u lines are left out, their awards have no certificate.", made->n_skipped),
      pages, made->n_skipped);
  if (made->n_revoked > 0)
    {
      g_autofree char *before = g_strdup (text != NULL ? text : pages);

      g_free (text);
      text = g_strdup_printf (
        /* Translators: first the number of certificates, then how many awards were taken back. */
        ngettext ("%s; %u award was taken back and is left out.",
                  "%s; %u awards were taken back and are left out.", made->n_revoked),
        before, made->n_revoked);
    }
  gtk_label_set_text (self->count_label, text != NULL ? text : pages);
  gtk_label_set_text (self->part_hint, ids->len > 0
                                         ? _ ("Only the selected lines")
                                         : _ ("The whole list; select lines to print a part"));
}

static void
made_cb (gpointer owner, gpointer result, const GError *error)
{
  BvCertificatesPage *self = owner;
  g_autoptr (Made) made = result;

  self->is_making = FALSE;
  bv_preview_set_busy (self->preview, FALSE, NULL);
  if (error != NULL)
    {
      self->n_pages = 0;
      gtk_label_set_text (self->count_label, "");
      show_findings (self, NULL);
      if (g_error_matches (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY))
        {
          bv_preview_set_placeholder (self->preview, "bv-certificates-symbolic",
                                      _ ("Nothing to print"), error->message);
          bv_preview_set_pdf (self->preview, NULL);
        }
      else
        bv_preview_set_error (self->preview, error);
      update_actions (self);
      return;
    }
  show_count (self, made);
  show_findings (self, made->findings);
  self->n_pages = made->pdf != NULL ? made->n_pages : 0;
  if (made->pdf != NULL)
    bv_preview_set_pdf (self->preview, made->pdf);
  else
    bv_preview_set_error (self->preview, made->error);
  update_actions (self);
}

static gboolean
make_cb (gpointer user_data)
{
  BvCertificatesPage *self = user_data;
  BvStore *store = bv_page_get_store (BV_PAGE (self));

  self->make_source = 0;
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  if (store == NULL || self->decision_id == 0)
    {
      self->is_making = FALSE;
      bv_preview_set_busy (self->preview, FALSE, NULL);
      return G_SOURCE_REMOVE;
    }
  self->making = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), store, make_batch, create_batch (self),
                 (GDestroyNotify) batch_free, made_cb, (GDestroyNotify) made_free, self->making);
  return G_SOURCE_REMOVE;
}

/* A moment later, so that a run of clicks makes one PDF. */
static void
queue_making (BvCertificatesPage *self)
{
  if (self->is_filling || bv_page_get_store (BV_PAGE (self)) == NULL)
    return;
  g_clear_handle_id (&self->make_source, g_source_remove);
  self->is_making = self->decision_id != 0;
  bv_preview_set_busy (self->preview, self->is_making, _ ("Making the certificates…"));
  self->make_source = g_timeout_add (150, make_cb, self);
  update_actions (self);
}

/* ── The list of decisions ─────────────────────────────────────────────────────────────────── */

typedef struct
{
  GArray *ids;
  GPtrArray *labels;
} Decisions;

static void
decisions_free (Decisions *decisions)
{
  g_array_unref (decisions->ids);
  g_ptr_array_unref (decisions->labels);
  g_free (decisions);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Decisions, decisions_free)

typedef struct
{
  int year;
  gint64 wanted_id;
} DecisionsAsk;

static gpointer
read_decisions (BvConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  DecisionsAsk *ask = user_data;
  g_autoptr (Decisions) decisions = g_new0 (Decisions, 1);
  g_autoptr (GArray) ids = NULL;
  gboolean has_wanted = ask->wanted_id == 0;

  decisions->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  decisions->labels = g_ptr_array_new_with_free_func (g_free);
  ids = bv_decision_list_ids (connection, ask->year, BV_ORIGIN_MADE, error);
  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    has_wanted |= g_array_index (ids, gint64, i) == ask->wanted_id;
  if (!has_wanted)
    g_array_prepend_val (ids, ask->wanted_id);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (BvDecision) decision = bv_decision_load (connection, id, error);
      g_autofree char *label = NULL;

      if (decision == NULL)
        return NULL;
      label = bv_decision_get_label (decision);
      g_array_append_val (decisions->ids, id);
      g_ptr_array_add (decisions->labels, g_strdup_printf ("%s · %s", label, decision->title));
    }
  return g_steal_pointer (&decisions);
}

static void
show_decision (BvCertificatesPage *self, gint64 id)
{
  if (self->decision_id != id)
    {
      self->decision_id = id;
      bv_list_view_set_store (self->lines, bv_page_get_store (BV_PAGE (self)));
      bv_list_view_requery (self->lines);
    }
  queue_making (self);
}

static void
decisions_read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvCertificatesPage *self = owner;
  g_autoptr (Decisions) decisions = result;
  g_autoptr (GtkStringList) list = NULL;
  guint selected = 0;

  if (error != NULL)
    {
      bv_page_show_error (BV_PAGE (self), error);
      return;
    }
  if (decisions->ids->len == 0)
    {
      self->decision_id = 0;
      bv_page_show_empty (
        BV_PAGE (self), "bv-certificates-symbolic", _ ("No decision to print certificates for"),
        _ ("Certificates are made from the list of a decision. Draft one in the "
           "page Decisions."),
        _ ("Go to _Decisions"), "win.show-page", g_variant_new_string ("decisions"));
      return;
    }
  list = gtk_string_list_new (NULL);
  for (guint i = 0; i < decisions->ids->len; i++)
    {
      gint64 id = g_array_index (decisions->ids, gint64, i);

      gtk_string_list_append (list, g_ptr_array_index (decisions->labels, i));
      if (id == (self->wanted_id != 0 ? self->wanted_id : self->decision_id))
        selected = i;
    }
  self->wanted_id = 0;
  self->is_filling = TRUE;
  g_array_unref (self->decision_ids);
  self->decision_ids = g_array_ref (decisions->ids);
  adw_combo_row_set_model (self->decision_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->decision_row, selected);
  self->is_filling = FALSE;
  bv_page_show_content (BV_PAGE (self));
  show_decision (self, g_array_index (self->decision_ids, gint64, selected));
}

static void
bv_certificates_page_refresh (BvPage *page, const char *const *tables)
{
  BvCertificatesPage *self = BV_CERTIFICATES_PAGE (page);
  DecisionsAsk *ask;

  if (!bv_page_changed_table (tables, "decision", "award", "office_period", "office_file", "signer",
                              NULL))
    return;
  if (tables != NULL && self->decision_id != 0)
    bv_list_view_reload (self->lines);
  ask = g_new0 (DecisionsAsk, 1);
  ask->year = bv_page_get_year (page);
  ask->wanted_id = self->wanted_id;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  bv_page_show_loading (page);
  bv_read_async (G_OBJECT (self), bv_page_get_store (page), read_decisions, ask, g_free,
                 decisions_read_cb, (GDestroyNotify) decisions_free, self->reading);
}

/* ── Lines ─────────────────────────────────────────────────────────────────────────────────── */

static const BvListColumn columns[] = {
  { "name", N_ ("Name"), BV_LIST_COLUMN_TITLE, BV_AWARD_COLUMN_NAME, 0, FALSE, FALSE, NULL },
  { "ledger", N_ ("Ledger no."), BV_LIST_COLUMN_NUMBER, BV_AWARD_COLUMN_LEDGER_NUMBER, 104, FALSE,
    FALSE, NULL },
};

static BvRowSource *
make_source (const char *sort, gboolean descending, gpointer user_data)
{
  BvCertificatesPage *self = user_data;
  BvAwardFilter filter = BV_AWARD_FILTER_ALL;

  filter.decision_id = self->decision_id != 0 ? self->decision_id : -1;
  return bv_award_source (&filter, BV_AWARD_ORDER_LIST);
}

static void
selection_changed_cb (BvCertificatesPage *self)
{
  queue_making (self);
}

static void
decision_selected_cb (BvCertificatesPage *self)
{
  guint selected = adw_combo_row_get_selected (self->decision_row);

  if (!self->is_filling && selected < self->decision_ids->len)
    show_decision (self, g_array_index (self->decision_ids, gint64, selected));
}

static void
option_changed_cb (BvCertificatesPage *self)
{
  update_actions (self);
  queue_making (self);
}

/* ── Save and print ────────────────────────────────────────────────────────────────────────── */

static gboolean
write_work (gpointer data,
            BvProgressFunc progress,
            gpointer progress_data,
            GCancellable *cancellable,
            GError **error)
{
  Batch *batch = data;
  BvCertificateOptions options = { 0 };
  g_autoptr (BvCertificates) certificates = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (batch->store, error);

  if (lease == NULL)
    return FALSE;
  certificates = load_batch (bv_lease_connection (lease), batch, &options, error);
  if (certificates == NULL)
    return FALSE;
  g_clear_pointer (&lease, bv_lease_free);
  return bv_certificates_write (certificates, &options, batch->path, NULL, progress, progress_data,
                                cancellable, error);
}

static void
written_cb (GtkWidget *widget, gpointer data, const GError *error)
{
  Batch *batch = data;

  if (error != NULL)
    bv_toast_error (widget, _ ("The certificates could not be saved"), error);
  else
    bv_toast_file (widget, _ ("The certificates are saved."), batch->path);
}

void
bv_certificates_page_save (BvCertificatesPage *self, const char *path)
{
  Batch *batch;

  g_return_if_fail (BV_IS_CERTIFICATES_PAGE (self) && path != NULL);

  batch = create_batch (self);
  batch->path = g_strdup (path);
  bv_work_run (GTK_WIDGET (self), _ ("Saving the Certificates"), write_work, batch,
               (GDestroyNotify) batch_free, written_cb);
}

static void
path_chosen_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  bv_certificates_page_save (BV_CERTIFICATES_PAGE (widget), path);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_file_dialog_save (widget, _ ("Save the Certificates"), _ ("Certificates.pdf"), BV_FILE_PDF,
                       path_chosen_cb, NULL);
}

typedef struct
{
  BvCertificates *certificates;
  BvCertificateOptions options;
} Printable;

static void
printable_free (Printable *printable)
{
  g_clear_pointer (&printable->certificates, bv_certificates_free);
  g_free (printable);
}

static gpointer
read_printable (BvConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Printable *printable = g_new0 (Printable, 1);

  printable->certificates = load_batch (connection, user_data, &printable->options, error);
  if (printable->certificates == NULL)
    g_clear_pointer (&printable, printable_free);
  return printable;
}

static void
printable_cb (gpointer owner, gpointer result, const GError *error)
{
  Printable *printable = result;
  GtkPrintOperation *operation = NULL;
  g_autoptr (GError) local = NULL;

  if (error == NULL)
    {
      operation = bv_print_certificates_new (g_steal_pointer (&printable->certificates),
                                             &printable->options, _ ("Certificates"), &local);
      printable_free (printable);
    }
  if (operation == NULL)
    bv_toast_error (GTK_WIDGET (owner), _ ("It could not be printed"),
                    error != NULL ? error : local);
  else
    bv_print_run (GTK_WIDGET (owner), operation);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvCertificatesPage *self = BV_CERTIFICATES_PAGE (widget);

  bv_read_async (G_OBJECT (self), bv_page_get_store (BV_PAGE (self)), read_printable,
                 create_batch (self), (GDestroyNotify) batch_free, printable_cb,
                 (GDestroyNotify) printable_free, NULL);
}

static void
whole_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_list_view_select (BV_CERTIFICATES_PAGE (widget)->lines, 0);
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_certificates_page_set_store (BvPage *page, BvStore *store)
{
  BvCertificatesPage *self = BV_CERTIFICATES_PAGE (page);

  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->making);
  g_clear_handle_id (&self->make_source, g_source_remove);
  self->is_making = FALSE;
  bv_preview_set_busy (self->preview, FALSE, NULL);
  self->decision_id = 0;
  self->wanted_id = 0;
  bv_list_view_set_store (self->lines, NULL);
  bv_preview_set_pdf (self->preview, NULL);
}

static gboolean
bv_certificates_page_open_record (BvPage *page, const char *kind, gint64 id)
{
  if (g_strcmp0 (kind, "certificates") != 0)
    return FALSE;
  BV_CERTIFICATES_PAGE (page)->wanted_id = id;
  bv_page_queue_refresh (page);
  return TRUE;
}

static void
fill_templates (BvCertificatesPage *self)
{
  const char *const *ids = bv_certificate_template_list ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_ptr_array_add (self->template_ids, NULL);
  gtk_string_list_append (list, _ ("By the award"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (BvCertificateTemplate) found = bv_certificate_template_built_in (ids[i], NULL);

      if (found == NULL)
        continue;
      g_ptr_array_add (self->template_ids, g_strdup (ids[i]));
      gtk_string_list_append (list, found->title);
    }
  adw_combo_row_set_model (self->template_row, G_LIST_MODEL (list));
}

static gboolean
bv_certificates_page_is_busy (BvPage *page)
{
  BvCertificatesPage *self = BV_CERTIFICATES_PAGE (page);

  return self->is_making || !bv_preview_is_settled (self->preview);
}

static void
bv_certificates_page_dispose (GObject *object)
{
  BvCertificatesPage *self = BV_CERTIFICATES_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_handle_id (&self->make_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_CERTIFICATES_PAGE);

  G_OBJECT_CLASS (bv_certificates_page_parent_class)->dispose (object);
}

static void
bv_certificates_page_finalize (GObject *object)
{
  BvCertificatesPage *self = BV_CERTIFICATES_PAGE (object);

  g_array_unref (self->decision_ids);
  g_ptr_array_unref (self->template_ids);

  G_OBJECT_CLASS (bv_certificates_page_parent_class)->finalize (object);
}

static void
bv_certificates_page_class_init (BvCertificatesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  object_class->dispose = bv_certificates_page_dispose;
  object_class->finalize = bv_certificates_page_finalize;
  page_class->set_store = bv_certificates_page_set_store;
  page_class->refresh = bv_certificates_page_refresh;
  page_class->is_busy = bv_certificates_page_is_busy;
  page_class->open_record = bv_certificates_page_open_record;

  gtk_widget_class_install_action (widget_class, "certificates.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "certificates.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "certificates.whole-list", NULL,
                                   whole_list_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "certificates.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "certificates.print", NULL);

  g_type_ensure (BV_TYPE_LIST_VIEW);
  g_type_ensure (BV_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-certificates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, decision_row);
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, template_row);
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, paper_row);
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, stock_row);
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, offset_x_row);
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, offset_y_row);
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, offset_x);
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, offset_y);
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, part_hint);
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, lines);
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, findings_box);
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, findings_list);
  gtk_widget_class_bind_template_child (widget_class, BvCertificatesPage, preview);
  gtk_widget_class_bind_template_callback (widget_class, decision_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
}

static void
bv_certificates_page_init (BvCertificatesPage *self)
{
  self->decision_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->template_ids = g_ptr_array_new_with_free_func (g_free);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_templates (self);
  bv_list_view_set_columns (self->lines, "certificate-lines", _ ("Lines of the decision"), columns,
                            G_N_ELEMENTS (columns));
  bv_list_view_set_multiple (self->lines, TRUE);
  bv_list_view_set_source_func (self->lines, make_source, self);
  self->is_filling = FALSE;
  update_actions (self);
}

BvPreview *
bv_certificates_page_get_preview (BvCertificatesPage *self)
{
  g_return_val_if_fail (BV_IS_CERTIFICATES_PAGE (self), NULL);

  return self->preview;
}
