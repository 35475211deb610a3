// SPDX-License-Identifier: GPL-3.0-or-later
/* The book of the fund in a window of its own. One read brings sums and debts; the entries are a windowed list. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-fund-window.h"

#include "base/bv-date.h"
#include "base/bv-money.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-fund.h"
#include "pages/bv-form-act.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"
#include "widgets/bv-list-view.h"

#include <glib/gi18n.h>

struct _BvFundWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkDropDown *year_dropdown;
  GtkLabel *balance_label;
  GtkLabel *committed_label;
  GtkLabel *available_label;
  GtkLabel *sums_label;
  GtkLabel *warning_label;
  AdwPreferencesGroup *debts_group;
  GtkWidget *debts_box;
  BvListView *entries;

  /* Owned */
  BvStore *store;
  GPtrArray *debt_rows; /* borrowed widgets of debts_group */
  GArray *years;
  GCancellable *reading;

  /* State */
  int year;
  gint64 balance; /* đồng */
  gboolean is_reading;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BvFundWindow, bv_fund_window, ADW_TYPE_WINDOW)

static char *
format_kind (BvRow *row, guint column)
{
  return g_strdup (bv_choice_label (bv_fund_kinds, bv_row_get_text (row, column)));
}

static const BvListColumn columns[] = {
  { "date", N_ ("Date"), BV_LIST_COLUMN_DATE, BV_FUND_COLUMN_DATE, 100, FALSE, FALSE, NULL },
  { "kind", N_ ("Kind of entry"), BV_LIST_COLUMN_TEXT, BV_FUND_COLUMN_KIND, 196, FALSE, FALSE,
    format_kind },
  { "title", N_ ("Purpose"), BV_LIST_COLUMN_TEXT, BV_FUND_COLUMN_TITLE, 0, FALSE, FALSE, NULL },
  { "in", N_ ("In"), BV_LIST_COLUMN_MONEY, BV_FUND_COLUMN_IN, 108, FALSE, FALSE, NULL },
  { "out", N_ ("Out"), BV_LIST_COLUMN_MONEY, BV_FUND_COLUMN_OUT, 108, FALSE, FALSE, NULL },
  { "balance", N_ ("Balance"), BV_LIST_COLUMN_MONEY, BV_FUND_COLUMN_BALANCE, 112, FALSE, FALSE,
    NULL },
  { "document", N_ ("Voucher"), BV_LIST_COLUMN_TEXT, BV_FUND_COLUMN_DOCUMENT, 120, FALSE, TRUE,
    NULL },
  { "note", N_ ("Note"), BV_LIST_COLUMN_TEXT, BV_FUND_COLUMN_NOTE, 120, FALSE, TRUE, NULL },
};

static BvRowSource *
make_source (const char *sort, gboolean descending, gpointer user_data)
{
  return bv_fund_source (((BvFundWindow *) user_data)->year);
}

