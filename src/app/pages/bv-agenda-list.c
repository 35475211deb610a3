// SPDX-License-Identifier: GPL-3.0-or-later
/* The agenda: a row a name, with what the council should know of it, its votes and what they come to. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-meeting-lists.h"

#include "bv-act.h"
#include "merit/bv-meeting-board.h"
#include "merit/bv-vote.h"
#include "store/bv-store.h"
#include "widgets/bv-findings-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define N_CELLS 3 /* for, against, no opinion */
/* As the heads in bv-meeting-pane.ui. */
#define RESULT_WIDTH 204

/* Hangs on its row; widgets are borrowed. */
typedef struct
{
  BvStore *store;
  gint64 item_id;
  int votes[N_CELLS]; /* as stored; -1: none */
  GtkWidget *place;
  GtkWidget *name;
  GtkWidget *detail;
  GtkWidget *hints;
  GtkWidget *cell_box;
  GtkWidget *cells[N_CELLS];
  GtkWidget *result;
  GtkWidget *need;
  GtkWidget *error;
  GtkWidget *menu;
  GMenuModel *steps; /* owned */
} Row;

static void
row_free (Row *row)
{
  g_clear_object (&row->store);
  g_clear_object (&row->steps);
  g_free (row);
}

/* ── Votes ───────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 item_id;
  gboolean is_clear;
  int votes[N_CELLS];
} Vote;

static gboolean
vote_call (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Vote *vote = data;

  return vote->is_clear ? bv_vote_clear_act (store, vote->item_id, act_id, error)
                        : bv_vote_set_hands_act (store, vote->item_id, vote->votes[0],
                                                 vote->votes[1], vote->votes[2], act_id, error);
}

static void
show_error (Row *row, const char *message)
{
  gtk_label_set_text (GTK_LABEL (row->error), message != NULL ? message : "");
  gtk_widget_set_visible (row->error, message != NULL);
  for (int i = 0; i < N_CELLS; i++)
    if (message != NULL)
      gtk_widget_add_css_class (row->cells[i], "error");
    else
      gtk_widget_remove_css_class (row->cells[i], "error");
}

static void
voted_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  Row *row = g_object_get_data (G_OBJECT (widget), "bv-row");

  show_error (row, error != NULL ? error->message : NULL);
}

static GtkWidget *
get_list_row (Row *row)
{
  return gtk_widget_get_ancestor (row->cell_box, GTK_TYPE_LIST_BOX_ROW);
}

/* %FALSE with a sentence at the row when a field holds no number. @is_empty: (out): nothing stands in any. */
static gboolean
read_cells (Row *row, int *votes, gboolean *is_empty)
{
  *is_empty = TRUE;
  for (int i = 0; i < N_CELLS; i++)
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (row->cells[i]));
      guint64 number = 0;

      votes[i] = 0;
      if (*text == '\0')
        continue;
      *is_empty = FALSE;
      if (!g_ascii_string_to_unsigned (text, 10, 0, 10000, &number, NULL))
        {
          g_autofree char *message = g_strdup_printf (_ ("“%s” is no number of votes."), text);

          show_error (row, message);
          return FALSE;
        }
      votes[i] = (int) number;
    }
  return TRUE;
}

static void
commit (Row *row)
{
  int votes[N_CELLS];
  gboolean is_empty;
  gboolean was_voted = row->votes[0] >= 0;
  Vote *vote;

  if (!read_cells (row, votes, &is_empty))
    return;
  if (is_empty ? !was_voted
               : was_voted && votes[0] == row->votes[0] && votes[1] == row->votes[1]
                   && votes[2] == row->votes[2])
    {
      show_error (row, NULL);
      return;
    }
  vote = g_new0 (Vote, 1);
  vote->item_id = row->item_id;
  vote->is_clear = is_empty;
  memcpy (vote->votes, votes, sizeof votes);
  bv_act_call (get_list_row (row), row->store, "", vote_call, vote, g_free, voted_cb, NULL);
}

/* Enter: on to the next name, as down a column of a spreadsheet. */
static void
activate_cb (GtkEntry *entry, Row *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (get_list_row (row));
  Row *other = next != NULL ? g_object_get_data (G_OBJECT (next), "bv-row") : NULL;

  commit (row);
  for (int i = 0; other != NULL && i < N_CELLS; i++)
    if (row->cells[i] == GTK_WIDGET (entry))
      gtk_widget_grab_focus (other->cells[i]);
}

