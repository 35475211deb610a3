// SPDX-License-Identifier: GPL-3.0-or-later
/* The page of nominations on the demo district: from the empty page to a dossier that is submitted, returned and
 * accepted, all by the real widgets. */
#include "bv-test-demo.h"
#include "bv-test-folder.h"

#include "store/bv-connection.h"

#include "merit/bv-dossier-flow.h"
#include "merit/bv-evidence.h"
#include "merit/bv-rating.h"
#include "pages/bv-dossier-view.h"
#include "pages/bv-holidays-window.h"
#include "pages/bv-nomination-pane.h"
#include "pages/bv-nominations-page.h"
#include "pages/bv-propose-window.h"
#include "pages/bv-recipient-entry.h"
#include "widgets/bv-form.h"
#include "widgets/bv-list-view.h"

#define TITLE "Khen thưởng tổng kết năm 2022"

static BvDossierView *
get_view (BvTestDemo *demo)
{
  return BV_DOSSIER_VIEW (bv_app_test_find (GTK_WIDGET (demo->page), BV_TYPE_DOSSIER_VIEW, 0));
}

static BvNominationPane *
get_pane (BvTestDemo *demo)
{
  return BV_NOMINATION_PANE (
    bv_app_test_find (GTK_WIDGET (demo->page), BV_TYPE_NOMINATION_PANE, 0));
}

static BvDossier *
load (BvTestDemo *demo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  g_autoptr (GPtrArray) all = NULL;
  BvDossier *dossier;

  g_assert_no_error (error);
  all = bv_dossier_list (bv_lease_connection (lease), 0, &error);
  g_assert_no_error (error);
  dossier = all->len > 0 ? bv_dossier_copy (g_ptr_array_index (all, 0)) : NULL;
  return dossier;
}

static guint
count (BvTestDemo *demo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDossier) dossier = load (demo);
  g_autoptr (BvLease) lease = bv_store_lease (demo->store, &error);
  g_autoptr (GPtrArray)
    all = dossier != NULL ? bv_nomination_list (bv_lease_connection (lease), dossier->id, &error)
                          : NULL;

  return all != NULL ? all->len : 0;
}

static gboolean
is_in (BvTestDemo *demo, BvDossierState state)
{
  g_autoptr (BvDossier) dossier = load (demo);

  return dossier != NULL && dossier->state == state;
}

static void
save_form (GtkWidget *window)
{
  gtk_widget_activate_action (window, "form.save", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_FORM_WINDOW) == 0);
}

/* From the empty page to a draft. */
static void
make_dossier (BvTestDemo *demo)
{
  GtkWidget *window;
  BvForm *form;

  bv_test_demo_set_up (demo, "nominations", 2022);
  bv_test_demo_settle (demo);
  g_assert_true (BV_IS_NOMINATIONS_PAGE (demo->page));
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (demo->page), "2022"));
  gtk_widget_activate_action (GTK_WIDGET (demo->page), "nominations.add", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  bv_form_set_text (form, "title", TITLE);
  bv_form_set_text (form, "received_on", "2023-03-06");
  bv_form_set_text (form, "proposal_number", "12/TTr-PNV");
  bv_form_set_text (form, "proposal_date", "2023-03-03");
  bv_app_test_picture (window, "dossier-form");
  save_form (window);
  bv_app_test_wait (bv_dossier_view_get_dossier (get_view (demo)) != 0);
  bv_test_demo_settle (demo);
}

static void
add_person (BvTestDemo *demo, const char *words)
{
  BvRecipientEntry *entry = BV_RECIPIENT_ENTRY (
    bv_app_test_find (GTK_WIDGET (demo->page), BV_TYPE_RECIPIENT_ENTRY, 0));
  guint before = count (demo);

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (entry)));
  bv_recipient_entry_set_text (entry, words);
  bv_app_test_wait (bv_recipient_entry_get_n_matches (entry) > 0);
  bv_recipient_entry_take_first (entry);
  bv_app_test_wait (count (demo) == before + 1);
  bv_test_demo_settle (demo);
}

