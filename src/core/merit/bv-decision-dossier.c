// SPDX-License-Identifier: GPL-3.0-or-later
/* Drafts of decisions made from a dossier. The words of a draft are those of an official paper. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-decision-dossier.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-award.h"
#include "merit/bv-dossier.h"
#include "merit/bv-nomination.h"
#include "office/bv-office.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Nomination n of dossier d waits: proposed, passed by its last closed meeting (in the simplified procedure: not turned
 * down by one), and on no decision's list. */
#define WAITING_SQL                                                                                \
  "n.state = 'proposed' AND d.state IN ('accepted', 'decided')"                                    \
  " AND coalesce ((SELECT i.result FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id"       \
  "  WHERE i.nomination_id = n.id AND m.state = 'closed' ORDER BY m.on_date DESC, i.id DESC"       \
  "  LIMIT 1), CASE WHEN d.is_simplified THEN 'passed' ELSE '' END) = 'passed'"                    \
  " AND NOT EXISTS (SELECT 1 FROM award a WHERE a.nomination_id = n.id)"

void
bv_dossier_ready_free (BvDossierReady *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self);
}

gboolean
bv_decision_get_own_level (BvConnection *connection, BvLevel *level, GError **error)
{
  g_autofree char *today = bv_date_today ();
  g_autoptr (BvOfficePeriod) period = bv_office_period_on (connection, today, error);

  if (period == NULL)
    return FALSE;
  if (!bv_level_from_code (bv_office_period_decision_level (period), level))
    *level = BV_LEVEL_UNIT;
  return TRUE;
}

GPtrArray *
bv_decision_list_ready (BvConnection *connection, GError **error)
{
  g_autoptr (GPtrArray)
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_dossier_ready_free);
  g_autoptr (BvStatement) statement = NULL;
  BvLevel own;
  gboolean has_row;

  if (!bv_decision_get_own_level (connection, &own, error))
    return NULL;
  statement = bv_connection_query (connection, error,
                                   "SELECT d.id, d.title, d.year, d.level, count (*) FROM dossier d"
                                   " JOIN nomination n ON n.dossier_id = d.id WHERE " WAITING_SQL
                                   " GROUP BY d.id ORDER BY d.year DESC, d.id DESC",
                                   "");
  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      BvDossierReady *ready;

      if (!has_row)
        return g_steal_pointer (&list);
      ready = g_new0 (BvDossierReady, 1);
      ready->dossier_id = bv_statement_int (statement, 0);
      ready->title = g_strdup (bv_statement_text (statement, 1));
      ready->year = (int) bv_statement_int (statement, 2);
      bv_level_from_code (bv_statement_text (statement, 3), &ready->level);
      ready->n_waiting = (guint) bv_statement_int (statement, 4);
      ready->is_own = ready->level == own;
      g_ptr_array_add (list, ready);
    }
  return NULL;
}

GArray *
bv_decision_list_waiting (BvConnection *connection, gint64 dossier_id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT n.id FROM nomination n JOIN dossier d ON d.id = n.dossier_id"
    " WHERE n.dossier_id = ?1 AND " WAITING_SQL " ORDER BY n.position, n.id",
    "i", dossier_id);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (bv_statement_step (statement, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return g_steal_pointer (&ids);
      id = bv_statement_int (statement, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}

/* ── What the draft says ─────────────────────────────────────────────────────────────────── */

/** Group: nominations that one decision holds. */
typedef struct
{
  GPtrArray *nominations; /* borrowed BvNomination */
  gboolean is_titles;
} Group;

/* "tập thể, cá nhân" */
static char *
name_subjects (GPtrArray *nominations)
{
  static const char *const words[] = { [BV_SUBJECT_UNIT] = "tập thể",
                                       [BV_SUBJECT_PERSON] = "cá nhân",
                                       [BV_SUBJECT_HOUSEHOLD] = "hộ gia đình" };
  static const BvSubjectKind order[] = { BV_SUBJECT_UNIT, BV_SUBJECT_PERSON, BV_SUBJECT_HOUSEHOLD };
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < nominations->len; i++)
      if (((BvNomination *) g_ptr_array_index (nominations, i))->subject_kind == order[k])
        {
          g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words[order[k]]);
          break;
        }
  return g_string_free (text, FALSE);
}

