// SPDX-License-Identifier: GPL-3.0-or-later
/* An award taken back, and given back, as a form. */
#define G_LOG_DOMAIN "bangvang"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-award.h"
#include "merit/bv-revocation.h"
#include "pages/bv-decision-editors.h"
#include "pages/bv-form-act.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

typedef struct
{
  BvStore *store;
  BvAward *award;
  BvDecision *decision;
  BvRevocation *revocation;
} Editor;

static void
editor_free (Editor *editor)
{
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->award, bv_award_free);
  g_clear_pointer (&editor->decision, bv_decision_free);
  g_clear_pointer (&editor->revocation, bv_revocation_free);
  g_free (editor);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Editor, editor_free)

typedef struct
{
  BvStore *store;
  gint64 id;
} Ask;

static void
ask_free (Ask *ask)
{
  g_object_unref (ask->store);
  g_free (ask);
}

static gpointer
read_award (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Ask *ask = user_data;
  g_autoptr (Editor) editor = g_new0 (Editor, 1);

  editor->store = g_object_ref (ask->store);
  editor->award = bv_award_load (connection, ask->id, error);
  if (editor->award == NULL)
    return NULL;
  editor->decision = bv_decision_load (connection, editor->award->decision_id, error);
  if (editor->decision == NULL
      || !bv_revocation_load (connection, ask->id, &editor->revocation, error))
    return NULL;
  if (editor->revocation == NULL)
    {
      g_autofree char *today = bv_date_today ();

      editor->revocation = bv_revocation_new ();
      editor->revocation->award_id = ask->id;
      bv_text_set (&editor->revocation->on_date, today);
      /* Who gives may take back: L2022 art. 93.8. */
      bv_text_set (&editor->revocation->issuer, editor->decision->issuer);
    }
  return g_steal_pointer (&editor);
}

static GPtrArray *
check (BvConnection *connection, gpointer data, GError **error)
{
  return bv_revocation_validate (connection, data, error);
}

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_revocation_save (connection, user_data, error);
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvRevocation *revocation = bv_revocation_copy (editor->revocation);
  gboolean is_new = revocation->id == 0;
  g_autofree char *title = g_strdup_printf (
    is_new ? _ ("Take back the award of %s") : _ ("Change how the award of %s was taken back"),
    editor->award->name_printed);

  bv_text_take (&revocation->number, bv_form_get_text (form, "number"));
  bv_text_take (&revocation->on_date, bv_form_get_text_or_null (form, "on_date"));
  bv_text_take (&revocation->issuer, bv_form_get_text (form, "issuer"));
  bv_text_take (&revocation->ground, bv_form_get_text (form, "ground"));
  bv_text_take (&revocation->reason, bv_form_get_text (form, "reason"));
  bv_text_take (&revocation->object_returned_on,
                bv_form_get_text_or_null (form, "object_returned_on"));
  bv_text_take (&revocation->bonus_returned_on,
                bv_form_get_text_or_null (form, "bonus_returned_on"));
  bv_text_take (&revocation->note, bv_form_get_text (form, "note"));
  if (!is_new)
    {
      bv_text_take (&revocation->restored_number, bv_form_get_text (form, "restored_number"));
      bv_text_take (&revocation->restored_on, bv_form_get_text_or_null (form, "restored_on"));
    }
  bv_form_act_run (window, editor->store, title, check, save_act, revocation,
                   (GDestroyNotify) bv_revocation_free, bv_form_window_act_done, NULL);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  Editor *editor = result;
  const BvRevocation *revocation;
  BvForm *form;
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The line could not be read"), error);
      return;
    }
  revocation = editor->revocation;
  label = bv_decision_get_label (editor->decision);
  /* TRANSLATORS: %1$s is a name, %2$s number and date of a decision. */
  description = g_strdup_printf (_ ("%1$s, decision %2$s. The award stays in the sổ vàng with its "
                                    "number and counts no more from the day below on."),
                                 editor->award->name_printed, label);
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, _ ("Taken back by"), description);
  bv_form_add_text (form, "number", _ ("_Number of the decision"));
  bv_form_set_required (form, "number");
  bv_form_add_date (form, "on_date", _ ("_Date"), FALSE);
  bv_form_set_required (form, "on_date");
  bv_form_add_text (form, "issuer", _ ("_Issuer"));
  bv_form_add_choice (form, "ground", _ ("_Ground"), bv_revocation_grounds);
  bv_form_add_paragraph (form, "reason", _ ("_Reason"));
  bv_form_add_section (form, _ ("What came back"), NULL);
  bv_form_add_date (form, "object_returned_on", _ ("_Certificate, badge"), FALSE);
  bv_form_add_date (form, "bonus_returned_on", _ ("_Bonus"), FALSE);
  bv_form_set_hint (form, "bonus_returned_on",
                    _ ("Enter the money into the book of the fund as income."));
  bv_form_add_paragraph (form, "note", _ ("N_ote"));
  if (revocation->id != 0)
    {
      bv_form_add_section (form, _ ("Given back"),
                           _ ("When it was restored: from that day on the award counts again."));
      bv_form_add_text (form, "restored_number", _ ("N_umber of the decision"));
      bv_form_add_date (form, "restored_on", _ ("Dat_e"), FALSE);
      bv_form_set_text (form, "restored_number", revocation->restored_number);
      bv_form_set_text (form, "restored_on", revocation->restored_on);
    }
  bv_form_set_text (form, "number", revocation->number);
  bv_form_set_text (form, "on_date", revocation->on_date);
  bv_form_set_text (form, "issuer", revocation->issuer);
  bv_form_set_text (form, "ground",
                    *revocation->ground != '\0' ? revocation->ground
                                                : bv_revocation_grounds[0].code);
  bv_form_set_text (form, "reason", revocation->reason);
  bv_form_set_text (form, "object_returned_on", revocation->object_returned_on);
  bv_form_set_text (form, "bonus_returned_on", revocation->bonus_returned_on);
  bv_form_set_text (form, "note", revocation->note);
  bv_form_set_clean (form);
  bv_form_window_present (GTK_WIDGET (owner), _ ("Take Back an Award"), form,
                          revocation->id == 0 ? _ ("_Take Back") : NULL, save, editor,
                          (GDestroyNotify) editor_free);
}

void
bv_revocation_editor_present (GtkWidget *parent, BvStore *store, gint64 award_id)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->store = g_object_ref (store);
  ask->id = award_id;
  bv_read_async (G_OBJECT (parent), store, read_award, ask, (GDestroyNotify) ask_free, read_cb,
                 (GDestroyNotify) editor_free, NULL);
}
