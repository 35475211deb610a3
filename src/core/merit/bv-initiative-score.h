// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-problem.h"
#include "bv-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How an initiative is marked. Two examiners score by themselves on the office's scale; a third is asked for when they
 * differ by more than the office allows, or when one would recognise and the other not. */

#define BV_INITIATIVE_N_EXAMINERS 3
#define BV_INITIATIVE_MAX_CRITERIA 12

/** BvInitiativeCriterion: one line of the scale. */
typedef struct
{
  char *key;      /* 'newness'; as stored with a mark */
  char *label;    /* translated; the key itself when the office wrote words of its own */
  gint64 maximum; /* hundredths */
} BvInitiativeCriterion;

/** BvInitiativeScale: the office's rules (bv_setting_parse_scale () and the two settings beside it). */
typedef struct
{
  GPtrArray *criteria; /* (element-type BvInitiativeCriterion) */
  gint64 maximum;      /* of all criteria, hundredths */
  gint64 threshold;    /* recognised from; hundredths */
  gint64 difference;   /* more than this: a third; hundredths */
} BvInitiativeScale;

/** The scale, threshold and difference that the office has set. */
BvInitiativeScale *bv_initiative_scale_load (BvConnection *connection, GError **error);
void bv_initiative_scale_free (BvInitiativeScale *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvInitiativeScale, bv_initiative_scale_free)
/** The Vietnamese words of official papers: 'Tính mới'. (transfer none) */
const char *bv_initiative_criterion_get_paper_label (const BvInitiativeCriterion *self);

/** BvInitiativeSheet (phiếu chấm điểm): one examiner's marks. */
typedef struct
{
  gint64 initiative_id;
  int position; /* 1 to 3 */
  char *name;
  char *post;
  gint64 person_id; /* 0: not in the register */
  char *on_date;    /* ISO, (nullable) */
  char *comment;
  gint64
    marks[BV_INITIATIVE_MAX_CRITERIA]; /* hundredths, by the order of the scale; -1: none yet */
} BvInitiativeSheet;

/** A sheet without marks (-1 each) or name, a deep copy, and its end; %NULL is let be. @position: of the examiner,
 * from 1. */
BvInitiativeSheet *bv_initiative_sheet_new (gint64 initiative_id, int position);
BvInitiativeSheet *bv_initiative_sheet_copy (const BvInitiativeSheet *self);
void bv_initiative_sheet_free (BvInitiativeSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvInitiativeSheet, bv_initiative_sheet_free)
/** The sum of a whole sheet; -1 while a mark is missing. */
gint64
bv_initiative_sheet_get_total (const BvInitiativeSheet *self, const BvInitiativeScale *scale);
/** "Giám khảo số 1", where nobody was named yet; (transfer full). Vietnamese: it is printed. */
char *bv_initiative_sheet_default_name (int position);

/** BvInitiativeStanding: what the marks say. */
typedef enum
{
  BV_STANDING_WAITING, /* a mark of the first two examiners is missing */
  BV_STANDING_THIRD,   /* a third examiner is asked for */
  BV_STANDING_PASSED,
  BV_STANDING_FAILED,
} BvInitiativeStanding;

/** BvInitiativeOutcome: the sheets put together. */
typedef struct
{
  BvInitiativeStanding standing;
  gint64 totals[BV_INITIATIVE_N_EXAMINERS]; /* -1: not whole */
  gboolean needs_third;
  gint64 result; /* hundredths; -1 while waiting. Before the third: what the two alone would give */
} BvInitiativeOutcome;

/**
 * bv_initiative_outcome_compute: the mean of the two, half a hundredth upwards. Where a third is needed, the mean of the
 * third and of the nearer of the two (of two equally near, the higher: doubt is for the author). A third sheet that is
 * not needed (a first mark was mended) does not count.
 *
 * No decree says how; this is what many offices do. An office that does otherwise lets the chair decide.
 */
void bv_initiative_outcome_compute (const BvInitiativeScale *scale,
                                    const gint64 totals[BV_INITIATIVE_N_EXAMINERS],
                                    BvInitiativeOutcome *outcome);
/** "Recognised at 72,5 of 100", "A third examiner is needed: …"; (transfer full) translated. */
char *
bv_initiative_outcome_describe (const BvInitiativeOutcome *self, const BvInitiativeScale *scale);

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

/** The sheets of an initiative, by position, those not begun left out; (element-type BvInitiativeSheet). */
GPtrArray *bv_initiative_sheet_list (BvConnection *connection,
                                     const BvInitiativeScale *scale,
                                     gint64 initiative_id,
                                     GError **error);
gboolean bv_initiative_outcome_load (BvConnection *connection,
                                     const BvInitiativeScale *scale,
                                     gint64 initiative_id,
                                     BvInitiativeOutcome *outcome,
                                     GError **error);
/** Fields: "name", "on_date", and the key of a criterion. */
GPtrArray *bv_initiative_sheet_validate (BvConnection *connection,
                                         const BvInitiativeScale *scale,
                                         const BvInitiativeSheet *self,
                                         GError **error);

/* ── Writing (inside an act) ─────────────────────────────────────────────────────────────── */

/** The whole sheet; marks of -1 are taken away. Only of an initiative that is submitted. An empty name becomes
 * bv_initiative_sheet_default_name(). */
gboolean
bv_initiative_sheet_save (BvConnection *connection, const BvInitiativeSheet *self, GError **error);
gboolean bv_initiative_sheet_delete (BvConnection *connection,
                                     gint64 initiative_id,
                                     int position,
                                     GError **error);

/** BvInitiativeMark: one mark as a grid or the command line gives it. */
typedef struct
{
  int position;
  const char *criterion; /* key */
  gint64 points;         /* hundredths; -1: takes it away */
} BvInitiativeMark;
/** Some marks, of one sheet or more; sheets not begun are begun. All or none. */
gboolean bv_initiative_set_marks (BvConnection *connection,
                                  gint64 initiative_id,
                                  const BvInitiativeMark *marks,
                                  guint n_marks,
                                  GError **error);

/* Acts. */
gboolean bv_initiative_sheet_save_act (BvStore *store,
                                       const BvInitiativeSheet *self,
                                       gint64 *act_id,
                                       GError **error);
gboolean bv_initiative_sheet_delete_act (BvStore *store,
                                         gint64 initiative_id,
                                         int position,
                                         gint64 *act_id,
                                         GError **error);
gboolean bv_initiative_set_marks_act (BvStore *store,
                                      gint64 initiative_id,
                                      const BvInitiativeMark *marks,
                                      guint n_marks,
                                      gint64 *act_id,
                                      GError **error);

G_END_DECLS
