// SPDX-License-Identifier: GPL-3.0-or-later
/* What becomes of a decision in the window: drafted from a dossier, issued against a rule with a reason, paid from the
 * fund, one of its awards taken back. */

#include "bv-test-demo.h"

#include "base/bv-text.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "merit/bv-fund.h"
#include "merit/bv-revocation.h"
#include "pages/bv-decision-pane.h"
#include "pages/bv-fund-window.h"
#include "store/bv-connection.h"
#include "widgets/bv-form.h"
#include "widgets/bv-list-view.h"

static BvDecisionPane *
get_pane (BvTestDemo *demo)
{
  return BV_DECISION_PANE (bv_app_test_find (GTK_WIDGET (demo->page), BV_TYPE_DECISION_PANE, 0));
}

static void
settle (BvTestDemo *demo)
{
  bv_test_demo_settle (demo);
  bv_app_test_wait (bv_decision_pane_is_settled (get_pane (demo)));
  bv_app_test_settle ();
}

static gint64
query (BvTestDemo *demo, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  gint64 value;

  g_assert_no_error (error);
  bv_connection_query_int (bv_lease_connection (lease), &value, 0, &error, sql, "");
  g_assert_no_error (error);
  return value;
}

static gboolean
run_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const char *const *statements = user_data;

  for (guint i = 0; statements[i] != NULL; i++)
    if (!bv_connection_run (connection, error, statements[i], ""))
      return FALSE;
  return TRUE;
}

static void
run (BvTestDemo *demo, const char *const *statements)
{
  g_autoptr (GError) error = NULL;

  bv_store_act (demo->store, "Thử", BV_ACT_NONE, run_cb, (gpointer) statements, NULL, NULL, &error);
  g_assert_no_error (error);
}

static BvForm *
wait_form (GtkWidget **window)
{
  *window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  return bv_form_window_get_form (BV_FORM_WINDOW (*window));
}

static void
save (GtkWidget *window)
{
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
}

/* ── From the dossier to the issue ───────────────────────────────────────────────────────── */

static void
test_from_dossier (void)
{
  static const char *const rows[] = {
    "INSERT INTO dossier (id, title, year, manner, level, state, proposal_number, proposal_date)"
    " VALUES (901, 'Khen thưởng năm 2022 (thử)', 2022, 'CT', 'district', 'accepted',"
    " '30/TTr-PNV', '2023-03-10')",
    "INSERT INTO nomination (id, dossier_id, subject_id, form_code, position, achievement)"
    " SELECT 901, 901, subject_id, 'GKH', 1, 'Thành tích thử' FROM person ORDER BY 3 LIMIT 1",
    "INSERT INTO council (id, name) VALUES (901, 'Hội đồng thử')",
    "INSERT INTO meeting (id, council_id, title, on_date, state) VALUES (901, 901, 'Họp thử',"
    " '2023-03-24', 'closed')",
    "INSERT INTO agenda_item (meeting_id, nomination_id, votes_for, votes_against, votes_invalid,"
    " need_numerator, need_denominator, need_strict, need_base, base, result)"
    " VALUES (901, 901, 9, 0, 0, 2, 3, 0, 'members', 9, 'passed')",
    NULL,
  };
  BvTestDemo demo;
  GtkWidget *window;
  BvForm *form;
  g_autofree char *last = NULL;
  gint64 id;

  bv_test_demo_set_up (&demo, "decisions", 2022);
  settle (&demo);
  run (&demo, rows);
  settle (&demo);
  gtk_widget_activate_action (GTK_WIDGET (demo.page), "decisions.add-from-dossier", NULL);
  form = wait_form (&window);
  bv_app_test_picture (window, "decision-from-dossier");
  save (window);
  settle (&demo);
  id = query (&demo, "SELECT max (id) FROM decision WHERE dossier_id = 901");
  g_assert_cmpint (id, >, 0);
  bv_app_test_wait (bv_decision_pane_get_decision (get_pane (&demo)) == id);
  settle (&demo);

  /* Before the meeting: said in the form, and let stand with a reason. */
  gtk_widget_activate_action (GTK_WIDGET (get_pane (&demo)), "decision.issue", NULL);
  form = wait_form (&window);
  bv_form_set_text (form, "number", "131");
  bv_form_set_text (form, "on_date", "2023-03-22");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_find_label (window, "council met on") != NULL);
  bv_app_test_settle ();
  bv_app_test_picture (window, "decision-issue-override");
  bv_form_set_text (form, "override_reason", "Biên bản ghi nhầm ngày họp");
  save (window);
  settle (&demo);
  g_assert_cmpint (query (&demo, "SELECT count (*) FROM decision WHERE number = '131/QĐ-UBND' AND"
                                 " override_reason = 'Biên bản ghi nhầm ngày họp'"),
                   ==, 1);
  g_assert_cmpint (query (&demo, "SELECT count (*) FROM dossier WHERE state = 'decided'"), ==, 1);
  g_assert_nonnull (
    bv_app_test_find_label (GTK_WIDGET (demo.page), "Stands with a reason: Biên bản"));
  bv_test_demo_pictures (&demo, "decision-with-reason");

  /* One act, one undo. */
  gtk_widget_activate_action (GTK_WIDGET (demo.window), "win.undo", NULL);
  bv_app_test_wait (query (&demo, "SELECT count (*) FROM dossier WHERE state = 'accepted'") == 1);
  bv_test_demo_tear_down (&demo);
}

