// SPDX-License-Identifier: GPL-3.0-or-later
/* The page of the council on the demo district: who came, votes by hands, papers typed by keys, the close. Members and
 * nominees are invented. */
#include "bv-test-council.h"
#include "bv-test-demo.h"
#include "bv-test-office.h"
#include "bv-test-window.h"

#include "merit/bv-agenda.h"
#include "merit/bv-ballot.h"
#include "merit/bv-council.h"
#include "merit/bv-meeting-sheet.h"
#include "pages/bv-ballot-view.h"
#include "pages/bv-council-editors.h"
#include "pages/bv-council-page.h"
#include "pages/bv-meeting-lists.h"
#include "pages/bv-meeting-pane.h"
#include "pages/bv-papers-window.h"
#include "widgets/bv-form.h"

#define N_MEMBERS 9
#define N_PEOPLE 8

typedef struct
{
  BvTestDemo demo;
  gint64 members[N_MEMBERS];
  gint64 council;
  gint64 dossier;
  gint64 meeting;
} Council;

static BvMeetingPane *
get_pane (Council *c)
{
  return BV_MEETING_PANE (bv_app_test_find (GTK_WIDGET (c->demo.page), BV_TYPE_MEETING_PANE, 0));
}

static BvBallotView *
get_ballots (Council *c)
{
  return BV_BALLOT_VIEW (bv_app_test_find (GTK_WIDGET (c->demo.page), BV_TYPE_BALLOT_VIEW, 0));
}

/* The lists of the pane in the order of the tree. */
static GtkListBox *
get_attendance (Council *c)
{
  return GTK_LIST_BOX (bv_app_test_find (GTK_WIDGET (get_pane (c)), GTK_TYPE_LIST_BOX, 0));
}

static GtkListBox *
get_agenda (Council *c)
{
  return GTK_LIST_BOX (bv_app_test_find (GTK_WIDGET (get_pane (c)), GTK_TYPE_LIST_BOX, 1));
}

static void
set_up (Council *c, gboolean secret)
{
  g_autoptr (GError) error = NULL;
  gint64 unit;

  bv_test_demo_set_up (&c->demo, "council", 2023);
  unit = bv_test_office_add_unit (c->demo.store, "Trường THCS Thử Nghiệm", "school", 1, FALSE);
  c->council = bv_test_council_new (c->demo.store, N_MEMBERS, c->members);
  c->dossier = bv_test_council_add_dossier (c->demo.store, unit, "LDTT", N_PEOPLE, NULL);
  c->meeting = bv_test_council_add_meeting (c->demo.store, c->council, "2023-01-10", secret);
  bv_agenda_add_dossier_act (c->demo.store, c->meeting, c->dossier, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_test_demo_settle (&c->demo);
}

static void
tear_down (Council *c)
{
  bv_test_demo_tear_down (&c->demo);
}

static BvMeetingSheet *
load (Council *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (c->demo.store, &error);
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (bv_lease_connection (lease), &error);
  BvMeetingSheet *sheet = bv_meeting_sheet_load (bv_lease_connection (lease), regimes, c->meeting,
                                                 &error);

  g_assert_no_error (error);
  return sheet;
}

static int
count_present (Council *c)
{
  g_autoptr (BvMeetingSheet) sheet = load (c);

  return sheet->count.members.n_present;
}

static int
votes_for (Council *c, guint index)
{
  g_autoptr (BvMeetingSheet) sheet = load (c);

  return ((BvTally *) g_ptr_array_index (sheet->tallies, index))->votes_for;
}

static guint
count_papers (Council *c)
{
  g_autoptr (BvMeetingSheet) sheet = load (c);

  return sheet->ballots->len;
}

static void
activate (Council *c, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (get_pane (c)), action, NULL);
}

static void
attend_all (Council *c)
{
  activate (c, "meeting.attend-all");
  bv_app_test_wait (count_present (c) == N_MEMBERS);
  bv_test_demo_settle (&c->demo);
}

