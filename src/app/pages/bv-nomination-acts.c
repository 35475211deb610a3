// SPDX-License-Identifier: GPL-3.0-or-later
/* Acts of the nomination pane: files are read and written on a worker thread. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-nomination-acts.h"

#include "base/bv-error.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "compat/bv-file-dialog.h"
#include "merit/bv-evidence.h"
#include "merit/bv-nomination.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>
#include <errno.h>
#include <glib/gstdio.h>

typedef struct
{
  BvStore *store;
  gint64 nomination_id;
  gint64 id;
  char *key;
  int holds;
  GFile *file;
  char *path;
} Job;

static Job *
job_new (BvStore *store, gint64 nomination_id)
{
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (store);
  job->nomination_id = nomination_id;
  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->store);
  g_clear_object (&job->file);
  g_free (job->key);
  g_free (job->path);
  g_free (job);
}

static gboolean
link_act (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Job *job = data;

  return bv_nomination_link_initiative_act (store, job->nomination_id, job->id, job->holds, act_id,
                                            error);
}

void
bv_nomination_link (GtkWidget *widget,
                    BvStore *store,
                    gint64 nomination_id,
                    gint64 initiative_id,
                    gboolean is_linked)
{
  Job *job = job_new (store, nomination_id);

  job->id = initiative_id;
  job->holds = is_linked;
  bv_act_call (widget, store, NULL, link_act, job, (GDestroyNotify) job_free, NULL, NULL);
}

static gboolean
answer_act (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Job *job = data;
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  g_autofree char *basis = NULL;

  /* One set of minutes answers for a whole dossier. */
  if (lease != NULL)
    basis = bv_nomination_get_basis (bv_lease_connection (lease), job->nomination_id, error);
  if (basis == NULL)
    return FALSE;
  g_clear_pointer (&lease, bv_lease_free);
  return bv_nomination_attest_act (store, job->nomination_id, job->key, job->holds, basis, act_id,
                                   error);
}

void
bv_nomination_answer (GtkWidget *widget,
                      BvStore *store,
                      gint64 nomination_id,
                      const char *key,
                      int holds)
{
  Job *job = job_new (store, nomination_id);

  job->key = g_strdup (key);
  job->holds = holds;
  bv_act_call (widget, store, NULL, answer_act, job, (GDestroyNotify) job_free, NULL, NULL);
}

static gboolean
add_act (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Job *job = data;
  g_autoptr (BvEvidenceFile) file = bv_evidence_file_read (job->file, NULL, error);

  return file != NULL
         && bv_evidence_add_act (store, job->nomination_id, bv_evidence_guess_kind (file->name),
                                 file, "", NULL, act_id, error);
}

static void
added_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  if (error != NULL)
    bv_toast_error (widget, _ ("The paper could not be added"), error);
}

void
bv_nomination_add_paper (GtkWidget *widget, BvStore *store, gint64 nomination_id, GFile *file)
{
  Job *job = job_new (store, nomination_id);

  job->file = g_object_ref (file);
  bv_act_call (widget, store, NULL, add_act, job, (GDestroyNotify) job_free, added_cb, NULL);
}

/* ── Out again ─────────────────────────────────────────────────────────────────────────────── */

/* A copy in the user's cache, under its own name so that the other program shows it: one folder a paper. */
static gpointer
write_copy (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Job *job = user_data;
  g_autoptr (BvEvidence) paper = bv_evidence_load (connection, job->id, error);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (paper == NULL)
    return NULL;
  folder = g_build_filename (g_get_user_cache_dir (), "bangvang", "papers", paper->sha256, NULL);
  name = g_strdelimit (g_strdup (paper->name), G_DIR_SEPARATOR_S, '-');
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _ ("The folder “%s” could not be made: %s"), folder, g_strerror (code));
      return NULL;
    }
  path = g_build_filename (folder, name, NULL);
  return bv_evidence_save_to (job->store, job->id, path, error) ? g_steal_pointer (&path) : NULL;
}

static void
written_cb (gpointer owner, gpointer result, const GError *error)
{
  g_autofree char *path = result;
  g_autofree char *uri = NULL;
  GtkRoot *root = gtk_widget_get_root (owner);

  if (error != NULL)
    {
      bv_toast_error (owner, _ ("The paper could not be opened"), error);
      return;
    }
  uri = g_filename_to_uri (path, NULL, NULL);
  if (uri != NULL && GTK_IS_WINDOW (root))
    gtk_show_uri (GTK_WINDOW (root), uri, GDK_CURRENT_TIME);
}

