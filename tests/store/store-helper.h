// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A private folder with a store in it, for one test. */
typedef struct
{
  char *folder;
  char *path;
  BvStore *store;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
void fixture_reopen (Fixture *fixture);
char *fixture_path (Fixture *fixture, const char *name);

/** Runs one statement as one act. (transfer none) */
gint64 act_sql (BvStore *store, const char *title, const char *sql);
/** The first column of the first row, as text; "" when there is none. */
char *query_text (BvStore *store, const char *sql);
gint64 query_int (BvStore *store, const char *sql);
void assert_sound (BvStore *store);

/** Everything that acts write, as text: what two files must have in common. */
char *dump_store (BvStore *store);

/** Writes @size bytes. */
void write_file (const char *path, const void *data, gsize size);

/** Inserts person @n: a name made of real syllables, a code, a sort key. */
gboolean insert_person (BvConnection *connection, gint64 n, gint64 *id, GError **error);

G_END_DECLS
