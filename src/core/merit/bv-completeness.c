// SPDX-License-Identifier: GPL-3.0-or-later
/* The completeness of nominations and dossiers, and which appraisals are due. Reads only. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-completeness.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "merit/bv-condition.h"
#include "merit/bv-dossier-private.h"
#include "merit/bv-holdings.h"
#include "merit/bv-opinion.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

static void
item_free (gpointer data)
{
  BvCompletenessItem *self = data;

  g_free (self->key);
  g_free (self->title);
  g_free (self->article);
  g_free (self->missing);
  g_free (self);
}

void
bv_completeness_free (BvCompleteness *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

static BvCompleteness *
new_empty (void)
{
  BvCompleteness *self = g_new0 (BvCompleteness, 1);

  self->items = g_ptr_array_new_with_free_func (item_free);
  return self;
}

static void
add_item (BvCompleteness *self,
          const char *key,
          const char *title,
          const char *article,
          gboolean is_there,
          const char *missing)
{
  BvCompletenessItem *item = g_new0 (BvCompletenessItem, 1);

  item->key = g_strdup (key);
  item->title = g_strdup (title);
  item->article = g_strdup (article);
  item->is_there = is_there;
  item->missing = g_strdup (is_there ? "" : missing);
  g_ptr_array_add (self->items, item);
  self->n_needed++;
  self->n_there += is_there;
}

/* ── What the paths ask ──────────────────────────────────────────────────────────────────── */

/* A condition of the kind that stands in the path whatever else is met: not one of several to choose from. */
static gboolean
must_have (GPtrArray *conditions, BvConditionKind kind)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      const BvCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind == kind
          || (condition->kind != BV_CONDITION_ANY && must_have (condition->of, kind)))
        return TRUE;
    }
  return FALSE;
}

static guint
count_unanswered (GPtrArray *conditions, const BvHolding *holding)
{
  guint n = 0;

  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      const BvCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind == BV_CONDITION_ATTESTED)
        n += !bv_holding_is_attested (holding, condition->key);
      if (condition->kind != BV_CONDITION_ANY)
        n += count_unanswered (condition->of, holding);
    }
  return n;
}

/* ── The items ───────────────────────────────────────────────────────────────────────────── */

/* The report form that the law names for the award; NULL when the regime holds none. */
static const BvPaperForm *
find_report_form (const BvRegimeAward *award, const BvNomination *self, BvManner manner)
{
  for (guint i = 0; award != NULL && i < award->forms->len; i++)
    {
      const BvPaperForm *form = g_ptr_array_index (award->forms, i);
      g_autofree char *fold = bv_text_fold (form->title);

      if (g_str_has_prefix (fold, "bao cao")
          && (form->subjects == 0 || (form->subjects & (1u << self->subject_kind)) != 0)
          && (form->manners == 0 || (form->manners & (1u << manner)) != 0))
        return form;
    }
  return NULL;
}

static void
add_report (BvCompleteness *meter,
            const BvRegimeAward *award,
            const BvNomination *self,
            const BvDossier *dossier,
            const BvHolding *holding)
{
  const BvPaperForm *form = find_report_form (award, self, dossier->manner);
  gboolean is_written = holding->n_reports + holding->n_parts > 0;
  g_autofree char *title = NULL;

  if (dossier->is_simplified)
    {
      add_item (meter, "report", _ ("Short report of the achievement"),
                form != NULL ? form->article : "", is_written || *self->summary != '\0',
                _ ("Write the summary of the achievement, or add the report as a file."));
      return;
    }
  if (form != NULL)
    /* TRANSLATORS: number and title of a form that the law prescribes. */
    title = g_strdup_printf (_ ("%s: %s"), form->number, form->title);
  add_item (meter, "report", title != NULL ? title : _ ("Achievement report"),
            form != NULL ? form->article : "", is_written,
            _ ("Write the achievement report, or add it as a file."));
}

static void
add_initiative (BvCompleteness *meter, const BvHolding *holding, GPtrArray *paths)
{
  gboolean is_needed = paths->len > 0;

  for (guint i = 0; i < paths->len; i++)
    is_needed &= must_have (((BvPath *) g_ptr_array_index (paths, i))->conditions,
                            BV_CONDITION_INITIATIVE);
  if (!is_needed && holding->n_initiatives == 0)
    return;
  add_item (meter, "initiative", _ ("Certificate of the initiative"), "",
            holding->n_initiative_files > 0
              || (holding->n_initiatives > 0 && holding->n_unrecognised == 0),
            holding->n_initiatives == 0
              ? _ ("Choose the initiative that backs it, or add its certificate as a file.")
              : _ ("The initiative has no decision of recognition yet: record it, or add its "
                   "certificate as a file."));
}

