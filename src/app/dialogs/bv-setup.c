// SPDX-License-Identifier: GPL-3.0-or-later
/* The first-run assistant. Making the file and storing the office run on a worker. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-setup.h"

#include "base/bv-date.h"
#include "base/bv-money.h"
#include "base/bv-text.h"
#include "bv-read.h"
#include "bv-settings.h"
#include "office/bv-base-salary.h"
#include "office/bv-office.h"
#include "office/bv-signer.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"
#include "widgets/bv-paper-preview.h"
#include "compat/bv-widget.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define MAX_SIGNERS 4

struct _BvSetup
{
  GtkWidget parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkButton *next_button;
  GtkSpinner *spinner;
  GtkStack *steps;
  GtkWidget *start_row;
  AdwComboRow *language_row;
  BvForm *office_form;
  BvPaperPreview *office_preview;
  BvForm *signers_form;
  BvPaperPreview *signer_preview;
  AdwPreferencesGroup *salary_group;

  /* Owned */
  BvStore *store;      /* given, or made by the signers' step */
  GHashTable *touched; /* fields that the officer typed: suggestions leave them alone */
  GtkWidget *add_signer;

  /* State */
  guint n_signers; /* sections shown */
  gboolean is_busy;
  gboolean is_suggesting;
  gboolean can_cancel;
};

G_DEFINE_FINAL_TYPE (BvSetup, bv_setup, GTK_TYPE_WIDGET)

static guint done_signal;
static guint cancelled_signal;
static guint language_signal;

static const char *const step_names[] = { "start", "office", "signers", "salary" };

static int
current_step (BvSetup *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->steps);
  for (guint i = 0; i < G_N_ELEMENTS (step_names); i++)
    if (g_strcmp0 (step_names[i], name) == 0)
      return (int) i;
  return 0;
}

static void
show_step (BvSetup *self, int step)
{
  const char *titles[] = { "", _ ("Your Office"), _ ("Who Signs"), _ ("Base Salary") };
  gtk_stack_set_visible_child_name (self->steps, step_names[step]);
  adw_window_title_set_title (self->title, titles[step]);
  g_autofree char *subtitle
    /* TRANSLATORS: %1$d of %2$d are steps of the first-run assistant. */
    = step > 0 ? g_strdup_printf (_ ("Step %1$d of %2$d"), step, 3) : g_strdup ("");
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_widget_set_visible (self->back_button,
                          step == 1 || step == 2 || (step == 0 && self->can_cancel));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), step > 0);
  gtk_button_set_label (self->next_button, step == 3 ? _ ("_Start Working") : _ ("_Next"));
  if (step == 0)
    gtk_widget_grab_focus (self->start_row);
  else if (step == 1)
    bv_form_focus_first (self->office_form);
  else if (step == 2)
    bv_form_focus_first (self->signers_form);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

/* ── The office ──────────────────────────────────────────────────────────────────────────── */

/* Communes as they are now began on that day, and districts ended (Resolution 203/2025/QH15). */
#define TWO_TIERS "2025-07-01"

#define OFFICE(field) "periods[0]." field

static BvOfficePeriod *
read_period (BvSetup *self)
{
  BvForm *form = self->office_form;
  BvOfficePeriod *period = bv_office_period_new ();
  bv_text_take (&period->level, bv_form_get_text (form, OFFICE ("level")));
  bv_text_take (&period->from_date, bv_form_get_text (form, OFFICE ("from_date")));
  bv_text_take (&period->area_name, bv_form_get_text (form, OFFICE ("area_name")));
  bv_text_take (&period->superior_name, bv_form_get_text (form, OFFICE ("superior_name")));
  bv_text_take (&period->name, bv_form_get_text (form, OFFICE ("name")));
  bv_text_take (&period->place, bv_form_get_text (form, OFFICE ("place")));
  bv_text_take (&period->department, bv_form_get_text (form, OFFICE ("department")));
  bv_text_take (&period->symbol, bv_form_get_text (form, OFFICE ("symbol")));
  bv_text_take (&period->department_symbol, bv_form_get_text (form, OFFICE ("department_symbol")));
  return period;
}

static void
suggest (BvSetup *self, const char *field, const char *value)
{
  if (!g_hash_table_contains (self->touched, field))
    bv_form_set_text (self->office_form, field, value);
}

