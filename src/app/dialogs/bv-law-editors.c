// SPDX-License-Identifier: GPL-3.0-or-later
/* The forms of a rule of the office and of a title of the place. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-law-editors.h"

#include "base/bv-error.h"
#include "base/bv-problem.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "drawing/bv-certificate-template.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

/* ── A rule ──────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store;
  const BvSetting *rule; /* static */
  char *value;
} Rule;

static void
rule_free (Rule *rule)
{
  g_clear_object (&rule->store);
  g_free (rule->value);
  g_free (rule);
}

static gboolean
save_rule_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Rule *rule = data;

  return bv_setting_save (store, rule->rule->key, rule->value, act_id, error);
}

/* @value: (transfer full) */
static void
save_rule_value (BvFormWindow *window, const Rule *rule, char *value)
{
  Rule *change = g_new0 (Rule, 1);

  change->rule = rule->rule;
  change->value = value;
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), rule->store, NULL, save_rule_thread, change,
               (GDestroyNotify) rule_free, bv_form_window_act_done, NULL);
}

static void
save_rule (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Rule *rule = user_data;
  g_autofree char *value = bv_form_get_text (form, "value");
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  g_autoptr (GError) error = NULL;

  if (!bv_setting_check (rule->rule, value, &error))
    bv_problems_add (problems, "value", error->code, error->message);
  if (bv_form_show_problems (form, problems))
    save_rule_value (window, rule, g_steal_pointer (&value));
}

static void
default_cb (GtkWidget *button, Rule *rule)
{
  save_rule_value (BV_FORM_WINDOW (gtk_widget_get_root (button)), rule,
                   g_strdup (rule->rule->value));
}

static void
add_value (BvForm *form, const BvSetting *rule)
{
  switch (rule->kind)
    {
    case BV_SETTING_CHOICE:
      bv_form_add_choice (form, "value", _ ("_Value"), rule->choices);
      break;
    case BV_SETTING_NUMBER:
      bv_form_add_number (form, "value",
                          rule->unit == BV_SETTING_PERCENT        ? _ ("_Per cent")
                          : rule->unit == BV_SETTING_POINTS       ? _ ("_Points")
                          : rule->unit == BV_SETTING_MONTHS       ? _ ("_Months")
                          : rule->unit == BV_SETTING_WORKING_DAYS ? _ ("_Working days")
                                                                  : _ ("_Value"),
                          0);
      break;
    case BV_SETTING_FRACTION:
      bv_form_add_text (form, "value", _ ("_Share, such as 2/3 or >1/2"));
      break;
    case BV_SETTING_SCALE:
      bv_form_add_text (form, "value", _ ("_Criteria with their points"));
      break;
    }
}

void
bv_rule_editor_present (GtkWidget *parent, BvStore *store, const BvSetting *rule, const char *value)
{
  Rule *editor = g_new0 (Rule, 1);
  BvForm *form = BV_FORM (bv_form_new ());
  g_autofree char *standard = bv_setting_describe (rule, rule->value);
  /* TRANSLATORS: %s is the value that a rule has when nobody changed it. */
  g_autofree char *hint = g_strdup_printf (_ ("Unless changed: %s"), standard);
  BvFormWindow *window;

  editor->store = g_object_ref (store);
  editor->rule = rule;
  bv_form_add_section (form, bv_setting_get_label (rule), rule->article);
  add_value (form, rule);
  bv_form_set_required (form, "value");
  bv_form_set_hint (form, "value", hint);
  bv_form_set_text (form, "value", value);
  if (g_strcmp0 (value, rule->value) != 0)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("As it was at _first"));

      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      g_signal_connect (button, "clicked", G_CALLBACK (default_cb), editor);
      bv_form_set_footer (form, button);
    }
  window = bv_form_window_present (parent, _ ("Rule of the office"), form, NULL, save_rule, editor,
                                   (GDestroyNotify) rule_free);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 360);
}

