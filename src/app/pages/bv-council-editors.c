// SPDX-License-Identifier: GPL-3.0-or-later
/* Councils and their members as forms, and the acts of this page that need no form. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-council-editors.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-agenda.h"
#include "merit/bv-council.h"
#include "merit/bv-meeting-close.h"
#include "merit/bv-meeting.h"
#include "merit/bv-vote.h"
#include "office/bv-office.h"
#include "pages/bv-form-act.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

/* ── Acts without a form ─────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvCouncilAct act;
  gint64 id;
  gint64 other;
} Plain;

static gboolean
plain_call (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Plain *plain = data;

  switch (plain->act)
    {
    case BV_COUNCIL_ACT_DELETE_COUNCIL:
      return bv_council_delete_act (store, plain->id, act_id, error);
    case BV_COUNCIL_ACT_DELETE_MEMBER:
      return bv_council_member_delete_act (store, plain->id, act_id, error);
    case BV_COUNCIL_ACT_MOVE_MEMBER:
      return bv_council_member_move_act (store, plain->id, (int) plain->other, act_id, error);
    case BV_COUNCIL_ACT_DELETE_MEETING:
      return bv_meeting_delete_act (store, plain->id, act_id, error);
    case BV_COUNCIL_ACT_ATTEND_ALL:
      return bv_meeting_attend_all_act (store, plain->id, act_id, error);
    case BV_COUNCIL_ACT_CLOSE:
      return bv_meeting_close_act (store, plain->id, act_id, error);
    case BV_COUNCIL_ACT_REOPEN:
      return bv_meeting_reopen_act (store, plain->id, act_id, error);
    case BV_COUNCIL_ACT_FILL:
      return bv_vote_fill_act (store, plain->id, NULL, act_id, error);
    case BV_COUNCIL_ACT_CLEAR:
      return bv_vote_clear_act (store, plain->id, act_id, error);
    case BV_COUNCIL_ACT_REMOVE_ITEM:
      return bv_agenda_remove_act (store, plain->id, act_id, error);
    case BV_COUNCIL_ACT_MOVE_ITEM:
      return bv_agenda_move_act (store, plain->id, (int) plain->other, act_id, error);
    case BV_COUNCIL_ACT_UNRECUSE:
      return bv_vote_unrecuse_act (store, plain->id, plain->other, act_id, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

void
bv_council_act_run (GtkWidget *parent, BvStore *store, BvCouncilAct act, gint64 id, gint64 other)
{
  Plain *plain = g_new0 (Plain, 1);

  plain->act = act;
  plain->id = id;
  plain->other = other;
  bv_act_call (parent, store, NULL, plain_call, plain, g_free, NULL, NULL);
}

/* ── A council ───────────────────────────────────────────────────────────────────────────── */

/* What a form works on; shared by the window and the act that saves it. */
typedef struct
{
  GWeakRef parent;
  BvStore *store;
  BvCouncilEditedFunc done;
  BvCouncil *council;
  BvCouncilMember *member;
} Editor;

static void
editor_clear (gpointer data)
{
  Editor *editor = data;

  g_weak_ref_clear (&editor->parent);
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->council, bv_council_free);
  g_clear_pointer (&editor->member, bv_council_member_free);
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
    editor->done (parent, editor->council->id);
  bv_form_window_finish (BV_FORM_WINDOW (widget), error);
}

static gboolean
council_call (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_council_save_act (store, ((Editor *) data)->council, act_id, error);
}

static GPtrArray *
check_council (BvConnection *connection, gpointer data, GError **error)
{
  return bv_council_validate (connection, ((Editor *) data)->council, error);
}

static void
save_council (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvCouncil *council = editor->council;

  bv_text_take (&council->name, bv_form_get_text (form, "name"));
  bv_text_take (&council->kind, bv_form_get_text (form, "kind"));
  bv_text_take (&council->decision_number, bv_form_get_text (form, "decision_number"));
  bv_text_take (&council->decision_date, bv_form_get_text_or_null (form, "decision_date"));
  bv_text_take (&council->from_date, bv_form_get_text_or_null (form, "from_date"));
  bv_text_take (&council->to_date, bv_form_get_text_or_null (form, "to_date"));
  bv_text_take (&council->note, bv_form_get_text (form, "note"));
  bv_form_act_call (window, editor->store, check_council, council_call,
                    g_atomic_rc_box_acquire (editor), (GDestroyNotify) editor_unref, saved_cb,
                    editor);
}

