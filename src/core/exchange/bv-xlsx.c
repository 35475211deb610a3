// SPDX-License-Identifier: GPL-3.0-or-later
/* The zip around the parts of an XLSX. libgsf unpacks as it reads: no part is ever in memory whole. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-xlsx.h"

#include "base/bv-error.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <gsf/gsf.h>
#include <string.h>

/* More than any office's table; stops a zip that unpacks for ever. */
#define MAX_PART (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)

struct _BvXlsx
{
  /* Owned */
  GsfInfile *zip;
  char *name;   /* of the file */
  char *folder; /* of the workbook's part: "xl/" */
  BvXlsxBook *book;
};

typedef struct
{
  GsfInput *input;
  gsf_off_t size;
  BvProgressFunc progress;
  gpointer user_data;
} PartSource;

static gssize
read_part_cb (gpointer data, guint8 *buffer, gsize size)
{
  PartSource *source = data;
  gsf_off_t left = gsf_input_remaining (source->input);
  gsize n = (gsize) MIN (left, (gsf_off_t) size);

  if (n == 0)
    return 0;
  if (gsf_input_read (source->input, n, buffer) == NULL)
    return -1;
  if (source->progress != NULL)
    source->progress (1 - (double) (left - (gsf_off_t) n) / (double) source->size,
                      _ ("Reading the file"), source->user_data);
  return (gssize) n;
}

static gboolean
set_damaged (GError **error, const char *name, const GError *reason)
{
  if (reason != NULL && reason->domain == BV_EXCHANGE_ERROR
      && reason->code == BV_EXCHANGE_ERROR_TOO_BIG)
    g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_TOO_BIG,
                 _ ("“%s” holds more than a spreadsheet can. Split it into smaller files."), name);
  else
    {
      /* What the zip and XML readers say is English, and helps an officer nowhere. */
      g_debug ("%s is damaged: %s", name, reason != NULL ? reason->message : "zip");
      g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT,
                   /* Translators: a file. */
                   _ ("“%s” is damaged and cannot be read. Open it in a spreadsheet program, save "
                      "it again as XLSX, and import that file."),
                   name);
    }
  return FALSE;
}

/* Opens a part by its path inside the zip, with either letter case of programs that differ. */
static GsfInput *
open_part (BvXlsx *self, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  GsfInfile *folder = g_object_ref (self->zip);
  GsfInput *child = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_clear_object (&child);
      if (names[i][0] == '\0' || strcmp (names[i], ".") == 0)
        {
          child = GSF_INPUT (g_object_ref (folder));
          continue;
        }
      child = gsf_infile_child_by_name (folder, names[i]);
      for (int k = 0; child == NULL && k < gsf_infile_num_children (folder); k++)
        {
          const char *other = gsf_infile_name_by_index (folder, k);

          if (other != NULL && g_ascii_strcasecmp (other, names[i]) == 0)
            child = gsf_infile_child_by_index (folder, k);
        }
      if (child == NULL)
        break;
      if (names[i + 1] != NULL)
        {
          if (!GSF_IS_INFILE (child))
            {
              g_clear_object (&child);
              break;
            }
          g_object_unref (folder);
          folder = GSF_INFILE (g_object_ref (child));
        }
    }
  g_object_unref (folder);
  return child;
}

/* The target of a relation is relative to its workbook's folder, or absolute. */
static char *
resolve (BvXlsx *self, const char *target)
{
  if (target[0] == '/')
    return g_strdup (target + 1);
  if (g_str_has_prefix (target, "../"))
    return g_strdup (target + 3);
  return g_strconcat (self->folder, target, NULL);
}

static gboolean
begin_part (BvXlsx *self,
            const char *path,
            PartSource *source,
            BvProgressFunc progress,
            gpointer user_data,
            GError **error)
{
  source->input = open_part (self, path);
  source->progress = progress;
  source->user_data = user_data;
  if (source->input == NULL)
    {
      g_autoptr (GError)
        reason = g_error_new_literal (BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT, path);
      return set_damaged (error, self->name, reason);
    }
  source->size = MAX (1, gsf_input_size (source->input));
  if (source->size > MAX_PART)
    {
      g_autoptr (GError)
        reason = g_error_new_literal (BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_TOO_BIG, path);
      return set_damaged (error, self->name, reason);
    }
  return TRUE;
}

static gboolean
end_part (BvXlsx *self, PartSource *source, gboolean ok, GError *reason, GError **error)
{
  g_clear_object (&source->input);
  if (ok)
    return TRUE;
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  set_damaged (error, self->name, reason);
  g_clear_error (&reason);
  return FALSE;
}

typedef gboolean (*ParseFunc) (BvXlsxBook *book,
                               BvXmlReadFunc read,
                               gpointer source,
                               GError **error);

static gboolean
parse_part (BvXlsx *self, const char *path, ParseFunc parse, GError **error)
{
  PartSource source = { 0 };
  GError *reason = NULL;
  gboolean ok = begin_part (self, path, &source, NULL, NULL, error);

  if (!ok)
    {
      g_clear_object (&source.input);
      return FALSE;
    }
  ok = parse (self->book, read_part_cb, &source, &reason);
  return end_part (self, &source, ok, reason, error);
}

static gboolean
has_part (BvXlsx *self, const char *path)
{
  GsfInput *part = open_part (self, path);
  gboolean found = part != NULL;

  g_clear_object (&part);
  return found;
}