static void
choose_form (BvTestDemo *demo, const char *name)
{
  for (guint nth = 0;; nth++)
    {
      GtkWidget *dropdown = bv_app_test_find (GTK_WIDGET (get_view (demo)), GTK_TYPE_DROP_DOWN,
                                              nth);
      GListModel *model;

      g_assert_nonnull (dropdown);
      model = gtk_drop_down_get_model (GTK_DROP_DOWN (dropdown));
      for (guint i = 0; i < g_list_model_get_n_items (model); i++)
        {
          g_autoptr (GObject) item = g_list_model_get_item (model, i);

          if (!GTK_IS_STRING_OBJECT (item)
              || !g_str_equal (gtk_string_object_get_string (GTK_STRING_OBJECT (item)), name))
            continue;
          gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), i);
          return;
        }
    }
}

static void
test_empty (void)
{
  BvTestDemo demo;

  bv_test_demo_set_up (&demo, "nominations", 2021);
  bv_test_demo_settle (&demo);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (demo.page), "2021"));
  g_assert_nonnull (bv_app_test_find_button (GTK_WIDGET (demo.page), "nominations.add"));
  bv_test_demo_pictures (&demo, "nominations-empty");
  bv_test_demo_tear_down (&demo);
}

/* The button of the next step says @label, and it is the only one that is suggested. */
static void
assert_next (BvTestDemo *demo, const char *label)
{
  GtkWidget *button = bv_app_test_find_button (GTK_WIDGET (get_view (demo)), "dossier.next");

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, label);
  g_assert_nonnull (gtk_widget_get_tooltip_text (button));
}

/* The focus stands in a list or an entry, never on the title, which would show it as selected. */
static gboolean
has_focus_in (BvTestDemo *demo, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (demo->window));

  return focus != NULL
         && (G_TYPE_CHECK_INSTANCE_TYPE (focus, type)
             || gtk_widget_get_ancestor (focus, type) != NULL);
}

