// SPDX-License-Identifier: GPL-3.0-or-later
/* Choosing a subject by typing. */

#define G_LOG_DOMAIN "bangvang"

#include "widgets/bv-subject-chooser.h"

#include "office/bv-register.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"

#include <glib/gi18n.h>

struct _BvSubjectChooser
{
  AdwWindow parent_instance;

  /* Template */
  GtkSearchEntry *entry;
  BvListView *list;

  /* Owned */
  GWeakRef parent;

  /* State */
  BvSubjectChosenFunc chosen;
  gpointer user_data;
  int kind;
};

G_DEFINE_FINAL_TYPE (BvSubjectChooser, bv_subject_chooser, ADW_TYPE_WINDOW)

static const BvListColumn columns[] = {
  { "name", N_ ("Name"), BV_LIST_COLUMN_TEXT, BV_SUBJECTS_COLUMN_NAME, 0 },
  { "detail", N_ ("Unit, address"), BV_LIST_COLUMN_TEXT, BV_SUBJECTS_COLUMN_DETAIL, 280 },
};

static BvRowSource *
make_source (const char *sort, gboolean descending, gpointer user_data)
{
  BvSubjectChooser *self = user_data;
  return bv_register_subjects_source (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                      self->kind);
}

static void
choose (BvSubjectChooser *self, gint64 id)
{
  BvRowList *rows = bv_list_view_get_rows (self->list);
  guint position = bv_row_list_find (rows, id);
  if (position == G_MAXUINT)
    return;
  g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (rows), position);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&self->parent);
  if (parent != NULL && self->chosen != NULL)
    self->chosen (parent, id, bv_row_get_text (row, BV_SUBJECTS_COLUMN_NAME), self->user_data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvSubjectChooser *self = BV_SUBJECT_CHOOSER (widget);
  gint64 id = bv_list_view_get_selected (self->list);
  if (id != 0)
    choose (self, id);
}

static void
list_activate_cb (BvListView *list, gint64 id, BvSubjectChooser *self)
{
  choose (self, id);
}

static void
search_changed_cb (BvSubjectChooser *self)
{
  bv_list_view_requery (self->list);
}

static void
entry_activate_cb (BvSubjectChooser *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "chooser.choose", NULL);
}

/* Down leads from the entry into the list. */
static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint keyval,
              guint keycode,
              GdkModifierType state,
              BvSubjectChooser *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return GDK_EVENT_STOP;
}

static void
bv_subject_chooser_dispose (GObject *object)
{
  BvSubjectChooser *self = BV_SUBJECT_CHOOSER (object);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_SUBJECT_CHOOSER);
  G_OBJECT_CLASS (bv_subject_chooser_parent_class)->dispose (object);
}

static void
bv_subject_chooser_finalize (GObject *object)
{
  g_weak_ref_clear (&BV_SUBJECT_CHOOSER (object)->parent);
  G_OBJECT_CLASS (bv_subject_chooser_parent_class)->finalize (object);
}

static void
bv_subject_chooser_class_init (BvSubjectChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = bv_subject_chooser_dispose;
  object_class->finalize = bv_subject_chooser_finalize;
  g_type_ensure (BV_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-subject-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, BvSubjectChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, BvSubjectChooser, list);
  gtk_widget_class_install_action (widget_class, "chooser.choose", NULL, choose_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_subject_chooser_init (BvSubjectChooser *self)
{
  g_weak_ref_init (&self->parent, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_list_view_set_columns (self->list, "chooser", _ ("Matches"), columns, G_N_ELEMENTS (columns));
  bv_list_view_set_source_func (self->list, make_source, self);
  bv_list_view_set_autoselect (self->list, TRUE);
  g_signal_connect (self->list, "activate", G_CALLBACK (list_activate_cb), self);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

BvSubjectChooser *
bv_subject_chooser_present (GtkWidget *parent,
                            const char *title,
                            BvStore *store,
                            int kind,
                            BvSubjectChosenFunc chosen,
                            gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  BvSubjectChooser *self = g_object_new (BV_TYPE_SUBJECT_CHOOSER, "title", title, "transient-for",
                                         GTK_IS_WINDOW (root) ? root : NULL, NULL);
  g_weak_ref_set (&self->parent, parent);
  self->kind = kind;
  self->chosen = chosen;
  self->user_data = user_data;
  bv_list_view_set_store (self->list, store);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return self;
}
