// SPDX-License-Identifier: GPL-3.0-or-later
/* The year at a glance. All figures are read in one snapshot on a worker; each number leads to the page
 * it comes from. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-overview-page.h"

#include "base/bv-date.h"
#include "base/bv-money.h"
#include "base/bv-number.h"
#include "bv-page-registry.h"
#include "bv-read.h"
#include "merit/bv-award-statistics.h"
#include "merit/bv-completeness.h"
#include "merit/bv-decision-dossier.h"
#include "merit/bv-due.h"
#include "merit/bv-meeting.h"
#include "merit/bv-decision.h"
#include "movement/bv-indicator-summary.h"
#include "office/bv-office.h"
#include "office/bv-register.h"
#include "store/bv-row-list.h"
#include "widgets/bv-share-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define MAX_DECISIONS 5
#define MAX_FORMS 10
#define MAX_DUE 3

struct _BvOverviewPage
{
  BvPage parent_instance;

  /* Template */
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkLabel *indicators_number;
  BvShareBar *indicators_bar;
  GtkLabel *awards_number;
  GtkLabel *awards_detail;
  GtkLabel *bonus_number;
  GtkLabel *bonus_detail;
  AdwPreferencesGroup *next_group;
  AdwPreferencesGroup *decisions_group;
  AdwPreferencesGroup *forms_group;

  /* Owned */
  GCancellable *reading;
  BvRowList *decisions;
  GPtrArray *rows; /* (element-type GtkWidget): shown in the groups, to be taken out */

  /* State */
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (BvOverviewPage, bv_overview_page, BV_TYPE_PAGE)

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  int year;
  char *office;
  BvIndicatorSummary *indicators;
  GPtrArray *forms; /* (element-type BvAwardStatistic) */
  BvAwardCount awards;
  gint64 n_people;
  BvDue *due;
} Overview;

static void
overview_free (Overview *overview)
{
  g_free (overview->office);
  g_clear_pointer (&overview->indicators, bv_indicator_summary_free);
  g_clear_pointer (&overview->forms, g_ptr_array_unref);
  g_clear_pointer (&overview->due, bv_due_free);
  g_free (overview);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Overview, overview_free)

/* A year that is over counts whole, the present one up to this month. */
static int
last_month (int year)
{
  g_autofree char *today = bv_date_today ();
  if (bv_date_year (today) != year)
    return 12;
  return (int) CLAMP (g_ascii_strtoll (today + 5, NULL, 10), 1, 12);
}

static gpointer
read_thread (BvConnection *connection,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (Overview) overview = g_new0 (Overview, 1);
  overview->year = GPOINTER_TO_INT (user_data);
  g_autofree char *end = g_strdup_printf ("%04d-12-31", overview->year);
  g_autoptr (BvOfficePeriod) office = bv_office_period_on (connection, end, error);
  if (office == NULL)
    return NULL;
  overview->office = g_strdup (office->name);
  overview->indicators = bv_indicator_summary (connection, 0, 0, overview->year,
                                               last_month (overview->year), error);
  if (overview->indicators == NULL)
    return NULL;
  BvAwardPeriod period = { .year = overview->year };
  g_autoptr (GPtrArray) statistics = bv_award_statistics (connection, &period, error);
  if (statistics == NULL)
    return NULL;
  overview->awards = bv_award_statistics_sum (statistics);
  overview->forms = bv_award_statistics_by_form (statistics);
  BvPeopleFilter everybody = { 0 };
  if (!bv_register_count_people (connection, &everybody, &overview->n_people, error))
    return NULL;
  overview->due = bv_due_load (connection, overview->year, NULL, error);
  if (overview->due == NULL)
    return NULL;
  return g_steal_pointer (&overview);
}

/* ── Showing ─────────────────────────────────────────────────────────────────────────────── */

static void
add_row (BvOverviewPage *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  g_object_set_data (G_OBJECT (row), "group", group);
}

