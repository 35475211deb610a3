// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/** BvPerson: somebody who may be honoured. Posts are in BvMembership. */
typedef struct
{
  gint64 id;  /* subject id; 0: not stored yet */
  char *name; /* "Lò Thị Uyên" */
  char *code; /* identity number (digits), (nullable): unique */
  char *note;
  char *honorific;    /* "Ông", "Bà", "Đồng chí"; "" */
  char *birth;        /* YYYY or YYYY-MM-DD, (nullable) */
  char *sex;          /* bv_person_sexes: "", "male", "female" */
  char *ethnic_group; /* "Kinh", "Thái"; "" */
  gboolean is_party_member;
  char *party_since;  /* ISO, official admission, (nullable) */
  char *worker_class; /* bv_person_worker_classes */
  char *home;
  char *address;
  char *phone;
} BvPerson;

extern const BvChoice bv_person_sexes[];
extern const BvChoice bv_person_worker_classes[];
/** The 54 ethnic groups of Vietnam, Kinh first, %NULL-terminated: suggestions, other text is
 * allowed. */
extern const char *const bv_person_ethnic_groups[];

/** An empty one (id 0, texts "", those that may be absent %NULL), a deep copy, and its end; %NULL is let be. */
BvPerson *bv_person_new (void);
BvPerson *bv_person_copy (const BvPerson *self);
void bv_person_free (BvPerson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPerson, bv_person_free)

/** bv_person_is_minority: of an ethnic group that is known and is not Kinh. */
gboolean bv_person_is_minority (const BvPerson *self);
/** "Bà Lò Thị Uyên"; without an honorific by the sex: "Ông", "Bà", else "Ông (Bà)". (transfer
 * full) */
char *bv_person_address_form (const BvPerson *self);

/** (element-type BvProblem) (transfer full): everything wrong with @self that can be told without the file; empty
 * when nothing is. */
GPtrArray *bv_person_validate (const BvPerson *self);

/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvPerson *bv_person_load (BvConnection *connection, gint64 id, GError **error);
/** Inserts (id 0, which is filled in) or updates, when nothing is wrong with @self; texts are cleaned first. A day of
 * joining the Party makes a member. */
gboolean bv_person_save (BvConnection *connection, BvPerson *self, GError **error);
/** Refused in words when the person has awards. */
gboolean bv_person_delete (BvConnection *connection, gint64 id, GError **error);

/**
 * bv_person_find_duplicate: somebody already in the register: the same identity number, else the
 * same name without marks, year of birth and unit at any time. A missing birth or unit does not
 * match.
 *
 * @unit_id: 0: unknown
 * @id: (out): 0 when there is none
 */
gboolean bv_person_find_duplicate (BvConnection *connection,
                                   const BvPerson *self,
                                   gint64 unit_id,
                                   gint64 *id,
                                   GError **error);

G_END_DECLS
