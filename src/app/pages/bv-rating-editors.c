// SPDX-License-Identifier: GPL-3.0-or-later
/* The forms of a rating, of a sanction or complaint, and of an absence. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-rating-editors.h"

#include "base/bv-number.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-absence.h"
#include "merit/bv-discipline.h"
#include "office/bv-register.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

/* What is asked for, and what was read; one struct for the three forms. */
typedef struct
{
  BvStore *store;
  gint64 id;
  gint64 subject_id;
  int year;
  int grade;
  char *message;
  char *subject_name;
  char **groups;
  const BvRatingRule *rule;
  BvRating *rating;
  BvDiscipline *discipline;
  BvAbsence *absence;
} Editor;

static void
editor_free (Editor *editor)
{
  g_clear_object (&editor->store);
  g_free (editor->message);
  g_free (editor->subject_name);
  g_strfreev (editor->groups);
  g_clear_pointer (&editor->rating, bv_rating_free);
  g_clear_pointer (&editor->discipline, bv_discipline_free);
  g_clear_pointer (&editor->absence, bv_absence_free);
  g_free (editor);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Editor, editor_free)

static Editor *
editor_new (BvStore *store, gint64 id, gint64 subject_id)
{
  Editor *editor = g_new0 (Editor, 1);

  editor->store = g_object_ref (store);
  editor->id = id;
  editor->subject_id = subject_id;
  editor->grade = -1;
  return editor;
}

static Editor *
editor_copy (const Editor *asked)
{
  Editor *editor = editor_new (asked->store, asked->id, asked->subject_id);

  editor->year = asked->year;
  editor->grade = asked->grade;
  editor->message = g_strdup (asked->message);
  return editor;
}

static void
add_delete (BvForm *form, GCallback clicked, Editor *editor)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Delete"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect (button, "clicked", clicked, editor);
  bv_form_set_footer (form, button);
}

/* No question first: the toast takes it back. */
static void
run_delete (GtkButton *button, BvStore *store, BvActCallFunc func, gint64 id)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (button)));

  bv_form_window_set_busy (BV_FORM_WINDOW (window), TRUE);
  bv_act_call (window, store, NULL, func, g_memdup2 (&id, sizeof id), g_free,
               bv_form_window_act_done, NULL);
}

/* ── A rating ────────────────────────────────────────────────────────────────────────────── */

static gboolean
save_rating_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_rating_save_act (store, data, act_id, error);
}

static gint64
get_points (BvForm *form, const char *field)
{
  g_autofree char *text = bv_form_get_text (form, field);
  gint64 points;

  return bv_number_parse_hundredths (text, &points, NULL) ? points : -1;
}

static void
save_rating (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Editor *editor = user_data;
  g_autoptr (BvRating) rating = bv_rating_copy (editor->rating);
  g_autofree char *grade = bv_form_get_text (form, "grade");

  if (editor->rule->general_points > 0)
    {
      rating->general_points = get_points (form, "general_points");
      rating->result_points = get_points (form, "result_points");
    }
  if (!bv_grade_from_code (grade, &rating->grade))
    {
      /* Left open: the points say it. */
      gint64 points = bv_rating_get_points (rating);

      if (points < 0)
        {
          bv_form_set_message (form, _ ("Choose the grade, or give both kinds of points."));
          return;
        }
      rating->grade = bv_rating_rule_grade_of_points (editor->rule, points);
    }
  bv_text_take (&rating->task_group, bv_form_get_text (form, "task_group"));
  if (rating->subject_kind == BV_SUBJECT_PERSON)
    rating->unit_id = bv_form_get_int (form, "unit_id");
  bv_text_take (&rating->decision_number, bv_form_get_text (form, "decision_number"));
  bv_text_take (&rating->decision_date, bv_form_get_text_or_null (form, "decision_date"));
  bv_text_take (&rating->override_reason, bv_form_get_text (form, "override_reason"));
  bv_text_take (&rating->note, bv_form_get_text (form, "note"));
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, save_rating_thread,
               g_steal_pointer (&rating), (GDestroyNotify) bv_rating_free, bv_form_window_act_done,
               NULL);
}

