// SPDX-License-Identifier: GPL-3.0-or-later
/* The cells, titles and the menu of columns of a list: text from a row, set as its column says. An inscription has a height known
 * without its text, which long lists live on; a title is a label, which grows to a second line. */

#define G_LOG_DOMAIN "bangvang"

#include "widgets/bv-list-cell.h"

#include "base/bv-date.h"
#include "base/bv-number.h"

#include <glib/gi18n.h>

gboolean
bv_list_cell_is_right_aligned (const BvListColumn *column)
{
  return column->kind == BV_LIST_COLUMN_NUMBER || column->kind == BV_LIST_COLUMN_MONEY;
}

static char *
cell_text (const BvListColumn *column, BvRow *row)
{
  if (column->format != NULL)
    return column->format (row, column->column);
  switch (column->kind)
    {
    case BV_LIST_COLUMN_NUMBER:
    case BV_LIST_COLUMN_MONEY:
      {
        gint64 value = bv_row_get_int (row, column->column);
        return value != 0 ? bv_number_format_int (value) : g_strdup ("");
      }
    case BV_LIST_COLUMN_DATE:
      return bv_date_format_short (bv_row_get_text (row, column->column));
    case BV_LIST_COLUMN_CHECK:
      return g_strdup (bv_row_get_int (row, column->column) != 0 ? "✓" : "");
    case BV_LIST_COLUMN_TEXT:
    case BV_LIST_COLUMN_TITLE:
    default:
      return g_strdup (bv_row_get_text (row, column->column));
    }
}

/* An inscription does not tell whether it is cut: its text is measured when somebody points at it. */
static gboolean
query_tooltip_cb (GtkWidget *cell,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  gpointer user_data)
{
  if (GTK_IS_LABEL (cell))
    {
      PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (cell));
      if (!pango_layout_is_ellipsized (layout))
        return FALSE;
      gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (cell)));
      return TRUE;
    }
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (cell));
  if (text == NULL || *text == '\0')
    return FALSE;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (cell, text);
  int width;
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (cell))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static GtkWidget *
make_title (const BvListColumn *column)
{
  GtkWidget *cell = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (cell), 0.0);
  gtk_label_set_wrap (GTK_LABEL (cell), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (cell), 2);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  /* The column that takes what is left keeps room for a word or two: the list scrolls sideways before it is cut to
   * syllables. */
  gtk_label_set_width_chars (GTK_LABEL (cell), column->width == 0 ? 14 : 3);
  return cell;
}

static GtkWidget *
make_text (const BvListColumn *column)
{
  GtkWidget *cell = gtk_inscription_new (NULL);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 3);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 12);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), bv_list_cell_is_right_aligned (column) ? 1.0
                                                      : column->kind == BV_LIST_COLUMN_CHECK ? 0.5
                                                                                             : 0.0);
  if (column->kind != BV_LIST_COLUMN_TEXT)
    gtk_widget_add_css_class (cell, "numeric");
  if (bv_list_cell_is_right_aligned (column))
    gtk_widget_set_margin_end (cell, BV_LIST_CELL_END);
  return cell;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const BvListColumn *column = user_data;
  GtkWidget *cell = column->kind == BV_LIST_COLUMN_TITLE ? make_title (column) : make_text (column);
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  if (column->icon != NULL)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *image = gtk_image_new ();

      gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_widget_set_hexpand (cell, TRUE);
      gtk_box_append (GTK_BOX (box), image);
      gtk_box_append (GTK_BOX (box), cell);
      cell = box;
    }
  gtk_list_item_set_child (item, cell);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  BvRow *row = gtk_list_item_get_item (item);
  const BvListColumn *column = user_data;
  g_autofree char *text = row != NULL ? cell_text (column, row) : NULL;
  GtkWidget *cell = gtk_list_item_get_child (item);
  if (column->icon != NULL)
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (cell)),
                                    row != NULL ? column->icon (row, column->column) : NULL);
      cell = gtk_widget_get_last_child (cell);
    }
  if (GTK_IS_LABEL (cell))
    gtk_label_set_text (GTK_LABEL (cell), text);
  else
    gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
}

GtkListItemFactory *
bv_list_cell_factory_new (const BvListColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), (gpointer) column);
  return factory;
}

int
bv_list_cell_column_width (const BvListColumn *column)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi = -1;
  if (column->width <= 0)
    return -1;
  if (settings != NULL)
    g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  /* In 1024ths of a dot; 96 is the size that the widths were chosen at. */
  return dpi > 96 * 1024 ? (int) ((gint64) column->width * dpi / (96 * 1024)) : column->width;
}

/* ── Titles ──────────────────────────────────────────────────────────────────────────────── */

/* Titles over numbers stand at the right like them. GTK 4.8 has no property for it: the title's box is
 * the first child of each child of the header row. */
void
bv_list_cell_align_titles (GtkColumnView *view, const BvListColumn *list, guint n_columns)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  for (guint i = 0; i < n_columns && title != NULL; i++)
    {
      GtkWidget *box = gtk_widget_get_first_child (title);
      if (GTK_IS_BOX (box) && bv_list_cell_is_right_aligned (&list[i]))
        {
          gtk_widget_set_halign (box, GTK_ALIGN_END);
          gtk_widget_set_margin_end (box, BV_LIST_CELL_END);
        }
      title = gtk_widget_get_next_sibling (title);
    }
}

/* ── The menu of columns ─────────────────────────────────────────────────────────────────── */

GtkWidget *
bv_list_cell_columns_button_new (GtkColumnView *view, const BvListColumn *list, guint n_columns)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GListModel *columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *check = gtk_check_button_new_with_label (_ (list[i].title));
      g_object_bind_property (column, "visible", check, "active",
                              G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
      /* The first column names the row. */
      gtk_widget_set_sensitive (check, i > 0);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  GtkWidget *popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  GtkWidget *button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "bv-columns-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, _ ("Columns to show"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Columns to show"), -1);
  return button;
}
