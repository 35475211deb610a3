// SPDX-License-Identifier: GPL-3.0-or-later
/* Initiatives of the window's year as a list with a pane beside it; in a second list the sessions of the council. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-initiatives-page.h"

#include "base/bv-number.h"
#include "bv-act.h"
#include "bv-read.h"
#include "merit/bv-initiative-session.h"
#include "pages/bv-initiative-editors.h"
#include "pages/bv-initiative-pane.h"
#include "pages/bv-initiative-session-pane.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"

#include <glib/gi18n.h>

struct _BvInitiativesPage
{
  BvPage parent_instance;

  /* Template */
  AdwSplitButton *add_button;
  GtkSearchEntry *search_entry;
  GtkDropDown *state_dropdown;
  GtkWidget *filter_button;
  GtkDropDown *field_dropdown;
  GtkDropDown *scope_dropdown;
  GtkDropDown *session_dropdown;
  AdwBin *columns_bin;
  GtkStack *lists;
  GtkStack *panes;
  BvListView *list;
  BvListView *session_list;
  BvInitiativePane *pane;
  BvInitiativeSessionPane *session_pane;

  /* Owned */
  GCancellable *reading;
  GArray *session_ids; /* of gint64, as in the dropdown after its two first lines */

  /* State */
  gint64 wanted_id; /* to be shown once it is there */
  gint64 wanted_session;
  gboolean is_loaded;
  gboolean is_reading;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BvInitiativesPage, bv_initiatives_page, BV_TYPE_PAGE)

/* ── Columns ───────────────────────────────────────────────────────────────────────────────── */

static char *
format_state (BvRow *row, guint column)
{
  return g_strdup (bv_choice_label (bv_initiative_states, bv_row_get_text (row, column)));
}

static char *
format_scope (BvRow *row, guint column)
{
  const char *code = bv_row_get_text (row, column);

  return g_strdup (*code != '\0' ? bv_choice_label (bv_initiative_scopes, code) : "");
}

static char *
format_points (BvRow *row, guint column)
{
  return bv_row_is_null (row, column) ? g_strdup ("")
                                      : bv_number_format_hundredths (bv_row_get_int (row, column));
}

static const BvListColumn columns[] = {
  { "title", N_ ("Initiative"), BV_LIST_COLUMN_TITLE, BV_INITIATIVE_COLUMN_TITLE, 0, TRUE, FALSE,
    NULL },
  { "authors", N_ ("Authors"), BV_LIST_COLUMN_TEXT, BV_INITIATIVE_COLUMN_AUTHORS, 120, TRUE, FALSE,
    NULL },
  { "state", N_ ("State"), BV_LIST_COLUMN_TEXT, BV_INITIATIVE_COLUMN_STATE, 104, TRUE, FALSE,
    format_state },
  { "points", N_ ("Points"), BV_LIST_COLUMN_TEXT, BV_INITIATIVE_COLUMN_POINTS, 64, TRUE, TRUE,
    format_points },
  { "scope", N_ ("Reach"), BV_LIST_COLUMN_TEXT, BV_INITIATIVE_COLUMN_SCOPE, 96, FALSE, TRUE,
    format_scope },
  { "field", N_ ("Field of work"), BV_LIST_COLUMN_TEXT, BV_INITIATIVE_COLUMN_FIELD, 120, TRUE, TRUE,
    NULL },
  { "unit", N_ ("Unit"), BV_LIST_COLUMN_TEXT, BV_INITIATIVE_COLUMN_UNIT, 160, TRUE, TRUE, NULL },
  { "session", N_ ("Session"), BV_LIST_COLUMN_TEXT, BV_INITIATIVE_COLUMN_SESSION, 160, FALSE, TRUE,
    NULL },
  { "number", N_ ("Decision"), BV_LIST_COLUMN_TEXT, BV_INITIATIVE_COLUMN_NUMBER, 104, FALSE, TRUE,
    NULL },
};

