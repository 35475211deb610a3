// SPDX-License-Identifier: GPL-3.0-or-later
/* The one door to the writers: picks by format. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-document-write.h"

#include "base/bv-error.h"
#include "base/bv-file.h"
#include "documents/bv-document-block.h"

#include <glib/gi18n.h>

static gboolean
is_kind (GPtrArray *blocks, guint i, BvBlockKind kind)
{
  return i < blocks->len && ((const BvBlock *) g_ptr_array_index (blocks, i))->kind == kind;
}

/* "Kết quả cụ thể như sau:" */
static gboolean
leads_on (const BvBlock *block)
{
  g_autofree char *text = bv_runs_to_string (block->paragraph.text);

  return g_str_has_suffix (text, ":");
}

static gboolean
ends_with_total (const BvBlock *block)
{
  GPtrArray *rows = block->table.rows;

  return rows->len > 0
         && ((BvTableRowBlock *) g_ptr_array_index (rows, rows->len - 1))->kind == BV_ROW_TOTAL;
}

gboolean
bv_document_is_kept (const BvDocument *document, guint i)
{
  GPtrArray *blocks = bv_document_get_blocks (document);

  if (is_kind (blocks, i + 1, BV_BLOCK_SIGNATURE))
    return TRUE;
  if (is_kind (blocks, i, BV_BLOCK_PARAGRAPH))
    return is_kind (blocks, i + 1, BV_BLOCK_TABLE) && leads_on (g_ptr_array_index (blocks, i));
  return is_kind (blocks, i, BV_BLOCK_TABLE) && is_kind (blocks, i + 1, BV_BLOCK_PARAGRAPH)
         && (is_kind (blocks, i + 2, BV_BLOCK_SIGNATURE)
             || ends_with_total (g_ptr_array_index (blocks, i)));
}

gboolean
bv_document_format_from_path (const char *path, BvDocumentFormat *format, GError **error)
{
  static const struct
  {
    const char *ending;
    BvDocumentFormat format;
  } endings[] = {
    { ".pdf", BV_DOCUMENT_FORMAT_PDF },
    { ".odt", BV_DOCUMENT_FORMAT_ODT },
    { ".xlsx", BV_DOCUMENT_FORMAT_XLSX },
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i].ending))
      {
        *format = endings[i].format;
        return TRUE;
      }
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
               /* TRANSLATORS: %s is a file name. */
               _ ("“%s” cannot be written: the name must end in .pdf, .odt or .xlsx."), path);
  return FALSE;
}

GBytes *
bv_document_to_pdf (const BvDocument *self, GError **error)
{
  return bv_document_pdf_to_bytes (self, NULL, error);
}

GBytes *
bv_document_to_pdf_cancellable (const BvDocument *self, GCancellable *cancellable, GError **error)
{
  return bv_document_pdf_to_bytes (self, cancellable, error);
}

gboolean
bv_document_write (const BvDocument *self,
                   BvDocumentFormat format,
                   const char *path,
                   GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  switch (format)
    {
    case BV_DOCUMENT_FORMAT_ODT:
      return bv_document_odt_write (self, path, error);
    case BV_DOCUMENT_FORMAT_XLSX:
      return bv_document_xlsx_write (self, path, error);
    case BV_DOCUMENT_FORMAT_PDF:
    default:
      bytes = bv_document_pdf_to_bytes (self, NULL, error);
      return bytes && bv_file_replace (path, bytes, error);
    }
}
