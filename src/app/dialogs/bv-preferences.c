// SPDX-License-Identifier: GPL-3.0-or-later
/* The preferences. What the file holds is read on a worker and read again after every act. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-preferences.h"

#include "base/bv-date.h"
#include "base/bv-money.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-settings.h"
#include "bv-toast.h"
#include "dialogs/bv-law-window.h"
#include "dialogs/bv-office-editors.h"
#include "office/bv-setting.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

struct _BvPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template */
  AdwEntryRow *actor_row;
  AdwComboRow *language_row;
  AdwComboRow *theme_row;
  AdwPreferencesPage *office_page;
  AdwPreferencesPage *rules_page;
  AdwPreferencesGroup *periods_group;
  AdwPreferencesGroup *signers_group;
  AdwComboRow *name_order_row;
  AdwComboRow *ledger_row;
  GtkSpinButton *nearly_spin;
  GtkSwitch *le_switch;
  GtkSwitch *ngan_switch;
  GtkSwitch *chan_switch;
  AdwPreferencesGroup *salaries_group;

  /* Owned */
  BvStore *store;
  GPtrArray *rows; /* (element-type GtkWidget): shown in the groups */
  guint nearly_source;

  /* State */
  gboolean is_showing; /* what changes now is not the officer's doing */
  gboolean is_loading;
};

G_DEFINE_FINAL_TYPE (BvPreferences, bv_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const char *const languages[] = { "vi", "en", "system" };
static const char *const themes[] = { "system", "light", "dark" };

/* ── What the file holds ─────────────────────────────────────────────────────────────────── */

typedef struct
{
  GPtrArray *periods;
  GPtrArray *signers;
  GPtrArray *salaries;
  char *name_order;
  char *ledger_scope;
  BvWordsStyle words;
  gint64 nearly;
} Office;

static void
office_free (Office *office)
{
  g_clear_pointer (&office->periods, g_ptr_array_unref);
  g_clear_pointer (&office->signers, g_ptr_array_unref);
  g_clear_pointer (&office->salaries, g_ptr_array_unref);
  g_free (office->name_order);
  g_free (office->ledger_scope);
  g_free (office);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Office, office_free)

static gpointer
read_thread (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (Office) office = g_new0 (Office, 1);
  office->periods = bv_office_period_list (connection, error);
  if (office->periods == NULL)
    return NULL;
  office->signers = bv_signer_list (connection, error);
  if (office->signers == NULL)
    return NULL;
  office->salaries = bv_base_salary_list (connection, error);
  if (office->salaries == NULL)
    return NULL;
  office->name_order = bv_setting_get (connection, BV_SETTING_NAME_ORDER, error);
  if (office->name_order == NULL)
    return NULL;
  office->ledger_scope = bv_setting_get (connection, BV_SETTING_LEDGER_SCOPE, error);
  if (office->ledger_scope == NULL)
    return NULL;
  office->words = bv_setting_get_words_style (connection, NULL);
  office->nearly = bv_setting_get_int (connection, BV_SETTING_NEARLY_PERCENT, NULL);
  return g_steal_pointer (&office);
}

/* ── Rows ────────────────────────────────────────────────────────────────────────────────── */

static void
edit_period_cb (GtkWidget *row, BvPreferences *self)
{
  bv_period_editor_present (row, self->store, g_object_get_data (G_OBJECT (row), "record"));
}

static void
edit_signer_cb (GtkWidget *row, BvPreferences *self)
{
  bv_signer_editor_present (row, self->store, g_object_get_data (G_OBJECT (row), "record"));
}

static void
edit_salary_cb (GtkWidget *row, BvPreferences *self)
{
  bv_salary_editor_present (row, self->store, g_object_get_data (G_OBJECT (row), "record"));
}

/* @record: (transfer full) */
static void
add_row (BvPreferences *self,
         AdwPreferencesGroup *group,
         const char *title,
         const char *subtitle,
         const char *suffix,
         gpointer record,
         GDestroyNotify record_free,
         GCallback edit)
{
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (suffix != NULL)
    {
      GtkWidget *label = gtk_label_new (suffix);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", record, record_free);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_signal_connect (row, "activated", edit, self);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (BvPreferences *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_lists (BvPreferences *self, const Office *office)
{
  clear_rows (self);
  for (guint i = 0; i < office->periods->len; i++)
    {
      const BvOfficePeriod *period = g_ptr_array_index (office->periods, i);
      g_autofree char *date = bv_date_format_short (period->from_date);
      g_autofree char *from = g_strdup_printf (_ ("from %s"), date);
      add_row (self, self->periods_group, period->name,
               bv_choice_label (bv_office_levels, period->level), from,
               bv_office_period_copy (period), (GDestroyNotify) bv_office_period_free,
               G_CALLBACK (edit_period_cb));
    }
  for (guint i = 0; i < office->signers->len; i++)
    {
      const BvSigner *signer = g_ptr_array_index (office->signers, i);
      g_auto (GStrv)
        lines = bv_signature_lines (signer->prefix, signer->on_behalf_of, signer->post);
      g_autofree char *subtitle = g_strjoinv (" · ", lines);
      add_row (self, self->signers_group, signer->name, subtitle,
               signer->is_default ? _ ("proposed first") : NULL, bv_signer_copy (signer),
               (GDestroyNotify) bv_signer_free, G_CALLBACK (edit_signer_cb));
    }
  adw_preferences_group_set_description (
    self->signers_group,
    office->signers->len == 0 ? _ ("Nobody yet: decisions need a signer.") : NULL);
  for (guint i = 0; i < office->salaries->len; i++)
    {
      const BvBaseSalary *salary = g_ptr_array_index (office->salaries, i);
      g_autofree char *amount = bv_money_format (salary->amount);
      g_autofree char *date = bv_date_format_short (salary->from_date);
      g_autofree char *from = g_strdup_printf (_ ("from %s"), date);
      g_autofree char *source = salary->is_verified
                                  ? g_strdup (salary->source)
                                  : g_strdup_printf (_ ("%s · not verified, please check"),
                                                     salary->source);
      add_row (self, self->salaries_group, amount, source, from, bv_base_salary_copy (salary),
               (GDestroyNotify) bv_base_salary_free, G_CALLBACK (edit_salary_cb));
    }
}

static void
read_done (gpointer owner, gpointer result, const GError *error)
{
  BvPreferences *self = owner;
  g_autoptr (Office) office = result;
  self->is_loading = FALSE;
  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (self), _ ("The office could not be read"), error);
      return;
    }
  self->is_showing = TRUE;
  show_lists (self, office);
  adw_combo_row_set_selected (
    self->name_order_row,
    (guint) MAX (bv_choice_index (bv_setting_name_orders, office->name_order), 0));
  adw_combo_row_set_selected (
    self->ledger_row,
    (guint) MAX (bv_choice_index (bv_setting_ledger_scopes, office->ledger_scope), 0));
  gtk_spin_button_set_value (self->nearly_spin, (double) office->nearly);
  gtk_switch_set_active (self->le_switch, (office->words & BV_WORDS_LE) != 0);
  gtk_switch_set_active (self->ngan_switch, (office->words & BV_WORDS_NGAN) != 0);
  gtk_switch_set_active (self->chan_switch, (office->words & BV_WORDS_CHAN) != 0);
  self->is_showing = FALSE;
}

static void
reload (BvPreferences *self)
{
  self->is_loading = TRUE;
  bv_read_async (G_OBJECT (self), self->store, read_thread, NULL, NULL, read_done,
                 (GDestroyNotify) office_free, NULL);
}

/* ── Changing ────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  const char *key; /* static */
  char *value;
} Change;

