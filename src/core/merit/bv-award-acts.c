// SPDX-License-Identifier: GPL-3.0-or-later
/* Changes of a decision's list as acts of their own, each with its sentence for the history. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-award-private.h"

#include "base/bv-text.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  BvAward *award;
  gint64 decision_id;
  gint64 id;
  const gint64 *ids;
  guint n_ids;
  const char *form_code;
  BvManner manner;
  const char *text;
  const char *reason;
  int position;
  guint n_added;
} Act;

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_award_save (connection, act->award, error);
}

static gboolean
add_one (BvConnection *connection, Act *act, int year, gint64 subject_id, GError **error)
{
  g_autoptr (BvAward) award = bv_award_new ();
  gint64 n;

  if (!bv_connection_query_int (connection, &n, 0, error,
                                "SELECT count (*) FROM award WHERE decision_id = ?1 AND"
                                " subject_id = ?2 AND form_code = ?3 AND year = ?4",
                                "iisi", act->decision_id, subject_id, act->form_code,
                                (gint64) year))
    return FALSE;
  if (n > 0)
    return TRUE;
  award->decision_id = act->decision_id;
  award->subject_id = subject_id;
  g_free (award->form_code);
  award->form_code = g_strdup (act->form_code);
  award->manner = act->manner;
  award->year = year;
  g_free (award->achievement);
  award->achievement = g_strdup (act->text != NULL ? act->text : "");
  bv_text_set (&award->override_reason, act->reason != NULL ? act->reason : "");
  act->n_added++;
  return bv_award_save (connection, award, error);
}

static gboolean
add_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;
  g_autoptr (BvDecision) decision = bv_decision_load (connection, act->decision_id, error);

  if (decision == NULL)
    return FALSE;
  act->n_added = 0;
  for (guint i = 0; i < act->n_ids; i++)
    if (!add_one (connection, act, decision->year, act->ids[i], error))
      return FALSE;
  return act->n_added == 0 || bv_award_sort (connection, act->decision_id, error);
}

static gboolean
remove_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  for (guint i = 0; i < act->n_ids; i++)
    if (!bv_award_remove (connection, act->ids[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
set_achievement_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_award_set_achievement (connection, act->decision_id, act->ids, act->n_ids, act->text,
                                   error);
}

static gboolean
move_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_award_move (connection, act->id, act->position, error);
}

static gboolean
sort_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Act *act = user_data;

  return bv_award_sort (connection, act->decision_id, error);
}

gboolean
bv_award_save_act (BvStore *store, BvAward *self, gint64 *act_id, GError **error)
{
  Act act = { .award = self };
  gint64 old_id = self->id;
  g_autofree char *title = old_id == 0 ? g_strdup (_ ("Add a line to a decision"))
                           : *self->name_printed == '\0'
                             ? g_strdup (_ ("Change a line of a decision"))
                             : g_strdup_printf (_ ("Change the award of %s"), self->name_printed);

  if (bv_store_act (store, title, BV_ACT_NONE, save_act, &act, NULL, act_id, error))
    return TRUE;
  self->id = old_id; /* a row that was rolled back has no id */
  return FALSE;
}

gboolean
bv_award_add_act (BvStore *store,
                  gint64 decision_id,
                  const gint64 *subject_ids,
                  guint n_subjects,
                  const char *form_code,
                  BvManner manner,
                  const char *achievement,
                  const char *reason,
                  guint *n_added,
                  gint64 *act_id,
                  GError **error)
{
  Act act = {
    .decision_id = decision_id,
    .ids = subject_ids,
    .n_ids = n_subjects,
    .form_code = form_code,
    .manner = manner,
    .text = achievement,
    .reason = reason,
  };
  g_autofree char *title = g_strdup_printf (
    ngettext ("Add %u line to a decision", "Add %u lines to a decision", n_subjects), n_subjects);
  gboolean ok = bv_store_act (store, title, BV_ACT_NONE, add_act, &act, NULL, act_id, error);

  if (n_added != NULL)
    *n_added = ok ? act.n_added : 0;
  return ok;
}

gboolean
bv_award_remove_act (BvStore *store, const gint64 *ids, guint n_ids, gint64 *act_id, GError **error)
{
  Act act = { .ids = ids, .n_ids = n_ids };
  g_autofree char *title = g_strdup_printf (
    ngettext ("Remove %u line from a decision", "Remove %u lines from a decision", n_ids), n_ids);

  return bv_store_act (store, title, BV_ACT_NONE, remove_act, &act, NULL, act_id, error);
}

gboolean
bv_award_set_achievement_act (BvStore *store,
                              gint64 decision_id,
                              const gint64 *ids,
                              guint n_ids,
                              const char *achievement,
                              gint64 *act_id,
                              GError **error)
{
  Act act = { .decision_id = decision_id, .ids = ids, .n_ids = n_ids, .text = achievement };

  return bv_store_act (store, _ ("Change the achievement text of a list"), BV_ACT_NONE,
                       set_achievement_act, &act, NULL, act_id, error);
}

gboolean
bv_award_move_act (BvStore *store, gint64 id, int position, gint64 *act_id, GError **error)
{
  Act act = { .id = id, .position = position };

  return bv_store_act (store, _ ("Move a line of a decision"), BV_ACT_NONE, move_act, &act, NULL,
                       act_id, error);
}

gboolean
bv_award_sort_act (BvStore *store, gint64 decision_id, gint64 *act_id, GError **error)
{
  Act act = { .decision_id = decision_id };

  return bv_store_act (store, _ ("Sort the list of a decision"), BV_ACT_NONE, sort_act, &act, NULL,
                       act_id, error);
}
