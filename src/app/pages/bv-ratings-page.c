// SPDX-License-Identifier: GPL-3.0-or-later
/* The page of ratings: lists of people and of units that are rated by single keys, the caps beside them, and the records
 * of discipline and absences. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-ratings-page.h"

#include "base/bv-number.h"
#include "bv-act.h"
#include "bv-read.h"
#include "merit/bv-absence.h"
#include "merit/bv-discipline.h"
#include "merit/bv-rating.h"
#include "pages/bv-rating-acts.h"
#include "pages/bv-rating-bar.h"
#include "pages/bv-rating-caps.h"
#include "pages/bv-rating-columns.h"
#include "pages/bv-rating-editors.h"
#include "pages/bv-rating-save.h"
#include "pages/bv-rating-units.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"

#include <glib/gi18n.h>

struct _BvRatingsPage
{
  BvPage parent_instance;

  /* Template */
  GtkStack *tabs;
  BvRatingUnits *unit_list;
  GtkBox *caps;
  GtkSearchEntry *people_search;
  GtkDropDown *grade_filter;
  AdwBin *people_columns;
  BvListView *people;
  GtkSearchEntry *units_search;
  AdwBin *units_columns;
  BvListView *units;
  BvListView *disciplines;
  BvListView *absences;
  BvRatingBar *bar;

  /* Owned */
  GCancellable *reading;

  /* State */
  gboolean is_reading;
  gboolean is_loaded[3];
};

G_DEFINE_FINAL_TYPE (BvRatingsPage, bv_ratings_page, BV_TYPE_PAGE)

/* ── Lists ───────────────────────────────────────────────────────────────────────────────── */

typedef enum
{
  TAB_PEOPLE,
  TAB_UNITS,
  TAB_DISCIPLINE,
} Tab;

static Tab
current_tab (BvRatingsPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->tabs);

  return g_strcmp0 (name, "units") == 0        ? TAB_UNITS
         : g_strcmp0 (name, "discipline") == 0 ? TAB_DISCIPLINE
                                               : TAB_PEOPLE;
}

static BvListView *
current_list (BvRatingsPage *self)
{
  return current_tab (self) == TAB_UNITS ? self->units : self->people;
}

static int
get_year (BvRatingsPage *self)
{
  return bv_page_get_year (BV_PAGE (self));
}

static BvRowSource *
make_people (const char *sort, gboolean descending, gpointer user_data)
{
  BvRatingsPage *self = user_data;
  guint grade = gtk_drop_down_get_selected (self->grade_filter);
  BvRatingFilter filter = {
    .year = get_year (self),
    .unit_id = bv_rating_units_get_selected (self->unit_list),
    /* All, those not rated yet, then the grades. */
    .grade = grade == 0 || grade == GTK_INVALID_LIST_POSITION ? -1
             : grade == 1                                     ? BV_N_GRADES
                                                              : (int) grade - 2,
    .search = gtk_editable_get_text (GTK_EDITABLE (self->people_search)),
  };

  return bv_rating_people_source (&filter);
}

static BvRowSource *
make_units (const char *sort, gboolean descending, gpointer user_data)
{
  BvRatingsPage *self = user_data;
  BvRatingFilter filter = { .year = get_year (self),
                            .grade = -1,
                            .search = gtk_editable_get_text (GTK_EDITABLE (self->units_search)) };

  return bv_rating_units_source (&filter);
}

static BvRowSource *
make_disciplines (const char *sort, gboolean descending, gpointer user_data)
{
  BvDisciplineFilter filter = { .year = get_year (user_data) };

  return bv_discipline_source (&filter);
}

static BvRowSource *
make_absences (const char *sort, gboolean descending, gpointer user_data)
{
  return bv_absence_source (0, get_year (user_data), NULL);
}

/* ── The bar ─────────────────────────────────────────────────────────────────────────────── */

static BvRow *
get_selected_row (BvRatingsPage *self)
{
  BvListView *list = current_list (self);
  BvRowList *rows = bv_list_view_get_rows (list);
  gint64 id = bv_list_view_get_selected (list);
  guint position = rows != NULL && id != 0 ? bv_row_list_find (rows, id)
                                           : GTK_INVALID_LIST_POSITION;

  return position != GTK_INVALID_LIST_POSITION
           ? g_list_model_get_item (G_LIST_MODEL (rows), position)
           : NULL;
}

