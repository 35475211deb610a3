// SPDX-License-Identifier: GPL-3.0-or-later
/* Nominations as values: reading them and what is wrong with one. Saving is in bv-nomination-save.c, what hangs on one
 * (initiatives, attestations, parts of the report) in bv-nomination-links.c. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-dossier-private.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-award-private.h"
#include "merit/bv-regime-words.h"
#include "office/bv-unit.h"
#include "store/bv-connection.h"
#include "store/bv-row-list.h"

#include <glib/gi18n-lib.h>

const BvChoice bv_nomination_states[] = {
  { "proposed", NC_ ("nomination state", "Proposed"), "nomination state" },
  { "returned", NC_ ("nomination state", "Returned"), "nomination state" },
  { "withdrawn", NC_ ("nomination state", "Withdrawn"), "nomination state" },
  { NULL, NULL, NULL },
};

const BvRecordText bv_nomination_texts[BV_NOMINATION_N_TEXTS] = {
  BV_RECORD_TEXT (BvNomination, form_code),      BV_RECORD_TEXT (BvNomination, achievement),
  BV_RECORD_PAGES (BvNomination, summary),       BV_RECORD_TEXT (BvNomination, name_printed),
  BV_RECORD_TEXT (BvNomination, detail_printed), BV_RECORD_TEXT (BvNomination, override_reason),
  BV_RECORD_TEXT (BvNomination, note),           BV_RECORD_TEXT (BvNomination, return_reason),
  BV_RECORD_OWN_TEXT (BvNomination, findings),   BV_RECORD_TEXT (BvNomination, honorific),
};

#define COLUMNS                                                                                    \
  "SELECT n.form_code, n.achievement, n.summary, n.name_printed, n.detail_printed,"                \
  " n.override_reason, n.note, n.return_reason, n.findings, CASE WHEN s.kind <> 1 THEN ''"         \
  " WHEN p.honorific <> '' THEN p.honorific WHEN p.sex = 'male' THEN 'Ông'"                       \
  " WHEN p.sex = 'female' THEN 'Bà' ELSE 'Ông (Bà)' END, n.id, n.dossier_id, n.subject_id,"     \
  " n.position, coalesce (n.unit_id, 0), n.is_posthumous, n.state, s.kind FROM nomination n"       \
  " JOIN subject s ON s.id = n.subject_id LEFT JOIN person p ON p.subject_id = n.subject_id "

BvNomination *
bv_nomination_new (void)
{
  return bv_record_new (sizeof (BvNomination), bv_nomination_texts, BV_NOMINATION_N_TEXTS);
}

BvNomination *
bv_nomination_copy (const BvNomination *self)
{
  return bv_record_copy (self, sizeof (BvNomination), bv_nomination_texts, BV_NOMINATION_N_TEXTS);
}

void
bv_nomination_free (BvNomination *self)
{
  bv_record_free (self, bv_nomination_texts, BV_NOMINATION_N_TEXTS);
}

static BvNomination *
read_row (BvStatement *statement)
{
  BvNomination *self = bv_nomination_new ();
  int column = BV_NOMINATION_N_TEXTS;

  bv_record_read (self, bv_nomination_texts, BV_NOMINATION_N_TEXTS, statement, 0);
  self->id = bv_statement_int (statement, column++);
  self->dossier_id = bv_statement_int (statement, column++);
  self->subject_id = bv_statement_int (statement, column++);
  self->position = (int) bv_statement_int (statement, column++);
  self->unit_id = bv_statement_int (statement, column++);
  self->is_posthumous = bv_statement_int (statement, column++) != 0;
  self->state = (BvNominationState) MAX (
    bv_choice_index (bv_nomination_states, bv_statement_text (statement, column)), 0);
  column++;
  self->subject_kind = (BvSubjectKind) bv_statement_int (statement, column);
  return self;
}

BvNomination *
bv_nomination_load (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "WHERE n.id = ?1", "i", id);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return read_row (statement);
  g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                       _ ("The nomination is no longer there."));
  return NULL;
}

GPtrArray *
bv_nomination_list (BvConnection *connection, gint64 dossier_id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_nomination_free);
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, COLUMNS "WHERE n.dossier_id = ?1 ORDER BY n.position, n.id", "i",
    dossier_id);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&list);
      g_ptr_array_add (list, read_row (statement));
    }
  return NULL;
}

/* ── The same achievement ────────────────────────────────────────────────────────────────── */

