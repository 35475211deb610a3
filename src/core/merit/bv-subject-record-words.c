// SPDX-License-Identifier: GPL-3.0-or-later
/* What the screen says of the entries of a subject's record. The printed extract has its own, Vietnamese words. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-subject-record.h"

#include "base/bv-choice.h"
#include "base/bv-date.h"
#include "base/bv-money.h"
#include "base/bv-number.h"
#include "merit/bv-absence.h"
#include "merit/bv-condition.h"
#include "merit/bv-dossier.h"
#include "merit/bv-initiative.h"
#include "merit/bv-nomination.h"
#include "merit/bv-registration.h"

#include <glib/gi18n-lib.h>

static const char *const labels[BV_N_RECORD_SECTIONS] = {
  N_ ("Awards"),        N_ ("Ratings"),     N_ ("Initiatives"),
  N_ ("Posts"),         N_ ("Discipline"),  N_ ("Absences"),
  N_ ("Registrations"), N_ ("Nominations"), N_ ("Before and after"),
};
static const char *const codes[BV_N_RECORD_SECTIONS] = {
  "awards",   "ratings",       "initiatives", "posts",        "discipline",
  "absences", "registrations", "nominations", "predecessors",
};

static const BvChoice results[] = {
  { "passed", NC_ ("vote", "Passed by the council"), "vote" },
  { "failed", NC_ ("vote", "Not passed by the council"), "vote" },
  { "postponed", NC_ ("vote", "Postponed by the council"), "vote" },
  { NULL, NULL, NULL },
};

const char *
bv_record_section_get_label (BvRecordSection section)
{
  g_return_val_if_fail ((int) section >= 0 && section < BV_N_RECORD_SECTIONS, "");
  return _ (labels[section]);
}

const char *
bv_record_section_to_code (BvRecordSection section)
{
  g_return_val_if_fail ((int) section >= 0 && section < BV_N_RECORD_SECTIONS, NULL);
  return codes[section];
}

char *
bv_record_entry_get_title (const BvRecordEntry *self)
{
  BvGrade grade;
  BvSanction sanction;

  switch (self->section)
    {
    case BV_RECORD_RATINGS:
      return g_strdup (bv_grade_from_code (self->code, &grade) ? bv_grade_get_label (grade)
                                                               : self->code);
    case BV_RECORD_POSTS:
      return *self->title == '\0' ? g_strdup (self->detail)
                                  : g_strdup_printf ("%s, %s", self->title, self->detail);
    case BV_RECORD_DISCIPLINE:
      return g_strdup (bv_sanction_from_code (self->code, &sanction)
                         ? bv_sanction_get_label (sanction)
                         : self->code);
    case BV_RECORD_ABSENCES:
      return g_strdup (bv_choice_label (bv_absence_kinds, self->code));
    case BV_RECORD_AWARDS:
    case BV_RECORD_INITIATIVES:
    case BV_RECORD_REGISTRATIONS:
    case BV_RECORD_NOMINATIONS:
    case BV_RECORD_PREDECESSORS:
    default:
      return g_strdup (self->title);
    }
}

static void
add (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
add_taken (GString *text, char *part)
{
  add (text, part);
  g_free (part);
}

/* "125/QĐ-UBND of 27/03/2023" */
static void
add_paper (GString *text, const BvRecordEntry *self)
{
  g_autofree char *date = bv_date_format_short (self->on_date);

  if (*self->number == '\0')
    add (text, *date != '\0' && self->section != BV_RECORD_DISCIPLINE ? date : "");
  else if (*date == '\0')
    add (text, self->number);
  else
    /* TRANSLATORS: %1$s is the number of a decision, %2$s its date. */
    add_taken (text, g_strdup_printf (_ ("%1$s of %2$s"), self->number, date));
}

