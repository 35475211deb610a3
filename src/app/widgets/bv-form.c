// SPDX-License-Identifier: GPL-3.0-or-later
/* A record as rows: values in canonical text, errors under their fields. How the rows are made stands in
 * bv-form-rows.c. Main thread; touches no file. */

#define G_LOG_DOMAIN "bangvang"

#include "widgets/bv-form-private.h"

#include "base/bv-date.h"
#include "base/bv-number.h"
#include "base/bv-problem.h"
#include "base/bv-text.h"
#include "widgets/bv-caption-row.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (BvForm, bv_form, ADW_TYPE_BIN)

#define OVERRIDE "override_reason"

static guint changed_signal;

static void
field_free (BvField *field)
{
  g_free (field->name);
  g_free (field->title);
  g_strfreev (field->codes);
  g_free (field->hint);
  g_clear_object (&field->store);
  g_free (field);
}

static BvField *
find_field (BvForm *self, const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      BvField *field = g_ptr_array_index (self->fields, i);
      if (g_strcmp0 (field->name, name) == 0)
        return field;
    }
  return NULL;
}

/* ── What is typed ───────────────────────────────────────────────────────────────────────── */

static char *
get_typed (BvField *field)
{
  switch (field->kind)
    {
    case BV_FIELD_PARAGRAPH:
      {
        GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->input));
        GtkTextIter start, end;
        gtk_text_buffer_get_bounds (buffer, &start, &end);
        g_autofree char *text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
        if (field->is_one_line)
          return bv_text_clean (g_strdelimit (text, "\r\n", ' '));
        return g_strdup (g_strstrip (text));
      }
    case BV_FIELD_CHOICE:
      {
        guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (field->row));
        return g_strdup (selected < g_strv_length (field->codes) ? field->codes[selected] : "");
      }
    case BV_FIELD_SWITCH:
      return g_strdup (gtk_switch_get_active (GTK_SWITCH (field->input)) ? "1" : "0");
    case BV_FIELD_SUBJECT:
      return field->subject_id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, field->subject_id)
                                    : g_strdup ("");
    default:
      return bv_text_clean (gtk_editable_get_text (GTK_EDITABLE (field->row)));
    }
}

/* The canonical value of what is typed; NULL and an error when it is not understood. */
static char *
parse_field (BvField *field, GError **error)
{
  g_autofree char *typed = get_typed (field);
  if (*typed == '\0')
    return g_steal_pointer (&typed);
  switch (field->kind)
    {
    case BV_FIELD_DATE:
      return bv_date_parse (typed, error);
    case BV_FIELD_BIRTH:
      return bv_date_parse_birth (typed, error);
    case BV_FIELD_NUMBER:
      {
        double value;
        if (!bv_number_parse (typed, &value, error))
          return NULL;
        char buffer[G_ASCII_DTOSTR_BUF_SIZE];
        return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, value));
      }
    case BV_FIELD_MONEY:
      {
        gint64 dong;
        if (!bv_number_parse_money (typed, &dong, error))
          return NULL;
        return g_strdup_printf ("%" G_GINT64_FORMAT, dong);
      }
    default:
      return g_steal_pointer (&typed);
    }
}

/* A canonical value as the office writes it. */
static char *
show_value (BvField *field, const char *value)
{
  if (*value == '\0')
    return g_strdup ("");
  switch (field->kind)
    {
    case BV_FIELD_DATE:
    case BV_FIELD_BIRTH:
      return bv_date_format_short (value);
    case BV_FIELD_NUMBER:
      return bv_number_format_trim (g_ascii_strtod (value, NULL), field->decimals);
    case BV_FIELD_MONEY:
      return bv_number_format_int (g_ascii_strtoll (value, NULL, 10));
    default:
      return g_strdup (value);
    }
}

static void
set_shown (BvField *field, const char *value)
{
  switch (field->kind)
    {
    case BV_FIELD_PARAGRAPH:
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->input)), value, -1);
      break;
    case BV_FIELD_CHOICE:
      for (guint i = 0; field->codes[i] != NULL; i++)
        if (g_str_equal (field->codes[i], value))
          adw_combo_row_set_selected (ADW_COMBO_ROW (field->row), i);
      break;
    case BV_FIELD_SWITCH:
      gtk_switch_set_active (GTK_SWITCH (field->input), g_str_equal (value, "1"));
      break;
    case BV_FIELD_SUBJECT:
      g_return_if_reached (); /* bv_form_set_subject () */
    default:
      {
        g_autofree char *shown = show_value (field, value);
        gtk_editable_set_text (GTK_EDITABLE (field->row), shown);
      }
    }
}

/* ── Captions and errors ─────────────────────────────────────────────────────────────────── */