static gpointer
load_rating (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (Editor) editor = editor_copy (user_data);

  editor->rule = bv_rating_rule_for_year (editor->year, error);
  editor->rating = editor->rule != NULL
                     ? bv_rating_find (connection, editor->subject_id, editor->year, error)
                     : NULL;
  editor->groups = editor->rating != NULL ? bv_rating_list_groups (connection, error) : NULL;
  return editor->groups != NULL ? g_steal_pointer (&editor) : NULL;
}

static void
add_grades (BvForm *form, gboolean may_be_open)
{
  const char *codes[BV_N_GRADES + 2] = { NULL };
  const char *labels[BV_N_GRADES + 2] = { NULL };
  guint n = 0;

  if (may_be_open)
    {
      codes[n] = "";
      /* Translators: in the list of grades: the points typed decide. */
      labels[n++] = _ ("By the points");
    }
  for (int i = 0; i < BV_N_GRADES; i++)
    {
      codes[n] = bv_grade_to_code ((BvGrade) i);
      labels[n++] = bv_grade_get_label ((BvGrade) i);
    }
  bv_form_add_combo (form, "grade", _ ("_Grade"), codes, labels);
}

static void
set_points (BvForm *form, const char *field, gint64 points)
{
  g_autofree char *text = points < 0 ? g_strdup ("")
                                     : g_strdup_printf ("%d.%02d", (int) (points / 100),
                                                        (int) (points % 100));

  bv_form_set_text (form, field, text);
}

static void
fill_rating (BvForm *form, const Editor *editor)
{
  const BvRating *rating = editor->rating;
  BvGrade grade = editor->grade >= 0 ? (BvGrade) editor->grade : rating->grade;
  gboolean has_points = bv_rating_rule_has_points (editor->rule);

  if (has_points)
    {
      set_points (form, "general_points", rating->general_points);
      set_points (form, "result_points", rating->result_points);
    }
  if (rating->id == 0 && editor->grade < 0 && has_points)
    bv_form_set_text (form, "grade", "");
  else
    bv_form_set_text (form, "grade", bv_grade_to_code (grade));
  bv_form_set_text (form, "task_group", rating->task_group);
  if (rating->subject_kind == BV_SUBJECT_PERSON)
    bv_form_set_subject (form, "unit_id", rating->unit_id, rating->unit_name);
  bv_form_set_text (form, "decision_number", rating->decision_number);
  bv_form_set_text (form, "decision_date", rating->decision_date);
  bv_form_set_text (form, "override_reason", rating->override_reason);
  bv_form_set_text (form, "note", rating->note);
}

static void
rating_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  Editor *editor = result;
  BvForm *form;
  g_autofree char *title = NULL;

  if (error != NULL)
    {
      bv_toast_error (owner, _ ("The rating could not be read"), error);
      return;
    }
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, editor->rating->subject_name, editor->rule->name);
  if (bv_rating_rule_has_points (editor->rule))
    {
      bv_form_add_number (form, "general_points", _ ("G_eneral points"), 2);
      bv_form_add_number (form, "result_points", _ ("_Result points"), 2);
    }
  add_grades (form, bv_rating_rule_has_points (editor->rule));
  bv_form_add_override (form);
  bv_form_add_suggest (form, "task_group", _ ("Group of _similar tasks"),
                       (const char *const *) editor->groups);
  bv_form_add_section (form, _ ("More"), NULL);
  if (editor->rating->subject_kind == BV_SUBJECT_PERSON)
    bv_form_add_subject (form, "unit_id", _ ("Rated by the _unit"), editor->store, BV_SUBJECT_UNIT);
  bv_form_add_text (form, "decision_number", _ ("Number of the _decision"));
  bv_form_add_date (form, "decision_date", _ ("Date of the de_cision"), FALSE);
  bv_form_add_text (form, "note", _ ("N_ote"));
  fill_rating (form, editor);
  bv_form_set_clean (form);
  title = g_strdup_printf (_ ("Rating of %d"), editor->year);
  bv_form_window_present (owner, title, form, NULL, save_rating, editor,
                          (GDestroyNotify) editor_free);
  if (editor->message != NULL)
    {
      bv_form_set_message (form, editor->message);
      bv_form_ask_override (form);
    }
}

