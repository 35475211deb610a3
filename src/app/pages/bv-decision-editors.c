// SPDX-License-Identifier: GPL-3.0-or-later
/* A decision as a form, its issue, and the acts that need no form. Lines of the list: bv-award-editors.c. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-decision-editors.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-fund.h"
#include "office/bv-signer.h"
#include "pages/bv-form-act.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

/* What a form works on: read on a worker, then owned by its window. */
typedef struct
{
  GWeakRef parent;
  BvStore *store;
  BvDecisionEditedFunc done;
  BvDecision *decision;
  GPtrArray *signers; /* of BvSigner */
  BvRegimeSet *regimes;
  char *fund_warning; /* (nullable) */
  char *suggested_number;
  gint64 *saved_id; /* a reference box shared with the act */
} Editor;

static void
editor_free (Editor *editor)
{
  g_weak_ref_clear (&editor->parent);
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->decision, bv_decision_free);
  g_clear_pointer (&editor->signers, g_ptr_array_unref);
  g_clear_pointer (&editor->regimes, bv_regime_set_unref);
  g_free (editor->fund_warning);
  g_free (editor->suggested_number);
  g_atomic_rc_box_release (editor->saved_id);
  g_free (editor);
}

static void
saved_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  BvFormWindow *window = BV_FORM_WINDOW (widget);
  Editor *editor = user_data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&editor->parent);

  bv_form_window_set_busy (window, FALSE);
  if (error == NULL && parent != NULL && editor->done != NULL)
    editor->done (parent, *editor->saved_id);
  bv_form_window_finish (window, error);
}

