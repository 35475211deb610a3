// SPDX-License-Identifier: GPL-3.0-or-later
/* The page of initiatives on the demo district: one written down with its authors, marks typed into the table, a third
 * examiner, a session decided and undone, its papers. */
#include "bv-test-demo.h"

#include "base/bv-text.h"
#include "dialogs/bv-paper-window.h"
#include "merit/bv-initiative-session.h"
#include "pages/bv-initiative-certificates.h"
#include "pages/bv-initiative-pane.h"
#include "pages/bv-initiative-session-pane.h"
#include "pages/bv-initiatives-page.h"
#include "store/bv-connection.h"
#include "widgets/bv-form.h"
#include "widgets/bv-grid-view.h"
#include "widgets/bv-list-view.h"

static BvInitiativePane *
get_pane (BvTestDemo *demo)
{
  return BV_INITIATIVE_PANE (
    bv_app_test_find (GTK_WIDGET (demo->page), BV_TYPE_INITIATIVE_PANE, 0));
}

static BvInitiativeSessionPane *
get_session_pane (BvTestDemo *demo)
{
  return BV_INITIATIVE_SESSION_PANE (
    bv_app_test_find (GTK_WIDGET (demo->page), BV_TYPE_INITIATIVE_SESSION_PANE, 0));
}

static GtkStack *
get_lists (BvTestDemo *demo)
{
  GtkWidget *list = bv_app_test_find (GTK_WIDGET (demo->page), BV_TYPE_LIST_VIEW, 0);

  return GTK_STACK (gtk_widget_get_ancestor (list, GTK_TYPE_STACK));
}

static gint64
find_person (BvTestDemo *demo, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  gint64 id = 0;

  bv_connection_query_int (bv_lease_connection (lease), &id, 0, &error,
                           "SELECT min (id) FROM subject WHERE kind = 1 AND name = ?1", "s", name);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static gint64
add (BvTestDemo *demo, const char *title, int year, const char *first, const char *second)
{
  g_autoptr (BvInitiative) self = bv_initiative_new ();
  g_autoptr (GError) error = NULL;

  bv_text_set (&self->title, title);
  bv_text_set (&self->field, "Giáo dục");
  bv_text_set (&self->state_before, "Hồ sơ giấy lưu ở nhiều phòng, mỗi lần tổng hợp mất hai tuần.");
  bv_text_set (&self->solution, "Lập kho hồ sơ số dùng chung, đặt tên tệp theo mã và năm.");
  bv_text_set (&self->effect, "Thời gian tổng hợp còn hai ngày; không còn thất lạc hồ sơ.");
  self->benefit = 24000000;
  self->year = year;
  bv_initiative_add_author (self, find_person (demo, first), 0, "", "");
  if (second != NULL)
    bv_initiative_add_author (self, find_person (demo, second), 0, "", "");
  bv_initiative_share_evenly (self);
  bv_initiative_save_act (demo->store, self, NULL, &error);
  g_assert_no_error (error);
  bv_initiative_submit_act (demo->store, self->id, "2023-03-10", NULL, &error);
  g_assert_no_error (error);
  return self->id;
}

static BvInitiative *
load (BvTestDemo *demo, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  BvInitiative *self = bv_initiative_load (bv_lease_connection (lease), id, &error);

  g_assert_no_error (error);
  return self;
}

static void
settle (BvTestDemo *demo)
{
  bv_test_demo_settle (demo);
  bv_app_test_wait (bv_page_is_settled (demo->page));
  bv_app_test_settle ();
}

static void
save_form (GtkWidget *window)
{
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
}

static void
type_share (GtkWidget *window, const char *title, const char *text)
{
  GtkWidget *row = bv_app_test_find_row (window, title);

  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
test_new (void)
{
  BvTestDemo demo;
  GtkWidget *window;
  BvForm *form;
  gint64 first;
  gint64 second;

  bv_test_demo_set_up (&demo, "initiatives", 2023);
  settle (&demo);
  /* Nothing yet: the page says what to do. */
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (demo.page), "No initiative of 2023 yet"));
  bv_test_demo_pictures (&demo, "initiatives-empty");
  first = find_person (&demo, "Trần Đức An");
  second = find_person (&demo, "Vũ Ngọc Ánh");
  gtk_widget_activate_action (GTK_WIDGET (demo.page), "initiatives.add", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  /* A title is one line, however it came: a break that was pasted is a space. */
  bv_form_set_text (form, "title", "Số hóa hồ sơ\ncủa trường");
  bv_form_set_subject (form, "authors[0]", first, "Trần Đức An");
  bv_form_set_subject (form, "authors[1]", second, "Vũ Ngọc Ánh");
  g_signal_emit_by_name (form, "changed", "authors[1]"); /* as the chooser does */
  g_assert_nonnull (bv_app_test_find_label (window, "Together 100 %"));
  type_share (window, "Share of author 1 (%)", "60");
  type_share (window, "Share of author 2 (%)", "30");
  bv_app_test_wait (bv_app_test_find_label (window, "Together 90 %: 10 % are missing") != NULL);
  gtk_widget_activate_action (window, "form.save", NULL);
  /* The sum is told under the last share, and nothing is stored. */
  bv_app_test_wait (bv_app_test_find_label (window, "add up to 90 %, not 100 %") != NULL);
  bv_app_test_picture (window, "initiative-shares");
  type_share (window, "Share of author 2 (%)", "40");
  save_form (window);
  settle (&demo);
  {
    g_autoptr (BvInitiative)
      stored = load (&demo, bv_initiative_pane_get_initiative (get_pane (&demo)));

    g_assert_cmpstr (stored->title, ==, "Số hóa hồ sơ của trường");
    g_assert_cmpuint (stored->authors->len, ==, 2);
    g_assert_cmpint (((BvInitiativeAuthor *) stored->authors->pdata[1])->share, ==, 4000);
    g_assert_cmpint (stored->state, ==, BV_INITIATIVE_DRAFT);
  }
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (demo.page), "60 %"));
  gtk_widget_activate_action (GTK_WIDGET (get_pane (&demo)), "initiative.submit", NULL);
  bv_app_test_wait (bv_app_test_find_label (GTK_WIDGET (get_pane (&demo)), "Submitted · ") == NULL
                    && bv_app_test_find_label (GTK_WIDGET (get_pane (&demo)), "Marks of both")
                         != NULL);
  bv_test_demo_tear_down (&demo);
}

