// SPDX-License-Identifier: GPL-3.0-or-later
/* The windowed list: ids of all rows, objects for the few that are looked at. Ids are read on a worker
 * under a lease; a page of rows is read where it is asked for, which takes about half a millisecond
 * and never waits for the writer. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-row-list.h"

#include "store/bv-row-pages.h"
#include "store/bv-row-source.h"
#include "store/bv-row.h"
#include "store/bv-store.h"

/* Up to so many rows, GTK may look at each one of a change to see where it went. */
#define SMALL_CHANGE 64

struct _BvRowList
{
  GObject parent_instance;

  /* Owned */
  BvStore *store;
  BvRowSource *source; /* the newest asked for */
  BvRowSource *shown;  /* the one that ids belong to */
  GArray *ids;         /* gint64 */
  BvRowPages *pages;
  GCancellable *cancellable; /* of the loading under way */

  /* State */
  guint generation;
  guint n_materialised;
  gboolean is_loading;
};

static void bv_row_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvRowList,
                               bv_row_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bv_row_list_model_init))

enum
{
  PROP_0,
  PROP_LOADING,
  N_PROPS,
};

enum
{
  SIGNAL_LOADED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What the worker is to read, and what it has read. */
typedef struct
{
  BvStore *store;
  BvRowSource *source;
  guint generation;
  gboolean is_reload;
  GArray *wanted;   /* gint64: rows that exist as objects and are to be read again */
  GArray *ids;      /* out: gint64 */
  GHashTable *rows; /* out: id → BvRow */
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->store);
  bv_row_source_free (load->source);
  g_clear_pointer (&load->wanted, g_array_unref);
  g_clear_pointer (&load->ids, g_array_unref);
  g_clear_pointer (&load->rows, g_hash_table_unref);
  g_free (load);
}

static void
set_loading (BvRowList *self, gboolean is_loading)
{
  if (self->is_loading == is_loading)
    return;
  self->is_loading = is_loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static gboolean
read_rows (Load *load, BvConnection *connection, GError **error)
{
  g_autoptr (BvStatement) statement = NULL;

  load->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  if (load->wanted == NULL || load->wanted->len == 0)
    return TRUE;
  statement = bv_row_source_prepare_row (load->source, connection, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < load->wanted->len; i++)
    {
      gint64 id = g_array_index (load->wanted, gint64, i);
      BvRow *row = bv_row_read (statement, id, error);

      if (row == NULL)
        return FALSE;
      g_hash_table_insert (load->rows, g_memdup2 (&id, sizeof id), row);
    }
  return TRUE;
}

static void
load_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Load *load = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (load->store, &error);

  if (lease != NULL)
    {
      bv_lease_set_cancellable (lease, cancellable);
      load->ids = bv_row_source_read_ids (load->source, bv_lease_connection (lease), &error);
    }
  if (load->ids == NULL || !read_rows (load, bv_lease_connection (lease), &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/* Shows @ids; rows from @position on count as others. In two steps when there are many: told in one, GTK
 * asks for every row of the new result to see whether an old one moved there. */
static void
replace_ids (BvRowList *self, GArray *ids, guint position, guint n_removed, guint n_added)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);

  if (n_removed > 0 && n_added > SMALL_CHANGE)
    {
      self->ids = g_array_copy (old);
      g_array_remove_range (self->ids, position, n_removed);
      g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, 0);
      g_array_unref (self->ids);
      n_removed = 0;
    }
  self->ids = g_array_ref (ids);
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static void
show_result (BvRowList *self, Load *load)
{
  guint n_old = self->ids->len;

  g_clear_pointer (&self->pages, bv_row_pages_free);
  self->pages = bv_row_pages_new ();
  if (n_old > 0)
    {
      g_array_unref (self->ids);
      self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, 0);
    }
  g_clear_pointer (&self->shown, bv_row_source_free);
  self->shown = bv_row_source_ref (load->source);
  replace_ids (self, load->ids, 0, 0, load->ids->len);
}

static void
collect_row (guint position, BvRow *row, gpointer user_data)
{
  GHashTable *rows = user_data;
  gint64 id = bv_row_get_id (row);

  g_hash_table_insert (rows, g_memdup2 (&id, sizeof id), g_object_ref (row));
}

static void
collect_id (guint position, BvRow *row, gpointer user_data)
{
  gint64 id = bv_row_get_id (row);

  g_array_append_val ((GArray *) user_data, id);
}