static void
set_caption (BvField *field, const char *text, gboolean is_error)
{
  gboolean has_caption = text != NULL && *text != '\0';
  gtk_label_set_text (field->caption, has_caption ? text : "");
  gtk_widget_set_visible (field->caption_row, has_caption && gtk_widget_get_visible (field->row));
  if (has_caption)
    gtk_widget_add_css_class (field->row, "bv-has-caption");
  else
    gtk_widget_remove_css_class (field->row, "bv-has-caption");
  if (is_error)
    {
      gtk_widget_add_css_class (GTK_WIDGET (field->caption), "bv-caption-error");
      gtk_widget_remove_css_class (GTK_WIDGET (field->caption), "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (field->caption), "bv-caption-error");
      gtk_widget_add_css_class (GTK_WIDGET (field->caption), "dim-label");
    }
}

static void
set_error (BvField *field, const char *message)
{
  field->is_invalid = message != NULL;
  if (message != NULL)
    gtk_widget_add_css_class (field->row, "error");
  else
    gtk_widget_remove_css_class (field->row, "error");
  GtkAccessible *accessible = GTK_ACCESSIBLE (field->input);
  if (message != NULL)
    {
      gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
    }
  else
    {
      gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
  set_caption (field, message != NULL ? message : field->hint, message != NULL);
}

/* Reads the field; shows what is wrong with it. */
static gboolean
check_field (BvField *field, gboolean also_required)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = parse_field (field, &error);
  if (value == NULL)
    {
      set_error (field, error->message);
      return FALSE;
    }
  if (also_required && field->is_required && *value == '\0' && gtk_widget_get_visible (field->row))
    {
      /* TRANSLATORS: %s is the title of a field, e.g. "Full name". */
      g_autofree char *message = g_strdup_printf (_ ("“%s” must not be empty."), field->title);
      set_error (field, message);
      return FALSE;
    }
  set_error (field, NULL);
  return TRUE;
}

void
_bv_form_field_changed (BvField *field)
{
  BvForm *self = field->form;
  if (self->is_setting)
    return;
  self->is_dirty = TRUE;
  if (field->is_invalid)
    set_error (field, NULL);
  g_signal_emit (self, changed_signal, 0, field->name);
}

void
_bv_form_field_left (BvField *field)
{
  BvForm *self = field->form;
  if (self->is_setting || !check_field (field, FALSE))
    return;
  if (field->kind != BV_FIELD_DATE && field->kind != BV_FIELD_BIRTH
      && field->kind != BV_FIELD_NUMBER && field->kind != BV_FIELD_MONEY)
    return;
  g_autofree char *value = parse_field (field, NULL);
  g_autofree char *shown = show_value (field, value);
  if (g_strcmp0 (shown, gtk_editable_get_text (GTK_EDITABLE (field->row))) == 0)
    return;
  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (field->row), shown);
  self->is_setting = FALSE;
}

/* The focus to the first row from @place on that can take it. */
static gboolean
focus_from (BvForm *self, guint place)
{
  for (guint i = place; i < self->fields->len; i++)
    {
      BvField *field = g_ptr_array_index (self->fields, i);

      /* A choice of one is nothing to stop at. */
      if (field->kind == BV_FIELD_CHOICE && g_strv_length (field->codes) < 2)
        continue;
      if (gtk_widget_get_visible (field->row) && gtk_widget_get_sensitive (field->row)
          && gtk_widget_grab_focus (field->input))
        return TRUE;
    }
  return FALSE;
}

void
_bv_form_field_next (BvField *field)
{
  BvForm *self = field->form;
  guint place;

  /* Not by the chain of Tab: the calendar or the list of the same row would come first. */
  if (g_ptr_array_find (self->fields, field, &place) && focus_from (self, place + 1))
    return;
  /* After the last row the form is complete: what cannot be saved is said under its row. */
  if (self->footer == NULL || !gtk_widget_child_focus (self->footer, GTK_DIR_TAB_FORWARD))
    gtk_widget_activate_action (GTK_WIDGET (self), "form.save", NULL);
}

BvField *
_bv_form_add_field (BvForm *self,
                    const char *name,
                    const char *title,
                    BvFieldKind kind,
                    GtkWidget *row,
                    GtkWidget *input)
{
  if (self->section == NULL)
    bv_form_add_section (self, NULL, NULL);
  BvField *field = g_new0 (BvField, 1);
  field->form = self;
  field->name = g_strdup (name);
  g_auto (GStrv) parts = g_strsplit (title, "_", 2);
  field->title = g_strjoinv ("", parts);
  field->kind = kind;
  field->row = row;
  field->input = input;
  g_ptr_array_add (self->fields, field);

  field->caption = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (field->caption, TRUE);
  gtk_label_set_wrap_mode (field->caption, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (field->caption, 0);
  gtk_widget_add_css_class (GTK_WIDGET (field->caption), "caption");
  field->caption_row = bv_caption_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (field->caption_row), GTK_WIDGET (field->caption));
  gtk_widget_add_css_class (field->caption_row, "bv-caption-row");
  gtk_widget_set_visible (field->caption_row, FALSE);

  adw_preferences_group_add (self->section, row);
  adw_preferences_group_add (self->section, field->caption_row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  field->title, -1);
  return field;
}

