// SPDX-License-Identifier: GPL-3.0-or-later
/* The sheet of a registration as forms: its texts, its steps, what needs no form. Its lines: bv-registration-lines.c. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-registration-editors.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-registration-carry.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* ── The sheet's texts ─────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store;
  gint64 unit_id;
  int year;
  BvRegistration *sheet;
} Editor;

static void
editor_free (Editor *editor)
{
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->sheet, bv_registration_free);
  g_free (editor);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Editor, editor_free)

static gboolean
save_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_registration_save_act (store, data, act_id, error);
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Editor *editor = user_data;
  BvRegistration *sheet = bv_registration_copy (editor->sheet);

  bv_text_take (&sheet->content, bv_form_get_text (form, "content"));
  bv_text_take (&sheet->signer_name, bv_form_get_text (form, "signer_name"));
  bv_text_take (&sheet->signer_post, bv_form_get_text (form, "signer_post"));
  bv_text_take (&sheet->note, bv_form_get_text (form, "note"));
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, save_thread, sheet,
               (GDestroyNotify) bv_registration_free, bv_form_window_act_done, NULL);
}

static gpointer
read_sheet (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Editor *asked = user_data;
  g_autoptr (Editor) editor = g_new0 (Editor, 1);
  gint64 id;

  if (!bv_registration_find (connection, asked->unit_id, asked->year, &id, error))
    return NULL;
  editor->store = g_object_ref (asked->store);
  editor->sheet = id != 0
                    ? bv_registration_load (connection, id, error)
                    : bv_registration_new_for (connection, asked->unit_id, asked->year, error);
  return editor->sheet != NULL ? g_steal_pointer (&editor) : NULL;
}

static void
sheet_read_cb (gpointer owner, gpointer result, const GError *error)
{
  Editor *editor = result;
  BvForm *form;
  const BvRegistration *sheet;

  if (error != NULL)
    {
      bv_toast_error (owner, _ ("The registration could not be read"), error);
      return;
    }
  sheet = editor->sheet;
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, sheet->unit_name, NULL);
  bv_form_add_paragraph (form, "content", _ ("_Commitments, one a line"));
  bv_form_set_hint (form, "content", _ ("Printed above the list of names."));
  bv_form_add_section (form, _ ("Signature"), NULL);
  bv_form_add_text (form, "signer_name", _ ("_Head of the unit"));
  bv_form_add_text (form, "signer_post", _ ("_Post"));
  bv_form_add_paragraph (form, "note", _ ("N_ote"));
  bv_form_set_text (form, "content", sheet->content);
  bv_form_set_text (form, "signer_name", sheet->signer_name);
  bv_form_set_text (form, "signer_post", sheet->signer_post);
  bv_form_set_text (form, "note", sheet->note);
  bv_form_set_clean (form);
  bv_form_window_present (owner, _ ("Registration"), form, NULL, save, editor,
                          (GDestroyNotify) editor_free);
}

void
bv_registration_editor_present (GtkWidget *parent, BvStore *store, gint64 unit_id, int year)
{
  Editor *asked = g_new0 (Editor, 1);

  asked->store = g_object_ref (store);
  asked->unit_id = unit_id;
  asked->year = year;
  bv_read_async (G_OBJECT (parent), store, read_sheet, asked, (GDestroyNotify) editor_free,
                 sheet_read_cb, (GDestroyNotify) editor_free, NULL);
}

/* ── Steps ─────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store;
  gint64 id;   /* of the unit that registers elsewhere */
  GArray *ids; /* of the sheets that take the step; (nullable) */
  BvRegistrationStep step;
  char *date;
  char *reason;
} Step;

static void
step_free (Step *step)
{
  g_clear_object (&step->store);
  g_clear_pointer (&step->ids, g_array_unref);
  g_free (step->date);
  g_free (step->reason);
  g_free (step);
}

