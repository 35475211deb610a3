// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-fraction.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of a JSON file read strictly. Every function returns %FALSE (or %NULL) after it told the defect; only the
 * first defect is kept, because the others often follow from it. */

/** BvReader: where the reader stands: for messages. */
typedef struct
{
  const char *file;
  GString *path;         /* "$.awards[3].bonus" */
  GPtrArray *references; /* (element-type BvAwardReference): codes of awards met on the way */
  GPtrArray *forms;      /* (element-type BvNamedForm): of the file */
  GError **error;
} BvReader;

/** BvAwardReference: a code that a condition names; whether the regime holds it is known when all files are read. */
typedef struct
{
  char *place; /* "regimes/x.json, $.awards[3].paths[0].conditions[1].awards[0]" */
  char *code;
} BvAwardReference;

/** A word of the format and its value; lists end with %NULL. */
typedef struct
{
  const char *name;
  int value;
} BvReaderWord;

/** Tells a translated message with file and place. Returns: %FALSE */
gboolean bv_reader_fail (BvReader *reader, const char *message);
/** The same of a member of the object at hand. */
gboolean bv_reader_fail_at (BvReader *reader, const char *member, const char *message);
/** Whether @object has no member but those @known (%NULL-terminated). */
gboolean bv_reader_check_members (BvReader *reader, JsonObject *object, const char *const *known);
/** (transfer full): not blank; %NULL when absent and not @required. */
gboolean bv_reader_read_text (BvReader *reader,
                              JsonObject *object,
                              const char *member,
                              gboolean required,
                              char **text);
/** True or false; absent: %FALSE. */
gboolean bv_reader_read_flag (BvReader *reader,
                              JsonObject *object,
                              const char *member,
                              gboolean required,
                              gboolean *flag);
/** ISO, of a day that exists; (transfer full): %NULL when absent and not @required. */
gboolean bv_reader_read_date (BvReader *reader,
                              JsonObject *object,
                              const char *member,
                              gboolean required,
                              char **date);
/** "0.3" → 300. */
gboolean bv_reader_read_thousandths (BvReader *reader,
                                     JsonObject *object,
                                     const char *member,
                                     gint64 *thousandths);
/** A number from 1 to 1000; absent: 0. */
gboolean bv_reader_read_count (BvReader *reader,
                               JsonObject *object,
                               const char *member,
                               gboolean required,
                               int *count);
/** "70/100"; absent: unchanged. */
gboolean bv_reader_read_fraction (BvReader *reader,
                                  JsonObject *object,
                                  const char *member,
                                  gboolean required,
                                  BvFraction *fraction);
/** Whether @words holds @name; pure, tells no defect. */
gboolean bv_reader_find_word (const BvReaderWord *words, const char *name, int *value);
/** A required member with one of @words. */
gboolean bv_reader_read_word (BvReader *reader,
                              JsonObject *object,
                              const char *member,
                              const BvReaderWord *words,
                              int *value);
/** A list of texts, none twice; absent: %NULL. */
gboolean bv_reader_read_list (BvReader *reader,
                              JsonObject *object,
                              const char *member,
                              gboolean required,
                              char ***texts);
/** A list of codes of @choices. */
gboolean bv_reader_read_codes (BvReader *reader,
                               JsonObject *object,
                               const char *member,
                               gboolean required,
                               const BvChoice *choices,
                               char ***codes);
/** A list of @words as bits; absent: 0. */
gboolean bv_reader_read_bits (BvReader *reader,
                              JsonObject *object,
                              const char *member,
                              gboolean required,
                              const BvReaderWord *words,
                              guint *bits);
/** (transfer none): a required member that is an object. */
JsonObject *bv_reader_get_object (BvReader *reader, JsonObject *object, const char *member);
/** (transfer none): a required member that is a list with at least one element. */
JsonArray *bv_reader_get_array (BvReader *reader, JsonObject *object, const char *member);
/** bv_reader_enter: goes into element @i of a list; bv_reader_leave() cuts the path back to @length. */
JsonObject *
bv_reader_enter (BvReader *reader, JsonArray *array, const char *member, guint i, gsize *length);
/** Cuts the path back to what it was before bv_reader_enter(). */
void bv_reader_leave (BvReader *reader, gsize length);

G_END_DECLS
