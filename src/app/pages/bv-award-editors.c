// SPDX-License-Identifier: GPL-3.0-or-later
/* The lines of a decision's list: one as a form, all at once, and the acts that need no form. */
#define G_LOG_DOMAIN "bangvang"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-money.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-bonus.h"
#include "office/bv-base-salary.h"
#include "pages/bv-decision-editors.h"
#include "pages/bv-form-act.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

/* ── One line ──────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store;
  BvAward *award;
  BvDecision *decision;
  BvRegimeSet *regimes;
  char *article;       /* of the bonus; "" */
  const char *reason;  /* why there is no bonus by the rule; "" when there is one */
  GPtrArray *warnings; /* of earlier awards */
} Editor;

static void
editor_free (Editor *editor)
{
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->award, bv_award_free);
  g_clear_pointer (&editor->decision, bv_decision_free);
  g_clear_pointer (&editor->regimes, bv_regime_set_unref);
  g_clear_pointer (&editor->warnings, g_ptr_array_unref);
  g_free (editor->article);
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

/* Of the decision's day, of today for a draft. */
static gboolean
find_reason (Editor *editor, BvConnection *connection, GError **error)
{
  g_autofree char *today = bv_date_today ();
  const char *date = editor->decision->on_date != NULL ? editor->decision->on_date : today;
  g_autoptr (GError) local = NULL;
  g_autoptr (BvBaseSalary) salary = bv_base_salary_on (connection, date, &local);
  g_auto (BvBonus) bonus = { 0 };

  if (salary == NULL && !g_error_matches (local, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  bv_bonus_compute (bv_decision_get_regime (editor->decision, editor->regimes, date),
                    editor->award->form_code, editor->award->subject_kind,
                    salary != NULL ? salary->amount : 0, &bonus);
  editor->reason = bv_bonus_status_get_sentence (bonus.status);
  return TRUE;
}

static gboolean
fill_editor (Editor *editor, BvConnection *connection, gint64 id, GError **error)
{
  const BvRegime *regime;
  const BvRegimeAward *award;

  editor->award = bv_award_load (connection, id, error);
  if (editor->award == NULL)
    return FALSE;
  editor->decision = bv_decision_load (connection, editor->award->decision_id, error);
  if (editor->decision == NULL)
    return FALSE;
  editor->regimes = bv_regime_set_load (connection, error);
  if (editor->regimes == NULL)
    return FALSE;
  editor->warnings = bv_award_list_duplicates (connection, editor->award, error);
  if (editor->warnings == NULL)
    return FALSE;
  award = bv_regime_set_find_award (editor->regimes, editor->award->form_code,
                                    editor->decision->on_date);
  regime = editor->decision->on_date != NULL
             ? bv_decision_get_regime (editor->decision, editor->regimes, editor->decision->on_date)
             : NULL;
  if (regime != NULL)
    award = bv_regime_find_award (regime, editor->award->form_code);
  editor->article = g_strdup (award != NULL && award->bonus != NULL ? award->bonus->article : "");
  return find_reason (editor, connection, error);
}

static gpointer
read_award (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Ask *ask = user_data;
  Editor *editor = g_new0 (Editor, 1);

  editor->store = g_object_ref (ask->store);
  if (!fill_editor (editor, connection, ask->id, error))
    g_clear_pointer (&editor, editor_free);
  return editor;
}

static gboolean
save_award_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_award_save (connection, user_data, error);
}

static void
saved_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  bv_form_window_set_busy (BV_FORM_WINDOW (widget), FALSE);
  bv_form_window_finish (BV_FORM_WINDOW (widget), error);
}

static GPtrArray *
check_award (BvConnection *connection, gpointer data, GError **error)
{
  return bv_award_validate (connection, data, error);
}

