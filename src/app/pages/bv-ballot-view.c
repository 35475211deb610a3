// SPDX-License-Identifier: GPL-3.0-or-later
/* Typing ballot papers. Each paper is one act; the next one is there at once, while the writer works: a paper that was
 * refused comes back with the reason. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-ballot-view.h"

#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-ballot.h"
#include "pages/bv-ballot-keys.h"
#include "pages/bv-ballot-row.h"
#include "pages/bv-meeting-read.h"
#include "store/bv-store.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define UNTYPED '?'

struct _BvBallotView
{
  GtkWidget parent_instance;

  /* Template */
  GtkLabel *number_label;
  GtkLabel *meeting_label;
  GtkToggleButton *invalid_button;
  GtkToggleButton *written_button;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkLabel *status_label;
  GtkSwitch *totals_switch;

  /* Owned */
  BvStore *store;
  BvMeetingSheet *sheet;
  BvRegimeSet *regimes;
  char *marks; /* of the paper in front */
  GCancellable *reading;

  /* State */
  gint64 meeting_id;
  int number;      /* of the paper in front; 0: the next one */
  guint current;   /* the name whose mark is typed */
  guint n_pending; /* papers on their way to the file */
  gboolean is_reading;
  gboolean is_filling;
};

enum
{
  BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvBallotView, bv_ballot_view, GTK_TYPE_WIDGET)

static guint
count_names (BvBallotView *self)
{
  return self->marks != NULL ? (guint) strlen (self->marks) : 0;
}

static guint
count_papers (BvBallotView *self)
{
  return (self->sheet != NULL ? self->sheet->ballots->len : 0) + self->n_pending;
}

static gboolean
is_closed (BvBallotView *self)
{
  return self->sheet == NULL || self->sheet->meeting->is_closed;
}

/* Every paper that was returned is there: there is no next one. */
static gboolean
is_full (BvBallotView *self)
{
  return self->sheet != NULL
         && (is_closed (self)
             || (self->sheet->meeting->ballots_returned >= 0
                 && count_papers (self) >= (guint) self->sheet->meeting->ballots_returned));
}

static gboolean
may_type (BvBallotView *self)
{
  return !is_closed (self) && !bv_store_is_read_only (self->store) && count_names (self) > 0
         && (self->number != 0 || !is_full (self));
}

/* ── Rows ────────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
get_row (BvBallotView *self, guint index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) index));
}

static void show_paper (BvBallotView *self);
static void type_mark (BvBallotView *self, char mark);

/* By mouse: the same as by key, and on from there. */
static void
mark_cb (GtkWidget *list_row, char mark, gpointer user_data)
{
  BvBallotView *self = user_data;

  if (may_type (self))
    {
      self->current = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (list_row));
      type_mark (self, mark);
    }
  else
    show_paper (self);
}

/* ── Showing ─────────────────────────────────────────────────────────────────────────────── */

static void
set_status (BvBallotView *self, const char *text, gboolean is_error)
{
  gtk_label_set_text (self->status_label, text);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->status_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status_label), "error");
}

static void
show_keys (BvBallotView *self)
{
  if (is_closed (self))
    set_status (self, _ ("The meeting is closed: its papers can only be looked at."), FALSE);
  else if (bv_store_is_read_only (self->store))
    set_status (self, bv_store_get_read_only_reason (self->store), FALSE);
  else if (!may_type (self))
    set_status (self,
                _ ("All papers that were returned are typed. Page Up goes back to correct one."),
                FALSE);
  else
    set_status (self,
                _ ("1 for · 2 against · 0 or space no opinion · + the rest for · x spoilt · "
                   "Backspace back · Enter the next paper"),
                FALSE);
}

