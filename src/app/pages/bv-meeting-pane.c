// SPDX-License-Identifier: GPL-3.0-or-later
/* One meeting beside the list of meetings. Its sheet is read after every act; the board, which asks the whole file, only
 * when something it speaks of has changed. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-meeting-pane.h"

#include "base/bv-error.h"
#include "bv-act.h"
#include "bv-page.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-ballot.h"
#include "merit/bv-meeting-board.h"
#include "merit/bv-meeting-sheet.h"
#include "pages/bv-council-editors.h"
#include "pages/bv-meeting-lists.h"
#include "pages/bv-meeting-read.h"
#include "pages/bv-meeting-words.h"
#include "pages/bv-papers-window.h"
#include "pages/bv-step-button.h"
#include "store/bv-store.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _BvMeetingPane
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  GtkLabel *kicker;
  GtkLabel *title_label;
  GtkLabel *place_label;
  GtkLabel *quorum_label;
  GtkWidget *close_button;
  GtkButton *step_button;
  GtkRevealer *missing_revealer;
  GtkLabel *missing_label;
  GtkStack *views;
  GtkWidget *attend_all_button;
  GtkWidget *fill_button;
  GtkWidget *ballots_button;
  GtkWidget *add_button;
  GtkWidget *papers_button;
  GtkMenuButton *dossiers_button;
  GtkListBox *attendance_list;
  GtkWidget *papers_box;
  GtkEditable *issued_entry;
  GtkEditable *returned_entry;
  GtkLabel *papers_label;
  GtkWidget *head_box;
  GtkWidget *agenda_scroller;
  GtkListBox *agenda_list;
  GtkWidget *agenda_empty;

  /* Owned */
  BvStore *store;
  BvMeetingSheet *sheet;
  BvRegimeSet *regimes;
  GPtrArray *board;
  BvDossierStep next; /* after the close */
  GCancellable *reading;
  GCancellable *reading_board;

  /* State */
  gint64 id;
  gint64 shown_id; /* whose sheet stands there */
  gboolean is_reading;
  gboolean is_reading_board;
  gboolean board_is_old;
};

enum
{
  EDITED,
  TYPE_BALLOTS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvMeetingPane, bv_meeting_pane, GTK_TYPE_WIDGET)

/* ── Showing ─────────────────────────────────────────────────────────────────────────────── */

static const BvAgendaItem *
find_item (BvMeetingPane *self, gint64 id)
{
  for (guint i = 0; self->sheet != NULL && i < self->sheet->items->len; i++)
    if (((BvAgendaItem *) g_ptr_array_index (self->sheet->items, i))->id == id)
      return g_ptr_array_index (self->sheet->items, i);
  return NULL;
}