static void
save_award (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvAward *award = bv_award_copy (editor->award);
  g_autofree char *manner = bv_form_get_text (form, "manner");
  g_autofree char *paid = bv_form_get_text (form, "bonus_paid");
  g_autofree char *title = NULL;

  bv_text_take (&award->name_printed, bv_form_get_text (form, "name_printed"));
  bv_text_take (&award->detail_printed, bv_form_get_text (form, "detail_printed"));
  bv_text_take (&award->achievement, bv_form_get_text (form, "achievement"));
  bv_text_take (&award->form_code, bv_form_get_text (form, "form_code"));
  bv_text_take (&award->note, bv_form_get_text (form, "note"));
  bv_text_take (&award->override_reason, bv_form_get_text (form, "override_reason"));
  bv_manner_from_code (manner, &award->manner);
  award->is_posthumous = bv_form_get_boolean (form, "is_posthumous");
  award->bonus_paid = *paid != '\0' ? g_ascii_strtoll (paid, NULL, 10) : -1;
  /* Only an amount that differs is kept beside the computed one. */
  if (award->bonus_paid == award->bonus_computed)
    award->bonus_paid = -1;
  title = g_strdup_printf (_ ("Change the award of %s"), award->name_printed);
  bv_form_act_run (window, editor->store, title, check_award, save_award_act, award,
                   (GDestroyNotify) bv_award_free, saved_cb, NULL);
}

