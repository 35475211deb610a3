// SPDX-License-Identifier: GPL-3.0-or-later
/* The ODT writer: the parts of the archive. It is put together in memory and written in one go, so that
 * the file appears whole. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-document-odt-private.h"

#include "base/bv-error.h"
#include "base/bv-file.h"
#include "documents/bv-document-write.h"
#include "drawing/bv-fonts.h"
#include "drawing/bv-page.h"

#include <glib/gi18n.h>
#include <gsf/gsf-outfile-zip.h>
#include <gsf/gsf-output-memory.h>

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

static void
picture_free (gpointer data)
{
  BvOdtPicture *picture = data;

  g_bytes_unref (picture->svg);
  g_bytes_unref (picture->png);
  g_free (picture);
}

static gboolean
add_part (GsfOutfile *archive,
          const char *name,
          gconstpointer data,
          gsize length,
          gboolean is_stored)
{
  GsfOutput *part = gsf_outfile_new_child_full (
    archive, name, FALSE, "compression-level", is_stored ? GSF_ZIP_STORED : GSF_ZIP_DEFLATED, NULL);
  gboolean is_whole = part && gsf_output_write (part, length, data) && gsf_output_close (part);

  g_clear_object (&part);
  return is_whole;
}

static gboolean
add_text (GsfOutfile *archive, const char *name, xmlBuffer *text)
{
  return add_part (archive, name, xmlBufferContent (text), (gsize) xmlBufferLength (text), FALSE);
}

static xmlTextWriter *
start_document (xmlBuffer *buffer)
{
  xmlTextWriter *xml = xmlNewTextWriterMemory (buffer, 0);

  xmlTextWriterStartDocument (xml, NULL, "UTF-8", NULL);
  return xml;
}

static void
end_document (xmlTextWriter *xml)
{
  xmlTextWriterEndDocument (xml);
  xmlFreeTextWriter (xml);
}

static void
write_meta (const BvDocument *document, xmlBuffer *buffer)
{
  xmlTextWriter *xml = start_document (buffer);
  const struct
  {
    const char *name;
    const char *value;
  } values[] = {
    { "dc:title", bv_document_get_title (document) },
    { "meta:initial-creator", bv_document_get_author (document) },
    { "dc:creator", bv_document_get_author (document) },
    { "meta:creation-date", bv_document_get_date (document) },
    { "dc:date", bv_document_get_date (document) },
    { "dc:language", "vi" },
    { "meta:generator", "Bảng Vàng" },
  };

  bv_odt_start (xml, "office:document-meta");
  bv_odt_write_namespaces (xml);
  bv_odt_start (xml, "office:meta");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      bv_odt_start (xml, values[i].name);
      xmlTextWriterWriteString (xml, BAD_CAST values[i].value);
      bv_odt_end (xml);
    }
  bv_odt_end (xml);
  bv_odt_end (xml);
  end_document (xml);
}

static void
write_manifest_entry (xmlTextWriter *xml, const char *path, const char *type)
{
  bv_odt_start (xml, "manifest:file-entry");
  bv_odt_attribute (xml, "manifest:full-path", path);
  bv_odt_attribute (xml, "manifest:media-type", type);
  bv_odt_end (xml);
}

static void
write_manifest (guint n_pictures, xmlBuffer *buffer)
{
  xmlTextWriter *xml = start_document (buffer);

  bv_odt_start (xml, "manifest:manifest");
  bv_odt_attribute (xml, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
  bv_odt_attribute (xml, "manifest:version", "1.3");
  write_manifest_entry (xml, "/", MEDIA_TYPE);
  write_manifest_entry (xml, "content.xml", "text/xml");
  write_manifest_entry (xml, "styles.xml", "text/xml");
  write_manifest_entry (xml, "meta.xml", "text/xml");
  for (guint i = 1; i <= n_pictures; i++)
    {
      g_autofree char *svg = g_strdup_printf ("Pictures/chart%u.svg", i);
      g_autofree char *png = g_strdup_printf ("Pictures/chart%u.png", i);

      write_manifest_entry (xml, svg, "image/svg+xml");
      write_manifest_entry (xml, png, "image/png");
    }
  bv_odt_end (xml);
  end_document (xml);
}

/* content.xml names its automatic styles before the text that uses them, so the two are written side
 * by side and then joined. */