static void
update_actions (BvRatingsPage *self)
{
  BvStore *store = bv_page_get_store (BV_PAGE (self));
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GArray) ids = bv_list_view_get_selected_ids (current_list (self));
  gboolean has_rows = current_tab (self) != TAB_DISCIPLINE && ids->len > 0;
  gboolean has_row = has_rows && ids->len == 1;

  bv_act_set_enabled (widget, store, "ratings.apply",
                      current_tab (self) == TAB_PEOPLE
                        && bv_rating_units_get_selected (self->unit_list) != 0);
  bv_act_set_enabled (widget, store, "ratings.grade", has_rows);
  bv_act_set_enabled (widget, store, "ratings.edit", has_row);
  bv_act_set_enabled (widget, store, "ratings.clear", has_rows);
  bv_act_set_enabled (widget, store, "ratings.group", has_row && current_tab (self) == TAB_PEOPLE);
  bv_act_set_enabled (widget, store, "ratings.add-discipline", TRUE);
  bv_act_set_enabled (widget, store, "ratings.add-absence", current_tab (self) != TAB_UNITS);
  gtk_widget_action_set_enabled (widget, "ratings.save", store != NULL);
}

static void
update_bar (BvRatingsPage *self)
{
  g_autoptr (BvRow) row = get_selected_row (self);
  g_autoptr (GArray) ids = bv_list_view_get_selected_ids (current_list (self));

  update_actions (self);
  if (current_tab (self) == TAB_DISCIPLINE)
    bv_rating_bar_show_row (self->bar, 0, NULL);
  else if (ids->len > 1)
    bv_rating_bar_show_several (self->bar, ids->len);
  else
    bv_rating_bar_show_row (self->bar, bv_list_view_get_selected (current_list (self)), row);
}

/* ── Caps ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  int year;
  gint64 unit_id;
} Ask;

static gpointer
read_caps (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Ask *ask = user_data;

  return bv_rating_caps_read (connection, ask->year, ask->unit_id, error);
}

static void
caps_read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvRatingsPage *self = owner;
  BvRatingCaps *caps = result;

  self->is_reading = FALSE;
  if (error != NULL)
    {
      bv_page_show_error (BV_PAGE (self), error);
      return;
    }
  bv_rating_units_set (self->unit_list, caps->caps);
  bv_rating_caps_fill (caps, self->caps);
  bv_rating_caps_free (caps);
}

static void
queue_caps (BvRatingsPage *self)
{
  BvStore *store = bv_page_get_store (BV_PAGE (self));
  Ask *ask;

  if (store == NULL)
    return;
  ask = g_new (Ask, 1);
  ask->year = get_year (self);
  ask->unit_id = bv_rating_units_get_selected (self->unit_list);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->is_reading = TRUE;
  bv_read_async (G_OBJECT (self), store, read_caps, ask, g_free, caps_read_cb,
                 (GDestroyNotify) bv_rating_caps_free, self->reading);
}

/* ── Rating ──────────────────────────────────────────────────────────────────────────────── */

/* Whom a key is about: the rows selected, or the one to be selected as soon as the rows are there. */
static GArray *
get_current_ids (BvRatingsPage *self)
{
  g_autoptr (GArray) ids = bv_list_view_get_selected_ids (current_list (self));
  gint64 id = bv_list_view_get_current (current_list (self));

  if (ids->len > 1)
    return g_steal_pointer (&ids);
  g_array_set_size (ids, 0);
  if (id != 0)
    g_array_append_val (ids, id);
  return g_steal_pointer (&ids);
}

/* One row goes on to the next; several stay, to be looked at. */
static void
rate (BvRatingsPage *self, BvGrade grade)
{
  g_autoptr (GArray) ids = get_current_ids (self);

  if (ids->len == 0)
    return;
  bv_rating_act_grade (BV_PAGE (self), (const gint64 *) ids->data, ids->len, grade);
  if (ids->len == 1)
    bv_list_view_move (current_list (self), 1);
}

static void
grade_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvGrade grade;

  if (bv_grade_from_code (g_variant_get_string (parameter, NULL), &grade))
    rate (BV_RATINGS_PAGE (widget), grade);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRatingsPage *self = BV_RATINGS_PAGE (widget);
  g_autoptr (GArray) ids = get_current_ids (self);

  if (ids->len > 0)
    bv_rating_act_clear (BV_PAGE (self), (const gint64 *) ids->data, ids->len);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRatingsPage *self = BV_RATINGS_PAGE (widget);
  gint64 id = bv_list_view_get_selected (current_list (self));

  if (id != 0)
    bv_rating_editor_present (widget, bv_page_get_store (BV_PAGE (self)), id, get_year (self), -1,
                              NULL);
}

static void
group_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRatingsPage *self = BV_RATINGS_PAGE (widget);

  bv_rating_group_present (widget, bv_page_get_store (BV_PAGE (self)),
                           bv_list_view_get_selected (self->people), get_year (self));
}

