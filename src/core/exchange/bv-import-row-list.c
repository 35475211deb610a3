// SPDX-License-Identifier: GPL-3.0-or-later
/* The rows of a plan as a list for a view: 100,000 indexes, and objects only for rows that are looked
 * at. Main thread. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-import.h"

struct _BvImportRow
{
  GObject parent_instance;

  /* Owned */
  char *title;
  char *message;
  /* State */
  guint index;
  guint number;
  BvImportRowStatus status;
};

G_DEFINE_FINAL_TYPE (BvImportRow, bv_import_row, G_TYPE_OBJECT)

static void
bv_import_row_finalize (GObject *object)
{
  BvImportRow *self = BV_IMPORT_ROW (object);

  g_free (self->title);
  g_free (self->message);
  G_OBJECT_CLASS (bv_import_row_parent_class)->finalize (object);
}

static void
bv_import_row_class_init (BvImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_import_row_finalize;
}

static void
bv_import_row_init (BvImportRow *self)
{
}

guint
bv_import_row_get_number (BvImportRow *self)
{
  return self->number;
}

BvImportRowStatus
bv_import_row_get_status (BvImportRow *self)
{
  return self->status;
}

const char *
bv_import_row_get_title (BvImportRow *self)
{
  return self->title != NULL ? self->title : "";
}

const char *
bv_import_row_get_message (BvImportRow *self)
{
  return self->message != NULL ? self->message : "";
}

/* ── The list ────────────────────────────────────────────────────────────────────────────── */

#define BV_TYPE_IMPORT_ROW_LIST (bv_import_row_list_get_type ())
G_DECLARE_FINAL_TYPE (BvImportRowList, bv_import_row_list, BV, IMPORT_ROW_LIST, GObject)

struct _BvImportRowList
{
  GObject parent_instance;

  /* Owned */
  BvImport *import;
  GArray *indexes; /* guint */
};

static GType
get_item_type (GListModel *model)
{
  return BV_TYPE_IMPORT_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return BV_IMPORT_ROW_LIST (model)->indexes->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  BvImportRowList *self = BV_IMPORT_ROW_LIST (model);

  if (position >= self->indexes->len)
    return NULL;
  BvImportRow *row = g_object_new (BV_TYPE_IMPORT_ROW, NULL);

  row->index = g_array_index (self->indexes, guint, position);
  if (row->index >= bv_import_get_n_rows (self->import))
    return row; /* the plan has been dropped since: an empty row until the view lets go */
  row->number = bv_import_get_row_number (self->import, row->index);
  row->status = bv_import_get_row_status (self->import, row->index);
  row->title = bv_import_get_row_title (self->import, row->index);
  row->message = bv_import_get_row_message (self->import, row->index);
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BvImportRowList,
                               bv_import_row_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
bv_import_row_list_finalize (GObject *object)
{
  BvImportRowList *self = BV_IMPORT_ROW_LIST (object);

  g_clear_object (&self->import);
  g_array_unref (self->indexes);
  G_OBJECT_CLASS (bv_import_row_list_parent_class)->finalize (object);
}

static void
bv_import_row_list_class_init (BvImportRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_import_row_list_finalize;
}

static void
bv_import_row_list_init (BvImportRowList *self)
{
  self->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
}

GListModel *
bv_import_list_rows (BvImport *import, guint statuses)
{
  BvImportRowList *self = g_object_new (BV_TYPE_IMPORT_ROW_LIST, NULL);

  self->import = g_object_ref (import);
  for (guint row = 0; row < bv_import_get_n_rows (import); row++)
    if (statuses == 0 || (statuses & 1u << bv_import_get_row_status (import, row)) != 0)
      g_array_append_val (self->indexes, row);
  return G_LIST_MODEL (self);
}