/* The rows that exist already, at their places in @ids: the old object where nothing changed, else the
 * new one, whose position goes into @changed. */
static BvRowPages *
carry_over (BvRowList *self, Load *load, GArray *changed)
{
  BvRowPages *pages = bv_row_pages_new ();
  g_autoptr (GHashTable)
    old_rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  guint n_left;

  bv_row_pages_foreach (self->pages, collect_row, old_rows);
  n_left = g_hash_table_size (old_rows);
  for (guint i = 0; i < load->ids->len && n_left > 0; i++)
    {
      gint64 id = g_array_index (load->ids, gint64, i);
      BvRow *old_row = g_hash_table_lookup (old_rows, &id);
      BvRow *new_row = g_hash_table_lookup (load->rows, &id);

      if (old_row == NULL)
        continue;
      n_left--;
      if (new_row != NULL && !bv_row_equal (old_row, new_row))
        {
          g_array_append_val (changed, i);
          self->n_materialised++;
          bv_row_pages_put (pages, i, g_object_ref (new_row));
        }
      else if (new_row != NULL)
        bv_row_pages_put (pages, i, g_object_ref (old_row));
    }
  return pages;
}

static void
show_difference (BvRowList *self, Load *load)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));
  BvRowPages *pages = carry_over (self, load, changed);
  GArray *old = self->ids;
  GArray *ids = load->ids;
  guint n_common = MIN (old->len, ids->len);
  guint head = 0, tail = 0;

  while (head < n_common && g_array_index (old, gint64, head) == g_array_index (ids, gint64, head))
    head++;
  while (tail < n_common - head
         && g_array_index (old, gint64, old->len - 1 - tail)
              == g_array_index (ids, gint64, ids->len - 1 - tail))
    tail++;

  bv_row_pages_free (self->pages);
  self->pages = pages;
  replace_ids (self, ids, head, old->len - head - tail, ids->len - head - tail);
  for (guint i = 0; i < changed->len; i++)
    {
      guint position = g_array_index (changed, guint, i);

      /* What lies between was announced as new already. */
      if (position < head || position >= ids->len - tail)
        g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
    }
}

static void
loaded_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  BvRowList *self = BV_ROW_LIST (source_object);
  Load *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  if (load->generation != self->generation)
    return;
  g_clear_object (&self->cancellable);
  if (ok && load->is_reload)
    show_difference (self, load);
  else if (ok)
    show_result (self, load);
  set_loading (self, FALSE);
  if (ok)
    g_signal_emit (self, signals[SIGNAL_LOADED], 0);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
start_loading (BvRowList *self)
{
  g_autoptr (GTask) task = NULL;
  Load *load = g_new0 (Load, 1);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  load->store = g_object_ref (self->store);
  load->source = bv_row_source_ref (self->source);
  load->generation = ++self->generation;
  load->is_reload = self->shown == self->source;
  if (load->is_reload)
    {
      load->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
      bv_row_pages_foreach (self->pages, collect_id, load->wanted);
    }
  task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  g_task_set_source_tag (task, start_loading);
  g_task_set_task_data (task, load, load_free);
  set_loading (self, TRUE);
  g_task_run_in_thread (task, load_thread);
}

/* Reads the page of @position; rows of it that exist already stay. */
static gboolean
read_page (BvRowList *self, guint position, GError **error)
{
  guint first = position - position % BV_ROW_PAGE_SIZE;
  guint end = MIN (first + BV_ROW_PAGE_SIZE, self->ids->len);
  g_autoptr (BvLease) lease = bv_store_lease (self->store, error);
  g_autoptr (BvStatement) statement = NULL;

  if (lease == NULL)
    return FALSE;
  statement = bv_row_source_prepare_row (self->shown, bv_lease_connection (lease), error);
  if (statement == NULL)
    return FALSE;
  for (guint i = first; i < end; i++)
    {
      BvRow *row;

      if (bv_row_pages_get (self->pages, i) != NULL)
        continue;
      row = bv_row_read (statement, g_array_index (self->ids, gint64, i), error);
      if (row == NULL)
        return FALSE;
      bv_row_pages_put (self->pages, i, row);
      self->n_materialised++;
    }
  return TRUE;
}

typedef struct
{
  GWeakRef list;
  GError *error;
} Failure;

static void
failure_free (gpointer data)
{
  Failure *failure = data;

  g_weak_ref_clear (&failure->list);
  g_error_free (failure->error);
  g_free (failure);
}

