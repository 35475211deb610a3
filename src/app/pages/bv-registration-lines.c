// SPDX-License-Identifier: GPL-3.0-or-later
/* Lines of registrations as a form, and the acts of the list. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-registration-editors.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "office/bv-register.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

typedef struct
{
  BvStore *store;
  gint64 line_id; /* 0: a new one */
  gint64 unit_id;
  int year;
  BvRegistrationLine *line;
  BvRegimeSet *regimes;
  char *message; /* (nullable): why the form comes at all */
  gboolean asks_reason;
} Editor;

static void
editor_free (Editor *editor)
{
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->line, bv_registration_line_free);
  g_clear_pointer (&editor->regimes, bv_regime_set_unref);
  g_free (editor->message);
  g_free (editor);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Editor, editor_free)

/* ── One line ──────────────────────────────────────────────────────────────────────────────── */

/* What a worker needs to save: a line, and for a new one the unit whose sheet may have to be begun. */
typedef struct
{
  BvRegistrationLine *line;
  gint64 unit_id;
  int year;
} Save;

static void
save_free (Save *data)
{
  bv_registration_line_free (data->line);
  g_free (data);
}

static gboolean
save_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Save *asked = data;
  BvRegistrationLine *line = asked->line;

  if (line->id != 0)
    return bv_registration_line_save_act (store, line, act_id, error);
  return bv_registration_add_act (store, asked->unit_id, asked->year, &line->subject_id, 1,
                                  line->form_code, line->initiative, line->override_reason, NULL,
                                  act_id, error);
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Editor *editor = user_data;
  Save *data = g_new0 (Save, 1);

  data->line = bv_registration_line_copy (editor->line);
  data->unit_id = editor->unit_id;
  data->year = editor->year;
  data->line->subject_id = bv_form_get_int (form, "subject_id");
  bv_text_take (&data->line->form_code, bv_form_get_text (form, "form_code"));
  bv_text_take (&data->line->initiative, bv_form_get_text (form, "initiative"));
  if (data->line->id != 0)
    bv_text_take (&data->line->note, bv_form_get_text (form, "note"));
  bv_text_take (&data->line->override_reason, bv_form_get_text (form, "override_reason"));
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, save_thread, data,
               (GDestroyNotify) save_free, bv_form_window_act_done, NULL);
}

