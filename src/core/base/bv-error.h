// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvStoreError: what can go wrong with the office's file. Cancelling is always %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  BV_STORE_ERROR_ENGINE,       /* anything SQLite reports that has no code of its own below */
  BV_STORE_ERROR_BUSY,         /* another program holds the file */
  BV_STORE_ERROR_CONSTRAINT,   /* a rule of the schema refused the row */
  BV_STORE_ERROR_CORRUPT,      /* the file is damaged or is no database */
  BV_STORE_ERROR_NEWER_SCHEMA, /* written by a newer version of the program */
  BV_STORE_ERROR_FOREIGN_FILE, /* a database of another program */
  BV_STORE_ERROR_READ_ONLY,    /* the file or its folder cannot be written */
  BV_STORE_ERROR_FULL,         /* the disk is full */
  BV_STORE_ERROR_NOT_FOUND,    /* no such file or record */
  BV_STORE_ERROR_CONFLICT,     /* a later act stands in the way of an undo or redo */
} BvStoreError;

/**
 * BvValueError: a value typed, imported or given on the command line that cannot stand.
 * The message names the field in the officer's words.
 */
typedef enum
{
  BV_VALUE_ERROR_EMPTY,   /* a required value is missing */
  BV_VALUE_ERROR_FORMAT,  /* not a number, date, … at all */
  BV_VALUE_ERROR_RANGE,   /* understood, but impossible: 31/02, a negative amount */
  BV_VALUE_ERROR_UNKNOWN, /* a code or name that nothing has */
  BV_VALUE_ERROR_DUPLICATE,
  BV_VALUE_ERROR_ASK, /* no rule answers (plan 0): a person must decide */
  BV_VALUE_ERROR_REASON, /* a rule speaks against it; it may stand with a written reason (override_reason) */
} BvValueError;

/** BvDocumentError: making, drawing or writing a paper. */
typedef enum
{
  BV_DOCUMENT_ERROR_TEMPLATE, /* a template or artwork file is damaged; the message names it */
  BV_DOCUMENT_ERROR_FONT,     /* a font that documents need is missing */
  BV_DOCUMENT_ERROR_DRAW,     /* cairo or Pango reported a failure */
  BV_DOCUMENT_ERROR_WRITE,    /* the file could not be written */
  BV_DOCUMENT_ERROR_EMPTY,    /* nothing to print */
  BV_DOCUMENT_ERROR_FIT,      /* a text does not fit its place, or lacks letters in the font */
} BvDocumentError;

/** BvExchangeError: files that come in. The message names file, row and column. */
typedef enum
{
  BV_EXCHANGE_ERROR_READ,     /* cannot be opened or read */
  BV_EXCHANGE_ERROR_FORMAT,   /* not a file of that kind, or damaged */
  BV_EXCHANGE_ERROR_ENCODING, /* the text encoding cannot be told */
  BV_EXCHANGE_ERROR_HEADER,   /* a required column is missing */
  BV_EXCHANGE_ERROR_CELL,     /* one cell is wrong */
  BV_EXCHANGE_ERROR_TOO_BIG,
} BvExchangeError;

#define BV_STORE_ERROR (bv_store_error_quark ())
#define BV_VALUE_ERROR (bv_value_error_quark ())
#define BV_DOCUMENT_ERROR (bv_document_error_quark ())
#define BV_EXCHANGE_ERROR (bv_exchange_error_quark ())

GQuark bv_store_error_quark (void);
GQuark bv_value_error_quark (void);
GQuark bv_document_error_quark (void);
GQuark bv_exchange_error_quark (void);

G_END_DECLS