static void
activate_cb (BvRatingsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "ratings.edit", NULL);
}

static void
points_cb (BvRatingsPage *self, gint64 id, gint64 general, gint64 result)
{
  bv_rating_act_points (BV_PAGE (self), id, general, result);
  bv_list_view_move (current_list (self), 1);
}

static void
move_cb (BvRatingsPage *self, int by)
{
  bv_list_view_move (current_list (self), by);
}

static void
leave_cb (BvRatingsPage *self)
{
  update_bar (self);
  gtk_widget_child_focus (GTK_WIDGET (current_list (self)), GTK_DIR_TAB_FORWARD);
}

/* ── A whole unit ────────────────────────────────────────────────────────────────────────── */

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRatingsPage *self = BV_RATINGS_PAGE (widget);
  BvGrade grade;

  if (bv_grade_from_code (g_variant_get_string (parameter, NULL), &grade))
    bv_rating_act_apply (BV_PAGE (self), bv_rating_units_get_selected (self->unit_list), grade);
}

/* ── Discipline and absences ─────────────────────────────────────────────────────────────── */

static gint64
get_subject (BvRatingsPage *self)
{
  return current_tab (self) == TAB_DISCIPLINE ? 0 : bv_list_view_get_selected (current_list (self));
}

static void
add_discipline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_discipline_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), 0,
                                get_subject (BV_RATINGS_PAGE (widget)));
}

static void
add_absence_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_absence_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), 0,
                             get_subject (BV_RATINGS_PAGE (widget)));
}

static void
discipline_cb (BvRatingsPage *self, gint64 id)
{
  bv_discipline_editor_present (GTK_WIDGET (self), bv_page_get_store (BV_PAGE (self)), id, 0);
}

static void
absence_cb (BvRatingsPage *self, gint64 id)
{
  bv_absence_editor_present (GTK_WIDGET (self), bv_page_get_store (BV_PAGE (self)), id, 0);
}

/* ── The paper ───────────────────────────────────────────────────────────────────────────── */

/* Of the unit that is looked at, or of all. */
void
bv_ratings_page_save (BvRatingsPage *self, const char *path)
{
  g_return_if_fail (BV_IS_RATINGS_PAGE (self) && path != NULL);

  bv_rating_save_run (
    GTK_WIDGET (self), bv_page_get_store (BV_PAGE (self)), get_year (self),
    current_tab (self) == TAB_PEOPLE ? bv_rating_units_get_selected (self->unit_list) : 0, path);
}

static void
path_chosen_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  bv_ratings_page_save (BV_RATINGS_PAGE (widget), path);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_rating_save_ask (widget, get_year (BV_RATINGS_PAGE (widget)),
                      g_variant_get_string (parameter, NULL), path_chosen_cb);
}

/* ── Signals ─────────────────────────────────────────────────────────────────────────────── */

static void
selected_cb (BvRatingsPage *self)
{
  update_bar (self);
}

static void
loaded_cb (BvRatingsPage *self, BvListView *list)
{
  /* Read anew: the points of the row may be others now. */
  bv_rating_bar_forget (self->bar);
  update_bar (self);
  bv_page_show_content (BV_PAGE (self));
}

static void
failed_cb (BvRatingsPage *self, const GError *error)
{
  bv_page_show_error (BV_PAGE (self), error);
}

static void
filter_cb (BvRatingsPage *self)
{
  if (bv_page_get_store (BV_PAGE (self)) == NULL || current_tab (self) == TAB_DISCIPLINE
      || !self->is_loaded[current_tab (self)])
    return;
  bv_list_view_requery (current_list (self));
}

static void
unit_cb (BvRatingsPage *self)
{
  filter_cb (self);
  bv_list_view_show_column (self->people, "unit",
                            bv_rating_units_get_selected (self->unit_list) == 0);
  queue_caps (self);
  update_actions (self);
}

/* A list reads when it is first looked at. */
static void
load_tab (BvRatingsPage *self)
{
  BvStore *store = bv_page_get_store (BV_PAGE (self));
  Tab tab = current_tab (self);

  if (store == NULL || self->is_loaded[tab])
    return;
  self->is_loaded[tab] = TRUE;
  switch (tab)
    {
    case TAB_PEOPLE:
      bv_list_view_set_store (self->people, store);
      break;
    case TAB_UNITS:
      bv_list_view_set_store (self->units, store);
      break;
    case TAB_DISCIPLINE:
    default:
      bv_list_view_set_store (self->disciplines, store);
      bv_list_view_set_store (self->absences, store);
      break;
    }
}

