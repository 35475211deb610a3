// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvAbsence (thời gian nghỉ): time away from work that bears on a rating or a title. */
typedef struct
{
  gint64 id; /* 0: not stored yet */
  gint64 person_id;
  char *kind;         /* bv_absence_kinds */
  char *from_date;    /* ISO */
  char *to_date;      /* ISO, last day; (nullable): still */
  char *study_result; /* bv_absence_study_results; "" where it was no study */
  char *note;
  char *person_name; /* filled in when loaded, not stored */
} BvAbsence;

extern const BvChoice bv_absence_kinds[];
extern const BvChoice bv_absence_study_results[];

/** An empty one (id 0, texts "", those that may be absent %NULL), a deep copy, and its end; %NULL is let be. */
BvAbsence *bv_absence_new (void);
BvAbsence *bv_absence_copy (const BvAbsence *self);
void bv_absence_free (BvAbsence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvAbsence, bv_absence_free)

/* ── Reading (a lease's connection) ──────────────────────────────────────────────────────── */

/** (transfer full); %BV_STORE_ERROR_NOT_FOUND when there is none. */
BvAbsence *bv_absence_load (BvConnection *connection, gint64 id, GError **error);
/** (element-type BvProblem) (transfer full): an absence that overlaps another of the same person is refused. */
GPtrArray *bv_absence_validate (BvConnection *connection, const BvAbsence *self, GError **error);
/**
 * bv_absence_months: how long a person was away in @year, by the calendar: whole months from the first day on, the
 * days beyond them added up, thirty of them for one month more.
 *
 * @kinds: %NULL-terminated codes that count; %NULL: all
 * @days: (out) (optional): what is left beside the whole months
 */
gboolean bv_absence_months (BvConnection *connection,
                            gint64 person_id,
                            int year,
                            const char *const *kinds,
                            int *months,
                            int *days,
                            GError **error);

/* ── Saving (inside an act; the act's connection) ────────────────────────────────────────── */

/** Inserts (id 0, which is filled in) or updates, when nothing is wrong with @self; texts are cleaned first. */
gboolean bv_absence_save (BvConnection *connection, BvAbsence *self, GError **error);
/** %BV_STORE_ERROR_NOT_FOUND when it is not there. */
gboolean bv_absence_delete (BvConnection *connection, gint64 id, GError **error);

/* ── The same as acts of their own ───────────────────────────────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_absence_save_act (BvStore *store, BvAbsence *self, gint64 *act_id, GError **error);
gboolean bv_absence_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

/** Columns of bv_absence_source(). */
typedef enum
{
  BV_ABSENCE_COLUMN_PERSON_ID,
  BV_ABSENCE_COLUMN_PERSON,
  BV_ABSENCE_COLUMN_KIND, /* code */
  BV_ABSENCE_COLUMN_FROM,
  BV_ABSENCE_COLUMN_TO,           /* NULL: still */
  BV_ABSENCE_COLUMN_STUDY_RESULT, /* code */
  BV_ABSENCE_COLUMN_NOTE,
} BvAbsenceColumn;

/** Those that reach into @year (0: all) of @person_id (0: all); @search: (nullable) in name and note. The newest
 * first. (transfer full) */
BvRowSource *bv_absence_source (gint64 person_id, int year, const char *search);

G_END_DECLS
