// SPDX-License-Identifier: GPL-3.0-or-later
/* Registrations of the window's year: units with the state of their sheets, the missing first, and the chosen one in a
 * BvRegistrationPane; behind it what became of them, a BvRegistrationResults. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-registrations-page.h"

#include "bv-act.h"
#include "bv-read.h"
#include "dialogs/bv-paper-window.h"
#include "documents/bv-registration-paper.h"
#include "merit/bv-registration.h"
#include "pages/bv-registration-editors.h"
#include "pages/bv-registration-pane.h"
#include "pages/bv-registration-results.h"
#include "pages/bv-registration-several.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"

#include <glib/gi18n.h>

struct _BvRegistrationsPage
{
  BvPage parent_instance;

  /* Template */
  GtkLabel *counts_label;
  GtkStack *views;
  GtkSearchEntry *search_entry;
  GtkDropDown *state_dropdown;
  AdwBin *columns_bin;
  BvListView *list;
  GtkStack *panes;
  BvRegistrationPane *pane;
  BvRegistrationSeveral *several;
  BvRegistrationResults *results;

  /* Owned */
  GCancellable *counting;

  /* State */
  gint64 wanted_id; /* unit to be shown once it is there */
  gboolean is_counting;
  gboolean results_are_old;
};

G_DEFINE_FINAL_TYPE (BvRegistrationsPage, bv_registrations_page, BV_TYPE_PAGE)

/* As in the dropdown; the first is all but those that register elsewhere. */
static const char *const state_codes[] = { NULL,   "missing",  "returned", "draft",
                                           "sent", "approved", "exempt" };

static char *
format_state (BvRow *row, guint column)
{
  return g_strdup (bv_choice_label (bv_registration_states, bv_row_get_text (row, column)));
}

static const BvListColumn columns[] = {
  { "state", N_ ("State"), BV_LIST_COLUMN_TEXT, BV_REGISTRATION_COLUMN_STATE, 110, FALSE, FALSE,
    format_state },
  { "unit", N_ ("Unit"), BV_LIST_COLUMN_TITLE, BV_REGISTRATION_COLUMN_UNIT, 0, FALSE, FALSE, NULL },
  { "titles", N_ ("Titles"), BV_LIST_COLUMN_NUMBER, BV_REGISTRATION_COLUMN_N_LINES, 80, FALSE,
    FALSE, NULL },
  { "units", N_ ("Collectives"), BV_LIST_COLUMN_NUMBER, BV_REGISTRATION_COLUMN_N_UNITS, 84, FALSE,
    TRUE, NULL },
  { "persons", N_ ("Persons"), BV_LIST_COLUMN_NUMBER, BV_REGISTRATION_COLUMN_N_PERSONS, 84, FALSE,
    TRUE, NULL },
  { "households", N_ ("Households"), BV_LIST_COLUMN_NUMBER, BV_REGISTRATION_COLUMN_N_HOUSEHOLDS, 84,
    FALSE, TRUE, NULL },
  { "sent", N_ ("Received on"), BV_LIST_COLUMN_DATE, BV_REGISTRATION_COLUMN_SENT_ON, 104, FALSE,
    TRUE, NULL },
};

static BvRowSource *
make_source (const char *sort, gboolean descending, gpointer user_data)
{
  BvRegistrationsPage *self = user_data;
  guint state = gtk_drop_down_get_selected (self->state_dropdown);
  const BvRegistrationFilter filter = {
    .year = bv_page_get_year (BV_PAGE (self)),
    .state = state < G_N_ELEMENTS (state_codes) ? state_codes[state] : NULL,
    .search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
  };

  return bv_registration_source (&filter);
}

static gboolean
is_filtered (BvRegistrationsPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0'
         || gtk_drop_down_get_selected (self->state_dropdown) != 0;
}

static gboolean
shows_results (BvRegistrationsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "results") == 0;
}

/* ── Counts ────────────────────────────────────────────────────────────────────────────────── */