/* Other awards and nominations of the subject and of the units that went before it: text, movement, form, where it
 * stands. Awards that were taken back do not count, nor what came of this very nomination. */
#define OTHERS_SQL                                                                                 \
  "WITH RECURSIVE line (id) AS (SELECT ?1 UNION SELECT u.predecessor_id FROM unit_succession u"    \
  " JOIN line ON u.successor_id = line.id)"                                                        \
  " SELECT a.achievement, coalesce (a.movement_id, 0), a.form_code, d.number,"                     \
  " coalesce (d.on_date, ''), d.title, a.year FROM award a JOIN decision d"                        \
  " ON d.id = a.decision_id WHERE a.subject_id IN (SELECT id FROM line)"                           \
  " AND (a.nomination_id IS NULL OR a.nomination_id <> ?2)"                                        \
  " AND NOT EXISTS (SELECT 1 FROM revocation r WHERE r.award_id = a.id AND r.restored_on IS NULL)" \
  " UNION ALL SELECT n.achievement, coalesce (o.movement_id, 0), n.form_code, NULL, '', o.title,"  \
  " o.year FROM nomination n JOIN dossier o ON o.id = n.dossier_id"                                \
  " WHERE n.subject_id IN (SELECT id FROM line) AND n.id <> ?2 AND n.state = 'proposed'"           \
  " AND o.state <> 'decided' ORDER BY 7, 5, 6"

static char *
describe_other (BvStatement *statement, const char *award)
{
  const char *number = bv_statement_text (statement, 3);
  const char *title = bv_statement_text (statement, 5);
  g_autofree char *date = NULL;

  if (number == NULL)
    /* TRANSLATORS: an award, then the title of a dossier. */
    return g_strdup_printf (_ ("nominated for “%s” in the dossier “%s”"), award, title);
  if (*number == '\0')
    return g_strdup_printf (_ ("“%s” in the draft decision “%s”"), award, title);
  date = bv_date_format_short (bv_statement_text (statement, 4));
  /* TRANSLATORS: an award, number and date of a decision. */
  return g_strdup_printf (_ ("“%s” by decision %s of %s"), award, number, date);
}

static gboolean
is_title (BvRegimeSet *regimes, const char *code, const char **name)
{
  const BvRegimeAward *award = bv_regime_set_find_award (regimes, code, NULL);

  *name = award != NULL ? award->abbreviation : code;
  return award != NULL && bv_regime_award_is_title (award);
}

static GPtrArray *
list_same (BvConnection *connection,
           BvRegimeSet *regimes,
           const BvNomination *self,
           const BvDossier *dossier,
           GError **error)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *fold = bv_text_fold (self->achievement);
  const char *own_name;
  gboolean own_is_title = is_title (regimes, self->form_code, &own_name);
  g_autoptr (BvStatement) statement = bv_connection_query (connection, error, OTHERS_SQL, "ii",
                                                           self->subject_id, self->id);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      g_autofree char *other_fold = NULL;
      g_autofree char *where = NULL;
      const char *name;
      gboolean same_movement;
      gboolean same_award;

      if (!has_row)
        return g_steal_pointer (&sentences);
      same_award = g_str_equal (bv_statement_text (statement, 2), self->form_code)
                   && bv_statement_int (statement, 6) == dossier->year;
      if (is_title (regimes, bv_statement_text (statement, 2), &name) && own_is_title
          && !same_award)
        continue;
      other_fold = bv_text_fold (bv_statement_text (statement, 0));
      same_movement = dossier->movement_id != 0
                      && bv_statement_int (statement, 1) == dossier->movement_id;
      /* A praise may be given twice in a year, for two achievements; a title is that of the year. */
      if (same_award && !own_is_title)
        same_award = *fold == '\0' || *other_fold == '\0';
      if (!same_movement && !same_award && (*fold == '\0' || !g_str_equal (fold, other_fold)))
        continue;
      where = describe_other (statement, name);
      g_ptr_array_add (
        sentences,
        same_movement ? g_strdup_printf (_ ("The same movement is honoured already: %s."), where)
        : same_award
          ? g_strdup_printf (_ ("The same award of that year: %s."), where)
          : g_strdup_printf (_ ("The same achievement is honoured already: %s."), where));
    }
  return NULL;
}

