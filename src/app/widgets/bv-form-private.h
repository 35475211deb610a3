// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* The struct of BvForm for its sibling files: bv-form.c (values, errors), bv-form-rows.c (making the
 * rows). */

#include "widgets/bv-form.h"

typedef enum
{
  BV_FIELD_TEXT,
  BV_FIELD_PARAGRAPH,
  BV_FIELD_DATE,
  BV_FIELD_BIRTH, /* a date or a year alone */
  BV_FIELD_NUMBER,
  BV_FIELD_MONEY,
  BV_FIELD_CHOICE,
  BV_FIELD_SWITCH,
  BV_FIELD_SUBJECT,
} BvFieldKind;

typedef struct
{
  BvForm *form; /* borrowed */
  char *name;
  char *title; /* without the mnemonic's underscore */
  BvFieldKind kind;

  /* Borrowed: in the form's tree */
  GtkWidget *row;
  GtkWidget *input; /* what takes the focus: the row itself, a text view, a switch */
  GtkWidget *clear; /* BV_FIELD_SUBJECT */
  GtkLabel *shown;  /* BV_FIELD_SUBJECT: the name */
  GtkWidget *caption_row;
  GtkLabel *caption;

  /* Owned */
  char **codes;   /* BV_FIELD_CHOICE */
  char *hint;     /* (nullable) */
  BvStore *store; /* BV_FIELD_SUBJECT */

  /* State */
  gint64 subject_id;
  int subject_kind;
  int decimals;
  gboolean is_required;
  gboolean is_one_line; /* of a paragraph */
  gboolean is_invalid;  /* what is typed is not understood, or a problem was shown */
} BvField;

struct _BvForm
{
  AdwBin parent_instance;

  /* Template */
  GtkBox *box;
  GtkRevealer *message_revealer;
  GtkLabel *message_label;

  /* Owned */
  GPtrArray *fields; /* (element-type BvField) */

  /* Borrowed */
  AdwPreferencesGroup *section;
  GtkWidget *footer;

  /* State */
  gboolean is_dirty;
  gboolean is_setting;
};

/** The officer changed @field. */
void _bv_form_field_changed (BvField *field);
/** The officer left @field: what is typed is read, and written as the office writes it. */
void _bv_form_field_left (BvField *field);
/** Enter: on to the next row; from the last one the form is saved. */
void _bv_form_field_next (BvField *field);
/** Registers a row that bv-form-rows.c made. */
BvField *_bv_form_add_field (BvForm *self,
                             const char *name,
                             const char *title,
                             BvFieldKind kind,
                             GtkWidget *row,
                             GtkWidget *input);
void _bv_field_set_subject (BvField *field, gint64 id, const char *name);
void _bv_field_make_one_line (BvField *field);
