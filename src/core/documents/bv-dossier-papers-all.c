// SPDX-License-Identifier: GPL-3.0-or-later
/* All papers of a dossier into one folder. Each is read from one state of the file and appears whole or not at all. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-dossier-papers.h"

#include "base/bv-error.h"
#include "merit/bv-nomination.h"
#include "store/bv-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static const char *const endings[] = {
  [BV_DOCUMENT_FORMAT_PDF] = "pdf",
  [BV_DOCUMENT_FORMAT_ODT] = "odt",
  [BV_DOCUMENT_FORMAT_XLSX] = "xlsx",
};

typedef struct
{
  BvPaperKind kind;
  gint64 nomination_id;
  gint64 decision_id; /* 0: the one of the options */
} Job;

typedef struct
{
  BvStore *store;
  BvPaperOptions options;
  const char *folder;
  guint formats;
  GPtrArray *files;
  GPtrArray *left_out;
} Run;

/* @document: (out) (nullable): not made, because something is missing. */
static gboolean
build (Run *self, const Job *job, BvDocument **document, char **stem, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (self->store, error);
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = NULL;
  BvConnection *connection;

  if (lease == NULL)
    return FALSE;
  connection = bv_lease_connection (lease);
  self->options.nomination_id = job->nomination_id;
  self->options.decision_id = job->decision_id;
  *document = bv_dossier_paper_build (connection, job->kind, &self->options, &failure);
  if (*document == NULL)
    {
      if (!g_error_matches (failure, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      /* TRANSLATORS: a paper, and a sentence that says why it is not made yet. */
      g_ptr_array_add (self->left_out,
                       g_strdup_printf (_ ("%s: %s"),
                                        bv_choice_label (bv_papers, bv_papers[job->kind].code),
                                        failure->message));
      return TRUE;
    }
  name = bv_dossier_paper_file_name (connection, job->kind, &self->options, error);
  if (name == NULL)
    return FALSE;
  /* Two people may bear one name. */
  *stem = job->nomination_id != 0
            ? g_strdup_printf ("%s-%" G_GINT64_FORMAT, name, job->nomination_id)
            : g_steal_pointer (&name);
  return TRUE;
}

static gboolean
write_one (Run *self, const Job *job, GError **error)
{
  BvDocument *built = NULL;
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *stem = NULL;
  gboolean is_read = build (self, job, &built, &stem, error);

  document = built;
  if (!is_read || document == NULL)
    return is_read;
  for (guint format = 0; format < G_N_ELEMENTS (endings); format++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s", stem, endings[format]);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autoptr (GError) failure = NULL;

      if (!(self->formats & (1u << format)))
        continue;
      if (bv_document_write (document, format, path, &failure))
        g_ptr_array_add (self->files, g_steal_pointer (&path));
      else if (!g_error_matches (failure, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY))
        {
          /* A paper without a table has no workbook; everything else is a failure. */
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  return TRUE;
}

static GArray *
list_jobs (Run *self, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (self->store, error);
  g_autoptr (GPtrArray) nominations = lease != NULL
                                        ? bv_nomination_list (bv_lease_connection (lease),
                                                              self->options.dossier_id, error)
                                        : NULL;
  g_autoptr (GArray) decisions = NULL;
  GArray *jobs;

  if (nominations == NULL)
    return NULL;
  decisions = self->options.decision_id != 0
                ? g_array_new (FALSE, FALSE, sizeof (gint64))
                : bv_dossier_papers_list_decisions (bv_lease_connection (lease),
                                                    self->options.dossier_id, error);
  if (decisions == NULL)
    return NULL;
  jobs = g_array_new (FALSE, FALSE, sizeof (Job));
  for (guint kind = 0; kind < BV_N_PAPERS; kind++)
    {
      Job job = { kind, 0, self->options.decision_id };

      if (bv_paper_kind_needs_nomination (kind))
        continue;
      if (!bv_paper_kind_needs_decision (kind) || decisions->len == 0)
        g_array_append_val (jobs, job);
      /* Titles and forms of commendation stand in decisions of their own. */
      for (guint i = 0; bv_paper_kind_needs_decision (kind) && i < decisions->len; i++)
        {
          job.decision_id = g_array_index (decisions, gint64, i);
          g_array_append_val (jobs, job);
        }
    }
  for (guint i = 0; i < nominations->len; i++)
    {
      const BvNomination *one = g_ptr_array_index (nominations, i);
      Job job = { BV_PAPER_REPORT, one->id, self->options.decision_id };

      if (one->state == BV_NOMINATION_PROPOSED)
        g_array_append_val (jobs, job);
    }
  return jobs;
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0755) == 0)
    return TRUE;
  g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_WRITE,
               /* TRANSLATORS: the name of a folder, and the system's reason. */
               _ ("The folder %s cannot be made: %s"), folder, g_strerror (errno));
  return FALSE;
}

GPtrArray *
bv_dossier_papers_write_all (BvStore *store,
                             const BvPaperOptions *options,
                             const char *folder,
                             guint formats,
                             GPtrArray **left_out,
                             BvProgressFunc progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  Run self = { store, *options, folder, formats, files, missing };
  g_autoptr (GArray) jobs = NULL;

  g_return_val_if_fail (options->dossier_id != 0 && folder != NULL, NULL);
  if (!make_folder (folder, error))
    return NULL;
  jobs = list_jobs (&self, error);
  if (jobs == NULL)
    return NULL;
  for (guint i = 0; i < jobs->len; i++)
    {
      const Job *job = &g_array_index (jobs, Job, i);

      if (progress != NULL)
        progress ((double) i / jobs->len, bv_choice_label (bv_papers, bv_papers[job->kind].code),
                  progress_data);
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !write_one (&self, job, error))
        return NULL;
    }
  if (left_out != NULL)
    *left_out = g_steal_pointer (&missing);
  return g_steal_pointer (&files);
}
