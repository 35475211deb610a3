// SPDX-License-Identifier: GPL-3.0-or-later
/* Which nominations go on the agenda: accepted dossiers, each with its names, all marked at first. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-council-editors.h"

#include "bv-act.h"
#include "bv-read.h"
#include "bv-toast.h"
#include "merit/bv-agenda.h"
#include "merit/bv-regime.h"
#include "store/bv-store.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The window's own; the check buttons hold the ids of their nominations. */
typedef struct
{
  BvStore *store;
  gint64 meeting_id;
  GtkWidget *window;
  GtkWidget *add_button;
  GtkWidget *message;
  GPtrArray *checks; /* of GtkCheckButton, borrowed */
} Chooser;

static void
chooser_free (Chooser *chooser)
{
  g_clear_object (&chooser->store);
  g_ptr_array_unref (chooser->checks);
  g_free (chooser);
}

static GQuark
id_quark (void)
{
  return g_quark_from_static_string ("bv-nomination");
}

static GArray *
list_marked (Chooser *chooser)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < chooser->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (chooser->checks, i);

      if (gtk_check_button_get_active (check))
        g_array_append_val (ids, *(gint64 *) g_object_get_qdata (G_OBJECT (check), id_quark ()));
    }
  return ids;
}

static void
update (Chooser *chooser)
{
  g_autoptr (GArray) ids = list_marked (chooser);
  g_autofree char *label = g_strdup_printf (ngettext ("_Add %u Name", "_Add %u Names", ids->len),
                                            ids->len);

  gtk_button_set_label (GTK_BUTTON (chooser->add_button), label);
  gtk_widget_set_sensitive (chooser->add_button, ids->len > 0);
}

/* ── Adding ──────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  gint64 meeting_id;
  GArray *ids;
} Add;

static void
add_free (Add *add)
{
  g_array_unref (add->ids);
  g_free (add);
}

static gboolean
add_call (BvStore *store, gpointer data, gint64 *act_id, GError **error)
{
  const Add *add = data;

  return bv_agenda_add_act (store, add->meeting_id, (const gint64 *) (gpointer) add->ids->data,
                            add->ids->len, act_id, error);
}

static void
added_cb (GtkWidget *widget, gint64 act_id, const GError *error, gpointer user_data)
{
  Chooser *chooser = user_data;

  if (error == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (widget));
      return;
    }
  gtk_label_set_text (GTK_LABEL (chooser->message), error->message);
  gtk_widget_set_visible (chooser->message, TRUE);
  gtk_widget_set_sensitive (chooser->add_button, TRUE);
}

static void
add_cb (Chooser *chooser)
{
  Add *add = g_new0 (Add, 1);

  add->meeting_id = chooser->meeting_id;
  add->ids = list_marked (chooser);
  gtk_widget_set_sensitive (chooser->add_button, FALSE);
  bv_act_call (chooser->window, chooser->store, NULL, add_call, add, (GDestroyNotify) add_free,
               added_cb, chooser);
}

/* ── The window ──────────────────────────────────────────────────────────────────────────── */

static void
mark_all_cb (GtkCheckButton *all, GParamSpec *pspec, GPtrArray *checks)
{
  for (guint i = 0; i < checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (checks, i), gtk_check_button_get_active (all));
}

static GtkWidget *
make_name_row (Chooser *chooser, const BvAgendaOffer *offer, const char *award, GPtrArray *checks)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *subtitle = *offer->detail == '\0'
                                ? g_strdup (award)
                                : g_strdup_printf ("%s · %s", award, offer->detail);
  g_autofree char *title = g_markup_escape_text (offer->name, -1);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  offer->name, -1);
  g_object_set_qdata_full (G_OBJECT (check), id_quark (),
                           g_memdup2 (&offer->nomination_id, sizeof (gint64)), g_free);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (update), chooser);
  g_ptr_array_add (chooser->checks, check);
  g_ptr_array_add (checks, check);
  return row;
}

/* One dossier: @from to @to of the offers. */
static GtkWidget *
make_dossier_row (Chooser *chooser, GPtrArray *offers, guint from, guint to, BvRegimeSet *regimes)
{
  const BvAgendaOffer *first = g_ptr_array_index (offers, from);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *all = gtk_check_button_new ();
  GPtrArray *checks = g_ptr_array_new ();
  g_autofree char *title = g_markup_escape_text (first->dossier_title, -1);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u name", "%u names", to - from),
                                               to - from);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (all), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (all), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  first->dossier_title, -1);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), all);
  g_object_set_data_full (G_OBJECT (row), "bv-checks", checks, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (all, "notify::active", G_CALLBACK (mark_all_cb), checks);
  for (guint i = from; i < to; i++)
    {
      const BvAgendaOffer *offer = g_ptr_array_index (offers, i);
      const BvRegimeAward *award = bv_regime_set_find_award (regimes, offer->form_code, NULL);

      adw_expander_row_add_row (
        ADW_EXPANDER_ROW (row),
        make_name_row (chooser, offer, award != NULL ? award->abbreviation : offer->form_code,
                       checks));
    }
  return row;
}

