// SPDX-License-Identifier: GPL-3.0-or-later
/* Dossiers as a list with their terms and papers; one opened in a BvDossierView in place of the list. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-nominations-page.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "bv-act.h"
#include "bv-read.h"
#include "merit/bv-completeness.h"
#include "merit/bv-dossier.h"
#include "pages/bv-dossier-editors.h"
#include "pages/bv-dossier-view.h"
#include "pages/bv-holidays-window.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"

#include <glib/gi18n.h>

struct _BvNominationsPage
{
  BvPage parent_instance;

  /* Template */
  GtkWidget *list_button;
  GtkStack *stack;
  GtkSearchEntry *search_entry;
  GtkDropDown *state_dropdown;
  AdwBin *columns_bin;
  BvListView *list;
  BvDossierView *view;

  /* Owned */
  GCancellable *reading;

  /* State */
  gint64 wanted_id; /* to be selected once it is there */
  gboolean is_reading;
};

G_DEFINE_FINAL_TYPE (BvNominationsPage, bv_nominations_page, BV_TYPE_PAGE)

/* ── The list ──────────────────────────────────────────────────────────────────────────────── */

/** What is known of a dossier beyond its row. */
typedef struct
{
  char *due;
  char *left;
  char *papers;
  gboolean is_late;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->due);
  g_free (known->left);
  g_free (known->papers);
  g_free (known);
}

/* By id of the dossier, for the cells of the list, which know only their row. Main thread. */
static GHashTable *known_dossiers;

static const Known *
find_known (BvRow *row)
{
  gint64 id = bv_row_get_id (row);

  return known_dossiers != NULL ? g_hash_table_lookup (known_dossiers, &id) : NULL;
}

static char *
format_manner (BvRow *row, guint column)
{
  BvManner manner;

  return g_strdup (bv_manner_from_code (bv_row_get_text (row, column), &manner)
                     ? bv_manner_get_label (manner)
                     : "");
}

static char *
format_level (BvRow *row, guint column)
{
  BvLevel level;

  return g_strdup (
    bv_level_from_code (bv_row_get_text (row, column), &level) ? bv_level_get_label (level) : "");
}

static char *
format_state (BvRow *row, guint column)
{
  return g_strdup (bv_choice_label (bv_dossier_states, bv_row_get_text (row, column)));
}

static char *
format_due (BvRow *row, guint column)
{
  const Known *known = find_known (row);

  return g_strdup (known != NULL ? known->due : "");
}

static char *
format_left (BvRow *row, guint column)
{
  const Known *known = find_known (row);

  return g_strdup (known != NULL ? known->left : "");
}

static const char *
icon_left (BvRow *row, guint column)
{
  const Known *known = find_known (row);

  return known != NULL && known->is_late ? "dialog-warning-symbolic" : NULL;
}

static char *
format_papers (BvRow *row, guint column)
{
  const Known *known = find_known (row);

  return g_strdup (known != NULL ? known->papers : "");
}

static const BvListColumn columns[] = {
  { "title", N_ ("Dossier"), BV_LIST_COLUMN_TITLE, BV_DOSSIER_COLUMN_TITLE, 0, FALSE, FALSE, NULL,
    NULL },
  { "state", N_ ("State"), BV_LIST_COLUMN_TEXT, BV_DOSSIER_COLUMN_STATE, 118, FALSE, FALSE,
    format_state, NULL },
  { "nominations", N_ ("Proposed"), BV_LIST_COLUMN_NUMBER, BV_DOSSIER_COLUMN_N_NOMINATIONS, 92,
    FALSE, FALSE, NULL, NULL },
  { "papers", N_ ("Papers there"), BV_LIST_COLUMN_TEXT, BV_DOSSIER_COLUMN_WORKING_DAYS, 100, FALSE,
    FALSE, format_papers, NULL },
  { "due", N_ ("Due on"), BV_LIST_COLUMN_TEXT, BV_DOSSIER_COLUMN_RECEIVED_ON, 96, FALSE, FALSE,
    format_due, NULL },
  { "left", N_ ("Time left"), BV_LIST_COLUMN_TITLE, BV_DOSSIER_COLUMN_RECEIVED_ON, 150, FALSE,
    FALSE, format_left, icon_left },
  { "manner", N_ ("Manner of award"), BV_LIST_COLUMN_TEXT, BV_DOSSIER_COLUMN_MANNER, 124, FALSE,
    TRUE, format_manner, NULL },
  { "level", N_ ("Level"), BV_LIST_COLUMN_TEXT, BV_DOSSIER_COLUMN_LEVEL, 90, FALSE, TRUE,
    format_level, NULL },
  { "received", N_ ("Received on"), BV_LIST_COLUMN_DATE, BV_DOSSIER_COLUMN_RECEIVED_ON, 100, FALSE,
    TRUE, NULL, NULL },
  { "proposer", N_ ("Proposed by"), BV_LIST_COLUMN_TEXT, BV_DOSSIER_COLUMN_PROPOSER, 180, FALSE,
    TRUE, NULL, NULL },
};

