// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-document.h"

G_BEGIN_DECLS

/* The writers behind bv_document_write(). Each yields or writes whole files. */

/** (transfer full) (nullable) */
GBytes *
bv_document_pdf_to_bytes (const BvDocument *document, GCancellable *cancellable, GError **error);
/** How many pages the first @n_blocks need; 0 with an error. */
guint bv_document_pdf_count_pages (const BvDocument *document,
                                   guint n_blocks,
                                   guint tightness,
                                   GError **error);
/** Into @path, whole or not at all, as the XLSX below. */
gboolean bv_document_odt_write (const BvDocument *document, const char *path, GError **error);
/** A sheet for each table; %BV_DOCUMENT_ERROR_EMPTY when there is none. */
gboolean bv_document_xlsx_write (const BvDocument *document, const char *path, GError **error);

/** bv_document_is_kept: whether the end of block @i stays on one page with the block after it: a signature never stands
 * alone, a closing line over it and the words of a sum stay with the last row of the table before, and a sentence that
 * leads to a table with its head. */
gboolean bv_document_is_kept (const BvDocument *document, guint i);

G_END_DECLS