static void
update_actions (BvFundWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_one = bv_list_view_get_selected (self->entries) != 0;

  bv_act_set_enabled (widget, self->store, "fund.add", TRUE);
  bv_act_set_enabled (widget, self->store, "fund.pay", TRUE);
  bv_act_set_enabled (widget, self->store, "fund.edit", has_one);
  bv_act_set_enabled (widget, self->store, "fund.delete", has_one);
  bv_act_set_enabled (widget, self->store, "fund.carry",
                      bv_list_view_get_n_rows (self->entries) > 0);
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvFundStatus status;
  GPtrArray *debts;
  GArray *years;
  char *carried; /* what is wrong with the opening amount; NULL */
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->debts, g_ptr_array_unref);
  g_clear_pointer (&answer->years, g_array_unref);
  g_free (answer->carried);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_book (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  int year = *(int *) user_data;

  if (!bv_fund_get_status (connection, year, &answer->status, error))
    return NULL;
  answer->debts = bv_fund_list_debts (connection, year, error);
  if (answer->debts == NULL)
    return NULL;
  if (!bv_fund_check_carried (connection, year, &answer->carried, error))
    return NULL;
  answer->years = bv_fund_list_years (connection, error);
  return answer->years != NULL ? g_steal_pointer (&answer) : NULL;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

static void
add_year (GArray *years, int year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return;
  g_array_append_val (years, year);
}

/* Years with a book, this year and the one before: where a book is begun. */
static void
show_years (BvFundWindow *self, GArray *years)
{
  g_autofree char *today = bv_date_today ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  add_year (years, bv_date_year (today));
  add_year (years, bv_date_year (today) - 1);
  add_year (years, self->year);
  g_array_sort (years, compare_years);
  g_clear_pointer (&self->years, g_array_unref);
  self->years = g_array_ref (years);
  for (guint i = 0; i < years->len; i++)
    {
      g_autofree char *label = g_strdup_printf (_ ("Year %d"), g_array_index (years, int, i));

      gtk_string_list_append (list, label);
      if (g_array_index (years, int, i) == self->year)
        selected = i;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->year_dropdown, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->year_dropdown, selected);
  self->is_filling = FALSE;
}

static void
set_money (GtkLabel *label, gint64 amount)
{
  g_autofree char *text = bv_money_format (amount);

  gtk_label_set_text (label, text);
}

static void
append_sum (GString *text, const char *label, gint64 amount)
{
  g_autofree char *money = bv_money_format (amount);

  if (amount == 0)
    return;
  g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", label, money);
}

static void
show_sums (BvFundWindow *self, const BvFundStatus *status, const char *carried)
{
  gboolean is_short = status->n_entries > 0 && status->available < 0;
  g_autofree char *warning = g_strjoin (
    is_short && carried != NULL ? " " : "",
    is_short ? _ ("Issued decisions promise more than is in the fund.") : "",
    carried != NULL ? carried : "", NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  set_money (self->balance_label, status->balance);
  set_money (self->committed_label, status->committed);
  /* Where no book is kept there is nothing to be short of. */
  if (status->n_entries > 0)
    set_money (self->available_label, status->available);
  else
    gtk_label_set_text (self->available_label, "–");
  if (is_short)
    gtk_widget_add_css_class (GTK_WIDGET (self->available_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->available_label), "error");
  self->balance = status->balance;
  append_sum (text, _ ("Carried over"), status->carried);
  append_sum (text, _ ("Income"), status->income);
  append_sum (text, _ ("Bonuses paid"), status->bonus);
  append_sum (text, _ ("Objects of award"), status->object);
  append_sum (text, _ ("Work of emulation and commendation"), status->work);
  append_sum (text, _ ("Other spending"), status->other);
  gtk_label_set_text (self->sums_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->sums_label), text->len > 0);
  gtk_label_set_text (self->warning_label, warning);
  gtk_widget_set_visible (GTK_WIDGET (self->warning_label), *warning != '\0');
}

/* What the form that pays says of its decision. */
typedef struct
{
  gint64 decision_id;
  gint64 left; /* đồng still to be paid */
} Debt;

static Debt *
debt_new (const BvFundDebt *debt)
{
  Debt *copy = g_new0 (Debt, 1);

  copy->decision_id = debt->decision_id;
  copy->left = debt->bonus - debt->paid;
  return copy;
}

static void
show_debts (BvFundWindow *self, GPtrArray *debts)
{
  for (guint i = 0; i < self->debt_rows->len; i++)
    adw_preferences_group_remove (self->debts_group, g_ptr_array_index (self->debt_rows, i));
  g_ptr_array_set_size (self->debt_rows, 0);
  gtk_widget_set_visible (self->debts_box, debts->len > 0);
  for (guint i = 0; i < debts->len; i++)
    {
      const BvFundDebt *debt = g_ptr_array_index (debts, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Pay…"));
      g_autofree char *date = bv_date_format_short (debt->on_date);
      g_autofree char *money = bv_money_format (debt->bonus - debt->paid);
      /* TRANSLATORS: number, date and title of a decision. */
      g_autofree char *title = g_strdup_printf (_ ("%s of %s"), debt->number, date);
      g_autofree char *outdone = bv_fund_describe_outdone (debt->n_outdone);
      g_autofree char *subtitle = g_strjoin (outdone != NULL ? "\n" : "", debt->title,
                                             outdone != NULL ? outdone : "", NULL);
      GtkWidget *label = gtk_label_new (money);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), outdone != NULL ? 4 : 2);
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", debt->decision_id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "fund.pay");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      g_object_set_data_full (G_OBJECT (row), "bv-debt", debt_new (debt), g_free);
      adw_preferences_group_add (self->debts_group, row);
      g_ptr_array_add (self->debt_rows, row);
    }
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvFundWindow *self = owner;
  g_autoptr (Answer) answer = result;

  self->is_reading = FALSE;
  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (self), _ ("The book of the fund could not be read"), error);
      return;
    }
  show_years (self, answer->years);
  show_sums (self, &answer->status, answer->carried);
  show_debts (self, answer->debts);
  update_actions (self);
}

