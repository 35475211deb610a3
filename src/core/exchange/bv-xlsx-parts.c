// SPDX-License-Identifier: GPL-3.0-or-later
/* The parts of an XLSX. What files of strangers say is believed only within bounds: indexes are
 * checked, rows must rise, texts and merges have limits. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-xlsx-parts.h"

#include "base/bv-error.h"
#include "base/bv-text.h"

#include <string.h>

#define MAX_COLUMNS 1024
#define MAX_ROWS 1048576
#define MAX_TEXT (1024u * 1024 * 1024)

static void
sheet_info_free (gpointer data)
{
  BvXlsxSheetInfo *info = data;

  g_free (info->name);
  g_free (info->relation);
  g_free (info);
}

BvXlsxBook *
bv_xlsx_book_new (void)
{
  BvXlsxBook *self = g_new0 (BvXlsxBook, 1);

  self->sheets = g_ptr_array_new_with_free_func (sheet_info_free);
  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->formats = g_array_new (FALSE, TRUE, sizeof (BvXlsxFormat));
  self->strings = g_byte_array_new ();
  self->string_offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
bv_xlsx_book_free (BvXlsxBook *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sheets);
  g_hash_table_unref (self->relations);
  g_array_unref (self->formats);
  g_byte_array_unref (self->strings);
  g_array_unref (self->string_offsets);
  g_free (self);
}

static void
ignore_end_cb (gpointer data, const char *name)
{
}

static void
ignore_text_cb (gpointer data, const char *text, gsize length)
{
}

/* ── Workbook and relations ──────────────────────────────────────────────────────────────── */

static void
workbook_start_cb (gpointer data, const char *name, const BvXmlAttributes *attributes)
{
  BvXlsxBook *self = data;

  if (strcmp (name, "workbookPr") == 0)
    {
      g_autofree char *value = bv_xml_attribute_dup (attributes, "date1904");
      self->is_1904 = value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
    }
  else if (strcmp (name, "sheet") == 0 && self->sheets->len < 1000)
    {
      BvXlsxSheetInfo *info = g_new0 (BvXlsxSheetInfo, 1);
      g_autofree char *title = bv_xml_attribute_dup (attributes, "name");
      g_autofree char *state = bv_xml_attribute_dup (attributes, "state");

      info->name = bv_text_clean (title);
      info->relation = bv_xml_attribute_dup (attributes, "id");
      info->is_hidden = state != NULL && strcmp (state, "visible") != 0;
      g_ptr_array_add (self->sheets, info);
    }
}

gboolean
bv_xlsx_parse_workbook (BvXlsxBook *self, BvXmlReadFunc read, gpointer source, GError **error)
{
  static const BvXmlHandler handler = { workbook_start_cb, ignore_end_cb, ignore_text_cb, NULL };

  return bv_xml_stream_parse (read, source, &handler, self, NULL, error);
}

static void
relations_start_cb (gpointer data, const char *name, const BvXmlAttributes *attributes)
{
  BvXlsxBook *self = data;
  char *id, *target;

  if (strcmp (name, "Relationship") != 0)
    return;
  id = bv_xml_attribute_dup (attributes, "Id");
  target = bv_xml_attribute_dup (attributes, "Target");
  if (id != NULL && target != NULL)
    g_hash_table_replace (self->relations, id, target);
  else
    {
      g_free (id);
      g_free (target);
    }
}

gboolean
bv_xlsx_parse_relations (BvXlsxBook *self, BvXmlReadFunc read, gpointer source, GError **error)
{
  static const BvXmlHandler handler = { relations_start_cb, ignore_end_cb, ignore_text_cb, NULL };

  return bv_xml_stream_parse (read, source, &handler, self, NULL, error);
}

/* ── Styles ──────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvXlsxBook *book;
  GHashTable *codes; /* id → BvXlsxFormat packed in a pointer, plus one */
  gboolean in_cell_formats;
} StylesReader;