void
_bv_field_set_subject (BvField *field, gint64 id, const char *name)
{
  field->subject_id = id;
  gtk_label_set_text (field->shown, id != 0 ? name : _ ("none"));
  if (id != 0)
    gtk_widget_remove_css_class (GTK_WIDGET (field->shown), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (field->shown), "dim-label");
  gtk_widget_set_visible (field->clear, id != 0);
}

static void
bv_form_dispose (GObject *object)
{
  BvForm *self = BV_FORM (object);
  self->is_setting = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_FORM);
  G_OBJECT_CLASS (bv_form_parent_class)->dispose (object);
}

static void
bv_form_finalize (GObject *object)
{
  g_ptr_array_unref (BV_FORM (object)->fields);
  G_OBJECT_CLASS (bv_form_parent_class)->finalize (object);
}

static void
bv_form_class_init (BvFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = bv_form_dispose;
  object_class->finalize = bv_form_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/bangvang/BangVang/bv-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BvForm, box);
  gtk_widget_class_bind_template_child (widget_class, BvForm, message_revealer);
  gtk_widget_class_bind_template_child (widget_class, BvForm, message_label);
}

static void
bv_form_init (BvForm *self)
{
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ── Public ──────────────────────────────────────────────────────────────────────────────── */

GtkWidget *
bv_form_new (void)
{
  return g_object_new (BV_TYPE_FORM, NULL);
}

/* AdwPreferencesGroup cuts a long title; that of a decision is a sentence, and has to be read before it is
 * issued. */
static void
let_title_wrap (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "heading"))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_title_wrap (child);
}

void
bv_form_add_section (BvForm *self, const char *title, const char *description)
{
  g_return_if_fail (BV_IS_FORM (self));
  self->section = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  if (title != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (title, -1);
      adw_preferences_group_set_title (self->section, escaped);
      let_title_wrap (GTK_WIDGET (self->section));
    }
  if (description != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (description, -1);
      adw_preferences_group_set_description (self->section, escaped);
    }
  gtk_box_append (self->box, GTK_WIDGET (self->section));
  if (self->footer != NULL)
    gtk_box_reorder_child_after (self->box, self->footer, GTK_WIDGET (self->section));
}

void
bv_form_add_override (BvForm *self)
{
  g_return_if_fail (BV_IS_FORM (self));
  bv_form_add_text (self, OVERRIDE, _ ("Reason to _let it stand"));
  bv_form_set_visible (self, OVERRIDE, FALSE);
}

void
bv_form_ask_override (BvForm *self)
{
  g_return_if_fail (BV_IS_FORM (self));
  if (find_field (self, OVERRIDE) == NULL)
    return;
  bv_form_set_visible (self, OVERRIDE, TRUE);
  bv_form_focus_field (self, OVERRIDE);
}

void
bv_form_set_required (BvForm *self, const char *name)
{
  BvField *field = find_field (self, name);
  g_return_if_fail (field != NULL);
  field->is_required = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (field->input), GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                  TRUE, -1);
}

void
bv_form_set_hint (BvForm *self, const char *name, const char *hint)
{
  BvField *field = find_field (self, name);
  g_return_if_fail (field != NULL);
  g_free (field->hint);
  field->hint = g_strdup (hint);
  if (!field->is_invalid)
    set_caption (field, hint, FALSE);
}

void
bv_form_set_one_line (BvForm *self, const char *name)
{
  BvField *field = find_field (self, name);
  g_return_if_fail (field != NULL);
  _bv_field_make_one_line (field);
}

void
bv_form_set_visible (BvForm *self, const char *name, gboolean visible)
{
  BvField *field = find_field (self, name);
  g_return_if_fail (field != NULL);
  gtk_widget_set_visible (field->row, visible);
  gtk_widget_set_visible (field->caption_row,
                          visible && *gtk_label_get_text (field->caption) != '\0');
}

void
bv_form_set_editable (BvForm *self, const char *name, gboolean editable)
{
  BvField *field = find_field (self, name);
  g_return_if_fail (field != NULL);
  gtk_widget_set_sensitive (field->row, editable);
}

