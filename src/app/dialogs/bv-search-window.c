// SPDX-License-Identifier: GPL-3.0-or-later
/* Search over everything. Four row lists, one for each kind, of which the first few rows are shown: rows come by
 * id from the store's own windowed lists, so a keystroke costs the queries and some twenty rows. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-search-window.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "bv-page-registry.h"
#include "merit/bv-decision.h"
#include "movement/bv-movements.h"
#include "office/bv-register.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

#define MAX_ROWS_A_KIND 8

typedef enum
{
  KIND_SUBJECTS,
  KIND_DECISIONS,
  KIND_INDICATORS,
  N_KINDS,
} Kind;

struct _BvSearchWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListBox *matches;

  /* Owned */
  BvStore *store;
  BvRowList *rows[N_KINDS];

  /* State */
  guint n_pending;
  guint n_matches;
};

G_DEFINE_FINAL_TYPE (BvSearchWindow, bv_search_window, ADW_TYPE_WINDOW)

typedef struct
{
  const char *kind; /* static; %NULL: a page */
  gint64 id;
  const char *page; /* static */
  int year;         /* in which its page lists it; 0: in none */
} Match;

/* From a name straight to all that is known of it. */
static void
record_cb (GtkWidget *button, BvSearchWindow *self)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (button), "id");
  GtkWindow *below = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GtkWindow) parent = below != NULL ? g_object_ref (below) : NULL;

  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-record", "x", id);
}

static GtkWidget *
make_record_button (BvSearchWindow *self, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("bv-history-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Whole record"));
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (record_cb), self, 0);
  return button;
}

static gboolean
is_subject (const char *kind)
{
  return g_str_equal (kind, "person") || g_str_equal (kind, "unit")
         || g_str_equal (kind, "household");
}

static void
add_match (BvSearchWindow *self,
           const char *icon,
           const char *title,
           const char *detail,
           const char *what,
           Match match)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand (texts, TRUE);
  GtkWidget *title_label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (title_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title_label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (texts), title_label);
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *label = gtk_label_new (detail);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_box_append (GTK_BOX (box), texts);
  GtkWidget *what_label = gtk_label_new (what);
  gtk_widget_add_css_class (what_label, "caption");
  gtk_widget_add_css_class (what_label, "dim-label");
  gtk_box_append (GTK_BOX (box), what_label);
  if (match.kind != NULL && is_subject (match.kind))
    gtk_box_append (GTK_BOX (box), make_record_button (self, match.id));
  GtkWidget *row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "match", g_memdup2 (&match, sizeof match), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, what, -1);
  gtk_list_box_append (self->matches, row);
  self->n_matches++;
}

static void
add_subject (BvSearchWindow *self, BvRow *row)
{
  static const struct
  {
    const char *kind;
    const char *icon;
    const char *what;
  } kinds[] = {
    { "person", "avatar-default-symbolic", N_ ("person") },
    { "unit", "bv-register-symbolic", N_ ("unit") },
    { "household", "user-home-symbolic", N_ ("household") },
  };
  gint64 kind = bv_row_get_int (row, BV_SUBJECTS_COLUMN_KIND);
  guint i = kind == BV_SUBJECT_PERSON ? 0 : kind == BV_SUBJECT_UNIT ? 1 : 2;
  add_match (self, kinds[i].icon, bv_row_get_text (row, BV_SUBJECTS_COLUMN_NAME),
             bv_row_get_text (row, BV_SUBJECTS_COLUMN_DETAIL), _ (kinds[i].what),
             (Match){ kinds[i].kind, bv_row_get_id (row), NULL });
}

static void
add_decision (BvSearchWindow *self, BvRow *row)
{
  const char *number = bv_row_get_text (row, BV_DECISION_COLUMN_NUMBER);
  g_autofree char *date = bv_date_format_short (bv_row_get_text (row, BV_DECISION_COLUMN_DATE));
  /* TRANSLATORS: %1$s is the number of a decision, %2$s its date. */
  g_autofree char *detail = *number != '\0' ? g_strdup_printf (_ ("%1$s of %2$s"), number, date)
                                            : g_strdup (_ ("draft"));
  add_match (self, "bv-decisions-symbolic", bv_row_get_text (row, BV_DECISION_COLUMN_TITLE), detail,
             _ ("decision"),
             (Match){ "decision", bv_row_get_id (row), NULL,
                      (int) bv_row_get_int (row, BV_DECISION_COLUMN_YEAR) });
}

static void
add_indicator (BvSearchWindow *self, BvRow *row)
{
  add_match (self, "bv-indicators-symbolic", bv_row_get_text (row, BV_INDICATORS_COLUMN_NAME),
             bv_row_get_text (row, BV_INDICATORS_COLUMN_MOVEMENT), _ ("indicator"),
             (Match){ "indicator", bv_row_get_id (row), NULL });
}

static void
add_pages (BvSearchWindow *self, const char *typed)
{
  guint n_pages;
  const BvPageInfo *pages = bv_page_registry_list (&n_pages);
  for (guint i = 0; i < n_pages; i++)
    if (bv_text_matches (_ (pages[i].title), typed))
      add_match (self, pages[i].icon_name, _ (pages[i].title), NULL, _ ("page"),
                 (Match){ NULL, 0, pages[i].id });
}

