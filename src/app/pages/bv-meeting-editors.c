// SPDX-License-Identifier: GPL-3.0-or-later
/* A meeting as a form, and what is asked about one item of its agenda. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-council-editors.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-problem.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-council.h"
#include "merit/bv-meeting.h"
#include "merit/bv-vote.h"
#include "pages/bv-form-act.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

/* ── A meeting ───────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  GWeakRef parent;
  BvStore *store;
  BvCouncilEditedFunc done;
  BvMeeting *meeting;
  GPtrArray *councils; /* of BvCouncil */
  GPtrArray *members;  /* of BvCouncilMember: of the meeting's council */
} Editor;

static void
editor_clear (gpointer data)
{
  Editor *editor = data;

  g_weak_ref_clear (&editor->parent);
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->meeting, bv_meeting_free);
  g_clear_pointer (&editor->councils, g_ptr_array_unref);
  g_clear_pointer (&editor->members, g_ptr_array_unref);
}

static void
editor_unref (Editor *editor)
{
  g_atomic_rc_box_release_full (editor, editor_clear);
}

static void
saved_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  Editor *editor = user_data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&editor->parent);

  bv_form_window_set_busy (BV_FORM_WINDOW (widget), FALSE);
  if (error == NULL && parent != NULL && editor->done != NULL)
    editor->done (parent, editor->meeting->id);
  bv_form_window_finish (BV_FORM_WINDOW (widget), error);
}

/* A new meeting of another council than the one proposed gets that one's chair and secretary. */
static gboolean
take_posts (BvStore *store, BvMeeting *meeting, GError **error)
{
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (BvMeeting) proposed = NULL;

  if (meeting->id != 0 || meeting->chair_id != 0)
    return TRUE;
  lease = bv_store_lease (store, error);
  if (lease != NULL)
    proposed = bv_meeting_propose (bv_lease_connection (lease), meeting->council_id,
                                   meeting->on_date, error);
  if (proposed == NULL)
    return FALSE;
  meeting->chair_id = proposed->chair_id;
  meeting->secretary_id = proposed->secretary_id;
  return TRUE;
}

static gboolean
meeting_call (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  BvMeeting *meeting = ((Editor *) data)->meeting;

  return take_posts (store, meeting, error) && bv_meeting_save_act (store, meeting, act_id, error);
}

/* A council other than the proposed one brings its own posts, which the act looks up: only what was typed is looked at. */
static GPtrArray *
check_meeting (BvConnection *connection, gpointer data, GError **error)
{
  return bv_meeting_validate (connection, ((Editor *) data)->meeting, error);
}

static void
save_meeting (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvMeeting *meeting = editor->meeting;
  g_autofree char *method = bv_form_get_text (form, "is_secret");
  gint64 council = bv_form_get_int (form, "council_id");

  bv_text_take (&meeting->title, bv_form_get_text (form, "title"));
  bv_text_take (&meeting->on_date, bv_form_get_text (form, "on_date"));
  bv_text_take (&meeting->from_time, bv_form_get_text (form, "from_time"));
  bv_text_take (&meeting->to_time, bv_form_get_text (form, "to_time"));
  bv_text_take (&meeting->place, bv_form_get_text (form, "place"));
  bv_text_take (&meeting->discussion, bv_form_get_text (form, "discussion"));
  bv_text_take (&meeting->minutes_number, bv_form_get_text (form, "minutes_number"));
  bv_text_take (&meeting->note, bv_form_get_text (form, "note"));
  meeting->copies = (int) bv_form_get_int (form, "copies");
  meeting->is_secret = g_str_equal (method, "secret");
  meeting->chair_id = council == meeting->council_id ? bv_form_get_int (form, "chair_id") : 0;
  meeting->secretary_id = council == meeting->council_id ? bv_form_get_int (form, "secretary_id")
                                                         : 0;
  meeting->council_id = council;
  bv_form_act_call (window, editor->store, check_meeting, meeting_call,
                    g_atomic_rc_box_acquire (editor), (GDestroyNotify) editor_unref, saved_cb,
                    editor);
}

