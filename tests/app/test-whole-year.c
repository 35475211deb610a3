// SPDX-License-Identifier: GPL-3.0-or-later
/* A whole year in the window, by its own widgets: registration, initiative, ratings, nomination, council, decision,
 * papers, fund, the record of a person; then back, step by step. Only what is checked is read past the window. No word of
 * the screen is asked for, so that the same year can be looked at in either language (BV_TEST_PICTURES, LANGUAGE). */
#include "bv-test-demo.h"
#include "bv-test-folder.h"
#include "bv-test-window.h"

#include "pages/bv-ballot-view.h"
#include "pages/bv-decision-pane.h"
#include "pages/bv-decisions-page.h"
#include "pages/bv-dossier-view.h"
#include "pages/bv-fund-window.h"
#include "pages/bv-initiative-pane.h"
#include "pages/bv-initiative-session-pane.h"
#include "pages/bv-meeting-pane.h"
#include "pages/bv-nomination-pane.h"
#include "pages/bv-papers-window.h"
#include "pages/bv-propose-window.h"
#include "pages/bv-ratings-page.h"
#include "pages/bv-recipient-entry.h"
#include "pages/bv-record-window.h"
#include "pages/bv-registration-pane.h"
#include "store/bv-connection.h"
#include "widgets/bv-form.h"
#include "widgets/bv-grid-view.h"
#include "widgets/bv-list-view.h"
#include "widgets/bv-subject-chooser.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define YEAR 2024
#define SCHOOL "Trường Trung học cơ sở Mường Bú"
#define HEAD "Bạc Thị Vân"
#define N_STAFF 8
#define N_NAMES (N_STAFF + 2) /* all as LĐTT, the head as CSTĐCS too, the school as TTLĐTT */
#define N_MEMBERS 5
#define N_WAITING 10 /* N_NAMES */
#define TITLE "Khen thưởng công trạng năm 2024"

typedef struct
{
  BvTestDemo demo;
  gint64 school;
  gint64 head;
  gint64 initiative;
  gint64 dossier;
  gint64 meeting;
  gint64 decision;
  guint n_pictures;
} Year;

/* ── Hands and eyes ──────────────────────────────────────────────────────────────────────── */

/* The number that @sql (its only argument @argument, 0: none) tells. */
static gint64
query (Year *y, const char *sql, gint64 argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (y->demo.store, &error);
  gint64 value = 0;

  g_assert_no_error (error);
  if (argument != 0)
    bv_connection_query_int (bv_lease_connection (lease), &value, 0, &error, sql, "i", argument);
  else
    bv_connection_query_int (bv_lease_connection (lease), &value, 0, &error, sql, "");
  g_assert_no_error (error);
  return value;
}

static gint64
find_subject (Year *y, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (y->demo.store, &error);
  gint64 id = 0;

  g_assert_no_error (error);
  bv_connection_query_int (bv_lease_connection (lease), &id, 0, &error,
                           "SELECT id FROM subject WHERE name = ?1", "s", name);
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

static void
settle (Year *y)
{
  bv_test_demo_settle (&y->demo);
  bv_app_test_wait (bv_page_is_settled (y->demo.page));
  bv_app_test_settle ();
}

static void
picture (Year *y, GtkWidget *widget, const char *what)
{
  g_autofree char *name = g_strdup_printf ("year-%02u-%s", ++y->n_pictures, what);

  bv_app_test_picture (widget, name);
}

static void
picture_page (Year *y, const char *what)
{
  picture (y, GTK_WIDGET (y->demo.window), what);
}

static void
show_page (Year *y, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (y->demo.window), "win.show-page", "s", id);
  y->demo.page = bv_window_get_page (y->demo.window);
  settle (y);
}

static GtkWidget *
find (Year *y, GType type)
{
  GtkWidget *widget = bv_app_test_find (GTK_WIDGET (y->demo.page), type, 0);

  g_assert_nonnull (widget);
  return widget;
}

/* The first widget of @type below @root that is on the screen. */
static GtkWidget *
find_shown (GtkWidget *root, GType type)
{
  for (guint nth = 0;; nth++)
    {
      GtkWidget *widget = bv_app_test_find (root, type, nth);

      g_assert_nonnull (widget);
      if (gtk_widget_get_mapped (widget))
        return widget;
    }
}

