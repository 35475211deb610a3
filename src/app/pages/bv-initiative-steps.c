// SPDX-License-Identifier: GPL-3.0-or-later
/* The steps of an initiative as small forms: recognise, refuse, the chair's word, examiners, into a session. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-initiative-steps-private.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

void
bv_initiative_step_free (gpointer pointer)
{
  BvInitiativeStep *editor = pointer;

  if (editor->parent != NULL)
    g_object_remove_weak_pointer (G_OBJECT (editor->parent), (gpointer *) &editor->parent);
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->scale, bv_initiative_scale_free);
  g_clear_pointer (&editor->item, bv_initiative_item_free);
  g_clear_pointer (&editor->session, bv_initiative_session_free);
  g_clear_pointer (&editor->sessions, g_ptr_array_unref);
  g_clear_pointer (&editor->free, g_ptr_array_unref);
  g_free (editor->number);
  g_free (editor);
}

/* ── Reading ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
read_free (BvConnection *connection, BvInitiativeStep *editor, GError **error)
{
  BvInitiativeFilter filter = BV_INITIATIVE_FILTER_ALL;
  g_autoptr (GArray) ids = NULL;

  filter.year = editor->year;
  filter.state = BV_INITIATIVE_SUBMITTED;
  filter.session_id = -1;
  ids = bv_initiative_list_ids (connection, &filter, error);
  editor->free = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_initiative_free);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      BvInitiative *initiative = bv_initiative_load (connection, g_array_index (ids, gint64, i),
                                                     error);

      if (initiative == NULL)
        return FALSE;
      g_ptr_array_add (editor->free, initiative);
    }
  return ids != NULL;
}

static gpointer
read_editor (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  const BvInitiativeStep *ask = user_data;
  g_autoptr (BvInitiativeStep) editor = g_memdup2 (ask, sizeof *ask);
  g_autofree char *today = bv_date_today ();

  editor->store = g_object_ref (ask->store);
  editor->scale = bv_initiative_scale_load (connection, error);
  if (editor->scale == NULL)
    return NULL;
  if (editor->initiative_id != 0)
    {
      editor->item = bv_initiative_item_load (connection, editor->scale, editor->initiative_id,
                                              error);
      if (editor->item == NULL)
        return NULL;
    }
  if (editor->session_id != 0)
    {
      editor->session = bv_initiative_session_load (connection, editor->session_id, error);
      if (editor->session == NULL)
        return NULL;
    }
  editor->sessions = bv_initiative_session_list (connection, editor->year, error);
  if (editor->sessions == NULL || (editor->wants_free && !read_free (connection, editor, error)))
    return NULL;
  if (editor->wants_number)
    {
      editor->number = bv_initiative_session_suggest_number (connection, today, error);
      if (editor->number == NULL)
        return NULL;
    }
  return g_steal_pointer (&editor);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvInitiativeStep *editor = result;

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The initiative could not be read"), error);
      return;
    }
  editor->parent = GTK_WIDGET (owner);
  g_object_add_weak_pointer (G_OBJECT (owner), (gpointer *) &editor->parent);
  editor->present (GTK_WIDGET (owner), editor);
}

void
bv_initiative_step_open (GtkWidget *parent, BvStore *store, const BvInitiativeStep *what)
{
  BvInitiativeStep *ask = g_memdup2 (what, sizeof *what);

  ask->store = g_object_ref (store);
  bv_read_async (G_OBJECT (parent), store, read_editor, ask, bv_initiative_step_free, read_cb,
                 bv_initiative_step_free, NULL);
}

BvInitiativeJob *
bv_initiative_step_make_job (BvInitiativeStep *editor, const char *format, const char *of)
{
  BvInitiativeJob *job = bv_initiative_job_new ();
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  job->title = g_strjoinv (of, parts);
  job->id = editor->session != NULL ? editor->session_id : editor->initiative_id;
  job->done = editor->done;
  job->parent = editor->parent;
  return job;
}

char *
bv_initiative_step_field (const char *stem, int position)
{
  return g_strdup_printf ("%s%d", stem, position);
}

gboolean
bv_initiative_step_put (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  return bv_initiative_session_put (connection, job->id, (const gint64 *) (gpointer) job->ids->data,
                                    job->ids->len, error);
}

/* ── Recognise ─────────────────────────────────────────────────────────────────────────────── */

