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

char *
bv_document_bind_dashes (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " - ", -1);

  return g_strjoinv ("\u00a0- ", parts);
}