/* ── Taken back ──────────────────────────────────────────────────────────────────────────── */

/* The cells of a list are no labels: its rows tell. */
static gboolean
is_shown_as_taken_back (BvTestDemo *demo, gint64 award)
{
  BvListView *lines = BV_LIST_VIEW (
    bv_app_test_find (GTK_WIDGET (get_pane (demo)), BV_TYPE_LIST_VIEW, 0));
  guint position = bv_row_list_find (bv_list_view_get_rows (lines), award);
  g_autoptr (BvRow)
    row = g_list_model_get_item (G_LIST_MODEL (bv_list_view_get_rows (lines)), position);

  return row != NULL && !bv_row_is_null (row, BV_AWARD_COLUMN_REVOKED_ON);
}

static void
test_take_back (void)
{
  BvTestDemo demo;
  GtkWidget *window;
  BvForm *form;
  gint64 decision;
  gint64 award;

  bv_test_demo_set_up (&demo, "decisions", 2022);
  settle (&demo);
  decision = query (&demo, "SELECT id FROM decision WHERE number = '124/QĐ-UBND'");
  award = query (&demo, "SELECT a.id FROM award a JOIN decision d ON d.id = a.decision_id"
                        " WHERE d.number = '124/QĐ-UBND' ORDER BY a.position LIMIT 1");
  gtk_widget_activate_action (GTK_WIDGET (demo.window), "win.open-record", "(sx)", "decision",
                              decision);
  bv_app_test_wait (bv_decision_pane_get_decision (get_pane (&demo)) == decision);
  settle (&demo);
  bv_list_view_select (
    BV_LIST_VIEW (bv_app_test_find (GTK_WIDGET (get_pane (&demo)), BV_TYPE_LIST_VIEW, 0)), award);
  bv_app_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (get_pane (&demo)), "decision.revoke-line", NULL);
  form = wait_form (&window);
  bv_form_set_text (form, "number", "300/QĐ-UBND");
  bv_form_set_text (form, "on_date", "2023-03-19"); /* before it was given */
  bv_form_set_text (form, "ground", "false_dossier");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_find_label (window, "before the day on which it was given")
                    != NULL);
  bv_form_set_text (form, "on_date", "2023-03-25");
  bv_form_set_text (form, "reason", "Sáng kiến trùng với người khác");
  bv_app_test_settle ();
  bv_app_test_picture (window, "award-take-back");
  save (window);
  settle (&demo);
  bv_app_test_wait (is_shown_as_taken_back (&demo, award));
  g_assert_cmpint (query (&demo, "SELECT count (*) FROM revocation"), ==, 1);
  bv_test_demo_pictures (&demo, "decision-taken-back");

  /* Given back in the same form. */
  gtk_widget_activate_action (GTK_WIDGET (get_pane (&demo)), "decision.revoke-line", NULL);
  form = wait_form (&window);
  bv_form_set_text (form, "restored_number", "310/QĐ-UBND");
  bv_form_set_text (form, "restored_on", "2023-03-27");
  save (window);
  settle (&demo);
  bv_app_test_wait (!is_shown_as_taken_back (&demo, award));
  bv_test_demo_tear_down (&demo);
}