static void
present_council (GtkWidget *parent, Editor *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());
  const BvCouncil *council = editor->council;

  bv_form_add_section (form, NULL, NULL);
  bv_form_add_paragraph (form, "name", _ ("_Name"));
  bv_form_set_required (form, "name");
  if (*council->name == '\0')
    bv_form_set_hint (form, "name", _ ("“Hội đồng Thi đua - Khen thưởng huyện …”"));
  bv_form_add_choice (form, "kind", _ ("_Kind of council"), bv_council_kinds);
  bv_form_add_section (form, _ ("Set up by"), NULL);
  bv_form_add_text (form, "decision_number", _ ("_Number of the decision"));
  bv_form_add_date (form, "decision_date", _ ("_Date of the decision"), FALSE);
  bv_form_add_section (form, _ ("Term"), _ ("Meetings stand inside it. Empty: open."));
  bv_form_add_date (form, "from_date", _ ("_First day"), FALSE);
  bv_form_add_date (form, "to_date", _ ("_Last day"), FALSE);
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_paragraph (form, "note", _ ("N_ote"));
  bv_form_set_text (form, "name", council->name);
  bv_form_set_text (form, "kind", council->kind);
  bv_form_set_text (form, "decision_number", council->decision_number);
  bv_form_set_text (form, "decision_date", council->decision_date);
  bv_form_set_text (form, "from_date", council->from_date);
  bv_form_set_text (form, "to_date", council->to_date);
  bv_form_set_text (form, "note", council->note);
  bv_form_set_clean (form);
  bv_form_window_present (parent, council->id == 0 ? _ ("New Council") : _ ("Council"), form, NULL,
                          save_council, editor, (GDestroyNotify) editor_unref);
}

/* ── A member ────────────────────────────────────────────────────────────────────────────── */

static gboolean
member_call (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_council_member_save_act (store, ((Editor *) data)->member, act_id, error);
}

static GPtrArray *
check_member (BvConnection *connection, gpointer data, GError **error)
{
  return bv_council_member_validate (connection, ((Editor *) data)->member, error);
}

static void
save_member (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvCouncilMember *member = editor->member;
  g_autofree char *role = bv_form_get_text (form, "role");

  /* Another role has another order of its own. */
  if (!g_str_equal (role, member->role))
    member->position = 0;
  bv_text_take (&member->role, g_steal_pointer (&role));
  bv_text_take (&member->honorific, bv_form_get_text (form, "honorific"));
  bv_text_take (&member->name, bv_form_get_text (form, "name"));
  bv_text_take (&member->post, bv_form_get_text (form, "post"));
  bv_text_take (&member->from_date, bv_form_get_text_or_null (form, "from_date"));
  bv_text_take (&member->to_date, bv_form_get_text_or_null (form, "to_date"));
  member->has_vote = bv_form_get_boolean (form, "has_vote");
  bv_form_act_call (window, editor->store, check_member, member_call,
                    g_atomic_rc_box_acquire (editor), (GDestroyNotify) editor_unref,
                    bv_form_window_act_done, NULL);
}

static void
present_member (GtkWidget *parent, Editor *editor)
{
  static const char *const honorifics[] = { "Ông", "Bà", "Đồng chí", NULL };
  BvForm *form = BV_FORM (bv_form_new ());
  const BvCouncilMember *member = editor->member;

  bv_form_add_section (form, NULL,
                       member->person_id != 0
                         ? _ ("A person of the register; name and post as papers print them.")
                         : NULL);
  bv_form_add_suggest (form, "honorific", _ ("Form of _address"), honorifics);
  bv_form_add_text (form, "name", _ ("_Name"));
  bv_form_set_required (form, "name");
  bv_form_add_text (form, "post", _ ("_Post"));
  bv_form_set_hint (form, "post", _ ("In the office: “Trưởng phòng Nội vụ”"));
  bv_form_add_section (form, _ ("In the council"), NULL);
  bv_form_add_choice (form, "role", _ ("_Role"), bv_council_roles);
  bv_form_add_switch (form, "has_vote", _ ("Has a _vote"),
                      _ ("Off for a secretary who is no member"));
  bv_form_add_date (form, "from_date", _ ("_Joined on"), FALSE);
  bv_form_set_hint (form, "from_date", _ ("Empty: with the council"));
  bv_form_add_date (form, "to_date", _ ("_Last day"), FALSE);
  bv_form_set_hint (form, "to_date", _ ("Empty: to the end of the term"));
  bv_form_set_text (form, "honorific", member->honorific);
  bv_form_set_text (form, "name", member->name);
  bv_form_set_text (form, "post", member->post);
  bv_form_set_text (form, "role", member->role);
  bv_form_set_boolean (form, "has_vote", member->has_vote);
  bv_form_set_text (form, "from_date", member->from_date);
  bv_form_set_text (form, "to_date", member->to_date);
  bv_form_set_clean (form);
  bv_form_window_present (
    parent, member->id == 0 ? _ ("New Member of the Council") : _ ("Member of the Council"), form,
    NULL, save_member, editor, (GDestroyNotify) editor_unref);
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store;
  BvCouncilEditedFunc done;
  gint64 id;
  gint64 council_id;
  gint64 person_id;
  gboolean is_member;
} Ask;

