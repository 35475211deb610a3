// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * Indicators of a movement for the year of the window. One read brings everything the page shows; the
 * chart of the selected indicator is read when the cursor rests.
 */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-indicators-page.h"

#include "base/bv-date.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "documents/bv-indicator-chart.h"
#include "movement/bv-movements.h"
#include "pages/bv-indicator-grid.h"
#include "pages/bv-indicators-read.h"
#include "pages/bv-movement-editors.h"
#include "store/bv-store.h"
#include "widgets/bv-chart-card.h"
#include "widgets/bv-grid-view.h"
#include "widgets/bv-subject-chooser.h"

#include <glib/gi18n.h>
#include <math.h>

struct _BvIndicatorsPage
{
  BvPage parent_instance;

  /* Template */
  GtkDropDown *movement_dropdown;
  GtkLabel *headline;
  GtkLabel *subline;
  GtkLabel *bad_label;
  GtkLabel *unit_label;
  GtkBox *period_box;
  BvGridView *grid_view;
  BvChartCard *completion_card;
  BvChartCard *series_card;

  /* Owned */
  BvIndicatorGrid *model;
  GArray *movement_ids; /* of gint64, as in the dropdown; 0 first: all */
  GPtrArray *movement_names;
  GCancellable *reading;
  GCancellable *series_reading;

  /* State */
  gint64 movement_id;
  gint64 unit_id;
  gint64 selected_id; /* the indicator under the cursor */
  gint64 wanted_id;   /* to be selected once it is there */
  gint64 series_id;   /* the indicator of the chart over time */
  BvPeriodKind period_kind;
  gboolean shows_plans;
  gboolean is_filling;
  gboolean is_chosen; /* a movement, by the officer or by the first reading */
  guint series_source;
};

G_DEFINE_FINAL_TYPE (BvIndicatorsPage, bv_indicators_page, BV_TYPE_PAGE)

/* ── Reading ───────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 indicator_id;
  gint64 unit_id;
  int year;
  BvPeriodKind kind;
} SeriesAsk;

static gpointer
read_series (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  SeriesAsk *ask = user_data;

  return bv_indicator_series (connection, ask->indicator_id, ask->unit_id, ask->year, ask->kind,
                              FALSE, error);
}

static gboolean
has_values (const BvIndicatorSeries *series)
{
  for (guint i = 0; i < series->n; i++)
    if (!isnan (series->actual[i]) || !isnan (series->plan[i]) || !isnan (series->last_year[i]))
      return TRUE;
  return FALSE;
}

static void
series_read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvIndicatorsPage *self = owner;
  BvIndicatorSeries *series = result;

  if (error != NULL)
    {
      bv_chart_card_set_placeholder (self->series_card, error->message);
      bv_chart_card_set_chart (self->series_card, NULL);
      return;
    }
  if (has_values (series))
    bv_chart_card_set_chart (self->series_card,
                             bv_indicator_chart_series (series, BV_CHART_LANGUAGE_SCREEN));
  else
    {
      g_autofree char *text = g_strdup_printf (
        _ ("“%s” has no figures by month or quarter in this year."), series->indicator->name);

      bv_chart_card_set_placeholder (self->series_card, text);
      bv_chart_card_set_chart (self->series_card, NULL);
    }
  bv_indicator_series_free (series);
}

static void
load_series (BvIndicatorsPage *self)
{
  SeriesAsk *ask;

  g_cancellable_cancel (self->series_reading);
  g_clear_object (&self->series_reading);
  self->series_id = self->selected_id;
  if (self->selected_id == 0 || bv_page_get_store (BV_PAGE (self)) == NULL)
    {
      bv_chart_card_set_placeholder (self->series_card,
                                     _ ("Choose an indicator to see it over time."));
      bv_chart_card_set_chart (self->series_card, NULL);
      return;
    }
  ask = g_new0 (SeriesAsk, 1);
  ask->indicator_id = self->selected_id;
  ask->unit_id = self->unit_id;
  ask->year = bv_page_get_year (BV_PAGE (self));
  ask->kind = self->period_kind == BV_PERIOD_MONTH ? BV_PERIOD_MONTH : BV_PERIOD_QUARTER;
  self->series_reading = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), bv_page_get_store (BV_PAGE (self)), read_series, ask, g_free,
                 series_read_cb, (GDestroyNotify) bv_indicator_series_free, self->series_reading);
}

static gboolean
series_timeout_cb (gpointer user_data)
{
  BvIndicatorsPage *self = user_data;

  self->series_source = 0;
  load_series (self);
  return G_SOURCE_REMOVE;
}

/* ── Showing ───────────────────────────────────────────────────────────────────────────────── */

