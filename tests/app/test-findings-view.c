// SPDX-License-Identifier: GPL-3.0-or-later
/* Findings on the screen: what is said, nested conditions, records that open. */
#include "bv-app-test.h"
#include "bv-test-window.h"

#include "base/bv-text.h"
#include "widgets/bv-findings-view.h"

static BvFinding *
add_finding (GPtrArray *findings,
             BvConditionKind kind,
             BvVerdict verdict,
             const char *requirement,
             const char *article,
             const char *explanation,
             const char *remedy)
{
  BvFinding *finding = bv_finding_new ();

  finding->kind = kind;
  finding->verdict = verdict;
  finding->is_verified = TRUE;
  bv_text_set (&finding->requirement, requirement);
  bv_text_set (&finding->article, article);
  bv_text_set (&finding->explanation, explanation);
  bv_text_set (&finding->remedy, remedy);
  g_ptr_array_add (findings, finding);
  return finding;
}

static BvEligibility *
make_eligibility (void)
{
  static BvRegimeAward award = { .code = (char *) "CSTDT" };
  static BvRegime regime = { .id = (char *) "thu",
                             .name = (char *) "Luật Thi đua, khen thưởng 2022, Nghị định 98/2023" };
  static BvPath path = { .name = (char *) "Công trạng, cá nhân" };
  BvEligibility *self = g_new0 (BvEligibility, 1);
  BvFinding *finding;

  self->subject_id = 7;
  self->award = &award;
  self->regime = &regime;
  self->path = &path;
  self->year = 2022;
  self->manner = BV_MANNER_MERIT;
  self->verdict = BV_VERDICT_NOT_MET;
  self->first_year = 2025;
  self->reason = g_strdup ("");
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_finding_free);
  finding = add_finding (self->findings, BV_CONDITION_AWARD, BV_VERDICT_NOT_MET,
                         "Có 03 lần liên tục được tặng danh hiệu Chiến sĩ thi đua cơ sở",
                         "Khoản 1 Điều 22 Luật Thi đua, khen thưởng năm 2022",
                         "Đạt CSTĐCS các năm 2020, 2022; thiếu năm 2021: chưa liên tục 3 năm.",
                         "Nếu năm 2021 đã được tặng, hãy nhập quyết định tặng CSTĐCS năm 2021.");
  finding->first_year = 2025;
  bv_finding_add_record (finding, "award", 11, "CSTĐCS năm 2020, QĐ 125/QĐ-UBND ngày 27/03/2021",
                         NULL, 0);
  bv_finding_add_record (finding, "award", 12, "CSTĐCS năm 2022, QĐ 88/QĐ-UBND ngày 15/03/2023",
                         "decision", 5);
  finding = add_finding (self->findings, BV_CONDITION_ANY, BV_VERDICT_MET,
                         "Có sáng kiến hoặc đề tài khoa học được công nhận",
                         "Khoản 2 Điều 22 Luật Thi đua, khen thưởng năm 2022", "", "");
  finding->is_verified = FALSE;
  finding->first_year = 2022;
  add_finding (finding->of, BV_CONDITION_INITIATIVE, BV_VERDICT_MET, "Sáng kiến cấp tỉnh", "",
               "Có 1 sáng kiến được công nhận năm 2022.", "");
  add_finding (finding->of, BV_CONDITION_INITIATIVE, BV_VERDICT_NOT_MET, "Đề tài cấp tỉnh", "",
               "Chưa có đề tài nào được công nhận năm 2022.", "");
  finding = add_finding (self->findings, BV_CONDITION_RATING, BV_VERDICT_CANNOT_TELL,
                         "Hoàn thành xuất sắc nhiệm vụ", "Điều 22", "Chưa có xếp loại năm 2022.",
                         "Ghi xếp loại năm 2022 của Lò Thị Uyên.");
  finding->first_year = 2022;
  return self;
}

typedef struct
{
  char *kind;
  gint64 id;
} Opened;

static void
open_cb (BvFindingsView *view, const char *kind, gint64 id, Opened *opened)
{
  bv_text_set (&opened->kind, kind);
  opened->id = id;
}

