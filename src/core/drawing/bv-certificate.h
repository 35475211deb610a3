// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "drawing/bv-certificate-template.h"
#include "drawing/bv-page.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/** BvCertificate: all texts of one certificate. Strings are borrowed; %NULL is "". */
typedef struct
{
  BvCertificateTemplate *template_; /* borrowed; one batch may use several */
  BvSubjectKind kind;
  gboolean is_posthumous;
  const char
    *honorific; /* Ông, Bà, Đồng chí; empty: "Ông (Bà)", "Tập thể" or "Hộ gia đình" by @kind */
  const char *name;
  const char *detail;              /* post and unit, or address */
  const char *achievement;         /* "Đã có thành tích xuất sắc trong …" */
  int year;                        /* of the achievement; 0 for none */
  const char *issuer;              /* "Chủ tịch Ủy ban nhân dân huyện Mường La" */
  const char *decision_number;     /* "125/QĐ-UBND" */
  const char *decision_date;       /* ISO */
  const char *ledger;              /* number in the sổ vàng */
  const char *place;               /* "Mường La" */
  const char *date;                /* ISO, of the certificate; empty: the decision's */
  const char *signer_prefix;       /* "", "TM.", "KT.", "Q.", "TL.", "TUQ." */
  const char *signer_on_behalf_of; /* "CHỦ TỊCH" after KT. */
  const char *signer_post;         /* "PHÓ CHỦ TỊCH" */
  const char *signer_name;
  const char *work;    /* "“Giải pháp …”": the title of an initiative */
  const char *reach;   /* "Phạm vi ảnh hưởng: cấp cơ sở" */
  const char *applied; /* "Áp dụng lần đầu tại Trường Tiểu học Ít Ong" */
} BvCertificate;

/** BvCertificateStock: what the paper in the printer bears already. */
typedef enum
{
  BV_CERTIFICATE_STOCK_BLANK,    /* nothing: border, emblem and all texts are printed */
  BV_CERTIFICATE_STOCK_FRAMED,   /* border and emblem: all texts are printed */
  BV_CERTIFICATE_STOCK_LETTERED, /* the lettering that never changes, too: the rest is printed */
} BvCertificateStock;

/** BvCertificateOptions: how a batch is printed. Zero-filled is A4, blank stock, own artwork. */
typedef struct
{
  BvPaper paper;
  BvCertificateStock stock;
  double offset_x;        /* mm to the right: calibration of the printer */
  double offset_y;        /* mm down */
  GBytes *frame;          /* the office's own file in place of the template's; (nullable) */
  const char *frame_name; /* its name, for messages */
  GBytes *emblem;
  const char *emblem_name;
  const char *document_title;  /* metadata; (nullable): the first template's title */
  const char *document_author; /* metadata: the office */
} BvCertificateOptions;

/** BvCertificateFinding: a text that cannot be set as it is. */
typedef struct
{
  guint row;     /* of the batch, from 1 */
  char *name;    /* whom the certificate is for */
  char *line;    /* path in the template: "blocks[1].lines[3]" */
  char *message; /* one translated sentence */
} BvCertificateFinding;

/** With all that it owns; %NULL is let be. */
void bv_certificate_finding_free (BvCertificateFinding *finding);

/** BvCertificatePlacement: where a line went, in points on the sheet; for tests and the designer. */
typedef struct
{
  const char *line; /* path in the template */
  const char *block;
  char *text;            /* with \n between lines */
  double size;           /* pt */
  cairo_rectangle_t box; /* of its block */
  cairo_rectangle_t ink;
} BvCertificatePlacement;

/** With all that it owns; %NULL is let be. */
void bv_certificate_placement_free (BvCertificatePlacement *placement);

/**
 * BvCertificatePainter: draws pages with one set of options: in the PDF, on the
 * printer and on the screen alike. It keeps the border, emblem and repeated lines recorded, so that a
 * PDF holds them once. It stays on the thread that made it.
 */
typedef struct _BvCertificatePainter BvCertificatePainter;

/** Returns: (transfer full): %NULL with %BV_DOCUMENT_ERROR_TEMPLATE or _FONT */
BvCertificatePainter *
bv_certificate_painter_new (const BvCertificateOptions *options, GError **error);
void bv_certificate_painter_free (BvCertificatePainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCertificatePainter, bv_certificate_painter_free)

/** The sheet in points. */
void bv_certificate_painter_get_size (BvCertificatePainter *self, double *width, double *height);

/** bv_certificate_painter_check_artwork: whether the office's own frame and emblem can be drawn. */
gboolean bv_certificate_painter_check_artwork (BvCertificatePainter *self, GError **error);

/**
 * bv_certificate_painter_draw: draws one page; one point is one user-space unit.
 *
 * Returns: %FALSE with %BV_DOCUMENT_ERROR_FIT naming the text that does not fit, or has letters the
 *   font lacks, or is missing; with %BV_DOCUMENT_ERROR_DRAW when cairo failed
 */
gboolean bv_certificate_painter_draw (BvCertificatePainter *self,
                                      cairo_t *cr,
                                      const BvCertificate *certificate,
                                      GError **error);

/**
 * bv_certificate_painter_measure: lays one page out without drawing.
 *
 * @findings: (out) (optional) (element-type BvCertificateFinding): what cannot be set; row is 0
 * Returns: (transfer full) (element-type BvCertificatePlacement)
 */
GPtrArray *bv_certificate_painter_measure (BvCertificatePainter *self,
                                           const BvCertificate *certificate,
                                           GPtrArray **findings);

/** bv_certificate_draw_page: one page with a painter of its own: for a single print or picture. */
gboolean bv_certificate_draw_page (cairo_t *cr,
                                   const BvCertificateOptions *options,
                                   const BvCertificate *certificate,
                                   GError **error);

/**
 * BvCertificateNextFunc: gives the next certificate of a batch. Called on the batch's thread, once a
 * page; strings must stay until the next call, so that a batch of any length needs memory for one.
 *
 * Returns: %FALSE at the end, or with @error set when it failed
 */
typedef gboolean (*BvCertificateNextFunc) (BvCertificate *certificate,
                                           gpointer user_data,
                                           GError **error);

/** BvCertificateBatch: what is written. */
typedef struct
{
  const BvCertificateOptions *options;
  BvCertificateNextFunc next;
  gpointer next_data;
  guint n_expected;        /* for the progress; 0 when unknown */
  BvProgressFunc progress; /* (nullable) */
  gpointer progress_data;
} BvCertificateBatch;

/**
 * bv_certificate_batch_write: writes a PDF file, one page a certificate, text as text, fonts embedded.
 * The same certificates on the same day (BV_TODAY) give the same bytes.
 *
 * When one text does not fit, the rest is still looked through, nothing is written, and the error
 * tells of the first row and how many there are: nothing is ever cut silently.
 *
 * @findings: (out) (optional) (element-type BvCertificateFinding): all of them, at most 200
 * @n_pages: (out) (optional)
 * Returns: %FALSE with %BV_DOCUMENT_ERROR_FIT, _EMPTY, _WRITE, _DRAW or %G_IO_ERROR_CANCELLED
 */
gboolean bv_certificate_batch_write (const BvCertificateBatch *batch,
                                     const char *path,
                                     guint *n_pages,
                                     GPtrArray **findings,
                                     GCancellable *cancellable,
                                     GError **error);

/** bv_certificate_batch_to_bytes: the same into memory, for the preview. */
GBytes *bv_certificate_batch_to_bytes (const BvCertificateBatch *batch,
                                       guint *n_pages,
                                       GPtrArray **findings,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
