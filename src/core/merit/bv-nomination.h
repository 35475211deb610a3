// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"
#include "merit/bv-dossier.h"
#include "merit/bv-regime.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvNominationState: nomination.state. Append only. */
typedef enum
{
  BV_NOMINATION_PROPOSED,
  BV_NOMINATION_RETURNED, /* this one alone, with a reason */
  BV_NOMINATION_WITHDRAWN,
} BvNominationState;

extern const BvChoice bv_nomination_states[];

/** BvNomination: one subject proposed for one award. Strings are never %NULL. */
typedef struct
{
  gint64 id; /* 0 until saved */
  gint64 dossier_id;
  gint64 subject_id;
  char *form_code;
  int position;         /* from 1 */
  char *achievement;    /* as on the certificate */
  char *summary;        /* tóm tắt thành tích; paragraphs end with a line feed */
  gint64 unit_id;       /* at that time; 0: none */
  char *name_printed;   /* snapshots, taken when it is added and anew at every submission */
  char *detail_printed; /* 'Giáo viên, Trường THCS Mường Bú' */
  gboolean is_posthumous;
  BvNominationState state;
  char *return_reason;   /* of a return or withdrawal */
  char *findings;        /* JSON, as they were when submitted; "" before */
  char *override_reason; /* why it stands against a rule that allows that */
  char *note;

  /* Read from the file, not saved */
  BvSubjectKind subject_kind;
  char *honorific; /* "Ông", "Bà", "Ông (Bà)"; "" for others */
} BvNomination;

/** An empty one (id 0, texts "", those that may be absent %NULL), a deep copy, and its end; %NULL is let be. */
BvNomination *bv_nomination_new (void);
BvNomination *bv_nomination_copy (const BvNomination *self);
void bv_nomination_free (BvNomination *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvNomination, bv_nomination_free)

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvNomination *bv_nomination_load (BvConnection *connection, gint64 id, GError **error);
/** All of a dossier in order, those returned and withdrawn too; (element-type BvNomination) (transfer full). */
GPtrArray *bv_nomination_list (BvConnection *connection, gint64 dossier_id, GError **error);
/** Everything wrong with @self as it stands. %BV_VALUE_ERROR_REASON: a rule that @override_reason overrides. */
GPtrArray *
bv_nomination_validate (BvConnection *connection, const BvNomination *self, GError **error);
/** What else stands for the same achievement of the same subject (or its predecessors): other awards and nominations
 * with the same text or the same movement, and the same award of the same year; one translated sentence each,
 * (element-type utf8) (transfer full). Two different titles are not held against each other: the law builds one title
 * on another. */
GPtrArray *bv_nomination_list_same_achievement (BvConnection *connection,
                                                const BvNomination *self,
                                                GError **error);

/* ── Saving (inside an act) ──────────────────────────────────────────────────────────────── */

/** Inserts (id 0, at the end of its dossier) or updates; validates first; the dossier must be open, or this nomination
 * returned. State and findings stay as stored. */
gboolean bv_nomination_save (BvConnection *connection, BvNomination *self, GError **error);
gboolean bv_nomination_remove (BvConnection *connection, gint64 id, GError **error);
/** Units first, then persons by the order of the organisation and name, then households. */
gboolean bv_nomination_sort (BvConnection *connection, gint64 dossier_id, GError **error);

/** BvNominationMany: many subjects for one or several forms. */
typedef struct
{
  gint64 dossier_id;
  const gint64 *subject_ids;
  guint n_subjects;
  const char *const *form_codes; /* %NULL-terminated */
  const char *achievement;       /* (nullable) */
  const char *override_reason;   /* (nullable): for all that need one */
} BvNominationMany;

/** Adds a nomination for each that is not there yet, then sorts. All or none: the error names each that cannot stand. */
gboolean bv_nomination_add_many (BvConnection *connection,
                                 const BvNominationMany *many,
                                 guint *n_added,
                                 GError **error);

/* ── The same as acts of their own; @act_id: (out) (optional) ────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean
bv_nomination_save_act (BvStore *store, BvNomination *self, gint64 *act_id, GError **error);
gboolean bv_nomination_add_many_act (BvStore *store,
                                     const BvNominationMany *many,
                                     guint *n_added,
                                     gint64 *act_id,
                                     GError **error);
gboolean bv_nomination_remove_act (BvStore *store,
                                   const gint64 *ids,
                                   guint n_ids,
                                   gint64 *act_id,
                                   GError **error);

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

/** Columns of bv_nomination_source(). */
typedef enum
{
  BV_NOMINATION_COLUMN_POSITION,
  BV_NOMINATION_COLUMN_SUBJECT_ID,
  BV_NOMINATION_COLUMN_SUBJECT_KIND, /* BvSubjectKind */
  BV_NOMINATION_COLUMN_NAME,         /* as printed */
  BV_NOMINATION_COLUMN_DETAIL,       /* as printed */
  BV_NOMINATION_COLUMN_FORM_CODE,
  BV_NOMINATION_COLUMN_ACHIEVEMENT,
  BV_NOMINATION_COLUMN_STATE, /* code */
  BV_NOMINATION_COLUMN_IS_POSTHUMOUS,
  BV_NOMINATION_COLUMN_DOSSIER_ID,
  BV_NOMINATION_COLUMN_DOSSIER, /* title */
  BV_NOMINATION_COLUMN_YEAR,
  BV_NOMINATION_COLUMN_DOSSIER_STATE, /* code */
  BV_NOMINATION_COLUMN_N_EVIDENCE,
} BvNominationColumn;