static void
update_office (BvSetup *self)
{
  g_autofree char *level = bv_form_get_text (self->office_form, OFFICE ("level"));
  g_autofree char *area = bv_form_get_text (self->office_form, OFFICE ("area_name"));
  g_autofree char *superior = bv_form_get_text_or_null (self->office_form, "superior_area");
  const char *from = g_str_equal (level, "commune") ? TWO_TIERS : "2000-01-01";
  if (*area != '\0')
    {
      g_autoptr (BvOfficePeriod) usual = bv_office_period_suggest (level, area, superior, from);
      self->is_suggesting = TRUE;
      suggest (self, OFFICE ("name"), usual->name);
      suggest (self, OFFICE ("superior_name"), usual->superior_name);
      suggest (self, OFFICE ("place"), usual->place);
      suggest (self, OFFICE ("department"), usual->department);
      suggest (self, OFFICE ("symbol"), usual->symbol);
      suggest (self, OFFICE ("department_symbol"), usual->department_symbol);
      suggest (self, OFFICE ("from_date"), from);
      self->is_suggesting = FALSE;
    }
  g_autoptr (BvOfficePeriod) period = read_period (self);
  bv_paper_preview_set_period (self->office_preview, period);
  bv_paper_preview_set_period (self->signer_preview, period);
}

static void
office_changed_cb (BvForm *form, const char *field, BvSetup *self)
{
  if (self->is_suggesting)
    return;
  if (!g_str_equal (field, OFFICE ("level")) && !g_str_equal (field, OFFICE ("area_name"))
      && !g_str_equal (field, "superior_area"))
    g_hash_table_add (self->touched, g_strdup (field));
  update_office (self);
}

static void
build_office (BvSetup *self)
{
  BvForm *form = self->office_form;
  g_autofree char *today = bv_date_today ();

  bv_form_add_section (form, NULL, NULL);
  bv_form_add_choice (form, OFFICE ("level"), _ ("_Level"), bv_office_levels);
  bv_form_add_text (form, OFFICE ("area_name"), _ ("_District, commune or body"));
  bv_form_set_required (form, OFFICE ("area_name"));
  bv_form_set_hint (form, OFFICE ("area_name"),
                    _ ("As in the middle of a sentence: huyện Mường La, xã Mường Bú"));
  bv_form_add_text (form, "superior_area", _ ("In the _province or city"));
  bv_form_set_hint (form, "superior_area", _ ("For example: tỉnh Sơn La"));

  bv_form_add_section (form, _ ("On the letterhead"),
                       _ ("Filled in from what stands above; correct what is different."));
  bv_form_add_text (form, OFFICE ("superior_name"), _ ("_Superior body"));
  bv_form_add_text (form, OFFICE ("name"), _ ("_Issuing body"));
  bv_form_set_required (form, OFFICE ("name"));
  bv_form_add_text (form, OFFICE ("place"), _ ("_Place, before the date"));
  bv_form_add_text (form, OFFICE ("symbol"), _ ("S_ymbol of the body, as in 05/QĐ-UBND"));
  bv_form_add_text (form, OFFICE ("department"), _ ("_Your department"));
  bv_form_add_text (form, OFFICE ("department_symbol"),
                    _ ("Symbol of the department, as in 05/TTr-P_NV"));
  bv_form_add_date (form, OFFICE ("from_date"), _ ("_These names apply from"), FALSE);
  bv_form_set_text (form, OFFICE ("from_date"), "2000-01-01");
  if (strcmp (today, TWO_TIERS) >= 0)
    bv_form_set_text (form, OFFICE ("level"), "commune");
  g_signal_connect (form, "changed", G_CALLBACK (office_changed_cb), self);
  update_office (self);
}

/* ── The signers ─────────────────────────────────────────────────────────────────────────── */

static char *
signer_field (guint i, const char *member)
{
  return g_strdup_printf ("signers[%u].%s", i, member);
}

static char *
get_signer_text (BvSetup *self, guint i, const char *member)
{
  g_autofree char *field = signer_field (i, member);
  return bv_form_get_text (self->signers_form, field);
}

static BvSigner *
read_signer (BvSetup *self, guint i)
{
  BvSigner *signer = bv_signer_new ();
  bv_text_take (&signer->name, get_signer_text (self, i, "name"));
  bv_text_take (&signer->post, get_signer_text (self, i, "post"));
  bv_text_take (&signer->prefix, get_signer_text (self, i, "prefix"));
  bv_text_take (&signer->on_behalf_of, get_signer_text (self, i, "on_behalf_of"));
  if (*signer->prefix == '\0' || g_str_equal (signer->prefix, "Q."))
    bv_text_take (&signer->on_behalf_of, g_strdup (""));
  signer->is_default = i == 0;
  return signer;
}

