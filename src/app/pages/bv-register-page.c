// SPDX-License-Identifier: GPL-3.0-or-later
/* The register: three lists behind one search entry, and the record of the row selected. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-register-page.h"

#include "base/bv-number.h"
#include "bv-act.h"
#include "bv-toast.h"
#include "dialogs/bv-editors.h"
#include "office/bv-register.h"
#include "pages/bv-register-lists.h"
#include "pages/bv-subject-pane.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"

#include <glib/gi18n.h>

typedef struct
{
  BvRegisterPage *page; /* borrowed */
  BvRegisterList which;
  BvListView *view; /* borrowed: template */
  BvForm *filter;   /* borrowed: in the filter popover; NULL without a file */
  gboolean is_loaded;
} List;

struct _BvRegisterPage
{
  BvPage parent_instance;

  /* Template */
  GtkStack *lists;
  BvListView *people;
  BvListView *units;
  BvListView *households;
  GtkSearchEntry *search_entry;
  GtkMenuButton *filter_button;
  GtkPopover *filter_popover;
  GtkStack *filters;
  AdwBin *columns_bin;
  AdwStatusPage *empty;
  GtkLabel *count_label;
  BvSubjectPane *pane;

  /* State */
  List list[BV_REGISTER_N_LISTS];
};

G_DEFINE_FINAL_TYPE (BvRegisterPage, bv_register_page, BV_TYPE_PAGE)

static List *
current_list (BvRegisterPage *self)
{
  const char *id = gtk_stack_get_visible_child_name (self->lists);
  for (guint i = 0; i < BV_REGISTER_N_LISTS; i++)
    if (g_strcmp0 (bv_register_list_id (i), id) == 0)
      return &self->list[i];
  return &self->list[0];
}

static gint64
get_selected (BvRegisterPage *self)
{
  return bv_list_view_get_selected (current_list (self)->view);
}

static void
update_actions (BvRegisterPage *self)
{
  BvStore *store = bv_page_get_store (BV_PAGE (self));
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_one = get_selected (self) != 0;

  bv_act_set_enabled (widget, store, "register.add", TRUE);
  bv_act_set_enabled (widget, store, "pane.edit", has_one);
  bv_act_set_enabled (widget, store, "pane.transfer", has_one);
  bv_act_set_enabled (widget, store, "pane.succeed", has_one);
  bv_act_set_enabled (widget, store, "pane.delete", has_one);
}

static void
update_count (BvRegisterPage *self)
{
  List *list = current_list (self);
  guint n = bv_list_view_get_n_rows (list->view);
  g_autofree char *number = bv_number_format_int (n);
  g_autofree char *text = NULL;
  switch (list->which)
    {
    case BV_REGISTER_PEOPLE:
      /* TRANSLATORS: %s is a number with its group marks. */
      text = g_strdup_printf (ngettext ("%s person", "%s people", n), number);
      break;
    case BV_REGISTER_UNITS:
      /* TRANSLATORS: %s is a number with its group marks. */
      text = g_strdup_printf (ngettext ("%s unit", "%s units", n), number);
      break;
    default:
      /* TRANSLATORS: %s is a number with its group marks. */
      text = g_strdup_printf (ngettext ("%s household", "%s households", n), number);
      break;
    }
  gtk_label_set_text (self->count_label, text);
}

/* Nothing is there yet, and how it gets there; that nothing was found, the list itself says. */
static void
update_empty (BvRegisterPage *self)
{
  static const char *const titles[] = { N_ ("No people yet"), N_ ("No units yet"),
                                        N_ ("No households yet") };
  List *list = current_list (self);
  gboolean is_asked = *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0'
                      || (list->filter != NULL
                          && bv_register_list_count_filters (list->which, list->filter) > 0);
  gboolean is_empty = list->is_loaded && !bv_list_view_is_loading (list->view)
                      && bv_list_view_get_n_rows (list->view) == 0;
  gtk_widget_set_visible (GTK_WIDGET (self->empty), is_empty && !is_asked);
  adw_status_page_set_title (self->empty, _ (titles[list->which]));
}

static void
update_filter_button (BvRegisterPage *self)
{
  List *list = current_list (self);
  guint n = list->filter != NULL ? bv_register_list_count_filters (list->which, list->filter) : 0;
  if (n > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "bv-active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "bv-active");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.clear-filter", n > 0);
}

