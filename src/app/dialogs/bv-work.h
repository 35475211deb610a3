// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvWorkFunc: long work, on a worker thread. It tells of itself by @progress (@progress, @progress_data are
 * to be handed on as they are) and ends with %G_IO_ERROR_CANCELLED soon after @cancellable is.
 */
typedef gboolean (*BvWorkFunc) (gpointer data,
                                BvProgressFunc progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GError **error);

/** BvWorkDoneFunc: on the main thread; not called when @widget is gone. @error: also for cancelling. */
typedef void (*BvWorkDoneFunc) (GtkWidget *widget, gpointer data, const GError *error);

/**
 * bv_work_run: long work for @widget, with a small window that tells how far it is and has a Cancel
 * button. The window comes only when the work lasts: short work does not flash. Failures are for @done to tell.
 *
 * @title: what is being done: "Making the certificates"
 * @data: (transfer full)
 */
void bv_work_run (GtkWidget *widget,
                  const char *title,
                  BvWorkFunc func,
                  gpointer data,
                  GDestroyNotify data_free,
                  BvWorkDoneFunc done);

G_END_DECLS