static BvRowSource *
make_source (const char *sort, gboolean descending, gpointer user_data)
{
  BvNominationsPage *self = user_data;
  guint state = gtk_drop_down_get_selected (self->state_dropdown);
  const BvDossierFilter filter = {
    .year = bv_page_get_year (BV_PAGE (self)),
    .state = state == 0 || state > BV_N_DOSSIER_STATES ? -1 : (int) state - 1,
    .search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
  };

  return bv_dossier_source (&filter);
}

static gboolean
is_filtered (BvNominationsPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0'
         || gtk_drop_down_get_selected (self->state_dropdown) != 0;
}

static gboolean
shows_dossier (BvNominationsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "dossier") == 0;
}

/* ── Reading ───────────────────────────────────────────────────────────────────────────────── */

static gpointer
read_known (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable)
    answer = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, known_free);
  g_autoptr (GPtrArray) dossiers = bv_dossier_list (connection, GPOINTER_TO_INT (user_data), error);
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (BvWorkingDays) days = NULL;
  g_autofree char *today = bv_date_today ();

  if (dossiers == NULL)
    return NULL;
  regimes = bv_regime_set_load (connection, error);
  days = regimes != NULL ? bv_working_days_load (connection, error) : NULL;
  if (days == NULL)
    return NULL;
  for (guint i = 0; i < dossiers->len; i++)
    {
      const BvDossier *dossier = g_ptr_array_index (dossiers, i);
      Known *known = g_new0 (Known, 1);
      guint n_there, n_needed;

      g_hash_table_insert (answer, g_memdup2 (&dossier->id, sizeof dossier->id), known);
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !bv_completeness_count (connection, regimes, dossier->id, &n_there, &n_needed, NULL,
                                     error))
        return NULL;
      known->papers = g_strdup_printf ("%u/%u", n_there, n_needed);
      if (bv_dossier_is_running (dossier))
        {
          g_autofree char *due_on = bv_dossier_get_due_on (dossier, days);
          int days_left = bv_working_days_count (days, today, due_on);

          known->due = bv_date_format_short (due_on);
          known->left = bv_dossier_format_days_left (days_left);
          known->is_late = days_left < 0;
        }
    }
  return g_steal_pointer (&answer);
}

static void
known_cb (gpointer owner, gpointer result, const GError *error)
{
  BvNominationsPage *self = owner;

  self->is_reading = FALSE;
  if (error != NULL)
    {
      bv_page_show_error (BV_PAGE (self), error);
      return;
    }
  g_clear_pointer (&known_dossiers, g_hash_table_unref);
  known_dossiers = result;
  if (self->wanted_id == 0)
    self->wanted_id = bv_list_view_get_selected (self->list);
  bv_list_view_set_store (self->list, bv_page_get_store (BV_PAGE (self)));
  bv_list_view_requery (self->list);
}

static void
start_reading (BvNominationsPage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->is_reading = TRUE;
  self->reading = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), bv_page_get_store (BV_PAGE (self)), read_known,
                 GINT_TO_POINTER (bv_page_get_year (BV_PAGE (self))), NULL, known_cb,
                 (GDestroyNotify) g_hash_table_unref, self->reading);
}