static BvInitiativeRecognition
get_recognition (const BvInitiativeJob *job)
{
  return (BvInitiativeRecognition){ job->texts[0], job->texts[1], job->texts[2], job->texts[3],
                                    job->texts[4] };
}

static GPtrArray *
validate_recognise (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  const BvInitiativeRecognition recognition = get_recognition (job);

  return bv_initiative_validate_recognition (connection, job->id, &recognition, error);
}

static gboolean
recognise_body (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  const BvInitiativeRecognition recognition = get_recognition (job);

  return bv_initiative_recognise (connection, job->id, &recognition, error);
}

static void
recognise (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  BvInitiativeStep *editor = user_data;
  BvInitiativeJob *job = bv_initiative_step_make_job (editor, _ ("Record the recognition of “%s”"),
                                                      editor->item->initiative->title);

  job->texts[0] = bv_form_get_text (form, "scope");
  job->texts[1] = bv_form_get_text (form, "recognition_number");
  job->texts[2] = bv_form_get_text (form, "recognised_on");
  job->texts[3] = bv_form_get_text (form, "recognised_by");
  job->texts[4] = bv_form_get_text (form, "override_reason");
  job->validate = validate_recognise;
  job->body = recognise_body;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_recognise (GtkWidget *parent, BvInitiativeStep *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());

  bv_form_add_section (form, editor->item->initiative->title,
                       _ ("By a decision received from above, or by one of this office outside a "
                          "session of the council."));
  /* The first choice is “not recognised”: it is none here. */
  bv_form_add_choice (form, "scope", _ ("_Reach"), bv_initiative_scopes + 1);
  bv_form_add_text (form, "recognition_number", _ ("_Number"));
  bv_form_set_required (form, "recognition_number");
  bv_form_add_date (form, "recognised_on", _ ("_Date"), FALSE);
  bv_form_set_required (form, "recognised_on");
  bv_form_add_text (form, "recognised_by", _ ("Recognised _by"));
  bv_form_set_required (form, "recognised_by");
  bv_form_set_hint (form, "recognised_by", _ ("“Chủ tịch Ủy ban nhân dân tỉnh Sơn La”"));
  bv_form_add_override (form);
  bv_form_set_text (form, "scope", "province");
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("Recognised Elsewhere"), form, NULL, recognise, editor,
                          bv_initiative_step_free);
}

void
bv_initiative_editor_recognise (GtkWidget *parent, BvStore *store, gint64 id)
{
  const BvInitiativeStep ask = { .present = present_recognise, .initiative_id = id };

  bv_initiative_step_open (parent, store, &ask);
}

/* ── Refuse, and the chair's word ──────────────────────────────────────────────────────────── */

static gboolean
refuse_body (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  return bv_initiative_refuse (connection, job->id, job->texts[0], job->texts[1], error);
}

static GPtrArray *
validate_refuse (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  g_autoptr (BvInitiativeScale) scale = bv_initiative_scale_load (connection, error);
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autofree char *reason = bv_text_clean (job->texts[1]);
  BvInitiativeOutcome outcome;

  if (scale == NULL || !bv_initiative_outcome_load (connection, scale, job->id, &outcome, error))
    return NULL;
  if (outcome.standing == BV_STANDING_PASSED && *reason == '\0')
    {
      g_autofree char *words = bv_initiative_outcome_describe (&outcome, scale);
      g_autofree char *message = g_strdup_printf (_ ("The marks carry it. %s"), words);

      bv_problems_add (problems, "override_reason", BV_VALUE_ERROR_REASON, message);
    }
  return g_steal_pointer (&problems);
}