static void
add_attestation (BvCompleteness *meter, const BvHolding *holding, GPtrArray *paths)
{
  g_autofree char *missing = NULL;
  guint fewest = G_MAXUINT;
  gboolean is_needed = FALSE;

  /* The easiest of the paths counts. */
  for (guint i = 0; i < paths->len; i++)
    {
      const BvPath *path = g_ptr_array_index (paths, i);

      is_needed |= must_have (path->conditions, BV_CONDITION_ATTESTED);
      fewest = MIN (fewest, count_unanswered (path->conditions, holding));
    }
  if (!is_needed)
    return;
  missing = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Answer %u condition that only the minutes can tell.",
                 "Answer %u conditions that only the minutes can tell.", fewest),
    fewest);
  add_item (meter, "attestation", _ ("What the minutes say about the conditions"), "", fewest == 0,
            missing);
}

static BvCompleteness *
measure (BvRegimeSet *regimes,
         const BvNomination *self,
         const BvDossier *dossier,
         const BvHolding *holding)
{
  BvCompleteness *meter = new_empty ();
  const BvRegime *regime = bv_dossier_get_regime (dossier, regimes);
  const BvRegimeAward *award = regime != NULL ? bv_regime_find_award (regime, self->form_code)
                                              : NULL;
  g_autoptr (GPtrArray) paths = NULL;

  add_report (meter, award, self, dossier, holding);
  /* L2022 art. 85, the simplified procedure: tờ trình and a short report. */
  if (dossier->is_simplified)
    return meter;
  paths = bv_nomination_filter_paths (award, self, dossier, holding->unit_kind,
                                      holding->worker_class, FALSE);
  /* One vote of a unit is one paper: the minutes kept with anybody of the unit serve all of it in the dossier. */
  add_item (meter, "minutes", _ ("Minutes of the unit's vote"), "", holding->has_minutes,
            _ ("Add the minutes of the unit's vote (biên bản bình xét) as a file."));
  add_initiative (meter, holding, paths);
  add_attestation (meter, holding, paths);
  return meter;
}

BvCompleteness *
bv_completeness_of_nomination (BvConnection *connection,
                               BvRegimeSet *regimes,
                               gint64 nomination_id,
                               GError **error)
{
  g_autoptr (BvNomination) self = bv_nomination_load (connection, nomination_id, error);
  g_autoptr (BvDossier) dossier = NULL;
  g_autoptr (BvHoldings) holdings = NULL;

  if (self == NULL)
    return NULL;
  dossier = bv_dossier_load (connection, self->dossier_id, error);
  if (dossier == NULL)
    return NULL;
  holdings = bv_holdings_load (connection, self->dossier_id, nomination_id, error);
  if (holdings == NULL)
    return NULL;
  return measure (regimes, self, dossier, bv_holdings_get (holdings, nomination_id));
}

static void
add_opinion (BvCompleteness *meter, const BvDossier *self, const BvOpinion *opinion)
{
  g_autofree char *end = bv_date_format_short (self->opinion_to);
  g_autofree char *least = bv_date_format_short (opinion->until);
  gboolean has_days = self->opinion_from != NULL && self->opinion_to != NULL;
  gboolean is_short = has_days && strcmp (self->opinion_to, opinion->until) < 0;
  /* TRANSLATORS: %s is the last day on which the public may say its opinion. */
  g_autofree char *title = has_days ? g_strdup_printf (_ ("Public opinion, taken until %s"), end)
                                    : g_strdup (_ ("Public opinion"));
  g_autofree char *length = bv_opinion_format_length (opinion);
  g_autofree char *missing = NULL;

  if (is_short || (opinion->until != NULL && self->opinion_to == NULL))
    /* TRANSLATORS: %1$s: "10 working days", %2$s: the last day of them. */
    missing = g_strdup_printf (_ ("The public is asked for %1$s: until %2$s at least."), length,
                               least);
  else
    missing = g_strdup_printf (_ ("Write from when until when the public was asked (%s)."), length);
  add_item (meter, "opinion", title, opinion->article, has_days && !is_short, missing);
}

static gboolean
measure_dossier (BvConnection *connection,
                 BvRegimeSet *regimes,
                 BvCompleteness *meter,
                 const BvDossier *self,
                 GError **error)
{
  g_auto (BvOpinion) opinion = { 0 };

  if (!bv_opinion_of_dossier (connection, regimes, self, &opinion, error))
    return FALSE;
  add_item (meter, "proposal", _ ("Proposal (tờ trình)"), "",
            *self->proposal_number != '\0' && self->proposal_date != NULL,
            _ ("Write number and date of the proposal."));
  if (opinion.is_needed)
    add_opinion (meter, self, &opinion);
  return TRUE;
}

BvCompleteness *
bv_completeness_of_dossier (BvConnection *connection, gint64 dossier_id, GError **error)
{
  g_autoptr (BvDossier) self = bv_dossier_load (connection, dossier_id, error);
  g_autoptr (BvRegimeSet) regimes = self != NULL ? bv_regime_set_load (connection, error) : NULL;
  g_autoptr (BvCompleteness) meter = NULL;

  if (regimes == NULL)
    return NULL;
  meter = new_empty ();
  return measure_dossier (connection, regimes, meter, self, error) ? g_steal_pointer (&meter)
                                                                   : NULL;
}

