// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Shared by the files that load the demo district; nobody else includes this. */

/** BvDemoLoader: the act under way. */
typedef struct
{
  /* Borrowed */
  BvConnection *connection;
  JsonObject *root;

  /* Owned */
  GHashTable *ids; /* key in the file → gint64 subject id */

  /* State */
  gboolean is_plain; /* without the year under way */
} BvDemoLoader;

typedef gboolean (*BvDemoFunc) (BvDemoLoader *loader, JsonObject *object, GError **error);

/** "" for a member that is not there. */
const char *bv_demo_get_text (JsonObject *object, const char *member);
/** %NULL in place of "", for members that may be unknown. (transfer full) */
char *bv_demo_dup_optional (JsonObject *object, const char *member);
/** Replaces the text at @place by the member's, "" when it is not there. */
void bv_demo_set_text (char **place, JsonObject *object, const char *member);
/** The id of the record that the file calls @key; %BV_VALUE_ERROR_UNKNOWN names a key that nothing defined. */
gboolean bv_demo_find (BvDemoLoader *loader, const char *key, gint64 *id, GError **error);
/** Calls @func for every object of the list @member, which must be there, until one fails. */
gboolean bv_demo_load_each (BvDemoLoader *loader,
                            JsonObject *object,
                            const char *member,
                            BvDemoFunc func,
                            GError **error);

/** The year 2022 from registration to the council (data/demo/muong-la-2022.json). */
gboolean bv_demo_load_year (BvDemoLoader *loader, GError **error);

G_END_DECLS