static void
leave_cb (Row *row)
{
  commit (row);
}

/* ── A row ───────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
make_cells (Row *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  row->cell_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_set_valign (row->cell_box, GTK_ALIGN_START);
  for (int i = 0; i < N_CELLS; i++)
    {
      row->cells[i] = gtk_entry_new ();
      gtk_editable_set_width_chars (GTK_EDITABLE (row->cells[i]), 2);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (row->cells[i]), 2);
      gtk_widget_set_size_request (row->cells[i], 50, -1);
      gtk_editable_set_alignment (GTK_EDITABLE (row->cells[i]), 1);
      gtk_entry_set_input_purpose (GTK_ENTRY (row->cells[i]), GTK_INPUT_PURPOSE_DIGITS);
      gtk_widget_add_css_class (row->cells[i], "numeric");
      gtk_widget_add_css_class (row->cells[i], "bv-vote");
      g_signal_connect (row->cells[i], "activate", G_CALLBACK (activate_cb), row);
      gtk_box_append (GTK_BOX (row->cell_box), row->cells[i]);
    }
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), row);
  gtk_widget_add_controller (row->cell_box, focus);
}

/* A menu watches every action in it, and an action goes through all that watch it: thousands of menus are made when
 * they are asked for, not with their rows. */
static void
open_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  Row *row = user_data;

  if (gtk_menu_button_get_menu_model (button) != row->steps)
    gtk_menu_button_set_menu_model (button, row->steps);
}

static GtkWidget *
make_row (BvStore *store, const BvAgendaItem *item)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *results = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *clamp;

  row->store = g_object_ref (store);
  row->item_id = item->id;
  row->place = make_label ("dim-label");
  gtk_label_set_width_chars (GTK_LABEL (row->place), 3);
  gtk_label_set_xalign (GTK_LABEL (row->place), 1);
  gtk_widget_set_valign (row->place, GTK_ALIGN_START);
  gtk_widget_set_margin_top (row->place, 2);
  gtk_box_append (GTK_BOX (box), row->place);

  row->name = make_label ("bv-nominee");
  row->detail = make_label ("caption");
  gtk_widget_add_css_class (row->detail, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (row->name), TRUE);
  gtk_label_set_wrap (GTK_LABEL (row->detail), TRUE);
  row->hints = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  row->error = make_label ("error");
  gtk_widget_add_css_class (row->error, "caption");
  gtk_label_set_wrap (GTK_LABEL (row->error), TRUE);
  gtk_widget_set_visible (row->error, FALSE);
  gtk_widget_set_hexpand (names, TRUE);
  gtk_box_append (GTK_BOX (names), row->name);
  gtk_box_append (GTK_BOX (names), row->detail);
  gtk_box_append (GTK_BOX (box), names);
  make_cells (row);
  gtk_box_append (GTK_BOX (box), row->cell_box);

  row->result = make_label ("heading");
  row->need = make_label ("caption");
  gtk_widget_add_css_class (row->need, "dim-label");
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = i == 0 ? row->result : row->need;

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 10);
      gtk_box_append (GTK_BOX (results), label);
    }
  /* A label that wraps would like to be wide: the clamp keeps the columns under their heads. */
  clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), RESULT_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), RESULT_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), results);
  gtk_widget_set_size_request (clamp, RESULT_WIDTH, -1);
  gtk_widget_set_valign (clamp, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), clamp);

  row->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (row->menu), "view-more-symbolic");
  gtk_widget_add_css_class (row->menu, "flat");
  gtk_widget_set_valign (row->menu, GTK_ALIGN_START);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (row->menu), open_menu_cb, row, NULL);
  gtk_box_append (GTK_BOX (box), row->menu);

  /* What is to be known runs below the columns, in their whole width. */
  gtk_widget_set_margin_start (row->hints, 34);
  gtk_widget_set_margin_start (row->error, 34);
  gtk_box_append (GTK_BOX (whole), box);
  gtk_box_append (GTK_BOX (whole), row->error);
  gtk_box_append (GTK_BOX (whole), row->hints);
  gtk_widget_set_margin_start (whole, 6);
  gtk_widget_set_margin_end (whole, 6);
  gtk_widget_set_margin_top (whole, 8);
  gtk_widget_set_margin_bottom (whole, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), whole);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  gtk_widget_set_focusable (list_row, FALSE);
  g_object_set_data_full (G_OBJECT (list_row), "bv-row", row, (GDestroyNotify) row_free);
  return list_row;
}

