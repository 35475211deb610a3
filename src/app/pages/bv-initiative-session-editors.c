// SPDX-License-Identifier: GPL-3.0-or-later
/* A session of the council for initiatives as forms: itself, what comes before it, its examiners, its decision. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-initiative-steps-private.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "bv-toast.h"
#include "movement/bv-period.h"

#include <glib/gi18n.h>

/* ── Examiners ─────────────────────────────────────────────────────────────────────────────── */

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
  BvInitiativeStep *editor = user_data;
  BvInitiativeJob *job = bv_initiative_step_make_job (editor, _ ("Name the examiners of “%s”"),
                                                      editor->session->title);

  job->texts[0] = bv_form_get_text (form, "name1");
  job->texts[1] = bv_form_get_text (form, "post1");
  job->texts[2] = bv_form_get_text (form, "name2");
  job->texts[3] = bv_form_get_text (form, "post2");
  job->body = assign_body;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_assign (GtkWidget *parent, BvInitiativeStep *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());

  bv_form_add_section (
    form, _ ("First examiner"),
    _ ("For every initiative of the session that has none yet, and for those that "
       "come later. Examiners of one initiative are changed beside its marks."));
  bv_form_add_text (form, "name1", _ ("Name"));
  bv_form_add_text (form, "post1", _ ("Post"));
  bv_form_add_section (form, _ ("Second examiner"), NULL);
  bv_form_add_text (form, "name2", _ ("Name"));
  bv_form_add_text (form, "post2", _ ("Post"));
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("Examiners of the Session"), form, NULL, assign, editor,
                          bv_initiative_step_free);
}

void
bv_initiative_session_editor_examiners (GtkWidget *parent, BvStore *store, gint64 id)
{
  const BvInitiativeStep ask = { .present = present_assign, .session_id = id };

  bv_initiative_step_open (parent, store, &ask);
}

/* ── What comes before it ──────────────────────────────────────────────────────────────────── */

static void
choose (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  BvInitiativeStep *editor = user_data;
  BvInitiativeJob *job = bv_initiative_step_make_job (editor, _ ("Put initiatives into “%s”"),
                                                      editor->session->title);

  job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < editor->free->len; i++)
    {
      const BvInitiative *initiative = g_ptr_array_index (editor->free, i);
      g_autofree char *field = bv_initiative_step_field ("take", (int) i);

      if (bv_form_get_boolean (form, field))
        g_array_append_val (job->ids, initiative->id);
    }
  job->body = bv_initiative_step_put;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_choose (GtkWidget *parent, BvInitiativeStep *editor)
{
  BvForm *form = BV_FORM (bv_form_new ());

  if (editor->free->len == 0)
    {
      bv_toast_message (parent, _ ("No submitted initiative of this year waits for a session."));
      bv_initiative_step_free (editor);
      return;
    }
  bv_form_add_section (form, editor->session->title,
                       _ ("Submitted initiatives of the year that are in no session."));
  for (guint i = 0; i < editor->free->len; i++)
    {
      const BvInitiative *initiative = g_ptr_array_index (editor->free, i);
      g_autofree char *field = bv_initiative_step_field ("take", (int) i);
      g_autofree char *authors = bv_initiative_describe_authors (initiative);

      bv_form_add_switch (form, field, initiative->title, authors);
      bv_form_set_boolean (form, field, TRUE);
    }
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("Put before the Council"), form, _ ("_Put"), choose, editor,
                          bv_initiative_step_free);
}

void
bv_initiative_session_editor_choose (GtkWidget *parent, BvStore *store, gint64 id, int year)
{
  const BvInitiativeStep ask = {
    .present = present_choose, .session_id = id, .year = year, .wants_free = TRUE
  };

  bv_initiative_step_open (parent, store, &ask);
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
  BvInitiativeStep *editor = user_data;
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
  job = bv_initiative_step_make_job (
    editor, session->id == 0 ? _ ("Add the session “%s”") : _ ("Change the session “%s”"),
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
  BvInitiativeStep *editor = user_data;
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
present_session (GtkWidget *parent, BvInitiativeStep *editor)
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
  bv_form_set_one_line (form, "title");
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
                          save_session, editor, bv_initiative_step_free);
  g_signal_connect (form, "changed", G_CALLBACK (session_changed_cb), editor);
}

void
bv_initiative_session_editor_present (GtkWidget *parent,
                                      BvStore *store,
                                      gint64 id,
                                      int year,
                                      BvInitiativeEditedFunc done)
{
  const BvInitiativeStep ask = {
    .present = present_session, .session_id = id, .year = year, .done = done
  };

  bv_initiative_step_open (parent, store, &ask);
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
  BvInitiativeStep *editor = user_data;
  BvInitiativeJob *job = bv_initiative_step_make_job (editor, _ ("Decide “%s”"),
                                                      editor->session->title);

  job->texts[0] = bv_form_get_text (form, "number");
  job->texts[1] = bv_form_get_text (form, "date");
  job->texts[2] = bv_form_get_text (form, "override_reason");
  job->validate = validate_decide;
  job->body = decide_body;
  bv_initiative_job_run (window, editor->store, job);
}

static void
present_decide (GtkWidget *parent, BvInitiativeStep *editor)
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
                          bv_initiative_step_free);
}

void
bv_initiative_session_editor_decide (GtkWidget *parent, BvStore *store, gint64 id)
{
  const BvInitiativeStep ask = { .present = present_decide,
                                 .session_id = id,
                                 .wants_number = TRUE };

  bv_initiative_step_open (parent, store, &ask);
}
