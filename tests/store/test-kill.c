// SPDX-License-Identifier: GPL-3.0-or-later
/* The kill test. A child does random acts and tells, through a pipe, what it tries and what was
 * acknowledged; the parent kills it at random moments, opens the file, checks it, and compares it with
 * a model that knows nothing of SQLite. Every acknowledged act must be there; of the one under way
 * either all or nothing. */

#include "store-helper.h"

#include "base/bv-error.h"
#include "base/bv-text.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MIN_ACTS 300
#define MIN_KILLS 50

/* One line of the pipe: "t i 12 name…" before, "a 34" after. */

/* ── The child ───────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  char kind; /* i: put one, d: delete one, b: put many, u: undo, r: redo */
  int key;
  int n;
  guint salt;
} Operation;

static char *
make_name (int key, guint salt)
{
  return g_strdup_printf ("Lò Văn Điện %d số %u", key, salt);
}

static gboolean
operation_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  const Operation *operation = user_data;

  if (operation->kind == 'd')
    return bv_connection_run (connection, error, "DELETE FROM subject WHERE id = ?1", "i",
                              (gint64) operation->key);
  for (int key = operation->key; key < operation->key + operation->n; key++)
    {
      g_autofree char *name = make_name (key, operation->salt);

      if (!bv_connection_run (connection, error,
                              "INSERT INTO subject (id, kind, name, name_fold, sort_key)"
                              " VALUES (?1, 1, ?2, ?2, x'00')"
                              " ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
                              " name_fold = excluded.name_fold",
                              "is", (gint64) key, name)
          || !bv_connection_run (connection, error,
                                 "INSERT OR IGNORE INTO person (subject_id) VALUES (?1)", "i",
                                 (gint64) key))
        return FALSE;
    }
  return TRUE;
}

static Operation
choose (GRand *rand)
{
  static const char kinds[] = "iiiiiddbuuur";
  Operation operation = {
    .kind = kinds[g_rand_int_range (rand, 0, sizeof kinds - 1)],
    .key = g_rand_int_range (rand, 1, 60),
    .n = 1,
    .salt = (guint) g_rand_int_range (rand, 0, 5),
  };

  if (operation.kind == 'b')
    operation.n = g_rand_int_range (rand, 50, 400);
  return operation;
}

static void
tell (const char *line)
{
  g_assert_cmpint (write (STDOUT_FILENO, line, strlen (line)), ==, (gssize) strlen (line));
}

static void
run_child (const char *path, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStore) store = bv_store_open (path, BV_STORE_OPEN, &error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_assert_no_error (error);
  while (TRUE)
    {
      Operation operation = choose (rand);
      g_autofree char *attempt = g_strdup_printf ("t %c %d %d %u\n", operation.kind, operation.key,
                                                  operation.n, operation.salt);
      g_autofree char *answer = NULL;
      gint64 id = 0;

      tell (attempt);
      if (operation.kind == 'u')
        bv_store_undo (store, 0, NULL, &id, &error);
      else if (operation.kind == 'r')
        bv_store_redo (store, 0, NULL, &id, &error);
      else
        bv_store_act (store, "Random", operation.kind == 'b' ? BV_ACT_BULK : BV_ACT_NONE,
                      operation_cb, &operation, NULL, &id, &error);
      if (!g_error_matches (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND))
        g_assert_no_error (error);
      g_clear_error (&error);
      answer = g_strdup_printf ("a %d\n", (int) id);
      tell (answer);
    }
}

/* ── The model ───────────────────────────────────────────────────────────────────────────── */

#define MAX_KEY 500

/* A state is the salt of every key, or -1 where there is no such person. */
typedef struct
{
  int salt[MAX_KEY];
} State;

typedef struct
{
  State now;
  GArray *undo; /* State before each act in force */
  GArray *redo; /* State after each act undone */
  int n_entries;
} Model;

static void
apply (State *state, const Operation *operation)
{
  for (int key = operation->key; key < operation->key + operation->n; key++)
    state->salt[key] = operation->kind == 'd' ? -1 : (int) operation->salt;
}

/* Returns: whether the history grew */
static gboolean
model_do (Model *model, const Operation *operation)
{
  State before = model->now;

  if (operation->kind == 'u' || operation->kind == 'r')
    {
      GArray *from = operation->kind == 'u' ? model->undo : model->redo;
      GArray *to = operation->kind == 'u' ? model->redo : model->undo;

      if (from->len == 0)
        return FALSE;
      g_array_append_val (to, before);
      model->now = g_array_index (from, State, from->len - 1);
      g_array_set_size (from, from->len - 1);
    }
  else
    {
      apply (&model->now, operation);
      if (memcmp (&model->now, &before, sizeof before) == 0)
        return FALSE;
      g_array_append_val (model->undo, before);
      g_array_set_size (model->redo, 0);
    }
  model->n_entries++;
  return TRUE;
}