void
bv_nomination_open_paper (GtkWidget *widget, BvStore *store, gint64 id)
{
  Job *job = job_new (store, 0);

  job->id = id;
  bv_read_async (G_OBJECT (widget), store, write_copy, job, (GDestroyNotify) job_free, written_cb,
                 g_free, NULL);
}

static gpointer
write_file (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Job *job = user_data;

  return bv_evidence_save_to (job->store, job->id, job->path, error) ? g_strdup (job->path) : NULL;
}

static void
saved_cb (gpointer owner, gpointer result, const GError *error)
{
  g_autofree char *path = result;

  if (error != NULL)
    bv_toast_error (owner, _ ("The paper could not be saved"), error);
  else
    bv_toast_file (owner, _ ("Copy saved"), path);
}

typedef struct
{
  BvStore *store;
  gint64 id;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->store);
  g_free (wish);
}

static void
place_cb (GtkWidget *widget, const char *path, gpointer user_data)
{
  Wish *wish = g_object_get_data (G_OBJECT (widget), "bv-wish");
  Job *job = job_new (wish->store, 0);

  job->id = wish->id;
  job->path = g_strdup (path);
  bv_read_async (G_OBJECT (widget), wish->store, write_file, job, (GDestroyNotify) job_free,
                 saved_cb, g_free, NULL);
}

static gpointer
read_name (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Job *job = user_data;
  g_autoptr (BvEvidence) paper = bv_evidence_load (connection, job->id, error);

  return paper != NULL ? g_strdup (paper->name) : NULL;
}

static void
name_cb (gpointer owner, gpointer result, const GError *error)
{
  g_autofree char *name = result;

  if (error != NULL)
    bv_toast_error (owner, _ ("The paper could not be saved"), error);
  else
    bv_file_dialog_save (owner, _ ("Save a Copy"), name, 0, place_cb, NULL);
}

void
bv_nomination_save_paper (GtkWidget *widget, BvStore *store, gint64 id)
{
  Job *job = job_new (store, 0);
  Wish *wish = g_new0 (Wish, 1);

  job->id = id;
  wish->store = g_object_ref (store);
  wish->id = id;
  g_object_set_data_full (G_OBJECT (widget), "bv-wish", wish, wish_free);
  bv_read_async (G_OBJECT (widget), store, read_name, job, (GDestroyNotify) job_free, name_cb,
                 g_free, NULL);
}

/* ── The record ────────────────────────────────────────────────────────────────────────────── */

static gpointer
read_subject (BvConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  Job *job = user_data;

  return bv_nomination_load (connection, job->nomination_id, error);
}

static void
subject_cb (gpointer owner, gpointer result, const GError *error)
{
  static const char *const kinds[] = { "person", "person", "unit", "household" };
  g_autoptr (BvNomination) nomination = result;

  if (error != NULL)
    bv_toast_error (owner, _ ("The nomination could not be read"), error);
  else
    gtk_widget_activate_action (owner, "win.open-record", "(sx)",
                                kinds[CLAMP ((int) nomination->subject_kind, 0, 3)],
                                nomination->subject_id);
}

void
bv_nomination_open_record (GtkWidget *widget, BvStore *store, gint64 nomination_id)
{
  bv_read_async (G_OBJECT (widget), store, read_subject, job_new (store, nomination_id),
                 (GDestroyNotify) job_free, subject_cb, (GDestroyNotify) bv_nomination_free, NULL);
}

/* ── Another kind of a paper ─────────────────────────────────────────────────────────────── */

static gboolean
kind_act (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Job *job = data;

  return bv_evidence_set_kind_act (store, job->id, job->key, act_id, error);
}

static void
save_kind (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Job *asked = user_data;
  Job *job = job_new (asked->store, 0);

  job->id = asked->id;
  job->key = bv_form_get_text (form, "kind");
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), job->store, NULL, kind_act, job, (GDestroyNotify) job_free,
               bv_form_window_act_done, NULL);
}

void
bv_nomination_edit_paper (GtkWidget *widget,
                          BvStore *store,
                          gint64 id,
                          const char *name,
                          const char *kind)
{
  BvForm *form = BV_FORM (bv_form_new ());
  Job *job = job_new (store, 0);

  job->id = id;
  bv_form_add_section (form, name, NULL);
  bv_form_add_choice (form, "kind", _ ("_Kind of paper"), bv_evidence_kinds);
  bv_form_set_text (form, "kind", kind);
  bv_form_set_clean (form);
  bv_form_window_present (widget, _ ("Kind of the Paper"), form, NULL, save_kind, job,
                          (GDestroyNotify) job_free);
}