static gpointer
read_counts (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree BvRegistrationCounts *counts = g_new0 (BvRegistrationCounts, 1);

  return bv_registration_count (connection, GPOINTER_TO_INT (user_data), counts, error)
           ? g_steal_pointer (&counts)
           : NULL;
}

static void
append (GString *text, guint n, const char *format)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_auto (GStrv) parts = g_strsplit (format, "%u", 2);
  g_autofree char *part = g_strjoinv (number, parts);

  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
counted_cb (gpointer owner, gpointer result, const GError *error)
{
  BvRegistrationsPage *self = owner;
  g_autofree BvRegistrationCounts *counts = result;
  g_autoptr (GString) text = g_string_new (NULL);

  self->is_counting = FALSE;
  if (error != NULL)
    {
      bv_page_show_error (BV_PAGE (self), error);
      return;
    }
  /* TRANSLATORS: counts of units by the state of their registrations, with dots between. */
  append (text, counts->n_missing, _ ("%u missing"));
  append (text, counts->n_returned, _ ("%u returned"));
  append (text, counts->n_draft, _ ("%u being written"));
  append (text, counts->n_sent, _ ("%u received"));
  append (text, counts->n_approved, _ ("%u approved"));
  append (text, counts->n_lines, _ ("%u titles"));
  gtk_label_set_text (self->counts_label, text->str);
}

static void
start_counting (BvRegistrationsPage *self)
{
  BvStore *store = bv_page_get_store (BV_PAGE (self));

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  self->is_counting = TRUE;
  bv_read_async (G_OBJECT (self), store, read_counts,
                 GINT_TO_POINTER (bv_page_get_year (BV_PAGE (self))), NULL, counted_cb, g_free,
                 self->counting);
}

/* ── The list ──────────────────────────────────────────────────────────────────────────────── */

static void
loaded_cb (BvRegistrationsPage *self)
{
  if (self->wanted_id != 0)
    bv_list_view_select (self->list, self->wanted_id);
  self->wanted_id = 0;
  if (bv_list_view_get_n_rows (self->list) == 0 && !is_filtered (self))
    {
      bv_registration_pane_set_unit (self->pane, 0, 0);
      bv_page_show_empty (
        BV_PAGE (self), "bv-registrations-symbolic", _ ("No unit to register yet"),
        _ ("Add the units of the office to the register, or import them: each "
           "of them registers at the start of the year."),
        _ ("Open the _Register"), "win.show-page", g_variant_new_string ("register"));
    }
  else
    bv_page_show_content (BV_PAGE (self));
}

static void
failed_cb (BvRegistrationsPage *self, const GError *error)
{
  bv_page_show_error (BV_PAGE (self), error);
}

/* One unit shows its sheet, several what they can do together. */
static void
selected_cb (BvRegistrationsPage *self)
{
  g_autoptr (GArray) ids = bv_list_view_get_selected_ids (self->list);

  gtk_stack_set_visible_child_name (self->panes, ids->len > 1 ? "several" : "one");
  if (ids->len > 1)
    {
      bv_registration_several_set (self->several, bv_page_get_store (BV_PAGE (self)), ids,
                                   bv_page_get_year (BV_PAGE (self)));
      return;
    }
  bv_registration_pane_set_unit (self->pane, bv_list_view_get_selected (self->list),
                                 bv_page_get_year (BV_PAGE (self)));
}

/* Enter goes on into the sheet. */
static void
activate_cb (BvRegistrationsPage *self)
{
  bv_registration_pane_start_adding (self->pane);
}

static void
filter_cb (BvRegistrationsPage *self)
{
  if (bv_page_get_store (BV_PAGE (self)) != NULL)
    bv_list_view_requery (self->list);
}

/* ── The other view ────────────────────────────────────────────────────────────────────────── */

static void
load_results (BvRegistrationsPage *self)
{
  self->results_are_old = FALSE;
  bv_registration_results_load (self->results, bv_page_get_year (BV_PAGE (self)));
}

/* It is read when it is looked at. */
static void
view_cb (BvRegistrationsPage *self)
{
  if (shows_results (self) && self->results_are_old && bv_page_get_store (BV_PAGE (self)) != NULL)
    load_results (self);
}