/* What is given: "Giấy khen", "Bằng khen"; NULL when the list is of several sorts. */
static const char *
name_form (GPtrArray *nominations, BvRegimeSet *regimes)
{
  const char *name = NULL;

  for (guint i = 0; i < nominations->len; i++)
    {
      const BvNomination *nomination = g_ptr_array_index (nominations, i);
      const BvRegimeAward *form = bv_regime_set_find_award (regimes, nomination->form_code, NULL);
      const char *own = form == NULL                    ? nomination->form_code
                        : form->kind == BV_AWARD_PRAISE ? "Giấy khen"
                        : form->kind == BV_AWARD_MERIT  ? "Bằng khen"
                                                        : form->name;

      if (name != NULL && !g_str_equal (name, own))
        return NULL;
      name = own;
    }
  return name;
}

static gboolean
is_all_posthumous (GPtrArray *nominations)
{
  for (guint i = 0; i < nominations->len; i++)
    if (!((BvNomination *) g_ptr_array_index (nominations, i))->is_posthumous)
      return FALSE;
  return TRUE;
}

static char *
name_merit (const BvDossier *dossier)
{
  switch (dossier->manner)
    {
    case BV_MANNER_SUDDEN:
      return g_strdup_printf ("có thành tích đột xuất năm %d", dossier->year);
    case BV_MANNER_MOVEMENT:
      if (*dossier->movement_name != '\0')
        return g_str_has_prefix (dossier->movement_name, "Phong trào")
                 ? g_strdup_printf ("có thành tích xuất sắc trong %c%s", 'p',
                                    dossier->movement_name + 1)
                 : g_strdup_printf ("có thành tích xuất sắc trong phong trào thi đua “%s”",
                                    dossier->movement_name);
      return g_strdup_printf ("có thành tích xuất sắc trong phong trào thi đua năm %d",
                              dossier->year);
    case BV_MANNER_DEDICATION:
      return g_strdup ("có quá trình cống hiến");
    case BV_MANNER_MERIT:
    case BV_MANNER_SENIORITY:
    case BV_MANNER_FOREIGN:
    case BV_MANNER_RESISTANCE:
    default:
      return g_strdup_printf ("có thành tích xuất sắc trong thực hiện nhiệm vụ năm %d",
                              dossier->year);
    }
}

static char *
make_title (const BvDossier *dossier, const Group *group, BvRegimeSet *regimes)
{
  const char *form = name_form (group->nominations, regimes);
  g_autofree char *who = NULL;
  g_autofree char *merit = NULL;
  const char *verb;

  if (group->is_titles)
    return form != NULL
             ? g_strdup_printf ("Về việc công nhận danh hiệu “%s” năm %d", form, dossier->year)
             : g_strdup_printf ("Về việc công nhận danh hiệu thi đua năm %d", dossier->year);
  who = name_subjects (group->nominations);
  merit = name_merit (dossier);
  verb = is_all_posthumous (group->nominations) ? "truy tặng" : "tặng";
  return form != NULL ? g_strdup_printf ("Về việc %s %s cho %s %s", verb, form, who, merit)
                      : g_strdup_printf ("Về việc khen thưởng %s %s", who, merit);
}

/* As its own letterhead prints it: "Tờ trình số 12/TTr-PNV ngày 20 tháng 3 năm 2023". */
static char *
make_proposal (BvConnection *connection, const BvDossier *dossier, gboolean is_own, GError **error)
{
  const char *given = dossier->proposal_number;
  g_autofree char *date = bv_date_format_long (dossier->proposal_date);
  g_autofree char *today = bv_date_today ();
  g_autofree char *number = NULL;
  g_autoptr (BvOfficePeriod) period = NULL;

  if (*given == '\0')
    return g_strdup ("");
  /* The office as it was called on the day of the proposal. */
  period = bv_office_period_on (connection, *date != '\0' ? dossier->proposal_date : today, error);
  if (period == NULL)
    return NULL;
  number = strchr (given, '/') != NULL
             ? g_strdup (given)
             : bv_office_period_number (period, is_own ? BV_ISSUER_DEPARTMENT : BV_ISSUER_COMMITTEE,
                                        g_ascii_strtoll (given, NULL, 10), "TTr");
  return *date == '\0' ? g_strdup_printf ("Tờ trình số %s", number)
                       : g_strdup_printf ("Tờ trình số %s %s", number, date);
}

