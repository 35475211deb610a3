// SPDX-License-Identifier: GPL-3.0-or-later
/* The papers of a dossier: finds what a paper stands on, says what is missing, and hands over to the file that writes
 * it. Reads only. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-dossier-papers-private.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const BvChoice bv_papers[] = {
  { "to-trinh", N_ ("Proposal"), NULL },
  { "bang-tong-hop", N_ ("Summary list"), NULL },
  { "thong-bao-lay-y-kien", N_ ("Notice for public opinion"), NULL },
  { "giay-moi", N_ ("Invitation to the council"), NULL },
  { "phieu-bau", N_ ("Ballot"), NULL },
  { "bien-ban-hop", N_ ("Minutes of the council"), NULL },
  { "bien-ban-kiem-phieu", N_ ("Minutes of the count"), NULL },
  { "quyet-dinh", N_ ("Decision with its list"), NULL },
  { "thong-bao-ket-qua", N_ ("Notice of results"), NULL },
  { "danh-sach-chi-tien", N_ ("Payment list"), NULL },
  { "bao-cao-thanh-tich", N_ ("Achievement report"), NULL },
  { NULL },
};

typedef struct
{
  const char *name; /* on the paper */
  gboolean (*build) (BvPaper *self, GError **error);
  gboolean needs_meeting;
  gboolean needs_votes;
  gboolean needs_decision;
  gboolean needs_nomination;
} PaperInfo;

static const PaperInfo infos[BV_N_PAPERS] = {
  [BV_PAPER_PROPOSAL] = { "Tờ trình", bv_paper_build_proposal, FALSE, FALSE, FALSE, FALSE },
  [BV_PAPER_SUMMARY] = { "Bảng tổng hợp đề nghị khen thưởng", bv_paper_build_summary, FALSE, FALSE,
                         FALSE, FALSE },
  [BV_PAPER_OPINION] = { "Thông báo lấy ý kiến", bv_paper_build_opinion, FALSE, FALSE, FALSE,
                         FALSE },
  [BV_PAPER_INVITATION] = { "Giấy mời", bv_paper_build_invitation, TRUE, FALSE, FALSE, FALSE },
  [BV_PAPER_BALLOT] = { "Phiếu xét khen thưởng", bv_paper_build_ballot, TRUE, FALSE, FALSE, FALSE },
  [BV_PAPER_MINUTES] = { "Biên bản họp Hội đồng", bv_paper_build_minutes, TRUE, TRUE, FALSE,
                         FALSE },
  [BV_PAPER_COUNTING] = { "Biên bản kiểm phiếu", bv_paper_build_counting, TRUE, TRUE, FALSE,
                          FALSE },
  [BV_PAPER_DECISION] = { "Quyết định khen thưởng", bv_paper_build_decision, FALSE, FALSE, TRUE,
                          FALSE },
  [BV_PAPER_RESULT] = { "Thông báo kết quả", bv_paper_build_result, TRUE, TRUE, FALSE, FALSE },
  [BV_PAPER_PAYMENT] = { "Danh sách chi tiền thưởng", bv_paper_build_payment, FALSE, FALSE, TRUE,
                         FALSE },
  [BV_PAPER_REPORT] = { "Báo cáo thành tích", bv_paper_build_report, FALSE, FALSE, FALSE, TRUE },
};

const char *
bv_paper_kind_to_code (BvPaperKind kind)
{
  g_return_val_if_fail (kind < BV_N_PAPERS, NULL);
  return bv_papers[kind].code;
}

gboolean
bv_paper_kind_from_code (const char *code, BvPaperKind *kind)
{
  int index = bv_choice_index (bv_papers, code);

  if (index < 0)
    return FALSE;
  *kind = (BvPaperKind) index;
  return TRUE;
}

gboolean
bv_paper_kind_needs_decision (BvPaperKind kind)
{
  return infos[kind].needs_decision;
}

gboolean
bv_paper_kind_needs_nomination (BvPaperKind kind)
{
  return infos[kind].needs_nomination;
}

/* ── Finding what it stands on ───────────────────────────────────────────────────────────── */