static void
start_reading (BvFundWindow *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->is_reading = TRUE;
  bv_read_async (G_OBJECT (self), self->store, read_book,
                 g_memdup2 (&self->year, sizeof self->year), g_free, read_cb,
                 (GDestroyNotify) answer_free, self->reading);
}

static void
changed_cb (BvStore *store, const char *const *tables, BvFundWindow *self)
{
  bv_list_view_reload (self->entries);
  start_reading (self);
}

static void
year_changed_cb (BvFundWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->year_dropdown);

  if (self->is_filling || self->years == NULL || selected >= self->years->len)
    return;
  self->year = g_array_index (self->years, int, selected);
  bv_list_view_requery (self->entries);
  start_reading (self);
}

/* ── An entry as a form ──────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store;
  BvFundEntry *entry;
} Editor;

static void
editor_free (Editor *editor)
{
  g_clear_object (&editor->store);
  bv_fund_entry_free (editor->entry);
  g_free (editor);
}

static GPtrArray *
check (BvConnection *connection, gpointer data, GError **error)
{
  return bv_fund_entry_validate (connection, data, error);
}

static gboolean
save_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_fund_entry_save (connection, user_data, error);
}

static void
save (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  Editor *editor = user_data;
  BvFundEntry *entry = bv_fund_entry_copy (editor->entry);
  g_autofree char *title = NULL;

  bv_text_take (&entry->on_date, bv_form_get_text_or_null (form, "on_date"));
  bv_text_take (&entry->kind, bv_form_get_text (form, "kind"));
  entry->amount = bv_form_get_int (form, "amount");
  bv_text_take (&entry->title, bv_form_get_text (form, "title"));
  bv_text_take (&entry->document, bv_form_get_text (form, "document"));
  bv_text_take (&entry->note, bv_form_get_text (form, "note"));
  title = bv_fund_entry_act_title (entry);
  bv_form_act_run (window, editor->store, title, check, save_act, entry,
                   (GDestroyNotify) bv_fund_entry_free, bv_form_window_act_done, NULL);
}

/* @entry: (transfer full) */
static void
present_entry (BvFundWindow *self, BvFundEntry *entry)
{
  BvForm *form = BV_FORM (bv_form_new ());
  Editor *editor = g_new0 (Editor, 1);
  g_autofree char *section = g_strdup_printf (_ ("Book of %d"), entry->year);

  editor->store = g_object_ref (self->store);
  editor->entry = entry;
  bv_form_add_section (form, section, NULL);
  bv_form_add_date (form, "on_date", _ ("_Date"), FALSE);
  bv_form_set_required (form, "on_date");
  bv_form_add_choice (form, "kind", _ ("_Kind of entry"), bv_fund_kinds);
  bv_form_add_money (form, "amount", _ ("_Amount, in đồng"));
  bv_form_set_required (form, "amount");
  bv_form_add_text (form, "title", _ ("_For what, or from where"));
  bv_form_set_required (form, "title");
  bv_form_add_text (form, "document", _ ("_Voucher"));
  bv_form_add_paragraph (form, "note", _ ("N_ote"));
  bv_form_set_text (form, "on_date", entry->on_date);
  bv_form_set_text (form, "kind", entry->kind);
  if (entry->amount > 0)
    bv_form_set_int (form, "amount", entry->amount);
  bv_form_set_text (form, "title", entry->title);
  bv_form_set_text (form, "document", entry->document);
  bv_form_set_text (form, "note", entry->note);
  bv_form_set_editable (form, "kind", entry->decision_id == 0);
  bv_form_set_clean (form);
  bv_form_window_present (GTK_WIDGET (self),
                          entry->id == 0 ? _ ("New Entry of the Fund") : _ ("Entry of the Fund"),
                          form, NULL, save, editor, (GDestroyNotify) editor_free);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvFundWindow *self = BV_FUND_WINDOW (widget);
  BvFundEntry *entry = bv_fund_entry_new ();
  g_autofree char *today = bv_date_today ();

  entry->year = self->year;
  if (bv_date_year (today) == self->year)
    bv_text_set (&entry->on_date, today);
  bv_text_set (&entry->kind, "income");
  present_entry (self, entry);
}

