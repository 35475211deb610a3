// SPDX-License-Identifier: GPL-3.0-or-later
/* The completeness of nominations and dossiers, and which appraisals are due. Reads only. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-completeness.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "merit/bv-condition.h"
#include "merit/bv-dossier-private.h"
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
count_unanswered (GPtrArray *conditions, GPtrArray *attestations)
{
  guint n = 0;

  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      const BvCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind != BV_CONDITION_ANY)
        n += count_unanswered (condition->of, attestations);
      if (condition->kind != BV_CONDITION_ATTESTED)
        continue;
      for (guint k = 0; k < attestations->len; k++)
        {
          const BvAttestation *attestation = g_ptr_array_index (attestations, k);

          n += g_str_equal (attestation->key, condition->key) && attestation->holds < 0;
        }
    }
  return n;
}

/* ── The items ───────────────────────────────────────────────────────────────────────────── */

static gboolean
count_evidence (BvConnection *connection,
                gint64 nomination_id,
                const char *kind,
                gint64 *n,
                GError **error)
{
  return bv_connection_query_int (
    connection, n, 0, error,
    "SELECT count (*) FROM evidence WHERE nomination_id = ?1 AND kind = ?2", "is", nomination_id,
    kind);
}

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

static gboolean
add_report (BvConnection *connection,
            BvCompleteness *meter,
            const BvRegimeAward *award,
            const BvNomination *self,
            const BvDossier *dossier,
            GError **error)
{
  const BvPaperForm *form = find_report_form (award, self, dossier->manner);
  g_autofree char *title = NULL;
  gboolean has_summary = *self->summary != '\0';
  gint64 n_files;
  gint64 n_parts;

  if (!count_evidence (connection, self->id, "report", &n_files, error)
      || !bv_connection_query_int (connection, &n_parts, 0, error,
                                   "SELECT count (*) FROM report_part WHERE nomination_id = ?1",
                                   "i", self->id))
    return FALSE;
  if (dossier->is_simplified)
    {
      add_item (meter, "report", _ ("Short report of the achievement"),
                form != NULL ? form->article : "", n_files + n_parts > 0 || has_summary,
                _ ("Write the summary of the achievement, or add the report as a file."));
      return TRUE;
    }
  if (form != NULL)
    /* TRANSLATORS: number and title of a form that the law prescribes. */
    title = g_strdup_printf (_ ("%s: %s"), form->number, form->title);
  add_item (meter, "report", title != NULL ? title : _ ("Achievement report"),
            form != NULL ? form->article : "", n_files + n_parts > 0,
            _ ("Write the achievement report, or add it as a file."));
  return TRUE;
}

/* One vote of a unit is one paper: the minutes kept with anybody of the unit serve all of it in the dossier. */
static gboolean
add_minutes (BvConnection *connection,
             BvCompleteness *meter,
             const BvNomination *self,
             GError **error)
{
  gint64 unit_id = self->subject_kind == BV_SUBJECT_UNIT ? self->subject_id : self->unit_id;
  gint64 n;

  if (!bv_connection_query_int (
        connection, &n, 0, error,
        "SELECT count (*) FROM evidence e JOIN nomination n ON n.id = e.nomination_id"
        " JOIN subject s ON s.id = n.subject_id WHERE n.dossier_id = ?1 AND e.kind = 'minutes'"
        " AND (n.id = ?2 OR (?3 <> 0 AND ?3 = CASE s.kind WHEN 2 THEN s.id ELSE n.unit_id END))",
        "iii", self->dossier_id, self->id, unit_id))
    return FALSE;
  add_item (meter, "minutes", _ ("Minutes of the unit's vote"), "", n > 0,
            _ ("Add the minutes of the unit's vote (biên bản bình xét) as a file."));
  return TRUE;
}

static gboolean
add_initiative (BvConnection *connection,
                BvCompleteness *meter,
                const BvNomination *self,
                GPtrArray *paths,
                GError **error)
{
  gboolean is_needed = paths->len > 0;
  gint64 n_linked;
  gint64 n_open;
  gint64 n_files;

  if (!count_evidence (connection, self->id, "initiative", &n_files, error)
      || !bv_connection_query_int (
        connection, &n_linked, 0, error,
        "SELECT count (*) FROM nomination_initiative WHERE nomination_id = ?1", "i", self->id)
      || !bv_connection_query_int (
        connection, &n_open, 0, error,
        "SELECT count (*) FROM nomination_initiative l JOIN initiative i ON i.id = l.initiative_id"
        " WHERE l.nomination_id = ?1 AND (i.state <> 'recognised' OR i.recognition_number = '')",
        "i", self->id))
    return FALSE;
  for (guint i = 0; i < paths->len; i++)
    is_needed &= must_have (((BvPath *) g_ptr_array_index (paths, i))->conditions,
                            BV_CONDITION_INITIATIVE);
  if (!is_needed && n_linked == 0)
    return TRUE;
  add_item (meter, "initiative", _ ("Certificate of the initiative"), "",
            n_files > 0 || (n_linked > 0 && n_open == 0),
            n_linked == 0
              ? _ ("Choose the initiative that backs it, or add its certificate as a file.")
              : _ ("The initiative has no decision of recognition yet: record it, or add its "
                   "certificate as a file."));
  return TRUE;
}