/* ── Lists ───────────────────────────────────────────────────────────────────────────────── */

static BvRowSource *
make_source (const char *sort, gboolean descending, gpointer user_data)
{
  List *list = user_data;
  const char *search = gtk_editable_get_text (GTK_EDITABLE (list->page->search_entry));
  return bv_register_list_make_source (list->which, *search != '\0' ? search : NULL, list->filter,
                                       sort, descending);
}

static void
show_selected (BvRegisterPage *self)
{
  bv_subject_pane_show (self->pane, bv_page_get_store (BV_PAGE (self)), get_selected (self));
  update_actions (self);
}

static void
selection_changed_cb (BvListView *view, BvRegisterPage *self)
{
  if (view == current_list (self)->view)
    show_selected (self);
}

static void
activate_cb (BvListView *view, gint64 id, BvRegisterPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "pane.edit", NULL);
}

static void
loaded_cb (BvListView *view, BvRegisterPage *self)
{
  if (view != current_list (self)->view)
    return;
  update_count (self);
  update_empty (self);
  bv_page_show_content (BV_PAGE (self));
}

static void
failed_cb (BvListView *view, GError *error, BvRegisterPage *self)
{
  bv_page_show_error (BV_PAGE (self), error);
}

/* A list reads when it is first looked at. */
static void
ensure_loaded (BvRegisterPage *self)
{
  List *list = current_list (self);
  BvStore *store = bv_page_get_store (BV_PAGE (self));
  if (list->is_loaded || store == NULL)
    return;
  list->is_loaded = TRUE;
  bv_list_view_set_store (list->view, store);
}

static void
list_shown_cb (BvRegisterPage *self)
{
  List *list = current_list (self);
  adw_bin_set_child (self->columns_bin, bv_list_view_get_columns_button (list->view));
  gtk_stack_set_visible_child_name (self->filters, bv_register_list_id (list->which));
  gboolean was_loaded = list->is_loaded;
  ensure_loaded (self);
  if (was_loaded)
    bv_list_view_requery (list->view); /* the search entry is shared */
  update_count (self);
  update_empty (self);
  update_filter_button (self);
  show_selected (self);
}

static void
search_changed_cb (BvRegisterPage *self)
{
  bv_list_view_requery (current_list (self)->view);
}

/* Down leads from the entry into the list, as in any search. */
static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               BvRegisterPage *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (current_list (self)->view));
  return GDK_EVENT_STOP;
}

static gboolean
list_key_cb (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             BvRegisterPage *self)
{
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "pane.delete", NULL);
  return GDK_EVENT_STOP;
}

/* ── Filters ─────────────────────────────────────────────────────────────────────────────── */

static void
filter_changed_cb (BvForm *form, const char *field, List *list)
{
  update_filter_button (list->page);
  bv_list_view_requery (list->view);
}

static void
clear_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegisterPage *self = BV_REGISTER_PAGE (widget);
  List *list = current_list (self);
  if (list->filter == NULL)
    return;
  bv_register_list_clear_filter (list->which, list->filter);
  update_filter_button (self);
  bv_list_view_requery (list->view);
}

static void
make_filters (BvRegisterPage *self, BvStore *store)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->filters))) != NULL)
    gtk_stack_remove (self->filters, child);
  for (guint i = 0; i < BV_REGISTER_N_LISTS; i++)
    {
      List *list = &self->list[i];
      list->filter = NULL;
      if (store == NULL)
        continue;
      list->filter = BV_FORM (bv_register_list_make_filter (i, store));
      g_signal_connect (list->filter, "changed", G_CALLBACK (filter_changed_cb), list);
      GtkWidget *clear = gtk_button_new_with_mnemonic (_ ("_Clear the filter"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "register.clear-filter");
      gtk_widget_set_halign (clear, GTK_ALIGN_END);
      gtk_widget_set_margin_end (clear, 18);
      gtk_widget_set_margin_bottom (clear, 12);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (list->filter));
      gtk_box_append (GTK_BOX (box), clear);
      gtk_stack_add_named (self->filters, box, bv_register_list_id (i));
    }
}

