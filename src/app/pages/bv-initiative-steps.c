// SPDX-License-Identifier: GPL-3.0-or-later
/* The steps of initiatives and sessions as small forms: recognise, refuse, the chair's word, examiners, sessions, and the
 * decision. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-initiative-editors.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-decision.h"
#include "movement/bv-period.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

/* What a form asks to be read, and what was read. */
typedef struct _Editor Editor;
struct _Editor
{
  BvStore *store;
  GtkWidget *parent; /* weak */
  void (*present) (GtkWidget *parent, Editor *editor);
  BvInitiativeEditedFunc done;
  gint64 initiative_id;
  gint64 session_id;
  int year;
  gboolean wants_number;
  gboolean wants_free; /* the submitted ones in no session */
  gboolean is_new_session;

  /* Read */
  BvInitiativeScale *scale;
  BvInitiativeItem *item;
  BvInitiativeSession *session;
  GPtrArray *sessions;
  GPtrArray *free; /* (element-type BvInitiative) */
  char *number;
};

static void
editor_free (gpointer pointer)
{
  Editor *editor = pointer;

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
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Editor, editor_free)

/* ── Reading ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
read_free (BvConnection *connection, Editor *editor, GError **error)
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
  const Editor *ask = user_data;
  g_autoptr (Editor) editor = g_memdup2 (ask, sizeof *ask);
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
      editor->number = bv_decision_suggest_number (connection, today, error);
      if (editor->number == NULL)
        return NULL;
    }
  return g_steal_pointer (&editor);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  Editor *editor = result;

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The initiative could not be read"), error);
      return;
    }
  editor->parent = GTK_WIDGET (owner);
  g_object_add_weak_pointer (G_OBJECT (owner), (gpointer *) &editor->parent);
  editor->present (GTK_WIDGET (owner), editor);
}

static void
open_editor (GtkWidget *parent, BvStore *store, const Editor *what)
{
  Editor *ask = g_memdup2 (what, sizeof *what);

  ask->store = g_object_ref (store);
  bv_read_async (G_OBJECT (parent), store, read_editor, ask, editor_free, read_cb, editor_free,
                 NULL);
}

static BvInitiativeJob *
make_job (Editor *editor, const char *format, const char *of)
{
  BvInitiativeJob *job = bv_initiative_job_new ();
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  job->title = g_strjoinv (of, parts);
  job->id = editor->session != NULL ? editor->session_id : editor->initiative_id;
  job->done = editor->done;
  job->parent = editor->parent;
  return job;
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
  Editor *editor = user_data;
  BvInitiativeJob *job = make_job (editor, _ ("Record the recognition of “%s”"),
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
present_recognise (GtkWidget *parent, Editor *editor)
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
                          editor_free);
}

void
bv_initiative_editor_recognise (GtkWidget *parent, BvStore *store, gint64 id)
{
  const Editor ask = { .present = present_recognise, .initiative_id = id };

  open_editor (parent, store, &ask);
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
  Editor *editor = user_data;
  BvInitiativeJob *job = make_job (editor, _ ("Refuse the initiative “%s”"),
                                   editor->item->initiative->title);

  job->texts[0] = bv_form_get_text (form, "refusal_reason");
  job->texts[1] = bv_form_get_text (form, "override_reason");
  job->validate = validate_refuse;
  job->body = refuse_body;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_refuse (GtkWidget *parent, Editor *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());

  bv_form_add_section (form, editor->item->initiative->title,
                       _ ("Outside a session: those before the council end with its decision."));
  bv_form_add_paragraph (form, "refusal_reason", _ ("_Why it is not recognised"));
  bv_form_set_required (form, "refusal_reason");
  bv_form_add_override (form);
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("Do Not Recognise"), form, NULL, refuse, editor, editor_free);
}

void
bv_initiative_editor_refuse (GtkWidget *parent, BvStore *store, gint64 id)
{
  const Editor ask = { .present = present_refuse, .initiative_id = id };

  open_editor (parent, store, &ask);
}

static gboolean
verdict_body (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  return bv_initiative_set_verdict (connection, job->id, job->texts[0], job->texts[1], error);
}

static void
verdict (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvInitiativeJob *job = make_job (editor, _ ("Note the chair's word on “%s”"),
                                   editor->item->initiative->title);

  job->texts[0] = bv_form_get_text (form, "verdict");
  job->texts[1] = bv_form_get_text (form, "reason");
  job->body = verdict_body;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_verdict (GtkWidget *parent, Editor *editor)
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
                          editor_free);
}

void
bv_initiative_editor_verdict (GtkWidget *parent, BvStore *store, gint64 id)
{
  const Editor ask = { .present = present_verdict, .initiative_id = id };

  open_editor (parent, store, &ask);
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

static char *
make_field (const char *stem, int position)
{
  return g_strdup_printf ("%s%d", stem, position);
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
  Editor *editor = user_data;
  BvInitiativeJob *job = make_job (editor, _ ("Name the examiners of “%s”"),
                                   editor->item->initiative->title);

  job->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_initiative_sheet_free);
  for (int position = 1; position <= get_last_position (editor->item); position++)
    {
      g_autofree char *name = make_field ("name", position);
      g_autofree char *post = make_field ("post", position);
      g_autofree char *date = make_field ("date", position);
      g_autofree char *comment = make_field ("comment", position);
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
present_examiners (GtkWidget *parent, Editor *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());

  for (int position = 1; position <= get_last_position (editor->item); position++)
    {
      g_autoptr (BvInitiativeSheet) sheet = find_sheet (editor->item, position);
      g_autofree char *unnamed = bv_initiative_sheet_default_name (position);
      g_autofree char *title = g_strdup_printf (_ ("Examiner %d"), position);
      g_autofree char *name = make_field ("name", position);
      g_autofree char *post = make_field ("post", position);
      g_autofree char *date = make_field ("date", position);
      g_autofree char *comment = make_field ("comment", position);

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
  bv_form_window_present (parent, _ ("Examiners"), form, NULL, save_examiners, editor, editor_free);
}

void
bv_initiative_editor_examiners (GtkWidget *parent, BvStore *store, gint64 id)
{
  const Editor ask = { .present = present_examiners, .initiative_id = id };

  open_editor (parent, store, &ask);
}

static gboolean
assign_body (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  for (int i = 0; i < 2; i++)
    if (*job->texts[2 * i] != '\0'
        && !bv_initiative_session_assign_examiner (connection, job->id, i + 1, job->texts[2 * i],
                                                   job->texts[2 * i + 1], error))
      return FALSE;
  return TRUE;
}

static void
assign (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvInitiativeJob *job = make_job (editor, _ ("Name the examiners of “%s”"),
                                   editor->session->title);

  job->texts[0] = bv_form_get_text (form, "name1");
  job->texts[1] = bv_form_get_text (form, "post1");
  job->texts[2] = bv_form_get_text (form, "name2");
  job->texts[3] = bv_form_get_text (form, "post2");
  job->body = assign_body;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_assign (GtkWidget *parent, Editor *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());

  bv_form_add_section (form, _ ("First examiner"),
                       _ ("For every initiative of the session that has none yet. Examiners of one "
                          "initiative are changed beside its marks."));
  bv_form_add_text (form, "name1", _ ("Name"));
  bv_form_add_text (form, "post1", _ ("Post"));
  bv_form_add_section (form, _ ("Second examiner"), NULL);
  bv_form_add_text (form, "name2", _ ("Name"));
  bv_form_add_text (form, "post2", _ ("Post"));
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("Examiners of the Session"), form, NULL, assign, editor,
                          editor_free);
}

void
bv_initiative_session_editor_examiners (GtkWidget *parent, BvStore *store, gint64 id)
{
  const Editor ask = { .present = present_assign, .session_id = id };

  open_editor (parent, store, &ask);
}

/* ── Into a session ────────────────────────────────────────────────────────────────────────── */

