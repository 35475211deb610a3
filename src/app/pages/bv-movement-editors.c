// SPDX-License-Identifier: GPL-3.0-or-later
/* A movement and an indicator as forms. What was typed is checked by the core's own rules before the
 * act, which runs on the writer thread with a copy of the record. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-movement-editors.h"

#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "movement/bv-indicator.h"
#include "movement/bv-movement.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  GWeakRef parent;
  BvStore *store;
  BvEditedFunc done;
  gint64 id;
  gint64 movement_id;
  gint64 *saved_id; /* a reference box shared with the act */
  int position;
} Editor;

static Editor *
editor_new (GtkWidget *parent, BvStore *store, gint64 id, BvEditedFunc done)
{
  Editor *editor = g_new0 (Editor, 1);

  g_weak_ref_init (&editor->parent, parent);
  editor->store = g_object_ref (store);
  editor->id = id;
  editor->done = done;
  editor->saved_id = g_atomic_rc_box_new0 (gint64);
  return editor;
}

static void
editor_free (Editor *editor)
{
  g_weak_ref_clear (&editor->parent);
  g_object_unref (editor->store);
  g_atomic_rc_box_release (editor->saved_id);
  g_free (editor);
}

static void
saved_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  BvFormWindow *window = BV_FORM_WINDOW (widget);
  Editor *editor = user_data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&editor->parent);

  bv_form_window_set_busy (window, FALSE);
  if (error == NULL && parent != NULL && editor->done != NULL)
    editor->done (parent, *editor->saved_id);
  bv_form_window_finish (window, error);
}

/* ── Movement ──────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvMovement *movement;
  gint64 *saved_id;
} SaveMovement;

static void
save_movement_free (SaveMovement *save)
{
  bv_movement_free (save->movement);
  g_atomic_rc_box_release (save->saved_id);
  g_free (save);
}

static gboolean
save_movement_act (BvConnection *connection, gpointer user_data, GError **error)
{
  SaveMovement *save = user_data;

  if (!bv_movement_save (connection, save->movement, error))
    return FALSE;
  *save->saved_id = save->movement->id;
  return TRUE;
}

static void
save_movement (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  g_autoptr (BvMovement) movement = bv_movement_new ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *title = NULL;
  SaveMovement *save;

  movement->id = editor->id;
  bv_text_take (&movement->name, bv_form_get_text (form, "name"));
  bv_text_take (&movement->level, bv_form_get_text (form, "level"));
  bv_text_take (&movement->manner, bv_form_get_text (form, "manner"));
  bv_text_take (&movement->launched_by, bv_form_get_text (form, "launched_by"));
  bv_text_take (&movement->basis, bv_form_get_text (form, "basis"));
  bv_text_take (&movement->goal, bv_form_get_text (form, "goal"));
  bv_text_take (&movement->note, bv_form_get_text (form, "note"));
  bv_text_take (&movement->from_date, bv_form_get_text_or_null (form, "from_date"));
  bv_text_take (&movement->to_date, bv_form_get_text_or_null (form, "to_date"));

  problems = bv_movement_validate (movement);
  if (!bv_form_show_problems (form, problems))
    return;
  title = g_strdup_printf (
    editor->id == 0 ? _ ("Add the movement “%s”") : _ ("Edit the movement “%s”"), movement->name);
  save = g_new0 (SaveMovement, 1);
  save->movement = g_steal_pointer (&movement);
  save->saved_id = g_atomic_rc_box_acquire (editor->saved_id);
  bv_form_window_set_busy (window, TRUE);
  bv_act_run (GTK_WIDGET (window), editor->store, title, BV_ACT_NONE, save_movement_act, save,
              (GDestroyNotify) save_movement_free, saved_cb, editor);
}

static void
present_movement (GtkWidget *parent, BvStore *store, const BvMovement *movement, BvEditedFunc done)
{
  BvForm *form = BV_FORM (bv_form_new ());
  Editor *editor = editor_new (parent, store, movement->id, done);

  bv_form_add_section (form, NULL, NULL);
  bv_form_add_text (form, "name", _ ("_Name"));
  bv_form_set_required (form, "name");
  bv_form_add_choice (form, "level", _ ("_Level"), bv_movement_levels);
  bv_form_add_choice (form, "manner", _ ("_Manner"), bv_movement_manners);
  bv_form_add_date (form, "from_date", _ ("_From"), FALSE);
  bv_form_add_date (form, "to_date", _ ("_To"), FALSE);
  bv_form_add_section (form, _ ("Launch"), NULL);
  bv_form_add_text (form, "launched_by", _ ("Launched _by"));
  bv_form_add_text (form, "basis", _ ("_Basis"));
  bv_form_set_hint (form, "basis", _ ("Number and date of the plan"));
  bv_form_add_paragraph (form, "goal", _ ("_Goal"));
  bv_form_add_paragraph (form, "note", _ ("N_ote"));

  bv_form_set_text (form, "name", movement->name);
  bv_form_set_text (form, "level", movement->level);
  bv_form_set_text (form, "manner", movement->manner);
  bv_form_set_text (form, "from_date", movement->from_date);
  bv_form_set_text (form, "to_date", movement->to_date);
  bv_form_set_text (form, "launched_by", movement->launched_by);
  bv_form_set_text (form, "basis", movement->basis);
  bv_form_set_text (form, "goal", movement->goal);
  bv_form_set_text (form, "note", movement->note);
  bv_form_window_present (parent, movement->id == 0 ? _ ("New Movement") : _ ("Movement"), form,
                          NULL, save_movement, editor, (GDestroyNotify) editor_free);
}

/* What a read brings back, with what the form needs. */
typedef struct
{
  BvStore *store;
  BvEditedFunc done;
  BvMovement *movement;
  BvIndicator *indicator;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_object (&loaded->store);
  g_clear_pointer (&loaded->movement, bv_movement_free);
  g_clear_pointer (&loaded->indicator, bv_indicator_free);
  g_free (loaded);
}

