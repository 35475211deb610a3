// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What an act changed, in words: the history page and `bangvang-cli history` read it. */

/** BvAuditField: one value before and after. All texts are ready to be shown. */
typedef struct
{
  char *label;     /* "Ngày sinh" */
  char *old_value; /* "" when there was none */
  char *new_value; /* "" when there is none */
} BvAuditField;

/** BvAuditRecord: one row that the act added, changed or removed. */
typedef struct
{
  char *kind;        /* translated: "Person", "Award" */
  char *name;        /* of the record, "" when it has none */
  char *operation;   /* "insert", "update", "delete" */
  GPtrArray *fields; /* (element-type BvAuditField) */
} BvAuditRecord;

/** With all that it owns; %NULL is let be. */
void bv_audit_record_free (BvAuditRecord *record);

/** bv_audit_operation_label: "Added", "Changed", "Removed", translated; (transfer none). */
const char *bv_audit_operation_label (const char *operation);

/**
 * bv_audit_read: the records of act @act_id, at most @limit, in the order of the changeset. Columns that only
 * the program needs (sort keys, folded names) are left out, and so are records of which nothing else is
 * left.
 *
 * Any thread but the writer's.
 *
 * Returns: (element-type BvAuditRecord) (transfer full) (nullable)
 */
GPtrArray *bv_audit_read (BvStore *store, gint64 act_id, guint limit, GError **error);

/**
 * bv_audit_source: the whole history as a list, newest first.
 *
 * @search: (nullable): words that the title or the actor holds, marks or not
 */
BvRowSource *bv_audit_source (const char *search);

/** Columns of bv_audit_source(). */
typedef enum
{
  BV_AUDIT_COLUMN_AT, /* UTC, ISO 8601 */
  BV_AUDIT_COLUMN_ACTOR,
  BV_AUDIT_COLUMN_KIND, /* "act", "undo", "redo" */
  BV_AUDIT_COLUMN_TARGET,
  BV_AUDIT_COLUMN_TITLE,
  BV_AUDIT_COLUMN_IS_UNDONE,
} BvAuditColumn;

/** bv_audit_format_time: "27/03/2023 14:05" in the local time of the machine; (transfer full). */
char *bv_audit_format_time (const char *at);

G_END_DECLS
