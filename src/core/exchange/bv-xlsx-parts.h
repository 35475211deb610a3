// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/bv-sheet.h"
#include "exchange/bv-xlsx-format.h"
#include "exchange/bv-xml-stream.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The parts of an XLSX, each from a stream of its XML; private to exchange/. Where the parts lie in
 * the zip is bv-xlsx.c's business. */

typedef struct
{
  char *name;
  char *relation; /* r:id */
  gboolean is_hidden;
} BvXlsxSheetInfo;

typedef struct
{
  GPtrArray *sheets; /* (element-type BvXlsxSheetInfo) */
  gboolean is_1904;
  GHashTable *relations;  /* id → target */
  GArray *formats;        /* BvXlsxFormat of each cell style */
  GByteArray *strings;    /* shared strings, cleaned, one after another */
  GArray *string_offsets; /* guint32 */
} BvXlsxBook;

/** Empty, filled part by part by the functions below. %NULL may be freed. */
BvXlsxBook *bv_xlsx_book_new (void);
void bv_xlsx_book_free (BvXlsxBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvXlsxBook, bv_xlsx_book_free)

/* Errors as of bv_xml_stream_parse(). */
gboolean
bv_xlsx_parse_workbook (BvXlsxBook *self, BvXmlReadFunc read, gpointer source, GError **error);
gboolean
bv_xlsx_parse_relations (BvXlsxBook *self, BvXmlReadFunc read, gpointer source, GError **error);
gboolean
bv_xlsx_parse_styles (BvXlsxBook *self, BvXmlReadFunc read, gpointer source, GError **error);
gboolean bv_xlsx_parse_strings (BvXlsxBook *self,
                                BvXmlReadFunc read,
                                gpointer source,
                                GCancellable *cancellable,
                                GError **error);

/** bv_xlsx_parse_sheet: (transfer full) (nullable). @max_rows: 0: all; %BV_EXCHANGE_ERROR_TOO_BIG
 * beyond what a sheet can hold. */
BvSheet *bv_xlsx_parse_sheet (BvXlsxBook *self,
                              BvXmlReadFunc read,
                              gpointer source,
                              guint max_rows,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
