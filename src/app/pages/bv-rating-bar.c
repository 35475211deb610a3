// SPDX-License-Identifier: GPL-3.0-or-later
/* The bar over the lists of ratings: names who is rated and takes grades and points. It writes nothing itself. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-rating-bar.h"

#include "base/bv-number.h"
#include "pages/bv-rating-acts.h"
#include "pages/bv-rating-columns.h"

#include <glib/gi18n.h>

struct _BvRatingBar
{
  GtkWidget parent_instance;

  /* Template */
  GtkBox *box;
  GtkLabel *name_label;
  GtkBox *points_box;
  GtkEntry *general_entry;
  GtkEntry *result_entry;
  GtkBox *grades;
  GtkMenuButton *menu_button;

  /* State */
  gint64 shown_id; /* whose points stand in the entries */
  gboolean has_points;
};

G_DEFINE_FINAL_TYPE (BvRatingBar, bv_rating_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_POINTS,
  SIGNAL_MOVE,
  SIGNAL_LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Keys and buttons, in the order of the buttons. */
static const struct
{
  guint key;
  guint keypad;
  BvGrade grade;
} keys[] = {
  { GDK_KEY_1, GDK_KEY_KP_1, BV_GRADE_EXCELLENT }, { GDK_KEY_2, GDK_KEY_KP_2, BV_GRADE_GOOD },
  { GDK_KEY_3, GDK_KEY_KP_3, BV_GRADE_DONE },      { GDK_KEY_4, GDK_KEY_KP_4, BV_GRADE_FAILED },
  { GDK_KEY_0, GDK_KEY_KP_0, BV_GRADE_NONE },
};

gboolean
bv_rating_bar_grade_of_key (guint keyval, BvGrade *grade)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keyval == keys[i].key || keyval == keys[i].keypad)
      {
        *grade = keys[i].grade;
        return TRUE;
      }
  return FALSE;
}

/* ── Points ────────────────────────────────────────────────────────────────────────────────── */

static void
show_points (BvRatingBar *self, BvRow *row)
{
  g_autofree char *general = bv_rating_format_points (row, BV_RATING_COLUMN_GENERAL);
  g_autofree char *result = bv_rating_format_points (row, BV_RATING_COLUMN_RESULT);

  gtk_editable_set_text (GTK_EDITABLE (self->general_entry), general);
  gtk_editable_set_text (GTK_EDITABLE (self->result_entry), result);
  gtk_widget_remove_css_class (GTK_WIDGET (self->general_entry), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->result_entry), "error");
}

static void
general_done_cb (BvRatingBar *self)
{
  gint64 points;

  if (bv_rating_read_points (self->general_entry, &points))
    gtk_widget_grab_focus (GTK_WIDGET (self->result_entry));
}

/* Enter saves both and goes on with the next row. */
static void
points_done_cb (BvRatingBar *self)
{
  gint64 general, result;

  if (self->shown_id == 0 || !bv_rating_read_points (self->general_entry, &general)
      || !bv_rating_read_points (self->result_entry, &result))
    return;
  g_signal_emit (self, signals[SIGNAL_POINTS], 0, self->shown_id, general, result);
  gtk_widget_grab_focus (GTK_WIDGET (self->general_entry));
}

/* Up and down change the row from the points, too. */
static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint keyval,
              guint keycode,
              GdkModifierType state,
              BvRatingBar *self)
{
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, -1);
  else if (keyval == GDK_KEY_Escape)
    {
      self->shown_id = 0;
      g_signal_emit (self, signals[SIGNAL_LEAVE], 0);
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_rating_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_RATING_BAR);

  G_OBJECT_CLASS (bv_rating_bar_parent_class)->dispose (object);
}

static void
bv_rating_bar_class_init (BvRatingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_rating_bar_dispose;
  signals[SIGNAL_POINTS] = g_signal_new ("points", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_INT64);
  signals[SIGNAL_MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-rating-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRatingBar, box);
  gtk_widget_class_bind_template_child (widget_class, BvRatingBar, name_label);
  gtk_widget_class_bind_template_child (widget_class, BvRatingBar, points_box);
  gtk_widget_class_bind_template_child (widget_class, BvRatingBar, general_entry);
  gtk_widget_class_bind_template_child (widget_class, BvRatingBar, result_entry);
  gtk_widget_class_bind_template_child (widget_class, BvRatingBar, grades);
  gtk_widget_class_bind_template_child (widget_class, BvRatingBar, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, general_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, points_done_cb);
}

static void
add_keys (BvRatingBar *self, GtkEntry *entry)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (entry), controller);
}

static void
bv_rating_bar_init (BvRatingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = g_strdup_printf ("%c  %s", (char) keys[i].key,
                                               bv_rating_short_grade (keys[i].grade));
      GtkWidget *button = gtk_button_new_with_label (text);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "ratings.grade");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                        bv_grade_to_code (keys[i].grade));
      gtk_widget_set_tooltip_text (button, bv_grade_get_label (keys[i].grade));
      gtk_widget_set_focus_on_click (button, FALSE);
      gtk_box_append (self->grades, button);
    }
  add_keys (self, self->general_entry);
  add_keys (self, self->result_entry);
}

/* ── Public ────────────────────────────────────────────────────────────────────────────────── */

void
bv_rating_bar_set_rule (BvRatingBar *self, const BvRatingRule *rule)
{
  g_return_if_fail (BV_IS_RATING_BAR (self));

  self->has_points = rule != NULL && bv_rating_rule_has_points (rule);
  gtk_widget_set_visible (GTK_WIDGET (self->points_box), self->has_points);
  if (self->has_points)
    {
      g_autofree char *general = bv_number_format_hundredths (rule->general_points);
      g_autofree char *result = bv_number_format_hundredths (rule->result_points);
      g_autofree char *general_hint = g_strdup_printf ("0–%s", general);
      g_autofree char *result_hint = g_strdup_printf ("0–%s", result);

      gtk_entry_set_placeholder_text (self->general_entry, general_hint);
      gtk_entry_set_placeholder_text (self->result_entry, result_hint);
    }
}

void
bv_rating_bar_show_row (BvRatingBar *self, gint64 id, BvRow *row)
{
  g_return_if_fail (BV_IS_RATING_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), row != NULL);
  if (row == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->points_box), self->has_points);
  gtk_label_set_text (self->name_label, bv_row_get_text (row, BV_RATING_COLUMN_NAME));
  if (self->shown_id != id)
    show_points (self, row);
  self->shown_id = id;
}

void
bv_rating_bar_show_several (BvRatingBar *self, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  g_return_if_fail (BV_IS_RATING_BAR (self));
  self->shown_id = 0;
  gtk_label_set_text (self->name_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->points_box), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
bv_rating_bar_forget (BvRatingBar *self)
{
  g_return_if_fail (BV_IS_RATING_BAR (self));

  if (!gtk_widget_has_focus (GTK_WIDGET (self->general_entry))
      && gtk_widget_get_focus_child (GTK_WIDGET (self->points_box)) == NULL)
    self->shown_id = 0;
}

gboolean
bv_rating_bar_start_points (BvRatingBar *self)
{
  g_return_val_if_fail (BV_IS_RATING_BAR (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->points_box))
         && gtk_widget_grab_focus (GTK_WIDGET (self->general_entry));
}
