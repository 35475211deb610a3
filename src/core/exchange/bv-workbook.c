// SPDX-License-Identifier: GPL-3.0-or-later
/* A file of tables, told by its content and not by its name: officers rename files. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-workbook.h"

#include "base/bv-error.h"
#include "exchange/bv-csv.h"
#include "exchange/bv-xlsx.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define MAX_FILE (512 * 1024 * 1024)

struct _BvWorkbook
{
  /* Owned */
  char *name;
  BvXlsx *xlsx; /* (nullable) */
  GBytes *text; /* of a CSV, UTF-8; (nullable) */
  /* State */
  BvEncoding encoding;
  double confidence;
  char separator;
};

static gboolean
starts_with (const guint8 *data, gsize size, const char *magic, gsize length)
{
  return size >= length && memcmp (data, magic, length) == 0;
}

/* Control characters stand in no text: what has them is a picture, a program, a database. */
static gboolean
is_text (const char *text, gsize length)
{
  gsize n = MIN (length, 1024 * 1024), n_control = 0, n_replaced = 0;

  if (memchr (text, 0, length) != NULL || g_str_has_prefix (text, "<?xml")
      || g_ascii_strncasecmp (text, "<html", 5) == 0
      || g_ascii_strncasecmp (text, "<!doctype", 9) == 0)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    n_control += (guchar) text[i] < 0x20 && strchr ("\t\n\r\f\x1a", text[i]) == NULL;
  for (const char *p = text; p < text + n && (p = strstr (p, "\xef\xbf\xbd")) != NULL; p += 3)
    n_replaced++;
  return n_control * 500 <= n && n_replaced * 50 <= n;
}

static gboolean
open_csv (BvWorkbook *self, GBytes *bytes, const BvWorkbookOptions *options, GError **error)
{
  gsize length;

  self->encoding = bv_encoding_guess (bytes, &self->confidence);
  if (options != NULL && options->has_encoding)
    {
      self->encoding = options->encoding;
      self->confidence = 1;
    }
  self->text = bv_encoding_decode (bytes, self->encoding, error);
  if (self->text == NULL)
    {
      g_prefix_error (error, "“%s”: ", self->name);
      return FALSE;
    }
  const char *text = g_bytes_get_data (self->text, &length);
  if (length == 0 || strspn (text, " \t\r\n,;|") == length)
    {
      g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT,
                   /* Translators: %s is a file. */
                   _ ("“%s” is empty."), self->name);
      return FALSE;
    }
  if (!is_text (text, length))
    {
      g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT,
                   _ ("“%s” is no table: only XLSX and CSV files can be imported."), self->name);
      return FALSE;
    }
  self->separator = options != NULL && options->separator != 0
                      ? options->separator
                      : bv_csv_guess_separator (text, length);
  return TRUE;
}

static void
set_too_big (const char *name, GError **error)
{
  g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_TOO_BIG,
               _ ("“%s” holds more than a spreadsheet can. Split it into smaller files."), name);
}

static GBytes *
load_file (const char *path, const char *name, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GStatBuf status;
  char *content;
  gsize length;

  /* A device or a pipe may never end. */
  if (g_stat (path, &status) == 0 && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode))
    {
      g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_READ,
                   _ ("“%s” is a device, not a file. Choose an XLSX or CSV file."), name);
      return NULL;
    }
  if (g_stat (path, &status) == 0 && status.st_size > MAX_FILE)
    {
      set_too_big (name, error);
      return NULL;
    }
  if (g_file_get_contents (path, &content, &length, &reason))
    return g_bytes_new_take (content, length);
  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_READ,
                 _ ("The file “%s” does not exist."), name);
  else if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_ACCES))
    g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_READ,
                 _ ("You have no permission to read “%s”."), name);
  else if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_READ,
                 _ ("“%s” is a folder. Choose an XLSX or CSV file."), name);
  else
    g_set_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_READ, _ ("“%s” cannot be opened: %s"),
                 name, reason->message);
  return NULL;
}

BvWorkbook *
bv_workbook_open (const char *path,
                  const BvWorkbookOptions *options,
                  BvProgressFunc progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (BvWorkbook) self = g_new0 (BvWorkbook, 1);
  g_autofree char *base = g_path_get_basename (path);

  self->name = g_filename_display_name (base);
  self->confidence = 1;

  g_autoptr (GBytes) bytes = load_file (path, self->name, error);
  if (bytes == NULL)
    return NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  if (starts_with (data, size, "PK\x03\x04", 4) || starts_with (data, size, "PK\x05\x06", 4))
    {
      self->xlsx = bv_xlsx_open (path, self->name, progress, user_data, cancellable, error);
      return self->xlsx != NULL ? g_steal_pointer (&self) : NULL;
    }
  if (starts_with (data, size, "\xd0\xcf\x11\xe0", 4))
    {
      g_set_error (
        error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_FORMAT,
        _ ("“%s” is an old Excel file (.xls) or protected by a password. Save it as XLSX "
           "without a password, and import that file."),
        self->name);
      return NULL;
    }
  return open_csv (self, bytes, options, error) ? g_steal_pointer (&self) : NULL;
}

void
bv_workbook_free (BvWorkbook *self)
{
  if (self == NULL)
    return;
  bv_xlsx_free (self->xlsx);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self->name);
  g_free (self);
}

const char *
bv_workbook_get_name (const BvWorkbook *self)
{
  return self->name;
}

gboolean
bv_workbook_is_csv (const BvWorkbook *self)
{
  return self->xlsx == NULL;
}

BvEncoding
bv_workbook_get_encoding (const BvWorkbook *self, double *confidence)
{
  if (confidence != NULL)
    *confidence = self->confidence;
  return self->encoding;
}

char
bv_workbook_get_separator (const BvWorkbook *self)
{
  return self->separator;
}

guint
bv_workbook_get_n_sheets (const BvWorkbook *self)
{
  return self->xlsx != NULL ? bv_xlsx_get_sheets (self->xlsx)->len : 1;
}

const char *
bv_workbook_get_sheet_name (const BvWorkbook *self, guint index)
{
  g_return_val_if_fail (index < bv_workbook_get_n_sheets (self), "");

  if (self->xlsx == NULL)
    return "";
  return ((BvXlsxSheetInfo *) bv_xlsx_get_sheets (self->xlsx)->pdata[index])->name;
}

BvSheet *
bv_workbook_read (BvWorkbook *self,
                  guint index,
                  guint max_rows,
                  BvProgressFunc progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  gsize length;

  g_return_val_if_fail (index < bv_workbook_get_n_sheets (self), NULL);

  if (self->xlsx != NULL)
    return bv_xlsx_read (self->xlsx, index, max_rows, progress, user_data, cancellable, error);
  const char *text = g_bytes_get_data (self->text, &length);
  return bv_csv_read (self->name, text, length, self->separator, max_rows, progress, user_data,
                      cancellable, error);
}