static GtkWidget *
find_button (GtkWidget *root, const char *action)
{
  for (guint nth = 0;; nth++)
    {
      GtkWidget *button = bv_app_test_find (root, GTK_TYPE_BUTTON, nth);

      if (button == NULL)
        return NULL;
      if (gtk_widget_get_mapped (button)
          && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) == 0)
        return button;
    }
}

/* Clicks the button of @action, which must be on the screen and ready. */
static void
click (GtkWidget *root, const char *action)
{
  GtkWidget *button = find_button (root, action);

  if (button == NULL || !gtk_widget_is_sensitive (button))
    g_error ("there is no button to click for %s", action);
  g_signal_emit_by_name (button, "clicked");
}

static void
click_page (Year *y, const char *action)
{
  click (GTK_WIDGET (y->demo.page), action);
}

static BvForm *
wait_form (void)
{
  GtkWidget *window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);

  bv_app_test_settle ();
  return bv_form_window_get_form (BV_FORM_WINDOW (window));
}

static void
save_form (Year *y, BvForm *form)
{
  click (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (form))), "form.save");
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  settle (y);
}

/* Field and value in turn, then a %NULL. */
static void
fill (BvForm *form, ...)
{
  va_list values;
  const char *field;

  va_start (values, form);
  while ((field = va_arg (values, const char *)) != NULL)
    bv_form_set_text (form, field, va_arg (values, const char *));
  va_end (values);
}

/* By the row that opens the chooser, some letters without marks, Enter. */
static void
choose_subject (BvForm *form, const char *row_title, const char *typed)
{
  GtkWidget *row = bv_app_test_find_row (GTK_WIDGET (form), row_title);
  GtkWidget *chooser;
  GtkWidget *entry;
  BvListView *list;

  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  chooser = bv_app_test_wait_toplevel (BV_TYPE_SUBJECT_CHOOSER);
  entry = bv_app_test_find (chooser, GTK_TYPE_SEARCH_ENTRY, 0);
  list = BV_LIST_VIEW (bv_app_test_find (chooser, BV_TYPE_LIST_VIEW, 0));
  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  bv_app_test_wait (!bv_list_view_is_loading (list) && bv_list_view_get_n_rows (list) == 1
                    && bv_list_view_get_selected (list) != 0);
  g_signal_emit_by_name (entry, "activate");
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_SUBJECT_CHOOSER) == 0);
}

/* Chooses @name in whichever list of choices below @root has it. */
static void
choose (GtkWidget *root, const char *name)
{
  for (guint nth = 0;; nth++)
    {
      GtkWidget *dropdown = bv_app_test_find (root, GTK_TYPE_DROP_DOWN, nth);
      GListModel *model;

      g_assert_nonnull (dropdown);
      model = gtk_drop_down_get_model (GTK_DROP_DOWN (dropdown));
      for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
        {
          g_autoptr (GObject) item = g_list_model_get_item (model, i);
          g_autofree char *text = NULL;

          if (!GTK_IS_STRING_OBJECT (item))
            continue;
          text = g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
          if (!g_str_equal (g_strstrip (text), name))
            continue;
          gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), i);
          return;
        }
    }
}

/* Types into the entry that adds, and takes the first match. */
static void
add_by_name (Year *y, const char *typed)
{
  BvRecipientEntry *entry = BV_RECIPIENT_ENTRY (
    find_shown (GTK_WIDGET (y->demo.page), BV_TYPE_RECIPIENT_ENTRY));

  bv_recipient_entry_set_text (entry, typed);
  bv_app_test_wait (bv_recipient_entry_get_n_matches (entry) > 0);
  bv_recipient_entry_take_first (entry);
}

static void
wait_for (Year *y, const char *sql, gint64 argument, gint64 expected)
{
  gint64 until = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (query (y, sql, argument) != expected)
    {
      bv_app_test_turn ();
      if (g_get_monotonic_time () > until)
        g_error ("%s: %" G_GINT64_FORMAT " in place of %" G_GINT64_FORMAT, sql,
                 query (y, sql, argument), expected);
    }
  settle (y);
}

/* ── January: the school registers ───────────────────────────────────────────────────────── */