typedef struct
{
  BvStore *store;
  BvEditedFunc done;
  gint64 id;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->store);
  g_free (load);
}

static gpointer
read_movement (BvConnection *connection,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  Load *load = user_data;
  BvMovement *movement = bv_movement_load (connection, load->id, error);
  Loaded *loaded;

  if (movement == NULL)
    return NULL;
  loaded = g_new0 (Loaded, 1);
  loaded->store = g_object_ref (load->store);
  loaded->done = load->done;
  loaded->movement = movement;
  return loaded;
}

static void
movement_read_cb (gpointer owner, gpointer result, const GError *error)
{
  Loaded *loaded = result;

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The movement could not be read"), error);
      return;
    }
  present_movement (GTK_WIDGET (owner), loaded->store, loaded->movement, loaded->done);
  loaded_free (loaded);
}

void
bv_movement_editor_present (GtkWidget *parent, BvStore *store, gint64 id, BvEditedFunc done)
{
  Load *load;

  g_return_if_fail (GTK_IS_WIDGET (parent) && BV_IS_STORE (store));

  if (id == 0)
    {
      g_autoptr (BvMovement) movement = bv_movement_new ();

      present_movement (parent, store, movement, done);
      return;
    }
  load = g_new0 (Load, 1);
  load->store = g_object_ref (store);
  load->id = id;
  load->done = done;
  bv_read_async (G_OBJECT (parent), store, read_movement, load, (GDestroyNotify) load_free,
                 movement_read_cb, (GDestroyNotify) loaded_free, NULL);
}

static gboolean
delete_movement_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_movement_delete (connection, *(gint64 *) user_data, error);
}

void
bv_movement_editor_delete (GtkWidget *parent, BvStore *store, gint64 id, const char *name)
{
  g_autofree char *title = g_strdup_printf (_ ("Delete the movement “%s”"), name);

  bv_act_run (parent, store, title, BV_ACT_NONE, delete_movement_act, g_memdup2 (&id, sizeof id),
              g_free, NULL, NULL);
}

