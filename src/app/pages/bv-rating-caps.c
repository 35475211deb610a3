// SPDX-License-Identifier: GPL-3.0-or-later
/* The cap on "excellent" of one unit and its groups, over the list of its people. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-rating-caps.h"

#include "base/bv-number.h"
#include "merit/bv-rating-cap.h"
#include "widgets/bv-meter.h"

#include <glib/gi18n.h>

BvRatingCaps *
bv_rating_caps_read (BvConnection *connection, int year, gint64 unit_id, GError **error)
{
  BvRatingCaps *self = g_new0 (BvRatingCaps, 1);

  self->unit_id = unit_id;
  self->of_unit = g_ptr_array_new ();
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->caps = bv_rating_cap_list (connection, year, 0, error);
  for (guint i = 0; self->caps != NULL && i < self->caps->len; i++)
    {
      BvRatingCap *cap = self->caps->pdata[i];
      GPtrArray *names;

      if (cap->unit_id != unit_id)
        continue;
      names = bv_rating_cap_list_excellent (connection, year, cap, error);
      if (names == NULL)
        {
          bv_rating_caps_free (self);
          return NULL;
        }
      g_ptr_array_add (self->of_unit, cap);
      g_ptr_array_add (self->names, names);
    }
  if (self->caps == NULL)
    g_clear_pointer (&self, bv_rating_caps_free);
  return self;
}

void
bv_rating_caps_free (BvRatingCaps *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->of_unit, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->caps, g_ptr_array_unref);
  g_free (self);
}

/* Those who stand over the cap, or among whom the office must choose. */
static char *
list_names (GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const BvRatingExcellent *one = names->pdata[i];

      if (one->standing == BV_RATING_WITHIN)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", one->name);
      if (one->points >= 0)
        {
          g_autofree char *points = bv_number_format_hundredths (one->points);

          g_string_append_printf (text, " (%s)", points);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "20 % of 11 “good”: 2" */
static char *
describe_formula (const BvRatingCap *cap)
{
  if (cap->base_or_better)
    /* Translators: how the limit comes about: percent, people rated “good” or better, the limit. */
    return g_strdup_printf (_ ("%d %% of %u rated “good” or better, rounded down: %u"),
                            cap->percent, cap->base, cap->limit);
  /* Translators: how the limit comes about: percent, people rated “good”, the limit. */
  return g_strdup_printf (_ ("%d %% of %u rated “good”, rounded down: %u"), cap->percent, cap->base,
                          cap->limit);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_line (GtkBox *box, const BvRatingCap *cap, GPtrArray *names)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *meter = bv_meter_new ();
  const char *title = *cap->task_group != '\0' ? cap->task_group : cap->unit_name;
  g_autofree char *text = bv_rating_cap_describe (cap, names);
  g_autofree char *formula = describe_formula (cap);
  g_autofree char *who = list_names (names);
  GtkWidget *name = make_label (title, *cap->task_group != '\0' ? NULL : "heading");
  GtkWidget *said = make_label (text, "caption");
  GtkWidget *rule = make_label (formula, "caption");

  bv_meter_set (BV_METER (meter), cap->used, cap->most, title, text);
  gtk_widget_set_size_request (meter, 150, -1);
  gtk_widget_set_valign (meter, GTK_ALIGN_START);
  gtk_widget_set_margin_top (meter, 2);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (said, cap->over > 0 ? "error" : "dim-label");
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), said);
  if (*who != '\0')
    gtk_box_append (GTK_BOX (words), make_label (who, "caption"));
  gtk_widget_add_css_class (rule, "dim-label");
  gtk_box_append (GTK_BOX (words), rule);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), meter);
  gtk_box_append (box, line);
}

/* Before anybody is rated there is nothing to hold against the cap. */
static gboolean
is_rated (const BvRatingCap *cap)
{
  guint n = 0;

  for (int grade = 0; grade < BV_N_GRADES; grade++)
    n += cap->n[grade];
  return n > 0;
}

void
bv_rating_caps_fill (const BvRatingCaps *self, GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < self->of_unit->len; i++)
    if (is_rated (self->of_unit->pdata[i]))
      add_line (box, self->of_unit->pdata[i], self->names->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}
