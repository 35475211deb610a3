// SPDX-License-Identifier: GPL-3.0-or-later
/* The office, council and dossier of the tests of papers. */

#include "paper-sample.h"

#include "bv-test-folder.h"
#include "bv-test-office.h"

#include "base/bv-text.h"
#include "merit/bv-agenda.h"
#include "merit/bv-ballot.h"
#include "merit/bv-council.h"
#include "merit/bv-decision-dossier.h"
#include "merit/bv-decision.h"
#include "merit/bv-dossier.h"
#include "merit/bv-meeting-close.h"
#include "merit/bv-meeting.h"
#include "merit/bv-nomination.h"
#include "merit/bv-vote.h"
#include "office/bv-office.h"
#include "office/bv-signer.h"
#include "store/bv-connection.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

const PaperSampleTerms paper_sample_district = {
  .level = "district",
  .area = "huyện Mường La",
  .superior = "tỉnh Sơn La",
  .signer = { "KT.", "CHỦ TỊCH", "PHÓ CHỦ TỊCH" },
  .year = 2022,
  .received = "2023-02-20",
  .proposed = "2023-03-20",
  .opinion = { "2023-03-01", "2023-03-14" },
  .met = "2023-03-16",
  .decided = "2023-03-27",
  .n_units = 10,
  .n_persons = 48,
  .n_households = 2,
  .unit_form = "TTLDTT",
  .person_form = "LDTT",
  .praise_form = "GKH",
};

const PaperSampleTerms paper_sample_commune = {
  .level = "commune",
  .area = "xã Mường Bú",
  .superior = "tỉnh Sơn La",
  .signer = { "", "", "CHỦ TỊCH" },
  .year = 2025,
  .received = "2025-08-04",
  .proposed = "2025-08-12",
  .opinion = { "2025-08-04", "2025-08-08" },
  .met = "2025-08-11",
  .decided = "2025-08-20",
  .n_units = 10,
  .n_persons = 48,
  .n_households = 2,
  .unit_form = "TTLDTT",
  .person_form = "LDTT",
  .praise_form = "GKX",
  .has_long_names = TRUE,
};