static void
registers (Year *y)
{
  const char *count = "SELECT count (*) FROM registration_line l JOIN registration r"
                      " ON r.id = l.registration_id WHERE r.year = 2024 AND r.unit_id = ?1";
  const char *state = "SELECT count (*) FROM registration WHERE year = 2024 AND unit_id = ?1"
                      " AND state = ";
  g_autofree char *is_sent = g_strconcat (state, "'sent'", NULL);
  g_autofree char *is_approved = g_strconcat (state, "'approved'", NULL);
  BvForm *form;

  show_page (y, "registrations");
  bv_list_view_select (BV_LIST_VIEW (find (y, BV_TYPE_LIST_VIEW)), y->school);
  bv_app_test_wait (
    bv_registration_pane_get_unit (BV_REGISTRATION_PANE (find (y, BV_TYPE_REGISTRATION_PANE)))
    == y->school);
  settle (y);
  click_page (y, "registration.add-members");
  save_form (y, wait_form ());
  wait_for (y, count, y->school, N_STAFF);

  choose (find (y, BV_TYPE_REGISTRATION_PANE), "Chiến sĩ thi đua cơ sở");
  add_by_name (y, "bac thi van");
  wait_for (y, count, y->school, N_STAFF + 1);
  choose (find (y, BV_TYPE_REGISTRATION_PANE), "Tập thể lao động tiên tiến");
  add_by_name (y, "trung hoc co so muong bu");
  wait_for (y, count, y->school, N_NAMES);
  picture_page (y, "registration");

  click_page (y, "registration.receive");
  form = wait_form ();
  fill (form, "on_date", "2024-01-05", NULL);
  picture (y, GTK_WIDGET (form), "registration-receive");
  save_form (y, form);
  wait_for (y, is_sent, y->school, 1);
  click_page (y, "registration.approve");
  wait_for (y, is_approved, y->school, 1);
  picture_page (y, "registration-approved");
}

/* ── November: an initiative, its session, its marks ─────────────────────────────────────── */

static void
type_mark (Year *y, guint row, guint column, const char *text)
{
  BvGridView *grid = BV_GRID_VIEW (
    bv_app_test_find (find (y, BV_TYPE_INITIATIVE_PANE), BV_TYPE_GRID_VIEW, 0));

  bv_grid_view_set_cursor (grid, row, column, FALSE);
  bv_grid_view_begin_edit (grid, text);
  bv_grid_view_end_edit (grid, TRUE);
  settle (y);
}

static void
show_list (Year *y, const char *name)
{
  GtkWidget *list = find (y, BV_TYPE_LIST_VIEW);

  gtk_stack_set_visible_child_name (GTK_STACK (gtk_widget_get_ancestor (list, GTK_TYPE_STACK)),
                                    name);
  settle (y);
}

static void
has_initiative (Year *y)
{
  static const char *const marks[4][2] = {
    { "25", "24" }, { "35", "33" }, { "18", "17" }, { "9", "9" }
  };
  g_autofree char *author = g_strdup_printf (_ ("Author %u"), 1);
  BvForm *form;

  show_page (y, "initiatives");
  click_page (y, "initiatives.add");
  form = wait_form ();
  fill (form, "title", "Dạy Toán bằng hai thứ tiếng", "field", "Giáo dục", "state_before",
        "Học sinh lớp 6 chưa hiểu hết lời giảng bằng tiếng phổ thông.", "solution",
        "Bảng từ Toán song ngữ, giảng lại ý khó bằng tiếng Thái.", "effect",
        "Tỷ lệ học sinh đạt yêu cầu tăng từ 71 % lên 88 %.", NULL);
  choose_subject (form, author, "bac thi van");
  picture (y, GTK_WIDGET (form), "initiative-form");
  save_form (y, form);
  y->initiative = bv_initiative_pane_get_initiative (
    BV_INITIATIVE_PANE (find (y, BV_TYPE_INITIATIVE_PANE)));
  g_assert_cmpint (y->initiative, !=, 0);
  click_page (y, "initiative.submit");
  wait_for (y, "SELECT count (*) FROM initiative WHERE id = ?1 AND state = 'submitted'",
            y->initiative, 1);

  show_list (y, "sessions");
  click_page (y, "initiatives.add-session");
  form = wait_form ();
  fill (form, "period", "Q4", "title", "Kỳ họp xét, công nhận sáng kiến quý IV năm 2024", "on_date",
        "2024-12-10", "place", "Phòng họp số 2", "chair",
        "Chủ tịch Thử, Phó Chủ tịch Ủy ban nhân dân huyện", "secretary", "Thư ký Thử", NULL);
  picture (y, GTK_WIDGET (form), "initiative-session-form");
  save_form (y, form);
  click_page (y, "session.choose");
  save_form (y, wait_form ());
  wait_for (y, "SELECT session_id > 0 FROM initiative WHERE id = ?1", y->initiative, 1);
  gtk_widget_activate_action (find (y, BV_TYPE_INITIATIVE_SESSION_PANE), "session.examiners", NULL);
  form = wait_form ();
  fill (form, "name1", "Giám khảo Một", "name2", "Giám khảo Hai", NULL);
  save_form (y, form);

  show_list (y, "initiatives");
  for (guint column = 0; column < 2; column++)
    for (guint row = 0; row < G_N_ELEMENTS (marks); row++)
      type_mark (y, row, column, marks[row][column]);
  picture_page (y, "initiative-marks");
  show_list (y, "sessions");
  click_page (y, "session.decide");
  form = wait_form ();
  fill (form, "number", "210/QĐ-UBND", "date", "2024-12-15", NULL);
  save_form (y, form);
  wait_for (y, "SELECT count (*) FROM initiative WHERE id = ?1 AND state = 'recognised'",
            y->initiative, 1);
  picture_page (y, "initiative-decided");
}