/* ── The same achievement twice ──────────────────────────────────────────────────────────── */

static void
test_line_with_reason (void)
{
  BvTestDemo demo;
  GtkWidget *window;
  BvForm *form;
  gint64 draft;
  gint64 award;
  g_autoptr (GError) error = NULL;
  static const char *const rows[] = {
    "UPDATE award SET achievement = 'Cứu người trong lũ', year = 2023, subject_id ="
    " (SELECT a.subject_id FROM award a JOIN decision d ON d.id = a.decision_id"
    "  WHERE d.on_date IS NULL AND a.form_code = 'GKH' ORDER BY a.position LIMIT 1)"
    " WHERE id = (SELECT a.id FROM award a JOIN decision d ON d.id = a.decision_id"
    "  WHERE d.number = '125/QĐ-UBND' LIMIT 1)",
    NULL,
  };

  bv_test_demo_set_up (&demo, "decisions", 2023);
  settle (&demo);
  run (&demo, rows);
  settle (&demo);
  draft = query (&demo, "SELECT id FROM decision WHERE on_date IS NULL");
  award = query (&demo, "SELECT a.id FROM award a JOIN decision d ON d.id = a.decision_id"
                        " WHERE d.on_date IS NULL AND a.form_code = 'GKH'"
                        " ORDER BY a.position LIMIT 1");
  bv_app_test_wait (bv_decision_pane_get_decision (get_pane (&demo)) == draft);
  settle (&demo);
  bv_list_view_select (
    BV_LIST_VIEW (bv_app_test_find (GTK_WIDGET (get_pane (&demo)), BV_TYPE_LIST_VIEW, 0)), award);
  bv_app_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (get_pane (&demo)), "decision.edit-line", NULL);
  form = wait_form (&window);
  bv_form_set_text (form, "achievement", "Cứu người trong lũ");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_find_label (window, "one achievement, one award") != NULL);
  bv_app_test_settle ();
  bv_app_test_picture (window, "award-same-achievement");
  bv_form_set_text (form, "override_reason", "Hai trận lũ khác nhau");
  save (window);
  g_assert_cmpint (query (&demo, "SELECT count (*) FROM award WHERE override_reason ="
                                 " 'Hai trận lũ khác nhau'"),
                   ==, 1);
  bv_test_demo_tear_down (&demo);
}

/* ── The fund ────────────────────────────────────────────────────────────────────────────── */

static void
enter (BvFundWindow *fund,
       const char *date,
       const char *kind,
       const char *amount,
       const char *title)
{
  GtkWidget *window;
  BvForm *form;

  gtk_widget_activate_action (GTK_WIDGET (fund), "fund.add", NULL);
  form = wait_form (&window);
  bv_form_set_text (form, "on_date", date);
  bv_form_set_text (form, "kind", kind);
  bv_form_set_text (form, "amount", amount);
  bv_form_set_text (form, "title", title);
  save (window);
  bv_app_test_settle ();
  bv_app_test_wait (bv_fund_window_is_settled (fund));
}

