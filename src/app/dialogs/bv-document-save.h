// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"
#include "compat/bv-file-dialog.h"
#include "documents/bv-document.h"
#include "store/bv-connection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BvDocumentBuildFunc: makes what is to be saved, on a worker thread. */
typedef BvDocument *(*BvDocumentBuildFunc) (BvConnection *connection,
                                            gpointer data,
                                            GError **error);

/** What is said meanwhile and after it; sentences of the screen, translated. */
typedef struct
{
  const char *working; /* "Saving the Report" */
  const char *failed;  /* "The report could not be saved" */
  const char *saved;   /* (nullable): "The report is saved."; unless @tell tells it */
  void (*tell) (GtkWidget *widget, const char *path);
} BvDocumentSaveWords;

/**
 * bv_document_save_run: writes a paper to @path, in the format its ending tells, while a small window tells that it
 * is being done.
 *
 * @data: (transfer full): for @build
 */
void bv_document_save_run (GtkWidget *widget,
                           BvStore *store,
                           const char *path,
                           const BvDocumentSaveWords *words,
                           BvDocumentBuildFunc build,
                           gpointer data,
                           GDestroyNotify data_free);

/**
 * bv_document_save_ask: asks where to save a paper.
 *
 * @stem: the file name proposed, without its ending
 * @format: "pdf", "odt" or "xlsx": the ending
 */
void bv_document_save_ask (GtkWidget *widget,
                           const char *title,
                           const char *stem,
                           const char *format,
                           BvFileChosenFunc chosen);

G_END_DECLS