static void
paper_clear (BvPaper *self)
{
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  g_clear_pointer (&self->dossier, bv_dossier_free);
  g_clear_pointer (&self->nominations, g_ptr_array_unref);
  g_clear_pointer (&self->meeting, bv_meeting_free);
  g_clear_pointer (&self->council, bv_council_free);
  g_clear_pointer (&self->attendance, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->tallies, g_ptr_array_unref);
  g_clear_pointer (&self->decision, bv_decision_free);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->awards, g_ptr_array_unref);
  g_clear_pointer (&self->office, bv_office_period_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->day, g_free);
}

static gboolean
load_nominations (BvPaper *self, gint64 dossier_id, GError **error)
{
  self->dossier = bv_dossier_load (self->connection, dossier_id, error);
  if (self->dossier == NULL)
    return FALSE;
  self->nominations = bv_nomination_list (self->connection, dossier_id, error);
  if (self->nominations == NULL)
    return FALSE;
  for (guint i = self->nominations->len; i > 0; i--)
    {
      const BvNomination *one = g_ptr_array_index (self->nominations, i - 1);

      if (one->state != BV_NOMINATION_PROPOSED)
        g_ptr_array_remove_index (self->nominations, i - 1);
    }
  return TRUE;
}

/* Of a meeting that had several dossiers, this paper speaks of its own alone. */
static void
keep_items_of_the_dossier (BvPaper *self)
{
  for (guint i = self->items->len; self->dossier != NULL && i > 0; i--)
    {
      const BvAgendaItem *item = g_ptr_array_index (self->items, i - 1);

      if (item->dossier_id == self->dossier->id)
        continue;
      g_ptr_array_remove_index (self->items, i - 1);
      g_ptr_array_remove_index (self->tallies, i - 1);
    }
}

static gboolean
load_meeting (BvPaper *self, GError **error)
{
  gint64 id = self->options->meeting_id;

  if (id == 0 && self->dossier != NULL
      && !bv_connection_query_int (self->connection, &id, 0, error,
                                   "SELECT m.id FROM meeting AS m"
                                   " JOIN agenda_item AS i ON i.meeting_id = m.id"
                                   " JOIN nomination AS n ON n.id = i.nomination_id"
                                   " WHERE n.dossier_id = ?1 ORDER BY m.on_date DESC, m.id DESC"
                                   " LIMIT 1",
                                   "i", self->dossier->id))
    return FALSE;
  if (id == 0)
    return TRUE;
  self->meeting = bv_meeting_load (self->connection, id, error);
  if (self->meeting == NULL)
    return FALSE;
  self->council = bv_council_load (self->connection, self->meeting->council_id, error);
  self->attendance = bv_meeting_list_attendance (self->connection, id, error);
  self->items = self->attendance != NULL ? bv_agenda_list (self->connection, id, error) : NULL;
  self->tallies = self->items != NULL ? bv_vote_tally (self->connection, self->regimes, id, error)
                                      : NULL;
  if (self->council == NULL || self->tallies == NULL
      || !bv_meeting_count (self->connection, id, &self->count, error))
    return FALSE;
  keep_items_of_the_dossier (self);
  return TRUE;
}

