// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-cli.h"
#include "store/bv-row-list.h"

G_BEGIN_DECLS

typedef enum
{
  BV_CLI_TEXT,
  BV_CLI_NUMBER, /* a whole number: a JSON number, null when unknown */
  BV_CLI_DATE,
  BV_CLI_MONEY,
  BV_CLI_HUNDREDTHS, /* points, shares: "27,5" for people, the stored whole number in JSON */
} BvCliColumnType;

/** BvCliColumn: a column of a list: where it comes from, and how it is called for programs and for people. */
typedef struct
{
  int index; /* of the row; -1: the id */
  BvCliColumnType type;
  const char *member;
  const char *head;                        /* English; translated when shown; %NULL: JSON only */
  const char *(*label) (const char *code); /* (nullable): for people, the words of a code */
} BvCliColumn;

/** bv_cli_print_rows: all rows of @source, (transfer full). Returns: the exit code. */
int
bv_cli_print_rows (BvCli *cli, BvRowSource *source, const BvCliColumn *columns, guint n_columns);

G_END_DECLS
