// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-problem.h"
#include "bv-types.h"
#include "merit/bv-regime.h"
#include "merit/bv-registration.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvRegistrationLine: one title that one subject strives for. Strings are never %NULL. */
typedef struct
{
  gint64 id; /* 0 until saved */
  gint64 registration_id;
  gint64 subject_id;
  BvSubjectKind subject_kind; /* these three are filled in when loaded, not stored */
  char *subject_name;
  char
    *detail; /* a person's post (and unit, when below that of the sheet); a household's address */
  char *form_code;  /* title aimed at, code in the regime */
  char *initiative; /* planned: its name */
  char *note;
  char *override_reason;
  int position;
} BvRegistrationLine;

/** An empty one (id 0, texts "", those that may be absent %NULL), a deep copy, and its end; %NULL is let be. */
BvRegistrationLine *bv_registration_line_new (void);
BvRegistrationLine *bv_registration_line_copy (const BvRegistrationLine *self);
void bv_registration_line_free (BvRegistrationLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRegistrationLine, bv_registration_line_free)

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvRegistrationLine *bv_registration_line_load (BvConnection *connection, gint64 id, GError **error);
/** A sheet's lines, collectives first, then persons, then households: (element-type BvRegistrationLine). */
GPtrArray *
bv_registration_line_list (BvConnection *connection, gint64 registration_id, GError **error);
/** What is wrong with a line: the title and the law of the year, who belongs to the unit, who is on a sheet already.
 * A subject of another unit may stand with a reason. @regimes: (nullable): read when %NULL. */
GPtrArray *bv_registration_line_validate (BvConnection *connection,
                                          BvRegimeSet *regimes,
                                          const BvRegistrationLine *self,
                                          GError **error);
/** Titles that may be aimed at in @year, the usual ones first: (element-type BvRegimeAward) (transfer container); the
 * awards belong to @regimes. */
GPtrArray *bv_registration_list_titles (BvRegimeSet *regimes, int year);

/* ── Saving (inside an act) ──────────────────────────────────────────────────────────────── */

/** Inserts (id 0, at the end) or updates one line of an open sheet; validates first. */
gboolean
bv_registration_line_save (BvConnection *connection, BvRegistrationLine *self, GError **error);
gboolean bv_registration_line_remove (BvConnection *connection, gint64 id, GError **error);
/** @initiative, @reason: (nullable). One line for each subject that does not strive for @form_code on any sheet of the year yet. */
gboolean bv_registration_add (BvConnection *connection,
                              gint64 registration_id,
                              const gint64 *subject_ids,
                              guint n_subjects,
                              const char *form_code,
                              const char *initiative,
                              const char *reason,
                              guint *n_added,
                              GError **error);
/** Likewise for everybody with a post in the unit (@with_below: and in units below it) in the year, leaders first. */
gboolean bv_registration_add_members (BvConnection *connection,
                                      gint64 registration_id,
                                      const char *form_code,
                                      gboolean with_below,
                                      guint *n_added,
                                      GError **error);

/* ── The same as acts of their own ───────────────────────────────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_registration_line_save_act (BvStore *store,
                                        BvRegistrationLine *self,
                                        gint64 *act_id,
                                        GError **error);
gboolean bv_registration_line_remove_act (BvStore *store,
                                          const gint64 *ids,
                                          guint n_ids,
                                          gint64 *act_id,
                                          GError **error);
/* The sheet of @unit_id for @year is begun by the same act when it is missing. */
gboolean bv_registration_add_act (BvStore *store,
                                  gint64 unit_id,
                                  int year,
                                  const gint64 *subject_ids,
                                  guint n_subjects,
                                  const char *form_code,
                                  const char *initiative,
                                  const char *reason,
                                  guint *n_added,
                                  gint64 *act_id,
                                  GError **error);
/** A line for everybody with a post in the unit in @year, @with_below also in those below it. */
gboolean bv_registration_add_members_act (BvStore *store,
                                          gint64 unit_id,
                                          int year,
                                          const char *form_code,
                                          gboolean with_below,
                                          guint *n_added,
                                          gint64 *act_id,
                                          GError **error);

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

typedef enum
{
  BV_REGISTRATION_LINE_COLUMN_NAME,
  BV_REGISTRATION_LINE_COLUMN_DETAIL,
  BV_REGISTRATION_LINE_COLUMN_FORM_CODE,
  BV_REGISTRATION_LINE_COLUMN_INITIATIVE,
  BV_REGISTRATION_LINE_COLUMN_NOTE,
  BV_REGISTRATION_LINE_COLUMN_KIND, /* BvSubjectKind */
  BV_REGISTRATION_LINE_COLUMN_SUBJECT_ID,
} BvRegistrationLineColumn;

/** The lines of a sheet, in the order of bv_registration_line_list(). (transfer full) */
BvRowSource *bv_registration_line_source (gint64 registration_id);

G_END_DECLS
