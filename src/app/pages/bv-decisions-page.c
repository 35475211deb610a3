// SPDX-License-Identifier: GPL-3.0-or-later
/* Decisions of the window's year as a list; the chosen one in a BvDecisionPane. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-decisions-page.h"

#include "base/bv-date.h"
#include "bv-act.h"
#include "bv-read.h"
#include "merit/bv-decision.h"
#include "pages/bv-decision-editors.h"
#include "pages/bv-decision-pane.h"
#include "pages/bv-fund-window.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"

#include <glib/gi18n.h>

struct _BvDecisionsPage
{
  BvPage parent_instance;

  /* Template */
  GtkSearchEntry *search_entry;
  GtkDropDown *origin_dropdown;
  AdwBin *columns_bin;
  BvListView *list;
  BvDecisionPane *pane;

  /* State */
  gint64 wanted_id; /* to be shown once it is there */
  gboolean is_loaded;
};

G_DEFINE_FINAL_TYPE (BvDecisionsPage, bv_decisions_page, BV_TYPE_PAGE)

static char *
format_number (BvRow *row, guint column)
{
  const char *number = bv_row_get_text (row, column);

  return g_strdup (*number != '\0' ? number : _ ("Draft"));
}

static const BvListColumn columns[] = {
  { "number", N_ ("Number"), BV_LIST_COLUMN_TEXT, BV_DECISION_COLUMN_NUMBER, 112, FALSE, FALSE,
    format_number },
  { "date", N_ ("Date"), BV_LIST_COLUMN_DATE, BV_DECISION_COLUMN_DATE, 104, FALSE, TRUE, NULL },
  { "title", N_ ("About"), BV_LIST_COLUMN_TITLE, BV_DECISION_COLUMN_TITLE, 0, FALSE, FALSE, NULL },
  { "units", N_ ("Collectives"), BV_LIST_COLUMN_NUMBER, BV_DECISION_COLUMN_N_UNITS, 84, FALSE, TRUE,
    NULL },
  { "persons", N_ ("Persons"), BV_LIST_COLUMN_NUMBER, BV_DECISION_COLUMN_N_PERSONS, 84, FALSE, TRUE,
    NULL },
  { "households", N_ ("Households"), BV_LIST_COLUMN_NUMBER, BV_DECISION_COLUMN_N_HOUSEHOLDS, 84,
    FALSE, TRUE, NULL },
  { "bonus", N_ ("Bonus"), BV_LIST_COLUMN_MONEY, BV_DECISION_COLUMN_BONUS, 104, FALSE, TRUE, NULL },
  { "issuer", N_ ("Issuer"), BV_LIST_COLUMN_TEXT, BV_DECISION_COLUMN_ISSUER, 200, FALSE, TRUE,
    NULL },
};

static BvRowSource *
make_source (const char *sort, gboolean descending, gpointer user_data)
{
  BvDecisionsPage *self = user_data;
  BvDecisionFilter filter = BV_DECISION_FILTER_ALL;
  guint origin = gtk_drop_down_get_selected (self->origin_dropdown);

  filter.year = bv_page_get_year (BV_PAGE (self));
  filter.origin = origin == 1 ? BV_ORIGIN_MADE : origin == 2 ? BV_ORIGIN_RECEIVED : -1;
  filter.search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  return bv_decision_source (&filter);
}

static gboolean
is_filtered (BvDecisionsPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0'
         || gtk_drop_down_get_selected (self->origin_dropdown) != 0;
}

static void
loaded_cb (BvDecisionsPage *self)
{
  self->is_loaded = TRUE;
  if (self->wanted_id != 0)
    bv_list_view_select (self->list, self->wanted_id);
  self->wanted_id = 0;
  if (bv_list_view_get_n_rows (self->list) == 0 && !is_filtered (self))
    {
      g_autofree char *title = g_strdup_printf (_ ("No decision of %d yet"),
                                                bv_page_get_year (BV_PAGE (self)));

      bv_decision_pane_set_decision (self->pane, 0);
      bv_page_show_empty (BV_PAGE (self), "bv-decisions-symbolic", title,
                          _ ("Draft a decision, add the people and collectives by typing their "
                             "names, and issue it with number and date. An award list can also be "
                             "imported."),
                          _ ("_New Decision"), "decisions.add", NULL);
      bv_page_offer_import (BV_PAGE (self));
    }
  else
    bv_page_show_content (BV_PAGE (self));
}

static void
failed_cb (BvDecisionsPage *self, const GError *error)
{
  bv_page_show_error (BV_PAGE (self), error);
}

static void
selected_cb (BvDecisionsPage *self)
{
  bv_decision_pane_set_decision (self->pane, bv_list_view_get_selected (self->list));
}

static void
filter_cb (BvDecisionsPage *self)
{
  if (bv_page_get_store (BV_PAGE (self)) != NULL)
    bv_list_view_requery (self->list);
}

static void
bv_decisions_page_set_store (BvPage *page, BvStore *store)
{
  BvDecisionsPage *self = BV_DECISIONS_PAGE (page);

  self->is_loaded = FALSE;
  bv_decision_pane_set_store (self->pane, store);
  bv_list_view_set_store (self->list, NULL);
}