/* ── Making them ─────────────────────────────────────────────────────────────────────────── */

static gboolean
add_line (BvConnection *connection,
          const BvDossier *dossier,
          const BvDecision *decision,
          const BvNomination *nomination,
          GError **error)
{
  g_autoptr (BvAward)
    award = bv_award_propose (connection, nomination->subject_id, nomination->form_code,
                              dossier->manner, dossier->year, decision->on_date, error);

  if (award == NULL)
    return FALSE;
  award->decision_id = decision->id;
  award->nomination_id = nomination->id;
  award->movement_id = dossier->movement_id;
  award->is_posthumous = nomination->is_posthumous;
  bv_text_set (&award->achievement, nomination->achievement);
  bv_text_set (&award->override_reason, nomination->override_reason);
  /* As it was proposed and voted on; the register may have moved on since. */
  if (*nomination->name_printed != '\0')
    {
      bv_text_set (&award->name_printed, nomination->name_printed);
      bv_text_set (&award->detail_printed, nomination->detail_printed);
      award->unit_id = nomination->unit_id;
    }
  if (bv_award_save (connection, award, error))
    return TRUE;
  g_prefix_error (error, "%s: ", award->name_printed);
  return FALSE;
}

static gboolean
make_decision (BvConnection *connection,
               const BvDossier *dossier,
               const Group *group,
               BvRegimeSet *regimes,
               const BvDecisionTerms *terms,
               gboolean is_own,
               GArray *ids,
               GError **error)
{
  g_autoptr (BvDecision) decision = NULL;
  g_autofree char *proposal = NULL;

  if (group->nominations->len == 0)
    return TRUE;
  decision = is_own ? bv_decision_new_draft (connection, NULL, error) : bv_decision_new ();
  if (decision == NULL)
    return FALSE;
  decision->year = dossier->year;
  decision->level = dossier->level;
  decision->dossier_id = dossier->id;
  bv_text_set (&decision->regime_id, dossier->regime_id);
  bv_text_set (&decision->regime_reason, dossier->regime_reason);
  bv_text_take (&decision->title, make_title (dossier, group, regimes));
  proposal = make_proposal (connection, dossier, is_own, error);
  if (proposal == NULL)
    return FALSE;
  bv_text_set (&decision->proposal, proposal);
  if (terms != NULL && terms->reason != NULL)
    bv_text_set (&decision->override_reason, terms->reason);
  if (!is_own)
    {
      decision->origin = BV_ORIGIN_RECEIVED;
      bv_text_set (&decision->number, terms->number);
      bv_text_set (&decision->on_date, terms->date);
      bv_text_set (&decision->issuer, terms->issuer != NULL ? terms->issuer : "");
      bv_text_set (&decision->signer_name, terms->signer_name != NULL ? terms->signer_name : "");
    }
  if (!bv_decision_save (connection, decision, error))
    return FALSE;
  for (guint i = 0; i < group->nominations->len; i++)
    if (!add_line (connection, dossier, decision, g_ptr_array_index (group->nominations, i), error))
      return FALSE;
  g_array_append_val (ids, decision->id);
  /* With its list there is a meeting to compare its date with; and a received decision decides at once. */
  return bv_award_sort (connection, decision->id, error)
         && (is_own || bv_decision_save (connection, decision, error));
}