/* An entry holds the focus in the text inside it. */
static GtkWidget *
get_focus_parent (Council *c)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (c->demo.window));

  g_assert_nonnull (focus);
  return gtk_widget_get_parent (focus);
}

/* ── Attendance ──────────────────────────────────────────────────────────────────────────── */

static void
test_empty (void)
{
  BvTestDemo demo;

  bv_test_demo_set_up (&demo, "council", 2023);
  g_assert_true (BV_IS_COUNCIL_PAGE (demo.page));
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (demo.page), "No council yet"));
  bv_test_demo_pictures (&demo, "council-empty");
  bv_test_demo_tear_down (&demo);
}

static void
test_attendance (void)
{
  Council c;
  GtkWidget *button;

  set_up (&c, FALSE);
  g_assert_cmpint (bv_meeting_pane_get_meeting (get_pane (&c)), ==, c.meeting);
  g_assert_nonnull (
    bv_app_test_find_label (GTK_WIDGET (c.demo.page), "Present 0/9, needed 6: no quorum"));
  bv_test_demo_pictures (&c.demo, "council-attendance");
  /* The second button of the third row: absent. */
  button = bv_app_test_find (GTK_WIDGET (gtk_list_box_get_row_at_index (get_attendance (&c), 2)),
                             GTK_TYPE_TOGGLE_BUTTON, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  bv_test_demo_settle (&c.demo);
  /* Whoever is away has a reason: it can be typed at once. */
  g_assert_true (GTK_IS_ENTRY (get_focus_parent (&c)));
  activate (&c, "meeting.attend-all");
  bv_app_test_wait (count_present (&c) == N_MEMBERS - 1);
  bv_test_demo_settle (&c.demo);
  g_assert_nonnull (
    bv_app_test_find_label (GTK_WIDGET (c.demo.page), "Present 8/9, needed 6: a quorum"));
  bv_test_demo_pictures (&c.demo, "council-attendance-done");
  gtk_widget_activate_action (GTK_WIDGET (c.demo.window), "win.undo", NULL);
  bv_app_test_wait (count_present (&c) == 0);
  bv_test_demo_settle (&c.demo);
  tear_down (&c);
}

/* ── Hands ───────────────────────────────────────────────────────────────────────────────── */

static void
test_hands (void)
{
  Council c;
  GtkWidget *page;

  set_up (&c, FALSE);
  page = GTK_WIDGET (c.demo.page);
  attend_all (&c);
  bv_meeting_pane_show_view (get_pane (&c), "agenda");
  bv_test_demo_settle (&c.demo);
  bv_agenda_list_type (get_agenda (&c), 0, "5", "3", "1");
  bv_app_test_wait (votes_for (&c, 0) == 5);
  bv_test_demo_settle (&c.demo);
  g_assert_nonnull (bv_app_test_find_label (page, "Passed · 5/9"));
  g_assert_nonnull (bv_app_test_find_label (page, "at least 5 of 9 votes"));
  bv_agenda_list_type (get_agenda (&c), 1, "4", "5", NULL);
  bv_app_test_wait (votes_for (&c, 1) == 4);
  bv_test_demo_settle (&c.demo);
  g_assert_nonnull (bv_app_test_find_label (page, "Not passed · 4/9"));
  bv_agenda_list_type (get_agenda (&c), 2, "4", "4", "1");
  bv_app_test_wait (votes_for (&c, 2) == 4);
  bv_test_demo_settle (&c.demo);
  g_assert_nonnull (bv_app_test_find_label (page, "Equal: the chair decides"));
  /* Too many: the sentence stands at the row, and nothing is kept. */
  bv_agenda_list_type (get_agenda (&c), 3, "9", "1", NULL);
  bv_app_test_wait (bv_app_test_find_label (page, "10 votes, but only 9 members may vote on it")
                    != NULL);
  g_assert_cmpint (votes_for (&c, 3), ==, -1);
  bv_test_demo_pictures (&c.demo, "council-hands");
  bv_agenda_list_type (get_agenda (&c), 3, "8", "1", "");
  bv_app_test_wait (votes_for (&c, 3) == 8);
  bv_test_demo_settle (&c.demo);

  /* What is missing is said, and goes as it is mended. */
  activate (&c, "meeting.close");
  bv_app_test_settle ();
  g_assert_nonnull (bv_app_test_find_label (page, "no vote is recorded; vote or postpone it."));
  bv_test_demo_pictures (&c.demo, "council-missing");
  activate (&c, "meeting.fill");
  bv_app_test_wait (votes_for (&c, N_PEOPLE - 1) == 9);
  bv_test_demo_settle (&c.demo);
  g_assert_null (bv_app_test_find_label (page, "no vote is recorded; vote or postpone it."));
  g_assert_nonnull (bv_app_test_find_label (page, "the chair has to decide"));
  {
    g_autoptr (BvMeetingSheet) sheet = load (&c);
    gint64 item = ((BvAgendaItem *) g_ptr_array_index (sheet->items, 2))->id;
    GtkWidget *window;

    gtk_widget_activate_action (GTK_WIDGET (get_pane (&c)), "meeting.item-decide", "x", item);
    window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
    bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "result", "passed");
    bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "reason",
                      "thành tích nổi bật");
    bv_app_test_picture (window, "council-decide");
    gtk_widget_activate_action (window, "form.save", NULL);
    bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
    bv_test_demo_settle (&c.demo);
  }
  activate (&c, "meeting.close");
  for (gboolean is_closed = FALSE; !is_closed;)
    {
      g_autoptr (BvMeetingSheet) sheet = load (&c);

      is_closed = sheet->meeting->is_closed;
      bv_app_test_turn ();
    }
  bv_test_demo_settle (&c.demo);
  g_assert_nonnull (bv_app_test_find_label (page, "The chair decided: thành tích nổi bật"));
  bv_test_demo_pictures (&c.demo, "council-closed");
  activate (&c, "meeting.papers");
  {
    GtkWidget *window = bv_app_test_wait_toplevel (BV_TYPE_PAPERS_WINDOW);

    bv_app_test_wait (bv_papers_window_is_settled (BV_PAPERS_WINDOW (window)));
    bv_app_test_picture (window, "council-minutes");
    gtk_window_destroy (GTK_WINDOW (window));
    bv_app_test_settle ();
  }
  gtk_widget_activate_action (GTK_WIDGET (c.demo.window), "win.undo", NULL);
  for (gboolean is_open = FALSE; !is_open;)
    {
      g_autoptr (BvMeetingSheet) sheet = load (&c);

      is_open = !sheet->meeting->is_closed;
      bv_app_test_turn ();
    }
  bv_test_demo_settle (&c.demo);
  tear_down (&c);
}

