// SPDX-License-Identifier: GPL-3.0-or-later
/* The ODT of a document: a sound archive of sound XML, and LibreOffice makes the same pages of it as our
 * own PDF. */

#include "bv-test-folder.h"
#include "sample-document.h"

#include <gio/gio.h>
#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-input-memory.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <poppler.h>
#include <string.h>

static char *folder;
static char *odt;

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

static void
write_sample (void)
{
  g_autoptr (BvDocument) document = sample_document_new ();
  g_autoptr (GError) error = NULL;

  bv_document_write (document, BV_DOCUMENT_FORMAT_ODT, odt, &error);
  g_assert_no_error (error);
}

/* The first bytes are fixed, so that file(1) and browsers know the type. */
static void
test_media_type (void)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize length;

  write_sample ();
  bytes = read_file (odt);
  data = g_bytes_get_data (bytes, &length);
  g_assert_cmpuint (length, >, 100);
  g_assert_cmpmem (data, 4, "PK\003\004", 4);
  g_assert_cmpint (data[8], ==, 0); /* stored, not deflated */
  g_assert_cmpmem (data + 30, 8, "mimetype", 8);
  g_assert_cmpmem (data + 38, 39, "application/vnd.oasis.opendocument.text", 39);
}

static xmlDoc *
read_part (const char *name)
{
  g_autoptr (GBytes) bytes = read_file (odt);
  g_auto (GStrv) steps = g_strsplit (name, "/", -1);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GsfInput *input = gsf_input_memory_new (data, (gsf_off_t) length, FALSE);
  GsfInfile *archive = gsf_infile_zip_new (input, NULL);
  GsfInput *part;
  xmlDoc *xml;

  g_assert_nonnull (archive);
  part = gsf_infile_child_by_aname (archive, (const char **) steps);
  if (!part)
    g_error ("the archive has no %s", name);
  length = (gsize) gsf_input_size (part);
  xml = xmlReadMemory ((const char *) gsf_input_read (part, length, NULL), (int) length, name, NULL,
                       XML_PARSE_NONET);
  if (!xml)
    g_error ("%s is not well-formed", name);
  g_object_unref (part);
  g_object_unref (archive);
  g_object_unref (input);
  return xml;
}

static int
count (xmlDoc *xml, const char *path)
{
  xmlXPathContext *context = xmlXPathNewContext (xml);
  xmlXPathObject *found = xmlXPathEvalExpression (BAD_CAST path, context);
  int n;

  g_assert_nonnull (found);
  n = xmlXPathNodeSetGetLength (found->nodesetval);
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return n;
}

static void
test_parts (void)
{
  xmlDoc *content;
  xmlDoc *styles;
  xmlDoc *meta;
  xmlDoc *manifest;

  write_sample ();
  content = read_part ("content.xml");
  styles = read_part ("styles.xml");
  meta = read_part ("meta.xml");
  manifest = read_part ("META-INF/manifest.xml");
  /* Real headings, real tables with head rows, numbers as numbers. */
  g_assert_cmpint (count (content, "//*[local-name()='h']"), ==, 6);
  g_assert_cmpint (count (content, "//*[local-name()='table-header-rows']"), ==, 2);
  g_assert_cmpint (
    count (content, "//*[local-name()='table-cell'][@*[local-name()='value']='0.986']"), ==, 59);
  g_assert_cmpint (
    count (content, "//*[local-name()='table-cell'][@*[local-name()='value']='1234568.5']"), ==, 1);
  g_assert_cmpint (count (content, "//*[local-name()='covered-table-cell']"), ==, 3 + 1 + 4 + 2);
  g_assert_cmpint (count (content, "//*[local-name()='image']"), ==, 2);
  g_assert_cmpint (count (content, "//*[local-name()='desc'][contains(., '4/8 chỉ tiêu')]"), ==, 1);
  g_assert_cmpint (
    count (content, "//*[local-name()='style'][@*[local-name()='master-page-name']='Landscape']"),
    ==, 1);
  g_assert_cmpint (count (styles, "//*[local-name()='master-page']"), ==, 4);
  g_assert_cmpint (count (styles, "//*[local-name()='page-number']"), ==, 2);
  g_assert_cmpint (count (meta, "//*[local-name()='title'][.='Báo cáo thử <&>']"), ==, 1);
  g_assert_cmpint (count (manifest, "//*[local-name()='file-entry']"), ==, 6);
  xmlFreeDoc (content);
  xmlFreeDoc (styles);
  xmlFreeDoc (meta);
  xmlFreeDoc (manifest);
}

/* Every style that the text names is defined, in one part or the other. */
static void
test_styles (void)
{
  xmlDoc *content;
  xmlDoc *styles;
  xmlXPathContext *context;
  xmlXPathObject *names;

  write_sample ();
  content = read_part ("content.xml");
  styles = read_part ("styles.xml");
  context = xmlXPathNewContext (content);
  names = xmlXPathEvalExpression (
    BAD_CAST "//@*[local-name()='style-name' or local-name()='parent-style-name']", context);
  g_assert_cmpint (xmlXPathNodeSetGetLength (names->nodesetval), >, 100);
  for (int i = 0; i < xmlXPathNodeSetGetLength (names->nodesetval); i++)
    {
      xmlChar *name = xmlNodeGetContent (xmlXPathNodeSetItem (names->nodesetval, i));
      g_autofree char *path = g_strdup_printf (
        "//*[local-name()='style'][@*[local-name()='name' and .='%s']]", (char *) name);

      if (count (content, path) + count (styles, path) != 1)
        g_error ("the style %s is defined %d times", (char *) name,
                 count (content, path) + count (styles, path));
      xmlFree (name);
    }
  xmlXPathFreeObject (names);
  xmlXPathFreeContext (context);
  xmlFreeDoc (content);
  xmlFreeDoc (styles);
}

