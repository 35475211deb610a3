// SPDX-License-Identifier: GPL-3.0-or-later
/* The window "Law and rules". What it shows is read on a worker and read again after every act. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-law-window.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "bv-window.h"
#include "compat/bv-accessible.h"
#include "compat/bv-file-dialog.h"
#include "dialogs/bv-law-editors.h"
#include "merit/bv-decision-dossier.h"
#include "merit/bv-law-file.h"
#include "merit/bv-regime-words.h"
#include "store/bv-store.h"
#include "widgets/bv-law-view.h"

#include <glib/gi18n.h>

/* ── What the file holds ─────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvRegimeSet *regimes;
  GHashTable *values; /* key → value of each rule */
  GPtrArray *titles;
  char **files;  /* of law, the office's own */
  BvLevel level; /* at which this office decides */
} Law;

static void
law_free (Law *law)
{
  g_clear_pointer (&law->regimes, bv_regime_set_unref);
  g_clear_pointer (&law->values, g_hash_table_unref);
  g_clear_pointer (&law->titles, g_ptr_array_unref);
  g_strfreev (law->files);
  g_free (law);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Law, law_free)

static gpointer
read_thread (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (Law) law = g_new0 (Law, 1);

  law->regimes = bv_regime_set_load (connection, error);
  if (law->regimes == NULL || !bv_decision_get_own_level (connection, &law->level, error))
    return NULL;
  law->titles = bv_local_title_list (connection, error);
  if (law->titles == NULL)
    return NULL;
  law->files = bv_law_file_list (connection, error);
  if (law->files == NULL)
    return NULL;
  law->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (const BvSetting *rule = bv_setting_list_rules (); rule->key != NULL; rule++)
    {
      char *value = bv_setting_get (connection, rule->key, error);

      if (value == NULL)
        return NULL;
      g_hash_table_insert (law->values, (gpointer) rule->key, value);
    }
  return g_steal_pointer (&law);
}

/* ── The window ──────────────────────────────────────────────────────────────────────────── */

struct _BvLawWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkStack *tabs;
  GtkDropDown *regimes;
  GtkSearchEntry *search;
  GtkListBox *awards;
  GtkScrolledWindow *awards_scroller;
  GtkStack *award_stack;
  GtkScrolledWindow *award_scroller;
  AdwClamp *award_clamp;
  AdwPreferencesGroup *rules_group;
  AdwPreferencesGroup *titles_group;
  GtkStack *titles_stack;
  GtkMenuButton *menu;

  /* Owned */
  BvStore *store;
  Law *law;
  GPtrArray *rows; /* (element-type GtkWidget): shown in the groups */
  char *code;      /* of the award that is shown; (nullable) */

  /* Borrowed */
  BvLawView *view;

  /* State */
  gboolean is_filling; /* selections that change now are not the officer's */
  gboolean is_loading;
  guint scroll_tick; /* ends with the widget */
};

G_DEFINE_FINAL_TYPE (BvLawWindow, bv_law_window, ADW_TYPE_WINDOW)

static const BvRegime *
get_regime (BvLawWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->regimes);
  GPtrArray *regimes = self->law != NULL ? bv_regime_set_get_regimes (self->law->regimes) : NULL;

  return regimes != NULL && selected < regimes->len ? g_ptr_array_index (regimes, selected) : NULL;
}

static void
show_award (BvLawWindow *self)
{
  const BvRegime *regime = get_regime (self);
  const BvRegimeAward *award = regime != NULL && self->code != NULL
                                 ? bv_regime_find_award (regime, self->code)
                                 : NULL;

  gtk_stack_set_visible_child_name (self->award_stack, award != NULL ? "award" : "nothing");
  if (award == NULL)
    return;
  bv_law_view_show (self->view, regime, award, self->law->values);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->award_scroller), 0);
}

/* ── The list of awards ──────────────────────────────────────────────────────────────────── */

static void
award_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  int level = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "level"));
  GtkWidget *label;

  if (before != NULL && GPOINTER_TO_INT (g_object_get_data (G_OBJECT (before), "level")) == level)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (bv_level_get_label (level));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 14);
  gtk_widget_add_css_class (label, "bv-section");
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
award_matches_cb (GtkListBoxRow *row, gpointer user_data)
{
  BvLawWindow *self = user_data;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return *typed == '\0' || bv_text_matches (g_object_get_data (G_OBJECT (row), "words"), typed);
}