/* Where the workbook lies: nearly always xl/workbook.xml; else the first relation that says so. */
static char *
find_workbook (BvXlsx *self, GError **error)
{
  GHashTableIter iter;
  gpointer target;

  if (has_part (self, "xl/workbook.xml"))
    return g_strdup ("xl/workbook.xml");
  if (has_part (self, "content.xml"))
    {
      g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT,
                   /* Translators: a file. */
                   _ ("“%s” is an OpenDocument file. Save it as XLSX or CSV in the spreadsheet "
                      "program, and import that file."),
                   self->name);
      return NULL;
    }
  if (!has_part (self, "_rels/.rels")
      || !parse_part (self, "_rels/.rels", bv_xlsx_parse_relations, NULL))
    {
      g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT,
                   _ ("“%s” is no spreadsheet: it holds no workbook."), self->name);
      return NULL;
    }
  self->folder = g_strdup ("");
  g_hash_table_iter_init (&iter, self->book->relations);
  while (g_hash_table_iter_next (&iter, NULL, &target))
    if (strstr (target, "workbook") != NULL && g_str_has_suffix (target, ".xml"))
      {
        char *path = resolve (self, target);

        g_clear_pointer (&self->folder, g_free);
        g_hash_table_remove_all (self->book->relations);
        return path;
      }
  g_clear_pointer (&self->folder, g_free);
  g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT,
               _ ("“%s” is no spreadsheet: it holds no workbook."), self->name);
  return NULL;
}

static gboolean
read_strings (BvXlsx *self,
              BvProgressFunc progress,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *path = resolve (self, "sharedStrings.xml");
  PartSource source = { 0 };
  GError *reason = NULL;

  if (!has_part (self, path))
    return TRUE; /* a sheet of numbers, or of texts in the cells themselves */
  if (!begin_part (self, path, &source, progress, user_data, error))
    {
      g_clear_object (&source.input);
      return FALSE;
    }
  gboolean ok = bv_xlsx_parse_strings (self->book, read_part_cb, &source, cancellable, &reason);
  return end_part (self, &source, ok, reason, error);
}

/* Leaves out what is no table: sheets of charts and macros. */
static void
drop_other_sheets (BvXlsx *self)
{
  for (guint i = self->book->sheets->len; i-- > 0;)
    {
      BvXlsxSheetInfo *info = self->book->sheets->pdata[i];
      const char *target = info->relation != NULL
                             ? g_hash_table_lookup (self->book->relations, info->relation)
                             : NULL;

      if (target == NULL || strstr (target, "chartsheet") != NULL
          || strstr (target, "macrosheet") != NULL || strstr (target, "dialogsheet") != NULL)
        g_ptr_array_remove_index (self->book->sheets, i);
    }
}

static gboolean
open_book (BvXlsx *self,
           BvProgressFunc progress,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *workbook = find_workbook (self, error);

  if (workbook == NULL)
    return FALSE;
  const char *slash = strrchr (workbook, '/');
  self->folder = slash != NULL ? g_strndup (workbook, (gsize) (slash + 1 - workbook))
                               : g_strdup ("");
  g_autofree char *relations = g_strdup_printf ("%s_rels/%s.rels", self->folder,
                                                slash != NULL ? slash + 1 : workbook);
  g_autofree char *styles = resolve (self, "styles.xml");

  if (!parse_part (self, workbook, bv_xlsx_parse_workbook, error)
      || !parse_part (self, relations, bv_xlsx_parse_relations, error))
    return FALSE;
  if (has_part (self, styles) && !parse_part (self, styles, bv_xlsx_parse_styles, error))
    return FALSE;
  drop_other_sheets (self);
  if (self->book->sheets->len == 0)
    {
      g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT,
                   _ ("“%s” holds no sheet with a table."), self->name);
      return FALSE;
    }
  return read_strings (self, progress, user_data, cancellable, error);
}

BvXlsx *
bv_xlsx_open (const char *path,
              const char *name,
              BvProgressFunc progress,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  static gsize initialised = 0;
  g_autoptr (GError) reason = NULL;

  if (g_once_init_enter (&initialised))
    {
      gsf_init ();
      g_once_init_leave (&initialised, 1);
    }

  GsfInput *input = gsf_input_stdio_new (path, &reason);
  if (input == NULL)
    {
      g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_READ,
                   _ ("“%s” cannot be opened: %s"), name,
                   reason != NULL ? reason->message : g_strerror (EIO));
      return NULL;
    }
  GsfInfile *zip = gsf_infile_zip_new (input, &reason);
  g_object_unref (input);
  if (zip == NULL)
    {
      set_damaged (error, name, reason);
      return NULL;
    }
  g_autoptr (BvXlsx) self = g_new0 (BvXlsx, 1);
  self->zip = zip;
  self->name = g_strdup (name);
  self->book = bv_xlsx_book_new ();
  if (!open_book (self, progress, user_data, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bv_xlsx_free (BvXlsx *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->zip);
  bv_xlsx_book_free (self->book);
  g_free (self->name);
  g_free (self->folder);
  g_free (self);
}

GPtrArray *
bv_xlsx_get_sheets (BvXlsx *self)
{
  return self->book->sheets;
}

BvSheet *
bv_xlsx_read (BvXlsx *self,
              guint index,
              guint max_rows,
              BvProgressFunc progress,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  g_return_val_if_fail (index < self->book->sheets->len, NULL);

  BvXlsxSheetInfo *info = self->book->sheets->pdata[index];
  const char *target = g_hash_table_lookup (self->book->relations, info->relation);
  g_autofree char *path = resolve (self, target);
  PartSource source = { 0 };
  GError *reason = NULL;
  BvSheet *sheet = NULL;

  if (!begin_part (self, path, &source, progress, user_data, error))
    {
      g_clear_object (&source.input);
      return NULL;
    }
  sheet = bv_xlsx_parse_sheet (self->book, read_part_cb, &source, max_rows, cancellable, &reason);
  end_part (self, &source, sheet != NULL, reason, error);
  return sheet;
}
