// SPDX-License-Identifier: GPL-3.0-or-later
/* A dossier as a form, the question for a reason, and steps that ask nothing. Nominations: bv-nomination-editors.c. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-dossier-editors.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-dossier.h"
#include "merit/bv-opinion.h"
#include "movement/bv-movement.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

/* ── Steps ─────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStepFunc step;
  BvReasonFunc reason_step;
  gint64 id;
  char *reason;
} Step;

static void
step_free (Step *step)
{
  g_free (step->reason);
  g_free (step);
}

static gboolean
step_act (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Step *step = data;

  return step->step != NULL ? step->step (store, step->id, act_id, error)
                            : step->reason_step (store, step->id, step->reason, act_id, error);
}

void
bv_step_run (GtkWidget *widget, BvStore *store, BvStepFunc func, gint64 id)
{
  Step *step = g_new0 (Step, 1);

  step->step = func;
  step->id = id;
  bv_act_call (widget, store, NULL, step_act, step, (GDestroyNotify) step_free, NULL, NULL);
}

typedef struct
{
  BvStore *store;
  BvReasonFunc func;
  gint64 id;
} ReasonEditor;

static void
reason_editor_free (ReasonEditor *editor)
{
  g_object_unref (editor->store);
  g_free (editor);
}

static void
save_reason (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  ReasonEditor *editor = user_data;
  Step *step = g_new0 (Step, 1);

  step->reason_step = editor->func;
  step->id = editor->id;
  step->reason = bv_form_get_text (form, "reason");
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, step_act, step, (GDestroyNotify) step_free,
               bv_form_window_act_done, NULL);
}

void
bv_reason_editor_present (GtkWidget *parent,
                          BvStore *store,
                          const char *title,
                          const char *description,
                          const char *field_title,
                          const char *save_label,
                          gboolean is_required,
                          BvReasonFunc func,
                          gint64 id)
{
  BvForm *form = BV_FORM (bv_form_new ());
  ReasonEditor *editor = g_new0 (ReasonEditor, 1);

  editor->store = g_object_ref (store);
  editor->func = func;
  editor->id = id;
  bv_form_add_section (form, NULL, description);
  bv_form_add_paragraph (form, "reason", field_title != NULL ? field_title : _ ("_Reason"));
  if (is_required)
    bv_form_set_required (form, "reason");
  bv_form_set_clean (form);
  bv_form_window_present (parent, title, form, save_label, save_reason, editor,
                          (GDestroyNotify) reason_editor_free);
}

/* ── The dossier ───────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  GWeakRef parent;
  BvStore *store;
  BvDossierEditedFunc done;
  BvDossier *dossier;
  GPtrArray *movements;
  BvRegimeSet *regimes;
  BvOpinionBasis *opinion;
  char *suggested;  /* ISO: the last day of the opinion that the form wrote by itself; NULL */
  gint64 *saved_id; /* a reference box shared with the act */
} Editor;

static void
editor_free (Editor *editor)
{
  g_weak_ref_clear (&editor->parent);
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->dossier, bv_dossier_free);
  g_clear_pointer (&editor->movements, g_ptr_array_unref);
  g_clear_pointer (&editor->regimes, bv_regime_set_unref);
  g_clear_pointer (&editor->opinion, bv_opinion_basis_free);
  g_free (editor->suggested);
  g_atomic_rc_box_release (editor->saved_id);
  g_free (editor);
}

typedef struct
{
  BvStore *store;
  gint64 id;
  int year;
  BvDossierEditedFunc done;
} Ask;

static void
ask_free (Ask *ask)
{
  g_object_unref (ask->store);
  g_free (ask);
}