static void
show_unit (BvRegistrationsPage *self, gint64 unit_id)
{
  gtk_stack_set_visible_child_name (self->views, "sheets");
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->state_dropdown, 0);
  bv_list_view_select (self->list, unit_id);
}

static void
open_unit_cb (BvRegistrationsPage *self, gint64 unit_id)
{
  show_unit (self, unit_id);
}

/* ── Page ──────────────────────────────────────────────────────────────────────────────────── */

static void
bv_registrations_page_set_store (BvPage *page, BvStore *store)
{
  BvRegistrationsPage *self = BV_REGISTRATIONS_PAGE (page);

  bv_registration_pane_set_store (self->pane, store);
  gtk_stack_set_visible_child_name (self->panes, "one");
  bv_registration_results_set_store (self->results, store);
  bv_list_view_set_store (self->list, NULL);
}

static void
bv_registrations_page_refresh (BvPage *page, const char *const *tables)
{
  BvRegistrationsPage *self = BV_REGISTRATIONS_PAGE (page);

  bv_act_set_enabled (GTK_WIDGET (page), bv_page_get_store (page), "registrations.copy", TRUE);
  if (!bv_page_changed_table (tables, "registration", "registration_line", "registration_exemption",
                              "award", "decision", "revocation", "nomination", "dossier", "rating",
                              "unit", "unit_succession", "subject", "membership", NULL))
    return;
  if (tables == NULL)
    {
      bv_page_show_loading (page);
      bv_list_view_set_store (self->list, bv_page_get_store (page));
      bv_list_view_requery (self->list);
      bv_registration_pane_set_unit (self->pane, bv_registration_pane_get_unit (self->pane),
                                     bv_page_get_year (page));
    }
  else
    bv_list_view_reload (self->list);
  start_counting (self);
  bv_registration_pane_reload (self->pane);
  self->results_are_old = TRUE;
  view_cb (self);
}

static gboolean
bv_registrations_page_start_search (BvPage *page)
{
  BvRegistrationsPage *self = BV_REGISTRATIONS_PAGE (page);

  return shows_results (self) ? bv_registration_results_start_search (self->results)
                              : gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* A registration is known by its unit. */
static gboolean
bv_registrations_page_open_record (BvPage *page, const char *kind, gint64 id)
{
  BvRegistrationsPage *self = BV_REGISTRATIONS_PAGE (page);

  if (g_strcmp0 (kind, "registration") != 0)
    return FALSE;
  self->wanted_id = id;
  show_unit (self, id);
  return TRUE;
}

static gboolean
bv_registrations_page_is_busy (BvPage *page)
{
  BvRegistrationsPage *self = BV_REGISTRATIONS_PAGE (page);

  return self->is_counting || bv_list_view_is_loading (self->list)
         || !bv_registration_pane_is_settled (self->pane)
         || !bv_registration_several_is_settled (self->several)
         || !bv_registration_results_is_settled (self->results);
}

static BvDocument *
build_synthesis (BvConnection *connection, gpointer data, GError **error)
{
  return bv_registration_synthesis_build (connection, GPOINTER_TO_INT (data), NULL, error);
}

static BvDocument *
build_results (BvConnection *connection, gpointer data, GError **error)
{
  return bv_registration_result_paper_build (connection, GPOINTER_TO_INT (data), NULL, error);
}

static void
synthesis_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int year = bv_page_get_year (BV_PAGE (widget));
  g_autofree char *file_name = g_strdup_printf ("tong-hop-dang-ky-thi-dua-%d", year);

  bv_paper_window_present (widget, bv_page_get_store (BV_PAGE (widget)),
                           _ ("Synthesis of Registrations"), file_name, build_synthesis,
                           GINT_TO_POINTER (year), NULL);
}

