// SPDX-License-Identifier: GPL-3.0-or-later
/* The acts over movements, indicators and single figures. Lists are in bv-movements-lists.c, blocks
 * of figures in bv-grid-write.c. */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-movements.h"

#include "store/bv-connection.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>

static char *
read_name (BvStore *store, const char *sql, gint64 id, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (store, error);
  char *name = NULL;

  if (lease == NULL
      || !bv_connection_query_text (bv_lease_connection (lease), &name, error, sql, "i", id))
    return NULL;
  /* What is gone is told by the act itself. */
  return name != NULL ? name : g_strdup ("");
}

static gboolean
save_movement_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_movement_save (connection, user_data, error);
}

gboolean
bv_movements_save_movement (BvStore *store, BvMovement *movement, gint64 *act_id, GError **error)
{
  gint64 id = movement->id;
  g_autofree char *title = g_strdup_printf (
    id == 0 ? _ ("Add the movement “%s”") : _ ("Edit the movement “%s”"), movement->name);

  if (bv_store_act (store, title, BV_ACT_NONE, save_movement_cb, movement, NULL, act_id, error))
    return TRUE;
  movement->id = id;
  return FALSE;
}

static gboolean
delete_movement_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_movement_delete (connection, *(gint64 *) user_data, error);
}

gboolean
bv_movements_delete_movement (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  g_autofree char *name = read_name (store, "SELECT name FROM movement WHERE id = ?1", id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Delete the movement “%s”"), name);
  return bv_store_act (store, title, BV_ACT_NONE, delete_movement_cb, &id, NULL, act_id, error);
}

static gboolean
save_indicator_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_indicator_save (connection, user_data, error);
}

gboolean
bv_movements_save_indicator (BvStore *store, BvIndicator *indicator, gint64 *act_id, GError **error)
{
  gint64 id = indicator->id;
  int position = indicator->position;
  g_autofree char *title = g_strdup_printf (
    id == 0 ? _ ("Add the indicator “%s”") : _ ("Edit the indicator “%s”"), indicator->name);

  if (bv_store_act (store, title, BV_ACT_NONE, save_indicator_cb, indicator, NULL, act_id, error))
    return TRUE;
  indicator->id = id;
  indicator->position = position;
  return FALSE;
}

static gboolean
delete_indicator_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_indicator_delete (connection, *(gint64 *) user_data, error);
}

gboolean
bv_movements_delete_indicator (BvStore *store, gint64 id, gint64 *act_id, GError **error)
{
  g_autofree char *name = read_name (store, "SELECT name FROM indicator WHERE id = ?1", id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Delete indicator “%s” and its figures"), name);
  return bv_store_act (store, title, BV_ACT_NONE, delete_indicator_cb, &id, NULL, act_id, error);
}

typedef struct
{
  gint64 id;
  int position;
} MoveArguments;

static gboolean
move_indicator_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const MoveArguments *arguments = user_data;

  return bv_indicator_move (connection, arguments->id, arguments->position, error);
}

gboolean
bv_movements_move_indicator (BvStore *store,
                             gint64 id,
                             int position,
                             gint64 *act_id,
                             GError **error)
{
  MoveArguments arguments = { id, position };
  g_autofree char *name = read_name (store, "SELECT name FROM indicator WHERE id = ?1", id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Move the indicator “%s”"), name);
  return bv_store_act (store, title, BV_ACT_NONE, move_indicator_cb, &arguments, NULL, act_id,
                       error);
}

typedef struct
{
  BvFigureKind kind;
  BvFigure *figure;
} FigureArguments;

static gboolean
save_figure_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const FigureArguments *arguments = user_data;

  return bv_figure_save (connection, arguments->kind, arguments->figure, error);
}

gboolean
bv_movements_save_figure (BvStore *store,
                          BvFigureKind kind,
                          BvFigure *figure,
                          gint64 *act_id,
                          GError **error)
{
  FigureArguments arguments = { kind, figure };
  gint64 id = figure->id;
  g_autofree char *name = read_name (store, "SELECT name FROM indicator WHERE id = ?1",
                                     figure->indicator_id, error);
  g_autofree char *title = NULL;

  if (name == NULL)
    return FALSE;
  title = g_strdup_printf (
    kind == BV_FIGURE_TARGET ? _ ("Set a plan of “%s”") : _ ("Enter a figure of “%s”"), name);
  if (bv_store_act (store, title, BV_ACT_NONE, save_figure_cb, &arguments, NULL, act_id, error))
    return TRUE;
  figure->id = id;
  return FALSE;
}
