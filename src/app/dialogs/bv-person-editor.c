// SPDX-License-Identifier: GPL-3.0-or-later
/* A person of the register, with the post held now. */

#define G_LOG_DOMAIN "bangvang"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "dialogs/bv-editors.h"
#include "office/bv-register.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

typedef struct
{
  BvStore *store;
  gint64 id;
  gint64 unit_id;
  char *unit_name;
  BvPerson *person;
  BvMembership *membership; /* the primary post of today; NULL: none */
} Editor;

static void
editor_free (Editor *editor)
{
  g_clear_object (&editor->store);
  g_free (editor->unit_name);
  g_clear_pointer (&editor->person, bv_person_free);
  g_clear_pointer (&editor->membership, bv_membership_free);
  g_free (editor);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Editor, editor_free)

static gboolean
save_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Editor *editor = data;
  if (editor->membership == NULL)
    return bv_register_save_person (store, editor->person, act_id, error);
  return bv_register_save_person_in (store, editor->person, editor->membership, act_id, error);
}

static void
read_form (BvForm *form, Editor *editor)
{
  BvPerson *person = editor->person;
  bv_text_take (&person->name, bv_form_get_text (form, "name"));
  bv_text_take (&person->honorific, bv_form_get_text (form, "honorific"));
  bv_text_take (&person->birth, bv_form_get_text_or_null (form, "birth"));
  bv_text_take (&person->sex, bv_form_get_text (form, "sex"));
  bv_text_take (&person->ethnic_group, bv_form_get_text (form, "ethnic_group"));
  bv_text_take (&person->code, bv_form_get_text_or_null (form, "code"));
  person->is_party_member = bv_form_get_boolean (form, "is_party_member");
  bv_text_take (&person->party_since,
                person->is_party_member ? bv_form_get_text_or_null (form, "party_since") : NULL);
  bv_text_take (&person->worker_class, bv_form_get_text (form, "worker_class"));
  bv_text_take (&person->home, bv_form_get_text (form, "home"));
  bv_text_take (&person->address, bv_form_get_text (form, "address"));
  bv_text_take (&person->phone, bv_form_get_text (form, "phone"));
  bv_text_take (&person->note, bv_form_get_text (form, "note"));

  gint64 unit_id = bv_form_get_int (form, "unit_id");
  if (unit_id == 0)
    {
      g_clear_pointer (&editor->membership, bv_membership_free);
      return;
    }
  if (editor->membership == NULL)
    editor->membership = bv_membership_new ();
  editor->membership->person_id = editor->id;
  editor->membership->unit_id = unit_id;
  bv_text_take (&editor->membership->post, bv_form_get_text (form, "post"));
  bv_text_take (&editor->membership->leader_class, bv_form_get_text (form, "leader_class"));
  bv_text_take (&editor->membership->from_date, bv_form_get_text_or_null (form, "from_date"));
}

static Editor *
editor_copy (const Editor *editor)
{
  Editor *copy = g_new0 (Editor, 1);
  copy->id = editor->id;
  copy->person = bv_person_copy (editor->person);
  copy->membership = editor->membership != NULL ? bv_membership_copy (editor->membership) : NULL;
  return copy;
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Editor *editor = user_data;
  g_autoptr (Editor) changed = editor_copy (editor);
  read_form (form, changed);
  g_autoptr (GPtrArray) problems = bv_person_validate (changed->person);
  if (changed->membership != NULL)
    {
      g_autoptr (GPtrArray) more = bv_membership_validate (changed->membership);
      for (guint i = 0; i < more->len; i++)
        {
          const BvProblem *problem = g_ptr_array_index (more, i);
          bv_problems_add (problems, problem->field, problem->code, problem->message);
        }
    }
  if (!bv_form_show_problems (form, problems))
    return;
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, save_thread, g_steal_pointer (&changed),
               (GDestroyNotify) editor_free, bv_form_window_act_done, NULL);
}

static void
form_changed_cb (BvForm *form, const char *field, gpointer user_data)
{
  if (g_str_equal (field, "is_party_member"))
    bv_form_set_visible (form, "party_since", bv_form_get_boolean (form, "is_party_member"));
  else if (g_str_equal (field, "unit_id"))
    {
      gboolean has_unit = bv_form_get_int (form, "unit_id") != 0;
      bv_form_set_visible (form, "post", has_unit);
      bv_form_set_visible (form, "leader_class", has_unit);
      bv_form_set_visible (form, "from_date", has_unit);
    }
}