/* ── A title of the place ────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store;
  BvRegimeSet *regimes;
  BvLocalTitle *title;
  char *old_code; /* (nullable): a new one */
} Title;

static void
title_free (Title *title)
{
  g_clear_object (&title->store);
  g_clear_pointer (&title->regimes, bv_regime_set_unref);
  g_clear_pointer (&title->title, bv_local_title_free);
  g_free (title->old_code);
  g_free (title);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Title, title_free)

static gboolean
save_title_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Title *title = data;

  return bv_local_title_save_act (store, title->title, title->old_code, act_id, error);
}

static gboolean
delete_title_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Title *title = data;

  return bv_local_title_delete_act (store, title->old_code, act_id, error);
}

static BvLocalTitle *
read_title (const BvLocalTitle *before, BvForm *form)
{
  BvLocalTitle *self = bv_local_title_copy (before);

  bv_text_take (&self->code, bv_form_get_text (form, "code"));
  bv_text_take (&self->name, bv_form_get_text (form, "name"));
  bv_text_take (&self->abbreviation, bv_form_get_text (form, "abbreviation"));
  bv_text_take (&self->kind, bv_form_get_text (form, "kind"));
  bv_text_take (&self->level, bv_form_get_text (form, "level"));
  bv_text_take (&self->who, bv_form_get_text (form, "who"));
  bv_text_take (&self->basis, bv_form_get_text (form, "basis"));
  bv_text_take (&self->from_date, bv_form_get_text_or_null (form, "from_date"));
  bv_text_take (&self->to_date, bv_form_get_text_or_null (form, "to_date"));
  bv_text_take (&self->certificate, bv_form_get_text (form, "certificate"));
  bv_text_take (&self->coefficient, bv_form_get_text (form, "coefficient"));
  self->to_persons = bv_form_get_boolean (form, "to_persons");
  self->to_units = bv_form_get_boolean (form, "to_units");
  self->to_households = bv_form_get_boolean (form, "to_households");
  return self;
}

static void
save_title (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Title *editor = user_data;
  g_autoptr (Title) typed = g_new0 (Title, 1);
  g_autoptr (GPtrArray) problems = NULL;

  typed->title = read_title (editor->title, form);
  typed->old_code = g_strdup (editor->old_code);
  problems = bv_local_title_validate (typed->title, typed->old_code, editor->regimes);
  if (!bv_form_show_problems (form, problems))
    return;
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, save_title_thread,
               g_steal_pointer (&typed), (GDestroyNotify) title_free, bv_form_window_act_done,
               NULL);
}

static void
delete_title_cb (GtkWidget *button, Title *editor)
{
  BvFormWindow *window = BV_FORM_WINDOW (gtk_widget_get_root (button));
  Title *copy = g_new0 (Title, 1);

  copy->old_code = g_strdup (editor->old_code);
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, delete_title_thread, copy,
               (GDestroyNotify) title_free, bv_form_window_act_done, NULL);
}