static void
change_free (Change *change)
{
  g_free (change->value);
  g_free (change);
}

static gboolean
change_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Change *change = data;
  return bv_setting_save (store, change->key, change->value, act_id, error);
}

/* @value: (transfer full) */
static void
save_setting (BvPreferences *self, const char *key, char *value)
{
  Change *change = g_new0 (Change, 1);
  change->key = key;
  change->value = value;
  bv_act_call (GTK_WIDGET (self), self->store, NULL, change_thread, change,
               (GDestroyNotify) change_free, NULL, NULL);
}

static void
name_order_changed_cb (BvPreferences *self)
{
  if (!self->is_showing)
    save_setting (
      self, BV_SETTING_NAME_ORDER,
      g_strdup (bv_setting_name_orders[adw_combo_row_get_selected (self->name_order_row)].code));
}

static void
ledger_changed_cb (BvPreferences *self)
{
  if (!self->is_showing)
    save_setting (
      self, BV_SETTING_LEDGER_SCOPE,
      g_strdup (bv_setting_ledger_scopes[adw_combo_row_get_selected (self->ledger_row)].code));
}

static void
words_changed_cb (BvPreferences *self)
{
  if (self->is_showing)
    return;
  int style = (gtk_switch_get_active (self->le_switch) ? BV_WORDS_LE : 0)
              | (gtk_switch_get_active (self->ngan_switch) ? BV_WORDS_NGAN : 0)
              | (gtk_switch_get_active (self->chan_switch) ? BV_WORDS_CHAN : 0);
  save_setting (self, BV_SETTING_WORDS_STYLE, g_strdup_printf ("%d", style));
}

static gboolean
nearly_timeout_cb (gpointer user_data)
{
  BvPreferences *self = user_data;
  self->nearly_source = 0;
  save_setting (self, BV_SETTING_NEARLY_PERCENT,
                g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->nearly_spin)));
  return G_SOURCE_REMOVE;
}

/* One act for a run of clicks, not one a click. */
static void
nearly_changed_cb (BvPreferences *self)
{
  if (self->is_showing)
    return;
  g_clear_handle_id (&self->nearly_source, g_source_remove);
  self->nearly_source = g_timeout_add (700, nearly_timeout_cb, self);
}

static void
actor_changed_cb (BvPreferences *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->actor_row));
  g_settings_set_string (bv_settings_get (), "actor", name);
  if (self->store != NULL)
    bv_store_set_actor (self->store, *name != '\0' ? name : g_get_user_name ());
}