/* ── December: ratings ───────────────────────────────────────────────────────────────────── */

static void
rates (Year *y)
{
  BvListView *people;
  BvListView *units;

  show_page (y, "ratings");
  bv_ratings_page_show_unit (BV_RATINGS_PAGE (y->demo.page), y->school);
  settle (y);
  click_page (y, "ratings.apply");
  wait_for (y, "SELECT count (*) FROM rating WHERE year = 2024 AND grade = 'HTT'", 0, N_STAFF);
  people = BV_LIST_VIEW (find (y, BV_TYPE_LIST_VIEW));
  bv_list_view_select (people, y->head);
  g_assert_true (bv_test_key (GTK_WIDGET (people), GDK_KEY_1, 0));
  wait_for (y,
            "SELECT count (*) FROM rating WHERE year = 2024 AND grade = 'HTXS'"
            " AND subject_id = ?1",
            y->head, 1);
  picture_page (y, "ratings");

  units = BV_LIST_VIEW (bv_app_test_find (GTK_WIDGET (y->demo.page), BV_TYPE_LIST_VIEW, 1));
  gtk_stack_set_visible_child_name (
    GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (units), GTK_TYPE_STACK)), "units");
  settle (y);
  bv_list_view_select (units, y->school);
  g_assert_true (bv_test_key (GTK_WIDGET (units), GDK_KEY_2, 0));
  wait_for (y,
            "SELECT count (*) FROM rating WHERE year = 2024 AND grade = 'HTT'"
            " AND subject_id = ?1",
            y->school, 1);
  picture_page (y, "ratings-units");
}

/* ── January: the dossier ────────────────────────────────────────────────────────────────── */

static void
propose_all (Year *y)
{
  GtkWidget *window;

  choose (find (y, BV_TYPE_DOSSIER_VIEW), "Lao động tiên tiến");
  click_page (y, "dossier.add-many");
  window = bv_app_test_wait_toplevel (BV_TYPE_PROPOSE_WINDOW);
  bv_app_test_wait (bv_propose_window_is_settled (BV_PROPOSE_WINDOW (window)));
  choose (window, SCHOOL);
  gtk_switch_set_active (GTK_SWITCH (bv_app_test_find (window, GTK_TYPE_SWITCH, 0)), TRUE);
  bv_app_test_settle ();
  bv_app_test_wait (bv_propose_window_is_settled (BV_PROPOSE_WINDOW (window))
                    && bv_propose_window_get_n_rows (BV_PROPOSE_WINDOW (window)) == N_STAFF);
  click (window, "propose.all");
  picture (y, window, "propose");
  click (window, "propose.add");
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_PROPOSE_WINDOW) == 0);
  settle (y);
}

static void
add_evidence (Year *y)
{
  BvNominationPane *pane = BV_NOMINATION_PANE (find (y, BV_TYPE_NOMINATION_PANE));
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = bv_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "bien-ban-binh-xet-2024.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_file_set_contents (path, "%PDF-1.4 biên bản bình xét", -1, &error);
  g_assert_no_error (error);
  bv_nomination_pane_add_file (pane, file);
  wait_for (y, "SELECT count (*) FROM evidence WHERE nomination_id = ?1",
            bv_nomination_pane_get_nomination (pane), 1);
  bv_test_folder_remove (folder);
}

