// SPDX-License-Identifier: GPL-3.0-or-later
/* A decision drafted from a dossier: which one, and, when it was decided above, by what. */
#define G_LOG_DOMAIN "bangvang"

#include "base/bv-error.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-decision-dossier.h"
#include "pages/bv-decision-editors.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  GWeakRef parent;
  BvStore *store;
  BvDecisionEditedFunc done;
  GPtrArray *ready; /* of BvDossierReady */
  gint64 wanted_id; /* the dossier that is offered first */
  gint64 *first_id; /* a reference box shared with the act */
} Editor;

static void
editor_free (Editor *editor)
{
  g_weak_ref_clear (&editor->parent);
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->ready, g_ptr_array_unref);
  g_atomic_rc_box_release (editor->first_id);
  g_free (editor);
}

typedef struct
{
  BvStore *store;
  gint64 dossier_id;
  BvDecisionEditedFunc done;
} Ask;

static void
ask_free (Ask *ask)
{
  g_object_unref (ask->store);
  g_free (ask);
}

static gpointer
read_ready (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Ask *ask = user_data;
  g_autoptr (GPtrArray) ready = bv_decision_list_ready (connection, error);
  Editor *editor;

  if (ready == NULL)
    return NULL;
  editor = g_new0 (Editor, 1);
  editor->store = g_object_ref (ask->store);
  editor->done = ask->done;
  editor->wanted_id = ask->dossier_id;
  editor->ready = g_steal_pointer (&ready);
  editor->first_id = g_atomic_rc_box_new0 (gint64);
  return editor;
}

static const BvDossierReady *
find (Editor *editor, gint64 id)
{
  for (guint i = 0; i < editor->ready->len; i++)
    {
      const BvDossierReady *ready = g_ptr_array_index (editor->ready, i);

      if (ready->dossier_id == id)
        return ready;
    }
  return NULL;
}

/* ── The act ─────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 dossier_id;
  char *number;
  char *date;
  char *issuer;
  char *reason;
  gint64 *first_id;
} Make;

static void
make_free (Make *make)
{
  g_free (make->number);
  g_free (make->date);
  g_free (make->issuer);
  g_free (make->reason);
  g_atomic_rc_box_release (make->first_id);
  g_free (make);
}

static gboolean
make_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Make *make = user_data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const BvDecisionTerms terms = { .number = make->number,
                                  .date = make->date,
                                  .issuer = make->issuer,
                                  .reason = *make->reason != '\0' ? make->reason : NULL };

  if (!bv_decision_new_from_dossier (connection, make->dossier_id, &terms, ids, error))
    return FALSE;
  *make->first_id = g_array_index (ids, gint64, 0);
  return TRUE;
}

static void
made_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  Editor *editor = user_data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&editor->parent);

  if (error == NULL && parent != NULL && editor->done != NULL)
    editor->done (parent, *editor->first_id);
  bv_form_window_finish (BV_FORM_WINDOW (widget), error);
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  const BvDossierReady *ready = find (editor, bv_form_get_int (form, "dossier_id"));
  Make *make;
  g_autofree char *title = NULL;

  g_return_if_fail (ready != NULL);
  title = g_strdup_printf (_ ("Draft the decision on the dossier “%s”"), ready->title);
  make = g_new0 (Make, 1);
  make->dossier_id = ready->dossier_id;
  if (!ready->is_own)
    {
      make->number = bv_form_get_text_or_null (form, "number");
      make->date = bv_form_get_text_or_null (form, "on_date");
      make->issuer = bv_form_get_text (form, "issuer");
    }
  make->reason = bv_form_get_text (form, "override_reason");
  make->first_id = g_atomic_rc_box_acquire (editor->first_id);
  bv_form_window_set_busy (window, TRUE);
  bv_act_run (GTK_WIDGET (window), editor->store, title, BV_ACT_NONE, make_act, make,
              (GDestroyNotify) make_free, made_cb, editor);
}

/* ── The form ────────────────────────────────────────────────────────────────────────────── */

/* A decision from above brings its own number, date and issuer. */
static void
show_terms (BvForm *form, Editor *editor)
{
  const BvDossierReady *ready = find (editor, bv_form_get_int (form, "dossier_id"));
  gboolean is_received = ready != NULL && !ready->is_own;

  bv_form_set_visible (form, "number", is_received);
  bv_form_set_visible (form, "on_date", is_received);
  bv_form_set_visible (form, "issuer", is_received);
  if (ready == NULL)
    return;
  bv_form_set_hint (form, "dossier_id",
                    is_received
                      ? _ ("Decided above: the received decision gets all who were proposed; take "
                           "off its list who did not get it.")
                      : _ ("Drafts with the lists of those whom the council passed: titles in one "
                           "decision, forms of commendation in another."));
}

static void
changed_cb (BvForm *form, const char *field, Editor *editor)
{
  if (g_strcmp0 (field, "dossier_id") == 0)
    show_terms (form, editor);
}

static void
add_dossiers (BvForm *form, Editor *editor)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < editor->ready->len; i++)
    {
      const BvDossierReady *ready = g_ptr_array_index (editor->ready, i);

      g_ptr_array_add (codes, g_strdup_printf ("%" G_GINT64_FORMAT, ready->dossier_id));
      g_ptr_array_add (
        labels,
        /* TRANSLATORS: title of a dossier, how many in it wait for a decision, who decides. */
        g_strdup_printf (
          ngettext ("%1$s · %2$u waits · %3$s", "%1$s · %2$u wait · %3$s", ready->n_waiting),
          ready->title, ready->n_waiting, bv_level_get_label (ready->level)));
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_combo (form, "dossier_id", _ ("_Dossier"), (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
}

static void
show_nothing (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("No dossier waits for a decision"),
    _ ("A dossier waits once it is accepted and the council has closed the meeting that passed it; "
       "by the simplified procedure once it is accepted."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  Editor *editor = result;
  BvForm *form;

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The dossiers could not be read"), error);
      return;
    }
  g_weak_ref_init (&editor->parent, GTK_WIDGET (owner));
  if (editor->ready->len == 0)
    {
      show_nothing (GTK_WIDGET (owner));
      editor_free (editor);
      return;
    }
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, NULL, NULL);
  add_dossiers (form, editor);
  bv_form_add_text (form, "number", _ ("_Number"));
  bv_form_add_date (form, "on_date", _ ("_Date"), FALSE);
  bv_form_add_text (form, "issuer", _ ("_Issuer"));
  bv_form_add_override (form);
  bv_form_set_int (form, "dossier_id",
                   find (editor, editor->wanted_id) != NULL
                     ? editor->wanted_id
                     : ((BvDossierReady *) g_ptr_array_index (editor->ready, 0))->dossier_id);
  show_terms (form, editor);
  bv_form_set_clean (form);
  g_signal_connect (form, "changed", G_CALLBACK (changed_cb), editor);
  bv_form_window_present (GTK_WIDGET (owner), _ ("Decision from a Dossier"), form, _ ("_Draft"),
                          save, editor, (GDestroyNotify) editor_free);
}

void
bv_decision_editor_from_dossier (GtkWidget *parent,
                                 BvStore *store,
                                 gint64 dossier_id,
                                 BvDecisionEditedFunc done)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->store = g_object_ref (store);
  ask->dossier_id = dossier_id;
  ask->done = done;
  bv_read_async (G_OBJECT (parent), store, read_ready, ask, (GDestroyNotify) ask_free, read_cb,
                 (GDestroyNotify) editor_free, NULL);
}
