// SPDX-License-Identifier: GPL-3.0-or-later
/* The base of every page: its states, its place in the header bar, and the rule that a page reads
 * only while it is looked at. Main thread. */

#define G_LOG_DOMAIN "bangvang"

#include "bv-page.h"

#include "store/bv-store.h"
#include "compat/bv-widget.h"
#include "widgets/bv-list-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LOADING_DELAY_MS 250

typedef struct
{
  /* Template */
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  AdwBin *start_bin;
  AdwBin *end_bin;
  GtkStack *stack;
  AdwBin *content_bin;
  GtkSpinner *spinner;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  GtkWidget *import_button;
  AdwStatusPage *error_page;

  /* Owned */
  BvStore *store;
  GHashTable *changed_tables; /* since the last refresh; NULL: everything */

  /* State */
  gulong changed_handler;
  guint refresh_source;
  guint loading_source;
  int year;
  gboolean is_stale;
  gboolean wants_focus; /* as soon as there is something to focus */
} BvPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BvPage, bv_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_HEADER_START,
  PROP_HEADER_END,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
run_refresh (BvPage *self)
{
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  if (!priv->is_stale || priv->store == NULL)
    return;
  priv->is_stale = FALSE;
  g_autoptr (GHashTable) changed = g_steal_pointer (&priv->changed_tables);
  BvPageClass *klass = BV_PAGE_GET_CLASS (self);
  if (klass->refresh == NULL)
    return;
  if (changed == NULL)
    {
      klass->refresh (self, NULL);
      return;
    }
  g_autofree char **tables = (char **) g_hash_table_get_keys_as_array (changed, NULL);
  klass->refresh (self, (const char *const *) tables);
}

static gboolean
refresh_idle_cb (gpointer user_data)
{
  BvPage *self = user_data;
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  priv->refresh_source = 0;
  run_refresh (self);
  return G_SOURCE_REMOVE;
}

/* @tables: NULL for everything */
static void
mark_stale (BvPage *self, const char *const *tables)
{
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  if (tables == NULL)
    g_clear_pointer (&priv->changed_tables, g_hash_table_unref);
  else if (!priv->is_stale || priv->changed_tables != NULL)
    {
      if (priv->changed_tables == NULL)
        priv->changed_tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; tables[i] != NULL; i++)
        g_hash_table_add (priv->changed_tables, g_strdup (tables[i]));
    }
  priv->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && priv->refresh_source == 0)
    priv->refresh_source = g_idle_add (refresh_idle_cb, self);
}

static void
store_changed_cb (BvStore *store, const char *const *tables, BvPage *self)
{
  mark_stale (self, tables);
}

static gboolean
loading_timeout_cb (gpointer user_data)
{
  BvPage *self = user_data;
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  priv->loading_source = 0;
  gtk_spinner_start (priv->spinner);
  gtk_stack_set_visible_child_name (priv->stack, "loading");
  return G_SOURCE_REMOVE;
}

/* The first list that is to be seen below @widget; also before anything is mapped. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (BV_IS_LIST_VIEW (widget) && bv_list_view_get_n_rows (BV_LIST_VIEW (widget)) > 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
take_focus (BvPage *self)
{
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  const char *state = gtk_stack_get_visible_child_name (priv->stack);
  GtkWidget *content = adw_bin_get_child (priv->content_bin);
  GtkWidget *list = content != NULL ? find_list (content) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  priv->wants_focus = FALSE;
  /* Whoever has gone on meanwhile is not called back. */
  if (focus != NULL && gtk_widget_get_mapped (focus)
      && gtk_widget_is_ancestor (focus, GTK_WIDGET (priv->stack)))
    return;
  if (g_strcmp0 (state, "content") != 0)
    gtk_widget_child_focus (GTK_WIDGET (priv->stack), GTK_DIR_TAB_FORWARD);
  else if (list != NULL)
    gtk_widget_grab_focus (list);
  else if (content != NULL)
    gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
}

static void
set_state (BvPage *self, const char *name)
{
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  g_clear_handle_id (&priv->loading_source, g_source_remove);
  gtk_spinner_stop (priv->spinner);
  gtk_stack_set_visible_child_name (priv->stack, name);
  if (priv->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_focus (self);
}

static void
retry_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  bv_page_queue_refresh (BV_PAGE (widget));
}

static void
bv_page_map (GtkWidget *widget)
{
  BvPage *self = BV_PAGE (widget);
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  GTK_WIDGET_CLASS (bv_page_parent_class)->map (widget);
  if (priv->is_stale && priv->refresh_source == 0)
    priv->refresh_source = g_idle_add (refresh_idle_cb, self);
}