/* The awards that may go to such a subject under the regime of the day. */
static void
add_forms (BvForm *form, Editor *editor)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *today = bv_date_today ();
  const char *date = editor->decision->on_date != NULL ? editor->decision->on_date : today;
  const BvRegime *regime = bv_decision_get_regime (editor->decision, editor->regimes, date);
  gboolean has_own = FALSE;
  gboolean is_chosen = *editor->decision->regime_id != '\0';

  for (guint i = 0; regime != NULL && i < regime->awards->len; i++)
    {
      const BvRegimeAward *award = g_ptr_array_index (regime->awards, i);

      gboolean is_own = g_str_equal (award->code, editor->award->form_code);

      /* What the line says already stays to be seen, also outside its dates. */
      if (!is_own
          && (!bv_regime_award_allows (award, editor->award->subject_kind)
              || !bv_regime_award_is_offered (award, is_chosen ? "0000-01-01" : date,
                                              is_chosen ? "9999-12-31" : date)))
        continue;
      g_ptr_array_add (codes, award->code);
      g_ptr_array_add (labels, award->name);
      has_own |= is_own;
    }
  if (!has_own)
    {
      const BvRegimeAward *other = bv_regime_set_find_award (editor->regimes,
                                                             editor->award->form_code, date);

      g_ptr_array_add (codes, editor->award->form_code);
      g_ptr_array_add (labels, other != NULL ? other->name : editor->award->form_code);
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_combo (form, "form_code", _ ("_Award"), (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
}

static void
add_manners (BvForm *form)
{
  const char *codes[BV_N_MANNERS + 1] = { NULL };
  const char *labels[BV_N_MANNERS + 1] = { NULL };

  for (int i = 0; i < BV_N_MANNERS; i++)
    {
      codes[i] = bv_manner_to_code ((BvManner) i);
      labels[i] = bv_manner_get_label ((BvManner) i);
    }
  bv_form_add_combo (form, "manner", _ ("_Manner"), codes, labels);
}

/* "450.000 đồng = 0,3 × 1.490.000, Điều 73 Nghị định 91/2017/NĐ-CP" */
static char *
describe_bonus (Editor *editor)
{
  const BvAward *award = editor->award;
  g_autofree char *money = NULL;

  if (award->bonus_computed < 0)
    return g_strdup (
      *editor->reason != '\0'
        ? editor->reason
        : _ ("The law gives no amount for this award. Type what is paid, if anything."));
  if (bv_award_is_outdone (award))
    /* TRANSLATORS: %s: "Hưởng mức cao nhất (CSTĐCS)" */
    return g_strdup_printf (_ ("Nothing by the rule: the highest bonus for the same achievement is "
                               "paid (%s)."),
                            award->bonus_basis);
  money = bv_money_format (award->bonus_computed);
  if (*editor->article == '\0')
    /* Translators: a bonus and how it comes about: "450.000 đồng = 0,3 × 1.490.000". */
    return g_strdup_printf (_ ("By the rule: %s = %s, rounded up to 10.000 đồng."), money,
                            award->bonus_basis);
  return g_strdup_printf (_ ("By the rule: %s = %s, rounded up to 10.000 đồng (%s)."), money,
                          award->bonus_basis, editor->article);
}

static void
award_read_cb (gpointer owner, gpointer result, const GError *error)
{
  Editor *editor = result;
  const BvAward *award;
  BvForm *form;
  g_autofree char *bonus = NULL;
  gboolean is_issued;

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The line could not be read"), error);
      return;
    }
  award = editor->award;
  is_issued = editor->decision->origin == BV_ORIGIN_MADE
              && bv_decision_is_issued (editor->decision);
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, _ ("As printed"), NULL);
  bv_form_add_text (form, "name_printed", _ ("_Name"));
  bv_form_set_required (form, "name_printed");
  bv_form_add_text (form, "detail_printed", _ ("Post and _unit, or address"));
  bv_form_add_paragraph (form, "achievement", _ ("A_chievement"));
  bv_form_add_override (form);
  bv_form_add_section (form, _ ("Award"), NULL);
  add_forms (form, editor);
  add_manners (form);
  bv_form_add_switch (form, "is_posthumous", _ ("_Posthumous"), NULL);
  bonus = describe_bonus (editor);
  bv_form_add_section (form, _ ("Bonus"), bonus);
  bv_form_add_money (form, "bonus_paid", _ ("_Paid, in đồng"));
  bv_form_set_hint (form, "bonus_paid", _ ("Leave empty to pay by the rule"));
  bv_form_add_text (form, "note", _ ("N_ote"));

  bv_form_set_text (form, "name_printed", award->name_printed);
  bv_form_set_text (form, "detail_printed", award->detail_printed);
  bv_form_set_text (form, "achievement", award->achievement);
  bv_form_set_text (form, "form_code", award->form_code);
  bv_form_set_text (form, "manner", bv_manner_to_code (award->manner));
  bv_form_set_boolean (form, "is_posthumous", award->is_posthumous);
  if (award->bonus_paid >= 0)
    bv_form_set_int (form, "bonus_paid", award->bonus_paid);
  bv_form_set_text (form, "note", award->note);
  bv_form_set_text (form, "override_reason", award->override_reason);
  if (*award->override_reason != '\0')
    bv_form_set_visible (form, "override_reason", TRUE);
  bv_form_set_editable (form, "form_code", !is_issued);
  bv_form_set_editable (form, "manner", !is_issued);
  bv_form_set_editable (form, "is_posthumous", !is_issued);
  if (editor->warnings->len > 0)
    bv_form_set_message (form, g_ptr_array_index (editor->warnings, 0));
  bv_form_set_clean (form);
  bv_form_window_present (GTK_WIDGET (owner), award->name_printed, form, NULL, save_award, editor,
                          (GDestroyNotify) editor_free);
}

void
bv_award_editor_present (GtkWidget *parent, BvStore *store, gint64 award_id)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->store = g_object_ref (store);
  ask->id = award_id;
  bv_read_async (G_OBJECT (parent), store, read_award, ask, (GDestroyNotify) ask_free,
                 award_read_cb, (GDestroyNotify) editor_free, NULL);
}

/* ── Several lines ─────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 decision_id;
  gint64 *ids; /* NULL: all */
  guint n_ids;
  char *text;
  int position;
} Lines;

static Lines *
lines_new (gint64 decision_id, const gint64 *ids, guint n_ids)
{
  Lines *lines = g_new0 (Lines, 1);

  lines->decision_id = decision_id;
  lines->ids = n_ids > 0 ? g_memdup2 (ids, n_ids * sizeof *ids) : NULL;
  lines->n_ids = n_ids;
  return lines;
}

