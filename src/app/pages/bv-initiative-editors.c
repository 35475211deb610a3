// SPDX-License-Identifier: GPL-3.0-or-later
/* An initiative as a form, with its authors and their shares. The steps are in bv-initiative-steps.c. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-initiative-editors.h"

#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

#define MAX_AUTHORS 8 /* rows of the form; the core knows no limit */

/* ── Jobs ──────────────────────────────────────────────────────────────────────────────────── */

static void
job_clear (gpointer pointer)
{
  BvInitiativeJob *job = pointer;

  g_free (job->title);
  g_clear_pointer (&job->initiative, bv_initiative_free);
  g_clear_pointer (&job->session, bv_initiative_session_free);
  g_clear_pointer (&job->sheets, g_ptr_array_unref);
  g_clear_pointer (&job->ids, g_array_unref);
  g_clear_pointer (&job->problems, g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (job->texts); i++)
    g_free (job->texts[i]);
}

static void
job_unref (gpointer pointer)
{
  g_atomic_rc_box_release_full (pointer, job_clear);
}

BvInitiativeJob *
bv_initiative_job_new (void)
{
  return g_atomic_rc_box_new0 (BvInitiativeJob);
}

static gboolean
act_body (BvConnection *connection, gpointer user_data, GError **error)
{
  BvInitiativeJob *job = user_data;

  return job->body (connection, job, error);
}

static gboolean
job_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  BvInitiativeJob *job = data;

  g_clear_pointer (&job->problems, g_ptr_array_unref);
  if (job->validate != NULL)
    {
      g_autoptr (BvLease) lease = bv_store_lease (store, error);

      if (lease == NULL)
        return FALSE;
      job->problems = job->validate (bv_lease_connection (lease), job, error);
      if (job->problems == NULL || !bv_problems_check (job->problems, error))
        return FALSE;
      g_clear_pointer (&job->problems, g_ptr_array_unref);
    }
  return bv_store_act (store, job->title, BV_ACT_NONE, act_body, job, NULL, act_id, error);
}

static void
done_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  BvFormWindow *window = BV_FORM_WINDOW (widget);
  BvForm *form = bv_form_window_get_form (window);
  BvInitiativeJob *job = user_data;

  bv_form_window_set_busy (window, FALSE);
  if (error != NULL && job->problems != NULL)
    {
      for (guint i = 0; i < job->problems->len; i++)
        if (((const BvProblem *) g_ptr_array_index (job->problems, i))->code
            == BV_VALUE_ERROR_REASON)
          bv_form_ask_override (form);
      bv_form_show_problems (form, job->problems);
      return;
    }
  if (error == NULL && job->done != NULL && job->parent != NULL)
    job->done (job->parent, job->id);
  bv_form_window_finish (window, error);
}

static void
forget_parent (gpointer data)
{
  BvInitiativeJob *job = data;

  if (job->parent != NULL)
    g_object_remove_weak_pointer (G_OBJECT (job->parent), (gpointer *) &job->parent);
  job->parent = NULL;
  job_unref (job);
}

void
bv_initiative_job_run (BvFormWindow *window, BvStore *store, BvInitiativeJob *job)
{
  if (job->parent != NULL)
    g_object_add_weak_pointer (G_OBJECT (job->parent), (gpointer *) &job->parent);
  /* The window holds the job that its form asked for last. */
  g_object_set_data_full (G_OBJECT (window), "bv-initiative-job", job, forget_parent);
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), store, NULL, job_thread, g_atomic_rc_box_acquire (job),
               job_unref, done_cb, job);
}

/* ── The form ──────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store;
  GtkWidget *parent; /* weak */
  BvInitiativeEditedFunc done;
  BvInitiative *initiative;
  char **fields;
  gint64 id;
  int year;

  /* Of the form */
  gboolean is_filling;
  gboolean shares_are_typed;
} Editor;