static void
update_actions (BvMeetingPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const BvMeetingSheet *sheet = self->sheet;
  gboolean has_meeting = sheet != NULL;
  gboolean is_open = has_meeting && !sheet->meeting->is_closed;
  gboolean is_secret = has_meeting && sheet->meeting->is_secret;
  gboolean is_agenda = g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "agenda") == 0;
  gboolean has_items = has_meeting && sheet->items->len > 0;
  gboolean was_closing = gtk_widget_has_focus (self->close_button);

  bv_act_set_enabled (widget, self->store, "meeting.edit", has_meeting);
  gtk_widget_action_set_enabled (widget, "meeting.papers", has_items);
  bv_act_set_enabled (widget, self->store, "meeting.delete", is_open);
  bv_act_set_enabled (widget, self->store, "meeting.close", is_open);
  bv_act_set_enabled (widget, self->store, "meeting.reopen", has_meeting && !is_open);
  bv_act_set_enabled (widget, self->store, "meeting.attend-all",
                      is_open && sheet->count.members.n_unrecorded > 0);
  bv_act_set_enabled (widget, self->store, "meeting.fill", is_open && !is_secret && has_items);
  bv_act_set_enabled (widget, self->store, "meeting.add-items",
                      is_open && sheet->ballots->len == 0);
  gtk_widget_action_set_enabled (widget, "meeting.type-ballots",
                                 has_items && is_secret && (is_open || sheet->ballots->len > 0));
  gtk_widget_set_visible (self->close_button, is_open);
  if (has_meeting)
    bv_step_button_show (self->step_button, &self->next);
  bv_act_set_enabled (widget, self->store, "meeting.next",
                      is_open || self->next.kind != BV_STEP_NONE);
  /* The button of the next step stands where that of the last one was. */
  if (was_closing && has_meeting && !is_open)
    gtk_widget_grab_focus (GTK_WIDGET (self->step_button));
  gtk_widget_set_visible (self->attend_all_button, is_open && !is_agenda);
  gtk_widget_set_visible (self->fill_button, is_open && is_agenda && !is_secret && has_items);
  gtk_widget_set_visible (self->ballots_button, is_agenda && is_secret && has_items);
  gtk_button_set_label (GTK_BUTTON (self->ballots_button),
                        is_open ? _ ("_Type the Papers") : _ ("Look at the _Papers"));
  gtk_widget_set_visible (self->add_button, is_open && is_agenda && has_items);
  gtk_widget_set_visible (self->papers_box, is_secret && has_items);
  gtk_widget_set_visible (self->head_box, has_items);
  gtk_widget_set_visible (self->agenda_scroller, has_items);
  gtk_widget_set_visible (self->agenda_empty, has_meeting && !has_items);
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_head (BvMeetingPane *self)
{
  const BvMeetingCount *count = &self->sheet->count;
  g_autofree char *kicker = bv_meeting_words_kicker (self->sheet->meeting);
  g_autofree char *place = bv_meeting_words_place (self->sheet->meeting);
  g_autofree char *quorum = bv_meeting_words_quorum (self->sheet);

  gtk_label_set_text (self->kicker, kicker);
  set_class (GTK_WIDGET (self->kicker), "warning", !self->sheet->meeting->is_closed);
  gtk_label_set_text (self->title_label, self->sheet->meeting->title);
  gtk_label_set_text (self->place_label, place);
  gtk_label_set_text (self->quorum_label, quorum);
  set_class (GTK_WIDGET (self->quorum_label), "success", count->has_quorum);
  set_class (GTK_WIDGET (self->quorum_label), "warning", !count->has_quorum);
}

static void
set_count (GtkEditable *entry, int number, gboolean is_open)
{
  g_autofree char *text = number >= 0 ? g_strdup_printf ("%d", number) : g_strdup ("");

  gtk_widget_set_sensitive (GTK_WIDGET (entry), is_open);
  if (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (entry))))
    return;
  gtk_editable_set_text (entry, text);
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

static void
show_papers (BvMeetingPane *self)
{
  const BvMeetingSheet *sheet = self->sheet;
  g_autofree char *text = g_strdup_printf (_ ("typed %d · valid %d · invalid %d"),
                                           sheet->count.n_typed, sheet->count.n_valid,
                                           sheet->count.n_typed - sheet->count.n_valid);

  set_count (self->issued_entry, sheet->meeting->ballots_issued, !sheet->meeting->is_closed);
  set_count (self->returned_entry, sheet->meeting->ballots_returned, !sheet->meeting->is_closed);
  gtk_label_set_text (self->papers_label, text);
  set_class (GTK_WIDGET (self->papers_label), "error", FALSE);
  set_class (GTK_WIDGET (self->papers_label), "dim-label", TRUE);
}

static void
show_view_titles (BvMeetingPane *self)
{
  GtkWidget *attendance = gtk_stack_get_child_by_name (self->views, "attendance");
  GtkWidget *agenda = gtk_stack_get_child_by_name (self->views, "agenda");
  g_autofree char *first = g_strdup_printf (_ ("Attendance (%d/%d)"),
                                            self->sheet->count.members.n_present,
                                            self->sheet->count.members.n_members);
  g_autofree char *second = g_strdup_printf (_ ("Agenda and votes (%u)"), self->sheet->items->len);

  gtk_stack_page_set_title (gtk_stack_get_page (self->views, attendance), first);
  gtk_stack_page_set_title (gtk_stack_get_page (self->views, agenda), second);
}