static gpointer
read_dossier (BvConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  Ask *ask = user_data;
  Editor *editor = g_new0 (Editor, 1);

  editor->store = g_object_ref (ask->store);
  editor->done = ask->done;
  editor->saved_id = g_atomic_rc_box_new0 (gint64);
  editor->dossier = ask->id != 0 ? bv_dossier_load (connection, ask->id, error)
                                 : bv_dossier_new_draft (connection, ask->year, error);
  if (editor->dossier != NULL)
    editor->movements = bv_movement_list (connection, 0, error);
  if (editor->movements != NULL)
    editor->regimes = bv_regime_set_load (connection, error);
  if (editor->regimes != NULL)
    editor->opinion = bv_opinion_basis_load (connection, ask->id, error);
  if (editor->opinion == NULL)
    g_clear_pointer (&editor, editor_free);
  return editor;
}

typedef struct
{
  BvDossier *dossier;
  gint64 *saved_id;
} Save;

static void
save_free (Save *save)
{
  bv_dossier_free (save->dossier);
  g_atomic_rc_box_release (save->saved_id);
  g_free (save);
}

static gboolean
save_act (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Save *save = data;

  if (!bv_dossier_save_act (store, save->dossier, act_id, error))
    return FALSE;
  *save->saved_id = save->dossier->id;
  return TRUE;
}

static void
saved_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  Editor *editor = user_data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&editor->parent);

  bv_form_window_set_busy (BV_FORM_WINDOW (widget), FALSE);
  if (error == NULL && parent != NULL && editor->done != NULL)
    editor->done (parent, *editor->saved_id);
  bv_form_window_finish (BV_FORM_WINDOW (widget), error);
}

static void
take_date (BvForm *form, const char *field, char **place)
{
  g_free (*place);
  *place = bv_form_get_text_or_null (form, field);
}

/* What stands in the form, over what is stored; (transfer full). */
static BvDossier *
take_form (BvForm *form, const Editor *editor)
{
  BvDossier *dossier = bv_dossier_copy (editor->dossier);
  g_autofree char *manner = bv_form_get_text (form, "manner");
  g_autofree char *level = bv_form_get_text (form, "level");
  g_autofree char *year = bv_form_get_text (form, "year");
  g_autofree char *days = bv_form_get_text (form, "working_days");

  bv_text_take (&dossier->title, bv_form_get_text (form, "title"));
  dossier->year = (int) g_ascii_strtoll (year, NULL, 10);
  bv_manner_from_code (manner, &dossier->manner);
  bv_level_from_code (level, &dossier->level);
  dossier->is_simplified = bv_form_get_boolean (form, "is_simplified");
  dossier->movement_id = bv_form_get_int (form, "movement_id");
  dossier->proposer_id = bv_form_get_int (form, "proposer_id");
  bv_text_take (&dossier->proposal_number, bv_form_get_text (form, "proposal_number"));
  take_date (form, "proposal_date", &dossier->proposal_date);
  take_date (form, "received_on", &dossier->received_on);
  take_date (form, "opinion_from", &dossier->opinion_from);
  take_date (form, "opinion_to", &dossier->opinion_to);
  dossier->working_days = (int) g_ascii_strtoll (days, NULL, 10);
  bv_text_take (&dossier->regime_id, bv_form_get_text (form, "regime_id"));
  bv_text_take (&dossier->regime_reason, bv_form_get_text (form, "regime_reason"));
  bv_text_take (&dossier->note, bv_form_get_text (form, "note"));
  return dossier;
}

static void
save_dossier (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  Save *save = g_new0 (Save, 1);

  save->dossier = take_form (form, editor);
  save->saved_id = g_atomic_rc_box_acquire (editor->saved_id);
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, save_act, save, (GDestroyNotify) save_free,
               saved_cb, editor);
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
  bv_form_add_combo (form, "level", _ ("_Decided at the level"), codes, labels);
}

