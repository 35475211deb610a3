// SPDX-License-Identifier: GPL-3.0-or-later
/* Runs the tables of wrong commands: see bad-input.h. */

#include "bad-input.h"

#include <glib/gstdio.h>
#include <string.h>

#define LONG_CHARACTERS 50000 /* of two bytes */

typedef struct
{
  Fixture fixture;
  char *demo; /* the district as it was made */
  gsize demo_length;
  GString *wrong; /* what went wrong, a line each */
  const char *language;
} Run;

static char *
read_file (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);
  return content;
}

static void
prepare (Run *run_)
{
  g_auto (Result) result = { 0 };

  set_up (&run_->fixture, NULL);
  run (&run_->fixture, &result, "init", "--demo", NULL);
  assert_ok (&result);
  run_->demo = read_file (run_->fixture.file, &run_->demo_length);
  run_->wrong = g_string_new (NULL);
}

static void
finish (Run *run_)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_setenv ("BV_TODAY", "2023-03-27", TRUE);
  tear_down (&run_->fixture, NULL);
  g_free (run_->demo);
  if (run_->wrong->len > 0)
    g_error ("\n%s", run_->wrong->str);
  g_string_free (run_->wrong, TRUE);
}

static char *
expand (const char *argument)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) parts = g_strsplit (argument, "@LONG", -1);

  if (parts[0] == NULL || parts[1] == NULL)
    return g_strdup (argument);
  for (guint i = 0; i < LONG_CHARACTERS; i++)
    g_string_append (text, "Ơ");
  return g_strjoinv (text->str, parts);
}

static void
run_line (Run *run_, const char *line, Result *result)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;

  g_shell_parse_argv (line, NULL, &arguments, &error);
  g_assert_no_error (error);
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      char *expanded = expand (arguments[i]);

      g_free (arguments[i]);
      arguments[i] = expanded;
    }
  run_array (&run_->fixture, result, (const char *const *) arguments);
}

static void
say (Run *run_, const BadInput *row, const char *what, const char *detail)
{
  g_string_append_printf (run_->wrong, "%s\n  %s: %s\n", row->command, what, detail);
}

static void
take_steps (Run *run_, const BadInput *row)
{
  g_auto (GStrv) steps = g_strsplit (row->steps != NULL ? row->steps : "", " ;; ", -1);
  g_auto (Result) result = { 0 };

  g_setenv ("BV_TODAY", "2023-03-27", TRUE);
  for (guint i = 0; steps[i] != NULL && *steps[i] != '\0'; i++)
    if (g_str_has_prefix (steps[i], "TODAY "))
      g_setenv ("BV_TODAY", steps[i] + strlen ("TODAY "), TRUE);
    else
      {
        run_line (run_, steps[i], &result);
        if (result.exit_code > 1)
          say (run_, row, steps[i], result.err);
      }
}

static void
check_answer (Run *run_, const BadInput *row, const Result *result)
{
  g_autofree char *code = g_strdup_printf ("%d in place of %d: %s%s", result->exit_code,
                                           row->exit_code, result->err, result->out);
  const char *colon = strstr (result->err, ": ");

  if (result->exit_code != row->exit_code)
    say (run_, row, "exit code", code);
  else if (!g_str_has_prefix (result->err, "bangvang-cli") || colon == NULL
           || !g_str_has_prefix (colon + 2, row->sentence))
    say (run_, row, row->sentence, result->err);
  if (*result->out != '\0')
    say (run_, row, "on stdout", result->out);
  if (!row->several && strchr (result->err, '\n') != strrchr (result->err, '\n'))
    say (run_, row, "more than one line", result->err);
}

static void
run_row (Run *run_, const BadInput *row)
{
  g_auto (Result) result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_length;
  gsize after_length;

  g_file_set_contents (run_->fixture.file, run_->demo, (gssize) run_->demo_length, &error);
  g_assert_no_error (error);
  take_steps (run_, row);
  before = read_file (run_->fixture.file, &before_length);
  g_setenv ("LANGUAGE", run_->language, TRUE);
  run_line (run_, row->command, &result);
  g_setenv ("LANGUAGE", "en", TRUE);
  after = read_file (run_->fixture.file, &after_length);
  check_answer (run_, row, &result);
  if (before_length != after_length || memcmp (before, after, before_length) != 0)
    say (run_, row, "the file", "was changed");
}

static void
run_rows (const BadInput *rows, guint n_rows, const char *language)
{
  Run run_ = { .language = language };

  prepare (&run_);
  for (guint i = 0; i < n_rows; i++)
    run_row (&run_, &rows[i]);
  finish (&run_);
}

void
bad_input_run (const BadInput *rows, guint n_rows)
{
  run_rows (rows, n_rows, "en");
}

void
bad_input_run_vietnamese (const BadInput *rows, guint n_rows)
{
  run_rows (rows, n_rows, "vi");
}

char *
bad_input_history (const char *steps, const char *command)
{
  const BadInput row = { .steps = steps, .command = command };
  Run run_ = { .language = "en" };
  g_auto (Result) result = { 0 };
  char *history;

  prepare (&run_);
  take_steps (&run_, &row);
  run_line (&run_, command, &result);
  if (result.exit_code > 1)
    say (&run_, &row, "refused", result.err);
  run_line (&run_, "history", &result);
  {
    /* "  3  27/03/2023 …": the newest act stands first, below the heads. */
    const char *line = strchr (result.out, '\n');
    g_autofree char *show = g_strdup_printf ("history %d", line != NULL ? atoi (line + 1) : 0);

    run_line (&run_, show, &result);
  }
  history = g_strdup (result.out);
  finish (&run_);
  return history;
}
