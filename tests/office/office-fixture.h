// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "office/bv-register.h"
#include "store/bv-store.h"

#include <glib.h>

/* A store of its own in a private folder, for one test. */
typedef struct
{
  char *folder;
  char *path;
  BvStore *store;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/* Each fails the test when the act fails. */
gint64 fixture_add_unit (Fixture *fixture, const char *name, gint64 parent_id);
/* @unit_id: 0: no post. */
gint64 fixture_add_person (Fixture *fixture, const char *name, gint64 unit_id, const char *post);
void fixture_run (Fixture *fixture, const char *sql);
gint64 fixture_query (Fixture *fixture, const char *sql);
char *fixture_query_text (Fixture *fixture, const char *sql);
void fixture_undo (Fixture *fixture);

/* The first column of all rows of a source, joined by "; ". Takes the source. */
char *fixture_list (Fixture *fixture, BvRowSource *source, guint column);