static void
update_actions (BvIndicatorsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_store = bv_page_get_store (BV_PAGE (self)) != NULL;

  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "indicators.add-movement",
                      has_store);
  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "indicators.edit-movement",
                      self->movement_id != 0);
  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "indicators.delete-movement",
                      self->movement_id != 0);
  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "indicators.add",
                      self->movement_ids->len > 1);
  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "indicators.edit",
                      self->selected_id != 0);
  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "indicators.delete",
                      self->selected_id != 0);
  gtk_widget_action_set_enabled (widget, "indicators.own-unit", self->unit_id != 0);
}

static void
update_bad (BvIndicatorsPage *self)
{
  guint n = bv_indicator_grid_get_n_bad (self->model);
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("%u cell is not saved: mend what is marked in red.",
                                      "%u cells are not saved: mend what is marked in red.", n),
                            n);
  gtk_label_set_text (self->bad_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->bad_label), n > 0);
}

static void
append_count (GString *text, const char *format, guint n)
{
  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, format, n);
#pragma GCC diagnostic pop
}

static void
show_summary (BvIndicatorsPage *self, const BvIndicatorSummary *summary)
{
  g_autofree char *sentence = bv_indicator_summary_sentence (summary);
  g_autoptr (GString) counts = g_string_new (NULL);

  /* Translators: counts after the headline, joined by dots: "Exceeded 12 · Met 8". */
  append_count (counts, _ ("Exceeded %u"), summary->n_exceeded);
  append_count (counts, _ ("Met %u"), summary->n_met);
  append_count (counts, _ ("Nearly met %u"), summary->n_nearly);
  append_count (counts, _ ("Not met %u"), summary->n_not_met);
  append_count (counts, _ ("To be judged by hand %u"), summary->n_ask);
  append_count (counts, _ ("No figure yet %u"), summary->n_no_figure);
  gtk_label_set_text (self->headline,
                      summary->n_planned > 0 ? sentence : _ ("No plan for this year yet"));
  gtk_label_set_text (
    self->subline, counts->len > 0 ? counts->str : _ ("Type the year's plan in the first column."));
}

static void
fill_movements (BvIndicatorsPage *self, GPtrArray *movements, gint64 movement_id)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  gint64 all = 0;
  guint selected = 0;

  self->is_filling = TRUE;
  g_array_set_size (self->movement_ids, 0);
  g_ptr_array_set_size (self->movement_names, 0);
  g_array_append_val (self->movement_ids, all);
  g_ptr_array_add (self->movement_names, NULL);
  gtk_string_list_append (list, _ ("All movements"));
  for (guint i = 0; i < movements->len; i++)
    {
      const BvMovement *movement = g_ptr_array_index (movements, i);

      g_array_append_val (self->movement_ids, movement->id);
      g_ptr_array_add (self->movement_names, g_strdup (movement->name));
      gtk_string_list_append (list, movement->name);
      if (movement->id == movement_id)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->movement_dropdown, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->movement_dropdown, selected);
  self->movement_id = g_array_index (self->movement_ids, gint64, selected);
  self->is_filling = FALSE;
}

static void
take_cursor (BvIndicatorsPage *self)
{
  guint row, column;
  const BvGridRow *info = bv_grid_view_get_cursor (self->grid_view, &row, &column)
                            ? bv_indicator_grid_get_row (self->model, row)
                            : NULL;

  self->selected_id = info != NULL ? info->indicator_id : 0;
  update_actions (self);
}