static const BvListColumn session_columns[] = {
  { "title", N_ ("Session"), BV_LIST_COLUMN_TITLE, BV_INITIATIVE_SESSION_COLUMN_TITLE, 0, FALSE,
    FALSE, NULL },
  { "date", N_ ("Date"), BV_LIST_COLUMN_DATE, BV_INITIATIVE_SESSION_COLUMN_DATE, 100, FALSE, FALSE,
    NULL },
  { "n", N_ ("Initiatives"), BV_LIST_COLUMN_NUMBER, BV_INITIATIVE_SESSION_COLUMN_N, 84, FALSE,
    FALSE, NULL },
  { "recognised", N_ ("Recognised"), BV_LIST_COLUMN_NUMBER,
    BV_INITIATIVE_SESSION_COLUMN_N_RECOGNISED, 84, FALSE, TRUE, NULL },
  { "number", N_ ("Decision"), BV_LIST_COLUMN_TEXT, BV_INITIATIVE_SESSION_COLUMN_NUMBER, 104, FALSE,
    TRUE, NULL },
};

/* ── The lists ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
shows_sessions (BvInitiativesPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->lists), "sessions") == 0;
}

/* 0 also while it has no choices yet. */
static guint
get_place (GtkDropDown *dropdown)
{
  guint place = gtk_drop_down_get_selected (dropdown);

  return place != GTK_INVALID_LIST_POSITION ? place : 0;
}

static const char *
get_choice (GtkDropDown *dropdown)
{
  GtkStringObject *object = gtk_drop_down_get_selected_item (dropdown);

  return object != NULL ? gtk_string_object_get_string (object) : "";
}

static BvRowSource *
make_source (const char *sort, gboolean descending, gpointer user_data)
{
  BvInitiativesPage *self = user_data;
  BvInitiativeFilter filter = BV_INITIATIVE_FILTER_ALL;
  guint scope = get_place (self->scope_dropdown);
  guint session = get_place (self->session_dropdown);

  filter.year = bv_page_get_year (BV_PAGE (self));
  filter.state = (int) get_place (self->state_dropdown) - 1;
  filter.search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  if (get_place (self->field_dropdown) > 0)
    filter.field = get_choice (self->field_dropdown);
  if (scope > 0)
    filter.scope = bv_initiative_scopes[scope].code;
  if (session == 1)
    filter.session_id = -1;
  else if (session > 1 && session - 2 < self->session_ids->len)
    filter.session_id = g_array_index (self->session_ids, gint64, session - 2);
  return bv_initiative_source (&filter, sort, descending);
}

static BvRowSource *
make_session_source (const char *sort, gboolean descending, gpointer user_data)
{
  BvInitiativesPage *self = user_data;

  return bv_initiative_session_source (
    bv_page_get_year (BV_PAGE (self)),
    shows_sessions (self) ? gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) : NULL);
}

static gboolean
is_narrowed (BvInitiativesPage *self)
{
  return get_place (self->field_dropdown) > 0 || get_place (self->scope_dropdown) > 0
         || get_place (self->session_dropdown) > 0;
}

static gboolean
is_filtered (BvInitiativesPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0'
         || get_place (self->state_dropdown) > 0 || is_narrowed (self);
}

/* The page is empty when there is neither an initiative nor a session of the year. */
static void
show_state (BvInitiativesPage *self)
{
  g_autofree char *title = NULL;

  if (bv_list_view_is_loading (self->list) || bv_list_view_is_loading (self->session_list))
    return;
  if (bv_list_view_get_n_rows (self->list) > 0 || bv_list_view_get_n_rows (self->session_list) > 0
      || is_filtered (self))
    {
      bv_page_show_content (BV_PAGE (self));
      return;
    }
  title = g_strdup_printf (_ ("No initiative of %d yet"), bv_page_get_year (BV_PAGE (self)));
  bv_initiative_pane_set_initiative (self->pane, 0);
  bv_initiative_session_pane_set_session (self->session_pane, 0);
  bv_page_show_empty (BV_PAGE (self), "bv-initiatives-symbolic", title,
                      _ ("Write down an initiative with its authors and their shares, submit it, "
                         "and put it before a session of the council."),
                      _ ("_New Initiative"), "initiatives.add", NULL);
}

static void
loaded_cb (BvInitiativesPage *self)
{
  self->is_loaded = TRUE;
  if (self->wanted_id != 0)
    bv_list_view_select (self->list, self->wanted_id);
  self->wanted_id = 0;
  show_state (self);
}

static void
sessions_loaded_cb (BvInitiativesPage *self)
{
  if (self->wanted_session != 0)
    bv_list_view_select (self->session_list, self->wanted_session);
  self->wanted_session = 0;
  show_state (self);
}