static void
test_fund (void)
{
  BvTestDemo demo;
  BvFundWindow *fund;
  GtkWidget *window;
  GtkWidget *button;
  BvForm *form;

  bv_test_demo_set_up (&demo, "decisions", 2022);
  settle (&demo);
  gtk_widget_activate_action (GTK_WIDGET (demo.page), "decisions.fund", NULL);
  fund = BV_FUND_WINDOW (bv_app_test_wait_toplevel (BV_TYPE_FUND_WINDOW));
  bv_app_test_wait (bv_fund_window_is_settled (fund));
  bv_app_test_settle ();
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (fund), "No book for this year yet"));
  bv_app_test_picture (GTK_WIDGET (fund), "fund-empty");
  enter (fund, "2023-01-01", "carried", "6200000", "Số dư năm 2022 chuyển sang");
  /* The form that pays names its decision, and says what the book lacks before it is paid. */
  button = bv_app_test_find_button (GTK_WIDGET (fund), "fund.pay");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  wait_form (&window);
  g_assert_nonnull (bv_app_test_find_label (window, "124/QĐ-UBND"));
  g_assert_nonnull (bv_app_test_find_label (window, "The balance of the book is 6.200.000 đồng"));
  bv_app_test_picture (window, "fund-pay-short");
  gtk_widget_activate_action (window, "form.cancel", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  enter (fund, "2023-01-10", "income", "20000000", "Ngân sách huyện cấp năm 2023");
  enter (fund, "2023-02-01", "object", "1200000", "Mua khung giấy khen, giấy chứng nhận");
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (fund), "25.000.000 đồng"));
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (fund), "34.730.000 đồng"));
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (fund), "promise more than"));
  bv_app_test_picture (GTK_WIDGET (fund), "fund-warning");
  enter (fund, "2023-03-01", "income", "15000000", "Nguồn xã hội hóa");

  button = bv_app_test_find_button (GTK_WIDGET (fund), "fund.pay");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  form = wait_form (&window);
  bv_form_set_text (form, "on_date", "2023-03-25");
  bv_form_set_text (form, "document", "PC 12 ngày 25/3/2023");
  bv_app_test_picture (window, "fund-pay");
  save (window);
  bv_app_test_wait (query (&demo, "SELECT count (*) FROM fund_entry WHERE kind = 'bonus'") == 1);
  bv_app_test_wait (bv_fund_window_is_settled (fund));
  bv_app_test_settle ();
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (fund), "24.300.000 đồng"));
  g_assert_null (bv_app_test_find_label (GTK_WIDGET (fund), "34.730.000 đồng"));
  bv_app_test_picture (GTK_WIDGET (fund), "fund");
  gtk_window_destroy (GTK_WINDOW (fund));

  /* A draft that the fund does not cover says so beside its sum. */
  run (&demo, (const char *const[]){
                "UPDATE fund_entry SET amount = 1000000 WHERE title = 'Nguồn xã hội hóa'", NULL });
  settle (&demo);
  bv_test_demo_tear_down (&demo);
}

static void
test_fund_beside_draft (void)
{
  BvTestDemo demo;

  bv_test_demo_set_up (&demo, "decisions", 2023);
  settle (&demo);
  run (&demo, (const char *const[]){ "INSERT INTO fund_entry (year, on_date, kind, amount, title)"
                                     " VALUES (2023, '2023-01-10', 'income', 36000000, 'Thử')",
                                     NULL });
  settle (&demo);
  bv_app_test_wait (
    bv_app_test_find_label (GTK_WIDGET (demo.page), "has 1.270.000 đồng left, this needs 8.100.000")
    != NULL);
  bv_test_demo_pictures (&demo, "decision-fund-warning");
  bv_test_demo_tear_down (&demo);
}

/* Another law than that of the date: the form asks why. */
static void
test_law_by_hand (void)
{
  BvTestDemo demo;
  GtkWidget *window;
  BvForm *form;

  bv_test_demo_set_up (&demo, "decisions", 2023);
  settle (&demo);
  gtk_widget_activate_action (GTK_WIDGET (get_pane (&demo)), "decision.edit", NULL);
  form = wait_form (&window);
  bv_form_set_text (form, "regime_id", "luat-2022-nd98");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_find_label (window, "why another law") != NULL);
  bv_app_test_settle ();
  bv_app_test_picture (window, "decision-law");
  bv_form_set_text (form, "regime_reason", "Hồ sơ nhận sau ngày 01/01/2024");
  save (window);
  settle (&demo);
  bv_app_test_wait (bv_app_test_find_label (GTK_WIDGET (demo.page), "Hồ sơ nhận sau ngày") != NULL);
  g_assert_cmpint (query (&demo, "SELECT count (*) FROM decision WHERE regime_id ="
                                 " 'luat-2022-nd98'"),
                   ==, 1);
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/decision-steps/from-dossier", test_from_dossier);
  g_test_add_func ("/decision-steps/take-back", test_take_back);
  g_test_add_func ("/decision-steps/line-with-reason", test_line_with_reason);
  g_test_add_func ("/decision-steps/law-by-hand", test_law_by_hand);
  g_test_add_func ("/decision-steps/fund", test_fund);
  g_test_add_func ("/decision-steps/fund-beside-draft", test_fund_beside_draft);
  return g_test_run ();
}