/* Papers are those of a dossier: of several on the agenda one is chosen from a menu. */
static void
show_dossiers (BvMeetingPane *self)
{
  g_autoptr (GMenu) menu = bv_meeting_words_menu (self->sheet);
  gboolean has_several = g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 1;

  gtk_menu_button_set_menu_model (self->dossiers_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->dossiers_button), has_several);
  gtk_widget_set_visible (self->papers_button, !has_several);
}

/* What was told to be missing goes as it is mended. */
static void
show_missing (BvMeetingPane *self)
{
  g_autofree char *text = bv_meeting_words_missing (self->sheet);

  gtk_label_set_text (self->missing_label, text);
  if (*text == '\0')
    gtk_revealer_set_reveal_child (self->missing_revealer, FALSE);
}

static void
show (BvMeetingPane *self)
{
  gboolean is_other = self->shown_id != self->sheet->meeting->id;

  self->shown_id = self->sheet->meeting->id;
  show_head (self);
  show_papers (self);
  show_view_titles (self);
  show_missing (self);
  show_dossiers (self);
  bv_attendance_list_show (self->attendance_list, self->store, self->sheet);
  bv_agenda_list_show (self->agenda_list, self->store, self->sheet, self->board, self->regimes);
  if (is_other)
    {
      gtk_revealer_set_reveal_child (self->missing_revealer, FALSE);
      gtk_stack_set_visible_child_name (self->views, self->sheet->count.members.n_unrecorded > 0
                                                         || self->sheet->items->len == 0
                                                       ? "attendance"
                                                       : "agenda");
    }
  gtk_stack_set_visible_child_name (self->stack, "meeting");
  update_actions (self);
}

static void
show_nothing (BvMeetingPane *self)
{
  g_clear_pointer (&self->sheet, bv_meeting_sheet_free);
  g_clear_pointer (&self->board, g_ptr_array_unref);
  self->shown_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  update_actions (self);
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

static void
board_cb (gpointer owner, gpointer result, const GError *error)
{
  BvMeetingPane *self = owner;

  self->is_reading_board = FALSE;
  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (self), _ ("What is known of the names could not be read"), error);
      return;
    }
  g_clear_pointer (&self->board, g_ptr_array_unref);
  self->board = result;
  if (self->sheet != NULL)
    bv_agenda_list_show (self->agenda_list, self->store, self->sheet, self->board, self->regimes);
}

/* The board's rows are those of the agenda. */
static gboolean
board_fits (BvMeetingPane *self)
{
  if (self->board == NULL || self->board_is_old || self->board->len != self->sheet->items->len)
    return FALSE;
  for (guint i = 0; i < self->board->len; i++)
    if (((BvBoardRow *) g_ptr_array_index (self->board, i))->item_id
        != ((BvAgendaItem *) g_ptr_array_index (self->sheet->items, i))->id)
      return FALSE;
  return TRUE;
}

static void
start_reading_board (BvMeetingPane *self)
{
  g_cancellable_cancel (self->reading_board);
  g_clear_object (&self->reading_board);
  self->reading_board = g_cancellable_new ();
  self->is_reading_board = TRUE;
  self->board_is_old = FALSE;
  bv_read_async (G_OBJECT (self), self->store, bv_meeting_read_board,
                 bv_meeting_read_new (self->id, self->regimes),
                 (GDestroyNotify) bv_meeting_read_free, board_cb,
                 (GDestroyNotify) g_ptr_array_unref, self->reading_board);
}