static gboolean
emit_failed_cb (gpointer user_data)
{
  Failure *failure = user_data;
  g_autoptr (BvRowList) self = g_weak_ref_get (&failure->list);

  if (self != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, failure->error);
  return G_SOURCE_REMOVE;
}

/* A view that asks for a row must not find the list changed by who hears of the failure: told later. */
static void
tell_failure (BvRowList *self, GError *error)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Failure *failure = g_new0 (Failure, 1);

  g_weak_ref_init (&failure->list, self);
  failure->error = error;
  g_source_set_callback (source, emit_failed_cb, failure, failure_free);
  g_source_attach (source, g_main_context_get_thread_default ());
}

static GType
bv_row_list_get_item_type (GListModel *model)
{
  return BV_TYPE_ROW;
}

static guint
bv_row_list_get_n_items (GListModel *model)
{
  return BV_ROW_LIST (model)->ids->len;
}

static gpointer
bv_row_list_get_item (GListModel *model, guint position)
{
  BvRowList *self = BV_ROW_LIST (model);
  BvRow *row;

  if (position >= self->ids->len)
    return NULL;
  row = bv_row_pages_get (self->pages, position);
  if (row == NULL)
    {
      GError *error = NULL;

      if (!read_page (self, position, &error))
        {
          /* A view must get something for each position it asks for. */
          tell_failure (self, error);
          return bv_row_new_empty (g_array_index (self->ids, gint64, position));
        }
      row = bv_row_pages_get (self->pages, position);
    }
  return g_object_ref (row);
}

static void
bv_row_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bv_row_list_get_item_type;
  iface->get_n_items = bv_row_list_get_n_items;
  iface->get_item = bv_row_list_get_item;
}

static void
bv_row_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, bv_row_list_is_loading (BV_ROW_LIST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
bv_row_list_dispose (GObject *object)
{
  BvRowList *self = BV_ROW_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (bv_row_list_parent_class)->dispose (object);
}

static void
bv_row_list_finalize (GObject *object)
{
  BvRowList *self = BV_ROW_LIST (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->source, bv_row_source_free);
  g_clear_pointer (&self->shown, bv_row_source_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->pages, bv_row_pages_free);
  G_OBJECT_CLASS (bv_row_list_parent_class)->finalize (object);
}

static void
bv_row_list_class_init (BvRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bv_row_list_get_property;
  object_class->dispose = bv_row_list_dispose;
  object_class->finalize = bv_row_list_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_LOADED] = g_signal_new ("loaded", BV_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", BV_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bv_row_list_init (BvRowList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->pages = bv_row_pages_new ();
}

BvRowList *
bv_row_list_new (BvStore *store, BvRowSource *source)
{
  BvRowList *self;

  g_return_val_if_fail (BV_IS_STORE (store), NULL);

  self = g_object_new (BV_TYPE_ROW_LIST, NULL);
  self->store = g_object_ref (store);
  if (source != NULL)
    bv_row_list_set_source (self, source);
  return self;
}

void
bv_row_list_set_source (BvRowList *self, BvRowSource *source)
{
  g_return_if_fail (BV_IS_ROW_LIST (self));
  g_return_if_fail (source != NULL);

  g_clear_pointer (&self->source, bv_row_source_free);
  self->source = source;
  start_loading (self);
}

void
bv_row_list_reload (BvRowList *self)
{
  g_return_if_fail (BV_IS_ROW_LIST (self));

  if (self->source != NULL)
    start_loading (self);
}

void
bv_row_list_wait (BvRowList *self)
{
  g_return_if_fail (BV_IS_ROW_LIST (self));

  while (self->is_loading)
    g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
}

gboolean
bv_row_list_is_loading (BvRowList *self)
{
  g_return_val_if_fail (BV_IS_ROW_LIST (self), FALSE);

  return self->is_loading;
}

guint
bv_row_list_find (BvRowList *self, gint64 id)
{
  g_return_val_if_fail (BV_IS_ROW_LIST (self), G_MAXUINT);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return G_MAXUINT;
}

gint64
bv_row_list_get_id (BvRowList *self, guint position)
{
  g_return_val_if_fail (BV_IS_ROW_LIST (self), 0);
  g_return_val_if_fail (position < self->ids->len, 0);

  return g_array_index (self->ids, gint64, position);
}

guint
bv_row_list_get_n_materialised (BvRowList *self)
{
  g_return_val_if_fail (BV_IS_ROW_LIST (self), 0);

  return self->n_materialised;
}
