// SPDX-License-Identifier: GPL-3.0-or-later
/* Several units of the list of registrations: how many are in which state, and the steps that they can take together.
 * Who cannot take a step is left out of it; the button says how many take it. Main thread. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-registration-several.h"

#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "compat/bv-widget.h"
#include "merit/bv-registration.h"
#include "pages/bv-registration-editors.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

struct _BvRegistrationSeveral
{
  GtkWidget parent_instance;

  /* Template */
  GtkLabel *title_label;
  GtkLabel *states_label;
  GtkButton *approve_button;
  GtkButton *return_button;
  GtkButton *receive_button;
  GtkButton *copy_button;
  GtkLabel *hint_label;

  /* Owned */
  BvStore *store;
  GArray *open;     /* (element-type gint64): sheets that may be received */
  GArray *sent;     /* those that may be approved or returned */
  GArray *writable; /* units whose sheets are missing or open */
  GCancellable *reading;

  /* State */
  int year;
  gboolean is_reading;
};

G_DEFINE_FINAL_TYPE (BvRegistrationSeveral, bv_registration_several, GTK_TYPE_WIDGET)

/* ── Reading ───────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  int year;
  GArray *unit_ids;
  GArray *open;
  GArray *sent;
  GArray *writable;
  guint n_states[6]; /* as bv_registration_states has them */
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->unit_ids, g_array_unref);
  g_clear_pointer (&answer->open, g_array_unref);
  g_clear_pointer (&answer->sent, g_array_unref);
  g_clear_pointer (&answer->writable, g_array_unref);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* In the order in which a sheet goes through them. */
static const char *const states[] = {
  "missing", "draft", "returned", "sent", "approved", "exempt"
};

static void
count_unit (Answer *answer, const BvRegistrationUnit *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (unit->state, states[i]))
      answer->n_states[i]++;
  if (g_str_equal (unit->state, "sent"))
    g_array_append_val (answer->sent, unit->registration_id);
  else if (g_str_equal (unit->state, "draft") || g_str_equal (unit->state, "returned"))
    g_array_append_val (answer->open, unit->registration_id);
  if (!g_str_equal (unit->state, "sent") && !g_str_equal (unit->state, "approved")
      && !g_str_equal (unit->state, "exempt"))
    g_array_append_val (answer->writable, unit->unit_id);
}

static gpointer
read_units (BvConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Answer *asked = user_data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  const BvRegistrationFilter filters[] = { { .year = asked->year },
                                           { .year = asked->year, .state = "exempt" } };

  answer->unit_ids = g_array_ref (asked->unit_ids);
  answer->open = g_array_new (FALSE, FALSE, sizeof (gint64));
  answer->sent = g_array_new (FALSE, FALSE, sizeof (gint64));
  answer->writable = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < asked->unit_ids->len; i++)
    g_hash_table_add (wanted, &g_array_index (asked->unit_ids, gint64, i));
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (GPtrArray) units = bv_registration_list_units (connection, &filters[i], error);

      if (units == NULL)
        return NULL;
      for (guint j = 0; j < units->len; j++)
        {
          const BvRegistrationUnit *unit = g_ptr_array_index (units, j);

          if (g_hash_table_contains (wanted, &unit->unit_id))
            count_unit (answer, unit);
        }
    }
  return g_steal_pointer (&answer);
}

static void
show_button (GtkButton *button, const char *format, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_auto (GStrv) parts = g_strsplit (format, "%u", 2);
  g_autofree char *label = g_strjoinv (number, parts);

  gtk_button_set_label (button, label);
  gtk_widget_set_visible (GTK_WIDGET (button), n > 0);
}

static void
show_states (BvRegistrationSeveral *self, const Answer *answer)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (answer->n_states[i] > 0)
      g_ptr_array_add (parts,
                       g_strdup_printf ("%u × %s", answer->n_states[i],
                                        bv_choice_label (bv_registration_states, states[i])));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (" · ", (char **) parts->pdata);
  gtk_label_set_text (self->states_label, text);
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  BvRegistrationSeveral *self = owner;
  g_autoptr (Answer) answer = result;
  g_autofree char *title = NULL;
  guint n;

  self->is_reading = FALSE;
  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (self), _ ("The registrations could not be read"), error);
      return;
    }
  n = answer->unit_ids->len;
  title = g_strdup_printf (ngettext ("%u unit selected", "%u units selected", n), n);
  gtk_label_set_text (self->title_label, title);
  show_states (self, answer);
  g_clear_pointer (&self->open, g_array_unref);
  g_clear_pointer (&self->sent, g_array_unref);
  g_clear_pointer (&self->writable, g_array_unref);
  self->open = g_steal_pointer (&answer->open);
  self->sent = g_steal_pointer (&answer->sent);
  self->writable = g_steal_pointer (&answer->writable);
  show_button (self->approve_button,
               ngettext ("_Approve %u Registration", "_Approve %u Registrations", self->sent->len),
               self->sent->len);
  show_button (self->return_button,
               ngettext ("_Return %u Registration…", "_Return %u Registrations…", self->sent->len),
               self->sent->len);
  show_button (
    self->receive_button,
    ngettext ("Re_ceive %u Registration…", "Re_ceive %u Registrations…", self->open->len),
    self->open->len);
  show_button (
    self->copy_button,
    ngettext ("Copy _Last Year's of %u Unit", "Copy _Last Year's of %u Units", self->writable->len),
    self->writable->len);
  bv_act_set_enabled (GTK_WIDGET (self), self->store, "registrations-several.approve",
                      self->sent->len > 0);
  bv_act_set_enabled (GTK_WIDGET (self), self->store, "registrations-several.return",
                      self->sent->len > 0);
  bv_act_set_enabled (GTK_WIDGET (self), self->store, "registrations-several.receive",
                      self->open->len > 0);
  bv_act_set_enabled (GTK_WIDGET (self), self->store, "registrations-several.copy",
                      self->writable->len > 0);
  bv_act_set_enabled (GTK_WIDGET (self), self->store, "registrations-several.step",
                      self->sent->len + self->open->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label),
                          self->sent->len + self->writable->len == 0);
}