static void
editor_free (gpointer pointer)
{
  Editor *editor = pointer;

  if (editor->parent != NULL)
    g_object_remove_weak_pointer (G_OBJECT (editor->parent), (gpointer *) &editor->parent);
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->initiative, bv_initiative_free);
  g_strfreev (editor->fields);
  g_free (editor);
}

static char *
make_field (const char *stem, guint index)
{
  return g_strdup_printf ("%s[%u]", stem, index);
}

/* Those named in the form; a share that is not understood is 0. */
static void
take_authors (BvForm *form, BvInitiative *initiative)
{
  g_ptr_array_set_size (initiative->authors, 0);
  for (guint i = 0; i < MAX_AUTHORS; i++)
    {
      g_autofree char *author = make_field ("authors", i);
      g_autofree char *share = make_field ("share", i);
      g_autofree char *text = bv_form_get_text (form, share);
      gint64 person = bv_form_get_int (form, author);
      gint64 hundredths = 0;

      if (person == 0)
        continue;
      if (!bv_number_parse_hundredths (text, &hundredths, NULL))
        hundredths = 0;
      bv_initiative_add_author (initiative, person, hundredths, "", "");
    }
}

static void
set_share (BvForm *form, guint index, gint64 share)
{
  g_autofree char *field = make_field ("share", index);
  g_autofree char *text = g_strdup_printf ("%d.%02d", (int) (share / 100), (int) (share % 100));

  bv_form_set_text (form, field, text);
}

/* What the shares come to, under the last of them. */
static void
show_sum (BvForm *form)
{
  g_autoptr (BvInitiative) probe = bv_initiative_new ();
  g_autofree char *sum = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *text = NULL;
  gint64 total;
  int last = -1;

  take_authors (form, probe);
  total = bv_initiative_get_share_sum (probe);
  sum = bv_number_format_hundredths (total);
  rest = bv_number_format_hundredths (ABS (BV_INITIATIVE_WHOLE - total));
  /* TRANSLATORS: two percentages. */
  text = total == BV_INITIATIVE_WHOLE ? g_strdup (_ ("Together 100 %"))
         : total < BV_INITIATIVE_WHOLE
           ? g_strdup_printf (_ ("Together %s %%: %s %% are missing"), sum, rest)
           : g_strdup_printf (_ ("Together %s %%: %s %% are too much"), sum, rest);
  for (int i = 0; i < MAX_AUTHORS; i++)
    {
      g_autofree char *author = make_field ("authors", (guint) i);
      g_autofree char *share = make_field ("share", (guint) i);

      bv_form_set_hint (form, share, NULL);
      if (bv_form_get_int (form, author) != 0)
        last = i;
    }
  if (last >= 0)
    {
      g_autofree char *share = make_field ("share", (guint) last);

      bv_form_set_hint (form, share, text);
    }
}

/* One empty row after the authors there are; shares stay even until one is typed. */
static void
update_authors (Editor *editor, BvForm *form)
{
  gboolean show = TRUE;
  guint n = 0;

  editor->is_filling = TRUE;
  for (guint i = 0; i < MAX_AUTHORS; i++)
    {
      g_autofree char *author = make_field ("authors", i);
      g_autofree char *share = make_field ("share", i);
      gboolean is_named = bv_form_get_int (form, author) != 0;

      bv_form_set_visible (form, author, show || is_named);
      bv_form_set_visible (form, share, is_named);
      show = show && is_named;
      n += is_named;
    }
  if (!editor->shares_are_typed)
    for (guint i = 0, k = 0; i < MAX_AUTHORS; i++)
      {
        g_autofree char *author = make_field ("authors", i);

        if (bv_form_get_int (form, author) != 0)
          set_share (form, i, BV_INITIATIVE_WHOLE / n + (k++ == 0 ? BV_INITIATIVE_WHOLE % n : 0));
      }
  editor->is_filling = FALSE;
  show_sum (form);
}

static void
changed_cb (BvForm *form, const char *field, gpointer user_data)
{
  Editor *editor = user_data;

  if (editor->is_filling)
    return;
  if (g_str_has_prefix (field, "share"))
    {
      editor->shares_are_typed = TRUE;
      show_sum (form);
    }
  else if (g_str_has_prefix (field, "authors"))
    update_authors (editor, form);
}

