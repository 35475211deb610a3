// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* XML read as it comes, without a tree; private to exchange/. Element and attribute names are local
 * names: the namespaces of spreadsheets differ between strict and transitional files. */

/** The attributes of the element that begins; valid inside the callback only. */
typedef struct
{
  const guint8 **values; /* five pointers each, as the parser gives them */
  int n;
} BvXmlAttributes;

/** bv_xml_attribute: the raw value, not terminated; %NULL when there is none. */
const char *bv_xml_attribute (const BvXmlAttributes *attributes, const char *name, gsize *length);
/** bv_xml_attribute_dup: (transfer full) (nullable) */
char *bv_xml_attribute_dup (const BvXmlAttributes *attributes, const char *name);
/** bv_xml_attribute_int: @fallback when there is none or it is no number. */
gint64 bv_xml_attribute_int (const BvXmlAttributes *attributes, const char *name, gint64 fallback);

typedef struct
{
  void (*start) (gpointer data, const char *name, const BvXmlAttributes *attributes);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, gsize length);
  /** Whether to stop early, asked after each chunk; (nullable) */
  gboolean (*is_done) (gpointer data);
} BvXmlHandler;

/** Fills @buffer; 0 at the end, -1 on error. */
typedef gssize (*BvXmlReadFunc) (gpointer source, guint8 *buffer, gsize size);

/**
 * bv_xml_stream_parse:
 * Returns: %FALSE with %BV_EXCHANGE_ERROR_FORMAT (a short technical text: the line and what is wrong;
 *   the caller names the file), %BV_EXCHANGE_ERROR_READ, or %G_IO_ERROR_CANCELLED. A document type
 *   declaration is refused: no spreadsheet has one.
 */
gboolean bv_xml_stream_parse (BvXmlReadFunc read,
                              gpointer source,
                              const BvXmlHandler *handler,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
