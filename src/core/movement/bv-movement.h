// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/** BvMovement: *phong trào thi đua*: what is striven for, from a launch to a final review. */
typedef struct
{
  gint64 id;
  char *name;
  char
    *level; /* bv_movement_levels: "central", "province", "district", "commune", "bloc", "unit" */
  char *manner; /* bv_movement_manners: "regular", "thematic" */
  char *launched_by;
  char *basis; /* number and date of the plan */
  char *goal;
  char *from_date; /* ISO, (nullable) */
  char *to_date;   /* ISO, (nullable) */
  char *note;
} BvMovement;

extern const BvChoice bv_movement_levels[];
extern const BvChoice bv_movement_manners[];

/** An empty one (id 0, texts "", those that may be absent %NULL, level district, regular), and its end; %NULL is let
 * be. */
BvMovement *bv_movement_new (void);
void bv_movement_free (BvMovement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMovement, bv_movement_free)

/** (element-type BvProblem) (transfer full): everything wrong with @self that can be told without the file; empty
 * when nothing is. */
GPtrArray *bv_movement_validate (const BvMovement *self);
/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvMovement *bv_movement_load (BvConnection *connection, gint64 id, GError **error);
/** (element-type BvMovement): those that run in @year (0: all), by begin, then name. */
GPtrArray *bv_movement_list (BvConnection *connection, int year, GError **error);
/** @id: (out): 0 when no movement bears that name (compared without marks). */
gboolean bv_movement_find (BvConnection *connection, const char *name, gint64 *id, GError **error);
/** Inserts (id 0, which is filled in) or updates, when nothing is wrong with @self; texts are cleaned first. */
gboolean bv_movement_save (BvConnection *connection, BvMovement *self, GError **error);
/** Refused in words while it has indicators. */
gboolean bv_movement_delete (BvConnection *connection, gint64 id, GError **error);

G_END_DECLS