/* ── Actions ─────────────────────────────────────────────────────────────────────────────── */

static void
edit (BvRegisterPage *self, gint64 id, gint64 near_id)
{
  BvStore *store = bv_page_get_store (BV_PAGE (self));
  switch (current_list (self)->which)
    {
    case BV_REGISTER_PEOPLE:
      bv_person_editor_present (GTK_WIDGET (self), store, id, near_id);
      break;
    case BV_REGISTER_UNITS:
      bv_unit_editor_present (GTK_WIDGET (self), store, id, near_id);
      break;
    default:
      bv_household_editor_present (GTK_WIDGET (self), store, id, near_id);
      break;
    }
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegisterPage *self = BV_REGISTER_PAGE (widget);
  List *list = current_list (self);
  /* A new unit goes below the one selected; a new person into the unit that is filtered for. */
  gint64 near_id = list->which == BV_REGISTER_UNITS ? get_selected (self)
                   : list->filter != NULL           ? bv_form_get_int (list->filter, "unit_id")
                                                    : 0;
  edit (self, 0, near_id);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegisterPage *self = BV_REGISTER_PAGE (widget);
  edit (self, get_selected (self), 0);
}

static void
transfer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegisterPage *self = BV_REGISTER_PAGE (widget);
  bv_transfer_dialog_present (widget, bv_page_get_store (BV_PAGE (self)), get_selected (self));
}

static void
succeed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegisterPage *self = BV_REGISTER_PAGE (widget);
  bv_succession_dialog_present (widget, bv_page_get_store (BV_PAGE (self)), get_selected (self));
}

typedef struct
{
  BvRegisterList which;
  gint64 id;
} Delete;

static gboolean
delete_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Delete *what = data;
  switch (what->which)
    {
    case BV_REGISTER_PEOPLE:
      return bv_register_delete_person (store, what->id, act_id, error);
    case BV_REGISTER_UNITS:
      return bv_register_delete_unit (store, what->id, act_id, error);
    default:
      return bv_register_delete_household (store, what->id, act_id, error);
    }
}

/* No question first: the toast takes it back, and what has awards is refused. */
static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegisterPage *self = BV_REGISTER_PAGE (widget);
  Delete *what = g_new (Delete, 1);
  what->which = current_list (self)->which;
  what->id = get_selected (self);
  bv_act_call (widget, bv_page_get_store (BV_PAGE (self)), NULL, delete_thread, what, g_free, NULL,
               NULL);
}

/* ── Overrides ───────────────────────────────────────────────────────────────────────────── */

static void
bv_register_page_set_store (BvPage *page, BvStore *store)
{
  BvRegisterPage *self = BV_REGISTER_PAGE (page);
  for (guint i = 0; i < BV_REGISTER_N_LISTS; i++)
    {
      self->list[i].is_loaded = FALSE;
      bv_list_view_set_store (self->list[i].view, NULL);
    }
  bv_subject_pane_show (self->pane, NULL, 0);
  make_filters (self, store);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  update_actions (self);
  update_filter_button (self);
}

static void
bv_register_page_refresh (BvPage *page, const char *const *tables)
{
  BvRegisterPage *self = BV_REGISTER_PAGE (page);
  if (!bv_page_changed_table (tables, "subject", "person", "unit", "household", "membership",
                              "unit_succession", "award", "decision", NULL))
    return;
  gboolean was_loaded = current_list (self)->is_loaded;
  if (!was_loaded)
    bv_page_show_loading (page);
  list_shown_cb (self);
  for (guint i = 0; i < BV_REGISTER_N_LISTS; i++)
    if (self->list[i].is_loaded && (was_loaded || &self->list[i] != current_list (self)))
      bv_list_view_reload (self->list[i].view);
}

static gboolean
bv_register_page_start_search (BvPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BV_REGISTER_PAGE (page)->search_entry));
}