/* ── Papers ──────────────────────────────────────────────────────────────────────────────── */

static void
press (Council *c, guint key)
{
  g_assert_true (bv_test_key (GTK_WIDGET (get_ballots (c)), key, 0));
}

static void
type (Council *c, const char *keys)
{
  for (const char *key = keys; *key != '\0'; key++)
    press (c, *key == '\n'   ? GDK_KEY_KP_Enter
              : *key == '\b' ? GDK_KEY_BackSpace
              : *key == '1'  ? GDK_KEY_KP_1
              : *key == '2'  ? GDK_KEY_2
              : *key == '0'  ? GDK_KEY_KP_0
              : *key == '+'  ? GDK_KEY_KP_Add
              : *key == ' '  ? GDK_KEY_space
                             : GDK_KEY_x);
}

static void
wait_papers (Council *c, guint n)
{
  bv_app_test_wait (count_papers (c) == n);
  bv_test_demo_settle (&c->demo);
  bv_app_test_wait (bv_ballot_view_is_settled (get_ballots (c)));
}

static void
test_ballots (void)
{
  Council c;
  BvBallotView *view;
  GtkWidget *page;
  g_autoptr (GError) error = NULL;

  set_up (&c, TRUE);
  page = GTK_WIDGET (c.demo.page);
  attend_all (&c);
  bv_ballot_set_counts_act (c.demo.store, c.meeting, 9, 9, NULL, &error);
  g_assert_no_error (error);
  activate (&c, "meeting.type-ballots");
  view = get_ballots (&c);
  bv_app_test_wait (bv_ballot_view_get_marks (view) != NULL);
  bv_test_demo_settle (&c.demo);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (view)));
  g_assert_cmpstr (bv_ballot_view_get_marks (view), ==, "????????");
  g_assert_nonnull (bv_app_test_find_label (page, "Paper 1 of 9"));

  /* Marks, a wrong one taken back, Enter before all are typed, the rest. */
  type (&c, "112\b1");
  g_assert_cmpstr (bv_ballot_view_get_marks (view), ==, "111?????");
  type (&c, "\n");
  g_assert_nonnull (bv_app_test_find_label (page, "5 names have no mark yet"));
  g_assert_cmpuint (count_papers (&c), ==, 0);
  type (&c, "20");
  g_assert_cmpstr (bv_ballot_view_get_marks (view), ==, "11120???");
  bv_test_demo_pictures (&c.demo, "council-ballot");
  type (&c, "+");
  g_assert_cmpstr (bv_ballot_view_get_marks (view), ==, "11120111");
  type (&c, "\n");
  /* The next paper is there at once. */
  g_assert_cmpstr (bv_ballot_view_get_marks (view), ==, "????????");
  wait_papers (&c, 1);
  g_assert_nonnull (bv_app_test_find_label (page, "Paper 2 of 9"));

  /* A spoilt one, then six in a row without waiting. */
  type (&c, "x\n");
  type (&c, "11111111\n+\n12121212\n11 11111\n+\n+\n");
  wait_papers (&c, 8);
  {
    g_autoptr (BvMeetingSheet) sheet = load (&c);

    g_assert_false (((BvBallot *) g_ptr_array_index (sheet->ballots, 1))->is_valid);
    g_assert_cmpstr (((BvBallot *) g_ptr_array_index (sheet->ballots, 4))->marks, ==, "12121212");
    g_assert_cmpstr (((BvBallot *) g_ptr_array_index (sheet->ballots, 5))->marks, ==, "11011111");
  }

  /* Back to the second: it is no longer spoilt. */
  for (int i = 0; i < 7; i++)
    press (&c, GDK_KEY_Page_Up);
  g_assert_cmpint (bv_ballot_view_get_number (view), ==, 2);
  bv_test_demo_pictures (&c.demo, "council-ballot-spoilt");
  type (&c, "x");
  press (&c, GDK_KEY_Down);
  type (&c, "1\n");
  g_assert_cmpint (bv_ballot_view_get_number (view), ==, 3);
  wait_papers (&c, 8);
  bv_app_test_wait (votes_for (&c, 1) == 7);
  gtk_widget_activate_action (GTK_WIDGET (c.demo.window), "win.undo", NULL);
  bv_app_test_wait (votes_for (&c, 1) == 6);
  bv_test_demo_settle (&c.demo);

  /* The last of nine: there is no tenth. */
  for (int i = 0; i < 6; i++)
    press (&c, GDK_KEY_Page_Down);
  g_assert_cmpint (bv_ballot_view_get_number (view), ==, 0);
  type (&c, "+\n");
  wait_papers (&c, 9);
  g_assert_nonnull (bv_app_test_find_label (page, "9 papers typed"));
  type (&c, "+\n");
  bv_test_demo_settle (&c.demo);
  g_assert_cmpuint (count_papers (&c), ==, 9);
  gtk_switch_set_active (GTK_SWITCH (bv_app_test_find (GTK_WIDGET (view), GTK_TYPE_SWITCH, 0)),
                         TRUE);
  bv_test_demo_pictures (&c.demo, "council-ballot-full");
  press (&c, GDK_KEY_Escape);
  bv_test_demo_settle (&c.demo);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (view)));
  /* The papers given out and returned are what is counted next. */
  g_assert_true (gtk_widget_is_ancestor (get_focus_parent (&c), GTK_WIDGET (get_pane (&c))));
  bv_test_demo_pictures (&c.demo, "council-secret");
  activate (&c, "meeting.close");
  for (gboolean is_closed = FALSE; !is_closed;)
    {
      g_autoptr (BvMeetingSheet) sheet = load (&c);

      is_closed = sheet->meeting->is_closed;
      bv_app_test_turn ();
    }
  bv_test_demo_settle (&c.demo);
  tear_down (&c);
}