static gboolean
is_waiting (GArray *waiting, gint64 id)
{
  for (guint i = 0; i < waiting->len; i++)
    if (g_array_index (waiting, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
check_dossier (const BvDossier *dossier,
               GArray *waiting,
               gboolean is_own,
               const BvDecisionTerms *terms,
               GError **error)
{
  if (dossier->state != BV_DOSSIER_ACCEPTED && dossier->state != BV_DOSSIER_DECIDED)
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                 _ ("The dossier “%s” is not accepted yet: accept it before it is decided."),
                 dossier->title);
  else if (waiting->len == 0)
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                 dossier->is_simplified
                   ? _ ("Everybody in the dossier “%s” stands in a decision already.")
                   : _ ("Nobody in the dossier “%s” waits for a decision: the council has passed "
                        "none who does not stand in one already. Close its meeting first."),
                 dossier->title);
  else if (!is_own && (terms == NULL || terms->number == NULL || terms->date == NULL))
    g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                 _ ("The dossier “%s” is not decided here (%s): give number, date and issuer of "
                    "the decision that was received."),
                 dossier->title, bv_level_get_label (dossier->level));
  else
    return TRUE;
  return FALSE;
}

gboolean
bv_decision_new_from_dossier (BvConnection *connection,
                              gint64 dossier_id,
                              const BvDecisionTerms *terms,
                              GArray *ids,
                              GError **error)
{
  g_autoptr (BvDossier) dossier = bv_dossier_load (connection, dossier_id, error);
  g_autoptr (GPtrArray) nominations = NULL;
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  g_autoptr (GArray) waiting = NULL;
  g_autoptr (BvRegimeSet) regimes = NULL;
  BvLevel own;
  gboolean is_own;

  if (dossier == NULL || !bv_decision_get_own_level (connection, &own, error))
    return FALSE;
  is_own = dossier->level == own;
  waiting = bv_decision_list_waiting (connection, dossier_id, error);
  if (waiting == NULL || !check_dossier (dossier, waiting, is_own, terms, error))
    return FALSE;
  nominations = bv_nomination_list (connection, dossier_id, error);
  regimes = bv_regime_set_load (connection, error);
  if (nominations == NULL || regimes == NULL)
    return FALSE;
  for (guint i = 0; i < nominations->len; i++)
    {
      BvNomination *nomination = g_ptr_array_index (nominations, i);
      const BvRegimeAward *form = bv_regime_set_find_award (regimes, nomination->form_code, NULL);

      if (is_waiting (waiting, nomination->id))
        g_ptr_array_add (form != NULL && bv_regime_award_is_title (form) ? titles : forms,
                         nomination);
    }
  if (!is_own && titles->len > 0 && forms->len > 0)
    {
      /* One paper came from above: one decision. */
      g_ptr_array_extend (forms, titles, NULL, NULL);
      g_ptr_array_set_size (titles, 0);
    }
  return make_decision (connection, dossier, &(Group){ titles, TRUE }, regimes, terms, is_own, ids,
                        error)
         && make_decision (connection, dossier, &(Group){ forms, FALSE }, regimes, terms, is_own,
                           ids, error);
}

/* ── As an act of its own ────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 dossier_id;
  const BvDecisionTerms *terms;
  GArray *ids;
} Act;

static gboolean
from_dossier_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_decision_new_from_dossier (connection, act->dossier_id, act->terms, act->ids, error);
}

gboolean
bv_decision_new_from_dossier_act (BvStore *store,
                                  gint64 dossier_id,
                                  const BvDecisionTerms *terms,
                                  GArray *ids,
                                  gint64 *act_id,
                                  GError **error)
{
  Act act = { dossier_id, terms, ids };
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvDossier) dossier = NULL;
  g_autofree char *title = NULL;

  if (lease != NULL)
    dossier = bv_dossier_load (bv_lease_connection (lease), dossier_id, error);
  if (dossier == NULL)
    return FALSE;
  g_clear_pointer (&lease, bv_lease_free);
  title = g_strdup_printf (_ ("Draft the decision on the dossier “%s”"), dossier->title);
  if (bv_store_act (store, title, BV_ACT_NONE, from_dossier_act, &act, NULL, act_id, error))
    return TRUE;
  g_array_set_size (ids, 0); /* rows that were rolled back have no ids */
  return FALSE;
}