static gboolean
put_body (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  return bv_initiative_session_put (connection, job->id, (const gint64 *) (gpointer) job->ids->data,
                                    job->ids->len, error);
}

static void
put (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvInitiativeJob *job = make_job (editor, _ ("Put “%s” before the council"),
                                   editor->item->initiative->title);

  job->id = bv_form_get_int (form, "session_id");
  job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (job->ids, editor->initiative_id);
  job->body = put_body;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_put (GtkWidget *parent, Editor *editor)
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
      editor_free (editor);
      return;
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_section (form, editor->item->initiative->title, NULL);
  bv_form_add_combo (form, "session_id", _ ("_Session"), (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
  bv_form_set_text (form, "session_id", codes->pdata[0]);
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("Before the Council"), form, NULL, put, editor, editor_free);
}

void
bv_initiative_editor_put (GtkWidget *parent, BvStore *store, gint64 id, int year)
{
  const Editor ask = { .present = present_put, .initiative_id = id, .year = year };

  open_editor (parent, store, &ask);
}

static void
choose (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvInitiativeJob *job = make_job (editor, _ ("Put initiatives into “%s”"), editor->session->title);

  job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < editor->free->len; i++)
    {
      const BvInitiative *initiative = g_ptr_array_index (editor->free, i);
      g_autofree char *field = make_field ("take", (int) i);

      if (bv_form_get_boolean (form, field))
        g_array_append_val (job->ids, initiative->id);
    }
  job->body = put_body;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_choose (GtkWidget *parent, Editor *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());

  if (editor->free->len == 0)
    {
      bv_toast_message (parent, _ ("No submitted initiative of this year waits for a session."));
      editor_free (editor);
      return;
    }
  bv_form_add_section (form, editor->session->title,
                       _ ("Submitted initiatives of the year that are in no session."));
  for (guint i = 0; i < editor->free->len; i++)
    {
      const BvInitiative *initiative = g_ptr_array_index (editor->free, i);
      g_autofree char *field = make_field ("take", (int) i);
      g_autofree char *authors = bv_initiative_describe_authors (initiative);

      bv_form_add_switch (form, field, initiative->title, authors);
      bv_form_set_boolean (form, field, TRUE);
    }
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("Put before the Council"), form, _ ("_Put"), choose, editor,
                          editor_free);
}

