// SPDX-License-Identifier: GPL-3.0-or-later
/* The table of ratings as a file, made on a worker. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-rating-save.h"

#include "dialogs/bv-document-save.h"
#include "documents/bv-rating-paper.h"

#include <glib/gi18n.h>

static BvDocument *
build (BvConnection *connection, gpointer data, GError **error)
{
  return bv_rating_paper_build (connection, data, error);
}

void
bv_rating_save_run (GtkWidget *widget, BvStore *store, int year, gint64 unit_id, const char *path)
{
  BvDocumentSaveWords words = {
    .working = _ ("Saving the Table"),
    .failed = _ ("The table could not be saved"),
    .saved = _ ("The table is saved."),
  };
  BvRatingPaper *paper = g_new0 (BvRatingPaper, 1);

  paper->year = year;
  paper->unit_id = unit_id;
  paper->with_people = TRUE;
  bv_document_save_run (widget, store, path, &words, build, paper, g_free);
}

void
bv_rating_save_ask (GtkWidget *widget, int year, const char *format, BvFileChosenFunc chosen)
{
  /* Translators: file name of the table of ratings of year %d, without its ending. */
  g_autofree char *stem = g_strdup_printf (_ ("Ratings %d"), year);

  bv_document_save_ask (widget, _ ("Save the Table of Ratings"), stem, format, chosen);
}