static void
select_wanted (BvIndicatorsPage *self)
{
  guint row;

  if (self->wanted_id != 0 && bv_indicator_grid_find (self->model, self->wanted_id, &row))
    {
      self->wanted_id = 0;
      bv_grid_view_set_cursor (self->grid_view, row, 0, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->grid_view));
    }
}

static void
page_read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvIndicatorsPage *self = owner;
  g_autoptr (BvIndicatorsAnswer) answer = result;

  if (error != NULL)
    {
      bv_page_show_error (BV_PAGE (self), error);
      return;
    }
  fill_movements (self, answer->movements, bv_grid_get_query (answer->grid)->movement_id);
  self->is_chosen = self->movement_id != 0 || self->is_chosen;
  if (answer->movements->len == 0)
    {
      bv_page_show_empty (BV_PAGE (self), "bv-indicators-symbolic",
                          _ ("No movement runs in this year"),
                          _ ("Indicators belong to a movement. Record the movement first, then its "
                             "indicators, or import a table of them."),
                          _ ("_New Movement"), "indicators.add-movement", NULL);
      bv_page_offer_import (BV_PAGE (self));
      bv_indicator_grid_take (self->model, bv_page_get_store (BV_PAGE (self)), NULL);
      update_actions (self);
      return;
    }
  if (answer->n_indicators == 0)
    {
      bv_indicator_grid_take (self->model, bv_page_get_store (BV_PAGE (self)), NULL);
      bv_page_show_empty (BV_PAGE (self), "bv-indicators-symbolic", _ ("No indicators yet"),
                          _ ("Add what this movement is measured by, with its unit and direction. "
                             "Plans and figures are then typed as in a spreadsheet."),
                          _ ("_New Indicator"), "indicators.add", NULL);
      bv_page_offer_import (BV_PAGE (self));
      update_actions (self);
      return;
    }
  gtk_label_set_text (self->unit_label,
                      answer->unit_name != NULL ? answer->unit_name : _ ("The office's own area"));
  show_summary (self, answer->summary);
  if (answer->summary->n_indicators > 0)
    bv_chart_card_set_chart (self->completion_card, bv_indicator_chart_completion (
                                                      answer->summary, BV_CHART_LANGUAGE_SCREEN));
  else
    bv_chart_card_set_chart (self->completion_card, NULL);
  bv_indicator_grid_take (self->model, bv_page_get_store (BV_PAGE (self)),
                          g_steal_pointer (&answer->grid));
  bv_page_show_content (BV_PAGE (self));
  select_wanted (self);
  take_cursor (self);
  update_bad (self);
  load_series (self);
}

static void
bv_indicators_page_refresh (BvPage *page, const char *const *tables)
{
  BvIndicatorsPage *self = BV_INDICATORS_PAGE (page);
  BvIndicatorsAsk *ask;

  if (!bv_page_changed_table (tables, "movement", "indicator", "target", "measurement", "subject",
                              "unit", "setting", NULL))
    return;
  ask = g_new0 (BvIndicatorsAsk, 1);
  ask->query.rows = BV_GRID_ROWS_INDICATORS;
  ask->query.content = self->shows_plans ? BV_GRID_PLANS : BV_GRID_PLAN_AND_ACTUAL;
  ask->query.movement_id = self->movement_id;
  ask->query.unit_id = self->unit_id;
  ask->query.indicator_id = self->wanted_id;
  ask->query.year = bv_page_get_year (page);
  ask->query.period_kind = self->period_kind;
  ask->through_month = 12;
  ask->is_first = !self->is_chosen;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  bv_page_show_loading (page);
  bv_read_async (G_OBJECT (self), bv_page_get_store (page), bv_indicators_read, ask, g_free,
                 page_read_cb, (GDestroyNotify) bv_indicators_answer_free, self->reading);
}

/* ── What the officer does ─────────────────────────────────────────────────────────────────── */

