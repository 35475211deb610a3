// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * A PDF drawn by Poppler on the one thread that may call Poppler. The thread is started with the
 * first document and waits for jobs for the life of the process; PopplerDocument is made, used and
 * dropped there only, or under its lock by a print operation. The main thread else never waits.
 */
#define G_LOG_DOMAIN "bv-preview"

#include "bv-preview-document.h"

#include "base/bv-error.h"

#include <glib/gi18n.h>
#include <math.h>
#include <poppler.h>
#include <stdlib.h>

typedef struct
{
  double width;
  double height;
} PageSize;

struct _BvPreviewDocument
{
  GObject parent_instance;

  /* Owned */
  PopplerDocument *poppler; /* the rendering thread's alone */
  PageSize *sizes;          /* written before the document is handed out, read-only since */

  /* State */
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (BvPreviewDocument, bv_preview_document, G_TYPE_OBJECT)

typedef enum
{
  JOB_OPEN,
  JOB_RENDER,
  JOB_TEXT,
  JOB_DROP,
} JobKind;

typedef struct
{
  JobKind kind;
  int priority;
  guint64 serial;
  guint page;
  double scale;
  GBytes *pdf;              /* JOB_OPEN */
  PopplerDocument *dropped; /* JOB_DROP */
  GTask *task;              /* not for JOB_DROP */
} Job;

/* A texture bigger than this would cost more memory than it shows detail. */
#define MAX_SIDE 8192

static GAsyncQueue *queue;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->pdf, g_bytes_unref);
  g_clear_object (&job->dropped);
  g_clear_object (&job->task);
  g_free (job);
}

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Job *first = a;
  const Job *second = b;

  if (first->priority != second->priority)
    return first->priority < second->priority ? -1 : 1;
  return first->serial < second->serial ? -1 : first->serial > second->serial;
}

/* Held whenever Poppler is called: by the thread for a job, by a print operation for a page. */
static GMutex poppler_lock;

void
bv_preview_document_stop (void)
{
  static gsize is_stopped = 0;

  if (g_once_init_enter (&is_stopped))
    {
      /* Never unlocked: the thread waits here for its next page until the process is gone. */
      g_mutex_lock (&poppler_lock);
      g_once_init_leave (&is_stopped, 1);
    }
}

BvPreviewDocument *
bv_preview_document_open (GBytes *pdf, GError **error)
{
  g_autoptr (BvPreviewDocument) self = g_object_new (BV_TYPE_PREVIEW_DOCUMENT, NULL);
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (pdf != NULL, NULL);

  g_mutex_lock (&poppler_lock);
  self->poppler = poppler_document_new_from_bytes (pdf, NULL, &local);
  if (self->poppler != NULL)
    {
      self->n_pages = (guint) poppler_document_get_n_pages (self->poppler);
      self->sizes = g_new0 (PageSize, MAX (self->n_pages, 1));
      for (guint i = 0; i < self->n_pages; i++)
        {
          PopplerPage *page = poppler_document_get_page (self->poppler, (int) i);

          if (page != NULL)
            poppler_page_get_size (page, &self->sizes[i].width, &self->sizes[i].height);
          g_clear_object (&page);
        }
    }
  g_mutex_unlock (&poppler_lock);
  if (self->poppler == NULL)
    {
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_TEMPLATE,
                   /* Translators: %s is what the PDF library reports. */
                   _ ("The PDF cannot be shown: %s"), local->message);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
bv_preview_document_draw (BvPreviewDocument *self, guint page, cairo_t *cr)
{
  PopplerPage *poppler_page;

  g_return_if_fail (BV_IS_PREVIEW_DOCUMENT (self) && page < self->n_pages);

  g_mutex_lock (&poppler_lock);
  poppler_page = poppler_document_get_page (self->poppler, (int) page);
  if (poppler_page != NULL)
    poppler_page_render_for_printing (poppler_page, cr);
  g_clear_object (&poppler_page);
  g_mutex_unlock (&poppler_lock);
}

static void
run_open (Job *job)
{
  GError *error = NULL;
  BvPreviewDocument *document = bv_preview_document_open (job->pdf, &error);

  if (document == NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, document, g_object_unref);
}

static void
run_render (Job *job, PopplerPage *page)
{
  double width, height, scale;
  int pixel_width, pixel_height;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  g_autoptr (GBytes) bytes = NULL;

  poppler_page_get_size (page, &width, &height);
  scale = MIN (job->scale, MAX_SIDE / MAX (MAX (width, height), 1));
  pixel_width = MAX (1, (int) lround (width * scale));
  pixel_height = MAX (1, (int) lround (height * scale));

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixel_width, pixel_height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, pixel_width / MAX (width, 1), pixel_height / MAX (height, 1));
  poppler_page_render (page, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      g_task_return_new_error (job->task, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_DRAW,
                               _ ("Page %u cannot be drawn: %s"), job->page + 1,
                               cairo_status_to_string (status));
      return;
    }

  {
    gsize stride = (gsize) cairo_image_surface_get_stride (surface);

    bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                        stride * (gsize) pixel_height,
                                        (GDestroyNotify) cairo_surface_destroy, surface);
    g_task_return_pointer (
      job->task,
      gdk_memory_texture_new (pixel_width, pixel_height, GDK_MEMORY_DEFAULT, bytes, stride),
      g_object_unref);
  }
}

