// SPDX-License-Identifier: GPL-3.0-or-later
/* The table of ratings as a file, made on a worker. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-rating-save.h"

#include "bv-toast.h"
#include "dialogs/bv-work.h"
#include "documents/bv-rating-paper.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

typedef struct
{
  BvStore *store;
  char *path;
  BvRatingPaper paper;
} Save;

static void
save_free (Save *save)
{
  g_clear_object (&save->store);
  g_free (save->path);
  g_free (save);
}

static gboolean
write_work (gpointer data,
            BvProgressFunc progress,
            gpointer progress_data,
            GCancellable *cancellable,
            GError **error)
{
  Save *save = data;
  BvDocumentFormat format;
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (BvLease) lease = NULL;

  if (!bv_document_format_from_path (save->path, &format, error))
    return FALSE;
  lease = bv_store_lease (save->store, error);
  if (lease == NULL)
    return FALSE;
  document = bv_rating_paper_build (bv_lease_connection (lease), &save->paper, error);
  if (document == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return bv_document_write (document, format, save->path, error);
}

static void
written_cb (GtkWidget *widget, gpointer data, const GError *error)
{
  Save *save = data;

  if (error != NULL)
    bv_toast_error (widget, _ ("The table could not be saved"), error);
  else
    bv_toast_file (widget, _ ("The table is saved."), save->path);
}

void
bv_rating_save_run (GtkWidget *widget, BvStore *store, int year, gint64 unit_id, const char *path)
{
  Save *save;

  save = g_new0 (Save, 1);
  save->store = g_object_ref (store);
  save->path = g_strdup (path);
  save->paper.year = year;
  save->paper.unit_id = unit_id;
  save->paper.with_people = TRUE;
  bv_work_run (widget, _ ("Saving the Table"), write_work, save, (GDestroyNotify) save_free,
               written_cb);
}

void
bv_rating_save_ask (GtkWidget *widget, int year, const char *format, BvFileChosenFunc chosen)
{
  BvFileKinds kind = g_str_equal (format, "odt")    ? BV_FILE_ODT
                     : g_str_equal (format, "xlsx") ? BV_FILE_XLSX
                                                    : BV_FILE_PDF;
  /* Translators: file name of the table of ratings of year %d, without its ending. */
  g_autofree char *stem = g_strdup_printf (_ ("Ratings %d"), year);
  g_autofree char *file_name = g_strdup_printf ("%s.%s", stem, format);

  bv_file_dialog_save (widget, _ ("Save the Table of Ratings"), file_name, kind, chosen, NULL);
}