static void
styles_start_cb (gpointer data, const char *name, const BvXmlAttributes *attributes)
{
  StylesReader *reader = data;

  if (strcmp (name, "numFmt") == 0)
    {
      g_autofree char *code = bv_xml_attribute_dup (attributes, "formatCode");
      gint64 id = bv_xml_attribute_int (attributes, "numFmtId", -1);

      if (code == NULL || id < 0)
        return;
      BvXlsxFormat format = bv_xlsx_format_parse (code);
      g_hash_table_insert (reader->codes, GINT_TO_POINTER ((int) id),
                           GUINT_TO_POINTER (1u + format.kind + 256u * format.width));
    }
  else if (strcmp (name, "cellXfs") == 0)
    reader->in_cell_formats = TRUE;
  else if (strcmp (name, "xf") == 0 && reader->in_cell_formats
           && reader->book->formats->len < 100000)
    {
      gint64 id = bv_xml_attribute_int (attributes, "numFmtId", 0);
      guint packed = GPOINTER_TO_UINT (
        g_hash_table_lookup (reader->codes, GINT_TO_POINTER ((int) id)));
      BvXlsxFormat format = bv_xlsx_format_builtin ((guint) id);

      if (packed != 0)
        format = (BvXlsxFormat){ (guint8) ((packed - 1) % 256), (guint8) ((packed - 1) / 256) };
      g_array_append_val (reader->book->formats, format);
    }
}

static void
styles_end_cb (gpointer data, const char *name)
{
  StylesReader *reader = data;

  if (strcmp (name, "cellXfs") == 0)
    reader->in_cell_formats = FALSE;
}

gboolean
bv_xlsx_parse_styles (BvXlsxBook *self, BvXmlReadFunc read, gpointer source, GError **error)
{
  static const BvXmlHandler handler = { styles_start_cb, styles_end_cb, ignore_text_cb, NULL };
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  StylesReader reader = { self, codes, FALSE };

  return bv_xml_stream_parse (read, source, &handler, &reader, NULL, error);
}

/* ── Shared strings ──────────────────────────────────────────────────────────────────────── */

/* "_x000A_" stands for a character that XML cannot hold; in cells only ends of lines are met. */
static char *
clean_text (GString *text)
{
  char *p;

  while ((p = strstr (text->str, "_x000")) != NULL && strlen (p) >= 7 && p[6] == '_')
    {
      gssize at = p - text->str;

      g_string_erase (text, at, 7);
      g_string_insert_c (text, at, ' ');
    }
  return bv_text_clean (text->str);
}

typedef struct
{
  BvXlsxBook *book;
  GString *text;
  gboolean in_text;
  guint in_phonetic;
  gboolean too_big;
} StringsReader;

static void
strings_start_cb (gpointer data, const char *name, const BvXmlAttributes *attributes)
{
  StringsReader *reader = data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (reader->text, 0);
  else if (strcmp (name, "rPh") == 0)
    reader->in_phonetic++;
  else if (strcmp (name, "t") == 0)
    reader->in_text = reader->in_phonetic == 0;
}

static void
strings_end_cb (gpointer data, const char *name)
{
  StringsReader *reader = data;

  if (strcmp (name, "t") == 0)
    reader->in_text = FALSE;
  else if (strcmp (name, "rPh") == 0 && reader->in_phonetic > 0)
    reader->in_phonetic--;
  else if (strcmp (name, "si") == 0)
    {
      guint32 offset = reader->book->strings->len;
      g_autofree char *clean = clean_text (reader->text);

      if (offset > MAX_TEXT)
        {
          reader->too_big = TRUE;
          return;
        }
      g_array_append_val (reader->book->string_offsets, offset);
      g_byte_array_append (reader->book->strings, (const guint8 *) clean,
                           (guint) strlen (clean) + 1);
    }
}

static void
strings_text_cb (gpointer data, const char *text, gsize length)
{
  StringsReader *reader = data;

  if (reader->in_text)
    g_string_append_len (reader->text, text, (gssize) length);
}

static gboolean
strings_done_cb (gpointer data)
{
  return ((StringsReader *) data)->too_big;
}

gboolean
bv_xlsx_parse_strings (BvXlsxBook *self,
                       BvXmlReadFunc read,
                       gpointer source,
                       GCancellable *cancellable,
                       GError **error)
{
  static const BvXmlHandler handler = { strings_start_cb, strings_end_cb, strings_text_cb,
                                        strings_done_cb };
  g_autoptr (GString) text = g_string_new (NULL);
  StringsReader reader = { .book = self, .text = text };

  if (!bv_xml_stream_parse (read, source, &handler, &reader, cancellable, error))
    return FALSE;
  if (reader.too_big)
    {
      g_set_error_literal (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_TOO_BIG, "sharedStrings");
      return FALSE;
    }
  return TRUE;
}

/* ── A sheet ─────────────────────────────────────────────────────────────────────────────── */

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT, /* of a formula or inline */
  CELL_BOOLEAN,
  CELL_ISO_DATE,
} CellType;

