// SPDX-License-Identifier: GPL-3.0-or-later
/* The rows of a form: how each kind of field is made. Titles go through gettext at the caller; a mnemonic in them
 * is shown and works with Alt. */

#define G_LOG_DOMAIN "bangvang"

#include "base/bv-date.h"
#include "widgets/bv-form-private.h"
#include "widgets/bv-subject-chooser.h"

#include <glib/gi18n.h>

#define LONG_CHOICE 24 /* characters */

static void
changed_cb (BvField *field)
{
  _bv_form_field_changed (field);
}

static void
left_cb (BvField *field)
{
  _bv_form_field_left (field);
}

static void
next_cb (BvField *field)
{
  _bv_form_field_left (field);
  _bv_form_field_next (field);
}

static void
watch_focus (BvField *field, GtkWidget *widget)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (left_cb), field);
  gtk_widget_add_controller (widget, controller);
}

static BvField *
add_entry (BvForm *self, const char *name, const char *title, BvFieldKind kind)
{
  GtkWidget *row = adw_entry_row_new ();
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  BvField *field = _bv_form_add_field (self, name, title, kind, row, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, field->title, -1);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), field);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (next_cb), field);
  watch_focus (field, row);
  return field;
}

void
bv_form_add_text (BvForm *self, const char *name, const char *title)
{
  g_return_if_fail (BV_IS_FORM (self));
  add_entry (self, name, title, BV_FIELD_TEXT);
}

static void
suggestion_cb (GtkListBox *list, GtkListBoxRow *row, BvField *field)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);
  gtk_editable_set_text (GTK_EDITABLE (field->row), gtk_label_get_text (GTK_LABEL (label)));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)));
  gtk_widget_grab_focus (field->row);
}

void
bv_form_add_suggest (BvForm *self,
                     const char *name,
                     const char *title,
                     const char *const *suggestions)
{
  g_return_if_fail (BV_IS_FORM (self));
  BvField *field = add_entry (self, name, title, BV_FIELD_TEXT);
  GtkWidget *list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  for (guint i = 0; suggestions[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (suggestions[i]);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_margin_start (label, 6);
      gtk_widget_set_margin_end (label, 6);
      gtk_widget_set_margin_top (label, 4);
      gtk_widget_set_margin_bottom (label, 4);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  g_signal_connect (list, "row-activated", G_CALLBACK (suggestion_cb), field);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  GtkWidget *popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  GtkWidget *button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose from a list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose from a list"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (field->row), button);
}

static gboolean
one_line_key_cb (GtkEventControllerKey *controller,
                 guint key,
                 guint code,
                 GdkModifierType modifiers,
                 GtkWidget *view)
{
  GtkWidget *form = gtk_widget_get_ancestor (view, BV_TYPE_FORM);

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
      || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD);
  return TRUE;
}

void
_bv_field_make_one_line (BvField *field)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (field->kind == BV_FIELD_PARAGRAPH && !field->is_one_line);
  field->is_one_line = TRUE;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (one_line_key_cb), field->input);
  gtk_widget_add_controller (field->input, keys);
}

void
bv_form_add_paragraph (BvForm *self, const char *name, const char *title)
{
  g_return_if_fail (BV_IS_FORM (self));
  GtkWidget *label = gtk_label_new_with_mnemonic (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  GtkWidget *view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "bv-paragraph");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), view);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 64);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 160);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_add_css_class (box, "bv-paragraph-box");
  GtkWidget *row = adw_preferences_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  BvField *field = _bv_form_add_field (self, name, title, BV_FIELD_PARAGRAPH, row, view);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                            G_CALLBACK (changed_cb), field);
}

/* ── Dates ───────────────────────────────────────────────────────────────────────────────── */

static void
day_selected_cb (GtkCalendar *calendar, BvField *field)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *shown = bv_date_format_short (iso);
  gtk_editable_set_text (GTK_EDITABLE (field->row), shown);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* The calendar opens on the day that is typed, else on today. */
static void
calendar_shown_cb (GtkWidget *popover, BvField *field)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (GTK_POPOVER (popover)));
  g_autofree char *iso = bv_date_parse (gtk_editable_get_text (GTK_EDITABLE (field->row)), NULL);
  if (iso == NULL)
    iso = bv_date_today ();
  int year, month, day;
  if (sscanf (iso, "%d-%d-%d", &year, &month, &day) != 3)
    return;
  g_autoptr (GDateTime) date = g_date_time_new_local (year, month, day, 12, 0, 0);
  g_signal_handlers_block_by_func (calendar, day_selected_cb, field);
  gtk_calendar_select_day (calendar, date);
  g_signal_handlers_unblock_by_func (calendar, day_selected_cb, field);
}

void
bv_form_add_date (BvForm *self, const char *name, const char *title, gboolean year_alone)
{
  g_return_if_fail (BV_IS_FORM (self));
  BvField *field = add_entry (self, name, title, year_alone ? BV_FIELD_BIRTH : BV_FIELD_DATE);
  gtk_editable_set_width_chars (GTK_EDITABLE (field->row), 10);
  GtkWidget *calendar = gtk_calendar_new ();
  g_signal_connect (calendar, "day-selected", G_CALLBACK (day_selected_cb), field);
  GtkWidget *popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  g_signal_connect (popover, "show", G_CALLBACK (calendar_shown_cb), field);
  GtkWidget *button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose from a calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose from a calendar"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (field->row), button);
}