static void
test_way (void)
{
  BvTestDemo demo;
  GtkWidget *window;
  g_autoptr (BvDossier) dossier = NULL;

  make_dossier (&demo);
  bv_test_demo_pictures (&demo, "dossier-empty");
  assert_next (&demo, "_Propose Many…");
  g_assert_true (has_focus_in (&demo, BV_TYPE_RECIPIENT_ENTRY));
  choose_form (&demo, "Lao động tiên tiến");
  add_person (&demo, "tran duc an");
  add_person (&demo, "vu ngoc anh");
  bv_test_demo_pictures (&demo, "dossier-draft");
  assert_next (&demo, "_Submit the Dossier");

  /* All of them out in one act, and back by one undo. */
  g_assert_true (gtk_widget_activate_action (
    bv_app_test_find (bv_app_test_find (GTK_WIDGET (get_view (&demo)), BV_TYPE_LIST_VIEW, 0),
                      GTK_TYPE_LIST_VIEW, 0),
    "list.select-all", NULL));
  bv_test_demo_settle (&demo);
  gtk_widget_activate_action (GTK_WIDGET (get_view (&demo)), "dossier.remove-lines", NULL);
  bv_app_test_wait (count (&demo) == 0);
  bv_test_demo_settle (&demo);
  assert_next (&demo, "_Propose Many…");
  gtk_widget_activate_action (GTK_WIDGET (demo.window), "win.undo", NULL);
  bv_app_test_wait (count (&demo) == 2);
  bv_test_demo_settle (&demo);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (BvLease) lease = bv_store_lease (demo.store, &error);
    gint64 newest = 0;

    bv_connection_query_int (bv_lease_connection (lease), &newest, 0, &error,
                             "SELECT max (id) FROM nomination", "");
    g_assert_no_error (error);
    bv_dossier_view_select (get_view (&demo), newest);
    bv_app_test_wait (bv_nomination_pane_get_nomination (get_pane (&demo)) == newest);
  }

  /* Submitted: nothing can be added any more, and the findings of the day are kept. */
  gtk_widget_activate_action (GTK_WIDGET (get_view (&demo)), "dossier.submit", NULL);
  bv_app_test_wait (is_in (&demo, BV_DOSSIER_SUBMITTED));
  bv_test_demo_settle (&demo);
  g_assert_false (
    gtk_widget_get_mapped (bv_app_test_find (GTK_WIDGET (demo.page), BV_TYPE_RECIPIENT_ENTRY, 0)));
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (get_view (&demo)), "5 working days left"));
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (BvLease) lease = bv_store_lease (demo.store, &error);
    gint64 person = 0;

    /* Who was added last is in front. */
    bv_connection_query_int (bv_lease_connection (lease), &person, 0, &error,
                             "SELECT subject_id FROM nomination ORDER BY id DESC LIMIT 1", "");
    g_assert_no_error (error);
    g_clear_pointer (&lease, bv_lease_free);
    bv_rating_set_grade_act (demo.store, &person, 1, 2022, BV_GRADE_DONE, "", NULL, &error);
    g_assert_no_error (error);
  }
  bv_test_demo_settle (&demo);
  bv_app_test_wait (
    bv_app_test_find_label (GTK_WIDGET (get_pane (&demo)), "Otherwise than when submitted")
    != NULL);
  bv_test_demo_settle (&demo);
  bv_test_demo_pictures (&demo, "dossier-submitted");

  /* Back with a reason, submitted again, accepted. */
  gtk_widget_activate_action (GTK_WIDGET (get_view (&demo)), "dossier.return", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "reason",
                    "Thiếu biên bản bình xét");
  save_form (window);
  bv_app_test_wait (is_in (&demo, BV_DOSSIER_RETURNED));
  bv_test_demo_settle (&demo);
  g_assert_nonnull (
    bv_app_test_find_label (GTK_WIDGET (get_view (&demo)), "Thiếu biên bản bình xét"));
  bv_test_demo_pictures (&demo, "dossier-returned");
  gtk_widget_activate_action (GTK_WIDGET (get_view (&demo)), "dossier.submit", NULL);
  bv_app_test_wait (is_in (&demo, BV_DOSSIER_SUBMITTED));
  bv_test_demo_settle (&demo);
  assert_next (&demo, "_Accept");
  gtk_widget_activate_action (GTK_WIDGET (get_view (&demo)), "dossier.next", NULL);
  bv_app_test_wait (is_in (&demo, BV_DOSSIER_ACCEPTED));
  bv_test_demo_settle (&demo);
  assert_next (&demo, "Set Up the _Council");
  bv_test_demo_pictures (&demo, "dossier-accepted");

  /* The list, and the dossier again by its record. */
  dossier = load (&demo);
  gtk_widget_activate_action (GTK_WIDGET (demo.page), "nominations.list", NULL);
  bv_test_demo_settle (&demo);
  g_assert_cmpint (bv_dossier_view_get_dossier (get_view (&demo)), ==, 0);
  bv_test_demo_pictures (&demo, "dossiers");
  g_assert_true (bv_page_open_record (demo.page, "dossier", dossier->id));
  bv_test_demo_settle (&demo);
  g_assert_cmpint (bv_dossier_view_get_dossier (get_view (&demo)), ==, dossier->id);
  bv_app_test_wait (has_focus_in (&demo, BV_TYPE_LIST_VIEW));
  bv_test_demo_tear_down (&demo);
}

