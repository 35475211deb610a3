// SPDX-License-Identifier: GPL-3.0-or-later
/* A person goes to another post: the old one ends the day before, and stays on record. */

#define G_LOG_DOMAIN "bangvang"

#include "base/bv-date.h"
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
  gint64 person_id;
  char *name;
  BvMembership *now; /* (nullable) */
} Transfer;

static void
transfer_free (Transfer *transfer)
{
  g_clear_object (&transfer->store);
  g_free (transfer->name);
  g_clear_pointer (&transfer->now, bv_membership_free);
  g_free (transfer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transfer, transfer_free)

static gboolean
save_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_register_transfer_person (store, data, act_id, error);
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Transfer *transfer = user_data;
  g_autoptr (BvMembership) to = bv_membership_new ();
  to->person_id = transfer->person_id;
  to->unit_id = bv_form_get_int (form, "unit_id");
  g_free (to->post);
  to->post = bv_form_get_text (form, "post");
  g_free (to->leader_class);
  to->leader_class = bv_form_get_text (form, "leader_class");
  g_free (to->from_date);
  to->from_date = bv_form_get_text_or_null (form, "from_date");
  to->is_primary = TRUE;
  g_autoptr (GPtrArray) problems = bv_membership_validate (to);
  if (!bv_form_show_problems (form, problems))
    return;
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), transfer->store, NULL, save_thread, g_steal_pointer (&to),
               (GDestroyNotify) bv_membership_free, bv_form_window_act_done, NULL);
}

static gpointer
load_thread (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  const Transfer *asked = user_data;
  g_autoptr (Transfer) transfer = g_new0 (Transfer, 1);
  transfer->store = g_object_ref (asked->store);
  transfer->person_id = asked->person_id;
  g_autofree char *today = bv_date_today ();
  transfer->name = bv_register_subject_name (connection, asked->person_id, NULL, error);
  if (transfer->name == NULL
      || !bv_membership_on (connection, asked->person_id, today, &transfer->now, error))
    return NULL;
  return g_steal_pointer (&transfer);
}

static void
loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  if (error != NULL)
    {
      bv_toast_error (owner, _ ("The person could not be read"), error);
      return;
    }
  Transfer *transfer = result;
  BvForm *form = BV_FORM (bv_form_new ());
  g_autofree char *now = NULL;
  if (transfer->now != NULL && *transfer->now->post != '\0')
    /* TRANSLATORS: %1$s is a post, %2$s the unit. */
    now = g_strdup_printf (_ ("Until now: %1$s, %2$s. This post ends the day before."),
                           transfer->now->post, transfer->now->unit_name);
  else if (transfer->now != NULL)
    now = g_strdup_printf (_ ("Until now: %s. This post ends the day before."),
                           transfer->now->unit_name);
  bv_form_add_section (form, transfer->name, now);
  bv_form_add_subject (form, "unit_id", _ ("New _unit"), transfer->store, BV_SUBJECT_UNIT);
  bv_form_set_required (form, "unit_id");
  bv_form_add_text (form, "post", _ ("New _post"));
  bv_form_add_choice (form, "leader_class", _ ("Class in the _statistics"),
                      bv_membership_leader_classes);
  bv_form_set_text (form, "leader_class",
                    transfer->now != NULL ? transfer->now->leader_class : "direct");
  bv_form_add_date (form, "from_date", _ ("_From"), FALSE);
  bv_form_set_required (form, "from_date");
  g_autofree char *today = bv_date_today ();
  bv_form_set_text (form, "from_date", today);
  bv_form_window_present (owner, _ ("Transfer"), form, _ ("_Transfer"), save, transfer,
                          (GDestroyNotify) transfer_free);
}

void
bv_transfer_dialog_present (GtkWidget *parent, BvStore *store, gint64 person_id)
{
  Transfer *asked = g_new0 (Transfer, 1);
  asked->store = g_object_ref (store);
  asked->person_id = person_id;
  bv_read_async (G_OBJECT (parent), store, load_thread, asked, (GDestroyNotify) transfer_free,
                 loaded_cb, (GDestroyNotify) transfer_free, NULL);
}
