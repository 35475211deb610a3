// SPDX-License-Identifier: GPL-3.0-or-later
/* The forms of the office's periods, signers and base salaries. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-office-editors.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

/* One of the three records; the others are %NULL. */
typedef struct
{
  BvStore *store;
  BvOfficePeriod *period;
  BvSigner *signer;
  BvBaseSalary *salary;
  char *old_date; /* of a salary: its key, when its day is changed */
} Editor;

static void
editor_free (Editor *editor)
{
  g_clear_object (&editor->store);
  g_clear_pointer (&editor->period, bv_office_period_free);
  g_clear_pointer (&editor->signer, bv_signer_free);
  g_clear_pointer (&editor->salary, bv_base_salary_free);
  g_free (editor->old_date);
  g_free (editor);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Editor, editor_free)

static gboolean
save_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Editor *editor = data;
  if (editor->period != NULL)
    return bv_office_save_period (store, editor->period, act_id, error);
  if (editor->signer != NULL)
    return bv_office_save_signer (store, editor->signer, act_id, error);
  return bv_office_save_base_salary (store, editor->salary, act_id, error);
}

static gboolean
delete_thread (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  Editor *editor = data;
  if (editor->period != NULL)
    return bv_office_delete_period (store, editor->period->id, act_id, error);
  if (editor->signer != NULL)
    return bv_office_delete_signer (store, editor->signer->id, act_id, error);
  return bv_office_delete_base_salary (store, editor->old_date, act_id, error);
}

/* What is typed, as a record of its own. */
static Editor *
read_form (const Editor *editor, BvForm *form)
{
  Editor *typed = g_new0 (Editor, 1);
  typed->old_date = g_strdup (editor->old_date);
  if (editor->period != NULL)
    {
      BvOfficePeriod *period = typed->period = bv_office_period_copy (editor->period);
      bv_text_take (&period->from_date, bv_form_get_text (form, "from_date"));
      bv_text_take (&period->level, bv_form_get_text (form, "level"));
      bv_text_take (&period->superior_name, bv_form_get_text (form, "superior_name"));
      bv_text_take (&period->name, bv_form_get_text (form, "name"));
      bv_text_take (&period->area_name, bv_form_get_text (form, "area_name"));
      bv_text_take (&period->place, bv_form_get_text (form, "place"));
      bv_text_take (&period->department, bv_form_get_text (form, "department"));
      bv_text_take (&period->symbol, bv_form_get_text (form, "symbol"));
      bv_text_take (&period->department_symbol, bv_form_get_text (form, "department_symbol"));
    }
  else if (editor->signer != NULL)
    {
      BvSigner *signer = typed->signer = bv_signer_copy (editor->signer);
      bv_text_take (&signer->name, bv_form_get_text (form, "name"));
      bv_text_take (&signer->post, bv_form_get_text (form, "post"));
      bv_text_take (&signer->prefix, bv_form_get_text (form, "prefix"));
      gboolean stands_for = *signer->prefix != '\0' && !g_str_equal (signer->prefix, "Q.");
      bv_text_take (&signer->on_behalf_of,
                    stands_for ? bv_form_get_text (form, "on_behalf_of") : g_strdup (""));
      bv_text_take (&signer->from_date, bv_form_get_text_or_null (form, "from_date"));
      bv_text_take (&signer->to_date, bv_form_get_text_or_null (form, "to_date"));
      signer->is_default = bv_form_get_boolean (form, "is_default");
    }
  else
    {
      BvBaseSalary *salary = typed->salary = bv_base_salary_copy (editor->salary);
      bv_text_take (&salary->from_date, bv_form_get_text (form, "from_date"));
      salary->amount = bv_form_get_int (form, "amount");
      bv_text_take (&salary->source, bv_form_get_text (form, "source"));
      salary->is_verified = bv_form_get_boolean (form, "is_verified");
    }
  return typed;
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  const Editor *editor = user_data;
  g_autoptr (Editor) typed = read_form (editor, form);
  g_autoptr (GPtrArray) problems = typed->period != NULL ? bv_office_period_validate (typed->period)
                                   : typed->signer != NULL
                                     ? bv_signer_validate (typed->signer)
                                     : bv_base_salary_validate (typed->salary);
  if (!bv_form_show_problems (form, problems))
    return;
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, save_thread, g_steal_pointer (&typed),
               (GDestroyNotify) editor_free, bv_form_window_act_done, NULL);
}

static void
delete_cb (GtkWidget *button, Editor *editor)
{
  BvFormWindow *window = BV_FORM_WINDOW (gtk_widget_get_root (button));
  Editor *copy = g_new0 (Editor, 1);
  copy->period = editor->period != NULL ? bv_office_period_copy (editor->period) : NULL;
  copy->signer = editor->signer != NULL ? bv_signer_copy (editor->signer) : NULL;
  copy->salary = editor->salary != NULL ? bv_base_salary_copy (editor->salary) : NULL;
  copy->old_date = g_strdup (editor->old_date);
  bv_form_window_set_busy (window, TRUE);
  bv_act_call (GTK_WIDGET (window), editor->store, NULL, delete_thread, copy,
               (GDestroyNotify) editor_free, bv_form_window_act_done, NULL);
}

static void
present (GtkWidget *parent, const char *title, BvForm *form, Editor *editor, gboolean is_stored)
{
  if (is_stored)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Delete"));
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      gtk_widget_add_css_class (button, "destructive-action");
      g_signal_connect (button, "clicked", G_CALLBACK (delete_cb), editor);
      bv_form_set_footer (form, button);
    }
  bv_form_window_present (parent, title, form, NULL, save, editor, (GDestroyNotify) editor_free);
}

