// SPDX-License-Identifier: GPL-3.0-or-later
/* A unit of the register: an office, commune, village, school, … */

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
  gint64 parent_id;
  char *parent_name;
  BvUnit *unit;
} Editor;

static void
editor_free (Editor *editor)
{
  g_clear_object (&editor->store);
  g_free (editor->parent_name);
  g_clear_pointer (&editor->unit, bv_unit_free);
  g_free (editor);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Editor, editor_free)

static gboolean
save_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_register_save_unit (store, data, act_id, error);
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Editor *editor = user_data;
  g_autoptr (BvUnit) unit = bv_unit_copy (editor->unit);
  bv_text_take (&unit->name, bv_form_get_text (form, "name"));
  bv_text_take (&unit->code, bv_form_get_text_or_null (form, "code"));
  bv_text_take (&unit->kind, bv_form_get_text (form, "kind"));
  bv_text_take (&unit->abbreviation, bv_form_get_text (form, "abbreviation"));
  bv_text_take (&unit->address, bv_form_get_text (form, "address"));
  bv_text_take (&unit->from_date, bv_form_get_text_or_null (form, "from_date"));
  bv_text_take (&unit->to_date, bv_form_get_text_or_null (form, "to_date"));
  bv_text_take (&unit->note, bv_form_get_text (form, "note"));
  unit->is_small = bv_form_get_boolean (form, "is_small");
  unit->parent_id = bv_form_get_int (form, "parent_id");
  g_autoptr (GPtrArray) problems = bv_unit_validate (unit);
  if (!bv_form_show_problems (form, problems))
    return;
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, save_thread, g_steal_pointer (&unit),
               (GDestroyNotify) bv_unit_free, bv_form_window_act_done, NULL);
}

static void
build (BvForm *form, Editor *editor)
{
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_text (form, "name", _ ("_Name"));
  bv_form_set_required (form, "name");
  bv_form_add_choice (form, "kind", _ ("_Kind"), bv_unit_kinds);
  bv_form_add_subject (form, "parent_id", _ ("_Belongs to"), editor->store, BV_SUBJECT_UNIT);
  bv_form_add_switch (form, "is_small", _ ("S_mall collective"),
                      _ ("Team, section, office, village: counted apart in the statistics"));
  bv_form_add_text (form, "abbreviation", _ ("_Abbreviation"));
  bv_form_add_text (form, "code", _ ("Unit _code"));

  bv_form_add_section (form, _ ("More"), NULL);
  bv_form_add_date (form, "from_date", _ ("Exists since (_from)"), FALSE);
  bv_form_add_date (form, "to_date", _ ("Last day (_until)"), FALSE);
  bv_form_add_text (form, "address", _ ("A_ddress"));
  bv_form_add_paragraph (form, "note", _ ("Not_e"));

  const BvUnit *unit = editor->unit;
  bv_form_set_text (form, "name", unit->name);
  bv_form_set_text (form, "kind", unit->kind);
  bv_form_set_subject (form, "parent_id", editor->parent_id, editor->parent_name);
  bv_form_set_boolean (form, "is_small", unit->is_small);
  bv_form_set_text (form, "abbreviation", unit->abbreviation);
  bv_form_set_text (form, "code", unit->code);
  bv_form_set_text (form, "from_date", unit->from_date);
  bv_form_set_text (form, "to_date", unit->to_date);
  bv_form_set_text (form, "address", unit->address);
  bv_form_set_text (form, "note", unit->note);
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
  editor->unit = asked->id != 0 ? bv_unit_load (connection, asked->id, error) : bv_unit_new ();
  if (editor->unit == NULL)
    return NULL;
  editor->parent_id = asked->id != 0 ? editor->unit->parent_id : asked->parent_id;
  if (editor->parent_id != 0)
    {
      editor->parent_name = bv_register_subject_name (connection, editor->parent_id, NULL, error);
      if (editor->parent_name == NULL)
        return NULL;
    }
  return g_steal_pointer (&editor);
}

static void
loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  if (error != NULL)
    {
      bv_toast_error (owner, _ ("The unit could not be read"), error);
      return;
    }
  Editor *editor = result;
  BvForm *form = BV_FORM (bv_form_new ());
  build (form, editor);
  bv_form_window_present (owner, editor->id == 0 ? _ ("New Unit") : _ ("Edit Unit"), form, NULL,
                          save, editor, (GDestroyNotify) editor_free);
}

void
bv_unit_editor_present (GtkWidget *parent, BvStore *store, gint64 id, gint64 parent_id)
{
  Editor *asked = g_new0 (Editor, 1);
  asked->store = g_object_ref (store);
  asked->id = id;
  asked->parent_id = parent_id;
  bv_read_async (G_OBJECT (parent), store, load_thread, asked, (GDestroyNotify) editor_free,
                 loaded_cb, (GDestroyNotify) editor_free, NULL);
}