static void
clear_rows (BvOverviewPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static GtkWidget *
make_row (const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (icon != NULL)
    adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  return row;
}

static void
make_link (GtkWidget *row, const char *action, GVariant *target)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

/* Something to do, on the page @page; left out when the program has no such page. */
static void
add_task (BvOverviewPage *self,
          const char *icon,
          const char *title,
          const char *subtitle,
          const char *page)
{
  if (bv_page_registry_find (page) == NULL)
    return;
  GtkWidget *row = make_row (icon, title, subtitle);
  make_link (row, "win.show-page", g_variant_new_string (page));
  add_row (self, self->next_group, row);
}

static void
show_indicators (BvOverviewPage *self, const BvIndicatorSummary *summary)
{
  guint n_good = summary->n_met + summary->n_exceeded;
  /* TRANSLATORS: a large number: how many indicators were met, of how many with a plan. */
  g_autofree char *number = summary->n_planned > 0
                              ? g_strdup_printf (_ ("%1$u of %2$u"), n_good, summary->n_planned)
                              : g_strdup ("–");
  gtk_label_set_text (self->indicators_number, number);
  const BvShare shares[] = {
    { _ ("Exceeded"), summary->n_exceeded, "bv-share-best" },
    { _ ("Met"), summary->n_met, "bv-share-good" },
    { _ ("Nearly met"), summary->n_nearly, "bv-share-fair" },
    { _ ("Not met"), summary->n_not_met, "bv-share-bad" },
    { _ ("To be decided"), summary->n_ask, "bv-share-ask" },
    { _ ("No figure"), summary->n_no_figure, "bv-share-none" },
  };
  bv_share_bar_set (self->indicators_bar, shares, G_N_ELEMENTS (shares));
}

/* "27 collectives · 7 persons": only what there is. */
static char *
describe_count (const BvAwardCount *count)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *units = g_strdup_printf (
    ngettext ("%u collective", "%u collectives", count->n_units), count->n_units);
  g_autofree char *persons = g_strdup_printf (
    ngettext ("%u person", "%u persons", count->n_persons), count->n_persons);
  g_autofree char *households = g_strdup_printf (
    ngettext ("%u household", "%u households", count->n_households), count->n_households);
  if (count->n_units > 0)
    g_strv_builder_add (builder, units);
  if (count->n_persons > 0)
    g_strv_builder_add (builder, persons);
  if (count->n_households > 0)
    g_strv_builder_add (builder, households);
  g_auto (GStrv) parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static void
show_awards (BvOverviewPage *self, const Overview *overview)
{
  const BvAwardCount *awards = &overview->awards;
  g_autofree char *total = bv_number_format_int (bv_award_count_get_total (awards));
  gtk_label_set_text (self->awards_number, total);
  g_autofree char *detail = describe_count (awards);
  gtk_label_set_text (self->awards_detail, detail);
  g_autofree char *bonus = bv_number_format_int (awards->bonus);
  gtk_label_set_text (self->bonus_number, bonus);
  gtk_label_set_text (self->bonus_detail, _ ("đồng, as paid"));

  for (guint i = 0; i < MIN (overview->forms->len, MAX_FORMS); i++)
    {
      const BvAwardStatistic *form = g_ptr_array_index (overview->forms, i);
      const BvAwardCount *count = &form->count;
      g_autofree char *subtitle = describe_count (count);
      GtkWidget *row = make_row (NULL, form->form_name, subtitle);
      g_autofree char *number = bv_number_format_int (bv_award_count_get_total (count));
      GtkWidget *label = gtk_label_new (number);
      gtk_widget_add_css_class (label, "title-4");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      add_row (self, self->forms_group, row);
    }
  adw_preferences_group_set_description (
    self->forms_group,
    overview->forms->len == 0 ? _ ("No award has been issued this year yet.") : NULL);
}

/* A record to open: a term runs whatever year is looked at. */
static void
add_record (BvOverviewPage *self,
            const char *icon,
            const char *title,
            const char *subtitle,
            const char *kind,
            gint64 id)
{
  GtkWidget *row;

  if (bv_page_registry_find_kind (kind) == NULL)
    return;
  row = make_row (icon, title, subtitle);
  make_link (row, "win.open-record", g_variant_new ("(sx)", kind, id));
  add_row (self, self->next_group, row);
}

static void
show_appraisals (BvOverviewPage *self, GPtrArray *appraisals)
{
  for (guint i = 0; i < MIN (appraisals->len, MAX_DUE); i++)
    {
      const BvDossierDue *dossier = g_ptr_array_index (appraisals, i);
      g_autofree char *day = bv_date_format_short (dossier->due_on);
      g_autofree char *left = bv_dossier_format_days_left (dossier->days_left);
      /* TRANSLATORS: last day of an appraisal, how many working days are left. */
      g_autofree char *appraisal = g_strdup_printf (_ ("Appraisal until %s: %s"), day, left);
      g_autofree char *end = bv_date_format_short (dossier->opinion_to);
      g_autofree char *opinion =
        /* TRANSLATORS: the last day on which the public may say its opinion of a dossier. */
        dossier->opinion_to != NULL ? g_strdup_printf (_ (" · opinions are taken until %s"), end)
                                    : g_strdup ("");
      g_autofree char *subtitle = g_strconcat (appraisal, opinion, NULL);

      add_record (self,
                  dossier->days_left < 0 ? "dialog-warning-symbolic" : "bv-nominations-symbolic",
                  dossier->title, subtitle, "dossier", dossier->id);
    }
}

static void
show_meetings (BvOverviewPage *self, GPtrArray *meetings)
{
  g_autofree char *today = bv_date_today ();

  for (guint i = 0; i < MIN (meetings->len, MAX_DUE); i++)
    {
      const BvMeeting *meeting = g_ptr_array_index (meetings, i);
      g_autofree char *day = bv_date_format_short (meeting->on_date);
      gboolean is_past = strcmp (meeting->on_date, today) < 0;
      g_autofree char *subtitle = g_strdup_printf (
        is_past ? _ ("The council met on %s; not closed yet") : _ ("The council meets on %s"), day);

      add_record (self, is_past ? "dialog-warning-symbolic" : "bv-council-symbolic", meeting->title,
                  subtitle, "meeting", meeting->id);
    }
}

/* Dossiers whose names wait for the next station. */
static void
show_waiting (BvOverviewPage *self, GPtrArray *dossiers, gboolean is_voted)
{
  for (guint i = 0; i < MIN (dossiers->len, MAX_DUE); i++)
    {
      const BvDossierReady *dossier = g_ptr_array_index (dossiers, i);
      guint n = dossier->n_waiting;
      g_autofree char *subtitle = g_strdup_printf (
        is_voted
          ? ngettext ("%u name waits for its decision", "%u names wait for their decision", n)
          : ngettext ("%u name waits for a meeting of the council",
                      "%u names wait for a meeting of the council", n),
        n);

      add_task (self, is_voted ? "bv-decisions-symbolic" : "bv-council-symbolic", dossier->title,
                subtitle, is_voted ? "decisions" : "council");
    }
}

/* What a unit sends is asked for while its year runs. */
static void
show_registrations (BvOverviewPage *self, const BvRegistrationCounts *counts, int year)
{
  g_autofree char *today = bv_date_today ();

  if (counts->n_sent > 0)
    {
      g_autofree char *title = g_strdup_printf (
        ngettext ("Approve %u registration", "Approve %u registrations", counts->n_sent),
        counts->n_sent);

      add_task (self, "bv-registrations-symbolic", title, _ ("Received from the units"),
                "registrations");
    }
  if (counts->n_missing > 0 && year >= bv_date_year (today))
    {
      g_autofree char *title = g_strdup_printf (
        ngettext ("%u unit has not registered", "%u units have not registered", counts->n_missing),
        counts->n_missing);
      g_autofree char *subtitle = g_strdup_printf (_ ("What it strives for in %d"), year);

      add_task (self, "bv-registrations-symbolic", title, subtitle, "registrations");
    }
}

/* People are rated from November to the middle of the next year; whoever began earlier goes on. */
static gboolean
is_rating_time (const BvDue *due, int year)
{
  g_autofree char *today = bv_date_today ();
  int this_year = bv_date_year (today);
  int month = (int) g_ascii_strtoll (today + 5, NULL, 10);

  return due->n_rated > 0 || (year == this_year && month >= 11)
         || (year == this_year - 1 && month <= 6);
}

static void
show_ratings (BvOverviewPage *self, const BvDue *due, int year)
{
  if (due->n_unrated > 0 && is_rating_time (due, year))
    {
      g_autofree char *title = g_strdup_printf (
        ngettext ("Rate %u person", "Rate %u people", due->n_unrated), due->n_unrated);
      g_autofree char *subtitle = g_strdup_printf (_ ("Not rated for %d yet"), year);

      add_task (self, "bv-ratings-symbolic", title, subtitle, "ratings");
    }
  if (due->n_over > 0)
    {
      g_autofree char *title = g_strdup_printf (
        ngettext ("%u unit has too many rated “excellent”",
                  "%u units have too many rated “excellent”", due->n_over),
        due->n_over);

      add_task (self, "dialog-warning-symbolic", title, _ ("See who stands over the cap"),
                "ratings");
    }
}

static void
show_due (BvOverviewPage *self, const BvDue *due, int year)
{
  show_appraisals (self, due->appraisals);
  show_meetings (self, due->meetings);
  show_waiting (self, due->for_council, FALSE);
  show_waiting (self, due->for_decision, TRUE);
  show_registrations (self, &due->registrations, year);
  show_ratings (self, due, year);
  if (due->n_initiatives > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("Put %u initiative before a session",
                                                          "Put %u initiatives before a session",
                                                          due->n_initiatives),
                                                due->n_initiatives);

      add_task (self, "bv-initiatives-symbolic", title, _ ("Submitted, in no session yet"),
                "initiatives");
    }
}