/* ── What the council should know ────────────────────────────────────────────────────────── */

static void
add_hint (GtkWidget *hints, const char *head, const char *text, const char *css_class)
{
  GtkWidget *label = make_label ("caption");
  g_autofree char *whole = head != NULL ? g_strdup_printf ("%s: %s", head, text) : g_strdup (text);

  gtk_label_set_text (GTK_LABEL (label), whole);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (hints), label);
}

static void
add_hints (GtkWidget *hints, const char *head, GPtrArray *sentences, const char *css_class)
{
  for (guint i = 0; i < sentences->len; i++)
    add_hint (hints, head, g_ptr_array_index (sentences, i), css_class);
}

/* The verdict as a shape, its word, and what is missing. */
static void
add_verdict (GtkWidget *hints, const BvBoardRow *board)
{
  BvVerdict verdict = board->has_today ? board->today : board->frozen;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_label ("caption");
  GtkWidget *image;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < board->unmet->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            (const char *) g_ptr_array_index (board->unmet, i));
  if (text->len == 0)
    g_string_append (text, bv_verdict_get_full_label (verdict, board->needs_word));
  if (board->has_today && board->has_frozen && board->today != board->frozen)
    /* TRANSLATORS: after the verdict of today: "… (when submitted: Met)" */
    g_string_append_printf (text, _ (" (when submitted: %s)"),
                            bv_verdict_get_label (board->frozen));
  gtk_label_set_text (GTK_LABEL (label), text->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  image = bv_verdict_image_new (verdict);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (hints), box);
}

static void
fill_hints (Row *row, const BvMeetingSheet *sheet, const BvBoardRow *board)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (row->hints)) != NULL)
    gtk_box_remove (GTK_BOX (row->hints), child);
  if (board != NULL)
    {
      if (board->has_today || board->has_frozen)
        add_verdict (row->hints, board);
      if (*board->quota != '\0')
        add_hint (row->hints, board->is_over_quota ? _ ("Over the quota") : _ ("Quota"),
                  board->quota, board->is_over_quota ? "warning" : "dim-label");
      if (*board->cap != '\0')
        add_hint (row->hints, _ ("Over the cap"), board->cap, "warning");
      add_hints (row->hints, NULL, board->duplicates, "warning");
      add_hints (row->hints, _ ("Discipline"), board->discipline, "warning");
      if (board->member_id != 0)
        add_hint (row->hints, _ ("Sits in the council and should not vote on it"),
                  board->member_name, "warning");
    }
  for (guint i = 0; i < sheet->recusals->len; i++)
    {
      const BvRecusal *recusal = g_ptr_array_index (sheet->recusals, i);
      g_autofree char *text = NULL;

      if (recusal->item_id != row->item_id)
        continue;
      /* TRANSLATORS: a member of the council and why he or she does not vote */
      text = g_strdup_printf (_ ("Without %s: %s"), recusal->name, recusal->reason);
      add_hint (row->hints, NULL, text, "dim-label");
    }
  gtk_widget_set_visible (row->hints, gtk_widget_get_first_child (row->hints) != NULL);
}

/* ── Filling ─────────────────────────────────────────────────────────────────────────────── */

static void
add_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, g_variant_new_int64 (id));
  g_menu_append_item (menu, item);
}

