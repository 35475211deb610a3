// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/** BvUnit: an office, commune, village, school, enterprise, …: a collective (*tập thể*). */
typedef struct
{
  gint64 id;  /* subject id; 0: not stored yet */
  char *name; /* "Phòng Giáo dục và Đào tạo" */
  char *code; /* (nullable): unique */
  char *note;
  gint64 parent_id;  /* 0: a root */
  char *kind;        /* bv_unit_kinds */
  gboolean is_small; /* tổ, đội, phòng, ban, thôn, bản: a small collective */
  char *abbreviation;
  char *address;
  char *from_date; /* ISO, (nullable) */
  char *to_date;   /* ISO, last day of its existence, (nullable) */
  int position;    /* among its siblings; 0 on insert: at the end */
  int depth;       /* filled in by bv_unit_list(): 0 for a root */
} BvUnit;

extern const BvChoice bv_unit_kinds[];

/** An empty one (id 0, texts "", those that may be absent %NULL, kind "administration"), a deep copy, and its end;
 * %NULL is let be. */
BvUnit *bv_unit_new (void);
BvUnit *bv_unit_copy (const BvUnit *self);
void bv_unit_free (BvUnit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvUnit, bv_unit_free)

/** (element-type BvProblem): pure: what can be told without the file. */
GPtrArray *bv_unit_validate (const BvUnit *self);

/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvUnit *bv_unit_load (BvConnection *connection, gint64 id, GError **error);
/**
 * bv_unit_list: all units in the order of the organisation (depth first, by position, then name).
 *
 * @on_date: (nullable): only those that existed on that day
 * Returns: (element-type BvUnit) (transfer full)
 */
GPtrArray *bv_unit_list (BvConnection *connection, const char *on_date, GError **error);
/** bv_unit_list_children: of @parent_id (0: the roots), in order. */
GPtrArray *bv_unit_list_children (BvConnection *connection,
                                  gint64 parent_id,
                                  const char *on_date,
                                  GError **error);
/** bv_unit_list_descendants: ids of @id and all below it. (element-type gint64) (transfer full) */
GArray *bv_unit_list_descendants (BvConnection *connection, gint64 id, GError **error);
/** bv_unit_name_post: a post and its unit in one phrase. A post that ends with the words by which the unit's name begins
 * says them once, as the forms do: "Trưởng phòng" and "Phòng Nội vụ" are "Trưởng phòng Nội vụ"; others stand side by side:
 * "Giáo viên, Trường Tiểu học Ít Ong". Either may be empty. (transfer full) */
char *bv_unit_name_post (const char *post, const char *unit);
/** bv_unit_path: "Ủy ban nhân dân huyện Mường La › Phòng Nội vụ". (transfer full) */
char *bv_unit_path (BvConnection *connection, gint64 id, GError **error);
/**
 * bv_unit_find: the unit that a text names: by code, name or abbreviation, first exactly, then
 * without marks.
 *
 * @id: (out): 0 when there is none; an ambiguous text gives %BV_VALUE_ERROR_DUPLICATE and names two
 * of them
 */
gboolean bv_unit_find (BvConnection *connection, const char *text, gint64 *id, GError **error);

/** Validates; refuses a parent below the unit itself. Id 0: insert, and the id is filled in. Below
 * another unit than before, it comes last there. */
gboolean bv_unit_save (BvConnection *connection, BvUnit *self, GError **error);
/** Refused in words while it has units below, members, households, figures or awards. */
gboolean bv_unit_delete (BvConnection *connection, gint64 id, GError **error);
/** bv_unit_move: puts it at @position (0 = first) among the children of @parent_id; renumbers
 * them. */
gboolean
bv_unit_move (BvConnection *connection, gint64 id, gint64 parent_id, int position, GError **error);

G_END_DECLS