static gboolean
step_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Step *step = data;

  return bv_registration_steps_act (store, (const gint64 *) step->ids->data, step->ids->len,
                                    step->step, step->date, step->reason, act_id, error);
}

static Step *
step_new (BvStore *store, gint64 id, BvRegistrationStep what)
{
  Step *step = g_new0 (Step, 1);

  step->store = g_object_ref (store);
  step->id = id;
  step->step = what;
  return step;
}

static Step *
steps_new (BvStore *store, const gint64 *ids, guint n_ids, BvRegistrationStep what)
{
  Step *step = step_new (store, 0, what);

  step->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (step->ids, ids, n_ids);
  return step;
}

static void
take_step (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Step *asked = user_data;
  Step *step = steps_new (asked->store, (const gint64 *) asked->ids->data, asked->ids->len,
                          asked->step);

  step->date = bv_form_get_text (form, "on_date");
  step->reason = bv_form_get_text (form, asked->step == BV_REGISTRATION_RETURN ? "reason"
                                                                               : "override_reason");
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), asked->store, NULL, step_thread, step,
               (GDestroyNotify) step_free, bv_form_window_act_done, NULL);
}

/* What the window is called: one sheet, or how many of them. */
static char *
make_step_heading (BvRegistrationStep step, guint n)
{
  if (n == 1)
    return g_strdup (step == BV_REGISTRATION_RETURN ? _ ("Return the Registration")
                                                    : _ ("Receive the Registration"));
  return g_strdup_printf (step == BV_REGISTRATION_RETURN
                            ? ngettext ("Return %u Registration", "Return %u Registrations", n)
                            : ngettext ("Receive %u Registration", "Receive %u Registrations", n),
                          n);
}

void
bv_registration_editor_step (GtkWidget *parent,
                             BvStore *store,
                             const gint64 *ids,
                             guint n_ids,
                             BvRegistrationStep step)
{
  g_autofree char *today = bv_date_today ();
  g_autofree char *heading = make_step_heading (step, n_ids);
  BvForm *form = BV_FORM (bv_form_new ());
  gboolean is_return = step == BV_REGISTRATION_RETURN;

  bv_form_add_section (form, NULL,
                       is_return ? _ ("The unit mends the sheet and sends it again; the reason "
                                      "stays with it until it is approved.")
                                 : _ ("The sheet counts as registered from now on; its lines "
                                      "rest until it is returned or opened again."));
  bv_form_add_date (form, "on_date", is_return ? _ ("Returned _on") : _ ("Received _on"), FALSE);
  bv_form_set_required (form, "on_date");
  if (is_return)
    {
      bv_form_add_paragraph (form, "reason", _ ("_Reason"));
      bv_form_set_required (form, "reason");
    }
  else
    bv_form_add_override (form);
  bv_form_set_text (form, "on_date", today);
  bv_form_set_clean (form);
  bv_form_window_present (parent, heading, form, is_return ? _ ("_Return") : _ ("_Receive"),
                          take_step, steps_new (store, ids, n_ids, step),
                          (GDestroyNotify) step_free);
}

void
bv_registration_editor_approve (GtkWidget *parent, BvStore *store, const gint64 *ids, guint n_ids)
{
  bv_act_call (parent, store, NULL, step_thread,
               steps_new (store, ids, n_ids, BV_REGISTRATION_APPROVE), (GDestroyNotify) step_free,
               NULL, NULL);
}

void
bv_registration_editor_reopen (GtkWidget *parent, BvStore *store, gint64 registration_id)
{
  bv_act_call (parent, store, NULL, step_thread,
               steps_new (store, &registration_id, 1, BV_REGISTRATION_REOPEN),
               (GDestroyNotify) step_free, NULL, NULL);
}

static gboolean
delete_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_registration_delete_act (store, *(gint64 *) data, act_id, error);
}

void
bv_registration_editor_delete (GtkWidget *parent, BvStore *store, gint64 registration_id)
{
  bv_act_call (parent, store, NULL, delete_thread,
               g_memdup2 (&registration_id, sizeof registration_id), g_free, NULL, NULL);
}