/* Only what this kind of subject may strive for. */
static void
add_titles (BvForm *form, const Editor *editor)
{
  g_autoptr (GPtrArray) titles = bv_registration_list_titles (editor->regimes, editor->year);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  gboolean has_code = FALSE;

  for (guint i = 0; i < titles->len; i++)
    {
      BvRegimeAward *title = g_ptr_array_index (titles, i);

      if (!bv_regime_award_allows (title, editor->line->subject_kind))
        continue;
      has_code |= g_str_equal (title->code, editor->line->form_code);
      g_ptr_array_add (codes, title->code);
      g_ptr_array_add (labels, title->name);
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_combo (form, "form_code", _ ("_Title aimed at"), (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
  if (has_code || codes->len > 1)
    bv_form_set_text (form, "form_code", has_code ? editor->line->form_code : codes->pdata[0]);
}

static void
present (GtkWidget *parent, Editor *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());
  const BvRegistrationLine *line = editor->line;
  BvFormWindow *window;

  bv_form_add_section (form, NULL, NULL);
  bv_form_add_subject (form, "subject_id", _ ("_Who"), editor->store, line->subject_kind);
  bv_form_set_required (form, "subject_id");
  add_titles (form, editor);
  bv_form_add_text (form, "initiative", _ ("Planned _initiative"));
  if (line->id != 0)
    bv_form_add_paragraph (form, "note", _ ("N_ote"));
  bv_form_add_override (form);
  bv_form_set_subject (form, "subject_id", line->subject_id, line->subject_name);
  bv_form_set_text (form, "initiative", line->initiative);
  if (line->id != 0)
    bv_form_set_text (form, "note", line->note);
  bv_form_set_text (form, "override_reason", line->override_reason);
  bv_form_set_clean (form);
  if (editor->message != NULL)
    bv_form_set_message (form, editor->message);
  window = bv_form_window_present (
    parent, line->id != 0 ? _ ("Line of the Registration") : _ ("Add to the Registration"), form,
    NULL, save, editor, (GDestroyNotify) editor_free);
  if (editor->asks_reason)
    bv_form_ask_override (bv_form_window_get_form (window));
}

static gpointer
read_line (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Editor *asked = user_data;
  g_autoptr (Editor) editor = g_new0 (Editor, 1);
  g_autoptr (BvRegistration) sheet = NULL;

  editor->store = g_object_ref (asked->store);
  editor->unit_id = asked->unit_id;
  editor->year = asked->year;
  editor->message = g_strdup (asked->message);
  editor->asks_reason = asked->asks_reason;
  editor->regimes = bv_regime_set_load (connection, error);
  if (editor->regimes == NULL)
    return NULL;
  if (asked->line_id == 0)
    {
      /* A new one: only its kind is not known yet. */
      BvRegistrationLine *line = bv_registration_line_copy (asked->line);
      g_autofree char *name = NULL;
      int kind;

      editor->line = line;
      name = bv_register_subject_name (connection, line->subject_id, &kind, error);
      if (name == NULL)
        return NULL;
      line->subject_kind = (BvSubjectKind) kind;
      return g_steal_pointer (&editor);
    }
  editor->line = bv_registration_line_load (connection, asked->line_id, error);
  if (editor->line != NULL)
    sheet = bv_registration_load (connection, editor->line->registration_id, error);
  if (sheet == NULL)
    return NULL;
  editor->unit_id = sheet->unit_id;
  editor->year = sheet->year;
  return g_steal_pointer (&editor);
}

static void
line_read_cb (gpointer owner, gpointer result, const GError *error)
{
  if (error != NULL)
    bv_toast_error (owner, _ ("The line could not be read"), error);
  else
    present (owner, result);
}

static void
start (GtkWidget *parent, Editor *asked)
{
  bv_read_async (G_OBJECT (parent), asked->store, read_line, asked, (GDestroyNotify) editor_free,
                 line_read_cb, (GDestroyNotify) editor_free, NULL);
}

void
bv_registration_editor_line (GtkWidget *parent, BvStore *store, gint64 line_id)
{
  Editor *asked = g_new0 (Editor, 1);

  asked->store = g_object_ref (store);
  asked->line_id = line_id;
  start (parent, asked);
}

/* ── Adding ────────────────────────────────────────────────────────────────────────────────── */

static Save *
save_new (gint64 unit_id, int year, gint64 subject_id, const char *name, const char *form_code)
{
  Save *data = g_new0 (Save, 1);

  data->line = bv_registration_line_new ();
  data->unit_id = unit_id;
  data->year = year;
  data->line->subject_id = subject_id;
  bv_text_set (&data->line->subject_name, name);
  bv_text_set (&data->line->form_code, form_code);
  return data;
}

/* What a rule speaks against becomes a form that says so. */
static void
added_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  Editor *asked = user_data;

  if (error == NULL)
    {
      if (act_id == 0)
        {
          g_autofree char *message = g_strdup_printf (_ ("%s strives for this title already."),
                                                      asked->line->subject_name);

          bv_toast_message (widget, message);
        }
      editor_free (asked);
    }
  else if (error->domain == BV_VALUE_ERROR)
    {
      asked->message = g_strdup (error->message);
      asked->asks_reason = error->code == BV_VALUE_ERROR_REASON;
      start (widget, asked);
    }
  else
    {
      bv_toast_error (widget, _ ("Nothing was added"), error);
      editor_free (asked);
    }
}

void
bv_registration_editor_add (GtkWidget *parent,
                            BvStore *store,
                            gint64 unit_id,
                            int year,
                            gint64 subject_id,
                            const char *name,
                            const char *form_code)
{
  Save *data = save_new (unit_id, year, subject_id, name, form_code);
  Editor *asked = g_new0 (Editor, 1);

  asked->store = g_object_ref (store);
  asked->unit_id = unit_id;
  asked->year = year;
  asked->line = bv_registration_line_copy (data->line);
  bv_act_call_full (parent, store, NULL, save_thread, data, (GDestroyNotify) save_free, added_cb,
                    asked, (GDestroyNotify) editor_free);
}

/* ── Everybody ─────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store;
  gint64 unit_id;
  int year;
  char *form_code;
  gboolean with_below;
} Members;

static void
members_free (Members *members)
{
  g_clear_object (&members->store);
  g_free (members->form_code);
  g_free (members);
}

static gboolean
members_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Members *members = data;

  return bv_registration_add_members_act (store, members->unit_id, members->year,
                                          members->form_code, members->with_below, NULL, act_id,
                                          error);
}

static void
save_members (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Members *asked = user_data;
  Members *members = g_new0 (Members, 1);

  members->unit_id = asked->unit_id;
  members->year = asked->year;
  members->form_code = bv_form_get_text (form, "form_code");
  members->with_below = bv_form_get_boolean (form, "with_below");
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), asked->store, NULL, members_thread, members,
               (GDestroyNotify) members_free, bv_form_window_act_done, NULL);
}

static gpointer
read_regimes (BvConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  const Members *asked = user_data;
  g_autoptr (Editor) editor = g_new0 (Editor, 1);

  editor->store = g_object_ref (asked->store);
  editor->unit_id = asked->unit_id;
  editor->year = asked->year;
  editor->line = bv_registration_line_new ();
  editor->line->subject_kind = BV_SUBJECT_PERSON;
  bv_text_set (&editor->line->form_code, asked->form_code);
  editor->regimes = bv_regime_set_load (connection, error);
  return editor->regimes != NULL ? g_steal_pointer (&editor) : NULL;
}

static void
regimes_read_cb (gpointer owner, gpointer result, const GError *error)
{
  g_autoptr (Editor) editor = result;
  Members *members;
  BvForm *form;

  if (error != NULL)
    {
      bv_toast_error (owner, _ ("The titles could not be read"), error);
      return;
    }
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (
    form, NULL,
    _ ("Everybody with a post in the unit gets a line; who strives for the title "
       "already is passed over. Correct the list afterwards."));
  add_titles (form, editor);
  bv_form_add_switch (form, "with_below", _ ("Units _below it too"), NULL);
  bv_form_set_clean (form);
  members = g_new0 (Members, 1);
  members->store = g_object_ref (editor->store);
  members->unit_id = editor->unit_id;
  members->year = editor->year;
  bv_form_window_present (owner, _ ("Register the Whole Unit"), form, _ ("_Add"), save_members,
                          members, (GDestroyNotify) members_free);
}

void
bv_registration_editor_add_members (GtkWidget *parent,
                                    BvStore *store,
                                    gint64 unit_id,
                                    int year,
                                    const char *form_code)
{
  Members *asked = g_new0 (Members, 1);

  asked->store = g_object_ref (store);
  asked->unit_id = unit_id;
  asked->year = year;
  asked->form_code = g_strdup (form_code != NULL ? form_code : "");
  bv_read_async (G_OBJECT (parent), store, read_regimes, asked, (GDestroyNotify) members_free,
                 regimes_read_cb, (GDestroyNotify) editor_free, NULL);
}

/* ── Removing ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
remove_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const GArray *ids = data;

  return bv_registration_line_remove_act (store, (const gint64 *) ids->data, ids->len, act_id,
                                          error);
}

void
bv_registration_editor_remove (GtkWidget *parent, BvStore *store, const gint64 *ids, guint n_ids)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (copy, ids, n_ids);
  bv_act_call (parent, store, NULL, remove_thread, copy, (GDestroyNotify) g_array_unref, NULL,
               NULL);
}