static void
show_number (BvBallotView *self)
{
  guint shown = self->number != 0 ? (guint) self->number : count_papers (self) + 1;
  g_autofree char *text = NULL;

  if (self->number == 0 && is_full (self))
    text = g_strdup_printf (ngettext ("%u paper typed", "%u papers typed", count_papers (self)),
                            count_papers (self));
  else if (self->sheet->meeting->ballots_returned >= 0)
    text = g_strdup_printf (_ ("Paper %u of %d"), shown, self->sheet->meeting->ballots_returned);
  else
    text = g_strdup_printf (_ ("Paper %u"), shown);
  gtk_label_set_text (self->number_label, text);
}

/* The row in question is in sight, with a neighbour on each side. */
static void
scroll_to_current (BvBallotView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *widget = get_row (self, self->current);
  graphene_rect_t bounds;
  double top;

  if (widget == NULL || !gtk_widget_compute_bounds (widget, GTK_WIDGET (self->list), &bounds))
    return;
  top = bounds.origin.y;
  gtk_adjustment_clamp_page (adjustment, MAX (0, top - bounds.size.height),
                             top + 2 * bounds.size.height + 24);
}

static void
show_paper (BvBallotView *self)
{
  gboolean is_invalid = gtk_toggle_button_get_active (self->invalid_button);
  gboolean with_totals = gtk_switch_get_active (self->totals_switch);

  if (self->sheet == NULL)
    return;
  for (guint i = 0; i < count_names (self); i++)
    {
      GtkWidget *row = get_row (self, i);

      bv_ballot_row_show_mark (row, is_invalid ? UNTYPED : self->marks[i],
                               i == self->current && may_type (self) && !is_invalid,
                               may_type (self) && !is_invalid);
      bv_ballot_row_show_facts (row, self->sheet, i,
                                with_totals ? g_ptr_array_index (self->sheet->tallies, i) : NULL);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->invalid_button), may_type (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->written_button), may_type (self));
  gtk_widget_set_visible (GTK_WIDGET (self->written_button),
                          self->sheet->count.members.n_written > 0);
  show_number (self);
  scroll_to_current (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ballot.previous",
                                 self->number != 1 && count_papers (self) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ballot.next", self->number != 0);
  bv_act_set_enabled (GTK_WIDGET (self), self->store, "ballot.remove",
                      self->number != 0 && !is_closed (self));
}

static void
set_flags (BvBallotView *self, gboolean is_invalid, gboolean is_written)
{
  self->is_filling = TRUE;
  gtk_toggle_button_set_active (self->invalid_button, is_invalid);
  gtk_toggle_button_set_active (self->written_button, is_written);
  self->is_filling = FALSE;
}

/* The paper @number, or an empty one. */
static void
load_paper (BvBallotView *self, int number)
{
  guint n = self->sheet->items->len;

  g_free (self->marks);
  self->current = 0;
  self->number = 0;
  if (number > 0 && (guint) number <= self->sheet->ballots->len)
    {
      const BvBallot *ballot = g_ptr_array_index (self->sheet->ballots, number - 1);

      self->number = number;
      self->marks = g_strdup (ballot->marks);
      set_flags (self, !ballot->is_valid, ballot->is_written);
    }
  else
    {
      self->marks = g_strnfill (n, UNTYPED);
      set_flags (self, FALSE, FALSE);
    }
  show_paper (self);
  show_keys (self);
}

/* ── Saving ──────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  GWeakRef view;
  gint64 meeting_id;
  BvBallot *ballot;
  gboolean is_new;
} Save;

static void
save_free (Save *save)
{
  g_weak_ref_clear (&save->view);
  bv_ballot_free (save->ballot);
  g_free (save);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

/* On the writer's thread; what is called back has a copy of its own. */
static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Save *save = user_data;
  g_autoptr (BvBallot) ballot = bv_ballot_copy (save->ballot);

  return bv_ballot_save (connection, save->meeting_id, ballot, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Save) save = user_data;
  g_autoptr (BvBallotView) self = g_weak_ref_get (&save->view);
  g_autoptr (GError) error = NULL;

  bv_store_act_finish (BV_STORE (source), result, &error);
  if (self == NULL || save->meeting_id != self->meeting_id)
    return;
  if (save->is_new && self->n_pending > 0)
    self->n_pending--;
  if (error == NULL)
    {
      bv_ballot_view_reload (self);
      return;
    }
  /* The paper comes back as it was typed. */
  self->number = save->ballot->number;
  g_free (self->marks);
  self->marks = g_strdup (save->ballot->marks);
  set_flags (self, !save->ballot->is_valid, save->ballot->is_written);
  self->current = 0;
  show_paper (self);
  set_status (self, error->message, TRUE);
}