static void
type (BvTestDemo *demo, guint row, guint column, const char *text)
{
  BvGridView *grid = BV_GRID_VIEW (
    bv_app_test_find (GTK_WIDGET (get_pane (demo)), BV_TYPE_GRID_VIEW, 0));

  bv_grid_view_set_cursor (grid, row, column, FALSE);
  bv_grid_view_begin_edit (grid, text);
  bv_grid_view_end_edit (grid, TRUE);
  settle (demo);
}

static void
test_marks (void)
{
  static const char *const marks[2][4] = { { "20", "30", "12", "8" }, { "10", "20", "8", "5" } };
  static const char *const third[4] = { "18", "28", "10", "7" };
  BvTestDemo demo;
  GtkWidget *pane;

  bv_test_demo_set_up (&demo, "initiatives", 2023);
  add (&demo, "Giúp học sinh lớp 5 học tốt môn Toán ở vùng khó khăn", 2022, "Cầm Thị Biên", NULL);
  add (&demo, "Giúp học sinh lớp 4 học tốt môn Toán ở vùng khó khăn", 2023, "Cầm Thị Biên", NULL);
  settle (&demo);
  pane = GTK_WIDGET (get_pane (&demo));
  g_assert_nonnull (bv_app_test_find_label (pane, "nearly the same title"));
  type (&demo, 0, 0, "31");
  {
    /* More than the criterion gives: it stays to be mended, and nothing is stored. */
    BvGridView *grid = BV_GRID_VIEW (bv_app_test_find (pane, BV_TYPE_GRID_VIEW, 0));
    g_auto (BvGridCell) cell = { 0 };

    bv_grid_model_get_cell (bv_grid_view_get_model (grid), 0, 0, &cell);
    g_assert_true ((cell.flags & BV_GRID_CELL_BAD) != 0);
    g_assert_nonnull (strstr (cell.message, "at most 30 points, not 31"));
  }
  for (guint column = 0; column < 2; column++)
    for (guint row = 0; row < 4; row++)
      type (&demo, row, column, marks[column][row]);
  g_assert_nonnull (
    bv_app_test_find_label (pane, "70 and 43 points differ by more than 20: a third"));
  /* The third column is there now. */
  for (guint row = 0; row < 4; row++)
    type (&demo, row, 2, third[row]);
  g_assert_nonnull (bv_app_test_find_label (pane, "66,5 of 100 points: recognised (from 50)."));
  bv_test_demo_pictures (&demo, "initiatives");
  bv_test_demo_tear_down (&demo);
}

static gint64
add_session (BvTestDemo *demo)
{
  g_autoptr (BvInitiativeSession) session = bv_initiative_session_new ();
  g_autoptr (GError) error = NULL;

  session->year = 2023;
  bv_text_set (&session->period, "Q1");
  bv_text_take (&session->title, bv_initiative_session_suggest_title (2023, "Q1"));
  bv_text_set (&session->on_date, "2023-03-20");
  bv_text_set (&session->place, "Phòng họp số 2");
  bv_text_set (&session->chair, "Lò Văn Thử, Phó Chủ tịch Ủy ban nhân dân huyện");
  bv_initiative_session_save_act (demo->store, session, NULL, &error);
  g_assert_no_error (error);
  return session->id;
}

