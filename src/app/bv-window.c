// SPDX-License-Identifier: GPL-3.0-or-later
/* The window: sidebar, header bar, and the stack of pages, each made when it is first looked at.
 * What the actions do stands in bv-window-actions.c and bv-window-file.c. */

#define G_LOG_DOMAIN "bangvang"

#include "bv-window-private.h"

#include "base/bv-date.h"
#include "bv-page-registry.h"
#include "bv-settings.h"
#include "compat/bv-accessible.h"

#include <glib/gi18n.h>

#define MIN_YEAR 1945
#define MAX_YEAR 2200

G_DEFINE_FINAL_TYPE (BvWindow, bv_window, ADW_TYPE_APPLICATION_WINDOW)

static BvPage *
ensure_page (BvWindow *self, const BvPageInfo *info)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->page_stack, info->id);
  if (child != NULL)
    return BV_PAGE (child);
  BvPage *page = g_object_new (info->get_type (), NULL);
  bv_page_set_title (page, _ (info->title));
  bv_page_set_folded (page, adw_leaflet_get_folded (self->leaflet));
  bv_page_set_year (page, self->year);
  bv_page_set_store (page, self->store);
  gtk_stack_add_named (self->page_stack, GTK_WIDGET (page), info->id);
  bv_accessible_name_buttons (GTK_WIDGET (page));
  return page;
}

static void
foreach_page (BvWindow *self, void (*func) (BvWindow *self, BvPage *page))
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    func (self, BV_PAGE (child));
}

static void
give_store (BvWindow *self, BvPage *page)
{
  bv_page_set_store (page, self->store);
}

static void
give_year (BvWindow *self, BvPage *page)
{
  bv_page_set_year (page, self->year);
}

static void
add_sidebar_row (BvWindow *self, const BvPageInfo *info)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (info->icon_name));
  GtkWidget *label = gtk_label_new (_ (info->title));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  GtkWidget *row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "page", (gpointer) info);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  gtk_list_box_append (self->sidebar, row);
}

static void
sidebar_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const BvPageInfo *info = g_object_get_data (G_OBJECT (row), "page");
  if (info->section == NULL)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  GtkWidget *label = gtk_label_new (_ (info->section));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 14);
  gtk_widget_add_css_class (label, "bv-section");
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_header (row, label);
}

static void sidebar_row_selected_cb (BvWindow *self, GtkListBoxRow *row);

static void
change_page (BvWindow *self, const char *id)
{
  const BvPageInfo *info = bv_page_registry_find (id);
  g_return_if_fail (info != NULL);
  if (g_strcmp0 (self->page_id, id) == 0)
    return;
  BvPage *old = bv_window_get_page (self);
  gboolean may_leave = old == NULL || bv_page_may_leave (old);
  const char *shown = may_leave ? id : self->page_id;
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, i);
      if (row == NULL)
        break;
      const BvPageInfo *row_info = g_object_get_data (G_OBJECT (row), "page");
      if (g_str_equal (row_info->id, shown))
        {
          g_signal_handlers_block_by_func (self->sidebar, sidebar_row_selected_cb, self);
          gtk_list_box_select_row (self->sidebar, row);
          g_signal_handlers_unblock_by_func (self->sidebar, sidebar_row_selected_cb, self);
        }
    }
  if (!may_leave)
    return;
  BvPage *page = ensure_page (self, info);
  g_free (self->page_id);
  self->page_id = g_strdup (id);
  gtk_stack_set_visible_child (self->page_stack, GTK_WIDGET (page));
}

static void
sidebar_row_selected_cb (BvWindow *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  const BvPageInfo *info = g_object_get_data (G_OBJECT (row), "page");
  change_page (self, info->id);
}

static void
sidebar_row_activated_cb (BvWindow *self)
{
  BvPage *page = bv_window_get_page (self);

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  if (page != NULL)
    bv_page_focus_content (page);
}

static void
give_folded (BvWindow *self, BvPage *page)
{
  bv_page_set_folded (page, adw_leaflet_get_folded (self->leaflet));
}

static gboolean
fit_sidebar_cb (gpointer user_data)
{
  BvWindow *self = user_data;

  self->fit_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->leaflet));
  return G_SOURCE_REMOVE;
}

