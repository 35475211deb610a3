// SPDX-License-Identifier: GPL-3.0-or-later
/* libxml2's push parser with its SAX2 interface, wrapped so that libxml2's types stay in this file.
 * Nothing is fetched, no entity is expanded: files come from strangers. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-xml-stream.h"

#include "base/bv-error.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <string.h>

#define CHUNK (64 * 1024)

typedef struct
{
  const BvXmlHandler *handler;
  gpointer data;
  xmlParserCtxtPtr context;
  gboolean has_dtd;
} Stream;

const char *
bv_xml_attribute (const BvXmlAttributes *attributes, const char *name, gsize *length)
{
  for (int i = 0; i < attributes->n; i++)
    {
      /* local name, prefix, URI, begin and end of the value */
      const guint8 **attribute = attributes->values + 5 * i;

      if (strcmp ((const char *) attribute[0], name) == 0)
        {
          *length = (gsize) (attribute[4] - attribute[3]);
          return (const char *) attribute[3];
        }
    }
  *length = 0;
  return NULL;
}

char *
bv_xml_attribute_dup (const BvXmlAttributes *attributes, const char *name)
{
  gsize length;
  const char *value = bv_xml_attribute (attributes, name, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}

gint64
bv_xml_attribute_int (const BvXmlAttributes *attributes, const char *name, gint64 fallback)
{
  g_autofree char *text = bv_xml_attribute_dup (attributes, name);
  gint64 value;

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &value, NULL)
           ? value
           : fallback;
}

static void
start_element_cb (void *user_data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  Stream *stream = user_data;
  BvXmlAttributes list = { (const guint8 **) attributes, n_attributes };

  stream->handler->start (stream->data, (const char *) name, &list);
}

static void
end_element_cb (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Stream *stream = user_data;

  stream->handler->end (stream->data, (const char *) name);
}

static void
characters_cb (void *user_data, const xmlChar *text, int length)
{
  Stream *stream = user_data;

  stream->handler->text (stream->data, (const char *) text, (gsize) length);
}

static void
internal_subset_cb (void *user_data,
                    const xmlChar *name,
                    const xmlChar *external_id,
                    const xmlChar *system_id)
{
  Stream *stream = user_data;

  stream->has_dtd = TRUE;
  xmlStopParser (stream->context);
}

/* The default would print to stderr. */
static void
silent_cb (void *user_data, xmlErrorPtr problem)
{
}

static gboolean
set_error (Stream *stream, GError **error)
{
  const xmlError *last = xmlCtxtGetLastError (stream->context);

  if (stream->has_dtd)
    g_set_error_literal (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT, "DOCTYPE");
  else if (last != NULL && last->message != NULL)
    {
      g_autofree char *message = g_strstrip (g_utf8_make_valid (last->message, -1));
      g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT, "XML %d: %s", last->line,
                   message);
    }
  else
    g_set_error_literal (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT, "XML");
  return FALSE;
}

gboolean
bv_xml_stream_parse (BvXmlReadFunc read,
                     gpointer source,
                     const BvXmlHandler *handler,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  static gsize initialised = 0;
  xmlSAXHandler sax = { 0 };
  Stream stream = { handler, data, NULL, FALSE };
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  gboolean ok = TRUE;

  if (g_once_init_enter (&initialised))
    {
      xmlInitParser ();
      g_once_init_leave (&initialised, 1);
    }
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start_element_cb;
  sax.endElementNs = end_element_cb;
  sax.characters = characters_cb;
  sax.cdataBlock = characters_cb;
  sax.ignorableWhitespace = characters_cb;
  sax.internalSubset = internal_subset_cb;
  sax.serror = silent_cb;
  stream.context = xmlCreatePushParserCtxt (&sax, &stream, NULL, 0, NULL);
  if (stream.context == NULL)
    g_error ("out of memory");
  xmlCtxtUseOptions (stream.context, XML_PARSE_NONET);

  for (;;)
    {
      gssize n = read (source, buffer, CHUNK);

      if (n < 0)
        {
          g_set_error_literal (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_READ, "read");
          ok = FALSE;
          break;
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          ok = FALSE;
          break;
        }
      if (xmlParseChunk (stream.context, (const char *) buffer, (int) n, n == 0) != 0
          || stream.has_dtd)
        {
          ok = set_error (&stream, error);
          break;
        }
      if (n == 0 || (handler->is_done != NULL && handler->is_done (data)))
        break;
    }
  if (stream.context->myDoc != NULL)
    xmlFreeDoc (stream.context->myDoc);
  xmlFreeParserCtxt (stream.context);
  return ok;
}
