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
  gint64 id;
  int year;
  BvGrade grade;
  gint64 general;
  gint64 result;
} Typed;

static gboolean
grade_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Typed *typed = data;

  return bv_rating_set_grade_act (store, &typed->id, 1, typed->year, typed->grade, "", act_id,
                                  error);
}

static gboolean
points_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Typed *typed = data;

  return bv_rating_set_points_act (store, typed->id, typed->year, typed->general, typed->result, "",
                                   act_id, error);
}

static gboolean
clear_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Typed *typed = data;

  return bv_rating_clear_act (store, &typed->id, 1, typed->year, act_id, error);
}

/* A rule speaks against it: the form says which, and asks for the reason. */
static void
typed_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  g_autofree Typed *typed = user_data;

  if (g_error_matches (error, BV_VALUE_ERROR, BV_VALUE_ERROR_REASON))
    bv_rating_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), typed->id, typed->year,
                              (int) typed->grade, error->message);
  else if (error != NULL)
    bv_toast_error (widget, _ ("The rating could not be saved"), error);
}

static void
run_typed (BvPage *self, BvActCallFunc func, const Typed *typed)
{
  bv_act_call_full (GTK_WIDGET (self), bv_page_get_store (self), NULL, func,
                    g_memdup2 (typed, sizeof *typed), g_free, typed_cb,
                    g_memdup2 (typed, sizeof *typed), g_free);
}

void
bv_rating_act_grade (BvPage *page, gint64 subject_id, BvGrade grade)
{
  Typed typed = { subject_id, bv_page_get_year (page), grade, -1, -1 };

  run_typed (page, grade_thread, &typed);
}

void
bv_rating_act_points (BvPage *page, gint64 subject_id, gint64 general, gint64 result)
{
  Typed typed = { subject_id, bv_page_get_year (page), BV_GRADE_NONE, general, result };
  const BvRatingRule *rule = bv_rating_rule_for_year (typed.year, NULL);

  if (rule == NULL)
    return;
  typed.grade = bv_rating_rule_grade_of_points (rule, general + result);
  run_typed (page, points_thread, &typed);
}

void
bv_rating_act_clear (BvPage *page, gint64 subject_id)
{
  Typed typed = { subject_id, bv_page_get_year (page), BV_GRADE_NONE, -1, -1 };

  run_typed (page, clear_thread, &typed);
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