static void
sheet_cb (gpointer owner, gpointer result, const GError *error)
{
  BvMeetingPane *self = owner;
  g_autoptr (BvMeetingRead) answer = result;

  self->is_reading = FALSE;
  if (error != NULL)
    {
      if (!g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
        bv_toast_error (GTK_WIDGET (self), _ ("The meeting could not be read"), error);
      show_nothing (self);
      return;
    }
  g_clear_pointer (&self->sheet, bv_meeting_sheet_free);
  self->sheet = g_steal_pointer (&answer->sheet);
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  self->regimes = g_steal_pointer (&answer->regimes);
  self->next = answer->next;
  if (!board_fits (self))
    start_reading_board (self);
  show (self);
}

static void
start_reading (BvMeetingPane *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->is_reading = FALSE;
  if (self->store == NULL || self->id == 0)
    {
      show_nothing (self);
      return;
    }
  self->is_reading = TRUE;
  self->reading = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), self->store, bv_meeting_read_sheet,
                 bv_meeting_read_new (self->id, self->regimes),
                 (GDestroyNotify) bv_meeting_read_free, sheet_cb,
                 (GDestroyNotify) bv_meeting_read_free, self->reading);
}

/* ── Papers given out and returned ───────────────────────────────────────────────────────── */

typedef struct
{
  gint64 id;
  int n_issued;
  int n_returned;
} Count;

static gboolean
count_call (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Count *count = data;

  return bv_ballot_set_counts_act (store, count->id, count->n_issued, count->n_returned, act_id,
                                   error);
}

static void
counted_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  BvMeetingPane *self = BV_MEETING_PANE (widget);

  if (error == NULL)
    return;
  gtk_label_set_text (self->papers_label, error->message);
  set_class (GTK_WIDGET (self->papers_label), "dim-label", FALSE);
  set_class (GTK_WIDGET (self->papers_label), "error", TRUE);
}

static gboolean
read_count (GtkEditable *entry, int *number)
{
  const char *text = gtk_editable_get_text (entry);
  guint64 value = 0;
  gboolean ok = *text == '\0' || g_ascii_string_to_unsigned (text, 10, 0, 10000, &value, NULL);

  set_class (GTK_WIDGET (entry), "error", !ok);
  *number = *text == '\0' ? -1 : (int) value;
  return ok;
}

static void
count_cb (BvMeetingPane *self)
{
  Count *count;
  int n_issued;
  int n_returned;

  if (self->sheet == NULL || self->sheet->meeting->is_closed
      || !read_count (self->issued_entry, &n_issued)
      || !read_count (self->returned_entry, &n_returned)
      || (n_issued == self->sheet->meeting->ballots_issued
          && n_returned == self->sheet->meeting->ballots_returned))
    return;
  count = g_new0 (Count, 1);
  count->id = self->id;
  count->n_issued = n_issued;
  count->n_returned = n_returned;
  bv_act_call (GTK_WIDGET (self), self->store, "", count_call, count, g_free, counted_cb, NULL);
}

/* ── Actions ─────────────────────────────────────────────────────────────────────────────── */

static void
edited_cb (GtkWidget *parent, gint64 id)
{
  g_signal_emit (parent, signals[EDITED], 0, id);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvMeetingPane *self = BV_MEETING_PANE (widget);

  bv_meeting_editor_present (widget, self->store, self->id, edited_cb);
}

/* Papers are made of a dossier; the minutes of its meeting are one of them. */
static void
show_papers_of (BvMeetingPane *self, gint64 dossier_id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  BvPapersWindow *window = bv_papers_window_present (GTK_WINDOW (root), self->store, dossier_id, 0);

  bv_papers_window_show (window, BV_PAPER_MINUTES, 0);
}

static void
papers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvMeetingPane *self = BV_MEETING_PANE (widget);

  show_papers_of (self, ((BvAgendaItem *) g_ptr_array_index (self->sheet->items, 0))->dossier_id);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvMeetingPane *self = BV_MEETING_PANE (widget);

  if (self->sheet->problems->len > 0)
    {
      gtk_revealer_set_reveal_child (self->missing_revealer, TRUE);
      return;
    }
  bv_council_act_run (widget, self->store, BV_COUNCIL_ACT_CLOSE, self->id, 0);
}

/* The one button of the head: the meeting is closed, or what it passed goes on. */
static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvMeetingPane *self = BV_MEETING_PANE (widget);

  if (self->sheet == NULL)
    return;
  if (!self->sheet->meeting->is_closed)
    close_action (widget, name, NULL);
  else
    bv_step_button_run (widget, self->store, &self->next);
}