static void
bv_decisions_page_refresh (BvPage *page, const char *const *tables)
{
  BvDecisionsPage *self = BV_DECISIONS_PAGE (page);

  bv_act_set_enabled (GTK_WIDGET (page), bv_page_get_store (page), "decisions.add", TRUE);
  bv_act_set_enabled (GTK_WIDGET (page), bv_page_get_store (page), "decisions.add-from-dossier",
                      TRUE);
  bv_act_set_enabled (GTK_WIDGET (page), bv_page_get_store (page), "decisions.add-received", TRUE);
  if (!bv_page_changed_table (tables, "decision", "award", "setting", "subject", "revocation",
                              "fund_entry", NULL))
    return;
  if (tables == NULL)
    {
      bv_page_show_loading (page);
      bv_list_view_set_store (self->list, bv_page_get_store (page));
      bv_list_view_requery (self->list);
    }
  else
    bv_list_view_reload (self->list);
  bv_decision_pane_reload (self->pane);
}

static gboolean
bv_decisions_page_start_search (BvPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BV_DECISIONS_PAGE (page)->search_entry));
}

static gboolean
bv_decisions_page_open_record (BvPage *page, const char *kind, gint64 id)
{
  BvDecisionsPage *self = BV_DECISIONS_PAGE (page);

  if (g_strcmp0 (kind, "decision") != 0)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  self->wanted_id = id;
  if (self->is_loaded && !bv_list_view_is_loading (self->list))
    bv_list_view_select (self->list, id);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return TRUE;
}

static void
show_edited (BvDecisionsPage *self, gint64 id)
{
  self->wanted_id = id;
  bv_page_queue_refresh (BV_PAGE (self));
}

static void
edited_cb (GtkWidget *parent, gint64 id)
{
  show_edited (BV_DECISIONS_PAGE (parent), id);
  bv_decision_pane_start_adding (BV_DECISIONS_PAGE (parent)->pane);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_decision_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), 0, BV_ORIGIN_MADE,
                              bv_page_get_year (BV_PAGE (widget)), edited_cb);
}

static void
add_received_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_decision_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), 0, BV_ORIGIN_RECEIVED,
                              bv_page_get_year (BV_PAGE (widget)), edited_cb);
}

static void
drafted_cb (GtkWidget *parent, gint64 id)
{
  show_edited (BV_DECISIONS_PAGE (parent), id);
}

static void
add_from_dossier_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_decision_editor_from_dossier (widget, bv_page_get_store (BV_PAGE (widget)), 0, drafted_cb);
}

static void
fund_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  BvStore *store = bv_page_get_store (BV_PAGE (widget));

  if (store != NULL)
    bv_fund_window_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, store, 0);
}

static gboolean
bv_decisions_page_is_busy (BvPage *page)
{
  BvDecisionsPage *self = BV_DECISIONS_PAGE (page);

  return bv_list_view_is_loading (self->list) || !bv_decision_pane_is_settled (self->pane);
}

/* Into the decision in front while its list is open; otherwise the assistant asks. */
static const char *
bv_decisions_page_import_target (BvPage *page, gint64 *decision_id)
{
  BvDecisionsPage *self = BV_DECISIONS_PAGE (page);

  if (bv_decision_pane_has_open_list (self->pane))
    *decision_id = bv_decision_pane_get_decision (self->pane);
  return "awards";
}

static void
bv_decisions_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_DECISIONS_PAGE);

  G_OBJECT_CLASS (bv_decisions_page_parent_class)->dispose (object);
}

static void
bv_decisions_page_class_init (BvDecisionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_decisions_page_dispose;
  page_class->set_store = bv_decisions_page_set_store;
  page_class->refresh = bv_decisions_page_refresh;
  page_class->is_busy = bv_decisions_page_is_busy;
  page_class->start_search = bv_decisions_page_start_search;
  page_class->import_target = bv_decisions_page_import_target;
  page_class->open_record = bv_decisions_page_open_record;

  gtk_widget_class_install_action (widget_class, "decisions.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "decisions.add-received", NULL,
                                   add_received_action);
  gtk_widget_class_install_action (widget_class, "decisions.fund", NULL, fund_action);
  gtk_widget_class_install_action (widget_class, "decisions.add-from-dossier", NULL,
                                   add_from_dossier_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "decisions.add",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "decisions.add-from-dossier", NULL);

  g_type_ensure (BV_TYPE_LIST_VIEW);
  g_type_ensure (BV_TYPE_DECISION_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-decisions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvDecisionsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionsPage, origin_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionsPage, columns_bin);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionsPage, list);
  gtk_widget_class_bind_template_child (widget_class, BvDecisionsPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_edited);
}

static void
bv_decisions_page_init (BvDecisionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_list_view_set_columns (self->list, "decisions", _ ("Decisions"), columns,
                            G_N_ELEMENTS (columns));
  bv_list_view_set_source_func (self->list, make_source, self);
  bv_list_view_set_autoselect (self->list, TRUE);
  adw_bin_set_child (self->columns_bin, bv_list_view_get_columns_button (self->list));
}