static GtkWidget *
make_award_row (const BvRegimeAward *award)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (award->name);
  GtkWidget *detail;
  g_autofree char *text = award->is_own
                            ? g_strdup_printf ("%s · %s", award->abbreviation, _ ("of the office"))
                            : g_strdup (award->abbreviation);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, award->name);
  gtk_box_append (GTK_BOX (box), name);
  detail = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), detail);
  gtk_widget_set_margin_top (box, 5);
  gtk_widget_set_margin_bottom (box, 5);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, award->name,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (award->code), g_free);
  g_object_set_data_full (
    G_OBJECT (row), "words",
    g_strdup_printf ("%s %s %s", award->code, award->abbreviation, award->name), g_free);
  g_object_set_data (G_OBJECT (row), "level", GINT_TO_POINTER (bv_regime_award_get_level (award)));
  return row;
}

/* Local titles stand last in a regime; here each stands with its level. */
static int
compare_rows_cb (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  int one = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (a), "level"));
  int two = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (b), "level"));
  int order = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (a), "order"))
              - GPOINTER_TO_INT (g_object_get_data (G_OBJECT (b), "order"));

  return one != two ? one - two : order;
}

/* Brings the chosen row into sight, as soon as the list was laid out. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  BvLawWindow *self = BV_LAW_WINDOW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->awards);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->awards_scroller);
  graphene_rect_t bounds;

  if (row != NULL
      && (gtk_widget_get_height (GTK_WIDGET (row)) == 0
          || gtk_adjustment_get_upper (adjustment)
               < gtk_widget_get_height (GTK_WIDGET (self->awards))))
    return G_SOURCE_CONTINUE;
  self->scroll_tick = 0;
  if (row != NULL
      && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->awards), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - 40,
                               bounds.origin.y + bounds.size.height + 40);
  return G_SOURCE_REMOVE;
}

static void
show_awards (BvLawWindow *self)
{
  const BvRegime *regime = get_regime (self);
  GtkWidget *child;

  self->is_filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->awards))) != NULL)
    gtk_list_box_remove (self->awards, child);
  for (guint i = 0; regime != NULL && i < regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (regime->awards, i);
      GtkWidget *row = make_award_row (award);

      g_object_set_data (G_OBJECT (row), "order", GINT_TO_POINTER (i));
      gtk_list_box_append (self->awards, row);
      if (g_strcmp0 (self->code, award->code) == 0)
        gtk_list_box_select_row (self->awards, GTK_LIST_BOX_ROW (row));
    }
  self->is_filling = FALSE;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
  show_award (self);
}

static void
award_selected_cb (BvLawWindow *self, GtkListBoxRow *row)
{
  if (self->is_filling || row == NULL)
    return;
  bv_text_set (&self->code, g_object_get_data (G_OBJECT (row), "code"));
  show_award (self);
}

static void
regime_changed_cb (BvLawWindow *self)
{
  if (!self->is_filling)
    show_awards (self);
}

static void
search_changed_cb (BvLawWindow *self)
{
  gtk_list_box_invalidate_filter (self->awards);
}

/* The regimes by their dates; the one shown stays, the first time it is that of today. */
static void
show_regimes (BvLawWindow *self)
{
  GPtrArray *regimes = bv_regime_set_get_regimes (self->law->regimes);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  g_autofree char *today = bv_date_today ();
  guint selected = gtk_drop_down_get_selected (self->regimes);
  gboolean is_first = selected == GTK_INVALID_LIST_POSITION || selected >= regimes->len;

  for (guint i = 0; i < regimes->len; i++)
    {
      const BvRegime *regime = g_ptr_array_index (regimes, i);
      g_autofree char *dates = bv_regime_describe_dates (regime->from_date, regime->to_date);

      gtk_string_list_append (model, dates);
      if (is_first && strcmp (regime->from_date, today) <= 0)
        selected = i;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->regimes, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->regimes, selected < regimes->len ? selected : 0);
  self->is_filling = FALSE;
}

#define WIDEST_VALUE 26 /* letters */

/* ── Rules and titles ────────────────────────────────────────────────────────────────────── */

static void
edit_rule_cb (GtkWidget *row, BvLawWindow *self)
{
  const BvSetting *rule = g_object_get_data (G_OBJECT (row), "rule");

  bv_rule_editor_present (row, self->store, rule,
                          g_hash_table_lookup (self->law->values, rule->key));
}

static void
edit_title_cb (GtkWidget *row, BvLawWindow *self)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));

  bv_local_title_editor_present (row, self->store, self->law->regimes,
                                 g_ptr_array_index (self->law->titles, i));
}

static void
add_title_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvLawWindow *self = BV_LAW_WINDOW (widget);

  if (self->law != NULL)
    bv_local_title_editor_present (widget, self->store, self->law->regimes, NULL);
}