static void
movement_selected_cb (BvIndicatorsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->movement_dropdown);

  if (self->is_filling || selected >= self->movement_ids->len)
    return;
  self->movement_id = g_array_index (self->movement_ids, gint64, selected);
  self->is_chosen = TRUE;
  bv_page_queue_refresh (BV_PAGE (self));
}

static void
cursor_moved_cb (BvIndicatorsPage *self)
{
  take_cursor (self);
  if (self->selected_id == self->series_id)
    return;
  g_clear_handle_id (&self->series_source, g_source_remove);
  self->series_source = g_timeout_add (120, series_timeout_cb, self);
}

static void
notice_cb (BvIndicatorsPage *self, const char *text)
{
  bv_toast_message (GTK_WIDGET (self), text);
}

static void
written_cb (BvIndicatorGrid *model,
            gint64 act_id,
            guint n_cells,
            const GError *error,
            BvIndicatorsPage *self)
{
  update_bad (self);
  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (self), _ ("The figures could not be saved"), error);
      return;
    }
  bv_page_queue_refresh (BV_PAGE (self));
  /* A single cell is taken back by Ctrl+Z, as everywhere; a block says what it did. */
  if (n_cells > 1)
    {
      g_autofree char *text = g_strdup_printf (
        ngettext ("%u figure changed", "%u figures changed", n_cells), n_cells);

      bv_toast_done (GTK_WIDGET (self), bv_page_get_store (BV_PAGE (self)), act_id, text);
    }
}

static void
chart_point_cb (BvIndicatorsPage *self, int index)
{
  const BvChart *chart = bv_chart_view_get_chart (bv_chart_card_get_view (self->completion_card));
  const BvChartRow *row;

  if (chart == NULL || index < 0 || (guint) index >= chart->rows->len)
    return;
  row = g_ptr_array_index (chart->rows, index);
  for (guint i = 0; i < bv_grid_model_get_n_rows (BV_GRID_MODEL (self->model)); i++)
    {
      const BvGridRow *info = bv_indicator_grid_get_row (self->model, i);

      if (info != NULL && g_strcmp0 (info->title, row->name) == 0)
        {
          bv_grid_view_set_cursor (self->grid_view, i, 0, FALSE);
          return;
        }
    }
}

static void
edited_cb (GtkWidget *parent, gint64 id)
{
  BV_INDICATORS_PAGE (parent)->wanted_id = id;
  bv_page_queue_refresh (BV_PAGE (parent));
}

static void
movement_edited_cb (GtkWidget *parent, gint64 id)
{
  BV_INDICATORS_PAGE (parent)->movement_id = id;
  BV_INDICATORS_PAGE (parent)->is_chosen = TRUE;
  bv_page_queue_refresh (BV_PAGE (parent));
}

static void
add_movement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_movement_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), 0, movement_edited_cb);
}

static void
edit_movement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvIndicatorsPage *self = BV_INDICATORS_PAGE (widget);

  bv_movement_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), self->movement_id,
                              movement_edited_cb);
}

static void
delete_movement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvIndicatorsPage *self = BV_INDICATORS_PAGE (widget);
  guint selected = gtk_drop_down_get_selected (self->movement_dropdown);

  if (selected > 0 && selected < self->movement_names->len)
    bv_movement_editor_delete (widget, bv_page_get_store (BV_PAGE (widget)), self->movement_id,
                               g_ptr_array_index (self->movement_names, selected));
}

