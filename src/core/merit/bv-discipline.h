// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-problem.h"
#include "bv-types.h"
#include "merit/bv-condition.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BvDiscipline: a sanction of a person or unit (*kỷ luật*) with the days of its effect, or a complaint or
 * investigation that is pending until it is concluded. While one lasts, a title waits (DOMAIN 2.2).
 */
typedef struct
{
  gint64 id; /* 0: not stored yet */
  gint64 subject_id;
  BvSanction kind;
  char *on_date; /* ISO: of the decision; a complaint: of its receipt */
  char *
    until_date; /* ISO, last day of the effect; a complaint: of the conclusion; (nullable): still */
  int is_upheld; /* of a complaint or investigation: 1 or 0; -1 while pending, and for a sanction */
  char *number;  /* '12/QĐ-UBND'; "" */
  char *body;    /* who decided; "" */
  char *ground;  /* for what; "" */
  char *note;
  char *subject_name; /* filled in when loaded, not stored */
} BvDiscipline;

/** An empty one (id 0, texts "", those that may be absent %NULL, without a conclusion), a deep copy, and its end;
 * %NULL is let be. */
BvDiscipline *bv_discipline_new (void);
BvDiscipline *bv_discipline_copy (const BvDiscipline *self);
void bv_discipline_free (BvDiscipline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDiscipline, bv_discipline_free)

/** Whether @kind is a matter that is pending until concluded: a complaint or an investigation. */
gboolean bv_sanction_is_pending_kind (BvSanction kind);
/** A complaint or investigation without a conclusion. */
gboolean bv_discipline_is_pending (const BvDiscipline *self);

/* ── Reading (a lease's connection) ──────────────────────────────────────────────────────── */

/** (transfer full); %BV_STORE_ERROR_NOT_FOUND when there is none. */
BvDiscipline *bv_discipline_load (BvConnection *connection, gint64 id, GError **error);
/** Of one subject, the newest first; (element-type BvDiscipline) (transfer full). */
GPtrArray *bv_discipline_list (BvConnection *connection, gint64 subject_id, GError **error);
/** (element-type BvProblem) (transfer full) */
GPtrArray *
bv_discipline_validate (BvConnection *connection, const BvDiscipline *self, GError **error);

/* ── Saving (inside an act; the act's connection) ────────────────────────────────────────── */

/** Inserts (id 0) or updates; validates first. Sets @self->id. */
gboolean bv_discipline_save (BvConnection *connection, BvDiscipline *self, GError **error);
/** Ends a complaint or investigation; one that is concluded already is refused in words. */
gboolean bv_discipline_conclude (BvConnection *connection,
                                 gint64 id,
                                 const char *date,
                                 gboolean is_upheld,
                                 GError **error);
/** %BV_STORE_ERROR_NOT_FOUND when it is not there. */
gboolean bv_discipline_delete (BvConnection *connection, gint64 id, GError **error);

/* ── The same as acts of their own ───────────────────────────────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean
bv_discipline_save_act (BvStore *store, BvDiscipline *self, gint64 *act_id, GError **error);
gboolean bv_discipline_conclude_act (BvStore *store,
                                     gint64 id,
                                     const char *date,
                                     gboolean is_upheld,
                                     gint64 *act_id,
                                     GError **error);
gboolean bv_discipline_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

/** Columns of bv_discipline_source(). */
typedef enum
{
  BV_DISCIPLINE_COLUMN_SUBJECT_ID,
  BV_DISCIPLINE_COLUMN_SUBJECT,
  BV_DISCIPLINE_COLUMN_KIND, /* code */
  BV_DISCIPLINE_COLUMN_DATE,
  BV_DISCIPLINE_COLUMN_UNTIL,  /* NULL: still */
  BV_DISCIPLINE_COLUMN_UPHELD, /* NULL, 0, 1 */
  BV_DISCIPLINE_COLUMN_NUMBER,
  BV_DISCIPLINE_COLUMN_BODY,
  BV_DISCIPLINE_COLUMN_GROUND,
} BvDisciplineColumn;

/** BvDisciplineFilter: members at 0, %FALSE or %NULL do not restrict. */
typedef struct
{
  gint64 subject_id;
  int year; /* decided in it, or in effect or pending at some time of it */
  gboolean pending_only;
  const char *search; /* in name, number, body and ground; as typed */
} BvDisciplineFilter;

/** What is pending first, then the newest. @filter: (nullable). (transfer full) */
BvRowSource *bv_discipline_source (const BvDisciplineFilter *filter);

G_END_DECLS