/* ── Reading ───────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store;
  gint64 id;
  BvOrigin origin;
  int year;
  gboolean wants_number;
  BvDecisionEditedFunc done;
} Ask;

static void
ask_free (Ask *ask)
{
  g_object_unref (ask->store);
  g_free (ask);
}

static gpointer
read_decision (BvConnection *connection,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  Ask *ask = user_data;
  Editor *editor = g_new0 (Editor, 1);
  gboolean is_read;

  editor->store = g_object_ref (ask->store);
  editor->done = ask->done;
  editor->saved_id = g_atomic_rc_box_new0 (gint64);
  if (ask->id != 0)
    editor->decision = bv_decision_load (connection, ask->id, error);
  else
    editor->decision = bv_decision_new_draft (connection, NULL, error);
  is_read = editor->decision != NULL;
  if (is_read && ask->id == 0)
    {
      editor->decision->year = ask->year;
      editor->decision->origin = ask->origin;
    }
  if (is_read)
    {
      editor->signers = bv_signer_list (connection, error);
      editor->regimes = bv_regime_set_load (connection, error);
      is_read = editor->signers != NULL && editor->regimes != NULL;
    }
  if (is_read && ask->wants_number)
    {
      g_autofree char *today = bv_date_today ();

      editor->suggested_number = bv_decision_suggest_number (connection, today, error);
      is_read = editor->suggested_number != NULL
                && bv_fund_check_decision (connection, ask->id, NULL, &editor->fund_warning, error);
    }
  if (!is_read)
    g_clear_pointer (&editor, editor_free);
  return editor;
}

static void
start_reading (GtkWidget *parent, BvStore *store, Ask *ask, BvReadDoneFunc done)
{
  ask->store = g_object_ref (store);
  bv_read_async (G_OBJECT (parent), store, read_decision, ask, (GDestroyNotify) ask_free, done,
                 (GDestroyNotify) editor_free, NULL);
}

/* ── The decision's form ───────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvDecision *decision;
  gint64 *saved_id;
} Save;

static void
save_free (Save *save)
{
  bv_decision_free (save->decision);
  g_atomic_rc_box_release (save->saved_id);
  g_free (save);
}

static GPtrArray *
check_decision (BvConnection *connection, gpointer data, GError **error)
{
  return bv_decision_validate (connection, ((Save *) data)->decision, error);
}

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Save *save = user_data;

  if (!bv_decision_save (connection, save->decision, error))
    return FALSE;
  *save->saved_id = save->decision->id;
  return TRUE;
}

static void
take_signer (BvDecision *decision, Editor *editor, BvForm *form)
{
  gint64 id = bv_form_get_int (form, "signer_name");

  for (guint i = 0; i < editor->signers->len; i++)
    {
      const BvSigner *signer = g_ptr_array_index (editor->signers, i);

      if (signer->id != id)
        continue;
      g_free (decision->signer_name);
      decision->signer_name = g_strdup (signer->name);
      g_free (decision->signer_post);
      decision->signer_post = g_strdup (signer->post);
      g_free (decision->signer_prefix);
      decision->signer_prefix = g_strdup (signer->prefix);
      g_free (decision->signer_on_behalf_of);
      decision->signer_on_behalf_of = g_strdup (signer->on_behalf_of);
    }
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  g_autoptr (BvDecision) decision = bv_decision_copy (editor->decision);
  g_autofree char *year = bv_form_get_text (form, "year");
  g_autofree char *level = bv_form_get_text (form, "level");
  g_autofree char *title = NULL;
  Save *data;

  bv_text_take (&decision->title, bv_form_get_text (form, "title"));
  bv_text_take (&decision->issuer, bv_form_get_text (form, "issuer"));
  bv_text_take (&decision->place, bv_form_get_text (form, "place"));
  bv_text_take (&decision->proposal, bv_form_get_text (form, "proposal"));
  bv_text_take (&decision->note, bv_form_get_text (form, "note"));
  bv_text_take (&decision->regime_id, bv_form_get_text (form, "regime_id"));
  bv_text_take (&decision->regime_reason, bv_form_get_text (form, "regime_reason"));
  bv_text_take (&decision->override_reason, bv_form_get_text (form, "override_reason"));
  decision->year = (int) g_ascii_strtoll (year, NULL, 10);
  bv_level_from_code (level, &decision->level);
  if (decision->origin == BV_ORIGIN_RECEIVED)
    {
      bv_text_take (&decision->number, bv_form_get_text (form, "number"));
      g_free (decision->on_date);
      decision->on_date = bv_form_get_text_or_null (form, "on_date");
      bv_text_take (&decision->signer_name, bv_form_get_text (form, "signer_name"));
    }
  else
    take_signer (decision, editor, form);

  title = g_strdup_printf (decision->id == 0 ? _ ("Create the decision “%s”")
                                             : _ ("Change the decision “%s”"),
                           decision->title);
  data = g_new0 (Save, 1);
  data->decision = g_steal_pointer (&decision);
  data->saved_id = g_atomic_rc_box_acquire (editor->saved_id);
  bv_form_act_run (window, editor->store, title, check_decision, save_act, data,
                   (GDestroyNotify) save_free, saved_cb, editor);
}

static void
add_levels (BvForm *form)
{
  const char *codes[BV_N_LEVELS + 1] = { NULL };
  const char *labels[BV_N_LEVELS + 1] = { NULL };

  for (int i = 0; i < BV_N_LEVELS; i++)
    {
      codes[i] = bv_level_to_code ((BvLevel) i);
      labels[i] = bv_level_get_label ((BvLevel) i);
    }
  bv_form_add_combo (form, "level", _ ("_Level"), codes, labels);
}

/* The signature as it stands, then the signers of the office. */
static void
add_signers (BvForm *form, Editor *editor)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  const BvDecision *decision = editor->decision;
  gint64 selected = 0;

  for (guint i = 0; i < editor->signers->len; i++)
    {
      const BvSigner *signer = g_ptr_array_index (editor->signers, i);
      g_auto (GStrv)
        lines = bv_signature_lines (signer->prefix, signer->on_behalf_of, signer->post);
      g_autofree char *post = g_strjoinv (", ", lines);

      g_ptr_array_add (codes, g_strdup_printf ("%" G_GINT64_FORMAT, signer->id));
      g_ptr_array_add (labels, g_strdup_printf ("%s – %s", signer->name, post));
      if (g_str_equal (signer->name, decision->signer_name)
          && g_str_equal (signer->post, decision->signer_post))
        selected = signer->id;
    }
  if (selected == 0)
    {
      g_ptr_array_insert (codes, 0, g_strdup ("0"));
      g_ptr_array_insert (
        labels, 0,
        g_strdup (*decision->signer_name != '\0' ? decision->signer_name : _ ("Nobody yet")));
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_combo (form, "signer_name", _ ("_Signer"), (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
  bv_form_set_int (form, "signer_name", selected);
}

/* The law of the date, or one that the officer chooses and gives a reason for. */
static void
add_regimes (BvForm *form, Editor *editor)
{
  GPtrArray *regimes = bv_regime_set_get_regimes (editor->regimes);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (codes, (gpointer) "");
  g_ptr_array_add (labels, (gpointer) _ ("By the date of the decision"));
  for (guint i = 0; i < regimes->len; i++)
    {
      const BvRegime *regime = g_ptr_array_index (regimes, i);

      g_ptr_array_add (codes, regime->id);
      g_ptr_array_add (labels, regime->name);
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_combo (form, "regime_id", _ ("_Law"), (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
  bv_form_add_text (form, "regime_reason", _ ("_Why this law"));
  bv_form_set_text (form, "regime_id", editor->decision->regime_id);
  bv_form_set_text (form, "regime_reason", editor->decision->regime_reason);
  bv_form_set_visible (form, "regime_reason", *editor->decision->regime_id != '\0');
}

static void
changed_cb (BvForm *form, const char *field, gpointer user_data)
{
  g_autofree char *regime = NULL;

  if (g_strcmp0 (field, "regime_id") != 0)
    return;
  regime = bv_form_get_text (form, "regime_id");
  bv_form_set_visible (form, "regime_reason", *regime != '\0');
}

static void
present (GtkWidget *parent, Editor *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());
  const BvDecision *decision = editor->decision;
  gboolean is_received = decision->origin == BV_ORIGIN_RECEIVED;
  g_autofree char *year = g_strdup_printf ("%d", decision->year);
  const char *title;

  g_weak_ref_init (&editor->parent, parent);
  bv_form_add_section (form, NULL,
                       is_received ? _ ("A decision of another office by which people or "
                                        "collectives of this one are honoured.")
                                   : NULL);
  if (is_received)
    {
      bv_form_add_text (form, "number", _ ("_Number"));
      bv_form_set_required (form, "number");
      bv_form_add_date (form, "on_date", _ ("_Date"), FALSE);
      bv_form_set_required (form, "on_date");
    }
  bv_form_add_paragraph (form, "title", _ ("_About"));
  bv_form_set_one_line (form, "title");
  bv_form_set_required (form, "title");
  bv_form_set_hint (form, "title", _ ("As on the paper: “Về việc tặng Giấy khen …”"));
  bv_form_add_text (form, "year", _ ("_Year of the achievement"));
  bv_form_set_required (form, "year");
  bv_form_add_section (form, _ ("Who decides"), NULL);
  bv_form_add_text (form, "issuer", _ ("_Issuer"));
  bv_form_set_required (form, "issuer");
  add_levels (form);
  if (is_received)
    {
      bv_form_add_text (form, "signer_name", _ ("_Signer"));
      bv_form_set_text (form, "signer_name", decision->signer_name);
    }
  else
    add_signers (form, editor);
  bv_form_add_text (form, "place", _ ("_Place"));
  bv_form_add_section (form, _ ("Papers"), NULL);
  bv_form_add_text (form, "proposal", _ ("P_roposal"));
  bv_form_set_hint (form, "proposal", _ ("“Tờ trình số 12/TTr-PNV ngày 15/3/2020”"));
  add_regimes (form, editor);
  bv_form_add_paragraph (form, "note", _ ("N_ote"));
  bv_form_add_override (form);

  bv_form_set_text (form, "title", decision->title);
  bv_form_set_text (form, "year", year);
  bv_form_set_text (form, "issuer", decision->issuer);
  bv_form_set_text (form, "level", bv_level_to_code (decision->level));
  bv_form_set_text (form, "place", decision->place);
  bv_form_set_text (form, "proposal", decision->proposal);
  bv_form_set_text (form, "note", decision->note);
  bv_form_set_text (form, "override_reason", decision->override_reason);
  if (*decision->override_reason != '\0')
    bv_form_set_visible (form, "override_reason", TRUE);
  if (is_received)
    {
      bv_form_set_text (form, "number", decision->number);
      bv_form_set_text (form, "on_date", decision->on_date);
    }
  bv_form_set_clean (form);
  g_signal_connect (form, "changed", G_CALLBACK (changed_cb), NULL);
  title = is_received
            ? (decision->id == 0 ? _ ("Record a Received Decision") : _ ("Received Decision"))
          : decision->id == 0 ? _ ("New Decision")
                              : _ ("Decision");
  bv_form_window_present (parent, title, form, NULL, save, editor, (GDestroyNotify) editor_free);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  if (error != NULL)
    bv_toast_error (GTK_WIDGET (owner), _ ("The decision could not be read"), error);
  else
    present (GTK_WIDGET (owner), result);
}

void
bv_decision_editor_present (GtkWidget *parent,
                            BvStore *store,
                            gint64 id,
                            BvOrigin origin,
                            int year,
                            BvDecisionEditedFunc done)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->id = id;
  ask->origin = origin;
  ask->year = year;
  ask->done = done;
  start_reading (parent, store, ask, read_cb);
}

/* ── Issue ─────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 id;
  char *number;
  char *date;
  char *reason;
} Issue;

static void
issue_free (Issue *issue)
{
  g_free (issue->number);
  g_free (issue->date);
  g_free (issue->reason);
  g_free (issue);
}

static GPtrArray *
check_issue (BvConnection *connection, gpointer data, GError **error)
{
  Issue *issue = data;

  return bv_decision_validate_issue (connection, issue->id, issue->number, issue->date,
                                     issue->reason, error);
}

static gboolean
issue_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Issue *issue = user_data;

  return bv_decision_issue (connection, issue->id, issue->number, issue->date, issue->reason,
                            error);
}

static void
issue (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  Issue *data = g_new0 (Issue, 1);
  g_autofree char *title = NULL;

  data->id = editor->decision->id;
  data->number = bv_form_get_text (form, "number");
  data->date = bv_form_get_text (form, "on_date");
  data->reason = bv_form_get_text (form, "override_reason");
  *editor->saved_id = data->id;
  title = g_strdup_printf (_ ("Issue decision %s"), data->number);
  bv_form_act_run (window, editor->store, title, check_issue, issue_act, data,
                   (GDestroyNotify) issue_free, saved_cb, editor);
}

static void
issue_read_cb (gpointer owner, gpointer result, const GError *error)
{
  Editor *editor = result;
  BvForm *form;
  g_autofree char *today = bv_date_today ();

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The decision could not be read"), error);
      return;
    }
  g_weak_ref_init (&editor->parent, GTK_WIDGET (owner));
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, editor->decision->title,
                       _ ("Every line gets its number in the sổ vàng, and its bonus by the base "
                          "salary of this day. Undo takes the issue back."));
  bv_form_add_text (form, "number", _ ("_Number"));
  bv_form_set_required (form, "number");
  bv_form_add_date (form, "on_date", _ ("_Date"), FALSE);
  bv_form_set_required (form, "on_date");
  bv_form_set_text (form, "number", editor->suggested_number);
  bv_form_set_text (form, "on_date", today);
  bv_form_add_override (form);
  bv_form_set_text (form, "override_reason", editor->decision->override_reason);
  if (*editor->decision->override_reason != '\0')
    bv_form_set_visible (form, "override_reason", TRUE);
  bv_form_set_message (form, editor->fund_warning);
  bv_form_set_clean (form);
  bv_form_window_present (GTK_WIDGET (owner), _ ("Issue the Decision"), form, _ ("_Issue"), issue,
                          editor, (GDestroyNotify) editor_free);
}

void
bv_decision_editor_issue (GtkWidget *parent, BvStore *store, gint64 id)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->id = id;
  ask->wants_number = TRUE;
  start_reading (parent, store, ask, issue_read_cb);
}

/* ── Acts without a form ───────────────────────────────────────────────────────────────────── */

static gboolean
unissue_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_decision_unissue (connection, *(gint64 *) user_data, error);
}

static gboolean
delete_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_decision_delete (connection, *(gint64 *) user_data, error);
}

void
bv_decision_editor_unissue (GtkWidget *parent, BvStore *store, gint64 id, const char *label)
{
  g_autofree char *title = g_strdup_printf (_ ("Take decision %s back to a draft"), label);

  bv_act_run (parent, store, title, BV_ACT_NONE, unissue_act, g_memdup2 (&id, sizeof id), g_free,
              NULL, NULL);
}

void
bv_decision_editor_delete (GtkWidget *parent, BvStore *store, gint64 id, const char *label)
{
  g_autofree char *title = g_strdup_printf (_ ("Delete decision %s and its list"), label);

  bv_act_run (parent, store, title, BV_ACT_NONE, delete_act, g_memdup2 (&id, sizeof id), g_free,
              NULL, NULL);
}
