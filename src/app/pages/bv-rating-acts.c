// SPDX-License-Identifier: GPL-3.0-or-later
/* What the page of ratings does to the file. Each is one act with a toast that takes it back. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-rating-acts.h"

#include "base/bv-error.h"
#include "base/bv-number.h"
#include "bv-act.h"
#include "bv-toast.h"
#include "pages/bv-rating-editors.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

/* ── One person or unit ──────────────────────────────────────────────────────────────────── */

typedef struct
{
  GArray *ids;
  int year;
  BvGrade grade;
  gint64 general;
  gint64 result;
} Typed;

static Typed *
typed_new (BvPage *page, const gint64 *ids, guint n_ids)
{
  Typed *typed = g_new0 (Typed, 1);

  typed->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (typed->ids, ids, n_ids);
  typed->year = bv_page_get_year (page);
  typed->grade = BV_GRADE_NONE;
  typed->general = -1;
  typed->result = -1;
  return typed;
}

static Typed *
typed_copy (const Typed *self)
{
  Typed *copy = g_memdup2 (self, sizeof *self);

  copy->ids = g_array_copy (self->ids);
  return copy;
}

static void
typed_free (gpointer data)
{
  Typed *self = data;

  g_array_unref (self->ids);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Typed, typed_free)

static const gint64 *
get_ids (const Typed *self)
{
  return (const gint64 *) self->ids->data;
}

static gboolean
grade_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Typed *typed = data;

  return bv_rating_set_grade_act (store, get_ids (typed), typed->ids->len, typed->year,
                                  typed->grade, "", act_id, error);
}

static gboolean
points_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Typed *typed = data;

  return bv_rating_set_points_act (store, *get_ids (typed), typed->year, typed->general,
                                   typed->result, "", act_id, error);
}

static gboolean
clear_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Typed *typed = data;

  return bv_rating_clear_act (store, get_ids (typed), typed->ids->len, typed->year, act_id, error);
}

/* A rule speaks against it: the form says which, and asks for the reason. */
static void
typed_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  g_autoptr (Typed) typed = user_data;

  /* Of several, the dialog names the one in the way: nobody was rated. */
  if (typed->ids->len == 1 && g_error_matches (error, BV_VALUE_ERROR, BV_VALUE_ERROR_REASON))
    bv_rating_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), *get_ids (typed),
                              typed->year, (int) typed->grade, error->message);
  else if (error != NULL)
    bv_toast_error (widget, _ ("The rating could not be saved"), error);
}

static void
run_typed (BvPage *self, BvActCallFunc func, Typed *typed)
{
  bv_act_call_full (GTK_WIDGET (self), bv_page_get_store (self), NULL, func, typed_copy (typed),
                    typed_free, typed_cb, typed, typed_free);
}

void
bv_rating_act_grade (BvPage *page, const gint64 *ids, guint n_ids, BvGrade grade)
{
  Typed *typed = typed_new (page, ids, n_ids);

  typed->grade = grade;
  run_typed (page, grade_thread, typed);
}

void
bv_rating_act_points (BvPage *page, gint64 subject_id, gint64 general, gint64 result)
{
  const BvRatingRule *rule = bv_rating_rule_for_year (bv_page_get_year (page), NULL);
  Typed *typed;

  if (rule == NULL)
    return;
  typed = typed_new (page, &subject_id, 1);
  typed->grade = bv_rating_rule_grade_of_points (rule, general + result);
  typed->general = general;
  typed->result = result;
  run_typed (page, points_thread, typed);
}

void
bv_rating_act_clear (BvPage *page, const gint64 *ids, guint n_ids)
{
  run_typed (page, clear_thread, typed_new (page, ids, n_ids));
}

/* ── A whole unit ────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 unit_id;
  int year;
  BvGrade grade;
  BvRatingApplied applied;
} Apply;

static gboolean
apply_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Apply *apply = data;

  return bv_rating_apply_act (store, apply->unit_id, apply->year, apply->grade, &apply->applied,
                              act_id, error);
}

/* The toast with Undo says what was done; what needs a look is said after it. */
static void
applied_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  Apply *apply = user_data;

  if (error != NULL)
    bv_toast_error (widget, _ ("The unit could not be rated"), error);
  else if (apply->applied.n_lowered + apply->applied.n_left > 0 || act_id == 0)
    {
      g_autofree char *text = bv_rating_applied_format (&apply->applied);

      bv_toast_message (widget, text);
    }
  g_atomic_rc_box_release (apply);
}

void
bv_rating_act_apply (BvPage *page, gint64 unit_id, BvGrade grade)
{
  Apply *apply = g_atomic_rc_box_new0 (Apply);

  apply->unit_id = unit_id;
  apply->year = bv_page_get_year (page);
  apply->grade = grade;
  bv_act_call_full (GTK_WIDGET (page), bv_page_get_store (page), NULL, apply_thread,
                    g_atomic_rc_box_acquire (apply), (GDestroyNotify) g_atomic_rc_box_release,
                    applied_cb, apply, (GDestroyNotify) g_atomic_rc_box_release);
}

gboolean
bv_rating_read_points (GtkEntry *entry, gint64 *points)
{
  gboolean ok = bv_number_parse_hundredths (gtk_editable_get_text (GTK_EDITABLE (entry)), points,
                                            NULL);

  if (ok)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_widget_grab_focus (GTK_WIDGET (entry));
    }
  return ok;
}