/* Which of the signers the paper shows: the one being typed. */
static void
update_signers (BvSetup *self, guint shown)
{
  for (guint i = 0; i < self->n_signers; i++)
    {
      g_autofree char *prefix = get_signer_text (self, i, "prefix");
      g_autofree char *field = signer_field (i, "on_behalf_of");
      bv_form_set_visible (self->signers_form, field,
                           *prefix != '\0' && !g_str_equal (prefix, "Q."));
    }
  g_autoptr (BvSigner) signer = read_signer (self, shown);
  bv_paper_preview_set_signer (self->signer_preview, signer);
}

static void
signers_changed_cb (BvForm *form, const char *field, BvSetup *self)
{
  guint shown = 0;
  const char *bracket = strchr (field, '[');
  if (bracket != NULL)
    shown = (guint) g_ascii_strtoull (bracket + 1, NULL, 10);
  /* The usual words for a deputy and for a body; they may be typed over. */
  if (g_str_has_suffix (field, ".prefix"))
    {
      g_autofree char *prefix = get_signer_text (self, shown, "prefix");
      g_autofree char *behalf = signer_field (shown, "on_behalf_of");
      bv_form_set_text (form, behalf,
                        g_str_equal (prefix, "TM.")                      ? "ỦY BAN NHÂN DÂN"
                        : *prefix != '\0' && !g_str_equal (prefix, "Q.") ? "CHỦ TỊCH"
                                                                         : "");
    }
  update_signers (self, shown);
}

static void
add_signer_section (BvSetup *self)
{
  const char *posts[] = {
    "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", NULL
  };
  const char *bodies[] = { "CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "TRƯỞNG PHÒNG", "GIÁM ĐỐC", NULL };
  BvForm *form = self->signers_form;
  guint i = self->n_signers++;
  if (i == 0)
    bv_form_add_section (form, NULL, _ ("Who signs most of the decisions and certificates."));
  else
    bv_form_add_section (form, _ ("Another signer"), NULL);
  g_autofree char *name = signer_field (i, "name");
  g_autofree char *prefix = signer_field (i, "prefix");
  g_autofree char *on_behalf_of = signer_field (i, "on_behalf_of");
  g_autofree char *post = signer_field (i, "post");
  bv_form_add_text (form, name, _ ("Full _name"));
  bv_form_add_choice (form, prefix, _ ("_Form of signature"), bv_signer_prefixes);
  bv_form_add_suggest (form, on_behalf_of, _ ("For _whom"), bodies);
  bv_form_add_suggest (form, post, _ ("_Post, as printed"), posts);
  bv_form_set_text (form, post, i == 0 ? "CHỦ TỊCH" : "PHÓ CHỦ TỊCH");
  if (i > 0)
    {
      bv_form_set_text (form, prefix, "KT.");
      bv_form_set_text (form, on_behalf_of, "CHỦ TỊCH");
    }
  if (self->add_signer != NULL && self->n_signers >= MAX_SIGNERS)
    gtk_widget_set_visible (self->add_signer, FALSE);
}

static void
add_signer_cb (BvSetup *self)
{
  add_signer_section (self);
  update_signers (self, self->n_signers - 1);
  g_autofree char *name = signer_field (self->n_signers - 1, "name");
  bv_form_focus_field (self->signers_form, name);
}

static void
build_signers (BvSetup *self)
{
  add_signer_section (self);
  self->add_signer = gtk_button_new_with_mnemonic (_ ("_Add another signer"));
  gtk_widget_set_halign (self->add_signer, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add_signer, "pill");
  g_signal_connect_object (self->add_signer, "clicked", G_CALLBACK (add_signer_cb), self,
                           G_CONNECT_SWAPPED);
  bv_form_set_footer (self->signers_form, self->add_signer);
  g_signal_connect (self->signers_form, "changed", G_CALLBACK (signers_changed_cb), self);
  update_signers (self, 0);
}

/* ── Storing it ──────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvOfficeSetup *setup;
  BvStore *store; /* (nullable): to be made */
  char *path;
} Job;

