// SPDX-License-Identifier: GPL-3.0-or-later
/* Nominations as forms. */
#define G_LOG_DOMAIN "bangvang"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-nomination.h"
#include "pages/bv-dossier-editors.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

/* ── One nomination ────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store;
  BvNomination *nomination;
} Editor;

static void
editor_free (Editor *editor)
{
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->nomination, bv_nomination_free);
  g_free (editor);
}

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
read_nomination (BvConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  Ask *ask = user_data;
  Editor *editor = g_new0 (Editor, 1);

  editor->store = g_object_ref (ask->store);
  editor->nomination = bv_nomination_load (connection, ask->id, error);
  if (editor->nomination == NULL)
    g_clear_pointer (&editor, editor_free);
  return editor;
}

static gboolean
save_act (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_nomination_save_act (store, data, act_id, error);
}

static void
save_nomination (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvNomination *nomination = bv_nomination_copy (editor->nomination);

  bv_text_take (&nomination->achievement, bv_form_get_text (form, "achievement"));
  bv_text_take (&nomination->summary, bv_form_get_text (form, "summary"));
  bv_text_take (&nomination->note, bv_form_get_text (form, "note"));
  bv_text_take (&nomination->override_reason, bv_form_get_text (form, "override_reason"));
  if (nomination->subject_kind == BV_SUBJECT_PERSON)
    nomination->is_posthumous = bv_form_get_boolean (form, "is_posthumous");
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, save_act, nomination,
               (GDestroyNotify) bv_nomination_free, bv_form_window_act_done, NULL);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  Editor *editor = result;
  const BvNomination *nomination;
  BvForm *form;

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The nomination could not be read"), error);
      return;
    }
  nomination = editor->nomination;
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_paragraph (form, "achievement", _ ("_Achievement, as on the certificate"));
  bv_form_add_paragraph (form, "summary", _ ("_Summary of the achievement"));
  bv_form_set_hint (form, "summary", _ ("For the list that the council reads"));
  if (nomination->subject_kind == BV_SUBJECT_PERSON)
    {
      bv_form_add_switch (form, "is_posthumous", _ ("_Posthumous"), NULL);
      bv_form_set_boolean (form, "is_posthumous", nomination->is_posthumous);
    }
  bv_form_add_override (form);
  bv_form_add_paragraph (form, "note", _ ("_Note"));
  bv_form_set_text (form, "achievement", nomination->achievement);
  bv_form_set_text (form, "summary", nomination->summary);
  bv_form_set_text (form, "override_reason", nomination->override_reason);
  bv_form_set_text (form, "note", nomination->note);
  bv_form_set_clean (form);
  bv_form_window_present (GTK_WIDGET (owner), nomination->name_printed, form, NULL, save_nomination,
                          editor, (GDestroyNotify) editor_free);
}

void
bv_nomination_editor_present (GtkWidget *parent, BvStore *store, gint64 id)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->store = g_object_ref (store);
  ask->id = id;
  bv_read_async (G_OBJECT (parent), store, read_nomination, ask, (GDestroyNotify) ask_free, read_cb,
                 (GDestroyNotify) editor_free, NULL);
}

/* ── Adding one ────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gatomicrefcount ref_count;
  BvStore *store;
  gint64 dossier_id;
  gint64 subject_id;
  char *form_code;
  char *achievement;
  char *reason; /* (nullable) */
} Add;

static Add *
add_ref (Add *add)
{
  g_atomic_ref_count_inc (&add->ref_count);
  return add;
}

static void
add_unref (Add *add)
{
  if (!g_atomic_ref_count_dec (&add->ref_count))
    return;
  g_object_unref (add->store);
  g_free (add->form_code);
  g_free (add->achievement);
  g_free (add->reason);
  g_free (add);
}

static gboolean
add_act (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Add *add = data;
  const char *const forms[] = { add->form_code, NULL };
  BvNominationMany many = { .dossier_id = add->dossier_id,
                            .subject_ids = &add->subject_id,
                            .n_subjects = 1,
                            .form_codes = forms,
                            .achievement = add->achievement,
                            .override_reason = add->reason };

  return bv_nomination_add_many_act (store, &many, NULL, act_id, error);
}

static void
save_add (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Add *add = user_data;

  bv_text_take (&add->reason, bv_form_get_text (form, "override_reason"));
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), add->store, NULL, add_act, add_ref (add),
               (GDestroyNotify) add_unref, bv_form_window_act_done, NULL);
}

static void
added_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  Add *add = user_data;
  BvForm *form;

  if (error == NULL)
    {
      add_unref (add);
      return;
    }
  if (!g_error_matches (error, BV_VALUE_ERROR, BV_VALUE_ERROR_REASON))
    {
      bv_toast_error (widget, _ ("The nomination could not be added"), error);
      add_unref (add);
      return;
    }
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, NULL, error->message);
  bv_form_add_paragraph (form, "override_reason", _ ("_Reason to let it stand"));
  bv_form_set_required (form, "override_reason");
  bv_form_set_clean (form);
  bv_form_window_present (widget, _ ("A Rule Speaks Against It"), form, _ ("_Add"), save_add, add,
                          (GDestroyNotify) add_unref);
}

void
bv_nomination_editor_add (GtkWidget *parent,
                          BvStore *store,
                          gint64 dossier_id,
                          gint64 subject_id,
                          const char *form_code,
                          const char *achievement)
{
  Add *add = g_new0 (Add, 1);

  g_atomic_ref_count_init (&add->ref_count);
  add->store = g_object_ref (store);
  add->dossier_id = dossier_id;
  add->subject_id = subject_id;
  add->form_code = g_strdup (form_code);
  add->achievement = g_strdup (achievement != NULL ? achievement : "");
  bv_act_call_full (parent, store, NULL, add_act, add_ref (add), (GDestroyNotify) add_unref,
                    added_cb, add, (GDestroyNotify) add_unref);
}
