// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* What the parts of BvPreviewView share: bv-preview-view.c (the sheets), bv-preview-view-input.c
 * (keys, wheel, dragging). */

#include "bv-preview-pictures.h"
#include "bv-preview-view.h"

G_BEGIN_DECLS

#define BV_PREVIEW_MIN_ZOOM 0.1
#define BV_PREVIEW_MAX_ZOOM 4.0
#define BV_PREVIEW_ZOOM_STEP 1.2

struct _BvPreviewView
{
  GtkWidget parent_instance;

  /* Owned */
  BvPreviewDocument *document;
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  BvPreviewPictures pictures;
  GPtrArray *requests; /* borrowed: a request frees itself */
  GCancellable *text_cancellable;

  /* State */
  double *tops; /* n_pages + 1, in pixels from the top of the first margin */
  double zoom;
  BvPreviewFit fit;
  guint current_page;
  guint described_page;
  guint ask_id;
  guint configure_id;
  double restored; /* share of the content to scroll back to, or -1 */
  GtkScrollablePolicy hpolicy;
  GtkScrollablePolicy vpolicy;
  double content_width;
  double content_height;
  double pointer_x, pointer_y;
  double drag_x, drag_y;
};

/* bv-preview-view.c */
/** Lays out anew and keeps the spot of the paper under (@x, @y) where it is. */
void bv_preview_view_relayout_around (BvPreviewView *self, double x, double y);

/* bv-preview-view-input.c */
void bv_preview_view_add_keys (GtkWidgetClass *klass);
void bv_preview_view_add_controllers (BvPreviewView *self);

G_END_DECLS