static void
mark_all (BvTestDemo *demo, gint64 id, gint64 effect)
{
  const BvInitiativeMark marks[] = {
    { 1, "newness", 2000 },     { 1, "effect", effect },    { 1, "spread", 1000 },
    { 1, "presentation", 800 }, { 2, "newness", 1800 },     { 2, "effect", effect },
    { 2, "spread", 1000 },      { 2, "presentation", 750 },
  };
  g_autoptr (GError) error = NULL;

  bv_initiative_set_marks_act (demo->store, id, marks, G_N_ELEMENTS (marks), NULL, &error);
  g_assert_no_error (error);
}

/* On A4 in colour, then on a printed form of A3, calibrated. */
static void
test_certificates (BvInitiativeCertificatesWindow *window)
{
  BvPaperView *view = bv_initiative_certificates_get_view (window);
  GtkDropDown *paper = GTK_DROP_DOWN (
    bv_app_test_find (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN, 0));
  GtkDropDown *stock = GTK_DROP_DOWN (
    bv_app_test_find (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN, 1));
  GtkWidget *offset = bv_app_test_find (GTK_WIDGET (window), GTK_TYPE_SPIN_BUTTON, 0);
  g_autofree char *text = NULL;
  guint n_pages;

  bv_app_test_wait (bv_paper_view_is_settled (view));
  bv_app_test_settle ();
  bv_app_test_picture (GTK_WIDGET (window), "initiative-certificates");
  text = bv_test_demo_pdf_text (bv_paper_view_get_pdf (view), &n_pages);
  g_assert_nonnull (strstr (text, "SÁNG KIẾN"));
  g_assert_nonnull (strstr (text, "“Số hóa hồ sơ của trường”"));
  g_assert_nonnull (strstr (text, "15/QĐ-UBND"));
  g_assert_null (strstr (text, "Vườn rau"));
  g_assert_false (gtk_widget_get_mapped (offset));

  gtk_drop_down_set_selected (paper, 1);
  gtk_drop_down_set_selected (stock, 2);
  bv_app_test_wait (bv_paper_view_is_settled (view));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (offset)));
  g_clear_pointer (&text, g_free);
  text = bv_test_demo_pdf_text (bv_paper_view_get_pdf (view), &n_pages);
  g_assert_null (strstr (text, "SÁNG KIẾN"));
  g_assert_nonnull (strstr (text, "“Số hóa hồ sơ của trường”"));
  bv_app_test_picture (GTK_WIDGET (window), "initiative-certificates-form");
}