void
bv_form_set_text (BvForm *self, const char *name, const char *value)
{
  BvField *field = find_field (self, name);
  g_return_if_fail (field != NULL);
  self->is_setting = TRUE;
  set_shown (field, value != NULL ? value : "");
  self->is_setting = FALSE;
  set_error (field, NULL);
  if (g_str_equal (name, OVERRIDE) && value != NULL && *value != '\0')
    bv_form_set_visible (self, OVERRIDE, TRUE);
}

void
bv_form_set_int (BvForm *self, const char *name, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  bv_form_set_text (self, name, text);
}

void
bv_form_set_boolean (BvForm *self, const char *name, gboolean value)
{
  bv_form_set_text (self, name, value ? "1" : "0");
}

void
bv_form_set_subject (BvForm *self, const char *name, gint64 id, const char *shown)
{
  BvField *field = find_field (self, name);
  g_return_if_fail (field != NULL && field->kind == BV_FIELD_SUBJECT);
  _bv_field_set_subject (field, id, shown);
  set_error (field, NULL);
}

char *
bv_form_get_text (BvForm *self, const char *name)
{
  BvField *field = find_field (self, name);
  g_return_val_if_fail (field != NULL, g_strdup (""));
  char *value = parse_field (field, NULL);
  return value != NULL ? value : g_strdup ("");
}

char *
bv_form_get_text_or_null (BvForm *self, const char *name)
{
  g_autofree char *value = bv_form_get_text (self, name);
  return *value != '\0' ? g_steal_pointer (&value) : NULL;
}

gint64
bv_form_get_int (BvForm *self, const char *name)
{
  g_autofree char *value = bv_form_get_text (self, name);
  return g_ascii_strtoll (value, NULL, 10);
}

gboolean
bv_form_get_boolean (BvForm *self, const char *name)
{
  g_autofree char *value = bv_form_get_text (self, name);
  return g_str_equal (value, "1");
}

void
bv_form_set_message (BvForm *self, const char *message)
{
  g_return_if_fail (BV_IS_FORM (self));
  gtk_label_set_text (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_revealer), message != NULL);
  gtk_revealer_set_reveal_child (self->message_revealer, message != NULL);
}

gboolean
bv_form_show_problems (BvForm *self, GPtrArray *problems)
{
  g_return_val_if_fail (BV_IS_FORM (self), FALSE);
  g_autoptr (GString) rest = g_string_new (NULL);
  BvField *first = NULL;
  for (guint i = 0; i < self->fields->len; i++)
    {
      BvField *field = g_ptr_array_index (self->fields, i);
      const char *message = bv_problems_find (problems, field->name);
      if (message == NULL)
        continue;
      set_error (field, message);
      if (first == NULL)
        first = field;
    }
  for (guint i = 0; i < problems->len; i++)
    {
      const BvProblem *problem = g_ptr_array_index (problems, i);
      if (find_field (self, problem->field) != NULL)
        continue;
      if (rest->len > 0)
        g_string_append_c (rest, '\n');
      g_string_append (rest, problem->message);
    }
  bv_form_set_message (self, rest->len > 0 ? rest->str : NULL);
  if (first != NULL)
    gtk_widget_grab_focus (first->input);
  return problems->len == 0;
}

gboolean
bv_form_check (BvForm *self)
{
  g_return_val_if_fail (BV_IS_FORM (self), FALSE);
  BvField *first = NULL;
  for (guint i = 0; i < self->fields->len; i++)
    {
      BvField *field = g_ptr_array_index (self->fields, i);
      if (!check_field (field, TRUE) && first == NULL)
        first = field;
    }
  bv_form_set_message (self, NULL);
  if (first != NULL)
    gtk_widget_grab_focus (first->input);
  return first == NULL;
}

gboolean
bv_form_is_dirty (BvForm *self)
{
  g_return_val_if_fail (BV_IS_FORM (self), FALSE);
  return self->is_dirty;
}

void
bv_form_set_clean (BvForm *self)
{
  g_return_if_fail (BV_IS_FORM (self));
  self->is_dirty = FALSE;
}

int
bv_form_measure_height (BvForm *self, int width)
{
  GtkWidget *clamp;
  int natural;

  g_return_val_if_fail (BV_IS_FORM (self), 0);
  clamp = gtk_widget_get_parent (GTK_WIDGET (self->box));
  gtk_widget_measure (clamp, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

void
bv_form_focus_first (BvForm *self)
{
  g_return_if_fail (BV_IS_FORM (self));
  focus_from (self, 0);
}

void
bv_form_focus_field (BvForm *self, const char *name)
{
  BvField *field = find_field (self, name);
  g_return_if_fail (field != NULL);
  gtk_widget_grab_focus (field->input);
}

void
bv_form_set_footer (BvForm *self, GtkWidget *widget)
{
  g_return_if_fail (BV_IS_FORM (self));
  g_return_if_fail (self->footer == NULL);
  self->footer = widget;
  gtk_box_append (self->box, widget);
}