static void
tab_cb (BvRatingsPage *self)
{
  bv_rating_bar_forget (self->bar);
  load_tab (self);
  update_bar (self);
}

/* Digits rate and go on; the arrows move from where the keys are, not from where the focus was left. */
static gboolean
list_key_cb (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             BvRatingsPage *self)
{
  BvStore *store = bv_page_get_store (BV_PAGE (self));
  BvGrade grade;

  /* With Shift and Ctrl the list selects several rows. */
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 || store == NULL)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    bv_list_view_move (current_list (self), 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    bv_list_view_move (current_list (self), -1);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_F2)
    gtk_widget_activate_action (GTK_WIDGET (self), "ratings.edit", NULL);
  else if (bv_store_is_read_only (store))
    return GDK_EVENT_PROPAGATE;
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    gtk_widget_activate_action (GTK_WIDGET (self), "ratings.clear", NULL);
  else if (keyval == GDK_KEY_p)
    return bv_rating_bar_start_points (self->bar);
  else if (bv_rating_bar_grade_of_key (keyval, &grade))
    rate (self, grade);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* ── Overrides ───────────────────────────────────────────────────────────────────────────── */

static void
bv_ratings_page_set_store (BvPage *page, BvStore *store)
{
  BvRatingsPage *self = BV_RATINGS_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (self->is_loaded); i++)
    self->is_loaded[i] = FALSE;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->is_reading = FALSE;
  bv_rating_bar_forget (self->bar);
  bv_rating_units_select (self->unit_list, 0);
  bv_list_view_set_store (self->people, NULL);
  bv_list_view_set_store (self->units, NULL);
  bv_list_view_set_store (self->disciplines, NULL);
  bv_list_view_set_store (self->absences, NULL);
  update_bar (self);
}

/* Points are asked for in the years that know them. */
static void
show_points (BvRatingsPage *self)
{
  static const char *const ids[] = { "general", "result", "points" };
  const BvRatingRule *rule = bv_rating_rule_for_year (get_year (self), NULL);

  gboolean has_points = rule != NULL && bv_rating_rule_has_points (rule);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      bv_list_view_show_column (self->people, ids[i], has_points);
      bv_list_view_show_column (self->units, ids[i], has_points);
    }
  /* Where points need the room, the post is told less. */
  bv_list_view_show_column (self->people, "post", !has_points);
  bv_rating_bar_set_rule (self->bar, rule);
}

static void
bv_ratings_page_refresh (BvPage *page, const char *const *tables)
{
  BvRatingsPage *self = BV_RATINGS_PAGE (page);

  if (!bv_page_changed_table (tables, "rating", "discipline", "absence", "membership", "subject",
                              "unit", "setting", NULL))
    return;
  if (tables == NULL)
    {
      BvListView *lists[] = { self->people, self->units, self->disciplines, self->absences };

      bv_page_show_loading (page);
      show_points (self);
      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        if (self->is_loaded[MIN (i, TAB_DISCIPLINE)])
          bv_list_view_requery (lists[i]);
      load_tab (self);
    }
  else
    {
      bv_list_view_reload (self->people);
      bv_list_view_reload (self->units);
      bv_list_view_reload (self->disciplines);
      bv_list_view_reload (self->absences);
    }
  queue_caps (self);
}

static gboolean
bv_ratings_page_start_search (BvPage *page)
{
  BvRatingsPage *self = BV_RATINGS_PAGE (page);

  if (current_tab (self) == TAB_DISCIPLINE)
    return FALSE;
  return gtk_widget_grab_focus (
    GTK_WIDGET (current_tab (self) == TAB_UNITS ? self->units_search : self->people_search));
}

static const char *
bv_ratings_page_import_target (BvPage *page, gint64 *decision_id)
{
  return "ratings";
}

static gboolean
bv_ratings_page_is_busy (BvPage *page)
{
  BvRatingsPage *self = BV_RATINGS_PAGE (page);

  return self->is_reading || bv_list_view_is_loading (self->people)
         || bv_list_view_is_loading (self->units) || bv_list_view_is_loading (self->disciplines)
         || bv_list_view_is_loading (self->absences);
}

void
bv_ratings_page_show_unit (BvRatingsPage *self, gint64 unit_id)
{
  g_return_if_fail (BV_IS_RATINGS_PAGE (self));
  gtk_stack_set_visible_child_name (self->tabs, "people");
  bv_rating_units_select (self->unit_list, unit_id);
}

static void
bv_ratings_page_dispose (GObject *object)
{
  BvRatingsPage *self = BV_RATINGS_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_RATINGS_PAGE);

  G_OBJECT_CLASS (bv_ratings_page_parent_class)->dispose (object);
}