static void
results_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int year = bv_page_get_year (BV_PAGE (widget));
  g_autofree char *file_name = g_strdup_printf ("doi-chieu-dang-ky-thi-dua-%d", year);

  bv_paper_window_present (widget, bv_page_get_store (BV_PAGE (widget)),
                           _ ("Registered and Awarded"), file_name, build_results,
                           GINT_TO_POINTER (year), NULL);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_registration_editor_copy (widget, bv_page_get_store (BV_PAGE (widget)), NULL, 0,
                               bv_page_get_year (BV_PAGE (widget)));
}

/* Keys of the sheet that is looked at, wherever on the page the focus is; of several units what they can do. */
static gboolean
sheet_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BvRegistrationsPage *self = BV_REGISTRATIONS_PAGE (widget);
  const char *name;
  const char *of_several;

  g_variant_get (arguments, "(&s&s)", &name, &of_several);
  if (shows_results (self))
    return FALSE;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->panes), "several") == 0)
    return *of_several != '\0'
           && gtk_widget_activate_action (GTK_WIDGET (self->several), of_several, NULL);
  return gtk_widget_activate_action (GTK_WIDGET (self->pane), name, NULL);
}

static void
add_sheet_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
    const char *of_several;
  } keys[] = {
    { GDK_KEY_Return, GDK_CONTROL_MASK, "registration.step", "registrations-several.step" },
    { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "registration.step", "registrations-several.step" },
    { GDK_KEY_r, GDK_CONTROL_MASK, "registration.return", "registrations-several.return" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "registration.copy", "registrations-several.copy" },
    { GDK_KEY_m, GDK_CONTROL_MASK, "registration.add-members", "" },
    { GDK_KEY_e, GDK_CONTROL_MASK, "registration.edit", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, sheet_key_cb,
                                  "(ss)", keys[i].action, keys[i].of_several);
}

static void
bv_registrations_page_dispose (GObject *object)
{
  BvRegistrationsPage *self = BV_REGISTRATIONS_PAGE (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_REGISTRATIONS_PAGE);

  G_OBJECT_CLASS (bv_registrations_page_parent_class)->dispose (object);
}

static void
bv_registrations_page_class_init (BvRegistrationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_registrations_page_dispose;
  page_class->set_store = bv_registrations_page_set_store;
  page_class->refresh = bv_registrations_page_refresh;
  page_class->is_busy = bv_registrations_page_is_busy;
  page_class->start_search = bv_registrations_page_start_search;
  page_class->open_record = bv_registrations_page_open_record;

  gtk_widget_class_install_action (widget_class, "registrations.synthesis", NULL, synthesis_action);
  gtk_widget_class_install_action (widget_class, "registrations.results", NULL, results_action);
  gtk_widget_class_install_action (widget_class, "registrations.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "registrations.synthesis", NULL);
  add_sheet_keys (widget_class);

  g_type_ensure (BV_TYPE_LIST_VIEW);
  g_type_ensure (BV_TYPE_REGISTRATION_PANE);
  g_type_ensure (BV_TYPE_REGISTRATION_RESULTS);
  g_type_ensure (BV_TYPE_REGISTRATION_SEVERAL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-registrations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationsPage, counts_label);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationsPage, views);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationsPage, state_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationsPage, columns_bin);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationsPage, list);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationsPage, panes);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationsPage, pane);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationsPage, several);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationsPage, results);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_unit_cb);
}

static void
bv_registrations_page_init (BvRegistrationsPage *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (states, _ ("All"));
  for (guint i = 1; i < G_N_ELEMENTS (state_codes); i++)
    gtk_string_list_append (states, bv_choice_label (bv_registration_states, state_codes[i]));
  gtk_drop_down_set_model (self->state_dropdown, G_LIST_MODEL (states));
  bv_list_view_set_columns (self->list, "registrations", _ ("Units and their registrations"),
                            columns, G_N_ELEMENTS (columns));
  bv_list_view_set_source_func (self->list, make_source, self);
  bv_list_view_set_autoselect (self->list, TRUE);
  bv_list_view_set_multiple (self->list, TRUE);
  adw_bin_set_child (self->columns_bin, bv_list_view_get_columns_button (self->list));
}