static GPtrArray *
validate_save (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  g_autoptr (GPtrArray) problems = bv_initiative_validate (connection, job->initiative, error);

  if (problems == NULL)
    return NULL;
  /* What is wrong with all of them stands under the last. */
  for (guint i = 0; i < problems->len; i++)
    {
      BvProblem *problem = g_ptr_array_index (problems, i);

      if (!g_str_equal (problem->field, "authors"))
        continue;
      g_free (problem->field);
      problem->field = job->initiative->authors->len == 0
                         ? g_strdup ("authors[0]")
                         : make_field ("share", job->initiative->authors->len - 1);
    }
  return g_steal_pointer (&problems);
}

static gboolean
save_body (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  if (!bv_initiative_save (connection, job->initiative, error))
    return FALSE;
  job->id = job->initiative->id;
  return TRUE;
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvInitiativeJob *job = bv_initiative_job_new ();
  BvInitiative *initiative = bv_initiative_copy (editor->initiative);
  g_autofree char *year = bv_form_get_text (form, "year");
  g_autofree char *benefit = bv_form_get_text (form, "benefit");

  bv_text_take (&initiative->title, bv_form_get_text (form, "title"));
  bv_text_take (&initiative->kind, bv_form_get_text (form, "kind"));
  bv_text_take (&initiative->field, bv_form_get_text (form, "field"));
  bv_text_take (&initiative->applied_from, bv_form_get_text_or_null (form, "applied_from"));
  bv_text_take (&initiative->state_before, bv_form_get_text (form, "state_before"));
  bv_text_take (&initiative->solution, bv_form_get_text (form, "solution"));
  bv_text_take (&initiative->effect, bv_form_get_text (form, "effect"));
  bv_text_take (&initiative->note, bv_form_get_text (form, "note"));
  initiative->year = (int) g_ascii_strtoll (year, NULL, 10);
  initiative->unit_id = bv_form_get_int (form, "unit_id");
  initiative->benefit = *benefit != '\0' ? bv_form_get_int (form, "benefit") : -1;
  take_authors (form, initiative);
  job->title = g_strdup_printf (initiative->id == 0 ? _ ("Add the initiative “%s”")
                                                    : _ ("Change the initiative “%s”"),
                                initiative->title);
  job->id = initiative->id;
  job->initiative = initiative;
  job->validate = validate_save;
  job->body = save_body;
  job->done = editor->done;
  job->parent = editor->parent;
  bv_initiative_job_run (window, editor->store, job);
}

static void
add_authors (Editor *editor, BvForm *form)
{
  const BvInitiative *initiative = editor->initiative;

  bv_form_add_section (form, _ ("Authors and their shares"),
                       _ ("All shares together are 100 %. They are even until one is typed."));
  for (guint i = 0; i < MAX_AUTHORS; i++)
    {
      g_autofree char *author = make_field ("authors", i);
      g_autofree char *share = make_field ("share", i);
      g_autofree char *title = g_strdup_printf (_ ("Author %u"), i + 1);
      g_autofree char *share_title = g_strdup_printf (_ ("Share of author %u (%%)"), i + 1);

      bv_form_add_subject (form, author, title, editor->store, BV_SUBJECT_PERSON);
      bv_form_add_number (form, share, share_title, 2);
      if (i < initiative->authors->len)
        {
          const BvInitiativeAuthor *one = g_ptr_array_index (initiative->authors, i);

          bv_form_set_subject (form, author, one->person_id, one->name);
          set_share (form, i, one->share);
        }
    }
  bv_form_set_required (form, "authors[0]");
}