/* ── Who registers elsewhere ───────────────────────────────────────────────────────────────── */

static gboolean
exempt_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Step *asked = data;

  return bv_registration_set_exempt_act (store, asked->id, asked->reason != NULL, asked->reason,
                                         act_id, error);
}

static void
save_exempt (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Step *asked = user_data;
  Step *step = step_new (asked->store, asked->id, BV_REGISTRATION_SEND);

  step->reason = bv_form_get_text (form, "reason");
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), asked->store, NULL, exempt_thread, step,
               (GDestroyNotify) step_free, bv_form_window_act_done, NULL);
}

void
bv_registration_editor_exempt (GtkWidget *parent, BvStore *store, gint64 unit_id, const char *name)
{
  BvForm *form = BV_FORM (bv_form_new ());

  bv_form_add_section (form, name,
                       _ ("The unit is no longer counted as missing, in this year and others."));
  bv_form_add_text (form, "reason", _ ("_Reason"));
  bv_form_set_required (form, "reason");
  bv_form_set_hint (form, "reason", _ ("For example: “Registers with the provincial treasury”"));
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("Registers Elsewhere"), form, NULL, save_exempt,
                          step_new (store, unit_id, BV_REGISTRATION_SEND),
                          (GDestroyNotify) step_free);
}

void
bv_registration_editor_expect (GtkWidget *parent, BvStore *store, gint64 unit_id)
{
  bv_act_call (parent, store, NULL, exempt_thread, step_new (store, unit_id, BV_REGISTRATION_SEND),
               (GDestroyNotify) step_free, NULL, NULL);
}

/* ── Last year's ───────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  int year;
  GArray *unit_ids;            /* none: of all units */
  BvRegistrationCarry *result; /* owned by the shared box */
} Copy;

static void
copy_clear (gpointer data)
{
  Copy *copy = data;

  g_array_unref (copy->unit_ids);
  bv_registration_carry_free (copy->result);
}

static void
copy_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, copy_clear);
}

static gboolean
copy_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Copy *copy = data;

  return bv_registration_carry_act (store, copy->year - 1, copy->year,
                                    (const gint64 *) copy->unit_ids->data, copy->unit_ids->len,
                                    copy->result, act_id, error);
}

/* Who was left out is more than a toast can hold. */
static void
tell_left_out (GtkWidget *widget, const BvRegistrationCarry *carry)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *heading = g_strdup_printf (
    ngettext ("%u line was left out", "%u lines were left out", carry->left_out->len),
    carry->left_out->len);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *dialog;
  GtkWidget *label;
  GtkWidget *scroller;

  for (guint i = 0; i < carry->left_out->len; i++)
    {
      const BvRegistrationLeftOut *left_out = g_ptr_array_index (carry->left_out, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", left_out->unit_name,
                              left_out->reason);
    }
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, NULL);
  label = gtk_label_new (text->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copied_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  const Copy *copy = user_data;

  if (error != NULL)
    bv_toast_error (widget, _ ("Last year's registrations could not be copied"), error);
  else if (copy->result->left_out->len > 0)
    tell_left_out (widget, copy->result);
  else if (act_id == 0)
    bv_toast_message (widget, _ ("All lines of last year are there already."));
  copy_unref (user_data);
}

void
bv_registration_editor_copy (GtkWidget *parent,
                             BvStore *store,
                             const gint64 *unit_ids,
                             guint n_units,
                             int year)
{
  Copy *copy = g_atomic_rc_box_new0 (Copy);

  copy->year = year;
  copy->unit_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n_units > 0)
    g_array_append_vals (copy->unit_ids, unit_ids, n_units);
  copy->result = bv_registration_carry_new ();
  bv_act_call_full (parent, store, NULL, copy_thread, g_atomic_rc_box_acquire (copy), copy_unref,
                    copied_cb, copy, copy_unref);
}
