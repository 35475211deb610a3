// SPDX-License-Identifier: GPL-3.0-or-later
/* The looks of paragraphs as values. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-document-style.h"

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

BvTextStyle
bv_text_style_fit (const BvTextStyle *style, gboolean is_dense)
{
  BvTextStyle fit = *style;

  if (is_dense)
    {
      fit.size = MIN (fit.size, BV_STYLE_DENSE_SIZE);
      fit.pitch = MIN (fit.pitch, BV_STYLE_DENSE_PITCH);
      /* What is more than the decree's least is halved. */
      if (fit.space_before > BV_STYLE_PARAGRAPH_SPACE)
        fit.space_before = (fit.space_before + BV_STYLE_PARAGRAPH_SPACE) / 2;
    }
  return fit;
}

double
bv_style_seal_space (gboolean is_dense)
{
  return is_dense ? BV_STYLE_DENSE_SEAL_SPACE : BV_STYLE_SEAL_SPACE;
}

char *
bv_document_bind_dates (const char *text)
{
  g_autoptr (GRegex) date = g_regex_new ("ngày (\\S+) tháng (\\S+) năm (\\S)", 0, 0, NULL);

  g_auto (GStrv) parts = g_strsplit (text, "Ủy ban nhân dân", -1);
  g_autofree char *bodies = g_strjoinv ("Ủy\u00a0ban\u00a0nhân\u00a0dân", parts);

  return g_regex_replace (date, bodies, -1, 0,
                          "ngày\u00a0\\1\u00a0tháng\u00a0\\2\u00a0năm\u00a0\\3", 0, NULL);
}

char *
bv_document_bind_dashes (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " - ", -1);

  return g_strjoinv ("\u00a0- ", parts);
}