static void
bv_page_dispose (GObject *object)
{
  BvPage *self = BV_PAGE (object);
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  g_clear_handle_id (&priv->refresh_source, g_source_remove);
  g_clear_handle_id (&priv->loading_source, g_source_remove);
  if (priv->store != NULL)
    g_clear_signal_handler (&priv->changed_handler, priv->store);
  g_clear_object (&priv->store);
  g_clear_pointer (&priv->changed_tables, g_hash_table_unref);
  /* gtk_widget_dispose_template () of GTK 4.8 looks at the template of the final class whatever type
   * it is given, and aborts for a base class; the children go with the object. */
  bv_widget_unparent_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (bv_page_parent_class)->dispose (object);
}

static void
bv_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BvPage *self = BV_PAGE (object);
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  switch (id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (priv->content_bin));
      break;
    case PROP_HEADER_START:
      g_value_set_object (value, adw_bin_get_child (priv->start_bin));
      break;
    case PROP_HEADER_END:
      g_value_set_object (value, adw_bin_get_child (priv->end_bin));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bv_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BvPage *self = BV_PAGE (object);
  switch (id)
    {
    case PROP_CONTENT:
      bv_page_set_content (self, g_value_get_object (value));
      break;
    case PROP_HEADER_START:
      bv_page_set_header_start (self, g_value_get_object (value));
      break;
    case PROP_HEADER_END:
      bv_page_set_header_end (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bv_page_class_init (BvPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bv_page_dispose;
  object_class->get_property = bv_page_get_property;
  object_class->set_property = bv_page_set_property;
  widget_class->map = bv_page_map;

  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_HEADER_START] = g_param_spec_object ("header-start", NULL, NULL, GTK_TYPE_WIDGET,
                                                       flags);
  properties[PROP_HEADER_END] = g_param_spec_object ("header-end", NULL, NULL, GTK_TYPE_WIDGET,
                                                     flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "base.retry", NULL, retry_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/bangvang/BangVang/bv-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, BvPage, header);
  gtk_widget_class_bind_template_child_private (widget_class, BvPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, BvPage, back_button);
  gtk_widget_class_bind_template_child_private (widget_class, BvPage, start_bin);
  gtk_widget_class_bind_template_child_private (widget_class, BvPage, end_bin);
  gtk_widget_class_bind_template_child_private (widget_class, BvPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, BvPage, content_bin);
  gtk_widget_class_bind_template_child_private (widget_class, BvPage, spinner);
  gtk_widget_class_bind_template_child_private (widget_class, BvPage, empty_page);
  gtk_widget_class_bind_template_child_private (widget_class, BvPage, empty_button);
  gtk_widget_class_bind_template_child_private (widget_class, BvPage, import_button);
  gtk_widget_class_bind_template_child_private (widget_class, BvPage, error_page);
}

static void
bv_page_init (BvPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bv_page_set_store (BvPage *self, BvStore *store)
{
  g_return_if_fail (BV_IS_PAGE (self));
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  if (priv->store == store)
    return;
  if (priv->store != NULL)
    g_clear_signal_handler (&priv->changed_handler, priv->store);
  g_set_object (&priv->store, store);
  if (store != NULL)
    priv->changed_handler = g_signal_connect_object (store, "changed",
                                                     G_CALLBACK (store_changed_cb), self, 0);
  if (BV_PAGE_GET_CLASS (self)->set_store != NULL)
    BV_PAGE_GET_CLASS (self)->set_store (self, store);
  mark_stale (self, NULL);
}

BvStore *
bv_page_get_store (BvPage *self)
{
  g_return_val_if_fail (BV_IS_PAGE (self), NULL);
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  return priv->store;
}

void
bv_page_set_year (BvPage *self, int year)
{
  g_return_if_fail (BV_IS_PAGE (self));
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  if (priv->year == year)
    return;
  priv->year = year;
  mark_stale (self, NULL);
}

int
bv_page_get_year (BvPage *self)
{
  g_return_val_if_fail (BV_IS_PAGE (self), 0);
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  return priv->year;
}

void
bv_page_set_content (BvPage *self, GtkWidget *content)
{
  g_return_if_fail (BV_IS_PAGE (self));
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  if (adw_bin_get_child (priv->content_bin) == content)
    return;
  adw_bin_set_child (priv->content_bin, content);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}

void
bv_page_set_header_start (BvPage *self, GtkWidget *widget)
{
  g_return_if_fail (BV_IS_PAGE (self));
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  if (adw_bin_get_child (priv->start_bin) == widget)
    return;
  adw_bin_set_child (priv->start_bin, widget);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADER_START]);
}

void
bv_page_set_header_end (BvPage *self, GtkWidget *widget)
{
  g_return_if_fail (BV_IS_PAGE (self));
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  if (adw_bin_get_child (priv->end_bin) == widget)
    return;
  adw_bin_set_child (priv->end_bin, widget);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADER_END]);
}

void
bv_page_set_title (BvPage *self, const char *title)
{
  g_return_if_fail (BV_IS_PAGE (self));
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  adw_window_title_set_title (priv->title, title);
}