typedef struct
{
  BvXlsxBook *book;
  BvSheet *sheet;
  guint max_rows;
  guint32 *stored; /* of each shared string: its offset in the sheet, 0 while not stored */
  GString *text;
  guint column_styles[MAX_COLUMNS]; /* for cells that name none, as Gnumeric writes them */
  /* State */
  guint row, last_row, column;
  CellType type;
  guint style;
  gboolean in_value;
  guint in_phonetic;
  gboolean is_done, too_big;
} SheetReader;

/* "AB12": the column from 0; the row from 1 in @row. */
static gboolean
parse_reference (const char *text, gsize length, guint *column, guint *row)
{
  gsize i = 0;

  *column = 0;
  *row = 0;
  for (; i < length && g_ascii_isalpha (text[i]) && i < 4; i++)
    *column = *column * 26 + (guint) (g_ascii_toupper (text[i]) - 'A' + 1);
  if (i == 0 || *column > 16384)
    return FALSE;
  for (; i < length && g_ascii_isdigit (text[i]) && *row <= MAX_ROWS; i++)
    *row = *row * 10 + (guint) (text[i] - '0');
  (*column)--;
  return i == length && *row >= 1 && *row <= MAX_ROWS;
}

static void
start_row (SheetReader *reader, const BvXmlAttributes *attributes)
{
  gint64 number = bv_xml_attribute_int (attributes, "r", (gint64) reader->row + 1);

  /* Numbers must rise; a file in which they do not is read in its own order. */
  reader->row = number > reader->last_row && number <= MAX_ROWS ? (guint) number
                                                                : reader->last_row + 1;
  if (reader->row > MAX_ROWS)
    {
      reader->too_big = reader->is_done = TRUE;
      return;
    }
  if (reader->max_rows != 0 && bv_sheet_get_n_rows (reader->sheet) > reader->max_rows)
    reader->is_done = TRUE;
  reader->last_row = reader->row;
  reader->column = G_MAXUINT;
  bv_sheet_begin_row (reader->sheet, reader->row);
}

static void
start_cell (SheetReader *reader, const BvXmlAttributes *attributes)
{
  guint previous = reader->column;
  guint column, row;
  gsize length;
  const char *value = bv_xml_attribute (attributes, "r", &length);

  if (value != NULL && parse_reference (value, length, &column, &row)
      && (previous == G_MAXUINT || column > previous))
    reader->column = column;
  else
    reader->column = previous + 1;
  value = bv_xml_attribute (attributes, "s", &length);
  reader->style = value == NULL && reader->column < MAX_COLUMNS
                    ? reader->column_styles[reader->column]
                    : 0;
  for (gsize i = 0; value != NULL && i < length && i < 8 && g_ascii_isdigit (value[i]); i++)
    reader->style = reader->style * 10 + (guint) (value[i] - '0');
  value = bv_xml_attribute (attributes, "t", &length);
  reader->type = CELL_NUMBER;
  if (value != NULL && length == 1)
    reader->type = *value == 's'   ? CELL_SHARED
                   : *value == 'b' ? CELL_BOOLEAN
                   : *value == 'd' ? CELL_ISO_DATE
                   : *value == 'e' ? CELL_TEXT
                                   : CELL_NUMBER;
  else if (value != NULL && length > 1)
    reader->type = CELL_TEXT; /* "str", "inlineStr" */
  g_string_truncate (reader->text, 0);
}

static void
add_shared (SheetReader *reader)
{
  guint64 index;

  if (!g_ascii_string_to_unsigned (g_strstrip (reader->text->str), 10, 0, G_MAXUINT32, &index, NULL)
      || index >= reader->book->string_offsets->len)
    return;
  if (reader->stored[index] == 0)
    {
      guint32 offset = g_array_index (reader->book->string_offsets, guint32, index);

      reader->stored[index] = bv_sheet_store_text (
        reader->sheet, (const char *) reader->book->strings->data + offset);
    }
  bv_sheet_add_stored (reader->sheet, reader->column, reader->stored[index]);
}

