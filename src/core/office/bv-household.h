// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-problem.h"
#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/** BvHousehold: *hộ gia đình*: honoured as such, with the household's bonus. */
typedef struct
{
  gint64 id;  /* subject id; 0: not stored yet */
  char *name; /* "Hộ ông Lò Văn Ân" */
  char *code; /* (nullable) */
  char *note;
  gint64 unit_id; /* village or commune; 0: unknown */
  gint64 head_id; /* person; 0: unknown */
  char *address;
  char *unit_name; /* filled in when loaded, not stored */
  char *head_name; /* filled in when loaded, not stored */
} BvHousehold;

/** An empty one (id 0, texts "", those that may be absent %NULL), a deep copy, and its end; %NULL is let be. */
BvHousehold *bv_household_new (void);
BvHousehold *bv_household_copy (const BvHousehold *self);
void bv_household_free (BvHousehold *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvHousehold, bv_household_free)

/** (element-type BvProblem) (transfer full): everything wrong with @self that can be told without the file; empty
 * when nothing is. */
GPtrArray *bv_household_validate (const BvHousehold *self);
/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvHousehold *bv_household_load (BvConnection *connection, gint64 id, GError **error);
/** Inserts (id 0, which is filled in) or updates, when nothing is wrong with @self; texts are cleaned first. */
gboolean bv_household_save (BvConnection *connection, BvHousehold *self, GError **error);
/** Refused in words when the household has awards. */
gboolean bv_household_delete (BvConnection *connection, gint64 id, GError **error);
/** As bv_person_find_duplicate(): the same code, else the same name without marks in the same
 * unit. */
gboolean bv_household_find_duplicate (BvConnection *connection,
                                      const BvHousehold *self,
                                      gint64 *id,
                                      GError **error);

G_END_DECLS