static void
ask_free (Ask *ask)
{
  g_object_unref (ask->store);
  g_free (ask);
}

static BvCouncilMember *
new_member (BvConnection *connection, const Ask *ask, GError **error)
{
  BvCouncilMember *member;

  if (ask->person_id != 0)
    return bv_council_member_propose (connection, ask->council_id, ask->person_id, NULL, error);
  member = bv_council_member_new ();
  member->council_id = ask->council_id;
  return member;
}

/* A council begins with its chair. */
static BvCouncilMember *
first_is_chair (BvConnection *connection, BvCouncilMember *member, GError **error)
{
  g_autoptr (GPtrArray) others = NULL;

  if (member == NULL)
    return NULL;
  others = bv_council_list_members (connection, member->council_id, NULL, error);
  if (others == NULL)
    g_clear_pointer (&member, bv_council_member_free);
  else if (others->len == 0)
    bv_text_set (&member->role, "chair");
  return member;
}

/* With the name that the council of this office bears. */
static BvCouncil *
new_council (BvConnection *connection, GError **error)
{
  g_autofree char *today = bv_date_today ();
  g_autoptr (BvOfficePeriod) office = bv_office_period_on (connection, today, error);
  BvCouncil *council;

  if (office == NULL)
    return NULL;
  council = bv_council_new ();
  bv_text_take (&council->name,
                g_strdup_printf ("Hội đồng Thi đua - Khen thưởng %s", office->area_name));
  return council;
}

static gpointer
read_editor (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  const Ask *ask = user_data;
  Editor *editor = g_atomic_rc_box_new0 (Editor);

  editor->store = g_object_ref (ask->store);
  editor->done = ask->done;
  g_weak_ref_init (&editor->parent, NULL);
  if (ask->is_member)
    editor->member = ask->id != 0
                       ? bv_council_member_load (connection, ask->id, error)
                       : first_is_chair (connection, new_member (connection, ask, error), error);
  else
    editor->council = ask->id != 0 ? bv_council_load (connection, ask->id, error)
                                   : new_council (connection, error);
  if (editor->member == NULL && editor->council == NULL)
    g_clear_pointer (&editor, editor_unref);
  return editor;
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  Editor *editor = result;

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The council could not be read"), error);
      return;
    }
  g_weak_ref_set (&editor->parent, owner);
  if (editor->member != NULL)
    present_member (GTK_WIDGET (owner), editor);
  else
    present_council (GTK_WIDGET (owner), editor);
}

static void
start_reading (GtkWidget *parent, BvStore *store, Ask *ask)
{
  ask->store = g_object_ref (store);
  bv_read_async (G_OBJECT (parent), store, read_editor, ask, (GDestroyNotify) ask_free, read_cb,
                 (GDestroyNotify) editor_unref, NULL);
}

void
bv_council_editor_present (GtkWidget *parent, BvStore *store, gint64 id, BvCouncilEditedFunc done)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->id = id;
  ask->done = done;
  start_reading (parent, store, ask);
}

void
bv_council_member_editor_present (GtkWidget *parent,
                                  BvStore *store,
                                  gint64 council_id,
                                  gint64 id,
                                  gint64 person_id)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->is_member = TRUE;
  ask->id = id;
  ask->council_id = council_id;
  ask->person_id = person_id;
  start_reading (parent, store, ask);
}