static void
refuse (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  BvInitiativeStep *editor = user_data;
  BvInitiativeJob *job = bv_initiative_step_make_job (editor, _ ("Refuse the initiative “%s”"),
                                                      editor->item->initiative->title);

  job->texts[0] = bv_form_get_text (form, "refusal_reason");
  job->texts[1] = bv_form_get_text (form, "override_reason");
  job->validate = validate_refuse;
  job->body = refuse_body;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_refuse (GtkWidget *parent, BvInitiativeStep *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());

  bv_form_add_section (form, editor->item->initiative->title,
                       _ ("Outside a session: those before the council end with its decision."));
  bv_form_add_paragraph (form, "refusal_reason", _ ("_Why it is not recognised"));
  bv_form_set_required (form, "refusal_reason");
  bv_form_add_override (form);
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("Do Not Recognise"), form, NULL, refuse, editor,
                          bv_initiative_step_free);
}

void
bv_initiative_editor_refuse (GtkWidget *parent, BvStore *store, gint64 id)
{
  const BvInitiativeStep ask = { .present = present_refuse, .initiative_id = id };

  bv_initiative_step_open (parent, store, &ask);
}

static gboolean
verdict_body (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  return bv_initiative_set_verdict (connection, job->id, job->texts[0], job->texts[1], error);
}

static void
verdict (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  BvInitiativeStep *editor = user_data;
  BvInitiativeJob *job = bv_initiative_step_make_job (editor, _ ("Note the chair's word on “%s”"),
                                                      editor->item->initiative->title);

  job->texts[0] = bv_form_get_text (form, "verdict");
  job->texts[1] = bv_form_get_text (form, "reason");
  job->body = verdict_body;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_verdict (GtkWidget *parent, BvInitiativeStep *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());
  g_autofree char *words = bv_initiative_outcome_describe (&editor->item->outcome, editor->scale);
  const BvInitiative *initiative = editor->item->initiative;

  bv_form_add_section (form, initiative->title, words);
  bv_form_add_choice (form, "verdict", _ ("The chair's _word"), bv_initiative_verdicts);
  bv_form_add_paragraph (form, "reason", _ ("_Reason"));
  bv_form_set_hint (form, "reason",
                    _ ("Needed where the chair does not follow the marks; it is printed in the "
                       "minutes."));
  bv_form_set_text (form, "verdict", initiative->verdict);
  bv_form_set_text (form, "reason", initiative->override_reason);
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("The Chair Decides"), form, NULL, verdict, editor,
                          bv_initiative_step_free);
}

void
bv_initiative_editor_verdict (GtkWidget *parent, BvStore *store, gint64 id)
{
  const BvInitiativeStep ask = { .present = present_verdict, .initiative_id = id };

  bv_initiative_step_open (parent, store, &ask);
}

/* ── Examiners ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
examiners_body (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  for (guint i = 0; i < job->sheets->len; i++)
    if (!bv_initiative_sheet_save (connection, g_ptr_array_index (job->sheets, i), error))
      return FALSE;
  return TRUE;
}

/* The third is asked for, or has scored already. */
static int
get_last_position (const BvInitiativeItem *item)
{
  return item->outcome.needs_third || item->sheets->len > 2 ? 3 : 2;
}

static BvInitiativeSheet *
find_sheet (const BvInitiativeItem *item, int position)
{
  for (guint i = 0; i < item->sheets->len; i++)
    {
      const BvInitiativeSheet *sheet = g_ptr_array_index (item->sheets, i);

      if (sheet->position == position)
        return bv_initiative_sheet_copy (sheet);
    }
  return bv_initiative_sheet_new (item->initiative->id, position);
}

