// SPDX-License-Identifier: GPL-3.0-or-later
/* The list of units beside the people of one. A hundred rows of plain values: they are kept as objects here. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-rating-units.h"

#include "base/bv-text.h"
#include "merit/bv-rating-cap.h"
#include "widgets/bv-meter.h"

#include <glib/gi18n.h>

/* ── A row ───────────────────────────────────────────────────────────────────────────────── */

#define BV_TYPE_RATING_UNIT (bv_rating_unit_get_type ())
G_DECLARE_FINAL_TYPE (BvRatingUnit, bv_rating_unit, BV, RATING_UNIT, GObject)

struct _BvRatingUnit
{
  GObject parent_instance;

  gint64 unit_id;
  char *name;
  guint n_rated;
  guint n_people;
  guint used;
  guint most;
  guint over;   /* of the unit as a whole */
  guint n_over; /* groups and wholes over their cap */
};

G_DEFINE_FINAL_TYPE (BvRatingUnit, bv_rating_unit, G_TYPE_OBJECT)

static void
bv_rating_unit_finalize (GObject *object)
{
  g_free (BV_RATING_UNIT (object)->name);
  G_OBJECT_CLASS (bv_rating_unit_parent_class)->finalize (object);
}

static void
bv_rating_unit_class_init (BvRatingUnitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_rating_unit_finalize;
}

static void
bv_rating_unit_init (BvRatingUnit *self)
{
}

/* ── The list ────────────────────────────────────────────────────────────────────────────── */

struct _BvRatingUnits
{
  GtkWidget parent_instance;

  /* Template */
  GtkSearchEntry *search_entry;
  GtkListView *view;

  /* Owned */
  GListStore *units;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;

  /* State */
  gint64 selected;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (BvRatingUnits, bv_rating_units, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
describe (BvRatingUnit *unit)
{
  if (unit->n_rated == 0)
    /* Translators: under the name of a unit: nobody of its people is rated yet. */
    return g_strdup_printf (
      ngettext ("%u person, not rated yet", "%u people, not rated yet", unit->n_people),
      unit->n_people);
  if (unit->n_over > 0 && unit->over > 0)
    /* Translators: under the name of a unit: rated people, all people, too many “excellent”. */
    return g_strdup_printf (_ ("%u of %u rated · %u too many"), unit->n_rated, unit->n_people,
                            unit->over);
  if (unit->n_over > 0)
    /* Translators: a group of similar tasks of the unit is over its cap. */
    return g_strdup_printf (_ ("%u of %u rated · a group is over"), unit->n_rated, unit->n_people);
  return g_strdup_printf (_ ("%u of %u rated"), unit->n_rated, unit->n_people);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *meter = bv_meter_new ();
  GtkWidget *caption = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), meter);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  BvRatingUnit *unit = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *meter = gtk_widget_get_next_sibling (name);
  GtkWidget *caption = gtk_widget_get_next_sibling (meter);
  g_autofree char *text = describe (unit);
  g_autofree char *words = g_strdup_printf (_ ("%u rated “excellent” of at most %u"), unit->used,
                                            unit->most);

  gtk_label_set_text (GTK_LABEL (name), unit->name);
  gtk_label_set_text (GTK_LABEL (caption), text);
  gtk_widget_set_visible (meter, unit->unit_id != 0 && unit->n_rated > 0);
  bv_meter_set (BV_METER (meter), unit->used, unit->most, unit->name, words);
  if (unit->n_over > 0 && unit->unit_id != 0)
    {
      gtk_widget_remove_css_class (caption, "dim-label");
      gtk_widget_add_css_class (caption, "error");
    }
  else
    {
      gtk_widget_remove_css_class (caption, "error");
      gtk_widget_add_css_class (caption, "dim-label");
    }
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  BvRatingUnits *self = user_data;
  BvRatingUnit *unit = item;
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  return *search == '\0' || (unit->unit_id != 0 && bv_text_matches (unit->name, search));
}

static void
selected_cb (BvRatingUnits *self)
{
  BvRatingUnit *unit = gtk_single_selection_get_selected_item (self->selection);

  if (self->is_setting || unit == NULL || unit->unit_id == self->selected)
    return;
  self->selected = unit->unit_id;
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, self->selected);
}

