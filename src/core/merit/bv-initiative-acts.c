// SPDX-License-Identifier: GPL-3.0-or-later
/* What is done to initiatives and sessions, each as an act of its own with a title for the history. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-initiative-score.h"
#include "merit/bv-initiative-session.h"
#include "merit/bv-initiative.h"

#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 id;
  int position;
  const char *text;
  const char *more;
  const gint64 *ids;
  guint n;
  BvInitiative *initiative;
  BvInitiativeSession *session;
  const BvInitiativeRecognition *recognition;
  const BvInitiativeSheet *sheet;
  const BvInitiativeMark *marks;
  const BvInitiativeDecision *decision;
} Act;

#define BODY(name, call)                                                                           \
  static gboolean name (BvConnection *connection, gpointer user_data, GError **error)              \
  {                                                                                                \
    Act *act = user_data;                                                                          \
                                                                                                   \
    return call;                                                                                   \
  }

BODY (save_act, bv_initiative_save (connection, act->initiative, error))
BODY (delete_act, bv_initiative_delete (connection, act->id, error))
BODY (submit_act, bv_initiative_submit (connection, act->id, act->text, error))
BODY (take_back_act, bv_initiative_take_back (connection, act->id, error))
BODY (recognise_act, bv_initiative_recognise (connection, act->id, act->recognition, error))
BODY (refuse_act, bv_initiative_refuse (connection, act->id, act->text, act->more, error))
BODY (verdict_act, bv_initiative_set_verdict (connection, act->id, act->text, act->more, error))
BODY (sheet_act, bv_initiative_sheet_save (connection, act->sheet, error))
BODY (sheet_delete_act, bv_initiative_sheet_delete (connection, act->id, act->position, error))
BODY (marks_act, bv_initiative_set_marks (connection, act->id, act->marks, act->n, error))
BODY (session_act, bv_initiative_session_save (connection, act->session, error))
BODY (session_delete_act, bv_initiative_session_delete (connection, act->id, error))
BODY (put_act, bv_initiative_session_put (connection, act->id, act->ids, act->n, error))
BODY (assign_act,
      bv_initiative_session_assign_examiner (connection,
                                             act->id,
                                             act->position,
                                             act->text,
                                             act->more,
                                             error))
BODY (decide_act, bv_initiative_session_decide (connection, act->id, act->decision, error))
BODY (undecide_act, bv_initiative_session_undecide (connection, act->id, error))

/* @title: with one %s for the initiative's title. */
static gboolean
run (BvStore *store,
     const char *format,
     gint64 id,
     BvActFunc func,
     Act *act,
     gint64 *act_id,
     GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvInitiative) initiative = NULL;
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *title = NULL;

  if (lease != NULL)
    initiative = bv_initiative_load (bv_lease_connection (lease), id, error);
  if (initiative == NULL)
    return FALSE;
  g_clear_pointer (&lease, bv_lease_free);
  title = g_strjoinv (initiative->title, parts);
  act->id = id;
  return bv_store_act (store, title, BV_ACT_NONE, func, act, NULL, act_id, error);
}

static gboolean
run_session (BvStore *store,
             const char *format,
             gint64 id,
             BvActFunc func,
             Act *act,
             gint64 *act_id,
             GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autoptr (BvInitiativeSession) session = NULL;
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *title = NULL;

  if (lease != NULL)
    session = bv_initiative_session_load (bv_lease_connection (lease), id, error);
  if (session == NULL)
    return FALSE;
  g_clear_pointer (&lease, bv_lease_free);
  title = g_strjoinv (session->title, parts);
  act->id = id;
  return bv_store_act (store, title, BV_ACT_NONE, func, act, NULL, act_id, error);
}

gboolean
bv_initiative_save_act (BvStore *store, BvInitiative *self, gint64 *act_id, GError **error)
{
  Act act = { .initiative = self };
  gint64 old_id = self->id;
  g_autofree char *title = g_strdup_printf (
    old_id == 0 ? _ ("Add the initiative “%s”") : _ ("Change the initiative “%s”"), self->title);

  if (bv_store_act (store, title, BV_ACT_NONE, save_act, &act, NULL, act_id, error))
    return TRUE;
  self->id = old_id; /* a row that was rolled back has no id */
  return FALSE;
}

gboolean
bv_initiative_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { 0 };

  return run (store, _ ("Delete the initiative “%s”"), id, delete_act, &act, act_id, error);
}

gboolean
bv_initiative_submit_act (BvStore *store,
                          gint64 id,
                          const char *date,
                          gint64 *act_id,
                          GError **error)
{
  Act act = { .text = date };

  return run (store, _ ("Submit the initiative “%s”"), id, submit_act, &act, act_id, error);
}