/* ── The agenda ──────────────────────────────────────────────────────────────────────────── */

static guint
count_items (Council *c)
{
  g_autoptr (BvMeetingSheet) sheet = load (c);

  return sheet->items->len;
}

/* All names of a dossier are marked; one is left out. */
static void
test_chooser (void)
{
  Council c;
  GtkWidget *window;
  g_autoptr (GError) error = NULL;

  set_up (&c, FALSE);
  bv_meeting_delete_act (c.demo.store, c.meeting, NULL, &error);
  g_assert_no_error (error);
  c.meeting = bv_test_council_add_meeting (c.demo.store, c.council, "2023-01-12", FALSE);
  bv_test_demo_settle (&c.demo);
  bv_app_test_wait (bv_meeting_pane_get_meeting (get_pane (&c)) == c.meeting);
  activate (&c, "meeting.add-items");
  window = bv_app_test_wait_toplevel (ADW_TYPE_WINDOW);
  bv_app_test_settle ();
  /* The first mark is the dossier's, the others are those of its names. */
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (bv_app_test_find (window, GTK_TYPE_CHECK_BUTTON, 3)), FALSE);
  bv_app_test_picture (window, "council-chooser");
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (window)), "clicked");
  bv_app_test_wait (count_items (&c) == N_PEOPLE - 1);
  bv_test_demo_settle (&c.demo);
  tear_down (&c);
}

