// SPDX-License-Identifier: GPL-3.0-or-later
/* The page of decisions on the demo district: a list filled by typing names, the issue, its undo. */
#include "bv-test-demo.h"

#include "merit/bv-award.h"
#include "merit/bv-bonus.h"
#include "merit/bv-decision.h"
#include "pages/bv-decision-editors.h"
#include "pages/bv-decision-pane.h"
#include "pages/bv-decisions-page.h"
#include "pages/bv-recipient-entry.h"
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

static BvDecision *
load (BvTestDemo *demo, GPtrArray **awards)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  BvDecision *decision;

  g_assert_no_error (error);
  decision = bv_decision_load (bv_lease_connection (lease),
                               bv_decision_pane_get_decision (get_pane (demo)), &error);
  g_assert_no_error (error);
  *awards = bv_award_list (bv_lease_connection (lease), decision->id, &error);
  g_assert_no_error (error);
  return decision;
}

static void
test_show (void)
{
  BvTestDemo demo;

  bv_test_demo_set_up (&demo, "decisions", 2019);
  settle (&demo);
  g_assert_true (BV_IS_DECISIONS_PAGE (demo.page));
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (demo.page), "13.500.000"));
  g_assert_nonnull (
    bv_app_test_find_label (GTK_WIDGET (demo.page), "Mười ba triệu năm trăm nghìn đồng"));
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (demo.page), "07 tập thể"));
  bv_test_demo_pictures (&demo, "decisions");
  bv_test_demo_tear_down (&demo);
}

static guint
count_lines (BvTestDemo *demo)
{
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (BvDecision) decision = load (demo, &awards);

  return awards->len;
}

static void
test_add_by_name (void)
{
  BvTestDemo demo;
  BvRecipientEntry *entry;
  guint before;

  bv_test_demo_set_up (&demo, "decisions", 2023);
  settle (&demo);
  before = count_lines (&demo);
  entry = BV_RECIPIENT_ENTRY (
    bv_app_test_find (GTK_WIDGET (demo.page), BV_TYPE_RECIPIENT_ENTRY, 0));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (entry)));
  bv_recipient_entry_set_text (entry, "chieng san");
  bv_app_test_wait (bv_recipient_entry_get_n_matches (entry) > 0);
  bv_test_demo_pictures (&demo, "decisions-draft");
  bv_recipient_entry_take_first (entry);
  bv_app_test_wait (count_lines (&demo) == before + 1);
  settle (&demo);
  {
    g_autoptr (GPtrArray) awards = NULL;
    g_autoptr (BvDecision) decision = load (&demo, &awards);
    const BvAward *last = g_ptr_array_index (awards, awards->len - 1);

    g_assert_nonnull (strstr (last->name_printed, "Chiềng San"));
    g_assert_cmpint (last->bonus_computed, >, 0);
    g_assert_cmpint (last->ledger_number, ==, 0);
  }
  bv_test_demo_tear_down (&demo);
}

static void
test_issue (void)
{
  BvTestDemo demo;
  GtkWidget *window;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (BvDecision) decision = NULL;

  bv_test_demo_set_up (&demo, "decisions", 2023);
  settle (&demo);
  gtk_widget_activate_action (GTK_WIDGET (get_pane (&demo)), "decision.issue", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "number", "130");
  bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "on_date", "2023-03-27");
  bv_app_test_picture (window, "decision-issue");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  settle (&demo);

  decision = load (&demo, &awards);
  g_assert_cmpstr (decision->number, ==, "130/QĐ-UBND");
  g_assert_cmpstr (decision->on_date, ==, "2023-03-27");
  for (guint i = 0; i < awards->len; i++)
    {
      const BvAward *award = g_ptr_array_index (awards, i);
      const BvAward *before = i > 0 ? g_ptr_array_index (awards, i - 1) : NULL;

      g_assert_cmpint (award->ledger_number, >, 0);
      if (before != NULL)
        g_assert_cmpint (award->ledger_number, ==, before->ledger_number + 1);
    }

  /* Undo makes it a draft again. */
  gtk_widget_activate_action (GTK_WIDGET (demo.window), "win.undo", NULL);
  for (gboolean is_draft = FALSE; !is_draft;)
    {
      g_autoptr (GPtrArray) lines = NULL;
      g_autoptr (BvDecision) now = NULL;

      bv_app_test_turn ();
      now = load (&demo, &lines);
      is_draft = *now->number == '\0';
    }
  settle (&demo);
  bv_test_demo_tear_down (&demo);
}