static const BvGridRow *
get_selected_row (BvIndicatorsPage *self)
{
  guint row, column;

  return bv_grid_view_get_cursor (self->grid_view, &row, &column)
           ? bv_indicator_grid_get_row (self->model, row)
           : NULL;
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvIndicatorsPage *self = BV_INDICATORS_PAGE (widget);
  const BvGridRow *row = get_selected_row (self);
  gint64 movement_id = self->movement_id;

  if (movement_id == 0 && row != NULL)
    movement_id = row->indicator->movement_id;
  if (movement_id == 0 && self->movement_ids->len > 1)
    movement_id = g_array_index (self->movement_ids, gint64, 1);
  bv_indicator_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), movement_id,
                               row != NULL ? row->group_name : NULL, 0, edited_cb);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvIndicatorsPage *self = BV_INDICATORS_PAGE (widget);

  if (self->selected_id != 0)
    bv_indicator_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), 0, NULL,
                                 self->selected_id, edited_cb);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvIndicatorsPage *self = BV_INDICATORS_PAGE (widget);
  const BvGridRow *row = get_selected_row (self);

  if (row != NULL)
    bv_indicator_editor_delete (widget, bv_page_get_store (BV_PAGE (widget)), row->indicator_id,
                                row->title);
}

static void
unit_chosen_cb (GtkWidget *parent, gint64 id, const char *name, gpointer user_data)
{
  BV_INDICATORS_PAGE (parent)->unit_id = id;
  bv_page_queue_refresh (BV_PAGE (parent));
}

static void
choose_unit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_subject_chooser_present (widget, _ ("Figures of Which Unit"),
                              bv_page_get_store (BV_PAGE (widget)), BV_SUBJECT_UNIT, unit_chosen_cb,
                              NULL);
}

static void
own_unit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  unit_chosen_cb (widget, 0, NULL, NULL);
}

static void
set_period_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvIndicatorsPage *self = BV_INDICATORS_PAGE (widget);
  const char *kind = g_variant_get_string (parameter, NULL);

  self->period_kind = g_str_equal (kind, "month")     ? BV_PERIOD_MONTH
                      : g_str_equal (kind, "quarter") ? BV_PERIOD_QUARTER
                                                      : BV_PERIOD_YEAR;
  /* From elsewhere than the buttons: the right one goes in. */
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->period_box));
       button != NULL; button = gtk_widget_get_next_sibling (button))
    if (g_str_equal (gtk_widget_get_name (button), kind)
        && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  bv_page_queue_refresh (BV_PAGE (self));
}

/* The three buttons are one choice; the one pressed in carries its name. */
static void
period_toggled_cb (GtkToggleButton *button, BvIndicatorsPage *self)
{
  if (gtk_toggle_button_get_active (button))
    gtk_widget_activate_action (GTK_WIDGET (self), "indicators.period", "s",
                                gtk_widget_get_name (GTK_WIDGET (button)));
}

static void
plans_toggled_cb (GtkToggleButton *button, BvIndicatorsPage *self)
{
  self->shows_plans = gtk_toggle_button_get_active (button);
  bv_page_queue_refresh (BV_PAGE (self));
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_indicators_page_set_store (BvPage *page, BvStore *store)
{
  BvIndicatorsPage *self = BV_INDICATORS_PAGE (page);

  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->series_reading);
  self->movement_id = 0;
  self->is_chosen = FALSE;
  self->unit_id = 0;
  self->selected_id = 0;
  bv_indicator_grid_take (self->model, store, NULL);
  update_actions (self);
}

static gboolean
bv_indicators_page_open_record (BvPage *page, const char *kind, gint64 id)
{
  BvIndicatorsPage *self = BV_INDICATORS_PAGE (page);

  if (g_strcmp0 (kind, "indicator") != 0)
    return FALSE;
  self->wanted_id = id;
  self->movement_id = 0;
  self->is_chosen = TRUE;
  bv_page_queue_refresh (page);
  return TRUE;
}

static const char *
bv_indicators_page_import_target (BvPage *page, gint64 *decision_id)
{
  return "indicators";
}

static gboolean
bv_indicators_page_may_leave (BvPage *page)
{
  BvIndicatorsPage *self = BV_INDICATORS_PAGE (page);

  if (bv_grid_view_is_editing (self->grid_view))
    bv_grid_view_end_edit (self->grid_view, TRUE);
  return TRUE;
}

static gboolean
bv_indicators_page_is_busy (BvPage *page)
{
  return bv_indicator_grid_is_writing (BV_INDICATORS_PAGE (page)->model);
}