static void
add_span (GString *text, const BvRecordEntry *self)
{
  g_autofree char *from = bv_date_format_short (self->from_date);
  g_autofree char *to = bv_date_format_short (self->to_date);

  if (*from != '\0' && *to != '\0')
    add_taken (text, g_strdup_printf ("%s – %s", from, to));
  else if (*from != '\0')
    /* TRANSLATORS: %s is a date. */
    add_taken (text, g_strdup_printf (_ ("since %s"), from));
  else if (*to != '\0')
    /* TRANSLATORS: %s is a date. */
    add_taken (text, g_strdup_printf (_ ("until %s"), to));
}

static void
add_award (GString *text, const BvRecordEntry *self)
{
  if (g_str_equal (self->state, "draft"))
    add (text, _ ("draft"));
  if (self->is_posthumous)
    add (text, _ ("Posthumous"));
  if (self->amount > 0 && *self->revoked_number == '\0')
    add_taken (text, bv_money_format (self->amount));
  if (*self->revoked_number != '\0')
    {
      g_autofree char *date = bv_date_format_short (self->revoked_on);

      add_taken (
        text, g_strdup_printf (_ ("Taken back by decision %s of %s"), self->revoked_number, date));
    }
  add (text, self->detail);
}

static void
add_initiative (GString *text, const BvRecordEntry *self)
{
  BvScope scope;

  add (text, bv_choice_label (bv_initiative_states, self->state));
  if (bv_scope_from_code (self->code, &scope))
    add (text, bv_scope_get_label (scope));
  if (self->amount >= 0)
    {
      g_autofree char *share = bv_number_format_trim ((double) self->amount / 100, 2);

      /* TRANSLATORS: %s is a number: the author's part of an initiative. */
      add_taken (text, g_strdup_printf (_ ("share %s%%"), share));
    }
}

char *
bv_record_entry_get_detail (const BvRecordEntry *self)
{
  GString *text = g_string_new (NULL);
  BvDossierState state;

  switch (self->section)
    {
    case BV_RECORD_AWARDS:
      add_paper (text, self);
      if (*self->name_then != '\0')
        /* TRANSLATORS: %s is a name as it was then. */
        add_taken (text, g_strdup_printf (_ ("as “%s”"), self->name_then));
      add_award (text, self);
      return g_string_free (text, FALSE);
    case BV_RECORD_RATINGS:
      if (self->amount >= 0)
        {
          g_autofree char *points = bv_number_format_trim ((double) self->amount / 100, 2);

          /* TRANSLATORS: %s is a number of points. */
          add_taken (text, g_strdup_printf (_ ("%s points"), points));
        }
      add_paper (text, self);
      add (text, self->detail);
      break;
    case BV_RECORD_INITIATIVES:
      add_initiative (text, self);
      add_paper (text, self);
      break;
    case BV_RECORD_DISCIPLINE:
      add_paper (text, self);
      add_span (text, self);
      add (text, self->issuer);
      add (text, self->detail);
      break;
    case BV_RECORD_REGISTRATIONS:
      add (text, bv_choice_label (bv_registration_states, self->state));
      add (text, self->detail);
      break;
    case BV_RECORD_NOMINATIONS:
      add (text, bv_dossier_state_from_code (self->state, &state)
                   ? bv_dossier_state_get_label (state)
                   : bv_choice_label (bv_nomination_states, self->state));
      if (*self->result != '\0')
        add (text, bv_choice_label (results, self->result));
      add (text, self->detail);
      break;
    case BV_RECORD_PREDECESSORS:
      add (text, g_str_equal (self->state, "before") ? _ ("came before") : _ ("came after"));
      add_span (text, self);
      break;
    case BV_RECORD_POSTS:
    case BV_RECORD_ABSENCES:
    default:
      add_span (text, self);
      break;
    }
  if (*self->name_then != '\0')
    add_taken (text, g_strdup_printf (_ ("as “%s”"), self->name_then));
  add (text, self->note);
  return g_string_free (text, FALSE);
}
