// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/bv-import-pass.h"
#include "office/bv-person.h"

G_BEGIN_DECLS

/* A person as a row of a table tells of one: for people and for lists of awards. Private to exchange/. */

typedef struct
{
  BvPerson *person; /* what the row says; texts it leaves open are empty */
  char *post;
  char *unit;         /* as written; "" */
  char *leader_class; /* "" when neither said nor told by the post */
  char *detail;       /* "Giáo viên, Trường THCS Mường Bú" when one cell holds both; "" */
} BvImportPerson;

/** With all that it owns; %NULL is let be. */
void bv_import_person_free (BvImportPerson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvImportPerson, bv_import_person_free)

/** bv_import_person_read: reads the row at hand; what is wrong with it becomes findings. */
BvImportPerson *bv_import_person_read (BvImportPass *pass);

/** bv_import_person_match: finds the person in the register. @id: 0 when new; several likely ones are an
 * error of the row. */
void
bv_import_person_match (BvImportPass *pass, const BvImportPerson *self, gint64 unit_id, gint64 *id);

/** bv_import_person_insert: makes the person with a post in @unit_id (0: none): in the register when
 * the pass writes, in the index always. */
gboolean bv_import_person_insert (BvImportPass *pass,
                                  BvImportPerson *self,
                                  gint64 unit_id,
                                  gint64 *id,
                                  GError **error);

G_END_DECLS
