// SPDX-License-Identifier: GPL-3.0-or-later
/* What reading a table of 100,000 rows costs at least: a CSV whose fields are found in place, and an XLSX
 * unpacked by libgsf and walked by libxml2's reader. Prints milliseconds.
 *
 *   bare-exchange FILE.csv|FILE.xlsx */

#include <glib.h>
#include <gsf/gsf.h>
#include <libxml/xmlreader.h>
#include <string.h>

static guint64 n_fields, n_bytes;

static void
read_csv (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    g_error ("cannot read %s", path);
  for (char *p = text, *end = text + length; p < end; p++)
    {
      char *start = p, *out = p;

      if (*p == '"')
        {
          for (start = out = ++p; p < end && !(*p == '"' && p[1] != '"'); p++)
            {
              *out++ = *p;
              p += *p == '"';
            }
          p++;
        }
      else
        {
          while (p < end && *p != ',' && *p != '\n')
            p++;
          out = p;
        }
      n_fields++;
      n_bytes += (guint64) (out - start);
    }
}

static int
read_part_cb (void *context, char *buffer, int size)
{
  GsfInput *input = context;
  gsf_off_t n = MIN (gsf_input_remaining (input), size);

  return n > 0 && gsf_input_read (input, (size_t) n, (guint8 *) buffer) != NULL ? (int) n : 0;
}

static void
read_part (GsfInfile *zip, const char *first, const char *second, const char *third)
{
  GsfInput *input = gsf_infile_child_by_vname (zip, first, second, third, NULL);
  xmlTextReaderPtr reader;

  if (input == NULL)
    return;
  reader = xmlReaderForIO (read_part_cb, NULL, input, NULL, NULL, XML_PARSE_HUGE);
  while (xmlTextReaderRead (reader) == 1)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_TEXT)
      {
        n_fields++;
        n_bytes += strlen ((const char *) xmlTextReaderConstValue (reader));
      }
  xmlFreeTextReader (reader);
  g_object_unref (input);
}

static void
read_xlsx (const char *path)
{
  GsfInput *input;
  GsfInfile *zip;

  gsf_init ();
  input = gsf_input_stdio_new (path, NULL);
  zip = gsf_infile_zip_new (input, NULL);
  read_part (zip, "xl", "sharedStrings.xml", NULL);
  read_part (zip, "xl", "worksheets", "sheet1.xml");
  g_object_unref (zip);
  g_object_unref (input);
}

int
main (int argc, char *argv[])
{
  gint64 start = g_get_monotonic_time ();

  if (argc != 2)
    return 2;
  if (g_str_has_suffix (argv[1], ".csv"))
    read_csv (argv[1]);
  else
    read_xlsx (argv[1]);
  g_print ("%.1f\n", (double) (g_get_monotonic_time () - start) / 1000);
  return n_fields >= 1000000 && n_bytes > 0 ? 0 : 1;
}
