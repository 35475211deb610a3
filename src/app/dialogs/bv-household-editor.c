// SPDX-License-Identifier: GPL-3.0-or-later
/* A household of the register. */

#define G_LOG_DOMAIN "bangvang"

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
  BvHousehold *household;
} Editor;

static void
editor_free (Editor *editor)
{
  g_clear_object (&editor->store);
  g_free (editor->unit_name);
  g_clear_pointer (&editor->household, bv_household_free);
  g_free (editor);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Editor, editor_free)

static gboolean
save_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_register_save_household (store, data, act_id, error);
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Editor *editor = user_data;
  g_autoptr (BvHousehold) household = bv_household_copy (editor->household);
  bv_text_take (&household->name, bv_form_get_text (form, "name"));
  bv_text_take (&household->code, bv_form_get_text_or_null (form, "code"));
  bv_text_take (&household->address, bv_form_get_text (form, "address"));
  bv_text_take (&household->note, bv_form_get_text (form, "note"));
  household->unit_id = bv_form_get_int (form, "unit_id");
  household->head_id = bv_form_get_int (form, "head_id");
  g_autoptr (GPtrArray) problems = bv_household_validate (household);
  if (!bv_form_show_problems (form, problems))
    return;
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, save_thread, g_steal_pointer (&household),
               (GDestroyNotify) bv_household_free, bv_form_window_act_done, NULL);
}

static void
build (BvForm *form, Editor *editor)
{
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_text (form, "name", _ ("_Name, as on the certificate"));
  bv_form_set_required (form, "name");
  bv_form_set_hint (form, "name", _ ("For example: Hộ ông Lò Văn Ân"));
  bv_form_add_subject (form, "head_id", _ ("_Head of the household"), editor->store,
                       BV_SUBJECT_PERSON);
  bv_form_add_subject (form, "unit_id", _ ("_Village or commune"), editor->store, BV_SUBJECT_UNIT);
  bv_form_add_text (form, "address", _ ("A_ddress"));
  bv_form_add_text (form, "code", _ ("Household _code"));
  bv_form_add_paragraph (form, "note", _ ("Not_e"));

  const BvHousehold *household = editor->household;
  bv_form_set_text (form, "name", household->name);
  bv_form_set_subject (form, "head_id", household->head_id, household->head_name);
  if (editor->id != 0)
    bv_form_set_subject (form, "unit_id", household->unit_id, household->unit_name);
  else
    bv_form_set_subject (form, "unit_id", editor->unit_id, editor->unit_name);
  bv_form_set_text (form, "address", household->address);
  bv_form_set_text (form, "code", household->code);
  bv_form_set_text (form, "note", household->note);
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
  editor->household = asked->id != 0 ? bv_household_load (connection, asked->id, error)
                                     : bv_household_new ();
  if (editor->household == NULL)
    return NULL;
  if (editor->unit_id != 0)
    {
      editor->unit_name = bv_register_subject_name (connection, editor->unit_id, NULL, error);
      if (editor->unit_name == NULL)
        return NULL;
    }
  return g_steal_pointer (&editor);
}

static void
loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  if (error != NULL)
    {
      bv_toast_error (owner, _ ("The household could not be read"), error);
      return;
    }
  Editor *editor = result;
  BvForm *form = BV_FORM (bv_form_new ());
  build (form, editor);
  bv_form_window_present (owner, editor->id == 0 ? _ ("New Household") : _ ("Edit Household"), form,
                          NULL, save, editor, (GDestroyNotify) editor_free);
}

void
bv_household_editor_present (GtkWidget *parent, BvStore *store, gint64 id, gint64 unit_id)
{
  Editor *asked = g_new0 (Editor, 1);
  asked->store = g_object_ref (store);
  asked->id = id;
  asked->unit_id = unit_id;
  bv_read_async (G_OBJECT (parent), store, load_thread, asked, (GDestroyNotify) editor_free,
                 loaded_cb, (GDestroyNotify) editor_free, NULL);
}