static void
bv_ratings_page_class_init (BvRatingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_ratings_page_dispose;
  page_class->set_store = bv_ratings_page_set_store;
  page_class->refresh = bv_ratings_page_refresh;
  page_class->start_search = bv_ratings_page_start_search;
  page_class->is_busy = bv_ratings_page_is_busy;
  page_class->import_target = bv_ratings_page_import_target;

  gtk_widget_class_install_action (widget_class, "ratings.apply", "s", apply_action);
  gtk_widget_class_install_action (widget_class, "ratings.grade", "s", grade_action);
  gtk_widget_class_install_action (widget_class, "ratings.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "ratings.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "ratings.group", NULL, group_action);
  gtk_widget_class_install_action (widget_class, "ratings.add-discipline", NULL,
                                   add_discipline_action);
  gtk_widget_class_install_action (widget_class, "ratings.add-absence", NULL, add_absence_action);
  gtk_widget_class_install_action (widget_class, "ratings.save", "s", save_action);

  g_type_ensure (BV_TYPE_LIST_VIEW);
  g_type_ensure (BV_TYPE_RATING_BAR);
  g_type_ensure (BV_TYPE_RATING_UNITS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-ratings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRatingsPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, BvRatingsPage, unit_list);
  gtk_widget_class_bind_template_child (widget_class, BvRatingsPage, caps);
  gtk_widget_class_bind_template_child (widget_class, BvRatingsPage, people_search);
  gtk_widget_class_bind_template_child (widget_class, BvRatingsPage, grade_filter);
  gtk_widget_class_bind_template_child (widget_class, BvRatingsPage, people_columns);
  gtk_widget_class_bind_template_child (widget_class, BvRatingsPage, people);
  gtk_widget_class_bind_template_child (widget_class, BvRatingsPage, units_search);
  gtk_widget_class_bind_template_child (widget_class, BvRatingsPage, units_columns);
  gtk_widget_class_bind_template_child (widget_class, BvRatingsPage, units);
  gtk_widget_class_bind_template_child (widget_class, BvRatingsPage, disciplines);
  gtk_widget_class_bind_template_child (widget_class, BvRatingsPage, absences);
  gtk_widget_class_bind_template_child (widget_class, BvRatingsPage, bar);
  gtk_widget_class_bind_template_callback (widget_class, tab_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, discipline_cb);
  gtk_widget_class_bind_template_callback (widget_class, absence_cb);
  gtk_widget_class_bind_template_callback (widget_class, points_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
add_keys (BvRatingsPage *self, GtkWidget *widget, GCallback callback)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", callback, self);
  gtk_widget_add_controller (widget, controller);
}

static void
add_filters (BvRatingsPage *self)
{
  g_autoptr (GtkStringList) filters = gtk_string_list_new (NULL);

  gtk_string_list_append (filters, _ ("All grades"));
  gtk_string_list_append (filters, _ ("Not rated yet"));
  for (int grade = 0; grade < BV_N_GRADES; grade++)
    gtk_string_list_append (filters, bv_rating_short_grade ((BvGrade) grade));
  gtk_drop_down_set_model (self->grade_filter, G_LIST_MODEL (filters));
}

static void
bv_ratings_page_init (BvRatingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_rating_columns_set (self->people, BV_RATING_LIST_PEOPLE);
  bv_rating_columns_set (self->units, BV_RATING_LIST_UNITS);
  bv_rating_columns_set (self->disciplines, BV_RATING_LIST_DISCIPLINE);
  bv_rating_columns_set (self->absences, BV_RATING_LIST_ABSENCES);
  bv_list_view_set_source_func (self->people, make_people, self);
  bv_list_view_set_source_func (self->units, make_units, self);
  bv_list_view_set_source_func (self->disciplines, make_disciplines, self);
  bv_list_view_set_source_func (self->absences, make_absences, self);
  bv_list_view_set_multiple (self->people, TRUE);
  bv_list_view_set_multiple (self->units, TRUE);
  bv_list_view_set_autoselect (self->people, TRUE);
  bv_list_view_set_autoselect (self->units, TRUE);
  adw_bin_set_child (self->people_columns, bv_list_view_get_columns_button (self->people));
  adw_bin_set_child (self->units_columns, bv_list_view_get_columns_button (self->units));
  add_filters (self);
  add_keys (self, GTK_WIDGET (self->people), G_CALLBACK (list_key_cb));
  add_keys (self, GTK_WIDGET (self->units), G_CALLBACK (list_key_cb));
  gtk_widget_set_visible (GTK_WIDGET (self->caps), FALSE);
  update_bar (self);
}