static void
bv_indicators_page_dispose (GObject *object)
{
  BvIndicatorsPage *self = BV_INDICATORS_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_cancellable_cancel (self->series_reading);
  g_clear_object (&self->series_reading);
  g_clear_handle_id (&self->series_source, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_INDICATORS_PAGE);

  G_OBJECT_CLASS (bv_indicators_page_parent_class)->dispose (object);
}

static void
bv_indicators_page_finalize (GObject *object)
{
  BvIndicatorsPage *self = BV_INDICATORS_PAGE (object);

  g_array_unref (self->movement_ids);
  g_ptr_array_unref (self->movement_names);

  G_OBJECT_CLASS (bv_indicators_page_parent_class)->finalize (object);
}

static void
bv_indicators_page_class_init (BvIndicatorsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  object_class->dispose = bv_indicators_page_dispose;
  object_class->finalize = bv_indicators_page_finalize;
  page_class->set_store = bv_indicators_page_set_store;
  page_class->refresh = bv_indicators_page_refresh;
  page_class->is_busy = bv_indicators_page_is_busy;
  page_class->open_record = bv_indicators_page_open_record;
  page_class->import_target = bv_indicators_page_import_target;
  page_class->may_leave = bv_indicators_page_may_leave;

  gtk_widget_class_install_action (widget_class, "indicators.add-movement", NULL,
                                   add_movement_action);
  gtk_widget_class_install_action (widget_class, "indicators.edit-movement", NULL,
                                   edit_movement_action);
  gtk_widget_class_install_action (widget_class, "indicators.delete-movement", NULL,
                                   delete_movement_action);
  gtk_widget_class_install_action (widget_class, "indicators.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "indicators.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "indicators.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "indicators.choose-unit", NULL,
                                   choose_unit_action);
  gtk_widget_class_install_action (widget_class, "indicators.own-unit", NULL, own_unit_action);
  gtk_widget_class_install_action (widget_class, "indicators.period", "s", set_period_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "indicators.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "indicators.edit",
                                       NULL);

  g_type_ensure (BV_TYPE_GRID_VIEW);
  g_type_ensure (BV_TYPE_CHART_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-indicators-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvIndicatorsPage, movement_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvIndicatorsPage, headline);
  gtk_widget_class_bind_template_child (widget_class, BvIndicatorsPage, subline);
  gtk_widget_class_bind_template_child (widget_class, BvIndicatorsPage, bad_label);
  gtk_widget_class_bind_template_child (widget_class, BvIndicatorsPage, unit_label);
  gtk_widget_class_bind_template_child (widget_class, BvIndicatorsPage, period_box);
  gtk_widget_class_bind_template_child (widget_class, BvIndicatorsPage, grid_view);
  gtk_widget_class_bind_template_child (widget_class, BvIndicatorsPage, completion_card);
  gtk_widget_class_bind_template_child (widget_class, BvIndicatorsPage, series_card);
  gtk_widget_class_bind_template_callback (widget_class, movement_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, notice_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, plans_toggled_cb);
}

static void
bv_indicators_page_init (BvIndicatorsPage *self)
{
  self->movement_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->movement_names = g_ptr_array_new_with_free_func (g_free);
  self->period_kind = BV_PERIOD_QUARTER;
  self->model = bv_indicator_grid_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  bv_grid_view_set_model (self->grid_view, BV_GRID_MODEL (self->model));
  bv_grid_view_set_corner (self->grid_view, _ ("Indicator"));
  bv_chart_card_set_placeholder (self->completion_card,
                                 _ ("The chart appears with the first plan or figure."));
  bv_chart_card_set_placeholder (self->series_card, _ ("Choose an indicator to see it over time."));
  g_signal_connect (self->model, "written", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->model, "changed", G_CALLBACK (update_bad), self);
  g_signal_connect_swapped (bv_chart_card_get_view (self->completion_card), "activate-point",
                            G_CALLBACK (chart_point_cb), self);
  update_actions (self);
}