static void
proposes (Year *y)
{
  const char *count = "SELECT count (*) FROM nomination WHERE dossier_id = ?1";
  const char *state = "SELECT count (*) FROM dossier WHERE id = ?1 AND state = ";
  g_autofree char *is_submitted = g_strconcat (state, "'submitted'", NULL);
  g_autofree char *is_accepted = g_strconcat (state, "'accepted'", NULL);
  BvForm *form;
  gint64 best;

  show_page (y, "nominations");
  click_page (y, "nominations.add");
  form = wait_form ();
  fill (form, "title", TITLE, "proposal_number", "08/TTr-PNV", "proposal_date", "2025-02-14",
        "received_on", "2025-01-13", "opinion_from", "2025-01-14", "opinion_to", "2025-01-27",
        NULL);
  picture (y, GTK_WIDGET (form), "dossier-form");
  save_form (y, form);
  y->dossier = bv_dossier_view_get_dossier (BV_DOSSIER_VIEW (find (y, BV_TYPE_DOSSIER_VIEW)));
  g_assert_cmpint (y->dossier, !=, 0);
  propose_all (y);
  wait_for (y, count, y->dossier, N_STAFF);
  choose (find (y, BV_TYPE_DOSSIER_VIEW), "Tập thể lao động tiên tiến");
  add_by_name (y, "trung hoc co so muong bu");
  wait_for (y, count, y->dossier, N_STAFF + 1);
  choose (find (y, BV_TYPE_DOSSIER_VIEW), "Chiến sĩ thi đua cơ sở");
  add_by_name (y, "bac thi van");
  wait_for (y, count, y->dossier, N_NAMES);

  /* Who was added last is in front: her initiative backs it, the minutes are its evidence. */
  best = query (y, "SELECT id FROM nomination WHERE form_code = 'CSTDCS' AND dossier_id = ?1",
                y->dossier);
  bv_app_test_wait (
    bv_nomination_pane_get_nomination (BV_NOMINATION_PANE (find (y, BV_TYPE_NOMINATION_PANE)))
    == best);
  settle (y);
  gtk_switch_set_active (
    GTK_SWITCH (bv_app_test_find (find (y, BV_TYPE_NOMINATION_PANE), GTK_TYPE_SWITCH, 0)), TRUE);
  wait_for (y, "SELECT count (*) FROM nomination_initiative WHERE initiative_id = ?1",
            y->initiative, 1);
  add_evidence (y);
  gtk_widget_activate_action (find (y, BV_TYPE_DOSSIER_VIEW), "dossier.attest-all", NULL);
  form = wait_form ();
  fill (form, "reason", "Biên bản bình xét ngày 20/12/2024", NULL);
  save_form (y, form);
  picture_page (y, "dossier");

  click_page (y, "dossier.next");
  wait_for (y, is_submitted, y->dossier, 1);
  picture_page (y, "dossier-submitted");
  click_page (y, "dossier.next");
  wait_for (y, is_accepted, y->dossier, 1);
}

/* ── February: the council ───────────────────────────────────────────────────────────────── */

static void
add_council (Year *y)
{
  static const char *const names[N_MEMBERS] = { "Chủ tịch Thử", "Ủy viên Hai", "Ủy viên Ba",
                                                "Ủy viên Bốn", "Thư ký Thử" };
  static const char *const roles[N_MEMBERS] = { "chair", "member", "member", "member",
                                                "secretary" };
  const char *count = "SELECT count (*) FROM council_member WHERE council_id ="
                      " (SELECT max (id) FROM council)";
  gint64 before = query (y, "SELECT count (*) FROM council", 0);
  GtkWidget *page = GTK_WIDGET (y->demo.page);
  BvForm *form;

  gtk_widget_activate_action (page, "council.add", NULL);
  form = wait_form ();
  fill (form, "name", "Hội đồng Thi đua - Khen thưởng huyện Mường La", "decision_number",
        "15/QĐ-UBND", "decision_date", "2024-07-01", "from_date", "2024-07-01", NULL);
  save_form (y, form);
  g_assert_cmpint (query (y, "SELECT count (*) FROM council", 0), ==, before + 1);
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      gtk_widget_activate_action (page, "council.add-member", NULL);
      form = wait_form ();
      fill (form, "name", names[i], "role", roles[i], "post", "Trưởng phòng", "honorific", "Ông",
            NULL);
      save_form (y, form);
      wait_for (y, count, 0, i + 1);
    }
  /* The council that was set up stands there with its members. */
  g_assert_nonnull (find_button (page, "council.edit-member"));
  picture_page (y, "council");
}