/* A running appraisal stands among the tasks of the overview and leads to its dossier. */
static void
test_overview (void)
{
  BvTestDemo demo;
  GtkWidget *row;

  make_dossier (&demo);
  bv_window_show_page (demo.window, "overview");
  demo.page = bv_window_get_page (demo.window);
  bv_test_demo_settle (&demo);
  row = bv_app_test_find_row (GTK_WIDGET (demo.page), TITLE);
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Appraisal until 03/04/2023: 5 working days left");
  gtk_widget_activate (row);
  bv_app_test_wait (BV_IS_NOMINATIONS_PAGE (bv_window_get_page (demo.window)));
  demo.page = bv_window_get_page (demo.window);
  bv_test_demo_settle (&demo);
  g_assert_cmpint (bv_dossier_view_get_dossier (get_view (&demo)), !=, 0);
  bv_test_demo_tear_down (&demo);
}

static void
test_propose (void)
{
  BvTestDemo demo;
  GtkWidget *window;

  make_dossier (&demo);
  choose_form (&demo, "Lao động tiên tiến");
  gtk_widget_activate_action (GTK_WIDGET (get_view (&demo)), "dossier.add-many", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_PROPOSE_WINDOW);
  bv_app_test_wait (bv_propose_window_is_settled (BV_PROPOSE_WINDOW (window)));
  g_assert_cmpuint (bv_propose_window_get_n_rows (BV_PROPOSE_WINDOW (window)), >, 50);
  bv_app_test_settle ();
  bv_app_test_picture (window, "propose");
  gtk_widget_activate_action (window, "propose.none", NULL);
  {
    /* The first two. */
    GtkWidget *list = bv_app_test_find (window, GTK_TYPE_LIST_BOX, 0);
    GtkWidget *row = gtk_widget_get_first_child (list);

    for (guint i = 0; i < 2; i++, row = gtk_widget_get_next_sibling (row))
      gtk_check_button_set_active (
        GTK_CHECK_BUTTON (bv_app_test_find (row, GTK_TYPE_CHECK_BUTTON, 0)), TRUE);
  }
  gtk_widget_activate_action (window, "propose.add", NULL);
  bv_app_test_wait (bv_app_test_count_toplevels (BV_TYPE_PROPOSE_WINDOW) == 0);
  g_assert_cmpuint (count (&demo), ==, 2);
  bv_test_demo_settle (&demo);
  bv_test_demo_tear_down (&demo);
}

