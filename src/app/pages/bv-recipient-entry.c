// SPDX-License-Identifier: GPL-3.0-or-later
/* A search entry over the whole register with its matches in a popover. The popover does not take the
 * focus, so that typing goes on. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-recipient-entry.h"

#include "office/bv-register.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

#define MAX_SHOWN_HEIGHT 320

struct _BvRecipientEntry
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *stack;
  GtkWidget *list;
  BvStore *store;
  BvRowList *rows;
  GtkSingleSelection *selection;

  /* State */
  gboolean takes_first; /* Enter came before the matches */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvRecipientEntry, bv_recipient_entry, GTK_TYPE_WIDGET)

static const char *
get_text (BvRecipientEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static const char *
get_icon_name (int kind)
{
  return kind == BV_SUBJECT_UNIT        ? "system-users-symbolic"
         : kind == BV_SUBJECT_HOUSEHOLD ? "user-home-symbolic"
                                        : "avatar-default-symbolic";
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), detail);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  BvRow *row = gtk_list_item_get_item (item);
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *name = gtk_widget_get_first_child (gtk_widget_get_next_sibling (image));
  const char *detail = bv_row_get_text (row, BV_SUBJECTS_COLUMN_DETAIL);

  gtk_image_set_from_icon_name (
    GTK_IMAGE (image), get_icon_name ((int) bv_row_get_int (row, BV_SUBJECTS_COLUMN_KIND)));
  gtk_label_set_text (GTK_LABEL (name), bv_row_get_text (row, BV_SUBJECTS_COLUMN_NAME));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), detail);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (name), *detail != '\0');
}

static void
choose (BvRecipientEntry *self, guint position)
{
  g_autoptr (BvRow) row = NULL;
  g_autofree char *name = NULL;
  gint64 id;

  if (self->rows == NULL)
    return;
  row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  if (row == NULL)
    return;
  id = bv_row_get_id (row);
  name = g_strdup (bv_row_get_text (row, BV_SUBJECTS_COLUMN_NAME));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (self->entry);
  g_signal_emit (self, signals[CHOSEN], 0, id, name);
}

static void
activate_row_cb (GtkListView *list, guint position, BvRecipientEntry *self)
{
  choose (self, position);
}

static void
show_matches (BvRecipientEntry *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (*get_text (self) == '\0')
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "matches" : "none");
  gtk_widget_set_size_request (self->popover, MAX (gtk_widget_get_width (GTK_WIDGET (self)), 320),
                               -1);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
loaded_cb (BvRecipientEntry *self)
{
  gboolean takes_first = self->takes_first;

  self->takes_first = FALSE;
  if (takes_first && *get_text (self) != '\0'
      && g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    choose (self, 0);
  else
    show_matches (self);
}

static void
search_cb (BvRecipientEntry *self)
{
  const char *text = get_text (self);

  if (self->store == NULL)
    return;
  if (*text == '\0')
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }
  if (self->rows == NULL)
    {
      self->rows = bv_row_list_new (self->store, bv_register_subjects_source (text, 0));
      g_signal_connect_swapped (self->rows, "loaded", G_CALLBACK (loaded_cb), self);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
    }
  else
    bv_row_list_set_source (self->rows, bv_register_subjects_source (text, 0));
}

static void
activate_cb (BvRecipientEntry *self)
{
  if (*get_text (self) == '\0' || self->store == NULL)
    return;
  if (self->rows == NULL || bv_row_list_is_loading (self->rows)
      || !gtk_widget_get_visible (self->popover))
    {
      self->takes_first = TRUE;
      search_cb (self);
    }
  else
    choose (self, gtk_single_selection_get_selected (self->selection));
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        BvRecipientEntry *self)
{
  guint n = self->rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (!gtk_widget_get_visible (self->popover) || n == 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    gtk_single_selection_set_selected (self->selection, MIN (selected + 1, n - 1));
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    gtk_single_selection_set_selected (self->selection, selected > 0 ? selected - 1 : 0);
  else if (key == GDK_KEY_Escape)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
bv_recipient_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvRecipientEntry *self = BV_RECIPIENT_ENTRY (widget);

  gtk_widget_allocate (self->entry, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
bv_recipient_entry_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  gtk_widget_measure (BV_RECIPIENT_ENTRY (widget)->entry, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static gboolean
bv_recipient_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BV_RECIPIENT_ENTRY (widget)->entry);
}

static void
bv_recipient_entry_dispose (GObject *object)
{
  BvRecipientEntry *self = BV_RECIPIENT_ENTRY (object);

  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bv_recipient_entry_parent_class)->dispose (object);
}

static void
bv_recipient_entry_class_init (BvRecipientEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_recipient_entry_dispose;
  widget_class->size_allocate = bv_recipient_entry_size_allocate;
  widget_class->measure = bv_recipient_entry_measure;
  widget_class->grab_focus = bv_recipient_entry_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", BV_TYPE_RECIPIENT_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
}

static void
make_popover (BvRecipientEntry *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = gtk_label_new (
    _ ("Nobody of that name is in the register. Add them there first."));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->selection = gtk_single_selection_new (NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_set_focusable (self->list, FALSE);
  g_signal_connect (self->list, "activate", G_CALLBACK (activate_row_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Matches in the register"), -1);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_SHOWN_HEIGHT);
  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (none), 36);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_set_margin_top (none, 12);
  gtk_widget_set_margin_bottom (none, 12);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "matches");
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");

  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->stack);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
focus_left_cb (GtkEventControllerFocus *controller, BvRecipientEntry *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
bv_recipient_entry_init (BvRecipientEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text",
                _ ("Type the name of a person, collective or household"), "search-delay", 0, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add to the list by name"), -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  make_popover (self);
}

void
bv_recipient_entry_set_store (BvRecipientEntry *self, BvStore *store)
{
  g_return_if_fail (BV_IS_RECIPIENT_ENTRY (self));

  if (self->store == store)
    return;
  g_set_object (&self->store, store);
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->rows);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

void
bv_recipient_entry_set_text (BvRecipientEntry *self, const char *text)
{
  g_return_if_fail (BV_IS_RECIPIENT_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

guint
bv_recipient_entry_get_n_matches (BvRecipientEntry *self)
{
  g_return_val_if_fail (BV_IS_RECIPIENT_ENTRY (self), 0);

  return self->rows != NULL && !bv_row_list_is_loading (self->rows)
           ? g_list_model_get_n_items (G_LIST_MODEL (self->rows))
           : 0;
}

void
bv_recipient_entry_take_first (BvRecipientEntry *self)
{
  g_return_if_fail (BV_IS_RECIPIENT_ENTRY (self));

  activate_cb (self);
}