/* ── Acts ──────────────────────────────────────────────────────────────────────────────────── */

static void
approve_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationSeveral *self = BV_REGISTRATION_SEVERAL (widget);

  if (self->sent != NULL && self->sent->len > 0)
    bv_registration_editor_approve (widget, self->store, (const gint64 *) self->sent->data,
                                    self->sent->len);
}

static void
return_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationSeveral *self = BV_REGISTRATION_SEVERAL (widget);

  if (self->sent != NULL && self->sent->len > 0)
    bv_registration_editor_step (widget, self->store, (const gint64 *) self->sent->data,
                                 self->sent->len, BV_REGISTRATION_RETURN);
}

static void
receive_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationSeveral *self = BV_REGISTRATION_SEVERAL (widget);

  if (self->open != NULL && self->open->len > 0)
    bv_registration_editor_step (widget, self->store, (const gint64 *) self->open->data,
                                 self->open->len, BV_REGISTRATION_SEND);
}

/* What is next for most: approve what came in, else receive what is written. */
static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationSeveral *self = BV_REGISTRATION_SEVERAL (widget);

  gtk_widget_activate_action (widget,
                              self->sent != NULL && self->sent->len > 0
                                ? "registrations-several.approve"
                                : "registrations-several.receive",
                              NULL);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvRegistrationSeveral *self = BV_REGISTRATION_SEVERAL (widget);

  if (self->writable != NULL && self->writable->len > 0)
    bv_registration_editor_copy (widget, self->store, (const gint64 *) self->writable->data,
                                 self->writable->len, self->year);
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_registration_several_dispose (GObject *object)
{
  BvRegistrationSeveral *self = BV_REGISTRATION_SEVERAL (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  bv_widget_dispose (GTK_WIDGET (self), BV_TYPE_REGISTRATION_SEVERAL);
  g_clear_object (&self->store);
  g_clear_pointer (&self->open, g_array_unref);
  g_clear_pointer (&self->sent, g_array_unref);
  g_clear_pointer (&self->writable, g_array_unref);

  G_OBJECT_CLASS (bv_registration_several_parent_class)->dispose (object);
}

static void
bv_registration_several_class_init (BvRegistrationSeveralClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_registration_several_dispose;
  gtk_widget_class_install_action (widget_class, "registrations-several.approve", NULL,
                                   approve_action);
  gtk_widget_class_install_action (widget_class, "registrations-several.return", NULL,
                                   return_action);
  gtk_widget_class_install_action (widget_class, "registrations-several.receive", NULL,
                                   receive_action);
  gtk_widget_class_install_action (widget_class, "registrations-several.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "registrations-several.step", NULL, step_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-registration-several.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationSeveral, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationSeveral, states_label);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationSeveral, approve_button);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationSeveral, return_button);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationSeveral, receive_button);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationSeveral, copy_button);
  gtk_widget_class_bind_template_child (widget_class, BvRegistrationSeveral, hint_label);
}

static void
bv_registration_several_init (BvRegistrationSeveral *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bv_registration_several_set (BvRegistrationSeveral *self,
                             BvStore *store,
                             const GArray *unit_ids,
                             int year)
{
  Answer *asked;

  g_return_if_fail (BV_IS_REGISTRATION_SEVERAL (self));
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_set_object (&self->store, store);
  self->year = year;
  self->is_reading = store != NULL;
  if (store == NULL)
    return;
  asked = g_new0 (Answer, 1);
  asked->year = year;
  asked->unit_ids = g_array_copy ((GArray *) unit_ids);
  self->reading = g_cancellable_new ();
  bv_read_async (G_OBJECT (self), store, read_units, asked, (GDestroyNotify) answer_free, read_cb,
                 (GDestroyNotify) answer_free, self->reading);
}

gboolean
bv_registration_several_is_settled (BvRegistrationSeveral *self)
{
  g_return_val_if_fail (BV_IS_REGISTRATION_SEVERAL (self), TRUE);

  return !self->is_reading;
}