void
bv_initiative_session_editor_choose (GtkWidget *parent, BvStore *store, gint64 id, int year)
{
  const Editor ask = {
    .present = present_choose, .session_id = id, .year = year, .wants_free = TRUE
  };

  open_editor (parent, store, &ask);
}

/* ── A session ─────────────────────────────────────────────────────────────────────────────── */

static GPtrArray *
validate_session (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  return bv_initiative_session_validate (connection, job->session, error);
}

static gboolean
session_body (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  if (!bv_initiative_session_save (connection, job->session, error))
    return FALSE;
  job->id = job->session->id;
  return TRUE;
}

static void
save_session (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvInitiativeSession *session = bv_initiative_session_copy (editor->session);
  g_autofree char *year = bv_form_get_text (form, "year");
  BvInitiativeJob *job;

  bv_text_take (&session->title, bv_form_get_text (form, "title"));
  bv_text_take (&session->period, bv_form_get_text (form, "period"));
  bv_text_take (&session->on_date, bv_form_get_text_or_null (form, "on_date"));
  bv_text_take (&session->place, bv_form_get_text (form, "place"));
  bv_text_take (&session->chair, bv_form_get_text (form, "chair"));
  bv_text_take (&session->secretary, bv_form_get_text (form, "secretary"));
  bv_text_take (&session->note, bv_form_get_text (form, "note"));
  session->year = (int) g_ascii_strtoll (year, NULL, 10);
  job = make_job (editor,
                  session->id == 0 ? _ ("Add the session “%s”") : _ ("Change the session “%s”"),
                  session->title);
  job->session = session;
  job->validate = validate_session;
  job->body = session_body;
  bv_initiative_job_run (window, editor->store, job);
}

/* The usual title follows year and period until another is typed. */
static void
session_changed_cb (BvForm *form, const char *field, gpointer user_data)
{
  Editor *editor = user_data;
  g_autofree char *period = NULL;
  g_autofree char *year = NULL;
  g_autofree char *title = NULL;
  g_autofree char *usual = NULL;

  if (!g_str_equal (field, "period") && !g_str_equal (field, "year"))
    return;
  title = bv_form_get_text (form, "title");
  if (*title != '\0' && !g_str_equal (title, editor->session->title))
    return;
  period = bv_form_get_text (form, "period");
  year = bv_form_get_text (form, "year");
  usual = bv_initiative_session_suggest_title ((int) g_ascii_strtoll (year, NULL, 10), period);
  bv_form_set_text (form, "title", usual);
  bv_text_set (&editor->session->title, usual);
}

