// SPDX-License-Identifier: GPL-3.0-or-later
/* Adding, changing and removing nominations, inside an act and as acts of their own. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-dossier-private.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "merit/bv-award-private.h"
#include "merit/bv-evidence.h"
#include "merit/bv-list-order.h"
#include "office/bv-register.h"
#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

/* More than these names an error does not list. */
#define MAX_NAMED 10

gboolean
bv_nomination_check_open (BvConnection *connection,
                          gint64 id,
                          BvNomination **nomination,
                          BvDossier **dossier,
                          GError **error)
{
  g_autoptr (BvNomination) self = bv_nomination_load (connection, id, error);
  g_autoptr (BvDossier) owner = NULL;

  if (self == NULL)
    return FALSE;
  owner = bv_dossier_load (connection, self->dossier_id, error);
  if (owner == NULL
      || ((owner->state != BV_DOSSIER_SUBMITTED || self->state != BV_NOMINATION_RETURNED)
          && !bv_dossier_check_open (owner, error)))
    return FALSE;
  if (nomination != NULL)
    *nomination = g_steal_pointer (&self);
  if (dossier != NULL)
    *dossier = g_steal_pointer (&owner);
  return TRUE;
}

gboolean
bv_nomination_take_snapshot (BvConnection *connection,
                             BvNomination *self,
                             const char *date,
                             GError **error)
{
  g_autoptr (BvAward) award = bv_award_new ();

  award->subject_id = self->subject_id;
  if (!bv_award_take_snapshot (connection, award, date, error))
    return FALSE;
  self->subject_kind = award->subject_kind;
  self->unit_id = award->unit_id;
  bv_text_set (&self->name_printed, award->name_printed);
  bv_text_set (&self->detail_printed, award->detail_printed);
  return TRUE;
}

gboolean
bv_nomination_update (BvConnection *connection, const BvNomination *self, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    connection,
    "UPDATE nomination SET form_code = ?1, achievement = ?2, summary = ?3, name_printed = ?4,"
    " detail_printed = ?5, override_reason = ?6, note = ?7, subject_id = ?8, unit_id = ?9,"
    " is_posthumous = ?10 WHERE id = ?11",
    error);
  int index = BV_NOMINATION_N_FORM_TEXTS + 1;

  if (statement == NULL)
    return FALSE;
  bv_record_bind (self, bv_nomination_texts, BV_NOMINATION_N_FORM_TEXTS, statement, 1);
  bv_statement_bind_int (statement, index++, self->subject_id);
  if (self->unit_id != 0)
    bv_statement_bind_int (statement, index, self->unit_id);
  index++;
  bv_statement_bind_int (statement, index++, self->is_posthumous);
  bv_statement_bind_int (statement, index, self->id);
  return bv_statement_run (statement, error);
}

static gboolean
find_next_position (BvConnection *connection, gint64 dossier_id, int *next, GError **error)
{
  gint64 position;

  if (!bv_connection_query_int (
        connection, &position, 0, error,
        "SELECT coalesce (max (position), 0) + 1 FROM nomination WHERE dossier_id = ?1", "i",
        dossier_id))
    return FALSE;
  *next = (int) position;
  return TRUE;
}

/* Without a position of its own it comes last. */
static gboolean
insert (BvConnection *connection, BvNomination *self, GError **error)
{
  if ((self->position == 0
       && !find_next_position (connection, self->dossier_id, &self->position, error))
      || !bv_connection_run (connection, error,
                             "INSERT INTO nomination (dossier_id, subject_id, form_code, position)"
                             " VALUES (?1, ?2, ?3, ?4)",
                             "iisi", self->dossier_id, self->subject_id, self->form_code,
                             (gint64) self->position))
    return FALSE;
  self->id = bv_connection_last_id (connection);
  return bv_nomination_update (connection, self, error);
}

/* The summary has paragraphs, which cleaning a text would join. */
static void
clean (BvNomination *self)
{
  g_autofree char *summary = bv_text_clean_paragraphs (self->summary);

  bv_record_clean (self, bv_nomination_texts, BV_NOMINATION_N_FORM_TEXTS);
  bv_text_take (&self->summary, g_steal_pointer (&summary));
}