static void
hide_missing_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_revealer_set_reveal_child (BV_MEETING_PANE (widget)->missing_revealer, FALSE);
}

static void
plain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvMeetingPane *self = BV_MEETING_PANE (widget);
  BvCouncilAct act = g_str_equal (name, "meeting.reopen")       ? BV_COUNCIL_ACT_REOPEN
                     : g_str_equal (name, "meeting.delete")     ? BV_COUNCIL_ACT_DELETE_MEETING
                     : g_str_equal (name, "meeting.attend-all") ? BV_COUNCIL_ACT_ATTEND_ALL
                                                                : BV_COUNCIL_ACT_FILL;

  /* Its button has nothing left to do afterwards: the focus stays with the members. */
  if (act == BV_COUNCIL_ACT_ATTEND_ALL)
    gtk_widget_child_focus (GTK_WIDGET (self->attendance_list), GTK_DIR_TAB_FORWARD);
  bv_council_act_run (widget, self->store, act, self->id, 0);
}

static void
add_items_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvMeetingPane *self = BV_MEETING_PANE (widget);

  bv_agenda_chooser_present (widget, self->store, self->id);
}

static void
type_ballots_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[TYPE_BALLOTS], 0, BV_MEETING_PANE (widget)->id);
}

static void
item_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvMeetingPane *self = BV_MEETING_PANE (widget);
  const BvAgendaItem *item = find_item (self, g_variant_get_int64 (parameter));
  const char *what = name + strlen ("meeting.item-");

  if (item == NULL)
    return;
  if (g_str_equal (what, "postpone"))
    bv_vote_editor_postpone (widget, self->store, item->id, item->name);
  else if (g_str_equal (what, "decide"))
    bv_vote_editor_decide (widget, self->store, item->id, item->name);
  else if (g_str_equal (what, "recuse"))
    {
      gint64 member = 0;

      for (guint i = 0; self->board != NULL && i < self->board->len; i++)
        if (((BvBoardRow *) g_ptr_array_index (self->board, i))->item_id == item->id)
          member = ((BvBoardRow *) g_ptr_array_index (self->board, i))->member_id;
      bv_vote_editor_recuse (widget, self->store, self->id, item->id, member, item->name);
    }
  else if (g_str_equal (what, "papers"))
    show_papers_of (self, item->dossier_id);
  else if (g_str_equal (what, "clear"))
    bv_council_act_run (widget, self->store, BV_COUNCIL_ACT_CLEAR, item->id, 0);
  else if (g_str_equal (what, "remove"))
    bv_council_act_run (widget, self->store, BV_COUNCIL_ACT_REMOVE_ITEM, item->id, 0);
  else
    bv_council_act_run (widget, self->store, BV_COUNCIL_ACT_MOVE_ITEM, item->id,
                        item->position + (g_str_equal (what, "up") ? -1 : 1));
}

static void
unrecuse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 item;
  gint64 member;

  g_variant_get (parameter, "(xx)", &item, &member);
  bv_council_act_run (widget, BV_MEETING_PANE (widget)->store, BV_COUNCIL_ACT_UNRECUSE, item,
                      member);
}

static void
view_cb (BvMeetingPane *self)
{
  update_actions (self);
}

/* ── Class ───────────────────────────────────────────────────────────────────────────────── */

static void
bv_meeting_pane_dispose (GObject *object)
{
  BvMeetingPane *self = BV_MEETING_PANE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_cancellable_cancel (self->reading_board);
  g_clear_object (&self->reading_board);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_MEETING_PANE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  g_clear_pointer (&self->sheet, bv_meeting_sheet_free);
  g_clear_pointer (&self->board, g_ptr_array_unref);
  g_clear_pointer (&self->regimes, bv_regime_set_unref);

  G_OBJECT_CLASS (bv_meeting_pane_parent_class)->dispose (object);
}