GPtrArray *
bv_completeness_list (BvConnection *connection,
                      BvRegimeSet *regimes,
                      const BvDossier *dossier,
                      GPtrArray *nominations,
                      GError **error)
{
  g_autoptr (GPtrArray)
    list = g_ptr_array_new_full (nominations->len, (GDestroyNotify) bv_completeness_free);
  g_autoptr (BvHoldings) holdings = bv_holdings_load (connection, dossier->id, 0, error);

  if (holdings == NULL)
    return NULL;
  for (guint i = 0; i < nominations->len; i++)
    {
      const BvNomination *nomination = g_ptr_array_index (nominations, i);

      g_ptr_array_add (
        list, measure (regimes, nomination, dossier, bv_holdings_get (holdings, nomination->id)));
    }
  return g_steal_pointer (&list);
}

gboolean
bv_completeness_count (BvConnection *connection,
                       BvRegimeSet *regimes,
                       gint64 dossier_id,
                       guint *n_there,
                       guint *n_needed,
                       guint *n_open,
                       GError **error)
{
  g_autoptr (BvDossier) dossier = bv_dossier_load (connection, dossier_id, error);
  g_autoptr (GPtrArray) nominations = NULL;
  g_autoptr (GPtrArray) meters = NULL;
  g_autoptr (BvCompleteness) own = NULL;
  guint open = 0;

  if (dossier == NULL)
    return FALSE;
  nominations = bv_nomination_list (connection, dossier_id, error);
  if (nominations == NULL)
    return FALSE;
  meters = bv_completeness_list (connection, regimes, dossier, nominations, error);
  if (meters == NULL)
    return FALSE;
  own = new_empty ();
  if (!measure_dossier (connection, regimes, own, dossier, error))
    return FALSE;
  *n_there = own->n_there;
  *n_needed = own->n_needed;
  for (guint i = 0; i < nominations->len; i++)
    {
      const BvNomination *nomination = g_ptr_array_index (nominations, i);
      const BvCompleteness *meter = g_ptr_array_index (meters, i);

      if (nomination->state != BV_NOMINATION_PROPOSED)
        continue;
      *n_there += meter->n_there;
      *n_needed += meter->n_needed;
      open += meter->n_there < meter->n_needed;
    }
  if (n_open != NULL)
    *n_open = open;
  return TRUE;
}

/* ── What is due ─────────────────────────────────────────────────────────────────────────── */

void
bv_dossier_due_free (BvDossierDue *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->received_on);
  g_free (self->due_on);
  g_free (self->opinion_to);
  g_free (self);
}

char *
bv_dossier_get_due_on (const BvDossier *self, BvWorkingDays *days)
{
  return self->received_on != NULL
           ? bv_working_days_add (days, self->received_on, self->working_days)
           : NULL;
}

gboolean
bv_dossier_is_running (const BvDossier *self)
{
  return self->received_on != NULL
         && (self->state == BV_DOSSIER_DRAFT || self->state == BV_DOSSIER_SUBMITTED);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const BvDossierDue *left = *(BvDossierDue *const *) a;
  const BvDossierDue *right = *(BvDossierDue *const *) b;
  int order = strcmp (left->due_on, right->due_on);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

GPtrArray *
bv_dossier_list_due (BvConnection *connection, const char *today, GError **error)
{
  g_autoptr (GPtrArray)
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_dossier_due_free);
  g_autoptr (GPtrArray) dossiers = bv_dossier_list (connection, 0, error);
  g_autoptr (BvWorkingDays) days = NULL;
  g_autofree char *now = today != NULL ? g_strdup (today) : bv_date_today ();

  if (dossiers == NULL)
    return NULL;
  days = bv_working_days_load (connection, error);
  if (days == NULL)
    return NULL;
  for (guint i = 0; i < dossiers->len; i++)
    {
      const BvDossier *dossier = g_ptr_array_index (dossiers, i);
      BvDossierDue *due;

      if (!bv_dossier_is_running (dossier))
        continue;
      due = g_new0 (BvDossierDue, 1);
      due->id = dossier->id;
      due->title = g_strdup (dossier->title);
      due->state = dossier->state;
      due->received_on = g_strdup (dossier->received_on);
      due->due_on = bv_dossier_get_due_on (dossier, days);
      due->days_left = bv_working_days_count (days, now, due->due_on);
      if (dossier->opinion_to != NULL && strcmp (dossier->opinion_to, now) >= 0)
        {
          due->opinion_to = g_strdup (dossier->opinion_to);
          due->opinion_days_left = bv_working_days_count (days, now, dossier->opinion_to);
        }
      g_ptr_array_add (list, due);
    }
  g_ptr_array_sort (list, compare_due);
  return g_steal_pointer (&list);
}

char *
bv_dossier_format_days_left (int days_left)
{
  if (days_left == 0)
    return g_strdup (_ ("due today"));
  if (days_left > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working day left",
                                         "%d working days left", (gulong) days_left),
                            days_left);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working day late",
                                       "%d working days late", (gulong) -days_left),
                          -days_left);
}