static void
job_free (Job *job)
{
  bv_office_setup_free (job->setup);
  g_clear_object (&job->store);
  g_free (job->path);
  g_free (job);
}

static void
job_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  if (job->store == NULL)
    {
      g_autofree char *folder = g_path_get_dirname (job->path);
      if (g_mkdir_with_parents (folder, 0700) != 0)
        {
          g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                                   _ ("The folder “%s” cannot be made."), folder);
          return;
        }
      job->store = bv_store_open (job->path, BV_STORE_CREATE, &error);
      if (job->store == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
    }
  if (!bv_office_set_up (job->store, job->setup, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_return_pointer (task, g_object_ref (job->store), g_object_unref);
}

static void
show_salaries (gpointer owner, gpointer result, const GError *error)
{
  BvSetup *self = owner;
  g_autoptr (GPtrArray) salaries = result;
  for (guint i = 0; salaries != NULL && i < salaries->len; i++)
    {
      const BvBaseSalary *salary = g_ptr_array_index (salaries, i);
      g_autofree char *amount = bv_money_format (salary->amount);
      g_autofree char *date = bv_date_format_short (salary->from_date);
      g_autofree char *from = g_strdup_printf (_ ("from %s"), date);
      GtkWidget *row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), amount);
      g_autofree char *source = salary->is_verified
                                  ? g_strdup (salary->source)
                                  : g_strdup_printf (_ ("%s · not verified, please check"),
                                                     salary->source);
      g_autofree char *escaped = g_markup_escape_text (source, -1);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
      GtkWidget *label = gtk_label_new (from);
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      adw_preferences_group_add (self->salary_group, row);
    }
  show_step (self, 3);
}

static gpointer
read_salaries (BvConnection *connection,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  return bv_base_salary_list (connection, error);
}

static void
set_busy (BvSetup *self, gboolean busy)
{
  self->is_busy = busy;
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->steps), !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "setup.next", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "setup.back", !busy);
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BvSetup *self = BV_SETUP (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStore) store = g_task_propagate_pointer (G_TASK (result), &error);
  set_busy (self, FALSE);
  if (store == NULL)
    {
      bv_form_set_message (self->signers_form, error->message);
      return;
    }
  g_set_object (&self->store, store);
  bv_read_async (G_OBJECT (self), store, read_salaries, NULL, NULL, show_salaries,
                 (GDestroyNotify) g_ptr_array_unref, NULL);
}

static BvOfficeSetup *
gather (BvSetup *self)
{
  BvOfficeSetup *setup = bv_office_setup_new ();
  g_ptr_array_add (setup->periods, read_period (self));
  for (guint i = 0; i < self->n_signers; i++)
    {
      BvSigner *signer = read_signer (self, i);
      if (*signer->name != '\0')
        g_ptr_array_add (setup->signers, signer);
      else
        bv_signer_free (signer);
    }
  return setup;
}

static void
store_office (BvSetup *self)
{
  Job *job = g_new0 (Job, 1);
  job->setup = gather (self);
  g_autoptr (GPtrArray) problems = bv_office_setup_validate (job->setup);
  if (!bv_form_show_problems (self->signers_form, problems))
    {
      job_free (job);
      return;
    }
  if (self->store != NULL)
    job->store = g_object_ref (self->store);
  else
    job->path = bv_setup_default_path ();
  set_busy (self, TRUE);
  g_autoptr (GTask) task = g_task_new (self, NULL, job_done_cb, NULL);
  g_task_set_source_tag (task, store_office);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, job_thread);
}

/* The office's own fields are checked before the signers are asked for. */
static gboolean
check_office (BvSetup *self)
{
  if (!bv_form_check (self->office_form))
    return FALSE;
  g_autoptr (BvOfficePeriod) period = read_period (self);
  g_autoptr (GPtrArray) found = bv_office_period_validate (period);
  g_autoptr (GPtrArray) problems = bv_problems_new ();
  for (guint i = 0; i < found->len; i++)
    {
      const BvProblem *problem = g_ptr_array_index (found, i);
      g_autofree char *field = g_strconcat ("periods[0].", problem->field, NULL);
      bv_problems_add (problems, field, problem->code, problem->message);
    }
  return bv_form_show_problems (self->office_form, problems);
}

/* ── Actions and overrides ───────────────────────────────────────────────────────────────── */

