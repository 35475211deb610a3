// SPDX-License-Identifier: GPL-3.0-or-later
/* Who came to a meeting: a row each with what may be said of it. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-meeting-lists.h"

#include "bv-act.h"
#include "bv-toast.h"
#include "merit/bv-council.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

#define N_BUTTONS 3 /* present, absent, written */

/* Hangs on its row. */
typedef struct
{
  BvStore *store;
  gint64 meeting_id;
  gint64 member_id;
  BvPresence presence;
  char *stored_reason;
  GtkWidget *buttons[N_BUTTONS]; /* borrowed */
  GtkWidget *reason;             /* borrowed */
  gboolean is_filling;
  gboolean wants_reason; /* absence was just chosen: the reason is what comes next */
} Row;

static void
row_free (Row *row)
{
  g_clear_object (&row->store);
  g_free (row->stored_reason);
  g_free (row);
}

typedef struct
{
  gint64 meeting_id;
  gint64 member_id;
  BvPresence presence;
  char *reason;
} Attend;

static void
attend_free (Attend *attend)
{
  g_free (attend->reason);
  g_free (attend);
}

static gboolean
attend_call (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Attend *attend = data;

  return bv_meeting_attend_act (store, attend->meeting_id, attend->member_id, attend->presence,
                                attend->reason, act_id, error);
}

static void
record (Row *row, BvPresence presence)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (row->reason));
  Attend *attend;

  if (presence == row->presence && g_strcmp0 (reason, row->stored_reason) == 0)
    return;
  attend = g_new0 (Attend, 1);
  attend->meeting_id = row->meeting_id;
  attend->member_id = row->member_id;
  attend->presence = presence;
  attend->reason = g_strdup (reason);
  bv_act_call (row->reason, row->store, "", attend_call, attend, (GDestroyNotify) attend_free, NULL,
               NULL);
}

static void
toggled_cb (GtkToggleButton *button, Row *row)
{
  if (row->is_filling || !gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < N_BUTTONS; i++)
    if (row->buttons[i] == GTK_WIDGET (button))
      {
        row->wants_reason = BV_PRESENCE_PRESENT + i >= (int) BV_PRESENCE_ABSENT;
        record (row, (BvPresence) (BV_PRESENCE_PRESENT + i));
      }
}

static void
reason_cb (Row *row)
{
  if (!row->is_filling && row->presence >= BV_PRESENCE_ABSENT)
    record (row, row->presence);
}

static GtkWidget *
make_row (BvStore *store, gint64 meeting_id, const BvAttendance *attendance)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *choice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = gtk_label_new (attendance->name);
  GtkWidget *detail = gtk_label_new (NULL);
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *text = NULL;
  g_autofree char *label = g_strdup_printf (_ ("Reason of %s"), attendance->name);

  row->store = g_object_ref (store);
  row->meeting_id = meeting_id;
  row->member_id = attendance->member_id;
  text = *attendance->post == '\0'
           ? g_strdup (bv_choice_label (bv_council_roles, attendance->role))
           : g_strdup_printf ("%s · %s", bv_choice_label (bv_council_roles, attendance->role),
                              attendance->post);
  if (!attendance->has_vote)
    {
      char *more = g_strdup_printf (_ ("%s · no vote"), text);

      g_free (text);
      text = more;
    }
  gtk_label_set_text (GTK_LABEL (detail), text);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  /* A post may be long: beside three buttons it takes a second line and a third before it is cut. */
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (detail), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (detail), 3);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (names), name);
  gtk_box_append (GTK_BOX (names), detail);
  gtk_box_append (GTK_BOX (box), names);

  row->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (row->reason), _ ("Reason"));
  gtk_widget_set_margin_top (row->reason, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_signal_connect_swapped (row->reason, "activate", G_CALLBACK (reason_cb), row);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (reason_cb), row);
  gtk_widget_add_controller (row->reason, focus);
  gtk_box_append (GTK_BOX (names), row->reason);

  gtk_widget_add_css_class (choice, "linked");
  gtk_widget_set_valign (choice, GTK_ALIGN_START);
  for (int i = 0; i < N_BUTTONS; i++)
    {
      const char *presence = bv_presence_get_label ((BvPresence) (BV_PRESENCE_PRESENT + i));
      g_autofree char *spoken = g_strdup_printf ("%s: %s", attendance->name, presence);

      row->buttons[i] = gtk_toggle_button_new_with_label (presence);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (row->buttons[i]),
                                     GTK_TOGGLE_BUTTON (row->buttons[0]));
      g_signal_connect (row->buttons[i], "toggled", G_CALLBACK (toggled_cb), row);
      gtk_box_append (GTK_BOX (choice), row->buttons[i]);
    }
  gtk_box_append (GTK_BOX (box), choice);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  gtk_widget_set_focusable (list_row, FALSE);
  g_object_set_data_full (G_OBJECT (list_row), "bv-row", row, (GDestroyNotify) row_free);
  return list_row;
}

static void
fill_row (GtkWidget *list_row, const BvAttendance *attendance, gboolean is_closed)
{
  Row *row = g_object_get_data (G_OBJECT (list_row), "bv-row");
  gboolean is_away = attendance->presence >= BV_PRESENCE_ABSENT;
  gboolean is_fixed = is_closed || bv_store_is_read_only (row->store);

  row->is_filling = TRUE;
  row->presence = attendance->presence;
  g_free (row->stored_reason);
  row->stored_reason = g_strdup (attendance->reason);
  for (int i = 0; i < N_BUTTONS; i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row->buttons[i]),
                                    (int) attendance->presence == BV_PRESENCE_PRESENT + i);
      gtk_widget_set_sensitive (
        row->buttons[i],
        !is_fixed && (attendance->has_vote || BV_PRESENCE_PRESENT + i != BV_PRESENCE_WRITTEN));
    }
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row->reason)))))
    gtk_editable_set_text (GTK_EDITABLE (row->reason), attendance->reason);
  gtk_widget_set_visible (row->reason, is_away);
  gtk_widget_set_sensitive (row->reason, !is_fixed);
  row->is_filling = FALSE;
  if (is_away && row->wants_reason && !is_closed)
    gtk_widget_grab_focus (row->reason);
  row->wants_reason = FALSE;
}

/* The same members in the same order: their rows stay, and with them the focus. */
static gboolean
has_rows_of (GtkListBox *list, const BvMeetingSheet *sheet)
{
  for (guint i = 0; i <= sheet->attendance->len; i++)
    {
      GtkListBoxRow *list_row = gtk_list_box_get_row_at_index (list, (int) i);
      const Row *row = list_row != NULL ? g_object_get_data (G_OBJECT (list_row), "bv-row") : NULL;

      if (i == sheet->attendance->len)
        return row == NULL;
      if (row == NULL || row->meeting_id != sheet->meeting->id
          || row->member_id
               != ((BvAttendance *) g_ptr_array_index (sheet->attendance, i))->member_id)
        return FALSE;
    }
  return FALSE;
}

void
bv_attendance_list_show (GtkListBox *list, BvStore *store, const BvMeetingSheet *sheet)
{
  GtkWidget *child;

  if (!has_rows_of (list, sheet))
    {
      while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
        gtk_list_box_remove (list, child);
      for (guint i = 0; i < sheet->attendance->len; i++)
        gtk_list_box_append (
          list, make_row (store, sheet->meeting->id, g_ptr_array_index (sheet->attendance, i)));
    }
  for (guint i = 0; i < sheet->attendance->len; i++)
    fill_row (GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) i)),
              g_ptr_array_index (sheet->attendance, i), sheet->meeting->is_closed);
}
