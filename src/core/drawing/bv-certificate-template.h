// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/bv-fit.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Templates of certificates are data: data/certificates/NAME.json, or an office's own file. A template
 * says which lines stand where on an A4 landscape sheet, in millimetres from its top left corner;
 * on A3 everything grows by the same factor (√2). data/certificates/README.md describes the format.
 *
 * The structs are plain and immutable once loaded; any thread may read them. */

/** BvCertificateField: what a line may quote as {name}. */
typedef enum
{
  BV_CERTIFICATE_FIELD_NONE = -1, /* literal text */
  BV_CERTIFICATE_FIELD_ISSUER,
  BV_CERTIFICATE_FIELD_VERB,  /* Tặng, Truy tặng */
  BV_CERTIFICATE_FIELD_TITLE, /* Ông, Bà, Tập thể, Hộ gia đình */
  BV_CERTIFICATE_FIELD_NAME,
  BV_CERTIFICATE_FIELD_DETAIL,
  BV_CERTIFICATE_FIELD_ACHIEVEMENT,
  BV_CERTIFICATE_FIELD_YEAR,
  BV_CERTIFICATE_FIELD_DECISION_NUMBER,
  BV_CERTIFICATE_FIELD_DECISION_DATE, /* ngày 05 tháng 02 năm 2024 */
  BV_CERTIFICATE_FIELD_LEDGER,
  BV_CERTIFICATE_FIELD_PLACE,
  BV_CERTIFICATE_FIELD_DATE, /* of the certificate, in the same long form */
  BV_CERTIFICATE_FIELD_SIGNER_FOR, /* KT. CHỦ TỊCH, TM. ỦY BAN NHÂN DÂN; empty when signed in one's own right */
  BV_CERTIFICATE_FIELD_SIGNER_POST,
  BV_CERTIFICATE_FIELD_SIGNER_NAME,
  BV_CERTIFICATE_FIELD_WORK,    /* the title of an initiative */
  BV_CERTIFICATE_FIELD_REACH,   /* how far it reaches */
  BV_CERTIFICATE_FIELD_APPLIED, /* where it was applied first */
  BV_CERTIFICATE_N_FIELDS,
} BvCertificateField;

typedef enum
{
  BV_CERTIFICATE_TOP,
  BV_CERTIFICATE_MIDDLE,
  BV_CERTIFICATE_BOTTOM,
} BvCertificateValign;

/** BvCertificatePiece: literal text, or a field. */
typedef struct
{
  BvCertificateField field;
  char *literal; /* %NULL for a field */
} BvCertificatePiece;

/** BvCertificateSpan: pieces in one weight. */
typedef struct
{
  GArray *pieces; /* BvCertificatePiece */
  gboolean bold;
  gboolean italic;
} BvCertificateSpan;

typedef struct
{
  char *path;    /* in the file, for messages: "blocks[1].lines[0]" */
  GArray *spans; /* BvCertificateSpan; empty for a blank */
  double blank;  /* mm: an empty space, for a signature and seal; 0 for a line of text */
  const char *family;
  double size_max; /* pt */
  double size_min; /* pt */
  double tracking; /* em */
  double leading;  /* distance of base lines, em */
  guint max_lines;
  gboolean upper;
  gboolean optional; /* left out when one of its fields is empty */
  gboolean stock;    /* printed already on lettered stock */
  double gap_max;    /* mm above, when there is room */
  double gap_min;    /* mm above, at least */
  double rule_width; /* pt, of a rule below; 0 for none */
  double rule_share; /* its length as a share of the text's */
  double rule_gap;   /* mm between text and rule */
  double red, green, blue;
  guint32 fields; /* bit set of the fields that it quotes */
} BvCertificateLine;

typedef struct
{
  char *name;            /* "heading", "body", "signature", … */
  cairo_rectangle_t box; /* mm */
  BvFitAlign align;
  BvCertificateValign valign;
  GArray *lines; /* BvCertificateLine */
  guint32 fields;
} BvCertificateBlock;

typedef struct
{
  /*< private >*/
  gatomicrefcount references;
  /*< public >*/
  char *id;
  char *title;  /* for people, in Vietnamese */
  char *frame;  /* file in data/certificates, drawn over the whole sheet; (nullable) */
  char *emblem; /* the same, drawn into emblem_box; (nullable) */
  cairo_rectangle_t emblem_box; /* mm */
  GArray *blocks;               /* BvCertificateBlock */
} BvCertificateTemplate;

#define BV_CERTIFICATE_DESIGN_WIDTH 297.0
#define BV_CERTIFICATE_DESIGN_HEIGHT 210.0

/**
 * bv_certificate_template_parse: reads a template.
 *
 * @name: of the file, for messages
 * Returns: (transfer full): %NULL with %BV_DOCUMENT_ERROR_TEMPLATE naming the file and the place in
 *   it ("blocks[2].lines[0].size")
 */
BvCertificateTemplate *
bv_certificate_template_parse (const char *name, const char *json, gssize length, GError **error);

/** The same from a file; %BV_DOCUMENT_ERROR_TEMPLATE also when it cannot be read. (transfer full) */
BvCertificateTemplate *bv_certificate_template_load (const char *path, GError **error);

/** bv_certificate_template_built_in: one of those shipped, by its id: "giay-khen-huyen". */
BvCertificateTemplate *bv_certificate_template_built_in (const char *id, GError **error);

/** bv_certificate_template_list: the ids of those shipped. (transfer none) */
const char *const *bv_certificate_template_list (void);

/** Counted from any thread; the last holder frees it. %NULL may be let go. */
BvCertificateTemplate *bv_certificate_template_ref (BvCertificateTemplate *self);
void bv_certificate_template_unref (BvCertificateTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCertificateTemplate, bv_certificate_template_unref)

G_END_DECLS