static Save *
save_new (BvBallotView *self)
{
  Save *save = g_new0 (Save, 1);
  guint n = count_names (self);

  g_weak_ref_init (&save->view, self);
  save->meeting_id = self->meeting_id;
  save->is_new = self->number == 0;
  save->ballot = bv_ballot_new (n);
  save->ballot->number = self->number;
  save->ballot->is_valid = !gtk_toggle_button_get_active (self->invalid_button);
  save->ballot->is_written = gtk_toggle_button_get_active (self->written_button);
  for (guint i = 0; i < n; i++)
    save->ballot->marks[i] = self->marks[i] == UNTYPED ? BV_MARK_BLANK : self->marks[i];
  return save;
}

static gboolean
find_untyped (BvBallotView *self)
{
  const char *first = strchr (self->marks, UNTYPED);
  guint n = 0;
  g_autofree char *text = NULL;

  if (first == NULL || gtk_toggle_button_get_active (self->invalid_button))
    return FALSE;
  for (const char *mark = first; *mark != '\0'; mark++)
    n += *mark == UNTYPED ? 1 : 0;
  self->current = (guint) (first - self->marks);
  show_paper (self);
  text = g_strdup_printf (ngettext ("%u name has no mark yet: 0 is no opinion, + is for.",
                                    "%u names have no mark yet: 0 is no opinion, + is for all.", n),
                          n);
  set_status (self, text, TRUE);
  return TRUE;
}

static void
save_paper (BvBallotView *self)
{
  Save *save;
  g_autofree char *title = NULL;
  int next;

  if (!may_type (self) || find_untyped (self))
    return;
  save = save_new (self);
  title = save->is_new ? g_strdup (_ ("Type a ballot paper"))
                       : g_strdup_printf (_ ("Correct ballot paper %d"), self->number);
  next = save->is_new ? 0 : self->number + 1;
  if (save->is_new)
    self->n_pending++;
  {
    Save *act = save_new (self);

    bv_store_act_async (self->store, title, BV_ACT_NONE, save_act, act, (GDestroyNotify) save_free,
                        NULL, saved_cb, save);
  }
  load_paper (self, next);
}

/* ── Keys ────────────────────────────────────────────────────────────────────────────────── */

static void
type_mark (BvBallotView *self, char mark)
{
  if (!may_type (self))
    return;
  set_flags (self, FALSE, gtk_toggle_button_get_active (self->written_button));
  self->marks[self->current] = mark;
  if (self->current + 1 < count_names (self))
    self->current++;
  show_paper (self);
  show_keys (self);
}

/* Backspace: the last mark that was typed goes. */
static void
take_back (BvBallotView *self)
{
  if (!may_type (self))
    return;
  if (self->marks[self->current] == UNTYPED && self->current > 0)
    self->current--;
  self->marks[self->current] = UNTYPED;
  show_paper (self);
  show_keys (self);
}

static void
fill_rest (BvBallotView *self)
{
  if (!may_type (self))
    return;
  for (guint i = 0; i < count_names (self); i++)
    if (self->marks[i] == UNTYPED)
      self->marks[i] = BV_MARK_FOR;
  self->current = count_names (self) - 1;
  show_paper (self);
  show_keys (self);
}

static void
move (BvBallotView *self, int by)
{
  gint64 to = (gint64) self->current + by;

  self->current = (guint) CLAMP (to, 0, (gint64) MAX (count_names (self), 1) - 1);
  show_paper (self);
}