/** Of one dossier, in its order; or (@dossier_id 0) of one subject, the newest first. (transfer full) */
BvRowSource *bv_nomination_source (gint64 dossier_id, gint64 subject_id);

/* ── Initiatives that back it ────────────────────────────────────────────────────────────── */

/** BvNominationInitiative: an initiative linked to a nomination, or one that could be. */
typedef struct
{
  gint64 initiative_id;
  char *title;
  int year;
  char *state;  /* code in table initiative */
  char *scope;  /* code; "" before the recognition */
  char *number; /* of the recognition; "" */
  gint64 share; /* of the subject, hundredths of a percent; 0: no author of it */
  gboolean is_linked;
  char *used_for; /* translated: for which other title it is used already; "" */
} BvNominationInitiative;

/** With all that it owns; %NULL is let be. */
void bv_nomination_initiative_free (BvNominationInitiative *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvNominationInitiative, bv_nomination_initiative_free)

/** Those linked, and those of the subject (of a unit: of the initiatives first applied there) in the dossier's year. */
GPtrArray *
bv_nomination_list_initiatives (BvConnection *connection, gint64 nomination_id, GError **error);
/** How many of its initiatives back another nomination as well. @n: (out) */
gboolean bv_nomination_count_shared (BvConnection *connection,
                                     gint64 nomination_id,
                                     guint *n,
                                     GError **error);
/** Says that the nomination rests on the initiative, or no longer (@is_linked %FALSE); only while the nomination is
 * open. */
gboolean bv_nomination_link_initiative (BvConnection *connection,
                                        gint64 nomination_id,
                                        gint64 initiative_id,
                                        gboolean is_linked,
                                        GError **error);

/* ── What the unit's minutes say ─────────────────────────────────────────────────────────── */

/** BvAttestation: a condition that no record answers, and its answer. */
typedef struct
{
  char *key;
  char *text; /* the law's words */
  char *article;
  gboolean is_verified;
  int holds;   /* -1: not answered yet */
  char *basis; /* 'Biên bản bình xét ngày …'; "" */
} BvAttestation;

/** With all that it owns; %NULL is let be. */
void bv_attestation_free (BvAttestation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvAttestation, bv_attestation_free)

/** Every attested condition of the paths open to the nomination, in the law's order; (element-type BvAttestation). */
GPtrArray *bv_nomination_list_attestations (BvConnection *connection,
                                            BvRegimeSet *regimes,
                                            gint64 nomination_id,
                                            GError **error);
/** What the answers of this nomination, else of its dossier, rest on most often; "" when none says so; (transfer full);
 * %NULL with @error. */
char *bv_nomination_get_basis (BvConnection *connection, gint64 nomination_id, GError **error);
/** @holds: -1 takes the answer back. */
gboolean bv_nomination_attest (BvConnection *connection,
                               gint64 nomination_id,
                               const char *key,
                               int holds,
                               const char *basis,
                               GError **error);

/** Yes to every condition that nobody answered yet, for all that the dossier proposes. @n: (out): how many */
gboolean bv_nomination_attest_all (BvConnection *connection,
                                   gint64 dossier_id,
                                   const char *basis,
                                   guint *n,
                                   GError **error);

/* ── Parts of the achievement report ─────────────────────────────────────────────────────── */

/** What the author wrote for @part ('II.1'); "" when nothing. (transfer full) */
char *bv_nomination_get_report_part (BvConnection *connection,
                                     gint64 nomination_id,
                                     const char *part,
                                     GError **error);
/** (element-type utf8): the parts that are written, in order. (transfer full) */
GPtrArray *
bv_nomination_list_report_parts (BvConnection *connection, gint64 nomination_id, GError **error);
/** An empty @body takes the part away. */
gboolean bv_nomination_set_report_part (BvConnection *connection,
                                        gint64 nomination_id,
                                        const char *part,
                                        const char *body,
                                        GError **error);

/* Acts of the last three groups. */
gboolean bv_nomination_link_initiative_act (BvStore *store,
                                            gint64 nomination_id,
                                            gint64 initiative_id,
                                            gboolean is_linked,
                                            gint64 *act_id,
                                            GError **error);
gboolean bv_nomination_attest_act (BvStore *store,
                                   gint64 nomination_id,
                                   const char *key,
                                   int holds,
                                   const char *basis,
                                   gint64 *act_id,
                                   GError **error);
gboolean bv_nomination_attest_all_act (BvStore *store,
                                       gint64 dossier_id,
                                       const char *basis,
                                       gint64 *act_id,
                                       GError **error);
gboolean bv_nomination_set_report_part_act (BvStore *store,
                                            gint64 nomination_id,
                                            const char *part,
                                            const char *body,
                                            gint64 *act_id,
                                            GError **error);

G_END_DECLS