static void
test_line (void)
{
  BvTestDemo demo;
  GtkWidget *window;
  BvForm *form;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (BvDecision) decision = NULL;
  gint64 id;

  bv_test_demo_set_up (&demo, "decisions", 2023);
  settle (&demo);
  decision = load (&demo, &awards);
  id = ((BvAward *) g_ptr_array_index (awards, 0))->id;
  bv_award_editor_present (GTK_WIDGET (get_pane (&demo)), demo.store, id);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  bv_app_test_picture (window, "award-line");
  form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  bv_form_set_text (form, "achievement", "Đã hiến đất mở đường");
  bv_form_set_int (form, "bonus_paid", 500000);
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  settle (&demo);
  g_clear_pointer (&awards, g_ptr_array_unref);
  g_clear_pointer (&decision, bv_decision_free);
  decision = load (&demo, &awards);
  {
    const BvAward *award = g_ptr_array_index (awards, 0);

    g_assert_cmpstr (award->achievement, ==, "Đã hiến đất mở đường");
    g_assert_cmpint (award->bonus_paid, ==, 500000);
    /* What the rule gives stays beside what is paid. */
    g_assert_cmpint (award->bonus_computed, !=, 500000);
  }
  bv_test_demo_tear_down (&demo);
}

/* A line without a bonus by the rule says which rule is missing: here that of households. */
static void
test_no_bonus (void)
{
  BvTestDemo demo;
  gint64 id = 0;

  bv_test_demo_set_up (&demo, "decisions", 2019);
  settle (&demo);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (BvLease) lease = bv_store_lease (demo.store, &error);

    g_assert_no_error (error);
    g_assert_true (bv_connection_query_int (
      bv_lease_connection (lease), &id, 0, &error,
      "SELECT min (a.id) FROM award AS a JOIN subject AS s ON s.id = a.subject_id"
      " JOIN decision AS d ON d.id = a.decision_id"
      " WHERE s.kind = 3 AND a.bonus_computed IS NULL AND d.on_date < '2024'",
      NULL));
    g_assert_cmpint (id, >, 0);
  }
  bv_award_editor_present (GTK_WIDGET (get_pane (&demo)), demo.store, id);
  GtkWidget *window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  g_assert_nonnull (
    bv_app_test_find_label (window, bv_bonus_status_get_sentence (BV_BONUS_NO_FACTOR)));
  gtk_widget_activate_action (window, "form.cancel", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  bv_test_demo_tear_down (&demo);
}

static void
test_editor (void)
{
  BvTestDemo demo;
  GtkWidget *window;
  BvForm *form;

  bv_test_demo_set_up (&demo, "decisions", 2019);
  settle (&demo);
  gtk_widget_activate_action (GTK_WIDGET (demo.page), "decisions.add", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  bv_app_test_picture (window, "decision-new");
  /* Without a title it is not saved, and says so. */
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_settle ();
  g_assert_cmpuint (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW), ==, 1);
  bv_form_set_text (form, "title", "Về việc tặng Giấy khen thử nghiệm");
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
  settle (&demo);
  bv_app_test_wait (
    bv_app_test_find_label (GTK_WIDGET (get_pane (&demo)), "Về việc tặng Giấy khen thử nghiệm")
    != NULL);
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/app/decisions-page/show", test_show);
  g_test_add_func ("/app/decisions-page/add-by-name", test_add_by_name);
  g_test_add_func ("/app/decisions-page/issue", test_issue);
  g_test_add_func ("/app/decisions-page/line", test_line);
  g_test_add_func ("/app/decisions-page/no-bonus", test_no_bonus);
  g_test_add_func ("/app/decisions-page/editor", test_editor);
  return g_test_run ();
}