static void
add_movements (BvForm *form, GPtrArray *movements)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (codes, g_strdup (""));
  g_ptr_array_add (labels, _ ("None"));
  for (guint i = 0; i < movements->len; i++)
    {
      const BvMovement *movement = g_ptr_array_index (movements, i);

      g_ptr_array_add (codes, g_strdup_printf ("%" G_GINT64_FORMAT, movement->id));
      g_ptr_array_add (labels, movement->name);
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_combo (form, "movement_id", _ ("M_ovement"), (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
}

static void
add_regimes (BvForm *form, BvRegimeSet *regimes)
{
  GPtrArray *all = bv_regime_set_get_regimes (regimes);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (codes, (char *) "");
  g_ptr_array_add (labels, _ ("By the date"));
  for (guint i = 0; i < all->len; i++)
    {
      const BvRegime *regime = g_ptr_array_index (all, i);

      g_ptr_array_add (codes, regime->id);
      g_ptr_array_add (labels, regime->name);
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_combo (form, "regime_id", _ ("_Law"), (const char *const *) codes->pdata,
                     (const char *const *) labels->pdata);
}

/* The days of the opinion are asked for where the law asks the public, and the last of them stands there by the rule until
 * the officer writes another. */
static void
show_opinion (BvForm *form, const char *field, Editor *editor)
{
  g_autoptr (BvDossier) dossier = take_form (form, editor);
  g_auto (BvOpinion) opinion = { 0 };
  g_autofree char *hint = NULL;
  gboolean is_shown;
  static const char *const reckoned_from[] = { "opinion_from", "level",     "is_simplified",
                                               "received_on",  "regime_id", NULL };

  bv_opinion_compute (editor->opinion, editor->regimes, dossier, &opinion);
  if (field != NULL && g_strv_contains (reckoned_from, field)
      && g_strcmp0 (dossier->opinion_to, editor->suggested) == 0)
    {
      bv_form_set_text (form, "opinion_to", opinion.until);
      bv_text_take (&dossier->opinion_to, g_strdup (opinion.until));
      bv_text_take (&editor->suggested, g_strdup (opinion.until));
    }
  is_shown = opinion.is_needed || dossier->opinion_from != NULL || dossier->opinion_to != NULL;
  bv_form_set_visible (form, "opinion_from", is_shown);
  bv_form_set_visible (form, "opinion_to", is_shown);
  if (opinion.is_needed)
    {
      g_autofree char *length = bv_opinion_format_length (&opinion);
      g_autofree char *day = bv_date_format_short (opinion.until);

      hint = opinion.until != NULL
               /* TRANSLATORS: %1$s: "10 working days", %2$s: the last of them. */
               ? g_strdup_printf (_ ("At least %1$s: until %2$s"), length, day)
               /* TRANSLATORS: "10 working days". */
               : g_strdup_printf (_ ("At least %s"), length);
    }
  bv_form_set_hint (form, "opinion_to", hint);
}

/* Fields that only some dossiers have appear when they are asked for. */
static void
changed_cb (BvForm *form, const char *field, gpointer user_data)
{
  g_autofree char *manner = bv_form_get_text (form, "manner");
  g_autofree char *regime = bv_form_get_text (form, "regime_id");

  bv_form_set_visible (form, "movement_id",
                       g_str_equal (manner, bv_manner_to_code (BV_MANNER_MOVEMENT))
                         || bv_form_get_int (form, "movement_id") != 0);
  bv_form_set_visible (form, "regime_reason", *regime != '\0');
  show_opinion (form, field, user_data);
}

static void
fill (BvForm *form, const BvDossier *dossier)
{
  g_autofree char *year = g_strdup_printf ("%d", dossier->year); /* not as a number: 2.022 */

  bv_form_set_text (form, "title", dossier->title);
  bv_form_set_text (form, "year", year);
  bv_form_set_text (form, "manner", bv_manner_to_code (dossier->manner));
  bv_form_set_text (form, "level", bv_level_to_code (dossier->level));
  bv_form_set_boolean (form, "is_simplified", dossier->is_simplified);
  if (dossier->movement_id != 0)
    bv_form_set_int (form, "movement_id", dossier->movement_id);
  if (dossier->proposer_id != 0)
    bv_form_set_subject (form, "proposer_id", dossier->proposer_id, dossier->proposer_name);
  bv_form_set_text (form, "proposal_number", dossier->proposal_number);
  bv_form_set_text (form, "proposal_date", dossier->proposal_date);
  bv_form_set_text (form, "received_on", dossier->received_on);
  bv_form_set_int (form, "working_days", dossier->working_days);
  bv_form_set_text (form, "opinion_from", dossier->opinion_from);
  bv_form_set_text (form, "opinion_to", dossier->opinion_to);
  bv_form_set_text (form, "regime_id", dossier->regime_id);
  bv_form_set_text (form, "regime_reason", dossier->regime_reason);
  bv_form_set_text (form, "note", dossier->note);
}

static void
present (GtkWidget *parent, Editor *editor)
{
  static const char *const asked[] = { "year",          "manner",      "level",
                                       "is_simplified", "movement_id", "proposer_id",
                                       "received_on",   "regime_id",   "regime_reason" };
  BvForm *form = BV_FORM (bv_form_new ());
  const BvDossier *dossier = editor->dossier;

  g_weak_ref_init (&editor->parent, parent);
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_paragraph (form, "title", _ ("_Title"));
  bv_form_set_one_line (form, "title");
  bv_form_set_required (form, "title");
  bv_form_set_hint (form, "title", _ ("“Khen thưởng tổng kết năm 2022, đợt 1”"));
  bv_form_add_text (form, "year", _ ("_Year of the achievement"));
  bv_form_set_required (form, "year");
  add_manners (form);
  add_movements (form, editor->movements);
  add_levels (form);
  bv_form_add_switch (form, "is_simplified", _ ("_Simplified procedure"),
                      _ ("Proposal and a short report only, where the law allows it"));
  bv_form_add_section (form, _ ("Proposal"), NULL);
  bv_form_add_subject (form, "proposer_id", _ ("Unit that _proposes"), editor->store,
                       BV_SUBJECT_UNIT);
  bv_form_set_hint (form, "proposer_id", _ ("Empty: this office itself"));
  bv_form_add_text (form, "proposal_number", _ ("N_umber"));
  bv_form_set_hint (form, "proposal_number", _ ("“12/TTr-PNV”"));
  bv_form_add_date (form, "proposal_date", _ ("_Date"), FALSE);
  bv_form_add_section (
    form, _ ("Appraisal"),
    _ ("The working day after the receipt is day 1; holidays and days swapped do "
       "not count."));
  bv_form_add_date (form, "received_on", _ ("_Received on"), FALSE);
  bv_form_add_number (form, "working_days", _ ("_Working days"), 0);
  bv_form_set_required (form, "working_days");
  bv_form_add_date (form, "opinion_from", _ ("Public opinion _from"), FALSE);
  bv_form_add_date (form, "opinion_to", _ ("Public opinion un_til"), FALSE);
  bv_form_add_section (form, _ ("Law"), _ ("The day of the receipt chooses the law."));
  add_regimes (form, editor->regimes);
  bv_form_add_paragraph (form, "regime_reason", _ ("R_eason for another law"));
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_paragraph (form, "note", _ ("_Note"));
  fill (form, dossier);
  for (guint i = 0; !bv_dossier_is_open (dossier) && i < G_N_ELEMENTS (asked); i++)
    bv_form_set_editable (form, asked[i], FALSE);
  g_signal_connect (form, "changed", G_CALLBACK (changed_cb), editor);
  changed_cb (form, NULL, editor);
  bv_form_set_clean (form);
  bv_form_window_present (parent, dossier->id == 0 ? _ ("New Dossier") : _ ("Dossier"), form, NULL,
                          save_dossier, editor, (GDestroyNotify) editor_free);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  if (error != NULL)
    bv_toast_error (GTK_WIDGET (owner), _ ("The dossier could not be read"), error);
  else
    present (GTK_WIDGET (owner), result);
}

void
bv_dossier_editor_present (GtkWidget *parent,
                           BvStore *store,
                           gint64 id,
                           int year,
                           BvDossierEditedFunc done)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->store = g_object_ref (store);
  ask->id = id;
  ask->year = year;
  ask->done = done;
  bv_read_async (G_OBJECT (parent), store, read_dossier, ask, (GDestroyNotify) ask_free, read_cb,
                 (GDestroyNotify) editor_free, NULL);
}
