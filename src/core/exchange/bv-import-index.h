// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the register holds, as far as a table must know it to find its rows there; private to
 * exchange/. Read once for a whole table; what the table adds is added here, too. */

typedef struct _BvImportIndex BvImportIndex;

/** Reads the units, and with @with_people the people and their posts. %NULL with @error; %NULL may be freed. */
BvImportIndex *
bv_import_index_load (BvConnection *connection, gboolean with_people, GError **error);
void bv_import_index_free (BvImportIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvImportIndex, bv_import_index_free)

/* ── Units ───────────────────────────────────────────────────────────────────────────────── */

/** bv_import_unit_key: a unit's name for comparing: folded, signs as spaces, the usual abbreviations
 * spelt out: "Phòng GD&ĐT" and "phòng giáo dục và đào tạo" give the same. (transfer full) */
char *bv_import_unit_key (const char *name);

typedef enum
{
  BV_IMPORT_UNIT_FOUND,
  BV_IMPORT_UNIT_NEAR,      /* none by that name, but some like it */
  BV_IMPORT_UNIT_AMBIGUOUS, /* several by that name */
  BV_IMPORT_UNIT_NONE,
} BvImportUnitMatch;

#define BV_IMPORT_N_CANDIDATES 3

/** @candidates: (out) (nullable): at most three ids, the nearest first, 0 ends. */
BvImportUnitMatch bv_import_index_find_unit (BvImportIndex *self,
                                             const char *text,
                                             gint64 *id,
                                             gint64 candidates[BV_IMPORT_N_CANDIDATES]);
/** The unit of that name right below @parent_id, or 0. */
gint64 bv_import_index_find_child (BvImportIndex *self, const char *name, gint64 parent_id);
/** The unit that bears the code (letters alike with and without marks), or 0. */
gint64 bv_import_index_find_unit_code (BvImportIndex *self, const char *code);
/** The unit that all others stand below, when the register has exactly one root; else 0. */
gint64 bv_import_index_get_root (BvImportIndex *self);
/** (transfer none): "" when unknown. */
const char *bv_import_index_get_unit_name (BvImportIndex *self, gint64 id);
/** @id: below 0 while checking: not written yet. */
void bv_import_index_add_unit (BvImportIndex *self,
                               gint64 id,
                               const char *name,
                               const char *code,
                               const char *abbreviation,
                               gint64 parent_id);

/* ── People ──────────────────────────────────────────────────────────────────────────────── */

typedef enum
{
  BV_IMPORT_PERSON_NONE,
  BV_IMPORT_PERSON_CODE,    /* the same identity number */
  BV_IMPORT_PERSON_RENAMED, /* by the identity number, but by another name */
  BV_IMPORT_PERSON_SAME,    /* the same name, year of birth and unit, or the same of them missing */
  BV_IMPORT_PERSON_LIKELY, /* the same name; what else is known on both sides agrees; nobody else */
  BV_IMPORT_PERSON_MOVED,  /* the same name and day of birth, but in another unit; nobody else */
  BV_IMPORT_PERSON_AMBIGUOUS, /* several are likely */
} BvImportPersonMatch;

/**
 * bv_import_index_find_person: by identity number, else by what is known of name, birth and unit.
 *
 * @code: (nullable)
 * @birth: (nullable): ISO date, or a year alone
 * @unit_id: 0: unknown
 * @id: (out): 0: nobody, or several
 */
BvImportPersonMatch bv_import_index_find_person (BvImportIndex *self,
                                                 const char *name_fold,
                                                 const char *code,
                                                 const char *birth,
                                                 gint64 unit_id,
                                                 gint64 *id);
/** bv_import_index_add_person: one post of a person. @birth: (nullable): as above; @unit_id: 0: no post */
void bv_import_index_add_person (BvImportIndex *self,
                                 gint64 id,
                                 const char *name_fold,
                                 const char *code,
                                 const char *birth,
                                 gint64 unit_id);

G_END_DECLS