static void
failed_cb (BvInitiativesPage *self, const GError *error)
{
  bv_page_show_error (BV_PAGE (self), error);
}

static void
selected_cb (BvInitiativesPage *self)
{
  bv_initiative_pane_set_initiative (self->pane, bv_list_view_get_selected (self->list));
}

static void
session_selected_cb (BvInitiativesPage *self)
{
  bv_initiative_session_pane_set_session (self->session_pane,
                                          bv_list_view_get_selected (self->session_list));
}

static void
filter_cb (BvInitiativesPage *self)
{
  if (bv_page_get_store (BV_PAGE (self)) == NULL || self->is_filling)
    return;
  if (is_narrowed (self))
    gtk_widget_add_css_class (self->filter_button, "bv-active");
  else
    gtk_widget_remove_css_class (self->filter_button, "bv-active");
  bv_list_view_requery (shows_sessions (self) ? self->session_list : self->list);
}

static void
switched_cb (BvInitiativesPage *self)
{
  gboolean is_sessions = shows_sessions (self);

  gtk_stack_set_visible_child_name (self->panes, is_sessions ? "sessions" : "initiatives");
  gtk_widget_set_visible (GTK_WIDGET (self->state_dropdown), !is_sessions);
  gtk_widget_set_visible (self->filter_button, !is_sessions);
  /* What is added is what is looked at. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button),
                                  is_sessions ? "initiatives.add-session" : "initiatives.add");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), is_sessions
                                                                ? _ ("New session (Ctrl+Shift+N)")
                                                                : _ ("New initiative (Ctrl+N)"));
  /* gtk_search_entry_set_placeholder_text() came with GTK 4.10. */
  g_object_set (self->search_entry, "placeholder-text",
                is_sessions ? _ ("Title or number of the decision") : _ ("Title, author or unit"),
                NULL);
  adw_bin_set_child (self->columns_bin, bv_list_view_get_columns_button (
                                          is_sessions ? self->session_list : self->list));
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* ── The filters' choices ──────────────────────────────────────────────────────────────────── */

typedef struct
{
  char **fields;
  GPtrArray *sessions;
} Choices;

static void
choices_free (gpointer pointer)
{
  Choices *choices = pointer;

  g_strfreev (choices->fields);
  g_clear_pointer (&choices->sessions, g_ptr_array_unref);
  g_free (choices);
}

static gpointer
read_choices (BvConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  Choices *choices = g_new0 (Choices, 1);

  choices->fields = bv_initiative_list_fields (connection, error);
  if (choices->fields != NULL)
    choices->sessions = bv_initiative_session_list (connection, *(int *) user_data, error);
  if (choices->sessions == NULL)
    g_clear_pointer (&choices, choices_free);
  return choices;
}

static void
fill (GtkDropDown *dropdown, GtkStringList *list)
{
  g_autofree char *before = g_strdup (get_choice (dropdown));
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    if (g_str_equal (gtk_string_list_get_string (list, i), before))
      selected = i;
  gtk_drop_down_set_model (dropdown, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (dropdown, selected);
}

static void
choices_cb (gpointer owner, gpointer result, const GError *error)
{
  BvInitiativesPage *self = owner;
  Choices *choices = result;
  g_autoptr (GtkStringList) fields = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) sessions = gtk_string_list_new (NULL);

  self->is_reading = FALSE;
  if (error != NULL)
    return; /* the lists tell what is wrong with the file */
  self->is_filling = TRUE;
  gtk_string_list_append (fields, _ ("All fields"));
  for (guint i = 0; choices->fields[i] != NULL; i++)
    gtk_string_list_append (fields, choices->fields[i]);
  fill (self->field_dropdown, fields);
  gtk_string_list_append (sessions, _ ("All sessions"));
  gtk_string_list_append (sessions, _ ("In no session"));
  g_array_set_size (self->session_ids, 0);
  for (guint i = 0; i < choices->sessions->len; i++)
    {
      const BvInitiativeSession *session = g_ptr_array_index (choices->sessions, i);

      gtk_string_list_append (sessions, session->title);
      g_array_append_val (self->session_ids, session->id);
    }
  fill (self->session_dropdown, sessions);
  self->is_filling = FALSE;
  choices_free (choices);
}

static void
start_reading (BvInitiativesPage *self)
{
  int year = bv_page_get_year (BV_PAGE (self));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->is_reading = TRUE;
  bv_read_async (G_OBJECT (self), bv_page_get_store (BV_PAGE (self)), read_choices,
                 g_memdup2 (&year, sizeof year), g_free, choices_cb, choices_free, self->reading);
}

/* ── The page ──────────────────────────────────────────────────────────────────────────────── */

static void
bv_initiatives_page_set_store (BvPage *page, BvStore *store)
{
  BvInitiativesPage *self = BV_INITIATIVES_PAGE (page);

  self->is_loaded = FALSE;
  g_cancellable_cancel (self->reading);
  self->is_reading = FALSE;
  bv_initiative_pane_set_store (self->pane, store);
  bv_initiative_session_pane_set_store (self->session_pane, store);
  bv_list_view_set_store (self->list, NULL);
  bv_list_view_set_store (self->session_list, NULL);
}

static void
bv_initiatives_page_refresh (BvPage *page, const char *const *tables)
{
  BvInitiativesPage *self = BV_INITIATIVES_PAGE (page);

  bv_act_set_enabled (GTK_WIDGET (page), bv_page_get_store (page), "initiatives.add", TRUE);
  bv_act_set_enabled (GTK_WIDGET (page), bv_page_get_store (page), "initiatives.add-session", TRUE);
  if (!bv_page_changed_table (tables, "initiative", "initiative_author", "initiative_session",
                              "initiative_examiner", "initiative_mark", "nomination",
                              "nomination_initiative", "setting", "subject", "membership", NULL))
    return;
  start_reading (self);
  if (tables == NULL)
    {
      bv_page_show_loading (page);
      bv_list_view_set_store (self->list, bv_page_get_store (page));
      bv_list_view_requery (self->list);
      bv_list_view_set_store (self->session_list, bv_page_get_store (page));
      bv_list_view_requery (self->session_list);
    }
  else
    {
      bv_list_view_reload (self->list);
      bv_list_view_reload (self->session_list);
    }
  bv_initiative_pane_reload (self->pane);
  bv_initiative_session_pane_reload (self->session_pane);
}

static gboolean
bv_initiatives_page_start_search (BvPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BV_INITIATIVES_PAGE (page)->search_entry));
}

