// SPDX-License-Identifier: GPL-3.0-or-later
/* What the head of a meeting says. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-meeting-words.h"

#include "base/bv-date.h"
#include "base/bv-problem.h"

#include <glib/gi18n.h>

char *
bv_meeting_words_kicker (const BvMeeting *meeting)
{
  return g_strdup_printf (
    "%s · %s", bv_choice_label (bv_meeting_states, meeting->is_closed ? "closed" : "planned"),
    bv_choice_label (bv_meeting_methods, meeting->is_secret ? "secret" : "hands"));
}

char *
bv_meeting_words_place (const BvMeeting *meeting)
{
  g_autofree char *day = bv_date_format_short (meeting->on_date);
  GString *place = g_string_new (day);

  if (*meeting->from_time != '\0')
    g_string_append_printf (place, ", %s", meeting->from_time);
  if (*meeting->from_time != '\0' && *meeting->to_time != '\0')
    g_string_append_printf (place, "–%s", meeting->to_time);
  if (*meeting->place != '\0')
    g_string_append_printf (place, " · %s", meeting->place);
  g_string_append_printf (place, " · %s", meeting->council_name);
  return g_string_free (place, FALSE);
}

char *
bv_meeting_words_quorum (const BvMeetingSheet *sheet)
{
  const BvMeetingCount *count = &sheet->count;
  GString *text = g_string_new (NULL);

  g_string_printf (
    text,
    /* TRANSLATORS: how many members are present of how many, and how many must be. */
    count->has_quorum ? _ ("Present %d/%d, needed %d: a quorum")
                      : _ ("Present %d/%d, needed %d: no quorum"),
    count->members.n_present, count->members.n_members, count->n_quorum);
  if (count->members.n_written > 0)
    g_string_append_printf (text,
                            ngettext (" · %d written opinion", " · %d written opinions",
                                      (gulong) count->members.n_written),
                            count->members.n_written);
  if (count->members.n_unrecorded > 0 && !sheet->meeting->is_closed)
    g_string_append_printf (text, _ (" · %d not recorded"), count->members.n_unrecorded);
  return g_string_free (text, FALSE);
}

char *
bv_meeting_words_missing (const BvMeetingSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->problems->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((BvProblem *) g_ptr_array_index (sheet->problems, i))->message);
  return g_string_free (text, FALSE);
}

GMenu *
bv_meeting_words_menu (const BvMeetingSheet *sheet)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < sheet->items->len; i++)
    {
      const BvAgendaItem *item = g_ptr_array_index (sheet->items, i);
      g_autoptr (GMenuItem) entry = NULL;

      if (!g_hash_table_add (seen, (gpointer) &item->dossier_id))
        continue;
      entry = g_menu_item_new (item->dossier_title, NULL);
      g_menu_item_set_action_and_target (entry, "meeting.item-papers", "x", item->id);
      g_menu_append_item (menu, entry);
    }
  return menu;
}
