// SPDX-License-Identifier: GPL-3.0-or-later
/* styles.xml of an ODT: pages, headers with the page number, and the named paragraph styles, from the
 * same values as the PDF. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-document-odt-private.h"

#include "drawing/bv-page.h"

#define FONT "Times New Roman"

static const struct
{
  const char *prefix;
  const char *uri;
} namespaces[] = {
  { "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
  { "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
  { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
  { "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
  { "xmlns:loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" },
};

char *
bv_odt_points (double points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.3f", points);
  return g_strconcat (number, "pt", NULL);
}

void
bv_odt_start (xmlTextWriter *xml, const char *element)
{
  xmlTextWriterStartElement (xml, BAD_CAST element);
}

void
bv_odt_end (xmlTextWriter *xml)
{
  xmlTextWriterEndElement (xml);
}

void
bv_odt_attribute (xmlTextWriter *xml, const char *name, const char *value)
{
  xmlTextWriterWriteAttribute (xml, BAD_CAST name, BAD_CAST value);
}

void
bv_odt_attribute_points (xmlTextWriter *xml, const char *name, double points)
{
  g_autofree char *value = bv_odt_points (points);

  bv_odt_attribute (xml, name, value);
}

void
bv_odt_write_namespaces (xmlTextWriter *xml)
{
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    bv_odt_attribute (xml, namespaces[i].prefix, namespaces[i].uri);
  bv_odt_attribute (xml, "office:version", "1.3");
}

void
bv_odt_write_properties (xmlTextWriter *xml, const BvTextStyle *style, double space_after)
{
  static const char *const aligns[] = { "justify", "start", "center", "end" };

  bv_odt_start (xml, "style:paragraph-properties");
  bv_odt_attribute_points (xml, "fo:margin-top", style->space_before);
  bv_odt_attribute_points (xml, "fo:margin-bottom", space_after);
  if (style->pitch > 0)
    bv_odt_attribute_points (xml, "fo:line-height", style->pitch);
  else
    bv_odt_attribute (xml, "fo:line-height", "100%"); /* a picture's own height */
  bv_odt_attribute_points (xml, "fo:text-indent", style->first_line);
  bv_odt_attribute (xml, "fo:text-align", aligns[style->align]);
  bv_odt_attribute (xml, "style:justify-single-word", "false");
  bv_odt_attribute (xml, "fo:widows", "2");
  bv_odt_attribute (xml, "fo:orphans", "2");
  bv_odt_attribute (xml, "fo:keep-with-next", style->keep ? "always" : "auto");
  bv_odt_end (xml);
  bv_odt_start (xml, "style:text-properties");
  bv_odt_attribute_points (xml, "fo:font-size", style->size);
  bv_odt_attribute (xml, "fo:font-weight", style->style & BV_RUN_BOLD ? "bold" : "normal");
  bv_odt_attribute (xml, "fo:font-style", style->style & BV_RUN_ITALIC ? "italic" : "normal");
  bv_odt_end (xml);
}

static void
write_paragraph_style (xmlTextWriter *xml,
                       const char *name,
                       const char *shown,
                       const char *parent,
                       const char *outline,
                       const BvTextStyle *wanted,
                       guint tightness)
{
  const BvTextStyle style = bv_text_style_fit (wanted, tightness);

  bv_odt_start (xml, "style:style");
  bv_odt_attribute (xml, "style:name", name);
  bv_odt_attribute (xml, "style:display-name", shown);
  bv_odt_attribute (xml, "style:family", "paragraph");
  if (parent)
    bv_odt_attribute (xml, "style:parent-style-name", parent);
  if (outline)
    {
      bv_odt_attribute (xml, "style:default-outline-level", outline);
      bv_odt_attribute (xml, "style:next-style-name", "Body");
    }
  bv_odt_write_properties (xml, &style, 0);
  bv_odt_end (xml);
}

static void
write_text_style (xmlTextWriter *xml, const char *name, gboolean is_bold, gboolean is_italic)
{
  bv_odt_start (xml, "style:style");
  bv_odt_attribute (xml, "style:name", name);
  bv_odt_attribute (xml, "style:family", "text");
  bv_odt_start (xml, "style:text-properties");
  if (is_bold)
    bv_odt_attribute (xml, "fo:font-weight", "bold");
  if (is_italic)
    bv_odt_attribute (xml, "fo:font-style", "italic");
  bv_odt_end (xml);
  bv_odt_end (xml);
}