gboolean
bv_initiative_take_back_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { 0 };

  return run (store, _ ("Take the initiative “%s” back one step"), id, take_back_act, &act, act_id,
              error);
}

gboolean
bv_initiative_recognise_act (BvStore *store,
                             gint64 id,
                             const BvInitiativeRecognition *recognition,
                             gint64 *act_id,
                             GError **error)
{
  Act act = { .recognition = recognition };

  return run (store, _ ("Record the recognition of “%s”"), id, recognise_act, &act, act_id, error);
}

gboolean
bv_initiative_refuse_act (BvStore *store,
                          gint64 id,
                          const char *reason,
                          const char *override_reason,
                          gint64 *act_id,
                          GError **error)
{
  Act act = { .text = reason, .more = override_reason };

  return run (store, _ ("Refuse the initiative “%s”"), id, refuse_act, &act, act_id, error);
}

gboolean
bv_initiative_set_verdict_act (BvStore *store,
                               gint64 id,
                               const char *verdict,
                               const char *reason,
                               gint64 *act_id,
                               GError **error)
{
  Act act = { .text = verdict, .more = reason };

  return run (store, _ ("Note the chair's word on “%s”"), id, verdict_act, &act, act_id, error);
}

gboolean
bv_initiative_sheet_save_act (BvStore *store,
                              const BvInitiativeSheet *self,
                              gint64 *act_id,
                              GError **error)
{
  Act act = { .sheet = self };

  return run (store, _ ("Score the initiative “%s”"), self->initiative_id, sheet_act, &act, act_id,
              error);
}

gboolean
bv_initiative_sheet_delete_act (BvStore *store,
                                gint64 initiative_id,
                                int position,
                                gint64 *act_id,
                                GError **error)
{
  Act act = { .position = position };

  return run (store, _ ("Take away an examiner's sheet of “%s”"), initiative_id, sheet_delete_act,
              &act, act_id, error);
}

gboolean
bv_initiative_set_marks_act (BvStore *store,
                             gint64 initiative_id,
                             const BvInitiativeMark *marks,
                             guint n_marks,
                             gint64 *act_id,
                             GError **error)
{
  Act act = { .marks = marks, .n = n_marks };

  return run (store, _ ("Score the initiative “%s”"), initiative_id, marks_act, &act, act_id,
              error);
}

/* ── Sessions ────────────────────────────────────────────────────────────────────────────── */

gboolean
bv_initiative_session_save_act (BvStore *store,
                                BvInitiativeSession *self,
                                gint64 *act_id,
                                GError **error)
{
  Act act = { .session = self };
  gint64 old_id = self->id;
  g_autofree char *title = g_strdup_printf (
    old_id == 0 ? _ ("Add the session “%s”") : _ ("Change the session “%s”"), self->title);

  if (bv_store_act (store, title, BV_ACT_NONE, session_act, &act, NULL, act_id, error))
    return TRUE;
  self->id = old_id;
  return FALSE;
}

gboolean
bv_initiative_session_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { 0 };

  return run_session (store, _ ("Delete the session “%s”"), id, session_delete_act, &act, act_id,
                      error);
}

gboolean
bv_initiative_session_put_act (BvStore *store,
                               gint64 id,
                               const gint64 *initiatives,
                               guint n_initiatives,
                               gint64 *act_id,
                               GError **error)
{
  Act act = { .ids = initiatives, .n = n_initiatives };
  g_autofree char *title = g_strdup_printf (
    id != 0 ? ngettext ("Put %u initiative before the council",
                        "Put %u initiatives before the council", n_initiatives)
            : ngettext ("Take %u initiative out of its session",
                        "Take %u initiatives out of their session", n_initiatives),
    n_initiatives);

  act.id = id;
  return bv_store_act (store, title, BV_ACT_NONE, put_act, &act, NULL, act_id, error);
}

gboolean
bv_initiative_session_assign_examiner_act (BvStore *store,
                                           gint64 id,
                                           int position,
                                           const char *name,
                                           const char *post,
                                           gint64 *act_id,
                                           GError **error)
{
  Act act = { .position = position, .text = name, .more = post };

  return run_session (store, _ ("Name an examiner of “%s”"), id, assign_act, &act, act_id, error);
}

gboolean
bv_initiative_session_decide_act (BvStore *store,
                                  gint64 id,
                                  const BvInitiativeDecision *decision,
                                  gint64 *act_id,
                                  GError **error)
{
  Act act = { .decision = decision };

  return run_session (store, _ ("Decide “%s”"), id, decide_act, &act, act_id, error);
}

gboolean
bv_initiative_session_undecide_act (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  Act act = { 0 };

  return run_session (store, _ ("Take back the decision of “%s”"), id, undecide_act, &act, act_id,
                      error);
}