static void
show_tasks (BvOverviewPage *self, const Overview *overview)
{
  const BvIndicatorSummary *indicators = overview->indicators;
  show_due (self, overview->due, overview->year);
  if (overview->n_people == 0)
    add_task (self, "bv-register-symbolic", _ ("Put people and units into the register"),
              _ ("One by one, or all at once from an Excel list"),
              bv_page_registry_find ("import") != NULL ? "import" : "register");
  if (indicators->n_indicators == 0)
    add_task (self, "bv-indicators-symbolic", _ ("Enter the targets of the year"),
              _ ("The movement, its indicators and what is planned"), "indicators");
  if (indicators->n_no_figure > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("Enter the figures of %u indicator",
                                                          "Enter the figures of %u indicators",
                                                          indicators->n_no_figure),
                                                indicators->n_no_figure);
      add_task (self, "bv-indicators-symbolic", title, _ ("Planned, not yet measured"),
                "indicators");
    }
  if (indicators->n_ask > 0)
    {
      g_autofree char *title = g_strdup_printf (
        ngettext ("Decide about %u indicator", "Decide about %u indicators", indicators->n_ask),
        indicators->n_ask);
      add_task (self, "dialog-question-symbolic", title, _ ("No rule tells whether it is met"),
                "indicators");
    }
  if (indicators->n_behind > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u indicator is behind its pace",
                                                          "%u indicators are behind their pace",
                                                          indicators->n_behind),
                                                indicators->n_behind);
      add_task (self, "dialog-warning-symbolic", title, _ ("See which, and by how much"),
                "indicators");
    }
  guint n_decisions = g_list_model_get_n_items (G_LIST_MODEL (self->decisions));
  guint n_drafts = 0;
  for (guint i = 0; i < n_decisions; i++)
    {
      /* Drafts stand first. */
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (self->decisions), i);
      if (*bv_row_get_text (row, BV_DECISION_COLUMN_NUMBER) != '\0')
        break;
      n_drafts++;
    }
  if (n_drafts > 0)
    {
      g_autofree char *title = g_strdup_printf (
        ngettext ("Issue %u draft decision", "Issue %u draft decisions", n_drafts), n_drafts);
      add_task (self, "bv-decisions-symbolic", title, _ ("Number, date, bonuses, ledger numbers"),
                "decisions");
    }
  if (n_decisions == 0 && overview->due->for_decision->len == 0)
    add_task (self, "bv-decisions-symbolic", _ ("Prepare a decision on commendation"),
              _ ("With its list of people and collectives"), "decisions");
  if (n_decisions > n_drafts)
    {
      add_task (self, "bv-certificates-symbolic", _ ("Print the certificates"),
                _ ("For a whole decision or a part of its list"), "certificates");
      add_task (self, "bv-reports-symbolic", _ ("Write the report of the year"),
                _ ("PDF, text document, tables"), "reports");
    }
}