static gboolean
write_content (BvOdt *self, xmlBuffer *buffer, GError **error)
{
  xmlBuffer *body = xmlBufferCreate ();
  xmlBuffer *styles = xmlBufferCreate ();
  gboolean is_written;

  self->body = xmlNewTextWriterMemory (body, 0);
  self->styles = xmlNewTextWriterMemory (styles, 0);
  is_written = bv_odt_write_blocks (self, error);
  xmlTextWriterFlush (self->body);
  xmlTextWriterFlush (self->styles);
  xmlFreeTextWriter (self->body);
  xmlFreeTextWriter (self->styles);
  if (is_written)
    {
      xmlTextWriter *xml = start_document (buffer);

      bv_odt_start (xml, "office:document-content");
      bv_odt_write_namespaces (xml);
      bv_odt_start (xml, "office:automatic-styles");
      xmlTextWriterWriteRaw (xml, xmlBufferContent (styles));
      bv_odt_end (xml);
      bv_odt_start (xml, "office:body");
      bv_odt_start (xml, "office:text");
      xmlTextWriterWriteRaw (xml, xmlBufferContent (body));
      bv_odt_end (xml);
      bv_odt_end (xml);
      bv_odt_end (xml);
      end_document (xml);
    }
  xmlBufferFree (body);
  xmlBufferFree (styles);
  return is_written;
}

static gboolean
add_parts (BvOdt *self, GsfOutfile *archive, xmlBuffer *content)
{
  xmlBuffer *styles = xmlBufferCreate ();
  xmlBuffer *meta = xmlBufferCreate ();
  xmlBuffer *manifest = xmlBufferCreate ();
  xmlTextWriter *xml = start_document (styles);
  gboolean is_whole;

  bv_odt_write_styles (self, xml);
  end_document (xml);
  write_meta (self->document, meta);
  write_manifest (self->pictures->len, manifest);
  /* The media type comes first and uncompressed, so that it stands at a fixed place in the file. */
  is_whole = add_part (archive, "mimetype", MEDIA_TYPE, strlen (MEDIA_TYPE), TRUE)
             && add_text (archive, "content.xml", content)
             && add_text (archive, "styles.xml", styles) && add_text (archive, "meta.xml", meta);
  for (guint i = 0; i < self->pictures->len && is_whole; i++)
    {
      const BvOdtPicture *picture = g_ptr_array_index (self->pictures, i);
      g_autofree char *svg = g_strdup_printf ("Pictures/chart%u.svg", i + 1);
      g_autofree char *png = g_strdup_printf ("Pictures/chart%u.png", i + 1);

      is_whole = add_part (archive, svg, g_bytes_get_data (picture->svg, NULL),
                           g_bytes_get_size (picture->svg), FALSE)
                 && add_part (archive, png, g_bytes_get_data (picture->png, NULL),
                              g_bytes_get_size (picture->png), TRUE);
    }
  is_whole = is_whole && add_text (archive, "META-INF/manifest.xml", manifest)
             && gsf_output_close (GSF_OUTPUT (archive));
  xmlBufferFree (styles);
  xmlBufferFree (meta);
  xmlBufferFree (manifest);
  return is_whole;
}

gboolean
bv_document_odt_write (const BvDocument *document, const char *path, GError **error)
{
  g_autoptr (GObject) context = NULL;
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (picture_free);
  g_autoptr (GBytes) bytes = NULL;
  BvOdt self = { .document = document,
                 .pictures = pictures,
                 .tightness = bv_document_get_tightness (document) };
  xmlBuffer *content;
  gboolean is_written;

  self.context = bv_fonts_create_context (error);
  if (!self.context)
    return FALSE;
  context = G_OBJECT (self.context);
  bv_paper_get_size (BV_PAPER_A4, FALSE, &self.width, &self.height);
  self.width -= BV_MM_TO_PT (BV_STYLE_MARGIN_LEFT_MM + BV_STYLE_MARGIN_RIGHT_MM);
  self.height -= BV_MM_TO_PT (BV_STYLE_MARGIN_TOP_MM + BV_STYLE_MARGIN_BOTTOM_MM);
  content = xmlBufferCreate ();
  is_written = write_content (&self, content, error);
  if (is_written)
    {
      GsfOutput *memory = gsf_output_memory_new ();
      GsfOutfile *archive = gsf_outfile_zip_new (memory, NULL);

      is_written = add_parts (&self, archive, content);
      if (is_written)
        bytes = g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (memory)),
                             (gsize) gsf_output_size (memory));
      g_object_unref (archive);
      g_object_unref (memory);
      if (!is_written)
        g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_WRITE,
                     /* TRANSLATORS: %s is the title of a document. */
                     _ ("“%s” could not be put into an ODT file."),
                     bv_document_get_title (document));
    }
  xmlBufferFree (content);
  if (!is_written)
    return FALSE;
  return bv_file_replace (path, bytes, error);
}
