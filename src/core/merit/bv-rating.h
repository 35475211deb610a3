// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-problem.h"
#include "bv-types.h"
#include "merit/bv-condition.h"
#include "merit/bv-rating-rule.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvRating (xếp loại chất lượng): of one person or unit for one year. Strings are never %NULL but where said. */
typedef struct
{
  gint64 id; /* 0: not stored yet */
  gint64 subject_id;
  int year;
  BvGrade grade;
  gint64 unit_id;        /* that rated the person; 0 for a unit */
  char *task_group;      /* group of similar tasks: 'Lãnh đạo, quản lý'; "" */
  gint64 general_points; /* hundredths; -1: none */
  gint64 result_points;  /* hundredths; -1: none; both or neither */
  char *decision_number;
  char *decision_date; /* ISO, (nullable) */
  char *override_reason;
  char *note;
  char *subject_name; /* filled in when loaded, not stored */
  char *unit_name;    /* likewise */
  char *post;         /* likewise, by bv_rating_list_year() alone */
  BvSubjectKind subject_kind;
} BvRating;

/** An empty one (id 0, texts "", those that may be absent %NULL, grade "good", no points), a deep copy, and its end;
 * %NULL is let be. */
BvRating *bv_rating_new (void);
BvRating *bv_rating_copy (const BvRating *self);
void bv_rating_free (BvRating *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRating, bv_rating_free)

/** General and result points together, in hundredths; -1: none. */
gint64 bv_rating_get_points (const BvRating *self);

/* ── Reading (a lease's connection) ──────────────────────────────────────────────────────── */

/** bv_rating_find: the rating of @subject_id in @year, or a new one (id 0) with the unit of the person's last post in
 * that year and the group of the rating before. (transfer full) */
BvRating *bv_rating_find (BvConnection *connection, gint64 subject_id, int year, GError **error);
/** bv_rating_list_year: all ratings of people, or of units, in the order of the lists below; those of @unit_id alone
 * (0: all). (element-type BvRating) (transfer full) */
GPtrArray *bv_rating_list_year (BvConnection *connection,
                                int year,
                                BvSubjectKind kind,
                                gint64 unit_id,
                                GError **error);
/**
 * bv_rating_validate: everything wrong with @self as it stands. What the rules of the year speak against (points of another
 * grade, long leave, a sanction) is %BV_VALUE_ERROR_REASON on "grade" until override_reason is given.
 *
 * Returns: (element-type BvProblem) (transfer full)
 */
GPtrArray *bv_rating_validate (BvConnection *connection, const BvRating *self, GError **error);
/** Groups of similar tasks that the file knows, the most used first: %NULL-terminated (transfer full). */
char **bv_rating_list_groups (BvConnection *connection, GError **error);

/* ── Saving (inside an act; the act's connection) ────────────────────────────────────────── */

/** Inserts (id 0) or updates; validates first. Sets @self->id. */
gboolean bv_rating_save (BvConnection *connection, BvRating *self, GError **error);
/** Gives @n subjects the same grade; a grade that was there is replaced, and with it its reason. @reason: "" for none. */
gboolean bv_rating_set_grade (BvConnection *connection,
                              const gint64 *subject_ids,
                              guint n_subjects,
                              int year,
                              BvGrade grade,
                              const char *reason,
                              GError **error);
/** Gives points and the grade that follows from them, unless they are the points that stand there already. */
gboolean bv_rating_set_points (BvConnection *connection,
                               gint64 subject_id,
                               int year,
                               gint64 general,
                               gint64 result,
                               const char *reason,
                               GError **error);
/** Takes the ratings of these subjects for @year away; those without one are passed over. */
gboolean bv_rating_clear (BvConnection *connection,
                          const gint64 *subject_ids,
                          guint n_subjects,
                          int year,
                          GError **error);

/**
 * bv_rating_set_group: puts the rated people of a unit into one group of similar tasks.
 *
 * @post: only those whose last post in the year is called so; %NULL: everybody
 * @group: "" takes them out of theirs
 * @n_changed: (out) (optional)
 */
