// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/bv-xlsx-parts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* An XLSX as a zip of parts, read through libgsf; private to exchange/. */

typedef struct _BvXlsx BvXlsx;

/** @name: of the file, for messages. */
BvXlsx *bv_xlsx_open (const char *path,
                      const char *name,
                      BvProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error);
void bv_xlsx_free (BvXlsx *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvXlsx, bv_xlsx_free)

/** (element-type BvXlsxSheetInfo) (transfer none): tables only, no charts. */
GPtrArray *bv_xlsx_get_sheets (BvXlsx *self);
BvSheet *bv_xlsx_read (BvXlsx *self,
                       guint index,
                       guint max_rows,
                       BvProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error);

G_END_DECLS
