// SPDX-License-Identifier: GPL-3.0-or-later
/* Two queries and their parameters. Counted, because a list and its worker hold one at a time. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-row-source.h"

typedef struct
{
  int index;
  char *text; /* owned; NULL with is_text binds NULL */
  gint64 number;
  gboolean is_text;
} Parameter;

struct _BvRowSource
{
  /* Owned */
  char *ids_sql;
  char *row_sql;
  GArray *parameters;

  /* State */
  gatomicrefcount references;
};

static void
parameter_clear (gpointer data)
{
  g_free (((Parameter *) data)->text);
}

BvRowSource *
bv_row_source_new (const char *ids_sql, const char *row_sql)
{
  BvRowSource *self = g_new0 (BvRowSource, 1);

  self->ids_sql = g_strdup (ids_sql);
  self->row_sql = g_strdup (row_sql);
  self->parameters = g_array_new (FALSE, FALSE, sizeof (Parameter));
  g_array_set_clear_func (self->parameters, parameter_clear);
  g_atomic_ref_count_init (&self->references);
  return self;
}

void
bv_row_source_bind_text (BvRowSource *self, int index, const char *value)
{
  Parameter parameter = { .index = index, .text = g_strdup (value), .is_text = TRUE };

  g_array_append_val (self->parameters, parameter);
}

void
bv_row_source_bind_int (BvRowSource *self, int index, gint64 value)
{
  Parameter parameter = { .index = index, .number = value };

  g_array_append_val (self->parameters, parameter);
}

BvRowSource *
bv_row_source_ref (BvRowSource *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bv_row_source_free (BvRowSource *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->ids_sql);
  g_free (self->row_sql);
  g_array_unref (self->parameters);
  g_free (self);
}

GArray *
bv_row_source_read_ids (BvRowSource *self, BvConnection *connection, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_prepare (connection, self->ids_sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row, ok;

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < self->parameters->len; i++)
    {
      const Parameter *parameter = &g_array_index (self->parameters, Parameter, i);

      if (parameter->is_text)
        bv_statement_bind_text (statement, parameter->index, parameter->text);
      else
        bv_statement_bind_int (statement, parameter->index, parameter->number);
    }
  while ((ok = bv_statement_step (statement, &has_row, error)) && has_row)
    {
      gint64 id = bv_statement_int (statement, 0);
      g_array_append_val (ids, id);
    }
  return ok ? g_steal_pointer (&ids) : NULL;
}

BvStatement *
bv_row_source_prepare_row (BvRowSource *self, BvConnection *connection, GError **error)
{
  return bv_connection_prepare (connection, self->row_sql, error);
}