void
bv_form_add_number (BvForm *self, const char *name, const char *title, int decimals)
{
  g_return_if_fail (BV_IS_FORM (self));
  BvField *field = add_entry (self, name, title, BV_FIELD_NUMBER);
  field->decimals = decimals;
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (field->row), GTK_INPUT_PURPOSE_NUMBER);
}

void
bv_form_add_money (BvForm *self, const char *name, const char *title)
{
  g_return_if_fail (BV_IS_FORM (self));
  BvField *field = add_entry (self, name, title, BV_FIELD_MONEY);
  GtkWidget *unit = gtk_label_new (_ ("đồng"));
  gtk_widget_add_css_class (unit, "dim-label");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (field->row), unit);
}

/* ── Choices ─────────────────────────────────────────────────────────────────────────────── */

/* The list of a combo row cuts what is longer than 20 letters: the names of awards begin alike and differ at the end. */
static void
choice_setup_cb (GtkListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static void
choice_show_selected (AdwComboRow *row, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  if (box != NULL)
    gtk_widget_set_opacity (gtk_widget_get_last_child (box),
                            adw_combo_row_get_selected_item (row) == gtk_list_item_get_item (item));
}

static void
choice_bind_cb (GtkListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (choice_show_selected), item,
                           0);
  choice_show_selected (row, NULL, item);
}

static void
choice_unbind_cb (GtkListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_func (row, choice_show_selected, item);
}

static GtkListItemFactory *
choice_factory_new (AdwComboRow *row)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (choice_setup_cb), row, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (choice_bind_cb), row, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (choice_unbind_cb), row, 0);
  return factory;
}

void
bv_form_add_combo (BvForm *self,
                   const char *name,
                   const char *title,
                   const char *const *codes,
                   const char *const *labels)
{
  g_return_if_fail (BV_IS_FORM (self));
  g_autoptr (GtkStringList) model = gtk_string_list_new (labels);
  GtkWidget *row = adw_combo_row_new ();
  gboolean is_long = FALSE;
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  /* Long choices stand under the title, where they have the whole width. */
  for (guint i = 0; labels[i] != NULL; i++)
    is_long = is_long || g_utf8_strlen (labels[i], -1) > LONG_CHOICE;
  if (is_long)
    {
      g_autoptr (GtkListItemFactory) factory = choice_factory_new (ADW_COMBO_ROW (row));

      adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
      adw_combo_row_set_list_factory (ADW_COMBO_ROW (row), factory);
    }
  BvField *field = _bv_form_add_field (self, name, title, BV_FIELD_CHOICE, row, row);
  field->codes = g_strdupv ((char **) codes);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (changed_cb), field);
}

void
bv_form_add_choice (BvForm *self, const char *name, const char *title, const BvChoice *choices)
{
  g_return_if_fail (BV_IS_FORM (self));
  g_auto (GStrv) labels = bv_choice_labels (choices);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (const BvChoice *choice = choices; choice->code != NULL; choice++)
    g_strv_builder_add (builder, choice->code);
  g_auto (GStrv) codes = g_strv_builder_end (builder);
  bv_form_add_combo (self, name, title, (const char *const *) codes, (const char *const *) labels);
}

void
bv_form_add_switch (BvForm *self, const char *name, const char *title, const char *subtitle)
{
  g_return_if_fail (BV_IS_FORM (self));
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  GtkWidget *toggle = gtk_switch_new ();
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  BvField *field = _bv_form_add_field (self, name, title, BV_FIELD_SWITCH, row, toggle);
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (changed_cb), field);
}

/* ── Subjects ────────────────────────────────────────────────────────────────────────────── */

static void
subject_chosen_cb (GtkWidget *row, gint64 id, const char *name, gpointer user_data)
{
  BvField *field = user_data;
  _bv_field_set_subject (field, id, name);
  _bv_form_field_changed (field);
}

static void
choose_cb (BvField *field)
{
  bv_subject_chooser_present (field->row, field->title, field->store, field->subject_kind,
                              subject_chosen_cb, field);
}

static void
clear_cb (BvField *field)
{
  _bv_field_set_subject (field, 0, NULL);
  _bv_form_field_changed (field);
}

void
bv_form_add_subject (BvForm *self, const char *name, const char *title, BvStore *store, int kind)
{
  g_return_if_fail (BV_IS_FORM (self));
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  GtkWidget *shown = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (shown), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (shown), 1);
  gtk_widget_set_hexpand (shown, TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), shown);
  GtkWidget *clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_valign (clear, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_set_tooltip_text (clear, _ ("Choose none"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (clear), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose none"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), clear);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  BvField *field = _bv_form_add_field (self, name, title, BV_FIELD_SUBJECT, row, row);
  field->store = g_object_ref (store);
  field->subject_kind = kind;
  field->shown = GTK_LABEL (shown);
  field->clear = clear;
  g_signal_connect_swapped (row, "activated", G_CALLBACK (choose_cb), field);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_cb), field);
  _bv_field_set_subject (field, 0, NULL);
}