GPtrArray *
bv_nomination_list_same_achievement (BvConnection *connection,
                                     const BvNomination *self,
                                     GError **error)
{
  g_autoptr (BvDossier) dossier = bv_dossier_load (connection, self->dossier_id, error);
  g_autoptr (BvRegimeSet) regimes = NULL;

  if (dossier == NULL)
    return NULL;
  regimes = bv_regime_set_load (connection, error);
  return regimes != NULL ? list_same (connection, regimes, self, dossier, error) : NULL;
}

/* ── What is wrong with one ──────────────────────────────────────────────────────────────── */

static void
check_form (GPtrArray *problems,
            const BvNomination *self,
            const BvDossier *dossier,
            BvRegimeSet *regimes,
            BvSubjectKind kind)
{
  const BvRegime *regime = bv_dossier_get_regime (dossier, regimes);
  BvAward award = { .form_code = self->form_code, .subject_kind = kind, .year = dossier->year };
  g_autofree char *date = bv_dossier_get_date (dossier);
  g_autofree char *message = NULL;
  const BvRegimeAward *form;

  if (bv_record_is_blank (self->form_code))
    {
      bv_problems_add (problems, "form_code", BV_VALUE_ERROR_EMPTY, _ ("Choose an award."));
      return;
    }
  message = bv_award_check_in_regime (regimes, regime, &award, dossier->level, date);
  if (message != NULL)
    {
      bv_problems_add (problems, "form_code", BV_VALUE_ERROR_RANGE, message);
      return;
    }
  form = regime != NULL ? bv_regime_find_award (regime, self->form_code) : NULL;
  /* One that was proposed under the old code stays. */
  if (self->id == 0 && form != NULL && form->replaced_by != NULL)
    {
      message = bv_regime_describe_replaced (regime, form);
      bv_problems_add (problems, "form_code", BV_VALUE_ERROR_RANGE, message);
      return;
    }
  if (dossier->is_simplified && form != NULL
      && !bv_dossier_may_be_simplified (form, dossier->manner, kind))
    {
      message = g_strdup_printf (
        /* TRANSLATORS: an award, a manner of commendation: For merit. */
        _ ("The law does not allow the simplified procedure for “%s” (%s)."), form->name,
        bv_manner_get_label (dossier->manner));
      bv_problems_add (problems, "form_code", BV_VALUE_ERROR_RANGE, message);
    }
}

static gboolean
check_unit_lives (BvConnection *connection,
                  GPtrArray *problems,
                  const BvNomination *self,
                  const BvDossier *dossier,
                  GError **error)
{
  g_autoptr (BvUnit) unit = bv_unit_load (connection, self->subject_id, error);
  g_autofree char *date = bv_dossier_get_date (dossier);

  if (unit == NULL)
    return FALSE;
  if (unit->to_date != NULL && strcmp (unit->to_date, date) < 0)
    {
      g_autofree char *day = bv_date_format_short (unit->to_date);
      g_autofree char *message = g_strdup_printf (
        _ ("%s has not existed since %s; awards to collectives that no longer exist are left out "
           "(Circular 15/2025/TT-BNV). Give a reason if it shall stand."),
        unit->name, day);

      bv_problems_add (problems, "subject_id", BV_VALUE_ERROR_REASON, message);
    }
  return TRUE;
}