/* ── Indicator ─────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvIndicator *indicator;
  gint64 *saved_id;
} SaveIndicator;

static void
save_indicator_free (SaveIndicator *save)
{
  bv_indicator_free (save->indicator);
  g_atomic_rc_box_release (save->saved_id);
  g_free (save);
}

static gboolean
save_indicator_act (BvConnection *connection, gpointer user_data, GError **error)
{
  SaveIndicator *save = user_data;

  if (!bv_indicator_save (connection, save->indicator, error))
    return FALSE;
  *save->saved_id = save->indicator->id;
  return TRUE;
}

static double
get_number (BvForm *form, const char *field, double fallback)
{
  g_autofree char *text = bv_form_get_text (form, field);

  return *text != '\0' ? g_ascii_strtod (text, NULL) : fallback;
}

static void
save_indicator (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  g_autoptr (BvIndicator) indicator = bv_indicator_new ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *direction = bv_form_get_text (form, "direction");
  g_autofree char *accumulation = bv_form_get_text (form, "accumulation");
  g_autofree char *title = NULL;
  SaveIndicator *save;

  indicator->id = editor->id;
  indicator->movement_id = editor->movement_id;
  indicator->position = editor->position;
  bv_text_take (&indicator->code, bv_form_get_text (form, "code"));
  bv_text_take (&indicator->name, bv_form_get_text (form, "name"));
  bv_text_take (&indicator->group_name, bv_form_get_text (form, "group_name"));
  bv_text_take (&indicator->unit_of_measure, bv_form_get_text (form, "unit_of_measure"));
  bv_text_take (&indicator->source, bv_form_get_text (form, "source"));
  indicator->decimals = (int) get_number (form, "decimals", 0);
  indicator->baseline = get_number (form, "baseline", NAN);
  indicator->tolerance = get_number (form, "tolerance", 0);
  bv_direction_from_code (direction, &indicator->direction);
  bv_accumulation_from_code (accumulation, &indicator->accumulation);

  problems = bv_indicator_validate (indicator);
  if (!bv_form_show_problems (form, problems))
    return;
  title = g_strdup_printf (editor->id == 0 ? _ ("Add the indicator “%s”")
                                           : _ ("Edit the indicator “%s”"),
                           indicator->name);
  save = g_new0 (SaveIndicator, 1);
  save->indicator = g_steal_pointer (&indicator);
  save->saved_id = g_atomic_rc_box_acquire (editor->saved_id);
  bv_form_window_set_busy (window, TRUE);
  bv_act_run (GTK_WIDGET (window), editor->store, title, BV_ACT_NONE, save_indicator_act, save,
              (GDestroyNotify) save_indicator_free, saved_cb, editor);
}

static void
direction_changed_cb (BvForm *form, const char *field, gpointer user_data)
{
  g_autofree char *direction = NULL;

  if (g_strcmp0 (field, "direction") != 0)
    return;
  direction = bv_form_get_text (form, "direction");
  bv_form_set_visible (form, "tolerance", g_str_equal (direction, "reach"));
}

static void
set_number (BvForm *form, const char *field, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  bv_form_set_text (form, field,
                    isnan (value) ? "" : g_ascii_formatd (buffer, sizeof buffer, "%.10g", value));
}

static void
present_indicator (GtkWidget *parent,
                   BvStore *store,
                   const BvIndicator *indicator,
                   BvEditedFunc done)
{
  BvForm *form = BV_FORM (bv_form_new ());
  Editor *editor = editor_new (parent, store, indicator->id, done);

  editor->movement_id = indicator->movement_id;
  editor->position = indicator->position;
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_text (form, "name", _ ("_Name"));
  bv_form_set_required (form, "name");
  bv_form_add_text (form, "group_name", _ ("_Group"));
  bv_form_set_hint (form, "group_name", _ ("Economy, Society, Environment …"));
  bv_form_add_text (form, "code", _ ("_Code"));
  bv_form_add_text (form, "unit_of_measure", _ ("_Unit of measure"));
  bv_form_add_number (form, "decimals", _ ("_Decimals"), 0);
  bv_form_add_section (form, _ ("How it is judged"), NULL);
  bv_form_add_choice (form, "direction", _ ("D_irection"), bv_directions);
  bv_form_add_number (form, "tolerance", _ ("_Tolerance"), 6);
  bv_form_set_hint (form, "tolerance", _ ("How far off the plan still counts as reached"));
  bv_form_add_choice (form, "accumulation", _ ("How _periods add up"), bv_accumulations);
  bv_form_add_number (form, "baseline", _ ("_Baseline"), 6);
  bv_form_set_hint (form, "baseline", _ ("The figure of the year before the movement"));
  bv_form_add_text (form, "source", _ ("_Source of the figures"));

  bv_form_set_text (form, "name", indicator->name);
  bv_form_set_text (form, "group_name", indicator->group_name);
  bv_form_set_text (form, "code", indicator->code);
  bv_form_set_text (form, "unit_of_measure", indicator->unit_of_measure);
  bv_form_set_int (form, "decimals", indicator->decimals);
  bv_form_set_text (form, "direction", bv_directions[indicator->direction].code);
  set_number (form, "tolerance", indicator->tolerance);
  bv_form_set_text (form, "accumulation", bv_accumulations[indicator->accumulation].code);
  set_number (form, "baseline", indicator->baseline);
  bv_form_set_text (form, "source", indicator->source);
  bv_form_set_visible (form, "tolerance", indicator->direction == BV_DIRECTION_REACH);
  g_signal_connect (form, "changed", G_CALLBACK (direction_changed_cb), NULL);
  bv_form_window_present (parent, indicator->id == 0 ? _ ("New Indicator") : _ ("Indicator"), form,
                          NULL, save_indicator, editor, (GDestroyNotify) editor_free);
}

static gpointer
read_indicator (BvConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Load *load = user_data;
  BvIndicator *indicator = bv_indicator_load (connection, load->id, error);
  Loaded *loaded;

  if (indicator == NULL)
    return NULL;
  loaded = g_new0 (Loaded, 1);
  loaded->store = g_object_ref (load->store);
  loaded->done = load->done;
  loaded->indicator = indicator;
  return loaded;
}

static void
indicator_read_cb (gpointer owner, gpointer result, const GError *error)
{
  Loaded *loaded = result;

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The indicator could not be read"), error);
      return;
    }
  present_indicator (GTK_WIDGET (owner), loaded->store, loaded->indicator, loaded->done);
  loaded_free (loaded);
}

void
bv_indicator_editor_present (GtkWidget *parent,
                             BvStore *store,
                             gint64 movement_id,
                             const char *group_name,
                             gint64 id,
                             BvEditedFunc done)
{
  Load *load;

  g_return_if_fail (GTK_IS_WIDGET (parent) && BV_IS_STORE (store));

  if (id == 0)
    {
      g_autoptr (BvIndicator) indicator = bv_indicator_new ();

      indicator->movement_id = movement_id;
      if (group_name != NULL)
        {
          g_free (indicator->group_name);
          indicator->group_name = g_strdup (group_name);
        }
      present_indicator (parent, store, indicator, done);
      return;
    }
  load = g_new0 (Load, 1);
  load->store = g_object_ref (store);
  load->id = id;
  load->done = done;
  bv_read_async (G_OBJECT (parent), store, read_indicator, load, (GDestroyNotify) load_free,
                 indicator_read_cb, (GDestroyNotify) loaded_free, NULL);
}

static gboolean
delete_indicator_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_indicator_delete (connection, *(gint64 *) user_data, error);
}

void
bv_indicator_editor_delete (GtkWidget *parent, BvStore *store, gint64 id, const char *name)
{
  g_autofree char *title = g_strdup_printf (_ ("Delete indicator “%s” and its figures"), name);

  bv_act_run (parent, store, title, BV_ACT_NONE, delete_indicator_act, g_memdup2 (&id, sizeof id),
              g_free, NULL, NULL);
}
