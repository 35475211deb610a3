// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a number of a spreadsheet is to be read: as a date, a percentage, an identity number with its
 * leading zeros. Private to exchange/. */

typedef enum
{
  BV_XLSX_FORMAT_GENERAL,
  BV_XLSX_FORMAT_DATE,       /* day, month, year */
  BV_XLSX_FORMAT_MONTH_YEAR, /* a date of which the sheet shows month and year */
  BV_XLSX_FORMAT_YEAR,
  BV_XLSX_FORMAT_PERCENT,
  BV_XLSX_FORMAT_ZEROS, /* "000000000000": @width digits */
} BvXlsxFormatKind;

typedef struct
{
  guint8 kind;
  guint8 width;
} BvXlsxFormat;

/** bv_xlsx_format_parse: of a format code such as "dd/mm/yyyy;@" or "[$-42A]d\ mmmm\ yyyy". */
BvXlsxFormat bv_xlsx_format_parse (const char *code);
/** bv_xlsx_format_builtin: of a number format that every program knows. */
BvXlsxFormat bv_xlsx_format_builtin (guint id);

/**
 * bv_xlsx_format_value: the text an officer would type for it: "05/02/1975", "98,6%", "1234,5".
 *
 * @is_1904: whether days count from 1904, as old Macintosh files do
 * Returns: (transfer full)
 */
char *bv_xlsx_format_value (double value, BvXlsxFormat format, gboolean is_1904);

G_END_DECLS