/* A paper dropped, the texts written, the minutes' answers for all: the meter follows. */
static void
test_nomination (void)
{
  BvTestDemo demo;
  GtkWidget *window;
  BvForm *form;
  g_autofree char *folder = bv_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "bien-ban-binh-xet.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  make_dossier (&demo);
  choose_form (&demo, "Lao động tiên tiến");
  add_person (&demo, "tran duc an");
  bv_app_test_wait (bv_nomination_pane_get_nomination (get_pane (&demo)) != 0);
  bv_test_demo_settle (&demo);
  g_assert_nonnull (bv_app_test_find_label (GTK_WIDGET (get_pane (&demo)), "Papers: 0 of 3"));

  g_file_set_contents (path, "%PDF-1.4 biên bản", -1, &error);
  g_assert_no_error (error);
  bv_nomination_pane_add_file (get_pane (&demo), file);
  bv_app_test_wait (bv_app_test_find_label (GTK_WIDGET (get_pane (&demo)), "Papers: 1 of 3")
                    != NULL);
  bv_test_folder_remove (folder);

  gtk_widget_activate_action (GTK_WIDGET (get_pane (&demo)), "nomination.edit", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_form_window_get_form (BV_FORM_WINDOW (window));
  bv_form_set_text (form, "achievement", "Hoàn thành xuất sắc nhiệm vụ năm 2022");
  bv_form_set_text (form, "summary", "Bồi dưỡng 05 học sinh giỏi cấp tỉnh.");
  bv_app_test_picture (window, "nomination-form");
  save_form (window);
  bv_app_test_wait (bv_app_test_find_row (GTK_WIDGET (get_pane (&demo)), "Summary") != NULL);

  gtk_widget_activate_action (GTK_WIDGET (get_view (&demo)), "dossier.attest-all", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "reason",
                    "Biên bản bình xét ngày 20/12/2022");
  save_form (window);
  bv_app_test_wait (bv_app_test_find_label (GTK_WIDGET (get_pane (&demo)), "Papers: 2 of 3")
                    != NULL);
  /* The row that says the report is missing is the way to write it. */
  bv_test_demo_settle (&demo);
  {
    GtkWidget *label = bv_app_test_find_label (GTK_WIDGET (get_pane (&demo)),
                                               "Write the achievement report");

    g_assert_nonnull (label);
    g_signal_emit_by_name (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW), "activate");
  }
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  bv_app_test_picture (window, "report-form");
  bv_form_set_text (bv_form_window_get_form (BV_FORM_WINDOW (window)), "II.2",
                    "Dạy giỏi cấp tỉnh.\nBồi dưỡng 05 học sinh giỏi.");
  save_form (window);
  bv_app_test_wait (bv_app_test_find_label (GTK_WIDGET (get_pane (&demo)), "Papers: 3 of 3")
                    != NULL);
  bv_test_demo_settle (&demo);
  g_assert_nonnull (
    bv_app_test_find_label (GTK_WIDGET (get_view (&demo)), "All 4 papers are there"));
  bv_test_demo_pictures (&demo, "nomination");

  /* Withdrawn, and proposed again. */
  gtk_widget_activate_action (GTK_WIDGET (get_pane (&demo)), "nomination.withdraw", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  save_form (window);
  bv_app_test_wait (bv_app_test_find_label (GTK_WIDGET (get_pane (&demo)), "Withdrawn") != NULL);
  bv_test_demo_settle (&demo);
  gtk_widget_activate_action (GTK_WIDGET (get_pane (&demo)), "nomination.again", NULL);
  bv_app_test_wait (bv_app_test_find_label (GTK_WIDGET (get_pane (&demo)), "Withdrawn") == NULL);
  bv_test_demo_settle (&demo);
  bv_test_demo_tear_down (&demo);
}

static void
test_holidays (void)
{
  BvTestDemo demo;
  GtkWidget *window;
  GtkWidget *editor;
  BvForm *form;
  guint before;

  bv_test_demo_set_up (&demo, "nominations", 2022);
  bv_test_demo_settle (&demo);
  gtk_widget_activate_action (GTK_WIDGET (demo.page), "nominations.holidays", NULL);
  window = bv_app_test_wait_toplevel (BV_TYPE_HOLIDAYS_WINDOW);
  bv_app_test_wait (bv_holidays_window_get_n_days (BV_HOLIDAYS_WINDOW (window)) > 0);
  before = bv_holidays_window_get_n_days (BV_HOLIDAYS_WINDOW (window));
  bv_app_test_settle ();
  bv_app_test_picture (window, "holidays");
  gtk_widget_activate_action (window, "holidays.add", NULL);
  editor = bv_app_test_wait_toplevel (BV_TYPE_FORM_WINDOW);
  form = bv_form_window_get_form (BV_FORM_WINDOW (editor));
  bv_form_set_text (form, "on_date", "2023-03-29");
  bv_form_set_text (form, "name", "Nghỉ phòng, chống lũ");
  save_form (editor);
  bv_app_test_wait (bv_holidays_window_get_n_days (BV_HOLIDAYS_WINDOW (window)) == before + 1);
  g_assert_nonnull (bv_app_test_find_row (window, "Nghỉ phòng, chống lũ"));
  gtk_window_destroy (GTK_WINDOW (window));
  bv_test_demo_tear_down (&demo);
}

int
main (int argc, char *argv[])
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/app/nominations/empty", test_empty);
  g_test_add_func ("/app/nominations/way", test_way);
  g_test_add_func ("/app/nominations/overview", test_overview);
  g_test_add_func ("/app/nominations/propose", test_propose);
  g_test_add_func ("/app/nominations/nomination", test_nomination);
  g_test_add_func ("/app/nominations/holidays", test_holidays);
  return g_test_run ();
}
