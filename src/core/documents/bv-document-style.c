// SPDX-License-Identifier: GPL-3.0-or-later
/* The looks of paragraphs as values. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-document-style.h"

#include "drawing/bv-page.h"

static const BvTextStyle paragraphs[] = {
  [BV_PARAGRAPH_BODY] = { BV_STYLE_BODY_SIZE, BV_STYLE_BODY_PITCH, BV_RUN_PLAIN, BV_ALIGN_JUSTIFY,
                          BV_STYLE_FIRST_LINE, BV_STYLE_PARAGRAPH_SPACE, FALSE },
  [BV_PARAGRAPH_BASIS] = { BV_STYLE_BODY_SIZE, BV_STYLE_BODY_PITCH, BV_RUN_ITALIC, BV_ALIGN_JUSTIFY,
                           BV_STYLE_FIRST_LINE, BV_STYLE_PARAGRAPH_SPACE, FALSE },
  [BV_PARAGRAPH_ADDRESSEE] = { BV_STYLE_BODY_SIZE, BV_STYLE_BODY_PITCH, BV_RUN_PLAIN,
                               BV_ALIGN_CENTRE, 0, 12, FALSE },
  [BV_PARAGRAPH_FORMULA] = { BV_STYLE_BODY_SIZE, BV_STYLE_BODY_PITCH, BV_RUN_BOLD, BV_ALIGN_CENTRE,
                             0, 12, TRUE },
  [BV_PARAGRAPH_CAPTION] = { 13, 17, BV_RUN_BOLD, BV_ALIGN_CENTRE, 0, 12, TRUE },
  [BV_PARAGRAPH_MEASURE] = { 12, 15, BV_RUN_ITALIC, BV_ALIGN_RIGHT, 0, 3, TRUE },
  [BV_PARAGRAPH_NOTE] = { 12, 15, BV_RUN_ITALIC, BV_ALIGN_JUSTIFY, 0, 4, FALSE },
};

static const BvTextStyle headings[] = {
  { BV_STYLE_BODY_SIZE, BV_STYLE_BODY_PITCH, BV_RUN_BOLD, BV_ALIGN_LEFT, BV_STYLE_FIRST_LINE, 12,
    TRUE },
  { BV_STYLE_BODY_SIZE, BV_STYLE_BODY_PITCH, BV_RUN_BOLD, BV_ALIGN_LEFT, BV_STYLE_FIRST_LINE, 8,
    TRUE },
  { BV_STYLE_BODY_SIZE, BV_STYLE_BODY_PITCH, BV_RUN_BOLD | BV_RUN_ITALIC, BV_ALIGN_LEFT,
    BV_STYLE_FIRST_LINE, 6, TRUE },
};

const BvTextStyle bv_text_style_title = {
  BV_STYLE_BODY_SIZE, BV_STYLE_BODY_PITCH, BV_RUN_BOLD, BV_ALIGN_CENTRE, 0, 20, TRUE
};
const BvTextStyle bv_text_style_summary = {
  BV_STYLE_BODY_SIZE, BV_STYLE_BODY_PITCH, BV_RUN_BOLD, BV_ALIGN_CENTRE, 0, 0, TRUE
};
const BvTextStyle bv_text_style_title_note = {
  BV_STYLE_BODY_SIZE, BV_STYLE_BODY_PITCH, BV_RUN_ITALIC, BV_ALIGN_CENTRE, 0, 0, TRUE
};
const BvTextStyle bv_text_style_list = { BV_STYLE_BODY_SIZE,
                                         BV_STYLE_BODY_PITCH,
                                         BV_RUN_PLAIN,
                                         BV_ALIGN_JUSTIFY,
                                         BV_STYLE_FIRST_LINE,
                                         3,
                                         FALSE };

const BvTextStyle *
bv_text_style_of_paragraph (BvParagraphRole role)
{
  return &paragraphs[role];
}

const BvTextStyle *
bv_text_style_of_heading (int level)
{
  return &headings[CLAMP (level, 1, 3) - 1];
}

/* By tightness; the last pitch is a little over single. */
static const struct
{
  double size;
  double pitch;
  double seal;
  double signature;
  double
    space; /* the share that stays of what is more than the decree's least between paragraphs */
} steps[BV_STYLE_TIGHTEST + 1] = {
  { BV_STYLE_BODY_SIZE, BV_STYLE_BODY_PITCH, 78, 16, 1 },
  { 13.5, 17, 73, 13.5, 0.75 },
  { 13, 15.5, 68, 11, 0.5 },
};