static void
test_session (void)
{
  BvTestDemo demo;
  GtkWidget *window;
  GtkWidget *pane;
  BvForm *form;
  gint64 good;
  gint64 poor;
  gint64 session;

  bv_test_demo_set_up (&demo, "initiatives", 2023);
  good = add (&demo, "Số hóa hồ sơ của trường", 2023, "Trần Đức An", "Vũ Ngọc Ánh");
  poor = add (&demo, "Vườn rau của trường", 2023, "Cầm Thị Biên", NULL);
  session = add_session (&demo);
  settle (&demo);
  gtk_stack_set_visible_child_name (get_lists (&demo), "sessions");
  settle (&demo);
  /* What is added is what is looked at. */
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (
                     bv_app_test_find (GTK_WIDGET (demo.page), ADW_TYPE_SPLIT_BUTTON, 0))),
                   ==, "initiatives.add-session");
  pane = GTK_WIDGET (get_session_pane (&demo));
  g_assert_cmpint (bv_initiative_session_pane_get_session (get_session_pane (&demo)), ==, session);
  gtk_widget_activate_action (pane, "session.choose", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  bv_app_test_picture (window, "session-choose");
  save_form (window);
  settle (&demo);
  g_assert_nonnull (bv_app_test_find_label (pane, "2 initiatives: marks missing 2"));
  mark_all (&demo, good, 3500);
  settle (&demo);

  /* Decided too early: told who lacks marks, nothing decided. */
  gtk_widget_activate_action (pane, "session.decide", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  bv_form_set_text (form, "number", "15");
  bv_form_set_text (form, "date", "2023-03-19");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_find_label (window, "Vườn rau của trường") != NULL);
  g_assert_nonnull (bv_app_test_find_label (window, "before the meeting of the council"));
  bv_app_test_picture (window, "session-decide");
  mark_all (&demo, poor, 500);
  /* The date is before the meeting: a reason lets it pass. */
  g_assert_true (gtk_widget_get_mapped (bv_app_test_find_row (window, "Reason to let it stand")));
  bv_form_set_text (form, "override_reason", "Quyết định ký trước, họp bù");
  save_form (window);
  settle (&demo);
  g_assert_nonnull (bv_app_test_find_label (pane, "recognised 1, not recognised 1"));
  g_assert_nonnull (bv_app_test_find_label (pane, "15/QĐ-UBND"));
  bv_test_demo_pictures (&demo, "initiative-session");
  {
    g_autoptr (BvInitiative) stored = load (&demo, good);

    g_assert_cmpint (stored->state, ==, BV_INITIATIVE_RECOGNISED);
    g_assert_cmpint (stored->points, ==, 7175);
  }

  /* The decision on paper. */
  gtk_widget_activate_action (pane, "session.print", "s", "decision");
  window = bv_app_test_wait_toplevel (BV_TYPE_PAPER_WINDOW);
  bv_app_test_wait (
    bv_paper_window_get_pdf (BV_PAPER_WINDOW (window)) != NULL
    && bv_preview_is_settled (bv_paper_window_get_preview (BV_PAPER_WINDOW (window))));
  {
    guint n_pages;
    g_autofree char *text = bv_test_demo_pdf_text (
      bv_paper_window_get_pdf (BV_PAPER_WINDOW (window)), &n_pages);

    g_assert_nonnull (strstr (text, "Số: 15/QĐ-UBND"));
    g_assert_nonnull (strstr (text, "Số hóa hồ sơ của trường"));
    g_assert_null (strstr (text, "Vườn rau"));
  }
  bv_app_test_picture (window, "initiative-paper");
  gtk_window_close (GTK_WINDOW (window));
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_PAPER_WINDOW) == 0);

  /* The certificates of its authors. */
  gtk_widget_activate_action (pane, "session.certificates", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_INITIATIVE_CERTIFICATES_WINDOW);
  test_certificates (BV_INITIATIVE_CERTIFICATES_WINDOW (window));
  gtk_window_close (GTK_WINDOW (window));
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_INITIATIVE_CERTIFICATES_WINDOW) == 0);

  gtk_widget_activate_action (GTK_WIDGET (demo.window), "win.undo", NULL);
  bv_app_test_wait (bv_app_test_find_label (pane, "Not decided yet") != NULL);
  bv_test_demo_tear_down (&demo);
}

static void
test_steps (void)
{
  BvTestDemo demo;
  GtkWidget *window;
  GtkWidget *pane;
  BvForm *form;
  gint64 id;

  bv_test_demo_set_up (&demo, "initiatives", 2023);
  id = add (&demo, "Số hóa hồ sơ của trường", 2023, "Trần Đức An", NULL);
  settle (&demo);
  pane = GTK_WIDGET (get_pane (&demo));
  g_assert_cmpint (bv_initiative_pane_get_initiative (get_pane (&demo)), ==, id);
  gtk_widget_activate_action (pane, "initiative.examiners", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  bv_form_set_text (form, "name1", "Cầm Văn Thử");
  bv_form_set_text (form, "name2", "Lò Thị Mẫu");
  save_form (window);
  settle (&demo);
  gtk_widget_activate_action (pane, "initiative.recognise", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  bv_form_set_text (form, "scope", "province");
  bv_form_set_text (form, "recognition_number", "812/QĐ-UBND");
  bv_form_set_text (form, "recognised_on", "2023-03-20");
  bv_form_set_text (form, "recognised_by", "Chủ tịch Ủy ban nhân dân tỉnh Sơn La");
  bv_app_test_picture (window, "initiative-recognise");
  save_form (window);
  settle (&demo);
  g_assert_nonnull (bv_app_test_find_label (pane, "812/QĐ-UBND of 20/03/2023"));
  gtk_widget_activate_action (pane, "initiative.back", NULL);
  bv_app_test_wait (bv_app_test_find_label (pane, "812/QĐ-UBND") == NULL);
  settle (&demo);
  gtk_widget_activate_action (pane, "initiative.verdict", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  bv_form_set_text (form, "verdict", "recognise");
  bv_form_set_text (form, "reason", "Đã áp dụng toàn huyện");
  save_form (window);
  settle (&demo);
  g_assert_nonnull (bv_app_test_find_label (pane, "Đã áp dụng toàn huyện"));
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/initiatives-page/new", test_new);
  g_test_add_func ("/initiatives-page/marks", test_marks);
  g_test_add_func ("/initiatives-page/session", test_session);
  g_test_add_func ("/initiatives-page/steps", test_steps);
  return g_test_run ();
}
