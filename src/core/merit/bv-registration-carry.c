// SPDX-License-Identifier: GPL-3.0-or-later
/* Last year's registrations as this year's drafts. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-registration-carry.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-registration-private.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

static void
left_out_free (BvRegistrationLeftOut *self)
{
  g_free (self->unit_name);
  g_free (self->subject_name);
  g_free (self->form_code);
  g_free (self->reason);
  g_free (self);
}

BvRegistrationCarry *
bv_registration_carry_new (void)
{
  BvRegistrationCarry *self = g_new0 (BvRegistrationCarry, 1);

  self->left_out = g_ptr_array_new_with_free_func ((GDestroyNotify) left_out_free);
  return self;
}

void
bv_registration_carry_free (BvRegistrationCarry *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->left_out);
  g_free (self);
}

/* What the whole run knows. */
typedef struct
{
  BvConnection *connection;
  BvRegimeSet *regimes;
  int year; /* to which */
  const gint64 *unit_ids;
  guint n_units;     /* 0: all */
  GHashTable *begun; /* of sheet ids that got lines */
  BvRegistrationCarry *result;
} Run;

static void
leave_out (Run *run, const BvRegistration *sheet, const BvRegistrationLine *line, char *reason)
{
  BvRegistrationLeftOut *left_out = g_new0 (BvRegistrationLeftOut, 1);

  left_out->unit_name = g_strdup (sheet->unit_name);
  left_out->subject_name = g_strdup (line != NULL ? line->subject_name : "");
  left_out->form_code = g_strdup (line != NULL ? line->form_code : "");
  left_out->reason = reason;
  g_ptr_array_add (run->result->left_out, left_out);
}

/* The unit itself when it exists in the year, else its nearest successors that do. (element-type gint64) */
static GArray *
list_heirs (Run *run, gint64 unit_id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvStatement) statement = bv_connection_query (
    run->connection, error,
    "WITH RECURSIVE heirs (id, distance) AS (SELECT ?1, 0"
    " UNION SELECT x.successor_id, h.distance + 1 FROM heirs h"
    " JOIN unit_succession x ON x.predecessor_id = h.id WHERE h.distance < 100),"
    " alive (id, distance) AS (SELECT h.id, min (h.distance) FROM heirs h"
    " JOIN unit u ON u.subject_id = h.id WHERE " BV_ALIVE_IN_SQL (
      "?2") " GROUP BY h.id)"
            " SELECT id FROM alive WHERE distance = (SELECT min (distance) FROM alive) ORDER BY id",
    "ii", unit_id, (gint64) run->year);
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

/* The sheet of @unit_id in the year, begun from @source when there is none. */
static BvRegistration *
open_target (Run *run, const BvRegistration *source, gint64 unit_id, GError **error)
{
  g_autoptr (BvRegistration) target = NULL;
  gint64 id;

  if (!bv_registration_find (run->connection, unit_id, run->year, &id, error))
    return NULL;
  if (id != 0)
    return bv_registration_load (run->connection, id, error);
  target = bv_registration_new_for (run->connection, unit_id, run->year, error);
  if (target == NULL)
    return NULL;
  bv_text_set (&target->content, source->content);
  if (*target->signer_name == '\0' && unit_id == source->unit_id)
    {
      bv_text_set (&target->signer_name, source->signer_name);
      bv_text_set (&target->signer_post, source->signer_post);
    }
  return bv_registration_save (run->connection, target, error) ? g_steal_pointer (&target) : NULL;
}

typedef enum
{
  LINE_TAKEN,
  LINE_THERE, /* on a sheet of the year already */
  LINE_REFUSED,
} LineEnd;

/* @reason: (out): why it was refused. */
static gboolean
try_line (Run *run,
          const BvRegistration *target,
          const BvRegistrationLine *line,
          gint64 subject_id,
          LineEnd *end,
          char **reason,
          GError **error)
{
  g_autoptr (BvRegistrationLine) copy = bv_registration_line_new ();
  g_autoptr (GPtrArray) problems = NULL;
  const BvProblem *problem;

  copy->registration_id = target->id;
  copy->subject_id = subject_id;
  bv_text_set (&copy->form_code, line->form_code);
  problems = bv_registration_line_validate (run->connection, run->regimes, copy, error);
  if (problems == NULL)
    return FALSE;
  if (problems->len == 0)
    {
      *end = LINE_TAKEN;
      g_hash_table_add (run->begun, g_memdup2 (&target->id, sizeof target->id));
      run->result->n_lines++;
      return bv_registration_line_insert (run->connection, copy, error);
    }
  problem = g_ptr_array_index (problems, 0);
  *end = problem->code == BV_VALUE_ERROR_DUPLICATE ? LINE_THERE : LINE_REFUSED;
  bv_text_take (reason, problem->code == BV_VALUE_ERROR_REASON ? g_strdup_printf (
                          _ ("%s no longer belongs to %s."), line->subject_name, target->unit_name)
                                                               : g_strdup (problem->message));
  return TRUE;
}

