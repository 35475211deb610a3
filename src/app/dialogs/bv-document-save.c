// SPDX-License-Identifier: GPL-3.0-or-later
/* A paper as a file: where to, and writing it on a worker. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-document-save.h"

#include "bv-toast.h"
#include "dialogs/bv-work.h"
#include "store/bv-store.h"

typedef struct
{
  BvStore *store;
  char *path;
  BvDocumentSaveWords words;
  BvDocumentBuildFunc build;
  gpointer data;
  GDestroyNotify data_free;
} Save;

static void
save_free (Save *save)
{
  if (save->data_free != NULL)
    save->data_free (save->data);
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
  document = save->build (bv_lease_connection (lease), save->data, error);
  if (document == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return bv_document_write (document, format, save->path, error);
}

static void
written_cb (GtkWidget *widget, gpointer data, const GError *error)
{
  Save *save = data;

  if (error != NULL)
    bv_toast_error (widget, save->words.failed, error);
  else if (save->words.tell != NULL)
    save->words.tell (widget, save->path);
  else
    bv_toast_file (widget, save->words.saved, save->path);
}

void
bv_document_save_run (GtkWidget *widget,
                      BvStore *store,
                      const char *path,
                      const BvDocumentSaveWords *words,
                      BvDocumentBuildFunc build,
                      gpointer data,
                      GDestroyNotify data_free)
{
  Save *save = g_new0 (Save, 1);

  save->store = g_object_ref (store);
  save->path = g_strdup (path);
  save->words = *words;
  save->build = build;
  save->data = data;
  save->data_free = data_free;
  bv_work_run (widget, words->working, write_work, save, (GDestroyNotify) save_free, written_cb);
}

void
bv_document_save_ask (GtkWidget *widget,
                      const char *title,
                      const char *stem,
                      const char *format,
                      BvFileChosenFunc chosen)
{
  BvFileKinds kind = g_str_equal (format, "odt")    ? BV_FILE_ODT
                     : g_str_equal (format, "xlsx") ? BV_FILE_XLSX
                                                    : BV_FILE_PDF;
  g_autofree char *name = g_strdup_printf ("%s.%s", stem, format);

  bv_file_dialog_save (widget, title, name, kind, chosen, NULL);
}
