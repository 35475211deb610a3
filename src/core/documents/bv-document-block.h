// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/bv-chart.h"

#include <glib.h>

G_BEGIN_DECLS

/* What a BvDocument is made of, for the writers to read. Documents are built through bv-document.h. */

typedef enum
{
  BV_RUN_PLAIN = 0,
  BV_RUN_BOLD = 1 << 0,
  BV_RUN_ITALIC = 1 << 1,
} BvRunStyle;

/** BvRun: a stretch of text in one style. */
typedef struct
{
  char *text;
  BvRunStyle style;
  char *query; /* (nullable): where a number comes from, as "indicators.met" */
} BvRun;

/** BvRuns: a line or paragraph of text; a list of BvRun. */
typedef struct _BvRuns BvRuns;

struct _BvRuns
{
  GPtrArray *runs; /* (element-type BvRun) */
};

typedef enum
{
  BV_ALIGN_JUSTIFY,
  BV_ALIGN_LEFT,
  BV_ALIGN_CENTRE,
  BV_ALIGN_RIGHT,
} BvAlign;

typedef enum
{
  BV_BLOCK_LETTERHEAD,
  BV_BLOCK_TITLE,
  BV_BLOCK_HEADING,
  BV_BLOCK_PARAGRAPH,
  BV_BLOCK_LIST,
  BV_BLOCK_TABLE,
  BV_BLOCK_CHART,
  BV_BLOCK_SIGNATURE,
  BV_BLOCK_PAGE_BREAK,
  BV_BLOCK_SECTION,
} BvBlockKind;

/** BvParagraphRole: what a paragraph is for; the writers know what each looks like. */
typedef enum
{
  BV_PARAGRAPH_BODY,      /* justified, first line indented */
  BV_PARAGRAPH_BASIS,     /* căn cứ: italic, first line indented */
  BV_PARAGRAPH_ADDRESSEE, /* Kính gửi: centred */
  BV_PARAGRAPH_FORMULA,   /* QUYẾT ĐỊNH: bold, centred */
  BV_PARAGRAPH_CAPTION,   /* over a table or chart: bold, centred, kept with it */
  BV_PARAGRAPH_MEASURE,   /* Đơn vị tính: …: italic, right, kept with the table under it */
  BV_PARAGRAPH_NOTE,      /* under a table: small, italic */
} BvParagraphRole;

typedef struct
{
  char *superior; /* capitals, regular; "" for none */
  char *issuer;   /* capitals, bold, ruled */
  char *nation;
  char *motto;
  char *number;     /* "Số: 05/BC-UBND"; "" for none */
  char *place_date; /* "Mường La, ngày 05 tháng 02 năm 2024" */
} BvLetterheadBlock;

typedef struct
{
  char *kind;              /* "BÁO CÁO"; bold capitals */
  char *summary;           /* trích yếu, bold, ruled; "" for none */
  char *note;              /* "(Kèm theo Quyết định số …)", italic; "" for none */
  gboolean is_under_label; /* of an appendix: close to its label */
} BvTitleBlock;

typedef struct
{
  int level;    /* 1 to 3 */
  char *number; /* "I.", "1.", "a)"; "" for none */
  char *text;
  gboolean starts_page; /* an appendix */
} BvHeadingBlock;

typedef struct
{
  BvParagraphRole role;
  BvRuns *text;
} BvParagraphBlock;

typedef struct
{
  GPtrArray *items; /* (element-type BvRuns) */
} BvListBlock;

typedef enum
{
  BV_CELL_TEXT,
  BV_CELL_NUMBER,
  BV_CELL_PERCENT, /* value 98.6 is "98,6%" */
} BvCellKind;

typedef struct
{
  BvCellKind kind;
  BvRuns *text; /* as printed, also of a number */
  double value; /* of a number; NAN prints as an en dash */
  int decimals;
  guint column; /* of its left edge */
  guint n_columns;
  guint n_rows;
  gboolean has_align; /* @align in place of the column's */
  BvAlign align;
} BvTableCellBlock;

typedef enum
{
  BV_ROW_HEAD, /* repeated on every page */
  BV_ROW_BODY,
  BV_ROW_GROUP, /* a heading inside the table: bold, kept with the next row */
  BV_ROW_TOTAL, /* bold, kept with the row before */
} BvRowKind;

typedef struct
{
  BvRowKind kind;
  gboolean is_signed; /* high enough for a signature */
  GPtrArray *cells;   /* (element-type BvTableCellBlock); none for places covered from above */
} BvTableRowBlock;

typedef struct
{
  double weight; /* share of the width */
  BvAlign align;
} BvTableColumnBlock;

typedef struct
{
  char *name;       /* of the sheet in a workbook */
  GArray *columns;  /* (element-type BvTableColumnBlock) */
  GPtrArray *rows;  /* (element-type BvTableRowBlock) */
  guint deep_until; /* the first row that no cell from above can reach into */
} BvTableBlock;

typedef struct
{
  BvChart *chart;
  double height; /* points; 0: what it needs */
} BvChartBlock;

typedef struct
{
  char **recipients; /* under "Nơi nhận:", without dashes; (nullable) */
  char **lines;      /* "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" */
  char *hint;        /* "(Ký, họ tên)", italic; "" for none */
  char *name;        /* "" leaves room for the pen */
  char **left_lines; /* a second signer at the left, in place of the recipients; (nullable) */
  char *left_hint;
  char *left_name;
  char **middle_lines; /* a third between them, for the pen; only beside @left_lines; (nullable) */
  char *middle_hint;
} BvSignatureBlock;

typedef struct
{
  gboolean is_landscape;
} BvSectionBlock;

typedef struct
{
  BvBlockKind kind;
  union
  {
    BvLetterheadBlock letterhead;
    BvTitleBlock title;
    BvHeadingBlock heading;
    BvParagraphBlock paragraph;
    BvListBlock list;
    BvTableBlock table;
    BvChartBlock chart;
    BvSignatureBlock signature;
    BvSectionBlock section;
  };
} BvBlock;

G_END_DECLS