static gboolean
bv_register_page_open_record (BvPage *page, const char *kind, gint64 id)
{
  BvRegisterPage *self = BV_REGISTER_PAGE (page);
  BvRegisterList which = g_str_equal (kind, "person") ? BV_REGISTER_PEOPLE
                         : g_str_equal (kind, "unit") ? BV_REGISTER_UNITS
                                                      : BV_REGISTER_HOUSEHOLDS;
  List *list = &self->list[which];
  /* What is searched or filtered for must not hide it. */
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (list->filter != NULL)
    bv_register_list_clear_filter (which, list->filter);
  gtk_stack_set_visible_child_name (self->lists, bv_register_list_id (which));
  ensure_loaded (self);
  if (!bv_list_view_is_loading (list->view))
    bv_list_view_requery (list->view);
  bv_list_view_select (list->view, id);
  bv_subject_pane_show (self->pane, bv_page_get_store (page), id);
  return TRUE;
}

static const char *
bv_register_page_import_target (BvPage *page, gint64 *decision_id)
{
  return bv_register_list_id (current_list (BV_REGISTER_PAGE (page))->which);
}

static gboolean
bv_register_page_is_busy (BvPage *page)
{
  BvRegisterPage *self = BV_REGISTER_PAGE (page);
  return bv_list_view_is_loading (current_list (self)->view)
         || bv_subject_pane_is_loading (self->pane);
}

static void
bv_register_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_REGISTER_PAGE);
  G_OBJECT_CLASS (bv_register_page_parent_class)->dispose (object);
}

static void
bv_register_page_class_init (BvRegisterPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_register_page_dispose;
  page_class->set_store = bv_register_page_set_store;
  page_class->refresh = bv_register_page_refresh;
  page_class->start_search = bv_register_page_start_search;
  page_class->import_target = bv_register_page_import_target;
  page_class->open_record = bv_register_page_open_record;
  page_class->is_busy = bv_register_page_is_busy;

  g_type_ensure (BV_TYPE_LIST_VIEW);
  g_type_ensure (BV_TYPE_SUBJECT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-register-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRegisterPage, lists);
  gtk_widget_class_bind_template_child (widget_class, BvRegisterPage, people);
  gtk_widget_class_bind_template_child (widget_class, BvRegisterPage, units);
  gtk_widget_class_bind_template_child (widget_class, BvRegisterPage, households);
  gtk_widget_class_bind_template_child (widget_class, BvRegisterPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BvRegisterPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, BvRegisterPage, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, BvRegisterPage, filters);
  gtk_widget_class_bind_template_child (widget_class, BvRegisterPage, columns_bin);
  gtk_widget_class_bind_template_child (widget_class, BvRegisterPage, empty);
  gtk_widget_class_bind_template_child (widget_class, BvRegisterPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, BvRegisterPage, pane);

  gtk_widget_class_install_action (widget_class, "register.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "register.clear-filter", NULL,
                                   clear_filter_action);
  gtk_widget_class_install_action (widget_class, "pane.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "pane.transfer", NULL, transfer_action);
  gtk_widget_class_install_action (widget_class, "pane.succeed", NULL, succeed_action);
  gtk_widget_class_install_action (widget_class, "pane.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "register.add",
                                       NULL);
}

static void
add_key_handler (BvRegisterPage *self, GtkWidget *widget, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", callback, self);
  gtk_widget_add_controller (widget, keys);
}

static void
bv_register_page_init (BvRegisterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  BvListView *views[] = { self->people, self->units, self->households };
  for (guint i = 0; i < BV_REGISTER_N_LISTS; i++)
    {
      List *list = &self->list[i];
      list->page = self;
      list->which = i;
      list->view = views[i];
      bv_register_list_set_columns (i, list->view);
      bv_list_view_set_source_func (list->view, make_source, list);
      bv_list_view_set_autoselect (list->view, TRUE);
      g_signal_connect (list->view, "selection-changed", G_CALLBACK (selection_changed_cb), self);
      g_signal_connect (list->view, "activate", G_CALLBACK (activate_cb), self);
      g_signal_connect (list->view, "loaded", G_CALLBACK (loaded_cb), self);
      g_signal_connect (list->view, "failed", G_CALLBACK (failed_cb), self);
      add_key_handler (self, GTK_WIDGET (list->view), G_CALLBACK (list_key_cb));
    }
  add_key_handler (self, GTK_WIDGET (self->search_entry), G_CALLBACK (search_key_cb));
  g_signal_connect_object (self->lists, "notify::visible-child", G_CALLBACK (list_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb),
                           self, G_CONNECT_SWAPPED);
  update_actions (self);
}