void
bv_rating_editor_present (GtkWidget *parent,
                          BvStore *store,
                          gint64 subject_id,
                          int year,
                          int grade,
                          const char *message)
{
  Editor *asked = editor_new (store, 0, subject_id);

  asked->year = year;
  asked->grade = grade;
  asked->message = g_strdup (message);
  bv_read_async (G_OBJECT (parent), store, load_rating, asked, (GDestroyNotify) editor_free,
                 rating_loaded_cb, (GDestroyNotify) editor_free, NULL);
}

/* ── A sanction or complaint ─────────────────────────────────────────────────────────────── */

/* Whether a matter is upheld: the three states of the column. */
static const BvChoice conclusions[] = {
  { "", N_ ("Not concluded yet"), NULL },
  { "1", N_ ("Upheld"), NULL },
  { "0", N_ ("Not upheld"), NULL },
  { NULL, NULL, NULL },
};

static gboolean
save_discipline_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_discipline_save_act (store, data, act_id, error);
}

static gboolean
delete_discipline_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_discipline_delete_act (store, *(gint64 *) data, act_id, error);
}

static void
delete_discipline_cb (GtkButton *button, Editor *editor)
{
  run_delete (button, editor->store, delete_discipline_thread, editor->discipline->id);
}

static BvSanction
get_kind (BvForm *form)
{
  g_autofree char *code = bv_form_get_text (form, "kind");
  BvSanction kind = BV_SANCTION_REPRIMAND;

  bv_sanction_from_code (code, &kind);
  return kind;
}

static void
save_discipline (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Editor *editor = user_data;
  g_autoptr (BvDiscipline) self = bv_discipline_copy (editor->discipline);
  g_autofree char *upheld = bv_form_get_text (form, "is_upheld");

  self->subject_id = bv_form_get_int (form, "subject_id");
  self->kind = get_kind (form);
  bv_text_take (&self->on_date, bv_form_get_text_or_null (form, "on_date"));
  bv_text_take (&self->until_date, bv_form_get_text_or_null (form, "until_date"));
  self->is_upheld = -1;
  if (bv_sanction_is_pending_kind (self->kind) && *upheld != '\0')
    self->is_upheld = *upheld == '1';
  bv_text_take (&self->number, bv_form_get_text (form, "number"));
  bv_text_take (&self->body, bv_form_get_text (form, "body"));
  bv_text_take (&self->ground, bv_form_get_text (form, "ground"));
  bv_text_take (&self->note, bv_form_get_text (form, "note"));
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, save_discipline_thread,
               g_steal_pointer (&self), (GDestroyNotify) bv_discipline_free,
               bv_form_window_act_done, NULL);
}

static gpointer
load_discipline (BvConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (Editor) editor = editor_copy (user_data);

  if (editor->id != 0)
    {
      editor->discipline = bv_discipline_load (connection, editor->id, error);
      if (editor->discipline == NULL)
        return NULL;
      return g_steal_pointer (&editor);
    }
  editor->discipline = bv_discipline_new ();
  editor->discipline->subject_id = editor->subject_id;
  if (editor->subject_id != 0)
    {
      bv_text_take (&editor->discipline->subject_name,
                    bv_register_subject_name (connection, editor->subject_id, NULL, error));
      if (editor->discipline->subject_name == NULL)
        return NULL;
    }
  return g_steal_pointer (&editor);
}

