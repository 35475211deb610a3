// SPDX-License-Identifier: GPL-3.0-or-later
/* The calendar of working days, a year at a time. Built-in days are changed by entries of the office. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-holidays-window.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-working-days.h"
#include "pages/bv-form-act.h"
#include "store/bv-store.h"
#include "widgets/bv-form.h"

#include <glib/gi18n.h>

struct _BvHolidaysWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkSpinButton *year_spin;
  GtkWidget *unknown_bar;
  GtkLabel *unknown_label;
  GtkListBox *list;

  /* Owned */
  BvStore *store;
  GCancellable *reading;

  /* State */
  guint n_days;
};

G_DEFINE_FINAL_TYPE (BvHolidaysWindow, bv_holidays_window, ADW_TYPE_WINDOW)

static int
get_year (BvHolidaysWindow *self)
{
  return gtk_spin_button_get_value_as_int (self->year_spin);
}

/* ── Acts ──────────────────────────────────────────────────────────────────────────────────── */

static gboolean
save_act (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_holiday_save_act (store, data, act_id, error);
}

static gboolean
delete_act (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  return bv_holiday_delete_act (store, data, act_id, error);
}

static void
delete_cb (GtkWidget *button, gpointer user_data)
{
  BvHolidaysWindow *self = user_data;

  bv_act_call (GTK_WIDGET (self), self->store, NULL, delete_act,
               g_strdup (g_object_get_data (G_OBJECT (button), "bv-date")), g_free, NULL, NULL);
}

static void
work_cb (GtkWidget *button, gpointer user_data)
{
  BvHolidaysWindow *self = user_data;
  BvHoliday *day = bv_holiday_new ();

  bv_text_set (&day->on_date, g_object_get_data (G_OBJECT (button), "bv-date"));
  bv_text_set (&day->name, g_object_get_data (G_OBJECT (button), "bv-name"));
  day->is_off = g_object_get_data (G_OBJECT (button), "bv-off") != NULL;
  bv_act_call (GTK_WIDGET (self), self->store, NULL, save_act, day,
               (GDestroyNotify) bv_holiday_free, NULL, NULL);
}

static GPtrArray *
check_day (BvConnection *connection, gpointer data, GError **error)
{
  return bv_holiday_validate (connection, data, error);
}

static void
save_day (BvFormWindow *window, BvForm *form, gpointer user_data)
{
  BvHolidaysWindow *self = user_data;
  BvHoliday *day = bv_holiday_new ();
  g_autofree char *kind = bv_form_get_text (form, "is_off");

  g_free (day->on_date);
  day->on_date = bv_form_get_text_or_null (form, "on_date");
  bv_text_take (&day->name, bv_form_get_text (form, "name"));
  day->is_off = g_str_equal (kind, "off");
  bv_form_act_call (window, self->store, check_day, save_act, day, (GDestroyNotify) bv_holiday_free,
                    bv_form_window_act_done, NULL);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvForm *form = BV_FORM (bv_form_new ());
  const char *const codes[] = { "off", "worked", NULL };
  const char *const labels[] = { _ ("A day off"), _ ("A day worked"), NULL };

  bv_form_add_section (form, NULL,
                       _ ("A holiday that was announced, or a Saturday worked in exchange."));
  bv_form_add_date (form, "on_date", _ ("_Date"), FALSE);
  bv_form_set_required (form, "on_date");
  bv_form_add_combo (form, "is_off", _ ("_Kind of day"), codes, labels);
  bv_form_add_text (form, "name", _ ("_Name"));
  bv_form_set_hint (form, "name", _ ("“Nghỉ bù Quốc khánh”"));
  bv_form_set_clean (form);
  bv_form_window_present (widget, _ ("Add a Day"), form, _ ("_Add"), save_day,
                          g_object_ref (widget), g_object_unref);
}

/* ── The list ──────────────────────────────────────────────────────────────────────────────── */

static int
get_day_of_week (const char *date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_parse (&day, date);
  return g_date_valid (&day) ? (int) g_date_get_weekday (&day) : 1;
}

static gboolean
is_weekend (const char *date)
{
  return get_day_of_week (date) >= G_DATE_SATURDAY;
}

static const char *
get_weekday (const char *date)
{
  static const char *const names[] = { N_ ("Monday"),   N_ ("Tuesday"), N_ ("Wednesday"),
                                       N_ ("Thursday"), N_ ("Friday"),  N_ ("Saturday"),
                                       N_ ("Sunday") };

  return _ (names[get_day_of_week (date) - 1]);
}