static gboolean
check_same (BvConnection *connection,
            GPtrArray *problems,
            const BvNomination *self,
            const BvDossier *dossier,
            BvRegimeSet *regimes,
            GError **error)
{
  g_autoptr (GPtrArray) same = list_same (connection, regimes, self, dossier, error);

  if (same == NULL)
    return FALSE;
  if (same->len > 0)
    {
      g_autofree char *message = g_strdup_printf (
        "%s %s", (char *) g_ptr_array_index (same, 0),
        _ ("One achievement has one award. Give a reason if it shall stand."));

      bv_problems_add (problems, "achievement", BV_VALUE_ERROR_REASON, message);
    }
  return TRUE;
}

GPtrArray *
bv_nomination_validate (BvConnection *connection, const BvNomination *self, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autoptr (BvDossier) dossier = bv_dossier_load (connection, self->dossier_id, error);
  g_autoptr (BvRegimeSet) regimes = NULL;
  gboolean has_reason = !bv_record_is_blank (self->override_reason);
  gint64 kind;
  gint64 n;

  if (dossier == NULL)
    return NULL;
  regimes = bv_regime_set_load (connection, error);
  if (regimes == NULL
      || !bv_connection_query_int (connection, &kind, 0, error,
                                   "SELECT kind FROM subject WHERE id = ?1", "i", self->subject_id)
      || !bv_connection_query_int (connection, &n, 0, error,
                                   "SELECT count (*) FROM nomination WHERE dossier_id = ?1"
                                   " AND subject_id = ?2 AND form_code = ?3 AND id <> ?4",
                                   "iisi", self->dossier_id, self->subject_id, self->form_code,
                                   self->id))
    return NULL;
  if (kind == 0)
    {
      bv_problems_add (problems, "subject_id", BV_VALUE_ERROR_UNKNOWN,
                       _ ("Choose who is honoured from the register."));
      return g_steal_pointer (&problems);
    }
  check_form (problems, self, dossier, regimes, (BvSubjectKind) kind);
  if (n > 0)
    bv_problems_add (problems, "subject_id", BV_VALUE_ERROR_DUPLICATE,
                     _ ("The dossier already has this award for the same subject."));
  if (self->is_posthumous && kind != BV_SUBJECT_PERSON)
    bv_problems_add (problems, "is_posthumous", BV_VALUE_ERROR_RANGE,
                     _ ("Only a person can be honoured posthumously."));
  bv_record_check_texts (problems, self, bv_nomination_texts, BV_NOMINATION_N_TEXTS);
  if (has_reason)
    return g_steal_pointer (&problems);
  if (kind == BV_SUBJECT_UNIT && !check_unit_lives (connection, problems, self, dossier, error))
    return NULL;
  if (!check_same (connection, problems, self, dossier, regimes, error))
    return NULL;
  return g_steal_pointer (&problems);
}

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

/* Columns as in BvNominationColumn. */
#define ROW_SQL                                                                                    \
  "SELECT n.position, n.subject_id, s.kind, n.name_printed, n.detail_printed, n.form_code,"        \
  " n.achievement, n.state, n.is_posthumous, n.dossier_id, d.title, d.year, d.state,"              \
  " (SELECT count (*) FROM evidence e WHERE e.nomination_id = n.id) FROM nomination n"             \
  " JOIN subject s ON s.id = n.subject_id JOIN dossier d ON d.id = n.dossier_id WHERE n.id = ?1"

BvRowSource *
bv_nomination_source (gint64 dossier_id, gint64 subject_id)
{
  BvRowSource *source;

  if (dossier_id != 0)
    {
      source = bv_row_source_new (
        "SELECT id FROM nomination WHERE dossier_id = ?1 ORDER BY position, id", ROW_SQL);
      bv_row_source_bind_int (source, 1, dossier_id);
      return source;
    }
  source = bv_row_source_new ("SELECT n.id FROM nomination n JOIN dossier d ON d.id = n.dossier_id"
                              " WHERE n.subject_id = ?1 ORDER BY d.year DESC, n.id DESC",
                              ROW_SQL);
  bv_row_source_bind_int (source, 1, subject_id);
  return source;
}