static void
add_periods (BvForm *form)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  static const BvPeriodKind kinds[] = { BV_PERIOD_QUARTER, BV_PERIOD_MONTH, BV_PERIOD_YEAR };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (const char *const *period = bv_period_list (kinds[i]); *period != NULL; period++)
      {
        g_ptr_array_add (codes, (gpointer) *period);
        g_ptr_array_add (labels, bv_period_label (*period));
      }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_combo (form, "period", _ ("_Period"), (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
}

static void
present_session (GtkWidget *parent, Editor *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());
  gboolean is_new = editor->session == NULL;
  g_autofree char *year = NULL;
  BvInitiativeSession *session;

  if (is_new)
    {
      g_autofree char *today = bv_date_today ();

      session = editor->session = bv_initiative_session_new ();
      session->year = editor->year;
      bv_text_set (&session->period, bv_period_of_date (today, BV_PERIOD_QUARTER));
      bv_text_take (&session->title,
                    bv_initiative_session_suggest_title (session->year, session->period));
    }
  session = editor->session;
  year = g_strdup_printf ("%d", session->year);
  bv_form_add_section (form, NULL, NULL);
  add_periods (form);
  bv_form_add_text (form, "year", _ ("_Year"));
  bv_form_set_required (form, "year");
  bv_form_add_paragraph (form, "title", _ ("_Title"));
  bv_form_set_required (form, "title");
  bv_form_add_section (form, _ ("The meeting"), NULL);
  bv_form_add_date (form, "on_date", _ ("_Date"), FALSE);
  bv_form_add_text (form, "place", _ ("P_lace"));
  bv_form_add_text (form, "chair", _ ("In the _chair"));
  bv_form_set_hint (form, "chair", _ ("Name, then post, as printed"));
  bv_form_add_text (form, "secretary", _ ("_Secretary"));
  bv_form_add_paragraph (form, "note", _ ("N_ote"));
  bv_form_set_text (form, "period", session->period);
  bv_form_set_text (form, "year", year);
  bv_form_set_text (form, "title", session->title);
  bv_form_set_text (form, "on_date", session->on_date);
  bv_form_set_text (form, "place", session->place);
  bv_form_set_text (form, "chair", session->chair);
  bv_form_set_text (form, "secretary", session->secretary);
  bv_form_set_text (form, "note", session->note);
  bv_form_set_clean (form);
  bv_form_window_present (parent, is_new ? _ ("New Session") : _ ("Session"), form, NULL,
                          save_session, editor, editor_free);
  g_signal_connect (form, "changed", G_CALLBACK (session_changed_cb), editor);
}

void
bv_initiative_session_editor_present (GtkWidget *parent,
                                      BvStore *store,
                                      gint64 id,
                                      int year,
                                      BvInitiativeEditedFunc done)
{
  const Editor ask = { .present = present_session, .session_id = id, .year = year, .done = done };

  open_editor (parent, store, &ask);
}

/* ── The decision ──────────────────────────────────────────────────────────────────────────── */

static BvInitiativeDecision
get_decision (const BvInitiativeJob *job)
{
  return (BvInitiativeDecision){ job->texts[0], job->texts[1], NULL, job->texts[2] };
}

static GPtrArray *
validate_decide (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  const BvInitiativeDecision decision = get_decision (job);

  return bv_initiative_session_validate_decision (connection, job->id, &decision, error);
}

static gboolean
decide_body (BvConnection *connection, BvInitiativeJob *job, GError **error)
{
  const BvInitiativeDecision decision = get_decision (job);

  return bv_initiative_session_decide (connection, job->id, &decision, error);
}

static void
decide (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvInitiativeJob *job = make_job (editor, _ ("Decide “%s”"), editor->session->title);

  job->texts[0] = bv_form_get_text (form, "number");
  job->texts[1] = bv_form_get_text (form, "date");
  job->texts[2] = bv_form_get_text (form, "override_reason");
  job->validate = validate_decide;
  job->body = decide_body;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_decide (GtkWidget *parent, Editor *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());
  g_autofree char *today = bv_date_today ();

  bv_form_add_section (form, editor->session->title,
                       _ ("Those that reach the threshold are recognised at the base, the others "
                          "are not; the chair's word goes before the marks. Undo takes it back."));
  bv_form_add_text (form, "number", _ ("_Number"));
  bv_form_set_required (form, "number");
  bv_form_add_date (form, "date", _ ("_Date"), FALSE);
  bv_form_set_required (form, "date");
  bv_form_add_override (form);
  bv_form_set_text (form, "number", editor->number);
  bv_form_set_text (form, "date", today);
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("Decide the Session"), form, _ ("_Decide"), decide, editor,
                          editor_free);
}

void
bv_initiative_session_editor_decide (GtkWidget *parent, BvStore *store, gint64 id)
{
  const Editor ask = { .present = present_decide, .session_id = id, .wants_number = TRUE };

  open_editor (parent, store, &ask);
}