static void
bv_meeting_pane_class_init (BvMeetingPaneClass *klass)
{
  static const char *const plain[] = { "meeting.reopen", "meeting.delete", "meeting.attend-all",
                                       "meeting.fill" };
  static const char *const items[] = { "meeting.item-postpone", "meeting.item-decide",
                                       "meeting.item-recuse",   "meeting.item-clear",
                                       "meeting.item-remove",   "meeting.item-up",
                                       "meeting.item-down",     "meeting.item-papers" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_meeting_pane_dispose;
  signals[EDITED] = g_signal_new ("edited", BV_TYPE_MEETING_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[TYPE_BALLOTS] = g_signal_new ("type-ballots", BV_TYPE_MEETING_PANE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "meeting.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "meeting.papers", NULL, papers_action);
  gtk_widget_class_install_action (widget_class, "meeting.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "meeting.next", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "meeting.next", NULL);
  gtk_widget_class_install_action (widget_class, "meeting.hide-missing", NULL, hide_missing_action);
  gtk_widget_class_install_action (widget_class, "meeting.add-items", NULL, add_items_action);
  gtk_widget_class_install_action (widget_class, "meeting.type-ballots", NULL, type_ballots_action);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    gtk_widget_class_install_action (widget_class, plain[i], NULL, plain_action);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    gtk_widget_class_install_action (widget_class, items[i], "x", item_action);
  gtk_widget_class_install_action (widget_class, "meeting.item-unrecuse", "(xx)", unrecuse_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-meeting-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, kicker);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, place_label);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, quorum_label);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, step_button);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, missing_revealer);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, missing_label);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, views);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, attend_all_button);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, fill_button);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, ballots_button);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, add_button);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, dossiers_button);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, papers_button);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, attendance_list);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, papers_box);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, issued_entry);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, returned_entry);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, papers_label);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, head_box);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, agenda_scroller);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, agenda_list);
  gtk_widget_class_bind_template_child (widget_class, BvMeetingPane, agenda_empty);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_cb);
  gtk_widget_class_set_css_name (widget_class, "bv-meeting-pane");
}

static void
bv_meeting_pane_init (BvMeetingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_nothing (self);
}

void
bv_meeting_pane_set_store (BvMeetingPane *self, BvStore *store)
{
  g_return_if_fail (BV_IS_MEETING_PANE (self));
  g_set_object (&self->store, store);
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  self->id = 0;
  start_reading (self);
}

void
bv_meeting_pane_set_meeting (BvMeetingPane *self, gint64 id)
{
  g_return_if_fail (BV_IS_MEETING_PANE (self));
  if (id == self->id)
    return;
  self->id = id;
  start_reading (self);
}

gint64
bv_meeting_pane_get_meeting (BvMeetingPane *self)
{
  g_return_val_if_fail (BV_IS_MEETING_PANE (self), 0);
  return self->id;
}

void
bv_meeting_pane_reload (BvMeetingPane *self, const char *const *tables)
{
  g_return_if_fail (BV_IS_MEETING_PANE (self));
  /* Votes and papers change nothing of what the board says. */
  if (bv_page_changed_table (tables, "nomination", "dossier", "award", "decision", "discipline",
                             "rating", "initiative", "initiative_author", "recusal", "membership",
                             "subject", "person", "unit", "household", "setting", "office_file",
                             "registration_line", "council_member", NULL))
    self->board_is_old = TRUE;
  if (bv_page_changed_table (tables, "office_file", NULL))
    g_clear_pointer (&self->regimes, bv_regime_set_unref);
  start_reading (self);
}

gboolean
bv_meeting_pane_is_settled (BvMeetingPane *self)
{
  g_return_val_if_fail (BV_IS_MEETING_PANE (self), TRUE);
  return !self->is_reading && !self->is_reading_board;
}

void
bv_meeting_pane_show_view (BvMeetingPane *self, const char *name)
{
  g_return_if_fail (BV_IS_MEETING_PANE (self));
  gtk_stack_set_visible_child_name (self->views, name);
}

void
bv_meeting_pane_focus_count (BvMeetingPane *self)
{
  g_return_if_fail (BV_IS_MEETING_PANE (self));
  bv_meeting_pane_show_view (self, "agenda");
  gtk_widget_grab_focus (GTK_WIDGET (self->issued_entry));
}
