// SPDX-License-Identifier: GPL-3.0-or-later
/* A row of the paper that is being typed. It shows; what a mark means is the view's. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-ballot-row.h"

#include <glib/gi18n.h>

#define N_MARKS 3

/* In the order of the buttons. */
static const char mark_keys[N_MARKS] = { BV_MARK_FOR, BV_MARK_AGAINST, BV_MARK_BLANK };

/* Hangs on its row; widgets are borrowed. */
typedef struct
{
  BvBallotMarkFunc func;
  gpointer user_data;
  GtkWidget *buttons[N_MARKS];
  GtkWidget *totals;
  GtkWidget *recused;
  gboolean is_filling;
} Row;

static Row *
get_row (GtkWidget *list_row)
{
  return g_object_get_data (G_OBJECT (list_row), "bv-row");
}

static void
toggled_cb (GtkToggleButton *button, GtkWidget *list_row)
{
  Row *row = get_row (list_row);

  if (row->is_filling)
    return;
  for (int i = 0; i < N_MARKS; i++)
    if (row->buttons[i] == GTK_WIDGET (button))
      row->func (list_row, mark_keys[i], row->user_data);
}

GtkWidget *
bv_ballot_row_new (const BvAgendaItem *item,
                   BvRegimeSet *regimes,
                   BvBallotMarkFunc func,
                   gpointer user_data)
{
  const char *const labels[N_MARKS] = { _ ("1 For"), _ ("2 Against"), _ ("0 No opinion") };
  const BvRegimeAward *award = bv_regime_set_find_award (regimes, item->form_code, NULL);
  Row *row = g_new0 (Row, 1);
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *place = gtk_label_new (NULL);
  GtkWidget *name = gtk_label_new (item->name);
  g_autofree char *text = g_strdup_printf ("%d", item->position);
  g_autofree char *detail = g_strdup_printf ("%s%s%s",
                                             award != NULL ? award->abbreviation : item->form_code,
                                             *item->detail != '\0' ? " · " : "", item->detail);
  GtkWidget *under = gtk_label_new (detail);

  row->func = func;
  row->user_data = user_data;
  gtk_label_set_text (GTK_LABEL (place), text);
  gtk_label_set_width_chars (GTK_LABEL (place), 3);
  gtk_label_set_xalign (GTK_LABEL (place), 1);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_add_css_class (name, "bv-ballot-name");
  gtk_label_set_xalign (GTK_LABEL (under), 0);
  gtk_label_set_ellipsize (GTK_LABEL (under), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (under, "dim-label");
  row->recused = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (row->recused), 0);
  gtk_label_set_wrap (GTK_LABEL (row->recused), TRUE);
  gtk_widget_add_css_class (row->recused, "warning");
  gtk_widget_add_css_class (row->recused, "caption");
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (names), name);
  gtk_box_append (GTK_BOX (names), under);
  gtk_box_append (GTK_BOX (names), row->recused);
  row->totals = gtk_label_new (NULL);
  gtk_widget_add_css_class (row->totals, "numeric");
  gtk_widget_add_css_class (row->totals, "dim-label");
  gtk_widget_add_css_class (marks, "linked");
  gtk_widget_set_valign (marks, GTK_ALIGN_CENTER);
  for (int i = 0; i < N_MARKS; i++)
    {
      g_autofree char *spoken = g_strdup_printf ("%s: %s", item->name, labels[i]);

      row->buttons[i] = gtk_toggle_button_new_with_label (labels[i]);
      gtk_widget_set_focusable (row->buttons[i], FALSE);
      if (mark_keys[i] == BV_MARK_AGAINST)
        gtk_widget_add_css_class (row->buttons[i], "bv-against");
      gtk_accessible_update_property (GTK_ACCESSIBLE (row->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      g_signal_connect (row->buttons[i], "toggled", G_CALLBACK (toggled_cb), list_row);
      gtk_box_append (GTK_BOX (marks), row->buttons[i]);
    }
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), names);
  gtk_box_append (GTK_BOX (box), row->totals);
  gtk_box_append (GTK_BOX (box), marks);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  gtk_widget_set_focusable (list_row, FALSE);
  g_object_set_data_full (G_OBJECT (list_row), "bv-row", row, g_free);
  return list_row;
}

void
bv_ballot_row_show_mark (GtkWidget *list_row, char mark, gboolean is_current, gboolean is_sensitive)
{
  Row *row = get_row (list_row);

  row->is_filling = TRUE;
  if (is_current)
    gtk_widget_add_css_class (list_row, "bv-current");
  else
    gtk_widget_remove_css_class (list_row, "bv-current");
  for (int i = 0; i < N_MARKS; i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row->buttons[i]), mark == mark_keys[i]);
      gtk_widget_set_sensitive (row->buttons[i], is_sensitive);
    }
  row->is_filling = FALSE;
}

static char *
list_recused (const BvMeetingSheet *sheet, gint64 item_id)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < sheet->recusals->len; i++)
    {
      const BvRecusal *recusal = g_ptr_array_index (sheet->recusals, i);

      if (recusal->item_id == item_id)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", recusal->name);
    }
  return names->len > 0 ? g_strdup_printf (_ ("Do not vote on it: %s"), names->str) : NULL;
}

void
bv_ballot_row_show_facts (GtkWidget *list_row,
                          const BvMeetingSheet *sheet,
                          guint index,
                          const BvTally *tally)
{
  Row *row = get_row (list_row);
  const BvAgendaItem *item = g_ptr_array_index (sheet->items, index);
  g_autofree char *recused = list_recused (sheet, item->id);

  gtk_widget_set_visible (row->recused, recused != NULL);
  gtk_label_set_text (GTK_LABEL (row->recused), recused != NULL ? recused : "");
  gtk_widget_set_visible (row->totals, tally != NULL);
  if (tally != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%d – %d – %d", MAX (tally->votes_for, 0),
                                               MAX (tally->votes_against, 0),
                                               MAX (tally->votes_invalid, 0));

      gtk_label_set_text (GTK_LABEL (row->totals), text);
    }
}
