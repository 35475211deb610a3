// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli-fixture.h"

/* Tables of commands that must be refused. Every row runs on a fresh copy of the demo district of 27 March 2023. */

/** BadInput: one row. Commands are written as in a shell; several steps are parted by " ;; ". "@LONG" stands for a text
 * of 100 kB, "TODAY 2027-01-15" as a step moves the day on which the steps after it are run. */
typedef struct
{
  const char *steps; /* made ready first, each must be done (0 or 1); NULL: none */
  const char *command;
  int exit_code;
  const char *sentence; /* begins what stands on stderr after the name of the command */
  gboolean several;     /* more than one thing is wrong: a sentence each, one a line */
} BadInput;

/**
 * bad_input_run: runs the rows and says all that go wrong. Right is: the exit code, the sentence, nothing on stdout, one
 * line (unless @several), and not one byte of the file changed.
 */
void bad_input_run (const BadInput *rows, guint n_rows);
/** Runs @steps and then @command, which must be done; returns what “history” lists of the newest act: (transfer full). */
char *bad_input_history (const char *steps, const char *command);
/** bad_input_run() with LANGUAGE=vi. */
void bad_input_run_vietnamese (const BadInput *rows, guint n_rows);
