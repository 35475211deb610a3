// SPDX-License-Identifier: GPL-3.0-or-later
/* Whom a dossier might nominate: the engine's answer, with the names and ratings a person decides by. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-nomination-propose.h"

#include "base/bv-error.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

void
bv_proposal_free (BvProposal *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->detail);
  g_free (self->grade);
  g_free (self);
}

typedef struct
{
  const BvProposalFilter *filter;
  GHashTable *verdicts; /* subject → BvVerdict + 1 */
} Collect;

static gboolean
collect_cb (const BvEligibility *eligibility, gpointer user_data)
{
  Collect *collect = user_data;

  if (eligibility->verdict == BV_VERDICT_MET
      || (collect->filter->with_unsure && eligibility->verdict == BV_VERDICT_CANNOT_TELL))
    g_hash_table_insert (collect->verdicts,
                         g_memdup2 (&eligibility->subject_id, sizeof eligibility->subject_id),
                         GUINT_TO_POINTER (eligibility->verdict + 1));
  return TRUE;
}

/* Units, then people by unit and name, households last. */
#define SUBJECTS_SQL                                                                               \
  "SELECT s.id, s.kind, s.name, coalesce (o.name, ''), coalesce (r.grade, ''),"                    \
  " n.id IS NOT NULL FROM subject s"                                                               \
  " LEFT JOIN rating r ON r.subject_id = s.id AND r.year = ?1"                                     \
  " LEFT JOIN membership m ON m.id = (SELECT id FROM membership WHERE person_id = s.id"            \
  " ORDER BY is_primary DESC, from_date DESC LIMIT 1)"                                             \
  " LEFT JOIN unit u ON u.subject_id = s.id LEFT JOIN household h ON h.subject_id = s.id"          \
  " LEFT JOIN subject o ON o.id = coalesce (m.unit_id, u.parent_id, h.unit_id)"                    \
  " LEFT JOIN nomination n ON n.dossier_id = ?2 AND n.subject_id = s.id AND n.form_code = ?3"      \
  " ORDER BY s.kind = 3, s.kind <> 2, o.sort_key, s.sort_key, s.id"

static gboolean
is_rated (const char *grade, const char *least)
{
  BvGrade is;
  BvGrade wanted;

  if (least == NULL)
    return TRUE;
  /* The grades stand from the best; "not classified" is none of them. */
  return bv_grade_from_code (grade, &is) && bv_grade_from_code (least, &wanted) && is <= wanted
         && is != BV_GRADE_NONE;
}

static GPtrArray *
list_named (BvConnection *connection,
            const BvDossier *dossier,
            const Collect *collect,
            GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_proposal_free);
  const BvProposalFilter *filter = collect->filter;
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, SUBJECTS_SQL, "iis", (gint64) dossier->year, dossier->id, filter->form_code);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      gint64 id;
      guint verdict;
      BvProposal *self;

      if (!has_row)
        return g_steal_pointer (&list);
      id = bv_statement_int (statement, 0);
      verdict = GPOINTER_TO_UINT (g_hash_table_lookup (collect->verdicts, &id));
      if (verdict == 0 || !is_rated (bv_statement_text (statement, 4), filter->least_grade))
        continue;
      self = g_new0 (BvProposal, 1);
      self->subject_id = id;
      self->kind = (BvSubjectKind) bv_statement_int (statement, 1);
      self->name = g_strdup (bv_statement_text (statement, 2));
      self->detail = g_strdup (bv_statement_text (statement, 3));
      self->grade = g_strdup (bv_statement_text (statement, 4));
      self->verdict = (BvVerdict) (verdict - 1);
      self->is_nominated = bv_statement_int (statement, 5) != 0;
      g_ptr_array_add (list, self);
    }
  return NULL;
}

GPtrArray *
bv_nomination_list_proposals (BvConnection *connection,
                              BvRegimeSet *regimes,
                              const BvProposalFilter *filter,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (BvDossier) dossier = bv_dossier_load (connection, filter->dossier_id, error);
  g_autoptr (BvFacts) facts = NULL;
  g_autoptr (GHashTable)
    verdicts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Collect collect = { filter, verdicts };
  BvEligibilityQuestion question = { 0 };
  g_autofree char *date = NULL;

  if (dossier == NULL)
    return NULL;
  if (filter->least_grade != NULL)
    {
      BvGrade grade;

      if (!bv_grade_from_code (filter->least_grade, &grade))
        {
          g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN, _ ("There is no grade “%s”."),
                       filter->least_grade);
          return NULL;
        }
    }
  facts = bv_facts_load (connection, 0, error);
  if (facts == NULL)
    return NULL;
  date = bv_dossier_get_date (dossier);
  question.year = dossier->year;
  question.date = date;
  question.regime_id = *dossier->regime_id != '\0' ? dossier->regime_id : NULL;
  question.manner = dossier->manner;
  question.movement_id = dossier->movement_id;
  if (!bv_eligibility_foreach (facts, regimes, &question, filter->unit_id, filter->form_code,
                               collect_cb, &collect, cancellable, error))
    return NULL;
  return list_named (connection, dossier, &collect, error);
}
