// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

/* The real bangvang-cli as a process, on a file in a private folder. */

typedef struct
{
  char *folder;
  char *file;
  gboolean is_full; /* the disk has no room for files above 40 kB */
} Fixture;

typedef struct
{
  int exit_code;
  char *out;
  char *err;
} Result;

void result_clear (Result *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

/** A private folder and the name of a file in it; nothing is made yet. */
void set_up (Fixture *f, gconstpointer data);
void tear_down (Fixture *f, gconstpointer data);
/** Runs the program on the fixture's file; the arguments end with NULL. @result is cleared first. */
void run (Fixture *f, Result *result, ...) G_GNUC_NULL_TERMINATED;
/** The same with an array of arguments that ends with NULL. */
void run_array (Fixture *f, Result *result, const char *const *arguments);
/** What differs from run to run (folder, moment, person) is taken out first. */
void assert_golden (Fixture *f, const char *name, const char *text);
/** Exit code 0 and nothing on stderr. */
void assert_ok (const Result *result);
/** That exit code, one line on stderr that says @part, nothing on stdout. */
void assert_refused (const Result *result, int exit_code, const char *part);
/** (transfer full): what stands on stdout as JSON. */
JsonNode *parse (const Result *result);
/** (transfer full): a file in the folder. */
char *get_path (Fixture *f, const char *name);
gint64 get_size (const char *path);
/** Whether the file begins so. */
void assert_magic (const char *path, const char *magic);
/** The demo district into the file. */
void init_demo (Fixture *f, Result *result);
