// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-registration-line.h"
#include "merit/bv-registration.h"

G_BEGIN_DECLS

/* SQL that the files of registrations share. Parameters stand as text, "?1". */

/* A unit "u" that existed at some time of the year. */
#define BV_ALIVE_IN_SQL(year)                                                                      \
  "((u.from_date IS NULL OR substr (u.from_date, 1, 4) <= CAST (" year " AS TEXT))"                \
  " AND (u.to_date IS NULL OR substr (u.to_date, 1, 4) >= CAST (" year " AS TEXT)))"
/* A post "m" held at some time of the year. */
#define BV_HELD_IN_SQL(year)                                                                       \
  "((m.from_date IS NULL OR substr (m.from_date, 1, 4) <= CAST (" year " AS TEXT))"                \
  " AND (m.to_date IS NULL OR substr (m.to_date, 1, 4) >= CAST (" year " AS TEXT)))"

/* Ids of a unit with its predecessors, its successors and all below any of them: whoever was registered under the old
 * commune still belongs to its sheet when the people have moved into the new one. */
#define BV_UNIT_FAMILY_SQL(unit)                                                                   \
  "(WITH RECURSIVE before (id) AS (SELECT " unit                                                   \
  " UNION SELECT x.predecessor_id FROM unit_succession x JOIN before ON x.successor_id = "         \
  "before.id),"                                                                                    \
  " after (id) AS (SELECT " unit " UNION SELECT x.successor_id FROM unit_succession x JOIN after " \
  "ON x.predecessor_id = after.id),"                                                               \
  " family (id) AS (SELECT id FROM before UNION SELECT id FROM after"                              \
  " UNION SELECT c.subject_id FROM unit c JOIN family ON c.parent_id = family.id)"                 \
  " SELECT id FROM family)"

/** The sheet as it may still be changed; %BV_VALUE_ERROR_RANGE when it is sent or approved. */
BvRegistration *bv_registration_load_open (BvConnection *connection, gint64 id, GError **error);
/** "Trường THCS Mường Bú" of a sheet, for titles of acts; (transfer full), %NULL with @error. */
char *bv_registration_read_unit_name (BvStore *store, gint64 id, int *year, GError **error);

/** The name of a unit, likewise. */
char *bv_registration_read_name (BvStore *store, gint64 unit_id, GError **error);
/** A new line, found right by bv_registration_line_validate() just now, of a sheet that is known to be open. */
gboolean
bv_registration_line_insert (BvConnection *connection, BvRegistrationLine *self, GError **error);
/** Saves a line of a sheet that is known to be open. @regimes: (nullable) */
gboolean bv_registration_line_save_open (BvConnection *connection,
                                         BvRegimeSet *regimes,
                                         BvRegistrationLine *self,
                                         GError **error);

G_END_DECLS
