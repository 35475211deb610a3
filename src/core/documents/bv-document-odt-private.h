// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-document.h"
#include "documents/bv-document-style.h"

#include <libxml/xmlwriter.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Shared by the two halves of the ODT writer; nobody else includes this. */

typedef struct
{
  GBytes *svg;
  GBytes *png;
} BvOdtPicture;

/** BvOdt: one document being written. */
typedef struct
{
  const BvDocument *document;
  PangoContext *context; /* to measure what rules under texts need */
  xmlTextWriter *body;   /* office:text */
  xmlTextWriter *styles; /* office:automatic-styles of content.xml */
  GPtrArray *pictures;   /* (element-type BvOdtPicture) */
  double width;          /* between the margins of the section being written */
  double height;
  gboolean is_landscape;
  const char *page; /* master page that the next block must name; NULL: none */
  gboolean breaks;  /* a page break before the next block */
  guint tightness;
  guint n_tables;
  guint n_styles;
} BvOdt;

/** "12.5pt", independent of the locale. */
char *bv_odt_points (double points);
void bv_odt_start (xmlTextWriter *xml, const char *element);
void bv_odt_end (xmlTextWriter *xml);
void bv_odt_attribute (xmlTextWriter *xml, const char *name, const char *value);
void bv_odt_attribute_points (xmlTextWriter *xml, const char *name, double points);
/** The attributes of a paragraph's and its text's looks, as two property elements. */
void bv_odt_write_properties (xmlTextWriter *xml, const BvTextStyle *style, double space_after);
/** The namespaces that both parts of the document declare. */
void bv_odt_write_namespaces (xmlTextWriter *xml);

/** Page layouts, master pages and named styles: styles.xml. */
void bv_odt_write_styles (BvOdt *self, xmlTextWriter *xml);

/** Starts an automatic style derived from @parent (nullable) and names the page shape that is due; the
 * caller writes its properties and ends it. (transfer full): its name. */
char *bv_odt_start_style (BvOdt *self, const char *family, const char *parent);
/** @parent itself, or a paragraph style derived from it when a page break or page shape is due. */
char *bv_odt_style_at (BvOdt *self, const char *parent);
/** @is_narrow: a cell, where a line may also end after a stroke. */
void bv_odt_write_runs (BvOdt *self, const BvRuns *runs, gboolean is_narrow);
/** @is_signed: high enough for a signature. */
void bv_odt_start_row (BvOdt *self, gboolean is_signed);
/** @keep: its last row stays on one page with the block after it. A table without columns or rows is left out. */
void bv_odt_write_table (BvOdt *self, const BvTableBlock *table, gboolean keep);
/** As pictures, one for each part that a page holds. %FALSE with @error when one cannot be drawn. */
gboolean bv_odt_write_chart (BvOdt *self, const BvChartBlock *block, GError **error);

/** Everything between office:text and its end, and the automatic styles it needs. */
gboolean bv_odt_write_blocks (BvOdt *self, GError **error);

G_END_DECLS