static void
end_cell (SheetReader *reader)
{
  g_autofree char *text = NULL;
  BvXlsxFormat format = { BV_XLSX_FORMAT_GENERAL, 0 };
  char *end;

  if (reader->text->len == 0 || reader->column >= MAX_COLUMNS)
    return;
  switch (reader->type)
    {
    case CELL_SHARED:
      add_shared (reader);
      return;
    case CELL_NUMBER:
      {
        double value = g_ascii_strtod (reader->text->str, &end);

        if (*g_strchug (end) != '\0')
          break;
        if (reader->style < reader->book->formats->len)
          format = g_array_index (reader->book->formats, BvXlsxFormat, reader->style);
        text = bv_xlsx_format_value (value, format, reader->book->is_1904);
      }
      break;
    case CELL_BOOLEAN:
      text = g_strdup (reader->text->str[0] == '1' ? "TRUE" : "FALSE");
      break;
    case CELL_ISO_DATE:
    case CELL_TEXT:
    default:
      break;
    }
  if (text == NULL)
    text = clean_text (reader->text);
  bv_sheet_add_text (reader->sheet, reader->column, text);
  if (bv_sheet_get_size (reader->sheet) > MAX_TEXT)
    reader->too_big = reader->is_done = TRUE;
}

static void
add_column_style (SheetReader *reader, const BvXmlAttributes *attributes)
{
  gint64 first = bv_xml_attribute_int (attributes, "min", 0);
  gint64 last = bv_xml_attribute_int (attributes, "max", 0);
  gint64 style = bv_xml_attribute_int (attributes, "style", 0);

  for (gint64 column = MAX (first, 1); column <= MIN (last, MAX_COLUMNS); column++)
    reader->column_styles[column - 1] = (guint) style;
}

static void
add_merge (SheetReader *reader, const BvXmlAttributes *attributes)
{
  gsize length;
  const char *value = bv_xml_attribute (attributes, "ref", &length);
  const char *colon = value != NULL ? memchr (value, ':', length) : NULL;
  guint first_column, first_row, last_column, last_row;

  if (colon != NULL && parse_reference (value, (gsize) (colon - value), &first_column, &first_row)
      && parse_reference (colon + 1, length - (gsize) (colon - value) - 1, &last_column, &last_row))
    bv_sheet_add_merge (reader->sheet, first_row, first_column, last_row, last_column);
}

static void
sheet_start_cb (gpointer data, const char *name, const BvXmlAttributes *attributes)
{
  SheetReader *reader = data;

  if (reader->is_done)
    return;
  if (name[0] == 'c' && name[1] == '\0')
    start_cell (reader, attributes);
  else if ((name[0] == 'v' || name[0] == 't') && name[1] == '\0')
    reader->in_value = reader->in_phonetic == 0;
  else if (strcmp (name, "row") == 0)
    start_row (reader, attributes);
  else if (strcmp (name, "rPh") == 0)
    reader->in_phonetic++;
  else if (strcmp (name, "mergeCell") == 0)
    add_merge (reader, attributes);
  else if (strcmp (name, "col") == 0)
    add_column_style (reader, attributes);
}

static void
sheet_end_cb (gpointer data, const char *name)
{
  SheetReader *reader = data;

  if (reader->is_done)
    return;
  if (name[0] == 'c' && name[1] == '\0')
    end_cell (reader);
  else if ((name[0] == 'v' || name[0] == 't') && name[1] == '\0')
    reader->in_value = FALSE;
  else if (strcmp (name, "rPh") == 0 && reader->in_phonetic > 0)
    reader->in_phonetic--;
}

static void
sheet_text_cb (gpointer data, const char *text, gsize length)
{
  SheetReader *reader = data;

  if (reader->in_value && !reader->is_done)
    g_string_append_len (reader->text, text, (gssize) length);
}

static gboolean
sheet_done_cb (gpointer data)
{
  return ((SheetReader *) data)->is_done;
}

BvSheet *
bv_xlsx_parse_sheet (BvXlsxBook *self,
                     BvXmlReadFunc read,
                     gpointer source,
                     guint max_rows,
                     GCancellable *cancellable,
                     GError **error)
{
  static const BvXmlHandler handler = { sheet_start_cb, sheet_end_cb, sheet_text_cb,
                                        sheet_done_cb };
  g_autoptr (BvSheet) sheet = bv_sheet_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree guint32 *stored = g_new0 (guint32, self->string_offsets->len);
  SheetReader reader = {
    .book = self, .sheet = sheet, .max_rows = max_rows, .stored = stored, .text = text
  };

  if (!bv_xml_stream_parse (read, source, &handler, &reader, cancellable, error))
    return NULL;
  if (reader.too_big)
    {
      g_set_error_literal (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_TOO_BIG, "sheet");
      return NULL;
    }
  bv_sheet_finish (sheet);
  return g_steal_pointer (&sheet);
}