/* ── The first council ───────────────────────────────────────────────────────────────────── */

/* Title, role and size are there; Enter goes from row to row, past what else stands in them. */
static void
test_first_council (void)
{
  BvTestDemo demo;
  GtkWidget *window;
  BvForm *form;
  GtkWidget *row;
  g_autofree char *name = NULL;
  g_autofree char *role = NULL;
  int height;
  int taller;
  int width;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = NULL;
  gint64 council = 0;

  bv_test_demo_set_up (&demo, "council", 2023);
  bv_council_editor_present (GTK_WIDGET (demo.page), demo.store, 0, NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  name = bv_form_get_text (form, "name");
  g_assert_cmpstr (name, ==, "Hội đồng Thi đua - Khen thưởng huyện Mường La");
  bv_app_test_picture (window, "council-new");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  bv_test_demo_settle (&demo);

  lease = bv_store_lease (demo.store, &error);
  g_assert_no_error (error);
  bv_connection_query_int (bv_lease_connection (lease), &council, 0, &error,
                           "SELECT max (id) FROM council", NULL);
  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_council_member_editor_present (GTK_WIDGET (demo.page), demo.store, council, 0, 0);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  role = bv_form_get_text (form, "role");
  g_assert_cmpstr (role, ==, "chair");
  bv_app_test_picture (window, "council-member-first");
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (height, >=, bv_form_measure_height (form, 600));
  g_assert_cmpint (height, <, 680);

  /* From the form of address, which has a list of its own in the row, to the name. */
  row = bv_app_test_find (window, ADW_TYPE_ENTRY_ROW, 0);
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         bv_app_test_find (window, ADW_TYPE_ENTRY_ROW, 1)));
  /* What is missing is said under its row, and the window makes room for it. */
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_settle ();
  g_assert_nonnull (bv_app_test_find_label (window, "must not be empty"));
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &taller);
  g_assert_cmpint (taller, >, height);
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_settle ();
  bv_test_demo_tear_down (&demo);
}

