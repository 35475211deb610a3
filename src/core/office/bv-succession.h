// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"
#include "office/bv-unit.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvSuccession: units that merge, split or are renamed. The predecessors end on the day before, the
 * successors begin on the day; records stay with the unit that earned them and are found through
 * bv_unit_lineage().
 */
typedef struct
{
  char *manner;            /* bv_succession_manners: "merge", "split", "rename" */
  GArray *predecessors;    /* (element-type gint64) unit ids */
  GPtrArray *successors;   /* (element-type BvUnit): id 0: created; else an existing unit */
  char *on_date;           /* ISO: first day of the successors */
  char *basis;             /* "Nghị quyết số …" */
  gboolean carry_members;  /* memberships in force go on in the (first) successor from that day */
  gboolean carry_children; /* units below and households go to the (first) successor */
} BvSuccession;

extern const BvChoice bv_succession_manners[];

/** No units yet; people and units below are carried on. %NULL may be freed. */
BvSuccession *bv_succession_new (void);
void bv_succession_free (BvSuccession *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSuccession, bv_succession_free)

/** merge: 2 or more into 1; split: 1 into 2 or more; rename: 1 into 1. */
GPtrArray *bv_succession_validate (const BvSuccession *self);
/** Inside an act. Ids of new successors are filled in. */
gboolean bv_succession_apply (BvConnection *connection, BvSuccession *self, GError **error);

/** BvLineageEntry: one unit of a line of successions. */
typedef struct
{
  gint64 unit_id;
  char *name;
  int distance;              /* below 0: predecessors, 0: the unit itself, above 0: successors */
  char *on_date;             /* of the nearest succession, (nullable) */
  char *manner;              /* of the same, (nullable) */
  char *from_date, *to_date; /* of the unit, (nullable) */
} BvLineageEntry;

/** With all that it owns; %NULL is let be. */
void bv_lineage_entry_free (BvLineageEntry *self);

/** bv_unit_lineage: the unit with all its predecessors and successors, oldest first.
 * (element-type BvLineageEntry) (transfer full) */
GPtrArray *bv_unit_lineage (BvConnection *connection, gint64 unit_id, GError **error);

G_END_DECLS
