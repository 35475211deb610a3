// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the plain records of the domain have in common, written once: texts that are never %NULL (""
 * when empty) or nullable, made, copied, cleaned, read from a row and bound to a statement. A
 * record describes its texts in a static table, in the order of the columns of its queries. */

typedef struct
{
  gsize offset;
  gboolean is_nullable;
  const char *field; /* name of the member, as in BvProblem */
  int max;           /* characters that an officer may write there */
} BvRecordText;

/* A text of one line, and one of several pages: more is a file that was pasted by mistake. */
#define BV_RECORD_MAX_LINE 2000
#define BV_RECORD_MAX_PAGES 40000

#define BV_RECORD_TEXT(type, member)                                                               \
  {                                                                                                \
    G_STRUCT_OFFSET (type, member), FALSE, #member, BV_RECORD_MAX_LINE                             \
  }
#define BV_RECORD_TEXT_OR_NULL(type, member)                                                       \
  {                                                                                                \
    G_STRUCT_OFFSET (type, member), TRUE, #member, BV_RECORD_MAX_LINE                              \
  }
/* A text that the program writes itself, of any length. */
#define BV_RECORD_OWN_TEXT(type, member)                                                           \
  {                                                                                                \
    G_STRUCT_OFFSET (type, member), FALSE, #member, G_MAXINT                                       \
  }
#define BV_RECORD_PAGES(type, member)                                                              \
  {                                                                                                \
    G_STRUCT_OFFSET (type, member), FALSE, #member, BV_RECORD_MAX_PAGES                            \
  }

/** Zeroed memory of @size with its texts "" or %NULL, a copy with texts of its own, and its end; %NULL is let be. */
gpointer bv_record_new (gsize size, const BvRecordText *texts, guint n_texts);
gpointer bv_record_copy (gconstpointer self, gsize size, const BvRecordText *texts, guint n_texts);
void bv_record_free (gpointer self, const BvRecordText *texts, guint n_texts);
/** bv_record_clean: every text as bv_text_clean(); a nullable one that is empty becomes %NULL. */
void bv_record_clean (gpointer self, const BvRecordText *texts, guint n_texts);
/** bv_record_read: @n_texts columns from @column on. */
void bv_record_read (gpointer self,
                     const BvRecordText *texts,
                     guint n_texts,
                     BvStatement *statement,
                     int column);
/** bv_record_bind: @n_texts parameters from @index on. */
void bv_record_bind (gconstpointer self,
                     const BvRecordText *texts,
                     guint n_texts,
                     BvStatement *statement,
                     int index);

/* Checks that validating functions share. Each adds at most one problem. A %NULL text is empty. */

/** Missing, no readable text, or too long. */
void bv_record_check_name (GPtrArray *problems, const char *field, const char *value);
/** An ISO date of a day that exists, or empty. */
void bv_record_check_date (GPtrArray *problems, const char *field, const char *value);
/** Of the fields "from_date" and "to_date": both as above, and in their order. */
void bv_record_check_dates (GPtrArray *problems, const char *from_date, const char *to_date);
/** @code must be one of @choices. */
void bv_record_check_choice (GPtrArray *problems,
                             const char *field,
                             const BvChoice *choices,
                             const char *code);
/** A number of an office: without spaces, not too long; may be empty. */
void bv_record_check_code (GPtrArray *problems, const char *field, const char *code);

/** bv_record_check_length: a problem of @field when @value (nullable) has more than @max characters; it quotes the
 * beginning. */
void bv_record_check_length (GPtrArray *problems, const char *field, const char *value, int max);
/** bv_record_check_texts: bv_record_check_length() for every text of @self that has no problem yet. */
void bv_record_check_texts (GPtrArray *problems,
                            gconstpointer self,
                            const BvRecordText *texts,
                            guint n_texts);
/** bv_record_is_short: the same for a single text, such as the reason of a step: %FALSE with %BV_VALUE_ERROR_RANGE. */
gboolean bv_record_is_short (const char *value, int max, GError **error);

/** Whether a text is %NULL, empty or blank. */
gboolean bv_record_is_blank (const char *text);

G_END_DECLS