static char *
model_dump (const Model *model)
{
  GString *out = g_string_new (NULL);

  for (int key = 0; key < MAX_KEY; key++)
    if (model->now.salt[key] >= 0)
      {
        g_autofree char *name = make_name (key, (guint) model->now.salt[key]);
        g_string_append_printf (out, "%d|%s\n", key, name);
      }
  return g_string_free (out, FALSE);
}

/* ── The parent ──────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  Model model;
  Operation pending;
  gboolean is_pending;
  int n_acts;
  int n_kills;
  int n_cut; /* kills with an act under way */
  int n_cut_done;
  const char *program;
  GRand *rand;
} Trial;

static void
read_line (Trial *trial, const char *line)
{
  int id;

  if (line[0] == 't')
    {
      g_assert_false (trial->is_pending);
      g_assert_cmpint (sscanf (line, "t %c %d %d %u", &trial->pending.kind, &trial->pending.key,
                               &trial->pending.n, &trial->pending.salt),
                       ==, 4);
      trial->is_pending = TRUE;
      return;
    }
  g_assert_cmpint (sscanf (line, "a %d", &id), ==, 1);
  g_assert_true (trial->is_pending);
  trial->is_pending = FALSE;
  if (model_do (&trial->model, &trial->pending))
    {
      g_assert_cmpint (id, ==, trial->model.n_entries);
      trial->n_acts++;
    }
  else
    g_assert_cmpint (id, ==, 0);
}

static void
compare (Trial *trial, Fixture *fixture)
{
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  int n_entries;

  fixture_reopen (fixture);
  n_entries = (int) query_int (fixture->store, "SELECT count(*) FROM history");
  if (trial->is_pending)
    {
      trial->n_cut++;
      if (n_entries == trial->model.n_entries + 1)
        {
          gboolean grew = model_do (&trial->model, &trial->pending);

          g_assert_true (grew);
          trial->n_cut_done++;
        }
      trial->is_pending = FALSE;
    }
  g_assert_cmpint (n_entries, ==, trial->model.n_entries);
  expected = model_dump (&trial->model);
  found = query_text (fixture->store,
                      "SELECT coalesce (group_concat (id || '|' || name || char (10), ''),"
                      " '') FROM (SELECT id, name FROM subject ORDER BY id)");
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (query_int (fixture->store, "SELECT count(*) FROM person"), ==,
                   query_int (fixture->store, "SELECT count(*) FROM subject"));
  assert_sound (fixture->store);
  g_clear_object (&fixture->store);
}

static void
run_once (Trial *trial, Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seed = g_strdup_printf ("%u", g_rand_int (trial->rand));
  const char *argv[] = { trial->program, "--child", fixture->path, seed, NULL };
  GPid pid;
  int out;
  FILE *pipe;
  char line[200];
  int n_lines = g_rand_int_range (trial->rand, 0, 40);

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &out, NULL, &error);
  g_assert_no_error (error);
  pipe = fdopen (out, "r");
  for (int i = 0; i < n_lines && fgets (line, sizeof line, pipe) != NULL; i++)
    read_line (trial, line);
  g_usleep ((gulong) g_rand_int_range (trial->rand, 0, n_lines == 0 ? 30000 : 6000));
  kill (pid, SIGKILL);
  /* What it had written before it died counts, too; a line cut short does not. */
  while (fgets (line, sizeof line, pipe) != NULL)
    if (strchr (line, '\n') != NULL)
      read_line (trial, line);
  fclose (pipe);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
  trial->n_kills++;
}

static void
killed (Fixture *fixture, gconstpointer data)
{
  Trial trial = { .program = data };

  trial.rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  trial.model.undo = g_array_new (FALSE, FALSE, sizeof (State));
  trial.model.redo = g_array_new (FALSE, FALSE, sizeof (State));
  for (int key = 0; key < MAX_KEY; key++)
    trial.model.now.salt[key] = -1;
  g_clear_object (&fixture->store);

  while (trial.n_acts < MIN_ACTS || trial.n_kills < MIN_KILLS)
    {
      run_once (&trial, fixture);
      compare (&trial, fixture);
    }
  g_test_message ("%d acts, %d kills, %d with an act under way, of which %d had been saved",
                  trial.n_acts, trial.n_kills, trial.n_cut, trial.n_cut_done);
  g_assert_cmpint (trial.n_cut, >, 0);
  g_array_unref (trial.model.undo);
  g_array_unref (trial.model.redo);
  g_rand_free (trial.rand);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--child") == 0)
    run_child (argv[2], (guint32) g_ascii_strtoull (argv[3], NULL, 10));
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/kill/killed", Fixture, argv[0], fixture_set_up, killed, fixture_tear_down);
  return g_test_run ();
}