/* ── Forms ───────────────────────────────────────────────────────────────────────────────── */

static void
test_forms (void)
{
  Council c;
  GtkWidget *window;
  BvForm *form;

  set_up (&c, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (c.demo.page), "council.add-meeting", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  bv_app_test_picture (window, "council-meeting-form");
  bv_form_set_text (form, "title", "Xét khen thưởng đột xuất");
  bv_form_set_text (form, "on_date", "2021-01-10");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_find_label (window, "begins on 01/01/2022") != NULL);
  bv_form_set_text (form, "on_date", "2023-02-10");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  bv_test_demo_settle (&c.demo);
  g_assert_cmpint (bv_meeting_pane_get_meeting (get_pane (&c)), !=, c.meeting);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (c.demo.page), "Xét khen thưởng đột xuất"));

  /* The other tab: the council and its members. */
  gtk_stack_set_visible_child_name (
    gtk_stack_switcher_get_stack (
      GTK_STACK_SWITCHER (bv_app_test_find (GTK_WIDGET (c.demo.page), GTK_TYPE_STACK_SWITCHER, 0))),
    "councils");
  bv_test_demo_settle (&c.demo);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (c.demo.page),
                                            "15/QĐ-UBND of 05/01/2022 · term 01/01/2022"));
  bv_test_demo_pictures (&c.demo, "council-members");
  gtk_widget_activate_action (GTK_WIDGET (c.demo.page), "council.add-member", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  bv_form_set_text (form, "name", "Hà Thị Thử Thêm");
  bv_form_set_text (form, "role", "chair");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_find_label (window, "one chair on a day") != NULL);
  bv_form_set_text (form, "role", "vice");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  bv_test_demo_settle (&c.demo);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (BvLease) lease = bv_store_lease (c.demo.store, &error);
    g_autoptr (GPtrArray)
      members = bv_council_list_members (bv_lease_connection (lease), c.council, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (members->len, ==, N_MEMBERS + 1);
    g_assert_cmpstr (((BvCouncilMember *) g_ptr_array_index (members, 1))->name, ==,
                     "Hà Thị Thử Thêm");
  }

  bv_council_member_editor_present (GTK_WIDGET (c.demo.page), c.demo.store, c.council, c.members[2],
                                    0);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  bv_app_test_picture (window, "council-member-form");
  gtk_window_destroy (GTK_WINDOW (window));
  bv_agenda_chooser_present (GTK_WIDGET (c.demo.page), c.demo.store, c.meeting);
  window = bv_app_test_wait_toplevel (ADW_TYPE_WINDOW);
  bv_app_test_settle ();
  g_assert_nonnull (bv_app_test_find_label (window, "Nothing waits for the council"));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_council_editor_present (GTK_WIDGET (c.demo.page), c.demo.store, c.council, NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  bv_app_test_picture (window, "council-form");
  gtk_window_destroy (GTK_WINDOW (window));
  bv_app_test_settle ();
  tear_down (&c);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/council-page/empty", test_empty);
  g_test_add_func ("/council-page/attendance", test_attendance);
  g_test_add_func ("/council-page/hands", test_hands);
  g_test_add_func ("/council-page/ballots", test_ballots);
  g_test_add_func ("/council-page/chooser", test_chooser);
  g_test_add_func ("/council-page/first-council", test_first_council);
  g_test_add_func ("/council-page/forms", test_forms);
  return g_test_run ();
}