/* The templates of the program by their titles; first: none. */
static void
add_certificates (BvForm *form)
{
  const char *const *ids = bv_certificate_template_list ();
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (codes, (gpointer) "");
  g_ptr_array_add (labels, g_strdup (_ ("None")));
  for (; *ids != NULL; ids++)
    {
      g_autoptr (BvCertificateTemplate) template = bv_certificate_template_built_in (*ids, NULL);

      g_ptr_array_add (codes, (gpointer) *ids);
      g_ptr_array_add (labels, g_strdup (template != NULL ? template->title : *ids));
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (labels, NULL);
  bv_form_add_combo (form, "certificate", _ ("Template of the ce_rtificate"),
                     (const char *const *) codes->pdata, (const char *const *) labels->pdata);
}

static void
fill_title (BvForm *form, const BvLocalTitle *title)
{
  g_autofree char *coefficient = g_strdelimit (g_strdup (title->coefficient), ".", ',');

  bv_form_set_text (form, "name", title->name);
  bv_form_set_text (form, "abbreviation", title->abbreviation);
  bv_form_set_text (form, "code", title->code);
  bv_form_set_text (form, "kind", title->kind);
  bv_form_set_text (form, "basis", title->basis);
  bv_form_set_text (form, "level", title->level);
  bv_form_set_text (form, "who", title->who);
  bv_form_set_boolean (form, "to_persons", title->to_persons);
  bv_form_set_boolean (form, "to_units", title->to_units);
  bv_form_set_boolean (form, "to_households", title->to_households);
  bv_form_set_text (form, "coefficient", coefficient);
  bv_form_set_text (form, "certificate", title->certificate);
  bv_form_set_text (form, "from_date", title->from_date);
  bv_form_set_text (form, "to_date", title->to_date);
}

void
bv_local_title_editor_present (GtkWidget *parent,
                               BvStore *store,
                               BvRegimeSet *regimes,
                               const BvLocalTitle *title)
{
  const char *deciders[] = { "Chủ tịch Ủy ban nhân dân tỉnh",
                             "Chủ tịch Ủy ban nhân dân huyện",
                             "Chủ tịch Ủy ban nhân dân xã",
                             "Hiệu trưởng",
                             "Giám đốc",
                             NULL };
  Title *editor = g_new0 (Title, 1);
  BvForm *form = BV_FORM (bv_form_new ());

  editor->store = g_object_ref (store);
  editor->regimes = bv_regime_set_ref (regimes);
  editor->title = title != NULL ? bv_local_title_copy (title) : bv_local_title_new ();
  editor->old_code = title != NULL ? g_strdup (title->code) : NULL;
  bv_form_add_section (
    form, NULL,
    _ ("An award that the place gives besides those of the law, such as Người tốt, "
       "việc tốt."));
  bv_form_add_text (form, "name", _ ("_Name"));
  bv_form_set_required (form, "name");
  bv_form_add_text (form, "abbreviation", _ ("S_hort form"));
  bv_form_set_required (form, "abbreviation");
  bv_form_add_text (form, "code", _ ("C_ode"));
  bv_form_set_required (form, "code");
  bv_form_set_hint (form, "code", _ ("Capital letters A to Z, digits and hyphens: NTVT"));
  bv_form_add_choice (form, "kind", _ ("_Kind"), bv_local_title_kinds);
  bv_form_add_text (form, "basis", _ ("Set up _by, with number and date"));
  bv_form_set_required (form, "basis");
  bv_form_add_section (form, _ ("Who decides"), NULL);
  bv_form_add_choice (form, "level", _ ("_Level"), bv_local_title_levels);
  bv_form_add_suggest (form, "who", _ ("As on the _paper"), deciders);
  bv_form_set_required (form, "who");
  bv_form_add_section (form, _ ("To whom"), NULL);
  bv_form_add_switch (form, "to_persons", _ ("P_eople"), NULL);
  bv_form_add_switch (form, "to_units", _ ("_Units"), NULL);
  bv_form_add_switch (form, "to_households", _ ("Househo_lds"), NULL);
  bv_form_add_section (form, _ ("Bonus and certificate"), NULL);
  bv_form_add_text (form, "coefficient", _ ("Bon_us, in base salaries"));
  bv_form_set_hint (form, "coefficient", _ ("Such as 0,3; empty: the amount is asked for"));
  add_certificates (form);
  bv_form_add_section (form, _ ("Given"), NULL);
  bv_form_add_date (form, "from_date", _ ("_From"), FALSE);
  bv_form_add_date (form, "to_date", _ ("Un_til"), FALSE);
  fill_title (form, editor->title);
  if (title != NULL)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Delete"));

      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      gtk_widget_add_css_class (button, "destructive-action");
      g_signal_connect (button, "clicked", G_CALLBACK (delete_title_cb), editor);
      bv_form_set_footer (form, button);
    }
  bv_form_window_present (parent, _ ("Local title"), form, NULL, save_title, editor,
                          (GDestroyNotify) title_free);
}