/* Only what is pending has a conclusion. */
static void
kind_changed_cb (BvForm *form, const char *field)
{
  if (g_str_equal (field, "kind"))
    bv_form_set_visible (form, "is_upheld", bv_sanction_is_pending_kind (get_kind (form)));
}

static void
add_sanctions (BvForm *form)
{
  const char *codes[BV_N_SANCTIONS + 1] = { NULL };
  const char *labels[BV_N_SANCTIONS + 1] = { NULL };

  for (int i = 0; i < BV_N_SANCTIONS; i++)
    {
      codes[i] = bv_sanction_to_code ((BvSanction) i);
      labels[i] = bv_sanction_get_label ((BvSanction) i);
    }
  bv_form_add_combo (form, "kind", _ ("_Kind of matter"), codes, labels);
}

static void
discipline_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  Editor *editor = result;
  const BvDiscipline *self;
  BvForm *form;

  if (error != NULL)
    {
      bv_toast_error (owner, _ ("The record could not be read"), error);
      return;
    }
  self = editor->discipline;
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, NULL,
                       _ ("A sanction, or a complaint or investigation until it is concluded."));
  bv_form_add_subject (form, "subject_id", _ ("_Person or unit"), editor->store, 0);
  bv_form_set_required (form, "subject_id");
  add_sanctions (form);
  bv_form_add_date (form, "on_date", _ ("_Date"), FALSE);
  bv_form_set_required (form, "on_date");
  bv_form_add_date (form, "until_date", _ ("_End of the effect, or day of the conclusion"), FALSE);
  bv_form_add_choice (form, "is_upheld", _ ("_Conclusion"), conclusions);
  bv_form_add_section (form, _ ("Decision or letter"), NULL);
  bv_form_add_text (form, "number", _ ("N_umber"));
  bv_form_add_text (form, "body", _ ("Decided _by"));
  bv_form_add_text (form, "ground", _ ("_For what"));
  bv_form_add_text (form, "note", _ ("N_ote"));

  bv_form_set_subject (form, "subject_id", self->subject_id, self->subject_name);
  bv_form_set_text (form, "kind", bv_sanction_to_code (self->kind));
  bv_form_set_text (form, "on_date", self->on_date);
  bv_form_set_text (form, "until_date", self->until_date);
  bv_form_set_text (form, "is_upheld", self->is_upheld < 0 ? "" : self->is_upheld > 0 ? "1" : "0");
  bv_form_set_text (form, "number", self->number);
  bv_form_set_text (form, "body", self->body);
  bv_form_set_text (form, "ground", self->ground);
  bv_form_set_text (form, "note", self->note);
  kind_changed_cb (form, "kind");
  g_signal_connect (form, "changed", G_CALLBACK (kind_changed_cb), NULL);
  if (self->id != 0)
    add_delete (form, G_CALLBACK (delete_discipline_cb), editor);
  bv_form_set_clean (form);
  bv_form_window_present (owner,
                          self->id == 0 ? _ ("Discipline or Complaint") : _ ("Edit the Record"),
                          form, NULL, save_discipline, editor, (GDestroyNotify) editor_free);
}

void
bv_discipline_editor_present (GtkWidget *parent, BvStore *store, gint64 id, gint64 subject_id)
{
  bv_read_async (G_OBJECT (parent), store, load_discipline, editor_new (store, id, subject_id),
                 (GDestroyNotify) editor_free, discipline_loaded_cb, (GDestroyNotify) editor_free,
                 NULL);
}

/* ── An absence ──────────────────────────────────────────────────────────────────────────── */

static gboolean
save_absence_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_absence_save_act (store, data, act_id, error);
}

static gboolean
delete_absence_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_absence_delete_act (store, *(gint64 *) data, act_id, error);
}

static void
delete_absence_cb (GtkButton *button, Editor *editor)
{
  run_delete (button, editor->store, delete_absence_thread, editor->absence->id);
}