static void
add_councils (BvForm *form, GPtrArray *councils)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < councils->len; i++)
    {
      const BvCouncil *council = g_ptr_array_index (councils, i);

      g_ptr_array_add (codes, g_strdup_printf ("%" G_GINT64_FORMAT, council->id));
      g_ptr_array_add (labels,
                       *council->decision_number == '\0'
                         ? g_strdup (council->name)
                         : g_strdup_printf ("%s (%s)", council->name, council->decision_number));
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_combo (form, "council_id", _ ("C_ouncil"), (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
}

/* @voting: only those with a vote */
static void
add_members (BvForm *form,
             const char *field,
             const char *title,
             GPtrArray *members,
             gboolean voting)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (codes, g_strdup ("0"));
  g_ptr_array_add (labels, g_strdup (_ ("Nobody yet")));
  for (guint i = 0; i < members->len; i++)
    {
      const BvCouncilMember *member = g_ptr_array_index (members, i);

      if (voting && !member->has_vote)
        continue;
      g_ptr_array_add (codes, g_strdup_printf ("%" G_GINT64_FORMAT, member->id));
      g_ptr_array_add (labels, g_strdup_printf ("%s (%s)", member->name,
                                                bv_choice_label (bv_council_roles, member->role)));
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_combo (form, field, title, (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
}

static void
present_meeting (GtkWidget *parent, Editor *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());
  const BvMeeting *meeting = editor->meeting;
  gboolean is_new = meeting->id == 0;

  bv_form_add_section (form, NULL, NULL);
  bv_form_add_text (form, "title", C_ ("meeting", "_About"));
  bv_form_set_required (form, "title");
  bv_form_set_hint (form, "title", _ ("“Xét khen thưởng tổng kết năm 2022”"));
  add_councils (form, editor->councils);
  bv_form_add_date (form, "on_date", _ ("_Date"), FALSE);
  bv_form_set_required (form, "on_date");
  bv_form_add_text (form, "from_time", _ ("_Begins at"));
  bv_form_add_text (form, "to_time", _ ("_Ends at"));
  bv_form_add_text (form, "place", C_ ("meeting", "_Place"));
  bv_form_add_section (form, _ ("Vote"), NULL);
  bv_form_add_choice (form, "is_secret", _ ("_Way of voting"), bv_meeting_methods);
  bv_form_set_hint (
    form, "is_secret",
    _ ("For all names of the meeting. Where some are voted on by hands and others in "
       "secret, plan two meetings on the same day."));
  add_members (form, "chair_id", _ ("_In the chair"), editor->members, TRUE);
  add_members (form, "secretary_id", _ ("_Secretary"), editor->members, FALSE);
  bv_form_add_section (form, _ ("Minutes"), NULL);
  bv_form_add_text (form, "minutes_number", _ ("_Number"));
  bv_form_add_paragraph (form, "discussion", _ ("Dis_cussion"));
  bv_form_add_number (form, "copies", _ ("Cop_ies"), 0);
  bv_form_add_paragraph (form, "note", _ ("N_ote"));
  bv_form_set_text (form, "title", meeting->title);
  bv_form_set_int (form, "council_id", meeting->council_id);
  bv_form_set_text (form, "on_date", meeting->on_date);
  bv_form_set_text (form, "from_time", meeting->from_time);
  bv_form_set_text (form, "to_time", meeting->to_time);
  bv_form_set_text (form, "place", meeting->place);
  bv_form_set_text (form, "is_secret", meeting->is_secret ? "secret" : "hands");
  bv_form_set_int (form, "chair_id", meeting->chair_id);
  bv_form_set_int (form, "secretary_id", meeting->secretary_id);
  bv_form_set_text (form, "minutes_number", meeting->minutes_number);
  bv_form_set_text (form, "discussion", meeting->discussion);
  bv_form_set_int (form, "copies", meeting->copies);
  bv_form_set_text (form, "note", meeting->note);
  bv_form_set_clean (form);
  bv_form_window_present (parent, is_new ? _ ("New Meeting") : _ ("Meeting"), form, NULL,
                          save_meeting, editor, (GDestroyNotify) editor_unref);
}

typedef struct
{
  BvStore *store;
  BvCouncilEditedFunc done;
  gint64 id;
  gint64 item_id;
  gint64 member_id;
  char *name;
} Ask;

static void
ask_free (Ask *ask)
{
  g_object_unref (ask->store);
  g_free (ask->name);
  g_free (ask);
}

/* The council in office, else the newest. */
static BvMeeting *
new_meeting (BvConnection *connection, GPtrArray *councils, GError **error)
{
  g_autofree char *today = bv_date_today ();
  gint64 council;

  if (!bv_council_find_on (connection, "emulation", today, &council, error))
    return NULL;
  if (council == 0 && councils->len > 0)
    council = ((BvCouncil *) g_ptr_array_index (councils, 0))->id;
  return bv_meeting_propose (connection, council, today, error);
}

static gpointer
read_meeting (BvConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  const Ask *ask = user_data;
  Editor *editor = g_atomic_rc_box_new0 (Editor);

  editor->store = g_object_ref (ask->store);
  editor->done = ask->done;
  g_weak_ref_init (&editor->parent, NULL);
  editor->councils = bv_council_list (connection, NULL, error);
  if (editor->councils != NULL)
    editor->meeting = ask->id != 0 ? bv_meeting_load (connection, ask->id, error)
                                   : new_meeting (connection, editor->councils, error);
  if (editor->meeting != NULL)
    editor->members = bv_council_list_members (connection, editor->meeting->council_id, NULL,
                                               error);
  if (editor->members == NULL)
    g_clear_pointer (&editor, editor_unref);
  return editor;
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  Editor *editor = result;

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The meeting could not be read"), error);
      return;
    }
  g_weak_ref_set (&editor->parent, owner);
  present_meeting (GTK_WIDGET (owner), editor);
}

void
bv_meeting_editor_present (GtkWidget *parent, BvStore *store, gint64 id, BvCouncilEditedFunc done)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->store = g_object_ref (store);
  ask->id = id;
  ask->done = done;
  bv_read_async (G_OBJECT (parent), store, read_meeting, ask, (GDestroyNotify) ask_free, read_cb,
                 (GDestroyNotify) editor_unref, NULL);
}

/* ── About one item ──────────────────────────────────────────────────────────────────────── */

typedef enum
{
  POSTPONE,
  DECIDE,
  RECUSE,
} Question;

typedef struct
{
  Question question;
  BvStore *store;
  gint64 item_id;
  gint64 member_id;
  gboolean is_passed;
  char *reason;
} Answer;

static void
answer_clear (gpointer data)
{
  Answer *answer = data;

  g_clear_object (&answer->store);
  g_free (answer->reason);
}

static void
answer_unref (Answer *answer)
{
  g_atomic_rc_box_release_full (answer, answer_clear);
}

static Answer *
answer_new (Question question, BvStore *store, gint64 item_id)
{
  Answer *answer = g_atomic_rc_box_new0 (Answer);

  answer->question = question;
  answer->store = g_object_ref (store);
  answer->item_id = item_id;
  return answer;
}

static gboolean
answer_call (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Answer *answer = data;

  if (answer->question == POSTPONE)
    return bv_vote_postpone_act (store, answer->item_id, answer->reason, act_id, error);
  if (answer->question == DECIDE)
    return bv_vote_decide_tie_act (store, answer->item_id, answer->is_passed, answer->reason,
                                   act_id, error);
  return bv_vote_recuse_act (store, answer->item_id, answer->member_id, answer->reason, act_id,
                             error);
}

static void
save_answer (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Answer *answer = user_data;

  bv_text_take (&answer->reason, bv_form_get_text (form, "reason"));
  if (answer->question == DECIDE)
    {
      g_autofree char *result = bv_form_get_text (form, "result");

      answer->is_passed = g_str_equal (result, "passed");
    }
  else if (answer->question == RECUSE)
    {
      answer->member_id = bv_form_get_int (form, "member_id");
      if (answer->member_id == 0)
        {
          g_autoptr (GPtrArray) problems = bv_problems_new ();

          bv_problems_add (problems, "member_id", BV_VALUE_ERROR_EMPTY, _ ("Choose the member."));
          bv_form_show_problems (form, problems);
          return;
        }
    }
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), answer->store, NULL, answer_call,
               g_atomic_rc_box_acquire (answer), (GDestroyNotify) answer_unref,
               bv_form_window_act_done, NULL);
}