static void
show_initiative (BvInitiativesPage *self, gint64 id)
{
  gtk_stack_set_visible_child_name (self->lists, "initiatives");
  self->wanted_id = id;
  bv_page_queue_refresh (BV_PAGE (self));
}

static void
show_session (BvInitiativesPage *self, gint64 id)
{
  gtk_stack_set_visible_child_name (self->lists, "sessions");
  self->wanted_session = id;
  bv_page_queue_refresh (BV_PAGE (self));
}

static gboolean
bv_initiatives_page_open_record (BvPage *page, const char *kind, gint64 id)
{
  BvInitiativesPage *self = BV_INITIATIVES_PAGE (page);

  if (g_strcmp0 (kind, "initiative") != 0)
    return FALSE;
  gtk_stack_set_visible_child_name (self->lists, "initiatives");
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->state_dropdown, 0);
  self->wanted_id = id;
  if (self->is_loaded && !bv_list_view_is_loading (self->list))
    bv_list_view_select (self->list, id);
  return TRUE;
}

static void
open_initiative_cb (BvInitiativesPage *self, gint64 id)
{
  bv_initiatives_page_open_record (BV_PAGE (self), "initiative", id);
}

static void
edited_cb (GtkWidget *parent, gint64 id)
{
  show_initiative (BV_INITIATIVES_PAGE (parent), id);
}

static void
session_edited_cb (GtkWidget *parent, gint64 id)
{
  show_session (BV_INITIATIVES_PAGE (parent), id);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_initiative_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), 0,
                                bv_page_get_year (BV_PAGE (widget)), edited_cb);
}

static void
add_session_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_initiative_session_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), 0,
                                        bv_page_get_year (BV_PAGE (widget)), session_edited_cb);
}

