// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-document.h"
#include "documents/bv-document-style.h"
#include "drawing/bv-flow.h"

G_BEGIN_DECLS

/* Laying out a document's texts, and the blocks that are one box: letterhead, title, signature. Used
 * by the PDF writer alone. */

/** bv_document_make_layout: @runs over the @base style; (transfer full). @width: points, 0: none. */
PangoLayout *bv_document_make_layout (PangoContext *context,
                                      const BvRuns *runs,
                                      double size,
                                      BvRunStyle base,
                                      BvAlign align,
                                      double width);
/** The same for plain text. */
PangoLayout *bv_document_make_text (PangoContext *context,
                                    const char *text,
                                    double size,
                                    BvRunStyle base,
                                    BvAlign align,
                                    double width);

/** bv_document_balance: narrows a layout of several lines until they are as even as they can be, so that
 * a centred text never ends in a single word: ỦY BAN NHÂN DÂN / HUYỆN MƯỜNG LA. */
void bv_document_balance (PangoLayout *layout);

/** Boxes of Decree 30/2020, Appendix I, added to @flow: letterhead, kind and title, signature with Nơi nhận.
 * @context: whose fonts they are set in. @tightness: see bv_document_get_tightness(). */
void
bv_document_flow_letterhead (BvFlow *flow, PangoContext *context, const BvLetterheadBlock *block);
void bv_document_flow_title (BvFlow *flow,
                             PangoContext *context,
                             const BvTitleBlock *block,
                             guint tightness);
void bv_document_flow_signature (BvFlow *flow,
                                 PangoContext *context,
                                 const BvSignatureBlock *block,
                                 guint tightness);

G_END_DECLS