gboolean
bv_nomination_save (BvConnection *connection, BvNomination *self, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (BvNomination) stored = NULL;
  g_autoptr (BvDossier) dossier = NULL;
  g_autofree char *date = NULL;

  clean (self);
  if (self->id == 0)
    {
      dossier = bv_dossier_load (connection, self->dossier_id, error);
      if (dossier == NULL || !bv_dossier_check_open (dossier, error))
        return FALSE;
    }
  else if (!bv_nomination_check_open (connection, self->id, &stored, &dossier, error))
    return FALSE;
  else
    {
      self->dossier_id = stored->dossier_id;
      self->position = stored->position;
      self->state = stored->state;
      bv_text_set (&self->return_reason, stored->return_reason);
      bv_text_set (&self->findings, stored->findings);
    }
  problems = bv_nomination_validate (connection, self, error);
  if (problems == NULL || !bv_problems_check (problems, error))
    return FALSE;
  date = bv_dossier_get_date (dossier);
  if ((*self->name_printed == '\0' || (stored != NULL && stored->subject_id != self->subject_id))
      && !bv_nomination_take_snapshot (connection, self, date, error))
    return FALSE;
  return self->id == 0 ? insert (connection, self, error)
                       : bv_nomination_update (connection, self, error);
}

gboolean
bv_nomination_remove (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvNomination) self = NULL;
  gint64 n_used;

  if (!bv_nomination_check_open (connection, id, &self, NULL, error)
      || !bv_connection_query_int (
        connection, &n_used, 0, error,
        "SELECT (SELECT count (*) FROM agenda_item WHERE nomination_id"
        " = ?1) + (SELECT count (*) FROM award WHERE nomination_id = ?1)",
        "i", id))
    return FALSE;
  if (n_used > 0)
    {
      g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                   _ ("The nomination of %s was before the council or is decided: withdraw it "
                      "instead."),
                   self->name_printed);
      return FALSE;
    }
  return bv_connection_run (connection, error, "DELETE FROM nomination WHERE id = ?1", "i", id)
         && bv_evidence_sweep (connection, error)
         && bv_connection_run (
           connection, error,
           "UPDATE nomination SET position = n.position FROM (SELECT id, row_number () OVER"
           " (ORDER BY position, id) AS position FROM nomination WHERE dossier_id = ?1) AS n"
           " WHERE nomination.id = n.id AND nomination.position <> n.position",
           "i", self->dossier_id);
}

gboolean
bv_nomination_sort (BvConnection *connection, gint64 dossier_id, GError **error)
{
  return bv_list_order_apply (
    connection,
    "SELECT n.id, s.kind, CASE s.kind WHEN 2 THEN s.id ELSE coalesce (n.unit_id, 0) END,"
    " s.sort_key, n.position FROM nomination n JOIN subject s ON s.id = n.subject_id"
    " WHERE n.dossier_id = ?1",
    "UPDATE nomination SET position = ?2 WHERE id = ?1 AND position <> ?2", dossier_id, error);
}

/* Adds one at @position, or tells in @refused why it cannot stand. */
static gboolean
add_one (BvConnection *connection,
         const BvNominationMany *many,
         gint64 subject_id,
         const char *form_code,
         int *position,
         GPtrArray *refused,
         guint *n_added,
         GError **error)
{
  g_autoptr (BvNomination) self = bv_nomination_new ();
  g_autoptr (GPtrArray) problems = NULL;
  gint64 n;

  if (!bv_connection_query_int (connection, &n, 0, error,
                                "SELECT count (*) FROM nomination WHERE dossier_id = ?1"
                                " AND subject_id = ?2 AND form_code = ?3",
                                "iis", many->dossier_id, subject_id, form_code))
    return FALSE;
  if (n > 0)
    return TRUE;
  self->dossier_id = many->dossier_id;
  self->subject_id = subject_id;
  bv_text_set (&self->form_code, form_code);
  bv_text_take (&self->achievement, bv_text_clean (many->achievement));
  problems = bv_nomination_validate (connection, self, error);
  if (problems == NULL)
    return FALSE;
  if (problems->len > 0)
    {
      const BvProblem *problem = g_ptr_array_index (problems, 0);
      gboolean needs_reason = TRUE;

      for (guint i = 0; i < problems->len; i++)
        needs_reason &= ((BvProblem *) g_ptr_array_index (problems, i))->code
                        == BV_VALUE_ERROR_REASON;
      if (!needs_reason || bv_record_is_blank (many->override_reason))
        {
          g_autofree char *name = bv_register_subject_name (connection, subject_id, NULL, error);
          g_autofree char *message = NULL;

          if (name == NULL)
            return FALSE;
          message = g_strdup_printf (_ ("%s: %s"), name, problem->message);
          bv_problems_add (refused, problem->field, problem->code, message);
          return TRUE;
        }
      bv_text_set (&self->override_reason, many->override_reason);
    }
  (*n_added)++;
  self->position = (*position)++;
  return bv_nomination_save (connection, self, error);
}

