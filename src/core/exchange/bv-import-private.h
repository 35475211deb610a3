// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/bv-import-pass.h"
#include "exchange/bv-workbook.h"
#include "store/bv-store.h"

G_BEGIN_DECLS

/* The object of an import, shared by bv-import.c (file, header, options) and bv-import-plan.c (check and
 * commit). */

struct _BvImport
{
  GObject parent_instance;

  /* Owned */
  BvStore *store;
  char *path;
  BvWorkbook *workbook; /* (nullable) */
  BvSheet *sheet;       /* (nullable) */
  BvImportHeader *header;
  const BvImportField **fields; /* of each column */
  GHashTable *remembered;       /* folded header → field's code, "" for "not imported" */
  GHashTable *unit_choices;     /* key → gint64 * */
  BvImportPass *plan;           /* of the last check, (nullable) */
  GPtrArray *units;             /* (element-type BvImportUnit), of the plan */
  BvImportFinding finding;      /* what bv_import_get_finding() gave last */

  /* State */
  BvImportTarget target;
  guint sheet_index;
  BvImportSettings settings;
  BvProgressFunc progress;
  gpointer progress_data;
};

/** Forgets the plan: something before it changed. */
void bv_import_drop_plan (BvImport *self);
/** Points the settings at what is loaded. */
const BvImportSettings *bv_import_get_settings (BvImport *self);

G_END_DECLS