/* What a file from elsewhere may carry into a name does not spoil the XML. */
static void
test_foul_text (void)
{
  g_autoptr (BvDocument) document = bv_document_new ("Tên\001 lạ");
  g_autoptr (GError) error = NULL;
  BvTableBlock *table;
  xmlDoc *content;

  bv_document_add_paragraph (document, BV_PARAGRAPH_BODY, "a\001b\xff c\nd \"<&>");
  table = bv_document_add_table (document, "\002");
  bv_table_block_add_column (table, 1, BV_ALIGN_LEFT);
  bv_table_block_add_row (table, BV_ROW_BODY);
  bv_table_block_add_text (table, "ô\vtrống");
  bv_document_write (document, BV_DOCUMENT_FORMAT_ODT, odt, &error);
  g_assert_no_error (error);
  content = read_part ("content.xml");
  g_assert_cmpint (count (content, "//*[local-name()='p'][.='ab\uFFFD c d \"<&>']"), ==, 1);
  g_assert_cmpint (count (content, "//*[local-name()='p'][.='ôtrống']"), ==, 1);
  xmlFreeDoc (content);
  xmlFreeDoc (read_part ("meta.xml"));
  bv_document_write (document, BV_DOCUMENT_FORMAT_XLSX, odt, &error);
  g_assert_no_error (error);
  xmlFreeDoc (read_part ("xl/sharedStrings.xml"));
  xmlFreeDoc (read_part ("xl/workbook.xml"));
}

/* ── LibreOffice ─────────────────────────────────────────────────────────────────────────── */

/* LibreOffice with a profile of its own and the fonts of our documents alone. */
static void
convert (void)
{
  g_autofree char *config = g_build_filename (folder, "fonts.conf", NULL);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  g_autofree char *fonts = g_build_filename (g_getenv ("BV_DATA_DIR"), "fonts", NULL);
  g_autofree char *text = g_strdup_printf (
    "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><dir>%s</dir>"
    "<cachedir>%s/cache</cachedir><alias binding='same'><family>Times New Roman</family><accept>"
    "<family>Liberation Serif</family></accept></alias></fontconfig>",
    fonts, folder);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (config, text, -1, &error);
  g_assert_no_error (error);
  g_subprocess_launcher_setenv (launcher, "FONTCONFIG_FILE", config, TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", folder, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  process = g_subprocess_launcher_spawn (launcher, &error, "timeout", "90", "soffice", profile,
                                         "--headless", "--convert-to", "pdf", "--outdir", folder,
                                         odt, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static char *
normalize (const char *text)
{
  g_autoptr (GRegex) blanks = g_regex_new ("[\\s\u00a0\u200b]+", 0, 0, NULL);

  return g_regex_replace (blanks, text, -1, 0, " ", 0, NULL);
}

/* Nothing but our words may tell the two apart: the same pages begin with the same words. The chart is
 * text in our PDF and a picture in the other. */
static void
test_same_pages (void)
{
  g_autofree char *path = g_build_filename (folder, "thử.pdf", NULL);
  g_autoptr (BvDocument) document = sample_document_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) own_bytes = bv_document_to_pdf (document, &error);
  g_autoptr (GBytes) other_bytes = NULL;
  PopplerDocument *own;
  PopplerDocument *other;
  int n;

  g_assert_no_error (error);
  write_sample ();
  convert ();
  other_bytes = read_file (path);
  own = poppler_document_new_from_bytes (own_bytes, NULL, &error);
  g_assert_no_error (error);
  other = poppler_document_new_from_bytes (other_bytes, NULL, &error);
  g_assert_no_error (error);
  n = poppler_document_get_n_pages (own);
  g_assert_cmpint (poppler_document_get_n_pages (other), ==, n);
  for (int i = 0; i < n; i++)
    {
      PopplerPage *own_page = poppler_document_get_page (own, i);
      PopplerPage *other_page = poppler_document_get_page (other, i);
      g_autofree char *own_raw = poppler_page_get_text (own_page);
      g_autofree char *other_raw = poppler_page_get_text (other_page);
      g_autofree char *own_text = normalize (own_raw);
      g_autofree char *other_text = normalize (other_raw);
      double own_width;
      double other_width;

      poppler_page_get_size (own_page, &own_width, NULL);
      poppler_page_get_size (other_page, &other_width, NULL);
      g_assert_cmpfloat_with_epsilon (own_width, other_width, 1);
      own_text[MIN (strlen (own_text), 60)] = '\0';
      other_text[MIN (strlen (other_text), 60)] = '\0';
      g_assert_cmpstr (own_text, ==, other_text);
      g_object_unref (own_page);
      g_object_unref (other_page);
    }
  g_object_unref (own);
  g_object_unref (other);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("bv-odt-XXXXXX", NULL);
  odt = g_build_filename (folder, "thử.odt", NULL);
  g_test_add_func ("/document-odt/media-type", test_media_type);
  g_test_add_func ("/document-odt/parts", test_parts);
  g_test_add_func ("/document-odt/styles", test_styles);
  g_test_add_func ("/document-odt/foul-text", test_foul_text);
  g_test_add_func ("/document-odt/same-pages", test_same_pages);
  result = g_test_run ();
  bv_test_folder_remove (folder);
  g_free (odt);
  g_free (folder);
  return result;
}