static void
write_default_style (xmlTextWriter *xml)
{
  bv_odt_start (xml, "style:default-style");
  bv_odt_attribute (xml, "style:family", "paragraph");
  bv_odt_start (xml, "style:paragraph-properties");
  bv_odt_attribute (xml, "style:writing-mode", "lr-tb");
  bv_odt_end (xml);
  bv_odt_start (xml, "style:text-properties");
  bv_odt_attribute (xml, "style:font-name", FONT);
  bv_odt_attribute (xml, "style:font-name-asian", FONT);
  bv_odt_attribute (xml, "style:font-name-complex", FONT);
  bv_odt_attribute_points (xml, "fo:font-size", BV_STYLE_BODY_SIZE);
  bv_odt_attribute (xml, "fo:language", "vi");
  bv_odt_attribute (xml, "fo:country", "VN");
  bv_odt_attribute (xml, "fo:hyphenate", "false");
  bv_odt_end (xml);
  bv_odt_end (xml);
}

/* The header takes the room between the page number and the text out of the top margin. */
static void
write_page_layout (xmlTextWriter *xml, const char *name, gboolean is_landscape, gboolean has_header)
{
  const double header_top = BV_MM_TO_PT (BV_STYLE_PAGE_NUMBER_MM) - BV_STYLE_BODY_SIZE;
  double top = BV_MM_TO_PT (is_landscape ? BV_STYLE_MARGIN_LEFT_MM : BV_STYLE_MARGIN_TOP_MM);
  double width;
  double height;

  bv_paper_get_size (BV_PAPER_A4, is_landscape, &width, &height);
  bv_odt_start (xml, "style:page-layout");
  bv_odt_attribute (xml, "style:name", name);
  bv_odt_start (xml, "style:page-layout-properties");
  bv_odt_attribute_points (xml, "fo:page-width", width);
  bv_odt_attribute_points (xml, "fo:page-height", height);
  bv_odt_attribute (xml, "style:print-orientation", is_landscape ? "landscape" : "portrait");
  bv_odt_attribute_points (xml, "fo:margin-top", has_header ? header_top : top);
  bv_odt_attribute_points (
    xml, "fo:margin-bottom",
    BV_MM_TO_PT (is_landscape ? BV_STYLE_MARGIN_RIGHT_MM : BV_STYLE_MARGIN_BOTTOM_MM));
  bv_odt_attribute_points (
    xml, "fo:margin-left",
    BV_MM_TO_PT (is_landscape ? BV_STYLE_MARGIN_BOTTOM_MM : BV_STYLE_MARGIN_LEFT_MM));
  bv_odt_attribute_points (
    xml, "fo:margin-right",
    BV_MM_TO_PT (is_landscape ? BV_STYLE_MARGIN_TOP_MM : BV_STYLE_MARGIN_RIGHT_MM));
  bv_odt_end (xml);
  bv_odt_start (xml, "style:header-style");
  if (has_header)
    {
      bv_odt_start (xml, "style:header-footer-properties");
      bv_odt_attribute_points (xml, "svg:height", top - header_top);
      bv_odt_attribute_points (xml, "fo:min-height", top - header_top);
      bv_odt_attribute (xml, "fo:margin-bottom", "0pt");
      bv_odt_attribute (xml, "style:dynamic-spacing", "false");
      bv_odt_end (xml);
    }
  bv_odt_end (xml);
  bv_odt_end (xml);
}

static void
write_master_page (xmlTextWriter *xml,
                   const char *name,
                   const char *shown,
                   const char *layout,
                   const char *next,
                   gboolean has_header)
{
  bv_odt_start (xml, "style:master-page");
  bv_odt_attribute (xml, "style:name", name);
  bv_odt_attribute (xml, "style:display-name", shown);
  bv_odt_attribute (xml, "style:page-layout-name", layout);
  if (next)
    bv_odt_attribute (xml, "style:next-style-name", next);
  if (has_header)
    {
      bv_odt_start (xml, "style:header");
      bv_odt_start (xml, "text:p");
      bv_odt_attribute (xml, "text:style-name", "Header");
      bv_odt_start (xml, "text:page-number");
      bv_odt_attribute (xml, "text:select-page", "current");
      xmlTextWriterWriteString (xml, BAD_CAST "2");
      bv_odt_end (xml);
      bv_odt_end (xml);
      bv_odt_end (xml);
    }
  bv_odt_end (xml);
}