static void
run_on_page (Job *job)
{
  BvPreviewDocument *self = g_task_get_source_object (job->task);
  PopplerPage *page = poppler_document_get_page (self->poppler, (int) job->page);

  if (page == NULL)
    {
      g_task_return_new_error (job->task, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_DRAW,
                               _ ("The document has no page %u."), job->page + 1);
      return;
    }
  if (job->kind == JOB_RENDER)
    run_render (job, page);
  else
    g_task_return_pointer (job->task, poppler_page_get_text (page), g_free);
  g_object_unref (page);
}

static gpointer
render_thread (gpointer data)
{
  for (;;)
    {
      Job *job = g_async_queue_pop (queue);

      if (job->task != NULL && g_task_return_error_if_cancelled (job->task))
        ;
      else if (job->kind == JOB_OPEN)
        run_open (job);
      else if (job->kind != JOB_DROP)
        {
          g_mutex_lock (&poppler_lock);
          run_on_page (job);
          g_mutex_unlock (&poppler_lock);
        }
      if (job->kind == JOB_DROP)
        {
          g_mutex_lock (&poppler_lock);
          g_clear_object (&job->dropped);
          g_mutex_unlock (&poppler_lock);
        }
      job_free (job);
    }
  return NULL;
}

static void
push (Job *job)
{
  static gsize started = 0;
  static guint64 serial = 0;

  if (g_once_init_enter (&started))
    {
      queue = g_async_queue_new ();
      /* For whoever leaves by exit() alone. */
      atexit (bv_preview_document_stop);
      g_thread_unref (g_thread_new ("bv-preview", render_thread, NULL));
      g_once_init_leave (&started, 1);
    }
  g_async_queue_lock (queue);
  job->serial = serial++;
  g_async_queue_push_sorted_unlocked (queue, job, compare_jobs, NULL);
  g_async_queue_unlock (queue);
}

static void
bv_preview_document_finalize (GObject *object)
{
  BvPreviewDocument *self = BV_PREVIEW_DOCUMENT (object);

  if (self->poppler != NULL)
    {
      Job *job = g_new0 (Job, 1);

      job->kind = JOB_DROP;
      job->priority = G_MAXINT;
      job->dropped = g_steal_pointer (&self->poppler);
      push (job);
    }
  g_free (self->sizes);

  G_OBJECT_CLASS (bv_preview_document_parent_class)->finalize (object);
}

static void
bv_preview_document_class_init (BvPreviewDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_preview_document_finalize;
}

static void
bv_preview_document_init (BvPreviewDocument *self)
{
}

void
bv_preview_document_open_async (GBytes *pdf,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (pdf != NULL);

  job->kind = JOB_OPEN;
  job->priority = BV_PREVIEW_PRIORITY_OPEN;
  job->pdf = g_bytes_ref (pdf);
  job->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, bv_preview_document_open_async);
  push (job);
}

BvPreviewDocument *
bv_preview_document_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
bv_preview_document_get_n_pages (BvPreviewDocument *self)
{
  g_return_val_if_fail (BV_IS_PREVIEW_DOCUMENT (self), 0);

  return self->n_pages;
}

void
bv_preview_document_get_page_size (BvPreviewDocument *self,
                                   guint page,
                                   double *width,
                                   double *height)
{
  g_return_if_fail (BV_IS_PREVIEW_DOCUMENT (self) && page < self->n_pages);

  *width = self->sizes[page].width;
  *height = self->sizes[page].height;
}

void
bv_preview_document_render_async (BvPreviewDocument *self,
                                  guint page,
                                  double scale,
                                  BvPreviewPriority priority,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (BV_IS_PREVIEW_DOCUMENT (self) && scale > 0);

  job->kind = JOB_RENDER;
  job->priority = (int) priority;
  job->page = page;
  job->scale = scale;
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, bv_preview_document_render_async);
  push (job);
}

GdkTexture *
bv_preview_document_render_finish (BvPreviewDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
bv_preview_document_text_async (BvPreviewDocument *self,
                                guint page,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (BV_IS_PREVIEW_DOCUMENT (self));

  job->kind = JOB_TEXT;
  job->priority = BV_PREVIEW_PRIORITY_TEXT;
  job->page = page;
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, bv_preview_document_text_async);
  push (job);
}

char *
bv_preview_document_text_finish (BvPreviewDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