/* @suffix: (nullable) */
static GtkWidget *
add_row (BvLawWindow *self,
         AdwPreferencesGroup *group,
         const char *title,
         const char *subtitle,
         const char *suffix,
         GCallback edit)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (suffix != NULL)
    {
      GtkWidget *label = gtk_label_new (suffix);
      int length = (int) g_utf8_strlen (suffix, -1);

      /* A short value stands on one line, whatever the title beside it wants. */
      gtk_label_set_wrap (GTK_LABEL (label), length > WIDEST_VALUE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_label_set_width_chars (GTK_LABEL (label), MIN (length, WIDEST_VALUE));
      gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST_VALUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  if (!bv_store_is_read_only (self->store))
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", edit, self);
    }
  g_object_set_data (G_OBJECT (row), "group", group);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
show_rules (BvLawWindow *self)
{
  for (const BvSetting *rule = bv_setting_list_rules (); rule->key != NULL; rule++)
    {
      const char *value = g_hash_table_lookup (self->law->values, rule->key);
      g_autofree char *described = bv_setting_describe (rule, value);
      g_autofree char *standard = bv_setting_describe (rule, rule->value);
      g_autofree char *changed = g_str_equal (value, rule->value)
                                   ? NULL
                                   : g_strdup_printf (_ ("Unless changed: %s"), standard);
      g_autofree char *subtitle = changed != NULL
                                    ? g_strdup_printf ("%s\n%s", rule->article, changed)
                                    : g_strdup (rule->article);
      GtkWidget *row = add_row (self, self->rules_group, bv_setting_get_label (rule), subtitle,
                                described, G_CALLBACK (edit_rule_cb));

      g_object_set_data (G_OBJECT (row), "rule", (gpointer) rule);
    }
}

static void
show_titles (BvLawWindow *self)
{
  for (guint i = 0; i < self->law->titles->len; i++)
    {
      const BvLocalTitle *title = g_ptr_array_index (self->law->titles, i);
      g_autofree char *dates = bv_regime_describe_dates (title->from_date, title->to_date);
      g_autofree char *subtitle = g_strdup_printf ("%s · %s\n%s", title->code, title->who,
                                                   title->basis);
      GtkWidget *row = add_row (self, self->titles_group, title->name, subtitle,
                                *dates != '\0' ? dates : NULL, G_CALLBACK (edit_title_cb));

      g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (i));
    }
  gtk_stack_set_visible_child_name (self->titles_stack,
                                    self->law->titles->len > 0 ? "list" : "empty");
}

/* ── Files of law ────────────────────────────────────────────────────────────────────────── */

static gboolean
add_file_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_law_file_add_act (store, data, act_id, error);
}

static gboolean
remove_file_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_law_file_delete_act (store, data, act_id, error);
}

static void
file_chosen_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  bv_act_call (widget, BV_LAW_WINDOW (widget)->store, NULL, add_file_thread,
               g_file_new_for_path (path), g_object_unref, NULL, NULL);
}

static void
add_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_file_dialog_open (widget, _ ("Add a file of law"), BV_FILE_JSON, file_chosen_cb, NULL);
}

static void
remove_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_act_call (widget, BV_LAW_WINDOW (widget)->store, NULL, remove_file_thread,
               g_variant_dup_string (parameter, NULL), g_free, NULL, NULL);
}

/* One to add, and to take away each that there is. */
static void
show_files (BvLawWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();

  g_menu_append (menu, _ ("_Add a file of law…"), "law.add-file");
  for (guint i = 0; self->law->files[i] != NULL; i++)
    {
      /* TRANSLATORS: %s is the name of a file. */
      g_autofree char *label = g_strdup_printf (_ ("Remove %s"), self->law->files[i]);
      g_auto (GStrv) parts = g_strsplit (label, "_", -1);
      g_autofree char *escaped = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

      g_menu_item_set_action_and_target (item, "law.remove-file", "s", self->law->files[i]);
      g_menu_append_item (files, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  gtk_menu_button_set_menu_model (self->menu, G_MENU_MODEL (menu));
}

static void
show_all (BvLawWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  show_regimes (self);
  if (self->code == NULL)
    {
      const BvRegime *regime = get_regime (self);
      const BvRegimeAward *usual = regime != NULL ? bv_regime_find_usual (regime, self->law->level)
                                                  : NULL;

      bv_text_set (&self->code, usual != NULL ? usual->code : NULL);
    }
  show_awards (self);
  show_rules (self);
  show_titles (self);
  show_files (self);
}

static void
read_done (gpointer owner, gpointer result, const GError *error)
{
  BvLawWindow *self = owner;

  self->is_loading = FALSE;
  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (self), _ ("The law could not be read"), error);
      return;
    }
  g_clear_pointer (&self->law, law_free);
  self->law = result;
  show_all (self);
}

static void
reload (BvLawWindow *self)
{
  self->is_loading = TRUE;
  bv_read_async (G_OBJECT (self), self->store, read_thread, NULL, NULL, read_done,
                 (GDestroyNotify) law_free, NULL);
}