gboolean bv_rating_set_group (BvConnection *connection,
                              gint64 unit_id,
                              int year,
                              const char *post,
                              const char *group,
                              guint *n_changed,
                              GError **error);

/** BvRatingApplied: what applying a grade to a unit did. */
typedef struct
{
  guint n_set;     /* got the grade */
  guint n_lowered; /* got a lower one, or none, for their leave */
  guint n_kept;    /* were rated before */
  guint n_left;    /* disciplined in the year: to be rated one by one */
} BvRatingApplied;

/** bv_rating_apply: @grade to everybody of @unit_id in @year who is not rated yet. @applied: (out) (optional) */
gboolean bv_rating_apply (BvConnection *connection,
                          gint64 unit_id,
                          int year,
                          BvGrade grade,
                          BvRatingApplied *applied,
                          GError **error);
/** "12 rated; 1 lowered …" (transfer full) translated */
char *bv_rating_applied_format (const BvRatingApplied *self);

/* ── The same as acts of their own ───────────────────────────────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_rating_save_act (BvStore *store, BvRating *self, gint64 *act_id, GError **error);
gboolean bv_rating_set_grade_act (BvStore *store,
                                  const gint64 *subject_ids,
                                  guint n_subjects,
                                  int year,
                                  BvGrade grade,
                                  const char *reason,
                                  gint64 *act_id,
                                  GError **error);
gboolean bv_rating_set_points_act (BvStore *store,
                                   gint64 subject_id,
                                   int year,
                                   gint64 general,
                                   gint64 result,
                                   const char *reason,
                                   gint64 *act_id,
                                   GError **error);
gboolean bv_rating_clear_act (BvStore *store,
                              const gint64 *subject_ids,
                              guint n_subjects,
                              int year,
                              gint64 *act_id,
                              GError **error);
gboolean bv_rating_set_group_act (BvStore *store,
                                  gint64 unit_id,
                                  int year,
                                  const char *post,
                                  const char *group,
                                  guint *n_changed,
                                  gint64 *act_id,
                                  GError **error);
gboolean bv_rating_apply_act (BvStore *store,
                              gint64 unit_id,
                              int year,
                              BvGrade grade,
                              BvRatingApplied *applied,
                              gint64 *act_id,
                              GError **error);

/* ── The lists on the screen: ids are those of the subjects ──────────────────────────────── */

/** Columns of bv_rating_people_source() and bv_rating_units_source(). */
typedef enum
{
  BV_RATING_COLUMN_NAME,
  BV_RATING_COLUMN_POST,    /* of the last post in the year; a unit: its kind */
  BV_RATING_COLUMN_UNIT_ID, /* that rated, else the unit of that post; a unit: the unit above */
  BV_RATING_COLUMN_UNIT,
  BV_RATING_COLUMN_GRADE, /* code; NULL: not rated yet */
  BV_RATING_COLUMN_GROUP,
  BV_RATING_COLUMN_GENERAL, /* hundredths; NULL: none */
  BV_RATING_COLUMN_RESULT,
  BV_RATING_COLUMN_POINTS,
  BV_RATING_COLUMN_REASON,
  BV_RATING_COLUMN_DECISION,     /* number */
  BV_RATING_COLUMN_N_SANCTIONS,  /* decided or in effect in the year */
  BV_RATING_COLUMN_N_PENDING,    /* complaints and investigations open now */
  BV_RATING_COLUMN_ABSENCE_DAYS, /* in the year, of all kinds */
  BV_RATING_COLUMN_NOTE,
} BvRatingColumn;

/** BvRatingFilter: @year is required; the others at 0, -1 or %NULL do not restrict. */
typedef struct
{
  int year;
  gint64 unit_id; /* itself, without those below */
  int grade;      /* a BvGrade; %BV_N_GRADES: not rated yet; -1: all */
  const char *search;
} BvRatingFilter;

/** The people of the year with their rating or without one: by unit, leaders first, then by name. (transfer full) */
BvRowSource *bv_rating_people_source (const BvRatingFilter *filter);
/** The units that existed in the year, in the order of the organisation; @filter: unit_id with all below.
 * (transfer full) */
BvRowSource *bv_rating_units_source (const BvRatingFilter *filter);

G_END_DECLS