static void
start_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_step (BV_SETUP (widget), 1);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvSetup *self = BV_SETUP (widget);
  switch (current_step (self))
    {
    case 1:
      if (check_office (self))
        show_step (self, 2);
      break;
    case 2:
      if (bv_form_check (self->signers_form))
        store_office (self);
      break;
    case 3:
      g_signal_emit (self, done_signal, 0, self->store);
      break;
    default:
      break;
    }
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvSetup *self = BV_SETUP (widget);
  int step = current_step (self);
  if (step == 1 || step == 2)
    show_step (self, step - 1);
  else if (step == 0 && self->can_cancel)
    g_signal_emit (self, cancelled_signal, 0);
}

static void
language_changed_cb (BvSetup *self)
{
  g_settings_set_string (bv_settings_get (), "language",
                         adw_combo_row_get_selected (self->language_row) == 0 ? "vi" : "en");
  g_signal_emit (self, language_signal, 0);
}

static void
bv_setup_dispose (GObject *object)
{
  BvSetup *self = BV_SETUP (object);
  g_clear_object (&self->store);
  bv_widget_dispose (GTK_WIDGET (self), BV_TYPE_SETUP);
  G_OBJECT_CLASS (bv_setup_parent_class)->dispose (object);
}

static void
bv_setup_finalize (GObject *object)
{
  g_hash_table_unref (BV_SETUP (object)->touched);
  G_OBJECT_CLASS (bv_setup_parent_class)->finalize (object);
}

static void
bv_setup_class_init (BvSetupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = bv_setup_dispose;
  object_class->finalize = bv_setup_finalize;
  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, BV_TYPE_STORE);
  cancelled_signal = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  language_signal = g_signal_new ("language-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (BV_TYPE_FORM);
  g_type_ensure (BV_TYPE_PAPER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/bangvang/BangVang/bv-setup.ui");
  gtk_widget_class_bind_template_child (widget_class, BvSetup, title);
  gtk_widget_class_bind_template_child (widget_class, BvSetup, back_button);
  gtk_widget_class_bind_template_child (widget_class, BvSetup, next_button);
  gtk_widget_class_bind_template_child (widget_class, BvSetup, spinner);
  gtk_widget_class_bind_template_child (widget_class, BvSetup, steps);
  gtk_widget_class_bind_template_child (widget_class, BvSetup, start_row);
  gtk_widget_class_bind_template_child (widget_class, BvSetup, language_row);
  gtk_widget_class_bind_template_child (widget_class, BvSetup, office_form);
  gtk_widget_class_bind_template_child (widget_class, BvSetup, office_preview);
  gtk_widget_class_bind_template_child (widget_class, BvSetup, signers_form);
  gtk_widget_class_bind_template_child (widget_class, BvSetup, signer_preview);
  gtk_widget_class_bind_template_child (widget_class, BvSetup, salary_group);
  gtk_widget_class_install_action (widget_class, "setup.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "setup.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "setup.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "setup.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "setup.next",
                                       NULL);
}

static void
bv_setup_init (BvSetup *self)
{
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autofree char *language = g_settings_get_string (bv_settings_get (), "language");
  adw_combo_row_set_selected (self->language_row, g_str_equal (language, "en") ? 1 : 0);
  g_signal_connect_object (self->language_row, "notify::selected", G_CALLBACK (language_changed_cb),
                           self, G_CONNECT_SWAPPED);
  build_office (self);
  build_signers (self);
  show_step (self, 0);
}

/* ── Public ──────────────────────────────────────────────────────────────────────────────── */

GtkWidget *
bv_setup_new (void)
{
  return g_object_new (BV_TYPE_SETUP, NULL);
}

void
bv_setup_use_store (BvSetup *self, BvStore *store)
{
  g_return_if_fail (BV_IS_SETUP (self));
  g_set_object (&self->store, store);
  show_step (self, 1);
}

void
bv_setup_start_new (BvSetup *self)
{
  g_return_if_fail (BV_IS_SETUP (self));
  show_step (self, 1);
}

void
bv_setup_set_can_cancel (BvSetup *self, gboolean can_cancel)
{
  g_return_if_fail (BV_IS_SETUP (self));
  self->can_cancel = can_cancel;
  show_step (self, current_step (self));
}

char *
bv_setup_default_path (void)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup ("bang-vang.bangvang")
                                     : g_strdup_printf ("bang-vang-%u.bangvang", i);
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), "bangvang", name, NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}