static void
present_answer (GtkWidget *parent, const char *title, BvForm *form, Answer *answer)
{
  bv_form_set_clean (form);
  bv_form_window_present (parent, title, form, NULL, save_answer, answer,
                          (GDestroyNotify) answer_unref);
}

void
bv_vote_editor_postpone (GtkWidget *parent, BvStore *store, gint64 item_id, const char *name)
{
  BvForm *form = BV_FORM (bv_form_new ());

  bv_form_add_section (form, name, _ ("No vote in this meeting; another meeting may take it up."));
  bv_form_add_paragraph (form, "reason", _ ("_Reason"));
  present_answer (parent, _ ("Postpone"), form, answer_new (POSTPONE, store, item_id));
}

void
bv_vote_editor_decide (GtkWidget *parent, BvStore *store, gint64 item_id, const char *name)
{
  static const BvChoice results[] = {
    { "passed", NC_ ("vote", "Passed"), "vote" },
    { "failed", NC_ ("vote", "Not passed"), "vote" },
    { NULL, NULL, NULL },
  };
  BvForm *form = BV_FORM (bv_form_new ());

  bv_form_add_section (form, name,
                       _ ("As many votes for as against: whoever is in the chair "
                          "decides."));
  bv_form_add_choice (form, "result", _ ("_Decision of the chair"), results);
  bv_form_add_paragraph (form, "reason", _ ("_Reason"));
  bv_form_set_required (form, "reason");
  present_answer (parent, _ ("The Chair Decides"), form, answer_new (DECIDE, store, item_id));
}