static gpointer
read_entry (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return bv_fund_entry_load (connection, *(gint64 *) user_data, error);
}

static void
entry_read_cb (gpointer owner, gpointer result, const GError *error)
{
  if (error != NULL)
    bv_toast_error (GTK_WIDGET (owner), _ ("The book of the fund could not be read"), error);
  else
    present_entry (BV_FUND_WINDOW (owner), result);
}

static void
edit (BvFundWindow *self, gint64 id)
{
  if (id != 0 && !bv_store_is_read_only (self->store))
    bv_read_async (G_OBJECT (self), self->store, read_entry, g_memdup2 (&id, sizeof id), g_free,
                   entry_read_cb, (GDestroyNotify) bv_fund_entry_free, NULL);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvFundWindow *self = BV_FUND_WINDOW (widget);

  edit (self, bv_list_view_get_selected (self->entries));
}

static void
activate_cb (BvFundWindow *self, gint64 id)
{
  edit (self, id);
}

/* ── A bonus paid ────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 id;
  int year;
  char *date;
  char *document;
} Pay;

static void
pay_free (Pay *pay)
{
  g_free (pay->date);
  g_free (pay->document);
  g_free (pay);
}

static gboolean
pay_act (BvConnection *connection, gpointer user_data, GError **error)
{
  Pay *pay = user_data;

  return bv_fund_pay (connection, pay->id, pay->date, pay->document, NULL, error);
}

typedef struct
{
  BvStore *store;
  gint64 id;
} PayEditor;

static void
pay_editor_free (PayEditor *editor)
{
  g_clear_object (&editor->store);
  g_free (editor);
}

static void
save_pay (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  PayEditor *editor = user_data;
  Pay *pay = g_new0 (Pay, 1);

  pay->id = editor->id;
  pay->date = bv_form_get_text_or_null (form, "on_date");
  pay->document = bv_form_get_text (form, "document");
  bv_form_window_set_busy (window, TRUE);
  bv_act_run (GTK_WIDGET (window), editor->store,
              _ ("Enter the paid bonus of a decision into the fund"), BV_ACT_NONE, pay_act, pay,
              (GDestroyNotify) pay_free, bv_form_window_act_done, NULL);
}

/* Which decision, how much; and what the book does not hold is said before it is paid, not after. */
static void
describe_payment (BvFundWindow *self, BvForm *form, gint64 decision_id)
{
  const char *all = _ ("All that is still to be paid of the decision's bonus is entered into "
                       "the book of the year of this day.");

  for (guint i = 0; i < self->debt_rows->len; i++)
    {
      AdwPreferencesRow *row = g_ptr_array_index (self->debt_rows, i);
      const Debt *debt = g_object_get_data (G_OBJECT (row), "bv-debt");
      g_autofree char *money = bv_money_format (debt->left);
      g_autofree char *balance = bv_money_format (self->balance);
      g_autofree char *title = NULL;
      g_autofree char *warning = NULL;

      if (debt->decision_id != decision_id)
        continue;
      /* TRANSLATORS: a decision ("125/QĐ-UBND of 20/03/2023") and an amount. */
      title = g_strdup_printf (_ ("%s: %s"), adw_preferences_row_get_title (row), money);
      bv_form_add_section (form, title, all);
      if (debt->left <= self->balance)
        return;
      /* TRANSLATORS: two amounts of money. */
      warning = g_strdup_printf (_ ("The balance of the book is %s; this payment is %s."), balance,
                                 money);
      bv_form_set_message (form, warning);
      return;
    }
  bv_form_add_section (form, NULL, all);
}