static void
store_changed_cb (BvLawWindow *self)
{
  reload (self);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  while (parent != NULL && !BV_IS_WINDOW (parent))
    parent = gtk_window_get_transient_for (parent);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.undo", NULL);
}

static void
bv_law_window_dispose (GObject *object)
{
  BvLawWindow *self = BV_LAW_WINDOW (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_LAW_WINDOW);
  G_OBJECT_CLASS (bv_law_window_parent_class)->dispose (object);
}

static void
bv_law_window_finalize (GObject *object)
{
  BvLawWindow *self = BV_LAW_WINDOW (object);

  g_clear_pointer (&self->law, law_free);
  g_ptr_array_unref (self->rows);
  g_free (self->code);
  G_OBJECT_CLASS (bv_law_window_parent_class)->finalize (object);
}

static void
bv_law_window_class_init (BvLawWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_law_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_law_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-law-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvLawWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, BvLawWindow, regimes);
  gtk_widget_class_bind_template_child (widget_class, BvLawWindow, search);
  gtk_widget_class_bind_template_child (widget_class, BvLawWindow, awards);
  gtk_widget_class_bind_template_child (widget_class, BvLawWindow, awards_scroller);
  gtk_widget_class_bind_template_child (widget_class, BvLawWindow, award_stack);
  gtk_widget_class_bind_template_child (widget_class, BvLawWindow, award_scroller);
  gtk_widget_class_bind_template_child (widget_class, BvLawWindow, award_clamp);
  gtk_widget_class_bind_template_child (widget_class, BvLawWindow, rules_group);
  gtk_widget_class_bind_template_child (widget_class, BvLawWindow, titles_group);
  gtk_widget_class_bind_template_child (widget_class, BvLawWindow, titles_stack);
  gtk_widget_class_bind_template_child (widget_class, BvLawWindow, menu);
  gtk_widget_class_install_action (widget_class, "law.add-title", NULL, add_title_action);
  gtk_widget_class_install_action (widget_class, "law.add-file", NULL, add_file_action);
  gtk_widget_class_install_action (widget_class, "law.remove-file", "s", remove_file_action);
  gtk_widget_class_install_action (widget_class, "law.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "law.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_law_window_init (BvLawWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = BV_LAW_VIEW (bv_law_view_new ());
  adw_clamp_set_child (self->award_clamp, GTK_WIDGET (self->view));
  gtk_list_box_set_header_func (self->awards, award_header_cb, NULL, NULL);
  gtk_list_box_set_filter_func (self->awards, award_matches_cb, self, NULL);
  gtk_list_box_set_sort_func (self->awards, compare_rows_cb, NULL, NULL);
  g_signal_connect_object (self->awards, "row-selected", G_CALLBACK (award_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->regimes, "notify::selected", G_CALLBACK (regime_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  bv_accessible_name_buttons (GTK_WIDGET (self));
}

BvLawWindow *
bv_law_window_present (GtkWindow *parent, BvStore *store)
{
  BvLawWindow *self = g_object_new (BV_TYPE_LAW_WINDOW, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "law.add-title",
                                 !bv_store_is_read_only (store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "law.add-file", !bv_store_is_read_only (store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "law.remove-file",
                                 !bv_store_is_read_only (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
bv_law_window_show_tab (BvLawWindow *self, const char *tab)
{
  g_return_if_fail (BV_IS_LAW_WINDOW (self));
  gtk_stack_set_visible_child_name (self->tabs, tab);
}

gboolean
bv_law_window_show_award (BvLawWindow *self, const char *regime_id, const char *code)
{
  GPtrArray *regimes;

  g_return_val_if_fail (BV_IS_LAW_WINDOW (self), FALSE);
  g_return_val_if_fail (self->law != NULL, FALSE);
  regimes = bv_regime_set_get_regimes (self->law->regimes);
  bv_text_set (&self->code, code);
  for (guint i = 0; regime_id != NULL && i < regimes->len; i++)
    if (g_str_equal (((BvRegime *) g_ptr_array_index (regimes, i))->id, regime_id))
      gtk_drop_down_set_selected (self->regimes, i);
  show_awards (self);
  return bv_regime_find_award (get_regime (self), code) != NULL;
}

void
bv_law_window_add_file (BvLawWindow *self, const char *path)
{
  g_return_if_fail (BV_IS_LAW_WINDOW (self));
  file_chosen_cb (GTK_WIDGET (self), path, NULL);
}

gboolean
bv_law_window_is_loading (BvLawWindow *self)
{
  g_return_val_if_fail (BV_IS_LAW_WINDOW (self), FALSE);
  return self->is_loading;
}