static GtkWidget *
new_button (BvHolidaysWindow *self, const BvHoliday *day, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "bv-date", g_strdup (day->on_date), g_free);
  g_object_set_data_full (G_OBJECT (button), "bv-name", g_strdup (day->name), g_free);
  if (!day->is_off)
    g_object_set_data (G_OBJECT (button), "bv-off", button);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
add_row (BvHolidaysWindow *self, const BvHoliday *day)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = bv_date_format_short (day->on_date);
  const char *weekday = get_weekday (day->on_date);
  g_autofree char *subtitle = NULL;
  const char *source = day->is_own        ? _ ("Added by the office")
                       : day->is_verified ? _ ("Built in")
                                          : _ ("Built in, not verified");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 *day->name != '\0' ? day->name : _ ("A day worked"));
  /* TRANSLATORS: day of the week, date, where the entry comes from. */
  subtitle = day->is_off ? g_strdup_printf (_ ("%s, %s · %s"), weekday, date, source)
                         : g_strdup_printf (_ ("%s, %s · worked · %s"), weekday, date, source);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (day->is_off ? "weather-clear-symbolic"
                                                                       : "document-edit-symbolic"));
  if (day->is_own)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               new_button (self, day, _ ("Take back"), G_CALLBACK (delete_cb)));
  else if (day->is_off && is_weekend (day->on_date))
    ; /* nobody works on it anyway */
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               new_button (self, day,
                                           day->is_off ? _ ("Was worked") : _ ("Was not worked"),
                                           G_CALLBACK (work_cb)));
  gtk_list_box_append (self->list, row);
}

typedef struct
{
  GPtrArray *days;
  gboolean is_known;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->days, g_ptr_array_unref);
  g_free (answer);
}

static gpointer
read_days (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvWorkingDays) days = bv_working_days_load (connection, error);
  Answer *answer;

  if (days == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->days = bv_working_days_list (days, GPOINTER_TO_INT (user_data));
  answer->is_known = bv_working_days_knows (days, GPOINTER_TO_INT (user_data));
  return answer;
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvHolidaysWindow *self = owner;
  Answer *answer = result;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  self->n_days = 0;
  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (self), _ ("The calendar could not be read"), error);
      return;
    }
  for (guint i = 0; i < answer->days->len; i++)
    add_row (self, g_ptr_array_index (answer->days, i));
  self->n_days = answer->days->len;
  gtk_widget_set_visible (self->unknown_bar, !answer->is_known);
  if (!answer->is_known)
    {
      g_autofree char *text = g_strdup_printf (
        _ ("The built-in calendar does not reach %d: add Tết, the ancestors' day and the days in "
           "lieu, or terms will be too short."),
        get_year (self));

      gtk_label_set_text (self->unknown_label, text);
    }
  answer_free (answer);
}

static void
reload (BvHolidaysWindow *self)
{
  if (self->store == NULL)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), self->store, read_days, GINT_TO_POINTER (get_year (self)), NULL,
                 read_cb, (GDestroyNotify) answer_free, self->reading);
}

static void
changed_cb (BvHolidaysWindow *self, const char *const *tables)
{
  if (tables == NULL || g_strv_contains (tables, "holiday"))
    reload (self);
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_holidays_window_dispose (GObject *object)
{
  BvHolidaysWindow *self = BV_HOLIDAYS_WINDOW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_HOLIDAYS_WINDOW);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bv_holidays_window_parent_class)->dispose (object);
}

static void
bv_holidays_window_class_init (BvHolidaysWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_holidays_window_dispose;
  gtk_widget_class_install_action (widget_class, "holidays.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "holidays.add",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-holidays-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvHolidaysWindow, year_spin);
  gtk_widget_class_bind_template_child (widget_class, BvHolidaysWindow, unknown_bar);
  gtk_widget_class_bind_template_child (widget_class, BvHolidaysWindow, unknown_label);
  gtk_widget_class_bind_template_child (widget_class, BvHolidaysWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, reload);
}

static void
bv_holidays_window_init (BvHolidaysWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bv_holidays_window_present (GtkWidget *parent, BvStore *store, int year)
{
  BvHolidaysWindow *self = g_object_new (BV_TYPE_HOLIDAYS_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_spin_button_set_value (self->year_spin, year);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  gtk_window_present (GTK_WINDOW (self));
}

guint
bv_holidays_window_get_n_days (BvHolidaysWindow *self)
{
  return self->n_days;
}