static void
test_words (void)
{
  g_autoptr (BvEligibility) eligibility = make_eligibility ();
  GtkWidget *view = bv_findings_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  Opened opened = { NULL, 0 };
  GtkWindow *window;
  GtkWidget *button;

  gtk_widget_set_margin_start (view, 18);
  gtk_widget_set_margin_end (view, 18);
  gtk_widget_set_margin_top (view, 18);
  gtk_widget_set_margin_bottom (view, 18);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  bv_findings_view_show (BV_FINDINGS_VIEW (view), eligibility);
  window = bv_test_window_show (scrolled, 560, 760);
  g_signal_connect (view, "open-record", G_CALLBACK (open_cb), &opened);
  g_assert_nonnull (bv_app_test_find_label (view, "Conditions are not met"));
  g_assert_nonnull (bv_app_test_find_label (view, "Nghị định 98/2023 · Công trạng, cá nhân"));
  g_assert_nonnull (bv_app_test_find_label (view, "2025"));
  g_assert_nonnull (bv_app_test_find_label (view, "thiếu năm 2021"));
  g_assert_nonnull (bv_app_test_find_label (view, "Đề tài cấp tỉnh"));
  g_assert_nonnull (bv_app_test_find_label (view, "not checked at the source"));
  /* What no page shows is a text; what one does is a button. */
  g_assert_null (
    gtk_widget_get_ancestor (bv_app_test_find_label (view, "QĐ 125/QĐ-UBND"), GTK_TYPE_BUTTON));
  button = gtk_widget_get_ancestor (bv_app_test_find_label (view, "QĐ 88/QĐ-UBND"),
                                    GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (opened.kind, ==, "decision");
  g_assert_cmpint (opened.id, ==, 5);
  bv_test_save_picture (GTK_WIDGET (window), "findings");
  bv_findings_view_show (BV_FINDINGS_VIEW (view), NULL);
  g_assert_null (bv_app_test_find (view, GTK_TYPE_BUTTON, 0));
  g_free (opened.kind);
  gtk_window_destroy (window);
}

static void
page_cb (GtkWidget *view, const char *page, gpointer user_data)
{
  g_free (*(char **) user_data);
  *(char **) user_data = g_strdup (page);
}

/* What would mend a condition leads to the page where it is entered. */
static void
test_remedy (void)
{
  BvEligibility *eligibility = make_eligibility ();
  GtkWidget *view = bv_findings_view_new ();
  g_autofree char *page = NULL;
  GtkWidget *label;
  GtkWidget *button;
  GtkWindow *window;

  g_signal_connect (view, "open-page", G_CALLBACK (page_cb), &page);
  bv_findings_view_show (BV_FINDINGS_VIEW (view), eligibility);
  window = bv_test_window_show (view, 560, 700);
  label = bv_app_test_find_label (view, "hãy nhập quyết định tặng CSTĐCS năm 2021");
  g_assert_nonnull (label);
  button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  g_assert_nonnull (gtk_widget_get_tooltip_text (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (page, ==, "decisions");
  gtk_window_destroy (window);
  bv_eligibility_free (eligibility);
}

static void
test_frozen (void)
{
  g_autoptr (BvEligibility) eligibility = make_eligibility ();
  g_autofree char *json = bv_eligibility_to_json (eligibility, "2023-03-20T08:15:00.000Z");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvFrozenFindings) frozen = bv_frozen_findings_parse (json, &error);
  GtkWidget *view = bv_findings_view_new ();
  GtkWindow *window;

  g_assert_no_error (error);
  bv_findings_view_show_frozen (BV_FINDINGS_VIEW (view), frozen);
  window = bv_test_window_show (view, 560, 700);
  g_assert_nonnull (bv_app_test_find_label (view, "20/03/2023"));
  g_assert_nonnull (bv_app_test_find_label (view, "chưa liên tục 3 năm"));
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  bv_app_test_init (&argc, &argv);
  g_test_add_func ("/findings-view/words", test_words);
  g_test_add_func ("/findings-view/remedy", test_remedy);
  g_test_add_func ("/findings-view/frozen", test_frozen);
  return g_test_run ();
}
