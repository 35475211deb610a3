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
#include "documents/bv-annual-report.h"
#include "office/bv-signer.h"
#include "pages/bv-paper-buttons.h"
#include "pages/bv-paper-view.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

#define TYPING_PAUSE 450 /* ms until the report is made anew */

struct _BvReportsPage
{
  BvPage parent_instance;

  /* Template */
  AdwBin *form_bin;
  BvPaperView *view;

  /* Owned */
  GCancellable *reading;

  /* Borrowed */
  BvForm *form; /* of form_bin */

  /* State */
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

static void
made_cb (BvReportsPage *self)
{
  const GError *error = bv_paper_view_get_error (self->view);

  if (error != NULL && g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
    bv_page_show_empty (BV_PAGE (self), "bv-reports-symbolic", _ ("The office is not set up yet"),
                        error->message, NULL, NULL, NULL);
  else
    bv_page_show_content (BV_PAGE (self));
}

static void
show_report (BvReportsPage *self, guint pause)
{
  BvStore *store = bv_page_get_store (BV_PAGE (self));
  /* Translators: file name of the report of year %d, without its ending. */
  g_autofree char *name = g_strdup_printf (_ ("Report %d"), bv_page_get_year (BV_PAGE (self)));

  if (store != NULL)
    bv_paper_view_set_paper (self->view, store, build, create_ask (self), (GDestroyNotify) ask_free,
                             name, pause);
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
    show_report (self, TYPING_PAUSE);
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
  show_report (self, 0);
}

static void
bv_reports_page_refresh (BvPage *page, const char *const *tables)
{
  BvReportsPage *self = BV_REPORTS_PAGE (page);

  if (tables != NULL && self->form != NULL && !bv_page_changed_table (tables, "signer", NULL))
    {
      show_report (self, 50);
      return;
    }
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  bv_page_show_loading (page);
  bv_read_async (G_OBJECT (self), bv_page_get_store (page), read_signers, NULL, NULL,
                 signers_read_cb, (GDestroyNotify) g_ptr_array_unref, self->reading);
}

void
bv_reports_page_save (BvReportsPage *self, const char *path)
{
  g_return_if_fail (BV_IS_REPORTS_PAGE (self) && path != NULL);

  bv_paper_view_save (self->view, path);
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_reports_page_set_store (BvPage *page, BvStore *store)
{
  BvReportsPage *self = BV_REPORTS_PAGE (page);

  g_cancellable_cancel (self->reading);
  bv_paper_view_set_paper (self->view, NULL, build, NULL, NULL, NULL, 0);
  /* What was typed belongs to the other file. */
  self->form = NULL;
  adw_bin_set_child (self->form_bin, NULL);
}

static gboolean
bv_reports_page_is_busy (BvPage *page)
{
  BvReportsPage *self = BV_REPORTS_PAGE (page);

  return !bv_paper_view_is_settled (self->view);
}

static void
bv_reports_page_dispose (GObject *object)
{
  BvReportsPage *self = BV_REPORTS_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
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

  g_type_ensure (BV_TYPE_PAPER_VIEW);
  g_type_ensure (BV_TYPE_PAPER_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvReportsPage, form_bin);
  gtk_widget_class_bind_template_child (widget_class, BvReportsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, made_cb);
}

static void
bv_reports_page_init (BvReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_paper_view_offer_actions (self->view, GTK_WIDGET (self));
}

BvPreview *
bv_reports_page_get_preview (BvReportsPage *self)
{
  g_return_val_if_fail (BV_IS_REPORTS_PAGE (self), NULL);

  return bv_paper_view_get_preview (self->view);
}