static void
show_decisions (BvOverviewPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->decisions));
  for (guint i = 0; i < MIN (n, MAX_DECISIONS); i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (self->decisions), i);
      const char *number = bv_row_get_text (row, BV_DECISION_COLUMN_NUMBER);
      g_autofree char *date = bv_date_format_short (bv_row_get_text (row, BV_DECISION_COLUMN_DATE));
      /* TRANSLATORS: %1$s is the number of a decision, %2$s its date. */
      g_autofree char *subtitle = *number != '\0'
                                    ? g_strdup_printf (_ ("%1$s of %2$s"), number, date)
                                    : g_strdup (_ ("draft"));
      GtkWidget *line = make_row (NULL, bv_row_get_text (row, BV_DECISION_COLUMN_TITLE), subtitle);
      if (bv_page_registry_find_kind ("decision") != NULL)
        make_link (line, "win.open-record",
                   g_variant_new ("(sx)", "decision", bv_row_get_id (row)));
      add_row (self, self->decisions_group, line);
    }
  adw_preferences_group_set_description (self->decisions_group,
                                         n == 0 ? _ ("None this year yet.") : NULL);
}

static void
show_overview (BvOverviewPage *self, const Overview *overview)
{
  clear_rows (self);
  g_autofree char *title = g_strdup_printf (_ ("Year %d"), overview->year);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->subtitle_label, overview->office);
  show_indicators (self, overview->indicators);
  show_awards (self, overview);
  show_tasks (self, overview);
  show_decisions (self);
  gtk_widget_set_visible (GTK_WIDGET (self->next_group), TRUE);
  bv_page_show_content (BV_PAGE (self));
}