GArray *
bv_dossier_papers_list_decisions (BvConnection *connection, gint64 dossier_id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error,
                                     "SELECT id FROM decision WHERE dossier_id = ?1"
                                     " ORDER BY on_date IS NOT NULL, on_date, id",
                                     "i", dossier_id);
  gboolean has_row;

  while (statement != NULL && bv_statement_step (statement, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return g_steal_pointer (&ids);
      id = bv_statement_int (statement, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}

/* Titles and forms of commendation are decided in two papers: a dossier may lead to several. */
static gboolean
load_decisions (BvPaper *self, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_decision_free);
  if (self->dossier == NULL)
    return TRUE;
  ids = bv_dossier_papers_list_decisions (self->connection, self->dossier->id, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      BvDecision *decision = bv_decision_load (self->connection, g_array_index (ids, gint64, i),
                                               error);

      if (decision == NULL)
        return FALSE;
      g_ptr_array_add (self->decisions, decision);
    }
  return ids != NULL;
}

static gboolean
load_decision (BvPaper *self, GError **error)
{
  gint64 id = self->options->decision_id;

  if (!load_decisions (self, error))
    return FALSE;
  if (id == 0 && self->decisions->len > 0)
    id = ((BvDecision *) g_ptr_array_index (self->decisions, self->decisions->len - 1))->id;
  if (id == 0)
    return TRUE;
  self->decision = bv_decision_load (self->connection, id, error);
  if (self->decision == NULL)
    return FALSE;
  self->awards = bv_award_list (self->connection, id, error);
  return self->awards != NULL;
}

static void
find_date (BvPaper *self)
{
  const char *date = self->options->date;

  if (date == NULL && self->decision != NULL
      && (self->kind == BV_PAPER_DECISION || self->kind == BV_PAPER_PAYMENT))
    date = self->decision->on_date;
  if (date == NULL && self->dossier != NULL
      && (self->kind == BV_PAPER_PROPOSAL || self->kind == BV_PAPER_SUMMARY))
    date = self->dossier->proposal_date;
  if (date == NULL && self->dossier != NULL && self->kind == BV_PAPER_OPINION)
    date = self->dossier->opinion_from;
  if (date == NULL && self->meeting != NULL
      && (self->kind == BV_PAPER_MINUTES || self->kind == BV_PAPER_COUNTING
          || self->kind == BV_PAPER_BALLOT))
    date = self->meeting->on_date;
  self->date = g_strdup (date);
  if (date == NULL && self->meeting != NULL)
    date = self->meeting->on_date;
  self->day = date != NULL ? g_strdup (date) : bv_date_today ();
}

static const BvRegime *
find_regime (const BvPaper *self)
{
  /* A decision keeps the law by which it was made. */
  if (infos[self->kind].needs_decision && self->decision != NULL
      && *self->decision->regime_id != '\0')
    return bv_regime_set_get (self->regimes, self->decision->regime_id);
  if (self->dossier != NULL && *self->dossier->regime_id != '\0')
    return bv_regime_set_get (self->regimes, self->dossier->regime_id);
  return bv_regime_set_for_date (self->regimes, self->day);
}

static gboolean
paper_load (BvPaper *self, GError **error)
{
  const BvPaperOptions *options = self->options;
  gint64 dossier_id = options->dossier_id;

  self->regimes = bv_regime_set_load (self->connection, error);
  if (self->regimes == NULL
      || (dossier_id == 0 && options->nomination_id != 0
          && !bv_connection_query_int (self->connection, &dossier_id, 0, error,
                                       "SELECT dossier_id FROM nomination WHERE id = ?1", "i",
                                       options->nomination_id))
      || (dossier_id != 0 && !load_nominations (self, dossier_id, error))
      || !load_meeting (self, error) || !load_decision (self, error))
    return FALSE;
  find_date (self);
  self->regime = find_regime (self);
  self->year = self->dossier != NULL    ? self->dossier->year
               : self->decision != NULL ? self->decision->year
                                        : bv_date_year (self->day);
  self->office = bv_office_period_on (self->connection, self->day, error);
  return self->office != NULL;
}

static const BvNomination *
find_nomination (const BvPaper *self)
{
  for (guint i = 0; self->nominations != NULL && i < self->nominations->len; i++)
    {
      const BvNomination *one = g_ptr_array_index (self->nominations, i);

      if (one->id == self->options->nomination_id)
        return one;
    }
  return NULL;
}

static const char *
find_missing (const BvPaper *self)
{
  const PaperInfo *info = &infos[self->kind];

  if (info->needs_decision)
    {
      if (self->decision == NULL)
        return _ ("There is no decision yet: make one from the dossier first.");
      if (self->awards->len == 0)
        return _ ("The decision has no names yet: add them first.");
      return NULL;
    }
  if (info->needs_nomination)
    return find_nomination (self) == NULL
             ? _ ("Choose the nomination whose achievement report is to be printed.")
             : NULL;
  if (info->needs_meeting && self->meeting == NULL)
    return _ ("The council has not had the dossier on an agenda yet: put it there first.");
  if (info->needs_meeting && self->items->len == 0)
    return _ ("The agenda of the meeting is empty: put the dossier on it first.");
  if (info->needs_votes)
    {
      gboolean has_votes = FALSE;

      for (guint i = 0; i < self->tallies->len && !has_votes; i++)
        has_votes = ((const BvTally *) g_ptr_array_index (self->tallies, i))->votes_for >= 0;
      return has_votes ? NULL : _ ("The council has not voted yet: record the votes first.");
    }
  if (!info->needs_meeting && (self->nominations == NULL || self->nominations->len == 0))
    return _ ("The dossier has no names yet: add them first.");
  return NULL;
}

char *
bv_dossier_paper_get_missing (BvConnection *connection,
                              BvPaperKind kind,
                              const BvPaperOptions *options,
                              GError **error)
{
  BvPaper self = { .connection = connection, .kind = kind, .options = options };
  char *missing = NULL;

  g_return_val_if_fail (kind < BV_N_PAPERS, NULL);
  if (paper_load (&self, error))
    missing = g_strdup (find_missing (&self));
  paper_clear (&self);
  return missing;
}

/* "-qd-05" by the number of the decision; a draft by its place among those of the dossier. */
static void
append_place (GString *name, const BvPaper *self)
{
  gint64 number = g_ascii_strtoll (self->decision->number, NULL, 10);

  if (number > 0)
    {
      g_string_append_printf (name, "-qd-%02d", (int) number);
      return;
    }
  for (guint i = 0; i < self->decisions->len; i++)
    if (((BvDecision *) g_ptr_array_index (self->decisions, i))->id == self->decision->id)
      g_string_append_printf (name, "-du-thao-%u", i + 1);
}

char *
bv_dossier_paper_file_name (BvConnection *connection,
                            BvPaperKind kind,
                            const BvPaperOptions *options,
                            GError **error)
{
  BvPaper self = { .connection = connection, .kind = kind, .options = options };
  g_autoptr (GString) name = NULL;

  if (paper_load (&self, error))
    {
      const BvNomination *one = find_nomination (&self);
      const char *more = infos[kind].needs_nomination && one != NULL ? one->name_printed
                         : self.dossier != NULL                      ? self.dossier->title
                         : self.decision != NULL                     ? self.decision->number
                                                                     : "";
      g_autofree char *fold = bv_text_fold (more);

      name = g_string_new (bv_paper_kind_to_code (kind));
      g_string_append_printf (name, "-%d-", self.year);
      for (const char *c = fold; *c != '\0'; c++)
        if (g_ascii_isalnum (*c))
          g_string_append_c (name, *c);
        else if (name->str[name->len - 1] != '-')
          g_string_append_c (name, '-');
      /* The names of files stay short enough for every disk. */
      g_string_truncate (name, MIN (name->len, 80));
      while (name->len > 0 && name->str[name->len - 1] == '-')
        g_string_truncate (name, name->len - 1);
      /* Of several decisions of a dossier each has its own number, or its own place. */
      if (infos[kind].needs_decision && self.decisions->len > 1)
        append_place (name, &self);
    }
  paper_clear (&self);
  return name != NULL ? g_string_free (g_steal_pointer (&name), FALSE) : NULL;
}

BvDocument *
bv_dossier_paper_build (BvConnection *connection,
                        BvPaperKind kind,
                        const BvPaperOptions *options,
                        GError **error)
{
  BvPaper self = { .connection = connection, .kind = kind, .options = options };
  g_autoptr (BvDocument) document = NULL;
  const char *missing;
  gboolean is_built = FALSE;

  g_return_val_if_fail (kind < BV_N_PAPERS, NULL);
  if (paper_load (&self, error))
    {
      missing = find_missing (&self);
      if (missing != NULL)
        g_set_error_literal (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY, missing);
      else
        {
          g_autofree char *occasion = bv_paper_name_occasion (&self);
          g_autofree char *title = g_strdup_printf ("%s, %s", infos[kind].name, occasion);

          document = self.document = bv_document_new (title);
          bv_document_set_author (document, self.office->name);
          bv_document_set_date (document, self.day);
          is_built = infos[kind].build (&self, error) && bv_document_fit_tables (document, error)
                     && bv_document_fit (document, error);
        }
    }
  paper_clear (&self);
  return is_built ? g_steal_pointer (&document) : NULL;
}