static void
pay_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvFundWindow *self = BV_FUND_WINDOW (widget);
  BvForm *form = BV_FORM (bv_form_new ());
  PayEditor *editor = g_new0 (PayEditor, 1);
  g_autofree char *today = bv_date_today ();

  editor->store = g_object_ref (self->store);
  editor->id = g_variant_get_int64 (parameter);
  describe_payment (self, form, editor->id);
  bv_form_add_date (form, "on_date", _ ("_Paid on"), FALSE);
  bv_form_set_required (form, "on_date");
  bv_form_add_text (form, "document", _ ("_Voucher"));
  bv_form_set_text (form, "on_date", today);
  bv_form_set_clean (form);
  bv_form_window_present (widget, _ ("Bonus Paid"), form, NULL, save_pay, editor,
                          (GDestroyNotify) pay_editor_free);
}

/* ── Acts without a form ─────────────────────────────────────────────────────────────────── */

static gboolean
delete_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_fund_entry_delete (connection, *(gint64 *) user_data, error);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvFundWindow *self = BV_FUND_WINDOW (widget);
  gint64 id = bv_list_view_get_selected (self->entries);

  bv_act_run (widget, self->store, _ ("Delete an entry of the fund"), BV_ACT_NONE, delete_act,
              g_memdup2 (&id, sizeof id), g_free, NULL, NULL);
}

static gboolean
carry_act (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_fund_carry_over (connection, *(int *) user_data, NULL, error);
}

static void
carry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvFundWindow *self = BV_FUND_WINDOW (widget);
  g_autofree char *title = g_strdup_printf (_ ("Carry the fund of %d over to the next year"),
                                            self->year);

  bv_act_run (widget, self->store, title, BV_ACT_NONE, carry_act,
              g_memdup2 (&self->year, sizeof self->year), g_free, NULL, NULL);
}

/* ── Class ───────────────────────────────────────────────────────────────────────────────── */

static void
bv_fund_window_dispose (GObject *object)
{
  BvFundWindow *self = BV_FUND_WINDOW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);
  g_clear_pointer (&self->debt_rows, g_ptr_array_unref);
  g_clear_pointer (&self->years, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_FUND_WINDOW);
  G_OBJECT_CLASS (bv_fund_window_parent_class)->dispose (object);
}

static void
bv_fund_window_class_init (BvFundWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_fund_window_dispose;
  gtk_widget_class_install_action (widget_class, "fund.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "fund.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "fund.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "fund.carry", NULL, carry_action);
  gtk_widget_class_install_action (widget_class, "fund.pay", "x", pay_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "fund.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "fund.edit",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (BV_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-fund-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvFundWindow, year_dropdown);
  gtk_widget_class_bind_template_child (widget_class, BvFundWindow, balance_label);
  gtk_widget_class_bind_template_child (widget_class, BvFundWindow, committed_label);
  gtk_widget_class_bind_template_child (widget_class, BvFundWindow, available_label);
  gtk_widget_class_bind_template_child (widget_class, BvFundWindow, sums_label);
  gtk_widget_class_bind_template_child (widget_class, BvFundWindow, warning_label);
  gtk_widget_class_bind_template_child (widget_class, BvFundWindow, debts_group);
  gtk_widget_class_bind_template_child (widget_class, BvFundWindow, debts_box);
  gtk_widget_class_bind_template_child (widget_class, BvFundWindow, entries);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
}

static void
bv_fund_window_init (BvFundWindow *self)
{
  self->debt_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_list_view_set_columns (self->entries, "fund", _ ("Entries of the fund"), columns,
                            G_N_ELEMENTS (columns));
  bv_list_view_set_nothing (self->entries, "bv-decisions-symbolic", _ ("No book for this year yet"),
                            _ ("Enter the money that was carried over or that came in; bonuses are "
                               "entered as they are paid."));
  bv_list_view_set_source_func (self->entries, make_source, self);
  update_actions (self);
}

BvFundWindow *
bv_fund_window_present (GtkWindow *parent, BvStore *store, int year)
{
  BvFundWindow *self;
  g_autofree char *today = bv_date_today ();

  g_return_val_if_fail (BV_IS_STORE (store), NULL);
  self = g_object_new (BV_TYPE_FUND_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
                       NULL);
  self->store = g_object_ref (store);
  self->year = year != 0 ? year : bv_date_year (today);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  bv_list_view_set_store (self->entries, store);
  bv_list_view_requery (self->entries);
  start_reading (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

gboolean
bv_fund_window_is_settled (BvFundWindow *self)
{
  g_return_val_if_fail (BV_IS_FUND_WINDOW (self), TRUE);
  return !self->is_reading && !bv_list_view_is_loading (self->entries);
}
