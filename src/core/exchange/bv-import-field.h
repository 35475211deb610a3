// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/** BvImportTarget: what a table is about. */
typedef enum
{
  BV_IMPORT_PEOPLE,
  BV_IMPORT_UNITS,
  BV_IMPORT_HOUSEHOLDS,
  BV_IMPORT_AWARDS,     /* the list of a decision */
  BV_IMPORT_INDICATORS, /* targets and measurements */
  BV_IMPORT_RATINGS,    /* of people and units in a year */
} BvImportTarget;
#define BV_N_IMPORT_TARGETS (BV_IMPORT_RATINGS + 1)

/** "people", "units", "households", "awards", "indicators", "ratings": for the command line and the store. */
const char *bv_import_target_to_code (BvImportTarget target);
gboolean bv_import_target_from_code (const char *code, BvImportTarget *target);
/** Translated: "People", … (transfer none) */
const char *bv_import_target_get_label (BvImportTarget target);

/** BvImportField: what a column may hold. */
typedef struct
{
  const char *code;     /* "birth"; stored in import_mapping: append only */
  const char *label;    /* English source text; bv_import_field_get_label() translates */
  guint targets;        /* bits 1 << BvImportTarget */
  gboolean is_required; /* the table cannot be imported without it */
  gboolean may_repeat;  /* several columns may hold it: a plan for each year */
  const char *synonyms; /* folded headers, parted by '|' */
} BvImportField;

/** All fields of @target in the order of a form; (element-type BvImportField) (transfer container). */
GPtrArray *bv_import_list_fields (BvImportTarget target);
/** (transfer none) (nullable) */
const BvImportField *bv_import_find_field (BvImportTarget target, const char *code);
/** Translated: "Date or year of birth". (transfer none) */
const char *bv_import_field_get_label (const BvImportField *field);

/**
 * bv_import_recognise_header: the field that a header means, by its words without marks, in
 * Vietnamese or English: "Họ và tên", "Số CCCD", "Kế hoạch năm 2022 (%)".
 *
 * @header: as written; of two rows of headers, "Năm sinh" and "Nam" joined by " › "
 * Returns: (transfer none) (nullable)
 */
const BvImportField *bv_import_recognise_header (BvImportTarget target, const char *header);

/** The form in which a header is remembered: folded, without signs and numbers of note. */
char *bv_import_fold_header (const char *header);

G_END_DECLS
