// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "bv-types.h"
#include "merit/bv-regime.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** Where they stand in the office's file. */
#define BV_LOCAL_TITLE_FILE "regimes/danh-hieu-dia-phuong.json"

/** BvLocalTitle (danh hiệu của địa phương): an award that the place gives besides those of the law ('Người tốt, việc
 * tốt', L2022 art. 81.1). It stands in the office's own regime file, so that it is chosen, paid, printed and counted like
 * any other. */
typedef struct
{
  char *code; /* 'NTVT'; what award.form_code holds */
  char *name;
  char *abbreviation;
  char *kind;        /* bv_local_title_kinds */
  char *level;       /* bv_local_title_levels: who decides */
  char *who;         /* in the words of the paper: 'Chủ tịch Ủy ban nhân dân huyện' */
  char *basis;       /* 'Quyết định số 33/2024/QĐ-UBND ngày 23/5/2024' */
  char *from_date;   /* ISO, (nullable) */
  char *to_date;     /* ISO, (nullable) */
  char *certificate; /* id of a template; "": no certificate */
  char *coefficient; /* of the base salary: "0.3"; a comma is taken too; "": no bonus */
  gboolean to_persons;
  gboolean to_units;
  gboolean to_households;
} BvLocalTitle;

extern const BvChoice bv_local_title_kinds[];
extern const BvChoice bv_local_title_levels[];

/** An empty one (id 0, texts "", those that may be absent %NULL, a title of the district for persons), a deep copy,
 * and its end; %NULL is let be. */
BvLocalTitle *bv_local_title_new (void);
BvLocalTitle *bv_local_title_copy (const BvLocalTitle *self);
void bv_local_title_free (BvLocalTitle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvLocalTitle, bv_local_title_free)

/** bv_local_title_list: (element-type BvLocalTitle) (transfer full), in the order in which they were added. */
GPtrArray *bv_local_title_list (BvConnection *connection, GError **error);

/**
 * bv_local_title_validate: @regimes: as they stand with all local titles.
 *
 * @old_code: (nullable): the code under which it stands already; %NULL for a new one
 */
GPtrArray *
bv_local_title_validate (const BvLocalTitle *self, const char *old_code, BvRegimeSet *regimes);

/** Inside an act. Members of the file that this record does not know (conditions) are kept. A code that awards,
 * nominations or registrations name cannot change. */
gboolean bv_local_title_save (BvConnection *connection,
                              BvLocalTitle *self,
                              const char *old_code,
                              GError **error);
/** Refused with %BV_VALUE_ERROR_RANGE when something names it: its last day is the way then. */
gboolean bv_local_title_delete (BvConnection *connection, const char *code, GError **error);

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_local_title_save_act (BvStore *store,
                                  BvLocalTitle *self,
                                  const char *old_code,
                                  gint64 *act_id,
                                  GError **error);
gboolean
bv_local_title_delete_act (BvStore *store, const char *code, gint64 *act_id, GError **error);

G_END_DECLS
