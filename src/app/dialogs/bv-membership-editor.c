// SPDX-License-Identifier: GPL-3.0-or-later
/* The form of one dated post of a person: an earlier one that was written wrong, one held beside the
 * main one, or one that is to go. The post of today is also in the person's own form. */

#define G_LOG_DOMAIN "bangvang"

#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "dialogs/bv-editors.h"
#include "office/bv-register.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

typedef struct
{
  BvStore *store;
  gint64 person_id;
  gint64 id; /* 0: a new post */
  BvMembership *membership;
} Editor;

static void
editor_free (Editor *editor)
{
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->membership, bv_membership_free);
  g_free (editor);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Editor, editor_free)

static gboolean
save_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_register_save_membership (store, data, act_id, error);
}

static gboolean
delete_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const BvMembership *membership = data;
  return bv_register_delete_membership (store, membership->id, act_id, error);
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Editor *editor = user_data;
  g_autoptr (BvMembership) membership = bv_membership_copy (editor->membership);
  membership->unit_id = bv_form_get_int (form, "unit_id");
  bv_text_take (&membership->post, bv_form_get_text (form, "post"));
  bv_text_take (&membership->leader_class, bv_form_get_text (form, "leader_class"));
  bv_text_take (&membership->from_date, bv_form_get_text_or_null (form, "from_date"));
  bv_text_take (&membership->to_date, bv_form_get_text_or_null (form, "to_date"));
  membership->is_primary = bv_form_get_boolean (form, "is_primary");
  g_autoptr (GPtrArray) problems = bv_membership_validate (membership);
  if (!bv_form_show_problems (form, problems))
    return;
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, save_thread, g_steal_pointer (&membership),
               (GDestroyNotify) bv_membership_free, bv_form_window_act_done, NULL);
}

/* No question first: the toast takes it back. */
static void
delete_cb (GtkButton *button, Editor *editor)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (button)));
  bv_form_window_set_busy (BV_FORM_WINDOW (window), TRUE);
  bv_act_call (window, editor->store, NULL, delete_thread, bv_membership_copy (editor->membership),
               (GDestroyNotify) bv_membership_free, bv_form_window_act_done, NULL);
}

static void
build (BvForm *form, Editor *editor)
{
  const BvMembership *membership = editor->membership;
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_subject (form, "unit_id", _ ("_Unit"), editor->store, BV_SUBJECT_UNIT);
  bv_form_add_text (form, "post", _ ("_Post"));
  bv_form_add_choice (form, "leader_class", _ ("Class in the _statistics"),
                      bv_membership_leader_classes);
  bv_form_add_date (form, "from_date", _ ("Since (_from)"), FALSE);
  bv_form_add_date (form, "to_date", _ ("Held until (_last day)"), FALSE);
  bv_form_add_switch (form, "is_primary", _ ("_Main post"), NULL);

  bv_form_set_subject (form, "unit_id", membership->unit_id, membership->unit_name);
  bv_form_set_text (form, "post", membership->post);
  bv_form_set_text (form, "leader_class", membership->leader_class);
  bv_form_set_text (form, "from_date", membership->from_date);
  bv_form_set_text (form, "to_date", membership->to_date);
  bv_form_set_boolean (form, "is_primary", membership->is_primary);
  if (editor->id != 0)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Delete"));
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      gtk_widget_add_css_class (button, "destructive-action");
      g_signal_connect (button, "clicked", G_CALLBACK (delete_cb), editor);
      bv_form_set_footer (form, button);
    }
}

static gpointer
load_thread (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  const Editor *asked = user_data;
  g_autoptr (Editor) editor = g_new0 (Editor, 1);
  g_autoptr (GPtrArray) posts = bv_membership_list (connection, asked->person_id, error);
  if (posts == NULL)
    return NULL;
  editor->store = g_object_ref (asked->store);
  editor->person_id = asked->person_id;
  for (guint i = 0; i < posts->len && asked->id != 0; i++)
    {
      const BvMembership *post = g_ptr_array_index (posts, i);
      if (post->id == asked->id)
        editor->membership = bv_membership_copy (post);
    }
  /* Taken away meanwhile: a new one may be written in its place. */
  if (editor->membership == NULL)
    editor->membership = bv_membership_new ();
  editor->membership->person_id = asked->person_id;
  editor->id = editor->membership->id;
  return g_steal_pointer (&editor);
}

static void
loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  if (error != NULL)
    {
      bv_toast_error (owner, _ ("The post could not be read"), error);
      return;
    }
  Editor *editor = result;
  BvForm *form = BV_FORM (bv_form_new ());
  build (form, editor);
  bv_form_window_present (owner, editor->id == 0 ? _ ("New Post") : _ ("Edit Post"), form, NULL,
                          save, editor, (GDestroyNotify) editor_free);
}

void
bv_membership_editor_present (GtkWidget *parent, BvStore *store, gint64 person_id, gint64 id)
{
  Editor *asked = g_new0 (Editor, 1);
  asked->store = g_object_ref (store);
  asked->person_id = person_id;
  asked->id = id;
  bv_read_async (G_OBJECT (parent), store, load_thread, asked, (GDestroyNotify) editor_free,
                 loaded_cb, (GDestroyNotify) editor_free, NULL);
}