void
bv_period_editor_present (GtkWidget *parent, BvStore *store, const BvOfficePeriod *period)
{
  Editor *editor = g_new0 (Editor, 1);
  editor->store = g_object_ref (store);
  editor->period = period != NULL ? bv_office_period_copy (period) : bv_office_period_new ();
  const BvOfficePeriod *shown = editor->period;
  BvForm *form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, NULL,
                       _ ("Documents bear the names that the office had on their day."));
  bv_form_add_date (form, "from_date", _ ("_From"), FALSE);
  bv_form_set_required (form, "from_date");
  bv_form_add_choice (form, "level", _ ("_Level"), bv_office_levels);
  bv_form_add_text (form, "area_name", _ ("_District, commune or body"));
  bv_form_set_required (form, "area_name");
  bv_form_add_section (form, _ ("On the letterhead"), NULL);
  bv_form_add_text (form, "superior_name", _ ("_Superior body"));
  bv_form_add_text (form, "name", _ ("_Issuing body"));
  bv_form_set_required (form, "name");
  bv_form_add_text (form, "place", _ ("_Place, before the date"));
  bv_form_add_text (form, "symbol", _ ("S_ymbol of the body, as in 05/QĐ-UBND"));
  bv_form_add_text (form, "department", _ ("_Your department"));
  bv_form_add_text (form, "department_symbol", _ ("Symbol of the department, as in 05/TTr-P_NV"));
  bv_form_set_text (form, "from_date", shown->from_date);
  bv_form_set_text (form, "level", shown->level);
  bv_form_set_text (form, "area_name", shown->area_name);
  bv_form_set_text (form, "superior_name", shown->superior_name);
  bv_form_set_text (form, "name", shown->name);
  bv_form_set_text (form, "place", shown->place);
  bv_form_set_text (form, "symbol", shown->symbol);
  bv_form_set_text (form, "department", shown->department);
  bv_form_set_text (form, "department_symbol", shown->department_symbol);
  present (parent, _ ("Office"), form, editor, period != NULL);
}

static void
signer_changed_cb (BvForm *form, const char *field, gpointer user_data)
{
  g_autofree char *prefix = bv_form_get_text (form, "prefix");
  bv_form_set_visible (form, "on_behalf_of", *prefix != '\0' && !g_str_equal (prefix, "Q."));
}

void
bv_signer_editor_present (GtkWidget *parent, BvStore *store, const BvSigner *signer)
{
  const char *posts[] = {
    "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", NULL
  };
  const char *bodies[] = { "CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "TRƯỞNG PHÒNG", "GIÁM ĐỐC", NULL };
  Editor *editor = g_new0 (Editor, 1);
  editor->store = g_object_ref (store);
  editor->signer = signer != NULL ? bv_signer_copy (signer) : bv_signer_new ();
  const BvSigner *shown = editor->signer;
  BvForm *form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_text (form, "name", _ ("Full _name"));
  bv_form_set_required (form, "name");
  bv_form_add_choice (form, "prefix", _ ("_Form of signature"), bv_signer_prefixes);
  bv_form_add_suggest (form, "on_behalf_of", _ ("For _whom"), bodies);
  bv_form_add_suggest (form, "post", _ ("_Post, as printed"), posts);
  bv_form_set_required (form, "post");
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_date (form, "from_date", _ ("_From"), FALSE);
  bv_form_add_date (form, "to_date", _ ("_Until"), FALSE);
  bv_form_add_switch (form, "is_default", _ ("Proposed _first"),
                      _ ("For new decisions, while in post"));
  bv_form_set_text (form, "name", shown->name);
  bv_form_set_text (form, "prefix", shown->prefix);
  bv_form_set_text (form, "on_behalf_of", shown->on_behalf_of);
  bv_form_set_text (form, "post", shown->post);
  bv_form_set_text (form, "from_date", shown->from_date);
  bv_form_set_text (form, "to_date", shown->to_date);
  bv_form_set_boolean (form, "is_default", shown->is_default);
  signer_changed_cb (form, "prefix", NULL);
  g_signal_connect (form, "changed", G_CALLBACK (signer_changed_cb), NULL);
  present (parent, _ ("Signer"), form, editor, signer != NULL);
}

void
bv_salary_editor_present (GtkWidget *parent, BvStore *store, const BvBaseSalary *salary)
{
  Editor *editor = g_new0 (Editor, 1);
  editor->store = g_object_ref (store);
  editor->salary = salary != NULL ? bv_base_salary_copy (salary) : bv_base_salary_new ();
  editor->old_date = g_strdup (editor->salary->from_date);
  const BvBaseSalary *shown = editor->salary;
  BvForm *form = BV_FORM (bv_form_new ());
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_date (form, "from_date", _ ("_From"), FALSE);
  bv_form_set_required (form, "from_date");
  /* Its day is what a row is known by. */
  bv_form_set_editable (form, "from_date", salary == NULL);
  bv_form_add_money (form, "amount", _ ("_Amount a month"));
  bv_form_set_required (form, "amount");
  bv_form_add_text (form, "source", _ ("_Decree"));
  bv_form_add_switch (form, "is_verified", _ ("_Checked"), _ ("Read in the decree itself"));
  bv_form_set_text (form, "from_date", shown->from_date);
  if (shown->amount > 0)
    bv_form_set_int (form, "amount", shown->amount);
  bv_form_set_text (form, "source", shown->source);
  bv_form_set_boolean (form, "is_verified", shown->is_verified);
  present (parent, _ ("Base Salary"), form, editor, salary != NULL);
}