/* The leaflet (1.2 to 1.5) says that it unfolded in the middle of its own allocation, whose sizes are still those of
 * before: the sidebar would stay as wide until the window changes again. */
static void
folded_changed_cb (BvWindow *self)
{
  foreach_page (self, give_folded);
  if (self->fit_id == 0)
    self->fit_id = g_idle_add (fit_sidebar_cb, self);
}

static gboolean
find_focus_cb (gpointer user_data)
{
  BvWindow *self = user_data;
  BvPage *page = bv_window_get_page (self);

  self->focus_id = 0;
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL && page != NULL
      && gtk_widget_get_mapped (GTK_WIDGET (page)))
    bv_page_focus_content (page);
  return G_SOURCE_REMOVE;
}

/* What had the focus is gone (a button that an act made needless, a pane that shows something else): the next key goes
 * to the page's list, not to the first button of the window. */
static void
focus_changed_cb (BvWindow *self)
{
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL && self->focus_id == 0)
    self->focus_id = g_idle_add (find_focus_cb, self);
}

static void
store_changed_cb (BvWindow *self)
{
  _bv_window_update_undo (self);
}

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  if (bv_page_registry_find (id) != NULL)
    bv_window_show_page (BV_WINDOW (widget), id);
}

static void
open_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *kind;
  gint64 id;
  g_variant_get (parameter, "(&sx)", &kind, &id);
  bv_window_open_record (BV_WINDOW (widget), kind, id);
}

static void
year_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  bv_window_set_year (self, self->year + (g_str_equal (name, "win.next-year") ? 1 : -1));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_navigate (BV_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvPage *page = bv_window_get_page (BV_WINDOW (widget));
  if (page == NULL || !bv_page_start_search (page))
    gtk_widget_activate_action (widget, "win.search", NULL);
}

/* Alt+1 … Alt+9 and Alt+0, the tenth, go to the pages in the order of the sidebar. */
static void
nth_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint n_pages;
  const BvPageInfo *pages = bv_page_registry_list (&n_pages);
  gint32 n = g_variant_get_int32 (parameter);
  if (n < 1 || (guint) n > n_pages)
    return;
  bv_window_show_page (BV_WINDOW (widget), pages[n - 1].id);
  bv_page_focus_content (bv_window_get_page (BV_WINDOW (widget)));
}

static gboolean
bv_window_close_request (GtkWindow *window)
{
  BvWindow *self = BV_WINDOW (window);
  BvPage *page = bv_window_get_page (self);
  if (page != NULL && !bv_page_may_leave (page))
    return TRUE;
  GSettings *settings = bv_settings_get ();
  int width, height;
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  if (self->page_id != NULL)
    g_settings_set_string (settings, "page", self->page_id);
  g_settings_set_int (settings, "year", self->year);
  return GTK_WINDOW_CLASS (bv_window_parent_class)->close_request (window);
}

static void
bv_window_dispose (GObject *object)
{
  BvWindow *self = BV_WINDOW (object);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->store != NULL)
    g_clear_signal_handler (&self->store_changed_handler, self->store);
  g_clear_object (&self->store);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->page_id, g_free);
  g_clear_handle_id (&self->fit_id, g_source_remove);
  g_signal_handlers_disconnect_by_func (self, focus_changed_cb, NULL);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_WINDOW);
  G_OBJECT_CLASS (bv_window_parent_class)->dispose (object);
}

static void
bv_window_class_init (BvWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bv_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bv_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/bangvang/BangVang/bv-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, opening_spinner);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, problem_retry);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, problem_restore);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, year_label);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, office_label);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, content_box);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, read_only_revealer);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, undo_section);

  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.nth-page", "i", nth_page_action);
  gtk_widget_class_install_action (widget_class, "win.open-record", "(sx)", open_record_action);
  gtk_widget_class_install_action (widget_class, "win.previous-year", NULL, year_action);
  gtk_widget_class_install_action (widget_class, "win.next-year", NULL, year_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  _bv_window_install_actions (widget_class);
  _bv_window_install_file_actions (widget_class);

  for (int n = 1; n <= 10; n++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + n % 10, GDK_ALT_MASK,
                                         "win.nth-page", "i", n);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "win.previous-year", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "win.next-year", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.find", NULL);
}