static void
turn (BvBallotView *self, int by)
{
  int n = self->sheet != NULL ? (int) self->sheet->ballots->len : 0;
  int from = self->number != 0 ? self->number : n + 1;
  int to = from + by;

  if (self->sheet == NULL || to < 1 || to > n + 1)
    return;
  load_paper (self, to > n ? 0 : to);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        gpointer user_data)
{
  BvBallotView *self = BV_BALLOT_VIEW (
    gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || self->sheet == NULL)
    return FALSE;
  switch (bv_ballot_key_from_keyval (key))
    {
    case BV_BALLOT_KEY_FOR:
      type_mark (self, BV_MARK_FOR);
      return TRUE;
    case BV_BALLOT_KEY_AGAINST:
      type_mark (self, BV_MARK_AGAINST);
      return TRUE;
    case BV_BALLOT_KEY_BLANK:
      /* On a switch or button the space bar is theirs. */
      if (key == GDK_KEY_space && !gtk_widget_is_focus (GTK_WIDGET (self)))
        return FALSE;
      type_mark (self, BV_MARK_BLANK);
      return TRUE;
    case BV_BALLOT_KEY_SPOILT:
      if (may_type (self))
        gtk_toggle_button_set_active (self->invalid_button,
                                      !gtk_toggle_button_get_active (self->invalid_button));
      return TRUE;
    case BV_BALLOT_KEY_FILL:
      fill_rest (self);
      return TRUE;
    case BV_BALLOT_KEY_TAKE_BACK:
      take_back (self);
      return TRUE;
    case BV_BALLOT_KEY_UP:
      move (self, -1);
      return TRUE;
    case BV_BALLOT_KEY_DOWN:
      move (self, 1);
      return TRUE;
    case BV_BALLOT_KEY_PREVIOUS:
      turn (self, -1);
      return TRUE;
    case BV_BALLOT_KEY_NEXT:
      turn (self, 1);
      return TRUE;
    case BV_BALLOT_KEY_SAVE:
      save_paper (self);
      return TRUE;
    case BV_BALLOT_KEY_LEAVE:
      gtk_widget_activate_action (GTK_WIDGET (self), "ballot.back", NULL);
      return TRUE;
    case BV_BALLOT_KEY_OTHER:
    default:
      return FALSE;
    }
}

static void
invalid_cb (BvBallotView *self)
{
  if (self->is_filling)
    return;
  show_paper (self);
  show_keys (self);
}

static void
totals_cb (BvBallotView *self)
{
  show_paper (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

static void
fill_list (BvBallotView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->sheet->items->len; i++)
    gtk_list_box_append (self->list, bv_ballot_row_new (g_ptr_array_index (self->sheet->items, i),
                                                        self->regimes, mark_cb, self));
}

/* What is typed stays; a paper that stands in the file is shown as it is there now, after an undo, too. */
static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvBallotView *self = owner;
  g_autoptr (BvMeetingRead) answer = result;
  gboolean is_first = self->sheet == NULL;
  guint n_before = is_first ? 0 : self->sheet->items->len;

  self->is_reading = FALSE;
  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (self), _ ("The papers could not be read"), error);
      return;
    }
  g_clear_pointer (&self->sheet, bv_meeting_sheet_free);
  self->sheet = g_steal_pointer (&answer->sheet);
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  self->regimes = g_steal_pointer (&answer->regimes);
  gtk_label_set_text (self->meeting_label, self->sheet->meeting->title);
  if (is_first || n_before != self->sheet->items->len)
    {
      fill_list (self);
      load_paper (self, 0);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  else if (self->number != 0)
    {
      guint current = self->current;

      load_paper (self, self->number);
      self->current = MIN (current, MAX (count_names (self), 1) - 1);
      show_paper (self);
    }
  else
    show_paper (self);
}