/* ── List or dossier ───────────────────────────────────────────────────────────────────────── */

static void
show_list (BvNominationsPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_set_visible (self->list_button, FALSE);
  bv_dossier_view_set_dossier (self->view, 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nominations.list", FALSE);
}

static void
show_dossier (BvNominationsPage *self, gint64 id)
{
  gtk_stack_set_visible_child_name (self->stack, "dossier");
  gtk_widget_set_visible (self->list_button, TRUE);
  bv_dossier_view_set_dossier (self->view, id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nominations.list", TRUE);
  bv_page_show_content (BV_PAGE (self));
}

static void
loaded_cb (BvNominationsPage *self)
{
  if (self->wanted_id != 0)
    bv_list_view_select (self->list, self->wanted_id);
  self->wanted_id = 0;
  if (shows_dossier (self))
    return;
  if (bv_list_view_get_n_rows (self->list) == 0 && !is_filtered (self))
    {
      g_autofree char *title = g_strdup_printf (_ ("No dossier of %d yet"),
                                                bv_page_get_year (BV_PAGE (self)));

      bv_page_show_empty (BV_PAGE (self), "bv-nominations-symbolic", title,
                          _ ("Start a dossier for what one proposal asks for, add the people and "
                             "collectives, and the program says by the law who may get the award "
                             "and which papers are missing."),
                          _ ("_New Dossier"), "nominations.add", NULL);
    }
  else
    bv_page_show_content (BV_PAGE (self));
}

static void
failed_cb (BvNominationsPage *self, const GError *error)
{
  bv_page_show_error (BV_PAGE (self), error);
}

/* Whoever opens a dossier goes on by key among its names; its title is there to be read. */
static void
activate_cb (BvNominationsPage *self, gint64 id)
{
  show_dossier (self, id);
  bv_dossier_view_start (self->view);
}

static void
filter_cb (BvNominationsPage *self)
{
  if (bv_page_get_store (BV_PAGE (self)) != NULL)
    bv_list_view_requery (self->list);
}

/* ── The page ──────────────────────────────────────────────────────────────────────────────── */

static void
bv_nominations_page_set_store (BvPage *page, BvStore *store)
{
  BvNominationsPage *self = BV_NOMINATIONS_PAGE (page);

  g_cancellable_cancel (self->reading);
  self->is_reading = FALSE;
  show_list (self);
  bv_dossier_view_set_store (self->view, store);
  bv_list_view_set_store (self->list, NULL);
}

static void
bv_nominations_page_refresh (BvPage *page, const char *const *tables)
{
  BvNominationsPage *self = BV_NOMINATIONS_PAGE (page);

  bv_act_set_enabled (GTK_WIDGET (page), bv_page_get_store (page), "nominations.add", TRUE);
  if (!bv_page_changed_table (tables, "dossier", "nomination", "nomination_initiative",
                              "attestation", "report_part", "evidence", "holiday", "award",
                              "decision", "rating", "initiative", "initiative_author", "discipline",
                              "absence", "membership", "subject", "person", "unit", "revocation",
                              "fund_entry", "setting", "office_file", "base_salary", "meeting",
                              "agenda_item", "council", NULL))
    return;
  if (tables == NULL && !shows_dossier (self))
    bv_page_show_loading (page);
  start_reading (self);
  bv_dossier_view_reload (self->view);
}

static gboolean
bv_nominations_page_start_search (BvPage *page)
{
  BvNominationsPage *self = BV_NOMINATIONS_PAGE (page);

  if (shows_dossier (self))
    show_list (self);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

typedef struct
{
  gint64 dossier_id;
  gint64 nomination_id;
} Place;

static gpointer
find_place (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvNomination)
    nomination = bv_nomination_load (connection, *(gint64 *) user_data, error);
  Place *place;

  if (nomination == NULL)
    return NULL;
  place = g_new0 (Place, 1);
  place->dossier_id = nomination->dossier_id;
  place->nomination_id = nomination->id;
  return place;
}

static void
place_cb (gpointer owner, gpointer result, const GError *error)
{
  BvNominationsPage *self = owner;
  g_autofree Place *place = result;

  if (place == NULL)
    return;
  show_dossier (self, place->dossier_id);
  bv_dossier_view_start (self->view);
  bv_dossier_view_select (self->view, place->nomination_id);
}

static gboolean
bv_nominations_page_open_record (BvPage *page, const char *kind, gint64 id)
{
  BvNominationsPage *self = BV_NOMINATIONS_PAGE (page);

  if (g_strcmp0 (kind, "dossier") == 0)
    {
      show_dossier (self, id);
      bv_dossier_view_start (self->view);
      return TRUE;
    }
  if (g_strcmp0 (kind, "nomination") != 0)
    return FALSE;
  bv_read_async (G_OBJECT (self), bv_page_get_store (page), find_place, g_memdup2 (&id, sizeof id),
                 g_free, place_cb, g_free, NULL);
  return TRUE;
}

static gboolean
bv_nominations_page_is_busy (BvPage *page)
{
  BvNominationsPage *self = BV_NOMINATIONS_PAGE (page);

  return self->is_reading || bv_list_view_is_loading (self->list)
         || !bv_dossier_view_is_settled (self->view);
}

static void
edited_cb (GtkWidget *parent, gint64 id)
{
  show_dossier (BV_NOMINATIONS_PAGE (parent), id);
  bv_dossier_view_start (BV_NOMINATIONS_PAGE (parent)->view);
}

static void
view_edited_cb (BvNominationsPage *self, gint64 id)
{
  show_dossier (self, id);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_dossier_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), 0,
                             bv_page_get_year (BV_PAGE (widget)), edited_cb);
}

