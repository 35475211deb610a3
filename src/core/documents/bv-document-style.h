// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-document-block.h"

G_BEGIN_DECLS

/* How a paper looks, in one place for the PDF and the ODT: Decree 30/2020/NĐ-CP, Appendix I.
 * Points, unless a name says mm. */

#define BV_STYLE_MARGIN_TOP_MM 20.0 /* 20 to 25 */
#define BV_STYLE_MARGIN_BOTTOM_MM 20.0
#define BV_STYLE_MARGIN_LEFT_MM 30.0 /* 30 to 35: the bound edge, above when the page lies across */
#define BV_STYLE_MARGIN_RIGHT_MM 15.0
#define BV_STYLE_PAGE_NUMBER_MM 12.0 /* base line, from the upper edge */

#define BV_STYLE_BODY_SIZE 14.0
#define BV_STYLE_BODY_PITCH 18.5 /* line to line; the decree: single to one and a half */
/* A paper is tightened by half a point of type at a time, from 14 to the decree's least, 13. */
#define BV_STYLE_TIGHTEST 2
#define BV_STYLE_FIRST_LINE 36.0 /* 12,7 mm */
#define BV_STYLE_PARAGRAPH_SPACE 6.0
#define BV_STYLE_LIST_INDENT 12.0 /* from the dash to the text */

#define BV_STYLE_HEAD_SIZE 13.0 /* Quốc hiệu, superior, issuer, number */
#define BV_STYLE_HEAD_PITCH 17.0
#define BV_STYLE_RULE 0.75

#define BV_STYLE_TABLE_SIZE 12.0
#define BV_STYLE_TABLE_PITCH 15.0
#define BV_STYLE_TABLE_PAD_X 3.5
#define BV_STYLE_TABLE_PAD_Y 2.5
#define BV_STYLE_TABLE_RULE 0.5
#define BV_STYLE_SIGNED_ROW 32.0 /* the least height of a row that somebody signs */

#define BV_STYLE_CHART_SIZE 8.5 /* sans: 22 indicators stand on one page */

#define BV_STYLE_RECIPIENTS_TITLE_SIZE 12.0
#define BV_STYLE_RECIPIENTS_SIZE 11.0
#define BV_STYLE_RECIPIENTS_PITCH 14.0

/** Fixed, and not translated: official papers are Vietnamese. */
#define BV_WORD_RECIPIENTS "Nơi nhận:"

/** BvTextStyle: one kind of paragraph. */
typedef struct
{
  double size;
  double pitch;
  BvRunStyle style;
  BvAlign align;
  double first_line;
  double space_before;
  gboolean keep; /* with what follows */
} BvTextStyle;

/** (transfer none): by the paragraph's role. */
const BvTextStyle *bv_text_style_of_paragraph (BvParagraphRole role);
/** (transfer none): by the heading's level, 1 to 3. */
const BvTextStyle *bv_text_style_of_heading (int level);

/** bv_text_style_fit: @style, half a point smaller and at a narrower pitch for each step of @tightness, 0 to
 * %BV_STYLE_TIGHTEST. Tables keep their size. */
BvTextStyle bv_text_style_fit (const BvTextStyle *style, guint tightness);
/** Of body text and posts at that tightness. */
double bv_style_body_size (guint tightness);
/** From line to line of it; pt. */
double bv_style_body_pitch (guint tightness);
/** bv_style_text_width: between the margins of an A4 page, upright or across; pt. */
double bv_style_text_width (gboolean is_landscape);
/** The room for a signature and seal, between the post and the name. */
double bv_style_seal_space (guint tightness);
/** Between the text and the signature. */
double bv_style_signature_space (guint tightness);

/** bv_document_bind_dates: "ngày 20 tháng 3 năm 2023" and "Ủy ban nhân dân" as one word each: under a title no line breaks
 * inside. (transfer full) */
char *bv_document_bind_dates (const char *text);

/** bv_document_bind_dashes: "kinh tế - xã hội" with the dash bound to the word before it, and "Điều 1", "tháng 3" with the
 * number bound: no line begins with either and looks like an item of a list. (transfer full) */
char *bv_document_bind_dashes (const char *text);

/** The kind line and the trích yếu of a title. */
extern const BvTextStyle bv_text_style_title;
extern const BvTextStyle bv_text_style_summary;
extern const BvTextStyle bv_text_style_title_note;
extern const BvTextStyle bv_text_style_list;

G_END_DECLS