const PaperSampleTerms paper_sample_province = {
  .level = "province",
  .area = "tỉnh Sơn La",
  .superior = "",
  .signer = { "TM.", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH" },
  .year = 2024,
  .received = "2025-01-06",
  .proposed = "2025-02-03",
  .opinion = { "2025-01-08", "2025-01-20" },
  .met = "2025-01-24",
  .decided = "2025-02-05",
  .n_units = 10,
  .n_persons = 48,
  .n_households = 2,
  .unit_form = "TTLDXS",
  .person_form = "CSTDT",
  .praise_form = "BKT",
  .has_long_names = TRUE,
};

guint
paper_sample_count (const PaperSample *self)
{
  return self->terms.n_units + self->terms.n_persons + self->terms.n_households;
}

/* A field that the officer types for this dossier. */
static void
type (PaperSample *self, char **field, const char *text)
{
  bv_text_set (field, text);
  self->n_typed++;
}

/* ── The office ──────────────────────────────────────────────────────────────────────────── */

static void
add_office (PaperSample *self)
{
  const PaperSampleTerms *terms = &self->terms;
  g_autoptr (BvOfficeSetup) setup = bv_office_setup_new ();
  BvSigner *signer = bv_signer_new ();
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (setup->periods, bv_office_period_suggest (terms->level, terms->area,
                                                             terms->superior, "2004-01-01"));
  bv_text_set (&signer->name, "Lò Văn Thử");
  bv_text_set (&signer->prefix, terms->signer[0]);
  bv_text_set (&signer->on_behalf_of, terms->signer[1]);
  bv_text_set (&signer->post, terms->signer[2]);
  signer->is_default = TRUE;
  g_ptr_array_add (setup->signers, signer);
  bv_office_set_up (self->store, setup, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (self->store, &error);
  g_assert_no_error (error);
  bv_connection_query_int (bv_lease_connection (lease), &self->office, 0, &error,
                           "SELECT subject_id FROM unit WHERE parent_id IS NULL", "");
  g_assert_no_error (error);
  g_assert_cmpint (self->office, >, 0);
}

static char *
name_unit (const PaperSample *self, guint i)
{
  if (!self->terms.has_long_names)
    return g_strdup_printf ("Trường Phổ thông dân tộc bán trú Trung học cơ sở số %u Mường Bú",
                            i + 1);
  return i % 3 == 0
           ? g_strdup_printf ("Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên và Hỗ trợ "
                              "phát triển cộng đồng các dân tộc thiểu số khu vực số %u",
                              i + 1)
         : i % 3 == 1
           ? g_strdup_printf ("Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở số %u "
                              "Nậm Giôn",
                              i + 1)
           : g_strdup_printf ("Trạm Y tế số %u", i + 1);
}

static char *
name_person (const PaperSample *self, guint i)
{
  static const char *const given[] = { "An",     "Bình",  "Chung", "Dung",   "Đức",   "Hạnh",
                                       "Khuyên", "Lường", "Nghĩa", "Phượng", "Quyết", "Thưởng" };
  static const char *const family[] = { "Lò Thị", "Cầm Văn", "Nguyễn Hữu", "Quàng Thị" };
  static const char *const royal[] = { "Công Tằng Tôn Nữ Thị Quỳnh Trâm", "Lò Thị",
                                       "Nguyễn Phúc Hồng Bảo Khánh", "A Lăng Thị" };
  const char *const *first = self->terms.has_long_names ? royal : family;

  return g_strdup_printf ("%s %s", first[i % G_N_ELEMENTS (family)],
                          given[i / G_N_ELEMENTS (family) % G_N_ELEMENTS (given)]);
}

static const char *
name_post (const PaperSample *self, guint i)
{
  if (self->terms.has_long_names && i % 5 == 0)
    return "Phó Bí thư Chi bộ, Tổ trưởng tổ chuyên môn Khoa học tự nhiên, Chủ tịch Công đoàn";
  return i % 7 == 0 ? "Hiệu trưởng" : "Giáo viên";
}

static void
add_subjects (PaperSample *self)
{
  const PaperSampleTerms *terms = &self->terms;
  gint64 unit = 0;
  guint n_units = MAX (terms->n_units, 1);

  for (guint i = 0; i < n_units; i++)
    {
      g_autofree char *name = name_unit (self, i);

      unit = bv_test_office_add_unit (self->store, name, "school", self->office, FALSE);
      if (i < terms->n_units)
        g_array_append_val (self->subjects, unit);
    }
  for (guint i = 0; i < terms->n_persons; i++)
    {
      g_autofree char *name = name_person (self, i);
      gint64 of = terms->n_units > 0 ? g_array_index (self->subjects, gint64, i % terms->n_units)
                                     : unit;
      gint64 id = bv_test_office_add_person (self->store, name, i % 2 ? "male" : "female", "Thái",
                                             of, name_post (self, i),
                                             i % 7 == 0 ? "leader" : "direct");

      g_array_append_val (self->subjects, id);
    }
  for (guint i = 0; i < terms->n_households; i++)
    {
      g_autofree char *name = g_strdup_printf ("Hộ Thử%u", i + 1);
      gint64 id = bv_test_office_add_household (self->store, name, self->office, 0);

      g_array_append_val (self->subjects, id);
    }
}

static void
add_council (PaperSample *self)
{
  const char *area = self->terms.area;
  const struct
  {
    const char *name;
    const char *post;
    gboolean has_area;
    const char *role;
  } members[PAPER_SAMPLE_MEMBERS] = {
    { "Lò Văn Thử", "Chủ tịch Ủy ban nhân dân", TRUE, "chair" },
    { "Cầm Thị Thử", "Phó Chủ tịch Ủy ban nhân dân", TRUE, "standing_vice" },
    { "Nguyễn Văn Thử", "Trưởng phòng Nội vụ", FALSE, "vice" },
    { "Quàng Văn Mẫu", "Chánh Văn phòng", FALSE, "member" },
    { "Lường Thị Mẫu", "Trưởng phòng Giáo dục và Đào tạo", FALSE, "member" },
    { "Hoàng Văn Mẫu", "Trưởng phòng Tài chính - Kế hoạch", FALSE, "member" },
    { "Đèo Thị Mẫu", "Chủ tịch Liên đoàn Lao động", TRUE, "member" },
    { "Vì Văn Mẫu", "Chủ tịch Hội Nông dân", TRUE, "member" },
    { "Tòng Thị Mẫu", "Chuyên viên Phòng Nội vụ", FALSE, "secretary" },
  };
  g_autoptr (BvCouncil) council = bv_council_new ();
  g_autoptr (GError) error = NULL;

  bv_text_take (&council->name, g_strdup_printf ("Hội đồng Thi đua - Khen thưởng %s", area));
  bv_text_set (&council->decision_number, "15/QĐ-UBND");
  bv_text_set (&council->decision_date, "2021-07-01");
  bv_text_set (&council->from_date, "2021-07-01");
  bv_council_save_act (self->store, council, NULL, &error);
  g_assert_no_error (error);
  self->council = council->id;
  for (guint i = 0; i < PAPER_SAMPLE_MEMBERS; i++)
    {
      g_autoptr (BvCouncilMember) member = bv_council_member_new ();

      member->council_id = self->council;
      bv_text_set (&member->name, members[i].name);
      bv_text_set (&member->honorific, strstr (members[i].name, "Thị") != NULL ? "Bà" : "Ông");
      bv_text_take (&member->post, members[i].has_area
                                     ? g_strdup_printf ("%s %s", members[i].post, area)
                                     : g_strdup (members[i].post));
      bv_text_set (&member->role, members[i].role);
      member->has_vote = TRUE;
      bv_council_member_save_act (self->store, member, NULL, &error);
      g_assert_no_error (error);
    }
}

void
paper_sample_set_up (PaperSample *self, const PaperSampleTerms *terms)
{
  self->terms = *terms;
  g_setenv ("BV_TODAY", terms->decided, TRUE);
  self->folder = bv_test_folder_new ();
  self->store = bv_test_store_new (self->folder);
  self->subjects = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->decisions = g_array_new (FALSE, FALSE, sizeof (gint64));
  add_office (self);
  add_subjects (self);
  add_council (self);
}

void
paper_sample_tear_down (PaperSample *self)
{
  bv_store_close (self->store);
  g_clear_object (&self->store);
  g_array_unref (self->subjects);
  g_array_unref (self->decisions);
  bv_test_folder_remove (self->folder);
  g_free (self->folder);
}

/* ── The way ─────────────────────────────────────────────────────────────────────────────── */

static void
nominate (PaperSample *self, guint first, guint n, const char *form)
{
  const char *const forms[] = { form, NULL };
  g_autofree char *merit = g_strdup_printf (
    "Đã có thành tích xuất sắc trong phong trào thi đua năm %d", self->terms.year);
  BvNominationMany many = { .dossier_id = self->dossier,
                            .subject_ids = &g_array_index (self->subjects, gint64, first),
                            .n_subjects = n,
                            .form_codes = forms,
                            .achievement = merit };
  g_autoptr (GError) error = NULL;
  guint n_added;

  if (n == 0)
    return;
  bv_nomination_add_many_act (self->store, &many, &n_added, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, n);
}

void
paper_sample_enter (PaperSample *self)
{
  const PaperSampleTerms *terms = &self->terms;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (self->store, &error);
  g_autoptr (BvDossier)
    dossier = bv_dossier_new_draft (bv_lease_connection (lease), terms->year, &error);
  g_autofree char *title = g_strdup_printf ("Khen thưởng công trạng năm %d", terms->year);
  guint n_praised = terms->n_persons / 6;

  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  type (self, &dossier->title, title);
  type (self, &dossier->proposal_number, "12");
  type (self, &dossier->proposal_date, terms->proposed);
  type (self, &dossier->received_on, terms->received);
  type (self, &dossier->opinion_from, terms->opinion[0]);
  type (self, &dossier->opinion_to, terms->opinion[1]);
  bv_dossier_save_act (self->store, dossier, NULL, &error);
  g_assert_no_error (error);
  self->dossier = dossier->id;
  nominate (self, 0, terms->n_units, terms->unit_form);
  nominate (self, terms->n_units, terms->n_persons - n_praised, terms->person_form);
  nominate (self, terms->n_units + terms->n_persons - n_praised, n_praised, terms->praise_form);
  nominate (self, terms->n_units + terms->n_persons, terms->n_households, terms->praise_form);
}

static gboolean
accept_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const PaperSample *self = user_data;

  /* The way there has its own tests; the papers only ask that it was gone. */
  return bv_connection_run (connection, error,
                            "UPDATE dossier SET state = 'accepted',"
                            " submitted_at = '2023-02-20T02:00:00Z' WHERE id = ?1",
                            "i", self->dossier);
}

void
paper_sample_meet (PaperSample *self)
{
  const PaperSampleTerms *terms = &self->terms;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (self->store, &error);
  g_autoptr (BvMeeting)
    meeting = bv_meeting_propose (bv_lease_connection (lease), self->council, terms->met, &error);
  g_autofree char *title = g_strdup_printf ("Xét khen thưởng năm %d", terms->year);
  guint n_added;

  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  type (self, &meeting->title, title);
  self->n_typed++; /* its date, given above */
  type (self, &meeting->from_time, "08:00");
  type (self, &meeting->place, "Phòng họp số 1, trụ sở Ủy ban nhân dân");
  bv_text_set (&meeting->to_time, "10:30");
  meeting->is_secret = !terms->is_open;
  bv_meeting_save_act (self->store, meeting, NULL, &error);
  g_assert_no_error (error);
  self->meeting = meeting->id;
  bv_store_act (self->store, "Accept", BV_ACT_NONE, accept_cb, self, NULL, NULL, &error);
  g_assert_no_error (error);
  bv_meeting_attend_all_act (self->store, self->meeting, NULL, &error);
  g_assert_no_error (error);
  bv_agenda_add_dossier_act (self->store, self->meeting, self->dossier, &n_added, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, paper_sample_count (self));
}

static void
vote_by_ballot (PaperSample *self)
{
  g_autoptr (GError) error = NULL;
  guint n = paper_sample_count (self);

  bv_ballot_set_counts_act (self->store, self->meeting, PAPER_SAMPLE_MEMBERS, PAPER_SAMPLE_MEMBERS,
                            NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < PAPER_SAMPLE_MEMBERS; i++)
    {
      g_autofree char *line = g_strnfill (n, '1');
      g_autoptr (BvBallot) ballot = NULL;

      if (i >= 4 && n > 1)
        line[n - 1] = '2';
      if (i == 8 && n > 1)
        line[n - 2] = '0';
      ballot = bv_ballot_parse (line, n, &error);
      g_assert_no_error (error);
      bv_ballot_save_act (self->store, self->meeting, ballot, NULL, &error);
      g_assert_no_error (error);
    }
}

/* Everybody for everybody, but for the last name. */
static void
vote_by_hands (PaperSample *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (self->store, &error);
  g_autoptr (GPtrArray) items = bv_agenda_list (bv_lease_connection (lease), self->meeting, &error);
  guint n_filled;

  g_assert_no_error (error);
  g_clear_pointer (&lease, bv_lease_free);
  bv_vote_fill_act (self->store, self->meeting, &n_filled, NULL, &error);
  g_assert_no_error (error);
  if (items->len > 1)
    bv_vote_set_hands_act (self->store,
                           ((BvAgendaItem *) g_ptr_array_index (items, items->len - 1))->id, 4, 5,
                           0, NULL, &error);
  g_assert_no_error (error);
}

void
paper_sample_vote (PaperSample *self)
{
  g_autoptr (GError) error = NULL;

  if (self->terms.is_open)
    vote_by_hands (self);
  else
    vote_by_ballot (self);
  bv_meeting_close_act (self->store, self->meeting, NULL, &error);
  g_assert_no_error (error);
}

void
paper_sample_decide (PaperSample *self, guint number)
{
  g_autoptr (GError) error = NULL;

  bv_decision_new_from_dossier_act (self->store, self->dossier, NULL, self->decisions, NULL,
                                    &error);
  g_assert_no_error (error);
  for (guint i = 0; i < self->decisions->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("%02u", number + i);

      bv_decision_issue_act (self->store, g_array_index (self->decisions, gint64, i), text,
                             self->terms.decided, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  self->n_typed += 2; /* number and date of the decision */
}

void
paper_sample_go (PaperSample *self)
{
  paper_sample_enter (self);
  paper_sample_meet (self);
  paper_sample_vote (self);
  paper_sample_decide (self, 5);
}

/* ── Reading the papers ──────────────────────────────────────────────────────────────────── */

BvDocument *
paper_sample_build (PaperSample *self, BvPaperKind kind, gint64 nomination, gint64 decision)
{
  BvPaperOptions options = { .dossier_id = self->dossier,
                             .nomination_id = nomination,
                             .decision_id = decision };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (self->store, &error);
  BvDocument *document = bv_dossier_paper_build (bv_lease_connection (lease), kind, &options,
                                                 &error);

  g_assert_no_error (error);
  return document;
}

char *
paper_sample_read (BvDocument *document, int page, int *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bv_document_to_pdf (document, &error);
  PopplerDocument *pdf;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  *n_pages = poppler_document_get_n_pages (pdf);
  for (int i = 0; i < *n_pages; i++)
    {
      PopplerPage *one = poppler_document_get_page (pdf, i);
      g_autofree char *page_text = poppler_page_get_text (one);

      if (page < 0 || page == i)
        g_string_append_printf (text, "%s ", page_text);
      g_object_unref (one);
    }
  g_object_unref (pdf);
  return bv_text_clean (g_strdelimit (text->str, "\n\r\t", ' '));
}

void
paper_sample_keep (BvDocument *document, const char *name)
{
  static const char *const endings[] = { "pdf", "odt" };
  static const BvDocumentFormat formats[] = { BV_DOCUMENT_FORMAT_PDF, BV_DOCUMENT_FORMAT_ODT };
  const char *folder = g_getenv ("BV_TEST_PICTURES");

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s/%s.%s", folder, name, endings[i]);
      g_autoptr (GError) error = NULL;

      bv_document_write (document, formats[i], file, &error);
      g_assert_no_error (error);
    }
}

void
paper_sample_assert_has (const char *text, const char *what)
{
  if (strstr (text, what) == NULL)
    g_test_message ("no “%s” in: %s", what, text);
  g_assert_nonnull (strstr (text, what));
}

guint
paper_sample_count_text (const char *text, const char *what)
{
  guint n = 0;

  for (const char *p = strstr (text, what); p != NULL; p = strstr (p + 1, what))
    n++;
  return n;
}