static void
list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvNominationsPage *self = BV_NOMINATIONS_PAGE (widget);

  show_list (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
holidays_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_holidays_window_present (widget, bv_page_get_store (BV_PAGE (widget)),
                              bv_page_get_year (BV_PAGE (widget)) + 1);
}

static void
bv_nominations_page_dispose (GObject *object)
{
  BvNominationsPage *self = BV_NOMINATIONS_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_NOMINATIONS_PAGE);

  G_OBJECT_CLASS (bv_nominations_page_parent_class)->dispose (object);
}

static void
bv_nominations_page_class_init (BvNominationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_nominations_page_dispose;
  page_class->set_store = bv_nominations_page_set_store;
  page_class->refresh = bv_nominations_page_refresh;
  page_class->is_busy = bv_nominations_page_is_busy;
  page_class->start_search = bv_nominations_page_start_search;
  page_class->open_record = bv_nominations_page_open_record;

  gtk_widget_class_install_action (widget_class, "nominations.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "nominations.list", NULL, list_action);
  gtk_widget_class_install_action (widget_class, "nominations.holidays", NULL, holidays_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "nominations.add",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "nominations.list",
                                       NULL);

  g_type_ensure (BV_TYPE_LIST_VIEW);
  g_type_ensure (BV_TYPE_DOSSIER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-nominations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvNominationsPage, list_button);
  gtk_widget_class_bind_template_child (widget_class, BvNominationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BvNominationsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BvNominationsPage, state_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvNominationsPage, columns_bin);
  gtk_widget_class_bind_template_child (widget_class, BvNominationsPage, list);
  gtk_widget_class_bind_template_child (widget_class, BvNominationsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_edited_cb);
}

static void
bv_nominations_page_init (BvNominationsPage *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (states, _ ("All states"));
  for (guint i = 0; bv_dossier_states[i].code != NULL; i++)
    gtk_string_list_append (states, bv_choice_label (bv_dossier_states, bv_dossier_states[i].code));
  gtk_drop_down_set_model (self->state_dropdown, G_LIST_MODEL (states));
  bv_list_view_set_columns (self->list, "dossiers", _ ("Dossiers"), columns,
                            G_N_ELEMENTS (columns));
  bv_list_view_set_source_func (self->list, make_source, self);
  bv_list_view_set_autoselect (self->list, TRUE);
  adw_bin_set_child (self->columns_bin, bv_list_view_get_columns_button (self->list));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nominations.list", FALSE);
}