static void
add_texts (BvForm *form)
{
  bv_form_add_section (form, _ ("What it is"), NULL);
  bv_form_add_paragraph (form, "state_before", _ ("_How things were"));
  bv_form_add_paragraph (form, "solution", _ ("The s_olution"));
  bv_form_add_paragraph (form, "effect", _ ("_Effect"));
  bv_form_add_money (form, "benefit", _ ("_Benefit a year"));
  bv_form_set_hint (form, "benefit", _ ("Empty: not counted in money"));
  bv_form_add_paragraph (form, "note", _ ("N_ote"));
}

static void
fill (BvForm *form, const BvInitiative *initiative)
{
  g_autofree char *year = g_strdup_printf ("%d", initiative->year);

  bv_form_set_text (form, "title", initiative->title);
  bv_form_set_text (form, "kind", initiative->kind);
  bv_form_set_text (form, "field", initiative->field);
  bv_form_set_text (form, "year", year);
  bv_form_set_text (form, "applied_from", initiative->applied_from);
  bv_form_set_text (form, "state_before", initiative->state_before);
  bv_form_set_text (form, "solution", initiative->solution);
  bv_form_set_text (form, "effect", initiative->effect);
  bv_form_set_text (form, "note", initiative->note);
  if (initiative->benefit >= 0)
    bv_form_set_int (form, "benefit", initiative->benefit);
  if (initiative->unit_id != 0)
    bv_form_set_subject (form, "unit_id", initiative->unit_id, initiative->unit_name);
}

static void
present (GtkWidget *parent, Editor *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());

  editor->parent = parent;
  g_object_add_weak_pointer (G_OBJECT (parent), (gpointer *) &editor->parent);
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_paragraph (form, "title", _ ("_Title"));
  bv_form_set_one_line (form, "title");
  bv_form_set_required (form, "title");
  bv_form_add_choice (form, "kind", _ ("_Kind of work"), bv_initiative_kinds);
  bv_form_add_suggest (form, "field", _ ("_Field"), (const char *const *) editor->fields);
  bv_form_add_text (form, "year", _ ("_Year"));
  bv_form_set_required (form, "year");
  bv_form_set_hint (form, "year", _ ("In which it may back a title"));
  bv_form_add_subject (form, "unit_id", _ ("_Unit that applied it first"), editor->store,
                       BV_SUBJECT_UNIT);
  bv_form_add_date (form, "applied_from", _ ("Applied _from"), FALSE);
  add_authors (editor, form);
  add_texts (form);
  fill (form, editor->initiative);
  editor->shares_are_typed = editor->initiative->authors->len > 0;
  update_authors (editor, form);
  bv_form_set_clean (form);
  bv_form_window_present (parent,
                          editor->initiative->id == 0 ? _ ("New Initiative") : _ ("Initiative"),
                          form, NULL, save, editor, editor_free);
  g_signal_connect (form, "changed", G_CALLBACK (changed_cb), editor);
}

static gpointer
read_initiative (BvConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  const Editor *ask = user_data;
  Editor *editor = g_new0 (Editor, 1);

  editor->store = g_object_ref (ask->store);
  editor->done = ask->done;
  editor->fields = bv_initiative_list_fields (connection, error);
  if (editor->fields != NULL)
    editor->initiative = ask->id != 0 ? bv_initiative_load (connection, ask->id, error)
                                      : bv_initiative_new ();
  if (editor->initiative == NULL)
    {
      editor_free (editor);
      return NULL;
    }
  if (ask->id == 0)
    editor->initiative->year = ask->year;
  return editor;
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  if (error != NULL)
    bv_toast_error (GTK_WIDGET (owner), _ ("The initiative could not be read"), error);
  else
    present (GTK_WIDGET (owner), result);
}

void
bv_initiative_editor_present (GtkWidget *parent,
                              BvStore *store,
                              gint64 id,
                              int year,
                              BvInitiativeEditedFunc done)
{
  Editor *ask = g_new0 (Editor, 1);

  ask->store = g_object_ref (store);
  ask->id = id;
  ask->year = year;
  ask->done = done;
  bv_read_async (G_OBJECT (parent), store, read_initiative, ask, editor_free, read_cb, editor_free,
                 NULL);
}