static void
read_done (gpointer owner, gpointer result, const GError *error)
{
  BvOverviewPage *self = owner;
  g_autoptr (Overview) overview = result;
  self->is_busy = FALSE;
  if (error != NULL)
    bv_page_show_error (BV_PAGE (self), error);
  else
    show_overview (self, overview);
}

static void
decisions_loaded_cb (BvOverviewPage *self)
{
  bv_read_async (G_OBJECT (self), bv_page_get_store (BV_PAGE (self)), read_thread,
                 GINT_TO_POINTER (bv_page_get_year (BV_PAGE (self))), NULL, read_done,
                 (GDestroyNotify) overview_free, self->reading);
}

static void
decisions_failed_cb (BvRowList *rows, GError *error, BvOverviewPage *self)
{
  self->is_busy = FALSE;
  bv_page_show_error (BV_PAGE (self), error);
}

/* ── Overrides ───────────────────────────────────────────────────────────────────────────── */

static void
bv_overview_page_refresh (BvPage *page, const char *const *tables)
{
  BvOverviewPage *self = BV_OVERVIEW_PAGE (page);
  if (self->decisions == NULL || tables == NULL)
    bv_page_show_loading (page);
  self->is_busy = TRUE;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  if (self->decisions != NULL)
    g_signal_handlers_disconnect_by_data (self->decisions, self);
  g_clear_object (&self->decisions);
  BvDecisionFilter filter = BV_DECISION_FILTER_ALL;
  filter.year = bv_page_get_year (page);
  self->decisions = bv_row_list_new (bv_page_get_store (page), bv_decision_source (&filter));
  g_signal_connect_object (self->decisions, "failed", G_CALLBACK (decisions_failed_cb), self, 0);
  if (bv_row_list_is_loading (self->decisions))
    g_signal_connect_object (self->decisions, "loaded", G_CALLBACK (decisions_loaded_cb), self,
                             G_CONNECT_SWAPPED);
  else
    decisions_loaded_cb (self);
}

static gboolean
bv_overview_page_is_busy (BvPage *page)
{
  return BV_OVERVIEW_PAGE (page)->is_busy;
}

static void
bv_overview_page_dispose (GObject *object)
{
  BvOverviewPage *self = BV_OVERVIEW_PAGE (object);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->decisions != NULL)
    g_signal_handlers_disconnect_by_data (self->decisions, self);
  g_clear_object (&self->decisions);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (bv_overview_page_parent_class)->dispose (object);
}

static void
bv_overview_page_finalize (GObject *object)
{
  g_ptr_array_unref (BV_OVERVIEW_PAGE (object)->rows);
  G_OBJECT_CLASS (bv_overview_page_parent_class)->finalize (object);
}

static void
bv_overview_page_class_init (BvOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = bv_overview_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_overview_page_finalize;
  BV_PAGE_CLASS (klass)->refresh = bv_overview_page_refresh;
  BV_PAGE_CLASS (klass)->is_busy = bv_overview_page_is_busy;
  g_type_ensure (BV_TYPE_SHARE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, indicators_number);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, indicators_bar);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, awards_number);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, awards_detail);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, bonus_number);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, bonus_detail);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, next_group);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, decisions_group);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, forms_group);
}

static void
bv_overview_page_init (BvOverviewPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