void
bv_page_set_folded (BvPage *self, gboolean folded)
{
  g_return_if_fail (BV_IS_PAGE (self));
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  gtk_widget_set_visible (priv->back_button, folded);
  adw_header_bar_set_show_start_title_buttons (priv->header, folded);
}

void
bv_page_focus_content (BvPage *self)
{
  g_return_if_fail (BV_IS_PAGE (self));
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  priv->wants_focus = TRUE;
  if (!priv->is_stale && priv->refresh_source == 0 && priv->loading_source == 0)
    take_focus (self);
}

gboolean
bv_page_start_search (BvPage *self)
{
  g_return_val_if_fail (BV_IS_PAGE (self), FALSE);
  BvPageClass *klass = BV_PAGE_GET_CLASS (self);
  return klass->start_search != NULL && klass->start_search (self);
}

gboolean
bv_page_open_record (BvPage *self, const char *kind, gint64 id)
{
  g_return_val_if_fail (BV_IS_PAGE (self), FALSE);
  BvPageClass *klass = BV_PAGE_GET_CLASS (self);
  return klass->open_record != NULL && klass->open_record (self, kind, id);
}

gboolean
bv_page_may_leave (BvPage *self)
{
  g_return_val_if_fail (BV_IS_PAGE (self), TRUE);
  BvPageClass *klass = BV_PAGE_GET_CLASS (self);
  return klass->may_leave == NULL || klass->may_leave (self);
}

void
bv_page_queue_refresh (BvPage *self)
{
  g_return_if_fail (BV_IS_PAGE (self));
  mark_stale (self, NULL);
}

gboolean
bv_page_changed_table (const char *const *tables, ...)
{
  if (tables == NULL)
    return TRUE;
  va_list names;
  gboolean found = FALSE;
  va_start (names, tables);
  for (const char *name = va_arg (names, const char *); name != NULL && !found;
       name = va_arg (names, const char *))
    found = g_strv_contains (tables, name);
  va_end (names);
  return found;
}

void
bv_page_show_content (BvPage *self)
{
  g_return_if_fail (BV_IS_PAGE (self));
  set_state (self, "content");
}

void
bv_page_show_loading (BvPage *self)
{
  g_return_if_fail (BV_IS_PAGE (self));
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  if (priv->loading_source == 0)
    priv->loading_source = g_timeout_add (LOADING_DELAY_MS, loading_timeout_cb, self);
}

void
bv_page_show_empty (BvPage *self,
                    const char *icon_name,
                    const char *title,
                    const char *description,
                    const char *action_label,
                    const char *action_name,
                    GVariant *action_target)
{
  g_return_if_fail (BV_IS_PAGE (self));
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  g_autoptr (GVariant) target = action_target != NULL ? g_variant_ref_sink (action_target) : NULL;
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;
  adw_status_page_set_icon_name (priv->empty_page, icon_name);
  adw_status_page_set_title (priv->empty_page, title);
  adw_status_page_set_description (priv->empty_page, escaped);
  gtk_widget_set_visible (GTK_WIDGET (priv->empty_button), action_label != NULL);
  if (action_label != NULL)
    {
      gtk_button_set_label (priv->empty_button, action_label);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (priv->empty_button), target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->empty_button), action_name);
    }
  gtk_widget_set_visible (priv->import_button, FALSE);
  set_state (self, "empty");
}

void
bv_page_offer_import (BvPage *self)
{
  g_return_if_fail (BV_IS_PAGE (self));
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  gtk_widget_set_visible (priv->import_button, TRUE);
}

const char *
bv_page_get_import_target (BvPage *self, gint64 *decision_id)
{
  g_return_val_if_fail (BV_IS_PAGE (self), NULL);
  BvPageClass *klass = BV_PAGE_GET_CLASS (self);
  const char *code = NULL;
  *decision_id = 0;
  if (klass->import_target != NULL)
    code = klass->import_target (self, decision_id);
  return code != NULL ? code : "people";
}

void
bv_page_show_error (BvPage *self, const GError *error)
{
  g_return_if_fail (BV_IS_PAGE (self));
  g_return_if_fail (error != NULL);
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (priv->error_page, escaped);
  set_state (self, "error");
}

gboolean
bv_page_is_settled (BvPage *self)
{
  g_return_val_if_fail (BV_IS_PAGE (self), TRUE);
  BvPagePrivate *priv = bv_page_get_instance_private (self);
  BvPageClass *klass = BV_PAGE_GET_CLASS (self);
  if (klass->is_busy != NULL && klass->is_busy (self))
    return FALSE;
  return !priv->is_stale && priv->loading_source == 0 && priv->refresh_source == 0
         && g_strcmp0 (gtk_stack_get_visible_child_name (priv->stack), "loading") != 0;
}