static void
build (BvForm *form, Editor *editor)
{
  const char *honorifics[] = { "Ông", "Bà", "Đồng chí", NULL };
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_text (form, "name", _ ("Full _name"));
  bv_form_set_required (form, "name");
  bv_form_add_suggest (form, "honorific", _ ("Form of a_ddress"), honorifics);
  bv_form_add_date (form, "birth", _ ("_Born on, or in the year"), TRUE);
  bv_form_add_choice (form, "sex", _ ("Se_x"), bv_person_sexes);
  bv_form_add_suggest (form, "ethnic_group", _ ("_Ethnic group"), bv_person_ethnic_groups);
  bv_form_add_text (form, "code", _ ("_Identity number"));

  bv_form_add_section (form, _ ("Post"), NULL);
  bv_form_add_subject (form, "unit_id", _ ("_Unit"), editor->store, BV_SUBJECT_UNIT);
  bv_form_add_text (form, "post", _ ("_Post"));
  bv_form_add_choice (form, "leader_class", _ ("Class in the _statistics"),
                      bv_membership_leader_classes);
  bv_form_add_date (form, "from_date", _ ("Since (_from)"), FALSE);
  bv_form_add_choice (form, "worker_class", _ ("_Kind of worker"), bv_person_worker_classes);

  bv_form_add_section (form, _ ("More"), NULL);
  bv_form_add_switch (form, "is_party_member", _ ("_Member of the Party"), NULL);
  bv_form_add_date (form, "party_since", _ ("_Officially admitted on"), FALSE);
  bv_form_add_text (form, "home", _ ("_Home place"));
  bv_form_add_text (form, "address", _ ("_Address"));
  bv_form_add_text (form, "phone", _ ("_Telephone"));
  bv_form_add_paragraph (form, "note", _ ("Not_e"));

  const BvPerson *person = editor->person;
  bv_form_set_text (form, "name", person->name);
  bv_form_set_text (form, "honorific", person->honorific);
  bv_form_set_text (form, "birth", person->birth);
  bv_form_set_text (form, "sex", person->sex);
  bv_form_set_text (form, "ethnic_group", person->ethnic_group);
  bv_form_set_text (form, "code", person->code);
  bv_form_set_boolean (form, "is_party_member", person->is_party_member);
  bv_form_set_text (form, "party_since", person->party_since);
  bv_form_set_text (form, "worker_class", person->worker_class);
  bv_form_set_text (form, "home", person->home);
  bv_form_set_text (form, "address", person->address);
  bv_form_set_text (form, "phone", person->phone);
  bv_form_set_text (form, "note", person->note);
  bv_form_set_visible (form, "party_since", person->is_party_member);
  bv_form_set_text (form, "leader_class", "direct");
  if (editor->membership != NULL)
    {
      bv_form_set_subject (form, "unit_id", editor->membership->unit_id,
                           editor->membership->unit_name);
      bv_form_set_text (form, "post", editor->membership->post);
      bv_form_set_text (form, "leader_class", editor->membership->leader_class);
      bv_form_set_text (form, "from_date", editor->membership->from_date);
      /* Another unit is a transfer, which keeps the old post. */
      bv_form_set_editable (form, "unit_id", FALSE);
      bv_form_set_hint (form, "unit_id",
                        _ ("To another unit: “Transfer” keeps the old post, too."));
    }
  else if (editor->unit_id != 0)
    bv_form_set_subject (form, "unit_id", editor->unit_id, editor->unit_name);
  form_changed_cb (form, "unit_id", NULL);
  g_signal_connect (form, "changed", G_CALLBACK (form_changed_cb), NULL);
}

static gpointer
load_thread (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  const Editor *asked = user_data;
  g_autoptr (Editor) editor = g_new0 (Editor, 1);
  editor->store = g_object_ref (asked->store);
  editor->id = asked->id;
  editor->unit_id = asked->unit_id;
  if (editor->unit_id != 0)
    {
      editor->unit_name = bv_register_subject_name (connection, editor->unit_id, NULL, error);
      if (editor->unit_name == NULL)
        return NULL;
    }
  if (editor->id == 0)
    {
      editor->person = bv_person_new ();
      return g_steal_pointer (&editor);
    }
  g_autofree char *today = bv_date_today ();
  editor->person = bv_person_load (connection, editor->id, error);
  if (editor->person == NULL
      || !bv_membership_on (connection, editor->id, today, &editor->membership, error))
    return NULL;
  return g_steal_pointer (&editor);
}

static void
loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  if (error != NULL)
    {
      bv_toast_error (owner, _ ("The person could not be read"), error);
      return;
    }
  Editor *editor = result;
  BvForm *form = BV_FORM (bv_form_new ());
  build (form, editor);
  bv_form_window_present (owner, editor->id == 0 ? _ ("New Person") : _ ("Edit Person"), form, NULL,
                          save, editor, (GDestroyNotify) editor_free);
}

void
bv_person_editor_present (GtkWidget *parent, BvStore *store, gint64 id, gint64 unit_id)
{
  Editor *asked = g_new0 (Editor, 1);
  asked->store = g_object_ref (store);
  asked->id = id;
  asked->unit_id = unit_id;
  bv_read_async (G_OBJECT (parent), store, load_thread, asked, (GDestroyNotify) editor_free,
                 loaded_cb, (GDestroyNotify) editor_free, NULL);
}