static void
type_ballots (Year *y)
{
  GtkWidget *ballots;

  click_page (y, "meeting.type-ballots");
  ballots = find (y, BV_TYPE_BALLOT_VIEW);
  bv_app_test_wait (bv_ballot_view_get_marks (BV_BALLOT_VIEW (ballots)) != NULL);
  settle (y);
  for (guint paper = 0; paper < N_MEMBERS - 1; paper++)
    {
      /* The first by single marks, the others by the key that marks the rest. */
      for (guint name = 0; paper == 0 && name < N_NAMES; name++)
        g_assert_true (bv_test_key (ballots, GDK_KEY_KP_1, 0));
      if (paper > 0)
        g_assert_true (bv_test_key (ballots, GDK_KEY_KP_Add, 0));
      g_assert_true (bv_test_key (ballots, GDK_KEY_KP_Enter, 0));
    }
  wait_for (y, "SELECT count (*) FROM ballot WHERE meeting_id = ?1", y->meeting, N_MEMBERS - 1);
  picture_page (y, "ballots");
  g_assert_true (bv_test_key (ballots, GDK_KEY_KP_Add, 0));
  g_assert_true (bv_test_key (ballots, GDK_KEY_KP_Enter, 0));
  wait_for (y, "SELECT count (*) FROM ballot WHERE meeting_id = ?1", y->meeting, N_MEMBERS);
  g_assert_true (bv_test_key (ballots, GDK_KEY_Escape, 0));
  settle (y);
}

static void
count_papers (Year *y)
{
  GtkWidget *pane = find (y, BV_TYPE_MEETING_PANE);

  /* Given out, then returned: the two entries that are on the screen. */
  for (guint nth = 0, n_typed = 0; n_typed < 2; nth++)
    {
      GtkWidget *entry = bv_app_test_find (pane, GTK_TYPE_ENTRY, nth);

      g_assert_nonnull (entry);
      if (!gtk_widget_get_mapped (entry))
        continue;
      gtk_widget_grab_focus (entry);
      gtk_editable_set_text (GTK_EDITABLE (entry), G_STRINGIFY (N_MEMBERS));
      g_signal_emit_by_name (entry, "activate");
      n_typed++;
    }
  wait_for (y, "SELECT ballots_returned FROM meeting WHERE id = ?1", y->meeting, N_MEMBERS);
}

static void
votes (Year *y)
{
  BvForm *form;
  GtkWidget *window;

  show_page (y, "council");
  add_council (y);
  gtk_widget_activate_action (GTK_WIDGET (y->demo.page), "council.add-meeting", NULL);
  form = wait_form ();
  fill (form, "title", "Xét khen thưởng năm 2024", "on_date", "2025-02-14", "from_time", "8h",
        "to_time", "10h30", "place", "Phòng họp số 1", "is_secret", "secret", NULL);
  picture (y, GTK_WIDGET (form), "meeting-form");
  save_form (y, form);
  y->meeting = bv_meeting_pane_get_meeting (BV_MEETING_PANE (find (y, BV_TYPE_MEETING_PANE)));
  g_assert_cmpint (y->meeting, ==, query (y, "SELECT max (id) FROM meeting", 0));
  click_page (y, "meeting.attend-all");
  wait_for (y, "SELECT count (*) FROM attendance WHERE meeting_id = ?1 AND is_present", y->meeting,
            N_MEMBERS);
  picture_page (y, "attendance");
  bv_meeting_pane_show_view (BV_MEETING_PANE (find (y, BV_TYPE_MEETING_PANE)), "agenda");
  settle (y);
  click_page (y, "meeting.add-items");
  window = bv_app_test_wait_toplevel (ADW_TYPE_WINDOW);
  bv_app_test_settle ();
  picture (y, window, "agenda-choose");
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (window)), "clicked");
  bv_app_test_wait (bv_app_test_count_toplevels (ADW_TYPE_WINDOW) == 0);
  wait_for (y, "SELECT count (*) FROM agenda_item WHERE meeting_id = ?1", y->meeting, N_NAMES);
  picture_page (y, "board");
  count_papers (y);
  type_ballots (y);
  click_page (y, "meeting.close");
  wait_for (y, "SELECT count (*) FROM meeting WHERE id = ?1 AND state = 'closed'", y->meeting, 1);
  wait_for (y, "SELECT count (*) FROM agenda_item WHERE meeting_id = ?1 AND result = 'passed'",
            y->meeting, N_NAMES);
  picture_page (y, "meeting-closed");
  g_assert_nonnull (find_button (GTK_WIDGET (y->demo.page), "meeting.papers"));
}