gboolean
bv_nomination_add_many (BvConnection *connection,
                        const BvNominationMany *many,
                        guint *n_added,
                        GError **error)
{
  g_autoptr (BvDossier) dossier = bv_dossier_load (connection, many->dossier_id, error);
  g_autoptr (GPtrArray) refused = bv_problems_new ();
  int position;

  *n_added = 0;
  if (dossier == NULL || !bv_dossier_check_open (dossier, error)
      || !find_next_position (connection, many->dossier_id, &position, error))
    return FALSE;
  for (guint i = 0; i < many->n_subjects; i++)
    for (guint k = 0; many->form_codes[k] != NULL; k++)
      if (!add_one (connection, many, many->subject_ids[i], many->form_codes[k], &position, refused,
                    n_added, error))
        return FALSE;
  if (refused->len > MAX_NAMED)
    {
      guint n_more = refused->len - MAX_NAMED;
      g_autofree char *more = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_more), n_more);

      g_ptr_array_set_size (refused, MAX_NAMED);
      bv_problems_add (refused, "", BV_VALUE_ERROR_RANGE, more);
    }
  return bv_problems_check (refused, error)
         && (*n_added == 0 || bv_nomination_sort (connection, many->dossier_id, error));
}

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvNomination *nomination;
  const BvNominationMany *many;
  const gint64 *ids;
  guint n;
} Act;

static gboolean
save_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_nomination_save (connection, ((Act *) user_data)->nomination, error);
}

static gboolean
add_many_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_nomination_add_many (connection, act->many, &act->n, error);
}

static gboolean
remove_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  for (guint i = 0; i < act->n; i++)
    if (!bv_nomination_remove (connection, act->ids[i], error))
      return FALSE;
  return TRUE;
}

gboolean
bv_nomination_save_act (BvStore *store, BvNomination *self, gint64 *act_id, GError **error)
{
  Act act = { .nomination = self };
  gint64 old_id = self->id;
  g_autofree char *title =
    *self->name_printed == '\0'
      ? g_strdup (old_id == 0 ? _ ("Add a nomination") : _ ("Change a nomination"))
      : g_strdup_printf (_ ("Change the nomination of %s"), self->name_printed);

  if (bv_store_act (store, title, BV_ACT_NONE, save_cb, &act, NULL, act_id, error))
    return TRUE;
  self->id = old_id; /* a row that was rolled back has no id */
  return FALSE;
}

gboolean
bv_nomination_add_many_act (BvStore *store,
                            const BvNominationMany *many,
                            guint *n_added,
                            gint64 *act_id,
                            GError **error)
{
  Act act = { .many = many };
  g_autofree char *title = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Nominate %u subject", "Nominate %u subjects", many->n_subjects),
    many->n_subjects);
  gboolean ok = bv_store_act (store, title, BV_ACT_NONE, add_many_cb, &act, NULL, act_id, error);

  if (n_added != NULL)
    *n_added = ok ? act.n : 0;
  return ok;
}

gboolean
bv_nomination_remove_act (BvStore *store,
                          const gint64 *ids,
                          guint n_ids,
                          gint64 *act_id,
                          GError **error)
{
  Act act = { .ids = ids, .n = n_ids };
  g_autofree char *title = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Remove %u nomination", "Remove %u nominations", n_ids), n_ids);

  return bv_store_act (store, title, BV_ACT_NONE, remove_cb, &act, NULL, act_id, error);
}
