// SPDX-License-Identifier: GPL-3.0-or-later
/* What an initiative is and what came of it, as rows of the pane. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-initiative-facts.h"

#include "base/bv-date.h"
#include "base/bv-money.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A fact: its name small above it. Nothing is added for an empty one. */
static void
add_fact (AdwPreferencesGroup **group,
          GtkBox *box,
          const char *heading,
          const char *name,
          const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;
  if (*group == NULL)
    {
      *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (*group, heading);
      gtk_box_append (box, GTK_WIDGET (*group));
    }
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, "bv-fact");
  adw_preferences_group_add (*group, row);
}

void
bv_initiative_facts_fill (GtkBox *box, const BvInitiative *initiative)
{
  AdwPreferencesGroup *result = NULL;
  AdwPreferencesGroup *content = NULL;
  g_autofree char *applied = bv_date_format_short (initiative->applied_from);
  g_autofree char *submitted = bv_date_format_short (initiative->submitted_on);
  g_autofree char *benefit = initiative->benefit >= 0 ? bv_money_format (initiative->benefit)
                                                      : NULL;

  if (initiative->state == BV_INITIATIVE_RECOGNISED)
    {
      g_autofree char *date = bv_date_format_short (initiative->recognised_on);
      /* TRANSLATORS: number, date and issuer of a decision. */
      g_autofree char *decision = g_strdup_printf (
        _ ("%s of %s, %s"), initiative->recognition_number, date, initiative->recognised_by);

      add_fact (&result, box, _ ("Recognition"), _ ("Reach"),
                bv_choice_label (bv_initiative_scopes, initiative->scope));
      add_fact (&result, box, _ ("Recognition"), _ ("Decision"), decision);
    }
  add_fact (&result, box, _ ("Recognition"), _ ("Why not recognised"), initiative->refusal_reason);
  if (initiative->state != BV_INITIATIVE_SUBMITTED)
    add_fact (&result, box, _ ("Recognition"), _ ("Override reason"), initiative->override_reason);
  add_fact (&content, box, _ ("What it is"), _ ("How things were"), initiative->state_before);
  add_fact (&content, box, _ ("What it is"), _ ("The solution"), initiative->solution);
  add_fact (&content, box, _ ("What it is"), _ ("Effect"), initiative->effect);
  add_fact (&content, box, _ ("What it is"), _ ("Benefit a year"), benefit);
  add_fact (&content, box, _ ("What it is"), _ ("Applied from"), applied);
  add_fact (&content, box, _ ("What it is"), _ ("Submitted on"), submitted);
  add_fact (&content, box, _ ("What it is"), _ ("Note"), initiative->note);
}