static GtkWidget *
make_list (Chooser *chooser, GPtrArray *offers, BvRegimeSet *regimes)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  guint from = 0;

  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    _ ("Accepted dossiers that were handed in by the day of the meeting and not voted on yet."));
  while (from < offers->len)
    {
      gint64 dossier = ((BvAgendaOffer *) g_ptr_array_index (offers, from))->dossier_id;
      guint to = from;

      while (to < offers->len
             && ((BvAgendaOffer *) g_ptr_array_index (offers, to))->dossier_id == dossier)
        to++;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_dossier_row (chooser, offers, from, to, regimes));
      from = to;
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static void
present (GtkWidget *parent, Chooser *chooser, GPtrArray *offers, BvRegimeSet *regimes)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkRoot *root = gtk_widget_get_root (parent);

  chooser->window = g_object_new (ADW_TYPE_WINDOW, "modal", TRUE, "transient-for", root,
                                  "default-width", 560, "default-height", 640, "title",
                                  _ ("Put on the Agenda"), NULL);
  chooser->add_button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (chooser->add_button), TRUE);
  gtk_widget_add_css_class (chooser->add_button, "suggested-action");
  chooser->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (chooser->message), TRUE);
  gtk_widget_add_css_class (chooser->message, "bv-message");
  gtk_widget_set_visible (chooser->message, FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), chooser->add_button);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), chooser->message);
  if (offers->len > 0)
    gtk_box_append (GTK_BOX (box), make_list (chooser, offers, regimes));
  else
    {
      GtkWidget *nothing = adw_status_page_new ();

      adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), "bv-council-symbolic");
      adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _ ("Nothing waits for the council"));
      adw_status_page_set_description (
        ADW_STATUS_PAGE (nothing),
        _ ("Accept a dossier on the page Nominations first; it must have been handed in by the day "
           "of the meeting."));
      gtk_widget_set_vexpand (nothing, TRUE);
      gtk_box_append (GTK_BOX (box), nothing);
    }
  adw_window_set_content (ADW_WINDOW (chooser->window), box);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_destroy), chooser->window);
  g_signal_connect_swapped (chooser->add_button, "clicked", G_CALLBACK (add_cb), chooser);
  g_object_set_data_full (G_OBJECT (chooser->window), "bv-chooser", chooser,
                          (GDestroyNotify) chooser_free);
  gtk_window_set_default_widget (GTK_WINDOW (chooser->window), chooser->add_button);
  update (chooser);
  gtk_window_present (GTK_WINDOW (chooser->window));
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvStore *store;
  gint64 meeting_id;
  GPtrArray *offers;
  BvRegimeSet *regimes;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_object (&answer->store);
  g_clear_pointer (&answer->offers, g_ptr_array_unref);
  g_clear_pointer (&answer->regimes, bv_regime_set_unref);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_offers (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  const Answer *ask = user_data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->store = g_object_ref (ask->store);
  answer->meeting_id = ask->meeting_id;
  answer->offers = bv_agenda_list_offers (connection, ask->meeting_id, error);
  if (answer->offers != NULL)
    answer->regimes = bv_regime_set_load (connection, error);
  return answer->regimes != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
read_cb (gpointer owner, gpointer result, const GError *error)
{
  g_autoptr (Answer) answer = result;
  Chooser *chooser;

  if (error != NULL)
    {
      bv_toast_error (GTK_WIDGET (owner), _ ("The dossiers could not be read"), error);
      return;
    }
  chooser = g_new0 (Chooser, 1);
  chooser->store = g_object_ref (answer->store);
  chooser->meeting_id = answer->meeting_id;
  chooser->checks = g_ptr_array_new ();
  present (GTK_WIDGET (owner), chooser, answer->offers, answer->regimes);
}

void
bv_agenda_chooser_present (GtkWidget *parent, BvStore *store, gint64 meeting_id)
{
  Answer *ask = g_new0 (Answer, 1);

  ask->store = g_object_ref (store);
  ask->meeting_id = meeting_id;
  bv_read_async (G_OBJECT (parent), store, read_offers, ask, (GDestroyNotify) answer_free, read_cb,
                 (GDestroyNotify) answer_free, NULL);
}
