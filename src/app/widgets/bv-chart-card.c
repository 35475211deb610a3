// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * A chart, its table and its files. The file is drawn on a worker from the same BvChart: the view
 * shares it, because another may be shown before the file is through.
 */
#define G_LOG_DOMAIN "bv-chart-view"

#include "bv-chart-card.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "bv-chart-figures.h"
#include "bv-grid-view.h"
#include "bv-toast.h"
#include "compat/bv-file-dialog.h"
#include "drawing/bv-chart-write.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _BvChartCard
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  BvChartView *view;
  BvGridView *table;
  GtkLabel *placeholder;
  GtkWidget *tools;
  GtkToggleButton *table_button;
};

G_DEFINE_FINAL_TYPE (BvChartCard, bv_chart_card, GTK_TYPE_WIDGET)

#define FILE_WIDTH 760.0
#define FILE_TIME_HEIGHT 420.0
#define PNG_SCALE 2.0

typedef struct
{
  BvChart **chart; /* a share */
  char *format;
  char *path; /* NULL: for the clipboard */
} Export;

static void
export_free (Export *export)
{
  bv_chart_view_unshare_chart (export->chart);
  g_free (export->format);
  g_free (export->path);
  g_free (export);
}

static void
export_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Export *export = task_data;
  const BvChart *chart = *export->chart;
  double height = chart->kind == BV_CHART_TIME ? FILE_TIME_HEIGHT : 0;
  GError *error = NULL;
  gboolean is_done;

  if (export->path == NULL)
    {
      g_autoptr (GBytes) png = bv_chart_to_png (chart, FILE_WIDTH, height, PNG_SCALE,
                                                &bv_chart_palette_light, &error);
      GdkTexture *texture = png != NULL ? gdk_texture_new_from_bytes (png, &error) : NULL;

      if (texture != NULL)
        g_task_return_pointer (task, texture, g_object_unref);
      else
        g_task_return_error (task, error);
      return;
    }
  if (g_str_equal (export->format, "svg"))
    is_done = bv_chart_write_svg (chart, FILE_WIDTH, height, &bv_chart_palette_light, export->path,
                                  &error);
  else if (g_str_equal (export->format, "pdf"))
    is_done = bv_chart_write_pdf (chart, FILE_WIDTH, height, &bv_chart_palette_print, export->path,
                                  &error);
  else
    is_done = bv_chart_write_png (chart, FILE_WIDTH, height, PNG_SCALE, &bv_chart_palette_light,
                                  export->path, &error);
  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    bv_toast_file (GTK_WIDGET (source), _ ("The chart is saved."), export->path);
  else
    bv_toast_error (GTK_WIDGET (source), _ ("The chart could not be saved"), error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (texture == NULL)
    {
      bv_toast_error (GTK_WIDGET (source), _ ("The chart could not be copied"), error);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (source)), texture);
  bv_toast_message (GTK_WIDGET (source), _ ("The chart is on the clipboard."));
}

static void
start_export (BvChartCard *self, const char *format, const char *path, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = NULL;
  Export *export;

  if (bv_chart_view_get_chart (self->view) == NULL)
    return;
  export = g_new0 (Export, 1);
  export->chart = bv_chart_view_share_chart (self->view);
  export->format = g_strdup (format);
  export->path = g_strdup (path);
  task = g_task_new (self, NULL, callback, NULL);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, export_thread);
}

static void
path_chosen_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  bv_chart_card_export (BV_CHART_CARD (widget), user_data, path);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvChartCard *self = BV_CHART_CARD (widget);
  const char *format = g_variant_get_string (parameter, NULL);
  const BvChart *chart = bv_chart_view_get_chart (self->view);
  BvFileKinds kind = g_str_equal (format, "svg")   ? BV_FILE_SVG
                     : g_str_equal (format, "pdf") ? BV_FILE_PDF
                                                   : BV_FILE_PNG;
  g_autofree char *title = NULL;
  g_autofree char *file_name = NULL;

  if (chart == NULL)
    return;
  title = bv_text_clean (*chart->title != '\0' ? chart->title : _ ("Chart"));
  g_strdelimit (title, "/\\:*?\"<>|", '-');
  file_name = g_strdup_printf ("%s.%s", title, format);
  bv_file_dialog_save (widget, _ ("Save the Chart"), file_name, kind, path_chosen_cb,
                       (gpointer) g_intern_string (format));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_export (BV_CHART_CARD (widget), "png", NULL, copied_cb);
}

static void
update_stack (BvChartCard *self)
{
  gboolean has_chart = bv_chart_view_get_chart (self->view) != NULL;

  gtk_widget_set_sensitive (self->tools, has_chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.export", has_chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.copy", has_chart);
  gtk_stack_set_visible_child_name (self->stack, !has_chart ? "placeholder"
                                                 : gtk_toggle_button_get_active (self->table_button)
                                                   ? "table"
                                                   : "chart");
}

static void
bv_chart_card_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_CHART_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bv_chart_card_parent_class)->dispose (object);
}

static void
bv_chart_card_class_init (BvChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_chart_card_dispose;

  gtk_widget_class_install_action (widget_class, "chart.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);

  g_type_ensure (BV_TYPE_CHART_VIEW);
  g_type_ensure (BV_TYPE_GRID_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BvChartCard, stack);
  gtk_widget_class_bind_template_child (widget_class, BvChartCard, view);
  gtk_widget_class_bind_template_child (widget_class, BvChartCard, table);
  gtk_widget_class_bind_template_child (widget_class, BvChartCard, placeholder);
  gtk_widget_class_bind_template_child (widget_class, BvChartCard, tools);
  gtk_widget_class_bind_template_child (widget_class, BvChartCard, table_button);
  gtk_widget_class_bind_template_callback (widget_class, update_stack);
  gtk_widget_class_set_css_name (widget_class, "bv-chart-card");
}

static void
bv_chart_card_init (BvChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_stack (self);
}

GtkWidget *
bv_chart_card_new (void)
{
  return g_object_new (BV_TYPE_CHART_CARD, NULL);
}

void
bv_chart_card_set_chart (BvChartCard *self, BvChart *chart)
{
  g_autoptr (BvChartFigures) figures = NULL;

  g_return_if_fail (BV_IS_CHART_CARD (self));

  figures = chart != NULL ? bv_chart_figures_new (chart) : NULL;
  bv_grid_view_set_model (self->table, (BvGridModel *) figures);
  bv_grid_view_set_corner (self->table,
                           figures != NULL ? bv_chart_figures_get_corner (figures) : NULL);
  bv_chart_view_set_chart (self->view, chart);
  update_stack (self);
}

void
bv_chart_card_set_placeholder (BvChartCard *self, const char *text)
{
  g_return_if_fail (BV_IS_CHART_CARD (self));

  gtk_label_set_text (self->placeholder, text);
}

BvChartView *
bv_chart_card_get_view (BvChartCard *self)
{
  g_return_val_if_fail (BV_IS_CHART_CARD (self), NULL);

  return self->view;
}

void
bv_chart_card_export (BvChartCard *self, const char *format, const char *path)
{
  g_return_if_fail (BV_IS_CHART_CARD (self) && format != NULL && path != NULL);

  start_export (self, format, path, exported_cb);
}
