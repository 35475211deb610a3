// SPDX-License-Identifier: GPL-3.0-or-later
/* The parts of an achievement report as a form: which parts there are follows from the manner and who is honoured. */
#define G_LOG_DOMAIN "bangvang"

#include "base/bv-error.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "documents/bv-dossier-papers.h"
#include "merit/bv-nomination.h"
#include "pages/bv-dossier-editors.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

typedef struct
{
  BvStore *store;
  BvNomination *nomination;
  const BvReportPart *parts;
  guint n_parts;
  char **bodies; /* as they are stored */
} Editor;

static void
editor_free (Editor *editor)
{
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->nomination, bv_nomination_free);
  g_strfreev (editor->bodies);
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

static gboolean
fill (Editor *editor, BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvDossier) dossier = NULL;

  editor->nomination = bv_nomination_load (connection, id, error);
  if (editor->nomination == NULL)
    return FALSE;
  dossier = bv_dossier_load (connection, editor->nomination->dossier_id, error);
  if (dossier == NULL)
    return FALSE;
  editor->parts = bv_report_parts_list (dossier->manner, editor->nomination->subject_kind,
                                        &editor->n_parts);
  editor->bodies = g_new0 (char *, editor->n_parts + 1);
  for (guint i = 0; i < editor->n_parts; i++)
    {
      editor->bodies[i] = bv_nomination_get_report_part (connection, id, editor->parts[i].part,
                                                         error);
      if (editor->bodies[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static gpointer
read_report (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  Ask *ask = user_data;
  Editor *editor = g_new0 (Editor, 1);

  editor->store = g_object_ref (ask->store);
  if (!fill (editor, connection, ask->id, error))
    g_clear_pointer (&editor, editor_free);
  return editor;
}

/* ── Saving: all parts in one act ──────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 id;
  const BvReportPart *parts;
  char **bodies;
} Save;

static void
save_free (Save *save)
{
  g_strfreev (save->bodies);
  g_free (save);
}

static gboolean
save_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  Save *save = user_data;

  for (guint i = 0; save->bodies[i] != NULL; i++)
    if (!bv_nomination_set_report_part (connection, save->id, save->parts[i].part, save->bodies[i],
                                        error))
      return FALSE;
  return TRUE;
}

static void
save_report (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  Save *save = g_new0 (Save, 1);
  g_autofree char *title = g_strdup_printf (_ ("Write the report of %s"),
                                            editor->nomination->name_printed);

  save->id = editor->nomination->id;
  save->parts = editor->parts;
  save->bodies = g_new0 (char *, editor->n_parts + 1);
  for (guint i = 0; i < editor->n_parts; i++)
    save->bodies[i] = bv_form_get_text (form, editor->parts[i].part);
  bv_form_window_set_busy (window, TRUE);
  bv_act_run (GTK_WIDGET (window), editor->store, title, BV_ACT_NONE, save_cb, save,
              (GDestroyNotify) save_free, bv_form_window_act_done, NULL);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  Editor *editor = result;
  BvForm *form;
  g_autofree char *title = NULL;

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The nomination could not be read"), error);
      return;
    }
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, editor->nomination->name_printed,
                       _ ("What is on record, such as awards, ratings and initiatives, is put into "
                          "the report by the program. Write the rest here."));
  for (guint i = 0; i < editor->n_parts; i++)
    {
      const BvReportPart *part = &editor->parts[i];
      g_autofree char *label = g_strdup_printf ("%s. %s", part->part, part->title);

      bv_form_add_paragraph (form, part->part, label);
      bv_form_set_hint (form, part->part, part->hint);
      bv_form_set_text (form, part->part, editor->bodies[i]);
    }
  bv_form_set_clean (form);
  bv_form_window_present (GTK_WIDGET (owner), _ ("Achievement Report"), form, NULL, save_report,
                          editor, (GDestroyNotify) editor_free);
}

void
bv_report_editor_present (GtkWidget *parent, BvStore *store, gint64 nomination_id)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->store = g_object_ref (store);
  ask->id = nomination_id;
  bv_read_async (G_OBJECT (parent), store, read_report, ask, (GDestroyNotify) ask_free, read_cb,
                 (GDestroyNotify) editor_free, NULL);
}