void
bv_odt_write_styles (BvOdt *self, xmlTextWriter *xml)
{
  static const struct
  {
    const char *name;
    const char *shown;
    BvParagraphRole role;
  } paragraphs[] = {
    { "Body", "Nội dung", BV_PARAGRAPH_BODY },
    { "Basis", "Căn cứ", BV_PARAGRAPH_BASIS },
    { "Addressee", "Kính gửi", BV_PARAGRAPH_ADDRESSEE },
    { "Formula", "Công thức", BV_PARAGRAPH_FORMULA },
    { "Caption", "Tên bảng, biểu đồ", BV_PARAGRAPH_CAPTION },
    { "Measure", "Đơn vị tính", BV_PARAGRAPH_MEASURE },
    { "Note", "Ghi chú", BV_PARAGRAPH_NOTE },
  };
  const BvTextStyle header = {
    BV_STYLE_BODY_SIZE - 1, BV_STYLE_BODY_PITCH, BV_RUN_PLAIN, BV_ALIGN_CENTRE, 0, 0, FALSE
  };
  const BvTextStyle cell = {
    BV_STYLE_TABLE_SIZE, BV_STYLE_TABLE_PITCH, BV_RUN_PLAIN, BV_ALIGN_LEFT, 0, 0, FALSE
  };
  const BvTextStyle picture = { BV_STYLE_TABLE_SIZE, 0, BV_RUN_PLAIN, BV_ALIGN_LEFT, 0, 10, FALSE };

  bv_odt_start (xml, "office:document-styles");
  bv_odt_write_namespaces (xml);
  bv_odt_start (xml, "office:font-face-decls");
  bv_odt_start (xml, "style:font-face");
  bv_odt_attribute (xml, "style:name", FONT);
  bv_odt_attribute (xml, "svg:font-family", "'" FONT "'");
  bv_odt_attribute (xml, "style:font-family-generic", "roman");
  bv_odt_attribute (xml, "style:font-pitch", "variable");
  bv_odt_end (xml);
  bv_odt_end (xml);

  bv_odt_start (xml, "office:styles");
  write_default_style (xml);
  write_paragraph_style (xml, "Standard", "Standard", NULL, NULL,
                         bv_text_style_of_paragraph (BV_PARAGRAPH_BODY), self->tightness);
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    write_paragraph_style (xml, paragraphs[i].name, paragraphs[i].shown, "Standard", NULL,
                           bv_text_style_of_paragraph (paragraphs[i].role), self->tightness);
  write_paragraph_style (xml, "Title", "Title", "Standard", NULL, &bv_text_style_title,
                         self->tightness);
  write_paragraph_style (xml, "Subtitle", "Subtitle", "Standard", NULL, &bv_text_style_summary,
                         self->tightness);
  write_paragraph_style (xml, "TitleNote", "Kèm theo", "Standard", NULL, &bv_text_style_title_note,
                         self->tightness);
  write_paragraph_style (xml, "Heading_20_1", "Heading 1", "Standard", "1",
                         bv_text_style_of_heading (1), self->tightness);
  write_paragraph_style (xml, "Heading_20_2", "Heading 2", "Standard", "2",
                         bv_text_style_of_heading (2), self->tightness);
  write_paragraph_style (xml, "Heading_20_3", "Heading 3", "Standard", "3",
                         bv_text_style_of_heading (3), self->tightness);
  write_paragraph_style (xml, "ListItem", "Gạch đầu dòng", "Standard", NULL, &bv_text_style_list,
                         self->tightness);
  write_paragraph_style (xml, "Header", "Header", "Standard", NULL, &header, self->tightness);
  write_paragraph_style (xml, "Cell", "Ô bảng", "Standard", NULL, &cell, self->tightness);
  write_paragraph_style (xml, "Picture", "Biểu đồ", "Standard", NULL, &picture, self->tightness);
  write_text_style (xml, "Bold", TRUE, FALSE);
  write_text_style (xml, "Italic", FALSE, TRUE);
  write_text_style (xml, "BoldItalic", TRUE, TRUE);
  bv_odt_end (xml);

  bv_odt_start (xml, "office:automatic-styles");
  write_page_layout (xml, "PageFirst", FALSE, FALSE);
  write_page_layout (xml, "PageUpright", FALSE, TRUE);
  write_page_layout (xml, "PageAcrossFirst", TRUE, FALSE);
  write_page_layout (xml, "PageAcross", TRUE, TRUE);
  bv_odt_end (xml);

  bv_odt_start (xml, "office:master-styles");
  write_master_page (xml, "Standard", "Standard", "PageFirst", "Following", FALSE);
  write_master_page (xml, "Following", "Trang tiếp theo", "PageUpright", NULL, TRUE);
  write_master_page (xml, "LandscapeFirst", "Trang ngang đầu", "PageAcrossFirst", "Landscape",
                     FALSE);
  write_master_page (xml, "Landscape", "Trang ngang", "PageAcross", NULL, TRUE);
  bv_odt_end (xml);
  bv_odt_end (xml);
}