/* A collective that ended is followed by its successors; a person goes where they are now. */
static gboolean
carry_line (Run *run,
            const BvRegistration *source,
            GPtrArray *targets,
            const BvRegistrationLine *line,
            GError **error)
{
  g_autoptr (GArray) subjects = NULL;
  g_autofree char *reason = NULL;
  LineEnd end = LINE_REFUSED;

  if (line->subject_kind == BV_SUBJECT_UNIT)
    subjects = list_heirs (run, line->subject_id, error);
  else
    {
      subjects = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (subjects, line->subject_id);
    }
  if (subjects == NULL)
    return FALSE;
  if (subjects->len == 0)
    reason = g_strdup_printf (_ ("%s no longer exists in %d."), line->subject_name, run->year);
  for (guint i = 0; i < subjects->len; i++)
    for (guint j = 0; j < targets->len; j++)
      {
        const BvRegistration *target = g_ptr_array_index (targets, j);
        LineEnd this_end = LINE_REFUSED;

        if (!try_line (run, target, line, g_array_index (subjects, gint64, i), &this_end, &reason,
                       error))
          return FALSE;
        if (this_end == LINE_REFUSED)
          continue;
        end = this_end;
        break;
      }
  if (end == LINE_REFUSED)
    leave_out (run, source, line, g_steal_pointer (&reason));
  return TRUE;
}

static gboolean
is_asked_for (const Run *run, gint64 unit_id)
{
  for (guint i = 0; i < run->n_units; i++)
    if (run->unit_ids[i] == unit_id)
      return TRUE;
  return run->n_units == 0;
}

/* The sheets that take the lines of @source; none when its unit has no successor or theirs are closed. */
static GPtrArray *
open_targets (Run *run, const BvRegistration *source, GError **error)
{
  g_autoptr (GPtrArray)
    targets = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_registration_free);
  g_autoptr (GArray) units = list_heirs (run, source->unit_id, error);

  if (units == NULL)
    return NULL;
  if (units->len == 0 && run->n_units == 0)
    leave_out (run, source, NULL,
               g_strdup_printf (_ ("%s no longer exists in %d and has no successor."),
                                source->unit_name, run->year));
  for (guint i = 0; i < units->len; i++)
    {
      gint64 unit_id = g_array_index (units, gint64, i);
      g_autoptr (BvRegistration) target = NULL;

      if (!is_asked_for (run, unit_id))
        continue;
      target = open_target (run, source, unit_id, error);
      if (target == NULL)
        return NULL;
      if (bv_registration_is_open (target))
        g_ptr_array_add (targets, g_steal_pointer (&target));
      else
        leave_out (run, source, NULL,
                   g_strdup_printf (_ ("The registration of %s for %d is received or approved "
                                       "already."),
                                    target->unit_name, run->year));
    }
  return g_steal_pointer (&targets);
}

static gboolean
carry_sheet (Run *run, const BvRegistration *source, GError **error)
{
  g_autoptr (GPtrArray) lines = bv_registration_line_list (run->connection, source->id, error);
  g_autoptr (GPtrArray) targets = NULL;

  if (lines == NULL || lines->len == 0)
    return lines != NULL;
  targets = open_targets (run, source, error);
  if (targets == NULL)
    return FALSE;
  for (guint i = 0; targets->len > 0 && i < lines->len; i++)
    if (!carry_line (run, source, targets, g_ptr_array_index (lines, i), error))
      return FALSE;
  /* A sheet that was begun for lines of which none could be carried is still the unit's draft. */
  return TRUE;
}

gboolean
bv_registration_carry (BvConnection *connection,
                       int from_year,
                       int to_year,
                       const gint64 *unit_ids,
                       guint n_units,
                       BvRegistrationCarry *result,
                       GError **error)
{
  g_autoptr (GPtrArray) sheets = bv_registration_list (connection, from_year, error);
  g_autoptr (BvRegimeSet) regimes = NULL;
  g_autoptr (GHashTable) begun = NULL;
  Run run = { connection, NULL, to_year, unit_ids, n_units, NULL, result };

  if (sheets != NULL)
    regimes = bv_regime_set_load (connection, error);
  if (regimes == NULL)
    return FALSE;
  if (from_year == to_year)
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                           _ ("Choose another year than the one that is copied from."));
      return FALSE;
    }
  if (sheets->len == 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                   _ ("There is no registration of %d to copy."), from_year);
      return FALSE;
    }
  begun = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  run.regimes = regimes;
  run.begun = begun;
  result->n_lines = 0;
  g_ptr_array_set_size (result->left_out, 0);
  for (guint i = 0; i < sheets->len; i++)
    if (!carry_sheet (&run, g_ptr_array_index (sheets, i), error))
      return FALSE;
  result->n_sheets = g_hash_table_size (begun);
  return TRUE;
}

/* ── As an act ───────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  int from_year;
  int to_year;
  const gint64 *unit_ids;
  guint n_units;
  BvRegistrationCarry *result;
} Act;

static gboolean
carry_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_registration_carry (connection, act->from_year, act->to_year, act->unit_ids,
                                act->n_units, act->result, error);
}

gboolean
bv_registration_carry_act (BvStore *store,
                           int from_year,
                           int to_year,
                           const gint64 *unit_ids,
                           guint n_units,
                           BvRegistrationCarry *result,
                           gint64 *act_id,
                           GError **error)
{
  Act act = { from_year, to_year, unit_ids, n_units, result };
  g_autofree char *title = g_strdup_printf (_ ("Copy the registrations of %d to %d"), from_year,
                                            to_year);

  return bv_store_act (store, title, BV_ACT_NONE, carry_act, &act, NULL, act_id, error);
}
