// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BvArtwork: a drawing for a certificate (border, emblem) from an SVG, PNG or JPEG file: ours, or the
 * office's own. Stays on the thread that made it.
 */
typedef struct _BvArtwork BvArtwork;

/**
 * bv_artwork_new: reads and checks a drawing.
 *
 * @name: of the file, for messages
 * Returns: (transfer full): %NULL with %BV_DOCUMENT_ERROR_TEMPLATE and one sentence that names the
 *   file when it is damaged, empty, too large or of another kind
 */
BvArtwork *bv_artwork_new (const char *name, GBytes *content, GError **error);

/** bv_artwork_built_in: a file of data/certificates: "khung-hoa-sen.svg". */
BvArtwork *bv_artwork_built_in (const char *file, GError **error);

/** With all that it owns; %NULL is let be. */
void bv_artwork_free (BvArtwork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvArtwork, bv_artwork_free)

/**
 * bv_artwork_draw: draws into @box, as large as fits, centred, in its own proportions.
 *
 * @box: in user space
 * @fill: stretch to the whole box instead (a border on its sheet)
 */
gboolean bv_artwork_draw (BvArtwork *self,
                          cairo_t *cr,
                          const cairo_rectangle_t *box,
                          gboolean fill,
                          GError **error);

G_END_DECLS
