// SPDX-License-Identifier: GPL-3.0-or-later
/* Certificates of initiatives. Every change of a setting makes the PDF anew; what is in sight is printed and saved. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-initiative-certificates.h"

#include "compat/bv-accessible.h"
#include "documents/bv-certificates.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

#define CLICK_PAUSE 150 /* ms: a run of clicks makes one PDF */

struct _BvInitiativeCertificatesWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkDropDown *paper;
  GtkDropDown *stock;
  GtkWidget *offsets;
  GtkSpinButton *offset_x;
  GtkSpinButton *offset_y;
  BvPaperView *view;

  /* Owned */
  BvStore *store;

  /* State */
  gint64 initiative_id;
  gint64 session_id;
};

G_DEFINE_FINAL_TYPE (BvInitiativeCertificatesWindow,
                     bv_initiative_certificates_window,
                     ADW_TYPE_WINDOW)

typedef struct
{
  BvInitiativeCertificates wanted;
  BvPaper paper;
  BvCertificateStock stock;
  double offset_x;
  double offset_y;
} Ask;

static GBytes *
make_pdf (BvConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const Ask *ask = data;
  BvCertificateOptions options = { 0 };
  g_autoptr (BvCertificates)
    certificates = bv_certificates_load_initiatives (connection, &ask->wanted, error);

  if (certificates == NULL)
    return NULL;
  bv_certificates_init_options (certificates, &options);
  options.paper = ask->paper;
  options.stock = ask->stock;
  options.offset_x = ask->offset_x;
  options.offset_y = ask->offset_y;
  return bv_certificates_to_bytes (certificates, &options, NULL, cancellable, error);
}

static void
show_certificates (BvInitiativeCertificatesWindow *self, guint pause)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->wanted.initiative_id = self->initiative_id;
  ask->wanted.session_id = self->session_id;
  ask->paper = gtk_drop_down_get_selected (self->paper) == 1 ? BV_PAPER_A3 : BV_PAPER_A4;
  ask->stock = (BvCertificateStock) gtk_drop_down_get_selected (self->stock);
  /* A printer is calibrated for paper that bears something already. */
  if (ask->stock != BV_CERTIFICATE_STOCK_BLANK)
    {
      ask->offset_x = gtk_spin_button_get_value (self->offset_x);
      ask->offset_y = gtk_spin_button_get_value (self->offset_y);
    }
  gtk_widget_set_visible (self->offsets, ask->stock != BV_CERTIFICATE_STOCK_BLANK);
  bv_paper_view_set_pdf (self->view, self->store, make_pdf, ask, g_free,
                         _ ("Certificates of initiatives"), pause);
}

static void
option_changed_cb (BvInitiativeCertificatesWindow *self)
{
  if (self->store != NULL)
    show_certificates (self, CLICK_PAUSE);
}

static void
bv_initiative_certificates_window_dispose (GObject *object)
{
  BvInitiativeCertificatesWindow *self = BV_INITIATIVE_CERTIFICATES_WINDOW (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_INITIATIVE_CERTIFICATES_WINDOW);

  G_OBJECT_CLASS (bv_initiative_certificates_window_parent_class)->dispose (object);
}

static void
bv_initiative_certificates_window_class_init (BvInitiativeCertificatesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_initiative_certificates_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (BV_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/vn/bangvang/BangVang/bv-initiative-certificates.ui");
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeCertificatesWindow, paper);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeCertificatesWindow, stock);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeCertificatesWindow, offsets);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeCertificatesWindow, offset_x);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeCertificatesWindow, offset_y);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativeCertificatesWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
}

static void
bv_initiative_certificates_window_init (BvInitiativeCertificatesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_accessible_name_buttons (GTK_WIDGET (self));
  bv_paper_view_offer_actions (self->view, GTK_WIDGET (self));
  /* A sheet that lies across is looked at whole. */
  bv_preview_view_set_fit (bv_preview_get_view (bv_paper_view_get_preview (self->view)),
                           BV_PREVIEW_FIT_PAGE);
}

BvInitiativeCertificatesWindow *
bv_initiative_certificates_present (GtkWidget *parent,
                                    BvStore *store,
                                    gint64 initiative_id,
                                    gint64 session_id)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  BvInitiativeCertificatesWindow *self = g_object_new (BV_TYPE_INITIATIVE_CERTIFICATES_WINDOW,
                                                       "transient-for",
                                                       GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->store = g_object_ref (store);
  self->initiative_id = initiative_id;
  self->session_id = session_id;
  g_signal_connect_object (store, "changed", G_CALLBACK (bv_paper_view_refresh), self->view,
                           G_CONNECT_SWAPPED);
  show_certificates (self, 0);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

BvPaperView *
bv_initiative_certificates_get_view (BvInitiativeCertificatesWindow *self)
{
  g_return_val_if_fail (BV_IS_INITIATIVE_CERTIFICATES_WINDOW (self), NULL);

  return self->view;
}