static gboolean
add_attestation (BvConnection *connection,
                 BvRegimeSet *regimes,
                 BvCompleteness *meter,
                 const BvNomination *self,
                 GPtrArray *paths,
                 GError **error)
{
  g_autoptr (GPtrArray)
    attestations = bv_nomination_list_attestations (connection, regimes, self->id, error);
  g_autofree char *missing = NULL;
  guint fewest = G_MAXUINT;
  gboolean is_needed = FALSE;

  if (attestations == NULL)
    return FALSE;
  /* The easiest of the paths counts. */
  for (guint i = 0; i < paths->len; i++)
    {
      const BvPath *path = g_ptr_array_index (paths, i);

      is_needed |= must_have (path->conditions, BV_CONDITION_ATTESTED);
      fewest = MIN (fewest, count_unanswered (path->conditions, attestations));
    }
  if (!is_needed)
    return TRUE;
  missing = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Answer %u condition that only the minutes can tell.",
                 "Answer %u conditions that only the minutes can tell.", fewest),
    fewest);
  add_item (meter, "attestation", _ ("What the minutes say about the conditions"), "", fewest == 0,
            missing);
  return TRUE;
}

static BvCompleteness *
measure (BvConnection *connection,
         BvRegimeSet *regimes,
         const BvNomination *self,
         const BvDossier *dossier,
         GError **error)
{
  g_autoptr (BvCompleteness) meter = new_empty ();
  g_autoptr (GPtrArray) paths = NULL;
  const BvRegime *regime = bv_dossier_get_regime (dossier, regimes);
  const BvRegimeAward *award = regime != NULL ? bv_regime_find_award (regime, self->form_code)
                                              : NULL;

  if (!bv_nomination_list_paths (connection, regimes, self, dossier, FALSE, &paths, error)
      || !add_report (connection, meter, award, self, dossier, error))
    return NULL;
  /* L2022 art. 85, the simplified procedure: tờ trình and a short report. */
  if (dossier->is_simplified)
    return g_steal_pointer (&meter);
  if (!add_minutes (connection, meter, self, error)
      || !add_initiative (connection, meter, self, paths, error)
      || !add_attestation (connection, regimes, meter, self, paths, error))
    return NULL;
  return g_steal_pointer (&meter);
}

BvCompleteness *
bv_completeness_of_nomination (BvConnection *connection,
                               BvRegimeSet *regimes,
                               gint64 nomination_id,
                               GError **error)
{
  g_autoptr (BvNomination) self = bv_nomination_load (connection, nomination_id, error);
  g_autoptr (BvDossier) dossier = NULL;

  if (self == NULL)
    return NULL;
  dossier = bv_dossier_load (connection, self->dossier_id, error);
  return dossier != NULL ? measure (connection, regimes, self, dossier, error) : NULL;
}

static void
measure_dossier (BvCompleteness *meter, const BvDossier *self)
{
  add_item (meter, "proposal", _ ("Proposal (tờ trình)"), "",
            *self->proposal_number != '\0' && self->proposal_date != NULL,
            _ ("Write number and date of the proposal."));
  if (self->level == BV_LEVEL_STATE && !self->is_simplified)
    add_item (meter, "opinion", _ ("Public opinion"),
              "Khoản 5 Điều 84 Luật Thi đua, khen thưởng năm 2022",
              self->opinion_from != NULL && self->opinion_to != NULL,
              _ ("Write from when until when the public was asked."));
}

BvCompleteness *
bv_completeness_of_dossier (BvConnection *connection, gint64 dossier_id, GError **error)
{
  g_autoptr (BvDossier) self = bv_dossier_load (connection, dossier_id, error);
  BvCompleteness *meter;

  if (self == NULL)
    return NULL;
  meter = new_empty ();
  measure_dossier (meter, self);
  return meter;
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
  g_autoptr (BvCompleteness) own = NULL;
  guint open = 0;

  if (dossier == NULL)
    return FALSE;
  nominations = bv_nomination_list (connection, dossier_id, error);
  if (nominations == NULL)
    return FALSE;
  own = new_empty ();
  measure_dossier (own, dossier);
  *n_there = own->n_there;
  *n_needed = own->n_needed;
  for (guint i = 0; i < nominations->len; i++)
    {
      const BvNomination *nomination = g_ptr_array_index (nominations, i);
      g_autoptr (BvCompleteness) meter = NULL;

      if (nomination->state != BV_NOMINATION_PROPOSED)
        continue;
      meter = measure (connection, regimes, nomination, dossier, error);
      if (meter == NULL)
        return FALSE;
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
