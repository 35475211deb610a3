// SPDX-License-Identifier: GPL-3.0-or-later
/* Units that merge, split or get a new name. Their record stays with those that earned it. */

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

#define MAX_OTHERS 8 /* units that one unit can merge with at once */

static const char *const other_fields[MAX_OTHERS] = { "other1", "other2", "other3", "other4",
                                                      "other5", "other6", "other7", "other8" };

typedef struct
{
  BvStore *store;
  gint64 unit_id;
  BvUnit *unit;
} Dialog;

static void
dialog_free (Dialog *dialog)
{
  g_clear_object (&dialog->store);
  g_clear_pointer (&dialog->unit, bv_unit_free);
  g_free (dialog);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Dialog, dialog_free)

static gboolean
save_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_register_succeed_units (store, data, act_id, error);
}

/* A unit like the old one, by a new name. */
static void
add_successor (BvSuccession *succession, const BvUnit *like, const char *name)
{
  g_autofree char *clean = bv_text_clean (name);
  if (*clean == '\0')
    return;
  BvUnit *unit = bv_unit_new ();
  g_free (unit->name);
  unit->name = g_steal_pointer (&clean);
  g_free (unit->kind);
  unit->kind = g_strdup (like->kind);
  unit->is_small = like->is_small;
  unit->parent_id = like->parent_id;
  g_ptr_array_add (succession->successors, unit);
}

/* What is wrong with the lists of units is said beside the row where they are chosen. */
static void
name_fields (BvForm *form, GPtrArray *problems)
{
  g_autofree char *manner = bv_form_get_text (form, "manner");

  for (guint i = 0; i < problems->len; i++)
    {
      BvProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->field, "predecessors"))
        bv_text_set (&problem->field, g_str_equal (manner, "merge") ? "other1" : "manner");
      else if (g_str_equal (problem->field, "successors"))
        bv_text_set (&problem->field, g_str_equal (manner, "split")         ? "names"
                                      : bv_form_get_int (form, "into") != 0 ? "into"
                                                                            : "name");
    }
}

/* The new commune may stand in the register already, made with the office. */
static void
add_existing (BvSuccession *succession, gint64 unit_id)
{
  BvUnit *unit = bv_unit_new ();

  unit->id = unit_id;
  g_ptr_array_add (succession->successors, unit);
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Dialog *dialog = user_data;
  g_autoptr (BvSuccession) succession = bv_succession_new ();
  g_free (succession->manner);
  succession->manner = bv_form_get_text (form, "manner");
  g_array_append_val (succession->predecessors, dialog->unit_id);
  gboolean is_merge = g_str_equal (succession->manner, "merge");
  gboolean is_split = g_str_equal (succession->manner, "split");
  for (guint i = 0; is_merge && i < MAX_OTHERS; i++)
    {
      gint64 other = bv_form_get_int (form, other_fields[i]);
      if (other != 0)
        g_array_append_val (succession->predecessors, other);
    }
  if (is_split)
    {
      g_autofree char *text = bv_form_get_text (form, "names");
      g_auto (GStrv) names = g_strsplit (text, "\n", -1);
      for (guint i = 0; names[i] != NULL; i++)
        add_successor (succession, dialog->unit, names[i]);
    }
  else if (is_merge && bv_form_get_int (form, "into") != 0)
    add_existing (succession, bv_form_get_int (form, "into"));
  else
    {
      g_autofree char *name = bv_form_get_text (form, "name");
      add_successor (succession, dialog->unit, name);
    }
  g_free (succession->on_date);
  succession->on_date = bv_form_get_text (form, "on_date");
  g_free (succession->basis);
  succession->basis = bv_form_get_text (form, "basis");
  succession->carry_members = bv_form_get_boolean (form, "carry_members");
  succession->carry_children = bv_form_get_boolean (form, "carry_children");
  g_autoptr (GPtrArray) problems = bv_succession_validate (succession);
  name_fields (form, problems);
  if (!bv_form_show_problems (form, problems))
    return;
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), dialog->store, NULL, save_thread, g_steal_pointer (&succession),
               (GDestroyNotify) bv_succession_free, bv_form_window_act_done, NULL);
}