/* What may still be done while the meeting is open. */
static void
add_steps (GMenu *menu, const BvMeetingSheet *sheet, const BvAgendaItem *item, const BvTally *tally)
{
  g_autoptr (GMenu) order = g_menu_new ();

  if (tally->outcome == BV_OUTCOME_TIE || tally->is_by_chair)
    add_item (menu, _ ("The _Chair Decides…"), "meeting.item-decide", item->id);
  add_item (menu, _ ("_Vote without a Member…"), "meeting.item-recuse", item->id);
  for (guint i = 0; i < sheet->recusals->len; i++)
    {
      const BvRecusal *recusal = g_ptr_array_index (sheet->recusals, i);
      g_autoptr (GMenuItem) again = NULL;
      g_autofree char *text = NULL;

      if (recusal->item_id != item->id)
        continue;
      text = g_strdup_printf (_ ("Vote with %s again"), recusal->name);
      again = g_menu_item_new (text, NULL);
      g_menu_item_set_action_and_target_value (
        again, "meeting.item-unrecuse", g_variant_new ("(xx)", item->id, recusal->member_id));
      g_menu_append_item (menu, again);
    }
  if (tally->outcome != BV_OUTCOME_POSTPONED)
    add_item (menu, _ ("_Postpone…"), "meeting.item-postpone", item->id);
  if (tally->outcome == BV_OUTCOME_POSTPONED
      || (tally->votes_for >= 0 && !sheet->meeting->is_secret))
    add_item (menu, _ ("_Clear the Vote"), "meeting.item-clear", item->id);
  if (sheet->ballots->len == 0)
    {
      add_item (order, _ ("Move _Up"), "meeting.item-up", item->id);
      add_item (order, _ ("Move _Down"), "meeting.item-down", item->id);
      add_item (order, _ ("_Take off the Agenda"), "meeting.item-remove", item->id);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
    }
}

static void
fill_menu (Row *row, const BvMeetingSheet *sheet, const BvAgendaItem *item, const BvTally *tally)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) papers = g_menu_new ();
  g_autofree char *label = g_strdup_printf (_ ("What may be done about %s"), item->name);

  if (!sheet->meeting->is_closed && !bv_store_is_read_only (row->store))
    add_steps (menu, sheet, item, tally);
  add_item (papers, _ ("_Minutes and Other Papers…"), "meeting.item-papers", item->id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (papers));
  g_set_object (&row->steps, G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
fill_result (Row *row, const BvMeeting *meeting, const BvAgendaItem *item, const BvTally *tally)
{
  static const char *const classes[] = { "dim-label", "success", "error", "warning", "dim-label" };
  g_autofree char *need = bv_tally_describe_need (tally);
  g_autofree char *votes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (row->result, classes[i]);
  gtk_widget_add_css_class (row->result, classes[tally->outcome]);
  /* TRANSLATORS: the outcome of a vote with the votes for it: "Passed · 10/11" */
  votes = tally->votes_for < 0
            ? g_strdup (bv_outcome_get_label (tally->outcome))
            : g_strdup_printf (_ ("%s · %d/%d"), bv_outcome_get_label (tally->outcome),
                               tally->votes_for, tally->base);
  gtk_label_set_text (GTK_LABEL (row->result), votes);
  if (tally->outcome == BV_OUTCOME_POSTPONED)
    gtk_label_set_text (GTK_LABEL (row->need), item->note);
  else if (tally->is_by_chair)
    {
      g_autofree char *text = g_strdup_printf (_ ("The chair decided: %s"), item->override_reason);

      gtk_label_set_text (GTK_LABEL (row->need), text);
    }
  else if (tally->is_secret && !meeting->is_secret)
    {
      /* TRANSLATORS: before how many votes it takes: "by secret ballot only; at least 10 of 11 votes …" */
      g_autofree char *text = g_strdup_printf (_ ("by secret ballot only; %s"), need);

      gtk_label_set_text (GTK_LABEL (row->need), text);
    }
  else
    gtk_label_set_text (GTK_LABEL (row->need), need);
  gtk_widget_set_tooltip_text (row->need, *tally->rule != '\0' ? tally->rule : NULL);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
fill_cells (Row *row, const BvMeetingSheet *sheet, const BvAgendaItem *item, const BvTally *tally)
{
  const char *const formats[] = { _ ("Votes for %s"), _ ("Votes against %s"),
                                  _ ("No opinion on %s") };
  int votes[N_CELLS] = { tally->votes_for, tally->votes_against, tally->votes_invalid };
  gboolean is_same = memcmp (votes, row->votes, sizeof votes) == 0;
  gboolean is_typed = has_focus_within (row->cell_box);

  memcpy (row->votes, votes, sizeof votes);
  for (int i = 0; i < N_CELLS; i++)
    {
      g_autofree char *text = votes[i] >= 0 ? g_strdup_printf ("%d", votes[i]) : g_strdup ("");
      g_autofree char *label = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      label = g_strdup_printf (formats[i], item->name);
#pragma GCC diagnostic pop
      gtk_accessible_update_property (GTK_ACCESSIBLE (row->cells[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label, -1);
      if (!is_typed || !is_same)
        if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row->cells[i])), text)
            && !(is_typed && gtk_widget_has_css_class (row->cells[i], "error")))
          gtk_editable_set_text (GTK_EDITABLE (row->cells[i]), text);
      /* A ballot is counted from its papers. */
      gtk_widget_set_sensitive (row->cells[i],
                                !sheet->meeting->is_closed && !bv_store_is_read_only (row->store)
                                  && !sheet->meeting->is_secret && !tally->is_secret);
    }
}