static void
bv_window_init (BvWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  guint n_pages;
  const BvPageInfo *pages = bv_page_registry_list (&n_pages);
  gtk_list_box_set_header_func (self->sidebar, sidebar_header_cb, self, NULL);
  for (guint i = 0; i < n_pages; i++)
    add_sidebar_row (self, &pages[i]);
  g_signal_connect_swapped (self->sidebar, "row-selected", G_CALLBACK (sidebar_row_selected_cb),
                            self);
  g_signal_connect_swapped (self->sidebar, "row-activated", G_CALLBACK (sidebar_row_activated_cb),
                            self);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (folded_changed_cb), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);

  GSettings *settings = bv_settings_get ();
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_autofree char *today = bv_date_today ();
  int year = g_settings_get_int (settings, "year");
  bv_window_set_year (self, year != 0 ? year : bv_date_year (today));
  bv_accessible_name_buttons (GTK_WIDGET (self));
  _bv_window_accept_files (self);
  _bv_window_forward_keys (self);
  _bv_window_update_recent (self);
  _bv_window_update_undo (self);
}

BvWindow *
bv_window_new (GtkApplication *application)
{
  return g_object_new (BV_TYPE_WINDOW, "application", application, NULL);
}

BvStore *
bv_window_get_store (BvWindow *self)
{
  g_return_val_if_fail (BV_IS_WINDOW (self), NULL);
  return self->store;
}

void
bv_window_set_store (BvWindow *self, BvStore *store)
{
  g_return_if_fail (BV_IS_WINDOW (self));
  if (self->store == store)
    return;
  if (self->store != NULL)
    g_clear_signal_handler (&self->store_changed_handler, self->store);
  g_set_object (&self->store, store);
  if (store != NULL)
    {
      self->store_changed_handler = g_signal_connect_object (
        store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
      const char *reason = bv_store_get_read_only_reason (store);
      gtk_label_set_text (self->read_only_label, reason != NULL ? reason : "");
      gtk_revealer_set_reveal_child (self->read_only_revealer, reason != NULL);
    }
  foreach_page (self, give_store);
  _bv_window_update_undo (self);
  if (store == NULL)
    return;
  gtk_stack_set_visible_child_name (self->main_stack, "main");
  if (self->page_id == NULL)
    {
      g_autofree char *id = g_settings_get_string (bv_settings_get (), "page");
      bv_window_show_page (self, bv_page_registry_find (id) != NULL ? id : "overview");
    }
}

void
bv_window_set_year (BvWindow *self, int year)
{
  g_return_if_fail (BV_IS_WINDOW (self));
  year = CLAMP (year, MIN_YEAR, MAX_YEAR);
  if (self->year == year)
    return;
  self->year = year;
  /* TRANSLATORS: the year that the officer works on, above the list of pages. */
  g_autofree char *label = g_strdup_printf (_ ("Year %d"), year);
  gtk_label_set_text (self->year_label, label);
  foreach_page (self, give_year);
}

void
bv_window_show_page (BvWindow *self, const char *id)
{
  g_return_if_fail (BV_IS_WINDOW (self));
  change_page (self, id);
  /* In a narrow window the page takes the place of the sidebar. */
  if (g_strcmp0 (self->page_id, id) == 0)
    adw_leaflet_set_visible_child (self->leaflet, self->content_box);
}

BvPage *
bv_window_get_page (BvWindow *self)
{
  g_return_val_if_fail (BV_IS_WINDOW (self), NULL);
  if (self->page_id == NULL)
    return NULL;
  return (BvPage *) gtk_stack_get_child_by_name (self->page_stack, self->page_id);
}

gboolean
bv_window_open_record (BvWindow *self, const char *kind, gint64 id)
{
  g_return_val_if_fail (BV_IS_WINDOW (self), FALSE);
  const BvPageInfo *info = bv_page_registry_find_kind (kind);
  if (info == NULL)
    return FALSE;
  bv_window_show_page (self, info->id);
  if (g_strcmp0 (self->page_id, info->id) != 0)
    return FALSE;
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  return bv_page_open_record (bv_window_get_page (self), kind, id);
}

void
bv_window_add_toast (BvWindow *self, AdwToast *toast)
{
  g_return_if_fail (BV_IS_WINDOW (self));
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}