static void
language_changed_cb (BvPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);
  if (!self->is_showing && selected < G_N_ELEMENTS (languages))
    g_settings_set_string (bv_settings_get (), "language", languages[selected]);
}

static void
theme_changed_cb (BvPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->theme_row);
  if (!self->is_showing && selected < G_N_ELEMENTS (themes))
    g_settings_set_string (bv_settings_get (), "theme", themes[selected]);
}

static void
add_period_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_period_editor_present (widget, BV_PREFERENCES (widget)->store, NULL);
}

static void
add_signer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_signer_editor_present (widget, BV_PREFERENCES (widget)->store, NULL);
}

static void
add_salary_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_salary_editor_present (widget, BV_PREFERENCES (widget)->store, NULL);
}

/* ── Class ───────────────────────────────────────────────────────────────────────────────── */

static void
law_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvPreferences *self = BV_PREFERENCES (widget);
  if (self->store != NULL)
    bv_law_window_present (GTK_WINDOW (self), self->store);
}

static void
bv_preferences_dispose (GObject *object)
{
  BvPreferences *self = BV_PREFERENCES (object);
  if (self->nearly_source != 0)
    {
      g_clear_handle_id (&self->nearly_source, g_source_remove);
      nearly_timeout_cb (self);
    }
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_PREFERENCES);
  G_OBJECT_CLASS (bv_preferences_parent_class)->dispose (object);
}

static void
bv_preferences_finalize (GObject *object)
{
  g_ptr_array_unref (BV_PREFERENCES (object)->rows);
  G_OBJECT_CLASS (bv_preferences_parent_class)->finalize (object);
}

static void
bv_preferences_class_init (BvPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = bv_preferences_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_preferences_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, actor_row);
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, theme_row);
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, office_page);
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, rules_page);
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, periods_group);
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, signers_group);
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, name_order_row);
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, ledger_row);
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, nearly_spin);
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, le_switch);
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, ngan_switch);
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, chan_switch);
  gtk_widget_class_bind_template_child (widget_class, BvPreferences, salaries_group);
  gtk_widget_class_install_action (widget_class, "preferences.add-period", NULL, add_period_action);
  gtk_widget_class_install_action (widget_class, "preferences.add-signer", NULL, add_signer_action);
  gtk_widget_class_install_action (widget_class, "preferences.add-salary", NULL, add_salary_action);
  gtk_widget_class_install_action (widget_class, "preferences.law", NULL, law_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
set_choices (AdwComboRow *row, const BvChoice *choices)
{
  g_auto (GStrv) labels = bv_choice_labels (choices);
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) labels);
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
}

static guint
find (const char *const *values, guint n_values, const char *key)
{
  g_autofree char *value = g_settings_get_string (bv_settings_get (), key);
  for (guint i = 0; i < n_values; i++)
    if (g_str_equal (values[i], value))
      return i;
  return 0;
}

static void
bv_preferences_init (BvPreferences *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_showing = TRUE;
  g_autofree char *actor = g_settings_get_string (bv_settings_get (), "actor");
  gtk_editable_set_text (GTK_EDITABLE (self->actor_row), actor);
  adw_combo_row_set_selected (self->language_row,
                              find (languages, G_N_ELEMENTS (languages), "language"));
  adw_combo_row_set_selected (self->theme_row, find (themes, G_N_ELEMENTS (themes), "theme"));
  set_choices (self->name_order_row, bv_setting_name_orders);
  set_choices (self->ledger_row, bv_setting_ledger_scopes);
  self->is_showing = FALSE;
  const struct
  {
    gpointer object;
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { self->actor_row, "apply", G_CALLBACK (actor_changed_cb) },
    { self->language_row, "notify::selected", G_CALLBACK (language_changed_cb) },
    { self->theme_row, "notify::selected", G_CALLBACK (theme_changed_cb) },
    { self->name_order_row, "notify::selected", G_CALLBACK (name_order_changed_cb) },
    { self->ledger_row, "notify::selected", G_CALLBACK (ledger_changed_cb) },
    { self->nearly_spin, "value-changed", G_CALLBACK (nearly_changed_cb) },
    { self->le_switch, "notify::active", G_CALLBACK (words_changed_cb) },
    { self->ngan_switch, "notify::active", G_CALLBACK (words_changed_cb) },
    { self->chan_switch, "notify::active", G_CALLBACK (words_changed_cb) },
  };
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (handlers[i].object, handlers[i].signal, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
}

BvPreferences *
bv_preferences_present (GtkWindow *parent, BvStore *store)
{
  BvPreferences *self = g_object_new (BV_TYPE_PREFERENCES, "transient-for", parent, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->office_page), store != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->rules_page), store != NULL);
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      g_signal_connect_object (store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
      reload (self);
    }
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

gboolean
bv_preferences_is_loading (BvPreferences *self)
{
  g_return_val_if_fail (BV_IS_PREFERENCES (self), FALSE);
  return self->is_loading;
}