/* ── The decision and its papers ─────────────────────────────────────────────────────────── */

static guint
count_files (const char *folder, gboolean clean)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n++;
      if (clean)
        g_remove (path);
    }
  return n;
}

static void
decides (Year *y)
{
  BvForm *form;

  /* The button of the closed meeting drafts it and leads there. */
  show_page (y, "council");
  click_page (y, "meeting.next");
  bv_app_test_wait (BV_IS_DECISIONS_PAGE (bv_window_get_page (y->demo.window)));
  y->demo.page = bv_window_get_page (y->demo.window);
  settle (y);
  y->decision = query (y, "SELECT max (id) FROM decision WHERE dossier_id = ?1", y->dossier);
  g_assert_cmpint (y->decision, !=, 0);
  bv_app_test_wait (
    bv_decision_pane_get_decision (BV_DECISION_PANE (find (y, BV_TYPE_DECISION_PANE)))
    == y->decision);
  settle (y);
  picture_page (y, "decision-draft");
  click_page (y, "decision.issue");
  form = wait_form ();
  fill (form, "number", "12/QĐ-UBND", "on_date", "2025-02-20", NULL);
  picture (y, GTK_WIDGET (form), "decision-issue");
  save_form (y, form);
  wait_for (y, "SELECT count (*) FROM award WHERE decision_id = ?1", y->decision, N_NAMES);
  wait_for (y, "SELECT sum (bonus_computed) FROM award WHERE decision_id = ?1", y->decision,
            9900000);
  wait_for (y, "SELECT count (*) FROM dossier WHERE id = ?1 AND state = 'decided'", y->dossier, 1);
  picture_page (y, "decision-issued");
}

static void
prints (Year *y)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bv-year-XXXXXX", &error);
  GtkWidget *window;

  g_assert_no_error (error);
  click_page (y, "decision.papers");
  window = bv_app_test_wait_toplevel (BV_TYPE_PAPERS_WINDOW);
  bv_app_test_wait (bv_papers_window_is_settled (BV_PAPERS_WINDOW (window)));
  bv_app_test_settle ();
  picture (y, window, "papers");
  bv_papers_window_save_all (BV_PAPERS_WINDOW (window), folder);
  bv_app_test_wait (count_files (folder, FALSE) == 40);
  bv_app_test_settle ();
  /* Twenty papers, each to print and to edit. */
  g_assert_cmpuint (count_files (folder, TRUE), ==, 40);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  gtk_window_close (GTK_WINDOW (window));
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_PAPERS_WINDOW) == 0);
}

static void
pays (Year *y)
{
  const char *is_paid = "SELECT count (*) FROM fund_entry WHERE decision_id = ?1"
                        " AND amount = 9900000 AND kind = 'bonus'";
  GtkWidget *fund;
  BvForm *form;

  click_page (y, "decisions.fund");
  fund = bv_app_test_wait_toplevel (BV_TYPE_FUND_WINDOW);
  bv_app_test_wait (bv_fund_window_is_settled (BV_FUND_WINDOW (fund)));
  bv_app_test_settle ();
  click (fund, "fund.add");
  form = wait_form ();
  fill (form, "on_date", "2025-01-02", "kind", "income", "amount", "50000000", "title",
        "Ngân sách cấp năm 2025", NULL);
  save_form (y, form);
  bv_app_test_wait (bv_fund_window_is_settled (BV_FUND_WINDOW (fund)));
  bv_app_test_settle ();
  click (fund, "fund.pay");
  form = wait_form ();
  fill (form, "on_date", "2025-02-20", "document", "PC 12", NULL);
  save_form (y, form);
  wait_for (y, is_paid, y->decision, 1);
  /* Back by the toast, and there again by the keys. */
  bv_app_test_wait (find_button (GTK_WIDGET (y->demo.window), "win.undo-act") != NULL);
  click (GTK_WIDGET (y->demo.window), "win.undo-act");
  wait_for (y, is_paid, y->decision, 0);
  gtk_widget_activate_action (GTK_WIDGET (y->demo.window), "win.redo", NULL);
  wait_for (y, is_paid, y->decision, 1);
  bv_app_test_wait (bv_fund_window_is_settled (BV_FUND_WINDOW (fund)));
  picture (y, fund, "fund");
  gtk_window_close (GTK_WINDOW (fund));
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FUND_WINDOW) == 0);
}