static void
save_examiners (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  BvInitiativeStep *editor = user_data;
  BvInitiativeJob *job = bv_initiative_step_make_job (editor, _ ("Name the examiners of “%s”"),
                                                      editor->item->initiative->title);

  job->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_initiative_sheet_free);
  for (int position = 1; position <= get_last_position (editor->item); position++)
    {
      g_autofree char *name = bv_initiative_step_field ("name", position);
      g_autofree char *post = bv_initiative_step_field ("post", position);
      g_autofree char *date = bv_initiative_step_field ("date", position);
      g_autofree char *comment = bv_initiative_step_field ("comment", position);
      g_autofree char *typed = bv_form_get_text (form, name);
      BvInitiativeSheet *sheet;

      if (*typed == '\0')
        continue;
      sheet = find_sheet (editor->item, position);
      if (!g_str_equal (sheet->name, typed))
        sheet->person_id = 0;
      bv_text_set (&sheet->name, typed);
      bv_text_take (&sheet->post, bv_form_get_text (form, post));
      bv_text_take (&sheet->on_date, bv_form_get_text_or_null (form, date));
      bv_text_take (&sheet->comment, bv_form_get_text (form, comment));
      g_ptr_array_add (job->sheets, sheet);
    }
  job->body = examiners_body;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_examiners (GtkWidget *parent, BvInitiativeStep *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());

  for (int position = 1; position <= get_last_position (editor->item); position++)
    {
      g_autoptr (BvInitiativeSheet) sheet = find_sheet (editor->item, position);
      g_autofree char *unnamed = bv_initiative_sheet_default_name (position);
      g_autofree char *title = g_strdup_printf (_ ("Examiner %d"), position);
      g_autofree char *name = bv_initiative_step_field ("name", position);
      g_autofree char *post = bv_initiative_step_field ("post", position);
      g_autofree char *date = bv_initiative_step_field ("date", position);
      g_autofree char *comment = bv_initiative_step_field ("comment", position);

      bv_form_add_section (form, title, NULL);
      bv_form_add_text (form, name, _ ("Name"));
      bv_form_add_text (form, post, _ ("Post"));
      bv_form_add_date (form, date, _ ("Scored on"), FALSE);
      bv_form_add_paragraph (form, comment, _ ("Comment"));
      if (!g_str_equal (sheet->name, unnamed))
        bv_form_set_text (form, name, sheet->name);
      bv_form_set_text (form, post, sheet->post);
      bv_form_set_text (form, date, sheet->on_date);
      bv_form_set_text (form, comment, sheet->comment);
    }
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("Examiners"), form, NULL, save_examiners, editor,
                          bv_initiative_step_free);
}

void
bv_initiative_editor_examiners (GtkWidget *parent, BvStore *store, gint64 id)
{
  const BvInitiativeStep ask = { .present = present_examiners, .initiative_id = id };

  bv_initiative_step_open (parent, store, &ask);
}

/* ── Into a session ────────────────────────────────────────────────────────────────────────── */

static void
put (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  BvInitiativeStep *editor = user_data;
  BvInitiativeJob *job = bv_initiative_step_make_job (editor, _ ("Put “%s” before the council"),
                                                      editor->item->initiative->title);

  job->id = bv_form_get_int (form, "session_id");
  job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (job->ids, editor->initiative_id);
  job->body = bv_initiative_step_put;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_put (GtkWidget *parent, BvInitiativeStep *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < editor->sessions->len; i++)
    {
      const BvInitiativeSession *session = g_ptr_array_index (editor->sessions, i);

      if (bv_initiative_session_is_decided (session))
        continue;
      g_ptr_array_add (codes, g_strdup_printf ("%" G_GINT64_FORMAT, session->id));
      g_ptr_array_add (labels, g_strdup (session->title));
    }
  if (codes->len == 0)
    {
      bv_toast_message (parent, _ ("No session of this year is open: make one first."));
      bv_initiative_step_free (editor);
      return;
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_section (form, editor->item->initiative->title, NULL);
  bv_form_add_combo (form, "session_id", _ ("_Session"), (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
  bv_form_set_text (form, "session_id", codes->pdata[0]);
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("Before the Council"), form, NULL, put, editor,
                          bv_initiative_step_free);
}

void
bv_initiative_editor_put (GtkWidget *parent, BvStore *store, gint64 id, int year)
{
  const BvInitiativeStep ask = { .present = present_put, .initiative_id = id, .year = year };

  bv_initiative_step_open (parent, store, &ask);
}