BvTextStyle
bv_text_style_fit (const BvTextStyle *style, guint tightness)
{
  BvTextStyle fit = *style;

  fit.size = MIN (fit.size, bv_style_body_size (tightness));
  fit.pitch = MIN (fit.pitch, bv_style_body_pitch (tightness));
  if (fit.space_before > BV_STYLE_PARAGRAPH_SPACE)
    fit.space_before = BV_STYLE_PARAGRAPH_SPACE
                       + (fit.space_before - BV_STYLE_PARAGRAPH_SPACE)
                           * steps[MIN (tightness, BV_STYLE_TIGHTEST)].space;
  return fit;
}

double
bv_style_body_size (guint tightness)
{
  return steps[MIN (tightness, BV_STYLE_TIGHTEST)].size;
}

double
bv_style_body_pitch (guint tightness)
{
  return steps[MIN (tightness, BV_STYLE_TIGHTEST)].pitch;
}

double
bv_style_text_width (gboolean is_landscape)
{
  double width, height;

  bv_paper_get_size (BV_PAPER_A4, is_landscape, &width, &height);
  /* Across, the bound edge is above. */
  return width
         - BV_MM_TO_PT (is_landscape ? BV_STYLE_MARGIN_TOP_MM + BV_STYLE_MARGIN_BOTTOM_MM
                                     : BV_STYLE_MARGIN_LEFT_MM + BV_STYLE_MARGIN_RIGHT_MM);
}

double
bv_style_seal_space (guint tightness)
{
  return steps[MIN (tightness, BV_STYLE_TIGHTEST)].seal;
}

double
bv_style_signature_space (guint tightness)
{
  return steps[MIN (tightness, BV_STYLE_TIGHTEST)].signature;
}

/* @text with the spaces inside @words bound. */
static char *
bind_words (const char *text, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (text, words, -1);
  g_auto (GStrv) pieces = g_strsplit (words, " ", -1);
  g_autofree char *bound = g_strjoinv ("\u00a0", pieces);

  return g_strjoinv (bound, parts);
}

char *
bv_document_bind_dates (const char *text)
{
  g_autoptr (GRegex) date = g_regex_new ("ngày (\\S+) tháng (\\S+) năm (\\S)", 0, 0, NULL);
  g_autofree char *bodies = bind_words (text, "Ủy ban nhân dân");
  g_autofree char *capitals = bind_words (bodies, "ỦY BAN NHÂN DÂN");

  return g_regex_replace (date, capitals, -1, 0,
                          "ngày\u00a0\\1\u00a0tháng\u00a0\\2\u00a0năm\u00a0\\3", 0, NULL);
}

char *
bv_document_bind_dashes (const char *text)
{
  /* A number stays with the word that it counts or numbers, or a line would begin with it. */
  g_autoptr (GRegex) number = g_regex_new (
    "(?<!\\p{L})(Điều|khoản|ngày|tháng|năm|số|Mẫu số|Danh sách) (?=\\d)", 0, 0, NULL);
  g_auto (GStrv) parts = g_strsplit (text, " - ", -1);
  g_autofree char *dashed = g_strjoinv ("\u00a0- ", parts);

  return g_regex_replace (number, dashed, -1, 0, "\\1\u00a0", 0, NULL);
}