/* A merger shows one empty row for a further unit after those that are chosen. */
static void
form_changed_cb (BvForm *form, const char *field, gpointer user_data)
{
  g_autofree char *manner = bv_form_get_text (form, "manner");
  gboolean is_merge = g_str_equal (manner, "merge");
  gboolean is_split = g_str_equal (manner, "split");
  gboolean show = is_merge;
  for (guint i = 0; i < MAX_OTHERS; i++)
    {
      bv_form_set_visible (form, other_fields[i], show);
      show = show && bv_form_get_int (form, other_fields[i]) != 0;
    }
  bv_form_set_visible (form, "into", is_merge);
  bv_form_set_visible (form, "name",
                       !is_split && !(is_merge && bv_form_get_int (form, "into") != 0));
  bv_form_set_visible (form, "names", is_split);
}

static gpointer
load_thread (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  const Dialog *asked = user_data;
  g_autoptr (Dialog) dialog = g_new0 (Dialog, 1);
  dialog->store = g_object_ref (asked->store);
  dialog->unit_id = asked->unit_id;
  dialog->unit = bv_unit_load (connection, asked->unit_id, error);
  return dialog->unit != NULL ? g_steal_pointer (&dialog) : NULL;
}

static void
loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  if (error != NULL)
    {
      bv_toast_error (owner, _ ("The unit could not be read"), error);
      return;
    }
  Dialog *dialog = result;
  BvForm *form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, dialog->unit->name,
                       _ ("The unit ends the day before; its record stays and is found under the "
                          "unit that follows it."));
  bv_form_add_choice (form, "manner", _ ("_What happens"), bv_succession_manners);
  for (guint i = 0; i < MAX_OTHERS; i++)
    bv_form_add_subject (form, other_fields[i], i == 0 ? _ ("Merges _with") : _ ("and with"),
                         dialog->store, BV_SUBJECT_UNIT);
  bv_form_add_subject (form, "into", _ ("I_nto a unit that exists"), dialog->store,
                       BV_SUBJECT_UNIT);
  bv_form_set_hint (form, "into", _ ("Leave it empty if a new unit begins: give its name below"));
  bv_form_add_text (form, "name", _ ("New _name"));
  bv_form_set_required (form, "name");
  bv_form_add_paragraph (form, "names", _ ("_Names of the new units, one a line"));
  bv_form_set_required (form, "names");
  bv_form_add_date (form, "on_date", _ ("_From"), FALSE);
  bv_form_set_required (form, "on_date");
  bv_form_add_text (form, "basis", _ ("_Basis (resolution, decision)"));
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_switch (form, "carry_members", _ ("_People go along"),
                      _ ("Posts go on in the new unit (the first one of a split)"));
  bv_form_add_switch (form, "carry_children", _ ("_Units below go along"),
                      _ ("Also households (to the first one of a split)"));
  bv_form_set_text (form, "manner", "rename");
  bv_form_set_boolean (form, "carry_members", TRUE);
  bv_form_set_boolean (form, "carry_children", TRUE);
  g_autofree char *today = bv_date_today ();
  bv_form_set_text (form, "on_date", today);
  form_changed_cb (form, "manner", NULL);
  g_signal_connect (form, "changed", G_CALLBACK (form_changed_cb), NULL);
  bv_form_window_present (owner, _ ("Merge, Split, Rename"), form, _ ("_Apply"), save, dialog,
                          (GDestroyNotify) dialog_free);
}

void
bv_succession_dialog_present (GtkWidget *parent, BvStore *store, gint64 unit_id)
{
  Dialog *asked = g_new0 (Dialog, 1);
  asked->store = g_object_ref (store);
  asked->unit_id = unit_id;
  bv_read_async (G_OBJECT (parent), store, load_thread, asked, (GDestroyNotify) dialog_free,
                 loaded_cb, (GDestroyNotify) dialog_free, NULL);
}