static void
show_matches (BvSearchWindow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->matches))) != NULL)
    gtk_list_box_remove (self->matches, child);
  self->n_matches = 0;
  add_pages (self, typed);
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      GListModel *rows = G_LIST_MODEL (self->rows[kind]);
      guint n = MIN (g_list_model_get_n_items (rows), MAX_ROWS_A_KIND);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (BvRow) row = g_list_model_get_item (rows, i);
          if (kind == KIND_SUBJECTS)
            add_subject (self, row);
          else if (kind == KIND_DECISIONS)
            add_decision (self, row);
          else
            add_indicator (self, row);
        }
    }
  gtk_list_box_select_row (self->matches, gtk_list_box_get_row_at_index (self->matches, 0));
  gtk_stack_set_visible_child_name (self->stack, self->n_matches > 0 ? "matches" : "nothing");
}

static void
loaded_cb (BvSearchWindow *self)
{
  if (self->n_pending > 0 && --self->n_pending == 0)
    show_matches (self);
}

static void
failed_cb (BvRowList *rows, GError *error, BvSearchWindow *self)
{
  loaded_cb (self);
}

static BvRowSource *
make_source (Kind kind, const char *typed)
{
  switch (kind)
    {
    case KIND_SUBJECTS:
      return bv_register_subjects_source (typed, 0);
    case KIND_DECISIONS:
      {
        BvDecisionFilter filter = BV_DECISION_FILTER_ALL;
        filter.search = typed;
        return bv_decision_source (&filter);
      }
    default:
      return bv_indicators_source (0, typed);
    }
}

static void
search_changed_cb (BvSearchWindow *self)
{
  g_autofree char *typed = bv_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      if (self->rows[kind] != NULL)
        g_signal_handlers_disconnect_by_data (self->rows[kind], self);
      g_clear_object (&self->rows[kind]);
    }
  self->n_pending = 0;
  if (*typed == '\0')
    {
      self->n_matches = 0;
      gtk_stack_set_visible_child_name (self->stack, "hint");
      return;
    }
  self->n_pending = N_KINDS + 1; /* one for this function itself */
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      self->rows[kind] = bv_row_list_new (self->store, make_source (kind, typed));
      g_signal_connect_object (self->rows[kind], "loaded", G_CALLBACK (loaded_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->rows[kind], "failed", G_CALLBACK (failed_cb), self, 0);
      if (!bv_row_list_is_loading (self->rows[kind]))
        self->n_pending--;
    }
  loaded_cb (self);
}

static void
open_row (BvSearchWindow *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  Match match = *(const Match *) g_object_get_data (G_OBJECT (row), "match");
  GtkWindow *below = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GtkWindow) parent = below != NULL ? g_object_ref (below) : NULL;
  gtk_window_close (GTK_WINDOW (self));
  if (parent == NULL)
    return;
  if (match.kind != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-record-in-year", "(sxi)", match.kind,
                                match.id, match.year);
  else
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-page", "s", match.page);
}

static void
row_activated_cb (GtkListBox *box, GtkListBoxRow *row, BvSearchWindow *self)
{
  open_row (self, row);
}

static void
entry_activate_cb (BvSearchWindow *self)
{
  open_row (self, gtk_list_box_get_selected_row (self->matches));
}

/* Up and down choose while one goes on typing. */
static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint keyval,
              guint keycode,
              GdkModifierType state,
              BvSearchWindow *self)
{
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;
  if (step == 0)
    return GDK_EVENT_PROPAGATE;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->matches);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = index >= 0 ? gtk_list_box_get_row_at_index (self->matches, index) : NULL;
  if (next != NULL)
    gtk_list_box_select_row (self->matches, next);
  return GDK_EVENT_STOP;
}

static void
bv_search_window_dispose (GObject *object)
{
  BvSearchWindow *self = BV_SEARCH_WINDOW (object);
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      if (self->rows[kind] != NULL)
        g_signal_handlers_disconnect_by_data (self->rows[kind], self);
      g_clear_object (&self->rows[kind]);
    }
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_SEARCH_WINDOW);
  G_OBJECT_CLASS (bv_search_window_parent_class)->dispose (object);
}

static void
bv_search_window_class_init (BvSearchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = bv_search_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-search-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvSearchWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, BvSearchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BvSearchWindow, matches);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_search_window_init (BvSearchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self);
  g_signal_connect (self->matches, "row-activated", G_CALLBACK (row_activated_cb), self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

BvSearchWindow *
bv_search_window_present (GtkWindow *parent, BvStore *store, const char *text)
{
  BvSearchWindow *self = g_object_new (BV_TYPE_SEARCH_WINDOW, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (text != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }
  return self;
}

guint
bv_search_window_get_n_matches (BvSearchWindow *self)
{
  g_return_val_if_fail (BV_IS_SEARCH_WINDOW (self), 0);
  return self->n_matches;
}

gboolean
bv_search_window_is_loading (BvSearchWindow *self)
{
  g_return_val_if_fail (BV_IS_SEARCH_WINDOW (self), FALSE);
  return self->n_pending > 0;
}