static void
search_cb (BvRatingUnits *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
bv_rating_units_dispose (GObject *object)
{
  BvRatingUnits *self = BV_RATING_UNITS (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_RATING_UNITS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->units);

  G_OBJECT_CLASS (bv_rating_units_parent_class)->dispose (object);
}

static void
bv_rating_units_class_init (BvRatingUnitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_rating_units_dispose;
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-rating-units.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRatingUnits, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BvRatingUnits, view);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
}

static void
bv_rating_units_init (BvRatingUnits *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->units = g_list_store_new (BV_TYPE_RATING_UNIT);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->units)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static BvRatingUnit *
unit_new (const BvRatingCap *cap)
{
  BvRatingUnit *unit = g_object_new (BV_TYPE_RATING_UNIT, NULL);

  unit->unit_id = cap->unit_id;
  unit->name = g_strdup (cap->unit_name);
  for (int grade = 0; grade < BV_N_GRADES; grade++)
    unit->n_rated += cap->n[grade];
  unit->n_people = unit->n_rated + cap->n_unrated;
  unit->used = cap->used;
  unit->most = cap->most;
  unit->over = cap->over;
  unit->n_over = cap->over > 0;
  return unit;
}

static void
select_in_model (BvRatingUnits *self, gboolean scroll)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (BvRatingUnit) unit = g_list_model_get_item (model, i);

      if (unit->unit_id != self->selected)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      if (scroll)
        gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", i);
      return;
    }
}

static gboolean
is_same_list (BvRatingUnits *self, GPtrArray *items)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->units)) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (BvRatingUnit) old = g_list_model_get_item (G_LIST_MODEL (self->units), i);

      if (old->unit_id != ((BvRatingUnit *) items->pdata[i])->unit_id)
        return FALSE;
    }
  return TRUE;
}

static void
replace_changed (BvRatingUnits *self, guint position, BvRatingUnit *unit)
{
  g_autoptr (BvRatingUnit) old = g_list_model_get_item (G_LIST_MODEL (self->units), position);
  gpointer item = unit;

  if (old->n_rated != unit->n_rated || old->n_people != unit->n_people || old->used != unit->used
      || old->most != unit->most || old->over != unit->over || old->n_over != unit->n_over
      || !g_str_equal (old->name, unit->name))
    g_list_store_splice (self->units, position, 1, &item, 1);
}

void
bv_rating_units_set (BvRatingUnits *self, GPtrArray *caps)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  BvRatingUnit *all = g_object_new (BV_TYPE_RATING_UNIT, NULL);
  BvRatingUnit *unit = NULL;

  g_return_if_fail (BV_IS_RATING_UNITS (self));
  all->name = g_strdup (_ ("All units"));
  g_ptr_array_add (items, all);
  for (guint i = 0; i < caps->len; i++)
    {
      const BvRatingCap *cap = caps->pdata[i];

      if (*cap->task_group != '\0')
        {
          unit->n_over += cap->over > 0;
          continue;
        }
      unit = unit_new (cap);
      all->n_rated += unit->n_rated;
      all->n_people += unit->n_people;
      g_ptr_array_add (items, unit);
    }
  self->is_setting = TRUE;
  if (!is_same_list (self, items))
    {
      g_list_store_splice (self->units, 0, g_list_model_get_n_items (G_LIST_MODEL (self->units)),
                           items->pdata, items->len);
      select_in_model (self, TRUE);
    }
  else
    {
      /* A grade changes two rows: the others stay, and with them where the list stands. */
      for (guint i = 0; i < items->len; i++)
        replace_changed (self, i, items->pdata[i]);
      select_in_model (self, FALSE);
    }
  self->is_setting = FALSE;
}

gint64
bv_rating_units_get_selected (BvRatingUnits *self)
{
  g_return_val_if_fail (BV_IS_RATING_UNITS (self), 0);
  return self->selected;
}

void
bv_rating_units_select (BvRatingUnits *self, gint64 unit_id)
{
  g_return_if_fail (BV_IS_RATING_UNITS (self));
  if (unit_id == self->selected)
    return;
  self->selected = unit_id;
  self->is_setting = TRUE;
  select_in_model (self, TRUE);
  self->is_setting = FALSE;
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, unit_id);
}