/* ── Actions ─────────────────────────────────────────────────────────────────────────────── */

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[BACK], 0);
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (BV_BALLOT_VIEW (widget), g_str_equal (name, "ballot.next") ? 1 : -1);
}

typedef struct
{
  gint64 meeting_id;
  int number;
} Remove;

static gboolean
remove_call (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Remove *remove = data;

  return bv_ballot_delete_act (store, remove->meeting_id, remove->number, act_id, error);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvBallotView *self = BV_BALLOT_VIEW (widget);
  Remove *remove = g_new0 (Remove, 1);

  remove->meeting_id = self->meeting_id;
  remove->number = self->number;
  bv_act_call (widget, self->store, NULL, remove_call, remove, g_free, NULL, NULL);
}

/* ── Class ───────────────────────────────────────────────────────────────────────────────── */

static void
bv_ballot_view_dispose (GObject *object)
{
  BvBallotView *self = BV_BALLOT_VIEW (object);
  GtkWidget *child;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_BALLOT_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  g_clear_pointer (&self->sheet, bv_meeting_sheet_free);
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  g_clear_pointer (&self->marks, g_free);

  G_OBJECT_CLASS (bv_ballot_view_parent_class)->dispose (object);
}

static void
bv_ballot_view_class_init (BvBallotViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_ballot_view_dispose;
  signals[BACK] = g_signal_new ("back", BV_TYPE_BALLOT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "ballot.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "ballot.previous", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "ballot.next", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "ballot.remove", NULL, remove_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-ballot-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BvBallotView, number_label);
  gtk_widget_class_bind_template_child (widget_class, BvBallotView, meeting_label);
  gtk_widget_class_bind_template_child (widget_class, BvBallotView, invalid_button);
  gtk_widget_class_bind_template_child (widget_class, BvBallotView, written_button);
  gtk_widget_class_bind_template_child (widget_class, BvBallotView, scroller);
  gtk_widget_class_bind_template_child (widget_class, BvBallotView, list);
  gtk_widget_class_bind_template_child (widget_class, BvBallotView, status_label);
  gtk_widget_class_bind_template_child (widget_class, BvBallotView, totals_switch);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, invalid_cb);
  gtk_widget_class_bind_template_callback (widget_class, totals_cb);
  gtk_widget_class_set_css_name (widget_class, "bv-ballot-view");
}

static void
bv_ballot_view_init (BvBallotView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bv_ballot_view_start (BvBallotView *self, BvStore *store, gint64 meeting_id)
{
  g_return_if_fail (BV_IS_BALLOT_VIEW (self));
  g_set_object (&self->store, store);
  g_clear_pointer (&self->sheet, bv_meeting_sheet_free);
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  g_clear_pointer (&self->marks, g_free);
  self->meeting_id = meeting_id;
  self->n_pending = 0;
  self->number = 0;
  bv_ballot_view_reload (self);
}

void
bv_ballot_view_reload (BvBallotView *self)
{
  g_return_if_fail (BV_IS_BALLOT_VIEW (self));
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->is_reading = FALSE;
  if (self->store == NULL || self->meeting_id == 0)
    return;
  self->is_reading = TRUE;
  self->reading = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), self->store, bv_meeting_read_sheet,
                 bv_meeting_read_new (self->meeting_id, self->regimes),
                 (GDestroyNotify) bv_meeting_read_free, read_cb,
                 (GDestroyNotify) bv_meeting_read_free, self->reading);
}

gboolean
bv_ballot_view_is_settled (BvBallotView *self)
{
  g_return_val_if_fail (BV_IS_BALLOT_VIEW (self), TRUE);
  return !self->is_reading && self->n_pending == 0;
}

int
bv_ballot_view_get_number (BvBallotView *self)
{
  g_return_val_if_fail (BV_IS_BALLOT_VIEW (self), 0);
  return self->number;
}

const char *
bv_ballot_view_get_marks (BvBallotView *self)
{
  g_return_val_if_fail (BV_IS_BALLOT_VIEW (self), NULL);
  return self->marks;
}
