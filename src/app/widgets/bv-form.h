// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "bv-app-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvForm: a record as rows in sections. Every field has a name (that of the record's struct member, so that
 * a BvProblem finds its row), a title with a mnemonic ("_Name") that is its accessible name too, and a
 * value in canonical text: cleaned text, ISO date, code of a choice, plain number ("1234.5"), "1" or
 * "0" for a switch, subject id for a subject. "" is: not said.
 *
 * What is typed is understood when a field is left; what cannot be understood stands in the error colour with
 * a sentence under it, and get gives "" for it. Enter goes on to the next row.
 *
 * Signals: ::changed (const char *field)
 */
#define BV_TYPE_FORM (bv_form_get_type ())
G_DECLARE_FINAL_TYPE (BvForm, bv_form, BV, FORM, AdwBin)

GtkWidget *bv_form_new (void);

/** bv_form_add_section: the fields that follow stand in it. @title, @description: (nullable). */
void bv_form_add_section (BvForm *self, const char *title, const char *description);

void bv_form_add_text (BvForm *self, const char *field, const char *title);
/** Text with a list of what is usual to pick from; other text may be typed. @suggestions: %NULL-terminated, copied. */
void bv_form_add_suggest (BvForm *self,
                          const char *field,
                          const char *title,
                          const char *const *suggestions);
/** Text of several lines. */
void bv_form_add_paragraph (BvForm *self, const char *field, const char *title);
/** A date as an office writes it; @year_alone: "1975" may stand. */
void bv_form_add_date (BvForm *self, const char *field, const char *title, gboolean year_alone);
void bv_form_add_number (BvForm *self, const char *field, const char *title, int decimals);
void bv_form_add_money (BvForm *self, const char *field, const char *title);
/** @choices: static, ends with a %NULL code. */
void
bv_form_add_choice (BvForm *self, const char *field, const char *title, const BvChoice *choices);
/** The same with codes and labels of the moment, both %NULL-terminated, copied. */
void bv_form_add_combo (BvForm *self,
                        const char *field,
                        const char *title,
                        const char *const *codes,
                        const char *const *labels);
void bv_form_add_switch (BvForm *self, const char *field, const char *title, const char *subtitle);
/** A unit, person or household of the file, chosen by typing. @kind: a BvSubjectKind, 0: any.
 * The value is the id as text, "" for none. */
void
bv_form_add_subject (BvForm *self, const char *field, const char *title, BvStore *store, int kind);

/** bv_form_add_override: the field "override_reason": why what a rule speaks against is to stand. It is shown when it has
 * a text, and when saving was refused with %BV_VALUE_ERROR_REASON (bv_form_window_finish ()). */
void bv_form_add_override (BvForm *self);
/** Shows that field, if the form has it, and puts the focus into it. */
void bv_form_ask_override (BvForm *self);

/** A field that must not be empty. */
void bv_form_set_required (BvForm *self, const char *field);
/** A line under the field, for as long as nothing is wrong with it. (nullable) */
void bv_form_set_hint (BvForm *self, const char *field, const char *hint);
/** bv_form_set_one_line: a paragraph that is long but one line, as a title: Enter goes on to the next field, and line
 * breaks that were pasted are read as spaces. */
void bv_form_set_one_line (BvForm *self, const char *field);
void bv_form_set_visible (BvForm *self, const char *field, gboolean visible);
void bv_form_set_editable (BvForm *self, const char *field, gboolean editable);

/** Setting a value is not a change of the officer's: it does not make the form dirty. */
void bv_form_set_text (BvForm *self, const char *field, const char *value);
void bv_form_set_int (BvForm *self, const char *field, gint64 value);
void bv_form_set_boolean (BvForm *self, const char *field, gboolean value);
/** The name shown for a subject that was set by its id. */
void bv_form_set_subject (BvForm *self, const char *field, gint64 id, const char *shown);

/** (transfer full): never %NULL */
char *bv_form_get_text (BvForm *self, const char *field);
/** (transfer full) (nullable): %NULL for "" */
char *bv_form_get_text_or_null (BvForm *self, const char *field);
gint64 bv_form_get_int (BvForm *self, const char *field);
gboolean bv_form_get_boolean (BvForm *self, const char *field);

/**
 * bv_form_show_problems: shows the problems a domain function found, each under its field, those of no
 * field at the head of the form, and puts the focus into the first bad one.
 *
 * @problems: (element-type BvProblem)
 * Returns: %TRUE when there are none
 */
gboolean bv_form_show_problems (BvForm *self, GPtrArray *problems);
/** Shows the message at the head of the form: a failure that belongs to no field. (nullable) */
void bv_form_set_message (BvForm *self, const char *message);

/** bv_form_check: whether all that was typed is understood and nothing required is missing; else the
 * first bad field gets the focus. */
gboolean bv_form_check (BvForm *self);

gboolean bv_form_is_dirty (BvForm *self);
/** What stands there now is what is stored. */
void bv_form_set_clean (BvForm *self);
/** The height in pixels in which the whole form stands without scrolling, @width pixels wide. */
int bv_form_measure_height (BvForm *self, int width);
void bv_form_focus_first (BvForm *self);
void bv_form_focus_field (BvForm *self, const char *field);
/** A widget of the caller's own that stays below all sections. */
void bv_form_set_footer (BvForm *self, GtkWidget *widget);

/* ── A form in a window of its own ───────────────────────────────────────────────────────── */

/**
 * BvFormWindow: Cancel and Save (suggested) in the header, Ctrl+S saves, Escape asks only when something
 * was changed.
 */
#define BV_TYPE_FORM_WINDOW (bv_form_window_get_type ())
G_DECLARE_FINAL_TYPE (BvFormWindow, bv_form_window, BV, FORM_WINDOW, AdwWindow)

/**
 * BvFormSaveFunc: called when the officer saves and bv_form_check() held. It ends with
 * bv_form_window_finish(), at once or when its act is through.
 */
typedef void (*BvFormSaveFunc) (BvFormWindow *window, BvForm *form, gpointer user_data);

/**
 * bv_form_window_present: shows @form over the window of @parent.
 *
 * @save_label: (nullable): "_Save"
 * @user_data: (transfer full): for @save
 * Returns: (transfer none)
 */
BvFormWindow *bv_form_window_present (GtkWidget *parent,
                                      const char *title,
                                      BvForm *form,
                                      const char *save_label,
                                      BvFormSaveFunc save,
                                      gpointer user_data,
                                      GDestroyNotify user_data_free);
BvForm *bv_form_window_get_form (BvFormWindow *self);
/** Saved (@error %NULL): the window closes. Else the error stands at the head of the form. */
void bv_form_window_finish (BvFormWindow *self, const GError *error);
/** The same as a BvActDoneFunc, for a form that has nothing else to do when its act is through. */
void
bv_form_window_act_done (GtkWidget *window, gint64 act_id, const GError *error, gpointer user_data);
/** While an act is under way the fields rest. */
void bv_form_window_set_busy (BvFormWindow *self, gboolean busy);

G_END_DECLS