/* Members who have a vote and take part in this one. */
static gpointer
read_voters (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  const Ask *ask = user_data;
  g_autoptr (BvMeeting) meeting = bv_meeting_load (connection, ask->id, error);

  return meeting != NULL
           ? bv_council_list_members (connection, meeting->council_id, meeting->on_date, error)
           : NULL;
}

static void
voters_cb (gpointer owner, gpointer result, const GError *error)
{
  g_autoptr (GPtrArray) members = result;
  Ask *ask = g_object_get_data (owner, "bv-recusal");
  BvForm *form;

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The council could not be read"), error);
      return;
    }
  if (ask == NULL)
    return;
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, ask->name,
                       _ ("A member who is related to the matter does not vote on it, and is not "
                          "counted among all members."));
  add_members (form, "member_id", _ ("_Member"), members, TRUE);
  bv_form_set_int (form, "member_id", ask->member_id);
  bv_form_add_paragraph (form, "reason", _ ("_Reason"));
  bv_form_set_required (form, "reason");
  if (ask->member_id != 0)
    bv_form_set_text (form, "reason", _ ("Is the one who is nominated"));
  present_answer (GTK_WIDGET (owner), _ ("Vote without a Member"), form,
                  answer_new (RECUSE, ask->store, ask->item_id));
  g_object_set_data (owner, "bv-recusal", NULL);
}

void
bv_vote_editor_recuse (GtkWidget *parent,
                       BvStore *store,
                       gint64 meeting_id,
                       gint64 item_id,
                       gint64 member_id,
                       const char *name)
{
  Ask *ask = g_new0 (Ask, 1);
  Ask *shown = g_new0 (Ask, 1);

  ask->store = g_object_ref (store);
  ask->id = meeting_id;
  *shown = *ask;
  shown->store = g_object_ref (store);
  shown->item_id = item_id;
  shown->member_id = member_id;
  shown->name = g_strdup (name);
  g_object_set_data_full (G_OBJECT (parent), "bv-recusal", shown, (GDestroyNotify) ask_free);
  bv_read_async (G_OBJECT (parent), store, read_voters, ask, (GDestroyNotify) ask_free, voters_cb,
                 (GDestroyNotify) g_ptr_array_unref, NULL);
}