static void
lines_free (Lines *lines)
{
  g_free (lines->ids);
  g_free (lines->text);
  g_free (lines);
}

typedef struct
{
  BvStore *store;
  Lines *lines;
} AchievementEditor;

static void
achievement_editor_free (AchievementEditor *editor)
{
  g_object_unref (editor->store);
  lines_free (editor->lines);
  g_free (editor);
}

static gboolean
achievement_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Lines *lines = user_data;

  return bv_award_set_achievement (connection, lines->decision_id, lines->ids, lines->n_ids,
                                   lines->text, error);
}

static void
save_achievement (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  AchievementEditor *editor = user_data;
  Lines *lines = lines_new (editor->lines->decision_id, editor->lines->ids, editor->lines->n_ids);

  lines->text = bv_form_get_text (form, "achievement");
  bv_form_window_set_busy (window, TRUE);
  bv_act_run (GTK_WIDGET (window), editor->store, _ ("Change the achievement text of a list"),
              BV_ACT_NONE, achievement_act, lines, (GDestroyNotify) lines_free, saved_cb, NULL);
}

void
bv_award_editor_achievement (GtkWidget *parent,
                             BvStore *store,
                             gint64 decision_id,
                             const gint64 *ids,
                             guint n_ids,
                             const char *text)
{
  BvForm *form = BV_FORM (bv_form_new ());
  AchievementEditor *editor = g_new0 (AchievementEditor, 1);
  g_autofree char *description = NULL;

  editor->store = g_object_ref (store);
  editor->lines = lines_new (decision_id, ids, n_ids);
  if (n_ids == 0)
    description = g_strdup (_ ("For every line of the decision, in place of what stands there."));
  else
    description = g_strdup_printf (
      ngettext ("For %u selected line.", "For %u selected lines.", n_ids), n_ids);
  bv_form_add_section (form, NULL, description);
  bv_form_add_paragraph (form, "achievement", _ ("A_chievement"));
  bv_form_set_hint (form, "achievement",
                    _ ("“Đã có thành tích xuất sắc trong thực hiện nhiệm vụ năm 2022”"));
  bv_form_set_text (form, "achievement", text);
  bv_form_set_clean (form);
  bv_form_window_present (parent, _ ("Achievement Text"), form, NULL, save_achievement, editor,
                          (GDestroyNotify) achievement_editor_free);
}

/* ── Acts without a form ───────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 decision_id;
  gint64 subject_id;
  char *form_code;
  BvManner manner;
  char *achievement;
  char *reason; /* (nullable) */
} Add;

static void
add_free (Add *add)
{
  g_free (add->form_code);
  g_free (add->achievement);
  g_free (add->reason);
  g_free (add);
}

static Add *
add_copy (const Add *add)
{
  Add *copy = g_memdup2 (add, sizeof *add);

  copy->form_code = g_strdup (add->form_code);
  copy->achievement = g_strdup (add->achievement);
  copy->reason = g_strdup (add->reason);
  return copy;
}

static gboolean
add_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Add *add = user_data;
  g_autoptr (BvDecision) decision = bv_decision_load (connection, add->decision_id, error);
  g_autoptr (BvAward) award = NULL;

  if (decision == NULL)
    return FALSE;
  award = bv_award_propose (connection, add->subject_id, add->form_code, add->manner,
                            decision->year, decision->on_date, error);
  if (award == NULL)
    return FALSE;
  award->decision_id = add->decision_id;
  g_free (award->achievement);
  award->achievement = g_strdup (add->achievement);
  bv_text_set (&award->override_reason, add->reason != NULL ? add->reason : "");
  return bv_award_save (connection, award, error);
}

/* What a rule speaks against may be mended, or stand with a reason. */
typedef struct
{
  BvStore *store;
  Add *add;
  char *title;
} AddEditor;

static void
add_editor_free (AddEditor *editor)
{
  g_clear_object (&editor->store);
  add_free (editor->add);
  g_free (editor->title);
  g_free (editor);
}