static gboolean
bv_initiatives_page_is_busy (BvPage *page)
{
  BvInitiativesPage *self = BV_INITIATIVES_PAGE (page);

  return self->is_reading || bv_list_view_is_loading (self->list)
         || bv_list_view_is_loading (self->session_list)
         || !bv_initiative_pane_is_settled (self->pane)
         || !bv_initiative_session_pane_is_settled (self->session_pane);
}

static void
bv_initiatives_page_dispose (GObject *object)
{
  BvInitiativesPage *self = BV_INITIATIVES_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_INITIATIVES_PAGE);

  G_OBJECT_CLASS (bv_initiatives_page_parent_class)->dispose (object);
}

static void
bv_initiatives_page_finalize (GObject *object)
{
  g_array_unref (BV_INITIATIVES_PAGE (object)->session_ids);

  G_OBJECT_CLASS (bv_initiatives_page_parent_class)->finalize (object);
}

/* The next step of what is looked at, wherever on the page the focus is. */
static gboolean
step_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BvInitiativesPage *self = BV_INITIATIVES_PAGE (widget);

  return shows_sessions (self)
           ? gtk_widget_activate_action (GTK_WIDGET (self->session_pane), "session.decide", NULL)
           : gtk_widget_activate_action (GTK_WIDGET (self->pane), "initiative.step", NULL);
}

static gboolean
edit_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BvInitiativesPage *self = BV_INITIATIVES_PAGE (widget);

  return shows_sessions (self)
           ? gtk_widget_activate_action (GTK_WIDGET (self->session_pane), "session.edit", NULL)
           : gtk_widget_activate_action (GTK_WIDGET (self->pane), "initiative.edit", NULL);
}

static void
bv_initiatives_page_class_init (BvInitiativesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_initiatives_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_initiatives_page_finalize;
  page_class->set_store = bv_initiatives_page_set_store;
  page_class->refresh = bv_initiatives_page_refresh;
  page_class->is_busy = bv_initiatives_page_is_busy;
  page_class->start_search = bv_initiatives_page_start_search;
  page_class->open_record = bv_initiatives_page_open_record;

  gtk_widget_class_install_action (widget_class, "initiatives.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "initiatives.add-session", NULL,
                                   add_session_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "initiatives.add",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "initiatives.add-session", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, step_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, step_key_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, edit_key_cb, NULL);

  g_type_ensure (BV_TYPE_LIST_VIEW);
  g_type_ensure (BV_TYPE_INITIATIVE_PANE);
  g_type_ensure (BV_TYPE_INITIATIVE_SESSION_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-initiatives-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, state_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, field_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, scope_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, session_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, columns_bin);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, lists);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, panes);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, list);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, session_list);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, pane);
  gtk_widget_class_bind_template_child (widget_class, BvInitiativesPage, session_pane);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, sessions_loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, session_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_initiative);
  gtk_widget_class_bind_template_callback (widget_class, show_session);
  gtk_widget_class_bind_template_callback (widget_class, open_initiative_cb);
}

/* @first, then the labels of @choices. */
static void
fill_choices (GtkDropDown *dropdown, const char *first, const BvChoice *choices)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, first);
  for (; choices->code != NULL; choices++)
    gtk_string_list_append (list, g_dpgettext2 (NULL, choices->context, choices->label));
  gtk_drop_down_set_model (dropdown, G_LIST_MODEL (list));
}

static void
bv_initiatives_page_init (BvInitiativesPage *self)
{
  self->session_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self->state_dropdown, _ ("All"), bv_initiative_states);
  fill_choices (self->scope_dropdown, _ ("Any reach"), bv_initiative_scopes + 1);
  self->is_filling = FALSE;
  bv_list_view_set_columns (self->list, "initiatives", _ ("Initiatives"), columns,
                            G_N_ELEMENTS (columns));
  bv_list_view_set_source_func (self->list, make_source, self);
  bv_list_view_set_autoselect (self->list, TRUE);
  bv_list_view_set_columns (self->session_list, "initiative-sessions",
                            _ ("Sessions of the council"), session_columns,
                            G_N_ELEMENTS (session_columns));
  bv_list_view_set_source_func (self->session_list, make_session_source, self);
  bv_list_view_set_autoselect (self->session_list, TRUE);
  bv_list_view_set_nothing (self->session_list, "bv-initiatives-symbolic", _ ("No session yet"),
                            _ ("Add a session of the month, the quarter or the year."));
  switched_cb (self);
}