static void
save_absence (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Editor *editor = user_data;
  g_autoptr (BvAbsence) self = bv_absence_copy (editor->absence);

  self->person_id = bv_form_get_int (form, "person_id");
  bv_text_take (&self->kind, bv_form_get_text (form, "kind"));
  bv_text_take (&self->from_date, bv_form_get_text_or_null (form, "from_date"));
  bv_text_take (&self->to_date, bv_form_get_text_or_null (form, "to_date"));
  if (g_str_equal (self->kind, "study"))
    bv_text_take (&self->study_result, bv_form_get_text (form, "study_result"));
  else
    bv_text_set (&self->study_result, "");
  bv_text_take (&self->note, bv_form_get_text (form, "note"));
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, save_absence_thread,
               g_steal_pointer (&self), (GDestroyNotify) bv_absence_free, bv_form_window_act_done,
               NULL);
}

static gpointer
load_absence (BvConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (Editor) editor = editor_copy (user_data);

  if (editor->id != 0)
    {
      editor->absence = bv_absence_load (connection, editor->id, error);
      if (editor->absence == NULL)
        return NULL;
      return g_steal_pointer (&editor);
    }
  editor->absence = bv_absence_new ();
  editor->absence->person_id = editor->subject_id;
  bv_text_set (&editor->absence->kind, "sick");
  if (editor->subject_id != 0)
    {
      bv_text_take (&editor->absence->person_name,
                    bv_register_subject_name (connection, editor->subject_id, NULL, error));
      if (editor->absence->person_name == NULL)
        return NULL;
    }
  return g_steal_pointer (&editor);
}

static void
absence_changed_cb (BvForm *form, const char *field)
{
  g_autofree char *kind = bv_form_get_text (form, "kind");

  if (g_str_equal (field, "kind"))
    bv_form_set_visible (form, "study_result", g_str_equal (kind, "study"));
}

static void
absence_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  Editor *editor = result;
  const BvAbsence *self;
  BvForm *form;

  if (error != NULL)
    {
      bv_toast_error (owner, _ ("The record could not be read"), error);
      return;
    }
  self = editor->absence;
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_subject (form, "person_id", _ ("_Person"), editor->store, BV_SUBJECT_PERSON);
  bv_form_set_required (form, "person_id");
  bv_form_add_choice (form, "kind", _ ("_Kind of absence"), bv_absence_kinds);
  bv_form_add_date (form, "from_date", _ ("_First day"), FALSE);
  bv_form_set_required (form, "from_date");
  bv_form_add_date (form, "to_date", _ ("_Last day"), FALSE);
  bv_form_set_hint (form, "to_date", _ ("Leave empty while it lasts"));
  bv_form_add_choice (form, "study_result", _ ("_Result of study"), bv_absence_study_results);
  bv_form_add_text (form, "note", _ ("N_ote"));

  bv_form_set_subject (form, "person_id", self->person_id, self->person_name);
  bv_form_set_text (form, "kind", self->kind);
  bv_form_set_text (form, "from_date", self->from_date);
  bv_form_set_text (form, "to_date", self->to_date);
  bv_form_set_text (form, "study_result", self->study_result);
  bv_form_set_text (form, "note", self->note);
  absence_changed_cb (form, "kind");
  g_signal_connect (form, "changed", G_CALLBACK (absence_changed_cb), NULL);
  if (self->id != 0)
    add_delete (form, G_CALLBACK (delete_absence_cb), editor);
  bv_form_set_clean (form);
  bv_form_window_present (owner, self->id == 0 ? _ ("New Absence") : _ ("Edit the Absence"), form,
                          NULL, save_absence, editor, (GDestroyNotify) editor_free);
}

void
bv_absence_editor_present (GtkWidget *parent, BvStore *store, gint64 id, gint64 person_id)
{
  bv_read_async (G_OBJECT (parent), store, load_absence, editor_new (store, id, person_id),
                 (GDestroyNotify) editor_free, absence_loaded_cb, (GDestroyNotify) editor_free,
                 NULL);
}