static void
save_add (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  AddEditor *editor = user_data;
  Add *add = add_copy (editor->add);

  bv_text_take (&add->achievement, bv_form_get_text (form, "achievement"));
  bv_text_take (&add->reason, bv_form_get_text (form, "override_reason"));
  bv_form_window_set_busy (window, TRUE);
  bv_act_run (GTK_WIDGET (window), editor->store, editor->title, BV_ACT_NONE, add_act, add,
              (GDestroyNotify) add_free, saved_cb, NULL);
}

static void
added_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  AddEditor *editor = user_data;
  BvForm *form;

  if (error == NULL || !g_error_matches (error, BV_VALUE_ERROR, BV_VALUE_ERROR_REASON))
    {
      if (error != NULL)
        bv_toast_error (widget, _ ("The line could not be added"), error);
      add_editor_free (editor);
      return;
    }
  form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, editor->title, NULL);
  bv_form_add_paragraph (form, "achievement", _ ("A_chievement"));
  bv_form_add_override (form);
  bv_form_set_text (form, "achievement", editor->add->achievement);
  bv_form_set_visible (form, "override_reason", TRUE);
  bv_form_set_message (form, error->message);
  bv_form_set_clean (form);
  bv_form_window_present (widget, _ ("Add to the List"), form, _ ("_Add"), save_add, editor,
                          (GDestroyNotify) add_editor_free);
}

void
bv_award_editor_add (GtkWidget *parent,
                     BvStore *store,
                     gint64 decision_id,
                     gint64 subject_id,
                     const char *subject_name,
                     const char *form_code,
                     BvManner manner,
                     const char *achievement)
{
  Add *add = g_new0 (Add, 1);
  AddEditor *editor;
  g_autofree char *title = g_strdup_printf (_ ("Add %s to the list"), subject_name);

  add->decision_id = decision_id;
  add->subject_id = subject_id;
  add->form_code = g_strdup (form_code);
  add->manner = manner;
  add->achievement = g_strdup (achievement != NULL ? achievement : "");
  editor = g_new0 (AddEditor, 1);
  editor->store = g_object_ref (store);
  editor->add = add_copy (add);
  editor->title = g_strdup (title);
  bv_act_run (parent, store, title, BV_ACT_NONE, add_act, add, (GDestroyNotify) add_free, added_cb,
              editor);
}

static gboolean
remove_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Lines *lines = user_data;

  for (guint i = 0; i < lines->n_ids; i++)
    if (!bv_award_remove (connection, lines->ids[i], error))
      return FALSE;
  return TRUE;
}

void
bv_award_editor_remove (GtkWidget *parent, BvStore *store, const gint64 *ids, guint n_ids)
{
  g_autofree char *title = g_strdup_printf (
    ngettext ("Remove %u line from a decision", "Remove %u lines from a decision", n_ids), n_ids);

  if (n_ids > 0)
    bv_act_run (parent, store, title, BV_ACT_NONE, remove_act, lines_new (0, ids, n_ids),
                (GDestroyNotify) lines_free, NULL, NULL);
}

static gboolean
move_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Lines *lines = user_data;

  return bv_award_move (connection, lines->ids[0], lines->position, error);
}

void
bv_award_editor_move (GtkWidget *parent, BvStore *store, gint64 id, int position)
{
  Lines *lines = lines_new (0, &id, 1);

  lines->position = position;
  bv_act_run (parent, store, _ ("Move a line of a decision"), BV_ACT_NONE, move_act, lines,
              (GDestroyNotify) lines_free, NULL, NULL);
}

static gboolean
sort_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_award_sort (connection, ((Lines *) user_data)->decision_id, error);
}

void
bv_award_editor_sort (GtkWidget *parent, BvStore *store, gint64 decision_id)
{
  bv_act_run (parent, store, _ ("Sort the list of a decision"), BV_ACT_NONE, sort_act,
              lines_new (decision_id, NULL, 0), (GDestroyNotify) lines_free, NULL, NULL);
}