static void
fill_row (GtkWidget *list_row,
          const BvMeetingSheet *sheet,
          guint index,
          const BvBoardRow *board,
          BvRegimeSet *regimes)
{
  Row *row = g_object_get_data (G_OBJECT (list_row), "bv-row");
  const BvAgendaItem *item = g_ptr_array_index (sheet->items, index);
  const BvTally *tally = g_ptr_array_index (sheet->tallies, index);
  const BvRegimeAward *award = bv_regime_set_find_award (regimes, item->form_code,
                                                         sheet->meeting->on_date);
  const char *name = award != NULL ? award->abbreviation : item->form_code;
  g_autofree char *place = g_strdup_printf ("%d", item->position);
  g_autofree char *detail = *item->detail == '\0' ? g_strdup (name)
                                                  : g_strdup_printf ("%s · %s", name, item->detail);

  gtk_label_set_text (GTK_LABEL (row->place), place);
  gtk_label_set_text (GTK_LABEL (row->name), item->name);
  gtk_label_set_text (GTK_LABEL (row->detail), detail);
  fill_hints (row, sheet, board);
  fill_cells (row, sheet, item, tally);
  fill_result (row, sheet->meeting, item, tally);
  fill_menu (row, sheet, item, tally);
}

static gboolean
has_rows_of (GtkListBox *list, const BvMeetingSheet *sheet)
{
  for (guint i = 0; i <= sheet->items->len; i++)
    {
      GtkListBoxRow *list_row = gtk_list_box_get_row_at_index (list, (int) i);
      const Row *row = list_row != NULL ? g_object_get_data (G_OBJECT (list_row), "bv-row") : NULL;

      if (i == sheet->items->len)
        return row == NULL;
      if (row == NULL || row->item_id != ((BvAgendaItem *) g_ptr_array_index (sheet->items, i))->id)
        return FALSE;
    }
  return FALSE;
}

/* @place: where it is likely to stand */
static const BvBoardRow *
find_board (GPtrArray *board, gint64 item_id, guint place)
{
  if (board != NULL && place < board->len
      && ((BvBoardRow *) g_ptr_array_index (board, place))->item_id == item_id)
    return g_ptr_array_index (board, place);
  for (guint i = 0; board != NULL && i < board->len; i++)
    if (((BvBoardRow *) g_ptr_array_index (board, i))->item_id == item_id)
      return g_ptr_array_index (board, i);
  return NULL;
}

void
bv_agenda_list_show (GtkListBox *list,
                     BvStore *store,
                     const BvMeetingSheet *sheet,
                     GPtrArray *board,
                     BvRegimeSet *regimes)
{
  GtkWidget *child;

  if (!has_rows_of (list, sheet))
    {
      while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
        gtk_list_box_remove (list, child);
      for (guint i = 0; i < sheet->items->len; i++)
        gtk_list_box_append (list, make_row (store, g_ptr_array_index (sheet->items, i)));
    }
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const BvAgendaItem *item = g_ptr_array_index (sheet->items, i);

      fill_row (GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) i)), sheet, i,
                find_board (board, item->id, i), regimes);
    }
}

void
bv_agenda_list_type (GtkListBox *list,
                     guint index,
                     const char *votes_for,
                     const char *votes_against,
                     const char *votes_invalid)
{
  const char *texts[N_CELLS] = { votes_for, votes_against, votes_invalid };
  GtkListBoxRow *list_row = gtk_list_box_get_row_at_index (list, (int) index);
  Row *row = g_object_get_data (G_OBJECT (list_row), "bv-row");

  for (int i = 0; i < N_CELLS; i++)
    if (texts[i] != NULL)
      gtk_editable_set_text (GTK_EDITABLE (row->cells[i]), texts[i]);
  g_signal_emit_by_name (row->cells[0], "activate");
}