static void
looks_up (Year *y)
{
  GtkWidget *record;
  BvListView *lines = BV_LIST_VIEW (
    bv_app_test_find (find (y, BV_TYPE_DECISION_PANE), BV_TYPE_LIST_VIEW, 0));

  bv_list_view_select (lines, query (y,
                                     "SELECT id FROM award WHERE form_code = 'CSTDCS'"
                                     " AND decision_id = ?1",
                                     y->decision));
  bv_app_test_settle ();
  gtk_widget_activate_action (find (y, BV_TYPE_DECISION_PANE), "decision.show-record", NULL);
  record = bv_app_test_wait_toplevel (BV_TYPE_RECORD_WINDOW);
  bv_app_test_wait (bv_record_window_is_settled (BV_RECORD_WINDOW (record)));
  bv_app_test_settle ();
  g_assert_nonnull (bv_app_test_find_label (record, "12/QĐ-UBND"));
  g_assert_nonnull (bv_app_test_find_label (record, "Chiến sĩ thi đua cơ sở"));
  g_assert_nonnull (bv_app_test_find_label (record, "Dạy Toán bằng hai thứ tiếng"));
  picture (y, record, "record");
  gtk_window_close (GTK_WINDOW (record));
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_RECORD_WINDOW) == 0);
}

/* ── And back ────────────────────────────────────────────────────────────────────────────── */

static void
goes_back (Year *y)
{
  GtkWidget *window = GTK_WIDGET (y->demo.window);

  gtk_widget_activate_action (window, "win.undo", NULL); /* the payment */
  wait_for (y, "SELECT count (*) FROM fund_entry WHERE decision_id = ?1", y->decision, 0);
  gtk_widget_activate_action (window, "win.undo", NULL); /* the income */
  settle (y);
  gtk_widget_activate_action (window, "win.undo", NULL); /* the issue */
  wait_for (y, "SELECT count (*) FROM dossier WHERE id = ?1 AND state = 'accepted'", y->dossier, 1);
  gtk_widget_activate_action (window, "win.undo", NULL); /* the draft */
  wait_for (y, "SELECT count (*) FROM decision WHERE id = ?1", y->decision, 0);
  gtk_widget_activate_action (window, "win.undo", NULL); /* the close */
  wait_for (y, "SELECT count (*) FROM meeting WHERE id = ?1 AND state = 'closed'", y->meeting, 0);
  picture_page (y, "undone");
}

/* The overview names the dossier and how many of it wait for the next station. */
static void
expect_due (Year *y)
{
  GtkWidget *row;

  show_page (y, "overview");
  row = bv_app_test_find_row (GTK_WIDGET (y->demo.page), TITLE);
  g_assert_nonnull (row);
  g_assert_nonnull (
    strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), G_STRINGIFY (N_WAITING)));
}

static void
test_year (void)
{
  Year y = { 0 };

  bv_test_demo_set_up (&y.demo, "overview", YEAR);
  gtk_window_set_default_size (GTK_WINDOW (y.demo.window), 1280, 800);
  settle (&y);
  y.school = find_subject (&y, SCHOOL);
  y.head = find_subject (&y, HEAD);
  registers (&y);
  has_initiative (&y);
  rates (&y);
  proposes (&y);
  expect_due (&y);
  picture_page (&y, "overview-due");
  votes (&y);
  expect_due (&y);
  picture_page (&y, "overview-decision");
  decides (&y);
  prints (&y);
  pays (&y);
  looks_up (&y);
  goes_back (&y);
  bv_test_demo_tear_down (&y.demo);
}

int
main (int argc, char **argv)
{
  g_setenv ("BV_TODAY", "2025-02-20", TRUE);
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/whole-year/window", test_year);
  return g_test_run ();
}
